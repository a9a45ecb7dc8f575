// SPDX-License-Identifier: MIT
// A loss of whole batches among the metrics; one that is a mean over rows is a metric too.
// FIRST: compile: Dice is no metric: it lacks row (or sums, add and result)
// EXPECT: (inlay/train/metric.hpp)
// LINES: 45
#include <inlay/inlay.hpp>

using namespace inlay;

void train(Model<Sequential<Dense<2, Softmax>>, Input<3>>& model) {
#ifdef MISTAKE
    auto trainer = model.compile(Adam{}, MeanSquaredError{}, Dice{});
#else
    auto trainer = model.compile(Adam{}, Dice{}, MeanSquaredError{});
#endif
    (void)trainer;
}
