// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_ATTENTION_HPP
#define INLAY_KERNEL_ATTENTION_HPP
// Multi-head attention of the steps of a sequence to each other (Vaswani et al. 2017), one example
// at a time.

#include <inlay/kernel/product.hpp>
#include <inlay/kernel/softmax.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// The extents of one; `keeps_masked`: masked steps attend to all others alike, not to none.
struct AttentionExtents {
    std::size_t steps, features, heads, key_dim, value_dim, outputs;
    bool causal, keeps_masked;

    constexpr std::size_t keys() const { return heads * key_dim; }
    constexpr std::size_t values() const { return heads * value_dim; }
    constexpr std::size_t squares() const { return heads * steps * steps; }

    /// q and k: [steps][heads][key_dim]; v and context: [steps][heads][value_dim]; p: [heads]
    /// [steps][steps], one behind the other.
    constexpr std::size_t k_at() const { return steps * keys(); }
    constexpr std::size_t v_at() const { return 2 * k_at(); }
    constexpr std::size_t context_at() const { return v_at() + steps * values(); }
    constexpr std::size_t p_at() const { return context_at() + steps * values(); }
    constexpr std::size_t kept() const { return p_at() + squares(); }

    /// Rows of p that are made together where none is kept.
    constexpr std::size_t rows_together() const { return steps < 64 ? steps : 64; }
};

/// The weights of a projection, [in][out] and [out], or their gradients.
template <class Scalar>
struct Projection {
    Scalar* kernel;
    Scalar* bias;  ///< may be null
};

/// y = factor (x w + b)      x: [rows][in]  y: [rows][out]
template <class Scalar>
INLAY_INLINE void project(const Scalar* x, Projection<const Scalar> w, Scalar* y, std::size_t rows,
                          std::size_t in, std::size_t out, Scalar factor = 1) {
    multiply<Scalar>({.a = x,
                      .a_row = in,
                      .a_tap = 1,
                      .b = w.kernel,
                      .b_step = out,
                      .transposed = false,
                      .c = y,
                      .c_row = out,
                      .rows = rows,
                      .columns = out,
                      .taps = in,
                      .bias = w.bias,
                      .factor = factor});
}

/// dw += x^T dy      db += sum over rows of dy
template <class Scalar>
INLAY_INLINE void project_weight_gradient(const Scalar* x, const Scalar* dy, Projection<Scalar> dw,
                                          std::size_t rows, std::size_t in, std::size_t out) {
    multiply<Scalar>({.a = x,
                      .a_row = 1,
                      .a_tap = in,
                      .b = dy,
                      .b_step = out,
                      .transposed = false,
                      .c = dw.kernel,
                      .c_row = out,
                      .rows = in,
                      .columns = out,
                      .taps = rows,
                      .adds = true});
    if (dw.bias) sum_rows<true>(dy, dw.bias, rows, out);
}

/// dx (+)= dy w^T
template <class Scalar>
INLAY_INLINE void project_input_gradient(const Scalar* dy, const Scalar* w, Scalar* dx,
                                         std::size_t rows, std::size_t in, std::size_t out,
                                         bool adds) {
    multiply<Scalar>({.a = dy,
                      .a_row = out,
                      .a_tap = 1,
                      .b = w,
                      .b_step = out,
                      .transposed = true,
                      .c = dx,
                      .c_row = in,
                      .rows = rows,
                      .columns = in,
                      .taps = out,
                      .adds = adds});
}

/// Rows [first, first + rows) of p = softmax of q k^T over the steps that are seen, of one head.
///
/// A step sees those that are not masked, and none behind itself where `causal`. What a masked step
/// sees is nothing that counts: as in Keras it is all steps alike, or none.
template <class Scalar>
INLAY_NOINLINE void attend(const AttentionExtents& e, const Scalar* q, const Scalar* k,
                           const Scalar* mask, Scalar* p, std::size_t first, std::size_t rows) {
    multiply<Scalar>({.a = q + first * e.keys(),
                      .a_row = e.keys(),
                      .a_tap = 1,
                      .b = k,
                      .b_step = e.keys(),
                      .transposed = true,
                      .c = p,
                      .c_row = e.steps,
                      .rows = rows,
                      .columns = e.steps,
                      .taps = e.key_dim});
    const Scalar alike = e.keeps_masked ? Scalar{1} / static_cast<Scalar>(e.steps) : Scalar{0};
    for (std::size_t t = first; t < first + rows; ++t, p += e.steps) {
        if (mask && mask[t] == 0) {
            for (std::size_t s = 0; s < e.steps; ++s) p[s] = alike;
            continue;
        }
        const std::size_t seen = e.causal ? t + 1 : e.steps;
        if (mask)
            for (std::size_t s = 0; s < seen; ++s)
                if (mask[s] == 0) p[s] = Scalar(-1e30f);  // its exponential is 0
        softmax(p, p, seen);
        for (std::size_t s = seen; s < e.steps; ++s) p[s] = 0;
    }
}

/// Rows [first, first + rows) of context = p v, of one head.
template <class Scalar>
INLAY_INLINE void gather(const AttentionExtents& e, const Scalar* p, const Scalar* v,
                         Scalar* context, std::size_t first, std::size_t rows) {
    multiply<Scalar>({.a = p,
                      .a_row = e.steps,
                      .a_tap = 1,
                      .b = v,
                      .b_step = e.values(),
                      .transposed = false,
                      .c = context + first * e.values(),
                      .c_row = e.values(),
                      .rows = rows,
                      .columns = e.value_dim,
                      .taps = e.steps});
}

