// SPDX-License-Identifier: MIT
// A loader whose batches are structures of its own.
// FIRST: Pictures is no loader: it lacks batches that are a std::pair{x, y} or a std::tuple{x, y,
// EXPECT: (inlay/model/loader.hpp)
// LINES: 50
#include <inlay/inlay.hpp>

using namespace inlay;

struct Batched {
    std::vector<float> x, y;
};

struct Pictures {
    std::size_t size() const { return 3; }
#ifdef MISTAKE
    Batched operator[](std::size_t) const { return {}; }
#else
    std::pair<std::vector<float>, std::vector<float>> operator[](std::size_t) const { return {}; }
#endif
};

void train(Model<Sequential<Dense<2>>, Input<3>>& model) {
    auto trainer = model.compile(Adam{}, MeanSquaredError{});
    (void)trainer.evaluate(Pictures{}, {.workers = 2});
}
