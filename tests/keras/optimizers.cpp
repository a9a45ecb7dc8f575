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

/// Tensors are vectors where nothing says what `shapes` they have.
template <class Optimizer>
void follow(const keras::OptimizerCase& expected, Optimizer optimizer,
            std::vector<Shape> shapes = {}) {
    CAPTURE(expected.name);
    std::vector<float> weights = expected.weights.values();
    const std::size_t n = weights.size();
    if (shapes.empty())
        for (const std::size_t size : expected.sizes) shapes.emplace_back(size);
    std::vector<WeightFacts> tensors;
    for (const Shape& shape : shapes) tensors.push_back({.name = "kernel", .shape = shape});
    std::vector<float> moments[most_moments];
    for (int m = 0; m < moments_in_use(optimizer); ++m)
        for (const WeightFacts& tensor : tensors)
            moments[m].resize(moments[m].size() + shape_of_moment<Optimizer>(m, tensor).size());
    for (std::size_t step = 0; step < expected.steps; ++step) {
        const std::vector<float> gradient = expected.gradients.values(step * n, n);
        const auto pace = pace_of(optimizer, step);
        if constexpr (requires { optimizer.weight_decay; })  // what the library does before
            for (float& w : weights)
                w -= static_cast<float>(optimizer.learning_rate.at(step) * optimizer.weight_decay) *
                     w;
        std::size_t first = 0, kept[most_moments]{};
        for (const WeightFacts& tensor : tensors) {
            const std::size_t size = tensor.shape.size();
            Stretch<float> stretch{
                weights.data() + first, gradient.data() + first, {}, size, &tensor};
            for (int m = 0; m < moments_in_use(optimizer); ++m) {
                stretch.moments[m] = moments[m].data() + kept[m];
                kept[m] += shape_of_moment<Optimizer>(m, tensor).size();
            }
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
    CHECK(std::size(keras::optimizers_cases) == 34);
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

TEST_CASE("Adam's relatives step as Keras's do") {
    follow(keras::adamw, AdamW{});
    follow(keras::adamw_fast, AdamW{.learning_rate = 0.01, .weight_decay = 0.1, .amsgrad = true});
    follow(keras::adamax, Adamax{});
    follow(keras::adamax_fast, Adamax{.learning_rate = 0.02, .beta_1 = 0.8, .beta_2 = 0.9});
    follow(keras::nadam, Nadam{});
    follow(keras::nadam_fast, Nadam{.learning_rate = 0.01, .beta_1 = 0.8, .beta_2 = 0.75});
    follow(keras::lion, Lion{});
    follow(keras::lion_fast, Lion{.learning_rate = 0.01, .beta_1 = 0.8, .beta_2 = 0.9});
}

TEST_CASE("what divides by the gradient's usual size steps as in Keras") {
    follow(keras::rmsprop, RMSprop{});
    follow(keras::rmsprop_momentum, RMSprop{.learning_rate = 0.01, .rho = 0.8, .momentum = 0.5});
    follow(keras::rmsprop_centered, RMSprop{.momentum = 0.9, .epsilon = 1e-3, .centered = true});
    follow(keras::adagrad, Adagrad{});
    follow(keras::adagrad_fast, Adagrad{.learning_rate = 0.1, .initial_accumulator_value = 0.01});
    follow(keras::adadelta, Adadelta{.learning_rate = 1});
    follow(keras::adadelta_short, Adadelta{.learning_rate = 0.5, .rho = 0.8, .epsilon = 1e-3});
    follow(keras::ftrl, Ftrl{.learning_rate = 0.05});
    follow(keras::ftrl_regularized, Ftrl{.learning_rate = 0.1,
                                         .learning_rate_power = -0.7,
                                         .initial_accumulator_value = 0.5,
                                         .l1_regularization_strength = 0.3,
                                         .l2_regularization_strength = 0.1,
                                         .l2_shrinkage_regularization_strength = 0.05,
                                         .beta = 0.2});
}

TEST_CASE("Adafactor keeps rows and columns and steps as Keras's does") {
    const std::vector<Shape> shapes{Shape(2, 3, 5), Shape(7, 3), Shape(7)};
    follow(keras::adafactor, Adafactor{}, shapes);
    follow(keras::adafactor_clipped,
           Adafactor{.learning_rate = 0.3,
                     .beta_2_decay = -0.5,
                     .epsilon_1 = 1e-3,
                     .epsilon_2 = 0.9,
                     .clip_threshold = 0.4,
                     .relative_step = false,
                     .weight_decay = 0.01},
           shapes);
}

TEST_CASE("ScheduleFreeAdamW steps as Keras's does") {
    // Keras rounds beta_2 to single precision, also where it computes in double.
    follow(keras::schedule_free, ScheduleFreeAdamW{.beta_2 = 0.999f});
    follow(keras::schedule_free_warm, ScheduleFreeAdamW{.learning_rate = 0.02,
                                                        .beta_1 = 0.7,
                                                        .beta_2 = 0.9,
                                                        .epsilon = 1e-3,
                                                        .warmup_steps = 30,
                                                        .weight_decay = 0.1});
}

TEST_CASE("a centered RMSprop divides by no number below zero") {
    const RMSprop optimizer{.epsilon = 1e-7, .centered = true};
    float weight = 0, velocity = 0, momentum = 0, mean = 0;
    const float gradient = 100.1f;
    for (std::uint64_t step = 0; step < 1000; ++step)
        optimizer.update(Stretch<float>{&weight, &gradient, {&velocity, &momentum, &mean}, 1},
                         step);
    CHECK(weight < 0);
    CHECK(std::isfinite(weight));
}
