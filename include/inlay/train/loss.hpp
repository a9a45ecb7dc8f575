// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_LOSS_HPP
#define INLAY_TRAIN_LOSS_HPP
// Losses. Each names the activation whose input it can take instead of its output, says what its
// targets are, and computes the loss of one row of features and its gradient. Losses are means over
// all rows of a batch, as in Keras; those that see more than a row are in overlap.hpp. What they
// have in common is the concept at the end.

#include <inlay/activation/sigmoid.hpp>
#include <inlay/activation/softmax.hpp>
#include <inlay/kernel/scalar.hpp>
#include <inlay/shape/shape.hpp>
#include <inlay/text/missing.hpp>
#include <inlay/train/fields.hpp>
#include <inlay/train/rate.hpp>
#include <inlay/train/target.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace inlay::INLAY_ABI {

/// The bound that keeps probabilities from 0 and 1, Keras's epsilon().
inline constexpr auto probability_margin = static_cast<double>(1e-7L);

namespace loss {

// Sums over features are doubles, so that wide rows lose no digits: a product of two floats is
// exact there.

/// -log p of the class at z_k, with sum_j exp(z_j - m) = 1 + (the other p_j) / max_j p_j: the
/// softmax is not worked out again, and a prediction that is almost sure keeps its small loss.
template <class Scalar>
struct LogSoftmax {
    Scalar largest, log_sum;

    explicit LogSoftmax(const Prediction<Scalar>& row)
        : largest(kernel::largest(row.logits, row.features)) {
        std::size_t best = 0;
        for (std::size_t k = 1; k < row.features; ++k)
            if (row.output[best] < row.output[k]) best = k;
        double others = 0;
        for (std::size_t k = 0; k < row.features; ++k)
            if (k != best) others += static_cast<double>(row.output[k]);
        log_sum = simd::log1p(static_cast<Scalar>(others) / row.output[best]);
    }

    Scalar negative(Scalar logit) const { return (largest - logit) + log_sum; }
};

/// The same of a row of logits that no Softmax has seen.
template <class Scalar>
class OwnSoftmax {
public:
    OwnSoftmax(const Scalar* logits, std::size_t features)
        : logits_(logits), largest_(kernel::largest(logits, features)) {
        double others = -1;  // beside the largest, exp(0)
        for (std::size_t k = 0; k < features; ++k)
            others += static_cast<double>(simd::exp(logits[k] - largest_));
        whole_ = static_cast<Scalar>(others + 1);
        log_sum_ = simd::log1p(static_cast<Scalar>(others));
    }

    Scalar probability(std::size_t k) const { return simd::exp(logits_[k] - largest_) / whole_; }
    Scalar negative(std::size_t k) const { return (largest_ - logits_[k]) + log_sum_; }

private:
    const Scalar* logits_;
    Scalar largest_, whole_, log_sum_;
};

/// sum + weight value; where the weight is 0 the value does not count, be it infinite.
template <class Scalar>
double weighted(double sum, Scalar weight, Scalar value) {
    const double term = simd::mul(static_cast<double>(weight), static_cast<double>(value));
    return weight == 0 ? sum : sum + term;
}

/// The loss of a row from a sum over its features.
template <class Scalar>
Scalar mean(double sum, std::size_t features) {
    return static_cast<Scalar>(sum / static_cast<double>(features));
}

/// Targets t of so many classes, smoothed by s: t (1 - s) + s / classes.
template <class Scalar>
struct Smoothing {
    Scalar keep, share;

    Smoothing(double s, std::size_t classes)
        : keep(1 - static_cast<Scalar>(s)),
          share(static_cast<Scalar>(s) / static_cast<Scalar>(classes)) {}

    Scalar operator()(Scalar t) const { return simd::fma(t, keep, share); }
};

template <class Scalar>
Scalar clipped(Scalar p) {
    const auto margin = static_cast<Scalar>(probability_margin);
    return p < margin ? margin : p > 1 - margin ? 1 - margin : p;
}

/// Whether clipping left p alone, so that its gradient passes.
template <class Scalar>
bool passes(Scalar p) {
    return clipped(p) == p;
}

}  // namespace loss

