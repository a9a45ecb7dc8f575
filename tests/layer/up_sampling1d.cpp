// SPDX-License-Identifier: MIT
// UpSampling1D: each step of a sequence several times.
#ifndef NAIVE_UP_SAMPLING1D
#define NAIVE_UP_SAMPLING1D

#include "up_sampling2d.cpp"

namespace naive {

template <int Times>
Batch forward(Of<UpSampling1D<Times>>, Batch x, Run& run) {
    x.shape = {x.shape[0], 1, x.shape[1]};
    Batch y = forward(Of<UpSampling2D<Times, 1>>{}, x, run);
    y.shape = {y.shape[0], y.shape[2]};
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/up_sampling1d.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("UpSampling1D") { check::layer<UpSampling1D<3>, Input<4, 5>>(); }

TEST_CASE("UpSampling1D, Keras's numbers") { keras::layers::up_sampling1d(); }

#endif
