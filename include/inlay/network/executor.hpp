// SPDX-License-Identifier: MIT
#ifndef INLAY_NETWORK_EXECUTOR_HPP
#define INLAY_NETWORK_EXECUTOR_HPP
// What runs a program, for inference and for training: a table of calls. The function of a call
// depends on its layer and its binding alone, so that equal blocks share it, within a network and
// between networks; where the numbers of a step lie stands in a row of a table beside it.
//
// The compiler walks the tables of small programs, where everything dissolves into one function;
// the running program walks those of large ones, where a repeated block costs a row.

#include <inlay/layer/copying.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/network/binding.hpp>
#include <inlay/network/epilogue.hpp>
#include <inlay/program/arena.hpp>
#include <inlay/program/each.hpp>
#include <inlay/program/program.hpp>
#include <inlay/simd/loop.hpp>

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace inlay::INLAY_ABI {

namespace execution {

/// Where one example of a stored value lies; the caller's inputs and outputs by number.
struct Spot {
    enum Region : unsigned char {
        nowhere,
        input,   ///< the caller's
        output,  ///< the caller's
        arena,   ///< what is used again
        batch    ///< what holds the whole batch
    };

    std::size_t offset = 0, size = 0;
    Region region = nowhere;
};

/// What the running program knows of one reading of a step: places, counted in numbers. The rows of
/// a step's readings follow each other.
struct Row {
    Spot x, y, dx, dy, kept, sums, mask, new_mask;
    std::size_t weights = 0, weight_count = 0, state = 0;
    std::size_t statistics = 0;  ///< behind the block of derived weights, or prepared in it
    std::size_t forward_copy = 0, backward_copy = 0, gradient = 0;
    std::size_t stream = 0;
    std::size_t function_weights = 0, function_gradient = 0;  ///< of its epilogue
    program::Home home{};                                     ///< of the weights
    std::size_t discard = 0;  ///< of the scratch: room for a gradient that nobody wants
    bool reads_input = false, reads_output = false;  ///< in its backward pass
    bool makes_mask = false;
    bool clears = false;  ///< dx, before anything is added to it
    int inputs = 0;       ///< of the step; the row behind theirs is the addend's
};

/// The memory that a program runs on, some examples at a time. Unrolled, it dissolves.
template <class Scalar, bool unrolled>
struct Frame {
    using scalar = Scalar;

    const Scalar* const* inputs = nullptr;  ///< the caller's, by number
    Scalar* const* outputs = nullptr;
    Scalar* arena = nullptr;
    std::size_t slots = 0;  ///< examples that the arena has room for
    Scalar* batch = nullptr;
    const Scalar* blocks[3]{};   ///< by Home; in training all statistics lie behind what is derived
    Scalar* gradient = nullptr;  ///< the slice's
    Scalar* scratch = nullptr;
    Scalar* stream = nullptr;            ///< of a network that takes a sequence step by step
    const kernel::Crew* crew = nullptr;  ///< outside of training
    double* penalty = nullptr;           ///< of the values, added up example by example
    std::size_t count = 0;
    Moment moment{};
    WholeBatch<Scalar> whole{};         ///< of all steps
    std::size_t slice = 0, before = 0;  ///< and how many of its examples came before

    INLAY_INLINE const Scalar* read(const Spot& spot) const {
        return spot.region == Spot::input ? inputs[spot.offset] : write(spot);
    }

    INLAY_INLINE Scalar* write(const Spot& spot) const {
        if (spot.region == Spot::arena) return arena + spot.offset * slots;
        if (spot.region == Spot::batch)
            return batch + spot.offset * whole.count + spot.size * moment.first;
        return spot.region == Spot::output ? outputs[spot.offset] : nullptr;
    }

    INLAY_INLINE const Scalar* block(program::Home home) const {
        return blocks[static_cast<std::size_t>(home)];
    }
    INLAY_INLINE const Scalar* weights_of(const Row& row) const {
        return block(row.home) + row.weights;
    }
    INLAY_INLINE const Scalar* state() const { return block(program::Home::state); }
    INLAY_INLINE const Scalar* derived() const { return block(program::Home::derived); }

    INLAY_INLINE Scalar* statistics_of(const Row& row) const {
        return whole.statistics + row.statistics;
    }

    /// What belongs to one step of it.
    INLAY_INLINE WholeBatch<Scalar> whole_of(const Row& row) const {
        WholeBatch<Scalar> own = whole;
        own.weights = weights_of(row);
        own.state += row.state;
        own.statistics += row.statistics;
        own.gradient = gradient + row.gradient;
        return own;
    }

    /// What the epilogue of a step reads and writes beside the sums.
    template <kernel::Attachments with>
    INLAY_INLINE kernel::Attached<Scalar> attached(const Row* row) const {
        return {.addend = with.adds ? read(row[row->inputs].x) : nullptr,
                .kept = with.keeps ? write(row->sums) : nullptr,
                .weights =
                    with.weighs ? block(program::Home::weights) + row->function_weights : nullptr};
    }

    INLAY_INLINE Forward<Scalar> forward(const Row& row) const {
        if constexpr (unrolled)
            return forward_pass(*this, row);
        else
            return forward_of(row);
    }

    INLAY_INLINE Backward<Scalar> backward(const Row& row) const {
        if constexpr (unrolled)
            return backward_pass(*this, row);
        else
            return backward_of(row);
    }

private:
    INLAY_INLINE static Forward<Scalar> forward_pass(const Frame& frame, const Row& row) {
        return {.x = frame.read(row.x),
                .y = frame.write(row.y),
                .weights = frame.weights_of(row),
                .state = frame.state() + row.state,
                .statistics = frame.derived() + row.statistics,
                .count = frame.count,
                .moment = frame.moment,
                .kept = frame.write(row.kept),
                .copy = frame.derived() + row.forward_copy,
                .scratch = frame.scratch,
                .mask = frame.read(row.mask),
                .new_mask = frame.write(row.new_mask),
                .stream = frame.stream ? frame.stream + row.stream : nullptr,
                .crew = frame.crew,
                .penalty = frame.penalty};
    }

    INLAY_INLINE static Backward<Scalar> backward_pass(const Frame& frame, const Row& row) {
        return {.x = row.reads_input ? frame.read(row.x) : nullptr,
                .y = row.reads_output ? frame.read(row.y) : nullptr,
                .dy = frame.read(row.dy),
                .dx = frame.write(row.dx),
                .weights = frame.weights_of(row),
                .copy = frame.derived() + row.backward_copy,
                .statistics = frame.derived() + row.statistics,
                .gradient = row.discard != 0 ? frame.scratch : frame.gradient + row.gradient,
                .count = frame.count,
                .moment = frame.moment,
                .kept = frame.read(row.kept),
                .scratch = frame.scratch + row.discard,
                .mask = frame.read(row.makes_mask ? row.new_mask : row.mask)};
    }

    INLAY_NOINLINE Forward<Scalar> forward_of(const Row& row) const {
        return forward_pass(*this, row);
    }
    INLAY_NOINLINE Backward<Scalar> backward_of(const Row& row) const {
        return backward_pass(*this, row);
    }
};

template <class Frame>
using Run = void (*)(const Frame&, const Row&);

/// One entry of a table of calls.
template <class Frame>
struct Call {
    Run<Frame> run = nullptr;
    int row = 0;
};

/// Where the inputs of a step lie, and their gradients.
template <std::size_t Inputs, class Scalar>
struct Pointers {
    const Scalar* x[Inputs];
    Scalar* dx[Inputs];

    template <class Frame>
    INLAY_INLINE Pointers(const Frame& frame, const Row* rows) {
        for (std::size_t k = 0; k < Inputs; ++k) {
            x[k] = frame.read(rows[k].x);
            dx[k] = frame.write(rows[k].dx);
        }
    }
};

/// The forward formulas of a step, and zeros in the border around what they make.
template <class Layer, auto binding, class Epilogue, Windows pool, Halo border, class Scalar,
          bool unrolled>
INLAY_INLINE void forward(const Frame<Scalar, unrolled>& frame, const Row& row) {
    Forward<Scalar> pass = frame.forward(row);
    if constexpr (!Epilogue::with.none())
        pass.attached = frame.template attached<Epilogue::with>(&row);
    if constexpr (pool != Windows{}) {
        Layer::template forward_maximum<binding, typename Epilogue::Function, pool>(pass);
    } else if constexpr (Joins<Layer>) {
        const Pointers<binding.inputs, Scalar> pointers(frame, &row);
        pass.inputs = pointers.x;
        Layer::template forward<binding, Epilogue>(pass);
    } else {
        Layer::template forward<binding, Epilogue>(pass);
    }
    if constexpr (!border.empty()) kernel::clear_border<binding.out, border>(pass.y, pass.count);
}

/// The layer that runs step S: what only renames its input, and cannot, copies it.
template <class Spec, const auto& program, int S>
using LayerOfStep = std::conditional_t<program.steps[S].role == Role::shape_only, Copying,
                                       wiring::LayerAt<Spec, program.steps[S].ref>>;

/// How the layer of step S is bound.
template <class Spec, const auto& program, int S>
consteval auto bound() {
    if constexpr (Joins<LayerOfStep<Spec, program, S>>)
        return wiring::joint_of<static_cast<std::size_t>(program.steps[S].inputs())>(program, S);
    else
        return wiring::binding_of(program, S);
}

/// The forward call of step S.
template <class Frame, class Spec, const auto& program, int S>
consteval Run<Frame> forward_of() {
    constexpr auto& step = program.steps[S];
    return forward<LayerOfStep<Spec, program, S>, bound<Spec, program, S>(),
                   wiring::EpilogueOf<typename Frame::scalar, Spec, program, S>, step.epilogue.pool,
                   program::border_of(program, step.output)>;
}

/// Brings `count` examples of an input from where the caller holds them to where the program reads
/// them: as they are, or through the layer at its start, and into a border of zeros where readers
/// want one.
template <class Spec, const auto& program, int input, class Scalar>
INLAY_INLINE void gather(const Scalar* from, Scalar* to, std::size_t count) {
    constexpr auto& entry = program.inputs[input];
    constexpr Map map = program::map_of(program, entry.value);
    constexpr Halo border = program::border_of(program, entry.value);
    constexpr Binding binding{.in = Map(entry.shape), .out = map};
    using Layer = std::conditional_t<static_cast<bool>(entry.gather),
                                     wiring::LayerAt<Spec, entry.gather>, Copying>;
    Layer::template forward<binding, Linear>(Forward<Scalar>{.x = from,
                                                             .y = to,
                                                             .weights = nullptr,
                                                             .state = nullptr,
                                                             .statistics = nullptr,
                                                             .count = count});
    if constexpr (!border.empty()) kernel::clear_border<map, border>(to, count);
}

/// The rows of all readings of a program; spot(value, gradient) tells where a value lies, and
/// `gradient_of` where that of a group of weights does.
template <const auto& program, class SpotOf>
consteval auto rows_of(bool inference, SpotOf spot, std::size_t (*gradient_of)(int) = nullptr) {
    std::array<Row, program::readings_of<program>.size()> rows;
    const auto spot_if = [&](int value) { return value < 0 ? Spot{} : spot(value, false); };
    const std::size_t behind_derived = program::aligned(program.derived_count);
    std::size_t number = 0;
    for (const program::Reading& reading : program::readings_of<program>) {
        const program::Step& step = program.steps[reading.step];
        const program::Epilogue& e = step.epilogue;
        const int value = program.reads[step.first_read + reading.read].value;
        const std::size_t statistics =
            step.whole_batch ? behind_derived + step.statistics : step.prepared.begin;
        rows[number++] = {.x = spot(value, false),
                          .y = spot(step.output, false),
                          .dx = inference ? Spot{} : spot(value, true),
                          .dy = inference ? Spot{} : spot(step.output, true),
                          .kept = inference ? Spot{} : spot_if(e.pools() ? e.kept : step.kept),
                          .sums = e.keeps_sums() ? spot(e.kept, false) : Spot{},
                          .mask = spot_if(step.mask),
                          .new_mask = spot_if(step.new_mask),
                          .weights = step.home_begin(),
                          .weight_count = step.weight_count,
                          .state = step.state,
                          .statistics = statistics,
                          .forward_copy = step.forward_copy.begin,
                          .backward_copy = step.backward_copy.begin,
                          .gradient = inference ? 0 : gradient_of(step.group),
                          .stream = step.stream,
                          .function_weights = e.weights.begin,
                          .function_gradient = inference ? 0 : gradient_of(e.group),
                          .home = step.home(),
                          .discard = inference ? 0 : program::discard_count(step),
                          .reads_input = step.backward.input,
                          .reads_output = step.backward.output || e.pools(),
                          .makes_mask = step.new_mask >= 0,
                          .clears = program.reads[step.first_read + reading.read].clears,
                          .inputs = step.inputs()};
    }
    return rows;
}

/// Goes through `count` calls in the running program.
template <class Frame>
INLAY_NOINLINE void run_calls(const Call<Frame>* calls, std::size_t count, const Row* rows,
                              const Frame& frame) {
    for (; count != 0; --count, ++calls) calls->run(frame, rows[calls->row]);
}

/// Runs the calls [first, first + count) of a table.
template <const auto& calls, const auto& rows, std::size_t first, std::size_t count, class Scalar>
INLAY_INLINE void run_unrolled(const Frame<Scalar, true>& frame) {
    simd::unroll<static_cast<int>(count)>([&](auto k) INLAY_INLINE_LAMBDA {
        constexpr auto& call = calls[first + static_cast<std::size_t>(decltype(k)::value)];
        constexpr auto run = call.run;
        run(frame, rows[static_cast<std::size_t>(call.row)]);
    });
}

}  // namespace execution

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_NETWORK_EXECUTOR_HPP
