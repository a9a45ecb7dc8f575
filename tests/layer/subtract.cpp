// SPDX-License-Identifier: MIT
#include "merging.hpp"

#include <inlay/layer/subtract.hpp>

namespace naive {

template <class First, class Second>
Batch forward(Of<Subtract<First, Second>>, const Batch& x, Run& run) {
    return merge<First, Second>(x, run, [](const std::vector<double>& v) { return v[0] - v[1]; });
}

}  // namespace naive

template <class... Branches>
using Difference = inlay::Subtract<Branches...>;

TEST_CASE("Subtract") { merging::check_two<Difference>(); }
