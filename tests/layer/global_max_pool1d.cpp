// SPDX-License-Identifier: MIT
// GlobalMaxPool1D: the largest number of each channel.
#ifndef NAIVE_GLOBAL_MAX_POOL1D
#define NAIVE_GLOBAL_MAX_POOL1D

#include "global_max_pool.cpp"

namespace naive {

/// A sequence is an image of one row.
template <class... Given>
Batch forward(Of<GlobalMaxPool1DWith<Given...>>, Batch x, Run& run) {
    x.shape = {1, x.shape[0], x.shape[1]};
    Batch y = forward(Of<GlobalMaxPool>{}, x, run);
    if (given<KeepDims, Given...>) y.shape = Shape{1, y.channels()};
    return y;
}

inline Batch forward(Of<GlobalMaxPool1D>, const Batch& x, Run& run) {
    return forward(Of<GlobalMaxPool1DWith<>>{}, x, run);
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/global_max_pool1d.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("GlobalMaxPool1D") {
    check::both<GlobalMaxPool1D, Input<7, 3>>();
    check::layer<GlobalMaxPool1DWith<KeepDims>, Input<3, 17>>();
}

TEST_CASE("GlobalMaxPool1D, Keras's numbers") { keras::layers::global_max_pool1d(); }

#endif
