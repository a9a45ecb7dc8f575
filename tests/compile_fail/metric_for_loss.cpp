// SPDX-License-Identifier: MIT
// A metric where the loss belongs.
// FIRST: compile: Accuracy is no loss: it lacks sparse, Logits, row
// EXPECT: (inlay/train/loss.hpp)
// LINES: 45
#include <inlay/inlay.hpp>

using namespace inlay;

void train(Model<Sequential<Dense<2, Softmax>>, Input<3>>& model) {
#ifdef MISTAKE
    auto trainer = model.compile(Adam{}, Accuracy{});
#else
    auto trainer = model.compile(Adam{}, MeanSquaredError{}, Accuracy{});
#endif
    (void)trainer;
}
