// SPDX-License-Identifier: MIT
// A metric that does not say which output it measures.
// FIRST: compile: of 2 outputs a metric
// EXPECT: measures one, by its name: On with the name of the output
// EXPECT: there are kind, box
#include <inlay/inlay.hpp>

using namespace inlay;
using Net = Sequential<Dense<4>, Outputs<Named<"kind", Dense<3, Softmax>>, Named<"box", Dense<2>>>>;

int main() {
    Model<Net, Input<5>> model;
#ifdef MISTAKE
    auto trainer = model.compile(Adam{}, MeanSquaredError{}, Accuracy{});
#else
    auto trainer = model.compile(Adam{}, MeanSquaredError{}, On<"box">(Accuracy{}));
#endif
    return static_cast<int>(trainer.progress().step);
}
