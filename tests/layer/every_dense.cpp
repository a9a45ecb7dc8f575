// SPDX-License-Identifier: MIT
// Every layer, part 1: products with weights on the last axis. A new layer of this kind needs one
// line here.
#include "check.hpp"

using namespace inlay;

TEST_CASE("Dense") {
    check::layer<Dense<1>, Input<1>>();
    check::layer<Dense<5>, Input<7>>();
    check::layer<Dense<17, NoBias>, Input<33>>();
    check::layer<Dense<3, KernelInit<HeNormal>>, Input<16>>();
    check::layer<Dense<3>, Input<5, 4>>();      // on the last axis of a sequence,
    check::layer<Dense<50>, Input<5, 6, 3>>();  // of an image
    check::layer<Dense<2, NoBias>, Input<2, 3, 2, 5>>();
}

TEST_CASE("Dense with one gradient for all slices") {
    check::layer<Dense<250>, Input<300>>();
    check::network<Dense<257, NoBias, Sigmoid>, Input<256>>();
}
