// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_CALLBACK_REDUCE_LR_ON_PLATEAU_HPP
#define INLAY_MODEL_CALLBACK_REDUCE_LR_ON_PLATEAU_HPP

#include <inlay/host/error.hpp>
#include <inlay/host/text.hpp>
#include <inlay/model/callback/learning_rate.hpp>
#include <inlay/model/callback/monitor.hpp>
#include <inlay/model/session.hpp>
#include <inlay/train/rate.hpp>

#include <cstdint>

namespace inlay::INLAY_ABI {

/// Multiplies the learning rate by `factor` when a loss or metric has not become better for
/// `patience` epochs (Keras's ReduceLROnPlateau). `learning_rate` comes into the logs.
struct ReduceLROnPlateau {
    Text monitor = "val_loss";  ///< a name in the logs
    Real factor = 0.1L;         ///< below 1
    Whole patience = 10;        ///< epochs without improvement
    Whole verbose = 0;          ///< 1: says what it does
    Text mode = "auto";         ///< min, max, or what the score says of itself
    Real min_delta = 1e-4L;     ///< a smaller change is no improvement
    Whole cooldown = 0;         ///< epochs behind a reduction that are not looked at
    Real min_lr = 0;            ///< the smallest rate

    // What it has found.
    Level best{};
    std::int64_t wait = 0, cooldown_counter = 0;
    Monitor watch{};

    INLAY_COLD void on_train_begin(Run& run);
    INLAY_COLD void on_epoch_end(Epoch& epoch);
};

#if INLAY_BODIES

INLAY_BODY void ReduceLROnPlateau::on_train_begin(Run& run) {
    if (!(factor < 1))
        fail(Text() << "ReduceLROnPlateau: factor is " << readable(factor)
                    << " but needs to be below 1");
    watch.begin("ReduceLROnPlateau", monitor, mode, min_delta, run.session());
    best = {};
    wait = cooldown_counter = 0;
}

INLAY_BODY void ReduceLROnPlateau::on_epoch_end(Epoch& epoch) {
    callback::log_rate(epoch);
    const Level current = watch.in(epoch, "the learning rate is not reduced");
    if (!current.given) return;
    if (cooldown_counter > 0) {
        --cooldown_counter;
        wait = 0;
    }
    if (watch.improves(current.value, best)) {
        best = current;
        wait = 0;
    } else if (cooldown_counter == 0 && ++wait >= patience.value) {
        const double old = callback::rate_of(epoch), least = min_lr;
        if (!(old > static_cast<double>(static_cast<float>(least)))) return;
        const double reduced = old * factor, rate = reduced < least ? least : reduced;
        callback::set_rate(epoch, rate, verbose, "ReduceLROnPlateau reducing");
        cooldown_counter = cooldown.value;
        wait = 0;
    }
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ReduceLROnPlateau;
}  // namespace inlay

#endif  // INLAY_MODEL_CALLBACK_REDUCE_LR_ON_PLATEAU_HPP
