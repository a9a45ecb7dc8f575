// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_REWRITE_HPP
#define INLAY_PROGRAM_REWRITE_HPP
// Rewrites of a program that keep its meaning: they match roles and readers, never layers' names.

#include <inlay/program/indices.hpp>
#include <inlay/program/program.hpp>
#include <inlay/program/views.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI::program {

/// What a program is for. Two programs over the same weights are made of one network.
enum class Mode {
    inference,
    training,        ///< the last activation runs as any other
    training_logits  ///< the loss takes the input of the last activation
};

/// Finds out which outputs keep their activation apart, for the sake of its input: all in
/// inference, where a loss may look at it; in training those whose loss takes logits, one bit each.
template <std::size_t Capacity>
constexpr void find_logits(Program<Capacity>& p, Mode mode, std::uint64_t logits) {
    const std::uint64_t apart = mode == Mode::inference         ? ~std::uint64_t{0}
                                : mode == Mode::training_logits ? logits
                                                                : 0;
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

/// Who makes and how many read each value, kept while steps are absorbed.
template <std::size_t Capacity>
struct Links {
    int producer[2 * Capacity + 2]{};  ///< 1 + the step; 0 where no step makes it
    int readers[2 * Capacity + 2]{};

    constexpr explicit Links(const Program<Capacity>& p) {
        for (int k = 0; k < p.output_count; ++k) ++readers[p.outputs[k].value];
        for (int s = 0; s < p.step_count; ++s) {
            const Step& step = p.steps[s];
            producer[step.output] = s + 1;
            for (int k = 0; k < step.reads; ++k) ++readers[p.reads[step.first_read + k].value];
        }
    }

    /// Whether a step's first input comes from a step that nobody else reads; that step's number or
    /// -1.
    constexpr int sole_producer(const Program<Capacity>& p, const Step& step) const {
        const int value = p.reads[step.first_read].value;
        return readers[value] == 1 ? producer[value] - 1 : -1;
    }

    /// Lets the step before make what `step` makes, and drops `step`.
    constexpr void absorb(Program<Capacity>& p, int before, int number) {
        Step& step = p.steps[number];
        producer[p.steps[before].output] = 0;
        producer[step.output] = before + 1;
        for (int k = 0; k < step.reads; ++k) --readers[p.reads[step.first_read + k].value];
        p.steps[before].output = step.output;
        step.removed = true;
    }
};

/// Folds each normalization into the linear step before it, where that has no activation, no
/// normalization and no other reader: its weights become derived ones, kernel and bias. In training
/// that is done where both are frozen.
template <std::size_t Capacity>
constexpr void fold_normalizations(Program<Capacity>& p, Links<Capacity>& links, Mode mode) {
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        if (step.role != Role::normalization) continue;
        const int before = links.sole_producer(p, step);
        if (before < 0 || p.steps[before].role != Role::linear) continue;
        Step& linear = p.steps[before];
        if (linear.epilogue || linear.folded) continue;
        if (mode != Mode::inference && !(step.frozen && linear.frozen)) continue;
        linear.folded = step.ref;
        linear.folded_step = s;
        links.absorb(p, before, s);
    }
}

/// Runs each elementwise activation in the epilogue of the step before it. The last one stays where
/// a loss may want its input.
template <std::size_t Capacity>
constexpr void fuse_activations(Program<Capacity>& p, Links<Capacity>& links, Mode mode) {
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        if (step.role != Role::elementwise || step.removed) continue;
        // In training a derivative that reads its input needs that input kept.
        if (mode != Mode::inference && step.backward.input) continue;
        const int result = p.values[step.output].result;
        if (result >= 0 && p.outputs[result].logits) continue;
        const int before = links.sole_producer(p, step);
        if (before < 0 || !p.steps[before].takes.activation || p.steps[before].epilogue) continue;
        p.steps[before].epilogue = step.ref;
        links.absorb(p, before, s);
    }
}

/// Runs each maximum behind the epilogue of the step before it. In training the value between the
/// two, which nobody makes any more, keeps which cells won.
template <std::size_t Capacity>
constexpr void fuse_maxima(Program<Capacity>& p, Links<Capacity>& links, Mode mode) {
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        if (step.role != Role::maximum) continue;
        const int before = links.sole_producer(p, step);
        if (before < 0 || !p.steps[before].takes.maximum || p.steps[before].pools()) continue;
        const int between = p.steps[before].output;
        p.steps[before].pool = step.window;
        links.absorb(p, before, s);
        if (mode == Mode::inference) continue;
        p.steps[before].kept = between;
        p.values[between].shape = p.values[step.output].shape;
    }
}

/// Lets an elementwise layer at the start, such as Rescaling, run while the input is gathered.
template <std::size_t Capacity>
constexpr void gather(Program<Capacity>& p, const Links<Capacity>& links) {
    for (int s = 0; s < p.step_count; ++s) {
        Step& step = p.steps[s];
        Value &from = p.values[p.reads[step.first_read].value], &to = p.values[step.output];
        if (step.removed || from.input < 0 || p.inputs[from.input].gather) continue;
        if (step.role != Role::elementwise || step.weight_count != 0 || to.result >= 0) continue;
        Entry& input = p.inputs[from.input];
        if (links.readers[input.value] != 1) continue;
        input.gather = step.ref;
        input.value = step.output;
        to.input = from.input;
        from.input = -1;
        step.removed = true;
    }
}

/// Marks the values whose gradient somebody needs: those that trainable weights have a part in.
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
            Read& read = p.reads[step.first_read + k];
            if (read.in_place || !p.values[read.value].needs_gradient) continue;
            bool& before = assigned[p.values[read.value].storage];
            read.clears = !before && !is_whole(p, read.value);
            read.accumulate = before || read.clears;
            before = true;
        }
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
        if (mode == Mode::inference || !needs_gradient) step.backward_copy.count = 0;
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

/// The program of a mode; in training on logits, of those outputs whose bits are set.
template <std::size_t Capacity>
constexpr Program<Capacity> rewrite(Program<Capacity> p, Mode mode,
                                    std::uint64_t logits = ~std::uint64_t{0}) {
    mark_gradients(p);
    find_logits(p, mode, logits);
    Links<Capacity> links(p);
    fold_normalizations(p, links, mode);
    fuse_activations(p, links, mode);
    fuse_maxima(p, links, mode);
    gather(p, links);
    make_views(p, mode != Mode::inference);
    if (mode != Mode::inference) order_readers(p);
    if (mode != Mode::inference) take_indices(p);
    place_derived(p, mode);
    return p;
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_REWRITE_HPP
