// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_GAUSSIAN_NOISE_HPP
#define INLAY_LAYER_GAUSSIAN_NOISE_HPP

#include <inlay/layer/noise.hpp>
#include <inlay/text/number.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Adds a normal number of deviation Deviation to each element in training; outside of training it
/// does nothing. Deviation lies in [0, 1].
template <Number Deviation>
struct GaussianNoise : Noisy<GaussianNoise<Deviation>> {
    static constexpr std::string_view title = "GaussianNoise", name = "gaussian_noise";
    static constexpr auto draw = kernel::Draw::normal;
    static constexpr auto drawer = kernel::Drawer::element;
    static constexpr bool terms = true, adds_only = true;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        if (!(Deviation.value >= 0 && Deviation.value <= 1)) {
            complaint.needs << "needs a standard deviation from 0 to 1";
            complaint.remedy << "write one such as GaussianNoise<0.1>";
        }
        return in;
    }

    /// y[k] = x[k] + Deviation n(k)
    static constexpr kernel::Noise noise() {
        return {.usual = {1, 0}, .other = {0, Deviation.value}};
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GaussianNoise;
}  // namespace inlay

#endif  // INLAY_LAYER_GAUSSIAN_NOISE_HPP
