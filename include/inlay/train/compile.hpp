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

#include <concepts>
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

/// The first mistake in the parts of a training of networks of Scalar.
template <class Scalar, class First, class Second, class... Others>
constexpr Sentence first_mistake() {
    if (Loss<First, Scalar> && Optimizer<Second, Scalar>)
        return Sentence() << "compile takes the optimizer first, then the loss, then metrics";
    Sentence says = mistake_in<First>(missing_of_optimizer<First, Scalar>(), "optimizer", "Adam{}");
    if (says.empty())
        says = mistake_in<Second>(missing_of_loss<Second, Scalar>(), "loss", "MeanSquaredError{}");
    ((says = says.empty()
                 ? mistake_in<Others>(missing_of_metric<Others, Scalar>(), "metric", "Accuracy{}")
                 : says),
     ...);
    if constexpr (Loss<Second, Scalar> && (Metric<Others, Scalar> && ...))
        ((says = says.empty() ? mismatch<Others, Second>() : says), ...);
    return says;
}

/// The parts as diagnose.hpp takes them.
template <class Scalar, class... Parts>
struct Subject {
    static constexpr Sentence mistake = first_mistake<Scalar, Parts...>();
};

/// True; or the compiler stops with the sentence about the first mistake.
template <class Scalar, class... Parts>
consteval bool accepted() {
    return program::without_mistake<Subject<Scalar, Parts...>>();
}

}  // namespace inlay::INLAY_ABI::compiling

#endif  // INLAY_TRAIN_COMPILE_HPP
