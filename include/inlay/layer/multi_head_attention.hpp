// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_MULTI_HEAD_ATTENTION_HPP
#define INLAY_LAYER_MULTI_HEAD_ATTENTION_HPP

#include <inlay/kernel/attention.hpp>
#include <inlay/kernel/map.hpp>
#include <inlay/kernel/noise.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>
#include <inlay/simd/pack.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Attention of the steps of a sequence to each other (Vaswani et al. 2017): (steps, features) ->
/// (steps, features), with Heads heads whose queries and keys have KeyDim numbers; with
/// ReturnAttentionScores the output `scores` beside it, (Heads, steps, steps). Options:
/// ValueDim<KeyDim>, OutputDim<features>, CausalMask, DropoutRate<0>, NoBias,
/// ReturnAttentionScores, and initializers, regularizers and constraints of the kernels and the
/// biases. It reads masks, and passes them on.
template <int Heads, int KeyDim, class... Given>
struct MultiHeadAttention : LayerDefaults {
    using Options = option::Options<Given...>;

    static constexpr std::string_view title = "MultiHeadAttention", name = "multi_head_attention";
    static constexpr bool backward_reads_input = true;
    static constexpr bool frozen_reads_input = false;
    static constexpr bool skips_gradient = true;
    static constexpr bool has_bias = !Options::has("bias");
    static constexpr Masks masks = Masks::read_on;
    static constexpr double rate = Options::template get<"dropout", DropoutRate<0>>::rate;
    static constexpr bool drops = rate > 0, draws = drops;
    static constexpr bool gives_scores = Options::has("return attention scores");

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"value dim", "output dim", "attention mask", "dropout",
                                             "return attention scores", "bias",
                                             "kernel initializer", "bias initializer",
                                             "kernel regularizer", "kernel constraint",
                                             "bias regularizer", "bias constraint"})
                               .view();
        if (Heads < 1 || KeyDim < 1 || value_dim < 1) {
            complaint.needs << "has " << Heads << " heads with keys of " << KeyDim
                            << " and values of " << value_dim
                            << " numbers but needs one at least of each";
            complaint.remedy << "write MultiHeadAttention<4, 32>, with the heads and their size";
        } else if (given_outputs < 1) {
            complaint.needs << "has " << given_outputs << " outputs but needs one at least";
            complaint.remedy << "write OutputDim<64>, or nothing for as many as inputs";
        } else if (!(rate >= 0 && rate < 1)) {
            complaint.needs << "needs a dropout rate from 0 to below 1";
            complaint.remedy << "write a share such as DropoutRate<0.1>";
        } else if (in.rank() != 2) {
            complaint.needs << "needs a sequence of steps x features";
            complaint.remedy << "give the network an input such as Input<100, 8>";
        }
        if (complaint.raised()) return in;
        return in.with_last(outputs_of(in.last()));
    }

    /// The attention of each head, before dropout: (heads, steps, steps).
    static constexpr auto further_outputs = [] {
        if constexpr (gives_scores)
            return std::array<std::string_view, 1>{"scores"};
        else
            return LayerDefaults::further_outputs;
    }();

    static constexpr Shape further_output(const Shape& in, std::size_t) {
        return Shape{static_cast<std::size_t>(Heads), in[0], in[0]};
    }

    /// Kernels in Keras's layout: a head's queries, keys and values lie together.
    static constexpr WeightSpecs weights(const Shape& in) {
        constexpr auto heads = static_cast<std::size_t>(Heads);
        const kernel::AttentionExtents e = extents(in[0], in[1]);
        WeightSpecs specs;
        const auto add = [&](std::string_view inside, Shape kernel, Shape bias, std::size_t fan_in,
                             std::size_t fan_out) {
            specs.add(Options::kernel({.name = "kernel",
                                       .shape = kernel,
                                       .fan_in = fan_in,
                                       .fan_out = fan_out,
                                       .inside = inside}));
            if (has_bias)
                specs.add(Options::bias({.name = "bias", .shape = bias, .inside = inside}));
        };
        const auto add_heads = [&](std::string_view inside, std::size_t size) {
            add(inside, {e.features, heads, size}, {heads, size}, e.features, heads * size);
        };
        add_heads("query", e.key_dim);
        add_heads("key", e.key_dim);
        add_heads("value", e.value_dim);
        add("attention_output", {heads, e.value_dim, e.outputs}, Shape{e.outputs}, e.values(),
            e.outputs);
        return specs;
    }

    static constexpr std::uint64_t multiply_adds(const Shape& in) {
        const kernel::AttentionExtents e = extents(in[0], in[1]);
        return std::uint64_t{e.steps} *
               (e.features * (2 * e.keys() + e.values()) + e.values() * e.outputs);
    }

    /// Queries, keys, values, what the heads gather of these, and the attention itself.
    static constexpr std::size_t kept_count(const Shape& in) {
        return extents(in[0], in[1]).kept();
    }

    static constexpr std::size_t scratch_count(const Shape& in, Algorithm, bool training,
                                               std::size_t) {
        const kernel::AttentionExtents e = extents(in[0], in[1]);
        if (!training) return gives_scores ? e.kept() : e.p_at() + e.rows_together() * e.steps;
        return e.p_at() + e.steps * e.values() + (drops ? 2 : 1) * e.squares();
    }

    /// q = (b + x w) / sqrt(KeyDim)      k, v = b + x w      p = softmax over s of q[t] k[s]
    /// y = b + (p v) w
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr kernel::AttentionExtents e = extents(binding);
        const Weights<const Scalar> w = parts<e>(pass.weights);
        for (std::size_t n = 0; n < pass.count; ++n) {
            const Scalar* const x = pass.x + n * binding.in.size();
            const Scalar* const mask = mask_of<binding>(pass, n);
            Scalar* const kept = pass.kept ? pass.kept + n * e.kept() : pass.scratch;
            kernel::project(x, w.query, kept, e.steps, e.features, e.keys(), factor<Scalar>());
            kernel::project(x, w.key, kept + e.k_at(), e.steps, e.features, e.keys());
            kernel::project(x, w.value, kept + e.v_at(), e.steps, e.features, e.values());
            Scalar* const y = pass.y + n * binding.out.size();
            if (!pass.kept && !gives_scores) {
                kernel::attend_and_gather(e, mask, kept);
            } else {
                kernel::attend_all(e, mask, kept);
                const Scalar* p = kept + e.p_at();
                if constexpr (gives_scores)
                    kernel::copy_row<false>(p, y + e.steps * e.outputs, e.squares());
                if constexpr (drops)
                    if (pass.kept) p = dropped<binding>(pass, n, p, pass.scratch);
                kernel::gather_all(e, p, kept);
            }
            kernel::project<Scalar>(kept + e.context_at(), w.output, y, e.steps, e.values(),
                                    e.outputs);
        }
    }

    /// From dy back through each of these products: see kernel/attention.hpp. dx alone where the
    /// layer is frozen.
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr kernel::AttentionExtents e = extents(binding);
        const Weights<const Scalar> w = parts<e>(pass.weights);
        // Where the gradients of q, k, v and the context lie is where those lie in what is kept.
        Scalar* const slopes = pass.scratch + e.p_at();
        for (std::size_t n = 0; n < pass.count; ++n) {
            const Scalar* const dy = pass.dy + n * binding.out.size();
            const Scalar* const kept = pass.kept + n * e.kept();
            kernel::AttentionSlopes<Scalar> s{.kept = kept,
                                              .dropped = kept + e.p_at(),
                                              .mask = mask_of<binding>(pass, n),
                                              .dcontext = pass.scratch + e.context_at(),
                                              .slopes = slopes,
                                              .dq = pass.scratch,
                                              .dk = pass.scratch + e.k_at(),
                                              .dv = pass.scratch + e.v_at()};
            kernel::project_input_gradient<Scalar>(dy, w.output.kernel,
                                                   pass.scratch + e.context_at(), e.steps,
                                                   e.values(), e.outputs, false);
            if constexpr (drops)
                s.dropped = dropped<binding>(pass, n, s.dropped, slopes + e.squares());
            kernel::gather_gradient(e, s);
            if constexpr (drops) dropped<binding>(pass, n, slopes, slopes);
            if constexpr (gives_scores)
                kernel::copy_row<true>(dy + e.steps * e.outputs, slopes, e.squares());
            kernel::attend_gradient(e, s, factor<Scalar>());
            if constexpr (!binding.frozen) {
                const Weights<Scalar> dw = parts<e>(pass.gradient);
                const Scalar* const x = pass.x + n * binding.in.size();
                kernel::project_weight_gradient(x, s.dq, dw.query, e.steps, e.features, e.keys());
                kernel::project_weight_gradient(x, s.dk, dw.key, e.steps, e.features, e.keys());
                kernel::project_weight_gradient(x, s.dv, dw.value, e.steps, e.features, e.values());
                kernel::project_weight_gradient(kept + e.context_at(), dy, dw.output, e.steps,
                                                e.values(), e.outputs);
            }
            if constexpr (binding.input_gradient) {
                Scalar* const dx = pass.dx + n * binding.in.size();
                kernel::project_input_gradient(s.dq, w.query.kernel, dx, e.steps, e.features,
                                               e.keys(), binding.accumulate);
                kernel::project_input_gradient(s.dk, w.key.kernel, dx, e.steps, e.features,
                                               e.keys(), true);
                kernel::project_input_gradient(s.dv, w.value.kernel, dx, e.steps, e.features,
                                               e.values(), true);
            }
        }
    }

