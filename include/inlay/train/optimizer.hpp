// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_OPTIMIZER_HPP
#define INLAY_TRAIN_OPTIMIZER_HPP
// What an optimizer is: a short function on weights, their gradients and the moments it keeps for
// them. It knows tensors, no layers. What all of them have in common is the concept at the end.

#include <inlay/shape/shape.hpp>
#include <inlay/text/missing.hpp>
#include <inlay/train/runner.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// What a tensor of weights is to its layer.
enum class WeightRole { kernel, bias, gamma, beta, other };

/// The role that a tensor's name tells: depthwise_kernel is a kernel.
constexpr WeightRole role_of_weights(std::string_view name) {
    if (name.ends_with("kernel")) return WeightRole::kernel;
    if (name.ends_with("bias")) return WeightRole::bias;
    if (name == "gamma") return WeightRole::gamma;
    return name == "beta" ? WeightRole::beta : WeightRole::other;
}

/// What an optimizer may know of a tensor of weights.
struct WeightFacts {
    std::string_view name;  ///< within its layer: kernel, bias ...
    Shape shape;
    WeightRole role = WeightRole::other;
};

/// The most moments that an optimizer may keep for a tensor.
inline constexpr int most_moments = 6;

/// `count` weights of one tensor, one after another, with everything that belongs to them. Moments
/// that are not in use are null.
template <class Scalar>
struct Stretch {
    Scalar* weights;
    const Scalar* gradient;
    Scalar* moments[most_moments];
    std::size_t count;
    const WeightFacts* tensor = nullptr;
    std::size_t first = 0;  ///< the number of the first of them in the tensor
};

/// Whether an optimizer wants whole tensors, with their whole gradients.
template <class Optimizer>
inline constexpr bool takes_whole_tensors = requires { requires Optimizer::whole_tensors; };

/// How many of its moments an optimizer keeps, with the fields it has.
template <class Optimizer>
constexpr int moments_in_use(const Optimizer& optimizer) {
    if constexpr (requires { optimizer.moments_in_use(); })
        return optimizer.moments_in_use();
    else
        return Optimizer::moments;
}

/// The shape of moment m of a tensor: the tensor's own, unless the optimizer has another.
template <class Optimizer>
constexpr Shape shape_of_moment(int m, const WeightFacts& tensor) {
    if constexpr (requires { Optimizer::moment_shape(m, tensor); })
        return Optimizer::moment_shape(m, tensor);
    else
        return tensor.shape;
}

/// What `update` gets of a step: what the optimizer makes of the step's number, or that number.
template <class Optimizer>
constexpr auto pace_of(const Optimizer& optimizer, std::uint64_t step) {
    if constexpr (requires { optimizer.pace(step); })
        return optimizer.pace(step);
    else
        return step;
}

/// What a type lacks to be an optimizer of networks of Scalar: a list of names, empty for one.
template <class Type, class Scalar>
constexpr Sentence missing_of_optimizer() {
    Missing missing;
    missing.needs(requires { std::string_view(Type::name); }, "name");
    missing.needs(
        requires { requires Type::moments >= 0 && Type::moments <= most_moments; },
        "moments (from 0 to 6)");
    if constexpr (requires { requires Type::moments > 0; })
        missing.needs(
            requires { std::string_view(Type::moment_names[Type::moments - 1]); },
            "a name in moment_names for each");
    if constexpr (takes_whole_tensors<Type>)
        missing.needs(
            requires(const Type& optimizer, const Stretch<Scalar>& tensor, SerialRunner& runner) {
                optimizer.update(tensor, pace_of(optimizer, 0), runner);
            }, "a const update of whole tensors");
    else
        missing.needs(
            requires(const Type& optimizer, const Stretch<Scalar>& stretch) {
                optimizer.update(stretch, pace_of(optimizer, 0));
            }, "a const update");
    missing.needs(
        takes_whole_tensors<Type> || !requires(const WeightFacts& tensor) {
            Type::moment_shape(0, tensor);
        }, "whole_tensors, for its moment_shape");
    return missing.list;
}

/// What compile() takes as an optimizer: `update(stretch, step)` moves a stretch of weights by
/// their gradient, `step` counting from 0, and may keep `moments` numbers for each, zeros at first;
/// `name` and `moment_names` are for checkpoints. It may offer
///
/// * its `fields`, without which checkpoints cannot keep them;
/// * how many `moments_in_use` it has, the first of them, where that depends on its fields;
/// * `pace(step)`, worked out once for all tensors, which `update` then gets in place of the step;
/// * `whole_tensors = true`: `update(tensor, step, runner)` gets each tensor as a whole, and may
///   hand tasks to the runner; no number may depend on how many workers that has. Wide layers then
///   keep a whole gradient, where other optimizers update them part by part;
/// * with it `moment_shape(m, tensor)`, static, where moments have other shapes than their
///   tensor: a row and a column of a matrix; Shape(0) is none;
/// * `common_fields = true`, and any of the fields of common_fields.hpp, on which the library then
///   acts before and after `update`. The `step` counts updates.
template <class Type, class Scalar = float>
concept Optimizer = missing_of_optimizer<Type, Scalar>().empty();

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Stretch;
using INLAY_ABI::WeightFacts;
using INLAY_ABI::WeightRole;
}  // namespace inlay

#endif  // INLAY_TRAIN_OPTIMIZER_HPP
