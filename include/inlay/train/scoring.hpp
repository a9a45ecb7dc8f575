// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SCORING_HPP
#define INLAY_TRAIN_SCORING_HPP
// The losses and the metrics of all outputs of a network.

#include <inlay/layer/select.hpp>
#include <inlay/network/network.hpp>
#include <inlay/program/names.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/train/losses.hpp>
#include <inlay/train/on.hpp>
#include <inlay/train/output_scoring.hpp>
#include <inlay/train/several.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace inlay::INLAY_ABI {

namespace scoring {

/// A metric as it was given: of the output of a name, or of the only one.
template <class Given>
struct Placed {
    using metric = Given;
    static constexpr std::string_view output{};
    static constexpr const metric& of(const Given& given) { return given; }
};

template <Name name, class Metric>
struct Placed<MetricOn<name, Metric>> {
    using metric = Metric;
    static constexpr std::string_view output = name.view();
    static constexpr const Metric& of(const MetricOn<name, Metric>& given) { return given.metric; }
};

/// The number of the output that a metric belongs to; that of all outputs where there is none.
template <class Net, class Given>
constexpr std::size_t output_of() {
    constexpr std::string_view name = Placed<Given>::output;
    if (name.empty()) return Net::output_count == 1 ? 0 : Net::output_count;
    for (std::size_t k = 0; k < Net::output_count; ++k)
        if (const int layer = Net::lowered.outputs[k].layer;
            layer >= 0 && Net::lowered.layers[layer].is_called(name))
            return k;
    return Net::output_count;
}

/// Writes the name of an output: its layer's, or its input's.
template <class Net>
constexpr void put_output(Sentence& to, std::size_t output) {
    const int layer = Net::lowered.outputs[output].layer;
    if (layer >= 0)
        program::put_path(to, Net::lowered.layers, layer);
    else
        program::put_name(to, Net::lowered.inputs[-1 - layer]);
}

/// Those of all outputs, as a list.
template <class Net>
constexpr void put_outputs(Sentence& to) {
    for (std::size_t k = 0; k < Net::output_count; ++k) {
        to << (k == 0 ? "" : ", ");
        put_output<Net>(to, k);
    }
}

/// The loss of an output: one of several, or the same for all.
template <class Given, std::size_t output>
struct LossOf {
    using loss = Given;
    static constexpr const loss& of(const Given& given) { return given; }
    static constexpr double weight(const Given&) { return 1; }
};

template <class... Each, std::size_t output>
struct LossOf<Losses<Each...>, output> {
    using loss = TypeAt<output, Each...>;
    static constexpr const loss& of(const Losses<Each...>& given) {
        return given.template get<output>();
    }
    static constexpr double weight(const Losses<Each...>& given) { return given.weight(output); }
};

/// How output number `output` is scored, with those of the metrics that belong to it.
template <class Net, std::size_t output, class Loss, class... Metrics>
struct PartOf {
    static constexpr std::size_t count =
        (std::size_t{0} + ... + (output_of<Net, Metrics>() == output));
    static constexpr auto places = [] {
        constexpr std::size_t outputs[]{output_of<Net, Metrics>()..., Net::output_count};
        std::array<std::size_t, count + 1> found{};
        std::size_t at = 0;
        for (std::size_t k = 0; k < sizeof...(Metrics); ++k)
            if (outputs[k] == output) found[at++] = k;
        return found;
    }();

    template <std::size_t... K>
    static auto scoring_by(std::index_sequence<K...>)
        -> OutputScoring<Net, output, typename LossOf<Loss, output>::loss,
                         typename Placed<TypeAt<places[K], Metrics...>>::metric...>;
    using Scoring = decltype(scoring_by(std::make_index_sequence<count>()));
    using Criteria = typename Scoring::Criteria;

    static constexpr Criteria criteria_of(const INLAY_ABI::Criteria<Loss, Metrics...>& all) {
        return [&]<std::size_t... K>(std::index_sequence<K...>) -> Criteria {
            return {LossOf<Loss, output>::of(all.loss),
                    {Placed<TypeAt<places[K], Metrics...>>::of(
                        all.metrics.template get<places[K]>())...},
                    all.weight * LossOf<Loss, output>::weight(all.loss)};
        }(std::make_index_sequence<count>());
    }
};

}  // namespace scoring

/// How a network is scored: the parts of its outputs, one behind the other. What has been seen lies
/// in blocks of count() doubles, zeros at first: the blocks of the outputs behind each other, then
/// the penalties as a sum over examples and the number of these, and likewise those of values where
/// there are any.
template <class Net, class Loss, class... Metrics>
struct Scoring {
    using Scalar = typename Net::scalar;
    using Criteria = INLAY_ABI::Criteria<Loss, Metrics...>;

    const Criteria& by;

    static constexpr std::size_t outputs = Net::output_count;

    template <std::size_t output>
    using Part = typename scoring::PartOf<Net, output, Loss, Metrics...>::Scoring;

    /// The loss, and where there are several outputs that of each; then the metrics.
    static constexpr std::size_t losses = 1 + (outputs > 1 ? outputs : 0);
    static constexpr std::size_t terms = losses + sizeof...(Metrics);

    /// Which losses take the logits of their outputs, one bit each.
    static constexpr std::uint64_t logits = []<std::size_t... K>(std::index_sequence<K...>) {
        return (std::uint64_t{0} | ... | (std::uint64_t{Part<K>::logits} << K));
    }(std::make_index_sequence<outputs>());

    /// Writes the name of an output.
    static constexpr void put_output(Sentence& to, std::size_t output) {
        scoring::put_output<Net>(to, output);
    }

