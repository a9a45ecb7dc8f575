// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_CALLBACK_LEARNING_RATE_HPP
#define INLAY_MODEL_CALLBACK_LEARNING_RATE_HPP
// The learning rate as callbacks of Keras's see it: a float.

#include <inlay/host/python_text.hpp>
#include <inlay/model/callback/monitor.hpp>
#include <inlay/model/session.hpp>
#include <inlay/train/rate.hpp>

#include <string_view>

namespace inlay::INLAY_ABI::callback {

/// The learning rate, rounded to the float that Keras keeps.
inline double rate_of(const Stage& stage) {
    return static_cast<double>(static_cast<float>(stage.learning_rate()));
}

/// Puts the learning rate into the logs.
inline void log_rate(Stage& stage) { stage.logs.set("learning_rate", rate_of(stage)); }

/// Sets a new rate; a verbose callback says who does what to it.
INLAY_COLD void set_rate(Epoch& epoch, double rate, Whole verbose, std::string_view who);

#if INLAY_BODIES

INLAY_BODY void set_rate(Epoch& epoch, double rate, Whole verbose, std::string_view who) {
    epoch.set_learning_rate(rate);
    if (verbose.value > 0)
        print_line(Text() << "\nEpoch " << epoch.number + 1 << ": " << who << " learning rate to "
                          << python_number(rate) << ".");
}

#endif

}  // namespace inlay::INLAY_ABI::callback

#endif  // INLAY_MODEL_CALLBACK_LEARNING_RATE_HPP
