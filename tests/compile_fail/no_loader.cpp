// SPDX-License-Identifier: MIT
// A loader that changes when it is asked for a batch, and does not say how many it has.
// FIRST: Pictures is no loader: it lacks a const size(), a const operator[]
// EXPECT: (inlay/model/loader.hpp)
// LINES: 50
#include <inlay/inlay.hpp>

using namespace inlay;

struct Pictures {
#ifdef MISTAKE
    std::pair<std::vector<float>, std::vector<float>> operator[](std::size_t) { return {}; }
#else
    std::size_t size() const { return 3; }
    std::pair<std::vector<float>, std::vector<float>> operator[](std::size_t) const { return {}; }
#endif
};

void train(Model<Sequential<Dense<2>>, Input<3>>& model) {
    model.compile(Adam{}, MeanSquaredError{}).fit(Pictures{}, {.epochs = 2});
}
