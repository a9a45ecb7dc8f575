// SPDX-License-Identifier: MIT
// One array for a network of two inputs.
// FIRST: takes 2 arrays here but was
// EXPECT: given 1: one for each input of the network, or for each output, such as std::tie(a, b)
#include <inlay/inlay.hpp>

#include <tuple>
#include <vector>

using namespace inlay;
using Net = Sequential<Concat<Identity, From<"more">>, Dense<2>>;

int main() {
    Model<Net, Inputs<Input<4>, Named<"more", Input<3>>>> model;
    const std::vector<float> x(4);
#ifdef MISTAKE
    return static_cast<int>(model.predict(x).size());
#else
    return static_cast<int>(model.predict(std::tie(x, x)).size());
#endif
}
