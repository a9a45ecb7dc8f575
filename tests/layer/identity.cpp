// SPDX-License-Identifier: MIT
// Identity: y = x.
#ifndef NAIVE_IDENTITY
#define NAIVE_IDENTITY

#include "naive.hpp"

namespace naive {

inline Batch forward(Of<Identity>, const Batch& x, Run&) { return x; }

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/identity.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("Identity") {
    check::both<Identity, Input<2, 3, 5>>();
    check::layer<Identity, Input<7>>();
}

TEST_CASE("Identity, Keras's numbers") { keras::layers::identity(); }

#endif
