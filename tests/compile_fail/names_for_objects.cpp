// SPDX-License-Identifier: MIT
// Keras's names of optimizers and losses in place of objects.
// FIRST: compile takes an object for the optimizer, such as Adam{}, not its name
// EXPECT: mistake::message<
// LINES: 45
#include <inlay/inlay.hpp>

using namespace inlay;

void train(Model<Sequential<Dense<2, Softmax>>, Input<3>>& model) {
#ifdef MISTAKE
    auto trainer = model.compile("adam", "mse");
#else
    auto trainer = model.compile(Adam{}, MeanSquaredError{});
#endif
    (void)trainer;
}
