// SPDX-License-Identifier: MIT
#ifndef INLAY_SIMD_REGISTERS_HPP
#define INLAY_SIMD_REGISTERS_HPP
// The machine's registers, by the compiler's own vectors; the only file that names an intrinsic:
// builtins, in place of <immintrin.h>, which takes longer to compile than a network.

#include <inlay/config.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

#if defined(__aarch64__) && !defined(INLAY_NO_SIMD) && !__has_builtin(__builtin_elementwise_fma)
#include <arm_neon.h>
#endif

namespace inlay::INLAY_ABI::simd::registers {

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
/// Registers that picking one of four takes for itself.
#if defined(__AVX__) || defined(__SSSE3__) || defined(__aarch64__)
inline constexpr int taken_by_pick = 0;
#else
inline constexpr int taken_by_pick = 8;
#endif
template <class Scalar>
INLAY_INLINE const Scalar* load_quad(const Scalar* from) {
    return from;
}
template <class Scalar>
INLAY_INLINE Scalar choices(Scalar number) {
    return number;
}
template <class Scalar>
INLAY_INLINE Scalar pick(const Scalar* quad, Scalar choice) {
    return quad[static_cast<int>(choice)];
}
template <std::size_t Step, class Scalar>
INLAY_INLINE void store_quads(Scalar* to, Scalar a, Scalar b, Scalar c, Scalar d) {
    to[0] = a, to[1] = b, to[2] = c, to[3] = d;
}
// The builtins of C's functions may set errno: for its sake compilers call the library, where an
// instruction would do.
INLAY_INLINE float root(float a) {
#if __has_builtin(__builtin_elementwise_sqrt)
    return __builtin_elementwise_sqrt(a);
#else
    return __builtin_sqrtf(a);
#endif
}
INLAY_INLINE double root(double a) {
#if __has_builtin(__builtin_elementwise_sqrt)
    return __builtin_elementwise_sqrt(a);
#else
    return __builtin_sqrt(a);
#endif
}

#if INLAY_HAS_FMA
INLAY_INLINE float fused(float a, float b, float c) {
#if __has_builtin(__builtin_elementwise_fma)
    return __builtin_elementwise_fma(a, b, c);
#else
    return __builtin_fmaf(a, b, c);
#endif
}
INLAY_INLINE double fused(double a, double b, double c) {
#if __has_builtin(__builtin_elementwise_fma)
    return __builtin_elementwise_fma(a, b, c);
#else
    return __builtin_fma(a, b, c);
#endif
}
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

using EachLane = std::make_integer_sequence<int, sizeof(Floats) / sizeof(float)>;

// Four scalars in each 16 bytes of a register, and how a lane picks the one of its number, 0 to 3:
// by a permutation of bytes or of words, or by comparisons. That of words takes the ports of
// multiply-adds (Zen 3), so AVX2 prefers bytes.
using Four [[gnu::vector_size(16)]] = float;
template <int... Lane>
INLAY_INLINE Floats repeat(Four quad, std::integer_sequence<int, Lane...>) {
    return __builtin_shufflevector(quad, quad, (Lane % 4)...);
}
INLAY_INLINE Floats load_quad(const float* from) {
#if defined(__AVX__) && !defined(__AVX512F__) && !defined(__clang__)
    return __builtin_ia32_vbroadcastf128_ps256(reinterpret_cast<const Four*>(from));
#else
    Four quad;
    __builtin_memcpy(&quad, from, sizeof quad);
#if defined(__AVX512F__) && !defined(__clang__)
    return __builtin_ia32_broadcastf32x4_512(quad, Floats{}, 0xffff);
#else
    return repeat(quad, EachLane{});
#endif
#endif
}

#if defined(__AVX512F__) || (defined(__AVX__) && !defined(__AVX2__))
INLAY_INLINE Floats choices(Floats number) { return number + broadcast(0x1p23f); }  // lowest bits
INLAY_INLINE Floats pick(Floats quad, Floats choice) {
    const auto words = std::bit_cast<Integers>(choice);
#if !defined(__AVX512F__)
    return __builtin_ia32_vpermilvarps256(quad, words);
#elif __has_builtin(__builtin_ia32_vpermilvarps512)
    return __builtin_ia32_vpermilvarps512(quad, words);
#else
    return __builtin_ia32_vpermilvarps512_mask(quad, words, quad, 0xffff);
#endif
}
#elif defined(__SSSE3__) || defined(__aarch64__)
INLAY_INLINE Floats choices(Floats number) {
    const auto words = std::bit_cast<Words>(number + broadcast(0x1p23f)) - 0x4b000000u;
    return std::bit_cast<Floats>(words * 0x04040404u + 0x03020100u);
}
INLAY_INLINE Floats pick(Floats quad, Floats choice) {
#if defined(__SSSE3__)
    using Bytes [[gnu::vector_size(register_bytes)]] = char;
#else
    using Bytes [[gnu::vector_size(register_bytes)]] = unsigned char;
#endif
    const auto table = std::bit_cast<Bytes>(quad), index = std::bit_cast<Bytes>(choice);
#if defined(__AVX2__)
    return std::bit_cast<Floats>(__builtin_ia32_pshufb256(table, index));
#elif defined(__SSSE3__)
    return std::bit_cast<Floats>(__builtin_ia32_pshufb128(table, index));
#elif __has_builtin(__builtin_neon_vqtbl1q_v)
    constexpr int of_bytes = 48;
    return std::bit_cast<Floats>(__builtin_neon_vqtbl1q_v(table, index, of_bytes));
#else
    return std::bit_cast<Floats>(vqtbl1q_u8(table, index));
#endif
}
#else
INLAY_INLINE Floats choices(Floats number) { return number; }
template <int Cell, int... Lane>
INLAY_INLINE Floats cell_of(Floats quad, std::integer_sequence<int, Lane...>) {
    return __builtin_shufflevector(quad, quad, (Lane / 4 * 4 + Cell)...);
}
INLAY_INLINE Floats pick(Floats quad, Floats choice) {
    const Floats low =
        choice < broadcast(1.0f) ? cell_of<0>(quad, EachLane{}) : cell_of<1>(quad, EachLane{});
    const Floats high =
        choice < broadcast(3.0f) ? cell_of<2>(quad, EachLane{}) : cell_of<3>(quad, EachLane{});
    return choice < broadcast(2.0f) ? low : high;
}
#endif

/// The lanes of two registers in turns, from lane First on.
template <int First, int... Lane>
INLAY_INLINE Floats interleave(Floats a, Floats b, std::integer_sequence<int, Lane...>) {
    constexpr int lanes = sizeof...(Lane);
    return __builtin_shufflevector(a, b, (First + Lane / 2 + Lane % 2 * lanes)...);
}
template <int First>
INLAY_INLINE void store_quad(float* to, Floats quads) {
    const Four quad = __builtin_shufflevector(quads, quads, First, First + 1, First + 2, First + 3);
    __builtin_memcpy(to, &quad, sizeof quad);
}
template <std::size_t Step, int... Quad>
INLAY_INLINE void store_each(float* to, Floats quads, std::integer_sequence<int, Quad...>) {
    if constexpr (Step == 4)
        store(to, quads);
    else
        (store_quad<4 * Quad>(to + Step * Quad, quads), ...);
}
template <std::size_t Step>
INLAY_INLINE void store_quads(float* to, Floats a, Floats b, Floats c, Floats d) {
    constexpr int lanes = sizeof(Floats) / sizeof(float);
    const Floats even[2] = {interleave<0>(a, c, EachLane{}),
                            interleave<lanes / 2>(a, c, EachLane{})};
    const Floats odd[2] = {interleave<0>(b, d, EachLane{}),
                           interleave<lanes / 2>(b, d, EachLane{})};
    using EachQuad = std::make_integer_sequence<int, lanes / 4>;
    constexpr std::size_t part = lanes / 4 * Step;
    store_each<Step>(to, interleave<0>(even[0], odd[0], EachLane{}), EachQuad{});
    store_each<Step>(to + part, interleave<lanes / 2>(even[0], odd[0], EachLane{}), EachQuad{});
    store_each<Step>(to + 2 * part, interleave<0>(even[1], odd[1], EachLane{}), EachQuad{});
    store_each<Step>(to + 3 * part, interleave<lanes / 2>(even[1], odd[1], EachLane{}), EachQuad{});
}

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

template <int Times, class Register, int... Lane>
INLAY_INLINE Register repeat_lanes(Register a, std::integer_sequence<int, Lane...>) {
    return __builtin_shufflevector(a, a, (Lane / Times)...);
}

template <class Register>
INLAY_INLINE Register product_and_sum(Register a, Register b, Register c) {
#if INLAY_HAS_FMA
    return fused(a, b, c);
#else
    return product(a, b) + c;
#endif
}

}  // namespace inlay::INLAY_ABI::simd::registers

#endif  // INLAY_SIMD_REGISTERS_HPP
