// SPDX-License-Identifier: MIT
#ifndef INLAY_NETWORK_NETWORK_HPP
#define INLAY_NETWORK_NETWORK_HPP
// A network bound to its input: what is known of it before the program runs, and its forward pass.

#include <inlay/kernel/map.hpp>
#include <inlay/layer/options.hpp>
#include <inlay/network/binding.hpp>
#include <inlay/network/executor.hpp>
#include <inlay/network/normalization.hpp>
#include <inlay/program/diagnose.hpp>
#include <inlay/program/lower.hpp>
#include <inlay/program/plan.hpp>
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

    static constexpr auto lowered = program::lower<Spec>(In::shape, Policy::algorithm);
    struct Subject {
        static constexpr const Sentence& mistake = lowered.mistake;
    };
    static_assert(program::without_mistake<Subject>(), "inlay: shapes do not fit");

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
    static constexpr auto sources =
        program::first_of<static_cast<std::size_t>(lowered.source_count)>(lowered.sources);

    /// The shape of one example, and of what the network makes of it.
    static constexpr Shape input_shape = In::shape;
    static constexpr Shape output_shape = lowered.values[lowered.output].shape;

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
        execution::prepare_normalizations<Spec, steps, unrolled>(weights.data(), state.data(),
                                                                 derived.data());
        execution::make_copies<Spec, steps, false, unrolled>(weights.data(), derived.data());
    }

    /// Runs one example, or `count` of them one behind the other: in -> out, with a workspace of
    /// workspace_count(count) numbers. Re-entrant: nothing but `out` and `workspace` is written.
    /// `in` and `out` may overlap where in_place says so; debug builds report it elsewhere.
    static void forward(const Parameters<Scalar>& parameters, const Scalar* in, Scalar* out,
                        Scalar* workspace, std::size_t count = 1) noexcept {
        run(parameters, in, out, workspace, count);
    }

    /// Whether the inputs and the outputs of so many examples share memory.
    static bool overlap(const Scalar* in, const Scalar* out, std::size_t count) {
        const auto from = reinterpret_cast<std::uintptr_t>(in);
        const auto to = reinterpret_cast<std::uintptr_t>(out);
        return from < to + count * output_shape.size() * sizeof(Scalar) &&
               to < from + count * input_shape.size() * sizeof(Scalar);
    }

    /// The same on spans: one example in, one out, for a network without state.
    static void forward(std::span<const Scalar> weights,
                        std::span<const Scalar, In::shape.size()> in,
                        std::span<Scalar, output_shape.size()> out,
                        std::span<Scalar> workspace) noexcept
        requires(derived_count == 0 && state_count == 0)
    {
        run({weights.data(), nullptr, nullptr}, in.data(), out.data(), workspace.data(), 1);
    }

    /// The same for a network with state, on the block that prepare() has filled.
    static void forward(std::span<const Scalar> weights, std::span<const Scalar> derived,
                        std::span<const Scalar, In::shape.size()> in,
                        std::span<Scalar, output_shape.size()> out,
                        std::span<Scalar> workspace) noexcept {
        run({weights.data(), nullptr, derived.data()}, in.data(), out.data(), workspace.data(), 1);
    }

    /// What the last step reads: the logits where it is an activation, valid after forward().
    static const Scalar* before_last(const Scalar* in, const Scalar* workspace, std::size_t count) {
        constexpr int last = program::last_step(steps);
        constexpr int value = steps.reads[steps.steps[last].first_read].value;
        constexpr execution::Spot spot = spot_of(value, false);
        if constexpr (spot.region != execution::Spot::input)
            return workspace + spot.offset * count;
        else if constexpr (plan.copies_input)
            return workspace + plan.buffers[steps.input].offset * count;
        else
            return in;
    }

private:
    INLAY_INLINE static void run(const Parameters<Scalar>& parameters, const Scalar* in,
                                 Scalar* out, Scalar* workspace, std::size_t count) noexcept {
#if !defined(NDEBUG)
        if (!in_place && overlap(in, out, count))
            debugging::report(
                "the output of forward overlaps its input, which this network reads "
                "again (Network::in_place): give them memory of their own");
#endif
        const simd::FlushScope flushes;
        if constexpr (plan.copies_input) {
            Scalar* const copy = workspace + plan.buffers[steps.input].offset * count;
            execution::gather<Spec, steps>(in, copy, count);
            in = copy;
        }
        const Frame frame{.in = in,
                          .out = out,
                          .arena = workspace,
                          .slots = count,
                          .weights = parameters.weights,
                          .state = parameters.state,
                          .derived = parameters.derived,
                          .statistics = parameters.derived,
                          .scratch = workspace + plan.arena * count,
                          .count = count};
        if constexpr (unrolled)
            execution::run_unrolled<calls, rows, 0, calls.size()>(frame);
        else
            execution::run_calls(calls.data(), calls.size(), rows.data(), frame);
    }

    using Frame = execution::Frame<Scalar, unrolled>;

    static constexpr execution::Spot spot_of(int value, bool) {
        using execution::Spot;
        const int storage = steps.values[value].storage;
        if (storage == steps.values[steps.output].storage) return {.region = Spot::output};
        if (storage == steps.input) return {.region = Spot::input};
        return {.offset = plan.buffers[storage].offset, .region = Spot::arena};
    }

    static constexpr auto rows = execution::rows_of<steps>(true, spot_of);

    static constexpr auto calls = []<std::size_t... K>(std::index_sequence<K...>) {
        constexpr auto& numbers = program::numbers_of<steps, program::Left>;
        constexpr auto& readings = program::first_readings<steps>;
        return std::array<execution::Call<Frame>, sizeof...(K)>{
            execution::Call<Frame>{execution::forward_of<Frame, Spec, steps, numbers[K]>(),
                                   readings[static_cast<std::size_t>(numbers[K])]}...};
    }(std::make_index_sequence<program::numbers_of<steps, program::Left>.size()>());
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Network;
using INLAY_ABI::Parameters;
}  // namespace inlay

#endif  // INLAY_NETWORK_NETWORK_HPP
