// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_RATE_HPP
#define INLAY_TRAIN_RATE_HPP
// The numbers that optimizers, losses, metrics and options are given.

#include <inlay/config.hpp>

#include <concepts>
#include <cstdint>
#include <type_traits>

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

/// What makes a learning rate of the number of a training step: schedule(step).
template <class Type>
concept Schedule = !std::is_arithmetic_v<Type> && requires(const Type& schedule) {
    { schedule(std::uint64_t{}) } -> std::convertible_to<double>;
};

/// A learning rate: a number, or a copy of a schedule, one of the library's or any small function
/// of the step. A number that is assigned takes the schedule's place.
class Rate : public Real {
public:
    using Real::Real;

    template <Schedule Given>
    Rate(const Given& schedule) : Real(static_cast<double>(schedule(std::uint64_t{}))) {
        static_assert(
            std::is_trivially_copyable_v<Given> && sizeof(Given) <= sizeof held_ &&
                alignof(Given) <= alignof(double),
            "inlay: a learning rate's schedule is copied byte by byte and has at most 256 "
            "of them: capture references or pointers");
        __builtin_memcpy(held_, &schedule, sizeof schedule);
        call_ = [](const unsigned char* held, std::uint64_t step) {
            return static_cast<double>((*reinterpret_cast<const Given*>(held))(step));
        };
    }

    /// The rate at a training step, counted from 0: that of the first one is also its value.
    constexpr double at(std::uint64_t step) const {
        return call_ == nullptr ? static_cast<double>(*this) : call_(held_, step);
    }

    constexpr bool scheduled() const { return call_ != nullptr; }

private:
    double (*call_)(const unsigned char* held, std::uint64_t step) = nullptr;
    alignas(double) unsigned char held_[256]{};
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Rate;
}  // namespace inlay

#endif  // INLAY_TRAIN_RATE_HPP
