// SPDX-License-Identifier: MIT
#pragma once
// A network in training, followed step by step beside Keras.

#include "formula.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace keras {

template <class Model>
void set(Model& model, std::span<const Tensor> tensors) {
    for (const Tensor& tensor : tensors) {
        const std::vector<float> values = tensor.values();
        const std::span<float> to = model.weights(tensor.name);
        REQUIRE(to.size() == values.size());
        std::ranges::copy(values, to.begin());
    }
}

/// Trains as the case says; at the end averages of the weights take their place where that is
/// asked. Single precision on both sides sums in other orders: the tolerances are shares of the
/// largest element, after all steps.
template <class Net, class In, class Optimizer>
void follow(const NetCase& expected, Optimizer optimizer, double tolerance, bool finalize = false) {
    CAPTURE(expected.name);
    inlay::Model<Net, In> model;
    CHECK(model.parameter_count == expected.parameter_count);
    CHECK(model.trainable_count == expected.trainable_count);
    set(model, expected.weights);
    set(model, expected.state);

    const std::vector<float> x = expected.input.values();
    const std::vector<int> y = expected.labels.values<int>();
    CHECK(distance(expected.prediction, model.predict(x)) < 2e-6);

    auto trainer =
        model.compile(optimizer, inlay::SparseCategoricalCrossentropy{}, inlay::Accuracy{});
    const std::size_t size = inlay::Model<Net, In>::input_shape.size();
    for (std::size_t step = 0; step < expected.steps; ++step) {
        const std::size_t first = step * expected.batch;
        const auto [loss, accuracy] =
            trainer.train_on_batch(std::span(x).subspan(first * size, expected.batch * size),
                                   std::span(y).subspan(first, expected.batch));
        CHECK(double(loss) == doctest::Approx(double(expected.losses[step])).epsilon(tolerance));
        CHECK(accuracy == expected.accuracies[step]);
    }
    if (finalize) trainer.finalize_variable_values();
    const auto compare = [&](auto tensors, auto after) {
        for (std::size_t k = 0; k < tensors.size(); ++k) {
            CAPTURE(tensors[k].name);
            CHECK(distance(after[k], model.weights(tensors[k].name)) < tolerance);
        }
    };
    compare(expected.weights, expected.weights_after);
    compare(expected.state, expected.state_after);
    const auto [loss, accuracy] = trainer.evaluate(x, y);
    CHECK(double(loss) == doctest::Approx(double(expected.loss)).epsilon(tolerance));
    CHECK(accuracy == expected.accuracy);
}

}  // namespace keras
