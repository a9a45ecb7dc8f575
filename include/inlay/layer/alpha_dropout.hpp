// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_ALPHA_DROPOUT_HPP
#define INLAY_LAYER_ALPHA_DROPOUT_HPP

#include <inlay/layer/noise.hpp>
#include <inlay/simd/pack.hpp>
#include <inlay/text/number.hpp>

#include <bit>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Takes each element to where SELU ends below, -1.758, with probability Rate in training, and then
/// all of them to the mean and the variance that they had: dropout for networks of SELU (G.
/// Klambauer et al., 2017). Outside of training it does nothing. Rate lies in [0, 1).
template <Number Rate>
struct AlphaDropout : Noisy<AlphaDropout<Rate>> {
    static constexpr std::string_view title = "AlphaDropout", name = "alpha_dropout";
    static constexpr auto draw = kernel::Draw::drop;
    static constexpr auto drawer = kernel::Drawer::element;
    static constexpr bool terms = true;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        need_rate(Rate.value, "AlphaDropout<0.1>", complaint);
        return in;
    }

    /// y[k] = a (kept(k) ? x[k] : low) + b            low: -alpha scale of SELU, by its bits
    ///
    ///     a = 1 / sqrt((1 - Rate) (1 + Rate low^2))      b = -a low Rate      low = -1.7580993
    static kernel::Noise noise() {
        constexpr auto low = std::bit_cast<double>(std::uint64_t{0xbffc212cc640f030});
        const double spread = 1 + simd::mul(Rate.value, simd::mul(low, low));
        const double a = 1 / simd::registers::root(simd::mul(1 - Rate.value, spread));
        const double down = simd::mul(a, low), b = -simd::mul(down, Rate.value);
        return {.rate = Rate.value, .usual = {a, b}, .other = {0, down + b}};
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::AlphaDropout;
}  // namespace inlay

#endif  // INLAY_LAYER_ALPHA_DROPOUT_HPP
