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
    CHECK(std::size(keras::losses_cases) == 14);
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
