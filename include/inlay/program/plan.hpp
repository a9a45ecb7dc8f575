// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_PLAN_HPP
#define INLAY_PROGRAM_PLAN_HPP
// Where everything lies and when everything runs: plans for inference and for a training step.

#include <inlay/program/arena.hpp>
#include <inlay/program/gradients.hpp>
#include <inlay/program/rewrite.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::program {

/// The elements of one example of a stored value.
constexpr std::size_t stored_size(const Value& value) {
    return Map{value.shape, value.halo}.size();
}

/// Numbers that the steps of a program need for themselves, one after another, while `examples`
/// examples run: a fused pooling one example of the map before it, in training, and the layer its
/// own.
template <std::size_t Capacity>
constexpr std::size_t scratch_count(const Program<Capacity>& p, bool training,
                                    std::size_t examples) {
    std::size_t most = 0;
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        if (step.removed) continue;
        std::size_t count = 0;
        if (training && step.pools())
            count = p.values[step.output].shape.size() * step.epilogue.pool.cells();
        if (training && p.values[step.output].needs_gradient) count += discard_count(step);
        count += step.room.scratch(p.values[p.reads[step.first_read].value].shape, step.algorithm,
                                   training, examples);
        count += step.room.joint_scratch;
        if (count > most) most = count;
    }
    return aligned(most);
}

/// Where the values of one example lie during inference. The network's input is read where the
/// caller holds it, unless it wants a border; its output is written where the caller wants it.
template <std::size_t Capacity>
struct InferencePlan {
    Buffer buffers[2 * Capacity + 2]{};  ///< by the number of a stored value
    std::size_t arena = 0;               ///< elements of one example
    bool copies[Capacity + 1]{};         ///< of each input: it is copied from the caller's memory
    bool in_place = true;  ///< the output is written when the input has been read: they may overlap
};

template <std::size_t Capacity>
constexpr InferencePlan<Capacity> plan_inference(const Program<Capacity>& p) {
    InferencePlan<Capacity> plan;
    for (int k = 0; k < p.input_count; ++k)
        plan.copies[k] = p.inputs[k].gather || !p.values[p.inputs[k].value].halo.empty();
    plan.in_place = p.input_count == 1 && p.output_count == 1;
    const auto touch = [&](int value, int moment) {
        const int storage = p.values[value].storage, input = input_in(p, storage);
        if (output_in(p, storage) >= 0 || (input >= 0 && !plan.copies[input])) return;
        plan.buffers[storage].size = stored_size(p.values[storage]);
        plan.buffers[storage].touch(moment);
    };
    for (int k = 0; k < p.input_count; ++k) touch(p.inputs[k].value, 0);
    bool written = false;  // what lies where an output does
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        if (step.removed) continue;
        written = written || output_in(p, p.values[step.output].storage) >= 0;
        for (int k = 0; k < step.reads; ++k) {
            const int value = p.reads[step.first_read + k].value;
            touch(value, s + 1);
            const int input = input_in(p, p.values[value].storage);
            if (input >= 0 && written && !plan.copies[input]) plan.in_place = false;
        }
        touch(step.output, s + 1);
        if (step.mask >= 0) touch(step.mask, s + 1);
        if (step.new_mask >= 0) touch(step.new_mask, s + 1);
    }
    for (int k = 0; k < p.output_count; ++k) {
        const Result& output = p.outputs[k];
        if (output.logits) touch(output.gradient, p.step_count + 1);
        if (const int mask = p.values[output.value].mask; mask >= 0) touch(mask, p.step_count + 1);
    }
    plan.arena = pack(plan.buffers);
    return plan;
}

/// What a training step does to one micro-batch.
enum class Action {
    load,  ///< fetch the examples
    forward,
    collect,            ///< statistics of the input of a whole-batch step
    collect_loss,       ///< what the loss needs of the whole batch
    loss,               ///< the loss, the metrics and the first gradient
    epilogue_gradient,  ///< dy of a step becomes that of its sums, and its addend has its own
    collect_gradient,
    backward,
    unload  ///< hand back the gradient of the examples
};

struct Op {
    Action action = Action::forward;
    int step = -1;
};

/// What happens once for the whole batch, after all slices have run a segment.
enum class Tail {
    none,
    combine,
    combine_gradient,
    forward_by_parts,
    backward_by_parts,
    combine_loss
};

/// A run of ops that each slice goes through micro-batch by micro-batch, and what follows it.
struct Segment {
    int first = 0, count = 0;
    Tail tail = Tail::none;
    int step = -1;                    ///< of the tail
    int first_range = 0, ranges = 0;  ///< of the gradients that its slices make
};

