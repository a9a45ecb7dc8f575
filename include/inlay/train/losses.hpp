// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_LOSSES_HPP
#define INLAY_TRAIN_LOSSES_HPP

#include <inlay/train/objects.hpp>
#include <inlay/train/rate.hpp>

#include <array>
#include <cstddef>

namespace inlay::INLAY_ABI {

/// A loss for each output of a network, in the order of the outputs, and how much each counts:
/// Losses{SparseCategoricalCrossentropy{}, MeanSquaredError{}}.weights(1, 0.5). All count once
/// unless told.
template <class... Each>
class Losses {
public:
    static constexpr std::size_t count = sizeof...(Each);

    constexpr explicit Losses(Each... losses) : losses_(losses...) {
        for (double& weight : weights_) weight = 1;
    }

    /// The same losses, with a weight for each.
    template <class... Weights>
    constexpr Losses weights(Weights... each) const {
        static_assert(sizeof...(Weights) == count, "inlay: Losses take one weight for each");
        Losses weighted = *this;
        weighted.weights_ = {static_cast<double>(Real(each))...};
        return weighted;
    }

    /// The loss of an output, and how much it counts.
    template <std::size_t output>
    constexpr const auto& get() const {
        return losses_.template get<output>();
    }
    constexpr double weight(std::size_t output) const { return weights_[output]; }

private:
    Objects<Each...> losses_;
    std::array<double, count> weights_{};
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Losses;
}  // namespace inlay

#endif  // INLAY_TRAIN_LOSSES_HPP
