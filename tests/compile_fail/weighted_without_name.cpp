// SPDX-License-Identifier: MIT
// A loss without a name cannot be a metric, weighted or not.
// FIRST: compile: Weighted<Nameless> is no metric: it lacks name
// EXPECT: (inlay/train/metric.hpp)
// LINES: 45
#include <inlay/inlay.hpp>

using namespace inlay;

struct Nameless : MeanSquaredError {
#ifdef MISTAKE
    static constexpr int name = 0;
#endif
};

void train(Model<Sequential<Dense<2, Softmax>>, Input<3>>& model) {
    auto trainer = model.compile(Adam{}, MeanSquaredError{}, Weighted<Nameless>{});
    (void)trainer;
}
