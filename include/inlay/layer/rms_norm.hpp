// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_RMS_NORM_HPP
#define INLAY_LAYER_RMS_NORM_HPP

#include <inlay/layer/normalizing.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Divides the channels (the last axis) of each cell by their root mean square: y = x / sqrt(mean
/// x^2 + epsilon) scale (Zhang and Sennrich 2019). Options: Epsilon (1e-6).
template <class... Given>
struct RMSNorm
    : Normalizing<false, true, false,
                  option::Options<Given...>::template get<"epsilon", Epsilon<1e-6L>>::value> {
    using Options = option::Options<Given...>;

    static constexpr std::string_view title = "RMSNormalization", name = "rms_normalization";
    static constexpr Masks masks = Masks::stop;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"epsilon"}).view();
        RMSNorm::require_epsilon("RMSNorm<Epsilon<1e-6>>", complaint);
        return in;
    }

    static constexpr WeightSpecs weights(const Shape& in) {
        return WeightSpecs{}.add({"scale", Shape{in.last()}, Ones::fill});
    }
};

template <class... Given>
using RMSNormalization = RMSNorm<Given...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::RMSNorm;
using INLAY_ABI::RMSNormalization;
}  // namespace inlay

#endif  // INLAY_LAYER_RMS_NORM_HPP
