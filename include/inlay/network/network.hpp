// SPDX-License-Identifier: MIT
#ifndef INLAY_NETWORK_NETWORK_HPP
#define INLAY_NETWORK_NETWORK_HPP
// A network bound to its input: what is known of it before the program runs, and its forward pass.

#include <inlay/kernel/map.hpp>
#include <inlay/layer/options.hpp>
#include <inlay/network/binding.hpp>
#include <inlay/network/derive.hpp>
#include <inlay/network/executor.hpp>
#include <inlay/network/unrolling.hpp>
#include <inlay/program/diagnose.hpp>
#include <inlay/program/indices.hpp>
#include <inlay/program/lower.hpp>
#include <inlay/program/plan.hpp>
#include <inlay/program/stream.hpp>
#include <inlay/simd/flush.hpp>
#include <inlay/text/debugging.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace inlay::INLAY_ABI {

/// The three blocks of numbers a network runs on; none of them is owned.
template <class Scalar>
struct Parameters {
    const Scalar* weights = nullptr;
    const Scalar* state = nullptr;
    const Scalar* derived = nullptr;
};

/// A network `Spec` on inputs `In`, with storage of the caller's: no heap, no exceptions. Scalar is
/// float, or double for checking gradients. Policy is the algorithm of layers that do not say:
/// Direct needs the least memory, Fast<> the least time; the results differ in their last bits.
/// Unrolled<Policy> and Rolled<Policy> say beside it how a program runs, whatever its size.
template <class Spec, class In, class Scalar = float, class Policy = Direct>
struct Network {
    using scalar = Scalar;
    using spec = Spec;
    static_assert(std::is_same_v<Scalar, float> || std::is_same_v<Scalar, double>,
                  "inlay: a network computes in float or in double");

    static constexpr auto lowered = program::lower<Spec>(inputs_of<In>, Policy::algorithm);
    static constexpr auto steps = program::rewrite(lowered, program::Mode::inference);
    static constexpr auto plan = program::plan_inference(steps);
    using policy = Policy;

    /// Whether a forward pass is one function, instead of a table of calls.
    static constexpr bool unrolled = execution::unrolls<Policy, steps>();

    // What the running program reads of the lowered one.
    static constexpr auto tensors =
        program::first_of<static_cast<std::size_t>(lowered.tensor_count)>(lowered.tensors);
    static constexpr auto layers =
        program::first_of<static_cast<std::size_t>(lowered.layer_count)>(lowered.layers);
    static constexpr auto connections =
        program::first_of<static_cast<std::size_t>(lowered.connection_count)>(lowered.connections);
    static constexpr auto entries =
        program::first_of<static_cast<std::size_t>(lowered.input_count)>(lowered.inputs);

    static constexpr std::size_t input_count = entries.size();
    static constexpr auto output_count = static_cast<std::size_t>(lowered.output_count);

    /// The shapes of one example, and of what the network makes of it.
    static constexpr auto input_shapes = [] {
        std::array<Shape, input_count> shapes{};
        for (std::size_t k = 0; k < input_count; ++k) shapes[k] = lowered.inputs[k].shape;
        return shapes;
    }();
    static constexpr auto output_shapes = [] {
        std::array<Shape, output_count> shapes{};
        for (std::size_t k = 0; k < output_count; ++k)
            shapes[k] = lowered.values[lowered.outputs[k].value].shape;
        return shapes;
    }();

    /// Those of the first input and the first output.
    static constexpr Shape input_shape = input_shapes[0];
    static constexpr Shape output_shape = output_shapes[0];

    /// Numbers of all inputs of one example, and of all outputs.
    static constexpr std::size_t input_size = program::total(input_shapes);
    static constexpr std::size_t output_size = program::total(output_shapes);

    /// What all whole numbers of each input are below, where the network looks something up by them
    /// and does nothing else with that input: it may then be given as integers. 0 elsewhere.
    static constexpr auto indices = [] {
        std::array<std::size_t, input_count> ends{};
        for (std::size_t k = 0; k < input_count; ++k)
            ends[k] = program::indices_of(steps, static_cast<int>(k));
        return ends;
    }();

    /// What such an input holds where it is read from arrays.
    static constexpr ElementType element_of(std::size_t input) {
        return indices[input] == 0 ? ElementType::number : ElementType::int32;
    }

