// SPDX-License-Identifier: MIT
#ifndef INLAY_NETWORK_BINDING_HPP
#define INLAY_NETWORK_BINDING_HPP
// From the numbers of a program back to types: the layer of a step, and its binding.

#include <inlay/layer/activation.hpp>
#include <inlay/program/leaves.hpp>
#include <inlay/program/program.hpp>
#include <inlay/program/views.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::wiring {

template <class Spec, program::LayerRef ref>
struct Referred {
    using type = LayerOf<program::LeafAt<Spec, static_cast<std::size_t>(ref.leaf)>>;
};

template <class Spec, program::LayerRef ref>
    requires(ref.option)
struct Referred<Spec, ref> {
    using Layer = LayerOf<program::LeafAt<Spec, static_cast<std::size_t>(ref.leaf)>>;
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
                    .frozen = step.frozen,
                    .rank = p.values[reading.value].shape.rank(),
                    .algorithm = step.algorithm,
                    .element = p.values[reading.value].element};
    if (step.draws) binding.layer = static_cast<std::uint32_t>(step.ref.leaf);
    return binding;
}

/// The same of a step of several inputs.
template <std::size_t Inputs, class Program>
constexpr Joint<Inputs> joint_of(const Program& p, int s) {
    const program::Step& step = p.steps[s];
    Joint<Inputs> joint{};
    for (std::size_t k = 0; k < Inputs; ++k) {
        const program::Read& reading = p.reads[step.first_read + static_cast<int>(k)];
        joint.in[k] = {map_of(p, reading.value), reading.accumulate,
                       p.values[reading.value].needs_gradient, reading.in_place,
                       p.values[reading.value].shape.rank()};
    }
    joint.out = map_of(p, step.output);
    return joint;
}

}  // namespace inlay::INLAY_ABI::wiring

#endif  // INLAY_NETWORK_BINDING_HPP
