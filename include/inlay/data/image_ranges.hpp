// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_IMAGE_RANGES_HPP
#define INLAY_DATA_IMAGE_RANGES_HPP
// Ranges that an ImageDataGenerator draws from, in the forms in which Keras takes them.

#include <inlay/config.hpp>
#include <inlay/simd/strict.hpp>
#include <inlay/train/rate.hpp>

#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace inlay::INLAY_ABI::data {

namespace detail {

/// A number from `low` to below `high` that a random word decides.
inline double uniform(std::uint32_t word, double low, double high) {
    const simd::Strict unit{word * (simd::exactly_one / 65536 / 65536)};
    return (simd::Strict{low} + unit * (simd::Strict{high} - simd::Strict{low})).value;
}

}  // namespace detail

/// How far an image may be shifted: 0.1 is up to a tenth of its size either way, 2.5 up to so many
/// cells; a whole number n is 0 to n - 1 whole cells, and a list one of its numbers, either way, of
/// cells or, where all are below 1, of the size.
class ShiftRange {
public:
    ShiftRange() = default;
    template <std::floating_point Type>
    ShiftRange(Type range) : range_(static_cast<double>(range)) {}
    template <std::integral Type>
    ShiftRange(Type below) : range_(static_cast<double>(below)), whole_(true) {}
    ShiftRange(std::initializer_list<Real> choices) {
        for (const double choice : choices) choices_.push_back(choice);
    }

    /// Whether it can be drawn from.
    bool valid() const {
        for (const double choice : choices_)
            if (!std::isfinite(choice)) return false;
        return std::isfinite(range_) && range_ >= 0;
    }

    /// Cells of a side of `extent`, decided by two words.
    double draw(std::uint32_t word, std::uint32_t sign, std::size_t extent) const {
        double cells = 0, largest = range_;
        if (!choices_.empty()) {
            cells = choices_[std::uint64_t{word} * choices_.size() >> 32];
            largest = choices_.front();
            for (const double choice : choices_) largest = choice > largest ? choice : largest;
        } else if (whole_) {
            cells = std::floor(detail::uniform(word, 0, range_));
        } else {
            cells = detail::uniform(word, -range_, range_);
        }
        if ((whole_ || !choices_.empty()) && sign >> 31 != 0) cells = -cells;
        return largest < 1 ? cells * static_cast<double>(extent) : cells;
    }

private:
    std::vector<double> choices_;
    double range_ = 0;
    bool whole_ = false;
};

/// Two bounds, {0.5, 1.5}.
struct Bounds {
    double low = 0, high = 0;
    bool given = false;

    Bounds() = default;
    Bounds(Real from, Real to) : low(from), high(to), given(true) {}

    bool valid() const { return low >= 0 && low <= high && std::isfinite(high); }
    double draw(std::uint32_t word) const { return detail::uniform(word, low, high); }
};

/// Steps of reading: 0.2 is from 0.8 to 1.2; or two bounds.
struct ZoomRange : Bounds {
    ZoomRange() : Bounds(1, 1) {}
    template <class Type>
        requires std::integral<Type> || std::floating_point<Type>
    ZoomRange(Type around) : Bounds(1 - Real(around), 1 + Real(around)) {}
    using Bounds::Bounds;
};

}  // namespace inlay::INLAY_ABI::data

namespace inlay {
namespace data = INLAY_ABI::data;
}  // namespace inlay

#endif  // INLAY_DATA_IMAGE_RANGES_HPP
