// SPDX-License-Identifier: MIT
// Losses and their gradients: ours against Keras's.
#include "losses.hpp"

#include <inlay/core.hpp>

#include <doctest/doctest.h>

using namespace inlay;

namespace {

/// Each row of features by itself, as the executor scores it.
template <bool logits, class Loss>
void follow(const keras::LossCase& expected, std::size_t features, Loss loss) {
    CAPTURE(expected.name);
    const std::size_t rows = expected.inputs.size() / features, each = rows / expected.batch;
    const float scale = 1.0f / static_cast<float>(rows);
    double total = 0, example = 0;
    std::vector<float> gradient(features);
    for (std::size_t r = 0; r < rows; ++r) {
        const Prediction<float> row{&expected.outputs[r * features], &expected.inputs[r * features],
                                    features};
        Target<float> target;
        if (Loss::sparse)
            target.chosen = static_cast<std::size_t>(expected.labels[r]);
        else
            target.row = &expected.targets[r * features];
        const double value = double(loss.template row<logits>(row, target, scale, gradient.data()));
        total += value;
        example += value;
        for (std::size_t k = 0; k < features; ++k)
            CHECK(double(gradient[k]) ==
                  doctest::Approx(double(expected.gradient[r * features + k]))
                      .epsilon(2e-5)
                      .scale(1e-2));
        if ((r + 1) % each == 0) {
            CHECK(example / double(each) ==
                  doctest::Approx(double(expected.losses[r / each])).epsilon(2e-6).scale(0.1));
            example = 0;
        }
    }
    CHECK(total / double(rows) == doctest::Approx(double(expected.loss)).epsilon(2e-6));
}

}  // namespace

TEST_CASE("losses and gradients are Keras's") {
    CHECK(std::size(keras::losses_cases) == 41);
    follow<true>(keras::sparse, 5, SparseCategoricalCrossentropy{});
    follow<true>(keras::sparse_extreme, 5, SparseCategoricalCrossentropy{});
    follow<true>(keras::sparse_per_pixel, 4, SparseCategoricalCrossentropy{});
    follow<false>(keras::sparse_predictions, 4, SparseCategoricalCrossentropy{});
    follow<true>(keras::categorical, 5, CategoricalCrossentropy{});
    follow<true>(keras::categorical_soft, 5, CategoricalCrossentropy{});
    follow<true>(keras::categorical_extreme, 5, CategoricalCrossentropy{});
    follow<false>(keras::categorical_predictions, 4, CategoricalCrossentropy{});
    follow<true>(keras::binary, 1, BinaryCrossentropy{});
    follow<true>(keras::binary_of_three, 3, BinaryCrossentropy{});
    follow<true>(keras::binary_extreme, 1, BinaryCrossentropy{});
    follow<false>(keras::binary_predictions, 3, BinaryCrossentropy{});
    follow<false>(keras::mean_squared_error, 3, MeanSquaredError{});
    follow<false>(keras::mean_squared_error_of_images, 2, MeanSquaredError{});
}

TEST_CASE("losses take logits that no activation has seen, and smooth labels") {
    follow<false>(keras::sparse_from_logits, 5, SparseCategoricalCrossentropy{.from_logits = true});
    follow<false>(keras::categorical_from_logits, 5,
                  CategoricalCrossentropy{.from_logits = true, .label_smoothing = 0.2});
    follow<true>(keras::categorical_smooth, 5, CategoricalCrossentropy{.label_smoothing = 0.1});
    follow<false>(keras::categorical_smooth_predictions, 4,
                  CategoricalCrossentropy{.label_smoothing = 0.1});
}

TEST_CASE("losses of numbers are Keras's") {
    follow<false>(keras::mean_absolute_error, 3, MeanAbsoluteError{});
    follow<false>(keras::mean_absolute_percentage_error, 3, MeanAbsolutePercentageError{});
    follow<false>(keras::percentage_of_zero, 3, MeanAbsolutePercentageError{});
    follow<false>(keras::mean_squared_logarithmic_error, 3, MeanSquaredLogarithmicError{});
    follow<false>(keras::log_cosh, 3, LogCosh{});
    follow<false>(keras::log_cosh_extreme, 3, LogCosh{});
    follow<false>(keras::huber, 3, Huber{});
    follow<false>(keras::huber_wide, 3, Huber{.delta = 1.5});
    follow<false>(keras::cosine_similarity, 3, CosineSimilarity{});
    follow<false>(keras::cosine_of_zeros, 3, CosineSimilarity{});
}

TEST_CASE("losses of distributions, counts and margins are Keras's") {
    follow<false>(keras::kl_divergence, 4, KLDivergence{});
    follow<false>(keras::kl_divergence_of_certainties, 4, KLDivergence{});
    follow<false>(keras::poisson, 3, Poisson{});
    follow<false>(keras::hinge, 3, Hinge{});
    follow<false>(keras::hinge_of_ones, 3, Hinge{});
    follow<false>(keras::squared_hinge, 3, SquaredHinge{});
    follow<false>(keras::squared_hinge_of_ones, 3, SquaredHinge{});
    follow<false>(keras::categorical_hinge, 5, CategoricalHinge{});
}

TEST_CASE("focal losses are Keras's") {
    follow<false>(keras::binary_focal, 3, BinaryFocalCrossentropy{});
    follow<false>(
        keras::binary_focal_balanced, 3,
        BinaryFocalCrossentropy{
            .apply_class_balancing = true, .alpha = 0.4, .gamma = 1.5, .label_smoothing = 0.1});
    follow<false>(keras::binary_focal_from_logits, 3,
                  BinaryFocalCrossentropy{.gamma = 3, .from_logits = true});
    follow<false>(keras::categorical_focal, 4, CategoricalFocalCrossentropy{});
    follow<false>(keras::categorical_focal_from_logits, 5,
                  CategoricalFocalCrossentropy{
                      .alpha = 0.5, .gamma = 1.5, .from_logits = true, .label_smoothing = 0.1});
}

TEST_CASE("a cosine is negative as a loss alone") {
    const float y[]{3, 4}, t[]{4, 3};
    const Target<float> target{.row = t};
    float gradient[2];
    const float loss =
        CosineSimilarity{}.row<false>(Prediction<float>{y, nullptr, 2}, target, 1.0f, gradient);
    CHECK(loss == doctest::Approx(-0.96));
    CHECK(CosineSimilarity::row<false>(y, target, 2) == doctest::Approx(0.96));
}
