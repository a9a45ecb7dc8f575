// SPDX-License-Identifier: MIT
#ifndef INLAY_SIMD_LOOP_HPP
#define INLAY_SIMD_LOOP_HPP
// Loops over arrays in packs. A tail is written here, once for the whole library.

#include <inlay/config.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace inlay::INLAY_ABI::simd {

/// Calls body(0), ... body(Count - 1), each argument a std::integral_constant<int>: unrolled by the
/// language, not by the optimizer, so that arrays of packs stay in registers. The calls make the
/// elements of an array, in order: Clang nests the operands of a fold, and gives up at 256.
template <int Count, class Body>
INLAY_INLINE constexpr void unroll(Body&& body) {
    [&]<int... I>(std::integer_sequence<int, I...>) INLAY_INLINE_LAMBDA {
        [[maybe_unused]] const bool done[] = {(body(std::integral_constant<int, I>{}), true)...,
                                              true};
    }(std::make_integer_sequence<int, Count>{});
}

/// Calls body(offset, count) for n scalars in order: count is Pack<Scalar>::lanes, as a
/// std::integral_constant<int>, for whole packs, and an int below it once for what remains.
template <class Scalar, class Body>
INLAY_INLINE void for_each_pack(std::size_t n, Body&& body) {
    constexpr int lanes = Pack<Scalar>::lanes;
    std::size_t offset = 0;
    for (; n - offset >= lanes; offset += lanes) body(offset, std::integral_constant<int, lanes>{});
    if constexpr (lanes > 1)
        if (offset < n) body(offset, static_cast<int>(n - offset));
}

/// The first `count` scalars, 1 <= count <= lanes, and zeros behind.
template <class Scalar>
INLAY_INLINE Pack<Scalar> load_some(const Scalar* from, int count) {
    return count == Pack<Scalar>::lanes ? load(from) : load_partial(from, count);
}

template <class Scalar>
INLAY_INLINE void store_some(Scalar* to, Pack<Scalar> a, int count) {
    if (count == Pack<Scalar>::lanes)
        store(to, a);
    else
        store_partial(to, a, count);
}

}  // namespace inlay::INLAY_ABI::simd

#endif  // INLAY_SIMD_LOOP_HPP
