// SPDX-License-Identifier: MIT
// Multiply: the product of branches, element by element.
#ifndef NAIVE_MULTIPLY
#define NAIVE_MULTIPLY

#include "naive.hpp"

#include <vector>

namespace naive {

template <class... Branches>
Batch forward(Of<Multiply<Branches...>>, const Batch& x, Run& run) {
    run.smooth = true;
    return each_of(branches<Branches...>(x, run), [](const std::vector<double>& v) {
        double product = 1;
        for (const double value : v) product *= value;
        return product;
    });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/multiply.hpp"
#include "merging.hpp"

using namespace inlay;

TEST_CASE("Multiply") { merging::check_several<Multiply>(); }

TEST_CASE("Multiply, Keras's numbers") { keras::layers::multiply(); }

#endif
