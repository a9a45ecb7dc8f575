// SPDX-License-Identifier: MIT
#ifndef INLAY_SIMD_LANES_HPP
#define INLAY_SIMD_LANES_HPP
// Sums whose order does not depend on the width of a register: element i belongs to virtual lane
// i % 16, and the lanes are added by a fixed tree.

#include <inlay/config.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::simd {

/// Sixteen running sums, all zero at first.
template <class Scalar>
class Lanes16 {
public:
    INLAY_INLINE Lanes16() {
        unroll<parts>([&](auto p) INLAY_INLINE_LAMBDA { part_[p] = zero<Scalar>(); });
    }

    /// lane[i] += a[i] for i < n <= 16.
    INLAY_INLINE void add(const Scalar* a, int n) {
        for_each_part(n, [&](auto p, int count) INLAY_INLINE_LAMBDA {
            part_[p] = simd::add(part_[p], load_some(a + p * lanes, count));
        });
    }

    /// lane[i] += a[i] * b[i] for i < n <= 16.
    INLAY_INLINE void fma(const Scalar* a, const Scalar* b, int n) {
        for_each_part(n, [&](auto p, int count) INLAY_INLINE_LAMBDA {
            const auto x = load_some(a + p * lanes, count);
            const auto y = load_some(b + p * lanes, count);
            part_[p] = simd::fma(x, y, part_[p]);
        });
    }

    /// The sum of the lanes: i and i + 8, then i and i + 4, + 2, + 1. It is never -0, since a lane
    /// that holds -0 may be added a zero or nothing where a tail ends, depending on the register.
    INLAY_INLINE Scalar total() const {
        Pack<Scalar> sums[parts];
        unroll<parts>([&](auto p) INLAY_INLINE_LAMBDA { sums[p] = part_[p]; });
        unroll<4>([&](auto step) INLAY_INLINE_LAMBDA {
            constexpr int distance = 8 >> step;
            if constexpr (distance >= lanes)
                unroll<distance / lanes>([&](auto p) INLAY_INLINE_LAMBDA {
                    sums[p] = simd::add(sums[p], sums[p + distance / lanes]);
                });
            else
                sums[0] = simd::add(sums[0], exchange<distance>(sums[0]));
        });
        return first(sums[0]) + Scalar{0};
    }

private:
    static constexpr int lanes = Pack<Scalar>::lanes;
    static constexpr std::size_t parts = 16 / Pack<Scalar>::lanes;

    template <class Body>
    INLAY_INLINE static void for_each_part(int n, Body&& body) {
        if constexpr (lanes == 1)
            for (int p = 0; p < n; ++p) body(p, 1);
        else
            unroll<parts>([&](auto p) INLAY_INLINE_LAMBDA {
                const int left = n - p * lanes;
                if (left > 0) body(p, left < lanes ? left : lanes);
            });
    }

    Pack<Scalar> part_[parts];
};

/// The sum of n terms: term(k, count) gives those of numbers k to k + count - 1 as a pack.
template <class Scalar, class Term>
INLAY_INLINE Scalar sum_terms(std::size_t n, Term&& term) {
    Lanes16<Scalar> lanes;
    for (std::size_t k = 0; k < n; k += 16) {
        const std::size_t some = n - k < 16 ? n - k : 16;
        Scalar terms[16];
        for_each_pack<Scalar>(some, [&](std::size_t at, int count) INLAY_INLINE_LAMBDA {
            store_some(terms + at, term(k + at, count), count);
        });
        lanes.add(terms, static_cast<int>(some));
    }
    return lanes.total();
}

/// a[0] + ... + a[n-1].
template <class Scalar>
INLAY_INLINE Scalar sum(const Scalar* a, std::size_t n) {
    Lanes16<Scalar> lanes;
    std::size_t i = 0;
    for (; n - i >= 16; i += 16) lanes.add(a + i, 16);
    lanes.add(a + i, static_cast<int>(n - i));
    return lanes.total();
}

/// a[0] b[0] + ... + a[n-1] b[n-1].
template <class Scalar>
INLAY_INLINE Scalar dot(const Scalar* a, const Scalar* b, std::size_t n) {
    Lanes16<Scalar> lanes;
    std::size_t i = 0;
    for (; n - i >= 16; i += 16) lanes.fma(a + i, b + i, 16);
    lanes.fma(a + i, b + i, static_cast<int>(n - i));
    return lanes.total();
}

/// a[0]^2 + ... + a[n-1]^2.
template <class Scalar>
INLAY_INLINE Scalar sum_of_squares(const Scalar* a, std::size_t n) {
    return dot(a, a, n);
}

}  // namespace inlay::INLAY_ABI::simd

#endif  // INLAY_SIMD_LANES_HPP
