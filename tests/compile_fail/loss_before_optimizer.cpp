// SPDX-License-Identifier: MIT
// The loss before the optimizer.
// FIRST: compile takes the optimizer first, then the loss, then metrics
// EXPECT: mistake::message<
// LINES: 45
#include <inlay/inlay.hpp>

using namespace inlay;

void train(Model<Sequential<Dense<2, Softmax>>, Input<3>>& model) {
#ifdef MISTAKE
    auto trainer = model.compile(MeanSquaredError{}, Adam{});
#else
    auto trainer = model.compile(Adam{}, MeanSquaredError{});
#endif
    (void)trainer;
}