private:
    static constexpr int value_dim = Options::template get<"value dim", ValueDim<KeyDim>>::size;

    static constexpr int given_outputs = Options::template get<"output dim", OutputDim<1>>::size;

    static constexpr std::size_t outputs_of(std::size_t features) {
        return Options::has("output dim") ? static_cast<std::size_t>(given_outputs) : features;
    }

    static constexpr kernel::AttentionExtents extents(std::size_t steps, std::size_t features) {
        return {.steps = steps,
                .features = features,
                .heads = static_cast<std::size_t>(Heads),
                .key_dim = static_cast<std::size_t>(KeyDim),
                .value_dim = static_cast<std::size_t>(value_dim),
                .outputs = outputs_of(features),
                .causal = Options::has("attention mask"),
                .keeps_masked = !drops};
    }
    static constexpr kernel::AttentionExtents extents(const Binding& b) {
        return extents(b.in.width(), b.in.channels());
    }

    template <class Scalar>
    static Scalar factor() {
        return static_cast<Scalar>(1 / simd::registers::root(static_cast<double>(KeyDim)));
    }

    /// Where the tensors of a block lie.
    template <class Scalar>
    struct Weights {
        kernel::Projection<Scalar> query, key, value, output;
    };
    template <kernel::AttentionExtents e, class Scalar>
    static Weights<Scalar> parts(Scalar* at) {
        const auto next = [&](std::size_t in, std::size_t out) {
            Scalar* const kernel = at;
            at += (in + has_bias) * out;
            return kernel::Projection<Scalar>{kernel, has_bias ? kernel + in * out : nullptr};
        };
        Weights<Scalar> w;
        w.query = next(e.features, e.keys());
        w.key = next(e.features, e.keys());
        w.value = next(e.features, e.values());
        w.output = next(e.values(), e.outputs);
        return w;
    }

    template <Binding binding, class Pass>
    static auto mask_of(const Pass& pass, std::size_t n) {
        return binding.masked ? pass.mask + n * binding.in.width() : nullptr;
    }

    /// The attention of an example times what dropout leaves of it, in `to`.
    template <Binding binding, class Pass, class Scalar>
    static Scalar* dropped(const Pass& pass, std::size_t n, const Scalar* p, Scalar* to) {
        constexpr kernel::AttentionExtents e = extents(binding);
        constexpr Map map{Shape{e.heads, e.steps, e.steps}};
        kernel::change<kernel::Draw::drop, kernel::Drawer::element, false, map, map, false>(
            p, to, 1, {.rate = rate, .usual = {1 / (1 - rate), 0}, .other = {0, 0}},
            {pass.moment.seed, pass.moment.step, binding.layer, pass.moment.first + n});
        return to;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::MultiHeadAttention;
}  // namespace inlay

#endif  // INLAY_LAYER_MULTI_HEAD_ATTENTION_HPP
