// SPDX-License-Identifier: MIT
// Keras's name of a metric in place of an object.
// FIRST: compile takes an object for the metric, such as Accuracy{}, not its name
// EXPECT: mistake::message<
// LINES: 45
#include <inlay/inlay.hpp>

using namespace inlay;

void train(Model<Sequential<Dense<2, Softmax>>, Input<3>>& model) {
#ifdef MISTAKE
    auto trainer = model.compile(Adam{}, MeanSquaredError{}, "accuracy");
#else
    auto trainer = model.compile(Adam{}, MeanSquaredError{}, Accuracy{});
#endif
    (void)trainer;
}
