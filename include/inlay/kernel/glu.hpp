// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_GLU_HPP
#define INLAY_KERNEL_GLU_HPP
// Gated linear units.

#include <inlay/config.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/math.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// y[k] = a[k] / (1 + exp(-b[k]))       x: [blocks][a and b][half]      y: [blocks][half]
template <class Scalar>
INLAY_NOINLINE void glu(const Scalar* x, Scalar* y, std::size_t blocks, std::size_t half) {
    for (; blocks > 0; --blocks, x += 2 * half, y += half)
        simd::for_each_pack<Scalar>(half, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            const auto gate = simd::sigmoid(simd::load_some(x + half + k, lanes));
            simd::store_some(y + k, simd::mul(simd::load_some(x + k, lanes), gate), lanes);
        });
}

/// da[k] = dy[k] s      db[k] = dy[k] a[k] s (1 - s)      s = 1 / (1 + exp(-b[k]))
///
/// assigned, or added where `accumulate`
template <class Scalar>
INLAY_NOINLINE void glu_gradient(const Scalar* x, const Scalar* dy, Scalar* dx, std::size_t blocks,
                                 std::size_t half, bool accumulate) {
    for (; blocks > 0; --blocks, x += 2 * half, dx += 2 * half, dy += half)
        simd::for_each_pack<Scalar>(half, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            const auto store = [&](Scalar* to, simd::Pack<Scalar> value) INLAY_INLINE_LAMBDA {
                if (accumulate) value = simd::add(simd::load_some(to, lanes), value);
                simd::store_some(to, value, lanes);
            };
            const auto gate = simd::sigmoid(simd::load_some(x + half + k, lanes));
            const auto passed = simd::mul(simd::load_some(dy + k, lanes), gate);
            const auto closed = simd::sub(simd::broadcast(Scalar{1}), gate);
            store(dx + k, passed);
            store(dx + half + k,
                  simd::mul(simd::mul(passed, closed), simd::load_some(x + k, lanes)));
        });
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_GLU_HPP
