// SPDX-License-Identifier: MIT
// What the checks of layers rest on: that a wrong layer fails them, and how inputs broadcast.
#include "check.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string_view>
#include <vector>

using namespace inlay;

namespace wrong {

/// y = w x, a weight for each number; the last number's gradients are off by the factors.
template <Number Value, Number Input, Number Weight>
struct Scale : LayerDefaults {
    static constexpr std::string_view title = "Scale", name = "scale";
    static constexpr bool backward_reads_input = true;

    static constexpr Shape output(const Shape& in, Complaint&) { return in; }
    static constexpr WeightSpecs weights(const Shape& in) {
        return WeightSpecs{}.add({"scale", in});
    }

    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr std::size_t size = binding.in.size();
        for (std::size_t k = 0; k < pass.count * size; ++k)
            pass.y[k] = pass.weights[k % size] * pass.x[k] * last<size, Scalar>(k, Value);
    }

    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr std::size_t size = binding.in.size();
        for (std::size_t k = 0; k < pass.count * size; ++k) {
            pass.gradient[k % size] += pass.dy[k] * pass.x[k] * last<size, Scalar>(k, Weight);
            if (binding.input_gradient)
                pass.dx[k] = (binding.accumulate ? pass.dx[k] : 0) +
                             pass.dy[k] * pass.weights[k % size] * last<size, Scalar>(k, Input);
        }
    }

private:
    template <std::size_t size, class Scalar>
    static Scalar last(std::size_t k, Number factor) {
        return k % size == size - 1 ? static_cast<Scalar>(factor.value) : 1;
    }
};

}  // namespace wrong

namespace naive {

template <Number... Factors>
Batch forward(Of<wrong::Scale<Factors...>>, Batch x, Run& run) {
    const double* const weights = run.take_weights(x.shape.size());
    for (std::size_t k = 0; k < x.values.size(); ++k) x.values[k] *= weights[k % x.shape.size()];
    return x;
}

}  // namespace naive

TEST_CASE("a right layer passes") {
    check::both<wrong::Scale<1, 1, 1>, Input<5>>();
    check::layer<wrong::Scale<1, 1, 1>, Input<5>>();
    check::graph<wrong::Scale<1, 1, 1>, Input<31>>();
}

TEST_CASE("a wrong output fails" * doctest::should_fail()) {
    check::layer<wrong::Scale<1.0001, 1.0001, 1.0001>, Input<5>>();
}

TEST_CASE("a wrong gradient fails, in float as in double" * doctest::should_fail()) {
    check::layer<wrong::Scale<1, 1.0001, 1>, Input<5>>();
}

TEST_CASE("a wrong gradient of the last input fails" * doctest::should_fail()) {
    check::graph<wrong::Scale<1, 1.0001, 1>, Input<31>>();
}

TEST_CASE("a wrong gradient of the last weight fails" * doctest::should_fail()) {
    check::graph<wrong::Scale<1, 1, 1.0001>, Input<31>>();
}

TEST_CASE("inputs broadcast as in numpy") {
    const auto filled = [](const Shape& shape) {
        naive::Batch x(shape, 2);
        for (std::size_t k = 0; k < x.values.size(); ++k) x.values[k] = static_cast<double>(k);
        return x;
    };
    const std::vector<naive::Batch> inputs{filled({2, 1, 3}), filled({4, 1}), filled(Shape{3})};
    const naive::Batch y = naive::each_of(
        inputs, [](const std::vector<double>& v) { return 10000 * v[0] + 100 * v[1] + v[2]; });
    REQUIRE(y.shape == Shape{2, 4, 3});
    REQUIRE(y.count == 2);
    bool same = true;
    for (std::size_t n = 0; n < 2; ++n)
        for (std::size_t h = 0; h < 2; ++h)
            for (std::size_t w = 0; w < 4; ++w)
                for (std::size_t c = 0; c < 3; ++c)
                    same = same &&
                           y.at(n, h, w, c) == static_cast<double>(10000 * ((n * 2 + h) * 3 + c) +
                                                                   100 * (n * 4 + w) + n * 3 + c);
    CHECK(same);
}
