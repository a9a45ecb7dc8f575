// SPDX-License-Identifier: MIT
#ifndef INLAY_NETWORK_BINDING_HPP
#define INLAY_NETWORK_BINDING_HPP
// From the numbers of a program back to types: the layer, the epilogue and the binding of a step.

#include <inlay/layer/copying.hpp>
#include <inlay/program/leaves.hpp>
#include <inlay/program/program.hpp>
#include <inlay/simd/loop.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::wiring {

template <class Spec, program::LayerRef ref>
struct Referred {
    using type = LayerOf<program::LeafAt<Spec, static_cast<std::size_t>(ref.layer)>>;
};

template <class Spec, program::LayerRef ref>
    requires(ref.option)
struct Referred<Spec, ref> {
    using Layer = LayerOf<program::LeafAt<Spec, static_cast<std::size_t>(ref.layer)>>;
    using type = LayerOf<typename Layer::Activate>;
};

template <class Spec>
struct Referred<Spec, program::LayerRef{}> {
    using type = ActivationLayer<Linear>;
};

/// The layer a reference names.
template <class Spec, program::LayerRef ref>
using LayerAt = typename Referred<Spec, ref>::type;

/// What the compiler knows of a step of one input.
template <class Program>
constexpr Binding binding_of(const Program& p, int s) {
    const program::Step& step = p.steps[s];
    const program::Read& reading = p.reads[step.first_read];
    Binding binding{.in = map_of(p, reading.value),
                    .out = map_of(p, step.output),
                    .bias = step.bias,
                    .accumulate = reading.accumulate,
                    .input_gradient = p.values[reading.value].needs_gradient,
                    .masked = step.mask >= 0,
                    .algorithm = step.algorithm};
    if (step.role == Role::training_only)
        binding.layer = static_cast<std::uint32_t>(step.ref.layer);
    return binding;
}

/// The same of a step of several inputs.
template <int Inputs, class Program>
constexpr Joint<Inputs> joint_of(const Program& p, int s) {
    const program::Step& step = p.steps[s];
    Joint<Inputs> joint{};
    for (int k = 0; k < Inputs; ++k) {
        const program::Read& reading = p.reads[step.first_read + k];
        joint.in[k] = {map_of(p, reading.value), reading.accumulate,
                       p.values[reading.value].needs_gradient, reading.in_place};
    }
    joint.out = map_of(p, step.output);
    return joint;
}

/// The layer that runs step S: what only renames its input, and cannot, copies it.
template <class Spec, const auto& program, int S>
using LayerOfStep = std::conditional_t<program.steps[S].role == Role::shape_only, Copying,
                                       LayerAt<Spec, program.steps[S].ref>>;

/// How the layer of step S is bound.
template <class Spec, const auto& program, int S>
inline constexpr auto bound = [] {
    if constexpr (Joins<LayerOfStep<Spec, program, S>>)
        return joint_of<program.steps[S].reads>(program, S);
    else
        return binding_of(program, S);
}();

/// The number of the last step that is left, or -1.
template <class Program>
constexpr int last_step(const Program& p) {
    int last = p.step_count - 1;
    while (last >= 0 && p.steps[last].removed) --last;
    return last;
}

/// Runs the forward formulas of step S.
template <class Spec, const auto& program, int S, class Scalar>
INLAY_INLINE void forward_step(const Forward<Scalar>& pass) {
    constexpr auto& step = program.steps[S];
    using Layer = LayerOfStep<Spec, program, S>;
    using Epilogue = typename LayerAt<Spec, step.epilogue>::Applied;
    if constexpr (step.pools())
        Layer::template forward_maximum<bound<Spec, program, S>, Epilogue, step.pool>(pass);
    else
        Layer::template forward<bound<Spec, program, S>, Epilogue>(pass);
}

/// Brings inputs as the caller holds them to where the program reads them: as they are, or through
/// the layer at its start; inside a border of zeros where its readers want one.
template <class Spec, const auto& program, class Scalar>
INLAY_INLINE void gather(const Scalar* from, Scalar* to, std::size_t count) {
    constexpr Map map = map_of(program, program.input);
    constexpr Halo border = program.values[program.input].halo;
    constexpr Binding binding{.in = Map(program.values[program.input].shape), .out = map};
    using Layer =
        std::conditional_t<static_cast<bool>(program.gather), LayerAt<Spec, program.gather>, Copying>;
    Layer::template forward<binding, Linear>(
        Forward<Scalar>{.x = from, .y = to, .weights = nullptr, .state = nullptr,
                        .statistics = nullptr, .count = count});
    if constexpr (!border.empty()) kernel::clear_border<map, border>(to, count);
}

/// Puts zeros into the border around what step S has made.
template <const auto& program, int S, class Scalar>
INLAY_INLINE void clear_border(Scalar* y, std::size_t count) {
    constexpr int output = program.steps[S].output;
    constexpr Halo border = program.values[program.values[output].storage].halo;
    if constexpr (!border.empty()) kernel::clear_border<map_of(program, output), border>(y, count);
}

}  // namespace inlay::INLAY_ABI::wiring

#endif  // INLAY_NETWORK_BINDING_HPP
