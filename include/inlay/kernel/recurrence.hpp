// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_RECURRENCE_HPP
#define INLAY_KERNEL_RECURRENCE_HPP
// A cell run over the steps of a sequence, forward and back through time, some examples at a time.
// Rows of a sequence lie in the order of time, whichever way it is read.

#include <inlay/kernel/epilogue.hpp>
#include <inlay/kernel/recurrent_cells.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// Examples that take a step together: each weight is loaded once for all of them.
inline constexpr std::size_t examples_together = 8;

/// Steps whose products x W are made together where nothing is kept.
inline constexpr std::size_t steps_together = 16;

/// The extents of a sequence, and how it is read and written.
struct Sequence {
    std::size_t steps = 1, features = 1, units = 1;
    bool backwards = false;       ///< from the last step to the first
    bool every_step = false;      ///< an output for each step, not for the last one alone
    bool in_time = false;         ///< outputs in the order of time, also of what is read backwards
    bool zero_masked = false;     ///< outputs of masked steps are 0, not those before them
    std::size_t last_states = 0;  ///< states whose last values are outputs too, behind the others

    /// The time of the step that is taken as number s, and where its output goes.
    constexpr std::size_t time(std::size_t s) const { return backwards ? steps - 1 - s : s; }
    constexpr std::size_t place(std::size_t t) const {
        return backwards && !in_time ? steps - 1 - t : t;
    }
    constexpr std::size_t sequence_outputs() const { return (every_step ? steps : 1) * units; }
    constexpr std::size_t outputs() const { return sequence_outputs() + last_states * units; }
};

/// Numbers of each example: of `steps` steps, first the gates, then the states.
template <class Cell>
constexpr std::size_t trace_count(const Sequence& q, std::size_t steps) {
    return steps * (Cell::gates + Cell::states) * q.units;
}

/// Numbers that a pass over some examples needs for itself.
template <class Cell>
constexpr std::size_t recurrence_scratch(const Sequence& q, bool backward, std::size_t examples) {
    const std::size_t some = examples < examples_together ? examples : examples_together;
    const std::size_t block = q.steps < steps_together ? q.steps : steps_together;
    const std::size_t each = (Cell::states + Cell::inner) * q.units;
    const std::size_t forward = some * (each + trace_count<Cell>(q, block));
    const std::size_t back =
        some * (each + q.steps * Cell::slopes * q.units) + Cell::states * q.units;
    return backward && back > forward ? back : forward;
}

/// The tensors of a layer: W, U and b, or b and b'; or where their gradients go.
template <class Scalar>
struct CellWeights {
    Scalar* kernel;
    Scalar* recurrent;
    Scalar* bias;        ///< or null
    Scalar* inner_bias;  ///< or null
};

/// y[t] = h[t], where h and the other states follow from x[t] and those before it: see the cells.
///
/// They begin with zeros, or with what `stream` holds, which then takes the last ones. `kept`
/// has trace_count numbers of each example, or is null.
template <class Cell, Sequence q, class Scalar>
INLAY_NOINLINE void recurrence(const Scalar* x, const CellWeights<const Scalar>& w,
                               Rows<const Scalar> mask, Scalar* y, Scalar* kept, Scalar* scratch,
                               Scalar* stream, std::size_t count) {
    constexpr std::size_t columns = Cell::gates * q.units, states = Cell::states * q.units;
    constexpr std::size_t most = q.steps < steps_together ? q.steps : steps_together;
    const std::size_t block = kept ? q.steps : most;
    const std::size_t trace = trace_count<Cell>(q, block);
    for (std::size_t first = 0; first < count; first += examples_together) {
        const std::size_t left = count - first;
        const std::size_t some = left < examples_together ? left : examples_together;
        const Rows<Scalar> carried{stream ? stream + first * states : scratch, states};
        const Rows<Scalar> inner{scratch + some * states, Cell::inner * q.units};
        Scalar* const traces =
            kept ? kept + first * trace : scratch + some * (states + Cell::inner * q.units);
        if (!stream) clear_row(carried.at, some * states);
        for (std::size_t begin = 0; begin < q.steps; begin += block) {
            const std::size_t steps = q.steps - begin < block ? q.steps - begin : block;
            const std::size_t t0 = q.backwards ? q.steps - begin - steps : begin;
            const auto gates = [&](std::size_t t) INLAY_INLINE_LAMBDA {
                return Rows<Scalar>{traces + (t - t0) * columns, trace};
            };
            const auto states_at = [&](std::size_t t) INLAY_INLINE_LAMBDA {
                return Rows<Scalar>{traces + block * columns + (t - t0) * states, trace};
            };
            for (std::size_t n = 0; n < some; ++n)
                dense<q.features, columns, columns>(x + ((first + n) * q.steps + t0) * q.features,
                                                    w.kernel, w.bias, gates(t0)[n], steps,
                                                    NoEpilogue());
            Rows<const Scalar> before = carried;
            for (std::size_t s = begin; s < begin + steps; ++s) {
                const std::size_t t = q.time(s);
                const Rows<Scalar> after = states_at(t);
                const Rows<const Scalar> of_step{mask.at ? mask[first] + t : nullptr, mask.step};
                const TimeStep<Scalar> step{.gates = gates(t),
                                            .before = before,
                                            .after = after,
                                            .inner = inner,
                                            .recurrent = {w.recurrent, columns},
                                            .bias = w.inner_bias,
                                            .mask = of_step,
                                            .count = some};
                Cell::template forward<q.units>(step);
                before = after;
                if constexpr (q.every_step)
                    for (std::size_t n = 0; n < some; ++n) {
                        Scalar* const to = y + (first + n) * q.outputs() + q.place(t) * q.units;
                        if (q.zero_masked && step.skips(n))
                            clear_row(to, q.units);
                        else
                            copy_row<false>(after[n], to, q.units);
                    }
            }
            for (std::size_t n = 0; n < some; ++n) copy_row<false>(before[n], carried[n], states);
        }
        if constexpr (!q.every_step)
            for (std::size_t n = 0; n < some; ++n)
                copy_row<false>(carried[n], y + (first + n) * q.outputs(), q.units);
        if constexpr (q.last_states != 0)
            for (std::size_t n = 0; n < some; ++n)
                copy_row<false>(carried[n], y + (first + n) * q.outputs() + q.sequence_outputs(),
                                q.last_states * q.units);
    }
}