    /// The inputs of some examples, each one behind the other, and where their outputs go.
    struct Ends {
        const Scalar* inputs[input_count];
        Scalar* outputs[output_count];
        double* penalty = nullptr;  ///< where penalized values add up, example by example, or null
    };

    /// Whether a mask over the first axis travels beside the output.
    template <std::size_t output = 0>
    static constexpr bool masks_output = [] {
        const int mask = lowered.values[lowered.outputs[output].value].mask;
        return mask >= 0 && output_shapes[output].rank() > 1 &&
               lowered.values[mask < 0 ? 0 : mask].shape[0] == output_shapes[output][0];
    }();

    /// Whether values are a part of the loss.
    static constexpr bool penalizes = [] {
        bool any = false;
        for (int s = 0; s < lowered.step_count; ++s) any = any || lowered.steps[s].penalizes;
        return any;
    }();

    /// Trainable weights, other weights (moving statistics), and both.
    static constexpr std::size_t trainable_count = lowered.weight_count;
    static constexpr std::size_t state_count = lowered.state_count;
    static constexpr std::size_t parameter_count = trainable_count + state_count;

    /// Numbers derived from the weights for inference; see prepare().
    static constexpr std::size_t derived_count = steps.derived_count;

    /// Multiply-adds of one forward pass of one example, of convolutions and dense layers.
    static constexpr std::uint64_t multiply_adds = lowered.multiply_adds;

    /// Whether the output may overlap the input, in any way: nothing is written to it before all of
    /// the input has been read.
    static constexpr bool in_place = plan.in_place;

    /// Numbers a workspace for `examples` examples at a time holds: their activations, and what the
    /// steps need for themselves.
    static constexpr std::size_t workspace_count(std::size_t examples = 1) {
        return plan.arena * examples + program::scratch_count(steps, false, examples);
    }

    /// Bytes of activations of one example, weights not included: the size of a workspace.
    static constexpr std::size_t inference_bytes =
        (plan.arena + program::scratch_count(steps, false, 1)) * sizeof(Scalar);

    /// Numbers that a stream carries from step to step: zeros before the first one.
    static constexpr std::size_t stream_count = lowered.stream_count;

    /// The network on one step of its input, whose first axis counts the steps.
    using OneStep = Network<Spec, StepOf<In>, Scalar, Policy>;

    /// Why the network cannot be run step by step; empty where it can.
    static constexpr Sentence no_stream() {
        if constexpr (constexpr Sentence reason = program::no_stream(lowered); !reason.empty())
            return reason;
        else
            return program::no_stream(lowered, OneStep::lowered);
    }

    /// Draws the initial weights and state: a function of the seed alone, bit for bit on every
    /// machine.
    static void initialize(std::uint64_t seed, std::span<Scalar> weights, std::span<Scalar> state) {
        std::uint64_t number = 0;
        for (const program::TensorInfo& tensor : tensors)
            tensor.spec.initialize(
                (tensor.spec.trainable ? weights : state)
                    .subspan(tensor.offset, tensor.spec.shape.size()),
                randomness::Stream(seed, randomness::Purpose::initial_weights, number++));
    }

    /// Fills the derived block from weights and state: normalizations folded, layouts changed. Call
    /// it after either has changed; networks with a derived_count of 0 need it never.
    static void prepare(std::span<const Scalar> weights, std::span<const Scalar> state,
                        std::span<Scalar> derived) noexcept {
        const simd::FlushScope flushes;
        execution::derive<Spec, steps, unrolled, Scalar>(
            {weights.data(), state.data(), derived.data()});
    }

    /// Runs one example, or `count` of them one behind the other: in -> out, with a workspace of
    /// workspace_count(count) numbers. Re-entrant: nothing but `out` and `workspace` is written.
    /// `in` and `out` may overlap where in_place says so; debug builds report it elsewhere.
    static void forward(const Parameters<Scalar>& parameters, const Scalar* in, Scalar* out,
                        Scalar* workspace, std::size_t count = 1) noexcept
        requires(input_count == 1 && output_count == 1)
    {
        run<steps>(parameters, {{in}, {out}}, workspace, count);
    }

