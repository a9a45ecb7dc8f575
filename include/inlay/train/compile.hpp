// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_COMPILE_HPP
#define INLAY_TRAIN_COMPILE_HPP
// What compile() says to what is no optimizer, no loss or no metric.

#include <inlay/program/diagnose.hpp>
#include <inlay/text/sentence.hpp>
#include <inlay/text/type_name.hpp>
#include <inlay/train/loss.hpp>
#include <inlay/train/metric.hpp>
#include <inlay/train/optimizer.hpp>
#include <inlay/train/scoring.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI::compiling {

/// Why a type cannot stand where compile() takes `what`, of which there is `example`; nothing where
/// it lacks nothing.
template <class Type>
constexpr Sentence mistake_in(const Sentence& missing, std::string_view what,
                              std::string_view example) {
    Sentence says;
    if (missing.empty()) return says;
    if (std::convertible_to<Type, std::string_view>)
        return says << "compile takes an object for the " << what << ", such as " << example
                    << ", not its name";
    return says << "compile: " << type_name<Type>() << " is no " << what << ": it lacks " << missing
                << " (inlay/train/" << what << ".hpp)";
}

/// Why a metric does not go with a loss; nothing where it does.
template <class Metric, class Loss>
constexpr Sentence mismatch() {
    using Plain = typename scoring::Plain<Metric>::type;
    Sentence says;
    if (scoring::takes_targets<Plain>(Loss::sparse)) return says;
    constexpr std::string_view rows = "rows of numbers", classes = "class numbers";
    return says << "compile: " << type_name<Plain>() << " takes " << (Loss::sparse ? rows : classes)
                << " for targets but " << type_name<Loss>() << " "
                << (Loss::sparse ? classes : rows);
}

/// Whether a type is losses, one for each output.
template <class Type>
inline constexpr std::size_t losses_of = 0;
template <class... Each>
inline constexpr std::size_t losses_of<Losses<Each...>> = sizeof...(Each);

/// The first of some sentences that says anything.
template <class... Sentences>
constexpr Sentence first_said(const Sentences&... each) {
    Sentence says;
    ((says = says.empty() ? each : says), ...);
    return says;
}

/// The first mistake in one loss, or in several.
template <class Scalar, class Type>
constexpr Sentence loss_mistake(const Type*) {
    return mistake_in<Type>(missing_of_loss<Type, Scalar>(), "loss", "MeanSquaredError{}");
}
template <class Scalar, class... Each>
constexpr Sentence loss_mistake(const Losses<Each...>*) {
    return first_said(loss_mistake<Scalar>(static_cast<const Each*>(nullptr))...);
}

/// Why a metric is none; nothing where it is.
template <class Scalar, class Given>
constexpr Sentence metric_mistake() {
    using Plain = typename scoring::Placed<Given>::metric;
    return mistake_in<Plain>(missing_of_metric<Plain, Scalar>(), "metric", "Accuracy{}");
}

/// Why losses are not those of a network's outputs.
template <class Net, class Type>
constexpr Sentence miscounted() {
    Sentence says;
    if (losses_of<Type> == 0 || losses_of<Type> == Net::output_count) return says;
    says << "compile: Losses has " << losses_of<Type> << " losses but the network "
         << Net::output_count << (Net::output_count == 1 ? " output, " : " outputs, ");
    scoring::put_outputs<Net>(says);
    return says;
}

/// Why a metric belongs to no output of a network; nothing where it does.
template <class Net, class Given>
constexpr Sentence misplaced() {
    Sentence says;
    if (scoring::output_of<Net, Given>() < Net::output_count) return says;
    const std::string_view name = scoring::Placed<Given>::output;
    if (name.empty())
        says << "compile: of " << Net::output_count << " outputs a metric measures one, by its name"
             << ": On with the name of the output, around the metric";
    else
        says << "compile: On finds no output called " << name;
    says << "; there are ";
    scoring::put_outputs<Net>(says);
    return says;
}

/// Why a metric does not go with the loss of its output.
template <class Net, class Loss, class Given>
constexpr Sentence mismatch_on_output() {
    constexpr std::size_t output = scoring::output_of<Net, Given>();
    return mismatch<typename scoring::Placed<Given>::metric,
                    typename scoring::LossOf<Loss, output>::loss>();
}

/// The first mistake in the parts of a training of a network, each looked at by itself.
template <class Net, class Optimizer, class Loss, class... Metrics>
constexpr Sentence mistake_in_parts() {
    using Scalar = typename Net::scalar;
    return first_said(
        mistake_in<Optimizer>(missing_of_optimizer<Optimizer, Scalar>(), "optimizer", "Adam{}"),
        loss_mistake<Scalar>(static_cast<const Loss*>(nullptr)), miscounted<Net, Loss>(),
        metric_mistake<Scalar, Metrics>()..., misplaced<Net, Metrics>()...);
}

/// The first mistake in them, and where there is none in how they go together.
template <class Net, class First, class Second, class... Others>
constexpr Sentence first_mistake() {
    using Scalar = typename Net::scalar;
    if (Loss<First, Scalar> && Optimizer<Second, Scalar>)
        return Sentence() << "compile takes the optimizer first, then the loss, then metrics";
    constexpr Sentence says = mistake_in_parts<Net, First, Second, Others...>();
    if constexpr (says.empty())
        return first_said(mismatch_on_output<Net, Second, Others>()...);
    else
        return says;
}

/// The parts as diagnose.hpp takes them.
template <class Net, class... Parts>
struct Subject {
    static constexpr Sentence mistake = first_mistake<Net, Parts...>();
};

/// True; or the compiler stops with the sentence about the first mistake.
template <class Net, class... Parts>
consteval bool accepted() {
    return program::without_mistake<Subject<Net, Parts...>>();
}

}  // namespace inlay::INLAY_ABI::compiling

#endif  // INLAY_TRAIN_COMPILE_HPP
