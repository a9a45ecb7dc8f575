// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_TENSORS_HPP
#define INLAY_TRAIN_TENSORS_HPP
// The tensors of a network as its optimizer sees them, and where everything that belongs to them
// lies: tables that a training step reads at run time, no longer than the network needs.

#include <inlay/program/arena.hpp>
#include <inlay/program/program.hpp>
#include <inlay/train/common_fields.hpp>
#include <inlay/train/optimizer.hpp>

#include <array>
#include <cstddef>
#include <type_traits>

namespace inlay::INLAY_ABI::updating {

/// A tensor of trainable weights.
struct Trained {
    WeightFacts facts;
    int tensor = 0;            ///< its number in the program
    std::size_t weights = 0;   ///< where it begins in the block of weights
    std::size_t count = 0;     ///< weights
    std::size_t gradient = 0;  ///< in the gradients of the wide groups, or in a slice's block
    bool wide = false;
    Penalty penalty;
    Constraint constraint;
    Spectral spectral;
    std::size_t vector = 0;  ///< where the singular vector lies, in the block of state
};

template <const auto& steps>
inline constexpr std::size_t trained_count = [] {
    std::size_t count = 0;
    for (int t = 0; t < steps.tensor_count; ++t) count += steps.tensors[t].spec.trainable;
    return count;
}();

/// All of them, in the order of the block of weights.
template <const auto& steps, const auto& plan>
inline constexpr auto trained = [] {
    std::array<Trained, trained_count<steps>> all{};
    std::size_t number = 0;
    for (int g = 0; g < steps.group_count; ++g) {
        const program::Group& group = steps.groups[g];
        for (int t = group.first_tensor; t < group.first_tensor + group.tensors; ++t) {
            const program::TensorInfo& tensor = steps.tensors[t];
            if (!tensor.spec.trainable) continue;
            all[number++] = {
                .facts = {tensor.spec.name, tensor.spec.shape, role_of_weights(tensor.spec.name)},
                .tensor = t,
                .weights = tensor.offset,
                .count = tensor.spec.shape.size(),
                .gradient = plan.gradient[g] + tensor.offset - group.weights.begin,
                .wide = group.wide,
                .penalty = tensor.spec.penalty,
                .constraint = tensor.spec.constraint,
                .spectral = tensor.spec.spectral,
                .vector = steps.tensors[group.first_tensor + tensor.spec.spectral.vector].offset};
        }
    }
    return all;
}();

/// Whether any tensor has a rule: a penalty, or a constraint.
template <const auto& steps, auto rule>
inline constexpr bool has_rules = [] {
    bool any = false;
    for (int t = 0; t < steps.tensor_count; ++t) {
        const WeightSpec& spec = steps.tensors[t].spec;
        any = any || (spec.trainable && !(spec.*rule).none());
    }
    return any;
}();

template <const auto& steps>
inline constexpr bool has_penalties = has_rules<steps, &WeightSpec::penalty>;
template <const auto& steps>
inline constexpr bool has_constraints = has_rules<steps, &WeightSpec::constraint>;

/// What an optimizer with its fields, of which these are the common ones, keeps from step to step.
template <class Optimizer>
constexpr MomentSet moments_of(const Optimizer& optimizer, const CommonFields& fields) {
    return {moments_in_use(optimizer), fields.accumulates(), fields.use_ema};
}
template <class Optimizer>
constexpr MomentSet moments_of(const Optimizer& optimizer) {
    return moments_of(optimizer, common_fields_of(optimizer));
}

/// Where the moments of an optimizer lie: moment 0 of all tensors, then moment 1 of all, so that
/// those in use are the beginning. Behind them lie the accumulators and the averages that the
/// common fields ask for, a number for each weight, in the order of the weights.
template <std::size_t Moments, std::size_t Tensors>
struct MomentPlaces {
    std::size_t begin[Moments + 1]{};            ///< of each moment; then of what follows
    std::size_t at[Moments + 1][Tensors + 1]{};  ///< of each tensor, behind the moment's beginning
    std::size_t numbers[Moments + 1]{};          ///< in all moments before
    std::size_t each = 0;                        ///< weights