/// From p and v to the context, of all heads.
template <class Scalar>
INLAY_NOINLINE void gather_all(const AttentionExtents& e, const Scalar* p, Scalar* kept) {
    for (std::size_t h = 0; h < e.heads; ++h, p += e.steps * e.steps)
        gather(e, p, kept + e.v_at() + h * e.value_dim, kept + e.context_at() + h * e.value_dim, 0,
               e.steps);
}

/// The same with p made by the way, rows_together() x steps numbers of it.
template <class Scalar>
INLAY_NOINLINE void attend_and_gather(const AttentionExtents& e, const Scalar* mask, Scalar* kept) {
    Scalar* const p = kept + e.p_at();
    for (std::size_t h = 0; h < e.heads; ++h)
        for (std::size_t t = 0; t < e.steps; t += e.rows_together()) {
            const std::size_t left = e.steps - t;
            const std::size_t rows = left < e.rows_together() ? left : e.rows_together();
            attend<Scalar>(e, kept + h * e.key_dim, kept + e.k_at() + h * e.key_dim, mask, p, t,
                           rows);
            gather<Scalar>(e, p, kept + e.v_at() + h * e.value_dim,
                           kept + e.context_at() + h * e.value_dim, t, rows);
        }
}

/// p of all heads.
template <class Scalar>
INLAY_NOINLINE void attend_all(const AttentionExtents& e, const Scalar* mask, Scalar* kept) {
    for (std::size_t h = 0; h < e.heads; ++h)
        attend<Scalar>(e, kept + h * e.key_dim, kept + e.k_at() + h * e.key_dim, mask,
                       kept + e.p_at() + h * e.steps * e.steps, 0, e.steps);
}

/// What a backward pass through all heads reads and writes: `dropped` is p times what dropout
/// left, or p; `slopes` holds dcontext v^T, times that too, and then the gradient of the scores.
template <class Scalar>
struct AttentionSlopes {
    const Scalar* kept;
    const Scalar* dropped;
    const Scalar* mask;
    const Scalar* dcontext;
    Scalar* slopes;
    Scalar* dq;
    Scalar* dk;
    Scalar* dv;
};

/// dv = dropped^T dcontext      slopes = dcontext v^T
template <class Scalar>
INLAY_NOINLINE void gather_gradient(const AttentionExtents& e, const AttentionSlopes<Scalar>& s) {
    for (std::size_t h = 0; h < e.heads; ++h) {
        const std::size_t square = h * e.steps * e.steps, value = h * e.value_dim;
        multiply<Scalar>({.a = s.dropped + square,
                          .a_row = 1,
                          .a_tap = e.steps,
                          .b = s.dcontext + value,
                          .b_step = e.values(),
                          .transposed = false,
                          .c = s.dv + value,
                          .c_row = e.values(),
                          .rows = e.steps,
                          .columns = e.value_dim,
                          .taps = e.steps});
        multiply<Scalar>({.a = s.dcontext + value,
                          .a_row = e.values(),
                          .a_tap = 1,
                          .b = s.kept + e.v_at() + value,
                          .b_step = e.values(),
                          .transposed = true,
                          .c = s.slopes + square,
                          .c_row = e.steps,
                          .rows = e.steps,
                          .columns = e.steps,
                          .taps = e.value_dim});
    }
}

/// slopes = p (slopes - sum_s p slopes), 0 for a masked step
///
/// dq = factor slopes k      dk = slopes^T q, where q has the factor
template <class Scalar>
INLAY_NOINLINE void attend_gradient(const AttentionExtents& e, const AttentionSlopes<Scalar>& s,
                                    Scalar factor) {
    for (std::size_t h = 0; h < e.heads; ++h) {
        const std::size_t square = h * e.steps * e.steps, key = h * e.key_dim;
        for (std::size_t t = 0; t < e.steps; ++t) {
            Scalar* const row = s.slopes + square + t * e.steps;
            if (s.mask && s.mask[t] == 0)
                for (std::size_t k = 0; k < e.steps; ++k) row[k] = 0;
            else
                softmax_gradient(s.kept + e.p_at() + square + t * e.steps, row, row, e.steps,
                                 false);
        }
        multiply<Scalar>({.a = s.slopes + square,
                          .a_row = e.steps,
                          .a_tap = 1,
                          .b = s.kept + e.k_at() + key,
                          .b_step = e.keys(),
                          .transposed = false,
                          .c = s.dq + key,
                          .c_row = e.keys(),
                          .rows = e.steps,
                          .columns = e.key_dim,
                          .taps = e.steps,
                          .factor = factor});
        multiply<Scalar>({.a = s.slopes + square,
                          .a_row = 1,
                          .a_tap = e.steps,
                          .b = s.kept + key,
                          .b_step = e.keys(),
                          .transposed = false,
                          .c = s.dk + key,
                          .c_row = e.keys(),
                          .rows = e.steps,
                          .columns = e.key_dim,
                          .taps = e.steps});
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_ATTENTION_HPP
