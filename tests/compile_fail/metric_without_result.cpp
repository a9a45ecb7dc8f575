// SPDX-License-Identifier: MIT
// A metric with sums of its own that says not what they come to.
// FIRST: compile: Counted is no metric: it lacks result
// EXPECT: (inlay/train/metric.hpp)
// LINES: 45
#include <inlay/inlay.hpp>

using namespace inlay;

struct Counted {
    static constexpr std::string_view name = "count";
    std::size_t sums() const { return 1; }
    template <bool, class Scalar>
    void add(double* sums, const Scalar*, const Target<Scalar>&, std::size_t, double) const {
        ++sums[0];
    }
#ifndef MISTAKE
    double result(const double* sums) const { return sums[0]; }
#endif
};

void train(Model<Sequential<Dense<2, Softmax>>, Input<3>>& model) {
    auto trainer = model.compile(Adam{}, MeanSquaredError{}, Counted{});
    (void)trainer;
}
