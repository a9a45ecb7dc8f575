// SPDX-License-Identifier: MIT
// Optimizers on a vector of weights: our steps against Keras's.
#include "optimizers.hpp"

#include <inlay/core.hpp>

#include <doctest/doctest.h>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

void near_to(std::span<const float> found, std::span<const float> expected, float tolerance) {
    for (std::size_t k = 0; k < expected.size(); ++k)
        CHECK(std::abs(found[k] - expected[k]) <=
              tolerance * std::max(1.0f, std::abs(expected[k])));
}

template <class Optimizer>
void follow(const keras::OptimizerCase& expected, Optimizer optimizer) {
    CAPTURE(expected.name);
    std::vector<float> weights = expected.weights.values();
    const std::size_t n = weights.size();
    std::vector<float> first(n), second(n);
    for (std::size_t step = 0; step < expected.steps; ++step) {
        const std::vector<float> gradient = expected.gradients.values(step * n, n);
        optimizer.update(
            Stretch<float>{weights.data(), gradient.data(), {first.data(), second.data()}, n},
            step);
        if (step == 0) near_to(weights, expected.after_1, 2e-7f);
        if (step == 1) near_to(weights, expected.after_2, 2e-7f);
        if (step == 4) near_to(weights, expected.after_5, 5e-7f);
    }
    near_to(weights, expected.after, 1e-6f);
    near_to(first, expected.first_moment, 1e-6f);
    near_to(second, expected.second_moment, 1e-6f);
}

}  // namespace

TEST_CASE("optimizers step as Keras's do") {
    CHECK(std::size(keras::optimizers_cases) == 6);
    follow(keras::sgd, SGD{});
    follow(keras::sgd_momentum, SGD{.learning_rate = 0.05f, .momentum = 0.9f});
    follow(keras::sgd_nesterov, SGD{.learning_rate = 0.05f, .momentum = 0.9f, .nesterov = true});
    follow(keras::adam, Adam{});
    follow(keras::adam_fast, Adam{.learning_rate = 0.01f});
    follow(keras::adam_tiny_gradients, Adam{.learning_rate = 0.01f});
}