    /// Of those that a set has, where the accumulators begin, and where the averages do.
    constexpr std::size_t accumulators(const MomentSet& set) const {
        return begin[static_cast<std::size_t>(set.own)];
    }
    constexpr std::size_t averages(const MomentSet& set) const {
        return accumulators(set) + (set.accumulators ? program::aligned(each) : 0);
    }

    /// Room for a set, and how many numbers it holds.
    constexpr std::size_t room(const MomentSet& set) const {
        return averages(set) + (set.averages ? program::aligned(each) : 0);
    }
    constexpr std::size_t count(const MomentSet& set) const {
        const auto extra = static_cast<std::size_t>(set.blocks() - set.own);
        return numbers[static_cast<std::size_t>(set.own)] + extra * each;
    }

    /// Takes what there is of one set into room for another, zeros. New averages begin with the
    /// weights.
    template <class Scalar>
    void carry(const MomentSet& from, const Scalar* held, const MomentSet& to, Scalar* into,
               const Scalar* weights) const {
        const auto copy = [&](std::size_t first, const Scalar* some, std::size_t count) {
            for (std::size_t k = 0; k < count; ++k) into[first + k] = some[k];
        };
        const std::size_t own = accumulators(to), before = accumulators(from);
        copy(0, held, own < before ? own : before);
        if (to.accumulators && from.accumulators) copy(own, held + before, each);
        if (to.averages) copy(averages(to), from.averages ? held + averages(from) : weights, each);
    }
};

template <class Optimizer, const auto& steps, const auto& plan>
inline constexpr auto moment_places = [] {
    MomentPlaces<static_cast<std::size_t>(Optimizer::moments), trained_count<steps>> places;
    places.each = steps.weight_count;
    for (int m = 0; m < Optimizer::moments; ++m) {
        std::size_t count = 0, t = 0;
        for (const Trained& tensor : trained<steps, plan>) {
            places.at[m][t++] = count;
            count += shape_of_moment<Optimizer>(m, tensor.facts).size();
        }
        places.begin[m + 1] = places.begin[m] + program::aligned(count);
        places.numbers[m + 1] = places.numbers[m] + count;
    }
    return places;
}();

/// The moments of an optimizer as tensors of the network, by moment: what files hold. A moment that
/// a tensor does not have has a size of 0.
template <class Optimizer, const auto& steps, const auto& plan>
inline constexpr auto moment_tensors = [] {
    std::array<std::array<program::TensorInfo, trained_count<steps>>, Optimizer::moments> all{};
    for (int m = 0; m < Optimizer::moments; ++m) {
        std::size_t t = 0;
        for (const Trained& tensor : trained<steps, plan>) {
            program::TensorInfo& info = all[static_cast<std::size_t>(m)][t];
            info = steps.tensors[tensor.tensor];
            info.spec.shape = shape_of_moment<Optimizer>(m, tensor.facts);
            info.offset = moment_places<Optimizer, steps, plan>.at[m][t++];
        }
    }
    return all;
}();

/// Weights [first, first + count) of tensor number `number`, as an optimizer takes them. Moments of
/// another shape than the weights begin with their tensor.
template <const auto& steps, const auto& plan, class Job, class Scalar>
auto stretch_of(const Job& job, std::size_t number, std::size_t first, const Scalar* gradient,
                std::size_t count) {
    using Optimizer = std::remove_cvref_t<decltype(job.optimizer)>;
    constexpr auto& places = moment_places<Optimizer, steps, plan>;
    const Trained& tensor = trained<steps, plan>[number];
    Stretch<Scalar> stretch{
        job.weights + tensor.weights + first, gradient, {}, count, &tensor.facts, first};
    for (int m = 0; m < moments_in_use(job.optimizer); ++m)
        stretch.moments[m] = job.moments + places.begin[m] + places.at[m][number] + first;
    return stretch;
}

}  // namespace inlay::INLAY_ABI::updating

#endif  // INLAY_TRAIN_TENSORS_HPP
