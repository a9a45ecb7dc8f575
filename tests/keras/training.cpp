// SPDX-License-Identifier: MIT
// fit, evaluate and test_on_batch: our numbers against Keras's.
#include "training.hpp"

#include "follow.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

using namespace inlay;

namespace {

constexpr double tolerance = 2e-6;

/// Follows a case on a network; targets are class numbers or rows of numbers.
template <class Net, class Loss, class Targets, class... Metrics>
void follow(const keras::FitCase& expected, const Targets& y, Metrics... metrics) {
    CAPTURE(expected.name);
    Model<Net, Input<5>> model;
    keras::set(model, expected.weights);
    auto trainer = model.compile(SGD{.learning_rate = 0.1f}, Loss{}, metrics...);

    const std::vector<float> x = expected.input.values();
    const History history = trainer.fit(x, y,
                                        {.batch_size = expected.batch_size,
                                         .epochs = expected.epochs,
                                         .validation_split = expected.validation_split,
                                         .shuffle = false,
                                         .verbose = 0});
    keras::compare(history, expected.history, tolerance);
    keras::compare(model, expected.weights, expected.weights_after, tolerance);
    keras::same(trainer.evaluate(x, y), expected.evaluate, tolerance);
    const std::size_t each = y.size() / expected.examples;
    keras::same(trainer.test_on_batch(std::span(x).first(expected.batch_size * 5),
                                      std::span(y).first(expected.batch_size * each)),
                expected.test_on_batch, tolerance);
}

using Classifier = Sequential<Dense<6, ReLU>, Dense<4, Softmax>>;

}  // namespace

TEST_CASE("fit, evaluate and test_on_batch give Keras's numbers") {
    CHECK(std::size(keras::training_cases) == 8);
    const auto labels = [](const keras::FitCase& c) { return c.labels.values<int>(); };
    const auto rows = [](const keras::FitCase& c) { return c.labels.values<float>(); };
    using Sparse = SparseCategoricalCrossentropy;
    follow<Classifier, Sparse>(keras::split, labels(keras::split), Accuracy{});
    follow<Classifier, Sparse>(keras::partial_batch, labels(keras::partial_batch), Accuracy{});
    follow<Classifier, Sparse>(keras::split_and_partial_batch,
                               labels(keras::split_and_partial_batch), Accuracy{});
    follow<Classifier, Sparse>(keras::loss_only, labels(keras::loss_only));
    follow<Classifier, CategoricalCrossentropy>(keras::one_hot, keras::one_hot.labels.one_hot(),
                                                Accuracy{});
    follow<Sequential<Dense<6, ReLU>, Dense<1, Sigmoid>>, BinaryCrossentropy>(
        keras::one_output, rows(keras::one_output), Accuracy{});
    follow<Sequential<Dense<6, ReLU>, Dense<3, Sigmoid>>, BinaryCrossentropy>(
        keras::three_outputs, rows(keras::three_outputs), Accuracy{});
    follow<Sequential<Dense<6, Tanh>, Dense<2>>, MeanSquaredError>(keras::regression,
                                                                   rows(keras::regression));
}

TEST_CASE("validation_split cuts where Keras cuts") {
    for (const keras::Split& split : keras::splits) {
        if (split.examples > 1000) continue;
        CAPTURE(split.examples);
        CAPTURE(split.fraction);
        // The loss over the training part alone tells how long it is: example n has the loss n.
        Model<Sequential<Dense<1>>, Input<1>> model;
        std::ranges::fill(model.weights(), 0.0f);
        auto trainer = model.compile(SGD{.learning_rate = 0.0}, MeanSquaredError{});
        std::vector<float> x(split.examples), y(split.examples);
        for (std::size_t n = 0; n < y.size(); ++n) y[n] = std::sqrt(static_cast<float>(n));
        const auto fit = [&](auto fraction) {
            return trainer.fit(x, y,
                               {.batch_size = split.examples,
                                .validation_split = fraction,
                                .verbose = 0})["loss"][0];
        };
        const double mean = (static_cast<double>(split.training) - 1) / 2;
        CHECK(double(fit(split.fraction)) == doctest::Approx(mean).epsilon(1e-5));
        CHECK(double(fit(static_cast<float>(split.fraction))) ==
              doctest::Approx(mean).epsilon(1e-5));
    }
}
