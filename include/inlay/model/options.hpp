// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_OPTIONS_HPP
#define INLAY_MODEL_OPTIONS_HPP
// The options of fit, evaluate and predict.

#include <inlay/model/array.hpp>
#include <inlay/model/class_weights.hpp>
#include <inlay/train/rate.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace inlay::INLAY_ABI {

/// The number of an option that needs to be `least` at least; an Error otherwise.
INLAY_COLD std::size_t at_least(const char* name, Whole number, std::int64_t least);

/// How much is printed; an Error where it is not 0, 1 or 2.
INLAY_COLD int verbosity(Whole verbose);

/// A seed of any integer type: none unless given, then any of 2^64 numbers.
class Seed {
public:
    /// None.
    constexpr Seed() = default;

    template <std::integral Type>
    constexpr Seed(Type v) : value_(static_cast<std::uint64_t>(v)), state_(State::given) {
        if constexpr (std::is_signed_v<Type>)
            if (v < 0) state_ = State::negative;
    }

    template <std::floating_point Type>
    constexpr Seed(Type) {
        static_assert(std::integral<Type>, "inlay: a seed is a whole number: 7, not 7.0");
    }

    /// The seed, or `other` where none was given; an Error where it is negative, as in Keras.
    INLAY_COLD std::uint64_t value_or(std::uint64_t other) const;

private:
    enum class State : unsigned char { none, given, negative };

    std::uint64_t value_ = 0;
    State state_ = State::none;
};

/// A share from 0 to 1. A float counts as the decimal number it was written as: 0.1f is 0.1, so
/// that 0.1f of 60,000 examples are 6,000.
struct Share {
    double value;

    template <std::floating_point Type>
    constexpr Share(Type v) : value(decimal(v)) {}
    template <std::integral Type>
    constexpr Share(Type v) : value(static_cast<double>(v)) {}

private:
    static constexpr double decimal(double v) { return v; }
    static constexpr double decimal(long double v) { return static_cast<double>(v); }

    /// The number of fewest digits behind the point that is this float.
    static constexpr double decimal(float v) {
        const auto exact = static_cast<double>(v);
        if (!(v > 0 && v < 1)) return exact;
        for (double scale = 10; scale < 1e19; scale *= 10) {
            const auto digits = static_cast<std::uint64_t>(exact * scale + 0.5);
            const double rounded = static_cast<double>(digits) / scale;
            if (static_cast<float>(rounded) == v) return rounded;
        }
        return exact;
    }
};

/// The share that an option is; an Error where it does not lie between 0, which says none, and 1.
INLAY_COLD double share_of(const char* name, Share share);

/// Inputs and labels to validate on after each epoch, and what the examples weigh. It owns what it
/// is given as a temporary, and looks at everything else, which must outlive it.
struct ValidationData {
    ArrayView inputs, labels, weights;
    bool given = false;

    ValidationData() = default;
    ValidationData(ArrayView x, ArrayView y)
        : inputs(std::move(x)), labels(std::move(y)), given(true) {}
    ValidationData(ArrayView x, ArrayView y, ArrayView sample_weight)
        : inputs(std::move(x)),
          labels(std::move(y)),
          weights(std::move(sample_weight)),
          given(true) {}
};

/// What fit takes beside the data; the fields and their defaults are Keras's.
struct FitOptions {
    Whole batch_size = 32;
    Whole epochs = 1;
    Share validation_split = 0.0;  ///< the last part of the data, taken before shuffling
    ValidationData validation_data{};
    bool shuffle = true;
    Seed seed{};        ///< of shuffling and dropout; unless given that of the fit before, at
                        ///< first the model's
    Whole verbose = 1;  ///< 0 silent, 1 progress bar, 2 one line an epoch
    ArrayView sample_weight{};  ///< of each example, or each row of its targets, in the loss
    ClassWeights class_weight{};
};

/// What evaluate takes beside the data.
struct EvaluateOptions {
    Whole batch_size = 32;  ///< below 32: so many examples at a time on each thread; losses of
                            ///< whole batches are a mean over batches of this size
    Whole verbose = 0;      ///< 0 silent, 1 progress bar, 2 one line
    ArrayView sample_weight{};
};

/// What train_on_batch takes beside the data.
struct TrainOnBatchOptions {
    ArrayView sample_weight{};
    ClassWeights class_weight{};
};

/// What test_on_batch takes beside the data.
struct TestOnBatchOptions {
    ArrayView sample_weight{};
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
    bool expand_nested = false;   ///< shows the layers of nested models too
    bool show_trainable = false;  ///< says of each layer whether it is trained: Y, N, - for none
};

#if INLAY_BODIES

INLAY_BODY std::size_t at_least(const char* name, Whole number, std::int64_t least) {
    if (number.value < least)
        fail(Text() << name << " is " << number.value << " but needs to be " << least
                    << " at least");
    constexpr auto most = static_cast<std::size_t>(-1);
    const auto value = static_cast<std::uint64_t>(number.value);
    return value < most ? static_cast<std::size_t>(value) : most;
}

INLAY_BODY int verbosity(Whole verbose) {
    if (verbose.value < 0 || verbose.value > 2)
        fail(Text() << "verbose is " << verbose.value << " but needs to be 0, 1 or 2");
    return static_cast<int>(verbose.value);
}

INLAY_BODY double share_of(const char* name, Share share) {
    if (!(share.value >= 0 && share.value < 1))
        fail(Text() << name << " is " << readable(share.value) << " but lies between 0 and 1");
    return share.value;
}

INLAY_BODY std::uint64_t Seed::value_or(std::uint64_t other) const {
    if (state_ == State::negative)
        fail(Text() << "seed is " << static_cast<std::int64_t>(value_)
                    << " but needs to be 0 at least");
    return state_ == State::given ? value_ : other;
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::EvaluateOptions;
using INLAY_ABI::FitOptions;
using INLAY_ABI::PredictOptions;
using INLAY_ABI::SummaryOptions;
using INLAY_ABI::TestOnBatchOptions;
using INLAY_ABI::TrainOnBatchOptions;
using INLAY_ABI::ValidationData;
}  // namespace inlay

#endif  // INLAY_MODEL_OPTIONS_HPP
