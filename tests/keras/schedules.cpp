// SPDX-License-Identifier: MIT
// Schedules of the learning rate: our rates against Keras's.
#include "schedules.hpp"

#include <inlay/core.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>

using namespace inlay;

namespace {

void follow(const keras::ScheduleCase& expected, const Rate& rate) {
    CAPTURE(expected.name);
    CHECK(rate.scheduled());
    for (std::size_t k = 0; k < expected.steps.size(); ++k) {
        CAPTURE(expected.steps[k]);
        // Keras works in single precision, in which a cosine near its end keeps an absolute error.
        const auto wanted = static_cast<double>(expected.rates[k]);
        CHECK(std::abs(rate.at(expected.steps[k]) - wanted) <= 2e-6 * wanted + 2e-8);
    }
}

}  // namespace

TEST_CASE("learning rates follow Keras's schedules") {
    CHECK(std::size(keras::schedules_cases) == 11);
    follow(keras::cosine_decay,
           CosineDecay{.initial_learning_rate = 0.1, .decay_steps = 100, .alpha = 0.05});
    follow(keras::cosine_warm_up, CosineDecay{.initial_learning_rate = 0.01,
                                              .decay_steps = 80,
                                              .warmup_target = 0.2,
                                              .warmup_steps = 20});
    follow(keras::cosine_restarts, CosineDecayRestarts{.initial_learning_rate = 0.1,
                                                       .first_decay_steps = 11,
                                                       .t_mul = 1.5,
                                                       .m_mul = 0.8,
                                                       .alpha = 0.01});
    follow(keras::cosine_restarts_even,
           CosineDecayRestarts{
               .initial_learning_rate = 0.1, .first_decay_steps = 16, .t_mul = 1, .m_mul = 0.9});
    follow(keras::exponential_decay,
           ExponentialDecay{.initial_learning_rate = 0.1, .decay_steps = 30, .decay_rate = 0.7});
    follow(
        keras::exponential_staircase,
        ExponentialDecay{
            .initial_learning_rate = 0.1, .decay_steps = 10, .decay_rate = 0.9, .staircase = true});
    follow(keras::inverse_time_decay,
           InverseTimeDecay{.initial_learning_rate = 0.1, .decay_steps = 30, .decay_rate = 0.7});
    follow(
        keras::inverse_time_staircase,
        InverseTimeDecay{
            .initial_learning_rate = 0.1, .decay_steps = 10, .decay_rate = 0.5, .staircase = true});
    follow(keras::piecewise_constant_decay,
           PiecewiseConstantDecay{.boundaries = {10, 20, 50}, .values = {0.1, 0.05f, 0.02, 0.01}});
    follow(keras::polynomial_decay, PolynomialDecay{.initial_learning_rate = 0.1,
                                                    .decay_steps = 70,
                                                    .end_learning_rate = 0.01,
                                                    .power = 2.5});
    follow(keras::polynomial_cycle,
           PolynomialDecay{.initial_learning_rate = 0.1, .decay_steps = 10, .cycle = true});
}

TEST_CASE("a function of the step is a schedule, a number is none") {
    const double first = 0.5;
    Rate rate = [&first](std::uint64_t step) { return first / (1 + static_cast<double>(step)); };
    CHECK(rate == 0.5);
    CHECK(rate.at(4) == 0.1);
    const Rate copy = rate;
    rate = 0.25;
    CHECK(!rate.scheduled());
    CHECK(rate.at(4) == 0.25);
    CHECK(copy.at(1) == 0.25);
    static_assert(Rate(0.125).at(7) == 0.125);
}
