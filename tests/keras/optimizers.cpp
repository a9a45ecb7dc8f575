// SPDX-License-Identifier: MIT
// Optimizers on tensors of weights: our steps against Keras's.
#include "optimizers.hpp"

#include <inlay/core.hpp>

#include <doctest/doctest.h>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

/// Whether no number is farther off than a part of the largest expected one, or of `least`.
void near_to(std::span<const float> found, std::span<const float> expected, float tolerance,
             float least) {
    for (const float e : expected) least = std::max(least, std::abs(e));
    for (std::size_t k = 0; k < expected.size(); ++k)
        CHECK(std::abs(found[k] - expected[k]) <= tolerance * least);
}

template <class Optimizer>
void follow(const keras::OptimizerCase& expected, Optimizer optimizer) {
    CAPTURE(expected.name);
    std::vector<float> weights = expected.weights.values();
    const std::size_t n = weights.size();
    std::vector<float> moments[most_moments];
    for (int m = 0; m < moments_in_use(optimizer); ++m) moments[m].resize(n);
    for (std::size_t step = 0; step < expected.steps; ++step) {
        const std::vector<float> gradient = expected.gradients.values(step * n, n);
        const auto pace = pace_of(optimizer, step);
        std::size_t first = 0;
        for (const std::size_t size : expected.sizes) {
            Stretch<float> stretch{weights.data() + first, gradient.data() + first, {}, size};
            for (int m = 0; m < moments_in_use(optimizer); ++m)
                stretch.moments[m] = moments[m].data() + first;
            SerialRunner runner;
            if constexpr (takes_whole_tensors<Optimizer>)
                optimizer.update(stretch, pace, runner);
            else
                optimizer.update(stretch, pace);
            first += size;
        }
        CHECK(first == n);
        if (step == 0) near_to(weights, expected.after_1, 2e-7f, 1);
        if (step == 1) near_to(weights, expected.after_2, 2e-7f, 1);
        if (step == 4) near_to(weights, expected.after_5, 5e-7f, 1);
    }
    near_to(weights, expected.after, 1e-6f, 1);
    const std::span<const float> wanted[]{expected.first_moment, expected.second_moment,
                                          expected.third_moment};
    for (int m = 0; m < 3; ++m) {
        CHECK(moments[m].size() == wanted[m].size());
        near_to(moments[m], wanted[m], 1e-6f, 0);
    }
}

}  // namespace

TEST_CASE("optimizers step as Keras's do") {
    CHECK(std::size(keras::optimizers_cases) == 13);
    follow(keras::sgd, SGD{});
    follow(keras::sgd_momentum, SGD{.learning_rate = 0.05f, .momentum = 0.9f});
    follow(keras::sgd_nesterov, SGD{.learning_rate = 0.05f, .momentum = 0.9f, .nesterov = true});
    follow(keras::adam, Adam{});
    follow(keras::adam_fast, Adam{.learning_rate = 0.01f});
    follow(keras::adam_tiny_gradients, Adam{.learning_rate = 0.01f});
    follow(keras::adam_hundred, Adam{});
}

TEST_CASE("amsgrad steps as Keras's does") {
    follow(keras::amsgrad, Adam{.amsgrad = true});
    follow(keras::amsgrad_forgetful,
           Adam{.learning_rate = 0.01f, .beta_2 = 0.75f, .amsgrad = true});
    const auto v = keras::amsgrad_forgetful.second_moment;
    const auto vhat = keras::amsgrad_forgetful.third_moment;
    std::size_t below = 0;
    for (std::size_t k = 0; k < v.size(); ++k) below += v[k] < vhat[k];
    CHECK(below > v.size() / 2);  // or the case shows nothing
}

TEST_CASE("Lamb steps as Keras's does, tensor by tensor") {
    follow(keras::lamb, Lamb{});
    follow(keras::lamb_fast, Lamb{.learning_rate = 0.02f, .beta_1 = 0.8f, .beta_2 = 0.99f});
    follow(keras::lamb_from_zero, Lamb{});
    follow(keras::lamb_tiny_gradients, Lamb{.learning_rate = 0.01f});
}
