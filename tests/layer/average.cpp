// SPDX-License-Identifier: MIT
#include "merging.hpp"

#include <inlay/layer/average.hpp>

namespace naive {

template <class... Branches>
Batch forward(Of<Average<Branches...>>, const Batch& x, Run& run) {
    return merge<Branches...>(x, run, [](const std::vector<double>& v) {
        double sum = 0;
        for (const double value : v) sum += value;
        return sum / static_cast<double>(v.size());
    });
}

}  // namespace naive

TEST_CASE("Average") { merging::check_several<inlay::Average>(); }
