// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_REWRITE_HPP
#define INLAY_PROGRAM_REWRITE_HPP
// Rewrites of a program that keep its meaning, in the order they run in. Each is a file of
// rewrite/; they match roles and readers, never layers' names.

#include <inlay/program/indices.hpp>
#include <inlay/program/program.hpp>
#include <inlay/program/rewrite/fold_normalization.hpp>
#include <inlay/program/rewrite/fuse_activation.hpp>
#include <inlay/program/rewrite/fuse_addition.hpp>
#include <inlay/program/rewrite/fuse_maximum.hpp>
#include <inlay/program/rewrite/gather.hpp>
#include <inlay/program/views.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI::program {

/// Finds out which outputs keep their activation apart, for the sake of its input: all in
/// inference, where a loss may look at it; in training those whose loss takes it, one bit each.
template <std::size_t Capacity>
constexpr void find_logits(Program<Capacity>& p, Mode mode, std::uint64_t logits) {
    const std::uint64_t apart = mode == Mode::inference ? ~std::uint64_t{0} : logits;
    for (int k = 0; k < p.output_count; ++k) {
        Result& output = p.outputs[k];
        output.gradient = output.value;
        output.logits = output.activation && (apart >> k & 1) != 0;
    }
    for (int s = 0; s < p.step_count; ++s) {
        const int result = p.values[p.steps[s].output].result;
        if (result >= 0 && p.outputs[result].logits)
            p.outputs[result].gradient = p.reads[p.steps[s].first_read].value;
    }
}

/// Marks the values whose gradient somebody needs: those that trainable weights have a part in, or
/// an input whose gradient is asked for.
template <std::size_t Capacity>
constexpr void mark_gradients(Program<Capacity>& p) {
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        bool needed = step.trains();
        for (int k = 0; k < step.reads; ++k)
            needed = needed || p.values[p.reads[step.first_read + k].value].needs_gradient;
        p.values[step.output].needs_gradient = needed;
    }
}

/// Sets *accumulate* on every reading of a value's memory but the first in backward order, so that
/// no layer needs to know of the others. A first one that sees a part only adds to zeros.
template <std::size_t Capacity>
constexpr void order_readers(Program<Capacity>& p) {
    bool assigned[2 * Capacity + 2]{};
    for (int k = 0; k < p.output_count; ++k)
        assigned[p.values[p.outputs[k].gradient].storage] = true;
    for (int s = p.step_count - 1; s >= 0; --s) {
        const Step& step = p.steps[s];
        for (int k = 0; k < step.reads && !step.removed; ++k) {
            // The addend's gradient is made first, with that of the sums.
            Read& read = p.reads[step.first_read + (k + step.inputs()) % step.reads];
            if (read.in_place || !p.values[read.value].needs_gradient) continue;
            bool& before = assigned[p.values[read.value].storage];
            read.clears = !before && !is_whole(p, read.value);
            read.accumulate = before || read.clears;
            before = true;
        }
    }
}

/// Lets the gradient of an addend be that of the sum, in the same memory: it is complete when the
/// sum's has been read, if the step's own input lies elsewhere and both values lie alike.
template <std::size_t Capacity>
constexpr void share_gradients(Program<Capacity>& p) {
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        if (step.removed || !step.epilogue.adds) continue;
        Read& read = p.reads[step.first_read + step.inputs()];
        const Value& addend = p.values[read.value];
        const Value &root = p.values[addend.storage], &out = p.values[step.output];
        if (!addend.needs_gradient || read.accumulate || out.storage != step.output) continue;
        if (p.values[p.reads[step.first_read].value].storage == addend.storage) continue;
        if (map_of(p, read.value) != Map(out.shape, out.halo)) continue;
        read.in_place = true;
        const int shared = root.gradient, own = out.gradient;
        for (int v = 0; v < p.value_count; ++v)
            if (p.values[v].gradient == own) p.values[v].gradient = shared;
    }
}

/// Gives each live step the place of its derived weights in their block.
template <std::size_t Capacity>
constexpr void place_derived(Program<Capacity>& p, Mode mode) {
    for (int s = 0; s < p.step_count; ++s) {
        Step& step = p.steps[s];
        if (step.removed) continue;
        const std::size_t channels = p.values[step.output].shape.last();
        const bool needs_gradient = p.values[p.reads[step.first_read].value].needs_gradient;
        if (mode == Mode::inference) step.whole_batch = false;
        if (step.folded) {
            step.prepared.count = step.weight_count + (step.bias ? 0 : channels);
            step.bias = true;
        } else if (!step.whole_batch) {
            step.prepared.count = step.room.prepared;
        }
        const bool reads_copy = needs_gradient || (step.copies_for_weights && step.trains());
        if (mode == Mode::inference || !reads_copy) step.backward_copy.count = 0;
        Block* const blocks[]{&step.prepared, &step.forward_copy, &step.backward_copy};
        for (Block* block : blocks) {
            block->begin = p.derived_count;
            p.derived_count += block->count;
        }
        if (!step.whole_batch) step.statistics_count = 0;
        step.statistics = p.statistics_count;
        p.statistics_count += step.statistics_count;
    }
}

/// The program of a mode; of a training whose losses take the logits of those outputs whose bits
/// are set, and that hands back the gradient of the inputs where it is asked for.
template <std::size_t Capacity>
constexpr Program<Capacity> rewrite(Program<Capacity> p, Mode mode, std::uint64_t logits = 0,
                                    bool input_gradient = false) {
    for (int e = 0; e < p.input_count; ++e)
        p.values[p.inputs[e].value].needs_gradient = input_gradient;
    mark_gradients(p);
    find_logits(p, mode, logits);
    Links<Capacity> links(p);
    fold_normalizations(p, links, mode);
    fuse_activations(p, links, mode);
    fuse_maxima(p, links, mode);
    fuse_additions(p, links, mode);
    if (!input_gradient) gather(p, links);
    make_views(p, mode != Mode::inference);
    if (mode != Mode::inference) {
        order_readers(p);
        share_gradients(p);
        take_indices(p);
    }
    place_derived(p, mode);
    return p;
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_REWRITE_HPP
