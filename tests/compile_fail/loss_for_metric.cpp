// SPDX-License-Identifier: MIT
// A loss among the metrics.
// FIRST: compile: MeanSquaredError is no metric: it lacks a static row
// EXPECT: (inlay/train/metric.hpp)
// LINES: 45
#include <inlay/inlay.hpp>

using namespace inlay;

void train(Model<Sequential<Dense<2, Softmax>>, Input<3>>& model) {
#ifdef MISTAKE
    auto trainer = model.compile(Adam{}, MeanSquaredError{}, MeanSquaredError{});
#else
    auto trainer = model.compile(Adam{}, MeanSquaredError{}, Accuracy{});
#endif
    (void)trainer;
}
