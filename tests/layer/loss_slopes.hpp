// SPDX-License-Identifier: MIT
#pragma once
// Gradients through the whole front end, for networks that check.hpp does not take apart.

#include "../central_difference.hpp"

#include <inlay/model/trainer.hpp>
#include <inlay/train/sgd.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <vector>

/// Checks what one step of plain descent takes from each weight of a model against the central
/// difference of the loss.
inline void check_loss_slopes(auto& model, const std::vector<float>& x,
                              const std::vector<float>& y) {
    auto weights = model.get_weights();
    auto trainer = model.compile(inlay::SGD{.learning_rate = 1.0}, inlay::MeanSquaredError{});
    (void)trainer.train_on_batch(x, y);
    const auto after = model.get_weights();
    for (std::size_t w = 0; w < weights.size(); ++w) {
        const double slope = central_difference(weights[w], 1e-2, [&] {
            model.set_weights(weights);
            return trainer.evaluate(x, y)[0];
        });
        CHECK(static_cast<double>(weights[w] - after[w]) ==
              doctest::Approx(slope).epsilon(2e-3).scale(1));
    }
}