    /// Whether a loss needs numbers of the whole batch before it has a gradient.
    static constexpr bool collects = []<std::size_t... K>(std::index_sequence<K...>) {
        return (Part<K>::collects || ...);
    }(std::make_index_sequence<outputs>());

    /// Whether one may need to know how many targets are of no class that it ignores.
    static constexpr bool ignores = []<std::size_t... K>(std::index_sequence<K...>) {
        return (Part<K>::ignores || ...);
    }(std::make_index_sequence<outputs>());

    /// The class that the loss of each output ignores.
    std::array<OrNone<Whole>, outputs> ignored_classes() const {
        std::array<OrNone<Whole>, outputs> classes;
        for_each([&](auto k, const auto& part, std::size_t) { classes[k] = part.ignored_class(); });
        return classes;
    }

    /// Whether each batch has a loss of its own, so that scores follow from how large one is.
    constexpr bool by_batch() const {
        bool so = collects;
        for_each([&](auto, const auto& part, std::size_t) { so = so || part.leaves_rows_out(); });
        return so;
    }

    /// Some examples of a batch behind the network, output by output.
    struct Seen {
        scoring::Seen<Scalar> each[outputs];
    };

    /// The length of a block.
    constexpr std::size_t count() const { return penalties() + (Net::penalizes ? 4 : 2); }

    /// What is wrong with the fields of a loss or a metric; nothing where all fit.
    Sentence mistake() const {
        Sentence says;
        for_each([&](auto, const auto& part, std::size_t) {
            if (says.empty()) says = part.mistake();
        });
        return says;
    }

    /// Collects what the losses need of all examples.
    void collect(double* sums, const Seen& seen) const {
        for_each([&](auto k, const auto& part, std::size_t at) {
            part.collect(sums + at, seen.each[k]);
        });
    }

    /// Collects what the targets of a whole batch alone tell, where the losses need no more.
    template <class AllTargets>
    void collect_targets(double* sums, const AllTargets& targets, std::size_t batch) const {
        if constexpr (ignores && !collects)
            for_each([&](auto k, const auto& part, std::size_t at) {
                part.collect(sums + at, {nullptr, nullptr, nullptr, nth(targets, k), 0, batch});
            });
    }

    /// Takes in what others have collected.
    void join_collected(double* sums, const double* others) const {
        for_each([&](auto, const auto& part, std::size_t at) {
            part.join_collected(sums + at, others + at);
        });
    }

    /// Scores examples of a batch of so many, of which all has been `collected`. Where there are
    /// `gradients` each output's receives that of its batch's loss.
    void add(double* sums, const double* collected_sums, const Seen& seen, std::size_t batch,
             Scalar* const* gradients) const {
        for_each([&](auto k, const auto& part, std::size_t at) {
            part.add(sums + at, collected_sums + at, seen.each[k], batch,
                     gradients ? gradients[k] : nullptr);
        });
    }

    /// Takes in the scores of others, but not what they have collected.
    void join(double* sums, const double* others) const {
        for_each(
            [&](auto, const auto& part, std::size_t at) { part.join(sums + at, others + at); });
        for (std::size_t at = penalties(), end = count(); at < end; ++at) sums[at] += others[at];
    }

    /// Ends a batch of so many examples: its losses become some that may be joined with those of
    /// other batches, as means over examples.
    void close(double* sums, std::size_t batch) const {
        for_each([&](auto, const auto& part, std::size_t at) { part.close(sums + at, batch); });
    }

    /// Takes in what the weights add to the loss of each of so many examples.
    void add_penalty(double* sums, double penalty, std::size_t examples) const {
        const auto number = static_cast<double>(examples);
        double* const mine = sums + penalties();
        mine[0] += simd::mul(penalty, number);
        mine[1] += number;
    }

    /// Where penalized values add up, and behind it the number of their examples.
    double* activities(double* sums) const
        requires Net::penalizes
    {
        return sums + penalties() + 2;
    }

    /// Takes in that so many examples' values are there.
    void count_activities(double* sums, std::size_t examples) const {
        if constexpr (Net::penalizes) activities(sums)[1] += static_cast<double>(examples);
    }

    /// Writes what sums come to: the losses as they weigh, with the penalties; each output's own
    /// where there are several; the metrics.
    template <class Number>
    void results(const double* sums, Number* to) const {
        Number* metrics = to + losses;
        double loss = 0;
        for_each([&](auto k, const auto& part, std::size_t at) {
            const double own = part.loss_of(sums + at);
            loss += simd::mul(part.by.weight, own);
            if (outputs > 1) to[1 + k] = static_cast<Number>(own);
            metrics = part.metric_results(sums + at, metrics);
        });
        loss += scoring::mean(sums + penalties());
        if constexpr (Net::penalizes) loss += scoring::mean(sums + penalties() + 2);
        *to = static_cast<Number>(loss);
    }

private:
    /// Where the sums of the penalties begin.
    constexpr std::size_t penalties() const {
        std::size_t behind = 0;
        for_each([&](auto, const auto& part, std::size_t) { behind += part.count(); });
        return behind;
    }

    /// Calls body(number, part, where its block begins) for each output.
    template <class Body>
    INLAY_INLINE constexpr void for_each(Body&& body) const {
        std::size_t at = 0;
        simd::unroll<static_cast<int>(outputs)>([&](auto k) INLAY_INLINE_LAMBDA {
            using PartOf = scoring::PartOf<Net, static_cast<std::size_t>(k), Loss, Metrics...>;
            const auto criteria = PartOf::criteria_of(by);
            const typename PartOf::Scoring part{criteria};
            body(std::integral_constant<std::size_t, static_cast<std::size_t>(k)>(), part, at);
            at += part.count();
        });
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_SCORING_HPP