    /// The same on integers, all of which count, where floats hold whole numbers up to 2^24.
    static void forward(const Parameters<Scalar>& parameters, const std::int32_t* in, Scalar* out,
                        Scalar* workspace, std::size_t count = 1) noexcept
        requires(input_count == 1 && output_count == 1 && indices[0] != 0)
    {
        run<OnIndices::steps>(parameters, {{reinterpret_cast<const Scalar*>(in)}, {out}}, workspace,
                              count);
    }

    /// The same for a network of several inputs or outputs, of which none may overlap another.
    static void forward(const Parameters<Scalar>& parameters, const Ends& ends, Scalar* workspace,
                        std::size_t count = 1) noexcept {
        run<steps>(parameters, ends, workspace, count);
    }

    /// The same where each input that has indices holds integers, packed from its beginning. A
    /// crew shares out large products; its workers have a workspace each.
    static void forward_packed(const Parameters<Scalar>& parameters, const Ends& ends,
                               Scalar* workspace, std::size_t count,
                               const kernel::Crew* crew = nullptr) noexcept {
        if constexpr (indices == std::array<std::size_t, input_count>{})
            run<steps>(parameters, ends, workspace, count, nullptr, crew);
        else
            run<OnIndices::steps>(parameters, ends, workspace, count, nullptr, crew);
    }

    /// Takes the next step of a sequence, of any length: what forward makes of the steps so far,
    /// bit for bit, at the last of them. `stream` holds stream_count numbers, `workspace` those of
    /// OneStep::workspace_count(). All layers take the steps one by one, or the compiler says which
    /// does not.
    static void step(const Parameters<Scalar>& parameters, Scalar* stream, const Scalar* in,
                     Scalar* out, Scalar* workspace) noexcept {
        static_assert(program::without_mistake<Stream>(), "inlay: no stream");
        if constexpr (Stream::mistake.empty()) {
            static_assert(OneStep::stream_count == stream_count, "inlay: another stream");
            static_assert(
                OneStep::derived_count == 0 || program::derive_alike(steps, OneStep::steps),
                "inlay: no stream: one step needs weights in another layout than the "
                "whole sequence, beside a normalization; leave out one of them");
            OneStep::template run<OneStep::steps>(parameters, {{in}, {out}}, workspace, 1, stream);
        }
    }

    /// Whether an input and an output of so many examples share memory; inputs may be packed.
    static bool overlap(const Ends& ends, std::size_t count, bool packed = false) {
        for (std::size_t i = 0; i < input_count; ++i)
            for (std::size_t o = 0; o < output_count; ++o) {
                const auto from = reinterpret_cast<std::uintptr_t>(ends.inputs[i]);
                const auto to = reinterpret_cast<std::uintptr_t>(ends.outputs[o]);
                const bool whole = packed && indices[i] != 0;
                const std::size_t element = whole ? sizeof(std::int32_t) : sizeof(Scalar);
                if (from < to + count * output_shapes[o].size() * sizeof(Scalar) &&
                    to < from + count * input_shapes[i].size() * element)
                    return true;
            }
        return false;
    }

    /// The same on spans: one example in, one out, for a network without state.
    static void forward(std::span<const Scalar> weights,
                        std::span<const Scalar, input_shape.size()> in,
                        std::span<Scalar, output_shape.size()> out,
                        std::span<Scalar> workspace) noexcept
        requires(derived_count == 0 && state_count == 0 && input_count == 1 && output_count == 1)
    {
        run<steps>({weights.data(), nullptr, nullptr}, {{in.data()}, {out.data()}},
                   workspace.data(), 1);
    }

    /// The same for a network with state, on the block that prepare() has filled.
    static void forward(std::span<const Scalar> weights, std::span<const Scalar> derived,
                        std::span<const Scalar, input_shape.size()> in,
                        std::span<Scalar, output_shape.size()> out,
                        std::span<Scalar> workspace) noexcept
        requires(input_count == 1 && output_count == 1)
    {
        run<steps>({weights.data(), nullptr, derived.data()}, {{in.data()}, {out.data()}},
                   workspace.data(), 1);
    }

