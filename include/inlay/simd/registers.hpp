// SPDX-License-Identifier: MIT
#pragma once
// The machine's registers, by the compiler's own vectors; the only file that names an intrinsic:
// builtins, in place of <immintrin.h>, which takes longer to compile than a network.

#include <inlay/config.hpp>

#include <cstdint>
#include <utility>

#if defined(__aarch64__) && !defined(INLAY_NO_SIMD) && !__has_builtin(__builtin_elementwise_fma)
#include <arm_neon.h>
#endif

namespace inlay::inline INLAY_ABI::simd::registers {

/// How many vector registers the machine has, and whether a product takes a lane of one.
#if defined(__AVX512F__)
inline constexpr int count = 32;
inline constexpr bool multiplies_by_lane = false;
#elif defined(__aarch64__)
inline constexpr int count = 32;
inline constexpr bool multiplies_by_lane = true;
#else
inline constexpr int count = 16;
inline constexpr bool multiplies_by_lane = false;
#endif

// One lane, a template for what needs no more; overloads for registers below.
template <class Scalar>
INLAY_INLINE Scalar first(Scalar a) {
    return a;
}
template <class Scalar>
INLAY_INLINE Scalar broadcast(Scalar a) {
    return a;
}
template <class Scalar>
INLAY_INLINE Scalar load(const Scalar* from) {
    return *from;
}
template <class Scalar>
INLAY_INLINE void store(Scalar* to, Scalar a) {
    *to = a;
}
template <class Scalar>
INLAY_INLINE Scalar load_partial(const Scalar* from, int) {
    return *from;
}
template <class Scalar>
INLAY_INLINE void store_partial(Scalar* to, Scalar a, int) {
    *to = a;
}
INLAY_INLINE float root(float a) { return __builtin_sqrtf(a); }
INLAY_INLINE double root(double a) { return __builtin_sqrt(a); }

#if INLAY_HAS_FMA
INLAY_INLINE float fused(float a, float b, float c) { return __builtin_fmaf(a, b, c); }
INLAY_INLINE double fused(double a, double b, double c) { return __builtin_fma(a, b, c); }
#endif

#if defined(INLAY_NO_SIMD) || !(defined(__SSE2__) || defined(__aarch64__))

using Floats = float;
using Words = std::uint32_t;

#else

#if defined(__AVX512F__)
inline constexpr int register_bytes = 64;
#elif defined(__AVX__)
inline constexpr int register_bytes = 32;
#else
inline constexpr int register_bytes = 16;
#endif
using Floats [[gnu::vector_size(register_bytes)]] = float;
using Words [[gnu::vector_size(register_bytes)]] = std::uint32_t;
using Integers [[gnu::vector_size(register_bytes)]] = int;

INLAY_INLINE Floats broadcast(float a) { return a - Floats{}; }
INLAY_INLINE Words broadcast(std::uint32_t a) { return a - Words{}; }
INLAY_INLINE float first(Floats a) { return a[0]; }
INLAY_INLINE Floats load(const float* from) {
    Floats a;
    __builtin_memcpy(&a, from, sizeof a);
    return a;
}
INLAY_INLINE void store(float* to, Floats a) { __builtin_memcpy(to, &a, sizeof a); }

INLAY_INLINE Floats root(Floats a) {
#if __has_builtin(__builtin_elementwise_sqrt)
    return __builtin_elementwise_sqrt(a);
#elif defined(__AVX512F__)
    constexpr int current_rounding = 4;
    return __builtin_ia32_sqrtps512_mask(a, a, -1, current_rounding);
#elif defined(__AVX__)
    return __builtin_ia32_sqrtps256(a);
#elif defined(__SSE2__)
    return __builtin_ia32_sqrtps(a);
#else
    return vsqrtq_f32(a);
#endif
}

#if INLAY_HAS_FMA
INLAY_INLINE Floats fused(Floats a, Floats b, Floats c) {
#if __has_builtin(__builtin_elementwise_fma)
    return __builtin_elementwise_fma(a, b, c);
#elif defined(__AVX512F__)
    constexpr int current_rounding = 4;
    return __builtin_ia32_vfmaddps512_mask(a, b, c, -1, current_rounding);
#elif defined(__AVX__)
    return __builtin_ia32_vfmaddps256(a, b, c);
#elif defined(__SSE2__)
    return __builtin_ia32_vfmaddps(a, b, c);
#else
    return vfmaq_f32(c, a, b);
#endif
}
#endif

#if defined(__AVX512F__) && __has_builtin(__builtin_ia32_loadups512_mask)
INLAY_INLINE std::uint16_t lanes_below(int n) { return static_cast<std::uint16_t>((1u << n) - 1); }
INLAY_INLINE Floats load_partial(const float* from, int n) {
    return __builtin_ia32_loadups512_mask(from, Floats{}, lanes_below(n));
}
INLAY_INLINE void store_partial(float* to, Floats a, int n) {
    __builtin_ia32_storeups512_mask(to, a, lanes_below(n));
}
#elif defined(__AVX__) && !defined(__AVX512F__) && __has_builtin(__builtin_ia32_maskloadps256)
INLAY_INLINE Integers lanes_below(int n) { return Integers{0, 1, 2, 3, 4, 5, 6, 7} < n; }
INLAY_INLINE Floats load_partial(const float* from, int n) {
    return __builtin_ia32_maskloadps256(reinterpret_cast<const Floats*>(from), lanes_below(n));
}
INLAY_INLINE void store_partial(float* to, Floats a, int n) {
    __builtin_ia32_maskstoreps256(reinterpret_cast<Floats*>(to), lanes_below(n), a);
}
#else
template <int... Lane>
INLAY_INLINE void copy_lanes(auto& to, const auto& from, int n,
                             std::integer_sequence<int, Lane...>) {
    ((Lane < n ? void(to[Lane] = from[Lane]) : void()), ...);
}
using EachLane = std::make_integer_sequence<int, sizeof(Floats) / sizeof(float)>;
INLAY_INLINE Floats load_partial(const float* from, int n) {
    Floats a = broadcast(0.0f);
    copy_lanes(a, from, n, EachLane{});
    return a;
}
INLAY_INLINE void store_partial(float* to, Floats a, int n) { copy_lanes(to, a, n, EachLane{}); }
#endif

#endif

/// Keeps a value in a register from here on: the compiler knows neither where it came from, so that
/// it neither loads it again nor fuses a product with a later sum, nor what it is.
template <class Register>
INLAY_INLINE void pin(Register& value) {
#if defined(__SSE2__)
    asm("" : "+v"(value));
#elif defined(__aarch64__)
    asm("" : "+w"(value));
#else
    asm("" : "+m"(value));
#endif
}

/// A rounded product. GCC would fuse it with a sum across statements and functions, Clang within an
/// expression.
template <class Register>
INLAY_INLINE Register product(Register a, Register b) {
    Register value = a * b;
#if !defined(__SSE2__) || defined(__FMA__) || defined(INLAY_PORTABLE_ARITHMETIC)
    pin(value);
#endif
    return value;
}

template <int Distance, class Register, int... Lane>
INLAY_INLINE Register exchange(Register a, std::integer_sequence<int, Lane...>) {
    return __builtin_shufflevector(a, a, (Lane ^ Distance)...);
}

template <class Register>
INLAY_INLINE Register product_and_sum(Register a, Register b, Register c) {
#if INLAY_HAS_FMA
    return fused(a, b, c);
#else
    return product(a, b) + c;
#endif
}

}  // namespace inlay::inline INLAY_ABI::simd::registers
