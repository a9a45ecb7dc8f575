// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_METRIC_HPP
#define INLAY_TRAIN_METRIC_HPP
// What a metric is: a number for each row of features, averaged over all rows; or an object that
// keeps sums of its own. Sums are doubles in memory of the caller's, zeros at first: one block for
// each slice of a batch or group of examples, and the blocks are joined in an order that follows
// from shapes. The concept at the end says it whole.

#include <inlay/shape/shape.hpp>
#include <inlay/text/missing.hpp>
#include <inlay/train/target.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// A metric in which examples count as much as they weigh, one of Keras's weighted_metrics:
/// Weighted<Accuracy>{}, or Weighted{MeanIoU{.num_classes = 12}}.
template <class Metric>
struct Weighted {
    Metric metric{};
};

template <class Metric>
Weighted(Metric) -> Weighted<Metric>;

/// A metric that is a mean over rows, each by itself.
template <class Type, class Scalar>
concept RowMetric = requires(const Type& metric, const Scalar* y, const Target<Scalar>& target) {
    Scalar(metric.template row<false>(y, target, std::size_t{}));
};

namespace scoring {

/// Whether a metric keeps sums of its own whose number follows from the shape of the output.
template <class Metric>
inline constexpr bool sums_by_shape =
    requires(const Metric& metric, const double* sums, const Shape& output) {
        metric.sums(output);
        metric.result(sums, output);
    };

/// Whether a metric keeps sums of its own.
template <class Metric>
inline constexpr bool accumulates =
    sums_by_shape<Metric> || requires(const Metric& metric) { metric.sums(); };

/// Whether it is a mean over rows.
template <class Metric, class Scalar>
inline constexpr bool is_mean = RowMetric<Metric, Scalar> || RowLoss<Metric, Scalar>;

/// A metric without its weights, and whether it had them.
template <class Metric>
struct Plain {
    using type = Metric;
    static constexpr bool weighted = false;
    static constexpr const Metric& of(const Metric& metric) { return metric; }
};

template <class Metric>
struct Plain<Weighted<Metric>> {
    using type = Metric;
    static constexpr bool weighted = true;
    static constexpr const Metric& of(const Weighted<Metric>& metric) { return metric.metric; }
};

/// How many sums a metric keeps: a mean those of its numbers and of their weights.
template <class Metric>
constexpr std::size_t sums_of(const Metric& metric, const Shape& output) {
    if constexpr (sums_by_shape<Metric>)
        return metric.sums(output);
    else if constexpr (accumulates<Metric>)
        return metric.sums();
    else
        return 2;
}

/// a / b; 0 where b is 0, as in Keras.
constexpr double share(double a, double b) { return b == 0 ? 0 : a / b; }

/// What a mean comes to; 0 over nothing.
constexpr double mean(const double* sums) { return share(sums[0], sums[1]); }

/// The metric's number, from its sums.
template <class Metric>
double result_of(const Metric& metric, const double* sums, const Shape& output) {
    if constexpr (sums_by_shape<Metric>)
        return metric.result(sums, output);
    else if constexpr (accumulates<Metric>)
        return metric.result(sums);
    else
        return mean(sums);
}

/// Takes the sums of others in.
template <class Metric>
void join(const Metric& metric, double* sums, const double* others, const Shape& output) {
    if constexpr (requires { metric.join(sums, others, output); })
        metric.join(sums, others, output);
    else if constexpr (requires { metric.join(sums, others); })
        metric.join(sums, others);
    else
        for (std::size_t k = 0, all = sums_of(metric, output); k < all; ++k) sums[k] += others[k];
}

/// Whether a metric takes the targets of a loss: classes, or rows of numbers.
template <class Metric>
constexpr bool takes_targets(bool sparse) {
    if constexpr (requires { static_cast<bool>(Metric::sparse); })
        return Metric::sparse == sparse;
    else
        return true;
}

/// What is wrong with the fields of a loss or a metric for outputs of a shape and targets of a
/// kind; nothing where it does not say.
template <class Part>
Sentence mistake_of(const Part& part, const Shape& output, bool sparse) {
    if constexpr (requires { Sentence(part.mistake(output, sparse)); })
        return part.mistake(output, sparse);
    else
        return {};
}

/// The first of the largest numbers; NaNs do not count, and of nothing but NaNs it is the first
/// (what Keras 3 does on TensorFlow).
template <class Scalar>
std::size_t largest(const Scalar* row, std::size_t features) {
    std::size_t best = 0;
    for (std::size_t k = 1; k < features; ++k) {
        const bool number = row[k] == row[k], none_yet = row[best] != row[best];
        if (row[best] < row[k] || (none_yet && number)) best = k;
    }
    return best;
}

}  // namespace scoring

/// What a type lacks to be a metric for networks of Scalar: a list of names, empty for a metric.
template <class Type, class Scalar>
constexpr Sentence missing_of_metric() {
    using Plain = typename scoring::Plain<Type>::type;
    Missing missing;
    missing.needs(requires { std::string_view(Plain::name); }, "name");
    if constexpr (scoring::accumulates<Plain>) {
        missing.needs(
            requires(const Plain& metric, double* sums, const Scalar* y,
                     const Target<Scalar>& target) {
                metric.template add<false>(sums, y, target, std::size_t{}, double{});
            },
            "add");
        missing.needs(
            scoring::sums_by_shape<Plain> || requires(const Plain& metric, const double* sums) {
                double(metric.result(sums));
            }, "result");
    } else {
        missing.needs(scoring::is_mean<Plain, Scalar>, "row (or sums, add and result)");
    }
    return missing.list;
}

/// What compile() takes as a metric: `name` is its column, and it is one of
///
/// * a mean over rows: `row<sparse>(output, target, features)`, const or static, is the number of
///   one row, `sparse` being that of the loss;
/// * a loss that is a mean over rows;
/// * an object with sums of its own: `sums()` says how many, with the fields it has;
///   `add<sparse>(sums, output, target, features, weight)` adds a row to them, and `result(sums)`
///   is what they come to. `join(sums, others)` takes in those of other rows, where that is not to
///   add them up. Where their number follows from the shape of the output they are
///   `sums(output_shape)`, `result(sums, output_shape)` and `join(sums, others, output_shape)`.
///
/// It may state `sparse`, which targets it takes, where it does not take those of every loss;
/// `larger_is_better`, which way a model improves; and `mistake(output_shape, sparse)`, a Sentence
/// about fields that do not fit.
template <class Type, class Scalar = float>
concept Metric = missing_of_metric<Type, Scalar>().empty();

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Weighted;
}  // namespace inlay

#endif  // INLAY_TRAIN_METRIC_HPP
