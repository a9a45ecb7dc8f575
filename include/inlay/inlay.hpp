// SPDX-License-Identifier: MIT
#ifndef INLAY_INLAY_HPP
#define INLAY_INLAY_HPP
// inlay: a neural network is a type. The table of contents.

#include <inlay/config.hpp>

#if INLAY_COMPILER_SUPPORTED

#include <inlay/macros_aside.hpp>

#include <inlay/core.hpp>           // layers, losses, optimizers, Network, Training: no heap
#include <inlay/io/model_file.hpp>  // save, load, try_load, checkpoints
#include <inlay/io/transfer.hpp>    // copy_weights, load in part
#include <inlay/model/model.hpp>    // Model: weights of its own, predict, summary
#include <inlay/model/trainer.hpp>  // Trainer: fit, evaluate, train_on_batch
#include <inlay/zoo.hpp>            // zoo::ResNet50V2 and other known networks

#include <inlay/io/backup_and_restore.hpp>                   // BackupAndRestore
#include <inlay/io/model_checkpoint.hpp>                     // ModelCheckpoint
#include <inlay/model/callback/csv_logger.hpp>               // CSVLogger
#include <inlay/model/callback/early_stopping.hpp>           // EarlyStopping
#include <inlay/model/callback/lambda_callback.hpp>          // LambdaCallback
#include <inlay/model/callback/learning_rate_scheduler.hpp>  // LearningRateScheduler
#include <inlay/model/callback/reduce_lr_on_plateau.hpp>     // ReduceLROnPlateau
#include <inlay/model/callback/terminate_on_nan.hpp>         // TerminateOnNaN
#include <inlay/model/confusion_matrix.hpp>  // confusion_matrix(labels, predictions)

#include <inlay/macros_back.hpp>

#endif

#endif  // INLAY_INLAY_HPP
