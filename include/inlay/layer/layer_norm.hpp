// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_LAYER_NORM_HPP
#define INLAY_LAYER_LAYER_NORM_HPP

#include <inlay/layer/normalizing.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Normalizes the channels (the last axis) of each cell by their own mean and variance: y = (x -
/// mean) / sqrt(variance + epsilon) gamma + beta. Options: Epsilon (1e-3), NoScale, NoCenter,
/// GammaInit, BetaInit.
template <class... Given>
struct LayerNorm
    : Normalizing<true, !option::Options<Given...>::has("scale"),
                  !option::Options<Given...>::has("center"),
                  option::Options<Given...>::template get<"epsilon", Epsilon<1e-3L>>::value> {
    using Options = option::Options<Given...>;

    static constexpr std::string_view title = "LayerNormalization", name = "layer_normalization";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"epsilon", "scale", "center", "gamma initializer",
                                             "beta initializer"})
                               .view();
        LayerNorm::require_epsilon("LayerNorm<Epsilon<1e-3>>", complaint);
        return in;
    }

    static constexpr WeightSpecs weights(const Shape& in) {
        return LayerNorm::template gamma_and_beta<Options>(in);
    }
};

template <class... Given>
using LayerNormalization = LayerNorm<Given...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::LayerNorm;
using INLAY_ABI::LayerNormalization;
}  // namespace inlay

#endif  // INLAY_LAYER_LAYER_NORM_HPP
