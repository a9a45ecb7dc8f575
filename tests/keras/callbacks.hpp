// SPDX-License-Identifier: MIT
#pragma once
// The callbacks of callbacks.txt. Written by generate.py.

#include <inlay/inlay.hpp>

namespace keras {

/// Calls follow(callback) for one after another.
void for_each_callback(const auto& follow) {
    using namespace inlay;
    follow(EarlyStopping{});
    follow(EarlyStopping{.patience = 1});
    follow(EarlyStopping{.patience = 3});
    follow(EarlyStopping{.min_delta = 0.2, .patience = 2});
    follow(EarlyStopping{.patience = 2, .verbose = 1});
    follow(EarlyStopping{.patience = 2, .mode = "max"});
    follow(EarlyStopping{.monitor = "val_accuracy", .patience = 2, .verbose = 1});
    follow(EarlyStopping{.patience = 2, .baseline = 0.45});
    follow(EarlyStopping{.patience = 3, .baseline = 0.3});
    follow(EarlyStopping{.patience = 2, .restore_best_weights = true});
    follow(EarlyStopping{.patience = 2, .verbose = 1, .restore_best_weights = true});
    follow(EarlyStopping{.patience = 20, .verbose = 1, .restore_best_weights = true});
    follow(EarlyStopping{.patience = 2, .baseline = 0.3, .restore_best_weights = true});
    follow(EarlyStopping{.patience = 1, .restore_best_weights = true, .start_from_epoch = 2});
    follow(EarlyStopping{});
    follow(EarlyStopping{.verbose = 1, .restore_best_weights = true});
    follow(EarlyStopping{.patience = 1, .restore_best_weights = true});
    follow(EarlyStopping{.patience = 1, .restore_best_weights = true});
    follow(EarlyStopping{.patience = 1, .restore_best_weights = true});
    follow(ReduceLROnPlateau{});
    follow(ReduceLROnPlateau{});
    follow(ReduceLROnPlateau{.factor = 0.2, .patience = 1, .verbose = 1, .min_lr = 0.005});
    follow(ReduceLROnPlateau{.factor = 0.2, .patience = 1, .verbose = 1, .min_lr = 0.005});
    follow(ReduceLROnPlateau{.factor = 0.5, .patience = 1, .verbose = 1, .cooldown = 2});
    follow(ReduceLROnPlateau{.factor = 0.5, .patience = 1, .verbose = 1, .cooldown = 2});
    follow(ReduceLROnPlateau{.patience = 2, .verbose = 1, .min_delta = 0.3});
    follow(ReduceLROnPlateau{.patience = 2, .verbose = 1, .min_delta = 0.3});
    follow(ReduceLROnPlateau{.monitor = "val_accuracy", .factor = 0.3, .patience = 1, .verbose =
           1});
    follow(ReduceLROnPlateau{.monitor = "val_accuracy", .factor = 0.3, .patience = 1, .verbose =
           1});
    follow(ModelCheckpoint{.path = "e{epoch:02d}-{val_loss:.2f}.keras", .verbose = 1});
    follow(ModelCheckpoint{.path = "e{epoch:02d}-{val_loss:.2f}.keras", .verbose = 1,
           .save_best_only = true});
    follow(ModelCheckpoint{.path = "e{epoch:02d}-{val_loss:.2f}.keras", .monitor = "val_accuracy",
           .verbose = 1, .save_best_only = true});
    follow(ModelCheckpoint{.path = "e{epoch:02d}-{val_loss:.2f}.keras", .verbose = 1,
           .save_best_only = true, .mode = "max"});
    follow(ModelCheckpoint{.path = "e{epoch:02d}-{val_loss:.2f}.keras", .verbose = 1,
           .save_best_only = true, .initial_value_threshold = 0.5});
    follow(ModelCheckpoint{.path = "{epoch}-{batch:03d}-{loss}-{accuracy:6.1e}-{accuracy:g}.keras",
           .verbose = 1, .save_freq = 3});
    follow(ModelCheckpoint{.path = "{{{epoch:5d}}}{accuracy:.1%}{loss:08.3f}.keras"});
}

}  // namespace keras
