// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_CALLS_HPP
#define INLAY_TRAIN_CALLS_HPP
// A training step as a table of calls: what each action of a plan does to a step.

#include <inlay/network/executor.hpp>
#include <inlay/program/plan.hpp>

#include <cstddef>
#include <type_traits>

namespace inlay::INLAY_ABI::execution {

/// One call of a plan.
struct Item {
    program::Action action{};
    int step = -1;
    int row = 0;
};

/// A run of calls that each slice goes through, and what follows for the whole batch.
struct Stretch {
    std::size_t first = 0, count = 0;
    program::Tail tail = program::Tail::none;
    int step = -1;  ///< of the tail
    int row = 0;
    int first_range = 0, ranges = 0;  ///< of the gradients that its slices make

    /// Whether the tail combines what the slices have summed up.
    constexpr bool combines() const {
        return tail == program::Tail::combine || tail == program::Tail::combine_gradient;
    }
    constexpr bool shares() const {
        return tail == program::Tail::forward_by_parts || tail == program::Tail::backward_by_parts;
    }
};

/// All calls of a plan, and its segments in terms of calls. Room for `Items` calls.
template <std::size_t Items, std::size_t Segments>
struct Schedule {
    Item items[Items + 1]{};
    Stretch segments[Segments + 1]{};
    std::size_t count = 0;
};

/// Whether the backward pass of a step has anything to do.
template <class Program>
constexpr bool works_backward(const Program& p, const program::Step& step) {
    bool works = step.pools() || step.trains();
    for (int k = 0; k < step.inputs(); ++k)
        works = works || p.values[p.reads[step.first_read + k].value].needs_gradient;
    return works;
}

template <const auto& program, const auto& plan>
consteval auto schedule_of() {
    using program::Action;
    constexpr auto& readings = program::first_readings<program>;
    const auto row = [&](int s) { return s < 0 ? 0 : readings[static_cast<std::size_t>(s)]; };
    Schedule<static_cast<std::size_t>(plan.op_count), static_cast<std::size_t>(plan.segment_count)>
        made;
    for (int g = 0; g < plan.segment_count; ++g) {
        const program::Segment& segment = plan.segments[g];
        Stretch& stretch = made.segments[g];
        stretch = {.first = made.count,
                   .tail = segment.tail,
                   .step = segment.step,
                   .row = row(segment.step),
                   .first_range = segment.first_range,
                   .ranges = segment.ranges};
        for (int k = segment.first; k < segment.first + segment.count; ++k) {
            const auto [action, s] = plan.ops[k];
            if (action != Action::backward || works_backward(program, program.steps[s]))
                made.items[made.count++] = {action, s, row(s)};
        }
        stretch.count = made.count - stretch.first;
    }
    return made;
}

// The functions of the calls.

/// Zeros where the gradient of a reading is the first to be added to that of a larger value.
template <class Scalar, bool unrolled>
INLAY_INLINE void clear_gradient(const Frame<Scalar, unrolled>& frame, const Row& row) {
    if (!row.clears) return;
    Scalar* const whole = frame.write(row.dx);
    for (std::size_t at = 0; at < frame.count * row.dx.size; ++at) whole[at] = 0;
}

/// The backward formulas of a step.
template <class Layer, auto binding, class Function, Windows pool, bool clears, class Scalar,
          bool unrolled>
INLAY_INLINE void backward(const Frame<Scalar, unrolled>& frame, const Row& row) {
    if constexpr (clears)
        for (int k = 0; k < row.inputs; ++k) clear_gradient(frame, (&row)[k]);
    Backward<Scalar> pass = frame.backward(row);
    if constexpr (pool != Windows{}) {
        Layer::template backward_maximum<binding, Function, pool>(pass);
    } else if constexpr (Joins<Layer>) {
        const Pointers<binding.inputs, Scalar> pointers(frame, &row);
        pass.inputs = pointers.x;
        pass.input_gradients = pointers.dx;
        Layer::template backward<binding>(pass);
    } else {
        Layer::template backward<binding>(pass);
    }
}

template <class Function, Map out, class Scalar, bool unrolled>
INLAY_INLINE void activation_gradient(const Frame<Scalar, unrolled>& frame, const Row& row) {
    Scalar* const dy = frame.write(row.dy);
    kernel::map_gradient<Function, out, out, out, false>(frame.read(row.y), dy, dy, frame.count);
}

/// dy of a step with an epilogue that is more than a function: the gradient of the function's
/// weights, then dy through its derivative, and on to the addend.
template <class Layer, bool applies, kernel::Attachments with, Map out, int rank,
          kernel::ToAddend to_addend, bool clears, class Scalar, bool unrolled>
INLAY_INLINE void epilogue_gradient(const Frame<Scalar, unrolled>& frame, const Row& row) {
    const Row& addend = (&row)[row.inputs];
    if constexpr (clears) clear_gradient(frame, addend);
    const kernel::Attached<Scalar> attached = frame.template attached<with>(&row);
    Scalar* const dy = frame.write(row.dy);
    if constexpr (with.weighs) {
        Backward<Scalar> pass = frame.backward(row);
        pass.x = attached.kept;
        pass.weights = attached.weights;
        pass.gradient = frame.gradient + row.function_gradient;
        Layer::template weight_gradient<Binding{.in = with.kept, .out = out, .rank = rank}>(pass);
    }
    using Function = std::conditional_t<applies, typename Layer::Applied, void>;
    Scalar* const to = to_addend == kernel::ToAddend::nothing ? nullptr : frame.write(addend.dx);
    kernel::epilogue_gradient<Function, with, out, to_addend>(
        with.keeps ? attached.kept : frame.read(row.y), attached.weights, dy, to, frame.count);
}

template <class Layer, Binding binding, class Scalar, bool unrolled>
INLAY_INLINE void collect(const Frame<Scalar, unrolled>& frame, const Row& row) {
    Layer::template collect<binding>(frame.forward(row), frame.statistics_of(row), frame.slice,
                                     frame.before);
}

template <class Layer, Binding binding, class Scalar, bool unrolled>
INLAY_INLINE void collect_gradient(const Frame<Scalar, unrolled>& frame, const Row& row) {
    Layer::template collect_gradient<binding>(frame.backward(row), frame.statistics_of(row),
                                              frame.slice);
}

/// What a slice does before it collects.
template <class Layer, Binding binding, class Scalar, bool unrolled>
void begin(const Frame<Scalar, unrolled>& frame, const Row& row) {
    Layer::template begin<binding>(frame.statistics_of(row), frame.slice);
}

template <class Layer, Binding binding, class Scalar, bool unrolled>
void combine(const Frame<Scalar, unrolled>& frame, const Row& row) {
    Layer::template combine<binding>(frame.whole_of(row));
}

template <class Layer, Binding binding, class Scalar, bool unrolled>
void combine_gradient(const Frame<Scalar, unrolled>& frame, const Row& row) {
    Layer::template combine_gradient<binding>(frame.whole_of(row));
}

// From the items of a schedule to functions.

template <const auto& program>
consteval bool clears_any(int s) {
    const program::Step& step = program.steps[s];
    bool any = false;
    for (int k = 0; k < step.inputs(); ++k) any = any || program.reads[step.first_read + k].clears;
    return any;
}

/// What the gradient of a step's addend is.
template <const auto& program>
consteval kernel::ToAddend to_addend_of(int s) {
    const program::Step& step = program.steps[s];
    const program::Read& read = program.reads[step.first_read + step.inputs()];
    if (!step.epilogue.adds || read.in_place || !program.values[read.value].needs_gradient)
        return kernel::ToAddend::nothing;
    return read.accumulate ? kernel::ToAddend::added : kernel::ToAddend::assigned;
}

/// Whether the gradient of a step's epilogue is nothing but dy times the derivative, from y.
template <const auto& program>
consteval bool only_derives(int s) {
    const program::Epilogue& e = program.steps[s].epilogue;
    return !e.keeps_sums() && e.weights.count == 0 &&
           to_addend_of<program>(s) == kernel::ToAddend::nothing;
}

template <class Frame, class Spec, const auto& program, program::Action action, int S>
consteval Run<Frame> run_of() {
    using program::Action;
    constexpr auto& step = program.steps[S];
    if constexpr (action == Action::forward) {
        return forward_of<Frame, Spec, program, S>();
    } else {
        constexpr auto binding = bound<Spec, program, S>();
        using Layer = LayerOfStep<Spec, program, S>;
        using Function = wiring::LayerAt<Spec, step.epilogue.function>;
        if constexpr (action == Action::backward)
            return backward<Layer, binding, typename Function::Applied, step.epilogue.pool,
                            clears_any<program>(S)>;
        else if constexpr (action == Action::epilogue_gradient && only_derives<program>(S))
            return activation_gradient<typename Function::Applied, binding.out>;
        else if constexpr (action == Action::epilogue_gradient)
            return epilogue_gradient < Function, static_cast<bool>(step.epilogue.function),
                   wiring::attachments_of<Spec, program, S>(), binding.out,
                   program.values[step.output].shape.rank(), to_addend_of<program>(S),
                   step.epilogue.adds && program.reads[step.first_read + step.inputs()].clears > ;
        else if constexpr (action == Action::collect)
            return collect<Layer, binding>;
        else
            return collect_gradient<Layer, binding>;
    }
}

/// What a segment calls before and behind its slices.
template <class Frame>
struct Combining {
    Run<Frame> begin = nullptr;   ///< for each slice
    Run<Frame> finish = nullptr;  ///< for the whole batch
};

template <class Frame, class Spec, const auto& program, program::Tail tail, int S>
consteval Combining<Frame> combining_of() {
    if constexpr (tail == program::Tail::combine || tail == program::Tail::combine_gradient) {
        constexpr Binding binding = wiring::binding_of(program, S);
        using Layer = wiring::LayerAt<Spec, program.steps[S].ref>;
        if constexpr (tail == program::Tail::combine)
            return {begin<Layer, binding>, combine<Layer, binding>};
        else
            return {begin<Layer, binding>, combine_gradient<Layer, binding>};
    } else {
        return {};
    }
}

}  // namespace inlay::INLAY_ABI::execution

#endif  // INLAY_TRAIN_CALLS_HPP
