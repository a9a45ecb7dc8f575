// SPDX-License-Identifier: MIT
// Bidirectional: a recurrent layer on the sequence and on its reverse.
#ifndef NAIVE_BIDIRECTIONAL
#define NAIVE_BIDIRECTIONAL

#include "recurrent.hpp"

#include <algorithm>
#include <cstddef>

namespace naive {

/// The rows of each example from the last to the first.
inline Batch reversed(const Batch& x) {
    Batch y = x;
    const std::size_t steps = x.shape[0];
    for (std::size_t r = 0; r < x.rows(); ++r)
        for (std::size_t c = 0; c < x.channels(); ++c)
            y.row(r, c) = x.row(r / steps * steps + steps - 1 - r % steps, c);
    return y;
}

/// Without masks.
template <class Layer, class... Given>
Batch forward(Of<Bidirectional<Layer, Given...>>, const Batch& x, Run& run) {
    const Batch ahead = forward(Of<Layer>{}, x, run);
    Batch back = forward(Of<Layer>{}, reversed(x), run);
    if (back.shape.rank() > 1) back = reversed(back);
    if (given<Merge<Multiply>, Given...>)
        return each_of({ahead, back}, [](const auto& v) { return v[0] * v[1]; });
    Batch y(ahead.shape.with_last(2 * ahead.channels()), x.count);
    for (std::size_t r = 0; r < y.rows(); ++r)
        for (std::size_t c = 0; c < ahead.channels(); ++c) {
            y.row(r, c) = ahead.row(r, c);
            y.row(r, ahead.channels() + c) = back.row(r, c);
        }
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/bidirectional.hpp"
#include "check.hpp"
#include "lstm.cpp"
#include "simple_rnn.cpp"

using namespace inlay;

TEST_CASE("Bidirectional") {
    check::both<Bidirectional<SimpleRNN<3>, Merge<Multiply>>, Input<5, 2>>();
    check::network<Sequential<Bidirectional<LSTM<3, ReturnSequences>>, Bidirectional<LSTM<2>>>,
                   Input<4, 2>>();
}

TEST_CASE("Bidirectional, Keras's numbers") { keras::layers::bidirectional(); }

#endif
