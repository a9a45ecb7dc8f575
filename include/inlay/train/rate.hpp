// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_RATE_HPP
#define INLAY_TRAIN_RATE_HPP
// The numbers that optimizers, losses, metrics and options are given.

#include <inlay/config.hpp>

#include <concepts>
#include <cstdint>

namespace inlay::INLAY_ABI {

/// A number that may be written as a double, a float or a whole number without a warning.
class Real {
public:
    constexpr Real(double value) : value_(value) {}
    constexpr Real(float value) : value_(static_cast<double>(value)) {}
    constexpr Real(long double value) : value_(static_cast<double>(value)) {}
    template <std::integral Whole>
    constexpr Real(Whole value) : value_(static_cast<double>(value)) {}

    constexpr operator double() const { return value_; }

private:
    double value_;
};

/// A whole number of any integer type, without a narrowing error in braces; one beyond 64 bits with
/// a sign counts as the largest of those.
struct Whole {
    std::int64_t value;

    template <std::integral Type>
    constexpr Whole(Type v) : value(static_cast<std::int64_t>(v)) {
        constexpr std::int64_t largest = INT64_MAX;
        if constexpr (sizeof(Type) >= sizeof largest)
            if (v > static_cast<Type>(largest)) value = largest;
    }

    template <std::floating_point Type>
    constexpr Whole(Type) {
        static_assert(std::integral<Type>, "inlay: this option is a whole number: 32, not 32.0");
    }
};

/// A learning rate: a number now, a place for schedules of the step later.
class Rate : public Real {
public:
    using Real::Real;

    /// The rate at a training step, counted from 0.
    constexpr double at(std::uint64_t) const { return *this; }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Rate;
}  // namespace inlay

#endif  // INLAY_TRAIN_RATE_HPP
