// SPDX-License-Identifier: MIT
// One source trains, the other loads: the bodies that both call are compiled once.
#include "networks.hpp"

#include <cstdio>

using namespace inlay;

extern "C" int plain();

int main() {
    Small model{1}, other{2};
    train(model, "net.safetensors");
    load(other, "net.safetensors");
    bool refused = false;
    try {
        load(other, "elsewhere.safetensors");
    } catch (const Error& error) {
        refused = std::string_view(error.what()).starts_with("elsewhere.safetensors: cannot read");
    }
    threads(2);
    const Tensor one = model.predict(images()), two = other.predict(images(), {.verbose = 2});
    bool same = true;
    for (std::size_t k = 0; k < one.size(); ++k) same = same && one[k] == two[k];
    std::puts(model.summary().c_str());
    return refused && same && one.size() == 24 ? plain() : 1;
}
