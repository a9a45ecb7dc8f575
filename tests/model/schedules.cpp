// SPDX-License-Identifier: MIT
// Schedules of the learning rate in training: as if someone had set each rate by hand.
#include "../bits.hpp"
#include "../message_of.hpp"
#include "../temporary_folder.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

using namespace inlay;

namespace {

using Net = Model<Sequential<Dense<3, Tanh>, Dense<2>>, Input<4>>;

const std::vector<float> x{1, -2, 0.5f, 3, 0, 1, 1, -1}, y{1, 0, 0.5f, -1};

constexpr double rate_at(std::uint64_t step) { return step <= 1 ? 0.5 : step <= 3 ? 0.25 : 0.125; }

const PiecewiseConstantDecay stairs{.boundaries = {1, 3}, .values = {0.5, 0.25, 0.125}};

/// The weights after steps from `first` on, whose rates are set by hand.
std::vector<float> by_hand(std::uint64_t steps) {
    Net model{3};
    auto trainer = model.compile(SGD{.momentum = 0.9, .weight_decay = 0.01}, MeanSquaredError{});
    for (std::uint64_t step = 0; step < steps; ++step) {
        trainer.optimizer().learning_rate = rate_at(step);
        trainer.train_on_batch(x, y);
    }
    return model.get_weights();
}

}  // namespace

TEST_CASE("a schedule sets the rate of each step, and of what decays") {
    Net model{3};
    auto trainer = model.compile(
        SGD{.learning_rate = stairs, .momentum = 0.9, .weight_decay = 0.01}, MeanSquaredError{});
    for (std::uint64_t step = 0; step < 6; ++step) trainer.train_on_batch(x, y);
    CHECK(all_same_bits(model.get_weights(), by_hand(6)));
}

TEST_CASE("callbacks see the rate of a schedule, and cannot set it") {
    Net model{3};
    auto trainer = model.compile(SGD{.learning_rate = stairs}, MeanSquaredError{});
    std::vector<double> seen;
    const LambdaCallback looks{.on_epoch_begin = [&](Epoch& epoch) {
        seen.push_back(epoch.learning_rate());
    }};
    trainer.fit(x, y, {.batch_size = 1, .epochs = 3, .verbose = 0}, looks);
    CHECK(seen == std::vector<double>{0.5, 0.25, 0.125});
    const std::vector<float> before = model.get_weights();
    const std::string message = message_of([&] {
        trainer.fit(x, y, {.verbose = 0}, LearningRateScheduler{[](int) { return 0.1; }});
    });
    CHECK(message ==
          "a callback sets the learning rate, which is a schedule: give the optimizer a number, or "
          "leave the callback out");
    CHECK(all_same_bits(model.get_weights(), before));
    trainer.optimizer().learning_rate = 0.1;  // a number takes its place
    CHECK(!trainer.optimizer().learning_rate.scheduled());
}

TEST_CASE("a saved trainer goes on by its own schedule") {
    const TemporaryFolder folder;
    const SGD optimizer{.learning_rate = stairs, .momentum = 0.9, .weight_decay = 0.01};
    Net first{3}, second{4};
    auto begun = first.compile(optimizer, MeanSquaredError{});
    for (int step = 0; step < 3; ++step) begun.train_on_batch(x, y);
    save(begun, folder / "begun.safetensors");
    auto goes_on = second.compile(optimizer, MeanSquaredError{});
    load(goes_on, folder / "begun.safetensors");
    CHECK(goes_on.optimizer().learning_rate.scheduled());
    for (int step = 0; step < 3; ++step) goes_on.train_on_batch(x, y);
    CHECK(all_same_bits(second.get_weights(), by_hand(6)));
}
