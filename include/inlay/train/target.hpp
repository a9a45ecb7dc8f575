// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_TARGET_HPP
#define INLAY_TRAIN_TARGET_HPP
// What a network is trained towards, and what a loss and a metric are.

#include <inlay/activation/softmax.hpp>
#include <inlay/config.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI {

/// The targets of a whole batch: a class for each row of features, or a row of numbers; and what
/// they weigh, where that is told: each example, or each row.
template <class Scalar>
struct Targets {
    const std::int32_t* classes = nullptr;
    const Scalar* rows = nullptr;
    const Scalar* weights = nullptr;
    std::size_t weights_each = 1;  ///< of an example: one, or one for each of its rows
};

/// The target of one row of features.
template <class Scalar>
struct Target {
    std::size_t chosen = 0;       ///< where the loss takes classes
    const Scalar* row = nullptr;  ///< where it takes rows of numbers
};

/// What a loss sees of one row: the output, and where the loss takes logits the input of the last
/// activation; null elsewhere. The gradient is with respect to the logits where it takes them.
template <class Scalar>
struct Prediction {
    const Scalar* output;
    const Scalar* logits;
    std::size_t features;
};

/// A loss that is a mean over rows, each by itself; as a metric it is the same mean.
template <class Type, class Scalar>
concept RowLoss =
    requires(const Type& loss, const Prediction<Scalar>& y, const Target<Scalar>& target,
             Scalar* gradient) { Scalar(loss.template row<false>(y, target, Scalar{}, gradient)); };

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Prediction;
using INLAY_ABI::Target;
using INLAY_ABI::Targets;
}  // namespace inlay

#endif  // INLAY_TRAIN_TARGET_HPP
