// SPDX-License-Identifier: MIT
#pragma once
// What tests that follow a network in training beside Keras share.

#include "formula.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace keras {

/// Gives a model's tensors what the case's hold.
template <class Model>
void set(Model& model, std::span<const Tensor> tensors) {
    for (const Tensor& tensor : tensors) {
        CAPTURE(tensor.name);
        const std::vector<float> values = tensor.values();
        const auto to = model.weights(tensor.name);
        REQUIRE(to.size() == values.size());
        std::ranges::copy(values, to.begin());
    }
}

/// Compares scores one by one: the tolerance is a share of each.
void same(const auto& scores, std::span<const float> wanted, double tolerance) {
    REQUIRE(scores.size() == wanted.size());
    for (std::size_t k = 0; k < wanted.size(); ++k) {
        CAPTURE(k);
        CHECK(double(scores[k]) == doctest::Approx(double(wanted[k])).epsilon(tolerance));
    }
}

/// Compares the keys of a history, their order and their values.
inline void compare(const inlay::History& history, std::span<const Series> wanted,
                    double tolerance) {
    const std::vector<std::string> keys = history.keys();
    REQUIRE(keys.size() == wanted.size());
    for (std::size_t k = 0; k < keys.size(); ++k) {
        CAPTURE(keys[k]);
        CHECK(keys[k] == wanted[k].key);
        same(history[keys[k]], wanted[k].values, tolerance);
    }
}

/// Compares a model's tensors: the tolerance is a share of the largest element of each.
void compare(const auto& model, std::span<const Tensor> tensors, std::span<const Expected> wanted,
             double tolerance) {
    REQUIRE(tensors.size() == wanted.size());
    for (std::size_t k = 0; k < tensors.size(); ++k) {
        CAPTURE(tensors[k].name);
        CHECK(distance(wanted[k], model.weights(tensors[k].name)) < tolerance);
    }
}

/// The case's inputs as a model's numbers.
template <class Scalar>
std::vector<Scalar> inputs(const NetCase& expected) {
    const std::vector<float> values = expected.input.values();
    return {values.begin(), values.end()};
}

/// Takes the case's steps, from its weights, and compares predictions, losses and accuracies.
template <class Model, class Trainer>
void train(Model& model, Trainer& trainer, const NetCase& expected, double tolerance) {
    CHECK(Model::parameter_count == expected.parameter_count);
    CHECK(Model::trainable_count == expected.trainable_count);
    set(model, expected.weights);
    set(model, expected.state);

    using Scalar = typename Model::scalar;
    const std::vector<Scalar> x = inputs<Scalar>(expected);
    const std::vector<int> y = expected.labels.values<int>();
    CHECK(distance(expected.prediction, model.predict(x)) < tolerance);
    const std::size_t size = Model::input_shape.size();
    for (std::size_t step = 0; step < expected.steps; ++step) {
        const std::size_t first = step * expected.batch;
        const auto [loss, accuracy] =
            trainer.train_on_batch(std::span(x).subspan(first * size, expected.batch * size),
                                   std::span(y).subspan(first, expected.batch));
        CHECK(double(loss) == doctest::Approx(double(expected.losses[step])).epsilon(tolerance));
        CHECK(float(accuracy) == expected.accuracies[step]);
    }
}

/// Trains as the case says and compares the weights, too; at the end averages of the weights take
/// their place where that is asked. Single precision sums in other orders than Keras: the
/// tolerances are shares of the largest element, after all steps.
template <class Net, class In, class Scalar = float, class Optimizer>
void follow(const NetCase& expected, Optimizer optimizer, double tolerance, bool finalize = false) {
    CAPTURE(expected.name);
    inlay::Model<Net, In, Scalar> model;
    auto trainer =
        model.compile(optimizer, inlay::SparseCategoricalCrossentropy{}, inlay::Accuracy{});
    train(model, trainer, expected, tolerance);
    if (finalize) trainer.finalize_variable_values();
    compare(model, expected.weights, expected.weights_after, tolerance);
    compare(model, expected.state, expected.state_after, tolerance);
    const auto [loss, accuracy] =
        trainer.evaluate(inputs<Scalar>(expected), expected.labels.values<int>());
    CHECK(double(loss) == doctest::Approx(double(expected.loss)).epsilon(tolerance));
    CHECK(float(accuracy) == expected.accuracy);
}

}  // namespace keras
