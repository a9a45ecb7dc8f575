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
INLAY_INLINE void descend(const Stretch<Scalar>& s, Move move) {
    simd::for_each_pack<Scalar>(s.count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
        const auto g = simd::load_some(s.gradient + k, lanes);
        auto w = simd::load_some(s.weights + k, lanes);
        simd::Pack<Scalar> m[moments];
        for (std::size_t i = 0; i < moments; ++i)
            m[i] = s.moments[i] == nullptr ? simd::zero<Scalar>()
                                           : simd::load_some(s.moments[i] + k, lanes);
        move(w, g, m);
        simd::store_some(s.weights + k, w, lanes);
        for (std::size_t i = 0; i < moments; ++i)
            if (s.moments[i] != nullptr) simd::store_some(s.moments[i] + k, m[i], lanes);
    });
}

/// A number of an optimizer's, in all lanes.
template <class Scalar>
INLAY_INLINE simd::Pack<Scalar> lanes_of(double number) {
    return simd::broadcast(static_cast<Scalar>(number));
}

/// average += (x - average) (1 - keep)
template <class Scalar>
INLAY_INLINE simd::Pack<Scalar> averaged(simd::Pack<Scalar> average, simd::Pack<Scalar> x,
                                         double keep) {
    return simd::fma(simd::sub(x, average), lanes_of<Scalar>(1 - keep), average);
}

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_DESCEND_HPP