/// -log of the probability of the right class; targets are class numbers, one a row. `from_logits`:
/// the output is the logits themselves (a Softmax that stands last is taken back, as in Keras).
/// Rows of `ignore_class`, which may be outside of all classes, do not count.
struct SparseCategoricalCrossentropy {
    static constexpr std::string_view name = "sparse_categorical_crossentropy";
    static constexpr bool sparse = true;
    using Logits = Softmax;

    bool from_logits = false;
    OrNone<Whole> ignore_class{};

    Sentence mistake(const Shape&, bool) const {
        if (!ignore_class.given || ignore_class.value == std::int32_t(ignore_class.value))
            return {};
        return field::about("SparseCategoricalCrossentropy", "ignore_class", ignore_class.value)
               << "a number of 32 bits";
    }

    /// With logits: dz_k = scale (p_k - [k = class]).
    /// Without: -log (q_class / sum q) with q = clip(p), as Keras does.
    template <bool logits, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        if constexpr (logits) {
            for (std::size_t k = 0; gradient && k < y.features; ++k)
                gradient[k] =
                    simd::mul(y.output[k] - (k == target.chosen ? Scalar{1} : Scalar{0}), scale);
            return loss::LogSoftmax<Scalar>(y).negative(y.logits[target.chosen]);
        } else if (from_logits) {
            const loss::OwnSoftmax<Scalar> own(y.output, y.features);
            for (std::size_t k = 0; gradient && k < y.features; ++k)
                gradient[k] = simd::mul(
                    own.probability(k) - (k == target.chosen ? Scalar{1} : Scalar{0}), scale);
            return own.negative(target.chosen);
        } else {
            double total = 0;
            for (std::size_t k = 0; k < y.features; ++k)
                total += static_cast<double>(loss::clipped(y.output[k]));
            const auto sum = static_cast<Scalar>(total);
            for (std::size_t k = 0; gradient && k < y.features; ++k) {
                const Scalar right =
                    k == target.chosen ? 1 / loss::clipped(y.output[k]) : Scalar{0};
                gradient[k] =
                    loss::passes(y.output[k]) ? simd::mul(1 / sum - right, scale) : Scalar{0};
            }
            return kernel::log(sum) - kernel::log(loss::clipped(y.output[target.chosen]));
        }
    }
};

/// -sum_k t_k log p_k; targets are rows of probabilities, one-hot or not. `from_logits`: the output
/// is the logits themselves (a Softmax that stands last is taken back, as in Keras);
/// `label_smoothing` s: t becomes t (1 - s) + s / features.
struct CategoricalCrossentropy {
    static constexpr std::string_view name = "categorical_crossentropy";
    static constexpr bool sparse = false;
    using Logits = Softmax;

    bool from_logits = false;
    Real label_smoothing = 0.0;

    /// With logits: dz_k = scale (p_k sum_j t_j - t_k).
    /// Without: -sum_k t_k log clip(p_k / sum p), as Keras does.
    template <bool logits, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        const loss::Smoothing<Scalar> smooth(label_smoothing, y.features);
        const auto t = [&](std::size_t k) { return smooth(target.row[k]); };
        double loss = 0, targets = 0;
        for (std::size_t k = 0; k < y.features; ++k) targets += static_cast<double>(t(k));
        const auto all = static_cast<Scalar>(targets);
        if constexpr (logits) {
            const loss::LogSoftmax<Scalar> log(y);
            for (std::size_t k = 0; k < y.features; ++k) {
                loss = loss::weighted(loss, t(k), log.negative(y.logits[k]));
                if (gradient) gradient[k] = simd::mul(simd::fma(y.output[k], all, -t(k)), scale);
            }
        } else if (from_logits) {
            const loss::OwnSoftmax<Scalar> own(y.output, y.features);
            for (std::size_t k = 0; k < y.features; ++k) {
                loss = loss::weighted(loss, t(k), own.negative(k));
                if (gradient)
                    gradient[k] = simd::mul(simd::fma(own.probability(k), all, -t(k)), scale);
            }
        } else {
            double total = 0, passed = 0;
            for (std::size_t k = 0; k < y.features; ++k) total += static_cast<double>(y.output[k]);
            const auto sum = static_cast<Scalar>(total);
            for (std::size_t k = 0; k < y.features; ++k) {
                const Scalar q = y.output[k] / sum;
                loss = loss::weighted(loss, -t(k), kernel::log(loss::clipped(q)));
                if (loss::passes(q)) passed += static_cast<double>(t(k));
            }
            const auto mean = static_cast<Scalar>(-passed);  // sum_k dq_k q_k with q = p / sum p
            for (std::size_t k = 0; gradient && k < y.features; ++k) {
                const Scalar q = y.output[k] / sum;
                const Scalar dq = loss::passes(q) ? -t(k) / q : Scalar{0};
                gradient[k] = simd::mul((dq - mean) / sum, scale);
            }
        }
        return static_cast<Scalar>(loss);
    }
};

