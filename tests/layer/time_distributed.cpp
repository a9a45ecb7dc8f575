// SPDX-License-Identifier: MIT
// TimeDistributed: a layer on each step by itself.
#ifndef NAIVE_TIME_DISTRIBUTED
#define NAIVE_TIME_DISTRIBUTED

#include "naive.hpp"

#include <cstddef>

namespace naive {

template <class Inside>
Batch forward(Of<TimeDistributed<Inside>>, const Batch& x, Run& run) {
    Shape step, shape{x.shape[0]};
    for (int d = 1; d < x.shape.rank(); ++d) step.extents[step.count++] = x.shape[d];
    Batch each(step, x.count * shape[0]);
    each.values = x.values;
    each = forward(Of<Inside>{}, each, run);
    for (int d = 0; d < each.shape.rank(); ++d) shape.extents[shape.count++] = each.shape[d];
    Batch y(shape, x.count);
    y.values = each.values;
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../keras/layers/time_distributed.hpp"
#include "check.hpp"
#include "conv2d.cpp"
#include "dense.cpp"
#include "flatten.cpp"
#include "lstm.cpp"
#include "max_pool.cpp"

using namespace inlay;

TEST_CASE("TimeDistributed") {
    check::both<TimeDistributed<Dense<3>>, Input<5, 4>>();
    // Borders around the image of each step, and steps that lie in another order of axes behind.
    check::network<Sequential<TimeDistributed<Conv2D<3, 3, 3, Same, ReLU>>,
                              TimeDistributed<MaxPool<2>>, TimeDistributed<Flatten>, LSTM<2>>,
                   Input<3, 4, 5, 2>>();
    check::network<Sequential<TimeDistributed<LSTM<3>>, Dense<2>>, Input<2, 3, 2>>();
}

TEST_CASE("TimeDistributed, Keras's numbers") { keras::layers::time_distributed(); }

#endif
