// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_OUTPUT_SCORING_HPP
#define INLAY_TRAIN_OUTPUT_SCORING_HPP
// The loss and the metrics of one output of a network, and the sums that they are made of.

#include <inlay/network/binding.hpp>
#include <inlay/train/loss.hpp>
#include <inlay/train/metric.hpp>
#include <inlay/train/objects.hpp>
#include <inlay/train/score_names.hpp>
#include <inlay/train/target.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace inlay::INLAY_ABI {

namespace scoring {

template <class Layer>
struct AppliedBy {
    using type = void;
};

template <class Layer>
    requires requires { typename Layer::Applied; }
struct AppliedBy<Layer> {
    using type = typename Layer::Applied;
};

/// Some examples of a batch behind the network. `before` is the input of the last activation,
/// looked at only where the loss takes logits; `mask` is 0 for the places that are left out, null
/// where none are.
template <class Scalar>
struct Seen {
    const Scalar* output;
    const Scalar* before;
    const Scalar* mask;
    const Targets<Scalar>& targets;
    std::size_t first, count;  ///< of the targets
};

}  // namespace scoring

/// What an output is scored by: a loss, which counts `weight` times, and metrics.
template <class Loss, class... Metrics>
struct Criteria {
    Loss loss{};
    Objects<Metrics...> metrics{};
    double weight = 1;
};

/// How an output of a network is scored. What has been seen lies in blocks of count() doubles,
/// zeros at first: the loss as a sum and the number of what it is over, then what the loss
/// collects, then the sums of each metric.
template <class Net, std::size_t output, class Loss, class... Metrics>
struct OutputScoring {
    using Scalar = typename Net::scalar;
    using Seen = scoring::Seen<Scalar>;
    using Criteria = INLAY_ABI::Criteria<Loss, Metrics...>;

    const Criteria& by;

    /// Calls body<Metric>() for each of the metrics.
    template <class Body>
    static constexpr void for_each_metric([[maybe_unused]] const Body& body) {
        (body.template operator()<Metrics>(), ...);
    }

    /// What they are called behind a prefix.
    static constexpr auto names(std::string_view prefix) {
        return names_of_output<Metrics...>(prefix);
    }

    /// Whether the last activation is that whose input a loss can take, as Softmax is for a
    /// categorical cross-entropy.
    template <class Part>
    static constexpr bool matches =
        std::is_base_of_v<typename Part::Logits,
                          typename scoring::AppliedBy<wiring::LayerAt<
                              typename Net::spec, Net::lowered.outputs[output].activation>>::type>;

    /// Whether the loss takes the input of the last activation.
    static constexpr bool logits = matches<Loss>;

    /// What the loss takes for targets: classes, or rows of numbers; and whether it sees whole
    /// examples.
    static constexpr bool sparse = Loss::sparse;
    static constexpr bool whole_examples = sums_rows<Loss> || sees_examples<Loss>;

    static constexpr Shape shape = Net::output_shapes[output];
    static constexpr std::size_t features = shape.last();
    static constexpr std::size_t rows = shape.size() / features;

    /// The places of an example that a mask may leave out, each so many rows.
    static constexpr std::size_t places = Net::template masks_output<output> ? shape[0] : 1;
    static constexpr std::size_t rows_of_place = rows / places;

    /// Whether the mask matters to the loss.
    static constexpr bool masked = [] {
        bool reads = Net::template masks_output<output> && !whole_examples;
        if constexpr (requires { static_cast<bool>(Loss::masks); }) reads = reads && Loss::masks;
        return reads;
    }();

    /// Whether the loss needs numbers of the whole batch before it has a gradient: how many places
    /// the mask leaves, or sums over all examples.
    static constexpr bool collects = masked || may_sum_batch<Loss>;

    /// Whether the loss may need to know how many rows are not of the class that it leaves out,
    /// which the targets alone tell; and the class.
    static constexpr bool ignores = may_ignore<Loss>;
    constexpr OrNone<Whole> ignored_class() const {
        if constexpr (ignores)
            return by.loss.ignore_class;
        else
            return {};
    }

