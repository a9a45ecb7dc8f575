// SPDX-License-Identifier: MIT
// Rescaling: y = scale x + offset.
#ifndef NAIVE_RESCALING
#define NAIVE_RESCALING

#include "naive.hpp"

namespace naive {

template <Number Scale, Number Offset>
Batch forward(Of<Rescaling<Scale, Offset>>, const Batch& x, Run&) {
    return each(x, [](double v) { return Scale.value * v + Offset.value; });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/rescaling.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("Rescaling") {
    check::both<Rescaling<1.0 / 255>, Input<4, 3, 3>>();
    check::layer<Rescaling<1.0 / 127.5, -1>, Input<19>>();
}

TEST_CASE("Rescaling, Keras's numbers") { keras::layers::rescaling(); }

#endif