/// -mean_k (t_k log p_k + (1 - t_k) log (1 - p_k)); targets have the shape of the output.
/// `from_logits`: the output is the logit itself (a Sigmoid that stands last is taken back, as in
/// Keras); `label_smoothing` s: t becomes t (1 - s) + s / 2.
struct BinaryCrossentropy {
    static constexpr std::string_view name = "binary_crossentropy";
    static constexpr bool sparse = false;
    using Logits = Sigmoid;

    bool from_logits = false;
    Real label_smoothing = 0.0;

    /// With logits: |z| (z < 0 ? t : 1 - t) + log(1 + exp(-|z|)), which is max(z, 0) - z t +
    /// log(1 + exp(-|z|)) without the difference; dz_k = scale (p_k - t_k) / features.
    /// Without: the formula on clip(p).
    template <bool logits, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        const Scalar share = Scalar{1} / static_cast<Scalar>(y.features);
        const loss::Smoothing<Scalar> smooth(label_smoothing, 2);
        double loss = 0;
        for (std::size_t k = 0; k < y.features; ++k) {
            const Scalar t = smooth(target.row[k]);
            Scalar slope;
            if (logits || from_logits) {
                const Scalar z = logits ? y.logits[k] : y.output[k];
                const Scalar p = logits ? y.output[k] : kernel::sigmoid(z);
                const Scalar size = z < 0 ? -z : z;
                loss += static_cast<double>(simd::log1p(simd::exp(-size)));
                loss = loss::weighted(loss, z < 0 ? t : 1 - t, size);
                slope = p - t;
            } else {
                const Scalar p = y.output[k], q = loss::clipped(p);
                loss = loss::weighted(loss, -t, kernel::log(q));
                loss = loss::weighted(loss, t - 1, kernel::log(1 - q));
                slope = loss::passes(p) ? (1 - t) / (1 - q) - t / q : Scalar{0};
            }
            if (gradient) gradient[k] = simd::mul(simd::mul(slope, share), scale);
        }
        return loss::mean<Scalar>(loss, y.features);
    }
};

/// mean_k (t_k - y_k)^2; targets have the shape of the output.
struct MeanSquaredError {
    static constexpr std::string_view name = "mean_squared_error";
    static constexpr bool sparse = false;
    using Logits = void;

    /// dy_k = 2 scale (y_k - t_k) / features
    template <bool, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        const Scalar share = Scalar{1} / static_cast<Scalar>(y.features);
        double squares = 0;
        for (std::size_t k = 0; k < y.features; ++k) {
            const Scalar d = y.output[k] - target.row[k];
            squares += simd::mul(static_cast<double>(d), static_cast<double>(d));
            if (gradient) gradient[k] = simd::mul(simd::mul(2 * d, share), scale);
        }
        return loss::mean<Scalar>(squares, y.features);
    }
};