    /// The logits of an output whose last step is an activation, valid after forward().
    template <std::size_t output = 0>
    static const Scalar* logits(const Ends& ends, const Scalar* workspace, std::size_t count) {
        constexpr int value = steps.outputs[output].gradient;
        constexpr execution::Spot spot = spot_of(value, false);
        if constexpr (spot.region == execution::Spot::input) {
            if constexpr (plan.copies[spot.offset])
                return workspace + plan.buffers[steps.inputs[spot.offset].value].offset * count;
            else
                return ends.inputs[spot.offset];
        } else {
            return workspace + spot.offset * count;
        }
    }

    /// The mask beside the output, 0 for the steps that are left out, valid after forward(); null
    /// where there is none.
    template <std::size_t output = 0>
    static const Scalar* output_mask(const Scalar* workspace, std::size_t count) {
        if constexpr (masks_output<output>)
            return workspace +
                   spot_of(steps.values[steps.outputs[output].value].mask, false).offset * count;
        else
            return nullptr;
    }

private:
    template <class, class, class, class>
    friend struct Network;

    struct Stream {
        static constexpr Sentence mistake = no_stream();
    };

    struct OnIndices {
        static constexpr auto steps = [] {
            auto p = Network::steps;
            program::take_indices(p);
            return p;
        }();
    };

    template <const auto& program>
    INLAY_INLINE static void run(const Parameters<Scalar>& parameters, Ends ends, Scalar* workspace,
                                 std::size_t count, Scalar* stream = nullptr,
                                 const kernel::Crew* crew = nullptr) noexcept {
#if !defined(NDEBUG)
        if (!in_place && overlap(ends, count, &program != &steps))
            debugging::report(
                "the output of forward overlaps its input, which this network reads "
                "again (Network::in_place): give them memory of their own");
#endif
        const simd::FlushScope flushes;
        simd::unroll<static_cast<int>(input_count)>([&](auto k) INLAY_INLINE_LAMBDA {
            if constexpr (plan.copies[k]) {
                Scalar* const copy = workspace + plan.buffers[steps.inputs[k].value].offset * count;
                execution::gather<Spec, steps, static_cast<int>(k)>(ends.inputs[k], copy, count);
                ends.inputs[k] = copy;
            }
        });
        const Frame frame{.inputs = ends.inputs,
                          .outputs = ends.outputs,
                          .arena = workspace,
                          .slots = count,
                          .blocks = {parameters.weights, parameters.state, parameters.derived},
                          .scratch = workspace + plan.arena * count,
                          .stream = stream,
                          .crew = crew,
                          .penalty = ends.penalty,
                          .count = count};
        if constexpr (unrolled)
            execution::run_unrolled<calls<program>, rows, 0, calls<program>.size()>(frame);
        else
            execution::run_calls(calls<program>.data(), calls<program>.size(), rows.data(), frame);
    }

    using Frame = execution::Frame<Scalar, unrolled>;

    static constexpr execution::Spot spot_of(int value, bool) {
        using execution::Spot;
        const int storage = steps.values[value].storage;
        const int output = program::output_in(steps, storage);
        const int input = program::input_in(steps, storage);
        if (output >= 0) return {static_cast<std::size_t>(output), 0, Spot::output};
        if (input >= 0) return {static_cast<std::size_t>(input), 0, Spot::input};
        return {.offset = plan.buffers[storage].offset, .region = Spot::arena};
    }

    static constexpr auto rows = execution::rows_of<steps>(true, spot_of);

    template <const auto& program>
    static constexpr auto calls = []<std::size_t... K>(std::index_sequence<K...>) {
        constexpr auto& numbers = program::numbers_of<program, program::Left>;
        constexpr auto& readings = program::first_readings<program>;
        return std::array<execution::Call<Frame>, sizeof...(K)>{
            execution::Call<Frame>{execution::forward_of<Frame, Spec, program, numbers[K]>(),
                                   readings[static_cast<std::size_t>(numbers[K])]}...};
    }(std::make_index_sequence<program::numbers_of<program, program::Left>.size()>());

    // Clang leaves out what follows a failed assertion, and would tell who misses it.
    struct Subject {
        static constexpr const Sentence& mistake = lowered.mistake;
    };
    static_assert(program::without_mistake<Subject>(), "inlay: shapes do not fit");
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Network;
using INLAY_ABI::Parameters;
}  // namespace inlay

#endif  // INLAY_NETWORK_NETWORK_HPP
