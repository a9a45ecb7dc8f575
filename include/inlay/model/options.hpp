// SPDX-License-Identifier: MIT
#pragma once
// The options of fit, evaluate and predict.

#include <inlay/model/array.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>

namespace inlay::inline INLAY_ABI {

/// A whole number of any integer type, without a narrowing error in braces.
struct Whole {
    std::int64_t value;

    template <std::integral Type>
    constexpr Whole(Type v) : value(static_cast<std::int64_t>(v)) {}
};

/// The number of an option that needs to be `least` at least; an Error otherwise.
INLAY_COLD inline std::size_t at_least(const char* name, Whole number, std::int64_t least) {
    if (number.value < least)
        fail(Text() << name << " is " << number.value << " but needs to be " << least
                    << " at least");
    return static_cast<std::size_t>(number.value);
}

/// A share from 0 to 1. A float counts as the decimal number it was written as: 0.1f is 0.1, so
/// that 0.1f of 60,000 examples are 6,000.
struct Share {
    double value;

    constexpr Share(double v) : value(v) {}
    constexpr Share(float v)
        : value(static_cast<double>(static_cast<std::int64_t>(static_cast<double>(v) * 1e7 + 0.5)) /
                1e7) {}
    template <std::integral Type>
    constexpr Share(Type v) : value(static_cast<double>(v)) {}
};

/// Inputs and labels to validate on after each epoch.
struct ValidationData {
    ArrayView inputs, labels;
    bool given = false;

    ValidationData() = default;

    template <class X, class Y>
    ValidationData(const X& x, const Y& y) : inputs(x), labels(y), given(true) {}
};

/// What fit takes beside the data; the fields and their defaults are Keras's.
struct FitOptions {
    Whole batch_size = 32;
    Whole epochs = 1;
    Share validation_split = 0.0;  ///< the last part of the data, taken before shuffling
    ValidationData validation_data{};
    bool shuffle = true;
    Whole seed = -1;    ///< of shuffling and dropout; -1: the model's seed
    Whole verbose = 1;  ///< 0 silent, 1 progress bar, 2 one line an epoch
};

/// What evaluate takes beside the data.
struct EvaluateOptions {
    Whole batch_size = 32;  ///< below 32: so many examples at a time on each thread
    Whole verbose = 0;      ///< 0 silent, 1 progress bar, 2 one line
};

/// What predict takes beside the data.
struct PredictOptions {
    Whole batch_size = 32;  ///< below 32: so many examples at a time on each thread
    Whole verbose = 0;      ///< 0 silent, 1 progress bar, 2 one line
};

/// What summary takes.
struct SummaryOptions {
    Whole line_length =
        0;  ///< columns of the table; 0: Keras's 88 (108 with branches), or what the
            ///< terminal has but for 4
};

}  // namespace inlay::inline INLAY_ABI
