// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_RANDOM_FACTOR_HPP
#define INLAY_LAYER_RANDOM_FACTOR_HPP
// Ranges that layers draw from, as template arguments, and the numbers that they draw.

#include <inlay/layer/facts.hpp>
#include <inlay/layer/pass.hpp>
#include <inlay/random/stream.hpp>
#include <inlay/simd/strict.hpp>
#include <inlay/text/number.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// A range that a layer draws from: RandomRotation<0.1> is from -0.1 to 0.1,
/// RandomRotation<Factor(0, 0.25)> from one number to another.
struct Factor {
    double from, to;

    constexpr Factor(double v) : from(v < 0 ? v : -v), to(v < 0 ? -v : v) {}
    constexpr Factor(float v) : Factor(static_cast<double>(v)) {}
    constexpr Factor(long double v) : Factor(static_cast<double>(v)) {}
    template <std::integral Whole>
    constexpr Factor(Whole v) : Factor(static_cast<double>(v)) {}
    constexpr Factor(Number a, Number b) : from(a.value), to(b.value) {}

    constexpr double low() const { return from < to ? from : to; }
    constexpr double high() const { return from < to ? to : from; }
    constexpr bool within(double least, double most) const {
        return low() >= least && high() <= most;
    }

    friend constexpr bool operator==(const Factor&, const Factor&) = default;
};

/// As that of the axis before: one number is drawn for both.
inline constexpr Factor SameFactor(4, 4);

/// Complains of a range that is not within two numbers; `what` it holds, and a layer with one.
constexpr void need_within(const Factor& factor, int least, int most, std::string_view what,
                           std::string_view example, Complaint& complaint) {
    if (factor.within(least, most) || complaint.raised()) return;
    complaint.needs << "needs " << what << " from " << least << " to " << most;
    complaint.remedy << "write " << example;
}

namespace drawing {

/// The words that one example has of a layer, four at a time.
inline randomness::Counter words_of(const Moment& moment, const Binding& binding,
                                    std::size_t example) {
    return randomness::noise_of(moment.seed, moment.step, binding.layer)
        .block(std::uint64_t{moment.first + example} << 32);
}

/// The number from `low` to `high` that a word decides.
inline double between(double low, double high, std::uint32_t word) {
    const simd::Strict unit{word * (simd::exactly_one / 65536 / 65536)};
    return (simd::Strict{low} + unit * (simd::Strict{high} - simd::Strict{low})).value;
}

}  // namespace drawing

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Factor;
using INLAY_ABI::SameFactor;
}  // namespace inlay

#endif  // INLAY_LAYER_RANDOM_FACTOR_HPP
