// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_STREAM_HPP
#define INLAY_PROGRAM_STREAM_HPP
// Whether a network can take a sequence step by step, and why not.

#include <inlay/program/names.hpp>
#include <inlay/program/program.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::program {

/// Why the network cannot be run on one step of its input after another; empty where it can. The
/// first axis of the input counts the steps, until a layer keeps the last one alone.
template <std::size_t Capacity>
constexpr Sentence no_stream(const Program<Capacity>& p) {
    Sentence says;
    if (p.input_count != 1 || p.output_count != 1)
        return says << "a stream has one input and one output, but the network has "
                    << p.input_count << " and " << p.output_count;
    bool sequence[2 * Capacity + 2]{};
    sequence[p.inputs[0].value] = true;
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        int sequences = 0;
        for (int k = 0; k < step.reads; ++k)
            sequences += sequence[p.reads[step.first_read + k].value];
        if (sequences == 0) continue;
        const bool joins = sequences != step.reads;
        if (joins || (step.ref && step.steps == Steps::all)) {
            says << "the layer ";
            put_path(says, p.layers, step.ref.layer);
            return says << (joins ? " joins a sequence with what another layer made of the whole"
                                  : " looks at several steps of the sequence at once")
                        << ", but a stream has one step at a time: "
                        << "run the whole sequence with forward";
        }
        const Shape& in = p.values[p.reads[step.first_read].value].shape;
        sequence[step.output] =
            step.steps != Steps::carried || p.values[step.output].shape.rank() == in.rank();
    }
    return says;
}

/// Likewise of a network whose program on one step is `one`: the weights must be the same.
template <std::size_t Capacity, std::size_t Other>
constexpr Sentence no_stream(const Program<Capacity>& p, const Program<Other>& one) {
    Sentence says;
    for (int t = 0; t < p.tensor_count; ++t) {
        if (p.tensors[t].spec.shape == one.tensors[t].spec.shape) continue;
        says << "the layer ";
        put_path(says, p.layers, p.tensors[t].layer);
        return says << " has weights for each step of the sequence, but a stream has any number "
                    << "of steps: run the whole sequence with forward";
    }
    return says;
}

/// Whether two programs have the same block of derived weights.
template <std::size_t Capacity, std::size_t Other>
constexpr bool derive_alike(const Program<Capacity>& p, const Program<Other>& other) {
    if (p.derived_count != other.derived_count || p.step_count != other.step_count) return false;
    for (int s = 0; s < p.step_count; ++s) {
        const Step &a = p.steps[s], &b = other.steps[s];
        if (a.removed != b.removed || a.prepared.begin != b.prepared.begin ||
            a.forward_copy.begin != b.forward_copy.begin)
            return false;
    }
    return true;
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_STREAM_HPP
