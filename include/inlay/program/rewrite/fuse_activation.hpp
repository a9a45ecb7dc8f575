// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_REWRITE_FUSE_ACTIVATION_HPP
#define INLAY_PROGRAM_REWRITE_FUSE_ACTIVATION_HPP

#include <inlay/program/rewrite/links.hpp>

namespace inlay::INLAY_ABI::program {

/// Runs each elementwise layer in the epilogue of the step before it, where that is nobody else's
/// input. The last one stays where a loss may want its input.
///
/// In training, a derivative that reads its input finds it in the value between the two, where the
/// epilogue keeps the sums; it lies by itself, since no step reads it.
template <std::size_t Capacity>
constexpr void fuse_activations(Program<Capacity>& p, Links<Capacity>& links, Mode mode) {
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        if (step.role != Role::elementwise || step.removed) continue;
        const int result = p.values[step.output].result;
        if (result >= 0 && p.outputs[result].logits) continue;
        if (step.frozen && step.weight_count != 0) continue;
        const int number = links.sole_producer(p, step);
        if (number < 0) continue;
        Step& before = p.steps[number];
        const bool keeps = mode != Mode::inference && step.backward.input;
        const bool plain = !keeps && step.weight_count == 0;
        if (!before.takes.activation || before.epilogue.function) continue;
        if (!plain && !before.takes.data) continue;
        before.epilogue.function = step.ref;
        before.epilogue.reads = step.backward;
        before.epilogue.group = step.group;
        before.epilogue.weights = {step.weights, step.weight_count};
        if (keeps) before.epilogue.kept = before.output;
        links.absorb(p, number, s);
    }
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_REWRITE_FUSE_ACTIVATION_HPP
