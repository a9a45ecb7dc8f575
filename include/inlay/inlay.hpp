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

#include <inlay/macros_back.hpp>

#endif

#endif  // INLAY_INLAY_HPP