    /// Whether a batch is a mean over those rows that are left.
    constexpr bool leaves_rows_out() const { return masked || ignored_class().given; }

    /// The sums that the loss collects: the rows left; or its own, and of the examples' weights; or
    /// what it works with.
    constexpr std::size_t collected() const {
        if constexpr (sums_rows<Loss>)
            return by.loss.sums(shape) + 1;
        else if constexpr (sees_examples<Loss>)
            return by.loss.scratch(shape);
        else
            return masked || ignores ? 1 : 0;
    }

    /// The length of a block.
    constexpr std::size_t count() const {
        std::size_t all = 2 + collected();
        walk(
            [&](const auto& metric, auto, std::size_t) { all += scoring::sums_of(metric, shape); });
        return all;
    }

    /// What is wrong with the fields of the loss or a metric; nothing where all fit.
    Sentence mistake() const {
        Sentence says = scoring::mistake_of(by.loss, shape, Loss::sparse);
        by.metrics.for_each([&](const auto& metric) {
            using Plain = scoring::Plain<std::remove_cvref_t<decltype(metric)>>;
            if (says.empty()) says = scoring::mistake_of(Plain::of(metric), shape, Loss::sparse);
        });
        return says;
    }

    /// Collects what the loss needs of all examples.
    void collect(double* sums, const Seen& seen) const {
        if constexpr (masked || ignores) {
            if (!leaves_rows_out()) return;
            for (std::size_t r = 0; r < seen.count * rows; ++r)
                if (!loss_leaves_out(seen, r)) ++sums[2];
        } else if constexpr (may_sum_batch<Loss>) {
            if (!by.loss.over_batch(shape)) return;
            const std::size_t own = by.loss.sums(shape);
            for (std::size_t n = 0; n < seen.count; ++n) {
                add_example(sums + 2, seen, n);
                sums[2 + own] += weight_of(seen, n * rows);
            }
        }
    }

    /// Takes in what others have collected.
    void join_collected(double* sums, const double* others) const {
        for (std::size_t k = 2, end = 2 + collected(); k < end; ++k) sums[k] += others[k];
    }

    /// Scores examples of a batch of so many, of which all has been `collected`. Where `gradient`
    /// is not null it receives that of the batch's loss, with respect to the logits where the loss
    /// takes them.
    void add(double* sums, const double* collected_sums, const Seen& seen, std::size_t batch,
             Scalar* gradient) const {
        if constexpr (sums_rows<Loss>)
            add_examples(sums, collected_sums, seen, batch, gradient);
        else if constexpr (sees_examples<Loss>)
            add_wholes(sums, seen, batch, gradient);
        else
            add_rows(sums, collected_sums, seen, batch, gradient);
        walk([&](const auto& metric, auto weighted, std::size_t at) {
            add_metric<weighted>(sums + at, metric, seen);
        });
    }

    /// Takes in the scores of others, but not what they have collected.
    void join(double* sums, const double* others) const {
        sums[0] += others[0];
        sums[1] += others[1];
        walk([&](const auto& metric, auto, std::size_t at) {
            scoring::join(metric, sums + at, others + at, shape);
        });
    }

    /// Ends a batch of so many examples: its loss becomes one that may be joined with those of
    /// other batches, as a mean over examples.
    void close(double* sums, std::size_t batch) const {
        if constexpr (masked || ignores) {
            if (!leaves_rows_out()) return;
            const double mean = sums[2] == 0 ? 0 : sums[0] / sums[2];
            sums[0] = simd::mul(mean, static_cast<double>(batch));
            sums[1] = static_cast<double>(batch);
        } else if constexpr (may_sum_batch<Loss>) {
            if (!by.loss.over_batch(shape)) return;
            const double value = by.loss.value(sums + 2, shape);
            sums[0] = simd::mul(value, sums[2 + by.loss.sums(shape)]);
            sums[1] = static_cast<double>(batch);
        }
    }