/// Whether a loss sees more than a row: sums over the rows of an example, or of the batch.
template <class Loss>
inline constexpr bool sums_rows =
    requires(const Loss& loss, const Shape& output) { loss.sums(output); };

/// Whether its sums may go over the batch, which its fields then say.
template <class Loss>
inline constexpr bool may_sum_batch =
    requires(const Loss& loss, const Shape& output) { loss.over_batch(output); };

/// Whether it sees all rows of an example at once.
template <class Loss>
inline constexpr bool sees_examples =
    requires(const Loss& loss, const Shape& output) { loss.scratch(output); };

/// Whether a loss may leave a class out, which its fields then say.
template <class Loss>
inline constexpr bool may_ignore = requires(const Loss& loss) {
    { loss.ignore_class } -> std::convertible_to<OrNone<Whole>>;
};

/// What a type lacks to be a loss for networks of Scalar: a list of names, empty for a loss.
template <class Type, class Scalar>
constexpr Sentence missing_of_loss() {
    Missing missing;
    missing.needs(requires { static_cast<bool>(Type::sparse); }, "sparse");
    missing.needs(requires { std::type_identity<typename Type::Logits>(); }, "Logits");
    if constexpr (sums_rows<Type>) {
        missing.needs(
            requires(const Type& loss, double* sums, const Prediction<Scalar>& y,
                     const Target<Scalar>& target,
                     const Shape& output) { loss.add(sums, y, target, output); },
            "add");
        missing.needs(
            requires(const Type& loss, const double* sums, const Shape& output) {
                double(loss.value(sums, output));
            }, "value");
        missing.needs(
            requires(const Type& loss, const double* sums, const Prediction<Scalar>& y,
                     const Target<Scalar>& target, Scalar* gradient, const Shape& output) {
                loss.slope(sums, y, target, Scalar{}, gradient, output);
            },
            "slope");
    } else if constexpr (sees_examples<Type>) {
        missing.needs(
            requires(const Type& loss, const Prediction<Scalar>& y, const Targets<Scalar>& targets,
                     Scalar* gradient, double* scratch, const Shape& output) {
                double(loss.example(y, targets, double{}, gradient, scratch, output));
            },
            "example");
    } else {
        missing.needs(RowLoss<Type, Scalar>, "row");
    }
    return missing.list;
}

/// What compile() takes as a loss: `sparse` says whether targets are classes or rows of numbers;
/// `Logits` is the activation whose input the loss can take, or void; and it is one of
///
/// * a mean over rows: `row<logits>(prediction, target, scale, gradient)` is the loss of one row,
///   and writes `scale` times its gradient where `gradient` is not null;
/// * a mean over examples that are seen as wholes, by sums over their rows: `sums(output_shape)`
///   says how many, as doubles that are zeros at first; `add(sums, prediction, target,
///   output_shape)` adds a row to them; `value(sums, output_shape)` is the loss of an example, and
///   `slope(sums, prediction, target, scale, gradient, output_shape)` writes `scale` times its
///   gradient with respect to one row. Where `over_batch(output_shape)` is there and true, the
///   sums go over all examples of a batch;
/// * a mean over examples whose rows it sees at once: `example(prediction, targets, scale,
///   gradient, scratch, output_shape)` is the loss of one, of which `prediction` is the first row
///   and the others lie behind it, and writes `scale` times its gradient where `gradient` is not
///   null; `scratch(output_shape)` says how many doubles it works with.
///
/// A mask leaves its places out of a mean over rows, unless the loss states `masks = false`; so
/// does its field `ignore_class`, an OrNone<Whole>, the rows whose target is that class. With
/// `mistake(output_shape, sparse)` it may say, in a Sentence, that its fields do not fit.
template <class Type, class Scalar = float>
concept Loss = missing_of_loss<Type, Scalar>().empty();

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::BinaryCrossentropy;
using INLAY_ABI::CategoricalCrossentropy;
using INLAY_ABI::MeanSquaredError;
using INLAY_ABI::SparseCategoricalCrossentropy;
}  // namespace inlay

#endif  // INLAY_TRAIN_LOSS_HPP
