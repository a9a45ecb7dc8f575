// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SCORING_HPP
#define INLAY_TRAIN_SCORING_HPP
// The loss and the metrics of a network's outputs.

#include <inlay/network/network.hpp>
#include <inlay/train/target.hpp>

#include <array>
#include <cstddef>

namespace inlay::INLAY_ABI {

namespace scoring {

template <class Layer>
struct AppliedBy {
    using type = void;
};

template <class Layer>
    requires requires { typename Layer::Applied; }
struct AppliedBy<Layer> {
    using type = typename Layer::Applied;
};

}  // namespace scoring

/// A loss and metrics on the outputs of a network.
template <class Net, class Loss, class... Metrics>
struct Scoring {
    using Scalar = typename Net::scalar;

    /// Whether the loss takes the input of the last activation: they match, as Softmax and a
    /// categorical cross-entropy do.
    static constexpr bool logits =
        std::is_base_of_v<typename Loss::Logits,
                          typename scoring::AppliedBy<wiring::LayerAt<
                              typename Net::spec, Net::lowered.outputs[0].activation>>::type>;

    static constexpr std::size_t features = Net::output_shape.last();
    static constexpr std::size_t rows = Net::output_shape.size() / features;

    /// Sums over rows: the loss, then each metric. Doubles, since rows may be millions of pixels.
    using Sums = std::array<double, 1 + sizeof...(Metrics)>;

    /// Adds the rows of `count` examples, of which the first is number `first` of the targets.
    /// `before` is the input of the last activation, looked at only where the loss takes logits.
    /// Where `gradient` is not null it receives that of the loss times `scale`, with respect to the
    /// logits where the loss takes them.
    static void add(const Loss& loss, Sums& sums, const Scalar* output, const Scalar* before,
                    const Targets<Scalar>& targets, std::size_t first, std::size_t count,
                    Scalar scale, Scalar* gradient) {
        for (std::size_t r = 0; r < count * rows; ++r) {
            const std::size_t at = first * rows + r;
            const Target<Scalar> target{
                Loss::sparse ? static_cast<std::size_t>(targets.classes[at]) : 0,
                Loss::sparse ? nullptr : targets.rows + at * features};
            const Scalar* const y = output + r * features;
            const Prediction<Scalar> prediction{y, logits ? before + r * features : nullptr,
                                                features};
            sums[0] += static_cast<double>(loss.template row<logits>(
                prediction, target, scale, gradient ? gradient + r * features : nullptr));
            std::size_t metric = 0;
            ((sums[++metric] +=
              static_cast<double>(Metrics::template row<Loss::sparse>(y, target, features))),
             ...);
        }
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_SCORING_HPP