    /// The loss that sums come to, before it is weighted.
    static double loss_of(const double* sums) { return scoring::mean(sums); }

    /// Writes the metrics that sums come to, and gives what is behind them.
    template <class Number>
    Number* metric_results(const double* sums, Number* to) const {
        walk([&](const auto& metric, auto, std::size_t at) {
            *to++ = static_cast<Number>(scoring::result_of(metric, sums + at, shape));
        });
        return to;
    }

private:
    /// Calls body(metric, whether it is weighted, where its sums begin) for each of the metrics.
    template <class Body>
    constexpr void walk(const Body& body) const {
        std::size_t at = 2 + collected();
        by.metrics.for_each([&](const auto& given) {
            using Plain = scoring::Plain<std::remove_cvref_t<decltype(given)>>;
            const auto& metric = Plain::of(given);
            body(metric, std::bool_constant<Plain::weighted>(), at);
            at += scoring::sums_of(metric, shape);
        });
    }

    static Target<Scalar> target_of(const Seen& seen, std::size_t row) {
        const std::size_t at = seen.first * rows + row;
        return {Loss::sparse ? static_cast<std::size_t>(seen.targets.classes[at]) : 0,
                Loss::sparse ? nullptr : seen.targets.rows + at * features};
    }

    template <bool with_logits>
    static Prediction<Scalar> prediction_of(const Seen& seen, std::size_t row) {
        return {seen.output + row * features, with_logits ? seen.before + row * features : nullptr,
                features};
    }

    static double weight_of(const Seen& seen, std::size_t row) {
        const Targets<Scalar>& targets = seen.targets;
        if (targets.weights == nullptr) return 1;
        const std::size_t at = seen.first * rows + row;
        return static_cast<double>(targets.weights[targets.weights_each == 1 ? at / rows : at]);
    }

    static bool left_out(const Seen& seen, std::size_t row) {
        return seen.mask[row / rows_of_place] == 0;
    }

    /// Whether a target is of the class that a loss ignores.
    template <class Part>
    static bool ignored(const Part& loss, const Target<Scalar>& target) {
        if constexpr (may_ignore<Part>)
            return loss.ignore_class.given &&
                   static_cast<std::size_t>(loss.ignore_class.value) == target.chosen;
        else
            return false;
    }

    bool loss_leaves_out(const Seen& seen, std::size_t row) const {
        if constexpr (masked)
            if (left_out(seen, row)) return true;
        return ignored(by.loss, target_of(seen, row));
    }

    /// A mean over rows.
    void add_rows(double* sums, [[maybe_unused]] const double* collected_sums, const Seen& seen,
                  std::size_t batch, Scalar* gradient) const {
        auto over = static_cast<Scalar>(batch * rows);
        if constexpr (masked || ignores)
            if (leaves_rows_out()) over = static_cast<Scalar>(collected_sums[2]);
        const auto scale = static_cast<Scalar>(by.weight) / over;
        for (std::size_t r = 0; r < seen.count * rows; ++r) {
            Scalar* const slope = gradient ? gradient + r * features : nullptr;
            if (loss_leaves_out(seen, r)) {
                for (std::size_t k = 0; slope && k < features; ++k) slope[k] = 0;
                continue;
            }
            const double w = weight_of(seen, r);
            const Scalar value =
                by.loss.template row<logits>(prediction_of<logits>(seen, r), target_of(seen, r),
                                             simd::mul(scale, static_cast<Scalar>(w)), slope);
            sums[0] += simd::mul(static_cast<double>(value), w);
        }
        sums[1] += static_cast<double>(seen.count * rows);
    }

    void add_example(double* own, const Seen& seen, std::size_t n) const {
        for (std::size_t r = n * rows; r < (n + 1) * rows; ++r)
            by.loss.add(own, prediction_of<logits>(seen, r), target_of(seen, r), shape);
    }

