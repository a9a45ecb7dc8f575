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

/// The first mistake in one loss, or in several.
template <class Scalar, class Type>
constexpr Sentence loss_mistake(const Type*) {
    return mistake_in<Type>(missing_of_loss<Type, Scalar>(), "loss", "MeanSquaredError{}");
}
template <class Scalar, class... Each>
constexpr Sentence loss_mistake(const Losses<Each...>*) {
    Sentence says;
    ((says = says.empty() ? loss_mistake<Scalar>(static_cast<const Each*>(nullptr)) : says), ...);
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

/// Whether losses and metrics can be looked at together.
template <class Net, class Given, class... Others>
inline constexpr bool complete =
    loss_mistake<typename Net::scalar>(static_cast<const Given*>(nullptr)).empty() &&
    (losses_of<Given> == 0 || losses_of<Given> == Net::output_count) &&
    ((Metric<typename scoring::Placed<Others>::metric, typename Net::scalar> &&
      scoring::output_of<Net, Others>() < Net::output_count) &&
     ...);

/// The first mistake in the parts of a training of a network.
template <class Net, class First, class Second, class... Others>
constexpr Sentence first_mistake() {
    using Scalar = typename Net::scalar;
    if (Loss<First, Scalar> && Optimizer<Second, Scalar>)
        return Sentence() << "compile takes the optimizer first, then the loss, then metrics";
    Sentence says = mistake_in<First>(missing_of_optimizer<First, Scalar>(), "optimizer", "Adam{}");
    if (says.empty()) says = loss_mistake<Scalar>(static_cast<const Second*>(nullptr));
    if (says.empty() && losses_of<Second> != 0 && losses_of<Second> != Net::output_count) {
        says << "compile: Losses has " << losses_of<Second> << " losses but the network "
             << Net::output_count << (Net::output_count == 1 ? " output, " : " outputs, ");
        scoring::put_outputs<Net>(says);
    }
    ((says = says.empty()
                 ? mistake_in<typename scoring::Placed<Others>::metric>(
                       missing_of_metric<typename scoring::Placed<Others>::metric, Scalar>(),
                       "metric", "Accuracy{}")
                 : says),
     ...);
    ((says = says.empty() ? misplaced<Net, Others>() : says), ...);
    if constexpr (complete<Net, Second, Others...>)
        ((says = says.empty() ? mismatch_on_output<Net, Second, Others>() : says), ...);
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
