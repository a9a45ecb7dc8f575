// SPDX-License-Identifier: MIT
#include "merging.hpp"

#include <inlay/layer/maximum.hpp>

namespace naive {

template <class... Branches>
Batch forward(Of<Maximum<Branches...>>, const Batch& x, Run& run) {
    return merge<Branches...>(x, run, [&](const std::vector<double>& v) {
        for (std::size_t a = 0; a < v.size(); ++a)
            for (std::size_t b = 0; b < a; ++b) run.keep_off(v[a] - v[b]);
        return *std::max_element(v.begin(), v.end());
    });
}

}  // namespace naive

TEST_CASE("Maximum") { merging::check_several<inlay::Maximum>(); }
