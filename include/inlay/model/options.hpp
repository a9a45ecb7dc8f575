// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_OPTIONS_HPP
#define INLAY_MODEL_OPTIONS_HPP
// The options of fit, evaluate and predict.

#include <inlay/model/array.hpp>
#include <inlay/model/batches.hpp>
#include <inlay/model/class_weights.hpp>
#include <inlay/model/loader.hpp>
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

/// Steps of an option that may be a fraction, as in Keras 2: a last one that is begun is counted;
/// 0 where it is 0. An Error where it is negative or no number.
INLAY_COLD std::size_t steps_of(const char* name, Real steps);

/// Inputs and labels, and what the examples weigh, or a loader, to validate on after each epoch. It
/// owns what it is given as a temporary, and looks at everything else, which must outlive it.
struct ValidationData {
    Supervised arrays;
    Batches batches;
    bool given = false;

    ValidationData() = default;
    ValidationData(ArrayList x, ArrayList y)
        : arrays{std::move(x), std::move(y), {}}, given(true) {}
    ValidationData(ArrayList x, ArrayList y, ArrayList sample_weight)
        : arrays{std::move(x), std::move(y), std::move(sample_weight)}, given(true) {}
    template <class Given>
        requires Loader<std::remove_cvref_t<Given>>
    ValidationData(Given&& loader)
        : batches(loading::kept(std::forward<Given>(loader))), given(true) {}

    /// Whether it is a loader.
    bool loads() const { return batches.read != nullptr; }
};

/// What fit takes beside the data; the fields and their defaults are Keras's.
struct FitOptions {
    Whole batch_size = 32;         ///< of arrays; a loader says its own
    Whole epochs = 1;              ///< the number of the last one, where initial_epoch is not 0
    Share validation_split = 0.0;  ///< the last part of the data, taken before shuffling
    ValidationData validation_data{};
    bool shuffle = true;  ///< the examples of arrays, the batches of a loader
    Seed seed{};          ///< of shuffling and dropout; unless given that of the fit before, at
                          ///< first the model's
    Whole verbose = 1;    ///< 0 silent, 1 progress bar, 2 one line an epoch
    ArrayList sample_weight{};  ///< of each example, or each row of its targets, in the loss; a
                                ///< tuple of one array for each output, or one for all
    ClassWeights class_weight{};
    Whole initial_epoch = 0;          ///< the number of the first epoch, from 0
    Real steps_per_epoch = 0;         ///< 0: all data once; else the next epoch goes on behind them
    Real validation_steps = 0;        ///< 0: all data; else so many batches from the first on
    Whole validation_batch_size = 0;  ///< 0: batch_size
    Whole validation_freq = 1;        ///< 2: behind epochs 2, 4, 6 ... counted from 1
    Whole workers = 1;                ///< threads that read a loader's batches ahead; 0: none does
    Whole max_queue_size = 10;        ///< batches that may have been read ahead, at least 1
};

/// Looks at the numbers among the options of fit; an Error names the first that cannot be.
INLAY_COLD void check(const FitOptions& options);

/// What evaluate takes beside the data.
struct EvaluateOptions {
    Whole batch_size = 32;  ///< below 32: so many examples at a time on each thread; losses of
                            ///< whole batches are a mean over batches of this size
    Whole verbose = 0;      ///< 0 silent, 1 progress bar, 2 one line
    ArrayList sample_weight{};
    Real steps = 0;             ///< 0: all data; else so many batches from the first on
    Whole workers = 1;          ///< threads that read a loader's batches ahead; 0: none does
    Whole max_queue_size = 10;  ///< batches that may have been read ahead, at least 1
};

/// What train_on_batch takes beside the data.
struct TrainOnBatchOptions {
    ArrayList sample_weight{};
    ClassWeights class_weight{};
};

/// What test_on_batch takes beside the data.
struct TestOnBatchOptions {
    ArrayList sample_weight{};
};

/// What predict takes beside the data.
struct PredictOptions {
    Whole batch_size = 32;      ///< below 32: so many examples at a time on each thread
    Whole verbose = 0;          ///< 0 silent, 1 progress bar, 2 one line
    Real steps = 0;             ///< 0: all data; else so many batches from the first on
    Whole workers = 1;          ///< threads that read a loader's batches ahead; 0: none does
    Whole max_queue_size = 10;  ///< batches that may have been read ahead, at least 1
};

/// How batches are read ahead by such options; an Error where that cannot be.
template <class Options>
ReadAhead read_ahead(const Options& options) {
    return {at_least("workers", options.workers, 0),
            at_least("max_queue_size", options.max_queue_size, 1)};
}

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

INLAY_BODY std::size_t steps_of(const char* name, Real steps) {
    const double value = steps;
    if (!(value >= 0))
        fail(Text() << name << " is " << readable(value) << " but needs to be 0 at least");
    constexpr double most = INT32_MAX;
    if (value >= most) return INT32_MAX;
    const auto whole = static_cast<std::size_t>(value);
    return static_cast<double>(whole) < value ? whole + 1 : whole;
}

INLAY_BODY void check(const FitOptions& options) {
    at_least("batch_size", options.batch_size, 1);
    at_least("epochs", options.epochs, 0);
    share_of("validation_split", options.validation_split);
    verbosity(options.verbose);
    at_least("initial_epoch", options.initial_epoch, 0);
    steps_of("steps_per_epoch", options.steps_per_epoch);
    steps_of("validation_steps", options.validation_steps);
    at_least("validation_batch_size", options.validation_batch_size, 0);
    at_least("validation_freq", options.validation_freq, 1);
    read_ahead(options);
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
