// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_DESCEND_HPP
#define INLAY_TRAIN_DESCEND_HPP

#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>
#include <inlay/train/optimizer.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// Moves all weights of a stretch: move(w, g, m) changes w by the gradient g, and the optimizer's
/// first `moments` moments m, of which those that are not in use are zeros.
template <std::size_t moments, class Scalar, class Move>
INLAY_INLINE void descend(Stretch<Scalar> s, Move move) {
    simd::for_each_pack<Scalar>(s.count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
        const auto g = simd::load_some(s.gradient + k, lanes);
        auto w = simd::load_some(s.weights + k, lanes);
        simd::Pack<Scalar> m[moments];
        simd::unroll<static_cast<int>(moments)>([&](auto i) INLAY_INLINE_LAMBDA {
            m[i] = s.moments[i] == nullptr ? simd::zero<Scalar>()
                                           : simd::load_some(s.moments[i] + k, lanes);
        });
        move(w, g, m);
        simd::store_some(s.weights + k, w, lanes);
        simd::unroll<static_cast<int>(moments)>([&](auto i) INLAY_INLINE_LAMBDA {
            if (s.moments[i] != nullptr) simd::store_some(s.moments[i] + k, m[i], lanes);
        });
    });
}

/// A number of an optimizer's, in all lanes.
template <class Scalar>
INLAY_INLINE simd::Pack<Scalar> lanes_of(double number) {
    return simd::broadcast(static_cast<Scalar>(number));
}

/// average += (x - average) part
template <class Scalar>
INLAY_INLINE simd::Pack<Scalar> averaged(simd::Pack<Scalar> average, simd::Pack<Scalar> x,
                                         simd::Pack<Scalar> part) {
    return simd::fma(simd::sub(x, average), part, average);
}

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_DESCEND_HPP
