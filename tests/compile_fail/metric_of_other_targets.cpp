// SPDX-License-Identifier: MIT
// A metric of rows of numbers beside a loss of class numbers.
// FIRST: compile: TopKCategoricalAccuracy takes rows of numbers for targets but
// FIRST: SparseCategoricalCrossentropy class numbers
// EXPECT: mistake::message<
// LINES: 45
#include <inlay/inlay.hpp>

using namespace inlay;

void train(Model<Sequential<Dense<2, Softmax>>, Input<3>>& model) {
#ifdef MISTAKE
    auto trainer =
        model.compile(Adam{}, SparseCategoricalCrossentropy{}, TopKCategoricalAccuracy{.k = 2});
#else
    auto trainer = model.compile(Adam{}, SparseCategoricalCrossentropy{},
                                 SparseTopKCategoricalAccuracy{.k = 2});
#endif
    (void)trainer;
}
