// SPDX-License-Identifier: MIT
// A trainer keeps a reference to its model, so a temporary cannot be compiled.
// FIRST: deleted
// EXPECT: compile
#include <inlay/inlay.hpp>

using namespace inlay;
using Classifier = Model<Sequential<Dense<2, Softmax>>, Input<3>>;

void train() {
#ifdef MISTAKE
    auto trainer = Classifier{1}.compile(SGD{}, SparseCategoricalCrossentropy{});
#else
    Classifier model{1};
    auto trainer = model.compile(SGD{}, SparseCategoricalCrossentropy{});
#endif
    (void)trainer;
}