    void write_slopes(const double* own, const Seen& seen, std::size_t n, double scale,
                      Scalar* gradient) const {
        for (std::size_t r = n * rows; r < (n + 1) * rows; ++r)
            by.loss.slope(own, prediction_of<logits>(seen, r), target_of(seen, r),
                          static_cast<Scalar>(scale), gradient + r * features, shape);
    }

    /// A mean over examples, or a number of the whole batch times the mean of their weights.
    void add_examples(double* sums, const double* collected_sums, const Seen& seen,
                      std::size_t batch, Scalar* gradient) const {
        const double share = by.weight / static_cast<double>(batch);
        const std::size_t own = by.loss.sums(shape);
        if constexpr (may_sum_batch<Loss>)
            if (by.loss.over_batch(shape)) {
                const double scale = simd::mul(share, collected_sums[2 + own]);
                for (std::size_t n = 0; gradient && n < seen.count; ++n)
                    write_slopes(collected_sums + 2, seen, n, scale, gradient);
                return;
            }
        for (std::size_t n = 0; n < seen.count; ++n) {
            for (std::size_t k = 0; k < own; ++k) sums[2 + k] = 0;
            add_example(sums + 2, seen, n);
            const double w = weight_of(seen, n * rows);
            sums[0] += simd::mul(w, static_cast<double>(by.loss.value(sums + 2, shape)));
            if (gradient) write_slopes(sums + 2, seen, n, simd::mul(share, w), gradient);
        }
        sums[1] += static_cast<double>(seen.count);
    }

    /// A mean over examples whose rows are seen at once.
    void add_wholes(double* sums, const Seen& seen, std::size_t batch, Scalar* gradient) const {
        const double share = by.weight / static_cast<double>(batch);
        for (std::size_t n = 0; n < seen.count; ++n) {
            const double w = weight_of(seen, n * rows);
            const std::size_t at = (seen.first + n) * rows;
            const Targets<Scalar> targets{
                .classes = Loss::sparse ? seen.targets.classes + at : nullptr,
                .rows = Loss::sparse ? nullptr : seen.targets.rows + at * features};
            Scalar* const slopes = gradient ? gradient + n * rows * features : nullptr;
            const double value = by.loss.example(prediction_of<logits>(seen, n * rows), targets,
                                                 simd::mul(share, w), slopes, sums + 2, shape);
            if (w != 0) sums[0] += simd::mul(w, value);
        }
        sums[1] += static_cast<double>(seen.count);
    }

    template <bool weighted, class Metric>
    static void add_metric(double* sums, const Metric& metric, const Seen& seen) {
        for (std::size_t r = 0; r < seen.count * rows; ++r) {
            const double w = weighted ? weight_of(seen, r) : 1;
            const Target<Scalar> target = target_of(seen, r);
            const Scalar* const y = seen.output + r * features;
            if constexpr (scoring::accumulates<Metric>) {
                metric.template add<Loss::sparse>(sums, y, target, features, w);
            } else {
                if constexpr (Net::template masks_output<output>)
                    if (left_out(seen, r)) continue;
                if constexpr (ignores && !RowMetric<Metric, Scalar>)
                    if (ignored(metric, target) || target.chosen >= features) continue;
                sums[0] += simd::mul(static_cast<double>(number_of(metric, seen, r, target)), w);
                sums[1] += w;
            }
        }
    }

    /// What a mean is over: a metric's number of a row, or a loss.
    template <class Metric>
    static Scalar number_of(const Metric& metric, const Seen& seen, std::size_t r,
                            const Target<Scalar>& target) {
        if constexpr (RowMetric<Metric, Scalar>) {
            return metric.template row<Loss::sparse>(seen.output + r * features, target, features);
        } else {
            constexpr bool takes = logits && matches<Metric>;
            return metric.template row<takes>(prediction_of<takes>(seen, r), target, Scalar{},
                                              static_cast<Scalar*>(nullptr));
        }
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_OUTPUT_SCORING_HPP
