// SPDX-License-Identifier: MIT
// More losses than outputs.
// FIRST: compile: Losses has 3 losses
// EXPECT: but the network 2 outputs, kind, box
#include <inlay/inlay.hpp>

using namespace inlay;
using Net = Sequential<Dense<4>, Outputs<Named<"kind", Dense<3, Softmax>>, Named<"box", Dense<2>>>>;

int main() {
    Model<Net, Input<5>> model;
#ifdef MISTAKE
    auto trainer = model.compile(
        Adam{}, Losses{SparseCategoricalCrossentropy{}, MeanSquaredError{}, MeanSquaredError{}});
#else
    auto trainer =
        model.compile(Adam{}, Losses{SparseCategoricalCrossentropy{}, MeanSquaredError{}});
#endif
    return static_cast<int>(trainer.progress().step);
}
