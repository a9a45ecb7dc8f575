// SPDX-License-Identifier: MIT
#pragma once
// The learning rate of an optimizer.

#include <inlay/config.hpp>

#include <cstdint>

namespace inlay::inline INLAY_ABI {

/// A learning rate: a number now, a place for schedules of the step later.
class Rate {
public:
    constexpr Rate(double value) : value_(value) {}

    /// The rate at a training step, counted from 0.
    constexpr double at(std::uint64_t) const { return value_; }

    constexpr operator double() const { return value_; }

private:
    double value_;
};

}  // namespace inlay::inline INLAY_ABI
