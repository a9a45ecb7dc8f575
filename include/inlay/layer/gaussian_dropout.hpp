// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_GAUSSIAN_DROPOUT_HPP
#define INLAY_LAYER_GAUSSIAN_DROPOUT_HPP

#include <inlay/layer/noise.hpp>
#include <inlay/simd/pack.hpp>
#include <inlay/text/number.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Multiplies each element by a normal number of mean 1 and variance Rate / (1 - Rate), that of
/// Dropout<Rate>, in training; outside of training it does nothing. Rate lies in [0, 1).
template <Number Rate>
struct GaussianDropout : Noisy<GaussianDropout<Rate>> {
    static constexpr std::string_view title = "GaussianDropout", name = "gaussian_dropout";
    static constexpr auto draw = kernel::Draw::normal;
    static constexpr auto drawer = kernel::Drawer::element;
    static constexpr bool terms = false;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        need_rate(Rate.value, "GaussianDropout<0.5>", complaint);
        return in;
    }

    /// y[k] = (1 + sqrt(Rate / (1 - Rate)) n(k)) x[k]
    static kernel::Noise noise() {
        return {.usual = {1, 0},
                .other = {simd::registers::root(Rate.value / (1 - Rate.value)), 0}};
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GaussianDropout;
}  // namespace inlay

#endif  // INLAY_LAYER_GAUSSIAN_DROPOUT_HPP
