// SPDX-License-Identifier: MIT
// Minimum: the smallest of branches, element by element.
#ifndef NAIVE_MINIMUM
#define NAIVE_MINIMUM

#include "naive.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace naive {

template <class... Branches>
Batch forward(Of<Minimum<Branches...>>, const Batch& x, Run& run) {
    return each_of(branches<Branches...>(x, run), [&](const std::vector<double>& v) {
        for (std::size_t a = 0; a < v.size(); ++a)
            for (std::size_t b = 0; b < a; ++b) run.keep_off(v[a] - v[b]);
        return *std::min_element(v.begin(), v.end());
    });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/minimum.hpp"
#include "merging.hpp"

using namespace inlay;

TEST_CASE("Minimum") { merging::check_several<Minimum>(); }

TEST_CASE("Minimum, Keras's numbers") { keras::layers::minimum(); }

#endif
