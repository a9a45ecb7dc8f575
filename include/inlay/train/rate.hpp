// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_RATE_HPP
#define INLAY_TRAIN_RATE_HPP
// The numbers an optimizer or a loss is given.

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
