// SPDX-License-Identifier: MIT
// Labels for one of two outputs.
// FIRST: takes 2 arrays here but was
// EXPECT: given 1: one for each input of the network, or for each output
#include <inlay/inlay.hpp>

#include <tuple>
#include <vector>

using namespace inlay;
using Net = Sequential<Dense<4>, Outputs<Named<"kind", Dense<3, Softmax>>, Named<"box", Dense<2>>>>;

int main() {
    Model<Net, Input<5>> model;
    auto trainer = model.compile(Adam{}, MeanSquaredError{});
    const std::vector<float> x(5), kind(3), box(2);
#ifdef MISTAKE
    trainer.fit(x, std::tie(kind), {.verbose = 0});
#else
    trainer.fit(x, std::tie(kind, box), {.verbose = 0});
#endif
}
