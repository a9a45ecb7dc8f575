// SPDX-License-Identifier: MIT
#ifndef INLAY_TEXT_NUMBER_HPP
#define INLAY_TEXT_NUMBER_HPP
// A fraction as a template argument.

#include <inlay/config.hpp>

#include <concepts>

namespace inlay::INLAY_ABI {

/// A number usable as a template argument on every supported compiler, where a plain double
/// parameter is not: Dropout<0.25>, LeakyReLU<0.2f>, Rescaling<1.0 / 255>.
struct Number {
    double value;

    constexpr Number(double v) : value(v) {}
    constexpr Number(float v) : value(static_cast<double>(v)) {}
    constexpr Number(long double v) : value(static_cast<double>(v)) {}
    template <std::integral Whole>
    constexpr Number(Whole v) : value(static_cast<double>(v)) {}
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Number;
}  // namespace inlay

#endif  // INLAY_TEXT_NUMBER_HPP
