// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_INPUT_GRADIENT_HPP
#define INLAY_TRAIN_INPUT_GRADIENT_HPP

#include <inlay/train/training.hpp>

#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// An optimizer for whoever wants gradients alone.
struct Still {
    static constexpr std::string_view name = "still";
    static constexpr int moments = 0;

    template <class Scalar>
    void update(const Stretch<Scalar>&, std::uint64_t) const {}
};

/// What makes the gradient of a loss with respect to the input of a network: a training step whose
/// job says where that goes. Nothing moves but the state.
template <class Net, class Loss>
using InputGradient = AcceptedTraining<true, Net, Still, Loss>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::InputGradient;
}  // namespace inlay

#endif  // INLAY_TRAIN_INPUT_GRADIENT_HPP
