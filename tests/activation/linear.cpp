// SPDX-License-Identifier: MIT
// Linear: y = x.
#ifndef NAIVE_LINEAR
#define NAIVE_LINEAR

#include "../layer/naive.hpp"

namespace naive {

inline Batch forward(Of<Linear>, const Batch& x, Run&) { return x; }

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/linear.hpp"
#include "../layer/check.hpp"
#include "../layer/dense.cpp"

using namespace inlay;

TEST_CASE("Linear as a layer") { check::both<Linear, Input<7>>(); }

TEST_CASE("Linear as an option") { check::network<Dense<9, Linear>, Input<4>>(); }

TEST_CASE("Linear, Keras's numbers") { keras::layers::linear(); }

#endif
