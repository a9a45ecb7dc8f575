// SPDX-License-Identifier: MIT
// Flatten: the same numbers as a vector.
#ifndef NAIVE_FLATTEN
#define NAIVE_FLATTEN

#include "naive.hpp"

namespace naive {

inline Batch forward(Of<Flatten>, Batch x, Run&) {
    x.shape = Shape{x.shape.size()};
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/flatten.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("Flatten") {
    check::both<Flatten, Input<3, 4, 5>>();
    check::layer<Flatten, Input<9>>();
}

TEST_CASE("Flatten, Keras's numbers") { keras::layers::flatten(); }

#endif
