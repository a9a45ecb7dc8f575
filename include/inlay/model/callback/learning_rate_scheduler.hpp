// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_CALLBACK_LEARNING_RATE_SCHEDULER_HPP
#define INLAY_MODEL_CALLBACK_LEARNING_RATE_SCHEDULER_HPP

#include <inlay/model/callback/learning_rate.hpp>
#include <inlay/model/session.hpp>
#include <inlay/train/rate.hpp>

#include <concepts>

namespace inlay::INLAY_ABI {

/// Sets the learning rate before each epoch (Keras's LearningRateScheduler): schedule(epoch, rate)
/// or schedule(epoch) makes the new one, epochs counting from 0. `learning_rate` comes into the
/// logs.
template <class Schedule>
struct LearningRateScheduler {
    Schedule schedule;
    Whole verbose = 0;  ///< 1: says what it does

    void on_epoch_begin(Epoch& epoch) {
        [[maybe_unused]] const auto set = [&](Real rate) {
            callback::set_rate(epoch, rate, verbose, "LearningRateScheduler setting");
        };
        if constexpr (std::invocable<Schedule&, int, double>)
            set(schedule(epoch.number, callback::rate_of(epoch)));
        else if constexpr (std::invocable<Schedule&, int>)
            set(schedule(epoch.number));
        else
            static_assert(std::invocable<Schedule&, int, double>,
                          "inlay: a schedule is called as schedule(epoch, learning_rate) or "
                          "schedule(epoch) and returns the new learning rate");
    }

    void on_epoch_end(Epoch& epoch) { callback::log_rate(epoch); }
};

template <class Schedule>
LearningRateScheduler(Schedule) -> LearningRateScheduler<Schedule>;
template <class Schedule>
LearningRateScheduler(Schedule, Whole) -> LearningRateScheduler<Schedule>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::LearningRateScheduler;
}  // namespace inlay

#endif  // INLAY_MODEL_CALLBACK_LEARNING_RATE_SCHEDULER_HPP
