// SPDX-License-Identifier: MIT
// A metric on an output that does not exist.
// FIRST: compile: On finds no output
// EXPECT: called kin; there are kind, box
#include <inlay/inlay.hpp>

using namespace inlay;
using Net = Sequential<Dense<4>, Outputs<Named<"kind", Dense<3, Softmax>>, Named<"box", Dense<2>>>>;

int main() {
    Model<Net, Input<5>> model;
#ifdef MISTAKE
    auto trainer = model.compile(Adam{}, MeanSquaredError{}, On<"kin">(Accuracy{}));
#else
    auto trainer = model.compile(Adam{}, MeanSquaredError{}, On<"kind">(Accuracy{}));
#endif
    return static_cast<int>(trainer.progress().step);
}
