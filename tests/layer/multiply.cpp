// SPDX-License-Identifier: MIT
#include "merging.hpp"

#include <inlay/layer/multiply.hpp>

namespace naive {

template <class... Branches>
Batch forward(Of<Multiply<Branches...>>, const Batch& x, Run& run) {
    run.smooth = true;
    return merge<Branches...>(x, run, [](const std::vector<double>& v) {
        double product = 1;
        for (const double value : v) product *= value;
        return product;
    });
}

}  // namespace naive

TEST_CASE("Multiply") { merging::check_several<inlay::Multiply>(); }
