// SPDX-License-Identifier: MIT
// RepeatVector: a sequence of one vector, several times.
#ifndef NAIVE_REPEAT_VECTOR
#define NAIVE_REPEAT_VECTOR

#include "naive.hpp"

#include <cstddef>

namespace naive {

template <int Times>
Batch forward(Of<RepeatVector<Times>>, const Batch& x, Run&) {
    Batch y({Times, x.shape[0]}, x.count);
    for (std::size_t r = 0; r < y.rows(); ++r)
        for (std::size_t c = 0; c < y.channels(); ++c) y.row(r, c) = x.row(r / Times, c);
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/repeat_vector.hpp"
#include "check.hpp"
#include "conv1d.cpp"

using namespace inlay;

TEST_CASE("RepeatVector") {
    check::both<RepeatVector<67>, Input<3>>();
    check::network<Sequential<RepeatVector<3>, Conv1D<2, 3, Same>>, Input<5>>();
}

TEST_CASE("RepeatVector, Keras's numbers") { keras::layers::repeat_vector(); }

#endif