/// What the backward pass reads and writes.
template <class Scalar>
struct RecurrenceSlopes {
    const Scalar* x;
    const Scalar* dy;
    const Scalar* kept;
    Rows<const Scalar> mask;
    const Scalar* transposed_kernel;     ///< [gates x units][features]
    const Scalar* transposed_recurrent;  ///< [gates x units][units]
    Scalar* dx;                          ///< null where nobody needs it
    CellWeights<Scalar> gradient;        ///< of nulls where the layer is frozen
    Scalar* scratch;
};

/// dx[t] (+)= dz[t] W^T      dW += sum_t x[t] dz[t]      dU += sum_t h[t - 1] dz[t]
///
/// db += sum_t dz[t]         where dz[t] follows from dy[t] and dz[t + 1]: see the cells. The sums
/// over time are those of places.hpp, then added example by example.
template <class Cell, Sequence q, bool accumulate, class Scalar>
INLAY_NOINLINE void recurrence_gradient(const RecurrenceSlopes<Scalar>& a, std::size_t count) {
    constexpr std::size_t columns = Cell::gates * q.units, states = Cell::states * q.units;
    constexpr std::size_t slopes = Cell::slopes * q.units, trace = trace_count<Cell>(q, q.steps);
    for (std::size_t first = 0; first < count; first += examples_together) {
        const std::size_t left = count - first;
        const std::size_t some = left < examples_together ? left : examples_together;
        const Rows<const Scalar> nothing{a.scratch, 0};
        const Rows<Scalar> carried{a.scratch + states, states};
        const Rows<Scalar> inner{carried[some], Cell::inner * q.units};
        const Rows<Scalar> dz{inner[some], q.steps * slopes};
        clear_row(a.scratch, states + some * states);
        if constexpr (q.last_states != 0)
            for (std::size_t n = 0; n < some; ++n)
                copy_row<false>(a.dy + (first + n) * q.outputs() + q.sequence_outputs(), carried[n],
                                q.last_states * q.units);
        const Rows<const Scalar> of_first{a.kept + first * trace, trace};
        const Rows<const Scalar> states_of_first = of_first.from(q.steps * columns);
        for (std::size_t s = q.steps; s-- > 0;) {
            const std::size_t t = q.time(s);
            const Rows<const Scalar> of_step{a.mask.at ? a.mask[first] + t : nullptr, a.mask.step};
            const TimeSlope<Scalar> step{
                .gates = of_first.from(t * columns),
                .before = s == 0 ? nothing : states_of_first.from(q.time(s - 1) * states),
                .after = states_of_first.from(t * states),
                .states = carried,
                .slopes = dz.from(t * slopes),
                .inner = inner,
                .transposed = {a.transposed_recurrent, q.units},
                .mask = of_step,
                .count = some};
            for (std::size_t n = 0; n < some; ++n) {
                const Scalar* const dy = a.dy + (first + n) * q.outputs();
                if (q.every_step ? q.zero_masked && step.skips(n) : s + 1 != q.steps) continue;
                copy_row<true>(dy + (q.every_step ? q.place(t) * q.units : 0), carried[n], q.units);
            }
            Cell::template backward<q.units>(step);
        }
        for (std::size_t n = 0; n < some; ++n) {
            const Scalar* const x = a.x + (first + n) * q.steps * q.features;
            const Rows<const Scalar> of_x{dz[n], slopes}, of_states{states_of_first[n], states};
            if (a.gradient.kernel) {
                // States and the slopes of the steps that began with them.
                const std::size_t late = q.steps > 1 ? 1 : 0;
                gradient_of_rows<q.features, columns, Scalar>(
                    {x, q.features}, of_x, {a.gradient.kernel, columns}, q.steps);
                Cell::template weight_gradient<q.units, Scalar>(
                    of_states.from(q.backwards ? late * states : 0), of_states,
                    of_x.from(q.backwards ? 0 : late * slopes), of_x,
                    {a.gradient.recurrent, columns}, q.steps);
            }
            if (a.gradient.bias)
                sum_rows_apart<true>(of_x.at, a.gradient.bias, q.steps, columns, slopes);
            if (a.gradient.inner_bias) {
                sum_rows_apart<true>(of_x.at, a.gradient.inner_bias, q.steps, 2 * q.units, slopes);
                sum_rows_apart<true>(of_x.at + 3 * q.units, a.gradient.inner_bias + 2 * q.units,
                                     q.steps, q.units, slopes);
            }
            if (a.dx) {
                Scalar* const dx = a.dx + (first + n) * q.steps * q.features;
                const Rows<const Scalar> start{accumulate ? dx : nullptr, q.features};
                multiply_rows<q.features, Scalar>(of_x, columns, {a.transposed_kernel, q.features},
                                                  start, {dx, q.features}, q.steps);
            }
        }
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_RECURRENCE_HPP
