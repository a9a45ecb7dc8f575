// SPDX-License-Identifier: MIT
#pragma once
// Gradients through the whole front end, for networks that check.hpp does not take apart.

#include <inlay/model/trainer.hpp>
#include <inlay/train/sgd.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <vector>

/// Checks what one step of plain descent takes from each weight of a model against the central
/// difference of the loss.
inline void check_loss_slopes(auto& model, const std::vector<float>& x,
                              const std::vector<float>& y) {
    const auto before = model.get_weights();
    auto trainer = model.compile(inlay::SGD{.learning_rate = 1.0}, inlay::MeanSquaredError{});
    (void)trainer.train_on_batch(x, y);
    const auto after = model.get_weights();
    for (std::size_t w = 0; w < before.size(); ++w) {
        const auto loss_at = [&](float shift) {
            auto moved = before;
            moved[w] += shift;
            model.set_weights(moved);
            return static_cast<double>(trainer.evaluate(x, y)[0]);
        };
        const double slope = (loss_at(1e-2f) - loss_at(-1e-2f)) / 2e-2;
        CHECK(static_cast<double>(before[w] - after[w]) ==
              doctest::Approx(slope).epsilon(2e-3).scale(1));
    }
}
