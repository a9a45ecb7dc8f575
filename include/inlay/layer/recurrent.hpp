// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_RECURRENT_HPP
#define INLAY_LAYER_RECURRENT_HPP
// What recurrent layers have in common: a cell over the steps of a sequence.

#include <inlay/activation/sigmoid.hpp>
#include <inlay/activation/tanh.hpp>
#include <inlay/kernel/convolve.hpp>
#include <inlay/kernel/recurrence.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>
#include <inlay/random/orthogonal.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// What a recurrent kernel is drawn from unless said.
using RecurrentInitializer = Orthogonal;

/// An activation whose derivative is made of its output.
template <class Type>
concept RecurrentFunction = ElementwiseActivation<Type> && !ReadsInput<Type>;

/// The kinds of options that all of them take, behind some of a layer's own.
template <std::size_t Own>
struct RecurrentKinds {
    static constexpr option::Word common[] = {"return sequences",     "return state",
                                              "go backwards",         "bias",
                                              "kernel initializer",   "recurrent initializer",
                                              "kernel regularizer",   "recurrent regularizer",
                                              "bias regularizer",     "kernel constraint",
                                              "recurrent constraint", "bias constraint"};

    option::Word all[Own + 12];

    constexpr explicit RecurrentKinds(const std::string_view (&own)[Own]) {
        option::Word* to = all;
        for (const std::string_view kind : own) *to++ = kind;
        for (const option::Word& kind : common) *to++ = kind;
    }
};

/// How a layer reads its sequence and writes its outputs: see kernel::Sequence.
struct Way {
    bool backwards = false, in_time = false, zero_masked = false;
};

/// (steps, features) -> (Units), the output of the last step; with ReturnSequences -> (steps,
/// Units). Family names the cell, its states, the options of its own, and how its biases start.
template <class Family, int Units, Way way, class... Given>
struct RecurrentWay : LayerDefaults {
    using Options = option::Options<Given...>;
    using Function = typename Options::template get<"activation", Tanh>;
    using Gate = typename Options::template get<"recurrent activation",
                                                RecurrentActivation<Sigmoid>>::activation;
    using Cell = typename Family::template Cell<Options, Function, Gate>;

