// SPDX-License-Identifier: MIT
// A training step in parts: the same bits as at once, whoever runs it and wherever it pauses.
#include "../bits.hpp"
#include "../message_of.hpp"
#include "../threads.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

using namespace inlay;
using namespace std::chrono_literals;

namespace {

std::vector<float> pattern(std::size_t count, std::size_t salt) {
    std::vector<float> x(count);
    for (std::size_t k = 0; k < count; ++k)
        x[k] = static_cast<float>((k * 37 + salt * 17) % 101) / 50 - 1;
    return x;
}

/// Some steps, of one model at once, of another by pieces.
template <class Net, class In, class Policy = Fast<>, class Optimizer>
void check_pieces(Optimizer optimizer) {
    using Trained = Model<Net, In, float, Policy>;
    for (const int workers : {1, 2, 3, 5})
        for (const std::size_t batch : {std::size_t{1}, std::size_t{5}, std::size_t{29}}) {
            CAPTURE(workers);
            CAPTURE(batch);
            const Threads scope(workers);
            Trained whole{3}, parted{3};
            auto at_once = whole.compile(optimizer, MeanSquaredError{}, Accuracy{});
            auto in_parts = parted.compile(optimizer, MeanSquaredError{}, Accuracy{});
            for (std::size_t step = 0; step < 3; ++step) {
                auto x = pattern(batch * In::shape.size(), step);
                auto y = pattern(batch * Trained::output_shape.size(), step + 7);
                const std::vector<float> before(parted.weights().begin(), parted.weights().end());
                const auto scores = at_once.train_on_batch(x, y);
                in_parts.begin_step(x, y);
                std::ranges::fill(x, -9.0f);  // it has copies
                std::ranges::fill(y, -9.0f);
                int parts = 0;
                do {
                    CHECK(all_same_bits(std::as_const(parted).weights(), before));
                    ++parts;
                } while (!in_parts.step_for(0s));
                CHECK(parts > 2);
                CHECK(in_parts.step_for(0s));  // there is nothing left
                CHECK(in_parts.finish_step() == scores);
                CHECK(
                    all_same_bits(std::as_const(parted).weights(), std::as_const(whole).weights()));
                CHECK(all_same_bits(std::as_const(parted).state(), std::as_const(whole).state()));
                CHECK(all_same_bits(in_parts.moments(), at_once.moments()));
                CHECK(in_parts.progress().step == at_once.progress().step);
            }
        }
}

using Small = Sequential<Dense<7, ReLU>, Dropout<0.3>, Dense<3>>;
using Normalized =
    Sequential<Conv2D<5, 3, 3>, BatchNorm<>, ReLU, Conv2D<3, 3, 3>, BatchNorm<>, Flatten, Dense<3>>;

}  // namespace

TEST_CASE("a step in parts has the bits of one at once") {
    check_pieces<Small, Input<5>>(Adam{});
    check_pieces<Normalized, Input<7, 6, 2>>(SGD{.learning_rate = 0.01, .momentum = 0.9});
    check_pieces<
        Sequential<Dense<3>, Add<Sequential<Dense<3, ReLU>, Dense<3>>, Identity>, Dense<2>>,
        Input<4>>(SGD{.clipnorm = 0.1});
}

TEST_CASE("wide layers wait for the end of a step in parts") {
    check_pieces<Sequential<Dense<260, ReLU>, Dense<260, Tanh>, Dense<2>>, Input<260>>(
        Adam{.use_ema = true});
}

TEST_CASE("tables of calls are interrupted like what is unrolled") {
    using Net = Sequential<Add<Sequential<Conv2D<3, 3, 3, Same>, BatchNorm<>, ReLU>, Identity>,
                           Flatten, Dense<260, ReLU>, Dense<260>>;
    check_pieces<Net, Input<5, 4, 3>, Rolled<Fast<>>>(Lamb{});
}

TEST_CASE("time tells how many parts a call takes") {
    Model<Small, Input<5>> model{1};
    auto trainer = model.compile(Adam{}, MeanSquaredError{});
    const auto x = pattern(5 * 16, 1), y = pattern(3 * 16, 2);
    trainer.begin_step(x, y);
    CHECK(trainer.step_for(1h));
    trainer.begin_step(x, y);  // what has ended may be left without its scores
    CHECK_FALSE(trainer.step_for(0ns));
    CHECK(trainer.step_for(std::chrono::duration<double>(1e9)));
}

TEST_CASE("a step under way stands in the way of other training, and of that alone") {
    Model<Small, Input<5>> model{1};
    auto trainer = model.compile(Adam{}, MeanSquaredError{});
    const auto x = pattern(5 * 16, 1), y = pattern(3 * 16, 2);
    const std::string none = "there is no training step to take: begin_step(x, y) begins one";
    CHECK(message_of([&] { trainer.step_for(1ms); }) == none);
    CHECK(message_of([&] { trainer.finish_step(); }) == none);
    CHECK(message_of([&] { trainer.begin_step(x, pattern(3, 1)); }) ==
          message_of([&] { trainer.train_on_batch(x, pattern(3, 1)); }));
    CHECK(message_of([&] { trainer.step_for(1ms); }) == none);
    const auto scores = trainer.evaluate(x, y);
    trainer.begin_step(x, y);
    trainer.step_for(0s);
    const std::string busy = "a training step is under way: finish_step() ends it";
    CHECK(message_of([&] { trainer.begin_step(x, y); }) == busy);
    CHECK(message_of([&] { trainer.train_on_batch(x, y); }) == busy);
    CHECK(message_of([&] { trainer.fit(x, y); }) == busy);
    CHECK(message_of([&] { trainer.gradients(x, y); }) == busy);
    CHECK(message_of([&] { trainer.input_gradient(x, y); }) == busy);
    CHECK(trainer.evaluate(x, y) == scores);
    trainer.finish_step();
    trainer.train_on_batch(x, y);
    CHECK(trainer.progress().step == 2);
}
