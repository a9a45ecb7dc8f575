// SPDX-License-Identifier: MIT
#ifndef INLAY_NETWORK_NETWORK_HPP
#define INLAY_NETWORK_NETWORK_HPP
// A network bound to its input: what is known of it before the program runs, and its forward pass.

#include <inlay/kernel/fold.hpp>
#include <inlay/layer/options.hpp>
#include <inlay/network/binding.hpp>
#include <inlay/program/diagnose.hpp>
#include <inlay/program/each.hpp>
#include <inlay/program/lower.hpp>
#include <inlay/program/plan.hpp>
#include <inlay/simd/flush.hpp>
#include <inlay/text/debugging.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

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
        for (int t = 0; t < lowered.tensor_count; ++t) {
            const program::TensorInfo& tensor = lowered.tensors[t];
            const auto number = static_cast<std::uint64_t>(t);
            tensor.spec.initialize(
                (tensor.spec.trainable ? weights : state)
                    .subspan(tensor.offset, tensor.spec.shape.size()),
                randomness::Stream(seed, randomness::Purpose::initial_weights, number));
        }
    }

    /// Fills the derived block from weights and state: normalizations folded, layouts changed. Call
    /// it after either has changed; networks with a derived_count of 0 need it never.
    static void prepare(std::span<const Scalar> weights, std::span<const Scalar> state,
                        std::span<Scalar> derived) noexcept {
        const simd::FlushScope flushes;
        program::for_each_step<steps, program::Deriving>([&](auto number) {
            constexpr int S = decltype(number)::value;
            constexpr auto& step = steps.steps[S];
            if constexpr (step.prepared.count != 0)
                prepare_normalization<S>(weights.data(), state.data(), derived.data());
            if constexpr (step.forward_copy.count != 0)
                wiring::LayerAt<Spec, step.ref>::template copy_for_forward<step.algorithm>(
                    steps.values[steps.reads[step.first_read].value].shape,
                    step.folded ? derived.data() + step.prepared.begin
                                : weights.data() + step.weights,
                    derived.data() + step.forward_copy.begin);
        });
    }

    /// Runs one example, or `count` of them one behind the other: in -> out, with a workspace of
    /// workspace_count(count) numbers. Re-entrant: nothing but `out` and `workspace` is written.
    /// `in` and `out` may overlap where in_place says so; debug builds report it elsewhere.
    static void forward(const Parameters<Scalar>& parameters, const Scalar* in, Scalar* out,
                        Scalar* workspace, std::size_t count = 1) noexcept {
#if !defined(NDEBUG)
        if (!in_place && overlap(in, out, count))
            debugging::report(
                "the output of forward overlaps its input, which this network reads "
                "again (Network::in_place): give them memory of their own");
#endif
        const simd::FlushScope flushes;
        if constexpr (plan.copies_input) {
            Scalar* const copy = workspace + plan.buffers[steps.input].offset * count;
            wiring::gather<Spec, steps>(in, copy, count);
            in = copy;
        }
        program::for_each_step<steps, program::Left>([&](auto number) INLAY_INLINE_LAMBDA {
            run_step<decltype(number)::value>(parameters, in, out, workspace, count);
        });
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
        forward(Parameters<Scalar>{weights.data(), nullptr, nullptr}, in.data(), out.data(),
                workspace.data());
    }

    /// The same for a network with state, on the block that prepare() has filled.
    static void forward(std::span<const Scalar> weights, std::span<const Scalar> derived,
                        std::span<const Scalar, In::shape.size()> in,
                        std::span<Scalar, output_shape.size()> out,
                        std::span<Scalar> workspace) noexcept {
        forward(Parameters<Scalar>{weights.data(), nullptr, derived.data()}, in.data(), out.data(),
                workspace.data());
    }

    /// What the last step reads: the logits where it is an activation, valid after forward().
    static const Scalar* before_last(const Scalar* in, const Scalar* workspace, std::size_t count) {
        constexpr int last = wiring::last_step(steps);
        return place<const Scalar*>(steps.reads[steps.steps[last].first_read].value, in, nullptr,
                                    workspace, count);
    }

private:
    /// The weights before a normalization with it folded in, or its scale and shift.
    template <int S>
    static void prepare_normalization(const Scalar* weights, const Scalar* state, Scalar* derived) {
        constexpr auto& step = steps.steps[S];
        constexpr bool folds = static_cast<bool>(step.folded);
        using Norm = wiring::LayerAt<Spec, folds ? step.folded : step.ref>;
        constexpr std::size_t channels = steps.values[step.output].shape.last();
        const auto affine = [&](std::size_t c, int lanes) {
            return Norm::affine(weights + (folds ? step.folded_weights : step.weights),
                                state + (folds ? step.folded_state : step.state), channels, c,
                                lanes);
        };
        Scalar* const to = derived + step.prepared.begin;
        if constexpr (folds) {
            constexpr std::size_t kernel = step.prepared.count - channels;
            const Scalar* const from = weights + step.weights;
            kernel::fold(from, step.weight_count > kernel ? from + kernel : nullptr, to,
                         kernel / channels, channels, affine);
        } else {
            kernel::store_affine(to, channels, affine);
        }
    }

    template <class Pointer>
    INLAY_INLINE static Pointer place(int value, Pointer in, Pointer out, Pointer workspace,
                                      std::size_t count) {
        const int storage = steps.values[value].storage;
        if (storage == steps.values[steps.output].storage) return out;
        if (storage == steps.input) return in;
        return workspace + plan.buffers[storage].offset * count;
    }

    template <int S>
    INLAY_INLINE static void run_step(const Parameters<Scalar>& parameters, const Scalar* in,
                                      Scalar* out, Scalar* workspace, std::size_t count) {
        constexpr auto& step = steps.steps[S];
        Scalar* const y = place<Scalar*>(step.output, nullptr, out, workspace, count);
        const auto at = [&](int value) {
            return place<const Scalar*>(value, in, out, workspace, count);
        };
        const Scalar* inputs[step.reads];
        for (int k = 0; k < step.reads; ++k)
            inputs[k] = at(steps.reads[step.first_read + k].value);
        wiring::forward_step<Spec, steps, S>(Forward<Scalar>{
            .x = inputs[0],
            .y = y,
            .weights = step.folded ? parameters.derived + step.prepared.begin
                                   : parameters.weights + step.weights,
            .state = parameters.state + step.state,
            .statistics = parameters.derived + step.prepared.begin,
            .count = count,
            .copy = parameters.derived + step.forward_copy.begin,
            .scratch = workspace + plan.arena * count,
            .inputs = inputs,
            .mask = step.mask < 0 ? nullptr : at(step.mask),
            .new_mask = step.new_mask < 0
                            ? nullptr
                            : place<Scalar*>(step.new_mask, nullptr, out, workspace, count)});
        wiring::clear_border<steps, S>(y, count);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Network;
using INLAY_ABI::Parameters;
}  // namespace inlay

#endif  // INLAY_NETWORK_NETWORK_HPP