    static constexpr bool backward_reads_input = true;
    static constexpr bool frozen_reads_input = false;
    static constexpr bool skips_gradient = true;
    static constexpr bool copies_for_weights = true;
    static constexpr bool has_bias = !Options::has("bias");
    static constexpr bool returns_state = Options::has("return state");
    static constexpr bool returns_sequences = Options::has("return sequences");
    static constexpr Masks masks = returns_sequences ? Masks::read_on : Masks::read;
    static constexpr auto units = static_cast<std::size_t>(Units);

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake(RecurrentKinds(Family::options).all).view();
        if (Units < 1) {
            complaint.needs << "has " << Units << " units but needs one at least";
            complaint.remedy << "write " << Family::example << ", with the number of outputs";
        } else if (in.rank() != 2) {
            complaint.needs << "needs a sequence of steps x features";
            complaint.remedy << "give the network an input such as Input<100, 8>";
        } else if (!RecurrentFunction<Function> || !RecurrentFunction<Gate>) {
            complaint.needs << "needs activations whose derivative is made of their output";
            complaint.remedy << "take Tanh, Sigmoid or ReLU";
        }
        if (complaint.raised()) return in;
        return returns_sequences ? in.with_last(units) : Shape{units};
    }

    /// The states behind the last step.
    static constexpr auto further_outputs = [] {
        if constexpr (returns_state)
            return Family::states;
        else
            return LayerDefaults::further_outputs;
    }();

    static constexpr Shape further_output(const Shape&, std::size_t) { return Shape{units}; }

    static constexpr WeightSpecs weights(const Shape& in) {
        constexpr std::size_t columns = Cell::gates * units;
        WeightSpecs specs;
        specs.add(Options::kernel({"kernel", {in.last(), columns}}));
        specs.add(Options::template recurrent<RecurrentInitializer>(
            {"recurrent_kernel", {units, columns}}));
        const Shape biases = Cell::two_biases ? Shape{std::size_t{2}, columns} : Shape{columns};
        if (has_bias)
            specs.add(
                Options::template bias<typename Family::template Bias<Options>>({"bias", biases}));
        return specs;
    }

    static constexpr std::uint64_t multiply_adds(const Shape& in) {
        return std::uint64_t{in[0]} * (in.last() + units) * Cell::gates * units;
    }

    /// The gates and the states of each step.
    static constexpr std::size_t kept_count(const Shape& in) {
        return kernel::trace_count<Cell>(sequence(in[0], in[1]), in[0]);
    }

    static constexpr std::size_t scratch_count(const Shape& in, Algorithm, bool training,
                                               std::size_t examples) {
        return kernel::recurrence_scratch<Cell>(sequence(in[0], in[1]), training, examples);
    }

    /// The states of one step, from the first on.
    static constexpr std::size_t stream_count(const Shape&)
        requires(!way.backwards && !returns_state)
    {
        return Cell::states * units;
    }

    /// Both kernels transposed, for the gradients of x and of h.
    static constexpr std::size_t backward_copy_count(const Shape& in, Algorithm) {
        return (in.last() + units) * Cell::gates * units;
    }

    template <Algorithm, class Scalar>
    static void copy_for_backward(const Shape& in, const Scalar* weights, Scalar* copy) {
        constexpr std::size_t columns = Cell::gates * units;
        kernel::transpose_taps(weights, copy, 1, in.last(), columns, columns);
        const std::size_t kernel = in.last() * columns;
        kernel::transpose_taps(weights + kernel, copy + kernel, 1, units, columns, columns);
    }

    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr kernel::Sequence q = sequence_of(binding);
        kernel::recurrence<Cell, q>(pass.x, parts<binding>(pass.weights), mask_of<binding>(pass),
                                    pass.y, pass.kept, pass.scratch, pass.stream, pass.count);
    }

    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr kernel::Sequence q = sequence_of(binding);
        const kernel::CellWeights<const Scalar> transposed = parts<binding>(pass.copy);
        kernel::RecurrenceSlopes<Scalar> slopes{.x = pass.x,
                                                .dy = pass.dy,
                                                .kept = pass.kept,
                                                .mask = mask_of<binding>(pass),
                                                .transposed_kernel = transposed.kernel,
                                                .transposed_recurrent = transposed.recurrent,
                                                .dx = binding.input_gradient ? pass.dx : nullptr,
                                                .gradient = {},
                                                .scratch = pass.scratch};
        if constexpr (!binding.frozen) slopes.gradient = parts<binding>(pass.gradient);
        kernel::recurrence_gradient<Cell, q, binding.accumulate>(slopes, pass.count);
    }

private:
    static constexpr kernel::Sequence sequence(std::size_t steps, std::size_t features) {
        return {.steps = steps,
                .features = features,
                .units = units,
                .backwards = way.backwards,
                .every_step = returns_sequences,
                .in_time = way.in_time,
                .zero_masked = way.zero_masked,
                .last_states = further_outputs.size()};
    }

    static constexpr kernel::Sequence sequence_of(const Binding& b) {
        return sequence(b.in.width(), b.in.channels());
    }

    template <Binding binding, class Pass>
    static auto mask_of(const Pass& pass) {
        const auto* const mask = binding.masked ? pass.mask : nullptr;
        return kernel::Rows{mask, binding.in.width()};
    }

    /// Where the tensors of a block lie.
    template <Binding binding, class Scalar>
    static kernel::CellWeights<Scalar> parts(Scalar* block) {
        constexpr std::size_t columns = Cell::gates * units;
        Scalar* const recurrent = block + binding.in.channels() * columns;
        Scalar* const bias = recurrent + units * columns;
        return {block, recurrent, has_bias ? bias : nullptr,
                has_bias && Cell::two_biases ? bias + columns : nullptr};
    }
};

/// The way that the options tell.
template <class Family, int Units, class... Given>
struct Recurrent
    : RecurrentWay<Family, Units, Way{option::Options<Given...>::has("go backwards")}, Given...> {
    static constexpr bool goes_backwards = option::Options<Given...>::has("go backwards");

    template <Way way>
    using On = RecurrentWay<Family, Units, way, Given...>;
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_RECURRENT_HPP
