// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_CALLBACK_EARLY_STOPPING_HPP
#define INLAY_MODEL_CALLBACK_EARLY_STOPPING_HPP

#include <inlay/host/text.hpp>
#include <inlay/model/callback/monitor.hpp>
#include <inlay/model/callback/snapshot.hpp>
#include <inlay/model/options.hpp>
#include <inlay/model/session.hpp>
#include <inlay/train/rate.hpp>

#include <cstdint>

namespace inlay::INLAY_ABI {

/// Ends a training whose loss or metric has not become better for more than `patience` epochs
/// (Keras's EarlyStopping). With `restore_best_weights` the model gets back the weights of the best
/// epoch, also where the epochs run out.
struct EarlyStopping {
    Text monitor = "val_loss";          ///< a name in the logs
    Real min_delta = 0;                 ///< a smaller change is no improvement
    Whole patience = 0;                 ///< epochs without improvement that are borne with
    Whole verbose = 0;                  ///< 1: says what it does
    Text mode = "auto";                 ///< min, max, or what the score says of itself
    Level baseline{};                   ///< without being better than that there is no improvement
    bool restore_best_weights = false;  ///< of the best epoch, when training ends
    Whole start_from_epoch = 0;         ///< epochs before it are not looked at

    // What it has found, to be read after fit.
    Level best{};
    int best_epoch = 0;     ///< from 0
    int stopped_epoch = 0;  ///< likewise; 0 where it has not ended the training
    std::int64_t wait = 0;  ///< epochs since the last improvement
    Snapshot best_weights{};
    Monitor watch{};

    INLAY_COLD void on_train_begin(Run& run);
    INLAY_COLD void on_epoch_end(Epoch& epoch);
    INLAY_COLD void on_train_end(Run& run);
};

#if INLAY_BODIES

INLAY_BODY void EarlyStopping::on_train_begin(Run& run) {
    at_least("EarlyStopping: patience", patience, 0);
    watch.begin("EarlyStopping", monitor, mode, min_delta, run.session());
    best = {};
    best_epoch = stopped_epoch = 0;
    wait = 0;
    best_weights = Snapshot();
}

INLAY_BODY void EarlyStopping::on_epoch_end(Epoch& epoch) {
    const Level current = watch.in(epoch, "training is not ended early");
    if (!current.given || epoch.number < start_from_epoch.value) return;
    const auto keep = [&] {
        best_epoch = epoch.number;
        if (restore_best_weights) best_weights.take(epoch.session());
    };
    if (restore_best_weights && best_weights.empty()) keep();
    ++wait;
    if (watch.improves(current.value, best)) {
        best = current;
        keep();
        if (watch.improves(current.value, baseline)) wait = 0;
    } else if (wait >= patience.value && epoch.number > 0) {
        stopped_epoch = epoch.number;
        epoch.stop_training();
    }
}

INLAY_BODY void EarlyStopping::on_train_end(Run& run) {
    const bool says = verbose.value > 0;
    if (stopped_epoch > 0 && says)
        print_line(Text() << "Epoch " << stopped_epoch + 1 << ": early stopping");
    if (!restore_best_weights || best_weights.empty()) return;
    if (says)
        print_line(Text() << "Restoring model weights from the end of the best epoch: "
                          << best_epoch + 1 << ".");
    best_weights.give(run.session());
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::EarlyStopping;
}  // namespace inlay

#endif  // INLAY_MODEL_CALLBACK_EARLY_STOPPING_HPP