/// A training step as a schedule of segments, and where its buffers lie. A buffer that only one
/// segment uses belongs to a micro-batch; any other holds the whole batch.
template <std::size_t Capacity>
struct TrainingPlan : GradientPlaces<Capacity> {
    static constexpr std::size_t buffer_count = 4 * Capacity + 4;

    Op ops[8 * Capacity + 8]{};
    Segment segments[6 * Capacity + 4]{};
    int op_count = 0, segment_count = 0;
    Buffer buffers[buffer_count]{};  ///< values at 2 v, their gradients at 2 v + 1; then a stage
    bool whole_batch[buffer_count]{};
    std::size_t micro = 0, batch = 0;  ///< elements of one example in both arenas

    static constexpr std::size_t stage = buffer_count - 1;

    /// Where a group's gradient lies; anywhere for none.
    constexpr std::size_t gradient_of(int group) const {
        return group < 0 ? 0 : this->gradient[group];
    }

    /// The group whose gradient an op of a program makes for a slice; -1: none.
    static constexpr int group_made(const Program<Capacity>& p, const Op& op) {
        if (op.step < 0) return -1;
        const Step& step = p.steps[op.step];
        if (op.action == Action::epilogue_gradient)
            return step.epilogue.weights.count != 0 ? step.epilogue.group : -1;
        const bool makes = op.action == Action::backward && step.trains() && !step.whole_batch;
        return makes ? step.group : -1;
    }
};

template <std::size_t Capacity>
struct Planning {
    const Program<Capacity>& p;
    TrainingPlan<Capacity> plan{};
    int segment_of[TrainingPlan<Capacity>::buffer_count]{};  ///< 1 + the only segment; -1: several

    constexpr void add(Action action, int step = -1) {
        plan.ops[plan.op_count++] = {action, step};
        ++plan.segments[plan.segment_count].count;
    }

    constexpr void close(Tail tail = Tail::none, int step = -1) {
        plan.segments[plan.segment_count].tail = tail;
        plan.segments[plan.segment_count].step = step;
        plan.segments[++plan.segment_count].first = plan.op_count;
    }

    constexpr bool trains(const Step& step) const {
        return !step.removed && p.values[step.output].needs_gradient;
    }

    /// Whether a loss takes the input of a step: its gradient goes around the step.
    constexpr bool makes_of_logits(const Step& step) const {
        const int output = p.values[step.output].result;
        return output >= 0 && p.outputs[output].logits;
    }

    constexpr bool pulls(const Read& read) const { return p.values[read.value].needs_gradient; }

    /// Whether a gradient has work to do in a step's epilogue; that of a maximum is the layer's.
    constexpr bool behind(const Step& step) const {
        const Epilogue& e = step.epilogue;
        const Read& last = p.reads[step.first_read + step.reads - 1];
        return !e.pools() && (e.function || (e.adds && pulls(last) && !last.in_place));
    }

    /// The schedule: forward, losses, backward, cut where the whole batch is needed; losses that
    /// `collect` need it before they have a gradient.
    constexpr void schedule(bool collects) {
        add(Action::load);
        for (int s = 0; s < p.step_count; ++s) {
            const Step& step = p.steps[s];
            if (step.removed) continue;
            if (step.whole_batch) {
                add(Action::collect, s);
                close(Tail::combine, s);
            }
            if (step.by_parts)
                close(Tail::forward_by_parts, s);
            else
                add(Action::forward, s);
        }
        if (collects) {
            add(Action::collect_loss);
            close(Tail::combine_loss);
        }
        add(Action::loss);
        for (int s = p.step_count - 1; s >= 0; --s) {
            const Step& step = p.steps[s];
            if (!trains(step) || makes_of_logits(step)) continue;
            if (behind(step)) add(Action::epilogue_gradient, s);
            if (step.whole_batch) {
                add(Action::collect_gradient, s);
                close(Tail::combine_gradient, s);
            }
            if (step.by_parts)
                close(Tail::backward_by_parts, s);
            else
                add(Action::backward, s);
        }
        if (p.values[p.inputs[0].value].needs_gradient) add(Action::unload);
        close();
    }

    /// Marks a buffer as used by op number `op` of a segment; a tail uses it from outside.
    constexpr void touch(int value, bool gradient, int segment, int op) {
        const int storage = gradient ? p.values[value].gradient : p.values[value].storage;
        const int number = 2 * storage + (gradient ? 1 : 0);
        plan.buffers[number].size = stored_size(p.values[storage]);
        plan.buffers[number].touch(op);
        int& only = segment_of[number];
        only = only == 0 || only == segment + 1 ? segment + 1 : -1;
    }

