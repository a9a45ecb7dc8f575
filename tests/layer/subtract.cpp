// SPDX-License-Identifier: MIT
// Subtract: the first branch less the second, element by element.
#ifndef NAIVE_SUBTRACT
#define NAIVE_SUBTRACT

#include "naive.hpp"

#include <vector>

namespace naive {

template <class First, class Second>
Batch forward(Of<Subtract<First, Second>>, const Batch& x, Run& run) {
    return each_of(branches<First, Second>(x, run),
                   [](const std::vector<double>& v) { return v[0] - v[1]; });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/subtract.hpp"
#include "merging.hpp"

using namespace inlay;

template <class... Branches>
using Difference = Subtract<Branches...>;

TEST_CASE("Subtract") { merging::check_two<Difference>(); }

TEST_CASE("Subtract, Keras's numbers") { keras::layers::subtract(); }

#endif
