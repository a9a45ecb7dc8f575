// SPDX-License-Identifier: MIT
// SpectralNormalization: a training step that begins by dividing a kernel by its largest singular
// value, as power iterations estimate it.
#ifndef NAIVE_SPECTRAL_NORMALIZATION
#define NAIVE_SPECTRAL_NORMALIZATION

#include "naive.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace naive {

/// x / max(|x|, 1e-7)
inline std::vector<double> unit(std::vector<double> x) {
    double squares = 0;
    for (const double v : x) squares += v * v;
    for (double& v : x) v /= std::max(std::sqrt(squares), 1e-7);
    return x;
}

/// What a training step makes of a kernel of so many columns, and of the vector.
template <class Numbers>
void normalize_spectrum(Numbers& kernel, Numbers& vector, int iterations) {
    if (std::ranges::all_of(kernel, [](auto w) { return w == 0; })) return;
    const std::size_t columns = vector.size(), rows = kernel.size() / columns;
    std::vector<double> u(vector.begin(), vector.end()), v(rows);
    for (int k = 0; k < iterations; ++k) {
        v.assign(rows, 0);
        for (std::size_t e = 0; e < kernel.size(); ++e)
            v[e / columns] += kernel[e] * u[e % columns];
        v = unit(v);
        u.assign(columns, 0);
        for (std::size_t e = 0; e < kernel.size(); ++e)
            u[e % columns] += kernel[e] * v[e / columns];
        u = unit(u);
    }
    double sigma = 0;
    for (std::size_t e = 0; e < kernel.size(); ++e)
        sigma += v[e / columns] * kernel[e] * u[e % columns];
    for (auto& w : kernel) w = static_cast<typename Numbers::value_type>(w / sigma);
    std::ranges::transform(u, vector.begin(),
                           [](double x) { return static_cast<typename Numbers::value_type>(x); });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/spectral_normalization.hpp"
#include "check.hpp"
#include "step.hpp"

#include <doctest/doctest.h>

using namespace inlay;

namespace {

template <class Scalar>
std::vector<Scalar> draw(check::Random& random, std::size_t count) {
    std::vector<Scalar> numbers(count);
    for (Scalar& number : numbers) number = static_cast<Scalar>(random.uniform());
    return numbers;
}

/// A step of the layer is one of what it holds, on the kernel as the step begins with it.
template <class Layer, class In, int iterations, class Scalar = float>
void check_step(std::ptrdiff_t kernel_count, double tolerance = 1e-6) {
    using Net = Network<SpectralNormalization<Layer, PowerIterations<iterations>>, In, Scalar>;
    using Inner = Network<Layer, In, Scalar>;
    static_assert(Net::trainable_count == Inner::trainable_count);
    constexpr std::size_t batch = 3;
    check::Random random(7);
    const auto x = draw<Scalar>(random, batch * In::shape.size());
    const auto target = draw<Scalar>(random, batch * Net::output_shape.size());
    auto weights = draw<Scalar>(random, Net::trainable_count);
    auto vector = draw<Scalar>(random, Net::state_count);
    std::vector<Scalar> seen(target.size());
    const step::Cotangent<Scalar> loss{target.data(), seen.data()};
    const Targets<Scalar> targets{nullptr, target.data()};

    const auto found = step::take<Net>(loss, x, weights, vector, targets, batch);
    std::vector<double> kernel(weights.begin(), weights.begin() + kernel_count);
    std::vector<double> u(vector.begin(), vector.end());
    naive::normalize_spectrum(kernel, u, iterations);
    for (std::size_t k = 0; k < kernel.size(); ++k) weights[k] = static_cast<Scalar>(kernel[k]);
    const auto wanted = step::take<Inner>(loss, x, weights, {}, targets, batch);
    const std::vector<double> gradient(wanted.gradient.begin(), wanted.gradient.end());
    check::check_near("gradient", found.gradient.data(), gradient.data(), gradient.size(),
                      tolerance);
    check::check_near("vector", found.state.data(), u.data(), u.size(), tolerance);
}

}  // namespace

TEST_CASE("SpectralNormalization") {
    check_step<Dense<67, Tanh>, Input<131>, 1>(131 * 67);
    check_step<Dense<67, Tanh>, Input<131>, 1, double>(131 * 67, 1e-12);
    check_step<Conv2D<5, 3, 3, Same>, Input<4, 5, 3>, 3>(3 * 3 * 3 * 5);
}

TEST_CASE("SpectralNormalization leaves a kernel of zeros as it is, and moves others") {
    using Net = Network<SpectralNormalization<Dense<2, NoBias>>, Input<2>>;
    using Train = Training<Net, SGD, MeanSquaredError>;
    const Train::Criteria criteria{};
    const SGD optimizer{.learning_rate = 0};
    const auto layout = Train::layout(1, 1);
    std::vector<float> memory(layout.total);
    std::vector<double> sums(Train::sum_count(criteria));
    const auto step = [&](std::vector<float> weights, float* asked) {
        std::vector<float> state{1, 0}, x{1, 1}, y{0, 0};
        const Source<float> source{x.data(), [](const void* from, std::size_t, float* to) {
                                       std::copy_n(static_cast<const float*>(from), 2, to);
                                   }};
        SerialRunner runner;
        Train::run({.optimizer = optimizer,
                    .criteria = criteria,
                    .weights = weights.data(),
                    .state = state.data(),
                    .moments = nullptr,
                    .memory = memory.data(),
                    .sums = sums.data(),
                    .source = source,
                    .targets = {nullptr, y.data()},
                    .batch = 1,
                    .seed = 1,
                    .step = 0,
                    .gradients = asked},
                   layout, runner);
        weights.insert(weights.end(), state.begin(), state.end());
        return weights;
    };
    float gradients[4];
    CHECK(step({0, 0, 0, 0}, nullptr) == std::vector<float>{0, 0, 0, 0, 1, 0});
    CHECK(step({4, 0, 0, 2}, nullptr) == std::vector<float>{1, 0, 0, 0.5f, 1, 0});
    CHECK(step({4, 0, 0, 2}, gradients) == std::vector<float>{4, 0, 0, 2, 1, 0});
}

TEST_CASE("SpectralNormalization, Keras's numbers") { keras::layers::spectral_normalization(); }

#endif
