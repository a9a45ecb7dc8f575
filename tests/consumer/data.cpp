// SPDX-License-Identifier: MIT
// A consumer of inlay::data: xtensor and zlib come with the target.
#include <inlay/data.hpp>

int main() {
    const xt::xtensor<int, 1> labels{1, 0, 2};
    const auto rows = inlay::data::to_categorical(labels, 3);
    return rows.shape(0) == 3 && rows.shape(1) == 3 ? 0 : 1;
}
