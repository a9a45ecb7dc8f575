// SPDX-License-Identifier: MIT
// Maximum: the largest of branches, element by element.
#ifndef NAIVE_MAXIMUM
#define NAIVE_MAXIMUM

#include "naive.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace naive {

template <class... Branches>
Batch forward(Of<Maximum<Branches...>>, const Batch& x, Run& run) {
    return each_of(branches<Branches...>(x, run), [&](const std::vector<double>& v) {
        for (std::size_t a = 0; a < v.size(); ++a)
            for (std::size_t b = 0; b < a; ++b) run.keep_off(v[a] - v[b]);
        return *std::max_element(v.begin(), v.end());
    });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/maximum.hpp"
#include "merging.hpp"

using namespace inlay;

TEST_CASE("Maximum") { merging::check_several<Maximum>(); }

TEST_CASE("Maximum, Keras's numbers") { keras::layers::maximum(); }

#endif
