// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_PREPARE_HPP
#define INLAY_TRAIN_PREPARE_HPP
// What stands between the gradient of a loss and the optimizer, number by number: the gradient of a
// penalty, the sum over several steps, the clip of a value, the decay of the weight.

#include <inlay/layer/policy.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::updating {

/// How the gradients of a step are prepared; whatever is 0 does not happen.
template <class Scalar>
struct Preparing {
    Scalar steps = 0;  ///< whose gradients are added up
    bool first = false, last = false;
    Scalar most = 0;   ///< size of a number
    Scalar decay = 0;  ///< part of a weight that it loses

    constexpr bool idle() const { return steps == 0 && most == 0 && decay == 0; }
};

/// On `count` weights, their gradient and what earlier steps have left of it:
///
///     g += 2 l2 w + l1 sign(w)
///     sum += g; and in the last step g = sum / steps, sum = 0
///     g = clip(g, -most, most)
///     w -= decay w
template <class Scalar>
INLAY_NOINLINE void prepare(const Preparing<Scalar>& by, const Penalty& penalty, Scalar* gradient,
                            Scalar* weights, Scalar* sums, std::size_t count) {
    const bool waits = by.steps != 0 && !by.last;
    const auto zero = simd::zero<Scalar>();
    const auto l1 = simd::broadcast(static_cast<Scalar>(penalty.l1));
    const auto less = simd::broadcast(static_cast<Scalar>(-penalty.l1));
    const auto l2 = simd::broadcast(static_cast<Scalar>(2 * penalty.l2));
    const auto steps = simd::broadcast(by.steps), decay = simd::broadcast(-by.decay);
    const auto most = simd::broadcast(by.most), least = simd::broadcast(-by.most);
    simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
        auto g = simd::load_some(gradient + k, lanes);
        const auto w = simd::load_some(weights + k, lanes);
        if (penalty.l2 != 0) g = simd::fma(l2, w, g);
        if (penalty.l1 != 0)
            g = simd::add(g, simd::select(simd::less(zero, w), l1,
                                          simd::select(simd::less(w, zero), less, zero)));
        if (by.steps != 0) {
            if (!by.first) g = simd::add(g, simd::load_some(sums + k, lanes));
            simd::store_some(sums + k, by.last ? zero : g, lanes);
            if (waits) return;
            g = simd::div(g, steps);
        }
        if (by.most != 0) g = simd::larger(simd::smaller(g, most), least);
        if (by.decay != 0) simd::store_some(weights + k, simd::fma(decay, w, w), lanes);
        simd::store_some(gradient + k, g, lanes);
    });
}

/// average = momentum average + (1 - momentum) w; and w = average where it overwrites
template <class Scalar>
INLAY_NOINLINE void move_average(Scalar momentum, bool overwrites, Scalar* average, Scalar* weights,
                                 std::size_t count) {
    const auto keep = simd::broadcast(momentum), take = simd::broadcast(1 - momentum);
    simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
        const auto w = simd::load_some(weights + k, lanes);
        auto mean = simd::mul(take, w);
        if (momentum != 0) mean = simd::fma(keep, simd::load_some(average + k, lanes), mean);
        simd::store_some(average + k, mean, lanes);
        if (overwrites) simd::store_some(weights + k, mean, lanes);
    });
}

/// x *= factor
template <class Scalar>
INLAY_NOINLINE void scale(Scalar* x, Scalar factor, std::size_t count) {
    const auto by = simd::broadcast(factor);
    simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
        simd::store_some(x + k, simd::mul(simd::load_some(x + k, lanes), by), lanes);
    });
}

}  // namespace inlay::INLAY_ABI::updating

#endif  // INLAY_TRAIN_PREPARE_HPP
