// SPDX-License-Identifier: MIT
#pragma once
// Slopes that gradients are compared with.

/// The slope at 0 of a function, from its values at both ends of a step.
double central_difference(double step, auto&& at) { return (at(step) - at(-step)) / (2 * step); }

/// The slope of value() in a number that it depends on, which is put back.
template <class Number>
double central_difference(Number& number, double step, auto&& value) {
    const Number was = number;
    const double slope = central_difference(step, [&](double shift) {
        number = was + static_cast<Number>(shift);
        return static_cast<double>(value());
    });
    number = was;
    return slope;
}