    constexpr void touch_step(Action action, int s, int segment, int op) {
        const Step& step = p.steps[s];
        const bool backward = action == Action::backward || action == Action::collect_gradient;
        const bool forward = action == Action::forward,
                   behind = action == Action::epilogue_gradient;
        const bool reads =
            forward || action == Action::collect || (backward && step.backward.input);
        for (int k = 0; k < step.reads; ++k) {
            const Read& read = p.reads[step.first_read + k];
            const bool addend = k >= step.inputs();
            if (addend ? forward : reads) touch(read.value, false, segment, op);
            if (pulls(read) && (addend ? behind : action == Action::backward))
                touch(read.value, true, segment, op);
        }
        const Epilogue& e = step.epilogue;
        if (forward || (behind && e.reads.output) ||
            (backward && (step.backward.output || e.pools())))
            touch(step.output, false, segment, op);
        if (backward || behind) touch(step.output, true, segment, op);
        if (e.kept >= 0 && (forward || (e.pools() ? backward : behind)))
            touch(e.kept, false, segment, op);
        for (const int value : {step.kept, step.mask, step.new_mask})
            if (value >= 0 && (forward || backward)) touch(value, false, segment, op);
    }

    /// Slices run a segment at their own pace: what holds the whole batch is in use from the start
    /// of its first segment to the end of its last.
    constexpr void widen_to_segments(Buffer& buffer, const int* home) const {
        if (!buffer.used()) return;
        buffer.begin = plan.segments[home[buffer.begin]].first;
        if (buffer.end >= plan.op_count) return;
        const Segment& last = plan.segments[home[buffer.end]];
        buffer.end = last.first + last.count - 1;
    }

    /// Finds out when each buffer is in use, and gives it a place.
    constexpr void place() {
        constexpr std::size_t count = TrainingPlan<Capacity>::buffer_count;
        for (int g = 0; g < plan.segment_count; ++g) {
            const Segment& segment = plan.segments[g];
            for (int k = segment.first; k < segment.first + segment.count; ++k) {
                const Op& op = plan.ops[k];
                if (op.action == Action::load) {
                    for (int e = 0; e < p.input_count; ++e) touch(p.inputs[e].value, false, g, k);
                } else if (op.action == Action::unload) {
                    for (int e = 0; e < p.input_count; ++e) touch(p.inputs[e].value, true, g, k);
                } else if (op.action == Action::loss || op.action == Action::collect_loss) {
                    for (int e = 0; e < p.output_count; ++e) {
                        const Result& output = p.outputs[e];
                        touch(output.value, false, g, k);
                        touch(output.gradient, false, g, k);
                        if (const int mask = p.values[output.value].mask; mask >= 0)
                            touch(mask, false, g, k);
                        if (op.action == Action::loss) touch(output.gradient, true, g, k);
                    }
                } else {
                    touch_step(op.action, op.step, g, k);
                }
            }
            // A tail that reads and writes examples stands between two segments.
            const int after = segment.first + segment.count;
            if (segment.tail == Tail::forward_by_parts || segment.tail == Tail::backward_by_parts) {
                const bool forward = segment.tail == Tail::forward_by_parts;
                for (const int at : {after - 1, after})
                    touch_step(forward ? Action::forward : Action::backward, segment.step,
                               plan.segment_count + g, at);
            }
        }
        Buffer micro[count]{}, batch[count]{};
        int home[8 * Capacity + 8]{};  // the segment of each op
        for (int g = 0; g < plan.segment_count; ++g)
            for (int k = 0; k < plan.segments[g].count; ++k) home[plan.segments[g].first + k] = g;
        for (std::size_t k = 0; k < count; ++k) {
            plan.whole_batch[k] = segment_of[k] < 0 || segment_of[k] > plan.segment_count;
            if (plan.whole_batch[k]) widen_to_segments(plan.buffers[k], home);
            (plan.whole_batch[k] ? batch : micro)[k] = plan.buffers[k];
        }
        for (int e = 0; e < p.input_count; ++e) {
            if (p.values[p.inputs[e].value].halo.empty()) continue;
            Buffer& staged = micro[plan.stage];
            const std::size_t size = p.inputs[e].shape.size();
            if (staged.size < size) staged.size = size;
            staged.touch(0);
            staged.touch(1);
        }
        plan.micro = pack(micro);
        plan.batch = pack(batch);
        for (std::size_t k = 0; k < count; ++k)
            plan.buffers[k] = plan.whole_batch[k] ? batch[k] : micro[k];
    }
};

template <std::size_t Capacity>
constexpr TrainingPlan<Capacity> plan_training(const Program<Capacity>& p, bool collects = false) {
    Planning<Capacity> planning{p};
    planning.schedule(collects);
    planning.place();
    place_gradients(p, planning.plan);
    return planning.plan;
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_PLAN_HPP
