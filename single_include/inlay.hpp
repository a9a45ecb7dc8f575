// SPDX-License-Identifier: MIT
// inlay 0.1.0 in one header, written by single_include/amalgamate.py from include/inlay.
#pragma once

// <inlay/config.hpp>
#ifndef INLAY_CONFIG_HPP
#define INLAY_CONFIG_HPP
// Version, supported compilers, user switches and the instruction-set tag of the namespace.
// The only file that defines macros. Switches a user may set before including inlay:
//   INLAY_PORTABLE_ARITHMETIC  multiply and add where a fused multiply-add would be used, on every
//                              machine: one set of bits everywhere, at the price of speed
//   INLAY_NO_SIMD              one lane at a time
//   INLAY_PRECOMPILED          hosted functions that are no templates are declared only; their
//                              bodies are in an object that is compiled once, where this is 2.
//                              CMake's inlay_precompiled() sets it and makes that object

#define INLAY_VERSION_MAJOR 0
#define INLAY_VERSION_MINOR 1
#define INLAY_VERSION_PATCH 0

#if defined(__clang__)
#define INLAY_COMPILER_SUPPORTED (__clang_major__ >= 16)
#elif defined(__GNUC__)
#define INLAY_COMPILER_SUPPORTED (__GNUC__ >= 12)
#else
#define INLAY_COMPILER_SUPPORTED 0
#endif

#if __cplusplus < 202002L || !INLAY_COMPILER_SUPPORTED
#undef INLAY_COMPILER_SUPPORTED
#define INLAY_COMPILER_SUPPORTED 0
#error "inlay needs C++20 (-std=c++20) and GCC 12 or newer, or Clang 16 or newer"
#endif

// A kernel body that must dissolve into its caller, and a function that must stay one symbol.
#define INLAY_INLINE [[gnu::always_inline]] inline
#define INLAY_INLINE_LAMBDA __attribute__((always_inline))
#define INLAY_NOINLINE [[gnu::noinline]]

// A function that runs rarely: it is compiled for size, which is compiled faster.
#define INLAY_COLD [[gnu::cold]]

// Bodies of hosted functions stand behind their declarations, within #if INLAY_BODIES.
#if !defined(INLAY_PRECOMPILED)
#define INLAY_BODIES 1
#define INLAY_BODY [[gnu::noinline]] inline
#elif INLAY_PRECOMPILED == 2
#define INLAY_BODIES 1
#define INLAY_BODY
#else
#define INLAY_BODIES 0
#endif

// A float must be a float in every expression: the x87 unit computes in long double, and leaves
// elementary functions wrong by tens of percent.
#if defined(__FLT_EVAL_METHOD__)
#if __FLT_EVAL_METHOD__ != 0 && __FLT_EVAL_METHOD__ != 16
#undef INLAY_COMPILER_SUPPORTED
#define INLAY_COMPILER_SUPPORTED 0
#error "inlay needs arithmetic in float (on 32-bit x86: -msse2 -mfpmath=sse)"
#endif
#endif

// Hardware with a fused multiply-add uses it for every product that meets a sum.
#if defined(__FMA__) || defined(__ARM_FEATURE_FMA) || defined(__FP_FAST_FMAF) || \
    defined(__riscv_flen) || defined(__s390x__) || defined(__powerpc64__)
#define INLAY_TAG_FMA _fma
#if defined(INLAY_PORTABLE_ARITHMETIC)
#define INLAY_HAS_FMA 0
#else
#define INLAY_HAS_FMA 1
#endif
#else
#define INLAY_TAG_FMA _mul
#define INLAY_HAS_FMA 0
#endif

// Objects built for different instruction sets, or with other switches that change what functions
// do, may be linked into one program: each combination has its own namespace, so that the linker
// never keeps one's copy of a function for the other. The sets are the levels that compilers
// generate different code for, whether a header asks or not.
#if defined(__AVX512VL__) && defined(__AVX512BW__) && defined(__AVX512DQ__)
#define INLAY_TAG_ISA avx512
#elif defined(__AVX512F__)
#define INLAY_TAG_ISA avx512f
#elif defined(__AVX2__) && defined(__BMI2__)
#define INLAY_TAG_ISA avx2
#elif defined(__AVX2__)
#define INLAY_TAG_ISA avx2_alone
#elif defined(__AVX__)
#define INLAY_TAG_ISA avx
#elif defined(__SSE4_2__)
#define INLAY_TAG_ISA sse42
#elif defined(__SSE4_1__)
#define INLAY_TAG_ISA sse41
#elif defined(__SSSE3__)
#define INLAY_TAG_ISA ssse3
#elif defined(__SSE3__)
#define INLAY_TAG_ISA sse3
#elif defined(__SSE2__)
#define INLAY_TAG_ISA sse2
#elif defined(__ARM_FEATURE_SVE)
#define INLAY_TAG_ISA sve
#elif defined(__ARM_NEON)
#define INLAY_TAG_ISA neon
#else
#define INLAY_TAG_ISA plain
#endif
#if defined(INLAY_NO_SIMD)
#define INLAY_TAG_LANES _scalar
#else
#define INLAY_TAG_LANES
#endif
#if defined(INLAY_PORTABLE_ARITHMETIC)
#define INLAY_TAG_ARITHMETIC _portable
#else
#define INLAY_TAG_ARITHMETIC
#endif
#if defined(__FAST_MATH__) || __FINITE_MATH_ONLY__
#define INLAY_TAG_RULES _fast
#else
#define INLAY_TAG_RULES
#endif
#if defined(__cpp_exceptions)
#define INLAY_TAG_ERRORS
#else
#define INLAY_TAG_ERRORS _abort
#endif
#define INLAY_PASTE_EXPANDED(a, b, c, d, e, f) a##b##c##d##e##f
#define INLAY_PASTE(a, b, c, d, e, f) INLAY_PASTE_EXPANDED(a, b, c, d, e, f)
#define INLAY_ABI                                                                    \
    INLAY_PASTE(INLAY_TAG_ISA, INLAY_TAG_FMA, INLAY_TAG_LANES, INLAY_TAG_ARITHMETIC, \
                INLAY_TAG_RULES, INLAY_TAG_ERRORS)
#endif  // INLAY_CONFIG_HPP

#if INLAY_COMPILER_SUPPORTED

// Names that are inlay's or the standard library's, and macros of X11, curses, windows.h, Arduino,
// game engines or careless programs. The entry headers put them aside, each time they are
// included, until <inlay/macros_back.hpp>.
#pragma push_macro("A")
#undef A
#pragma push_macro("B")
#undef B
#pragma push_macro("C")
#undef C
#pragma push_macro("D")
#undef D
#pragma push_macro("E")
#undef E
#pragma push_macro("F")
#undef F
#pragma push_macro("G")
#undef G
#pragma push_macro("H")
#undef H
#pragma push_macro("I")
#undef I
#pragma push_macro("J")
#undef J
#pragma push_macro("K")
#undef K
#pragma push_macro("L")
#undef L
#pragma push_macro("M")
#undef M
#pragma push_macro("N")
#undef N
#pragma push_macro("O")
#undef O
#pragma push_macro("P")
#undef P
#pragma push_macro("Q")
#undef Q
#pragma push_macro("R")
#undef R
#pragma push_macro("S")
#undef S
#pragma push_macro("T")
#undef T
#pragma push_macro("U")
#undef U
#pragma push_macro("V")
#undef V
#pragma push_macro("W")
#undef W
#pragma push_macro("X")
#undef X
#pragma push_macro("Y")
#undef Y
#pragma push_macro("Z")
#undef Z
#pragma push_macro("Above")
#undef Above
#pragma push_macro("Always")
#undef Always
#pragma push_macro("B0")
#undef B0
#pragma push_macro("B1")
#undef B1
#pragma push_macro("Below")
#undef Below
#pragma push_macro("Bool")
#undef Bool
#pragma push_macro("Complex")
#undef Complex
#pragma push_macro("Convex")
#undef Convex
#pragma push_macro("DEFAULT")
#undef DEFAULT
#pragma push_macro("DELETE")
#undef DELETE
#pragma push_macro("ERROR")
#undef ERROR
#pragma push_macro("FALSE")
#undef FALSE
#pragma push_macro("False")
#undef False
#pragma push_macro("HIGH")
#undef HIGH
#pragma push_macro("IN")
#undef IN
#pragma push_macro("INPUT")
#undef INPUT
#pragma push_macro("LOW")
#undef LOW
#pragma push_macro("None")
#undef None
#pragma push_macro("OPTIONAL")
#undef OPTIONAL
#pragma push_macro("OUT")
#undef OUT
#pragma push_macro("OUTPUT")
#undef OUTPUT
#pragma push_macro("PI")
#undef PI
#pragma push_macro("STRICT")
#undef STRICT
#pragma push_macro("Status")
#undef Status
#pragma push_macro("Success")
#undef Success
#pragma push_macro("TEXT")
#undef TEXT
#pragma push_macro("TRUE")
#undef TRUE
#pragma push_macro("True")
#undef True
#pragma push_macro("Unsorted")
#undef Unsorted
#pragma push_macro("abs")
#undef abs
#pragma push_macro("bit")
#undef bit
#pragma push_macro("border")
#undef border
#pragma push_macro("byte")
#undef byte
#pragma push_macro("check")
#undef check
#pragma push_macro("clear")
#undef clear
#pragma push_macro("columns")
#undef columns
#pragma push_macro("ensure")
#undef ensure
#pragma push_macro("epsilon")
#undef epsilon
#pragma push_macro("erase")
#undef erase
#pragma push_macro("far")
#undef far
#pragma push_macro("filter")
#undef filter
#pragma push_macro("interface")
#undef interface
#pragma push_macro("lines")
#undef lines
#pragma push_macro("max")
#undef max
#pragma push_macro("min")
#undef min
#pragma push_macro("move")
#undef move
#pragma push_macro("near")
#undef near
#pragma push_macro("refresh")
#undef refresh
#pragma push_macro("round")
#undef round
#pragma push_macro("scroll")
#undef scroll
#pragma push_macro("small")
#undef small
#pragma push_macro("timeout")
#undef timeout
#pragma push_macro("verify")
#undef verify
#pragma push_macro("word")
#undef word

#include <array>
#include <bit>
#include <cerrno>
#include <charconv>
#include <climits>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <exception>
#include <fcntl.h>
#include <initializer_list>
#include <iterator>
#include <new>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>
#include <version>
#if !defined(CLOCK_MONOTONIC) || defined(_WIN32)
#include <chrono>
#endif
#if __has_include(<unistd.h>) && !defined(_WIN32)
#include <sys/ioctl.h>
#include <unistd.h>
#endif
#if defined(_WIN32)
#include <io.h>
#include <process.h>
#include <system_error>
#else
#include <unistd.h>
#endif
#if defined(__aarch64__) && !defined(INLAY_NO_SIMD) && !__has_builtin(__builtin_elementwise_fma)
#include <arm_neon.h>
#endif
#if defined(__cpp_lib_shared_mutex)
#if __has_include(<unistd.h>) && !defined(_WIN32)
#include <unistd.h>  // which tells of POSIX threads
#endif
#if defined(_POSIX_THREADS) && !defined(_WIN32)
#include <pthread.h>
#include <sched.h>
#else
#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>
#endif
#endif
#if defined(__linux__)
#include <sched.h>
#endif

// <inlay/simd/registers.hpp>
#ifndef INLAY_SIMD_REGISTERS_HPP
#define INLAY_SIMD_REGISTERS_HPP
// The machine's registers, by the compiler's own vectors; the only file that names an intrinsic:
// builtins, in place of <immintrin.h>, which takes longer to compile than a network.

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

// <inlay/simd/pack.hpp>
#ifndef INLAY_SIMD_PACK_HPP
#define INLAY_SIMD_PACK_HPP
// One SIMD register of floats (or one double) and its arithmetic. There are no operators, so that a
// product never meets a sum by accident: whoever wants a * b + c writes fma(a, b, c), whoever wants
// a rounded product writes mul(a, b).

namespace inlay::INLAY_ABI::simd {

/// A register of scalars: the machine's widest for float, one lane for double (only gradient checks
/// compute in double). Uninitialised unless said.
template <class Scalar>
struct Pack {
    using scalar = Scalar;
    static constexpr int lanes = 1;
    Scalar value;
};

template <>
struct Pack<float> {
    using scalar = float;
    static constexpr int lanes = sizeof(registers::Floats) / sizeof(float);
    registers::Floats value;
};

/// The outcome of a comparison, a truth value for each lane.
template <class Scalar>
struct Mask {
    decltype(Pack<Scalar>{}.value < Pack<Scalar>{}.value) value;
};

/// `lanes` scalars from memory, aligned or not.
template <class Scalar>
INLAY_INLINE Pack<Scalar> load(const Scalar* from) {
    return {registers::load(from)};
}

/// The first n scalars, 1 <= n <= lanes, and zeros behind; touches no memory beyond them.
template <class Scalar>
INLAY_INLINE Pack<Scalar> load_partial(const Scalar* from, int n) {
    return {registers::load_partial(from, n)};
}

template <class Scalar>
INLAY_INLINE void store(Scalar* to, Pack<Scalar> a) {
    registers::store(to, a.value);
}

/// Only the first n lanes, 1 <= n <= lanes.
template <class Scalar>
INLAY_INLINE void store_partial(Scalar* to, Pack<Scalar> a, int n) {
    registers::store_partial(to, a.value, n);
}

template <class Scalar>
INLAY_INLINE Pack<Scalar> broadcast(Scalar a) {
    return {registers::broadcast(a)};
}

template <class Scalar>
INLAY_INLINE Pack<Scalar> zero() {
    return broadcast(Scalar{0});
}

/// Keeps a pack in a register from here on: it is not loaded again wherever it is used.
template <class Scalar>
INLAY_INLINE void pin(Pack<Scalar>& a) {
    registers::pin(a.value);
}

/// Lane 0.
template <class Scalar>
INLAY_INLINE Scalar first(Pack<Scalar> a) {
    return registers::first(a.value);
}

/// Lanes whose numbers differ by Distance, a power of two, change places.
template <int Distance, class Scalar>
INLAY_INLINE Pack<Scalar> exchange(Pack<Scalar> a) {
    using Lanes = std::make_integer_sequence<int, Pack<Scalar>::lanes>;
    return {registers::exchange<Distance>(a.value, Lanes{})};
}

/// Four scalars, of which each lane can pick one.
template <class Scalar>
struct Quad {
    decltype(registers::load_quad(static_cast<const Scalar*>(nullptr))) value;
};

template <class Scalar>
INLAY_INLINE Quad<Scalar> load_quad(const Scalar* from) {
    return {registers::load_quad(from)};
}

/// Numbers 0, 1, 2 or 3 as `pick` wants them: bits that can be stored and loaded, nothing else.
template <class Scalar>
INLAY_INLINE Pack<Scalar> choices(Pack<Scalar> numbers) {
    return {registers::choices(numbers.value)};
}

/// lane[i] = quad[n[i]] for the numbers n that `choices` was given.
template <class Scalar>
INLAY_INLINE Pack<Scalar> pick(Quad<Scalar> quad, Pack<Scalar> choice) {
    return {registers::pick(quad.value, choice.value)};
}

/// to[Step i + 0 .. 3] = a[i], b[i], c[i], d[i] for every lane i.
template <std::size_t Step = 4, class Scalar>
INLAY_INLINE void store_quads(Scalar* to, Pack<Scalar> a, Pack<Scalar> b, Pack<Scalar> c,
                              Pack<Scalar> d) {
    registers::store_quads<Step>(to, a.value, b.value, c.value, d.value);
}

template <class Scalar>
INLAY_INLINE Pack<Scalar> add(Pack<Scalar> a, Pack<Scalar> b) {
    return {a.value + b.value};
}

template <class Scalar>
INLAY_INLINE Pack<Scalar> sub(Pack<Scalar> a, Pack<Scalar> b) {
    return {a.value - b.value};
}

/// The rounded product, never fused with a later sum.
template <class Scalar>
INLAY_INLINE Pack<Scalar> mul(Pack<Scalar> a, Pack<Scalar> b) {
    return {registers::product(a.value, b.value)};
}

template <class Scalar>
INLAY_INLINE Pack<Scalar> div(Pack<Scalar> a, Pack<Scalar> b) {
    return {a.value / b.value};
}

/// a * b + c, rounded once where the machine has a fused multiply-add (INLAY_HAS_FMA), twice
/// elsewhere.
template <class Scalar>
INLAY_INLINE Pack<Scalar> fma(Pack<Scalar> a, Pack<Scalar> b, Pack<Scalar> c) {
    return {registers::product_and_sum(a.value, b.value, c.value)};
}

/// Correctly rounded.
template <class Scalar>
INLAY_INLINE Pack<Scalar> square_root(Pack<Scalar> a) {
    return {registers::root(a.value)};
}

template <class Scalar>
INLAY_INLINE Mask<Scalar> less(Pack<Scalar> a, Pack<Scalar> b) {
    return {a.value < b.value};
}

template <class Scalar>
INLAY_INLINE Mask<Scalar> less_equal(Pack<Scalar> a, Pack<Scalar> b) {
    return {a.value <= b.value};
}

template <class Scalar>
INLAY_INLINE Mask<Scalar> equal(Pack<Scalar> a, Pack<Scalar> b) {
    return {a.value == b.value};
}

/// Whether x takes the place of the largest number so far: where it is larger, and where it is the
/// first NaN, which then stays.
template <class Scalar>
INLAY_INLINE Mask<Scalar> exceeds(Pack<Scalar> x, Pack<Scalar> best) {
    if constexpr (Pack<Scalar>::lanes == 1)
        return {!(x.value <= best.value) && best.value == best.value};
    else
        return {~(x.value <= best.value) & (best.value == best.value)};
}

/// a where the mask is true, b elsewhere.
template <class Scalar>
INLAY_INLINE Pack<Scalar> select(Mask<Scalar> which, Pack<Scalar> a, Pack<Scalar> b) {
    return {which.value ? a.value : b.value};
}

/// a < b ? b : a, so the first wins on ties, signed zeros and where either is NaN.
template <class Scalar>
INLAY_INLINE Pack<Scalar> larger(Pack<Scalar> a, Pack<Scalar> b) {
    return select(less(a, b), b, a);
}

/// b < a ? b : a, so the first wins likewise.
template <class Scalar>
INLAY_INLINE Pack<Scalar> smaller(Pack<Scalar> a, Pack<Scalar> b) {
    return select(less(b, a), b, a);
}

/// The same rules for single numbers: tails, and code that has no use for a register.
INLAY_INLINE float mul(float a, float b) { return registers::product(a, b); }
INLAY_INLINE double mul(double a, double b) { return registers::product(a, b); }
INLAY_INLINE float add(float a, float b) { return a + b; }
INLAY_INLINE double add(double a, double b) { return a + b; }
INLAY_INLINE float fma(float a, float b, float c) { return registers::product_and_sum(a, b, c); }
INLAY_INLINE double fma(double a, double b, double c) {
    return registers::product_and_sum(a, b, c);
}

/// The lanes of a Pack<float> as 32-bit words.
struct Bits {
    registers::Words value;
};

INLAY_INLINE Bits bits_of(Pack<float> a) { return {std::bit_cast<registers::Words>(a.value)}; }
INLAY_INLINE Pack<float> pack_of(Bits a) { return {std::bit_cast<registers::Floats>(a.value)}; }
INLAY_INLINE Bits broadcast_bits(std::uint32_t a) { return {registers::broadcast(a)}; }
INLAY_INLINE Bits add(Bits a, Bits b) { return {a.value + b.value}; }
INLAY_INLINE Bits sub(Bits a, Bits b) { return {a.value - b.value}; }
INLAY_INLINE Bits bit_and(Bits a, Bits b) { return {a.value & b.value}; }
INLAY_INLINE Bits bit_or(Bits a, Bits b) { return {a.value | b.value}; }
INLAY_INLINE Bits shift_left(Bits a, int places) { return {a.value << places}; }
INLAY_INLINE Bits shift_right(Bits a, int places) { return {a.value >> places}; }

}  // namespace inlay::INLAY_ABI::simd
#endif  // INLAY_SIMD_PACK_HPP

// <inlay/activation/elementwise.hpp>
#ifndef INLAY_ACTIVATION_ELEMENTWISE_HPP
#define INLAY_ACTIVATION_ELEMENTWISE_HPP
// What an activation is: a function of one element and its derivative.

namespace inlay::INLAY_ABI {

/// A function applied to every element by itself. `value` maps x to y; `gradient` maps y and the
/// gradient at y to the gradient at x, so that nothing but the output has to be kept. A function
/// whose derivative cannot be told from y says gradient_reads_input and is given x in place of y.
template <class Type>
concept ElementwiseActivation = requires(simd::Pack<float> p) {
    { Type::title } -> std::convertible_to<std::string_view>;
    { Type::value(p) } -> std::same_as<simd::Pack<float>>;
    { Type::gradient(p, p) } -> std::same_as<simd::Pack<float>>;
};

/// A function applied to the innermost axis as a whole, such as Softmax.
template <class Type>
concept RowActivation = requires(const float* x, float* y) {
    { Type::title } -> std::convertible_to<std::string_view>;
    Type::row(x, y, 1u);
    Type::row_gradient(x, x, y, 1u, false);
};

/// Whether the derivative is made from x.
template <class Type>
concept ReadsInput = requires { requires Type::gradient_reads_input; };

/// An option such as ReLU in Dense<10, ReLU>, and a layer of its own.
template <class Type>
concept ActivationFunction = ElementwiseActivation<Type> || RowActivation<Type>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ActivationFunction;
using INLAY_ABI::ElementwiseActivation;
using INLAY_ABI::RowActivation;
}  // namespace inlay
#endif  // INLAY_ACTIVATION_ELEMENTWISE_HPP

// <inlay/simd/math.hpp>
#ifndef INLAY_SIMD_MATH_HPP
#define INLAY_SIMD_MATH_HPP
// exp, log, tanh and sigmoid: the same bits in every lane and on every machine of one arithmetic
// (INLAY_HAS_FMA or not). The polynomials are those of Cephes (S. Moshier, netlib.org/cephes:
// single/expf.c, logf.c, tanhf.c). The errors stated are the largest over all floats under both
// arithmetics; tests/simd/math.cpp measures them. Where the processor flushes subnormals, results
// that would be subnormal are 0 and log takes subnormals for 0. Doubles, which only gradient checks
// use, go to the C library.

namespace inlay::INLAY_ABI::simd {

/// Constants of the functions below.
namespace math {

inline constexpr float infinity = __builtin_inff();
inline constexpr float ln2_high = 0.693359375f;  // 10 bits: its products with exponents are exact
inline constexpr float ln2_low = -2.12194440e-4f;

// Adding it rounds a small number to a whole one and leaves that in the low bits.
inline constexpr float whole = 0x1.8p23f;

// c0 x^n + c1 x^(n-1) + ...
INLAY_INLINE Pack<float> polynomial(Pack<float> x, float c0, auto... c) {
    Pack<float> value = broadcast(c0);
    ((value = fma(value, x, broadcast(c))), ...);
    return value;
}

INLAY_INLINE Bits words(std::uint32_t word) { return broadcast_bits(word); }
INLAY_INLINE Bits words(float number) { return words(std::bit_cast<std::uint32_t>(number)); }

inline constexpr std::uint32_t sign_bit = 0x80000000;

}  // namespace math

/// e^x: 1.01 ulp; infinity from 88.73 on, subnormal below -87.33, 0 below -103.98.
INLAY_INLINE Pack<float> exp(Pack<float> x) {
    using namespace math;
    x = larger(x, broadcast(-104.0f));
    x = smaller(x, broadcast(89.0f));

    // x = n ln 2 + r, |r| <= ln 2 / 2.
    const auto shifted = fma(x, broadcast(1.44269504f), broadcast(whole));
    const auto n = sub(shifted, broadcast(whole));
    const auto r = fma(n, broadcast(-ln2_low), fma(n, broadcast(-ln2_high), x));

    const auto p = polynomial(r, 1.9875691500e-4f, 1.3981999507e-3f, 8.3334519073e-3f,
                              4.1665795894e-2f, 1.6666665459e-1f, 5.0000001201e-1f);
    const auto power = add(fma(p, mul(r, r), r), broadcast(1.0f));

    // 2^n in two factors, because n reaches from -150 to 128 and an exponent from -126 to 127.
    const auto exponents = add(sub(bits_of(shifted), words(whole)), words(std::uint32_t{2 * 127}));
    const auto half = shift_right(exponents, 1);
    const auto rest = sub(exponents, half);
    return mul(mul(power, pack_of(shift_left(half, 23))), pack_of(shift_left(rest, 23)));
}

/// ln x: 0.78 ulp; -infinity for 0, NaN below.
INLAY_INLINE Pack<float> log(Pack<float> x) {
    using namespace math;
    const auto tiny = less(x, broadcast(0x1p-126f));
    const auto scaled = bits_of(select(tiny, mul(x, broadcast(0x1p23f)), x));

    // x = 2^n (1 + f), sqrt(1/2) <= 1 + f < sqrt(2); n becomes a float through its low bits.
    const auto root = words(0.707106781f);
    const auto moved = add(scaled, sub(words(1.0f), root));
    const auto low_bits = bit_or(shift_right(moved, 23), words(0x1p23f));
    const auto bias = select(tiny, broadcast(0x1p23f + 150.0f), broadcast(0x1p23f + 127.0f));
    const auto n = sub(pack_of(low_bits), bias);
    const auto f =
        sub(pack_of(add(bit_and(moved, words(std::uint32_t{0x007fffff})), root)), broadcast(1.0f));

    const auto f2 = mul(f, f);
    auto p = polynomial(f, 7.0376836292e-2f, -1.1514610310e-1f, 1.1676998740e-1f, -1.2420140846e-1f,
                        1.4249322787e-1f, -1.6668057665e-1f, 2.0000714765e-1f, -2.4999993993e-1f,
                        3.3333331174e-1f);
    p = fma(n, broadcast(ln2_low), mul(mul(p, f2), f));
    p = fma(f2, broadcast(-0.5f), p);
    auto y = fma(n, broadcast(ln2_high), add(f, p));

    y = select(equal(x, broadcast(infinity)), x, y);
    y = select(less_equal(zero<float>(), x), y, broadcast(__builtin_nanf("")));
    return select(equal(x, zero<float>()), broadcast(-infinity), y);
}

/// tanh x: 1.31 ulp; odd to the bit.
INLAY_INLINE Pack<float> tanh(Pack<float> x) {
    using namespace math;
    const auto sign = bit_and(bits_of(x), words(sign_bit));
    const auto size = pack_of(bit_and(bits_of(x), words(~sign_bit)));

    const auto x2 = mul(x, x);
    const auto p = polynomial(x2, -5.70498872745e-3f, 2.06390887954e-2f, -5.37397155531e-2f,
                              1.33314422036e-1f, -3.33332819422e-1f);
    const auto inner = fma(mul(p, x2), size, size);

    const auto one = broadcast(1.0f);
    const auto outer = sub(one, div(broadcast(2.0f), add(exp(add(size, size)), one)));

    const auto y = select(less(size, broadcast(0.625f)), inner, outer);
    return pack_of(bit_or(bits_of(y), sign));
}

/// 1 / (1 + e^-x): 2.4 ulp; nothing overflows on the way.
INLAY_INLINE Pack<float> sigmoid(Pack<float> x) {
    const auto one = broadcast(1.0f);
    const auto decay = exp(pack_of(bit_or(bits_of(x), math::words(math::sign_bit))));  // e^-|x|
    return div(select(less(x, zero<float>()), decay, one), add(one, decay));
}

/// ln(1 + x) for x >= 0: 1.3 ulp. What rounding takes from 1 + x is made good in first order.
INLAY_INLINE Pack<float> log1p(Pack<float> x) {
    const auto one = broadcast(1.0f);
    const auto whole = add(one, x);
    const auto lost = select(less(x, one), sub(x, sub(whole, one)), sub(one, sub(whole, x)));
    const auto y = add(log(whole), div(lost, whole));
    return select(equal(x, broadcast(math::infinity)), x, y);
}

INLAY_INLINE Pack<double> exp(Pack<double> x) { return {__builtin_exp(x.value)}; }
INLAY_INLINE Pack<double> log(Pack<double> x) { return {__builtin_log(x.value)}; }
INLAY_INLINE Pack<double> log1p(Pack<double> x) { return {__builtin_log1p(x.value)}; }
INLAY_INLINE Pack<double> tanh(Pack<double> x) { return {__builtin_tanh(x.value)}; }
INLAY_INLINE Pack<double> sigmoid(Pack<double> x) { return {1 / (1 + __builtin_exp(-x.value))}; }

/// Single numbers: the bits of a lane.
INLAY_INLINE float exp(float x) { return first(exp(broadcast(x))); }
INLAY_INLINE float log(float x) { return first(log(broadcast(x))); }
INLAY_INLINE float log1p(float x) { return first(log1p(broadcast(x))); }
INLAY_INLINE float tanh(float x) { return first(tanh(broadcast(x))); }
INLAY_INLINE float sigmoid(float x) { return first(sigmoid(broadcast(x))); }
INLAY_INLINE double exp(double x) { return first(exp(broadcast(x))); }
INLAY_INLINE double log(double x) { return first(log(broadcast(x))); }
INLAY_INLINE double log1p(double x) { return first(log1p(broadcast(x))); }
INLAY_INLINE double tanh(double x) { return first(tanh(broadcast(x))); }
INLAY_INLINE double sigmoid(double x) { return first(sigmoid(broadcast(x))); }

}  // namespace inlay::INLAY_ABI::simd
#endif  // INLAY_SIMD_MATH_HPP

// <inlay/simd/erf.hpp>
#ifndef INLAY_SIMD_ERF_HPP
#define INLAY_SIMD_ERF_HPP
// The share of a standard normal distribution below x: the same bits in every lane and on every
// machine of one arithmetic. The rational functions are Cody's (Math. Comp. 23, 1969, 631-637).

namespace inlay::INLAY_ABI::simd {

namespace math {

/// Cody's form of a quotient: ((p0 x + p1) x + ...) / ((x + q1) x + ...), as many as there are.
template <std::size_t Terms>
INLAY_INLINE Pack<float> quotient(Pack<float> x, const float (&p)[Terms + 1],
                                  const float (&q)[Terms]) {
    Pack<float> above = broadcast(p[0]), below = broadcast(1.0f);
    for (std::size_t k = 0; k < Terms; ++k) {
        above = simd::fma(above, x, broadcast(p[k + 1]));
        below = simd::fma(below, x, broadcast(q[k]));
    }
    return div(above, below);
}

}  // namespace math

/// P(X <= x) for a standard normal X: (1 + erf(x / sqrt 2)) / 2, within 5e-7 of the result's size
/// from -9 on (tests/simd/erf.cpp).
INLAY_INLINE Pack<float> normal_share(Pack<float> x) {
    using namespace math;
    const auto one = broadcast(1.0f);
    const auto sign = bit_and(bits_of(x), words(sign_bit));
    const auto whole_size = pack_of(bit_and(bits_of(x), words(~sign_bit)));
    const auto far_out = broadcast(20.0f);  // where the share is 0 and 1
    const auto size = select(less(far_out, whole_size), far_out, whole_size);
    const auto z = mul(size, broadcast(0.707106781f));
    const auto z2 = mul(z, z);

    // erf z near 0; e^(z^2) erfc z up to 4; the same by 1 / z^2 beyond.
    const auto near =
        mul(z, quotient<4>(z2,
                           {0.185777706184603153f, 3.16112374387056560f, 113.864154151050156f,
                            377.485237685302021f, 3209.37758913846947f},
                           {23.6012909523441209f, 244.024637934444173f, 1282.61652607737228f,
                            2844.23683343917062f}));
    const auto middle = quotient<8>(
        z,
        {2.15311535474403846e-8f, 0.564188496988670089f, 8.88314979438837594f, 66.1191906371416295f,
         298.635138197400131f, 881.952221241769090f, 1712.04761263407058f, 2051.07837782607147f,
         1230.33935479799725f},
        {15.7449261107098347f, 117.693950891312499f, 537.181101862009858f, 1621.38957456669019f,
         3290.79923573345963f, 4362.61909014324716f, 3439.36767414372164f, 1230.33935480374942f});
    const auto safe = larger(z, one);
    const auto w = div(one, mul(safe, safe));
    const auto tail =
        quotient<5>(w,
                    {1.63153871373020978e-2f, 3.05326634961232344e-1f, 3.60344899949804439e-1f,
                     1.25781726111229246e-1f, 1.60837851487422766e-2f, 6.58749161529837803e-4f},
                    {2.56852019228982242f, 1.87295284992346725f, 5.27905102951428412e-1f,
                     6.05183413124413191e-2f, 2.33520497626869185e-3f});
    const auto far = div(sub(broadcast(0.564189584f), mul(w, tail)), safe);

    // e^(-x^2 / 2) = e^(-h^2 / 2) e^(-(x - h)(x + h) / 2), h having few digits.
    const auto shifted = simd::fma(size, broadcast(16.0f), broadcast(whole));
    const auto high = mul(sub(shifted, broadcast(whole)), broadcast(0.0625f));
    const auto rest = mul(mul(sub(size, high), add(size, high)), broadcast(-0.5f));
    const auto decay = mul(exp(mul(mul(high, high), broadcast(-0.5f))), exp(rest));
    const auto beyond =
        mul(broadcast(0.5f), mul(decay, select(less(z, broadcast(4.0f)), middle, far)));
    const auto below = select(less(x, zero<float>()), beyond, sub(one, beyond));
    const auto inner =
        simd::fma(pack_of(bit_or(bits_of(near), sign)), broadcast(0.5f), broadcast(0.5f));
    return select(less(z, broadcast(0.46875f)), inner, below);
}

INLAY_INLINE Pack<double> normal_share(Pack<double> x) {
    return {0.5 * __builtin_erfc(x.value * -0.70710678118654752440)};
}

}  // namespace inlay::INLAY_ABI::simd
#endif  // INLAY_SIMD_ERF_HPP

// <inlay/activation/gelu.hpp>
#ifndef INLAY_ACTIVATION_GELU_HPP
#define INLAY_ACTIVATION_GELU_HPP
namespace inlay::INLAY_ABI {

/// y = x P(X <= x) for a standard normal X (Hendrycks and Gimpel 2016).
struct GELU {
    static constexpr std::string_view title = "GELU", name = "gelu";
    static constexpr bool gradient_reads_input = true;

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        return simd::mul(x, simd::normal_share(x));
    }

    /// dx = dy (P(X <= x) + x e^(-x^2 / 2) / sqrt(2 pi))
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack x, Pack dy) {
        using Scalar = typename Pack::scalar;
        const Pack half = simd::mul(x, simd::broadcast(static_cast<Scalar>(-0.5)));
        const Pack density = simd::mul(simd::exp(simd::mul(half, x)),
                                       simd::broadcast(static_cast<Scalar>(0.3989422804014327)));
        return simd::mul(dy, simd::fma(x, density, simd::normal_share(x)));
    }
};

/// GELU by a hyperbolic tangent: y = x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2.
struct GELUTanh {
    static constexpr std::string_view title = "GELU", name = "gelu";
    static constexpr bool gradient_reads_input = true;

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        return simd::mul(x, share(x));
    }

    /// dx = dy (s + x s'), s being the share of x
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack x, Pack dy) {
        const Pack s = share(x), x2 = simd::mul(x, x);
        // s' = 2 s (1 - s) z'
        const Pack slope = simd::fma(x2, number<Pack>(3 * 0.044715 * root), number<Pack>(root));
        const Pack spread = simd::mul(simd::add(s, s), simd::sub(number<Pack>(1), s));
        return simd::mul(dy, simd::fma(simd::mul(x, spread), slope, s));
    }

private:
    static constexpr double root = 0.7978845608028654;  // sqrt(2 / pi)

    template <class Pack>
    INLAY_INLINE static Pack number(double value) {
        return simd::broadcast(static_cast<typename Pack::scalar>(value));
    }

    /// (1 + tanh z) / 2 = sigmoid(2 z)
    template <class Pack>
    INLAY_INLINE static Pack share(Pack x) {
        const Pack x2 = simd::mul(x, x);
        const Pack inner = simd::fma(x2, number<Pack>(2 * 0.044715 * root), number<Pack>(2 * root));
        return simd::sigmoid(simd::mul(x, inner));
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GELU;
using INLAY_ABI::GELUTanh;
}  // namespace inlay
#endif  // INLAY_ACTIVATION_GELU_HPP

// <inlay/activation/linear.hpp>
#ifndef INLAY_ACTIVATION_LINEAR_HPP
#define INLAY_ACTIVATION_LINEAR_HPP
namespace inlay::INLAY_ABI {

/// y = x.
struct Linear {
    static constexpr std::string_view title = "Linear", name = "linear";

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        return x;
    }

    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack, Pack dy) {
        return dy;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Linear;
}  // namespace inlay
#endif  // INLAY_ACTIVATION_LINEAR_HPP

// <inlay/activation/relu.hpp>
#ifndef INLAY_ACTIVATION_RELU_HPP
#define INLAY_ACTIVATION_RELU_HPP
namespace inlay::INLAY_ABI {

/// y = x < 0 ? 0 : x; the derivative at 0 is 0, as in Keras.
struct ReLU {
    static constexpr std::string_view title = "ReLU", name = "re_lu";

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        const Pack zero = simd::zero<typename Pack::scalar>();
        return simd::select(simd::less(x, zero), zero, x);
    }

    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        const Pack zero = simd::zero<typename Pack::scalar>();
        return simd::select(simd::less(zero, y), dy, zero);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ReLU;
}  // namespace inlay
#endif  // INLAY_ACTIVATION_RELU_HPP

// <inlay/activation/sigmoid.hpp>
#ifndef INLAY_ACTIVATION_SIGMOID_HPP
#define INLAY_ACTIVATION_SIGMOID_HPP
namespace inlay::INLAY_ABI {

/// y = 1 / (1 + exp(-x)).
struct Sigmoid {
    static constexpr std::string_view title = "Sigmoid", name = "sigmoid";

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        return simd::sigmoid(x);
    }

    /// dx = dy y (1 - y)
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        const Pack one = simd::broadcast<typename Pack::scalar>(1);
        return simd::mul(dy, simd::mul(y, simd::sub(one, y)));
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Sigmoid;
}  // namespace inlay
#endif  // INLAY_ACTIVATION_SIGMOID_HPP

// <inlay/activation/silu.hpp>
#ifndef INLAY_ACTIVATION_SILU_HPP
#define INLAY_ACTIVATION_SILU_HPP
namespace inlay::INLAY_ABI {

/// y = x / (1 + exp(-x)), also called swish.
struct SiLU {
    static constexpr std::string_view title = "SiLU", name = "silu";
    static constexpr bool gradient_reads_input = true;

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        return simd::mul(x, simd::sigmoid(x));
    }

    /// dx = dy s (1 + x (1 - s)), s = 1 / (1 + exp(-x))
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack x, Pack dy) {
        const Pack one = simd::broadcast<typename Pack::scalar>(1), s = simd::sigmoid(x);
        return simd::mul(dy, simd::mul(s, simd::fma(x, simd::sub(one, s), one)));
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::SiLU;
}  // namespace inlay
#endif  // INLAY_ACTIVATION_SILU_HPP

// <inlay/simd/loop.hpp>
#ifndef INLAY_SIMD_LOOP_HPP
#define INLAY_SIMD_LOOP_HPP
// Loops over arrays in packs. A tail is written here, once for the whole library.

namespace inlay::INLAY_ABI::simd {

/// Calls body(0), ... body(Count - 1), each argument a std::integral_constant<int>: unrolled by the
/// language, not by the optimizer, so that arrays of packs stay in registers. The calls make the
/// elements of an array, in order: Clang nests the operands of a fold, and gives up at 256.
template <int Count, class Body>
INLAY_INLINE void unroll(Body&& body) {
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

// <inlay/kernel/slices.hpp>
#ifndef INLAY_KERNEL_SLICES_HPP
#define INLAY_KERNEL_SLICES_HPP
// How a batch is cut for training. The cut never depends on the number of threads, so neither do
// the sums that follow it.

namespace inlay::INLAY_ABI {

/// The number of slices of every batch; gradients are summed within a slice, then over slices.
inline constexpr std::size_t max_slices = 8;

/// The first example of a slice of a batch of n examples; slice max_slices starts at n.
constexpr std::size_t slice_begin(std::size_t n, std::size_t slice) {
    return n * slice / max_slices;
}

namespace kernel {

/// How many parts of a size cover n.
constexpr std::size_t divided_up(std::size_t n, std::size_t size) { return (n + size - 1) / size; }

/// The sum over the slices of the pack at(slice) points to, in pairs at distance 4, 2 and 1.
template <class Scalar, class At>
simd::Pack<Scalar> sum_slices(At&& at, int lanes, std::size_t slices) {
    simd::Pack<Scalar> group[max_slices];
    for (std::size_t s = 0; s < slices; ++s) group[s] = simd::load_some(at(s), lanes);
    for (std::size_t distance = slices / 2; distance != 0; distance /= 2)
        for (std::size_t s = 0; s < distance; ++s)
            group[s] = simd::add(group[s], group[s + distance]);
    return group[0];
}

}  // namespace kernel

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_KERNEL_SLICES_HPP

// <inlay/kernel/places.hpp>
#ifndef INLAY_KERNEL_PLACES_HPP
#define INLAY_KERNEL_PLACES_HPP
// Sums over many places, pixels or rows: a chain for each block of them, and the blocks joined in
// pairs. A single chain of a million equal numbers loses a hundredth of its sum; here the error
// stays that of one block. The blocks follow from the extents alone, and so does the order of sums.

namespace inlay::INLAY_ABI::kernel {

/// Places of one chain at most: the error of so many equal terms is 2e-6 of their sum at most.
inline constexpr std::size_t chain_length = 64;

/// How a map of rows x columns places is cut: into blocks of whole rows, or rows into equal pieces.
struct Chains {
    std::size_t rows, columns;

    constexpr bool one() const { return rows * columns <= chain_length; }
    constexpr std::size_t rows_together() const {
        return columns >= chain_length ? 1 : one() ? rows : chain_length / columns;
    }
    constexpr std::size_t pieces() const { return divided_up(columns, chain_length); }
    constexpr std::size_t count() const { return divided_up(rows, rows_together()) * pieces(); }
};

/// Rows of a batch: only the running program knows how many.
inline constexpr Chains any_number_of_rows{1, std::size_t{1} << 30};

/// Calls body(row, rows, column, columns) for every block, in row order.
template <class Body>
INLAY_INLINE void for_each_chain(const Chains& chains, Body&& body) {
    const std::size_t together = chains.rows_together(), pieces = chains.pieces();
    for (std::size_t p = 0; p < chains.rows; p += together) {
        const std::size_t left = chains.rows - p, rows = left < together ? left : together;
        for (std::size_t k = 0; k < pieces; ++k) {
            const std::size_t begin = chains.columns * k / pieces;
            body(p, rows, begin, chains.columns * (k + 1) / pieces - begin);
        }
    }
}

/// The sums of at most Most blocks each for Count packs, joined in pairs as the blocks come: block
/// 2 k and block 2 k + 1, pairs of pairs, and at the end what is left over, small before large.
template <class Scalar, std::size_t Most, std::size_t Count = 1>
class PairwiseSums {
public:
    /// Takes the sum of the block at hand for pack `at`.
    INLAY_INLINE void take(std::size_t at, simd::Pack<Scalar> sum) {
        std::size_t level = 0;
        for (; blocks_ >> level & 1; ++level) sum = simd::add(level_[level][at], sum);
        level_[level][at] = sum;
    }

    /// Begins the next block.
    INLAY_INLINE void next() { ++blocks_; }

    /// The sum of all blocks for pack `at`; there has been one at least.
    INLAY_INLINE simd::Pack<Scalar> total(std::size_t at) const {
        std::size_t level = 0;
        while (!(blocks_ >> level & 1)) ++level;
        simd::Pack<Scalar> sum = level_[level][at];
        while (blocks_ >> ++level != 0)
            if (blocks_ >> level & 1) sum = simd::add(level_[level][at], sum);
        return sum;
    }

private:
    simd::Pack<Scalar> level_[std::bit_width(Most)][Count];
    std::size_t blocks_ = 0;
};

/// sums[k] = sum_p sum_q of term k over at most Most.rows x Most.columns places, for some k at
/// once; add(chains, p, q) continues their chains.
template <class Scalar, Chains Most, std::size_t Count, class Add>
INLAY_INLINE void sum_places(const Chains& places, simd::Pack<Scalar> (&sums)[Count], Add&& add) {
    using Packs = simd::Pack<Scalar>[Count];
    const auto chain = [&](Packs& to, std::size_t row, std::size_t rows, std::size_t column,
                           std::size_t columns) INLAY_INLINE_LAMBDA {
        for (std::size_t k = 0; k < Count; ++k) to[k] = simd::zero<Scalar>();
        for (std::size_t p = row; p < row + rows; ++p)
            for (std::size_t q = column; q < column + columns; ++q) add(to, p, q);
    };
    if constexpr (Most.one()) {
        chain(sums, 0, places.rows, 0, places.columns);
    } else {
        PairwiseSums<Scalar, Most.count(), Count> joined;
        for_each_chain(places, [&](std::size_t row, std::size_t rows, std::size_t column,
                                   std::size_t columns) INLAY_INLINE_LAMBDA {
            Packs block;
            chain(block, row, rows, column, columns);
            for (std::size_t k = 0; k < Count; ++k) joined.take(k, block[k]);
            joined.next();
        });
        for (std::size_t k = 0; k < Count; ++k) sums[k] = joined.total(k);
    }
}

/// The same for one sum: add(chain, p, q) gives the chain with one more term.
template <class Scalar, Chains Most, class Add>
INLAY_INLINE simd::Pack<Scalar> sum_places(const Chains& places, Add&& add) {
    simd::Pack<Scalar> sum[1];
    sum_places<Scalar, Most>(places, sum,
                             [&](auto& chain, std::size_t p, std::size_t q)
                                 INLAY_INLINE_LAMBDA { chain[0] = add(chain[0], p, q); });
    return sum[0];
}

/// sum += term; `lost` gathers what rounding takes from the sum (Knuth's two-sum), so that sum +
/// lost keeps its digits over millions of terms.
template <class Pack>
INLAY_INLINE void add_exactly(Pack& sum, Pack& lost, Pack term) {
    const Pack total = simd::add(sum, term), taken = simd::sub(total, sum);
    const Pack error = simd::add(simd::sub(sum, simd::sub(total, taken)), simd::sub(term, taken));
    lost = simd::add(lost, error);
    sum = total;
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_PLACES_HPP

// <inlay/simd/lanes.hpp>
#ifndef INLAY_SIMD_LANES_HPP
#define INLAY_SIMD_LANES_HPP
// Sums whose order does not depend on the width of a register: element i belongs to virtual lane
// i % 16, and the lanes are added by a fixed tree.

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

// <inlay/kernel/softmax.hpp>
#ifndef INLAY_KERNEL_SOFTMAX_HPP
#define INLAY_KERNEL_SOFTMAX_HPP
// Softmax over one row of features.

namespace inlay::INLAY_ABI::kernel {

/// The largest of x[0..n); the first one where several are equal.
template <class Scalar>
Scalar largest(const Scalar* x, std::size_t n) {
    Scalar best = x[0];
    for (std::size_t k = 1; k < n; ++k) best = best < x[k] ? x[k] : best;
    return best;
}

/// The features that sixteen chains hold, each as long as those of places.hpp.
inline constexpr std::size_t row_block = 16 * chain_length;

/// The sum over a row of n features: sum(first, some) is that of one block, blocks are joined in
/// pairs.
template <class Scalar, class Sum>
INLAY_INLINE Scalar sum_row(std::size_t n, Sum&& sum) {
    if (n <= row_block) return sum(std::size_t{0}, n);
    PairwiseSums<Scalar, any_number_of_rows.columns> joined;
    for (std::size_t first = 0; first < n; first += row_block) {
        const std::size_t some = n - first < row_block ? n - first : row_block;
        joined.take(0, simd::broadcast<Scalar>(sum(first, some)));
        joined.next();
    }
    return simd::first(joined.total(0));
}

/// y[k] = exp(x[k] - m) / s,   m = the largest x,   s = sum_j exp(x[j] - m)       x, y: [n]
template <class Scalar>
INLAY_NOINLINE void softmax(const Scalar* x, Scalar* y, std::size_t n) {
    const auto shift = simd::broadcast<Scalar>(largest(x, n));
    simd::for_each_pack<Scalar>(n, [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
        simd::store_some(y + at, simd::exp(simd::sub(simd::load_some(x + at, lanes), shift)),
                         lanes);
    });
    const auto sum = simd::broadcast<Scalar>(sum_row<Scalar>(
        n, [&](std::size_t first, std::size_t some) { return simd::sum(y + first, some); }));
    simd::for_each_pack<Scalar>(n, [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
        simd::store_some(y + at, simd::div(simd::load_some(y + at, lanes), sum), lanes);
    });
}

/// dx[k] = y[k] (dy[k] - sum_j y[j] dy[j])       assigned, or added where `accumulate`
template <class Scalar>
INLAY_NOINLINE void softmax_gradient(const Scalar* y, const Scalar* dy, Scalar* dx, std::size_t n,
                                     bool accumulate) {
    const auto mean =
        simd::broadcast<Scalar>(sum_row<Scalar>(n, [&](std::size_t first, std::size_t some) {
            return simd::dot(y + first, dy + first, some);
        }));
    simd::for_each_pack<Scalar>(n, [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
        const auto inner = simd::sub(simd::load_some(dy + at, lanes), mean);
        const auto gradient = simd::mul(simd::load_some(y + at, lanes), inner);
        simd::store_some(
            dx + at, accumulate ? simd::add(simd::load_some(dx + at, lanes), gradient) : gradient,
            lanes);
    });
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_SOFTMAX_HPP

// <inlay/activation/softmax.hpp>
#ifndef INLAY_ACTIVATION_SOFTMAX_HPP
#define INLAY_ACTIVATION_SOFTMAX_HPP
namespace inlay::INLAY_ABI {

/// y[k] = exp(x[k]) / sum_j exp(x[j]) over the innermost axis.
struct Softmax {
    static constexpr std::string_view title = "Softmax", name = "softmax";

    template <class Scalar>
    static void row(const Scalar* x, Scalar* y, std::size_t features) {
        kernel::softmax(x, y, features);
    }

    template <class Scalar>
    static void row_gradient(const Scalar* y, const Scalar* dy, Scalar* dx, std::size_t features,
                             bool accumulate) {
        kernel::softmax_gradient(y, dy, dx, features, accumulate);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Softmax;
}  // namespace inlay
#endif  // INLAY_ACTIVATION_SOFTMAX_HPP

// <inlay/activation/tanh.hpp>
#ifndef INLAY_ACTIVATION_TANH_HPP
#define INLAY_ACTIVATION_TANH_HPP
namespace inlay::INLAY_ABI {

/// y = tanh(x).
struct Tanh {
    static constexpr std::string_view title = "Tanh", name = "tanh";

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        return simd::tanh(x);
    }

    /// dx = dy (1 - y) (1 + y)
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        const Pack one = simd::broadcast<typename Pack::scalar>(1);
        return simd::mul(dy, simd::mul(simd::sub(one, y), simd::add(one, y)));
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Tanh;
}  // namespace inlay
#endif  // INLAY_ACTIVATION_TANH_HPP

// <inlay/text/sentence.hpp>
#ifndef INLAY_TEXT_SENTENCE_HPP
#define INLAY_TEXT_SENTENCE_HPP
// Sentences without a heap: built by the compiler for its diagnostics and at run time for errors.

namespace inlay::INLAY_ABI {

/// A text of at most `capacity` characters that can be built in a constant expression; what does
/// not fit is dropped.
struct Sentence {
    static constexpr std::size_t capacity = 400;

    char characters[capacity + 1]{};
    std::size_t length = 0;

    constexpr std::string_view view() const { return {characters, length}; }
    constexpr bool empty() const { return length == 0; }

    constexpr Sentence& operator<<(std::string_view text) {
        for (char c : text)
            if (length < capacity) characters[length++] = c;
        return *this;
    }

    template <std::integral Whole>
    constexpr Sentence& operator<<(Whole number) {
        if constexpr (std::signed_integral<Whole>)
            if (number < 0) return *this << "-" << (std::uint64_t{0} - std::uint64_t(number));
        char digits[20]{};
        std::size_t first = 20;
        auto rest = static_cast<std::uint64_t>(number);
        do {
            digits[--first] = static_cast<char>('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        return *this << std::string_view(digits + first, 20 - first);
    }

    constexpr Sentence& operator<<(const Sentence& other) { return *this << other.view(); }
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_TEXT_SENTENCE_HPP

// <inlay/shape/shape.hpp>
#ifndef INLAY_SHAPE_SHAPE_HPP
#define INLAY_SHAPE_SHAPE_HPP
// A shape is a value: rank and extents of one example, batch not included.

namespace inlay::INLAY_ABI {

/// The extents of a tensor without its batch dimension, outermost first (height, width, channels
/// for images); structural, so it can be a template argument.
struct Shape {
    static constexpr int max_rank = 5;

    std::size_t extents[max_rank]{};
    int count = 0;

    constexpr Shape() = default;

    template <std::integral... Extents>
        requires(sizeof...(Extents) >= 1 && sizeof...(Extents) <= max_rank)
    constexpr explicit(sizeof...(Extents) == 1) Shape(Extents... e)
        : extents{static_cast<std::size_t>(e)...}, count(sizeof...(Extents)) {}

    /// The number of dimensions.
    constexpr int rank() const { return count; }

    /// The number of elements: the product of the extents, 1 for rank 0.
    constexpr std::size_t size() const {
        std::size_t product = 1;
        for (int d = 0; d < count; ++d) product *= extents[d];
        return product;
    }

    /// The extent of dimension d, counted from the outermost.
    constexpr std::size_t operator[](int d) const { return extents[d]; }

    /// The innermost extent: features of a vector, channels of an image.
    constexpr std::size_t last() const { return count == 0 ? 1 : extents[count - 1]; }

    /// The same shape with another innermost extent.
    constexpr Shape with_last(std::size_t extent) const {
        Shape other = *this;
        other.extents[count - 1] = extent;
        return other;
    }

    friend constexpr bool operator==(const Shape&, const Shape&) = default;
};

/// Extents joined by x: 12x12x32.
constexpr Sentence& operator<<(Sentence& sentence, const Shape& shape) {
    for (int d = 0; d < shape.rank(); ++d) sentence << (d > 0 ? "x" : "") << shape[d];
    return shape.rank() == 0 ? sentence << "a single number" : sentence;
}

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Shape;
}  // namespace inlay
#endif  // INLAY_SHAPE_SHAPE_HPP

// <inlay/shape/map.hpp>
#ifndef INLAY_SHAPE_MAP_HPP
#define INLAY_SHAPE_MAP_HPP
// How one example of a value lies in memory: cells along three axes, each a vector of channels. A
// value may be a view of another's memory: some of its cells, or some of its channels.

namespace inlay::INLAY_ABI {

/// Cells of zeros around an image, kept so that a padded convolution needs no border code.
struct Halo {
    std::size_t top = 0, bottom = 0, left = 0, right = 0, front = 0, back = 0;

    constexpr bool empty() const { return top + bottom + left + right + front + back == 0; }

    /// The smallest border that holds both.
    constexpr Halo joined(const Halo& other) const {
        const auto larger = [](std::size_t a, std::size_t b) { return a < b ? b : a; };
        return {larger(top, other.top),     larger(bottom, other.bottom), larger(left, other.left),
                larger(right, other.right), larger(front, other.front),   larger(back, other.back)};
    }

    /// The border before and behind the cells of an axis: depth, height, width.
    constexpr std::size_t before(int axis) const {
        return axis == 0 ? front : axis == 1 ? top : left;
    }
    constexpr std::size_t behind(int axis) const {
        return axis == 0 ? back : axis == 1 ? bottom : right;
    }

    friend constexpr bool operator==(const Halo&, const Halo&) = default;
};

/// The cells of one axis, and the elements from one to the next.
struct Axis {
    std::size_t cells = 1, step = 0;

    friend constexpr bool operator==(const Axis&, const Axis&) = default;
};

/// Where the elements of one example lie: element (d, h, w, c) at origin() + d plane() + h pitch()
/// + w pixel() + c. A vector counts as one cell, a sequence as a row of them, so that every kernel
/// reads every rank alike.
struct Map {
    Axis axes[3];  ///< depth, height, width
    std::size_t vector = 1, first = 0, stride = 0;

    constexpr Map() = default;

    /// A value in memory of its own, inside a border.
    constexpr explicit(false) Map(const Shape& shape, const Halo& halo = {})
        : vector(shape.last()) {
        stride = vector;
        for (int a = 2; a >= 0; --a) {
            const int dimension = shape.rank() - 4 + a;
            axes[a] = {dimension < 0 ? 1 : shape[dimension], stride};
            first += halo.before(a) * stride;
            stride *= halo.before(a) + axes[a].cells + halo.behind(a);
        }
    }

    constexpr std::size_t channels() const { return vector; }
    constexpr std::size_t width() const { return axes[2].cells; }
    constexpr std::size_t height() const { return axes[1].cells; }
    constexpr std::size_t depth() const { return axes[0].cells; }

    /// Rows of cells: those of all images of a volume.
    constexpr std::size_t rows() const { return depth() * height(); }
    constexpr std::size_t cells() const { return rows() * width(); }
    constexpr std::size_t elements() const { return cells() * channels(); }

    /// Elements from one cell to the next, from one row of an image, and from one image.
    constexpr std::size_t pixel() const { return axes[2].step; }
    constexpr std::size_t pitch() const { return axes[1].step; }
    constexpr std::size_t plane() const { return axes[0].step; }

    /// Elements from the start of an example's memory to the first cell.
    constexpr std::size_t origin() const { return first; }

    /// Elements from the start of an example's memory to the first cell of row r.
    constexpr std::size_t row(std::size_t r) const {
        if (depth() == 1) return first + r * pitch();
        return first + r / height() * plane() + r % height() * pitch();
    }

    /// Elements from one example to the next.
    constexpr std::size_t size() const { return stride; }

    /// Whether the elements lie one behind the other: those of a cell's neighbours, of a row's
    /// neighbours, of one example and of the next.
    constexpr bool dense_rows() const { return pixel() == channels() || width() == 1; }
    constexpr bool dense_example() const {
        return dense_rows() && (rows() == 1 || pitch() == width() * channels()) &&
               (depth() == 1 || plane() == height() * pitch());
    }
    constexpr bool dense() const { return dense_example() && size() == elements(); }

    /// Whether two maps have the same cells and channels, wherever they lie.
    constexpr bool alike(const Map& other) const {
        return width() == other.width() && height() == other.height() && depth() == other.depth() &&
               channels() == other.channels();
    }

    /// The same memory read as another shape; the elements of an example lie one behind the other.
    constexpr Map reshaped(const Shape& shape) const {
        Map map(shape);
        map.first = first;
        map.stride = stride;
        return map;
    }

    /// The extents of all axes, those of a smaller rank's being 1.
    constexpr Shape cells_and_channels() const { return {depth(), height(), width(), channels()}; }

    /// Some cells and channels, as many as `part` has: from cell `at` on along each axis, which may
    /// lie in the border, and from number `channel` on.
    constexpr Map slice(const Map& part, const int (&at)[3], std::size_t channel) const {
        Map map = *this;
        map.vector = part.vector;
        map.first += channel;
        for (int a = 0; a < 3; ++a) {
            map.axes[a].cells = part.axes[a].cells;
            map.first +=
                static_cast<std::size_t>(at[a]) * axes[a].step;  // also where it is below 0
        }
        return map;
    }

    friend constexpr bool operator==(const Map&, const Map&) = default;
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_SHAPE_MAP_HPP

// <inlay/kernel/combine.hpp>
#ifndef INLAY_KERNEL_COMBINE_HPP
#define INLAY_KERNEL_COMBINE_HPP
// Functions of several maps, element by element; extents of 1 serve all places along their axis.

namespace inlay::INLAY_ABI::kernel {

/// One of several inputs, read at the places of the output.
struct Spread {
    Map map;          ///< with the output's cells, and steps of 0 where one cell serves them all
    bool along[3]{};  ///< the axes where it does
    bool channel = false;  ///< one channel serves all

    constexpr Spread(const Map& in, const Map& out) : map(in), channel(in.vector < out.vector) {
        for (int a = 0; a < 3; ++a) {
            if (in.axes[a].cells == out.axes[a].cells) continue;
            along[a] = true;
            map.axes[a] = {out.axes[a].cells, 0};
        }
    }

    constexpr bool spreads() const { return along[0] || along[1] || along[2] || channel; }

    /// The places of the output that one element of the input serves, as rows and columns.
    constexpr Chains served(const Map& out) const {
        return {(along[0] ? out.depth() : 1) * (along[1] ? out.height() : 1),
                along[2] ? out.width() : 1};
    }
};

/// What the compiler knows of a combination: Joint is layer/pass.hpp's.
template <auto joint>
struct Combination {
    static constexpr std::size_t inputs = sizeof joint.in / sizeof joint.in[0];
    static constexpr Map out = joint.out;

    template <std::size_t k>
    static constexpr Spread input{joint.in[k].map, joint.out};

    /// Whether all maps lie one behind the other and alike.
    static constexpr bool plain = [] {
        bool all = out.dense();
        for (const auto& reading : joint.in)
            all = all && reading.map.dense() && reading.map.alike(out);
        return all;
    }();

    /// Whether all maps are alike, and the cells of a row lie one behind the other: then a row is
    /// read as one cell of many channels.
    static constexpr bool by_rows = [] {
        bool all = out.dense_rows();
        for (const auto& reading : joint.in)
            all = all && reading.map.dense_rows() && reading.map.alike(out);
        return all;
    }();
    static constexpr std::size_t columns = by_rows ? 1 : out.width();
    static constexpr std::size_t run = by_rows ? out.width() * out.channels() : out.channels();

    /// The values of all inputs for channels [c, c + lanes) at column q of row p of example n.
    template <class Scalar>
    struct Values {
        simd::Pack<Scalar> of[inputs];

        INLAY_INLINE Values(const Scalar* const* x, std::size_t n, std::size_t p, std::size_t q,
                            std::size_t c, int lanes) {
            simd::unroll<inputs>([&](auto k) INLAY_INLINE_LAMBDA {
                constexpr Spread from = input<k>;
                const Scalar* const cell =
                    x[k] + n * from.map.size() + from.map.row(p) + q * from.map.pixel();
                if constexpr (from.channel)
                    of[k] = simd::broadcast(*cell);
                else
                    of[k] = simd::load_some(cell + c, lanes);
            });
        }

        /// Of plain maps, at element `at` of all examples.
        INLAY_INLINE Values(const Scalar* const* x, std::size_t at, int lanes) {
            simd::unroll<inputs>(
                [&](auto k) INLAY_INLINE_LAMBDA { of[k] = simd::load_some(x[k] + at, lanes); });
        }
    };
};

/// y = f(Function(x_1, x_2 ...))
template <auto joint, class Function, class Activation, class Scalar>
INLAY_NOINLINE void combine(const Scalar* const* x, Scalar* y, std::size_t count) {
    using It = Combination<joint>;
    using Values = typename It::template Values<Scalar>;
    constexpr Map out = joint.out;
    const auto value = [](const Values& values) INLAY_INLINE_LAMBDA {
        return Activation::value(Function::value(values.of));
    };
    if constexpr (It::plain) {
        simd::for_each_pack<Scalar>(
            count * out.size(), [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
                simd::store_some(y + at, value(Values(x, at, lanes)), lanes);
            });
    } else {
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t p = 0; p < out.rows(); ++p)
                for (std::size_t q = 0; q < It::columns; ++q) {
                    Scalar* const to = y + n * out.size() + out.row(p) + q * out.pixel();
                    simd::for_each_pack<Scalar>(
                        It::run, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                            simd::store_some(to + c, value(Values(x, n, p, q, c, lanes)), lanes);
                        });
                }
    }
}

/// dx_k (+)= sum Function's derivative by x_k times dy, over the places that an element of x_k
/// serves: the sum of places.hpp over them, then over the channels
template <auto joint, std::size_t k, class Function, class Scalar>
INLAY_NOINLINE void combine_gradient(const Scalar* const* x, const Scalar* dy, Scalar* dx,
                                     std::size_t count) {
    using It = Combination<joint>;
    using Values = typename It::template Values<Scalar>;
    constexpr Map in = joint.in[k].map, out = joint.out;
    constexpr Spread spread(in, out);
    constexpr bool accumulate = joint.in[k].accumulate;
    const auto add = [](Scalar* to, auto term, int lanes) INLAY_INLINE_LAMBDA {
        if constexpr (accumulate) term = simd::add(simd::load_some(to, lanes), term);
        simd::store_some(to, term, lanes);
    };
    if constexpr (It::plain) {
        simd::for_each_pack<Scalar>(count * out.size(), [&](std::size_t at,
                                                            int lanes) INLAY_INLINE_LAMBDA {
            const Values values(x, at, lanes);
            add(dx + at, Function::template gradient<k>(values.of, simd::load_some(dy + at, lanes)),
                lanes);
        });
    } else if constexpr (It::by_rows) {
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t p = 0; p < out.rows(); ++p)
                simd::for_each_pack<Scalar>(It::run, [&](std::size_t c,
                                                         int lanes) INLAY_INLINE_LAMBDA {
                    const auto above = simd::load_some(dy + n * out.size() + out.row(p) + c, lanes);
                    const Values values(x, n, p, 0, c, lanes);
                    add(dx + n * in.size() + in.row(p) + c,
                        Function::template gradient<k>(values.of, above), lanes);
                });
    } else {
        constexpr Chains served = spread.served(out);
        constexpr std::size_t high = spread.along[1] ? out.height() : 1;
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t row = 0; row < in.rows(); ++row)
                for (std::size_t column = 0; column < in.width(); ++column) {
                    Scalar* const to = dx + n * in.size() + in.row(row) + column * in.pixel();
                    const auto sum = [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                        return sum_places<Scalar, served>(
                            served,
                            [&](auto chain, std::size_t i, std::size_t j) INLAY_INLINE_LAMBDA {
                                const std::size_t d =
                                    spread.along[0] ? i / high : row / in.height();
                                const std::size_t h =
                                    spread.along[1] ? i % high : row % in.height();
                                const std::size_t p = d * out.height() + h;
                                const std::size_t q = spread.along[2] ? j : column;
                                const Values values(x, n, p, q, c, lanes);
                                const auto above = simd::load_some(
                                    dy + n * out.size() + out.row(p) + q * out.pixel() + c, lanes);
                                return simd::add(chain,
                                                 Function::template gradient<k>(values.of, above));
                            });
                    };
                    if constexpr (spread.channel) {
                        Scalar sums[out.channels()];
                        simd::for_each_pack<Scalar>(
                            out.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                                simd::store_some(sums + c, sum(c, lanes), lanes);
                            });
                        add(to, simd::broadcast<Scalar>(simd::sum(sums, out.channels())), 1);
                    } else {
                        simd::for_each_pack<Scalar>(
                            out.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                                add(to + c, sum(c, lanes), lanes);
                            });
                    }
                }
    }
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_COMBINE_HPP

// <inlay/layer/branches.hpp>
#ifndef INLAY_LAYER_BRANCHES_HPP
#define INLAY_LAYER_BRANCHES_HPP
namespace inlay::INLAY_ABI {

/// Types in order: what a layer of several inputs calls its branches.
template <class... Types>
struct TypeList {
    static constexpr std::size_t count = sizeof...(Types);
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::TypeList;
}  // namespace inlay
#endif  // INLAY_LAYER_BRANCHES_HPP

// <inlay/kernel/algorithm.hpp>
#ifndef INLAY_KERNEL_ALGORITHM_HPP
#define INLAY_KERNEL_ALGORITHM_HPP
// How a convolution is computed, and which way costs least: a function of the shape alone, so that
// a network gives the same bits on every machine.

namespace inlay::INLAY_ABI {

/// The direct sum, or Winograd's minimal filtering F(tile x tile, size x size).
struct Algorithm {
    int tile = 0;  ///< outputs of a tile along each axis; 0: the direct sum
    int size = 0;  ///< of the kernel, where a layer has made its choice

    static constexpr Algorithm by_cost() { return {-1}; }

    constexpr bool fast() const { return tile > 0; }

    friend constexpr bool operator==(const Algorithm&, const Algorithm&) = default;
};

namespace kernel {

/// What the choice looks at: a convolution of stride 1 with a square kernel, of one example.
struct Filtering {
    std::size_t height, width, channels;  ///< of the output
    std::size_t in_channels, size;        ///< of the input; of the kernel along an axis

    constexpr std::uint64_t tiles(std::size_t tile) const {
        return std::uint64_t{(height + tile - 1) / tile} * ((width + tile - 1) / tile);
    }

    /// Products with weights: one a tap in the direct sum, one a point of a tile otherwise.
    constexpr std::uint64_t products(Algorithm algorithm) const {
        const std::uint64_t pairs = std::uint64_t{in_channels} * channels;
        if (!algorithm.fast()) return pairs * height * width * size * size;
        const auto tile = static_cast<std::size_t>(algorithm.tile);
        const std::uint64_t points = tile + size - 1;
        return pairs * tiles(tile) * points * points;
    }

    /// Time in multiply-adds: the products, four tiles at a time at least; a point of a tile costs
    /// `transform` for each channel, in or out; a weight costs `weight` to fetch. The constants lie
    /// between those of machines with 8 and with 16 lanes.
    constexpr std::uint64_t cost(Algorithm algorithm) const {
        constexpr std::uint64_t transform = 8, weight = 4;
        const std::uint64_t pairs = std::uint64_t{in_channels} * channels;
        if (!algorithm.fast()) return products(algorithm) + weight * pairs * size * size;
        const auto tile = static_cast<std::size_t>(algorithm.tile);
        const std::uint64_t points = (tile + size - 1) * (tile + size - 1), many = tiles(tile);
        return points * (pairs * ((many < 4 ? 4 : many) + weight) +
                         transform * many * (in_channels + channels));
    }

    /// What costs least of the algorithms whose errors are at most four times those of the direct
    /// sum: F(2x2, 3x3), F(4x4, 3x3) and F(2x2, 5x5).
    constexpr Algorithm fastest() const {
        Algorithm best;
        for (int tile = 2; tile <= 4; tile += 2) {
            const Algorithm next{tile, static_cast<int>(size)};
            const bool exact = size == 3 || (size == 5 && tile == 2);
            if (exact && cost(next) < cost(best)) best = next;
        }
        return best;
    }
};

}  // namespace kernel

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_KERNEL_ALGORITHM_HPP

// <inlay/layer/pass.hpp>
#ifndef INLAY_LAYER_PASS_HPP
#define INLAY_LAYER_PASS_HPP
// What a layer's forward and backward formulas are given: what the compiler knows, and pointers.

namespace inlay::INLAY_ABI {

/// How a layer of one input is bound: with everything the compiler knows about it.
struct Binding {
    Map in, out;
    bool bias = false;           ///< a bias stands behind the kernel (also one that folding made)
    bool accumulate = false;     ///< dx already holds the gradient of another reader: add to it
    bool input_gradient = true;  ///< somebody needs dx
    bool masked = false;         ///< a mask travels beside the input
    bool frozen = false;         ///< the weights stay as they are: nobody needs their gradient
    std::uint32_t layer = 0;     ///< the layer's own number, for random numbers
    int rank = 0;                ///< of the input's shape
    Algorithm algorithm{};

    friend constexpr bool operator==(const Binding&, const Binding&) = default;
};

/// How one of several inputs of a layer is read.
struct Reading {
    Map map;
    bool accumulate = false, input_gradient = true;  ///< as in Binding
    bool in_place = false;  ///< the input already lies where the output wants it

    friend constexpr bool operator==(const Reading&, const Reading&) = default;
};

/// How a layer of several inputs is bound.
template <std::size_t Inputs>
struct Joint {
    static constexpr std::size_t inputs = Inputs;

    Reading in[Inputs];
    Map out;

    friend constexpr bool operator==(const Joint&, const Joint&) = default;
};

/// What tells one training step from another: random numbers are a function of nothing else.
struct Moment {
    std::uint64_t seed = 0;
    std::uint64_t step = 0;
    std::size_t first = 0;  ///< the place in the batch of the first example at hand
};

/// What a layer's forward pass receives: `count` examples one after another.
template <class Scalar>
struct Forward {
    const Scalar* x;
    Scalar* y;
    const Scalar* weights;     ///< this layer's trainable tensors, or what folding made of them
    const Scalar* state;       ///< this layer's other tensors
    const Scalar* statistics;  ///< what `combine` made of the whole batch
    std::size_t count;
    Moment moment{};
    Scalar* kept = nullptr;        ///< in training, room for `kept_count` numbers of each example
    const Scalar* copy = nullptr;  ///< what `copy_for_forward` made of the weights
    Scalar* scratch = nullptr;     ///< room for `scratch_count` numbers
    const Scalar* const* inputs = nullptr;  ///< x of a layer of several inputs
    const Scalar* mask = nullptr;           ///< [count][steps] beside x: 0 where a step is left out
    Scalar* new_mask = nullptr;             ///< likewise beside y, of a layer that makes one
};

/// What a layer's backward pass receives; `gradient` is added to, dx is assigned unless the binding
/// says accumulate. What the layer has not said that it reads is null.
template <class Scalar>
struct Backward {
    const Scalar* x;
    const Scalar* y;
    const Scalar* dy;
    Scalar* dx;
    const Scalar* weights;
    const Scalar* copy;  ///< what `copy_for_backward` made of the weights
    const Scalar* statistics;
    Scalar* gradient;
    std::size_t count;
    Moment moment{};
    const Scalar* kept = nullptr;  ///< what the forward pass left there
    Scalar* scratch = nullptr;     ///< room for one example of the map before a fused pooling, and
                                   ///< behind it for `scratch_count` numbers
    const Scalar* const* inputs = nullptr;  ///< x and dx of a layer of several inputs
    Scalar* const* input_gradients = nullptr;
    const Scalar* mask = nullptr;  ///< beside x, or that which the layer has made
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Backward;
using INLAY_ABI::Binding;
using INLAY_ABI::Forward;
using INLAY_ABI::Joint;
}  // namespace inlay
#endif  // INLAY_LAYER_PASS_HPP

// <inlay/random/philox.hpp>
#ifndef INLAY_RANDOM_PHILOX_HPP
#define INLAY_RANDOM_PHILOX_HPP
// Philox4x32-10, a counter-based generator: a random number is a function of its place, not of a
// state that moves, so that no order of work and no number of threads changes it. J. Salmon,
// M. Moraes, R. Dror and D. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.

namespace inlay::INLAY_ABI::randomness {

/// The 128 bits that philox maps to 128 random bits.
struct Counter {
    std::uint32_t word[4];

    friend constexpr bool operator==(const Counter&, const Counter&) = default;
};

/// Ten rounds of Philox4x32: for each key a bijection of counters.
constexpr Counter philox(Counter counter, std::uint64_t key) {
    auto low = static_cast<std::uint32_t>(key);
    auto high = static_cast<std::uint32_t>(key >> 32);
    for (int round = 0; round < 10; ++round) {
        const auto [a, b, c, d] = counter.word;
        const std::uint64_t p = std::uint64_t{0xD2511F53} * a;
        const std::uint64_t q = std::uint64_t{0xCD9E8D57} * c;
        counter = {{static_cast<std::uint32_t>(q >> 32) ^ b ^ low, static_cast<std::uint32_t>(q),
                    static_cast<std::uint32_t>(p >> 32) ^ d ^ high, static_cast<std::uint32_t>(p)}};
        low += 0x9E3779B9;
        high += 0xBB67AE85;
    }
    return counter;
}

/// Sixteen counters side by side: word w of counter l is word[w][l].
struct Counters16 {
    std::uint32_t word[4][16];
};

/// The same for sixteen counters at once, in loops that compilers turn into vectors.
inline void philox(Counters16& counters, std::uint64_t key) {
    auto& [a, b, c, d] = counters.word;
    auto low = static_cast<std::uint32_t>(key);
    auto high = static_cast<std::uint32_t>(key >> 32);
    for (int round = 0; round < 10; ++round) {
        for (int l = 0; l < 16; ++l) {
            const std::uint64_t p = std::uint64_t{0xD2511F53} * a[l];
            const std::uint64_t q = std::uint64_t{0xCD9E8D57} * c[l];
            a[l] = static_cast<std::uint32_t>(q >> 32) ^ b[l] ^ low;
            b[l] = static_cast<std::uint32_t>(q);
            c[l] = static_cast<std::uint32_t>(p >> 32) ^ d[l] ^ high;
            d[l] = static_cast<std::uint32_t>(p);
        }
        low += 0x9E3779B9;
        high += 0xBB67AE85;
    }
}

}  // namespace inlay::INLAY_ABI::randomness
#endif  // INLAY_RANDOM_PHILOX_HPP

// <inlay/random/stream.hpp>
#ifndef INLAY_RANDOM_STREAM_HPP
#define INLAY_RANDOM_STREAM_HPP
// Which random numbers are whose: a seed holds a stream for every purpose and sequence.

namespace inlay::INLAY_ABI::randomness {

/// What random numbers are for: two purposes share none. The values are part of what a seed means.
enum class Purpose : std::uint8_t { initial_weights = 1, shuffle = 2, dropout = 3 };

/// 2^64 random words, each a function of the seed, the purpose, the sequence (a tensor's number, an
/// epoch; below 2^56) and its own index.
class Stream {
public:
    constexpr Stream(std::uint64_t seed, Purpose purpose, std::uint64_t sequence)
        : seed_(seed), sequence_(static_cast<std::uint64_t>(purpose) << 56 | sequence) {}

    /// Word `index`.
    constexpr std::uint32_t at(std::uint64_t index) const {
        return block(index / 4).word[index % 4];
    }

    /// Words 4 i, 4 i + 1, 4 i + 2 and 4 i + 3, at the price of one.
    constexpr Counter block(std::uint64_t i) const {
        const auto low = [](std::uint64_t bits) { return static_cast<std::uint32_t>(bits); };
        return philox({{low(i), low(i >> 32), low(sequence_), low(sequence_ >> 32)}}, seed_);
    }

    /// The blocks 16 i ... 16 i + 15 side by side, at the price of four or five.
    Counters16 blocks16(std::uint64_t i) const {
        Counters16 counters;
        for (std::uint32_t l = 0; l < 16; ++l) {
            const std::uint64_t number = 16 * i + l;
            counters.word[0][l] = static_cast<std::uint32_t>(number);
            counters.word[1][l] = static_cast<std::uint32_t>(number >> 32);
            counters.word[2][l] = static_cast<std::uint32_t>(sequence_);
            counters.word[3][l] = static_cast<std::uint32_t>(sequence_ >> 32);
        }
        philox(counters, seed_);
        return counters;
    }

private:
    std::uint64_t seed_;
    std::uint64_t sequence_;
};

}  // namespace inlay::INLAY_ABI::randomness
#endif  // INLAY_RANDOM_STREAM_HPP

// <inlay/random/normal.hpp>
#ifndef INLAY_RANDOM_NORMAL_HPP
#define INLAY_RANDOM_NORMAL_HPP
// Normally distributed numbers with the same bits on every machine: no function of the C library
// but the correctly rounded square root, no fused multiply-add.

namespace inlay::INLAY_ABI::randomness {

// Constants are given by their bits or as quotients: under -fsingle-precision-constant a literal is
// a float.
inline constexpr double one = 1;

/// A double whose products no compiler fuses with a later sum.
struct Strict {
    double value;

    INLAY_INLINE friend Strict operator+(Strict a, Strict b) { return {a.value + b.value}; }
    INLAY_INLINE friend Strict operator-(Strict a, Strict b) { return {a.value - b.value}; }
    INLAY_INLINE friend Strict operator*(Strict a, Strict b) {
        return {simd::mul(a.value, b.value)};
    }
    INLAY_INLINE friend Strict operator/(Strict a, Strict b) { return {a.value / b.value}; }
};

/// ln x for a normal x > 0, to about 1e-16.
inline Strict strict_log(Strict x) {
    // x = 2^n m with sqrt(1/2) <= m < sqrt(2), so that |s| <= 0.172 below.
    constexpr auto root_half = std::uint64_t{0x3fe6a09e667f3bcd};
    const auto bits = std::bit_cast<std::uint64_t>(x.value) - root_half;
    const Strict n{static_cast<double>(static_cast<std::int64_t>(bits) >> 52)};
    const Strict m{std::bit_cast<double>((bits & 0x000f'ffff'ffff'ffff) + root_half)};

    // ln m = 2 artanh s = 2 (s + s^3/3 + s^5/5 + ... ) with s = (m - 1) / (m + 1).
    constexpr double series[] = {one / 21, one / 19, one / 17, one / 15, one / 13,
                                 one / 11, one / 9,  one / 7,  one / 5,  one / 3};
    const Strict s = (m - Strict{1}) / (m + Strict{1});
    const Strict s2 = s * s;
    Strict sum{0};
    for (double term : series) sum = sum * s2 + Strict{term};
    constexpr Strict ln2{std::bit_cast<double>(std::uint64_t{0x3fe62e42fefa39ef})};
    return n * ln2 + Strict{2} * (s + s * s2 * sum);
}

/// cos(2 pi u) for 0 <= u <= 1, to about 1e-16.
inline Strict strict_cosine_of_turn(Strict u) {
    // The nearest quarter of a turn, and the angle from there: |angle| <= pi / 4.
    const int quarter = static_cast<int>((u * Strict{4} + Strict{0.5}).value);
    constexpr Strict two_pi{std::bit_cast<double>(std::uint64_t{0x401921fb54442d18})};
    const Strict angle = (u - Strict{quarter * (one / 4)}) * two_pi;
    const Strict square = angle * angle;

    // The series of Taylor: 1 / n! with alternating signs, n even for the cosine, odd for the sine.
    constexpr double cosine[] = {one / 20922789888000,
                                 -one / 87178291200,
                                 one / 479001600,
                                 -one / 3628800,
                                 one / 40320,
                                 -one / 720,
                                 one / 24,
                                 -one / 2,
                                 one};
    constexpr double sine[] = {one / 355687428096000,
                               -one / 1307674368000,
                               one / 6227020800,
                               -one / 39916800,
                               one / 362880,
                               -one / 5040,
                               one / 120,
                               -one / 6,
                               one};
    Strict sum{0};
    for (double term : quarter % 2 == 0 ? cosine : sine) sum = sum * square + Strict{term};
    if (quarter % 2 != 0) sum = sum * angle;
    return quarter == 1 || quarter == 2 ? Strict{0} - sum : sum;
}

/// A standard normal number from two words (G. Box and M. Muller, 1958), at most 6.77 in size.
inline double standard_normal(std::uint32_t radius, std::uint32_t angle) {
    const Strict u{(radius + one / 2) * 0x1p-32};  // never 0
    const Strict square = Strict{-2} * strict_log(u);
    return (Strict{simd::registers::root(square.value)} *
            strict_cosine_of_turn({angle * one * 0x1p-32}))
        .value;
}

/// Element i of a sequence of standard normal numbers, drawn anew beyond -2 and 2 as in Keras's
/// TruncatedNormal. Each element has 2^16 words of the stream to itself.
inline double truncated_normal(const Stream& stream, std::uint64_t i) {
    for (std::uint64_t block = i << 14;; ++block) {
        const Counter words = stream.block(block);
        for (int pair = 0; pair < 4; pair += 2) {
            const double value = standard_normal(words.word[pair], words.word[pair + 1]);
            if (-2 <= value && value <= 2) return value;
        }
    }
}

}  // namespace inlay::INLAY_ABI::randomness
#endif  // INLAY_RANDOM_NORMAL_HPP

// <inlay/random/uniform.hpp>
#ifndef INLAY_RANDOM_UNIFORM_HPP
#define INLAY_RANDOM_UNIFORM_HPP
// Uniform numbers from random words.

namespace inlay::INLAY_ABI::randomness {

/// One of the 2^24 multiples of 2^-24 in [0, 1), exactly, from the word's upper bits.
constexpr float uniform_unit(std::uint32_t word) {
    return static_cast<float>(word >> 8) * 0x1p-24f;
}

/// A whole number below `bound` > 0, all equally likely, from the stream's word `next` or, where it
/// is refused, those behind; `next` moves behind the last one used. D. Lemire, "Fast random integer
/// generation in an interval", ACM Transactions on Modeling and Computer Simulation 29, 2019.
constexpr std::uint32_t uniform_below(std::uint32_t bound, const Stream& stream,
                                      std::uint64_t& next) {
    const std::uint32_t surplus = (0u - bound) % bound;  // 2^32 modulo bound
    for (;;) {
        const std::uint64_t product = std::uint64_t{stream.at(next++)} * bound;
        if (static_cast<std::uint32_t>(product) >= surplus)
            return static_cast<std::uint32_t>(product >> 32);
    }
}

}  // namespace inlay::INLAY_ABI::randomness
#endif  // INLAY_RANDOM_UNIFORM_HPP

// <inlay/random/initializers.hpp>
#ifndef INLAY_RANDOM_INITIALIZERS_HPP
#define INLAY_RANDOM_INITIALIZERS_HPP
// How weights start: Keras 3's formulas (keras/src/initializers/random_initializers.py), with the
// same bits on every machine. Element i depends on nothing but the stream and i.

namespace inlay::INLAY_ABI::randomness {

/// Uniform in [-limit, limit): multiples of 2^-23 limit.
inline void fill_uniform(std::span<float> out, double limit, const Stream& stream) {
    Counter words{};
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (i % 4 == 0) words = stream.block(i / 4);
        const double unit = 2.0 * static_cast<double>(uniform_unit(words.word[i % 4])) - 1.0;
        out[i] = static_cast<float>(unit * limit);
    }
}

/// Normal with this variance, cut at two standard deviations of the distribution before the cut.
inline void fill_truncated_normal(std::span<float> out, double variance, const Stream& stream) {
    // The standard deviation of a standard normal number cut at -2 and 2, as Keras divides by it.
    constexpr auto cut_deviation = std::bit_cast<double>(std::uint64_t{0x3fec25e4b6dba981});
    const double deviation = simd::registers::root(variance) / cut_deviation;
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<float>(truncated_normal(stream, i) * deviation);
}

}  // namespace inlay::INLAY_ABI::randomness

namespace inlay::INLAY_ABI {

/// Glorot and Bengio 2010: uniform within sqrt(6 / (fan_in + fan_out)).
struct GlorotUniform {
    static void fill(std::span<float> out, double fan_in, double fan_out,
                     const randomness::Stream& stream) {
        randomness::fill_uniform(out, simd::registers::root(6 / (fan_in + fan_out)), stream);
    }
};

/// Glorot and Bengio 2010: truncated normal of variance 2 / (fan_in + fan_out).
struct GlorotNormal {
    static void fill(std::span<float> out, double fan_in, double fan_out,
                     const randomness::Stream& stream) {
        randomness::fill_truncated_normal(out, 2 / (fan_in + fan_out), stream);
    }
};

/// He et al. 2015: uniform within sqrt(6 / fan_in).
struct HeUniform {
    static void fill(std::span<float> out, double fan_in, double,
                     const randomness::Stream& stream) {
        randomness::fill_uniform(out, simd::registers::root(6 / fan_in), stream);
    }
};

/// He et al. 2015: truncated normal of variance 2 / fan_in.
struct HeNormal {
    static void fill(std::span<float> out, double fan_in, double,
                     const randomness::Stream& stream) {
        randomness::fill_truncated_normal(out, 2 / fan_in, stream);
    }
};

struct Zeros {
    static void fill(std::span<float> out, double, double, const randomness::Stream&) {
        for (float& value : out) value = 0.0f;
    }
};

struct Ones {
    static void fill(std::span<float> out, double, double, const randomness::Stream&) {
        for (float& value : out) value = 1.0f;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GlorotNormal;
using INLAY_ABI::GlorotUniform;
using INLAY_ABI::HeNormal;
using INLAY_ABI::HeUniform;
using INLAY_ABI::Ones;
using INLAY_ABI::Zeros;
}  // namespace inlay
#endif  // INLAY_RANDOM_INITIALIZERS_HPP

// <inlay/layer/weights.hpp>
#ifndef INLAY_LAYER_WEIGHTS_HPP
#define INLAY_LAYER_WEIGHTS_HPP
// The tensors of a layer: names, shapes in Keras's layout, and what they start with.

namespace inlay::INLAY_ABI {

/// One tensor of a layer's weights: its name, its shape in Keras's layout, and how it starts: with
/// zeros unless said.
struct WeightSpec {
    using Fill = void (*)(std::span<float>, double fan_in, double fan_out,
                          const randomness::Stream&);

    std::string_view name;
    Shape shape;
    Fill fill = nullptr;
    std::size_t fan_in = 0, fan_out = 0;
    bool trainable = true;

    /// The values that the tensor starts with. They are drawn as floats for every scalar: networks
    /// in float and in double start alike.
    template <class Scalar>
    void initialize(std::span<Scalar> values, const randomness::Stream& stream) const {
        if (fill == nullptr) {
            for (Scalar& value : values) value = 0;
            return;
        }
        const auto draw = [&](float* drawn) {
            fill({drawn, values.size()}, static_cast<double>(fan_in), static_cast<double>(fan_out),
                 stream);
        };
        if constexpr (std::is_same_v<Scalar, float>) {
            draw(values.data());
        } else {
            // The floats lie at the beginning of the same memory, and are widened from the last on.
            static_assert(sizeof(Scalar) >= sizeof(float), "inlay: no room for the floats");
            auto* const drawn = reinterpret_cast<float*>(values.data());
            draw(drawn);
            for (std::size_t k = values.size(); k-- > 0;) {
                float narrow;
                __builtin_memcpy(&narrow, drawn + k, sizeof narrow);
                const auto wide = static_cast<Scalar>(narrow);
                __builtin_memcpy(&values[k], &wide, sizeof wide);
            }
        }
    }
};

/// The tensors of one layer, in Keras's order: at most `capacity`, and a name each of their own.
struct WeightSpecs {
    static constexpr int capacity = 16;

    WeightSpec items[capacity];
    int count = 0;  ///< of those that were added, also where they are too many

    constexpr WeightSpecs& add(const WeightSpec& item) {
        if (count < capacity) items[count] = item;
        ++count;
        return *this;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::WeightSpec;
using INLAY_ABI::WeightSpecs;
}  // namespace inlay
#endif  // INLAY_LAYER_WEIGHTS_HPP

// <inlay/shape/window.hpp>
#ifndef INLAY_SHAPE_WINDOW_HPP
#define INLAY_SHAPE_WINDOW_HPP
// Windows that slide over an image: the only home of the output-size and padding rules.

namespace inlay::INLAY_ABI {

/// causal: all of the padding before the first cell, so that no place sees a later cell.
enum class Padding { valid, same, causal };

/// A window of `size` cells, `dilation` apart, moved by `stride` along one axis, with Keras's
/// padding rules.
struct Window {
    std::size_t size = 1;
    std::size_t stride = 1;
    Padding padding = Padding::valid;
    std::size_t dilation = 1;

    /// The cells from its first to its last.
    constexpr std::size_t span() const { return (size - 1) * dilation + 1; }

    /// How many places the window takes along n cells; 0 where it does not fit.
    constexpr std::size_t places(std::size_t n) const {
        if (padding != Padding::valid) return n == 0 ? 0 : (n - 1) / stride + 1;
        return n < span() ? 0 : (n - span()) / stride + 1;
    }

    /// Cells of padding in all: max((places - 1) * stride + span - n, 0) for Same.
    constexpr std::size_t padded(std::size_t n) const {
        if (padding == Padding::causal) return span() - 1;
        const std::size_t needed = places(n) == 0 ? 0 : (places(n) - 1) * stride + span();
        return padding == Padding::valid || needed <= n ? 0 : needed - n;
    }

    /// Cells of padding before the first cell; the odd cell goes behind the last, as in Keras.
    constexpr std::size_t before(std::size_t n) const {
        return padding == Padding::causal ? padded(n) : padded(n) / 2;
    }

    /// Cells of padding behind the last cell.
    constexpr std::size_t behind(std::size_t n) const { return padded(n) - before(n); }

    friend constexpr bool operator==(const Window&, const Window&) = default;
};

/// A window over height, width and, in a volume, depth.
struct Windows {
    Window height, width, depth;

    /// The cells that it covers at a place.
    constexpr std::size_t cells() const { return depth.size * height.size * width.size; }

    friend constexpr bool operator==(const Windows&, const Windows&) = default;
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_SHAPE_WINDOW_HPP

// <inlay/layer/facts.hpp>
#ifndef INLAY_LAYER_FACTS_HPP
#define INLAY_LAYER_FACTS_HPP
// What the compiler asks of a layer on its inputs: one record, gathered in one place.

namespace inlay::INLAY_ABI {

/// What a rewrite may do with a layer: roles are matched, never names.
enum class Role {
    linear,       ///< y = kernel (*) x + bias: takes a normalization and an activation into itself
    elementwise,  ///< y = f(x) for each element: can run in the epilogue of the step before it
    maximum,      ///< y = the largest x of a `window` that shares no cell with others: likewise
    normalization,  ///< y = scale x + shift for each channel; statistics of the whole batch
    shape_only,     ///< the same elements under another shape: no work at all
    crop,           ///< some of the cells: a view of its input
    pad,            ///< the same cells in a border of zeros: likewise
    concat,         ///< inputs one behind the other along the channels: they can lie there at once
    training_only,  ///< nothing but a copy outside of training
    other
};

/// What becomes of a mask that travels beside a layer's input.
enum class Masks {
    stop,  ///< it ends here
    pass,  ///< it belongs to the output too
    read,  ///< it is used here, and ends
    make   ///< the layer makes one of its own
};

/// The shapes of a layer's inputs.
struct Shapes {
    const Shape* first = nullptr;
    int count = 0;

    constexpr const Shape& operator[](int k) const { return first[k]; }
};

/// What a shape rule says where it cannot accept its input: the need and the remedy, two clauses.
struct Complaint {
    Sentence needs, remedy;

    constexpr bool raised() const { return !needs.empty(); }
};

/// What a layer may hold in its own epilogue.
struct Takes {
    bool activation = false, maximum = false;
};

/// What a backward pass reads beside dy.
struct Reads {
    bool input = false, output = false;
};

/// Multiply-adds of one example with weights, and the multiplications that the algorithm leaves.
struct Cost {
    std::uint64_t multiply_adds = 0, multiplications = 0;
};

/// Numbers that a layer needs beside its inputs, outputs and weights.
struct Room {
    std::size_t kept = 0;  ///< of each example, from the forward to the backward pass
    std::size_t forward_copy = 0, backward_copy = 0;  ///< of weights in a layout of their own
    std::size_t statistics = 0;                       ///< of the whole batch
    std::size_t prepared = 0;  ///< of what `prepare` makes of weights and state for inference
    std::size_t (*scratch)(const Shape&, Algorithm, bool training, std::size_t examples) = none;

    static constexpr std::size_t none(const Shape&, Algorithm, bool, std::size_t) { return 0; }
};

/// What the compiler knows of one layer on its inputs.
struct Facts {
    Role role = Role::other;
    Takes takes;
    Reads backward;
    Cost cost;
    Algorithm algorithm;
    Halo halo;  ///< the border of zeros it wants around its input
    Room room;
    Windows window;            ///< of a maximum
    int offset[3]{};           ///< of a crop or a pad: the input's cell that is the output's first
    bool whole_batch = false;  ///< statistics over the whole batch in training
    bool by_parts = false;     ///< its gradient is shared out over the threads
    bool bias = false;
    bool skips_gradient = false;  ///< of its weights, where it is frozen
    bool views = false;  ///< it reads and writes maps as they come, not only plain ones
    Masks masks = Masks::stop;
};

/// A layer bound to its inputs.
struct Bound {
    Shape output;
    Complaint complaint;
    WeightSpecs weights;
    Facts facts;
};

/// Whether a layer takes several inputs: it names the branches that make them.
template <class Layer>
concept Joins = requires { typename Layer::branches; };

/// Asks a layer everything. A layer of one input is given its shape, another one all of them.
template <class Layer>
constexpr Bound bind_layer(const Shapes& inputs, Algorithm policy) {
    const auto& in = [&]() -> const auto& {
        if constexpr (Joins<Layer>)
            return inputs;
        else
            return inputs[0];
    }();
    Bound bound;
    bound.output = Layer::output(in, bound.complaint);
    if (bound.complaint.raised()) return bound;
    Facts& f = bound.facts;
    f.role = Layer::role;
    f.takes = {Layer::takes_activation, Layer::takes_maximum};
    f.backward = {Layer::backward_reads_input, Layer::backward_reads_output};
    f.whole_batch = Layer::whole_batch;
    f.masks = Layer::masks;
    f.skips_gradient = Layer::skips_gradient;
    if constexpr (requires { Layer::has_bias; }) f.bias = Layer::has_bias;
    if constexpr (Layer::role == Role::maximum) f.window = Layer::window;
    if constexpr (requires { Layer::offset(in, 0); })
        for (int axis = 0; axis < 3; ++axis) f.offset[axis] = Layer::offset(in, axis);
    f.views = Layer::views(inputs[0]);
    if constexpr (!Joins<Layer>) {
        bound.weights = Layer::weights(in);
        f.algorithm = Layer::algorithm(in, policy);
        f.cost.multiply_adds = Layer::multiply_adds(in);
        f.cost.multiplications =
            f.algorithm.fast() ? Layer::products(in, f.algorithm) : f.cost.multiply_adds;
        f.halo = Layer::halo(in, f.algorithm);
        f.by_parts = Layer::shared(in);
        f.room.forward_copy = Layer::forward_copy_count(in, f.algorithm);
        f.room.backward_copy = Layer::backward_copy_count(in, f.algorithm);
        f.room.scratch = Layer::scratch_count;
        if constexpr (requires { Layer::statistics_count(in, max_slices); })
            f.room.statistics = Layer::statistics_count(in, max_slices);
        if constexpr (requires { Layer::prepared_count(in); })
            f.room.prepared = Layer::prepared_count(in);
    }
    if constexpr (requires { Layer::kept_count(in); }) f.room.kept = Layer::kept_count(in);
    return bound;
}

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Complaint;
using INLAY_ABI::Masks;
using INLAY_ABI::Role;
using INLAY_ABI::Shapes;
}  // namespace inlay
#endif  // INLAY_LAYER_FACTS_HPP

// <inlay/text/missing.hpp>
#ifndef INLAY_TEXT_MISSING_HPP
#define INLAY_TEXT_MISSING_HPP
// What a type lacks to be what it is used as.

namespace inlay::INLAY_ABI {

/// A list of names, empty where nothing is missing.
struct Missing {
    Sentence list;

    constexpr void needs(bool has, std::string_view what) {
        if (!has) list << (list.empty() ? "" : ", ") << what;
    }
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_TEXT_MISSING_HPP

// <inlay/layer/layer.hpp>
#ifndef INLAY_LAYER_LAYER_HPP
#define INLAY_LAYER_LAYER_HPP
// What a layer is: the contract between one layer's file and everything that runs it.
//
// A layer is an empty descriptor type. Its file states, in this order, its shape rule, its weights,
// its forward and its backward formulas. It never knows its neighbours, its place in the network or
// where its memory lies; `program/` binds it to shapes and `network/` hands it pointers. What a
// property of a layer is called stands here, what the compiler makes of it in layer/facts.hpp.

namespace inlay::INLAY_ABI {

/// What most layers answer; a layer states only where it differs.
struct LayerDefaults {
    static constexpr Role role = Role::other;
    /// Whether the layer applies an activation in its own epilogue.
    static constexpr bool takes_activation = false;
    /// Whether the layer takes the maximum of windows in its own epilogue.
    static constexpr bool takes_maximum = false;
    /// Whether the layer computes statistics over the whole batch in training.
    static constexpr bool whole_batch = false;
    static constexpr bool backward_reads_input = false;
    static constexpr bool backward_reads_output = false;
    /// What becomes of a mask that travels beside the input.
    static constexpr Masks masks = Masks::stop;
    /// Whether the backward pass leaves out the gradient of the weights where the binding says that
    /// they are frozen. Others get room to write it to.
    static constexpr bool skips_gradient = false;
    using Activate = Linear;

    /// Whether the passes read and write maps as they come: with borders, and some of the cells or
    /// channels of others. A layer that does not gets elements that lie one behind the other.
    static constexpr bool views(const Shape&) { return false; }

    static constexpr WeightSpecs weights(const Shape&) { return {}; }

    /// Multiply-adds of one example, of products with weights only.
    static constexpr std::uint64_t multiply_adds(const Shape&) { return 0; }

    /// The algorithm that the layer takes in a network that prefers `policy`.
    static constexpr Algorithm algorithm(const Shape&, [[maybe_unused]] Algorithm policy) {
        return {};
    }

    /// Products with weights of one example that the algorithm leaves; none: its multiply-adds.
    static constexpr std::uint64_t products(const Shape&, Algorithm) { return 0; }

    /// The border of zeros the layer wants around its input.
    static constexpr Halo halo(const Shape&, Algorithm) { return {}; }

    /// Numbers of the copies of the weights, in a layout of their own, that the passes read.
    static constexpr std::size_t forward_copy_count(const Shape&, Algorithm) { return 0; }
    static constexpr std::size_t backward_copy_count(const Shape&, Algorithm) { return 0; }

    /// Numbers that a pass over some examples needs for itself.
    static constexpr std::size_t scratch_count(const Shape&, Algorithm,
                                               [[maybe_unused]] bool training,
                                               [[maybe_unused]] std::size_t examples) {
        return 0;
    }

    /// Whether the weights are so many that their gradient is shared out over the threads instead
    /// of being kept once for each slice.
    static constexpr bool shared(const Shape&) { return false; }
};

/// What a type lacks to be a layer: a list of names, empty for a layer.
template <class Type>
constexpr Sentence missing_of_layer() {
    Missing missing;
    missing.needs(std::is_base_of_v<LayerDefaults, Type>, "LayerDefaults as its base");
    missing.needs(requires { std::string_view(Type::title); }, "title");
    missing.needs(requires { std::string_view(Type::name); }, "name");
    missing.needs(
        requires(const Shape& in, const Shapes& all, Complaint& complaint) {
            requires requires { Shape(Type::output(in, complaint)); } ||
                         requires { Shape(Type::output(all, complaint)); };
        }, "output");
    constexpr auto binding = [] {
        if constexpr (requires { typename Type::branches; })
            return Joint<Type::branches::count>{};
        else
            return Binding{};
    }();
    missing.needs(
        requires(const Forward<float>& pass) { Type::template forward<binding, Linear>(pass); },
        "forward");
    missing.needs(
        requires(const Backward<float>& pass) { Type::template backward<binding>(pass); },
        "backward");
    return missing.list;
}

/// What may stand in a network: a descriptor with a title, a name, a shape rule, a forward and a
/// backward pass; for all else it says in LayerDefaults, its base, how it differs from most.
template <class Type>
concept Layer = missing_of_layer<Type>().empty();

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::LayerDefaults;
}  // namespace inlay
#endif  // INLAY_LAYER_LAYER_HPP

// <inlay/layer/merging.hpp>
#ifndef INLAY_LAYER_MERGING_HPP
#define INLAY_LAYER_MERGING_HPP
// What the layers share that combine the outputs of several branches element by element.

namespace inlay::INLAY_ABI {

/// A function of branches of one shape, or of shapes with extents of 1 where others have more,
/// which are aligned at the channels as in Keras. Function states value(x) and gradient<k>(x, dy),
/// x being an array of packs.
template <class Function, class... Branches>
struct Merging : LayerDefaults {
    using branches = TypeList<Branches...>;

    static constexpr bool takes_activation = true;
    static constexpr Masks masks = Masks::pass;

    static constexpr bool views(const Shape&) { return true; }

    /// The shape of the whole, from the shapes of the branches.
    static constexpr Shape output(const Shapes& in, Complaint& complaint) {
        Shape out = in[0];
        for (int k = 1; k < in.count; ++k)
            if (!spread(out, in[k]) && !complaint.raised()) {
                complaint.needs << "needs branches of one shape, but branch 1 gives ";
                complaint.needs << in[0] << " and branch " << k + 1 << " gives ";
                complaint.needs << in[k];
                complaint.remedy << "give both branches the same strides, padding and filters";
            }
        return complaint.raised() ? in[0] : out;
    }

    /// y = f(Function(x_1, x_2 ...))
    template <auto joint, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::combine<joint, Function, Epilogue>(pass.inputs, pass.y, pass.count);
    }

    /// dx_k (+)= the derivative by x_k times dy, summed where x_k serves several places
    template <auto joint, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        simd::unroll<joint.inputs>([&](auto k) {
            if constexpr (joint.in[k].input_gradient)
                kernel::combine_gradient<joint, k, Function>(pass.inputs, pass.dy,
                                                             pass.input_gradients[k], pass.count);
        });
    }

private:
    /// Widens `out` to hold `in` too; false where they do not go together.
    static constexpr bool spread(Shape& out, const Shape& in) {
        const int rank = out.rank() < in.rank() ? in.rank() : out.rank();
        Shape wide;
        wide.count = rank;
        for (int d = 0; d < rank; ++d) {
            const int a = d - (rank - out.rank()), b = d - (rank - in.rank());
            const std::size_t from = a < 0 ? 1 : out[a], other = b < 0 ? 1 : in[b];
            if (from != other && from != 1 && other != 1) return false;
            wide.extents[d] = from == 1 ? other : from;
        }
        out = wide;
        return true;
    }
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_LAYER_MERGING_HPP

// <inlay/layer/add.hpp>
#ifndef INLAY_LAYER_ADD_HPP
#define INLAY_LAYER_ADD_HPP
namespace inlay::INLAY_ABI {

namespace merging {

/// y = sum_k x_k
struct Add {
    template <class Pack, std::size_t Inputs>
    INLAY_INLINE static Pack value(const Pack (&x)[Inputs]) {
        Pack sum = x[0];
        for (std::size_t k = 1; k < Inputs; ++k) sum = simd::add(sum, x[k]);
        return sum;
    }

    template <std::size_t, class Pack, std::size_t Inputs>
    INLAY_INLINE static Pack gradient(const Pack (&)[Inputs], Pack dy) {
        return dy;
    }
};

}  // namespace merging

/// The sum of branches that read the same input: a residual block is Add<Sequential<...>,
/// Identity>.
template <class... Branches>
struct Add : Merging<merging::Add, Branches...> {
    static constexpr std::string_view title = "Add", name = "add";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Add;
}  // namespace inlay
#endif  // INLAY_LAYER_ADD_HPP

// <inlay/layer/average.hpp>
#ifndef INLAY_LAYER_AVERAGE_HPP
#define INLAY_LAYER_AVERAGE_HPP
namespace inlay::INLAY_ABI {

namespace merging {

/// y = sum_k x_k / inputs
struct Average {
    template <class Pack, std::size_t Inputs>
    INLAY_INLINE static Pack value(const Pack (&x)[Inputs]) {
        using Scalar = typename Pack::scalar;
        return simd::div(Add::value(x), simd::broadcast(static_cast<Scalar>(Inputs)));
    }

    template <std::size_t, class Pack, std::size_t Inputs>
    INLAY_INLINE static Pack gradient(const Pack (&)[Inputs], Pack dy) {
        using Scalar = typename Pack::scalar;
        return simd::div(dy, simd::broadcast(static_cast<Scalar>(Inputs)));
    }
};

}  // namespace merging

/// The mean of branches, element by element.
template <class... Branches>
struct Average : Merging<merging::Average, Branches...> {
    static constexpr std::string_view title = "Average", name = "average";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Average;
}  // namespace inlay
#endif  // INLAY_LAYER_AVERAGE_HPP

// <inlay/kernel/pool.hpp>
#ifndef INLAY_KERNEL_POOL_HPP
#define INLAY_KERNEL_POOL_HPP
// Pooling over windows of an image, one pack of channels at a time.

namespace inlay::INLAY_ABI::kernel {

/// The cells [begin, end) of one axis that a window covers at a place, borders excluded.
struct Span {
    std::size_t begin, end;
};

constexpr Span covered(const Window& window, std::size_t cells, std::size_t place) {
    const std::size_t start = place * window.stride, before = window.before(cells);
    const std::size_t end =
        start + window.size - (start + window.size < before ? start + window.size : before);
    return {start < before ? 0 : start - before, end < cells ? end : cells};
}

/// The cells that a window covers at a place, of an image or a volume.
struct Cells {
    Span depth, height, width;

    constexpr std::size_t rows() const {
        return (depth.end - depth.begin) * (height.end - height.begin);
    }
    constexpr std::size_t columns() const { return width.end - width.begin; }

    /// Elements from the start of an example to column q of row r of the window.
    template <Map in>
    INLAY_INLINE constexpr std::size_t at(std::size_t r, std::size_t q) const {
        const std::size_t column = (width.begin + q) * in.pixel();
        if constexpr (in.depth() == 1)
            return in.origin() + (height.begin + r) * in.pitch() + column;
        const std::size_t high = height.end - height.begin;
        return in.origin() + (depth.begin + r / high) * in.plane() +
               (height.begin + r % high) * in.pitch() + column;
    }
};

/// Calls body(place, cells) for every place of the window: where its output cell lies, and the
/// cells it covers.
template <Map in, Map out, Windows window, class Body>
INLAY_INLINE void for_each_window(Body&& body) {
    for (std::size_t d = 0; d < out.depth(); ++d)
        for (std::size_t p = 0; p < out.height(); ++p)
            for (std::size_t q = 0; q < out.width(); ++q)
                body(out.row(d * out.height() + p) + q * out.pixel(),
                     Cells{covered(window.depth, in.depth(), d),
                           covered(window.height, in.height(), p),
                           covered(window.width, in.width(), q)});
}

/// Calls body(offset) for the cells of a window in row order.
template <Map in, class Body>
INLAY_INLINE void for_each_cell(const Cells& cells, Body&& body) {
    for (std::size_t r = 0; r < cells.rows(); ++r)
        for (std::size_t q = 0; q < cells.columns(); ++q) body(cells.template at<in>(r, q));
}

/// y[p][q][c] = the largest x of the window, or NaN where it holds one; cells of padding never win
template <Map in, Map out, Windows window, class Scalar>
INLAY_NOINLINE void max_pool(const Scalar* x, Scalar* y, std::size_t count) {
    for (std::size_t n = 0; n < count; ++n, x += in.size(), y += out.size()) {
        for_each_window<in, out, window>(
            [&](std::size_t to, const Cells& cells) INLAY_INLINE_LAMBDA {
                simd::for_each_pack<Scalar>(
                    in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                        auto best = simd::load_some(x + cells.template at<in>(0, 0) + c, lanes);
                        for_each_cell<in>(cells, [&](std::size_t cell) INLAY_INLINE_LAMBDA {
                            const auto value = simd::load_some(x + cell + c, lanes);
                            best = simd::select(simd::exceeds(value, best), value, best);
                        });
                        simd::store_some(y + to + c, best, lanes);
                    });
            });
    }
}

/// dx[cell] += dy[p][q][c] at the first cell of the window, in row order, where x equals y or is
/// NaN, as y then is
template <Map in, Map out, Windows window, bool accumulate, class Scalar>
INLAY_NOINLINE void max_pool_gradient(const Scalar* x, const Scalar* y, const Scalar* dy,
                                      Scalar* dx, std::size_t count) {
    for (std::size_t n = 0; n < count; ++n) {
        if (!accumulate)
            for (std::size_t k = 0; k < in.size(); ++k) dx[k] = 0;
        for_each_window<in, out, window>([&](std::size_t from,
                                             const Cells& cells) INLAY_INLINE_LAMBDA {
            simd::for_each_pack<Scalar>(
                in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                    const auto best = simd::load_some(y + from + c, lanes);
                    const auto zero = simd::zero<Scalar>();
                    auto rest = simd::load_some(dy + from + c, lanes);  // not yet given to a cell
                    for_each_cell<in>(cells, [&](std::size_t cell) INLAY_INLINE_LAMBDA {
                        const auto value = simd::load_some(x + cell + c, lanes);
                        const auto number = simd::equal(value, value);
                        const auto share = simd::select(
                            number, simd::select(simd::equal(value, best), rest, zero), rest);
                        rest = simd::select(
                            number, simd::select(simd::equal(value, best), zero, rest), zero);
                        simd::store_some(dx + cell + c,
                                         simd::add(simd::load_some(dx + cell + c, lanes), share),
                                         lanes);
                    });
                });
        });
        x += in.size(), y += out.size(), dy += out.size(), dx += in.size();
    }
}

/// y[p][q][c] = mean of x over the cells of the window that lie inside the image
template <Map in, Map out, Windows window, class Scalar>
INLAY_NOINLINE void average_pool(const Scalar* x, Scalar* y, std::size_t count) {
    constexpr Chains most{window.depth.size * window.height.size, window.width.size};
    for (std::size_t n = 0; n < count; ++n, x += in.size(), y += out.size()) {
        for_each_window<in, out, window>([&](std::size_t to,
                                             const Cells& cells) INLAY_INLINE_LAMBDA {
            const Chains places{cells.rows(), cells.columns()};
            const auto share =
                simd::broadcast(Scalar{1} / static_cast<Scalar>(places.rows * places.columns));
            simd::for_each_pack<Scalar>(
                in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                    const auto sum = sum_places<Scalar, most>(
                        places, [&](auto chain, std::size_t r, std::size_t q) INLAY_INLINE_LAMBDA {
                            const Scalar* const cell = x + cells.template at<in>(r, q) + c;
                            return simd::add(chain, simd::load_some(cell, lanes));
                        });
                    simd::store_some(y + to + c, simd::mul(sum, share), lanes);
                });
        });
    }
}

/// dx[cell] += dy[p][q][c] / cells for every cell of the window
template <Map in, Map out, Windows window, bool accumulate, class Scalar>
INLAY_NOINLINE void average_pool_gradient(const Scalar* dy, Scalar* dx, std::size_t count) {
    for (std::size_t n = 0; n < count; ++n, dy += out.size(), dx += in.size()) {
        if (!accumulate)
            for (std::size_t k = 0; k < in.size(); ++k) dx[k] = 0;
        for_each_window<in, out, window>([&](std::size_t from,
                                             const Cells& cells) INLAY_INLINE_LAMBDA {
            const auto scale =
                simd::broadcast(Scalar{1} / static_cast<Scalar>(cells.rows() * cells.columns()));
            simd::for_each_pack<Scalar>(
                in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                    const auto share = simd::mul(simd::load_some(dy + from + c, lanes), scale);
                    for_each_cell<in>(cells, [&](std::size_t cell) INLAY_INLINE_LAMBDA {
                        simd::store_some(dx + cell + c,
                                         simd::add(simd::load_some(dx + cell + c, lanes), share),
                                         lanes);
                    });
                });
        });
    }
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_POOL_HPP

// <inlay/layer/option/kind.hpp>
#ifndef INLAY_LAYER_OPTION_KIND_HPP
#define INLAY_LAYER_OPTION_KIND_HPP
// What kind of option a type is: its name, as words of an error.

namespace inlay::INLAY_ABI::option {

/// The name of a kind of option, such as "padding"; structural, so that layers can ask for it.
struct Kind {
    char name[24]{};

    constexpr Kind() = default;

    template <std::size_t Length>
        requires(Length <= 24)
    constexpr explicit(false) Kind(const char (&text)[Length]) {
        for (std::size_t k = 0; k < Length; ++k) name[k] = text[k];
    }

    constexpr std::string_view view() const { return name; }
    constexpr bool none() const { return name[0] == 0; }

    friend constexpr bool operator==(const Kind&, const Kind&) = default;
};

}  // namespace inlay::INLAY_ABI::option
#endif  // INLAY_LAYER_OPTION_KIND_HPP

// <inlay/layer/option/algorithm.hpp>
#ifndef INLAY_LAYER_OPTION_ALGORITHM_HPP
#define INLAY_LAYER_OPTION_ALGORITHM_HPP
namespace inlay::INLAY_ABI {

/// The direct sum: as a layer's option, or as a model's policy for layers that say nothing.
struct Direct {
    static constexpr option::Kind kind = "algorithm";
    static constexpr Algorithm algorithm{};
};

/// Winograd's minimal filtering, in tiles of Tile x Tile outputs wherever it is possible; Fast<>
/// only where it costs less than the direct sum. A layer's option or a model's policy, likewise.
template <int Tile = Algorithm::by_cost().tile>
struct Fast {
    static constexpr option::Kind kind = "algorithm";
    static constexpr Algorithm algorithm{Tile};
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Direct;
using INLAY_ABI::Fast;
}  // namespace inlay
#endif  // INLAY_LAYER_OPTION_ALGORITHM_HPP

// <inlay/layer/option/bias.hpp>
#ifndef INLAY_LAYER_OPTION_BIAS_HPP
#define INLAY_LAYER_OPTION_BIAS_HPP
namespace inlay::INLAY_ABI {

/// A layer without its bias.
struct NoBias {
    static constexpr option::Kind kind = "bias";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::NoBias;
}  // namespace inlay
#endif  // INLAY_LAYER_OPTION_BIAS_HPP

// <inlay/layer/option/per_axis.hpp>
#ifndef INLAY_LAYER_OPTION_PER_AXIS_HPP
#define INLAY_LAYER_OPTION_PER_AXIS_HPP
// Numbers for the axes of a window: one for all of them, or one for each.

namespace inlay::INLAY_ABI::option {

/// The numbers of an option, outermost axis first.
template <int First, int... More>
struct PerAxis {
    static constexpr int count = 1 + sizeof...(More);
    static constexpr int given[1 + sizeof...(More)] = {First, More...};

    /// That of axis `axis` of `axes`, counted from the outermost.
    static constexpr int of(int axis, [[maybe_unused]] int axes) {
        return given[count == axes ? axis : 0];
    }

    /// Whether there are as many as a window of so many axes can use.
    static constexpr bool fit(int axes) { return count == 1 || count == axes; }
};

}  // namespace inlay::INLAY_ABI::option
#endif  // INLAY_LAYER_OPTION_PER_AXIS_HPP

// <inlay/layer/option/dilation.hpp>
#ifndef INLAY_LAYER_OPTION_DILATION_HPP
#define INLAY_LAYER_OPTION_DILATION_HPP
namespace inlay::INLAY_ABI {

/// How far the taps of a kernel lie apart, in cells: along all axes, or along each, outermost
/// first.
template <int First, int... More>
struct Dilation : option::PerAxis<First, More...> {
    static constexpr option::Kind kind = "dilation";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Dilation;
}  // namespace inlay
#endif  // INLAY_LAYER_OPTION_DILATION_HPP

// <inlay/text/number.hpp>
#ifndef INLAY_TEXT_NUMBER_HPP
#define INLAY_TEXT_NUMBER_HPP
// A fraction as a template argument.

namespace inlay::INLAY_ABI {

/// A number usable as a template argument on every supported compiler, where a plain double
/// parameter is not: Dropout<0.25>, LeakyReLU<0.2f>, Rescaling<1.0 / 255>.
struct Number {
    double value;

    constexpr Number(double v) : value(v) {}
    constexpr Number(float v) : value(static_cast<double>(v)) {}
    constexpr Number(long double v) : value(static_cast<double>(v)) {}
    template <std::integral Whole>
    constexpr Number(Whole v) : value(static_cast<double>(v)) {}
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Number;
}  // namespace inlay
#endif  // INLAY_TEXT_NUMBER_HPP

// <inlay/layer/option/epsilon.hpp>
#ifndef INLAY_LAYER_OPTION_EPSILON_HPP
#define INLAY_LAYER_OPTION_EPSILON_HPP
namespace inlay::INLAY_ABI {

/// What is added to a variance before its square root is taken.
template <Number Addend>
struct Epsilon {
    static constexpr option::Kind kind = "epsilon";
    static constexpr double value = Addend.value;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Epsilon;
}  // namespace inlay
#endif  // INLAY_LAYER_OPTION_EPSILON_HPP

// <inlay/layer/option/groups.hpp>
#ifndef INLAY_LAYER_OPTION_GROUPS_HPP
#define INLAY_LAYER_OPTION_GROUPS_HPP
namespace inlay::INLAY_ABI {

/// A convolution in Count parts, each of which sees its share of the input channels alone.
template <int Count>
struct Groups {
    static constexpr option::Kind kind = "groups";
    static constexpr int count = Count;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Groups;
}  // namespace inlay
#endif  // INLAY_LAYER_OPTION_GROUPS_HPP

// <inlay/layer/option/kernel_init.hpp>
#ifndef INLAY_LAYER_OPTION_KERNEL_INIT_HPP
#define INLAY_LAYER_OPTION_KERNEL_INIT_HPP
namespace inlay::INLAY_ABI {

/// The distribution a kernel is drawn from: GlorotUniform (the default), HeNormal, Zeros ...
template <class Initializer>
struct KernelInit {
    static constexpr option::Kind kind = "kernel initializer";
    using initializer = Initializer;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::KernelInit;
}  // namespace inlay
#endif  // INLAY_LAYER_OPTION_KERNEL_INIT_HPP

// <inlay/layer/option/mask_zero.hpp>
#ifndef INLAY_LAYER_OPTION_MASK_ZERO_HPP
#define INLAY_LAYER_OPTION_MASK_ZERO_HPP
namespace inlay::INLAY_ABI {

/// An embedding that masks the steps whose index is 0.
struct MaskZero {
    static constexpr option::Kind kind = "mask zero";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::MaskZero;
}  // namespace inlay
#endif  // INLAY_LAYER_OPTION_MASK_ZERO_HPP

// <inlay/layer/option/momentum.hpp>
#ifndef INLAY_LAYER_OPTION_MOMENTUM_HPP
#define INLAY_LAYER_OPTION_MOMENTUM_HPP
namespace inlay::INLAY_ABI {

/// How much of a moving average stays at each training step.
template <Number Share>
struct Momentum {
    static constexpr option::Kind kind = "momentum";
    static constexpr double value = Share.value;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Momentum;
}  // namespace inlay
#endif  // INLAY_LAYER_OPTION_MOMENTUM_HPP

// <inlay/layer/option/padding.hpp>
#ifndef INLAY_LAYER_OPTION_PADDING_HPP
#define INLAY_LAYER_OPTION_PADDING_HPP
namespace inlay::INLAY_ABI {

/// Padding: only windows that lie wholly inside the input.
struct Valid {
    static constexpr option::Kind kind = "padding";
    static constexpr Padding padding = Padding::valid;
};

/// Padding: as many places as the input has cells over the stride; the odd cell of padding goes to
/// the bottom and the right.
struct Same {
    static constexpr option::Kind kind = "padding";
    static constexpr Padding padding = Padding::same;
};

/// Padding of a sequence: all of it in front, so that no output sees a later input.
struct Causal {
    static constexpr option::Kind kind = "padding";
    static constexpr Padding padding = Padding::causal;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Causal;
using INLAY_ABI::Same;
using INLAY_ABI::Valid;
}  // namespace inlay
#endif  // INLAY_LAYER_OPTION_PADDING_HPP

// <inlay/layer/option/scale.hpp>
#ifndef INLAY_LAYER_OPTION_SCALE_HPP
#define INLAY_LAYER_OPTION_SCALE_HPP
namespace inlay::INLAY_ABI {

/// A normalization without its factor gamma.
struct NoScale {
    static constexpr option::Kind kind = "scale";
};

/// A normalization without its addend beta.
struct NoCenter {
    static constexpr option::Kind kind = "center";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::NoCenter;
using INLAY_ABI::NoScale;
}  // namespace inlay
#endif  // INLAY_LAYER_OPTION_SCALE_HPP

// <inlay/layer/option/shared_axes.hpp>
#ifndef INLAY_LAYER_OPTION_SHARED_AXES_HPP
#define INLAY_LAYER_OPTION_SHARED_AXES_HPP
namespace inlay::INLAY_ABI {

/// Axes along which one weight serves all places, counted from 1 as in Keras: SharedAxes<1, 2> of
/// an image is a weight for each channel.
template <int... Axes>
struct SharedAxes {
    static constexpr option::Kind kind = "shared axes";
    static constexpr bool has(int axis) { return ((Axes == axis) || ...); }
    static constexpr int largest() {
        int most = 0;
        for (const int axis : {0, Axes...}) most = axis > most ? axis : most;
        return most;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::SharedAxes;
}  // namespace inlay
#endif  // INLAY_LAYER_OPTION_SHARED_AXES_HPP

// <inlay/layer/option/strides.hpp>
#ifndef INLAY_LAYER_OPTION_STRIDES_HPP
#define INLAY_LAYER_OPTION_STRIDES_HPP
namespace inlay::INLAY_ABI {

/// How far a window moves from place to place, in cells: along all axes, or along each, outermost
/// first.
template <int First, int... More>
struct Strides : option::PerAxis<First, More...> {
    static constexpr option::Kind kind = "strides";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Strides;
}  // namespace inlay
#endif  // INLAY_LAYER_OPTION_STRIDES_HPP

// <inlay/layer/select.hpp>
#ifndef INLAY_LAYER_SELECT_HPP
#define INLAY_LAYER_SELECT_HPP
// One type out of many by its number, without recursion.

namespace inlay::INLAY_ABI {

namespace selection {

template <std::size_t Index, class Type>
struct Slot {
    using type = Type;
};

template <class Indices, class... Types>
struct Slots;

template <std::size_t... Index, class... Types>
struct Slots<std::index_sequence<Index...>, Types...> : Slot<Index, Types>... {};

template <std::size_t Index, class Type>
Slot<Index, Type> pick(const Slot<Index, Type>*);

}  // namespace selection

/// The type at place Index of a list of types.
template <std::size_t Index, class... Types>
using TypeAt = typename decltype(selection::pick<Index>(
    static_cast<selection::Slots<std::index_sequence_for<Types...>, Types...>*>(nullptr)))::type;

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_LAYER_SELECT_HPP

// <inlay/text/type_name.hpp>
#ifndef INLAY_TEXT_TYPE_NAME_HPP
#define INLAY_TEXT_TYPE_NAME_HPP
// The text of a type as its user typed it: Conv2D<32, 5, 5>, without namespaces.

namespace inlay::INLAY_ABI {

namespace naming {

template <class Type>
constexpr std::string_view compiler_text() {
    return __PRETTY_FUNCTION__;
}

constexpr bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Writes a number such as 2.5e-1 the short way, with at most six significant digits: 0.25.
constexpr void append_number(Sentence& out, double value) {
    if (value < 0) {
        out << "-";
        value = -value;
    }
    int exponent = 0;  // value = scaled * 10^exponent with six digits in scaled
    if (value > 0) {
        while (value < 1e5) value *= 10, --exponent;
        while (value >= 1e6) value /= 10, ++exponent;
    }
    auto scaled = static_cast<unsigned long long>(value + 0.5);
    while (scaled != 0 && scaled % 10 == 0) scaled /= 10, ++exponent;
    if (exponent < -12 || exponent > 6) {
        out << scaled << "e" << exponent;
        return;
    }
    char digits[40]{};
    int count = 0;
    for (; scaled != 0; scaled /= 10) digits[count++] = static_cast<char>('0' + scaled % 10);
    while (count <= -exponent) digits[count++] = '0';
    for (int k = count - 1; k >= 0; --k) {
        out << std::string_view(&digits[k], 1);
        if (k == -exponent && k > 0) out << ".";
    }
    for (; exponent > 0; --exponent) out << "0";
}

/// Reads a decimal number with an optional fraction and exponent; advances past it.
constexpr double read_number(std::string_view text, std::size_t& at) {
    double value = 0, unit = 1;
    bool fraction = false, negative = false;
    if (at < text.size() && text[at] == '-') negative = true, ++at;
    for (; at < text.size() && (text[at] == '.' || (text[at] >= '0' && text[at] <= '9')); ++at) {
        if (text[at] == '.') {
            fraction = true;
        } else {
            value = value * 10 + (text[at] - '0');
            if (fraction) unit *= 10;
        }
    }
    value /= unit;
    if (at < text.size() && text[at] == 'e') {
        ++at;
        const bool down = at < text.size() && text[at] == '-';
        if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
        int power = 0;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
            power = power * 10 + (text[at] - '0');
        for (; power > 0; --power) value = down ? value / 10 : value * 10;
    }
    return negative ? -value : value;
}

/// Copies a text in quotes, as it stands; advances past it.
constexpr void append_quoted(Sentence& out, std::string_view text, std::size_t& at) {
    const std::size_t begin = text.find('"', at), end = text.find('"', begin + 1);
    out << text.substr(begin, end - begin + 1);
    at = end + 1;
}

}  // namespace naming

/// The text of a type, at most Sentence::capacity characters: namespaces are dropped, and a Number
/// argument is written as a plain decimal, a Name as the text that it is.
template <class Type>
constexpr Sentence type_name() {
    std::string_view from = naming::compiler_text<Type>();
    const std::size_t begin = from.find("Type = ") + 7;
    // GCC: "... [with Type = X; std::string_view = ...]"; Clang: "... [Type = X]".
    const std::size_t end = from.find(';', begin);
    from = from.substr(begin, (end == from.npos ? from.rfind(']') : end) - begin);
    Sentence name;
    for (std::size_t at = 0; at < from.size();) {
        std::size_t stop = at;
        while (stop < from.size() && naming::is_word(from[stop])) ++stop;
        if (stop == at) {
            if (from.substr(at, 2) == "::" || from.substr(at, 1) == "{" || from[at] == '}') {
                at += from[at] == ':' ? 2u : 1u;
            } else if (from.substr(at, 2) == " >") {
                ++at;  // GCC writes > > where >> was typed
            } else {
                name << from.substr(at++, 1);
            }
            continue;
        }
        const std::string_view word = from.substr(at, stop - at);
        at = stop;
        if (word == "Number" && at < from.size() && (from[at] == '{' || from[at] == '(')) {
            while (at < from.size() && !(naming::is_word(from[at]) || from[at] == '-')) ++at;
            if (naming::is_word(from[at]) && !(from[at] >= '0' && from[at] <= '9'))
                while (naming::is_word(from[at]) || from[at] == '=' || from[at] == ' ') ++at;
            naming::append_number(name, naming::read_number(from, at));
            while (at < from.size() && from[at] != '}' && from[at] != ')') ++at;
            ++at;
        } else if (word == "Name" && from.substr(at, 1) == "<") {
            naming::append_quoted(name, from, at);
            at += from.substr(at, 1) == "}";
        } else if (from.substr(at, 2) != "::") {
            name << word;
        }
    }
    return name;
}

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_TEXT_TYPE_NAME_HPP

// <inlay/layer/options.hpp>
#ifndef INLAY_LAYER_OPTIONS_HPP
#define INLAY_LAYER_OPTIONS_HPP
// The option types a layer takes behind its sizes, in any order: Same, Strides<2>, ReLU, NoBias ...
// Each is a file in layer/option/; a layer lists the kinds it accepts.

namespace inlay::INLAY_ABI::option {

/// Activations are options without saying so; layers that serve as one, such as PReLU, say it.
template <class Type>
constexpr Kind kind_of() {
    if constexpr (requires { Kind(Type::kind); })
        return Type::kind;
    else if constexpr (requires { requires Type::is_activation; })
        return "activation";
    else
        return ActivationFunction<Type> ? Kind("activation") : Kind();
}

/// The options of one layer, read by kind.
template <class... Given>
struct Options {
    static constexpr std::size_t count = sizeof...(Given);
    static constexpr Kind kinds[count + 1] = {kind_of<Given>()..., Kind()};

    /// The place of the option of that kind; `count` where it was not given.
    static constexpr std::size_t place(const Kind& kind) {
        std::size_t at = 0;
        while (at < count && !(kinds[at] == kind)) ++at;
        return at;
    }

    static constexpr bool has(const Kind& kind) { return place(kind) < count; }

    /// The option of that kind, or Default.
    template <Kind Wanted, class Default>
    using get = TypeAt<place(Wanted), Given..., Default>;

    /// Says what is wrong with the options of a layer that takes those of `accepted`; empty where
    /// nothing is.
    template <std::size_t Accepted>
    static constexpr Sentence mistake(const std::string_view (&accepted)[Accepted]) {
        const Sentence texts[count + 1] = {type_name<Given>()..., Sentence{}};
        Sentence says;
        for (std::size_t at = 0; at < count; ++at) {
            bool takes = false;
            for (const std::string_view kind : accepted) takes = takes || kind == kinds[at].view();
            if (!takes) {
                says << "is given the option " << texts[at]
                     << ", which it does not take: it takes ";
                for (std::size_t k = 0; k < Accepted; ++k)
                    says << (k == 0 ? "" : k + 1 < Accepted ? ", " : " and ") << accepted[k];
                return says;
            }
            if (place(kinds[at]) != at)
                return says << "is given two options of a kind, " << texts[place(kinds[at])]
                            << " and " << texts[at];
        }
        return says;
    }
};

}  // namespace inlay::INLAY_ABI::option
#endif  // INLAY_LAYER_OPTIONS_HPP

// <inlay/layer/sliding.hpp>
#ifndef INLAY_LAYER_SLIDING_HPP
#define INLAY_LAYER_SLIDING_HPP
// What convolution and pooling share: a window over one, two or three axes, and its shape rule.

namespace inlay::INLAY_ABI::sliding {

/// A number for each axis of a window, outermost first; as many of them as there are axes.
struct Sizes {
    int axes = 2;
    int of[3]{1, 1, 1};

    constexpr int smallest() const {
        int least = of[0];
        for (int a = 1; a < axes; ++a) least = of[a] < least ? of[a] : least;
        return least;
    }
};

/// Joined by x: 3x3.
constexpr Sentence& operator<<(Sentence& sentence, const Sizes& sizes) {
    for (int a = 0; a < sizes.axes; ++a) sentence << (a > 0 ? "x" : "") << sizes.of[a];
    return sentence;
}

/// The numbers that an option such as Strides or Dilation gives to so many axes.
template <class PerAxis>
constexpr Sizes sizes_of(int axes) {
    Sizes sizes{axes, {}};
    for (int a = 0; a < axes; ++a) sizes.of[a] = PerAxis::of(a, axes);
    return sizes;
}

/// The window of those sizes, with a padding along all of its axes.
constexpr Windows window_of(const Sizes& size, const Sizes& stride, const Sizes& dilation,
                            Padding padding) {
    Windows windows;
    Window* const along[] = {&windows.depth, &windows.height, &windows.width};
    const auto whole = [](int number) { return static_cast<std::size_t>(number < 0 ? 0 : number); };
    for (int a = 0; a < size.axes; ++a)
        *along[3 - size.axes + a] = {whole(size.of[a]), whole(stride.of[a]), padding,
                                     whole(dilation.of[a])};
    return windows;
}

constexpr const Window& along(const Windows& windows, int axis) {
    return axis == 0 ? windows.depth : axis == 1 ? windows.height : windows.width;
}

/// The border that a window needs around its input.
constexpr Halo padding_of(const Windows& w, const Map& in) {
    return {w.height.before(in.height()), w.height.behind(in.height()), w.width.before(in.width()),
            w.width.behind(in.width()),   w.depth.before(in.depth()),   w.depth.behind(in.depth())};
}

/// What an input needs to be for a window of so many axes, with an example of one.
constexpr void need_cells(const Shape& in, int axes, Complaint& complaint) {
    constexpr std::string_view kinds[] = {"a sequence of steps x channels",
                                          "an image of height x width x channels",
                                          "a volume of depth x height x width x channels"};
    constexpr std::string_view examples[] = {"Input<100, 8>", "Input<28, 28, 1>",
                                             "Input<16, 16, 16, 1>"};
    if (in.rank() == axes + 1) return;
    complaint.needs << "needs " << kinds[axes - 1];
    complaint.remedy << (in.rank() == 1 ? "move it before Flatten, or give" : "give")
                     << " the network an input such as " << examples[axes - 1];
}

/// The shape that a window makes of an image, a sequence or a volume, or a complaint.
constexpr Shape slide(const Windows& windows, int axes, const Shape& in, std::size_t channels,
                      Complaint& complaint) {
    if (complaint.raised()) return in;
    need_cells(in, axes, complaint);
    if (complaint.raised()) return in;
    Shape out = in.with_last(channels);
    Sizes sizes{axes, {}};
    bool fits = true;
    for (int a = 0; a < axes; ++a) {
        const Window& window = along(windows, 3 - axes + a);
        sizes.of[a] = static_cast<int>(window.span());
        out.extents[a] = window.places(in[a]);
        fits = fits && out.extents[a] > 0;
    }
    if (fits) return out;
    complaint.needs << "needs at least " << sizes << " cells for its window";
    complaint.remedy << "use a smaller window, the option Same, or fewer poolings before it";
    return in;
}

}  // namespace inlay::INLAY_ABI::sliding
#endif  // INLAY_LAYER_SLIDING_HPP

// <inlay/layer/pool.hpp>
#ifndef INLAY_LAYER_POOL_HPP
#define INLAY_LAYER_POOL_HPP
// What pooling over one, two or three axes shares: a window of cells over each channel.

namespace inlay::INLAY_ABI {

/// A window of `sizes` cells over each channel; strides default to the window. Options: Strides,
/// Same or Valid.
template <sliding::Sizes sizes, class... Given>
struct Pool : LayerDefaults {
    using Options = option::Options<Given...>;

    /// Windows side by side.
    struct OwnSizes {
        static constexpr int of(int axis, int) { return sizes.of[axis]; }
        static constexpr bool fit(int) { return true; }
    };
    using Step = typename Options::template get<"strides", OwnSizes>;

    static constexpr sliding::Sizes stride = sliding::sizes_of<Step>(sizes.axes);
    static constexpr Windows window =
        sliding::window_of(sizes, stride, sliding::Sizes{sizes.axes, {1, 1, 1}},
                           Options::template get<"padding", Valid>::padding);

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"strides", "padding"}).view();
        if (sizes.smallest() < 1 || stride.smallest() < 1) {
            complaint.needs << "has a window of " << sizes << " moved by " << stride
                            << " but each number needs to be one at least";
            complaint.remedy << "write a window such as MaxPool<2>";
        } else if (!Step::fit(sizes.axes)) {
            complaint.needs << "takes one stride for all axes, or one for each of " << sizes.axes;
            complaint.remedy << "write Strides<2>";
        } else if (window.width.padding == Padding::causal) {
            complaint.needs << "takes Same or Valid for its padding";
            complaint.remedy << "write Same";
        }
        return sliding::slide(window, sizes.axes, in, in.last(), complaint);
    }
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_LAYER_POOL_HPP

// <inlay/layer/average_pool.hpp>
#ifndef INLAY_LAYER_AVERAGE_POOL_HPP
#define INLAY_LAYER_AVERAGE_POOL_HPP
namespace inlay::INLAY_ABI {

/// The mean of each window, channel by channel, over the cells that lie inside the image.
/// Options: Strides (the window unless said), Same or Valid.
template <int Height, int Width = Height, class... Given>
struct AveragePool : Pool<sliding::Sizes{2, {Height, Width}}, Given...> {
    static constexpr std::string_view title = "AveragePooling2D", name = "average_pooling2d";
    using Pool<sliding::Sizes{2, {Height, Width}}, Given...>::window;

    /// y[p][q][c] = sum over the window of x[h][w][c] / cells
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::average_pool<binding.in, binding.out, window>(pass.x, pass.y, pass.count);
    }

    /// dx[h][w][c] += dy / cells, for every cell of the window
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::average_pool_gradient<binding.in, binding.out, window, binding.accumulate>(
            pass.dy, pass.dx, pass.count);
    }
};

/// Keras's spelling and order of arguments: AveragePooling2D<pool_size, strides>.
template <int Size, int Stride = Size, class... Given>
using AveragePooling2D = AveragePool<Size, Size, Strides<Stride>, Given...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::AveragePool;
using INLAY_ABI::AveragePooling2D;
}  // namespace inlay
#endif  // INLAY_LAYER_AVERAGE_POOL_HPP

// <inlay/kernel/normalize.hpp>
#ifndef INLAY_KERNEL_NORMALIZE_HPP
#define INLAY_KERNEL_NORMALIZE_HPP
// Batch normalization: statistics of each channel over a whole batch, and what follows from them.

namespace inlay::INLAY_ABI::kernel {

/// Joins the moments of two groups (Chan, Golub, LeVeque 1979); `share` is n_b / (n_a + n_b):
///
///     d = mean_b - mean_a      mean = mean_a + d share
///     squares = squares_a + squares_b + d d n_a share
template <class Pack>
INLAY_INLINE void join_moments(Pack& mean, Pack& squares, Pack mean_b, Pack squares_b, Pack share,
                               Pack count_a) {
    const Pack d = simd::sub(mean_b, mean);
    squares = simd::fma(simd::mul(simd::mul(d, d), count_a), share, simd::add(squares, squares_b));
    mean = simd::fma(d, share, mean);
}

/// The moments of one channel pack over the pixels of an example: a first mean, then the sums of
/// distances from it and of their squares, which correct both (Chan, Golub, LeVeque 1983). A
/// channel of one value has that value for a mean, to the bit.
template <Map in, class Scalar>
struct ExampleMoments {
    simd::Pack<Scalar> mean, squares;

    INLAY_INLINE ExampleMoments(const Scalar* x, int lanes) {
        constexpr Chains pixels{in.rows(), in.width()};
        const auto value = [&](std::size_t p, std::size_t q) INLAY_INLINE_LAMBDA {
            return simd::load_some(x + in.row(p) + q * in.pixel(), lanes);
        };
        const auto share = simd::broadcast(Scalar{1} / static_cast<Scalar>(in.cells()));
        const auto sum = sum_places<Scalar, pixels>(
            pixels, [&](auto chain, std::size_t p, std::size_t q)
                        INLAY_INLINE_LAMBDA { return simd::add(chain, value(p, q)); });
        const auto first = simd::mul(sum, share);
        const auto add = [&](auto& chains, std::size_t p, std::size_t q) INLAY_INLINE_LAMBDA {
            const auto d = simd::sub(value(p, q), first);
            chains[0] = simd::add(chains[0], d);
            chains[1] = simd::fma(d, d, chains[1]);
        };
        simd::Pack<Scalar> sums[2];
        sum_places<Scalar, pixels>(pixels, sums, add);
        const auto shift = simd::mul(sums[0], share);
        mean = simd::add(first, shift);
        squares = simd::fma(simd::sub(simd::zero<Scalar>(), sums[0]), shift, sums[1]);
        squares = simd::larger(squares, simd::zero<Scalar>());
    }
};

/// mean[c], squares[c]: the mean of x and the sum of (x - mean)^2 over the pixels of `count`
/// examples, joined with those of the `before` examples that they already describe, example by
/// example; what rounding takes from them lies `lost` behind.
template <Map in, class Scalar>
INLAY_NOINLINE void collect_moments(const Scalar* x, Scalar* mean, Scalar* squares,
                                    std::size_t lost, std::size_t before, std::size_t count) {
    constexpr std::size_t pixels = in.cells();
    for (std::size_t n = 0; n < count; ++n, x += in.size()) {
        const bool first = before + n == 0;
        const auto seen = simd::broadcast(static_cast<Scalar>((before + n) * pixels));
        const auto share = simd::broadcast(Scalar{1} / static_cast<Scalar>(before + n + 1));
        simd::for_each_pack<Scalar>(
            in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                const ExampleMoments<in, Scalar> example(x + c, lanes);
                if (first) {
                    simd::store_some(mean + c, example.mean, lanes);
                    simd::store_some(squares + c, example.squares, lanes);
                    return;
                }
                auto mean_lost = simd::load_some(mean + lost + c, lanes);
                auto squares_lost = simd::load_some(squares + lost + c, lanes);
                auto mean_so_far = simd::load_some(mean + c, lanes);
                auto squares_so_far = simd::load_some(squares + c, lanes);
                const auto d = simd::sub(simd::sub(example.mean, mean_so_far), mean_lost);
                add_exactly(mean_so_far, mean_lost, simd::mul(d, share));
                const auto apart = simd::mul(simd::mul(simd::mul(d, d), seen), share);
                add_exactly(squares_so_far, squares_lost, simd::add(example.squares, apart));
                simd::store_some(mean + c, mean_so_far, lanes);
                simd::store_some(squares + c, squares_so_far, lanes);
                simd::store_some(mean + lost + c, mean_lost, lanes);
                simd::store_some(squares + lost + c, squares_lost, lanes);
            });
    }
}

/// The number of values in a group, their mean, and the sum of their squared distances from it.
template <class Scalar>
struct Moments {
    simd::Pack<Scalar> mean, squares;
    std::size_t count;
};

/// A sum of a slice and what rounding took from it, two rows of channels behind.
template <class Scalar>
INLAY_INLINE simd::Pack<Scalar> with_lost(const Scalar* at, std::size_t channels, int lanes) {
    return simd::add(simd::load_some(at, lanes), simd::load_some(at + 2 * channels, lanes));
}

/// The moments of the whole batch from those of its slices, joined in pairs at distance 4, 2 and 1.
/// at(slice) points to a slice's means; its squares lie `channels` behind, and two rows of what
/// rounding took from both behind these.
template <class Scalar, class At>
Moments<Scalar> join_slices(At&& at, std::size_t channels, int lanes, const std::size_t* examples,
                            std::size_t slices, std::size_t pixels) {
    Moments<Scalar> group[max_slices];
    for (std::size_t s = 0; s < slices; ++s)
        group[s] = {with_lost(at(s), channels, lanes), with_lost(at(s) + channels, channels, lanes),
                    examples[s] * pixels};
    for (std::size_t distance = slices / 2; distance != 0; distance /= 2) {
        for (std::size_t s = 0; s < distance; ++s) {
            Moments<Scalar>&a = group[s], &b = group[s + distance];
            if (b.count == 0) continue;
            if (a.count == 0) {
                a = b;
                continue;
            }
            const auto share =
                static_cast<Scalar>(b.count) / static_cast<Scalar>(a.count + b.count);
            join_moments(a.mean, a.squares, b.mean, b.squares, simd::broadcast(share),
                         simd::broadcast(static_cast<Scalar>(a.count)));
            a.count += b.count;
        }
    }
    return group[0];
}

/// y = f((x - mean[c]) scale[c] + shift[c])
template <Map in, Map out, class Activation, class Scalar>
INLAY_NOINLINE void normalize(const Scalar* x, const Scalar* mean, const Scalar* scale,
                              const Scalar* shift, Scalar* y, std::size_t count) {
    for (std::size_t n = 0; n < count; ++n, x += in.size(), y += out.size()) {
        simd::for_each_pack<Scalar>(in.channels(), [&](std::size_t c,
                                                       int lanes) INLAY_INLINE_LAMBDA {
            const auto center = simd::load_some(mean + c, lanes);
            const auto factor = simd::load_some(scale + c, lanes);
            const auto addend = simd::load_some(shift + c, lanes);
            for (std::size_t p = 0; p < in.rows(); ++p) {
                const Scalar* from = x + in.row(p) + c;
                Scalar* to = y + out.row(p) + c;
                for (std::size_t q = 0; q < in.width(); ++q) {
                    const auto d = simd::sub(simd::load_some(from + q * in.pixel(), lanes), center);
                    const auto value = simd::fma(d, factor, addend);
                    simd::store_some(to + q * out.pixel(), Activation::value(value), lanes);
                }
            }
        });
    }
}

/// dshift[c] += sum dy      dscale[c] += sum dy (x - mean[c]) rstd[c]      over `count` examples,
/// each by itself; what rounding takes from the sums lies `lost` behind
template <Map in, Map out, class Scalar>
INLAY_NOINLINE void collect_normalized_gradient(const Scalar* x, const Scalar* dy,
                                                const Scalar* mean, const Scalar* rstd,
                                                Scalar* dscale, Scalar* dshift, std::size_t lost,
                                                std::size_t count) {
    constexpr Chains pixels{in.rows(), in.width()};
    for (std::size_t n = 0; n < count; ++n, x += in.size(), dy += out.size()) {
        simd::for_each_pack<Scalar>(in.channels(), [&](std::size_t c,
                                                       int lanes) INLAY_INLINE_LAMBDA {
            const auto center = simd::load_some(mean + c, lanes);
            const auto add = [&](auto& chains, std::size_t p, std::size_t q) INLAY_INLINE_LAMBDA {
                const auto g = simd::load_some(dy + out.row(p) + q * out.pixel() + c, lanes);
                const auto d =
                    simd::sub(simd::load_some(x + in.row(p) + q * in.pixel() + c, lanes), center);
                chains[0] = simd::add(chains[0], g);
                chains[1] = simd::fma(g, d, chains[1]);
            };
            simd::Pack<Scalar> sums[2];
            sum_places<Scalar, pixels>(pixels, sums, add);
            sums[1] = simd::mul(sums[1], simd::load_some(rstd + c, lanes));
            Scalar* const rows[2] = {dshift + c, dscale + c};
            simd::unroll<2>([&](auto k) INLAY_INLINE_LAMBDA {
                auto sum = simd::load_some(rows[k], lanes);
                auto rest = simd::load_some(rows[k] + lost, lanes);
                add_exactly(sum, rest, sums[k]);
                simd::store_some(rows[k], sum, lanes);
                simd::store_some(rows[k] + lost, rest, lanes);
            });
        });
    }
}

/// dx (+)= a[c] dy + b[c] (x - mean[c]) + k[c]: the gradient through a normalization and its
/// statistics is linear in dy and x
template <Map in, Map out, bool accumulate, class Scalar>
INLAY_NOINLINE void normalized_gradient(const Scalar* x, const Scalar* dy, const Scalar* mean,
                                        const Scalar* a, const Scalar* b, const Scalar* k,
                                        Scalar* dx, std::size_t count) {
    for (std::size_t n = 0; n < count; ++n, x += in.size(), dx += in.size(), dy += out.size()) {
        simd::for_each_pack<Scalar>(in.channels(), [&](std::size_t c,
                                                       int lanes) INLAY_INLINE_LAMBDA {
            const auto center = simd::load_some(mean + c, lanes);
            const auto of_dy = simd::load_some(a + c, lanes), of_x = simd::load_some(b + c, lanes);
            const auto constant = simd::load_some(k + c, lanes);
            for (std::size_t p = 0; p < in.rows(); ++p) {
                const std::size_t row = in.row(p) + c;
                const Scalar* gradient = dy + out.row(p) + c;
                for (std::size_t q = 0; q < in.width(); ++q) {
                    const std::size_t at = row + q * in.pixel();
                    const auto d = simd::sub(simd::load_some(x + at, lanes), center);
                    const auto g = simd::load_some(gradient + q * out.pixel(), lanes);
                    auto sum = simd::fma(of_x, d, simd::fma(of_dy, g, constant));
                    if constexpr (accumulate) sum = simd::add(simd::load_some(dx + at, lanes), sum);
                    simd::store_some(dx + at, sum, lanes);
                }
            }
        });
    }
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_NORMALIZE_HPP

// <inlay/layer/batch_norm.hpp>
#ifndef INLAY_LAYER_BATCH_NORM_HPP
#define INLAY_LAYER_BATCH_NORM_HPP
namespace inlay::INLAY_ABI {

/// Normalizes each channel (the last axis): in training by the mean and the population variance of
/// the whole batch, outside of it by moving averages of them, as Keras 3 does. Options: Momentum
/// (0.99), Epsilon (1e-3), NoScale.
template <class... Given>
struct BatchNorm : LayerDefaults {
    using Options = option::Options<Given...>;

    static constexpr std::string_view title = "BatchNormalization", name = "batch_normalization";
    static constexpr Role role = Role::normalization;
    static constexpr bool takes_activation = true;
    static constexpr bool whole_batch = true;
    static constexpr bool backward_reads_input = true;
    static constexpr bool has_scale = !Options::has("scale");
    static constexpr double momentum = Options::template get<"momentum", Momentum<0.99L>>::value;
    static constexpr double epsilon = Options::template get<"epsilon", Epsilon<1e-3L>>::value;

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"momentum", "epsilon", "scale"}).view();
        if (!(momentum >= 0 && momentum <= 1 && epsilon >= 0)) {
            complaint.needs << "needs a momentum from 0 to 1 and an epsilon of 0 or more";
            complaint.remedy << "write BatchNorm<Momentum<0.99>, Epsilon<1e-3>>";
        }
        return in;
    }

    static constexpr WeightSpecs weights(const Shape& in) {
        const Shape channels{in.last()};
        WeightSpecs specs;
        if (has_scale) specs.add({"gamma", channels, Ones::fill});
        specs.add({"beta", channels, Zeros::fill});
        specs.add(
            {.name = "moving_mean", .shape = channels, .fill = Zeros::fill, .trainable = false});
        specs.add(
            {.name = "moving_variance", .shape = channels, .fill = Ones::fill, .trainable = false});
        return specs;
    }

    // Statistics of one training step: what follows from the totals, then for each slice two rows
    // of partial sums and two of what rounding took from them. Outside of training there are just
    // the first three.
    enum Row : std::size_t {
        mean_row,
        scale_row,
        shift_row,
        rstd_row,
        of_dy_row,
        of_x_row,
        constant_row,
        rows
    };

    static constexpr std::size_t partial_rows = 4;

    static constexpr std::size_t prepared_count(const Shape& in) { return 3 * in.last(); }

    static constexpr std::size_t statistics_count(const Shape& in, std::size_t slices) {
        return in.last() * (partial_rows * slices + rows);
    }

    template <class Scalar>
    static Scalar* partial(Scalar* statistics, std::size_t channels, std::size_t slice) {
        return statistics + (rows + partial_rows * slice) * channels;
    }

    /// Adds the moments of `count` examples to those of the `before` examples of the slice.
    template <Binding binding, class Scalar>
    static void collect(const Forward<Scalar>& pass, Scalar* statistics, std::size_t slice,
                        std::size_t before) {
        constexpr std::size_t channels = binding.in.channels();
        Scalar* const moments = partial(statistics, channels, slice);
        kernel::collect_moments<binding.in>(pass.x, moments, moments + channels, 2 * channels,
                                            before, pass.count);
    }

    /// mean and variance of the batch from those of the slices (`examples` in each), and from them
    ///
    ///     scale = gamma / sqrt(variance + epsilon)      shift = beta
    ///     moving = momentum moving + (1 - momentum) batch
    template <Binding binding, class Scalar>
    static void combine(const Scalar* weights, Scalar* state, Scalar* statistics,
                        const std::size_t* examples, std::size_t slices) {
        constexpr std::size_t channels = binding.in.channels();
        constexpr std::size_t pixels = binding.in.cells();
        const auto keep = simd::broadcast(static_cast<Scalar>(momentum));
        const auto take = simd::broadcast(static_cast<Scalar>(1 - momentum));
        simd::for_each_pack<Scalar>(channels, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
            const auto row = [&](std::size_t r)
                                 INLAY_INLINE_LAMBDA { return statistics + r * channels + c; };
            const auto total = kernel::join_slices<Scalar>(
                [&](std::size_t slice)
                    INLAY_INLINE_LAMBDA { return partial(statistics, channels, slice) + c; },
                channels, lanes, examples, slices, pixels);
            const auto variance =
                simd::div(total.squares, simd::broadcast(static_cast<Scalar>(total.count)));
            const auto rstd = inverse_deviation(variance);
            const auto scale =
                has_scale ? simd::mul(simd::load_some(weights + c, lanes), rstd) : rstd;
            const auto beta = simd::load_some(weights + (has_scale ? channels : 0) + c, lanes);
            simd::store_some(row(mean_row), total.mean, lanes);
            simd::store_some(row(rstd_row), rstd, lanes);
            simd::store_some(row(scale_row), scale, lanes);
            simd::store_some(row(shift_row), beta, lanes);

            const auto move = [&](Scalar* moving, auto batch) {
                const auto kept = simd::mul(simd::load_some(moving, lanes), keep);
                simd::store_some(moving, simd::fma(batch, take, kept), lanes);
            };
            move(state + c, total.mean);
            move(state + channels + c, variance);
        });
    }

    template <class Scalar>
    struct Affine {
        simd::Pack<Scalar> mean, scale, shift;
    };

    /// y = (x - mean) scale + shift outside of training, from the moving averages, for a pack of
    /// channels.
    template <class Scalar>
    static Affine<Scalar> affine(const Scalar* weights, const Scalar* state, std::size_t channels,
                                 std::size_t c, int lanes) {
        const auto rstd = inverse_deviation(simd::load_some(state + channels + c, lanes));
        const auto scale = has_scale ? simd::mul(simd::load_some(weights + c, lanes), rstd) : rstd;
        const auto beta = simd::load_some(weights + (has_scale ? channels : 0) + c, lanes);
        return {simd::load_some(state + c, lanes), scale, beta};
    }

    /// y = (x - mean) scale + shift
    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr std::size_t channels = binding.in.channels();
        kernel::normalize<binding.in, binding.out, Epilogue>(
            pass.x, pass.statistics + mean_row * channels, pass.statistics + scale_row * channels,
            pass.statistics + shift_row * channels, pass.y, pass.count);
    }

    /// Adds sum dy and sum dy (x - mean) rstd of `count` examples to the slice's.
    template <Binding binding, class Scalar>
    static void collect_gradient(const Backward<Scalar>& pass, Scalar* statistics,
                                 std::size_t slice) {
        constexpr std::size_t channels = binding.in.channels();
        Scalar* const sums = partial(statistics, channels, slice);
        kernel::collect_normalized_gradient<binding.in, binding.out>(
            pass.x, pass.dy, statistics + mean_row * channels, statistics + rstd_row * channels,
            sums + channels, sums, 2 * channels, pass.count);
    }

    /// dgamma += sum dy x^      dbeta += sum dy      x^ = (x - mean) rstd; and the parts of dx:
    ///
    ///     dx = scale (dy - sum dy / N - x^ sum dy x^ / N)
    template <Binding binding, class Scalar>
    static void combine_gradient(Scalar* gradient, Scalar* statistics, std::size_t slices,
                                 std::size_t batch) {
        constexpr std::size_t channels = binding.in.channels();
        constexpr std::size_t pixels = binding.in.cells();
        const auto share = simd::broadcast(Scalar{-1} / static_cast<Scalar>(batch * pixels));
        const auto add = [](Scalar* to, auto value, int lanes) {
            simd::store_some(to, simd::add(simd::load_some(to, lanes), value), lanes);
        };
        simd::for_each_pack<Scalar>(channels, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
            const auto row = [&](std::size_t r)
                                 INLAY_INLINE_LAMBDA { return statistics + r * channels + c; };
            const auto all = [&](std::size_t which) INLAY_INLINE_LAMBDA {
                return kernel::sum_slices<Scalar>(
                    [&](std::size_t slice) INLAY_INLINE_LAMBDA {
                        return partial(statistics, channels, slice) + which * channels + c;
                    },
                    lanes, slices);
            };
            const auto total = [&](std::size_t which) INLAY_INLINE_LAMBDA {
                return simd::add(all(which), all(which + 2));
            };
            const auto dbeta = total(0), dgamma = total(1);
            if (has_scale) add(gradient + c, dgamma, lanes);
            add(gradient + (has_scale ? channels : 0) + c, dbeta, lanes);
            const auto scale = simd::load_some(row(scale_row), lanes);
            const auto spread = simd::mul(scale, share);  // -scale / N
            simd::store_some(row(of_dy_row), scale, lanes);
            simd::store_some(
                row(of_x_row),
                simd::mul(simd::mul(spread, dgamma), simd::load_some(row(rstd_row), lanes)), lanes);
            simd::store_some(row(constant_row), simd::mul(spread, dbeta), lanes);
        });
    }

    /// dx (+)= of_dy dy + of_x (x - mean) + constant
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr std::size_t channels = binding.in.channels();
        const auto row = [&](std::size_t r)
                             INLAY_INLINE_LAMBDA { return pass.statistics + r * channels; };
        if constexpr (binding.input_gradient)
            kernel::normalized_gradient<binding.in, binding.out, binding.accumulate>(
                pass.x, pass.dy, row(mean_row), row(of_dy_row), row(of_x_row), row(constant_row),
                pass.dx, pass.count);
    }

private:
    template <class Pack>
    static Pack inverse_deviation(Pack variance) {
        using Scalar = typename Pack::scalar;
        const Pack with_epsilon =
            simd::add(variance, simd::broadcast(static_cast<Scalar>(epsilon)));
        return simd::div(simd::broadcast(Scalar{1}), simd::square_root(with_epsilon));
    }
};

template <class... Given>
using BatchNormalization = BatchNorm<Given...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::BatchNorm;
using INLAY_ABI::BatchNormalization;
}  // namespace inlay
#endif  // INLAY_LAYER_BATCH_NORM_HPP

// <inlay/kernel/map.hpp>
#ifndef INLAY_KERNEL_MAP_HPP
#define INLAY_KERNEL_MAP_HPP
// Functions of one element, over whole maps: activations, sums, copies, scales.

namespace inlay::INLAY_ABI::kernel {

/// How many elements of a map lie one behind the other, and where run number r of them begins.
template <Map map>
struct Runs {
    static constexpr std::size_t length = map.dense_example() ? map.elements()
                                          : map.dense_rows()  ? map.width() * map.channels()
                                                              : map.channels();

    static constexpr std::size_t begin(std::size_t r) {
        if constexpr (length == map.elements()) return map.origin();
        if constexpr (map.dense_rows()) return map.row(r);
        return map.row(r / map.width()) + r % map.width() * map.pixel();
    }
};

/// Calls body(at_a, at_b, length) for each run of elements that lie one behind the other in both
/// maps of `count` examples, in row order, whatever shapes the maps have.
template <Map a, Map b, class Body>
INLAY_INLINE void for_each_run(std::size_t count, Body&& body) {
    static_assert(a.elements() == b.elements(), "inlay: the maps differ in size");
    constexpr std::size_t run_a = Runs<a>::length, run_b = Runs<b>::length;
    if constexpr (a.dense() && b.dense()) {
        body(std::size_t{0}, std::size_t{0}, count * a.size());
    } else if constexpr (run_a % run_b == 0 || run_b % run_a == 0) {
        constexpr std::size_t run = run_a < run_b ? run_a : run_b;
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t k = 0; k < a.elements(); k += run)
                body(n * a.size() + Runs<a>::begin(k / run_a) + k % run_a,
                     n * b.size() + Runs<b>::begin(k / run_b) + k % run_b, run);
    } else {
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t k = 0, run = 0; k < a.elements(); k += run) {
                const std::size_t left_a = run_a - k % run_a, left_b = run_b - k % run_b;
                run = left_a < left_b ? left_a : left_b;
                body(n * a.size() + Runs<a>::begin(k / run_a) + k % run_a,
                     n * b.size() + Runs<b>::begin(k / run_b) + k % run_b, run);
            }
    }
}

/// Calls body(at_a, at_b) for each cell of `count` examples of two maps with the same cells.
template <Map a, Map b, class Body>
INLAY_INLINE void for_each_row(std::size_t count, Body&& body) {
    static_assert(a.rows() == b.rows() && a.width() == b.width(), "inlay: the maps differ");
    for (std::size_t n = 0; n < count; ++n)
        for (std::size_t p = 0; p < a.rows(); ++p)
            for (std::size_t q = 0; q < a.width(); ++q)
                body(n * a.size() + a.row(p) + q * a.pixel(),
                     n * b.size() + b.row(p) + q * b.pixel());
}

/// y[k] = f(x[k])
template <class Function, Map in, Map out, class Scalar>
INLAY_NOINLINE void map(const Scalar* x, Scalar* y, std::size_t count) {
    for_each_run<in, out>(
        count, [&](std::size_t from, std::size_t to, std::size_t length) INLAY_INLINE_LAMBDA {
            simd::for_each_pack<Scalar>(length, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                simd::store_some(y + to + k, Function::value(simd::load_some(x + from + k, lanes)),
                                 lanes);
            });
        });
}

/// dx[k] (+)= f'(r[k]) dy[k]                      r: y, or x where f's derivative reads that
template <class Function, Map read, Map out, Map in, bool accumulate, class Scalar>
INLAY_NOINLINE void map_gradient(const Scalar* r, const Scalar* dy, Scalar* dx, std::size_t count) {
    // r lies as dy or as dx does.
    static_assert(read == in || read == out, "inlay: what the derivative reads lies elsewhere");
    for_each_run<in, out>(
        count, [&](std::size_t to, std::size_t from, std::size_t length) INLAY_INLINE_LAMBDA {
            const Scalar* const at = r + (read == out ? from : to);
            simd::for_each_pack<Scalar>(length, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                auto value = Function::gradient(simd::load_some(at + k, lanes),
                                                simd::load_some(dy + from + k, lanes));
                if constexpr (accumulate)
                    value = simd::add(simd::load_some(dx + to + k, lanes), value);
                simd::store_some(dx + to + k, value, lanes);
            });
        });
}

/// to[k] (+)= from[k]
template <bool accumulate, class Scalar>
INLAY_INLINE void copy_row(const Scalar* from, Scalar* to, std::size_t length) {
    simd::for_each_pack<Scalar>(length, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
        auto value = simd::load_some(from + k, lanes);
        if constexpr (accumulate) value = simd::add(simd::load_some(to + k, lanes), value);
        simd::store_some(to + k, value, lanes);
    });
}

/// y[k] (+)= x[k] in row order, whatever shapes and borders the two maps have.
template <Map in, Map out, bool accumulate, class Scalar>
INLAY_NOINLINE void copy(const Scalar* x, Scalar* y, std::size_t count) {
    for_each_run<in, out>(
        count, [&](std::size_t from, std::size_t to, std::size_t length)
                   INLAY_INLINE_LAMBDA { copy_row<accumulate>(x + from, y + to, length); });
}

/// Writes zeros to a border around every example of a map.
template <Map map, Halo halo, class Scalar>
INLAY_NOINLINE void clear_border(Scalar* x, std::size_t count) {
    const auto clear = [](Scalar* from, std::size_t cells) {
        if constexpr (map.pixel() == map.channels())
            for (std::size_t k = 0; k < cells * map.channels(); ++k) from[k] = 0;
        else
            for (std::size_t q = 0; q < cells; ++q)
                for (std::size_t c = 0; c < map.channels(); ++c) from[q * map.pixel() + c] = 0;
    };
    x += map.origin() - halo.front * map.plane() - halo.top * map.pitch() - halo.left * map.pixel();
    for (std::size_t n = 0; n < count; ++n, x += map.size()) {
        for (std::size_t d = 0; d < halo.front + map.depth() + halo.back; ++d) {
            const bool in_depth = d >= halo.front && d < halo.front + map.depth();
            for (std::size_t h = 0; h < halo.top + map.height() + halo.bottom; ++h) {
                Scalar* const row = x + d * map.plane() + h * map.pitch();
                if (in_depth && h >= halo.top && h < halo.top + map.height()) {
                    clear(row, halo.left);
                    clear(row + (halo.left + map.width()) * map.pixel(), halo.right);
                } else {
                    clear(row, halo.left + map.width() + halo.right);
                }
            }
        }
    }
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_MAP_HPP

// <inlay/layer/concat.hpp>
#ifndef INLAY_LAYER_CONCAT_HPP
#define INLAY_LAYER_CONCAT_HPP
namespace inlay::INLAY_ABI {

/// The outputs of branches that read the same input, one behind the other along the last axis.
template <class... Branches>
struct Concat : LayerDefaults {
    using branches = TypeList<Branches...>;

    static constexpr std::string_view title = "Concatenate", name = "concatenate";
    static constexpr Role role = Role::concat;
    static constexpr Masks masks = Masks::pass;

    static constexpr bool views(const Shape&) { return true; }

    /// The shape of the whole, from the shapes of the branches.
    static constexpr Shape output(const Shapes& in, Complaint& complaint) {
        std::size_t channels = in[0].last();
        for (int k = 1; k < in.count; ++k) {
            channels += in[k].last();
            if (in[k].rank() == in[0].rank() && in[k].rank() > 0 &&
                in[k].with_last(1) == in[0].with_last(1))
                continue;
            if (complaint.raised()) continue;
            complaint.needs
                << "needs branches that differ in the last axis only, but branch 1 gives ";
            complaint.needs << in[0] << " and branch " << k + 1 << " gives ";
            complaint.needs << in[k];
            complaint.remedy << "give all branches the same strides and padding";
        }
        return complaint.raised() ? in[0] : in[0].with_last(channels);
    }

    /// y[..][channel_k + c] = x_k[..][c], where x_k does not lie there
    template <auto joint, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        simd::unroll<joint.inputs>([&](auto k) {
            if constexpr (!joint.in[k].in_place)
                kernel::copy<joint.in[k].map, share<joint, k>, false>(pass.inputs[k], pass.y,
                                                                      pass.count);
        });
    }

    /// dx_k[..][c] (+)= dy[..][channel_k + c], where dx_k does not lie there
    template <auto joint, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        simd::unroll<joint.inputs>([&](auto k) {
            if constexpr (!joint.in[k].in_place && joint.in[k].input_gradient)
                kernel::copy<share<joint, k>, joint.in[k].map, joint.in[k].accumulate>(
                    pass.dy, pass.input_gradients[k], pass.count);
        });
    }

private:
    /// The channels of the output that input k makes.
    template <auto joint, std::size_t k>
    static constexpr Map share = [] {
        Map part = joint.out;
        for (std::size_t j = 0; j < k; ++j) part.first += joint.in[j].map.vector;
        part.vector = joint.in[k].map.vector;
        return part;
    }();
};

template <class... Branches>
using Concatenate = Concat<Branches...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Concat;
using INLAY_ABI::Concatenate;
}  // namespace inlay
#endif  // INLAY_LAYER_CONCAT_HPP

// <inlay/kernel/tile.hpp>
#ifndef INLAY_KERNEL_TILE_HPP
#define INLAY_KERNEL_TILE_HPP
// How a product is cut into register tiles: plain functions of extents and the register file.

namespace inlay::INLAY_ABI::kernel {

/// The largest register tile to use: rows of broadcast values times vectors of columns.
struct Tile {
    std::size_t rows = 1, vectors = 1;
};

/// The registers a tile may use: rows * vectors sums, the vectors of one tap and one broadcast.
/// Where a product takes a lane, compilers load the values of all rows at once.
constexpr std::size_t usable_registers =
    simd::registers::count - (simd::registers::multiplies_by_lane ? 5 : 1);

/// The tile with the least time for rows x columns outputs, from the cost of one tap: half a cycle
/// for each multiply-add and each load, four cycles at least (the latency of a sum); of equals the
/// one with the fewest loads. It decides which outputs run together, never the order of a sum. Rows
/// that belong together, `multiple` at a time, are not parted.
template <class Scalar>
constexpr Tile choose_tile(std::size_t rows, std::size_t columns, std::size_t multiple = 1) {
    const std::size_t vectors = divided_up(columns, simd::Pack<Scalar>::lanes);
    Tile best{multiple, 1};
    std::size_t least = ~std::size_t{0};
    for (std::size_t v = 1; v <= 4 && v <= vectors; ++v) {
        for (std::size_t r = multiple; r <= 14 && r <= rows; r += multiple) {
            if (r * v + v + 1 > usable_registers) break;
            std::size_t half_cycles = r * v < r + v ? r + v : r * v;
            if (half_cycles < 8) half_cycles = 8;
            const std::size_t tiles = divided_up(rows, r) * divided_up(vectors, v);
            const std::size_t time = tiles * (half_cycles * 32 + r + v);
            if (time < least) {
                least = time;
                best = {r, v};
            }
        }
    }
    return best;
}

template <std::size_t Value>
using Size = std::integral_constant<std::size_t, Value>;

/// Calls body(Size<size>, start) for nearly equal blocks of at most Limit that cover [0, Extent):
/// two sizes instead of full blocks and a small tail.
template <std::size_t Extent, std::size_t Limit, class Body>
INLAY_INLINE void for_each_block(Body&& body) {
    constexpr std::size_t blocks = divided_up(Extent, Limit);
    constexpr std::size_t small = Extent / blocks, larger = Extent % blocks;
    std::size_t start = 0;
    if constexpr (larger != 0)
        for (std::size_t k = 0; k < larger; ++k, start += small + 1) body(Size<small + 1>{}, start);
    for (std::size_t k = larger; k < blocks; ++k, start += small) body(Size<small>{}, start);
}

/// The same for an extent that only the running program knows: blocks of Limit, then quarters of
/// it. Each size is one more copy of the body to compile.
template <std::size_t Limit, class Body>
INLAY_INLINE void for_each_block(std::size_t extent, Body&& body) {
    std::size_t start = 0;
    for (; start + Limit <= extent; start += Limit) body(Size<Limit>{}, start);
    if constexpr (Limit > 1)
        if (start < extent)
            for_each_block<(Limit < 8 ? 1 : Limit / 4)>(
                extent - start,
                [&](auto size, std::size_t at) INLAY_INLINE_LAMBDA { body(size, start + at); });
}

/// Calls body(Size<size>) for one part of an extent that is cut into parts of Part and a rest.
template <std::size_t Extent, std::size_t Part, class Body>
INLAY_INLINE void for_part(std::size_t part, Body&& body) {
    constexpr std::size_t whole = Extent < Part ? Extent : Part;
    if constexpr (Extent % Part != 0 && Extent > Part) {
        if ((part + 1) * Part > Extent) return body(Size<Extent % Part>{});
    }
    body(Size<whole>{});
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_TILE_HPP

// <inlay/kernel/contract.hpp>
#ifndef INLAY_KERNEL_CONTRACT_HPP
#define INLAY_KERNEL_CONTRACT_HPP
// The one product that dense layers and convolutions are made of, forward and backward.

namespace inlay::INLAY_ABI::kernel {

/// Where the factors of a product lie. All steps count elements; tap t of run r of row i is
/// a[r a_run + t a_tap + (i / group) a_group + (i % group) a_row], and its column j is
/// b[r b_run + t b_tap + j].
template <class Scalar>
struct Factors {
    const Scalar* a;
    const Scalar* b;
    std::size_t runs, taps;
    std::size_t a_run, a_tap, a_row;
    std::size_t b_run, b_tap;
    std::size_t group = 64, a_group = 0;  ///< more rows than a tile has: one group
};

/// One register tile of a product:
///
///     c[i][j] = start(i, j) + sum_r sum_t a[r][t][i] b[r][t][j]      i < Rows, j < Columns
///
/// as one chain of fused multiply-adds in order of r, t for every output, whatever the tile.
/// start(i, v, lanes) gives a pack of v's columns; finish(i, v, lanes, sum) takes it, after all
/// packs have been through behind(i, v, lanes, sum). run_at(r) says where run r of a begins.
template <std::size_t Rows, std::size_t Columns, class Scalar, class RunAt, class Start,
          class Behind, class Finish>
INLAY_INLINE void contract_runs(const Factors<Scalar>& f, RunAt&& run_at, Start&& start,
                                Behind&& behind, Finish&& finish) {
    using Pack = simd::Pack<Scalar>;
    constexpr std::size_t width = Pack::lanes, vectors = divided_up(Columns, width);
    constexpr auto lanes = [](std::size_t v) {
        return static_cast<int>(Columns - v * width < width ? Columns - v * width : width);
    };
    Pack sum[Rows][vectors];
#pragma GCC unroll 16
    for (std::size_t i = 0; i < Rows; ++i)
#pragma GCC unroll 8
        for (std::size_t v = 0; v < vectors; ++v) sum[i][v] = start(i, v, lanes(v));

    for (std::size_t r = 0; r < f.runs; ++r) {
        const Scalar* a = f.a + run_at(r);
        const Scalar* b = f.b + r * f.b_run;
        asm("" : "+r"(b));  // one register, even where it is a place on the stack
        for (std::size_t t = 0; t < f.taps; ++t, a += f.a_tap, b += f.b_tap) {
            // Each tap loads its own values: kept from one to the next (GCC's predictive
            // commoning), they would cost registers and shuffles.
            asm("" : "+r"(a));
            // Loaded once: as an operand in memory, each would be loaded for every row of several.
            Pack column[vectors];
#pragma GCC unroll 8
            for (std::size_t v = 0; v < vectors; ++v) {
                column[v] = lanes(v) == Pack::lanes ? simd::load(b + v * width)
                                                    : simd::load_partial(b + v * width, lanes(v));
                if constexpr (Rows > 1) simd::pin(column[v]);
            }
#pragma GCC unroll 16
            for (std::size_t i = 0; i < Rows; ++i) {
                const Pack row =
                    simd::broadcast(a[i / f.group * f.a_group + i % f.group * f.a_row]);
#pragma GCC unroll 8
                for (std::size_t v = 0; v < vectors; ++v)
                    sum[i][v] = simd::fma(row, column[v], sum[i][v]);
            }
        }
    }
#pragma GCC unroll 16
    for (std::size_t i = 0; i < Rows; ++i)
#pragma GCC unroll 8
        for (std::size_t v = 0; v < vectors; ++v) sum[i][v] = behind(i, v, lanes(v), sum[i][v]);
#pragma GCC unroll 16
    for (std::size_t i = 0; i < Rows; ++i)
#pragma GCC unroll 8
        for (std::size_t v = 0; v < vectors; ++v) finish(i, v, lanes(v), sum[i][v]);
}

/// The same with runs that lie a_run apart.
template <std::size_t Rows, std::size_t Columns, class Scalar, class Start, class Behind,
          class Finish>
INLAY_INLINE void contract_tile(const Factors<Scalar>& f, Start&& start, Behind&& behind,
                                Finish&& finish) {
    contract_runs<Rows, Columns>(
        f, [&](std::size_t r) INLAY_INLINE_LAMBDA { return r * f.a_run; }, start, behind, finish);
}

/// What stands behind a sum that nothing is done to.
struct AsItIs {
    template <class Pack>
    INLAY_INLINE Pack operator()(std::size_t, std::size_t, int, Pack sum) const {
        return sum;
    }
};

template <std::size_t Rows, std::size_t Columns, class Scalar, class Start, class Finish>
INLAY_INLINE void contract_tile(const Factors<Scalar>& f, Start&& start, Finish&& finish) {
    contract_tile<Rows, Columns>(f, start, AsItIs(), finish);
}

/// The same sums from zero over places, at most `most`: places.rows runs of places.columns taps in
/// the chains of places.hpp, joined in pairs. finish takes the whole sum.
template <std::size_t Rows, std::size_t Columns, Chains most, class Scalar, class Finish>
INLAY_INLINE void contract_places(Factors<Scalar> f, const Chains& places, Finish&& finish) {
    f.runs = places.rows;
    f.taps = places.columns;
    const auto zero = [](std::size_t, std::size_t, int)
                          INLAY_INLINE_LAMBDA { return simd::zero<Scalar>(); };
    if constexpr (most.one()) {
        contract_tile<Rows, Columns>(f, zero, finish);
    } else {
        constexpr std::size_t vectors = divided_up(Columns, std::size_t{simd::Pack<Scalar>::lanes});
        PairwiseSums<Scalar, most.count(), Rows * vectors> sums;
        for_each_chain(places, [&](std::size_t run, std::size_t runs, std::size_t tap,
                                   std::size_t taps) INLAY_INLINE_LAMBDA {
            Factors<Scalar> chain = f;
            chain.a += run * f.a_run + tap * f.a_tap;
            chain.b += run * f.b_run + tap * f.b_tap;
            chain.runs = runs;
            chain.taps = taps;
            contract_tile<Rows, Columns>(
                chain, zero, [&](std::size_t i, std::size_t v, int, auto sum) INLAY_INLINE_LAMBDA {
                    sums.take(i * vectors + v, sum);
                });
            sums.next();
        });
        for (std::size_t i = 0; i < Rows; ++i)
            for (std::size_t v = 0; v < vectors; ++v) {
                constexpr std::size_t width = simd::Pack<Scalar>::lanes;
                const std::size_t left = Columns - v * width;
                finish(i, v, static_cast<int>(left < width ? left : width),
                       sums.total(i * vectors + v));
            }
    }
}

/// Cuts Columns into the panels of a tile of at most Vectors vectors: body(Size<columns>, first).
template <class Scalar, std::size_t Columns, std::size_t Vectors, class Body>
INLAY_INLINE void for_each_panel(Body&& body) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    constexpr std::size_t vectors = divided_up(Columns, lanes);
    for_each_block<vectors, Vectors>([&](auto size, std::size_t first) INLAY_INLINE_LAMBDA {
        constexpr std::size_t whole = size * lanes;
        if constexpr (Columns % lanes == 0) {
            body(Size<whole>{}, first * lanes);
        } else {
            // The last panel, and only it, has a vector that is not full.
            if (first + size == vectors)
                body(Size<whole - vectors * lanes + Columns>{}, first * lanes);
            else
                body(Size<whole>{}, first * lanes);
        }
    });
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_CONTRACT_HPP

// <inlay/kernel/convolve.hpp>
#ifndef INLAY_KERNEL_CONVOLVE_HPP
#define INLAY_KERNEL_CONVOLVE_HPP
// Convolution over images in height, width, channels order, with weights [kh][kw][in][out].

namespace inlay::INLAY_ABI::kernel {

/// The extents of a convolution and the places of its maps in memory, in elements. What is 0
/// follows from the others: cells that lie side by side, taps that are neighbours.
struct Convolution {
    std::size_t height, width, channels;  ///< of the output
    std::size_t kernel_height, kernel_width, in_channels;
    std::size_t down = 1, across = 1;                     ///< strides
    std::size_t in_start = 0, in_pitch = 0, in_size = 0;  ///< first tap of the first place; row;
                                                          ///< example
    std::size_t out_start = 0, out_pitch = 0, out_size = 0;
    std::size_t in_cell = 0, out_cell = 0;                ///< from one cell to the next
    std::size_t tap_cell = 0, tap_pitch = 0;              ///< from one tap to the next
    std::size_t weight_row = 0;                           ///< outputs of all groups
    std::size_t depth = 1, kernel_depth = 1, inward = 1;  ///< of a volume
    std::size_t in_plane = 0, out_plane = 0, tap_plane = 0;

    constexpr std::size_t in_pixel() const { return in_cell == 0 ? in_channels : in_cell; }
    constexpr std::size_t out_pixel() const { return out_cell == 0 ? channels : out_cell; }
    constexpr std::size_t weights_of_tap() const { return weight_row == 0 ? channels : weight_row; }

    /// The taps of one kernel row.
    constexpr std::size_t row_taps() const { return kernel_width * in_channels; }

    /// The numbers of the kernel, with those of other groups between them.
    constexpr std::size_t kernel_count() const {
        return kernel_depth * kernel_height * row_taps() * weights_of_tap();
    }

    /// Rows of the output, those of all images of a volume, and where row p lies in y and the
    /// first tap of its first place in x.
    constexpr std::size_t rows() const { return depth * height; }
    constexpr std::size_t out_row(std::size_t p) const {
        if (depth == 1) return out_start + p * out_pitch;
        return out_start + p / height * out_plane + p % height * out_pitch;
    }
    constexpr std::size_t in_row(std::size_t p) const {
        if (depth == 1) return in_start + p * down * in_pitch;
        return in_start + p / height * inward * in_plane + p % height * down * in_pitch;
    }

    /// Where tap (d, h, w) lies behind the first, by its number in the kernel.
    constexpr std::size_t tap(std::size_t number) const {
        const std::size_t w = number % kernel_width, h = number / kernel_width % kernel_height;
        return number / kernel_width / kernel_height * tap_plane +
               h * (tap_pitch == 0 ? in_pitch : tap_pitch) +
               w * (tap_cell == 0 ? in_pixel() : tap_cell);
    }

    /// Whether the taps of a kernel row lie one behind the other in the input: one run of them.
    constexpr bool whole_rows() const {
        return in_pixel() == in_channels && (tap_cell == 0 || tap_cell == in_channels);
    }

    /// Runs of taps that lie one behind the other.
    constexpr std::size_t runs() const {
        return kernel_depth * kernel_height * (whole_rows() ? 1 : kernel_width);
    }
    constexpr std::size_t run_taps() const { return whole_rows() ? row_taps() : in_channels; }
    constexpr std::size_t run(std::size_t number) const {
        return tap(whole_rows() ? number * kernel_width : number);
    }

    /// Whether all runs lie equally far apart.
    constexpr bool even_runs() const { return whole_rows() && kernel_depth == 1; }

    /// The pixels of an image of the output, as a sum over them runs.
    constexpr Chains places() const { return {height, width}; }

    friend constexpr bool operator==(const Convolution&, const Convolution&) = default;
};

/// The factors of y at output row p from cell q on, for the panel of channels from o on.
template <Convolution c, class Scalar>
INLAY_INLINE Factors<Scalar> taps_at(const Scalar* x, const Scalar* weights, std::size_t p,
                                     std::size_t q, std::size_t o) {
    return {.a = x + c.in_row(p) + q * c.across * c.in_pixel(),
            .b = weights + o,
            .runs = c.runs(),
            .taps = c.run_taps(),
            .a_run = c.even_runs() ? c.run(1) : 0,
            .a_tap = 1,
            .a_row = c.across * c.in_pixel(),
            .b_run = c.run_taps() * c.weights_of_tap(),
            .b_tap = c.weights_of_tap()};
}

/// Where run r of the taps begins.
template <Convolution c>
struct RunAt {
    INLAY_INLINE constexpr std::size_t operator()(std::size_t r) const {
        if constexpr (c.even_runs())
            return r * c.run(1);
        else
            return c.run(r);
    }
};

/// y[p][q][o] = f(b[o] + sum_h sum_w sum_c x[p down + h][q across + w][c] w[h][w][c][o])
///
/// One kernel row is one run of kw * in contiguous taps, so the native layouts are a product as
/// they stand: no patches are copied, no weights packed. Where taps lie apart (dilation, groups,
/// some channels of a map) each is a run of its own. `bias` may be null.
template <Convolution c, class Activation, class Scalar>
INLAY_NOINLINE void convolve(const Scalar* x, const Scalar* weights, const Scalar* bias, Scalar* y,
                             std::size_t count) {
    constexpr Tile tile = choose_tile<Scalar>(c.width, c.channels);
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    for (std::size_t n = 0; n < count; ++n, x += c.in_size, y += c.out_size) {
        for_each_panel<Scalar, c.channels, tile.vectors>([&](auto columns,
                                                             std::size_t o) INLAY_INLINE_LAMBDA {
            for (std::size_t p = 0; p < c.rows(); ++p) {
                for_each_block<c.width, tile.rows>([&](auto rows,
                                                       std::size_t q) INLAY_INLINE_LAMBDA {
                    Scalar* const to = y + c.out_row(p) + q * c.out_pixel() + o;
                    contract_runs<rows, columns>(
                        taps_at<c>(x, weights, p, q, o), RunAt<c>(),
                        [&](std::size_t, std::size_t v, int some) INLAY_INLINE_LAMBDA {
                            return bias ? simd::load_some(bias + o + v * lanes, some)
                                        : simd::zero<Scalar>();
                        },
                        AsItIs(),
                        [&](std::size_t i, std::size_t v, int some, auto sum) INLAY_INLINE_LAMBDA {
                            simd::store_some(to + i * c.out_pixel() + v * lanes,
                                             Activation::value(sum), some);
                        });
                });
            }
        });
    }
}

/// dw[h][w][c][o] += sum_n sum_p sum_q x[n][p down + h][q across + w][c] dy[n][p][q][o]
///
/// added image by image: within one, the sum of places.hpp over its pixels.
template <Convolution c, class Scalar>
INLAY_NOINLINE void convolve_weight_gradient(const Scalar* x, const Scalar* dy, Scalar* gradient,
                                             std::size_t count) {
    constexpr Tile tile = choose_tile<Scalar>(c.run_taps(), c.channels);
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    for (std::size_t image = 0; image < count * c.depth; ++image) {
        const std::size_t n = image / c.depth, row = image % c.depth * c.height;
        const Scalar* const from = x + n * c.in_size + c.in_row(row);
        const Scalar* const down = dy + n * c.out_size + c.out_row(row);
        for_each_panel<Scalar, c.channels, tile.vectors>([&](auto columns,
                                                             std::size_t o) INLAY_INLINE_LAMBDA {
            for (std::size_t r = 0; r < c.runs(); ++r) {
                for_each_block<c.run_taps(), tile.rows>([&](auto rows,
                                                            std::size_t tap) INLAY_INLINE_LAMBDA {
                    const Factors<Scalar> factors{.a = from + RunAt<c>()(r) + tap,
                                                  .b = down + o,
                                                  .runs = 0,
                                                  .taps = 0,
                                                  .a_run = c.down * c.in_pitch,
                                                  .a_tap = c.across * c.in_pixel(),
                                                  .a_row = 1,
                                                  .b_run = c.out_pitch,
                                                  .b_tap = c.out_pixel()};
                    Scalar* const to = gradient + (r * c.run_taps() + tap) * c.weights_of_tap() + o;
                    contract_places<rows, columns, c.places()>(
                        factors, c.places(),
                        [&](std::size_t i, std::size_t v, int some, auto sum) INLAY_INLINE_LAMBDA {
                            Scalar* const at = to + i * c.weights_of_tap() + v * lanes;
                            simd::store_some(at, simd::add(simd::load_some(at, some), sum), some);
                        });
                });
            }
        });
    }
}

/// db[o] += sum_p sum_q dy[p][q][o]               over the pixels of an example, then added
template <Convolution c, class Scalar>
INLAY_NOINLINE void sum_pixels(const Scalar* dy, Scalar* gradient, std::size_t count) {
    for (std::size_t n = 0; n < count; ++n, dy += c.out_size) {
        simd::for_each_pack<Scalar>(c.channels, [&](std::size_t o, int lanes) INLAY_INLINE_LAMBDA {
            constexpr Chains places{c.rows(), c.width};
            const auto sum = sum_places<Scalar, places>(
                places, [&](auto chain, std::size_t p, std::size_t q) INLAY_INLINE_LAMBDA {
                    const Scalar* const from = dy + c.out_row(p) + q * c.out_pixel() + o;
                    return simd::add(chain, simd::load_some(from, lanes));
                });
            simd::store_some(gradient + o, simd::add(simd::load_some(gradient + o, lanes), sum),
                             lanes);
        });
    }
}

/// db[o] += sum_p sum_q f'(y) dy[p][q][o]         over the pixels of an example, then added
template <Map out, class Activation, class Scalar>
INLAY_NOINLINE void sum_gradients(const Scalar* y, const Scalar* dy, Scalar* gradient,
                                  std::size_t count) {
    constexpr Chains places{out.rows(), out.width()};
    for (std::size_t n = 0; n < count; ++n, y += out.size(), dy += out.size()) {
        simd::for_each_pack<Scalar>(out.channels(), [&](std::size_t o,
                                                        int lanes) INLAY_INLINE_LAMBDA {
            const auto sum = sum_places<Scalar, places>(
                places, [&](auto chain, std::size_t p, std::size_t q) INLAY_INLINE_LAMBDA {
                    const std::size_t at = out.row(p) + q * out.pixel() + o;
                    return simd::add(chain, Activation::gradient(simd::load_some(y + at, lanes),
                                                                 simd::load_some(dy + at, lanes)));
                });
            simd::store_some(gradient + o, simd::add(simd::load_some(gradient + o, lanes), sum),
                             lanes);
        });
    }
}

/// dx[p down + h][q across + w][c] += sum_o dy[p][q][o] w[h][w][c][o]
///
/// for p, h, w, q in this order: every product that the formula has and no other, whatever the
/// strides. `transposed` is w as [kh][kw][out][in]. dx is cleared first unless `accumulate`.
template <Convolution c, bool accumulate, class Scalar>
INLAY_NOINLINE void convolve_input_gradient(const Scalar* dy, const Scalar* transposed, Scalar* dx,
                                            std::size_t count) {
    constexpr Tile tile = choose_tile<Scalar>(c.width, c.in_channels);
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    constexpr std::size_t kernel_taps = c.kernel_depth * c.kernel_height * c.kernel_width;
    for (std::size_t n = 0; n < count; ++n, dy += c.out_size, dx += c.in_size) {
        if (!accumulate)
            for (std::size_t k = 0; k < c.in_size; ++k) dx[k] = 0;
        for_each_panel<Scalar, c.in_channels, tile.vectors>(
            [&](auto columns, std::size_t channel) INLAY_INLINE_LAMBDA {
                for (std::size_t p = 0; p < c.rows(); ++p) {
                    for (std::size_t tap = 0; tap < kernel_taps; ++tap) {
                        for_each_block<c.width, tile.rows>([&](auto rows,
                                                               std::size_t q) INLAY_INLINE_LAMBDA {
                            const Factors<Scalar> factors{
                                .a = dy + c.out_row(p) + q * c.out_pixel(),
                                .b = transposed + tap * c.channels * c.in_channels + channel,
                                .runs = 1,
                                .taps = c.channels,
                                .a_run = 0,
                                .a_tap = 1,
                                .a_row = c.out_pixel(),
                                .b_run = 0,
                                .b_tap = c.in_channels};
                            Scalar* const to = dx + c.in_row(p) + c.tap(tap) +
                                               q * c.across * c.in_pixel() + channel;
                            const auto at = [&](std::size_t i, std::size_t v) INLAY_INLINE_LAMBDA {
                                return to + i * c.across * c.in_pixel() + v * lanes;
                            };
                            contract_tile<rows, columns>(
                                factors,
                                [&](std::size_t i, std::size_t v, int some)
                                    INLAY_INLINE_LAMBDA { return simd::load_some(at(i, v), some); },
                                [&](std::size_t i, std::size_t v, int some, auto sum)
                                    INLAY_INLINE_LAMBDA { simd::store_some(at(i, v), sum, some); });
                        });
                    }
                }
            });
    }
}

/// The whole backward pass: dw and db, which lie one behind the other in `gradient`, and dx.
///
/// db[o] += sum_n sum_p sum_q dy[n][p][q][o]
template <Convolution c, bool bias, bool input_gradient, bool accumulate, class Scalar>
INLAY_INLINE void convolve_backward(const Scalar* x, const Scalar* dy, const Scalar* transposed,
                                    Scalar* dx, Scalar* gradient, std::size_t count) {
    convolve_weight_gradient<c>(x, dy, gradient, count);
    if constexpr (bias) sum_pixels<c>(dy, gradient + c.kernel_count(), count);
    if constexpr (input_gradient) convolve_input_gradient<c, accumulate>(dy, transposed, dx, count);
}

/// to[k][o][c] = from[k][c][o] for each of `taps` taps, whose rows lie `row` apart: the weights as
/// the input gradient reads them.
template <class Scalar>
void transpose_taps(const Scalar* from, Scalar* to, std::size_t taps, std::size_t in_channels,
                    std::size_t channels, std::size_t row) {
    for (std::size_t k = 0; k < taps; ++k, from += in_channels * row)
        for (std::size_t o = 0; o < channels; ++o)
            for (std::size_t c = 0; c < in_channels; ++c) *to++ = from[c * row + o];
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_CONVOLVE_HPP

// <inlay/kernel/convolve_pool.hpp>
#ifndef INLAY_KERNEL_CONVOLVE_POOL_HPP
#define INLAY_KERNEL_CONVOLVE_POOL_HPP
// A convolution with the max-pooling behind it: the map between the two never exists.

namespace inlay::INLAY_ABI::kernel {

/// y[p][q][o] = max over the window's cells (h, w) of f(z[p wh + h][q ww + w][o]), z as in convolve
///
/// Windows stand side by side, their cells are numbered in row order; `winners`, where there is
/// room for them, takes the number of the first largest one. c has the extents of z, as far as
/// windows cover it, and the places of x; `out` is the map of y.
template <Convolution c, Windows window, Map out, class Activation, class Scalar>
INLAY_NOINLINE void convolve_max_pool(const Scalar* x, const Scalar* weights, const Scalar* bias,
                                      Scalar* y, Scalar* winners, std::size_t count) {
    constexpr std::size_t high = window.height.size, wide = window.width.size;
    constexpr std::size_t in_window = window.cells(), lanes = simd::Pack<Scalar>::lanes;
    constexpr Tile tile = choose_tile<Scalar>(out.width() * in_window, c.channels, in_window);
    for (std::size_t n = 0; n < count; ++n, x += c.in_size, y += out.size()) {
        for_each_panel<Scalar, c.channels, tile.vectors>([&](auto columns,
                                                             std::size_t o) INLAY_INLINE_LAMBDA {
            for (std::size_t p = 0; p < out.height(); ++p) {
                for_each_block<out.width(), tile.rows / in_window>(
                    [&](auto windows, std::size_t q) INLAY_INLINE_LAMBDA {
                        constexpr std::size_t across =
                            windows * wide;  // cells of one row of the tile
                        Factors<Scalar> factors = taps_at<c>(x, weights, p * high, q * wide, o);
                        factors.group = across;
                        factors.a_group = c.down * c.in_pitch;
                        simd::Pack<Scalar> best[windows][divided_up(columns, lanes)];
                        simd::Pack<Scalar> winner[windows][divided_up(columns, lanes)];
                        const std::size_t to = p * out.width() * c.channels + q * c.channels + o;
                        contract_runs<high * across, columns>(
                            factors, RunAt<c>(),
                            [&](std::size_t, std::size_t v, int some) INLAY_INLINE_LAMBDA {
                                return bias ? simd::load_some(bias + o + v * lanes, some)
                                            : simd::zero<Scalar>();
                            },
                            AsItIs(),
                            [&](std::size_t i, std::size_t v, int some, auto sum)
                                INLAY_INLINE_LAMBDA {
                                    const std::size_t h = i / across, k = i % across / wide;
                                    const std::size_t cell = h * wide + i % wide;
                                    const auto value = Activation::value(sum);
                                    const auto number = simd::broadcast(static_cast<Scalar>(cell));
                                    auto& top = best[k][v];
                                    auto& place = winner[k][v];
                                    if (cell == 0) {
                                        top = value;
                                        place = number;
                                    } else {
                                        const auto wins = simd::exceeds(value, top);
                                        place = simd::select(wins, number, place);
                                        top = simd::select(wins, value, top);
                                    }
                                    if (cell + 1 < in_window) return;
                                    simd::store_some(
                                        y + out.row(p) + (q + k) * out.pixel() + o + v * lanes, top,
                                        some);
                                    if (winners)
                                        simd::store_some(winners + to + k * c.channels + v * lanes,
                                                         place, some);
                                });
                    });
            }
        });
        if (winners) winners += out.elements();
    }
}

/// dz[p wh + h][q ww + w][o] = cell (h, w) won ? f'(y) dy[p][q][o] : 0        of one example
template <Map out, Windows window, class Activation, class Scalar>
INLAY_NOINLINE void spread_to_winners(const Scalar* y, const Scalar* dy, const Scalar* winners,
                                      Scalar* dz) {
    constexpr std::size_t high = window.height.size, wide = window.width.size;
    constexpr std::size_t channels = out.channels(), pitch = out.width() * wide * channels;
    for (std::size_t p = 0; p < out.height(); ++p) {
        for (std::size_t q = 0; q < out.width(); ++q) {
            const std::size_t from = out.row(p) + q * out.pixel();
            Scalar* const to = dz + p * high * pitch + q * wide * channels;
            simd::for_each_pack<Scalar>(channels, [&](std::size_t o,
                                                      int lanes) INLAY_INLINE_LAMBDA {
                const auto gradient = Activation::gradient(simd::load_some(y + from + o, lanes),
                                                           simd::load_some(dy + from + o, lanes));
                const auto winner = simd::load_some(winners + o, lanes);
                for (std::size_t cell = 0; cell < high * wide; ++cell) {
                    const auto number = simd::broadcast(static_cast<Scalar>(cell));
                    simd::store_some(
                        to + cell / wide * pitch + cell % wide * channels + o,
                        simd::select(simd::equal(winner, number), gradient, simd::zero<Scalar>()),
                        lanes);
                }
            });
            winners += channels;
        }
    }
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_CONVOLVE_POOL_HPP

// <inlay/kernel/winner_gradient.hpp>
#ifndef INLAY_KERNEL_WINNER_GRADIENT_HPP
#define INLAY_KERNEL_WINNER_GRADIENT_HPP
// The weight gradient of a convolution behind a 2x2 max-pooling: three of four pixels of its output
// have no gradient, so only the winners are multiplied.

namespace inlay::INLAY_ABI::kernel {

/// The 2x2 cells of x whose first is cell k of row r, for every r and k that a tap starts from:
/// as quads of numbers, so that each channel can pick the cell of its winner.
struct QuadMap {
    std::size_t rows, quads, pitch;

    constexpr std::size_t size() const { return rows * pitch; }
};

constexpr QuadMap quad_map(const Convolution& c) {
    const std::size_t quads = (c.width + c.kernel_width - 2) * c.in_channels;
    return {c.height + c.kernel_height - 2, quads, divided_up(quads, 16) * 16 * 4};
}

/// Channels whose winners are gathered at a time, so that they stay in L1: a line of memory each.
inline constexpr std::size_t winner_channels = 16;

/// Numbers of memory for the quads of an example, then gradients and choices of some channels.
constexpr std::size_t winner_scratch(const Convolution& c) {
    return quad_map(c).size() + 2 * (c.height / 2) * (c.width / 2) * winner_channels;
}

/// to[r][k] = x[r][k], x[r][k + in], x[r + 1][k], x[r + 1][k + in]
template <Convolution c, class Scalar>
INLAY_NOINLINE void make_quads(const Scalar* x, Scalar* to) {
    constexpr QuadMap quads = quad_map(c);
    x += c.in_start;
    for (std::size_t r = 0; r < quads.rows; ++r, x += c.in_pitch, to += quads.pitch) {
        simd::for_each_pack<Scalar>(quads.quads, [&](std::size_t k, int some) INLAY_INLINE_LAMBDA {
            const Scalar* const below = x + c.in_pitch;
            simd::store_quads(to + 4 * k, simd::load_some(x + k, some),
                              simd::load_some(x + k + c.in_channels, some),
                              simd::load_some(below + k, some),
                              simd::load_some(below + k + c.in_channels, some));
        });
    }
}

/// The taps of a register tile, as rows of the kernel and taps of each, and its vectors.
struct WinnerTile {
    std::size_t kernel_rows = 1, taps = 1, vectors = 1;
};

/// The least time, from the cost of one window in quarters of a cycle: a load takes two, a
/// multiply-add and its permutation three, the latency of a sum 16, the loop two.
template <class Scalar>
constexpr WinnerTile choose_winner_tile(const Convolution& c) {
    const std::size_t vectors = divided_up(c.channels, simd::Pack<Scalar>::lanes);
    WinnerTile best;
    std::size_t least = ~std::size_t{0};
    for (std::size_t v = 1; v <= 2 && v <= vectors; ++v) {
        // Besides the sums, each vector has its gradient and its winner; one register is the quad.
        constexpr std::size_t left = simd::registers::count - 1 - simd::registers::taken_by_pick;
        const std::size_t limit = (left - 2 * v) / v;
        const std::size_t most = limit < 14 ? limit : 14;
        for (std::size_t h = 1; h <= c.kernel_height; ++h) {
            for (std::size_t t = 1; t <= c.row_taps() && h * t <= most; ++t) {
                const std::size_t loads = 2 * (h * t + 2 * v), sums = 3 * h * t * v;
                const std::size_t window = loads < sums ? sums : loads;
                const std::size_t time = (2 + (window < 16 ? 16 : window)) *
                                         divided_up(c.kernel_height, h) *
                                         divided_up(c.row_taps(), t) * divided_up(vectors, v);
                if (time < least) {
                    least = time;
                    best = {h, t, v};
                }
            }
        }
    }
    return best;
}

/// The lanes of vector v of some columns.
template <std::size_t Columns, class Scalar>
constexpr int lanes_of(std::size_t v) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    return static_cast<int>(Columns - v * lanes < lanes ? Columns - v * lanes : lanes);
}

/// The winners of an example as the sums below read them, for Columns channels from where the
/// pointers say, and those of one register v after the other:
///
///     to[v][window][0][o] = f'(y) dy[window][o]      to[v][window][1][o] = choice of the winner
template <Map out, class Activation, std::size_t Columns, class Scalar>
INLAY_INLINE void gather_winners(const Scalar* y, const Scalar* dy, const Scalar* winners,
                                 Scalar* to) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes, vectors = divided_up(Columns, lanes);
    constexpr std::size_t stretch = 2 * out.height() * out.width() * lanes;
    for (std::size_t p = 0; p < out.height(); ++p) {
        for (std::size_t q = 0; q < out.width(); ++q, winners += out.channels()) {
            const std::size_t from = out.row(p) + q * out.pixel();
            simd::unroll<vectors>([&](auto v) INLAY_INLINE_LAMBDA {
                constexpr int some = lanes_of<Columns, Scalar>(v);
                const auto gradient =
                    Activation::gradient(simd::load_some(y + from + v * lanes, some),
                                         simd::load_some(dy + from + v * lanes, some));
                const auto number = simd::load_some(winners + v * lanes, some);
                simd::store(to + v * stretch, gradient);
                simd::store(to + v * stretch + lanes, simd::choices(number));
            });
            to += 2 * lanes;
        }
    }
}

/// One register tile of the sums below over some windows, a chain: Rows x Taps taps, Columns
/// channels, from where the pointers say. finish(i, v, sum) takes what tap i has in vector v.
template <Convolution c, std::size_t Rows, std::size_t Taps, std::size_t Columns, class Scalar,
          class Finish>
INLAY_INLINE void winner_chain(const Scalar* quads, const Scalar* winners, std::size_t rows,
                               std::size_t columns, Finish&& finish) {
    using Pack = simd::Pack<Scalar>;
    constexpr std::size_t lanes = Pack::lanes, vectors = divided_up(Columns, lanes);
    constexpr std::size_t pitch = quad_map(c).pitch;
    constexpr std::size_t stretch = 2 * (c.height / 2) * (c.width / 2) * lanes;
    Pack sum[Rows * Taps][vectors];
#pragma GCC unroll 16
    for (std::size_t i = 0; i < Rows * Taps; ++i)
#pragma GCC unroll 2
        for (std::size_t v = 0; v < vectors; ++v) sum[i][v] = simd::zero<Scalar>();
    for (std::size_t p = 0; p < rows; ++p) {
        const Scalar* quad = quads + 2 * p * pitch;
        const Scalar* winner = winners + p * (c.width / 2) * 2 * lanes;
        for (std::size_t q = 0; q < columns; ++q) {
            // Each window loads its own quads: see contract_tile.
            asm("" : "+r"(quad));
            Pack share[vectors], choice[vectors];
#pragma GCC unroll 2
            for (std::size_t v = 0; v < vectors; ++v) {
                share[v] = simd::load(winner + v * stretch);
                choice[v] = simd::load(winner + v * stretch + lanes);
                simd::pin(share[v]);
                simd::pin(choice[v]);
            }
#pragma GCC unroll 16
            for (std::size_t i = 0; i < Rows * Taps; ++i) {
                const auto four = simd::load_quad(quad + i / Taps * pitch + i % Taps * 4);
#pragma GCC unroll 2
                for (std::size_t v = 0; v < vectors; ++v)
                    sum[i][v] = simd::fma(simd::pick(four, choice[v]), share[v], sum[i][v]);
            }
            quad += 8 * c.in_channels, winner += 2 * lanes;
        }
    }
#pragma GCC unroll 16
    for (std::size_t i = 0; i < Rows * Taps; ++i)
#pragma GCC unroll 2
        for (std::size_t v = 0; v < vectors; ++v) finish(i, v, sum[i][v]);
}

/// The whole sums of the tile, added to `gradient`.
template <Convolution c, std::size_t Rows, std::size_t Taps, std::size_t Columns, class Scalar>
INLAY_INLINE void winner_tile(const Scalar* quads, const Scalar* winners, Scalar* gradient) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes, vectors = divided_up(Columns, lanes);
    constexpr Chains windows{c.height / 2, c.width / 2};
    const auto add = [&](std::size_t i, std::size_t v, auto sum) INLAY_INLINE_LAMBDA {
        const int some = lanes_of<Columns, Scalar>(v);
        Scalar* const to = gradient + (i / Taps * c.row_taps() + i % Taps) * c.channels + v * lanes;
        simd::store_some(to, simd::add(simd::load_some(to, some), sum), some);
    };
    if constexpr (windows.one()) {
        winner_chain<c, Rows, Taps, Columns>(quads, winners, windows.rows, windows.columns, add);
    } else {
        PairwiseSums<Scalar, windows.count(), Rows * Taps * vectors> sums;
        for_each_chain(windows, [&](std::size_t row, std::size_t rows, std::size_t column,
                                    std::size_t columns) INLAY_INLINE_LAMBDA {
            winner_chain<c, Rows, Taps, Columns>(
                quads + 2 * row * quad_map(c).pitch + 8 * c.in_channels * column,
                winners + (row * windows.columns + column) * 2 * lanes, rows, columns,
                [&](std::size_t i, std::size_t v, auto sum)
                    INLAY_INLINE_LAMBDA { sums.take(i * vectors + v, sum); });
            sums.next();
        });
        for (std::size_t i = 0; i < Rows * Taps; ++i)
            for (std::size_t v = 0; v < vectors; ++v) add(i, v, sums.total(i * vectors + v));
    }
}

/// dw[h][w][c][o] += sum_p sum_q f'(y) dy[p][q][o] x[2 p + h + i][2 q + w + j][c]
///
/// with (i, j) the cell of window (p, q) that won channel o; the sum of places.hpp over the windows
/// of the example, then added. All for Columns channels.
template <Convolution c, std::size_t Columns, class Scalar>
INLAY_INLINE void winner_weight_gradient(const Scalar* quads, const Scalar* winners,
                                         Scalar* gradient) {
    constexpr WinnerTile tile = choose_winner_tile<Scalar>(c);
    for_each_panel<Scalar, Columns, tile.vectors>(
        [&](auto columns, std::size_t o) INLAY_INLINE_LAMBDA {
            for_each_block<c.kernel_height, tile.kernel_rows>(
                [&](auto rows, std::size_t h) INLAY_INLINE_LAMBDA {
                    for_each_block<c.row_taps(), tile.taps>(
                        [&](auto taps, std::size_t t) INLAY_INLINE_LAMBDA {
                            winner_tile<c, rows, taps, columns>(
                                quads + h * quad_map(c).pitch + 4 * t,
                                winners + 2 * (c.height / 2) * (c.width / 2) * o,
                                gradient + (h * c.row_taps() + t) * c.channels + o);
                        });
                });
        });
}

/// dw and, where there is a bias, db behind it, example by example; `scratch` has room for
/// winner_scratch(c) numbers.
template <Convolution c, Map out, class Activation, bool bias, class Scalar>
INLAY_NOINLINE void convolve_winner_gradient(const Scalar* x, const Scalar* y, const Scalar* dy,
                                             const Scalar* winners, Scalar* gradient,
                                             Scalar* scratch, std::size_t count) {
    static_assert(c.down == 1 && c.across == 1 && c.even_runs(),
                  "windows of neighbours need strides of one, and taps side by side");
    constexpr std::size_t together = winner_channels / simd::Pack<Scalar>::lanes;
    Scalar* const gathered = scratch + quad_map(c).size();
    if constexpr (bias) sum_gradients<out, Activation>(y, dy, gradient + c.kernel_count(), count);
    for (std::size_t n = 0; n < count; ++n) {
        make_quads<c>(x, scratch);
        for_each_panel<Scalar, c.channels, together>(
            [&](auto columns, std::size_t o) INLAY_INLINE_LAMBDA {
                gather_winners<out, Activation, columns>(y + o, dy + o, winners + o, gathered);
                winner_weight_gradient<c, columns>(scratch, gathered, gradient + o);
            });
        x += c.in_size, y += out.size(), dy += out.size(), winners += out.elements();
    }
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_WINNER_GRADIENT_HPP

// <inlay/kernel/winograd_transform.hpp>
#ifndef INLAY_KERNEL_WINOGRAD_TRANSFORM_HPP
#define INLAY_KERNEL_WINOGRAD_TRANSFORM_HPP
// Winograd's short convolutions F(M x M, R x R): M x M outputs of a kernel of R x R from N x N
// products, N = M + R - 1, where a direct sum takes M M R R (S. Winograd, Arithmetic Complexity of
// Computations, 1980; A. Lavin and S. Gray, arXiv 1509.09308).
//
//     y = A^T [(G w G^T) * (B^T x B)] A                      x: N x N   w: R x R   y: M x M
//
// Its adjoints are the gradients: with D = A dy A^T and V = B^T x B
//
//     dx = B [(G w G^T) * D] B^T                             dw = G^T [V * D] G

namespace inlay::INLAY_ABI::kernel {

/// An exact fraction of small numbers.
struct Ratio {
    std::int64_t up = 0, down = 1;

    friend constexpr Ratio operator*(Ratio a, Ratio b) {
        const std::int64_t above = a.up * b.up, below = a.down * b.down;
        std::int64_t divisor = above, rest = below;
        while (rest != 0) {
            const std::int64_t next = divisor % rest;
            divisor = rest;
            rest = next;
        }
        return {above / divisor, below / divisor};
    }
    friend constexpr Ratio operator-(Ratio a, Ratio b) {
        return Ratio{a.up * b.down - b.up * a.down, 1} * Ratio{1, a.down * b.down};
    }
    constexpr Ratio inverse() const { return {down, up}; }
    constexpr bool negative() const { return (up < 0) != (down < 0); }
    constexpr double value() const { return static_cast<double>(up) / static_cast<double>(down); }
};

/// The three matrices of F(M, R).
template <std::size_t M, std::size_t R>
struct WinogradTables {
    static constexpr std::size_t n = M + R - 1;

    double input[n][n]{};    ///< B^T
    double weights[n][R]{};  ///< G
    double output[n][M]{};   ///< A
};

/// Point k of the n - 1 that F(M, R) has besides infinity, n = M + R - 1. For n = 6, the usual
/// 0, 1, -1, 1/2, -2 have errors a third to a half larger in all three passes: of pairs of short
/// binary fractions, whose polynomials are exact, these lose the fewest digits.
constexpr Ratio winograd_point(std::size_t n, std::size_t k) {
    constexpr Ratio balanced[]{{0, 1}, {5, 8}, {-5, 8}, {3, 2}, {-3, 2}};
    constexpr Ratio common[]{{0, 1}, {1, 1}, {-1, 1}, {1, 2}, {-2, 1}, {-1, 2}, {2, 1}};
    return n == 6 ? balanced[k] : common[k];
}

/// Cook and Toom: a product of polynomials from its values at n - 1 points and at infinity, turned
/// round. Row k of B^T holds the coefficients of the product of (x - p) over the points p but the
/// k-th, which begin with 1; what would divide them divides the row of G, whose first is positive.
template <std::size_t M, std::size_t R>
constexpr WinogradTables<M, R> make_winograd_tables() {
    constexpr std::size_t n = M + R - 1;
    static_assert(n <= 8, "each product needs its point");
    WinogradTables<M, R> tables;
    for (std::size_t k = 0; k < n; ++k) {
        Ratio row[n]{{1, 1}}, divisor{1, 1};
        std::size_t degree = 0;
        for (std::size_t j = 0; j + 1 < n; ++j) {
            if (j == k) continue;
            ++degree;
            for (std::size_t d = degree; d > 0; --d)
                row[d] = row[d - 1] - winograd_point(n, j) * row[d];
            row[0] = Ratio{} - winograd_point(n, j) * row[0];
            if (k + 1 < n) divisor = divisor * (winograd_point(n, k) - winograd_point(n, j));
        }
        const Ratio sign{divisor.negative() ? -1 : 1, 1};
        for (std::size_t d = 0; d < n; ++d) tables.input[k][d] = (sign * row[d]).value();
        const bool last = k + 1 == n;
        Ratio power{1, 1};
        for (std::size_t d = 0; d < (M < R ? R : M); ++d) {
            if (d < R)
                tables.weights[k][d] =
                    last ? (d + 1 == R ? 1 : 0) : (sign * power * divisor.inverse()).value();
            if (d < M) tables.output[k][d] = last ? (d + 1 == M ? 1 : 0) : power.value();
            if (!last) power = power * winograd_point(n, k);
        }
    }
    return tables;
}

template <std::size_t M, std::size_t R>
inline constexpr WinogradTables<M, R> winograd_tables = make_winograd_tables<M, R>();

/// The matrices as what `transform` takes: B^T, G, A and their transposes.
template <std::size_t M, std::size_t R>
struct InputMatrix {
    static constexpr std::size_t rows = M + R - 1, columns = rows;
    static constexpr double at(std::size_t i, std::size_t j) {
        return winograd_tables<M, R>.input[i][j];
    }
};
template <std::size_t M, std::size_t R>
struct WeightMatrix {
    static constexpr std::size_t rows = M + R - 1, columns = R;
    static constexpr double at(std::size_t i, std::size_t j) {
        return winograd_tables<M, R>.weights[i][j];
    }
};
template <std::size_t M, std::size_t R>
struct OutputMatrix {
    static constexpr std::size_t rows = M + R - 1, columns = M;
    static constexpr double at(std::size_t i, std::size_t j) {
        return winograd_tables<M, R>.output[i][j];
    }
};
template <class Matrix>
struct Transposed {
    static constexpr std::size_t rows = Matrix::columns, columns = Matrix::rows;
    static constexpr double at(std::size_t i, std::size_t j) { return Matrix::at(j, i); }
};

/// Where the chain of row i begins: at its first 1, which costs nothing, or else its first number.
template <class Matrix>
constexpr std::size_t chain_start(std::size_t i) {
    for (std::size_t j = 0; j < Matrix::columns; ++j)
        if (Matrix::at(i, j) == 1) return j;
    for (std::size_t j = 0; j < Matrix::columns; ++j)
        if (Matrix::at(i, j) != 0) return j;
    return 0;
}

/// sum_j T[i][j] x[j]                              one chain, in order of j behind its start
template <class Matrix, std::size_t i, class Scalar>
INLAY_INLINE simd::Pack<Scalar> row_times(const simd::Pack<Scalar> (&x)[Matrix::columns]) {
    constexpr std::size_t start = chain_start<Matrix>(i);
    simd::Pack<Scalar> sum = x[start];
    if constexpr (Matrix::at(i, start) != 1)
        sum = simd::mul(simd::broadcast(static_cast<Scalar>(Matrix::at(i, start))), sum);
    simd::unroll<Matrix::columns>([&](auto j) INLAY_INLINE_LAMBDA {
        constexpr double factor = Matrix::at(i, j);
        if constexpr (j == start || factor == 0) {
        } else if constexpr (factor == 1) {
            sum = simd::add(sum, x[j]);
        } else if constexpr (factor == -1) {
            sum = simd::sub(sum, x[j]);
        } else {
            sum = simd::fma(simd::broadcast(static_cast<Scalar>(factor)), x[j], sum);
        }
    });
    return sum;
}

/// store(i, j, sum_k sum_l T[i][k] load(k, l) T[j][l])            for all i, j in row order
template <class Matrix, class Scalar, class Load, class Store>
INLAY_INLINE void transform(Load&& load, Store&& store) {
    constexpr std::size_t rows = Matrix::rows, columns = Matrix::columns;
    simd::Pack<Scalar> half[rows][columns];
    for (std::size_t l = 0; l < columns; ++l) {
        simd::Pack<Scalar> column[columns];
        simd::unroll<columns>([&](auto k) INLAY_INLINE_LAMBDA { column[k] = load(k, l); });
        simd::unroll<rows>(
            [&](auto i) INLAY_INLINE_LAMBDA { half[i][l] = row_times<Matrix, i, Scalar>(column); });
    }
    for (std::size_t i = 0; i < rows; ++i) {
        simd::Pack<Scalar> row[columns];
        simd::unroll<columns>([&](auto l) INLAY_INLINE_LAMBDA { row[l] = half[i][l]; });
        simd::unroll<rows>(
            [&](auto j) INLAY_INLINE_LAMBDA { store(i, j, row_times<Matrix, j, Scalar>(row)); });
    }
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_WINOGRAD_TRANSFORM_HPP

// <inlay/kernel/winograd.hpp>
#ifndef INLAY_KERNEL_WINOGRAD_HPP
#define INLAY_KERNEL_WINOGRAD_HPP
// Convolutions by Winograd's F(M x M, R x R), forward: the N N numbers of all transformed tiles
// are N N matrices [tile][channel], each multiplied by its own plane of the transformed kernel.
//
// Planes are written and read side by side, so they must not lie a multiple of 4 KB apart: one set
// of the L1 cache would take them all. Rows of planes are padded by zeros to whole cache lines;
// what is padded takes part in sums and is never stored.

namespace inlay::INLAY_ABI::kernel {

/// Numbers from one row of `channels` to the next: whole lines, not a high power of two of them.
constexpr std::size_t padded_row(std::size_t channels) {
    const std::size_t row = divided_up(channels, 16) * 16;
    return row % 64 == 0 ? row + 16 : row;
}

/// Numbers from one plane to the next: an odd number of lines, so that no two meet in a set.
constexpr std::size_t padded_plane(std::size_t count) { return (divided_up(count, 16) | 1) * 16; }

/// Numbers of the transformed kernel.
constexpr std::size_t winograd_weight_count(std::size_t m, std::size_t r, std::size_t in_channels,
                                            std::size_t channels) {
    return (m + r - 1) * (m + r - 1) * padded_plane(in_channels * padded_row(channels));
}

/// What a convolution by tiles of M x M outputs needs to know besides.
struct WinogradExtents {
    std::size_t planes, high, wide;  ///< N N; the tiles of an example
    std::size_t in_row, row;         ///< from one tile to the next, of in_channels and of channels
    std::size_t chain;               ///< examples whose tiles make one chain of a weight gradient
    std::size_t group;               ///< examples at once, a multiple of them

    constexpr std::size_t tiles() const { return high * wide; }
};

/// As many output channels as the products of a group are made of before they are transformed back.
inline constexpr std::size_t winograd_block = 32;

constexpr WinogradExtents winograd_extents(const Convolution& c, std::size_t m) {
    const std::size_t n = m + c.kernel_height - 1;
    WinogradExtents e{n * n,
                      divided_up(c.height, m),
                      divided_up(c.width, m),
                      padded_row(c.in_channels),
                      padded_row(c.channels),
                      1,
                      0};
    // A sum over too few tiles goes through memory too often, one over too many loses digits.
    while (e.chain < 8 && e.chain * e.tiles() < 16) e.chain *= 2;
    const std::size_t numbers = e.planes * e.tiles() * (e.in_row + e.row);
    do e.group += e.chain;
    while (e.group < 8 && (e.group + e.chain) * numbers <= (std::size_t{1} << 18));
    return e;
}

/// Numbers of scratch for the forward pass of `examples` examples: V and a block of products.
constexpr std::size_t winograd_scratch(const Convolution& c, std::size_t m, std::size_t examples) {
    const WinogradExtents e = winograd_extents(c, m);
    const std::size_t tiles = e.tiles() * (examples < e.group ? examples : e.group);
    return e.planes * (padded_plane(tiles * e.in_row) + padded_plane(tiles * winograd_block));
}

/// A pack's worth of channels that lie `step` apart, `count` of them and zeros behind, for each of
/// the points of a rows x columns grid.
template <std::size_t Rows, std::size_t Columns, class Scalar>
INLAY_INLINE void gather_channels(const Scalar* from, std::size_t row, std::size_t column,
                                  std::size_t step, std::size_t count, Scalar* to) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    for (std::size_t k = 0; k < Rows; ++k)
        for (std::size_t l = 0; l < Columns; ++l)
            for (std::size_t i = 0; i < lanes; ++i)
                *to++ = i < count ? from[k * row + l * column + i * step] : Scalar{0};
}

/// u[k][c][o] = (G w[.][.][c][o] G^T)[k]
///
/// for c < rows, o < columns, which lie w_row and w_column apart in each tap; zeros behind them.
template <std::size_t M, std::size_t R, class Scalar>
INLAY_NOINLINE void winograd_weight_planes(const Scalar* weights, Scalar* u, std::size_t rows,
                                           std::size_t columns, std::size_t w_row,
                                           std::size_t w_column) {
    constexpr std::size_t n = M + R - 1, lanes = simd::Pack<Scalar>::lanes;
    const std::size_t row = padded_row(columns), plane = padded_plane(rows * row);
    for (std::size_t c = 0; c < rows; ++c) {
        for (std::size_t o = 0; o < columns; o += lanes) {
            Scalar taps[R * R * lanes];
            gather_channels<R, R>(weights + c * w_row + o * w_column, R * rows * columns,
                                  rows * columns, w_column, columns - o, taps);
            Scalar* const to = u + c * row + o;
            transform<WeightMatrix<M, R>, Scalar>(
                [&](auto k, std::size_t l)
                    INLAY_INLINE_LAMBDA { return simd::load(taps + (k * R + l) * lanes); },
                [&](std::size_t i, auto j, auto value)
                    INLAY_INLINE_LAMBDA { simd::store(to + (i * n + j) * plane, value); });
        }
    }
}

/// u[k][c][o] = (G w[.][.][c][o] G^T)[k]              w: [R][R][in][out]   u: N N planes [in][out]
template <std::size_t M, std::size_t R, class Scalar>
void winograd_weights(const Scalar* weights, Scalar* u, std::size_t in_channels,
                      std::size_t channels) {
    winograd_weight_planes<M, R>(weights, u, in_channels, channels, channels, 1);
}

/// The same transposed, as the input gradient reads it: N N planes [out][in].
template <std::size_t M, std::size_t R, class Scalar>
void winograd_transposed_weights(const Scalar* weights, Scalar* ut, std::size_t in_channels,
                                 std::size_t channels) {
    winograd_weight_planes<M, R>(weights, ut, channels, in_channels, 1, channels);
}

/// The places of one example's tiles in a map of `channels`: tile (p, q) begins M p rows and M q
/// cells behind the first one.
struct TileMap {
    std::size_t high, wide, pitch, cell, channels;  ///< elements from row to row, cell to cell
    std::size_t height, width;                      ///< outputs of tiles beyond are none
};

/// Calls body(p, q, c, some) for each tile and pack of `channels`; `some` lanes of it are channels.
template <class Scalar, class Body>
INLAY_INLINE void for_each_tile(const TileMap& map, Body&& body) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    for (std::size_t p = 0; p < map.high; ++p)
        for (std::size_t q = 0; q < map.wide; ++q)
            for (std::size_t c = 0; c < map.channels; c += lanes)
                body(p, q, c,
                     static_cast<int>(map.channels - c < lanes ? map.channels - c : lanes));
}

/// v[k][tile][c] = (B^T x B)[k]                     for the N x N window of x of every tile
template <std::size_t M, std::size_t R, class Scalar>
INLAY_NOINLINE void winograd_input(const Scalar* x, const TileMap& map, Scalar* v, std::size_t row,
                                   std::size_t plane) {
    constexpr std::size_t n = M + R - 1, lanes = simd::Pack<Scalar>::lanes;
    for_each_tile<Scalar>(map, [&](std::size_t p, std::size_t q, std::size_t c,
                                   int some) INLAY_INLINE_LAMBDA {
        const Scalar* from = x + p * M * map.pitch + q * M * map.cell + c;
        std::size_t down = map.pitch, across = map.cell;
        Scalar window[n * n * lanes];
        if (some < static_cast<int>(lanes)) {
            gather_channels<n, n>(from, down, across, 1, static_cast<std::size_t>(some), window);
            from = window;
            down = n * lanes;
            across = lanes;
        }
        Scalar* const to = v + (p * map.wide + q) * row + c;
        transform<InputMatrix<M, R>, Scalar>(
            [&](auto k, std::size_t l)
                INLAY_INLINE_LAMBDA { return simd::load(from + k * down + l * across); },
            [&](std::size_t i, auto j, auto value)
                INLAY_INLINE_LAMBDA { simd::store(to + (i * n + j) * plane, value); });
    });
}

/// to[n][tile][o] = sum_c a[n][tile][c] b[c][o]              one chain over c for each output
template <std::size_t Tiles, std::size_t Taps, std::size_t Columns, class Scalar>
INLAY_NOINLINE void winograd_multiply(const Scalar* a, const Scalar* b, std::size_t b_tap,
                                      Scalar* to, std::size_t to_row, std::size_t examples) {
    constexpr Tile tile = choose_tile<Scalar>(Tiles, Columns);
    constexpr std::size_t a_row = padded_row(Taps), lanes = simd::Pack<Scalar>::lanes;
    for_each_panel<Scalar, Columns, tile.vectors>(
        [&](auto columns, std::size_t o) INLAY_INLINE_LAMBDA {
            for (std::size_t n = 0; n < examples; ++n) {
                for_each_block<Tiles, tile.rows>([&](auto rows, std::size_t t) INLAY_INLINE_LAMBDA {
                    const Factors<Scalar> factors{.a = a + (n * Tiles + t) * a_row,
                                                  .b = b + o,
                                                  .runs = 1,
                                                  .taps = Taps,
                                                  .a_run = 0,
                                                  .a_tap = 1,
                                                  .a_row = a_row,
                                                  .b_run = 0,
                                                  .b_tap = b_tap};
                    Scalar* const at = to + (n * Tiles + t) * to_row + o;
                    contract_tile<rows, columns>(
                        factors,
                        [](std::size_t, std::size_t, int)
                            INLAY_INLINE_LAMBDA { return simd::zero<Scalar>(); },
                        [&](std::size_t i, std::size_t v, int, auto sum)
                            INLAY_INLINE_LAMBDA { simd::store(at + i * to_row + v * lanes, sum); });
                });
            }
        });
}

/// y[p][q][o] = f(b[o] + (A^T m A)[p % M][q % M])            of one example's tiles
template <std::size_t M, std::size_t R, class Activation, class Scalar>
INLAY_NOINLINE void winograd_output(const Scalar* m, std::size_t row, std::size_t plane,
                                    const TileMap& map, const Scalar* bias, Scalar* y) {
    constexpr std::size_t n = M + R - 1;
    for_each_tile<Scalar>(
        map, [&](std::size_t p, std::size_t q, std::size_t o, int some) INLAY_INLINE_LAMBDA {
            const Scalar* const from = m + (p * map.wide + q) * row + o;
            Scalar* const to = y + p * M * map.pitch + q * M * map.cell + o;
            const auto offset = bias ? simd::load_some(bias + o, some) : simd::zero<Scalar>();
            transform<Transposed<OutputMatrix<M, R>>, Scalar>(
                [&](auto k, std::size_t l)
                    INLAY_INLINE_LAMBDA { return simd::load(from + (k * n + l) * plane); },
                [&](std::size_t i, auto j, auto value) INLAY_INLINE_LAMBDA {
                    if (p * M + i < map.height && q * M + j < map.width)
                        simd::store_some(to + i * map.pitch + j * map.cell,
                                         Activation::value(simd::add(value, offset)), some);
                });
        });
}

/// y[p][q][o] = the largest f(b[o] + A^T m A) of a 2 x 2 window, winners[p][q][o] = its first place
///
/// A tile is M / 2 by M / 2 windows; map.height and map.width are those of y.
template <std::size_t M, std::size_t R, class Activation, class Scalar>
INLAY_NOINLINE void winograd_maximum(const Scalar* m, std::size_t row, std::size_t plane,
                                     const TileMap& map, const Scalar* bias, Scalar* y,
                                     Scalar* winners, std::size_t winners_cell) {
    constexpr std::size_t n = M + R - 1, windows = M / 2;
    for_each_tile<Scalar>(
        map, [&](std::size_t p, std::size_t q, std::size_t o, int some) INLAY_INLINE_LAMBDA {
            const Scalar* const from = m + (p * map.wide + q) * row + o;
            const auto offset = bias ? simd::load_some(bias + o, some) : simd::zero<Scalar>();
            simd::Pack<Scalar> top[windows], place[windows];
            simd::unroll<windows>(
                [&](auto w) INLAY_INLINE_LAMBDA { top[w] = place[w] = simd::zero<Scalar>(); });
            transform<Transposed<OutputMatrix<M, R>>, Scalar>(
                [&](auto k, std::size_t l)
                    INLAY_INLINE_LAMBDA { return simd::load(from + (k * n + l) * plane); },
                [&](std::size_t i, auto j, auto sum) INLAY_INLINE_LAMBDA {
                    constexpr std::size_t w = j / 2;
                    const auto value = Activation::value(simd::add(sum, offset));
                    const std::size_t number = i % 2 * 2 + j % 2;
                    if (number == 0) {
                        top[w] = value;
                        place[w] = simd::zero<Scalar>();
                        return;
                    }
                    const auto wins = simd::exceeds(value, top[w]);
                    place[w] =
                        simd::select(wins, simd::broadcast(static_cast<Scalar>(number)), place[w]);
                    top[w] = simd::select(wins, value, top[w]);
                    const std::size_t down = p * windows + i / 2, across = q * windows + w;
                    if (number != 3 || down >= map.height || across >= map.width) return;
                    simd::store_some(y + down * map.pitch + across * map.cell + o, top[w], some);
                    if (winners)
                        simd::store_some(winners + (down * map.width + across) * winners_cell + o,
                                         place[w], some);
                });
        });
}

/// m[k] = V[k] U[k] for `count` examples, group by group and block of output channels by block, and
/// what is to become of it: finish(example, m, plane, first channel, channels).
template <Convolution c, std::size_t M, class Scalar, class Finish>
INLAY_INLINE void winograd_products(const Scalar* x, const Scalar* u, std::size_t count,
                                    Scalar* scratch, Finish&& finish) {
    constexpr std::size_t R = c.kernel_height, lanes = simd::Pack<Scalar>::lanes;
    static_assert(c.kernel_width == R && c.down == 1 && c.across == 1,
                  "Winograd's tiles are square and move by one");
    constexpr WinogradExtents e = winograd_extents(c, M);
    constexpr TileMap map{e.high, e.wide, c.in_pitch, c.in_pixel(), c.in_channels, 0, 0};
    constexpr std::size_t u_row = padded_row(c.channels);
    constexpr std::size_t u_plane = padded_plane(c.in_channels * u_row);
    constexpr std::size_t planes = e.planes, tiles = e.tiles();
    const std::size_t group = count < e.group ? count : e.group;
    const std::size_t v_plane = padded_plane(group * tiles * e.in_row);
    const std::size_t m_plane = padded_plane(group * tiles * winograd_block);
    Scalar* const v = scratch;
    Scalar* const m = v + planes * v_plane;
    for (std::size_t n = 0; n < count; n += e.group) {
        const std::size_t some = count - n < e.group ? count - n : e.group;
        for (std::size_t k = 0; k < some; ++k)
            winograd_input<M, R>(x + (n + k) * c.in_size + c.in_start, map,
                                 v + k * tiles * e.in_row, e.in_row, v_plane);
        const auto run = [&](auto channels, std::size_t o) INLAY_INLINE_LAMBDA {
            constexpr std::size_t columns = divided_up(channels, lanes) * lanes;
            for (std::size_t k = 0; k < planes; ++k)
                winograd_multiply<tiles, c.in_channels, columns>(
                    v + k * v_plane, u + k * u_plane + o, u_row, m + k * m_plane, winograd_block,
                    some);
            for (std::size_t k = 0; k < some; ++k)
                finish(n + k, m + k * tiles * winograd_block, m_plane, o, channels);
        };
        constexpr std::size_t rest = c.channels % winograd_block;
        std::size_t o = 0;
        for (; o + winograd_block <= c.channels; o += winograd_block)
            run(Size<winograd_block>{}, o);
        if constexpr (rest != 0) run(Size<rest>{}, o);
    }
}

/// y[p][q][o] = f(b[o] + sum_h sum_w sum_c x[p + h][q + w][c] w[h][w][c][o])
///
/// as `convolve`, from u = G w G^T. Tiles at the lower and the right edge may reach M - 1 cells
/// beyond what a direct sum reads: the border of x holds them. `bias` may be null.
template <Convolution c, std::size_t M, class Activation, class Scalar>
INLAY_NOINLINE void winograd_convolve(const Scalar* x, const Scalar* u, const Scalar* bias,
                                      Scalar* y, std::size_t count, Scalar* scratch) {
    constexpr WinogradExtents e = winograd_extents(c, M);
    winograd_products<c, M>(x, u, count, scratch,
                            [&](std::size_t n, const Scalar* m, std::size_t plane, std::size_t o,
                                std::size_t channels) INLAY_INLINE_LAMBDA {
                                const TileMap map{e.high,   e.wide,   c.out_pitch, c.out_pixel(),
                                                  channels, c.height, c.width};
                                winograd_output<M, c.kernel_height, Activation>(
                                    m, winograd_block, plane, map, bias ? bias + o : nullptr,
                                    y + n * c.out_size + c.out_start + o);
                            });
}

/// y[p][q][o] = max over the cells (h, w) of a 2 x 2 window of f(z[2 p + h][2 q + w][o])
///
/// as `convolve_max_pool`, z being what `winograd_convolve` makes: tiles are whole windows.
template <Convolution c, std::size_t M, Map out, class Activation, class Scalar>
INLAY_NOINLINE void winograd_convolve_max_pool(const Scalar* x, const Scalar* u, const Scalar* bias,
                                               Scalar* y, Scalar* winners, std::size_t count,
                                               Scalar* scratch) {
    static_assert(M % 2 == 0 && c.height == 2 * out.height() && c.width == 2 * out.width(),
                  "windows must not be parted");
    constexpr WinogradExtents e = winograd_extents(c, M);
    winograd_products<c, M>(
        x, u, count, scratch,
        [&](std::size_t n, const Scalar* m, std::size_t plane, std::size_t o, std::size_t channels)
            INLAY_INLINE_LAMBDA {
                const TileMap map{e.high,   e.wide,       out.pitch(), out.pixel(),
                                  channels, out.height(), out.width()};
                winograd_maximum<M, c.kernel_height, Activation>(
                    m, winograd_block, plane, map, bias ? bias + o : nullptr,
                    y + n * out.size() + out.origin() + o,
                    winners ? winners + n * out.elements() + o : nullptr, c.channels);
            });
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_WINOGRAD_HPP

// <inlay/kernel/winograd_backward.hpp>
#ifndef INLAY_KERNEL_WINOGRAD_BACKWARD_HPP
#define INLAY_KERNEL_WINOGRAD_BACKWARD_HPP
// Convolutions by Winograd's F(M x M, R x R), backward: the adjoints of the forward transforms, so
// that there are no more tiles, and none larger, than forward.

namespace inlay::INLAY_ABI::kernel {

/// Numbers of scratch for the backward pass of `examples` examples: V, D and the sums dU.
constexpr std::size_t winograd_backward_scratch(const Convolution& c, std::size_t m,
                                                std::size_t examples) {
    const WinogradExtents e = winograd_extents(c, m);
    const std::size_t tiles = e.tiles() * (examples < e.group ? examples : e.group);
    return e.planes * (padded_plane(tiles * e.in_row) + padded_plane(tiles * e.row) +
                       padded_plane(c.in_channels * e.row));
}

/// d[k][tile][o] = (A dy A^T)[k]              for the M x M outputs of every tile, 0 beyond the map
template <std::size_t M, std::size_t R, class Scalar>
INLAY_NOINLINE void winograd_spread(const Scalar* dy, const TileMap& map, Scalar* d,
                                    std::size_t row, std::size_t plane) {
    constexpr std::size_t n = M + R - 1;
    for_each_tile<Scalar>(
        map, [&](std::size_t p, std::size_t q, std::size_t o, int some) INLAY_INLINE_LAMBDA {
            const Scalar* const from = dy + p * M * map.pitch + q * M * map.cell + o;
            Scalar* const to = d + (p * map.wide + q) * row + o;
            transform<OutputMatrix<M, R>, Scalar>(
                [&](auto k, std::size_t l) INLAY_INLINE_LAMBDA {
                    return p * M + k < map.height && q * M + l < map.width
                               ? simd::load_some(from + k * map.pitch + l * map.cell, some)
                               : simd::zero<Scalar>();
                },
                [&](std::size_t i, auto j, auto value)
                    INLAY_INLINE_LAMBDA { simd::store(to + (i * n + j) * plane, value); });
        });
}

/// d[k][tile][o] = (A dz A^T)[k]      dz[h][w] = cell (h, w) of its 2 x 2 window won ? f'(y) dy : 0
template <std::size_t M, std::size_t R, class Activation, class Scalar>
INLAY_NOINLINE void winograd_spread_winners(const Scalar* y, const Scalar* dy,
                                            const Scalar* winners, const TileMap& map, Scalar* d,
                                            std::size_t row, std::size_t plane) {
    constexpr std::size_t n = M + R - 1, windows = M / 2;
    for_each_tile<Scalar>(
        map, [&](std::size_t p, std::size_t q, std::size_t o, int some) INLAY_INLINE_LAMBDA {
            simd::Pack<Scalar> gradient[windows][windows], winner[windows][windows];
            simd::unroll<windows>([&](auto i) INLAY_INLINE_LAMBDA {
                simd::unroll<windows>([&](auto j) INLAY_INLINE_LAMBDA {
                    const std::size_t down = p * windows + i, across = q * windows + j;
                    gradient[i][j] = winner[i][j] = simd::zero<Scalar>();
                    if (down >= map.height || across >= map.width) return;
                    const std::size_t from = down * map.pitch + across * map.cell + o;
                    gradient[i][j] = Activation::gradient(simd::load_some(y + from, some),
                                                          simd::load_some(dy + from, some));
                    winner[i][j] = simd::load_some(
                        winners + (down * map.width + across) * map.channels + o, some);
                });
            });
            Scalar* const to = d + (p * map.wide + q) * row + o;
            transform<OutputMatrix<M, R>, Scalar>(
                [&](auto k, std::size_t l) INLAY_INLINE_LAMBDA {
                    const auto number = simd::broadcast(static_cast<Scalar>(k % 2 * 2 + l % 2));
                    return simd::select(simd::equal(winner[k / 2][l / 2], number),
                                        gradient[k / 2][l / 2], simd::zero<Scalar>());
                },
                [&](std::size_t i, auto j, auto value)
                    INLAY_INLINE_LAMBDA { simd::store(to + (i * n + j) * plane, value); });
        });
}

/// du[c][o] (+)= sum_t v[t][c] d[t][o]              over each `chain` tiles, then added
///
/// a chain, or where an example has many tiles (`chain` then) the sum of places.hpp over them
template <std::size_t Rows, std::size_t Columns, Chains places, class Scalar>
INLAY_NOINLINE void winograd_sum_weights(const Scalar* v, const Scalar* d, Scalar* du,
                                         std::size_t tiles, std::size_t chain, bool accumulate) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes, row = padded_row(Columns);
    constexpr std::size_t columns_in_packs = divided_up(Columns, lanes) * lanes;
    constexpr Tile tile = choose_tile<Scalar>(Rows, columns_in_packs);
    for (std::size_t t = 0; t < tiles; t += chain) {
        const std::size_t taps = tiles - t < chain ? tiles - t : chain;
        for_each_panel<Scalar, columns_in_packs, tile.vectors>(
            [&](auto columns, std::size_t o) INLAY_INLINE_LAMBDA {
                for_each_block<Rows, tile.rows>([&](auto rows, std::size_t c) INLAY_INLINE_LAMBDA {
                    const Factors<Scalar> factors{.a = v + t * padded_row(Rows) + c,
                                                  .b = d + t * row + o,
                                                  .runs = 1,
                                                  .taps = taps,
                                                  .a_run = places.columns * padded_row(Rows),
                                                  .a_tap = padded_row(Rows),
                                                  .a_row = 1,
                                                  .b_run = places.columns * row,
                                                  .b_tap = row};
                    Scalar* const to = du + c * row + o;
                    const auto finish = [&](std::size_t i, std::size_t k, int,
                                            auto sum) INLAY_INLINE_LAMBDA {
                        Scalar* const at = to + i * row + k * lanes;
                        simd::store(at,
                                    accumulate || t != 0 ? simd::add(simd::load(at), sum) : sum);
                    };
                    if constexpr (places.one())
                        contract_tile<rows, columns>(
                            factors,
                            [](std::size_t, std::size_t, int)
                                INLAY_INLINE_LAMBDA { return simd::zero<Scalar>(); },
                            finish);
                    else
                        contract_places<rows, columns, places>(factors, places, finish);
                });
            });
    }
}

/// dx += B m B^T                             window by window of one example, in row order of tiles
template <std::size_t M, std::size_t R, class Scalar>
INLAY_NOINLINE void winograd_input_gradient(const Scalar* m, std::size_t row, std::size_t plane,
                                            const TileMap& map, Scalar* dx) {
    constexpr std::size_t n = M + R - 1;
    for_each_tile<Scalar>(
        map, [&](std::size_t p, std::size_t q, std::size_t c, int some) INLAY_INLINE_LAMBDA {
            const Scalar* const from = m + (p * map.wide + q) * row + c;
            Scalar* const to = dx + p * M * map.pitch + q * M * map.cell + c;
            transform<Transposed<InputMatrix<M, R>>, Scalar>(
                [&](auto k, std::size_t l)
                    INLAY_INLINE_LAMBDA { return simd::load(from + (k * n + l) * plane); },
                [&](std::size_t i, auto j, auto value) INLAY_INLINE_LAMBDA {
                    Scalar* const at = to + i * map.pitch + j * map.cell;
                    simd::store_some(at, simd::add(simd::load_some(at, some), value), some);
                });
        });
}

/// dw[h][w][c][o] += (G^T du[.][c][o] G)[h][w]
template <std::size_t M, std::size_t R, class Scalar>
INLAY_NOINLINE void winograd_weight_gradient(const Scalar* du, Scalar* gradient,
                                             std::size_t in_channels, std::size_t channels) {
    constexpr std::size_t n = M + R - 1;
    const std::size_t row = padded_row(channels), plane = padded_plane(in_channels * row);
    // The channels of a tile of the map that `gradient` is, a tap being a cell.
    const TileMap map{in_channels, 1, 0, 0, channels, 0, 0};
    for_each_tile<Scalar>(map, [&](std::size_t c, std::size_t, std::size_t o,
                                   int some) INLAY_INLINE_LAMBDA {
        transform<Transposed<WeightMatrix<M, R>>, Scalar>(
            [&](auto k, std::size_t l)
                INLAY_INLINE_LAMBDA { return simd::load(du + (k * n + l) * plane + c * row + o); },
            [&](std::size_t i, auto j, auto value) INLAY_INLINE_LAMBDA {
                Scalar* const at = gradient + ((i * R + j) * in_channels + c) * channels + o;
                simd::store_some(at, simd::add(simd::load_some(at, some), value), some);
            });
    });
}

/// What both backward passes share; spread(example, d, plane) makes the D of an example.
template <Convolution c, std::size_t M, bool input_gradient, bool accumulate, class Scalar,
          class Spread>
INLAY_INLINE void winograd_gradients(const Scalar* x, const Scalar* ut, Scalar* dx,
                                     Scalar* gradient, std::size_t count, Scalar* scratch,
                                     Spread&& spread) {
    constexpr std::size_t R = c.kernel_height, lanes = simd::Pack<Scalar>::lanes;
    constexpr WinogradExtents e = winograd_extents(c, M);
    constexpr TileMap map{e.high, e.wide, c.in_pitch, c.in_pixel(), c.in_channels, 0, 0};
    constexpr std::size_t u_plane = padded_plane(c.in_channels * e.row);
    constexpr std::size_t ut_plane = padded_plane(c.channels * e.in_row);
    const std::size_t group = count < e.group ? count : e.group;
    const std::size_t v_plane = padded_plane(group * e.tiles() * e.in_row);
    const std::size_t d_plane = padded_plane(group * e.tiles() * e.row);
    Scalar* const v = scratch;
    Scalar* const d = v + e.planes * v_plane;
    Scalar* const du = d + e.planes * d_plane;
    for (std::size_t n = 0; n < count; n += e.group) {
        const std::size_t some = count - n < e.group ? count - n : e.group;
        for (std::size_t k = 0; k < some; ++k) {
            winograd_input<M, R>(x + (n + k) * c.in_size + c.in_start, map,
                                 v + k * e.tiles() * e.in_row, e.in_row, v_plane);
            spread(n + k, d + k * e.tiles() * e.row, d_plane);
        }
        for (std::size_t k = 0; k < e.planes; ++k) {
            winograd_sum_weights<c.in_channels, c.channels, Chains{e.high, e.wide}>(
                v + k * v_plane, d + k * d_plane, du + k * u_plane, some * e.tiles(),
                e.chain * e.tiles(), n != 0);
            if constexpr (input_gradient)
                winograd_multiply<e.tiles(), c.channels, divided_up(c.in_channels, lanes) * lanes>(
                    d + k * d_plane, ut + k * ut_plane, e.in_row, v + k * v_plane, e.in_row, some);
        }
        if constexpr (input_gradient) {
            for (std::size_t k = 0; k < some; ++k) {
                Scalar* const to = dx + (n + k) * c.in_size;
                if (!accumulate)
                    for (std::size_t i = 0; i < c.in_size; ++i) to[i] = 0;
                winograd_input_gradient<M, R>(v + k * e.tiles() * e.in_row, e.in_row, v_plane, map,
                                              to + c.in_start);
            }
        }
    }
    winograd_weight_gradient<M, R>(du, gradient, c.in_channels, c.channels);
}

/// dw += , db += , dx = or += as `convolve_backward`, from ut = (G w G^T)^T:
///
/// V = B^T x B and D = A dy A^T of every tile; dU += V^T D; dw += G^T dU G at the end;
/// dx += B (D U^T) B^T. Tiles at the lower and the right edge add to cells of dx's border.
template <Convolution c, std::size_t M, bool bias, bool input_gradient, bool accumulate,
          class Scalar>
INLAY_NOINLINE void winograd_backward(const Scalar* x, const Scalar* dy, const Scalar* ut,
                                      Scalar* dx, Scalar* gradient, std::size_t count,
                                      Scalar* scratch) {
    constexpr WinogradExtents e = winograd_extents(c, M);
    constexpr TileMap map{e.high,     e.wide,   c.out_pitch, c.out_pixel(),
                          c.channels, c.height, c.width};
    winograd_gradients<c, M, input_gradient, accumulate>(
        x, ut, dx, gradient, count, scratch,
        [&](std::size_t n, Scalar* d, std::size_t plane) INLAY_INLINE_LAMBDA {
            winograd_spread<M, c.kernel_height>(dy + n * c.out_size + c.out_start, map, d, e.row,
                                                plane);
        });
    if constexpr (bias) sum_pixels<c>(dy, gradient + c.kernel_count(), count);
}

/// The same behind a 2 x 2 max-pool: the gradient of a tile is f'(y) dy where `winners` says.
template <Convolution c, std::size_t M, Map out, class Activation, bool bias, bool input_gradient,
          bool accumulate, class Scalar>
INLAY_NOINLINE void winograd_backward_max_pool(const Scalar* x, const Scalar* y, const Scalar* dy,
                                               const Scalar* winners, const Scalar* ut, Scalar* dx,
                                               Scalar* gradient, std::size_t count,
                                               Scalar* scratch) {
    static_assert(M % 2 == 0 && c.height == 2 * out.height() && c.width == 2 * out.width(),
                  "windows must not be parted");
    constexpr WinogradExtents e = winograd_extents(c, M);
    constexpr TileMap map{e.high,     e.wide,       out.pitch(), out.pixel(),
                          c.channels, out.height(), out.width()};
    winograd_gradients<c, M, input_gradient, accumulate>(
        x, ut, dx, gradient, count, scratch,
        [&](std::size_t n, Scalar* d, std::size_t plane) INLAY_INLINE_LAMBDA {
            const std::size_t from = n * out.size() + out.origin();
            winograd_spread_winners<M, c.kernel_height, Activation>(
                y + from, dy + from, winners + n * out.elements(), map, d, e.row, plane);
        });
    if constexpr (bias) sum_gradients<out, Activation>(y, dy, gradient + c.kernel_count(), count);
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_WINOGRAD_BACKWARD_HPP

// <inlay/layer/convolving.hpp>
#ifndef INLAY_LAYER_CONVOLVING_HPP
#define INLAY_LAYER_CONVOLVING_HPP
// Convolution over one, two or three axes: what Conv1D, Conv2D and Conv3D are.

namespace inlay::INLAY_ABI {

/// Filters kernels of Sizes cells over the last `Axes` axes before the channels. Options: an
/// activation, Same, Valid or (over a sequence) Causal, Strides, Dilation, Groups, NoBias,
/// KernelInit, and over images Direct or Fast for the algorithm.
///
/// Errors of outputs and gradients against exact sums, relative L2 norms over random, shifted,
/// alternating and subnormal numbers (tests/kernel/winograd_pool.cpp): direct sums 1e-7 to 1e-6 for
/// 64 channels, F(2x2, 3x3) at most 1.5 times theirs, F(4x4, 3x3) 3 times, F(2x2, 5x5) 4 times.
template <int Axes, int Filters, sliding::Sizes sizes, class... Given>
struct Convolving : LayerDefaults {
    using Options = option::Options<Given...>;
    using Activate = typename Options::template get<"activation", Linear>;
    using Initializer = typename Options::template get<"kernel initializer",
                                                       KernelInit<GlorotUniform>>::initializer;
    using Step = typename Options::template get<"strides", Strides<1>>;
    using Apart = typename Options::template get<"dilation", Dilation<1>>;

    static constexpr Role role = Role::linear;
    static constexpr bool takes_activation = true;
    static constexpr bool backward_reads_input = true;
    static constexpr bool has_bias = !Options::has("bias");
    static constexpr auto filters = static_cast<std::size_t>(Filters);
    static constexpr int parts = Options::template get<"groups", Groups<1>>::count;
    static constexpr std::size_t groups = parts < 1 ? 1 : static_cast<std::size_t>(parts);
    static constexpr bool takes_maximum = groups == 1 && Axes < 3;
    static constexpr sliding::Sizes stride = sliding::sizes_of<Step>(Axes);
    static constexpr sliding::Sizes dilation = sliding::sizes_of<Apart>(Axes);
    static constexpr Windows window = sliding::window_of(
        sizes, stride, dilation, Options::template get<"padding", Valid>::padding);

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"activation", "padding", "strides", "dilation",
                                             "groups", "bias", "kernel initializer", "algorithm"})
                               .view();
        if (Filters < 1 || sizes.smallest() < 1 || stride.smallest() < 1) {
            complaint.needs << "has " << Filters << " filters of " << sizes << " moved by "
                            << stride << " but each number needs to be one at least";
            complaint.remedy << "write Conv2D<32, 3, 3>: filters, height, width";
        } else if (!Step::fit(Axes) || !Apart::fit(Axes) || dilation.smallest() < 1) {
            complaint.needs << "takes one number of one at least for all axes, or one for each of "
                            << Axes << ", in Strides and Dilation";
            complaint.remedy << "write Strides<2>";
        } else if (window.width.padding == Padding::causal && Axes != 1) {
            complaint.needs << "is not over a sequence, the only place for Causal";
            complaint.remedy << "use Same or Valid, or Conv1D";
        } else if (asked.fast() && !filters_fast(asked)) {
            complaint.needs << "has a " << sizes << " kernel moved by " << stride << " but Fast<"
                            << asked.tile << "> needs a square one from 2x2 to "
                            << max_points - asked.tile + 1 << "x" << max_points - asked.tile + 1
                            << " moved by 1x1";
            complaint.remedy << "leave the option out, or write Direct";
        } else if (parts < 1 || filters % groups != 0 || in.last() % groups != 0) {
            complaint.needs << "needs channels and filters that " << parts
                            << " groups can share, but has " << in.last() << " and " << Filters;
            complaint.remedy << "use a number of groups that divides both";
        }
        return sliding::slide(window, Axes, in, filters, complaint);
    }

    /// Channels of the input and of the output in one group.
    static constexpr std::size_t inputs_of_group(std::size_t channels) { return channels / groups; }
    static constexpr std::size_t filters_of_group = filters / groups;

    static constexpr WeightSpecs weights(const Shape& in) {
        const std::size_t field = window.cells(), channels = inputs_of_group(in.last());
        Shape kernel;
        kernel.count = Axes + 2;
        for (int a = 0; a < Axes; ++a)
            kernel.extents[a] = sliding::along(window, 3 - Axes + a).size;
        kernel.extents[Axes] = channels;
        kernel.extents[Axes + 1] = filters;
        WeightSpecs specs;
        specs.add({"kernel", kernel, Initializer::fill, field * channels, field * filters});
        if (has_bias) specs.add({"bias", Shape{filters}, Zeros::fill});
        return specs;
    }

    /// Numbers of the kernel of all groups, from the channels of the input.
    static constexpr std::size_t kernel_count(std::size_t channels) {
        return window.cells() * inputs_of_group(channels) * filters;
    }

    static constexpr std::size_t places(const Shape& in, int axis) {
        return sliding::along(window, axis).places(Map(in).axes[axis].cells);
    }

    static constexpr std::uint64_t multiply_adds(const Shape& in) {
        return std::uint64_t{places(in, 0)} * places(in, 1) * places(in, 2) *
               kernel_count(in.last());
    }

    /// The layer's own option; by_cost where it has none.
    static constexpr Algorithm asked = Options::template get<"algorithm", Fast<>>::algorithm;

    /// Points of a tile along an axis: more would round too badly.
    static constexpr int max_points = 8;

    static constexpr bool filters_fast(Algorithm a) {
        return Axes == 2 && groups == 1 && stride.of[0] == 1 && stride.of[1] == 1 &&
               dilation.of[0] == 1 && dilation.of[1] == 1 && sizes.of[0] == sizes.of[1] &&
               sizes.of[0] > 1 && a.tile + sizes.of[0] - 1 <= max_points;
    }

    static constexpr kernel::Filtering filtering(const Shape& in) {
        return {places(in, 1), places(in, 2), filters, in.last(), window.height.size};
    }

    static constexpr Algorithm algorithm(const Shape& in, Algorithm policy) {
        const Algorithm a = Options::has("algorithm") ? asked : policy;
        if (a == Algorithm::by_cost())
            return filters_fast({2}) ? filtering(in).fastest() : Algorithm{};
        return a.fast() && filters_fast(a) ? Algorithm{a.tile, sizes.of[0]} : Algorithm{};
    }

    static constexpr std::uint64_t products(const Shape& in, Algorithm a) {
        return filtering(in).products(a);
    }

    /// The padding, and what the last tiles of a fast algorithm read behind it.
    static constexpr Halo halo(const Shape& in, Algorithm a) {
        Halo border = sliding::padding_of(window, in);
        if (!a.fast()) return border;
        const auto tile = static_cast<std::size_t>(a.tile);
        const auto rest = [&](std::size_t count) { return (tile - count % tile) % tile; };
        border.bottom += rest(places(in, 1));
        border.right += rest(places(in, 2));
        return border;
    }

    /// The transformed kernel.
    static constexpr std::size_t forward_copy_count(const Shape& in, Algorithm a) {
        if (!a.fast()) return 0;
        return kernel::winograd_weight_count(static_cast<std::size_t>(a.tile), window.height.size,
                                             in.last(), filters);
    }

    template <Algorithm a, class Scalar>
    static void copy_for_forward(const Shape& in, const Scalar* weights, Scalar* copy) {
        kernel::winograd_weights<a.tile, window.height.size>(weights, copy, in.last(), filters);
    }

    /// The kernel as [group][tap][out][in], or the transformed one likewise.
    static constexpr std::size_t backward_copy_count(const Shape& in, Algorithm a) {
        if (!a.fast()) return kernel_count(in.last());
        return kernel::winograd_weight_count(static_cast<std::size_t>(a.tile), window.height.size,
                                             filters, in.last());
    }

    template <Algorithm a, class Scalar>
    static void copy_for_backward(const Shape& in, const Scalar* weights, Scalar* copy) {
        if constexpr (a.fast()) {
            kernel::winograd_transposed_weights<a.tile, window.height.size>(weights, copy,
                                                                            in.last(), filters);
        } else {
            const std::size_t channels = inputs_of_group(in.last());
            for (std::size_t g = 0; g < groups; ++g)
                kernel::transpose_taps(weights + g * filters_of_group,
                                       copy + g * window.cells() * channels * filters_of_group,
                                       window.cells(), channels, filters_of_group, filters);
        }
    }

    /// For tiles that cover the output, or as much of it as a pooling reads.
    static constexpr std::size_t scratch_count(const Shape& in, Algorithm a, bool training,
                                               std::size_t examples) {
        if (!a.fast()) return 0;
        const auto tile = static_cast<std::size_t>(a.tile);
        std::size_t most = 0;
        for (std::size_t left_out = 0; left_out < 2; ++left_out) {
            const auto covered = [&](std::size_t count) {
                return count > 1 ? count - left_out : count;
            };
            const kernel::Convolution c{.height = covered(places(in, 1)),
                                        .width = covered(places(in, 2)),
                                        .channels = filters,
                                        .kernel_height = window.height.size,
                                        .kernel_width = window.width.size,
                                        .in_channels = in.last()};
            const std::size_t count = training
                                          ? kernel::winograd_backward_scratch(c, tile, examples)
                                          : kernel::winograd_scratch(c, tile, examples);
            if (count > most) most = count;
        }
        return most;
    }

    /// The cells before the first one that the first tap meets.
    static constexpr std::size_t before(const Map& in, int axis) {
        return sliding::along(window, axis).before(in.axes[axis].cells);
    }

    /// The extents, of one group; the input's border is at least as wide as the padding.
    static constexpr kernel::Convolution convolution(const Binding& b) {
        kernel::Convolution c{.height = b.out.height(),
                              .width = b.out.width(),
                              .channels = filters_of_group,
                              .kernel_height = window.height.size,
                              .kernel_width = window.width.size,
                              .in_channels = inputs_of_group(b.in.channels()),
                              .down = window.height.stride,
                              .across = window.width.stride,
                              .in_start = b.in.origin() - before(b.in, 0) * b.in.plane() -
                                          before(b.in, 1) * b.in.pitch() -
                                          before(b.in, 2) * b.in.pixel(),
                              .in_pitch = b.in.pitch(),
                              .in_size = b.in.size(),
                              .out_start = b.out.origin(),
                              .out_pitch = b.out.pitch(),
                              .out_size = b.out.size()};
        if (b.in.pixel() != c.in_channels) c.in_cell = b.in.pixel();
        if (b.out.pixel() != c.channels) c.out_cell = b.out.pixel();
        if (window.width.dilation > 1) c.tap_cell = window.width.dilation * b.in.pixel();
        if (window.height.dilation > 1) c.tap_pitch = window.height.dilation * b.in.pitch();
        if (groups > 1) c.weight_row = filters;
        if (Axes < 3) return c;
        c.depth = b.out.depth();
        c.kernel_depth = window.depth.size;
        c.inward = window.depth.stride;
        c.in_plane = b.in.plane();
        c.out_plane = b.out.plane();
        c.tap_plane = window.depth.dilation * b.in.plane();
        return c;
    }

    /// y[p][q][o] = f(b[o] + sum_h sum_w sum_c x[p down + h][q across + w][c] w[h][w][c][o])
    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr kernel::Convolution c = convolution(binding);
        const Scalar* bias = bias_of<binding>(pass.weights);
        if constexpr (binding.algorithm.fast())
            kernel::winograd_convolve<c, binding.algorithm.tile, Epilogue>(
                pass.x, pass.copy, bias, pass.y, pass.count, pass.scratch);
        else
            for (std::size_t g = 0; g < groups; ++g)
                kernel::convolve<c, Epilogue>(
                    pass.x + g * c.in_channels, pass.weights + g * c.channels,
                    bias ? bias + g * c.channels : nullptr, pass.y + g * c.channels, pass.count);
    }

    /// dw, db and dx: see kernel/convolve.hpp
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        backward_as<convolution(binding), binding, has_bias>(pass, pass.x, pass.dy, pass.dx,
                                                             pass.count, pass.scratch);
    }

    /// The convolution before a max-pooling, as far as the windows cover its output; its own output
    /// is a dense map of one example.
    template <Windows pool>
    static constexpr kernel::Convolution before_pool(const Binding& b) {
        kernel::Convolution c = convolution(b);
        c.height = b.out.height() * pool.height.size;
        c.width = b.out.width() * pool.width.size;
        c.out_start = 0;
        c.out_pitch = c.width * filters;
        c.out_cell = 0;
        c.out_size = c.height * c.out_pitch;
        return c;
    }

    /// Whether the tiles of the binding's algorithm are whole windows of a pooling.
    template <Windows pool>
    static constexpr bool tiles_hold_windows(const Binding& b) {
        return b.algorithm.fast() && b.algorithm.tile % 2 == 0 && pool.height.size == 2 &&
               pool.width.size == 2;
    }

    /// y = the largest f(z) of each window, z being the convolution's output
    template <Binding binding, class Epilogue, Windows pool, class Scalar>
    static void forward_maximum(const Forward<Scalar>& pass) {
        constexpr kernel::Convolution c = before_pool<pool>(binding);
        const Scalar* bias = bias_of<binding>(pass.weights);
        if constexpr (tiles_hold_windows<pool>(binding))
            kernel::winograd_convolve_max_pool<c, binding.algorithm.tile, binding.out, Epilogue>(
                pass.x, pass.copy, bias, pass.y, pass.kept, pass.count, pass.scratch);
        else
            kernel::convolve_max_pool<c, pool, binding.out, Epilogue>(
                pass.x, pass.weights, bias, pass.y, pass.kept, pass.count);
    }

    /// Whether dw comes from the winners alone, with what that needs in the room for one map.
    template <Windows pool>
    static constexpr bool multiplies_winners(const Binding& b) {
        const kernel::Convolution c = before_pool<pool>(b);
        return !b.input_gradient && pool.height.size == 2 && pool.width.size == 2 && c.down == 1 &&
               c.across == 1 && c.even_runs() && c.tap_pitch == 0 && c.tap_cell == 0 &&
               kernel::winner_scratch(c) <= c.out_size;
    }

    /// dz from dy and the winners, then dw, db and dx: tile by tile, or example by example; or dw
    /// and db from the winners
    template <Binding binding, class Epilogue, Windows pool, class Scalar>
    static void backward_maximum(const Backward<Scalar>& pass) {
        constexpr kernel::Convolution c = before_pool<pool>(binding);
        if constexpr (tiles_hold_windows<pool>(binding)) {
            kernel::winograd_backward_max_pool<c, binding.algorithm.tile, binding.out, Epilogue,
                                               has_bias, binding.input_gradient,
                                               binding.accumulate>(
                pass.x, pass.y, pass.dy, pass.kept, pass.copy, pass.dx, pass.gradient, pass.count,
                pass.scratch);
        } else if constexpr (multiplies_winners<pool>(binding)) {
            kernel::convolve_winner_gradient<c, binding.out, Epilogue, has_bias>(
                pass.x, pass.y, pass.dy, pass.kept, pass.gradient, pass.scratch, pass.count);
        } else {
            if constexpr (has_bias)
                kernel::sum_gradients<binding.out, Epilogue>(
                    pass.y, pass.dy, pass.gradient + kernel_count(binding.in.channels()),
                    pass.count);
            for (std::size_t n = 0; n < pass.count; ++n) {
                const std::size_t out = n * binding.out.size(), in = n * binding.in.size();
                kernel::spread_to_winners<binding.out, pool, Epilogue>(
                    pass.y + out, pass.dy + out, pass.kept + n * binding.out.elements(),
                    pass.scratch);
                backward_as<c, binding, false>(pass, pass.x + in, pass.scratch, pass.dx + in, 1,
                                               pass.scratch + c.out_size);
            }
        }
    }

private:
    template <Binding binding, class Scalar>
    static const Scalar* bias_of(const Scalar* weights) {
        return binding.bias ? weights + kernel_count(binding.in.channels()) : nullptr;
    }

    template <kernel::Convolution c, Binding binding, bool bias, class Scalar>
    INLAY_INLINE static void backward_as(const Backward<Scalar>& pass, const Scalar* x,
                                         const Scalar* dy, Scalar* dx, std::size_t count,
                                         Scalar* scratch) {
        if constexpr (binding.algorithm.fast())
            kernel::winograd_backward<c, binding.algorithm.tile, bias, binding.input_gradient,
                                      binding.accumulate>(x, dy, pass.copy, dx, pass.gradient,
                                                          count, scratch);
        else
            backward_groups<c, bias, binding>(pass, x, dy, dx, count);
    }

    template <kernel::Convolution c, bool bias, Binding binding, class Scalar>
    INLAY_INLINE static void backward_groups(const Backward<Scalar>& pass, const Scalar* x,
                                             const Scalar* dy, Scalar* dx, std::size_t count) {
        constexpr std::size_t copied = window.cells() * c.in_channels * c.channels;
        if constexpr (groups > 1 && binding.input_gradient && !binding.accumulate)
            for (std::size_t k = 0; k < count * c.in_size; ++k) dx[k] = 0;
        for (std::size_t g = 0; g < groups; ++g) {
            const std::size_t first = g * c.in_channels;
            kernel::convolve_backward<c, bias, binding.input_gradient,
                                      binding.accumulate || (groups > 1)>(
                x + first, dy + g * c.channels, pass.copy + g * copied, dx + first,
                pass.gradient + g * c.channels, count);
        }
    }
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_LAYER_CONVOLVING_HPP

// <inlay/layer/conv1d.hpp>
#ifndef INLAY_LAYER_CONV1D_HPP
#define INLAY_LAYER_CONV1D_HPP
namespace inlay::INLAY_ABI {

/// Convolution (as in Keras, a correlation) of (steps, channels) with Filters kernels of Size
/// steps. Options: see Convolving.
template <int Filters, int Size, class... Given>
struct Conv1D : Convolving<1, Filters, sliding::Sizes{1, {Size}}, Given...> {
    static constexpr std::string_view title = "Conv1D", name = "conv1d";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Conv1D;
}  // namespace inlay
#endif  // INLAY_LAYER_CONV1D_HPP

// <inlay/layer/conv2d.hpp>
#ifndef INLAY_LAYER_CONV2D_HPP
#define INLAY_LAYER_CONV2D_HPP
namespace inlay::INLAY_ABI {

/// Convolution (as in Keras, a correlation) of (height, width, channels) with Filters kernels of
/// Height x Width. Options: see Convolving.
template <int Filters, int Height, int Width = Height, class... Given>
struct Conv2D : Convolving<2, Filters, sliding::Sizes{2, {Height, Width}}, Given...> {
    static constexpr std::string_view title = "Conv2D", name = "conv2d";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Conv2D;
}  // namespace inlay
#endif  // INLAY_LAYER_CONV2D_HPP

// <inlay/layer/conv3d.hpp>
#ifndef INLAY_LAYER_CONV3D_HPP
#define INLAY_LAYER_CONV3D_HPP
namespace inlay::INLAY_ABI {

/// Convolution (as in Keras, a correlation) of (depth, height, width, channels) with Filters
/// kernels of Depth x Height x Width. Options: see Convolving.
template <int Filters, int Depth, int Height = Depth, int Width = Height, class... Given>
struct Conv3D : Convolving<3, Filters, sliding::Sizes{3, {Depth, Height, Width}}, Given...> {
    static constexpr std::string_view title = "Conv3D", name = "conv3d";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Conv3D;
}  // namespace inlay
#endif  // INLAY_LAYER_CONV3D_HPP

// <inlay/layer/edges.hpp>
#ifndef INLAY_LAYER_EDGES_HPP
#define INLAY_LAYER_EDGES_HPP
// What cropping and padding share: cells at the edges of an image.

namespace inlay::INLAY_ABI {

/// So many cells at each edge: one number for all, height and width, or each of the four.
template <int Top, int Bottom, int Left, int Right>
struct EdgeLayer : LayerDefaults {
    static constexpr int given = 1 + (Bottom >= 0) + (Left >= 0) + (Right >= 0);
    static constexpr bool complete = Top >= 0 && given != 3 && (Bottom >= 0 || given == 1);
    static constexpr std::size_t cells(int number) {
        return number < 0 ? 0 : static_cast<std::size_t>(number);
    }
    static constexpr std::size_t top = cells(Top);
    static constexpr std::size_t bottom = cells(given == 4 ? Bottom : Top);
    static constexpr std::size_t left = cells(given == 4 ? Left : given == 2 ? Bottom : Top);
    static constexpr std::size_t right = cells(given == 4 ? Right : given == 2 ? Bottom : Top);

    static constexpr bool views(const Shape&) { return true; }

    /// The cells of the larger map that the smaller one has.
    static constexpr Map inside(const Map& larger, const Map& smaller) {
        return larger.slice(smaller, {0, int{top}, int{left}}, 0);
    }

    /// Whether the numbers and the input fit; it complains otherwise.
    static constexpr bool accepts(const Shape& in, std::string_view example, Complaint& complaint) {
        if (!complete) {
            complaint.needs << "needs one number of cells for all edges, two for height and width, "
                               "or four";
            complaint.remedy << "write " << example;
        } else {
            sliding::need_cells(in, 2, complaint);
        }
        return !complaint.raised();
    }
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_LAYER_EDGES_HPP

// <inlay/layer/cropping2d.hpp>
#ifndef INLAY_LAYER_CROPPING2D_HPP
#define INLAY_LAYER_CROPPING2D_HPP
namespace inlay::INLAY_ABI {

/// Cells left out at the edges of an image. Cropping2D<1> takes one at each, Cropping2D<1, 2> one
/// row above and below and two columns at the sides; four numbers are top, bottom, left, right.
template <int Top, int Bottom = -1, int Left = -1, int Right = -1>
struct Cropping2D : EdgeLayer<Top, Bottom, Left, Right> {
    using Edge = EdgeLayer<Top, Bottom, Left, Right>;

    static constexpr std::string_view title = "Cropping2D", name = "cropping2d";
    static constexpr Role role = Role::crop;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        if (!Edge::accepts(in, "Cropping2D<1, 1, 2, 2>", complaint)) return in;
        const std::size_t down = Edge::top + Edge::bottom, across = Edge::left + Edge::right;
        if (in[0] <= down || in[1] <= across) {
            complaint.needs << "takes " << down << "x" << across << " cells away, all there are";
            complaint.remedy << "leave one at least";
            return in;
        }
        return {in[0] - down, in[1] - across, in[2]};
    }

    /// The input's cell that is the output's first.
    static constexpr int offset(const Shape&, int axis) {
        return axis == 1 ? int{Edge::top} : axis == 2 ? int{Edge::left} : 0;
    }

    /// y[p][q][c] = x[top + p][left + q][c]
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::copy<Edge::inside(binding.in, binding.out), binding.out, false>(pass.x, pass.y,
                                                                                pass.count);
    }

    /// dx[top + p][left + q][c] (+)= dy[p][q][c]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        if constexpr (!binding.accumulate)
            for (std::size_t k = 0; k < pass.count * binding.in.size(); ++k) pass.dx[k] = 0;
        kernel::copy<binding.out, Edge::inside(binding.in, binding.out), true>(pass.dy, pass.dx,
                                                                               pass.count);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Cropping2D;
}  // namespace inlay
#endif  // INLAY_LAYER_CROPPING2D_HPP

// <inlay/kernel/dense.hpp>
#ifndef INLAY_KERNEL_DENSE_HPP
#define INLAY_KERNEL_DENSE_HPP
// Dense layers: a product with weights [in][out], for any number of rows.

namespace inlay::INLAY_ABI::kernel {

/// The tile of a product that needs no register beside it: four rows of three vectors fill all
/// sixteen with the fewest loads.
template <class Scalar>
constexpr Tile dense_tile(std::size_t rows, std::size_t columns) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    constexpr bool fills = INLAY_HAS_FMA && simd::registers::count == 16 && lanes > 1;
    if (fills && rows >= 4 && columns >= 3 * lanes) return {4, 3};
    return choose_tile<Scalar>(rows, columns);
}

/// The tile where only the running program knows the number of rows: a power of two of them, as
/// batches are.
template <class Scalar>
constexpr Tile row_tile(std::size_t columns) {
    return dense_tile<Scalar>(simd::registers::count == 32 ? 8 : 4, columns);
}

/// y[o] = f(b[o] + sum_i x[i] w[i][o])            as below, for one example
///
/// Eight sums at a time hide the latency of a multiply-add, where the other tiles count on rows.
template <std::size_t In, std::size_t Out, std::size_t Columns, class Activation, class Scalar>
INLAY_NOINLINE void dense_row(const Scalar* x, const Scalar* weights, const Scalar* bias,
                              Scalar* y) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    for_each_panel<Scalar, Columns, 8>([&](auto columns, std::size_t o) INLAY_INLINE_LAMBDA {
        const Factors<Scalar> factors{.a = x,
                                      .b = weights + o,
                                      .runs = 1,
                                      .taps = In,
                                      .a_run = 0,
                                      .a_tap = 1,
                                      .a_row = 0,
                                      .b_run = 0,
                                      .b_tap = Out};
        contract_tile<1, columns>(
            factors,
            [&](std::size_t, std::size_t v, int some) INLAY_INLINE_LAMBDA {
                return bias ? simd::load_some(bias + o + v * lanes, some) : simd::zero<Scalar>();
            },
            [&](std::size_t, std::size_t v, int some, auto sum) INLAY_INLINE_LAMBDA {
                simd::store_some(y + o + v * lanes, Activation::value(sum), some);
            });
    });
}

/// How many taps run through a tile at a time: equal blocks.
template <std::size_t Taps>
inline constexpr std::size_t block_of_taps = divided_up(Taps, divided_up(Taps, 256));

/// The columns of a block of taps: where the first begins, and how far they lie apart.
template <class Scalar>
struct TapBlock {
    const Scalar* begin;
    std::size_t step;
};

/// Whether rows of so many outputs lie so far apart that their columns share few sets of L1.
template <std::size_t Out, class Scalar>
inline constexpr bool is_wide = Out * sizeof(Scalar) >= 512;

/// Some columns of taps that lie `step` apart, copied to `packed`, where they lie Panel apart.
template <std::size_t Panel, class Scalar>
INLAY_INLINE TapBlock<Scalar> copied_together(const Scalar* from, std::size_t step,
                                              std::size_t taps, std::size_t columns,
                                              Scalar* packed) {
    for (std::size_t t = 0; t < taps; ++t)
        copy_row<false>(from + t * step, packed + t * Panel, columns);
    return {packed, Panel};
}

/// y[n][o] = finish(start + sum_t x[n][t] b[t][o])        x: [count][Taps], o < Columns
///
/// The sums wait in y while a block of taps, which stays in L1, meets all rows; block_at(columns,
/// o, t, taps) gives that of `columns` columns from o on and `taps` taps from t on.
template <std::size_t Taps, std::size_t Columns, class Scalar, class BlockAt, class Start,
          class Finish>
INLAY_INLINE void product_by_blocks(const Scalar* x, std::size_t count, BlockAt&& block_at,
                                    Start&& start, Finish&& finish) {
    constexpr Tile tile = row_tile<Scalar>(Columns);
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes, block = block_of_taps<Taps>;
    for_each_panel<Scalar, Columns, tile.vectors>(
        [&](auto columns, std::size_t o) INLAY_INLINE_LAMBDA {
            for (std::size_t first = 0; first < Taps; first += block) {
                const std::size_t taps = Taps - first < block ? Taps - first : block;
                const auto [b, step] = block_at(columns, o, first, taps);
                for_each_block<tile.rows>(count, [&](auto rows, std::size_t n) INLAY_INLINE_LAMBDA {
                    const Factors<Scalar> factors{.a = x + n * Taps + first,
                                                  .b = b,
                                                  .runs = 1,
                                                  .taps = taps,
                                                  .a_run = 0,
                                                  .a_tap = 1,
                                                  .a_row = Taps,
                                                  .b_run = 0,
                                                  .b_tap = step};
                    contract_tile<rows, columns>(
                        factors,
                        [&](std::size_t i, std::size_t v, int some) INLAY_INLINE_LAMBDA {
                            return start(n + i, o + v * lanes, first == 0, some);
                        },
                        [&](std::size_t i, std::size_t v, int some, auto sum) INLAY_INLINE_LAMBDA {
                            finish(n + i, o + v * lanes, first + block >= Taps, some, sum);
                        });
                });
            }
        });
}

/// y[n][o] = f(b[o] + sum_i x[n][i] w[i][o])      x: [count][In]  w: [In][Out]  y: [count][Out]
///
/// for the outputs o in [first, first + Columns), with `bias` possibly null. Wide layers copy a
/// block of taps together first, since they lie far apart.
template <std::size_t In, std::size_t Out, std::size_t Columns, class Activation, class Scalar>
INLAY_NOINLINE void dense(const Scalar* x, const Scalar* weights, const Scalar* bias, Scalar* y,
                          std::size_t count) {
    if (count == 1) return dense_row<In, Out, Columns, Activation>(x, weights, bias, y);
    constexpr std::size_t panel = row_tile<Scalar>(Columns).vectors * simd::Pack<Scalar>::lanes;
    constexpr bool wide = is_wide<Out, Scalar>;
    [[maybe_unused]] Scalar packed[wide ? block_of_taps<In> * panel : 1];
    product_by_blocks<In, Columns>(
        x, count,
        [&](auto columns, std::size_t o, std::size_t first, std::size_t taps) INLAY_INLINE_LAMBDA {
            const Scalar* const from = weights + first * Out + o;
            if (!wide || count < 16) return TapBlock<Scalar>{from, Out};
            return copied_together<panel>(from, Out, taps, columns, packed);
        },
        [&](std::size_t n, std::size_t o, bool first, int some) INLAY_INLINE_LAMBDA {
            if (!first) return simd::load_some(y + n * Out + o, some);
            return bias ? simd::load_some(bias + o, some) : simd::zero<Scalar>();
        },
        [&](std::size_t n, std::size_t o, bool last, int some, auto sum) INLAY_INLINE_LAMBDA {
            simd::store_some(y + n * Out + o, last ? Activation::value(sum) : sum, some);
        });
}

/// dw[i][o] (+)= sum_n x[n][i] dy[n][o]           the sum of places.hpp, rows i in [0, Rows)
///
/// for batches so large that the sums of their blocks would be a long chain themselves.
template <std::size_t In, std::size_t Out, std::size_t Rows, bool accumulate, class Scalar>
INLAY_NOINLINE void dense_weight_gradient_of_many(const Scalar* x, const Scalar* dy,
                                                  Scalar* gradient, std::size_t count) {
    constexpr Tile tile = dense_tile<Scalar>(Rows, Out);
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    for_each_panel<Scalar, Out, tile.vectors>([&](auto columns, std::size_t o) INLAY_INLINE_LAMBDA {
        for_each_block<Rows, tile.rows>([&](auto rows, std::size_t i) INLAY_INLINE_LAMBDA {
            const Factors<Scalar> factors{.a = x + i,
                                          .b = dy + o,
                                          .runs = 0,
                                          .taps = 0,
                                          .a_run = 0,
                                          .a_tap = In,
                                          .a_row = 1,
                                          .b_run = 0,
                                          .b_tap = Out};
            contract_places<rows, columns, any_number_of_rows>(
                factors, {1, count},
                [&](std::size_t row, std::size_t v, int some, auto sum) INLAY_INLINE_LAMBDA {
                    Scalar* const at = gradient + (i + row) * Out + o + v * lanes;
                    if (accumulate) sum = simd::add(simd::load_some(at, some), sum);
                    simd::store_some(at, sum, some);
                });
        });
    });
}

/// dw[i][o] (+)= sum_n x[n][i] dy[n][o]           chains over 128 examples, rows i in [0, Rows)
///
/// `In` is the distance from example to example in x. The sums wait in dw while a block of
/// examples, copied together from where they lie far apart, meets all rows.
template <std::size_t In, std::size_t Out, std::size_t Rows, bool accumulate, class Scalar>
INLAY_NOINLINE void dense_weight_gradient(const Scalar* x, const Scalar* dy, Scalar* gradient,
                                          std::size_t count) {
    constexpr Tile tile = dense_tile<Scalar>(Rows, Out);
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes, panel = tile.vectors * lanes;
    constexpr std::size_t block = 2 * chain_length;
    if (count > chain_length * block)
        return dense_weight_gradient_of_many<In, Out, Rows, accumulate>(x, dy, gradient, count);
    constexpr bool wide = is_wide<Out, Scalar>;
    [[maybe_unused]] Scalar packed[wide ? block * panel : 1];
    for (std::size_t first = 0; first < count; first += block) {
        const std::size_t taps = count - first < block ? count - first : block;
        for_each_panel<Scalar, Out, tile.vectors>([&](auto columns,
                                                      std::size_t o) INLAY_INLINE_LAMBDA {
            TapBlock<Scalar> from{dy + first * Out + o, Out};
            if (wide) from = copied_together<panel>(from.begin, Out, taps, columns, packed);
            for_each_block<Rows, tile.rows>([&](auto rows, std::size_t i) INLAY_INLINE_LAMBDA {
                const Factors<Scalar> factors{.a = x + first * In + i,
                                              .b = from.begin,
                                              .runs = 1,
                                              .taps = taps,
                                              .a_run = 0,
                                              .a_tap = In,
                                              .a_row = 1,
                                              .b_run = 0,
                                              .b_tap = from.step};
                const auto at = [&](std::size_t row, std::size_t v) INLAY_INLINE_LAMBDA {
                    return gradient + (i + row) * Out + o + v * lanes;
                };
                contract_tile<rows, columns>(
                    factors,
                    [](std::size_t, std::size_t, int)
                        INLAY_INLINE_LAMBDA { return simd::zero<Scalar>(); },
                    // All loads before the first store, whose line they share.
                    [&](std::size_t row, std::size_t v, int some, auto sum) INLAY_INLINE_LAMBDA {
                        return accumulate || first != 0
                                   ? simd::add(simd::load_some(at(row, v), some), sum)
                                   : sum;
                    },
                    [&](std::size_t row, std::size_t v, int some, auto sum)
                        INLAY_INLINE_LAMBDA { simd::store_some(at(row, v), sum, some); });
            });
        });
    }
}

/// dx[n][i] (+)= sum_o dy[n][o] w[i][o]           a chain over o; `transposed` is w as [Out][In]
template <std::size_t In, std::size_t Out, bool accumulate, class Scalar>
INLAY_NOINLINE void dense_input_gradient(const Scalar* dy, const Scalar* transposed, Scalar* dx,
                                         std::size_t count) {
    constexpr Tile tile = row_tile<Scalar>(In);
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    for_each_panel<Scalar, In, tile.vectors>([&](auto columns, std::size_t i) INLAY_INLINE_LAMBDA {
        for_each_block<tile.rows>(count, [&](auto rows, std::size_t n) INLAY_INLINE_LAMBDA {
            const Factors<Scalar> factors{.a = dy + n * Out,
                                          .b = transposed + i,
                                          .runs = 1,
                                          .taps = Out,
                                          .a_run = 0,
                                          .a_tap = 1,
                                          .a_row = Out,
                                          .b_run = 0,
                                          .b_tap = In};
            const auto at = [&](std::size_t row, std::size_t v)
                                INLAY_INLINE_LAMBDA { return dx + (n + row) * In + i + v * lanes; };
            contract_tile<rows, columns>(
                factors,
                [&](std::size_t row, std::size_t v, int some) INLAY_INLINE_LAMBDA {
                    return accumulate ? simd::load_some(at(row, v), some) : simd::zero<Scalar>();
                },
                [&](std::size_t row, std::size_t v, int some, auto sum)
                    INLAY_INLINE_LAMBDA { simd::store_some(at(row, v), sum, some); });
        });
    });
}

/// to[t Step + i] = from[i pitch + t]             i < rows (and up to four more), t < taps
template <std::size_t Step, class Scalar>
INLAY_INLINE void transpose(const Scalar* from, std::size_t pitch, Scalar* to, std::size_t rows,
                            std::size_t taps) {
    constexpr std::size_t together = simd::Pack<Scalar>::lanes == 1 ? 1 : 4;
    for (std::size_t i = 0; i < rows; i += together) {
        const auto row = [&](std::size_t k) INLAY_INLINE_LAMBDA {
            return from + (i + k < rows ? i + k : i) * pitch;
        };
        if constexpr (together == 1)
            for (std::size_t t = 0; t < taps; ++t) to[t * Step + i] = row(0)[t];
        else
            simd::for_each_pack<Scalar>(taps, [&](std::size_t t, int some) INLAY_INLINE_LAMBDA {
                simd::store_quads<Step>(to + t * Step + i, simd::load_some(row(0) + t, some),
                                        simd::load_some(row(1) + t, some),
                                        simd::load_some(row(2) + t, some),
                                        simd::load_some(row(3) + t, some));
            });
    }
}

/// dx[n][i] (+)= sum_o dy[n][o] w[i][o]           rows i in [0, Rows) of w: [Rows][Out]
///
/// a chain over o. `In` is the distance from example to example in dx. The weights are transposed
/// block by block: wide layers need no copy of them all.
template <std::size_t In, std::size_t Out, std::size_t Rows, bool accumulate, class Scalar>
INLAY_NOINLINE void dense_input_gradient_of_rows(const Scalar* dy, const Scalar* weights,
                                                 Scalar* dx, std::size_t count) {
    constexpr std::size_t panel = row_tile<Scalar>(Rows).vectors * simd::Pack<Scalar>::lanes;
    Scalar packed[divided_up(block_of_taps<Out>, 16) * 16 * panel];
    product_by_blocks<Out, Rows>(
        dy, count,
        [&](auto columns, std::size_t i, std::size_t first, std::size_t taps) INLAY_INLINE_LAMBDA {
            transpose<panel>(weights + i * Out + first, Out, packed, columns, taps);
            return TapBlock<Scalar>{packed, panel};
        },
        [&](std::size_t n, std::size_t i, bool first, int some) INLAY_INLINE_LAMBDA {
            return accumulate || !first ? simd::load_some(dx + n * In + i, some)
                                        : simd::zero<Scalar>();
        },
        [&](std::size_t n, std::size_t i, bool, int some, auto sum)
            INLAY_INLINE_LAMBDA { simd::store_some(dx + n * In + i, sum, some); });
}

/// db[o] (+)= sum_k dy[k][o]                      the sum of places.hpp
template <bool accumulate, class Scalar>
INLAY_NOINLINE void sum_rows(const Scalar* dy, Scalar* gradient, std::size_t rows,
                             std::size_t channels) {
    simd::for_each_pack<Scalar>(channels, [&](std::size_t o, int lanes) INLAY_INLINE_LAMBDA {
        auto sum = sum_places<Scalar, any_number_of_rows>(
            {1, rows}, [&](auto chain, std::size_t, std::size_t k) INLAY_INLINE_LAMBDA {
                return simd::add(chain, simd::load_some(dy + k * channels + o, lanes));
            });
        if (accumulate) sum = simd::add(simd::load_some(gradient + o, lanes), sum);
        simd::store_some(gradient + o, sum, lanes);
    });
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_DENSE_HPP

// <inlay/kernel/dense_narrow.hpp>
#ifndef INLAY_KERNEL_DENSE_NARROW_HPP
#define INLAY_KERNEL_DENSE_NARROW_HPP
// Dense layers of few outputs, such as classifiers, where one chain of sums would wait for itself.

namespace inlay::INLAY_ABI::kernel {

/// Whether the sums of a layer are cut into segments: a function of the shape alone.
constexpr bool is_narrow(std::size_t in, std::size_t out) { return out <= 16 && in >= 32; }

/// The taps of a narrow layer, cut into eight segments; the last one also takes what remains.
template <std::size_t In>
struct Segments {
    static constexpr std::size_t count = 8, length = In / count;

    static constexpr std::size_t taps(std::size_t s) {
        return s + 1 < count ? length : In - s * length;
    }
};

/// The sum of the segments' sums, in pairs at distance 4, 2 and 1, under an activation.
template <class Activation, class Scalar, std::size_t Vectors>
INLAY_INLINE void store_segments(simd::Pack<Scalar> (&sum)[8][Vectors], Scalar* y,
                                 std::size_t columns) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
#pragma GCC unroll 16
    for (std::size_t v = 0; v < Vectors; ++v) {
#pragma GCC unroll 3
        for (std::size_t distance = 4; distance != 0; distance /= 2)
#pragma GCC unroll 4
            for (std::size_t s = 0; s < distance; ++s)
                sum[s][v] = simd::add(sum[s][v], sum[s + distance][v]);
        const std::size_t left = columns - v * lanes;
        simd::store_some(y + v * lanes, Activation::value(sum[0][v]),
                         static_cast<int>(left < lanes ? left : lanes));
    }
}

/// y[o] = f(b[o] + sum_s sum_t x[s][t] w[s][t][o])       one example: segments side by side
template <std::size_t In, std::size_t Out, class Activation, class Scalar>
INLAY_NOINLINE void dense_narrow_row(const Scalar* x, const Scalar* weights, const Scalar* bias,
                                     Scalar* y) {
    using Pack = simd::Pack<Scalar>;
    constexpr std::size_t lanes = Pack::lanes, vectors = divided_up(Out, lanes);
    constexpr std::size_t count = Segments<In>::count, length = Segments<In>::length;
    constexpr std::size_t together = vectors < 8 ? 8 / vectors : 1;
    static_assert(count % together == 0, "segments come in whole groups");
    constexpr auto width = [](std::size_t v) {
        return static_cast<int>(Out - v * lanes < lanes ? Out - v * lanes : lanes);
    };
    // Whole registers, though their last lanes belong to the next tap: nobody looks at those. Only
    // the last taps have none behind them.
    constexpr std::size_t behind = divided_up(vectors * lanes, Out);
    constexpr std::size_t safe = length < behind ? 0 : length - behind;
    Pack total[count][vectors];
    for (std::size_t group = 0; group < count; group += together) {
        Pack sum[together][vectors];
#pragma GCC unroll 8
        for (std::size_t s = 0; s < together; ++s)
#pragma GCC unroll 8
            for (std::size_t v = 0; v < vectors; ++v)
                sum[s][v] = group + s == 0 && bias ? simd::load_some(bias + v * lanes, width(v))
                                                   : simd::zero<Scalar>();
        for (std::size_t t = 0; t < safe; ++t) {
#pragma GCC unroll 8
            for (std::size_t s = 0; s < together; ++s) {
                const std::size_t tap = (group + s) * length + t;
                const auto row = simd::broadcast(x[tap]);
#pragma GCC unroll 8
                for (std::size_t v = 0; v < vectors; ++v)
                    sum[s][v] =
                        simd::fma(row, simd::load(weights + tap * Out + v * lanes), sum[s][v]);
            }
        }
#pragma GCC unroll 8
        for (std::size_t s = 0; s < together; ++s) {
            for (std::size_t t = safe; t < Segments<In>::taps(group + s); ++t) {
                const std::size_t tap = (group + s) * length + t;
                const auto row = simd::broadcast(x[tap]);
#pragma GCC unroll 8
                for (std::size_t v = 0; v < vectors; ++v)
                    sum[s][v] = simd::fma(
                        row, simd::load_some(weights + tap * Out + v * lanes, width(v)), sum[s][v]);
            }
#pragma GCC unroll 8
            for (std::size_t v = 0; v < vectors; ++v) total[group + s][v] = sum[s][v];
        }
    }
    store_segments<Activation>(total, y, Out);
}

/// y[n][o] = f(b[o] + sum_s sum_t x[n][s][t] w[s][t][o])
///
/// where s counts segments of taps: a chain within each, and their sums by a fixed tree, for any
/// number of examples.
template <std::size_t In, std::size_t Out, class Activation, class Scalar>
INLAY_NOINLINE void dense_narrow(const Scalar* x, const Scalar* weights, const Scalar* bias,
                                 Scalar* y, std::size_t count) {
    using Pack = simd::Pack<Scalar>;
    constexpr std::size_t lanes = Pack::lanes, vectors = divided_up(Out, lanes);
    constexpr Tile tile = choose_tile<Scalar>(8, Out);
    constexpr std::size_t rows = vectors > tile.vectors ? 1 : tile.rows;
    std::size_t n = 0;
    if constexpr (rows > 1) {
        for (; n + rows <= count; n += rows) {
            Pack sum[rows][Segments<In>::count][vectors];
            for (std::size_t s = 0; s < Segments<In>::count; ++s) {
                const Factors<Scalar> factors{.a = x + n * In + s * Segments<In>::length,
                                              .b = weights + s * Segments<In>::length * Out,
                                              .runs = 1,
                                              .taps = Segments<In>::taps(s),
                                              .a_run = 0,
                                              .a_tap = 1,
                                              .a_row = In,
                                              .b_run = 0,
                                              .b_tap = Out};
                contract_tile<rows, Out>(
                    factors,
                    [&](std::size_t, std::size_t v, int some) INLAY_INLINE_LAMBDA {
                        return s == 0 && bias ? simd::load_some(bias + v * lanes, some)
                                              : simd::zero<Scalar>();
                    },
                    [&](std::size_t i, std::size_t v, int, auto total)
                        INLAY_INLINE_LAMBDA { sum[i][s][v] = total; });
            }
            for (std::size_t i = 0; i < rows; ++i)
                store_segments<Activation>(sum[i], y + (n + i) * Out, Out);
        }
    }
    for (; n < count; ++n)
        dense_narrow_row<In, Out, Activation>(x + n * In, weights, bias, y + n * Out);
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_DENSE_NARROW_HPP

// <inlay/layer/dense.hpp>
#ifndef INLAY_LAYER_DENSE_HPP
#define INLAY_LAYER_DENSE_HPP
namespace inlay::INLAY_ABI {

/// y[o] = f(b[o] + sum_i x[i] w[i][o]) on the last axis: (features) -> (Units), or
/// (height, width, channels) -> (height, width, Units). Options: an activation, NoBias, KernelInit.
template <int Units, class... Given>
struct Dense : LayerDefaults {
    using Options = option::Options<Given...>;
    using Activate = typename Options::template get<"activation", Linear>;
    using Initializer = typename Options::template get<"kernel initializer",
                                                       KernelInit<GlorotUniform>>::initializer;

    static constexpr std::string_view title = "Dense", name = "dense";
    static constexpr Role role = Role::linear;
    static constexpr bool takes_activation = true;
    static constexpr bool backward_reads_input = true;
    static constexpr bool has_bias = !Options::has("bias");
    static constexpr auto units = static_cast<std::size_t>(Units);

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"activation", "bias", "kernel initializer"}).view();
        if (Units < 1) {
            complaint.needs << "has " << Units << " units but needs one at least";
            complaint.remedy << "write Dense<10>, with the number of outputs";
        } else if (in.rank() < 1) {
            complaint.needs << "needs a last axis of features";
            complaint.remedy << "give the network an input such as Input<784>";
        }
        return complaint.raised() ? in : in.with_last(units);
    }

    /// A vector is read and written as it lies; the cells of other inputs may lie anywhere.
    static constexpr bool views(const Shape& in) { return in.rank() > 1; }
    static constexpr Masks masks = Masks::pass;

    static constexpr WeightSpecs weights(const Shape& in) {
        WeightSpecs specs;
        specs.add({"kernel", {in.last(), units}, Initializer::fill, in.last(), units});
        if (has_bias) specs.add({"bias", Shape{units}, Zeros::fill});
        return specs;
    }

    static constexpr std::uint64_t multiply_adds(const Shape& in) {
        return std::uint64_t{in.size()} * units;
    }

    /// From 64 Ki weights on, one gradient serves the whole batch and is shared out by its rows.
    static constexpr bool shared(const Shape& in) {
        return in.rank() == 1 && in.last() * units >= 64 * 1024;
    }

    /// The transposed kernel, for the input gradient; wide layers do without.
    static constexpr std::size_t backward_copy_count(const Shape& in, Algorithm) {
        return shared(in) ? 0 : in.last() * units;
    }

    template <Algorithm, class Scalar>
    static void copy_for_backward(const Shape& in, const Scalar* weights, Scalar* copy) {
        kernel::transpose_taps(weights, copy, 1, in.last(), units, units);
    }

    /// The layer as a convolution of one cell, for inputs of more cells than one. The images of a
    /// volume are one image of all rows where these lie evenly.
    static constexpr kernel::Convolution per_cell(const Binding& b) {
        const auto even = [](const Map& m) { return m.plane() == m.height() * m.pitch(); };
        const bool one_image = b.in.depth() == 1 || (even(b.in) && even(b.out));
        kernel::Convolution c{.height = one_image ? b.out.rows() : b.out.height(),
                              .width = b.out.width(),
                              .channels = units,
                              .kernel_height = 1,
                              .kernel_width = 1,
                              .in_channels = b.in.channels(),
                              .in_start = b.in.origin(),
                              .in_pitch = b.in.pitch(),
                              .in_size = b.in.size(),
                              .out_start = b.out.origin(),
                              .out_pitch = b.out.pitch(),
                              .out_size = b.out.size()};
        if (b.in.pixel() != c.in_channels) c.in_cell = b.in.pixel();
        if (b.out.pixel() != c.channels) c.out_cell = b.out.pixel();
        if (one_image) return c;
        c.depth = b.out.depth();
        c.in_plane = b.in.plane();
        c.out_plane = b.out.plane();
        return c;
    }

    static constexpr bool is_vector(const Binding& b) {
        return b.in.cells() == 1 && b.in.dense() && b.out.dense();
    }

    /// y[o] = f(b[o] + sum_i x[i] w[i][o])
    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr std::size_t in = binding.in.channels();
        const Scalar* bias = binding.bias ? pass.weights + in * units : nullptr;
        if constexpr (is_vector(binding) && kernel::is_narrow(in, units))
            kernel::dense_narrow<in, units, Epilogue>(pass.x, pass.weights, bias, pass.y,
                                                      pass.count);
        else if constexpr (is_vector(binding))
            kernel::dense<in, units, units, Epilogue>(pass.x, pass.weights, bias, pass.y,
                                                      pass.count);
        else
            kernel::convolve<per_cell(binding), Epilogue>(pass.x, pass.weights, bias, pass.y,
                                                          pass.count);
    }

    /// dw[i][o] += x[i] dy[o]      db[o] += dy[o]      dx[i] = sum_o dy[o] w[i][o]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr std::size_t in = binding.in.channels();
        if constexpr (is_vector(binding)) {
            if constexpr (!binding.frozen)
                kernel::dense_weight_gradient<in, units, in, true>(pass.x, pass.dy, pass.gradient,
                                                                   pass.count);
            if constexpr (has_bias && !binding.frozen)
                kernel::sum_rows<true>(pass.dy, pass.gradient + in * units, pass.count, units);
            if constexpr (binding.input_gradient && shared(Shape{in}))
                kernel::dense_input_gradient_of_rows<in, units, in, binding.accumulate>(
                    pass.dy, pass.weights, pass.dx, pass.count);
            else if constexpr (binding.input_gradient)
                kernel::dense_input_gradient<in, units, binding.accumulate>(pass.dy, pass.copy,
                                                                            pass.dx, pass.count);
        } else {
            kernel::convolve_backward<per_cell(binding), has_bias, binding.input_gradient,
                                      binding.accumulate>(pass.x, pass.dy, pass.copy, pass.dx,
                                                          pass.gradient, pass.count);
        }
    }

    /// Room for the gradient of the largest part, which a shared layer's backward pass makes.
    static constexpr std::size_t scratch_count(const Shape& in, Algorithm, bool training,
                                               std::size_t) {
        const std::size_t rows = in.last() < part_rows ? in.last() : part_rows;
        return training && shared(in) ? (rows + has_bias) * units : 0;
    }

    /// Into how many parts, by rows of the weights, a shared layer's backward pass is cut. A part's
    /// weights end where the next part's begin; the last part has the bias too.
    static constexpr std::size_t parts(std::size_t features) {
        return kernel::divided_up(features, part_rows);
    }
    static constexpr std::size_t part_rows = 96;
    static constexpr std::size_t part_begin(std::size_t part) { return part * part_rows * units; }

    /// The columns of a shared layer's forward pass are cut likewise.
    static constexpr std::size_t part_columns = 96;
    static constexpr std::size_t forward_parts = kernel::divided_up(units, part_columns);

    /// One part of y for the whole batch.
    template <Binding binding, class Epilogue, class Scalar>
    static void forward_part(const Forward<Scalar>& pass, std::size_t part) {
        constexpr std::size_t in = binding.in.channels();
        const std::size_t first = part * part_columns;
        const Scalar* bias = binding.bias ? pass.weights + in * units + first : nullptr;
        kernel::for_part<units, part_columns>(part, [&](auto columns) INLAY_INLINE_LAMBDA {
            kernel::dense<in, units, columns, Epilogue>(pass.x, pass.weights + first, bias,
                                                        pass.y + first, pass.count);
        });
    }

    /// One part of dw, assigned from where `gradient` begins, and of dx, for the whole batch;
    /// the last part also makes db.
    template <Binding binding, class Scalar>
    static void backward_part(const Backward<Scalar>& pass, std::size_t part) {
        constexpr std::size_t in = binding.in.channels();
        const std::size_t first = part * part_rows;
        kernel::for_part<in, part_rows>(part, [&](auto rows) INLAY_INLINE_LAMBDA {
            if constexpr (!binding.frozen)
                kernel::dense_weight_gradient<in, units, rows, false>(pass.x + first, pass.dy,
                                                                      pass.gradient, pass.count);
            if constexpr (binding.input_gradient)
                kernel::dense_input_gradient_of_rows<in, units, rows, binding.accumulate>(
                    pass.dy, pass.weights + first * units, pass.dx + first, pass.count);
        });
        if (has_bias && !binding.frozen && first + part_rows >= in)
            kernel::sum_rows<false>(pass.dy, pass.gradient + (in - first) * units, pass.count,
                                    units);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Dense;
}  // namespace inlay
#endif  // INLAY_LAYER_DENSE_HPP

// <inlay/kernel/drop.hpp>
#ifndef INLAY_KERNEL_DROP_HPP
#define INLAY_KERNEL_DROP_HPP
// Dropout: a random mask that is a function of its place and is never stored.

namespace inlay::INLAY_ABI::kernel {

/// What a mask depends on beside the element's number.
struct DropKey {
    std::uint64_t seed, step;
    std::uint32_t layer;
    std::size_t first;  ///< the place in the batch of the first example
};

/// y[k] (+)= kept(k) x[k] / (1 - rate), where kept(k) is a 32-bit random number >= rate 2^32
///
/// Element k of an example has word k % 64 / 16 of the stream's block k / 64 * 16 + k % 16.
template <Map in, Map out, bool accumulate, class Scalar>
INLAY_NOINLINE void drop(const Scalar* x, Scalar* y, std::size_t count, double rate, DropKey key) {
    constexpr std::size_t rows = in.cells(), group = 64;
    const randomness::Stream stream(key.seed, randomness::Purpose::dropout,
                                    key.step << 16 | key.layer);
    const auto threshold = static_cast<std::uint32_t>(rate * 4294967296.0);
    const auto scale = static_cast<Scalar>(1 / (1 - rate));
    Scalar factors[group];
    std::uint64_t drawn = ~std::uint64_t{0};  // the group that `factors` belongs to
    std::size_t row = 0;                      // over all examples
    for_each_row<in, out>(count, [&](std::size_t from, std::size_t to) INLAY_INLINE_LAMBDA {
        const std::uint64_t example = key.first + row / rows;
        const std::size_t start = row % rows * in.channels();  // number of the row's first element
        for (std::size_t c = 0; c < in.channels();) {
            const std::uint64_t wanted = example << 28 | (start + c) / group;
            if (wanted != drawn) {
                drawn = wanted;
                const randomness::Counters16 words = stream.blocks16(wanted);
                for (std::size_t w = 0; w < 4; ++w)
                    for (std::size_t l = 0; l < 16; ++l)
                        factors[16 * w + l] = words.word[w][l] >= threshold ? scale : Scalar{0};
            }
            const std::size_t place = (start + c) % group, left = in.channels() - c;
            const std::size_t some = group - place < left ? group - place : left;
            simd::for_each_pack<Scalar>(some, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                const auto zero = simd::zero<Scalar>();
                const auto factor = simd::load_some(factors + place + k, lanes);
                const auto scaled = simd::mul(simd::load_some(x + from + c + k, lanes), factor);
                auto value = simd::select(simd::equal(factor, zero), zero, scaled);
                if constexpr (accumulate)
                    value = simd::add(simd::load_some(y + to + c + k, lanes), value);
                simd::store_some(y + to + c + k, value, lanes);
            });
            c += some;
        }
        ++row;
    });
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_DROP_HPP

// <inlay/layer/copying.hpp>
#ifndef INLAY_LAYER_COPYING_HPP
#define INLAY_LAYER_COPYING_HPP
// Layers that hand their elements on unchanged. Programs drop them; where a border of zeros or the
// edge of the network stands in the way, they copy.

namespace inlay::INLAY_ABI {

/// y = x, element by element in row order.
struct Copying : LayerDefaults {
    static constexpr bool views(const Shape&) { return true; }

    /// y[k] = x[k]
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::copy<binding.in, binding.out, false>(pass.x, pass.y, pass.count);
    }

    /// dx[k] (+)= dy[k]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::copy<binding.out, binding.in, binding.accumulate>(pass.dy, pass.dx, pass.count);
    }
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_LAYER_COPYING_HPP

// <inlay/layer/dropout.hpp>
#ifndef INLAY_LAYER_DROPOUT_HPP
#define INLAY_LAYER_DROPOUT_HPP
namespace inlay::INLAY_ABI {

/// Zeroes each element with probability Rate in training and scales the others by 1 / (1 - Rate);
/// outside of training it does nothing. Rate lies in [0, 1).
template <Number Rate>
struct Dropout : Copying {
    static constexpr std::string_view title = "Dropout", name = "dropout";
    static constexpr Role role = Role::training_only;
    static constexpr Masks masks = Masks::pass;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        if (!(Rate.value >= 0 && Rate.value < 1)) {
            complaint.needs << "needs a rate from 0 to below 1, the share of elements to drop";
            complaint.remedy << "write a share such as Dropout<0.5>";
        }
        return in;
    }

    /// y[k] = kept(k) x[k] / (1 - Rate), kept by a random number of (seed, step, layer, example, k)
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::drop<binding.in, binding.out, false>(pass.x, pass.y, pass.count, Rate.value,
                                                     key(pass.moment, binding));
    }

    /// dx[k] (+)= kept(k) dy[k] / (1 - Rate)
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::drop<binding.out, binding.in, binding.accumulate>(
            pass.dy, pass.dx, pass.count, Rate.value, key(pass.moment, binding));
    }

private:
    static constexpr kernel::DropKey key(const Moment& moment, const Binding& binding) {
        return {moment.seed, moment.step, binding.layer, moment.first};
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Dropout;
}  // namespace inlay
#endif  // INLAY_LAYER_DROPOUT_HPP

// <inlay/layer/embedding.hpp>
#ifndef INLAY_LAYER_EMBEDDING_HPP
#define INLAY_LAYER_EMBEDDING_HPP
namespace inlay::INLAY_ABI {

/// A vector of Size weights for each whole number: (steps) -> (steps, Size). The input holds
/// numbers from 0 to Words - 1; another one gives a vector of NaN. Options: MaskZero.
template <int Words, int Size, class... Given>
struct Embedding : LayerDefaults {
    using Options = option::Options<Given...>;

    static constexpr std::string_view title = "Embedding", name = "embedding";
    static constexpr bool backward_reads_input = true;
    static constexpr bool masks_zero = Options::has("mask zero");
    static constexpr Masks masks = masks_zero ? Masks::make : Masks::stop;
    static constexpr auto words = static_cast<std::size_t>(Words);
    static constexpr auto size = static_cast<std::size_t>(Size);

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"mask zero"}).view();
        if (Words < 1 || Size < 1) {
            complaint.needs << "has " << Words << " words of " << Size << " numbers but each needs "
                            << "to be one at least";
            complaint.remedy << "write Embedding<1000, 64>";
        } else if (Words > 1 << 24) {
            complaint.needs << "has " << Words << " words, more than floats can tell apart";
            complaint.remedy << "use at most 16777216";
        } else if (in.rank() > 3) {
            complaint.needs << "needs whole numbers along three axes at most";
            complaint.remedy << "give the network an input such as Input<100>";
        } else if (masks_zero && in.rank() != 1) {
            complaint.needs << "makes a mask of a row of whole numbers alone";
            complaint.remedy << "leave MaskZero out";
        }
        Shape out = in;
        out.extents[out.count++] = size;
        return complaint.raised() ? in : out;
    }

    static constexpr WeightSpecs weights(const Shape&) {
        return WeightSpecs{}.add(
            {.name = "embeddings", .shape = {words, size}, .fill = SmallUniform::fill});
    }

    /// y[q] = w[x[q]]                                 for the numbers q in row order
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        for_each_number<binding>(
            pass.count, [&](std::size_t n, std::size_t q, std::size_t from, std::size_t at) {
                const Scalar word = pass.x[from];
                Scalar* const to = pass.y + at;
                if (is_word(word))
                    kernel::copy_row<false>(pass.weights + static_cast<std::size_t>(word) * size,
                                            to, size);
                else
                    for (std::size_t c = 0; c < size; ++c)
                        to[c] = static_cast<Scalar>(__builtin_nan(""));
                if constexpr (masks_zero)
                    pass.new_mask[n * binding.in.elements() + q] = static_cast<Scalar>(word != 0);
            });
    }

    /// dw[x[q]] += dy[q]      in the order of examples and numbers; dx = 0
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        for_each_number<binding>(
            pass.count, [&](std::size_t, std::size_t, std::size_t from, std::size_t at) {
                const Scalar word = pass.x[from];
                if (is_word(word))
                    kernel::copy_row<true>(
                        pass.dy + at, pass.gradient + static_cast<std::size_t>(word) * size, size);
            });
        if constexpr (binding.input_gradient && !binding.accumulate)
            for (std::size_t k = 0; k < pass.count * binding.in.size(); ++k) pass.dx[k] = 0;
    }

private:
    /// Calls body(n, q, from, to) for number q of example n: where it lies, and its vector.
    template <Binding binding, class Body>
    static void for_each_number(std::size_t count, Body&& body) {
        constexpr Map in = binding.in, out = binding.out;
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t q = 0; q < in.elements(); ++q) {
                const std::size_t cell = q / in.channels();
                body(n, q,
                     n * in.size() + in.row(cell / in.width()) + cell % in.width() * in.pixel() +
                         q % in.channels(),
                     n * out.size() + out.row(q / out.width()) + q % out.width() * out.pixel());
            }
    }

    /// Uniform within 0.05, as in Keras.
    struct SmallUniform {
        static void fill(std::span<float> out, double, double, const randomness::Stream& stream) {
            randomness::fill_uniform(out, 0.05, stream);
        }
    };

    template <class Scalar>
    static bool is_word(Scalar word) {
        return word >= 0 && word < static_cast<Scalar>(words);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Embedding;
}  // namespace inlay
#endif  // INLAY_LAYER_EMBEDDING_HPP

// <inlay/layer/flatten.hpp>
#ifndef INLAY_LAYER_FLATTEN_HPP
#define INLAY_LAYER_FLATTEN_HPP
namespace inlay::INLAY_ABI {

/// The elements in row order as one vector: (height, width, channels) -> (height width channels).
struct Flatten : Copying {
    static constexpr std::string_view title = "Flatten", name = "flatten";
    static constexpr Role role = Role::shape_only;

    static constexpr Shape output(const Shape& in, Complaint&) { return Shape{in.size()}; }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Flatten;
}  // namespace inlay
#endif  // INLAY_LAYER_FLATTEN_HPP

// <inlay/kernel/masked_mean.hpp>
#ifndef INLAY_KERNEL_MASKED_MEAN_HPP
#define INLAY_KERNEL_MASKED_MEAN_HPP
// The mean over the steps of a sequence that a mask leaves.

namespace inlay::INLAY_ABI::kernel {

/// 1 / the number of steps whose mask is not 0; infinity where there is none, as in Keras.
template <class Scalar>
INLAY_INLINE Scalar share_of_steps(const Scalar* mask, std::size_t steps) {
    std::size_t left = 0;
    for (std::size_t q = 0; q < steps; ++q) left += mask[q] != 0;
    return Scalar{1} / static_cast<Scalar>(left);
}

/// y[c] = sum_q m[q] x[q][c] / sum_q m[q]               m: [steps], 0 or 1
template <Map in, Map out, class Scalar>
INLAY_NOINLINE void masked_mean(const Scalar* x, const Scalar* mask, Scalar* y, std::size_t count) {
    constexpr Chains steps{1, in.width()};
    for (std::size_t n = 0; n < count; ++n, x += in.size(), y += out.size(), mask += in.width()) {
        const auto share = simd::broadcast(share_of_steps(mask, in.width()));
        simd::for_each_pack<Scalar>(
            in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                const auto sum = sum_places<Scalar, steps>(
                    steps, [&](auto chain, std::size_t, std::size_t q) INLAY_INLINE_LAMBDA {
                        if (mask[q] == 0) return chain;
                        return simd::add(
                            chain, simd::load_some(x + in.origin() + q * in.pixel() + c, lanes));
                    });
                simd::store_some(y + out.origin() + c, simd::mul(sum, share), lanes);
            });
    }
}

/// dx[q][c] (+)= m[q] dy[c] / sum_q m[q]
template <Map in, Map out, bool accumulate, class Scalar>
INLAY_NOINLINE void masked_mean_gradient(const Scalar* dy, const Scalar* mask, Scalar* dx,
                                         std::size_t count) {
    for (std::size_t n = 0; n < count; ++n, dy += out.size(), dx += in.size(), mask += in.width()) {
        if (!accumulate)
            for (std::size_t k = 0; k < in.size(); ++k) dx[k] = 0;
        const auto share = simd::broadcast(share_of_steps(mask, in.width()));
        for (std::size_t q = 0; q < in.width(); ++q) {
            if (mask[q] == 0) continue;
            Scalar* const to = dx + in.origin() + q * in.pixel();
            simd::for_each_pack<Scalar>(in.channels(), [&](std::size_t c,
                                                           int lanes) INLAY_INLINE_LAMBDA {
                const auto term = simd::mul(simd::load_some(dy + out.origin() + c, lanes), share);
                simd::store_some(to + c, simd::add(simd::load_some(to + c, lanes), term), lanes);
            });
        }
    }
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_MASKED_MEAN_HPP

// <inlay/layer/global_pooling.hpp>
#ifndef INLAY_LAYER_GLOBAL_POOLING_HPP
#define INLAY_LAYER_GLOBAL_POOLING_HPP
// The mean of each channel over all cells: what GlobalAveragePool and its kin are.

namespace inlay::INLAY_ABI {

/// The mean of each channel over Axes axes; over a sequence, that of the steps that a mask leaves.
template <int Axes>
struct GlobalAveragePooling : LayerDefaults {
    static constexpr Masks masks = Masks::read;

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        sliding::need_cells(in, Axes, complaint);
        return Shape{in.last()};
    }

    /// One window that covers the input.
    static constexpr Windows window(const Map& in) {
        return {{in.height(), in.height()}, {in.width(), in.width()}, {in.depth(), in.depth()}};
    }

    /// y[c] = sum_h sum_w x[h][w][c] / (height width)
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        if constexpr (binding.masked)
            kernel::masked_mean<binding.in, binding.out>(pass.x, pass.mask, pass.y, pass.count);
        else
            kernel::average_pool<binding.in, binding.out, window(binding.in)>(pass.x, pass.y,
                                                                              pass.count);
    }

    /// dx[h][w][c] (+)= dy[c] / (height width)
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        if constexpr (binding.masked)
            kernel::masked_mean_gradient<binding.in, binding.out, binding.accumulate>(
                pass.dy, pass.mask, pass.dx, pass.count);
        else
            kernel::average_pool_gradient<binding.in, binding.out, window(binding.in),
                                          binding.accumulate>(pass.dy, pass.dx, pass.count);
    }
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_LAYER_GLOBAL_POOLING_HPP

// <inlay/layer/global_average_pool.hpp>
#ifndef INLAY_LAYER_GLOBAL_AVERAGE_POOL_HPP
#define INLAY_LAYER_GLOBAL_AVERAGE_POOL_HPP
namespace inlay::INLAY_ABI {

/// The mean of each channel over the whole image: (height, width, channels) -> (channels).
struct GlobalAveragePool : GlobalAveragePooling<2> {
    static constexpr std::string_view title = "GlobalAveragePooling2D",
                                      name = "global_average_pooling2d";
};

using GlobalAveragePooling2D = GlobalAveragePool;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GlobalAveragePool;
using INLAY_ABI::GlobalAveragePooling2D;
}  // namespace inlay
#endif  // INLAY_LAYER_GLOBAL_AVERAGE_POOL_HPP

// <inlay/layer/global_average_pool1d.hpp>
#ifndef INLAY_LAYER_GLOBAL_AVERAGE_POOL1D_HPP
#define INLAY_LAYER_GLOBAL_AVERAGE_POOL1D_HPP
namespace inlay::INLAY_ABI {

/// The mean of each channel over all steps, or over those that a mask leaves: (steps, channels) ->
/// (channels).
struct GlobalAveragePool1D : GlobalAveragePooling<1> {
    static constexpr std::string_view title = "GlobalAveragePooling1D",
                                      name = "global_average_pooling1d";
};

using GlobalAveragePooling1D = GlobalAveragePool1D;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GlobalAveragePool1D;
using INLAY_ABI::GlobalAveragePooling1D;
}  // namespace inlay
#endif  // INLAY_LAYER_GLOBAL_AVERAGE_POOL1D_HPP

// <inlay/layer/identity.hpp>
#ifndef INLAY_LAYER_IDENTITY_HPP
#define INLAY_LAYER_IDENTITY_HPP
namespace inlay::INLAY_ABI {

/// y = x: the shortcut branch of Add<A, Identity>.
struct Identity : Copying {
    static constexpr std::string_view title = "Identity", name = "identity";
    static constexpr Role role = Role::shape_only;
    static constexpr Masks masks = Masks::pass;

    static constexpr Shape output(const Shape& in, Complaint&) { return in; }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Identity;
}  // namespace inlay
#endif  // INLAY_LAYER_IDENTITY_HPP

// <inlay/kernel/layer_norm.hpp>
#ifndef INLAY_KERNEL_LAYER_NORM_HPP
#define INLAY_KERNEL_LAYER_NORM_HPP
// Normalization of the channels of each cell by themselves.

namespace inlay::INLAY_ABI::kernel {

/// The sum of term(c, lanes) over the channels, in the sixteen lanes of simd/lanes.hpp; blocks of
/// them, as many as places.hpp has in a chain for each lane, are joined in pairs.
template <std::size_t channels, class Scalar, class Term>
INLAY_INLINE Scalar sum_channels(Term&& term) {
    constexpr std::size_t block = 16 * chain_length;
    PairwiseSums<Scalar, divided_up(channels, block)> joined;
    for (std::size_t first = 0; first < channels; first += block) {
        const std::size_t end = channels - first < block ? channels : first + block;
        simd::Lanes16<Scalar> lanes;
        for (std::size_t c = first; c < end; c += 16) {
            const std::size_t some = end - c < 16 ? end - c : 16;
            Scalar terms[16];
            simd::for_each_pack<Scalar>(some, [&](std::size_t k, int count) INLAY_INLINE_LAMBDA {
                simd::store_some(terms + k, term(c + k, count), count);
            });
            lanes.add(terms, static_cast<int>(some));
        }
        joined.take(0, simd::broadcast<Scalar>(lanes.total()));
        joined.next();
    }
    return simd::first(joined.total(0));
}

/// mean = sum x / channels      rstd = 1 / sqrt(sum (x - mean)^2 / channels + epsilon)
///
/// y[c] = f((x[c] - mean) rstd gamma[c] + beta[c])
///
/// for each cell; gamma and beta may be null. kept[cell] = mean, rstd, where there is room.
template <Map in, Map out, class Activation, class Scalar>
INLAY_NOINLINE void layer_norm(const Scalar* x, const Scalar* gamma, const Scalar* beta, Scalar* y,
                               Scalar* kept, Scalar epsilon, std::size_t count) {
    constexpr std::size_t channels = in.channels();
    constexpr auto share = Scalar{1} / static_cast<Scalar>(channels);
    for (std::size_t n = 0; n < count; ++n)
        for (std::size_t p = 0; p < in.rows(); ++p)
            for (std::size_t q = 0; q < in.width(); ++q) {
                const Scalar* const from = x + n * in.size() + in.row(p) + q * in.pixel();
                Scalar* const to = y + n * out.size() + out.row(p) + q * out.pixel();
                const auto value = [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                    return simd::load_some(from + c, lanes);
                };
                const auto mean = simd::broadcast(sum_channels<channels, Scalar>(value) * share);
                const Scalar squares = sum_channels<channels, Scalar>(
                    [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                        const auto d = simd::sub(value(c, lanes), mean);
                        return simd::mul(d, d);
                    });
                const auto variance = simd::broadcast(squares * share + epsilon);
                const auto rstd =
                    simd::div(simd::broadcast(Scalar{1}), simd::square_root(variance));
                if (kept) {
                    *kept++ = simd::first(mean);
                    *kept++ = simd::first(rstd);
                }
                simd::for_each_pack<Scalar>(
                    channels, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                        auto scaled = simd::mul(simd::sub(value(c, lanes), mean), rstd);
                        if (gamma) scaled = simd::mul(scaled, simd::load_some(gamma + c, lanes));
                        if (beta) scaled = simd::add(scaled, simd::load_some(beta + c, lanes));
                        simd::store_some(to + c, Activation::value(scaled), lanes);
                    });
            }
}

/// g = gamma dy      x^ = (x - mean) rstd      means over the channels of a cell
///
/// dx[c] (+)= rstd (g[c] - mean g - x^[c] mean(g x^))
template <Map in, Map out, bool accumulate, class Scalar>
INLAY_NOINLINE void layer_norm_input_gradient(const Scalar* x, const Scalar* dy,
                                              const Scalar* gamma, const Scalar* kept, Scalar* dx,
                                              std::size_t count) {
    constexpr std::size_t channels = in.channels();
    constexpr auto share = Scalar{1} / static_cast<Scalar>(channels);
    for (std::size_t n = 0; n < count; ++n)
        for (std::size_t p = 0; p < in.rows(); ++p)
            for (std::size_t q = 0; q < in.width(); ++q, kept += 2) {
                const std::size_t at = n * in.size() + in.row(p) + q * in.pixel();
                const Scalar* const from = x + at;
                const Scalar* const above = dy + n * out.size() + out.row(p) + q * out.pixel();
                const auto mean = simd::broadcast(kept[0]), rstd = simd::broadcast(kept[1]);
                const auto g = [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                    const auto down = simd::load_some(above + c, lanes);
                    return gamma ? simd::mul(down, simd::load_some(gamma + c, lanes)) : down;
                };
                const auto normal = [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                    return simd::mul(simd::sub(simd::load_some(from + c, lanes), mean), rstd);
                };
                const auto of_g = simd::broadcast(sum_channels<channels, Scalar>(g) * share);
                const auto of_x =
                    simd::broadcast(share * sum_channels<channels, Scalar>(
                                                [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                                                    return simd::mul(g(c, lanes), normal(c, lanes));
                                                }));
                simd::for_each_pack<Scalar>(
                    channels, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                        const auto pull = simd::mul(normal(c, lanes), of_x);
                        auto term = simd::mul(rstd, simd::sub(simd::sub(g(c, lanes), of_g), pull));
                        if constexpr (accumulate)
                            term = simd::add(simd::load_some(dx + at + c, lanes), term);
                        simd::store_some(dx + at + c, term, lanes);
                    });
            }
}

/// dgamma[c] += sum dy x^      dbeta[c] += sum dy      over the cells of an example, then added;
/// either may be null
template <Map in, Map out, class Scalar>
INLAY_NOINLINE void layer_norm_weight_gradient(const Scalar* x, const Scalar* dy,
                                               const Scalar* kept, Scalar* dgamma, Scalar* dbeta,
                                               std::size_t count) {
    constexpr Chains cells{in.rows(), in.width()};
    for (std::size_t n = 0; n < count; ++n, x += in.size(), dy += out.size()) {
        simd::for_each_pack<Scalar>(in.channels(), [&](std::size_t c,
                                                       int lanes) INLAY_INLINE_LAMBDA {
            simd::Pack<Scalar> sums[2];
            sum_places<Scalar, cells>(
                cells, sums, [&](auto& chains, std::size_t p, std::size_t q) INLAY_INLINE_LAMBDA {
                    const Scalar* const of_cell = kept + 2 * (p * in.width() + q);
                    const auto d =
                        simd::sub(simd::load_some(x + in.row(p) + q * in.pixel() + c, lanes),
                                  simd::broadcast(of_cell[0]));
                    const auto normal = simd::mul(d, simd::broadcast(of_cell[1]));
                    const auto down = simd::load_some(dy + out.row(p) + q * out.pixel() + c, lanes);
                    chains[0] = simd::fma(down, normal, chains[0]);
                    chains[1] = simd::add(chains[1], down);
                });
            Scalar* const to[2] = {dgamma, dbeta};
            for (int k = 0; k < 2; ++k)
                if (to[k])
                    simd::store_some(to[k] + c,
                                     simd::add(simd::load_some(to[k] + c, lanes), sums[k]), lanes);
        });
        kept += 2 * in.cells();
    }
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_LAYER_NORM_HPP

// <inlay/layer/layer_norm.hpp>
#ifndef INLAY_LAYER_LAYER_NORM_HPP
#define INLAY_LAYER_LAYER_NORM_HPP
namespace inlay::INLAY_ABI {

/// Normalizes the channels (the last axis) of each cell by their own mean and variance: y = (x -
/// mean) / sqrt(variance + epsilon) gamma + beta. Options: Epsilon (1e-3), NoScale, NoCenter.
template <class... Given>
struct LayerNorm : LayerDefaults {
    using Options = option::Options<Given...>;

    static constexpr std::string_view title = "LayerNormalization", name = "layer_normalization";
    static constexpr bool takes_activation = true;
    static constexpr bool backward_reads_input = true;
    static constexpr Masks masks = Masks::pass;
    static constexpr bool has_scale = !Options::has("scale"), has_center = !Options::has("center");
    static constexpr double epsilon = Options::template get<"epsilon", Epsilon<1e-3L>>::value;

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"epsilon", "scale", "center"}).view();
        if (!(epsilon >= 0)) {
            complaint.needs << "needs an epsilon of 0 or more";
            complaint.remedy << "write LayerNorm<Epsilon<1e-3>>";
        }
        return in;
    }

    static constexpr WeightSpecs weights(const Shape& in) {
        WeightSpecs specs;
        if (has_scale) specs.add({"gamma", Shape{in.last()}, Ones::fill});
        if (has_center) specs.add({"beta", Shape{in.last()}, Zeros::fill});
        return specs;
    }

    /// The mean and the inverse deviation of each cell.
    static constexpr std::size_t kept_count(const Shape& in) { return 2 * in.size() / in.last(); }

    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::layer_norm<binding.in, binding.out, Epilogue>(
            pass.x, has_scale ? pass.weights : nullptr, beta_of<binding>(pass.weights), pass.y,
            pass.kept, static_cast<Scalar>(epsilon), pass.count);
    }

    /// dgamma, dbeta and dx: see kernel/layer_norm.hpp
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        if constexpr (has_scale || has_center)
            kernel::layer_norm_weight_gradient<binding.in, binding.out>(
                pass.x, pass.dy, pass.kept, has_scale ? pass.gradient : nullptr,
                beta_of<binding>(pass.gradient), pass.count);
        if constexpr (binding.input_gradient)
            kernel::layer_norm_input_gradient<binding.in, binding.out, binding.accumulate>(
                pass.x, pass.dy, has_scale ? pass.weights : nullptr, pass.kept, pass.dx,
                pass.count);
    }

private:
    template <Binding binding, class Pointer>
    static Pointer beta_of(Pointer weights) {
        return has_center ? weights + (has_scale ? binding.in.channels() : 0) : nullptr;
    }
};

template <class... Given>
using LayerNormalization = LayerNorm<Given...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::LayerNorm;
using INLAY_ABI::LayerNormalization;
}  // namespace inlay
#endif  // INLAY_LAYER_LAYER_NORM_HPP

// <inlay/layer/masking.hpp>
#ifndef INLAY_LAYER_MASKING_HPP
#define INLAY_LAYER_MASKING_HPP
namespace inlay::INLAY_ABI {

/// Masks the steps of a sequence whose features all equal Value: they become 0, and layers behind
/// that read masks leave them out.
template <Number Value = 0.0>
struct Masking : LayerDefaults {
    static constexpr std::string_view title = "Masking", name = "masking";
    static constexpr Masks masks = Masks::make;

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        if (in.rank() != 2) {
            complaint.needs << "needs a sequence of steps x features";
            complaint.remedy << "give the network an input such as Input<100, 8>";
        }
        return in;
    }

    /// m[q] = 1 where a feature of step q is not Value, 0 elsewhere      y[q][c] = m[q] x[q][c]
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr Map in = binding.in;
        for (std::size_t n = 0; n < pass.count; ++n)
            for (std::size_t q = 0; q < in.width(); ++q) {
                const Scalar* const x = pass.x + n * in.size() + in.origin() + q * in.pixel();
                bool masked = true;
                for (std::size_t c = 0; c < in.channels(); ++c)
                    masked = masked && x[c] == static_cast<Scalar>(Value.value);
                pass.new_mask[n * in.width() + q] = masked ? Scalar{0} : Scalar{1};
            }
        keep<in, binding.out, false>(pass.x, pass.new_mask, pass.y, pass.count);
    }

    /// dx[q][c] (+)= m[q] dy[q][c]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        keep<binding.out, binding.in, binding.accumulate>(pass.dy, pass.mask, pass.dx, pass.count);
    }

private:
    template <Map in, Map out, bool accumulate, class Scalar>
    static void keep(const Scalar* x, const Scalar* mask, Scalar* y, std::size_t count) {
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t q = 0; q < in.width(); ++q) {
                const Scalar* const from = x + n * in.size() + in.origin() + q * in.pixel();
                Scalar* const to = y + n * out.size() + out.origin() + q * out.pixel();
                const bool kept = mask[n * in.width() + q] != 0;
                simd::for_each_pack<Scalar>(
                    in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                        auto value = kept ? simd::load_some(from + c, lanes) : simd::zero<Scalar>();
                        if constexpr (accumulate)
                            value = simd::add(simd::load_some(to + c, lanes), value);
                        simd::store_some(to + c, value, lanes);
                    });
            }
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Masking;
}  // namespace inlay
#endif  // INLAY_LAYER_MASKING_HPP

// <inlay/layer/max_pooling.hpp>
#ifndef INLAY_LAYER_MAX_POOLING_HPP
#define INLAY_LAYER_MAX_POOLING_HPP
// The largest of each window, over one, two or three axes: what MaxPool and its kin are.

namespace inlay::INLAY_ABI {

/// The largest value of each window, channel by channel; where several are equal the first one, in
/// row order, receives the gradient.
template <sliding::Sizes sizes, class... Given>
struct MaxPooling : Pool<sizes, Given...> {
    using Pool<sizes, Given...>::window;

    static constexpr bool side_by_side(const Window& w) {
        return w.stride == w.size && w.padding == Padding::valid;
    }
    /// Windows side by side, few enough cells for the registers of a tile.
    static constexpr Role role = side_by_side(window.height) && side_by_side(window.width) &&
                                         sizes.axes < 3 && window.cells() <= 9
                                     ? Role::maximum
                                     : Role::other;
    static constexpr bool backward_reads_input = true;
    static constexpr bool backward_reads_output = true;

    /// y[p][q][c] = max over the window of x[h][w][c]
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::max_pool<binding.in, binding.out, window>(pass.x, pass.y, pass.count);
    }

    /// dx[first largest cell of the window] += dy
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::max_pool_gradient<binding.in, binding.out, window, binding.accumulate>(
            pass.x, pass.y, pass.dy, pass.dx, pass.count);
    }
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_LAYER_MAX_POOLING_HPP

// <inlay/layer/max_pool.hpp>
#ifndef INLAY_LAYER_MAX_POOL_HPP
#define INLAY_LAYER_MAX_POOL_HPP
namespace inlay::INLAY_ABI {

/// The largest of Height x Width cells of an image. Options: see Pool.
template <int Height, int Width = Height, class... Given>
struct MaxPool : MaxPooling<sliding::Sizes{2, {Height, Width}}, Given...> {
    static constexpr std::string_view title = "MaxPooling2D", name = "max_pooling2d";
};

/// Keras's spelling and order of arguments: MaxPooling2D<pool_size, strides>.
template <int Size, int Stride = Size, class... Given>
using MaxPooling2D = MaxPool<Size, Size, Strides<Stride>, Given...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::MaxPool;
using INLAY_ABI::MaxPooling2D;
}  // namespace inlay
#endif  // INLAY_LAYER_MAX_POOL_HPP

// <inlay/layer/max_pool1d.hpp>
#ifndef INLAY_LAYER_MAX_POOL1D_HPP
#define INLAY_LAYER_MAX_POOL1D_HPP
namespace inlay::INLAY_ABI {

/// The largest of Size steps of a sequence. Options: see Pool.
template <int Size, class... Given>
struct MaxPool1D : MaxPooling<sliding::Sizes{1, {Size}}, Given...> {
    static constexpr std::string_view title = "MaxPooling1D", name = "max_pooling1d";
};

/// Keras's spelling and order of arguments: MaxPooling1D<pool_size, strides>.
template <int Size, int Stride = Size, class... Given>
using MaxPooling1D = MaxPool1D<Size, Strides<Stride>, Given...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::MaxPool1D;
using INLAY_ABI::MaxPooling1D;
}  // namespace inlay
#endif  // INLAY_LAYER_MAX_POOL1D_HPP

// <inlay/layer/maximum.hpp>
#ifndef INLAY_LAYER_MAXIMUM_HPP
#define INLAY_LAYER_MAXIMUM_HPP
namespace inlay::INLAY_ABI {

namespace merging {

/// y = the x_k that wins over all others in Order, or NaN where there is one
template <class Order>
struct Extreme {
    template <class Pack, std::size_t Inputs>
    INLAY_INLINE static Pack value(const Pack (&x)[Inputs]) {
        Pack best = x[0];
        for (std::size_t k = 1; k < Inputs; ++k)
            best = simd::select(Order::wins(x[k], best), x[k], best);
        return best;
    }

    /// dx_k = dy where input k has won, 0 elsewhere
    template <std::size_t k, class Pack, std::size_t Inputs>
    INLAY_INLINE static Pack gradient(const Pack (&x)[Inputs], Pack dy) {
        const Pack none = simd::zero<typename Pack::scalar>();
        Pack best = x[0], share = k == 0 ? dy : none;
        for (std::size_t j = 1; j < Inputs; ++j) {
            const auto won = Order::wins(x[j], best);
            best = simd::select(won, x[j], best);
            share = simd::select(won, j == k ? dy : none, share);
        }
        return share;
    }
};

struct Largest {
    template <class Pack>
    INLAY_INLINE static auto wins(Pack x, Pack best) {
        return simd::exceeds(x, best);
    }
};

}  // namespace merging

/// The largest of the outputs of branches, element by element; of equal ones the first receives the
/// gradient.
template <class... Branches>
struct Maximum : Merging<merging::Extreme<merging::Largest>, Branches...> {
    static constexpr std::string_view title = "Maximum", name = "maximum";
    static constexpr bool backward_reads_input = true;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Maximum;
}  // namespace inlay
#endif  // INLAY_LAYER_MAXIMUM_HPP

// <inlay/layer/minimum.hpp>
#ifndef INLAY_LAYER_MINIMUM_HPP
#define INLAY_LAYER_MINIMUM_HPP
namespace inlay::INLAY_ABI {

namespace merging {

struct Smallest {
    template <class Pack>
    INLAY_INLINE static auto wins(Pack x, Pack best) {
        const Pack zero = simd::zero<typename Pack::scalar>();
        return simd::exceeds(simd::sub(zero, x), simd::sub(zero, best));
    }
};

}  // namespace merging

/// The smallest of the outputs of branches, element by element; of equal ones the first receives
/// the gradient.
template <class... Branches>
struct Minimum : Merging<merging::Extreme<merging::Smallest>, Branches...> {
    static constexpr std::string_view title = "Minimum", name = "minimum";
    static constexpr bool backward_reads_input = true;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Minimum;
}  // namespace inlay
#endif  // INLAY_LAYER_MINIMUM_HPP

// <inlay/layer/multiply.hpp>
#ifndef INLAY_LAYER_MULTIPLY_HPP
#define INLAY_LAYER_MULTIPLY_HPP
namespace inlay::INLAY_ABI {

namespace merging {

/// y = product_k x_k
struct Multiply {
    template <class Pack, std::size_t Inputs>
    INLAY_INLINE static Pack value(const Pack (&x)[Inputs]) {
        Pack product = x[0];
        for (std::size_t k = 1; k < Inputs; ++k) product = simd::mul(product, x[k]);
        return product;
    }

    /// dx_k = dy times the others
    template <std::size_t k, class Pack, std::size_t Inputs>
    INLAY_INLINE static Pack gradient(const Pack (&x)[Inputs], Pack dy) {
        for (std::size_t j = 0; j < Inputs; ++j)
            if (j != k) dy = simd::mul(dy, x[j]);
        return dy;
    }
};

}  // namespace merging

/// The product of branches, element by element.
template <class... Branches>
struct Multiply : Merging<merging::Multiply, Branches...> {
    static constexpr std::string_view title = "Multiply", name = "multiply";
    static constexpr bool backward_reads_input = true;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Multiply;
}  // namespace inlay
#endif  // INLAY_LAYER_MULTIPLY_HPP

// <inlay/layer/prelu.hpp>
#ifndef INLAY_LAYER_PRELU_HPP
#define INLAY_LAYER_PRELU_HPP
namespace inlay::INLAY_ABI {

/// y = x where x > 0, alpha x elsewhere: a weight alpha for each number of the input, or one for
/// all places along SharedAxes. The derivative at 0 is 0, as in Keras. Also an option of other
/// layers: Dense<8, PReLU<>>.
template <class... Given>
struct PReLU : LayerDefaults {
    using Options = option::Options<Given...>;
    using Shared = typename Options::template get<"shared axes", SharedAxes<>>;

    static constexpr std::string_view title = "PReLU", name = "p_re_lu";
    static constexpr bool is_activation = true;
    static constexpr bool backward_reads_input = true;
    static constexpr Masks masks = Masks::pass;

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"shared axes"}).view();
        if (Shared::largest() > in.rank()) {
            complaint.needs << "shares axis " << Shared::largest() << " of " << in.rank();
            complaint.remedy << "count axes from 1, the outermost: SharedAxes<1, 2> for an image";
        }
        return in;
    }

    /// The extents of alpha: 1 along shared axes, of which the last is number `rank`.
    static constexpr Shape extents(Shape in, int rank) {
        for (int d = 0; d < in.rank(); ++d)
            if (Shared::has(d + 1 + rank - in.rank())) in.extents[d] = 1;
        return in;
    }

    static constexpr WeightSpecs weights(const Shape& in) {
        return WeightSpecs{}.add(
            {.name = "alpha", .shape = extents(in, in.rank()), .fill = Zeros::fill});
    }

    struct Function {
        template <class Pack>
        INLAY_INLINE static Pack value(const Pack (&v)[2]) {
            const Pack zero = simd::zero<typename Pack::scalar>();
            return simd::select(simd::less(zero, v[0]), v[0], simd::mul(v[0], v[1]));
        }

        /// dx = dy, alpha dy or 0      dalpha = x dy where x < 0
        template <std::size_t k, class Pack>
        INLAY_INLINE static Pack gradient(const Pack (&v)[2], Pack dy) {
            const Pack zero = simd::zero<typename Pack::scalar>();
            const Pack low = simd::select(simd::less(v[0], zero), simd::mul(dy, v[1 - k]), zero);
            return simd::select(simd::less(zero, v[0]), k == 0 ? dy : zero, low);
        }
    };

    /// x and alpha as two inputs, of which alpha is the same for all examples and its gradient is
    /// added to.
    static constexpr Joint<2> joint(const Binding& b) {
        Map alpha(extents(b.in.cells_and_channels(), b.rank));
        alpha.stride = 0;
        return {{{b.in, b.accumulate, b.input_gradient}, {alpha, true, true}}, b.out};
    }

    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        const Scalar* const inputs[] = {pass.x, pass.weights};
        kernel::combine<joint(binding), Function, Epilogue>(inputs, pass.y, pass.count);
    }

    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        const Scalar* const inputs[] = {pass.x, pass.weights};
        if constexpr (binding.input_gradient)
            kernel::combine_gradient<joint(binding), 0, Function>(inputs, pass.dy, pass.dx,
                                                                  pass.count);
        kernel::combine_gradient<joint(binding), 1, Function>(inputs, pass.dy, pass.gradient,
                                                              pass.count);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::PReLU;
}  // namespace inlay
#endif  // INLAY_LAYER_PRELU_HPP

// <inlay/layer/rescaling.hpp>
#ifndef INLAY_LAYER_RESCALING_HPP
#define INLAY_LAYER_RESCALING_HPP
namespace inlay::INLAY_ABI {

/// y = Scale x + Offset: Rescaling<1.0 / 255> takes bytes to 0 ... 1. At the start of a network it
/// is done while a batch is gathered, behind a layer in that layer's epilogue.
template <Number Scale, Number Offset = 0.0>
struct Rescaling {
    static constexpr std::string_view title = "Rescaling", name = "rescaling";

    /// y = Scale x + Offset
    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        using Scalar = typename Pack::scalar;
        return simd::fma(x, simd::broadcast(static_cast<Scalar>(Scale.value)),
                         simd::broadcast(static_cast<Scalar>(Offset.value)));
    }

    /// dx = Scale dy
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack, Pack dy) {
        return simd::mul(dy, simd::broadcast(static_cast<typename Pack::scalar>(Scale.value)));
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Rescaling;
}  // namespace inlay
#endif  // INLAY_LAYER_RESCALING_HPP

// <inlay/layer/reshape.hpp>
#ifndef INLAY_LAYER_RESHAPE_HPP
#define INLAY_LAYER_RESHAPE_HPP
namespace inlay::INLAY_ABI {

/// The same elements in row order under another shape of the same size: Reshape<7, 7, 64>. One
/// extent may be -1: what is left.
template <int... Extents>
struct Reshape : Copying {
    static constexpr std::string_view title = "Reshape", name = "reshape";
    static constexpr Role role = Role::shape_only;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        static_assert(sizeof...(Extents) >= 1 && sizeof...(Extents) <= Shape::max_rank - 1,
                      "inlay: Reshape has one to four extents, such as Reshape<7, 7, 64>");
        constexpr int extents[] = {Extents...};
        Shape out;
        out.count = sizeof...(Extents);
        std::size_t known = 1;
        int open = -1;
        bool valid = true;
        for (int d = 0; d < out.count; ++d) {
            valid = valid && (extents[d] > 0 || (extents[d] == -1 && open < 0));
            if (extents[d] > 0)
                known *= out.extents[d] = static_cast<std::size_t>(extents[d]);
            else
                open = d;
        }
        if (valid && open >= 0 && in.size() % known == 0)
            known *= out.extents[open] = in.size() / known;
        if (valid && known == in.size()) return out;
        complaint.needs << "makes " << (valid ? "" : "no ") << "shape of its " << in.size()
                        << " elements";
        complaint.remedy << "give extents whose product is " << in.size()
                         << ", one of which may be -1";
        return in;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Reshape;
}  // namespace inlay
#endif  // INLAY_LAYER_RESHAPE_HPP

// <inlay/layer/activation.hpp>
#ifndef INLAY_LAYER_ACTIVATION_HPP
#define INLAY_LAYER_ACTIVATION_HPP
// Activations as layers: every activation function is also a layer of its own.

namespace inlay::INLAY_ABI {

/// An activation as a layer under Keras's name for it: Activation<ReLU> is ReLU, named activation.
template <class Function>
struct Activation : Function {
    static constexpr std::string_view title = "Activation", name = "activation";
};

/// What runs where an activation function stands as a layer, or as another layer's option.
template <class Function>
struct ActivationLayer : LayerDefaults {
    static constexpr std::string_view title = Function::title, name = Function::name;
    static constexpr Role role = ElementwiseActivation<Function> ? Role::elementwise : Role::other;
    static constexpr bool backward_reads_input = ReadsInput<Function>;
    static constexpr bool backward_reads_output = !backward_reads_input;
    using Applied = Function;

    static constexpr Masks masks = Masks::pass;

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint&) { return in; }

    /// y = f(x)
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        if constexpr (ElementwiseActivation<Function>) {
            kernel::map<Function, binding.in, binding.out>(pass.x, pass.y, pass.count);
        } else {
            kernel::for_each_row<binding.in, binding.out>(
                pass.count, [&](std::size_t from, std::size_t to) {
                    Function::row(pass.x + from, pass.y + to, binding.in.channels());
                });
        }
    }

    /// dx = dy f'(x), from y, or from x where the function says so
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        if constexpr (ElementwiseActivation<Function>) {
            constexpr Map read = backward_reads_input ? binding.in : binding.out;
            kernel::map_gradient<Function, read, binding.out, binding.in, binding.accumulate>(
                backward_reads_input ? pass.x : pass.y, pass.dy, pass.dx, pass.count);
        } else {
            kernel::for_each_row<binding.in, binding.out>(
                pass.count, [&](std::size_t to, std::size_t from) {
                    Function::row_gradient(pass.y + from, pass.dy + from, pass.dx + to,
                                           binding.in.channels(), binding.accumulate);
                });
        }
    }
};

/// The layer that a type in a network stands for.
template <class Type>
struct LayerFor {
    using type = Type;
};

template <ActivationFunction Type>
struct LayerFor<Type> {
    using type = ActivationLayer<Type>;
};

template <class Type>
using LayerOf = typename LayerFor<Type>::type;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Activation;
}  // namespace inlay
#endif  // INLAY_LAYER_ACTIVATION_HPP

// <inlay/layer/sequential.hpp>
#ifndef INLAY_LAYER_SEQUENTIAL_HPP
#define INLAY_LAYER_SEQUENTIAL_HPP
// The types that hold other layers, and the input that binds them.

namespace inlay::INLAY_ABI {

/// Layers one after another; nests freely.
template <class... Layers>
struct Sequential {};

/// The shape of one example: Input<28, 28, 1> is height, width, channels; Input<784> a vector.
template <int... Extents>
struct Input {
    static_assert(sizeof...(Extents) >= 1 && sizeof...(Extents) <= 4,
                  "inlay: an Input has one to four extents, such as Input<28, 28, 1>");
    static_assert(((Extents > 0) && ...), "inlay: every extent of an Input is one at least");
    static constexpr Shape shape{Extents...};
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Input;
using INLAY_ABI::Sequential;
}  // namespace inlay
#endif  // INLAY_LAYER_SEQUENTIAL_HPP

// <inlay/layer/subtract.hpp>
#ifndef INLAY_LAYER_SUBTRACT_HPP
#define INLAY_LAYER_SUBTRACT_HPP
namespace inlay::INLAY_ABI {

namespace merging {

/// y = x_1 - x_2
struct Subtract {
    template <class Pack>
    INLAY_INLINE static Pack value(const Pack (&x)[2]) {
        return simd::sub(x[0], x[1]);
    }

    template <std::size_t k, class Pack>
    INLAY_INLINE static Pack gradient(const Pack (&)[2], Pack dy) {
        return k == 0 ? dy : simd::sub(simd::zero<typename Pack::scalar>(), dy);
    }
};

}  // namespace merging

/// The output of the first branch less that of the second.
template <class First, class Second>
struct Subtract : Merging<merging::Subtract, First, Second> {
    static constexpr std::string_view title = "Subtract", name = "subtract";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Subtract;
}  // namespace inlay
#endif  // INLAY_LAYER_SUBTRACT_HPP

// <inlay/layer/up_sampling2d.hpp>
#ifndef INLAY_LAYER_UP_SAMPLING2D_HPP
#define INLAY_LAYER_UP_SAMPLING2D_HPP
namespace inlay::INLAY_ABI {

/// Repeats each cell of an image: UpSampling2D<2> along height and width, UpSampling2D<2, 3> so
/// often along each. (height, width, channels) -> (height x Rows, width x Columns, channels).
template <int Rows, int Columns = Rows>
struct UpSampling2D : LayerDefaults {
    static constexpr std::string_view title = "UpSampling2D", name = "up_sampling2d";

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        if (Rows < 1 || Columns < 1) {
            complaint.needs << "repeats each cell " << Rows << "x" << Columns
                            << " times but needs once at least";
            complaint.remedy << "write UpSampling2D<2>";
        } else {
            sliding::need_cells(in, 2, complaint);
        }
        if (complaint.raised()) return in;
        return {in[0] * std::size_t{Rows}, in[1] * std::size_t{Columns}, in[2]};
    }

    /// y[p][q][c] = x[p / Rows][q / Columns][c]
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        simd::unroll<Rows * Columns>([&](auto k) {
            kernel::copy<binding.in, copies(binding.in, binding.out, k), false>(pass.x, pass.y,
                                                                                pass.count);
        });
    }

    /// dx[p][q][c] (+)= sum over i, j of dy[p Rows + i][q Columns + j][c]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        simd::unroll<Rows * Columns>([&](auto k) {
            constexpr Map from = copies(binding.in, binding.out, k);
            kernel::copy<from, binding.in, binding.accumulate || (k > 0)>(pass.dy, pass.dx,
                                                                          pass.count);
        });
    }

private:
    /// Copy number k of each cell of the input: every so many cells of the output.
    static constexpr Map copies(const Map& in, const Map& out, int k) {
        constexpr std::size_t repeats[]{1, Rows, Columns};
        Map map = out.slice(in, {0, k / Columns, k % Columns}, 0);
        for (int a = 0; a < 3; ++a) map.axes[a].step *= repeats[a];
        return map;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::UpSampling2D;
}  // namespace inlay
#endif  // INLAY_LAYER_UP_SAMPLING2D_HPP

// <inlay/layer/zero_padding2d.hpp>
#ifndef INLAY_LAYER_ZERO_PADDING2D_HPP
#define INLAY_LAYER_ZERO_PADDING2D_HPP
namespace inlay::INLAY_ABI {

/// Zeros around an image. ZeroPadding2D<1> puts one cell at each edge, ZeroPadding2D<1, 2> one row
/// above and below and two columns at the sides, four numbers are top, bottom, left and right.
template <int Top, int Bottom = -1, int Left = -1, int Right = -1>
struct ZeroPadding2D : EdgeLayer<Top, Bottom, Left, Right> {
    using Edge = EdgeLayer<Top, Bottom, Left, Right>;

    static constexpr std::string_view title = "ZeroPadding2D", name = "zero_padding2d";
    static constexpr Role role = Role::pad;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        if (!Edge::accepts(in, "ZeroPadding2D<1, 1, 2, 2>", complaint)) return in;
        return {in[0] + Edge::top + Edge::bottom, in[1] + Edge::left + Edge::right, in[2]};
    }

    /// The input's cell that is the output's first; it lies in the border.
    static constexpr int offset(const Shape&, int axis) {
        return axis == 1 ? -int{Edge::top} : axis == 2 ? -int{Edge::left} : 0;
    }

    /// y[top + p][left + q][c] = x[p][q][c], 0 around it
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr Map to = Edge::inside(binding.out, binding.in);
        kernel::copy<binding.in, to, false>(pass.x, pass.y, pass.count);
        kernel::clear_border<to, Halo{Edge::top, Edge::bottom, Edge::left, Edge::right}>(
            pass.y, pass.count);
    }

    /// dx[p][q][c] (+)= dy[top + p][left + q][c]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::copy<Edge::inside(binding.out, binding.in), binding.in, binding.accumulate>(
            pass.dy, pass.dx, pass.count);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ZeroPadding2D;
}  // namespace inlay
#endif  // INLAY_LAYER_ZERO_PADDING2D_HPP

// <inlay/train/target.hpp>
#ifndef INLAY_TRAIN_TARGET_HPP
#define INLAY_TRAIN_TARGET_HPP
// What a network is trained towards, and what a loss and a metric are.

namespace inlay::INLAY_ABI {

/// The targets of a whole batch: a class for each row of features, or a row of numbers; and what
/// they weigh, where that is told: each example, or each row.
template <class Scalar>
struct Targets {
    const std::int32_t* classes = nullptr;
    const Scalar* rows = nullptr;
    const Scalar* weights = nullptr;
    std::size_t weights_each = 1;  ///< of an example: one, or one for each of its rows
};

/// The target of one row of features.
template <class Scalar>
struct Target {
    std::size_t chosen = 0;       ///< where the loss takes classes
    const Scalar* row = nullptr;  ///< where it takes rows of numbers
};

/// What a loss sees of one row: the output, and where the loss takes logits the input of the last
/// activation; null elsewhere. The gradient is with respect to the logits where it takes them.
template <class Scalar>
struct Prediction {
    const Scalar* output;
    const Scalar* logits;
    std::size_t features;
};

/// A loss that is a mean over rows, each by itself; as a metric it is the same mean.
template <class Type, class Scalar>
concept RowLoss =
    requires(const Type& loss, const Prediction<Scalar>& y, const Target<Scalar>& target,
             Scalar* gradient) { Scalar(loss.template row<false>(y, target, Scalar{}, gradient)); };

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Prediction;
using INLAY_ABI::Target;
using INLAY_ABI::Targets;
}  // namespace inlay
#endif  // INLAY_TRAIN_TARGET_HPP

// <inlay/train/metric.hpp>
#ifndef INLAY_TRAIN_METRIC_HPP
#define INLAY_TRAIN_METRIC_HPP
// What a metric is: a number for each row of features, averaged over all rows; or an object that
// keeps sums of its own. Sums are doubles in memory of the caller's, zeros at first: one block for
// each slice of a batch or group of examples, and the blocks are joined in an order that follows
// from shapes. The concept at the end says it whole.

namespace inlay::INLAY_ABI {

/// A metric in which examples count as much as they weigh, one of Keras's weighted_metrics:
/// Weighted<Accuracy>{}, or Weighted{MeanIoU{.num_classes = 12}}.
template <class Metric>
struct Weighted {
    static constexpr std::string_view name = Metric::name;

    Metric metric{};
};

template <class Metric>
Weighted(Metric) -> Weighted<Metric>;

/// A metric that is a mean over rows, each by itself.
template <class Type, class Scalar>
concept RowMetric = requires(const Type& metric, const Scalar* y, const Target<Scalar>& target) {
    Scalar(metric.template row<false>(y, target, std::size_t{}));
};

namespace scoring {

/// Whether a metric keeps sums of its own.
template <class Metric>
inline constexpr bool accumulates = requires(const Metric& metric) { metric.sums(); };

/// Whether it is a mean over rows.
template <class Metric, class Scalar>
inline constexpr bool is_mean = RowMetric<Metric, Scalar> || RowLoss<Metric, Scalar>;

/// A metric without its weights, and whether it had them.
template <class Metric>
struct Plain {
    using type = Metric;
    static constexpr bool weighted = false;
    static constexpr const Metric& of(const Metric& metric) { return metric; }
};

template <class Metric>
struct Plain<Weighted<Metric>> {
    using type = Metric;
    static constexpr bool weighted = true;
    static constexpr const Metric& of(const Weighted<Metric>& metric) { return metric.metric; }
};

/// How many sums a metric keeps: a mean those of its numbers and of their weights.
template <class Metric>
constexpr std::size_t sums_of(const Metric& metric) {
    if constexpr (accumulates<Metric>)
        return metric.sums();
    else
        return 2;
}

/// What a mean comes to; 0 over nothing, as in Keras.
constexpr double mean(const double* sums) { return sums[1] == 0 ? 0 : sums[0] / sums[1]; }

/// The metric's number, from its sums.
template <class Metric>
double result_of(const Metric& metric, const double* sums) {
    if constexpr (accumulates<Metric>)
        return metric.result(sums);
    else
        return mean(sums);
}

/// Takes the sums of others in.
template <class Metric>
void join(const Metric& metric, double* sums, const double* others) {
    if constexpr (requires { metric.join(sums, others); })
        metric.join(sums, others);
    else
        for (std::size_t k = 0, all = sums_of(metric); k < all; ++k) sums[k] += others[k];
}

/// Whether a metric takes the targets of a loss: classes, or rows of numbers.
template <class Metric>
constexpr bool takes_targets(bool sparse) {
    if constexpr (requires { static_cast<bool>(Metric::sparse); })
        return Metric::sparse == sparse;
    else
        return true;
}

/// What is wrong with the fields of a loss or a metric for outputs of a shape and targets of a
/// kind; nothing where it does not say.
template <class Part>
Sentence mistake_of(const Part& part, const Shape& output, bool sparse) {
    if constexpr (requires { Sentence(part.mistake(output, sparse)); })
        return part.mistake(output, sparse);
    else
        return {};
}

/// The first of the largest numbers; NaNs do not count, and of nothing but NaNs it is the first
/// (what Keras 3 does on TensorFlow).
template <class Scalar>
std::size_t largest(const Scalar* row, std::size_t features) {
    std::size_t best = 0;
    for (std::size_t k = 1; k < features; ++k) {
        const bool number = row[k] == row[k], none_yet = row[best] != row[best];
        if (row[best] < row[k] || (none_yet && number)) best = k;
    }
    return best;
}

}  // namespace scoring

/// What a type lacks to be a metric for networks of Scalar: a list of names, empty for a metric.
template <class Type, class Scalar>
constexpr Sentence missing_of_metric() {
    using Plain = typename scoring::Plain<Type>::type;
    Missing missing;
    missing.needs(requires { std::string_view(Plain::name); }, "name");
    if constexpr (scoring::accumulates<Plain>) {
        missing.needs(
            requires(const Plain& metric, double* sums, const Scalar* y,
                     const Target<Scalar>& target) {
                metric.template add<false>(sums, y, target, std::size_t{}, double{});
            },
            "add");
        missing.needs(
            requires(const Plain& metric, const double* sums) { double(metric.result(sums)); },
            "result");
    } else {
        missing.needs(scoring::is_mean<Plain, Scalar>, "row (or sums, add and result)");
    }
    return missing.list;
}

/// What compile() takes as a metric: `name` is its column, and it is one of
///
/// * a mean over rows: `row<sparse>(output, target, features)`, const or static, is the number of
///   one row, `sparse` being that of the loss;
/// * a loss that is a mean over rows;
/// * an object with sums of its own: `sums()` says how many, with the fields it has;
///   `add<sparse>(sums, output, target, features, weight)` adds a row to them, and `result(sums)`
///   is what they come to. `join(sums, others)` takes in those of other rows, where that is not to
///   add them up.
///
/// It may state `sparse`, which targets it takes, where it does not take those of every loss;
/// `larger_is_better`, which way a model improves; and `mistake(output_shape, sparse)`, a Sentence
/// about fields that do not fit.
template <class Type, class Scalar = float>
concept Metric = missing_of_metric<Type, Scalar>().empty();

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Weighted;
}  // namespace inlay
#endif  // INLAY_TRAIN_METRIC_HPP

// <inlay/train/rate.hpp>
#ifndef INLAY_TRAIN_RATE_HPP
#define INLAY_TRAIN_RATE_HPP
// The numbers that optimizers, losses, metrics and options are given.

namespace inlay::INLAY_ABI {

/// A number that may be written as a double, a float or a whole number without a warning.
class Real {
public:
    constexpr Real(double value) : value_(value) {}
    constexpr Real(float value) : value_(static_cast<double>(value)) {}
    constexpr Real(long double value) : value_(static_cast<double>(value)) {}
    template <std::integral Whole>
    constexpr Real(Whole value) : value_(static_cast<double>(value)) {}

    constexpr operator double() const { return value_; }

private:
    double value_;
};

/// A whole number of any integer type, without a narrowing error in braces; one beyond 64 bits with
/// a sign counts as the largest of those.
struct Whole {
    std::int64_t value;

    template <std::integral Type>
    constexpr Whole(Type v) : value(static_cast<std::int64_t>(v)) {
        constexpr std::int64_t largest = INT64_MAX;
        if constexpr (sizeof(Type) >= sizeof largest)
            if (v > static_cast<Type>(largest)) value = largest;
    }

    template <std::floating_point Type>
    constexpr Whole(Type) {
        static_assert(std::integral<Type>, "inlay: this option is a whole number: 32, not 32.0");
    }
};

/// A learning rate: a number now, a place for schedules of the step later.
class Rate : public Real {
public:
    using Real::Real;

    /// The rate at a training step, counted from 0.
    constexpr double at(std::uint64_t) const { return *this; }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Rate;
}  // namespace inlay
#endif  // INLAY_TRAIN_RATE_HPP

// <inlay/train/accuracy.hpp>
#ifndef INLAY_TRAIN_ACCURACY_HPP
#define INLAY_TRAIN_ACCURACY_HPP
// Shares of rows that are right.

namespace inlay::INLAY_ABI {

/// The share of rows that are right, resolved by shapes as Keras does: outputs of one feature
/// against 0.5, class numbers against the largest feature, rows by the largest of each.
struct Accuracy {
    static constexpr std::string_view name = "accuracy";
    static constexpr bool larger_is_better = true;

    template <bool sparse, class Scalar>
    static Scalar row(const Scalar* y, const Target<Scalar>& target, std::size_t features) {
        if (features == 1) {
            const Scalar wanted = sparse ? static_cast<Scalar>(target.chosen) : target.row[0];
            return (y[0] > Scalar{0.5}) == (wanted == 1) && (wanted == 0 || wanted == 1);
        }
        return scoring::largest(y, features) ==
               (sparse ? target.chosen : scoring::largest(target.row, features));
    }
};

namespace scoring {

/// Whether fewer than k features are larger than that of a class: those that equal it do not stand
/// before it, and rows that hold what is not finite are not right (tf.math.in_top_k).
template <class Scalar>
bool among_largest(const Scalar* y, std::size_t features, std::size_t chosen, std::int64_t k) {
    std::int64_t larger = 0;
    for (std::size_t j = 0; j < features; ++j) {
        if (!(y[j] - y[j] == 0)) return false;
        if (y[j] > y[chosen]) ++larger;
    }
    return larger < k;
}

inline Sentence mistake_in_k(std::string_view metric, std::int64_t k) {
    Sentence says;
    if (k < 1) says << metric << ": k is " << k << " but needs to be 1 at least";
    return says;
}

}  // namespace scoring

/// The share of rows whose class, the largest number of the target, is among the k largest outputs.
struct TopKCategoricalAccuracy {
    static constexpr std::string_view name = "top_k_categorical_accuracy";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    Whole k = 5;

    template <bool, class Scalar>
    Scalar row(const Scalar* y, const Target<Scalar>& target, std::size_t features) const {
        return scoring::among_largest(y, features, scoring::largest(target.row, features), k.value);
    }

    Sentence mistake(const Shape&, bool) const {
        return scoring::mistake_in_k("TopKCategoricalAccuracy", k.value);
    }
};

/// The same for targets that are class numbers.
struct SparseTopKCategoricalAccuracy {
    static constexpr std::string_view name = "sparse_top_k_categorical_accuracy";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = true;

    Whole k = 5;

    template <bool, class Scalar>
    Scalar row(const Scalar* y, const Target<Scalar>& target, std::size_t features) const {
        return scoring::among_largest(y, features, target.chosen, k.value);
    }

    Sentence mistake(const Shape&, bool) const {
        return scoring::mistake_in_k("SparseTopKCategoricalAccuracy", k.value);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Accuracy;
using INLAY_ABI::SparseTopKCategoricalAccuracy;
using INLAY_ABI::TopKCategoricalAccuracy;
}  // namespace inlay
#endif  // INLAY_TRAIN_ACCURACY_HPP

// <inlay/simd/flush.hpp>
#ifndef INLAY_SIMD_FLUSH_HPP
#define INLAY_SIMD_FLUSH_HPP
// How floats are computed where a network runs, whatever the thread that calls has set. Subnormal
// numbers take a processor ten to a hundred times as long as others, and mean nothing in a network:
// they count as zeros. Results are rounded to the nearest, or they would differ from thread to
// thread.

namespace inlay::INLAY_ABI::simd {

/// Flushes subnormals to zero and rounds to the nearest in this thread as long as it lives, where
/// the processor can be told so.
class FlushScope {
public:
    INLAY_INLINE FlushScope() : before_(read()) {
        if (wanted() != before_) write(wanted());
    }
    INLAY_INLINE ~FlushScope() {
        if (wanted() != before_) write(before_);
    }
    FlushScope(const FlushScope&) = delete;
    FlushScope& operator=(const FlushScope&) = delete;

private:
#if defined(__SSE2__)
    using Word = std::uint32_t;
    static constexpr Word flush = 0x8040;  // of results (bit 15) and of operands (bit 6)
    static constexpr Word rounding = 0x6000;

    INLAY_INLINE static Word read() { return __builtin_ia32_stmxcsr(); }
    INLAY_INLINE static void write(Word word) { __builtin_ia32_ldmxcsr(word); }
#elif defined(__aarch64__)
    using Word = std::uint64_t;
    static constexpr Word flush = Word{1} << 24, rounding = Word{3} << 22;

    INLAY_INLINE static Word read() {
        Word word;
        asm volatile("mrs %0, fpcr" : "=r"(word));
        return word;
    }
    INLAY_INLINE static void write(Word word) { asm volatile("msr fpcr, %0" : : "r"(word)); }
#else
    using Word = std::uint32_t;
    static constexpr Word flush = 0, rounding = 0;

    INLAY_INLINE static Word read() { return 0; }
    INLAY_INLINE static void write(Word) {}
#endif

    INLAY_INLINE Word wanted() const { return (before_ | flush) & ~rounding; }

    Word before_;
};

}  // namespace inlay::INLAY_ABI::simd
#endif  // INLAY_SIMD_FLUSH_HPP

// <inlay/train/runner.hpp>
#ifndef INLAY_TRAIN_RUNNER_HPP
#define INLAY_TRAIN_RUNNER_HPP
// What runs the tasks of a training step.

namespace inlay::INLAY_ABI {

/// Runs tasks one after another; the hosted thread pool has the same shape.
struct SerialRunner {
    static constexpr std::size_t workers() { return 1; }

    /// Calls body(task, worker) for every task; no two tasks of one worker at a time.
    template <class Body>
    void parallel(std::size_t tasks, Body&& body) {
        for (std::size_t task = 0; task < tasks; ++task) body(task, std::size_t{0});
    }
};

/// A runner in whose tasks subnormals count as zeros, whatever thread they are in.
template <class Runner>
struct FlushingRunner {
    Runner& runner;

    template <class Body>
    void parallel(std::size_t tasks, const Body& body) {
        runner.parallel(tasks, [&](std::size_t task, std::size_t worker) {
            const simd::FlushScope flushes;
            body(task, worker);
        });
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::SerialRunner;
}  // namespace inlay
#endif  // INLAY_TRAIN_RUNNER_HPP

// <inlay/train/optimizer.hpp>
#ifndef INLAY_TRAIN_OPTIMIZER_HPP
#define INLAY_TRAIN_OPTIMIZER_HPP
// What an optimizer is: a short function on weights, their gradients and the moments it keeps for
// them. It knows tensors, no layers. What all of them have in common is the concept at the end.

namespace inlay::INLAY_ABI {

/// What a tensor of weights is to its layer.
enum class WeightRole { kernel, bias, gamma, beta, other };

/// The role that a tensor's name tells: depthwise_kernel is a kernel.
constexpr WeightRole role_of_weights(std::string_view name) {
    if (name.ends_with("kernel")) return WeightRole::kernel;
    if (name.ends_with("bias")) return WeightRole::bias;
    if (name == "gamma") return WeightRole::gamma;
    return name == "beta" ? WeightRole::beta : WeightRole::other;
}

/// What an optimizer may know of a tensor of weights.
struct WeightFacts {
    std::string_view name;  ///< within its layer: kernel, bias ...
    Shape shape;
    WeightRole role = WeightRole::other;
};

/// The most moments that an optimizer may keep for a tensor.
inline constexpr int most_moments = 6;

/// `count` weights of one tensor, one after another, with everything that belongs to them. Moments
/// that are not in use are null.
template <class Scalar>
struct Stretch {
    Scalar* weights;
    const Scalar* gradient;
    Scalar* moments[most_moments];
    std::size_t count;
    const WeightFacts* tensor = nullptr;
    std::size_t first = 0;  ///< the number of the first of them in the tensor
};

/// Whether an optimizer wants whole tensors, with their whole gradients.
template <class Optimizer>
inline constexpr bool takes_whole_tensors = requires { requires Optimizer::whole_tensors; };

/// How many of its moments an optimizer keeps, with the fields it has.
template <class Optimizer>
constexpr int moments_in_use(const Optimizer& optimizer) {
    if constexpr (requires { optimizer.moments_in_use(); })
        return optimizer.moments_in_use();
    else
        return Optimizer::moments;
}

/// The shape of moment m of a tensor: the tensor's own, unless the optimizer has another.
template <class Optimizer>
constexpr Shape shape_of_moment(int m, const WeightFacts& tensor) {
    if constexpr (requires { Optimizer::moment_shape(m, tensor); })
        return Optimizer::moment_shape(m, tensor);
    else
        return tensor.shape;
}

/// What `update` gets of a step: what the optimizer makes of the step's number, or that number.
template <class Optimizer>
constexpr auto pace_of(const Optimizer& optimizer, std::uint64_t step) {
    if constexpr (requires { optimizer.pace(step); })
        return optimizer.pace(step);
    else
        return step;
}

/// What a type lacks to be an optimizer of networks of Scalar: a list of names, empty for one.
template <class Type, class Scalar>
constexpr Sentence missing_of_optimizer() {
    Missing missing;
    missing.needs(requires { std::string_view(Type::name); }, "name");
    missing.needs(
        requires { requires Type::moments >= 0 && Type::moments <= most_moments; },
        "moments (from 0 to 6)");
    if constexpr (requires { requires Type::moments > 0; })
        missing.needs(
            requires { std::string_view(Type::moment_names[Type::moments - 1]); },
            "a name in moment_names for each");
    if constexpr (takes_whole_tensors<Type>)
        missing.needs(
            requires(const Type& optimizer, const Stretch<Scalar>& tensor, SerialRunner& runner) {
                optimizer.update(tensor, pace_of(optimizer, 0), runner);
            }, "a const update of whole tensors");
    else
        missing.needs(
            requires(const Type& optimizer, const Stretch<Scalar>& stretch) {
                optimizer.update(stretch, pace_of(optimizer, 0));
            }, "a const update");
    missing.needs(
        takes_whole_tensors<Type> || !requires(const WeightFacts& tensor) {
            Type::moment_shape(0, tensor);
        }, "whole_tensors, for its moment_shape");
    return missing.list;
}

/// What compile() takes as an optimizer: `update(stretch, step)` moves a stretch of weights by
/// their gradient, `step` counting from 0, and may keep `moments` numbers for each, zeros at first;
/// `name` and `moment_names` are for checkpoints. It may offer
///
/// * its `fields`, without which checkpoints cannot keep them;
/// * how many `moments_in_use` it has, the first of them, where that depends on its fields;
/// * `pace(step)`, worked out once for all tensors, which `update` then gets in place of the step;
/// * `whole_tensors = true`: `update(tensor, step, runner)` gets each tensor as a whole, and may
///   hand tasks to the runner; no number may depend on how many workers that has. Wide layers then
///   keep a whole gradient, where other optimizers update them part by part;
/// * with it `moment_shape(m, tensor)`, static, where moments have other shapes than their
///   tensor: a row and a column of a matrix; Shape(0) is none.
template <class Type, class Scalar = float>
concept Optimizer = missing_of_optimizer<Type, Scalar>().empty();

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Stretch;
using INLAY_ABI::WeightFacts;
using INLAY_ABI::WeightRole;
}  // namespace inlay
#endif  // INLAY_TRAIN_OPTIMIZER_HPP

// <inlay/train/power.hpp>
#ifndef INLAY_TRAIN_POWER_HPP
#define INLAY_TRAIN_POWER_HPP
namespace inlay::INLAY_ABI {

/// x^n by squaring: the same bits everywhere, unlike pow.
inline double power(double x, std::uint64_t n) {
    double result = 1;
    for (; n != 0; n /= 2, x = simd::mul(x, x))
        if (n % 2 != 0) result = simd::mul(result, x);
    return result;
}

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_TRAIN_POWER_HPP

// <inlay/train/adam.hpp>
#ifndef INLAY_TRAIN_ADAM_HPP
#define INLAY_TRAIN_ADAM_HPP
namespace inlay::INLAY_ABI {

namespace adam {

/// Running averages of gradients and of their squares, which an optimizer keeps as moments 0, 1:
///
///     m += (g - m) (1 - beta_1)      v += (g g - v) (1 - beta_2)
template <class Scalar>
struct Averages {
    simd::Pack<Scalar> take_1, take_2;

    Averages(double beta_1, double beta_2)
        : take_1(simd::broadcast(static_cast<Scalar>(1 - beta_1))),
          take_2(simd::broadcast(static_cast<Scalar>(1 - beta_2))) {}

    struct Pair {
        simd::Pack<Scalar> m, v;
    };

    /// Moves those from number k of the stretch on.
    INLAY_INLINE Pair move(const Stretch<Scalar>& s, std::size_t k, int lanes) const {
        const auto g = simd::load_some(s.gradient + k, lanes);
        auto m = simd::load_some(s.moments[0] + k, lanes);
        auto v = simd::load_some(s.moments[1] + k, lanes);
        m = simd::fma(simd::sub(g, m), take_1, m);
        v = simd::fma(simd::sub(simd::mul(g, g), v), take_2, v);
        simd::store_some(s.moments[0] + k, m, lanes);
        simd::store_some(s.moments[1] + k, v, lanes);
        return {m, v};
    }
};

}  // namespace adam

/// Adam (Kingma, Ba 2015, section 2's epsilon-hat, as Keras has it), and with amsgrad the largest v
/// so far in place of v (Reddi, Kale, Kumar 2018):
///
///     m += (g - m) (1 - beta_1)      v += (g g - v) (1 - beta_2)      vhat = max(vhat, v)
///     w -= rate sqrt(1 - beta_2^t) / (1 - beta_1^t) m / (sqrt(v or vhat) + epsilon)
struct Adam {
    static constexpr std::string_view name = "adam";
    static constexpr int moments = 3;
    static constexpr std::string_view moment_names[] = {"m", "v", "vhat"};

    /// Calls visit(name, field) for every field: what a checkpoint holds of the optimizer.
    static void fields(auto& self, auto&& visit) {
        visit("learning_rate", self.learning_rate);
        visit("beta_1", self.beta_1);
        visit("beta_2", self.beta_2);
        visit("epsilon", self.epsilon);
        visit("amsgrad", self.amsgrad);
    }

    constexpr int moments_in_use() const { return amsgrad ? 3 : 2; }

    Rate learning_rate = 0.001L;
    Real beta_1 = 0.9L;
    Real beta_2 = 0.999L;
    Real epsilon = 1e-7L;
    bool amsgrad = false;

    /// The rate of a step, with what corrects the bias of young moments.
    struct Pace {
        double rate;
    };

    /// `step` counts from 0.
    Pace pace(std::uint64_t step) const {
        return {learning_rate.at(step) * simd::registers::root(1 - power(beta_2, step + 1)) /
                (1 - power(beta_1, step + 1))};
    }

    template <class Scalar>
    void update(const Stretch<Scalar>& s, Pace pace) const {
        const auto descend = simd::broadcast(-static_cast<Scalar>(pace.rate));
        const adam::Averages<Scalar> averages(beta_1, beta_2);
        const auto floor = simd::broadcast(static_cast<Scalar>(epsilon));
        simd::for_each_pack<Scalar>(s.count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            auto [m, v] = averages.move(s, k, lanes);
            if (amsgrad) {
                v = simd::larger(simd::load_some(s.moments[2] + k, lanes), v);
                simd::store_some(s.moments[2] + k, v, lanes);
            }
            const auto size = simd::add(simd::square_root(v), floor);
            const auto w = simd::load_some(s.weights + k, lanes);
            simd::store_some(s.weights + k, simd::fma(descend, simd::div(m, size), w), lanes);
        });
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Adam;
}  // namespace inlay
#endif  // INLAY_TRAIN_ADAM_HPP

// <inlay/kernel/scalar.hpp>
#ifndef INLAY_KERNEL_SCALAR_HPP
#define INLAY_KERNEL_SCALAR_HPP
// Functions of single numbers, by the same formulas as those of packs.

namespace inlay::INLAY_ABI::kernel {

/// The natural logarithm.
template <class Scalar>
Scalar log(Scalar x) {
    return simd::first(simd::log(simd::broadcast(x)));
}

/// 1 / (1 + exp(-x)).
template <class Scalar>
Scalar sigmoid(Scalar x) {
    return simd::first(simd::sigmoid(simd::broadcast(x)));
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_SCALAR_HPP

// <inlay/train/auc.hpp>
#ifndef INLAY_TRAIN_AUC_HPP
#define INLAY_TRAIN_AUC_HPP
namespace inlay::INLAY_ABI {

/// The area under a curve of rates at thresholds from 0 to 1, each number of the output by itself
/// against a target that is 0 or not: true over false positives ("ROC"), precision over recall
/// ("PR"), or their gains ("PRGAIN"). `summation_method` is "interpolation", "minoring" or
/// "majoring".
struct AUC {
    static constexpr std::string_view name = "auc";
    static constexpr bool larger_is_better = true;
    static constexpr bool sparse = false;

    Whole num_thresholds = 200;
    std::string_view curve = "ROC";
    std::string_view summation_method = "interpolation";
    bool from_logits = false;

    /// Numbers between two thresholds, positive ones and negative ones.
    constexpr std::size_t sums() const { return 2 * thresholds(); }

    template <bool, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        const auto last = static_cast<Scalar>(thresholds() - 1);
        for (std::size_t k = 0; k < features; ++k) {
            const Scalar p = from_logits ? kernel::sigmoid(y[k]) : y[k];
            // Threshold t lies at t / last, and what equals it is not above it. What is below 0, or
            // no number, is above the first alone.
            const Scalar place = simd::mul(p > 1 ? Scalar{1} : p, last);
            std::size_t bucket = 0;
            if (place > 0) bucket = static_cast<std::size_t>(place);
            if (bucket != 0 && static_cast<Scalar>(bucket) == place) --bucket;
            sums[(target.row[k] != 0 ? 0 : thresholds()) + bucket] += weight;
        }
    }

    double result(const double* sums) const {
        double positives = 0, negatives = 0;
        for (std::size_t t = thresholds(); t-- > 0;) {
            positives += sums[t];
            negatives += sums[thresholds() + t];
        }
        const bool pieces = is(curve, "PR") && is(summation_method, "interpolation");
        const Rates all{positives, negatives};
        Rates above{};  // the last threshold
        double area = 0;
        for (std::size_t t = thresholds(); t-- > 0;) {
            const Rates at{above.right + sums[t], above.wrong + sums[thresholds() + t]};
            if (t + 1 < thresholds())
                area += pieces ? precision_between(at, above, all) : area_between(at, above, all);
            above = at;
        }
        return area;
    }

    Sentence mistake(const Shape&, bool) const {
        Sentence says;
        if (num_thresholds.value < 2)
            return says << "AUC: num_thresholds is " << num_thresholds.value
                        << " but needs to be 2 at least";
        if (!is(curve, "ROC") && !is(curve, "PR") && !is(curve, "PRGAIN"))
            return says << "AUC: curve is '" << curve << "' but needs to be ROC, PR or PRGAIN";
        if (!is(summation_method, "interpolation") && !is(summation_method, "minoring") &&
            !is(summation_method, "majoring"))
            says << "AUC: summation_method is '" << summation_method
                 << "' but needs to be interpolation, minoring or majoring";
        return says;
    }

private:
    /// True and false positives.
    struct Rates {
        double right = 0, wrong = 0;
    };

    struct Point {
        double x, y;
    };

    constexpr std::size_t thresholds() const {
        return static_cast<std::size_t>(num_thresholds.value);
    }

    /// Whether two words are the same but for capitals, as in Keras.
    static constexpr bool is(std::string_view given, std::string_view word) {
        const auto small = [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        };
        bool same = given.size() == word.size();
        for (std::size_t k = 0; same && k < word.size(); ++k)
            same = small(given[k]) == small(word[k]);
        return same;
    }

    /// a / b; 0 where b is 0.
    static double share(double a, double b) { return b == 0 ? 0 : a / b; }

    Point point(const Rates& at, const Rates& all) const {
        const double recall = share(at.right, all.right);
        if (is(curve, "ROC")) return {share(at.wrong, all.wrong), recall};
        if (is(curve, "PR")) return {recall, share(at.right, at.right + at.wrong)};
        if (at.right == 0) return {0, 1};
        const double odds = share(all.right, all.wrong);
        const double gain = 1 - simd::mul(odds, (all.right - at.right) / at.right);
        return {gain < 0 ? 0 : gain, 1 - simd::mul(odds, at.wrong / at.right)};
    }

    /// The area between two neighbouring thresholds.
    double area_between(const Rates& low, const Rates& high, const Rates& all) const {
        const Point left = point(low, all), right = point(high, all);
        const double least = left.y < right.y ? left.y : right.y;
        const double height = is(summation_method, "interpolation") ? (left.y + right.y) / 2
                              : is(summation_method, "minoring")    ? least
                                                                    : left.y + right.y - least;
        return simd::mul(left.x - right.x, height);
    }

    /// The same under precision over recall, where both true and all positives grow evenly between
    /// two thresholds (Davis and Goadrich 2006, section 4): with s = d right / d all positives,
    /// s (d right + (right - s all positives) log(ratio of all positives)) / positives.
    static double precision_between(const Rates& low, const Rates& high, const Rates& all) {
        const double taken_low = low.right + low.wrong, taken_high = high.right + high.wrong;
        const double gained = low.right - high.right, taken = taken_low - taken_high;
        const double slope = taken > 0 ? gained / taken : 0;
        const double intercept = high.right - simd::mul(slope, taken_high);
        const double ratio = taken_low > 0 && taken_high > 0 ? taken_low / taken_high : 1;
        const double bent = gained + simd::mul(intercept, kernel::log(ratio));
        return all.right > 0 ? simd::mul(slope, bent) / all.right : 0;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::AUC;
}  // namespace inlay
#endif  // INLAY_TRAIN_AUC_HPP

// <inlay/train/whole.hpp>
#ifndef INLAY_TRAIN_WHOLE_HPP
#define INLAY_TRAIN_WHOLE_HPP
// How the work on one whole tensor is cut for threads: by its length alone, and so is the order of
// sums over it.

namespace inlay::INLAY_ABI {

/// The parts of a tensor of `count` weights: as many as `most`, and whole blocks each.
struct Parts {
    static constexpr std::size_t most = 64;

    /// Weights that are worked on, and summed, together: a chain for each of 16 lanes.
    static constexpr std::size_t block = 16 * kernel::chain_length;

    /// A tensor up to this length is one part.
    static constexpr std::size_t least = 16 * block;

    std::size_t count, size;

    constexpr explicit Parts(std::size_t weights) : count(weights), size(least) {
        if (weights > most * least)
            size = kernel::divided_up(kernel::divided_up(weights, most), block) * block;
    }

    constexpr std::size_t number() const { return kernel::divided_up(count, size); }

    /// Calls body(first, count) for the blocks of one part.
    template <class Body>
    void for_each_block(std::size_t part, Body&& body) const {
        const std::size_t begin = part * size, left = count - begin;
        const std::size_t end = begin + (left < size ? left : size);
        for (std::size_t first = begin; first < end; first += block)
            body(first, end - first < block ? end - first : block);
    }
};

/// The sum of the squares of a block, 16 chains of it.
template <class Scalar>
double squares_of_block(const Scalar* from, std::size_t count) {
    return static_cast<double>(simd::sum_of_squares(from, count));
}

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_TRAIN_WHOLE_HPP

// <inlay/train/lamb.hpp>
#ifndef INLAY_TRAIN_LAMB_HPP
#define INLAY_TRAIN_LAMB_HPP
namespace inlay::INLAY_ABI {

/// Adam whose step on each tensor is as long as the tensor (You et al. 2020, as Keras has it):
///
///     m += (g - m) (1 - beta_1)      v += (g g - v) (1 - beta_2)
///     u = m / (1 - beta_1^t) / (sqrt(v / (1 - beta_2^t)) + epsilon)
///     w -= rate |w| / |u| u          without |w| / |u| where either norm is 0
struct Lamb {
    static constexpr std::string_view name = "lamb";
    static constexpr int moments = 2;
    static constexpr std::string_view moment_names[] = {"m", "v"};
    static constexpr bool whole_tensors = true;

    /// Calls visit(name, field) for every field: what a checkpoint holds of the optimizer.
    static void fields(auto& self, auto&& visit) {
        visit("learning_rate", self.learning_rate);
        visit("beta_1", self.beta_1);
        visit("beta_2", self.beta_2);
        visit("epsilon", self.epsilon);
    }

    Rate learning_rate = 0.001L;
    Real beta_1 = 0.9L;
    Real beta_2 = 0.999L;
    Real epsilon = 1e-7L;

    /// The rate of a step, and what corrects the bias of young moments.
    struct Pace {
        double rate, young_1, young_2;
    };

    /// `step` counts from 0.
    Pace pace(std::uint64_t step) const {
        return {learning_rate.at(step), 1 - power(beta_1, step + 1), 1 - power(beta_2, step + 1)};
    }

    template <class Scalar, class Runner>
    void update(const Stretch<Scalar>& s, Pace pace, Runner& runner) const {
        const Parts parts(s.count);
        struct Squares {
            double weights = 0, directions = 0;
        } squares[Parts::most];
        runner.parallel(parts.number(), [&](std::size_t part, std::size_t) {
            parts.for_each_block(part, [&](std::size_t first, std::size_t count) {
                Scalar u[Parts::block];
                move_moments(s, first, count);
                directions(s, pace, first, count,
                           [&](std::size_t k, auto direction, int lanes)
                               INLAY_INLINE_LAMBDA { simd::store_some(u + k, direction, lanes); });
                squares[part].weights += squares_of_block(s.weights + first, count);
                squares[part].directions += squares_of_block(u, count);
            });
        });
        Squares all;
        for (std::size_t part = 0; part < parts.number(); ++part) {
            all.weights += squares[part].weights;
            all.directions += squares[part].directions;
        }
        const double ratio =
            all.weights > 0 && all.directions > 0
                ? simd::registers::root(all.weights) / simd::registers::root(all.directions)
                : 1;
        const auto descend = simd::broadcast(-static_cast<Scalar>(simd::mul(pace.rate, ratio)));
        runner.parallel(parts.number(), [&](std::size_t part, std::size_t) {
            parts.for_each_block(part, [&](std::size_t first, std::size_t count) {
                directions(s, pace, first, count,
                           [&](std::size_t k, auto direction, int lanes) INLAY_INLINE_LAMBDA {
                               Scalar* const to = s.weights + first + k;
                               const auto w = simd::load_some(to, lanes);
                               simd::store_some(to, simd::fma(descend, direction, w), lanes);
                           });
            });
        });
    }

private:
    template <class Scalar>
    void move_moments(const Stretch<Scalar>& s, std::size_t first, std::size_t count) const {
        const adam::Averages<Scalar> averages(beta_1, beta_2);
        simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            averages.move(s, first + k, lanes);
        });
    }

    /// Gives u pack by pack: the same bits each time, so that nothing keeps it.
    template <class Scalar, class Take>
    INLAY_INLINE void directions(const Stretch<Scalar>& s, const Pace& pace, std::size_t first,
                                 std::size_t count, Take&& take) const {
        const auto young_1 = simd::broadcast(static_cast<Scalar>(pace.young_1));
        const auto young_2 = simd::broadcast(static_cast<Scalar>(pace.young_2));
        const auto floor = simd::broadcast(static_cast<Scalar>(epsilon));
        simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            const auto m = simd::load_some(s.moments[0] + first + k, lanes);
            const auto v = simd::load_some(s.moments[1] + first + k, lanes);
            const auto size = simd::add(simd::square_root(simd::div(v, young_2)), floor);
            take(k, simd::div(simd::div(m, young_1), size), lanes);
        });
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Lamb;
}  // namespace inlay
#endif  // INLAY_TRAIN_LAMB_HPP

// <inlay/train/loss.hpp>
#ifndef INLAY_TRAIN_LOSS_HPP
#define INLAY_TRAIN_LOSS_HPP
// Losses. Each names the activation whose input it can take instead of its output, says what its
// targets are, and computes the loss of one row of features and its gradient. Losses are means over
// all rows of a batch, as in Keras; those that see more than a row are in overlap.hpp. What they
// have in common is the concept at the end.

namespace inlay::INLAY_ABI {

/// The bound that keeps probabilities from 0 and 1, Keras's epsilon().
inline constexpr auto probability_margin = static_cast<double>(1e-7L);

namespace loss {

// Sums over features are doubles, so that wide rows lose no digits: a product of two floats is
// exact there.

/// -log p of the class at z_k, with sum_j exp(z_j - m) = 1 + (the other p_j) / max_j p_j: the
/// softmax is not worked out again, and a prediction that is almost sure keeps its small loss.
template <class Scalar>
struct LogSoftmax {
    Scalar largest, log_sum;

    explicit LogSoftmax(const Prediction<Scalar>& row)
        : largest(kernel::largest(row.logits, row.features)) {
        std::size_t best = 0;
        for (std::size_t k = 1; k < row.features; ++k)
            if (row.output[best] < row.output[k]) best = k;
        double others = 0;
        for (std::size_t k = 0; k < row.features; ++k)
            if (k != best) others += static_cast<double>(row.output[k]);
        log_sum = simd::log1p(static_cast<Scalar>(others) / row.output[best]);
    }

    Scalar negative(Scalar logit) const { return (largest - logit) + log_sum; }
};

/// sum + weight value; where the weight is 0 the value does not count, be it infinite.
template <class Scalar>
double weighted(double sum, Scalar weight, Scalar value) {
    const double term = simd::mul(static_cast<double>(weight), static_cast<double>(value));
    return weight == 0 ? sum : sum + term;
}

/// The loss of a row from a sum over its features.
template <class Scalar>
Scalar mean(double sum, std::size_t features) {
    return static_cast<Scalar>(sum / static_cast<double>(features));
}

template <class Scalar>
Scalar clipped(Scalar p) {
    const auto margin = static_cast<Scalar>(probability_margin);
    return p < margin ? margin : p > 1 - margin ? 1 - margin : p;
}

/// Whether clipping left p alone, so that its gradient passes.
template <class Scalar>
bool passes(Scalar p) {
    return clipped(p) == p;
}

}  // namespace loss

/// -log of the probability of the right class; targets are class numbers, one a row.
struct SparseCategoricalCrossentropy {
    static constexpr std::string_view name = "sparse_categorical_crossentropy";
    static constexpr bool sparse = true;
    using Logits = Softmax;

    /// With logits: dz_k = scale (p_k - [k = class]).
    /// Without: -log (q_class / sum q) with q = clip(p), as Keras does.
    template <bool logits, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        if constexpr (logits) {
            for (std::size_t k = 0; gradient && k < y.features; ++k)
                gradient[k] =
                    simd::mul(y.output[k] - (k == target.chosen ? Scalar{1} : Scalar{0}), scale);
            return loss::LogSoftmax<Scalar>(y).negative(y.logits[target.chosen]);
        } else {
            double total = 0;
            for (std::size_t k = 0; k < y.features; ++k)
                total += static_cast<double>(loss::clipped(y.output[k]));
            const auto sum = static_cast<Scalar>(total);
            for (std::size_t k = 0; gradient && k < y.features; ++k) {
                const Scalar right =
                    k == target.chosen ? 1 / loss::clipped(y.output[k]) : Scalar{0};
                gradient[k] =
                    loss::passes(y.output[k]) ? simd::mul(1 / sum - right, scale) : Scalar{0};
            }
            return kernel::log(sum) - kernel::log(loss::clipped(y.output[target.chosen]));
        }
    }
};

/// -sum_k t_k log p_k; targets are rows of probabilities, one-hot or not.
struct CategoricalCrossentropy {
    static constexpr std::string_view name = "categorical_crossentropy";
    static constexpr bool sparse = false;
    using Logits = Softmax;

    /// With logits: dz_k = scale (p_k sum_j t_j - t_k).
    /// Without: -sum_k t_k log clip(p_k / sum p), as Keras does.
    template <bool logits, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        double loss = 0, targets = 0;
        for (std::size_t k = 0; k < y.features; ++k) targets += static_cast<double>(target.row[k]);
        if constexpr (logits) {
            const auto total = static_cast<Scalar>(targets);
            const loss::LogSoftmax<Scalar> log(y);
            for (std::size_t k = 0; k < y.features; ++k) {
                loss = loss::weighted(loss, target.row[k], log.negative(y.logits[k]));
                if (gradient)
                    gradient[k] = simd::mul(simd::fma(y.output[k], total, -target.row[k]), scale);
            }
        } else {
            double total = 0, passed = 0;
            for (std::size_t k = 0; k < y.features; ++k) total += static_cast<double>(y.output[k]);
            const auto sum = static_cast<Scalar>(total);
            for (std::size_t k = 0; k < y.features; ++k) {
                const Scalar q = y.output[k] / sum;
                loss = loss::weighted(loss, -target.row[k], kernel::log(loss::clipped(q)));
                if (loss::passes(q)) passed += static_cast<double>(target.row[k]);
            }
            const auto mean = static_cast<Scalar>(-passed);  // sum_k dq_k q_k with q = p / sum p
            for (std::size_t k = 0; gradient && k < y.features; ++k) {
                const Scalar q = y.output[k] / sum;
                const Scalar dq = loss::passes(q) ? -target.row[k] / q : Scalar{0};
                gradient[k] = simd::mul((dq - mean) / sum, scale);
            }
        }
        return static_cast<Scalar>(loss);
    }
};

/// -mean_k (t_k log p_k + (1 - t_k) log (1 - p_k)); targets have the shape of the output.
/// `from_logits`: the output is the logit itself (a Sigmoid that stands last is taken back, as in
/// Keras); `label_smoothing` s: t becomes t (1 - s) + s / 2.
struct BinaryCrossentropy {
    static constexpr std::string_view name = "binary_crossentropy";
    static constexpr bool sparse = false;
    using Logits = Sigmoid;

    bool from_logits = false;
    Real label_smoothing = 0.0;

    /// With logits: |z| (z < 0 ? t : 1 - t) + log(1 + exp(-|z|)), which is max(z, 0) - z t +
    /// log(1 + exp(-|z|)) without the difference; dz_k = scale (p_k - t_k) / features.
    /// Without: the formula on clip(p).
    template <bool logits, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        const Scalar share = Scalar{1} / static_cast<Scalar>(y.features);
        const auto smooth = static_cast<Scalar>(label_smoothing);
        double loss = 0;
        for (std::size_t k = 0; k < y.features; ++k) {
            const Scalar t = simd::fma(target.row[k], 1 - smooth, simd::mul(smooth, Scalar{0.5}));
            Scalar slope;
            if (logits || from_logits) {
                const Scalar z = logits ? y.logits[k] : y.output[k];
                const Scalar p = logits ? y.output[k] : kernel::sigmoid(z);
                const Scalar size = z < 0 ? -z : z;
                loss += static_cast<double>(simd::log1p(simd::exp(-size)));
                loss = loss::weighted(loss, z < 0 ? t : 1 - t, size);
                slope = p - t;
            } else {
                const Scalar p = y.output[k], q = loss::clipped(p);
                loss = loss::weighted(loss, -t, kernel::log(q));
                loss = loss::weighted(loss, t - 1, kernel::log(1 - q));
                slope = loss::passes(p) ? (1 - t) / (1 - q) - t / q : Scalar{0};
            }
            if (gradient) gradient[k] = simd::mul(simd::mul(slope, share), scale);
        }
        return loss::mean<Scalar>(loss, y.features);
    }
};

/// mean_k (t_k - y_k)^2; targets have the shape of the output.
struct MeanSquaredError {
    static constexpr std::string_view name = "mean_squared_error";
    static constexpr bool sparse = false;
    using Logits = void;

    /// dy_k = 2 scale (y_k - t_k) / features
    template <bool, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        const Scalar share = Scalar{1} / static_cast<Scalar>(y.features);
        double squares = 0;
        for (std::size_t k = 0; k < y.features; ++k) {
            const Scalar d = y.output[k] - target.row[k];
            squares += simd::mul(static_cast<double>(d), static_cast<double>(d));
            if (gradient) gradient[k] = simd::mul(simd::mul(2 * d, share), scale);
        }
        return loss::mean<Scalar>(squares, y.features);
    }
};

/// Whether a loss sees more than a row: sums over the rows of an example, or of the batch.
template <class Loss>
inline constexpr bool sums_rows =
    requires(const Loss& loss, const Shape& output) { loss.sums(output); };

/// Whether its sums may go over the batch, which its fields then say.
template <class Loss>
inline constexpr bool may_sum_batch =
    requires(const Loss& loss, const Shape& output) { loss.over_batch(output); };

/// What a type lacks to be a loss for networks of Scalar: a list of names, empty for a loss.
template <class Type, class Scalar>
constexpr Sentence missing_of_loss() {
    Missing missing;
    missing.needs(requires { static_cast<bool>(Type::sparse); }, "sparse");
    missing.needs(requires { std::type_identity<typename Type::Logits>(); }, "Logits");
    if constexpr (sums_rows<Type>) {
        missing.needs(
            requires(const Type& loss, double* sums, const Prediction<Scalar>& y,
                     const Target<Scalar>& target,
                     const Shape& output) { loss.add(sums, y, target, output); },
            "add");
        missing.needs(
            requires(const Type& loss, const double* sums, const Shape& output) {
                double(loss.value(sums, output));
            }, "value");
        missing.needs(
            requires(const Type& loss, const double* sums, const Prediction<Scalar>& y,
                     const Target<Scalar>& target, Scalar* gradient, const Shape& output) {
                loss.slope(sums, y, target, Scalar{}, gradient, output);
            },
            "slope");
    } else {
        missing.needs(RowLoss<Type, Scalar>, "row");
    }
    return missing.list;
}

/// What compile() takes as a loss: `sparse` says whether targets are classes or rows of numbers;
/// `Logits` is the activation whose input the loss can take, or void; and it is one of
///
/// * a mean over rows: `row<logits>(prediction, target, scale, gradient)` is the loss of one row,
///   and writes `scale` times its gradient where `gradient` is not null;
/// * a mean over examples that are seen as wholes, by sums over their rows: `sums(output_shape)`
///   says how many, as doubles that are zeros at first; `add(sums, prediction, target,
///   output_shape)` adds a row to them; `value(sums, output_shape)` is the loss of an example, and
///   `slope(sums, prediction, target, scale, gradient, output_shape)` writes `scale` times its
///   gradient with respect to one row. Where `over_batch(output_shape)` is there and true, the
///   sums go over all examples of a batch.
///
/// A mask leaves its places out of a mean over rows, unless the loss states `masks = false`. With
/// `mistake(output_shape, sparse)` it may say, in a Sentence, that its fields do not fit.
template <class Type, class Scalar = float>
concept Loss = missing_of_loss<Type, Scalar>().empty();

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::BinaryCrossentropy;
using INLAY_ABI::CategoricalCrossentropy;
using INLAY_ABI::MeanSquaredError;
using INLAY_ABI::SparseCategoricalCrossentropy;
}  // namespace inlay
#endif  // INLAY_TRAIN_LOSS_HPP

// <inlay/train/objects.hpp>
#ifndef INLAY_TRAIN_OBJECTS_HPP
#define INLAY_TRAIN_OBJECTS_HPP
// Objects of several types beside each other, such as the metrics of an output.

namespace inlay::INLAY_ABI {

namespace objects {

template <std::size_t, class Type>
struct Place {
    Type object{};
};

template <class Numbers, class... Types>
struct Places;

template <std::size_t... K, class... Types>
struct Places<std::index_sequence<K...>, Types...> : Place<K, Types>... {};

}  // namespace objects

/// Objects in an order; a type may stand there more than once.
template <class... Types>
class Objects : objects::Places<std::index_sequence_for<Types...>, Types...> {
public:
    constexpr Objects() = default;
    constexpr Objects(Types... each)
        requires(sizeof...(Types) != 0)
        : Objects::Places{{each}...} {}

    /// Calls body(object) for each of them.
    template <class Body>
    constexpr void for_each([[maybe_unused]] Body&& body) const {
        [&]<std::size_t... K>(std::index_sequence<K...>) {
            (body(static_cast<const objects::Place<K, Types>&>(*this).object), ...);
        }(std::index_sequence_for<Types...>());
    }
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_TRAIN_OBJECTS_HPP

// <inlay/train/losses.hpp>
#ifndef INLAY_TRAIN_LOSSES_HPP
#define INLAY_TRAIN_LOSSES_HPP
namespace inlay::INLAY_ABI {

/// A loss for each output of a network, in the order of the outputs, and how much each counts:
/// Losses{SparseCategoricalCrossentropy{}, MeanSquaredError{}}.weights(1, 0.5). All count once
/// unless told.
template <class... Each>
class Losses {
public:
    static constexpr std::size_t count = sizeof...(Each);

    constexpr explicit Losses(Each... losses) : losses_(losses...) {
        for (double& weight : weights_) weight = 1;
    }

    /// The same losses, with a weight for each.
    template <class... Weights>
    constexpr Losses weights(Weights... each) const {
        static_assert(sizeof...(Weights) == count, "inlay: Losses take one weight for each");
        Losses weighted = *this;
        weighted.weights_ = {static_cast<double>(Real(each))...};
        return weighted;
    }

    /// Calls body(loss, weight) for each output.
    template <class Body>
    constexpr void for_each(Body&& body) const {
        std::size_t output = 0;
        losses_.for_each([&](const auto& loss) { body(loss, weights_[output++]); });
    }

private:
    Objects<Each...> losses_;
    std::array<double, count> weights_{};
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Losses;
}  // namespace inlay
#endif  // INLAY_TRAIN_LOSSES_HPP

// <inlay/train/mean_io_u.hpp>
#ifndef INLAY_TRAIN_MEAN_IO_U_HPP
#define INLAY_TRAIN_MEAN_IO_U_HPP
namespace inlay::INLAY_ABI {

/// The mean over classes of intersection over union: of the rows that are of a class or taken for
/// it, the share that is both. A class that neither occurs nor is predicted does not count.
///
/// Where the loss takes classes, a row is taken for its largest feature, or for the class that its
/// only feature is. Where it takes rows of numbers, each number is a class by itself, or with
/// `sparse_y_true` and `sparse_y_pred` false each row the class of its largest number.
struct MeanIoU {
    static constexpr std::string_view name = "mean_io_u";
    static constexpr bool larger_is_better = true;
    static constexpr std::int64_t none = INT64_MIN;

    Whole num_classes = 0;
    Whole ignore_class = none;  ///< rows of this class do not count
    bool sparse_y_true = true;
    bool sparse_y_pred = true;

    /// Rows of a class that are taken for it, of a class, and taken for it, by class.
    constexpr std::size_t sums() const { return 3 * classes(); }

    template <bool sparse, class Scalar>
    void add(double* sums, const Scalar* y, const Target<Scalar>& target, std::size_t features,
             double weight) const {
        if constexpr (sparse) {
            count(sums, static_cast<double>(target.chosen),
                  features == 1 ? static_cast<double>(y[0])
                                : static_cast<double>(scoring::largest(y, features)),
                  weight);
        } else if (!sparse_y_true && !sparse_y_pred) {
            count(sums, static_cast<double>(scoring::largest(target.row, features)),
                  static_cast<double>(scoring::largest(y, features)), weight);
        } else {
            for (std::size_t k = 0; k < features; ++k)
                count(sums, static_cast<double>(target.row[k]), static_cast<double>(y[k]), weight);
        }
    }

    double result(const double* sums) const {
        double shares = 0, present = 0;
        for (std::size_t k = 0, all = classes(); k < all; ++k) {
            const double any = sums[all + k] + sums[2 * all + k] - sums[k];
            if (any <= 1e-9) continue;
            shares += sums[k] / (any + epsilon);
            ++present;
        }
        return shares / (present + epsilon);
    }

    Sentence mistake(const Shape& output, bool sparse) const {
        Sentence says;
        if (num_classes.value < 1)
            says << "MeanIoU: num_classes is " << num_classes.value
                 << " but needs to be 1 at least";
        else if (!sparse && sparse_y_true != sparse_y_pred && output.last() > 1)
            says << "MeanIoU: of rows of " << output.last()
                 << " numbers sparse_y_true and sparse_y_pred are both true or both false";
        return says;
    }

private:
    static constexpr auto epsilon = static_cast<double>(1e-7L);

    constexpr std::size_t classes() const { return static_cast<std::size_t>(num_classes.value); }

    /// Counts a row, by numbers that become classes as Keras casts them; outside of all classes it
    /// does not count.
    void count(double* sums, double truth, double predicted, double weight) const {
        const auto all = static_cast<double>(num_classes.value);
        if (!(truth > -1 && truth < all && predicted > -1 && predicted < all)) return;
        const auto of = static_cast<std::int64_t>(truth);
        if (of == ignore_class.value) return;
        const auto row = static_cast<std::size_t>(of);
        const auto column = static_cast<std::size_t>(predicted < 0 ? 0 : predicted);
        if (row == column) sums[row] += weight;
        sums[classes() + row] += weight;
        sums[2 * classes() + column] += weight;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::MeanIoU;
}  // namespace inlay
#endif  // INLAY_TRAIN_MEAN_IO_U_HPP

// <inlay/train/overlap.hpp>
#ifndef INLAY_TRAIN_OVERLAP_HPP
#define INLAY_TRAIN_OVERLAP_HPP
// Losses of the overlap of whole maps: functions of sums over an example, or over the batch.

namespace inlay::INLAY_ABI {

/// The axes of a batch that a loss sums over, of which number 0 is that of the examples and -1 the
/// last: {1, 2, 3} is each example by itself, {} all axes.
class SummedAxes {
public:
    constexpr SummedAxes() = default;
    constexpr SummedAxes(std::initializer_list<int> axes) {
        for (const int axis : axes)
            if (count_ < most) axes_[count_++] = axis;
    }

    /// Whether they hold an axis of a batch of outputs that have so many.
    constexpr bool hold(int axis, int output_rank) const {
        bool found = count_ == 0;
        for (int k = 0; k < count_; ++k)
            found = found || axes_[k] == axis || axes_[k] == axis - output_rank - 1;
        return found;
    }

    /// Whether the examples are summed up.
    constexpr bool hold_batch(int output_rank) const { return hold(0, output_rank); }
    /// Whether the features are.
    constexpr bool hold_features(int output_rank) const { return hold(output_rank, output_rank); }

    /// What is wrong with them for outputs of a shape.
    constexpr Sentence mistake(std::string_view loss, const Shape& output) const {
        Sentence says;
        for (int axis = 1; axis < output.rank() && says.empty(); ++axis)
            if (!hold(axis, output.rank()))
                says << loss << ": axis lacks " << axis
                     << "; it may leave out 0, the examples, and the last axis alone";
        for (int k = 0; k < count_ && says.empty(); ++k)
            if (axes_[k] > output.rank() || axes_[k] < -output.rank() - 1)
                says << loss << ": axis has " << axes_[k]
                     << " but a batch of outputs has axes 0 to " << output.rank();
        return says;
    }

private:
    static constexpr int most = Shape::max_rank + 1;

    int axes_[most]{};
    int count_ = 0;
};

namespace overlap {

/// Sums over some places: of t y, t and y.
struct Areas {
    double both = 0, truth = 0, predicted = 0;
};

/// Where the sums lie to which feature k belongs: three for all, or three for each feature.
constexpr std::size_t cell(bool all, std::size_t k) { return all ? 0 : 3 * k; }

template <class Scalar>
void add(double* sums, bool all, const Prediction<Scalar>& y, const Target<Scalar>& target) {
    for (std::size_t k = 0; k < y.features; ++k) {
        double* const to = sums + cell(all, k);
        const auto t = static_cast<double>(target.row[k]), p = static_cast<double>(y.output[k]);
        to[0] += simd::mul(t, p);
        to[1] += t;
        to[2] += p;
    }
}

/// The mean of formula(areas) over the cells of sums.
template <class Formula>
double mean(const double* sums, bool all, std::size_t features, const Formula& formula) {
    const std::size_t cells = all ? 1 : features;
    double total = 0;
    for (std::size_t k = 0; k < cells; ++k)
        total += formula(Areas{sums[3 * k], sums[3 * k + 1], sums[3 * k + 2]});
    return total / static_cast<double>(cells);
}

/// Writes scale times slope(areas, t), the derivative by y, of all features of a row.
template <class Scalar, class Slope>
void write_slopes(const double* sums, bool all, const Prediction<Scalar>& y,
                  const Target<Scalar>& target, Scalar scale, Scalar* gradient,
                  const Slope& slope) {
    const double share = 1 / static_cast<double>(all ? 1 : y.features);
    for (std::size_t k = 0; k < y.features; ++k) {
        const double* const at = sums + cell(all, k);
        const double d = slope(Areas{at[0], at[1], at[2]}, static_cast<double>(target.row[k]));
        gradient[k] =
            static_cast<Scalar>(simd::mul(simd::mul(d, share), static_cast<double>(scale)));
    }
}

}  // namespace overlap

/// 1 - 2 sum(t y) / (sum t + sum y), over all axes of a batch, or over those of `axis`; targets
/// have the shape of the output.
struct Dice {
    static constexpr std::string_view name = "dice";
    static constexpr bool sparse = false;
    using Logits = void;

    SummedAxes axis{};

    bool over_batch(const Shape& output) const { return axis.hold_batch(output.rank()); }
    std::size_t sums(const Shape& output) const { return all(output) ? 3 : 3 * output.last(); }

    template <class Scalar>
    void add(double* sums, const Prediction<Scalar>& y, const Target<Scalar>& target,
             const Shape& output) const {
        overlap::add(sums, all(output), y, target);
    }

    double value(const double* sums, const Shape& output) const {
        return overlap::mean(sums, all(output), output.last(),
                             [](const overlap::Areas& s) { return 1 - 2 * s.both / whole(s); });
    }

    /// 2 (sum(t y) / whole - t) / whole
    template <class Scalar>
    void slope(const double* sums, const Prediction<Scalar>& y, const Target<Scalar>& target,
               Scalar scale, Scalar* gradient, const Shape& output) const {
        overlap::write_slopes(sums, all(output), y, target, scale, gradient,
                              [](const overlap::Areas& s, double t) {
                                  return 2 * (s.both / whole(s) - t) / whole(s);
                              });
    }

    Sentence mistake(const Shape& output, bool) const { return axis.mistake("Dice", output); }

private:
    static double whole(const overlap::Areas& s) {
        return s.truth + s.predicted + probability_margin;
    }
    bool all(const Shape& output) const { return axis.hold_features(output.rank()); }
};

/// 1 - both / (both + alpha misses + beta alarms), with both = sum(t y), misses = sum(t (1 - y))
/// and alarms = sum((1 - t) y), over all axes of a batch, or over those of `axis`.
struct Tversky {
    static constexpr std::string_view name = "tversky";
    static constexpr bool sparse = false;
    using Logits = void;

    Real alpha = 0.5;
    Real beta = 0.5;
    SummedAxes axis{};

    bool over_batch(const Shape& output) const { return axis.hold_batch(output.rank()); }
    std::size_t sums(const Shape& output) const { return all(output) ? 3 : 3 * output.last(); }

    template <class Scalar>
    void add(double* sums, const Prediction<Scalar>& y, const Target<Scalar>& target,
             const Shape& output) const {
        overlap::add(sums, all(output), y, target);
    }

    double value(const double* sums, const Shape& output) const {
        return overlap::mean(sums, all(output), output.last(),
                             [&](const overlap::Areas& s) { return 1 - s.both / whole(s); });
    }

    /// (both (t - alpha t + beta (1 - t)) / whole - t) / whole
    template <class Scalar>
    void slope(const double* sums, const Prediction<Scalar>& y, const Target<Scalar>& target,
               Scalar scale, Scalar* gradient, const Shape& output) const {
        overlap::write_slopes(
            sums, all(output), y, target, scale, gradient, [&](const overlap::Areas& s, double t) {
                const double grows = simd::mul(1 - alpha, t) + simd::mul(double{beta}, 1 - t);
                return (simd::mul(s.both / whole(s), grows) - t) / whole(s);
            });
    }

    Sentence mistake(const Shape& output, bool) const { return axis.mistake("Tversky", output); }

private:
    double whole(const overlap::Areas& s) const {
        return s.both + simd::mul(double{alpha}, s.truth - s.both) +
               simd::mul(double{beta}, s.predicted - s.both) + probability_margin;
    }
    bool all(const Shape& output) const { return axis.hold_features(output.rank()); }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Dice;
using INLAY_ABI::SummedAxes;
using INLAY_ABI::Tversky;
}  // namespace inlay
#endif  // INLAY_TRAIN_OVERLAP_HPP

// <inlay/train/sgd.hpp>
#ifndef INLAY_TRAIN_SGD_HPP
#define INLAY_TRAIN_SGD_HPP
namespace inlay::INLAY_ABI {

/// Stochastic gradient descent: w -= rate g, or with momentum v = momentum v - rate g, w += v, or
/// with Nesterov's look-ahead w += momentum v - rate g. Without momentum it keeps nothing.
struct SGD {
    static constexpr std::string_view name = "sgd";
    static constexpr int moments = 1;
    static constexpr std::string_view moment_names[] = {"momentum"};

    /// Calls visit(name, field) for every field: what a checkpoint holds of the optimizer.
    static void fields(auto& self, auto&& visit) {
        visit("learning_rate", self.learning_rate);
        visit("momentum", self.momentum);
        visit("nesterov", self.nesterov);
    }

    constexpr int moments_in_use() const { return momentum == 0 ? 0 : 1; }

    Rate learning_rate = 0.01L;
    Real momentum = 0.0;
    bool nesterov = false;

    /// `step` counts from 0.
    template <class Scalar>
    void update(const Stretch<Scalar>& s, std::uint64_t step) const {
        const auto descend = simd::broadcast(-static_cast<Scalar>(learning_rate.at(step)));
        const auto keep = simd::broadcast(static_cast<Scalar>(momentum));
        simd::for_each_pack<Scalar>(s.count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            const auto g = simd::load_some(s.gradient + k, lanes);
            auto w = simd::load_some(s.weights + k, lanes);
            if (momentum == 0) {
                w = simd::fma(descend, g, w);
            } else {
                auto v = simd::load_some(s.moments[0] + k, lanes);
                v = simd::fma(descend, g, simd::mul(keep, v));
                simd::store_some(s.moments[0] + k, v, lanes);
                w = nesterov ? simd::add(w, simd::fma(descend, g, simd::mul(keep, v)))
                             : simd::add(w, v);
            }
            simd::store_some(s.weights + k, w, lanes);
        });
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::SGD;
}  // namespace inlay
#endif  // INLAY_TRAIN_SGD_HPP

// <inlay/layer/named.hpp>
#ifndef INLAY_LAYER_NAMED_HPP
#define INLAY_LAYER_NAMED_HPP
// Names that users give.

namespace inlay::INLAY_ABI {

/// A name as a template argument: what stands between quotes.
template <std::size_t Length>
struct Name {
    char text[Length]{};

    constexpr explicit(false) Name(const char (&given)[Length]) {
        for (std::size_t k = 0; k < Length; ++k) text[k] = given[k];
    }

    constexpr std::string_view view() const { return {text, Length - 1}; }
};

/// A layer under a name of its own, and with it its output: From<"x"> reads it, model.weights()
/// calls its tensors x/kernel. Named<"x", Sequential<...>> is a nested model: one row in summary(),
/// its tensors are x/conv2d/kernel. Of an Input in Inputs it is the name of an input.
template <Name name, class Layer>
struct Named {};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Named;
}  // namespace inlay
#endif  // INLAY_LAYER_NAMED_HPP

// <inlay/layer/from.hpp>
#ifndef INLAY_LAYER_FROM_HPP
#define INLAY_LAYER_FROM_HPP
namespace inlay::INLAY_ABI {

/// A branch that begins at the output of the layer of a name, given or Keras's own, or at an input:
/// Concat<Identity, From<"half">>. The layer stands before it, also in an earlier branch; in a
/// nested model names are looked for there first, then around it.
template <Name name>
struct From {};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::From;
}  // namespace inlay
#endif  // INLAY_LAYER_FROM_HPP

// <inlay/layer/frozen.hpp>
#ifndef INLAY_LAYER_FROZEN_HPP
#define INLAY_LAYER_FROZEN_HPP
namespace inlay::INLAY_ABI {

/// A part of a network whose weights stay as they are, Keras's trainable = False: they belong to
/// state(), have no gradient and no moments, and a BatchNorm in it runs on its moving statistics.
template <class Layer>
struct Frozen {};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Frozen;
}  // namespace inlay
#endif  // INLAY_LAYER_FROZEN_HPP

// <inlay/layer/inputs.hpp>
#ifndef INLAY_LAYER_INPUTS_HPP
#define INLAY_LAYER_INPUTS_HPP
// What a network is bound to: one input, or several by name.

namespace inlay::INLAY_ABI {

/// One input of a network; without a name it has Keras's: input_layer, input_layer_1 ...
struct InputFacts {
    std::string_view name;
    Shape shape;
};

namespace entries {

template <class In>
struct FactsOf {
    static constexpr InputFacts value{{}, In::shape};
};

template <Name name, class In>
struct FactsOf<Named<name, In>> {
    static constexpr InputFacts value{name.view(), In::shape};
};

}  // namespace entries

/// Several inputs of a network, such as Inputs<Named<"image", Input<28, 28, 1>>, Input<5>>: it
/// starts at the first, and From<"image"> reads any of them.
template <class... Given>
struct Inputs {
    static_assert(sizeof...(Given) > 0, "inlay: a network needs one input at least");
    static constexpr std::array<InputFacts, sizeof...(Given)> all{
        entries::FactsOf<Given>::value...};
    static constexpr Shape shape = all[0].shape;
};

/// The inputs that a type binds a network to.
template <class In>
inline constexpr auto inputs_of = [] {
    if constexpr (requires { In::all; })
        return In::all;
    else
        return std::array<InputFacts, 1>{entries::FactsOf<In>::value};
}();

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Inputs;
}  // namespace inlay
#endif  // INLAY_LAYER_INPUTS_HPP

// <inlay/layer/outputs.hpp>
#ifndef INLAY_LAYER_OUTPUTS_HPP
#define INLAY_LAYER_OUTPUTS_HPP
namespace inlay::INLAY_ABI {

/// Branches that read the same input, or begin with From, and are the outputs of the network at
/// whose end they stand: each has its loss, and the name of its last layer.
template <class... Branches>
struct Outputs {};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Outputs;
}  // namespace inlay
#endif  // INLAY_LAYER_OUTPUTS_HPP

// <inlay/layer/shared.hpp>
#ifndef INLAY_LAYER_SHARED_HPP
#define INLAY_LAYER_SHARED_HPP
namespace inlay::INLAY_ABI {

/// A layer, or a Sequential, with one set of weights wherever it stands under that name: they lie
/// where the first of them stands, have one gradient and are updated once.
template <Name name, class Layer>
struct Shared {};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Shared;
}  // namespace inlay
#endif  // INLAY_LAYER_SHARED_HPP

// <inlay/layer/until.hpp>
#ifndef INLAY_LAYER_UNTIL_HPP
#define INLAY_LAYER_UNTIL_HPP
namespace inlay::INLAY_ABI {

/// What a network is up to and with the layer of a name: the layers that this one depends on, under
/// the names that they have in the whole.
template <class Network, Name name>
struct Until {};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Until;
}  // namespace inlay
#endif  // INLAY_LAYER_UNTIL_HPP

// <inlay/program/walk.hpp>
#ifndef INLAY_PROGRAM_WALK_HPP
#define INLAY_PROGRAM_WALK_HPP
// The walk through a network: its layers in order, and what stands around them, as a list of values
// for the compiler's arithmetic. Instantiation depth grows with nesting, never with length.

namespace inlay::INLAY_ABI::program {

/// A type in a network, as a value: how it is called, and how to ask it what it is on its inputs.
struct Descriptor {
    std::string_view title, name;
    Bound (*bind)(const Shapes&, Algorithm) = nullptr;
    Sentence (*text)() = nullptr;
    Sentence (*no_layer)() = nullptr;  ///< why the type is no layer; null where it is one
};

/// A layer that is made of others, which state what it needs: one row, and a tensor's name each.
template <class Type>
concept Composite = requires {
    typename Type::Layers;
    std::string_view(Type::title);
    std::string_view(Type::name);
};

/// Why a type that stands in a network is no layer, and what to do about it.
template <class Type>
constexpr Sentence no_layer() {
    Sentence says;
    if constexpr (requires { Type::kind; })
        return says << "is an option: give it to a layer, such as Conv2D<32, 3, 3, Same>";
    else if constexpr (requires { Shape(Type::shape); })
        return says << "stands beside the network, not in it: Model<Net, Input<28, 28, 1>>";
    else
        return says << "is no layer: it lacks " << missing_of_layer<Type>()
                    << " (inlay/layer/layer.hpp)";
}

template <class Type>
constexpr Descriptor descriptor_of() {
    using Here = LayerOf<Type>;
    if constexpr (Layer<Here>)
        return {.title = Here::title,
                .name = Here::name,
                .bind = bind_layer<Here>,
                .text = type_name<Type>};
    else
        return {.text = type_name<Type>, .no_layer = no_layer<Type>};
}

/// One event of the walk through a network, in the order of execution.
struct Token {
    enum Kind {
        layer,
        branches,
        next_branch,
        join,     ///< the layer that the branches lead to
        outputs,  ///< the branches are the outputs of the network
        from,     ///< go on from the output of the layer `name`
        open,     ///< what is frozen, shared, a nested model or a composite layer
        close,
        until  ///< closes with the output of the layer `name`, and what it depends on
    } kind = layer;
    Descriptor descriptor{};
    Descriptor activation{};  ///< the layer's activation option
    bool activates = false;   ///< whether it has one
    std::string_view name{};  ///< given to a layer, or to what is opened
    bool frozen = false, shared = false, nested = false, cut = false;  ///< of what is opened
    bool composite = false;  ///< what is opened is one layer of several steps: `descriptor`
};

// Arrays, not folds: Clang nests the operands of a fold, and gives up at 256.

template <std::size_t Count>
constexpr std::size_t sum(const std::size_t (&counts)[Count]) {
    std::size_t all = 0;
    for (const std::size_t count : counts) all += count;
    return all;
}

/// Appends the events of one layer or branch.
using Append = void (*)(Token*&);

/// What a type adds to a program: places for one layer and its option; some need more.
template <class Type>
constexpr std::size_t places_of() {
    using Here = LayerOf<Type>;
    std::size_t places = 1;
    if constexpr (Layer<Here>) {
        // A copy before and behind it, where it reads no views.
        if (!Here::views(Shape{2, 2, 2})) ++places;
        if constexpr (requires(Shape in) { Here::kept_count(in); }) ++places;
        if (Here::masks == Masks::make) ++places;
    }
    return places;
}

template <class Type>
struct Walk {
    static constexpr std::size_t tokens = 1, leaves = 1, places = places_of<Type>();

    static constexpr void append(Token*& to) {
        to->descriptor = descriptor_of<Type>();
        if constexpr (Layer<LayerOf<Type>>) {
            using Activate = typename LayerOf<Type>::Activate;
            if constexpr (!std::is_same_v<Activate, Linear>) {
                to->activation = descriptor_of<Activate>();
                to->activates = true;
            }
        }
        ++to;
    }
};

template <class... Layers>
struct Walk<Sequential<Layers...>> {
    static constexpr std::size_t tokens = sum({0, Walk<Layers>::tokens...});
    static constexpr std::size_t leaves = sum({0, Walk<Layers>::leaves...});
    static constexpr std::size_t places = sum({0, Walk<Layers>::places...});

    static constexpr void append(Token*& to) {
        const Append list[]{Walk<Layers>::append..., nullptr};
        for (std::size_t k = 0; k < sizeof...(Layers); ++k) list[k](to);
    }
};

template <class... Branches>
constexpr void append_branches(Token*& to) {
    to++->kind = Token::branches;
    const Append list[]{Walk<Branches>::append..., nullptr};
    for (std::size_t k = 0; k < sizeof...(Branches); ++k) {
        list[k](to);
        to++->kind = Token::next_branch;
    }
}

template <class Join, class Branches>
struct WalkOfBranches;

template <class Join, class... Branches>
struct WalkOfBranches<Join, TypeList<Branches...>> {
    static constexpr std::size_t tokens = sum({2, sizeof...(Branches), Walk<Branches>::tokens...});
    static constexpr std::size_t leaves = sum({1, Walk<Branches>::leaves...});
    static constexpr std::size_t places =
        sum({places_of<Join>(), sizeof...(Branches), Walk<Branches>::places...});

    static constexpr void append(Token*& to) {
        static_assert(sizeof...(Branches) > 0,
                      "inlay: a layer of several inputs, such as Add, needs one branch at least");
        append_branches<Branches...>(to);
        *to++ = {.kind = Token::join, .descriptor = descriptor_of<Join>()};
    }
};

template <Joins Join>
struct Walk<Join> : WalkOfBranches<Join, typename Join::branches> {};

/// The outputs of a network: branches that no layer joins. Each may need a copy of its own.
template <class... Branches>
struct Walk<Outputs<Branches...>> {
    static constexpr std::size_t tokens = sum({2, sizeof...(Branches), Walk<Branches>::tokens...});
    static constexpr std::size_t leaves = sum({0, Walk<Branches>::leaves...});
    static constexpr std::size_t places = sum({sizeof...(Branches), Walk<Branches>::places...});

    static constexpr void append(Token*& to) {
        static_assert(sizeof...(Branches) > 0, "inlay: Outputs needs one branch at least");
        append_branches<Branches...>(to);
        to++->kind = Token::outputs;
    }
};

template <Name name>
struct Walk<From<name>> {
    static constexpr std::size_t tokens = 1, leaves = 0, places = 0;

    static constexpr void append(Token*& to) {
        to->kind = Token::from;
        to++->name = name.view();
    }
};

/// Something around layers: tokens before and behind those of what it holds, and a row for it.
template <class Inside>
struct WalkOfScope {
    static constexpr std::size_t tokens = Walk<Inside>::tokens + 2;
    static constexpr std::size_t leaves = Walk<Inside>::leaves;
    static constexpr std::size_t places = Walk<Inside>::places + 1;

    /// Returns the token that opens the scope, for more to be said of it.
    static constexpr Token& append_in(Token*& to, Token::Kind closing = Token::close) {
        Token& opening = *to++;
        opening.kind = Token::open;
        Walk<Inside>::append(to);
        to++->kind = closing;
        return opening;
    }
};

template <class Inside>
struct Walk<Frozen<Inside>> : WalkOfScope<Inside> {
    static constexpr void append(Token*& to) { WalkOfScope<Inside>::append_in(to).frozen = true; }
};

template <class Inside, Name name>
struct Walk<Until<Inside, name>> : WalkOfScope<Inside> {
    static constexpr void append(Token*& to) {
        WalkOfScope<Inside>::append_in(to, Token::until).cut = true;
        to[-1].name = name.view();
    }
};

/// Whether a type is a model when it has a name, and not one layer.
template <class Type>
inline constexpr bool is_model = false;
template <class... Layers>
inline constexpr bool is_model<Sequential<Layers...>> = true;
template <class Inside, Name name>
inline constexpr bool is_model<Until<Inside, name>> = true;

/// One layer of several steps. What they complain of is said of the whole.
template <Composite Type>
struct Walk<Type> : WalkOfScope<typename Type::Layers> {
    static constexpr void append(Token*& to) {
        Token& opening = WalkOfScope<typename Type::Layers>::append_in(to);
        opening.composite = true;
        opening.descriptor.title = Type::title;
        opening.descriptor.name = Type::name;
        for (Token* token = &opening; token != to; ++token)
            token->descriptor.text = token->activation.text = type_name<Type>;
    }
};

/// A nested model, or a layer under a name of its own, which belongs to the token that opens a
/// composite layer, or else to the last: a layer's only one, or that which joins its branches.
template <Name name, class Inside, bool shared>
struct WalkOfNamed : WalkOfScope<Inside> {
    static constexpr void append(Token*& to) {
        Token& opening = WalkOfScope<Inside>::append_in(to);
        opening.name = name.view();
        opening.shared = shared;
        opening.nested = is_model<Inside>;
        if (Composite<Inside>)
            (&opening)[1].name = name.view();
        else if (!is_model<Inside>)
            to[-2].name = name.view();
    }
};

template <Name name, class Inside>
struct Walk<Named<name, Inside>> : WalkOfNamed<name, Inside, false> {};
template <Name name, class Inside>
struct Walk<Named<name, Frozen<Inside>>> : Walk<Frozen<Named<name, Inside>>> {};
template <Name name, class Inside>
struct Walk<Shared<name, Inside>> : WalkOfNamed<name, Inside, true> {};

/// All events of a network.
template <class Net>
constexpr auto tokens_of() {
    std::array<Token, Walk<Net>::tokens> list{};
    Token* to = list.data();
    Walk<Net>::append(to);
    return list;
}

}  // namespace inlay::INLAY_ABI::program
#endif  // INLAY_PROGRAM_WALK_HPP

// <inlay/program/leaves.hpp>
#ifndef INLAY_PROGRAM_LEAVES_HPP
#define INLAY_PROGRAM_LEAVES_HPP
// The layers of a network as types by number, for the executor: one flat set of bases for each
// Sequential, at offsets that are values.

namespace inlay::INLAY_ABI::program {

template <class Type, std::size_t First>
struct Leaves : selection::Slot<First, Type> {};

template <std::size_t First, class Indices, class... Types>
struct LeafRange;

template <std::size_t First, std::size_t... Index, class... Types>
struct LeafRange<First, std::index_sequence<Index...>, Types...> {
    static constexpr auto offsets = [] {
        std::array<std::size_t, sizeof...(Types) + 1> at{First};
        const std::size_t counts[] = {Walk<Types>::leaves..., 0};
        for (std::size_t k = 0; k < sizeof...(Types); ++k) at[k + 1] = at[k] + counts[k];
        return at;
    }();

    struct type : Leaves<Types, offsets[Index]>... {};
};

template <class... Layers, std::size_t First>
struct Leaves<Sequential<Layers...>, First>
    : LeafRange<First, std::index_sequence_for<Layers...>, Layers...>::type {};

template <class Join, std::size_t First, class Branches>
struct LeavesOfBranches;

template <class Join, std::size_t First, class... Branches>
struct LeavesOfBranches<Join, First, TypeList<Branches...>>
    : LeafRange<First, std::index_sequence_for<Branches...>, Branches...>::type,
      selection::Slot<First + Walk<Join>::leaves - 1, Join> {};

template <Joins Join, std::size_t First>
struct Leaves<Join, First> : LeavesOfBranches<Join, First, typename Join::branches> {};

template <class... Branches, std::size_t First>
struct Leaves<Outputs<Branches...>, First> : Leaves<Sequential<Branches...>, First> {};
template <Name name, std::size_t First>
struct Leaves<From<name>, First> {};
template <Name name, class Inside, std::size_t First>
struct Leaves<Named<name, Inside>, First> : Leaves<Inside, First> {};
template <Name name, class Inside, std::size_t First>
struct Leaves<Shared<name, Inside>, First> : Leaves<Inside, First> {};
template <Composite Type, std::size_t First>
struct Leaves<Type, First> : Leaves<typename Type::Layers, First> {};
template <class Inside, std::size_t First>
struct Leaves<Frozen<Inside>, First> : Leaves<Inside, First> {};
template <class Inside, Name name, std::size_t First>
struct Leaves<Until<Inside, name>, First> : Leaves<Inside, First> {};

/// The layer with a number, counted from 0 in the order of the walk.
template <class Net, std::size_t Number>
using LeafAt =
    typename decltype(selection::pick<Number>(static_cast<Leaves<Net, 0>*>(nullptr)))::type;

}  // namespace inlay::INLAY_ABI::program
#endif  // INLAY_PROGRAM_LEAVES_HPP

// <inlay/program/program.hpp>
#ifndef INLAY_PROGRAM_PROGRAM_HPP
#define INLAY_PROGRAM_PROGRAM_HPP
// A network as values: its steps, what flows between them, and its weights.

namespace inlay::INLAY_ABI::program {

/// A layer of the walk by number, or the activation that is its option; none where the number is
/// negative.
struct LayerRef {
    int leaf = -1;
    bool option = false;
    int layer = -1;  ///< its row among the program's layers, which several leaves may share

    constexpr explicit operator bool() const { return leaf >= 0; }
};

/// Something that a step makes and others read. It may be a view of another value: some of its
/// cells, some of its channels, or its elements under another shape.
struct Value {
    Shape shape;
    Halo halo;                ///< the border that its readers want; of a root, that it has
    int parent = -1;          ///< the value it is a view of
    int at[3]{};              ///< its first cell among the parent's, along depth, height and width
    std::size_t channel = 0;  ///< its first channel among the parent's
    bool reshaped = false;    ///< all elements of the parent under another shape
    bool plain = false;       ///< its elements must lie one behind the other
    bool dense = false;       ///< of a root: it must not get a border
    int storage = 0;          ///< its root: the value in whose memory it lies
    int mask = -1;            ///< the mask that travels beside it
    int input = -1;           ///< which input of the network it is
    int result = -1;          ///< which output of the network it is
    bool needs_gradient = false;
};

/// One reading of a value by a step.
struct Read {
    int value = 0;
    bool accumulate = false;  ///< in backward order another reader has assigned the gradient before
    bool clears = false;      ///< the first reader sees a part: zeros are put into the whole before
    bool in_place = false;    ///< the value lies where the step's output wants it
};

/// A place in the block of derived weights.
struct Block {
    std::size_t begin = 0, count = 0;
};

/// One layer, or one activation option, at work: its facts, and what the program has decided.
struct Step : Facts {
    /// Whether this step takes the maximum of windows of its own output.
    constexpr bool pools() const { return pool != Windows{}; }

    /// Whether it has weights to train.
    constexpr bool trains() const { return weight_count != 0 && !frozen; }

    LayerRef ref;
    bool removed = false;
    int first_read = 0, reads = 0;
    int output = 0;
    LayerRef epilogue;  ///< the elementwise activation that this step applies to its output
    LayerRef folded;    ///< the normalization that was folded into the weights
    Windows pool{};     ///< of the maximum that this step takes behind its epilogue
    int kept = -1;      ///< the value that the forward pass keeps for the backward pass: of a
                        ///< maximum, which cell of each window was the largest
    int mask = -1, new_mask = -1;  ///< values: the mask that it reads, and that it makes
    int group = -1;                ///< of its weights and state; -1: it has none
    bool frozen = false;           ///< its weights lie in the block of state, and stay as they are
    std::size_t weights = 0, weight_count = 0;  ///< place and length in the block of weights
    std::size_t state = 0, state_count = 0;
    Block prepared;                     ///< derived: folded weights, or what the layer prepares
    Block forward_copy, backward_copy;  ///< derived: the weights in a pass's own layout
    std::size_t statistics = 0, statistics_count = 0;
    std::size_t folded_weights = 0, folded_state = 0;
    bool folded_frozen = false;
};

/// Numbers of the gradient of a frozen step whose layer makes it all the same.
constexpr std::size_t discard_count(const Step& step) {
    return step.frozen && !step.skips_gradient ? step.weight_count : 0;
}

/// One tensor of weights or state.
struct TensorInfo {
    int layer = 0;
    WeightSpec spec;
    std::size_t offset = 0;  ///< in the block of weights, or of state where it is not trainable
};

/// The weights and the state of one layer, which any number of steps may apply: what has one
/// gradient and is updated once.
struct Group {
    int layer = 0;  ///< whose name it has
    int first_tensor = 0, tensors = 0;
    Block weights, state;
    bool wide = false;  ///< its gradient is made once for the whole batch, not once for each slice
    bool frozen = false;  ///< all of it lies in the block of state
};

/// What is known of one layer of the network, or of a nested model: a row of summary(). The rows of
/// a nested model follow its own.
struct LayerInfo {
    std::string_view title{}, name{};
    int ordinal = 0;      ///< how many layers of that name stand before: the suffix _1, _2 ...
    bool named = false;   ///< the name was given, and takes no number
    bool nested = false;  ///< a model of its own
    bool shared = false;
    bool frozen = false;
    int scope = -1;  ///< the nested model that it stands in
    int calls = 0;   ///< how often it stands in the network
    int value = -1;  ///< its latest output
    Shape output{};
    std::size_t trainable = 0, non_trainable = 0;
    Cost cost{};
    Algorithm algorithm{};

    /// Whether a name is this layer's: its own, or Keras's with its number.
    constexpr bool is_called(std::string_view other) const {
        if (!other.starts_with(name)) return false;
        if (named || ordinal == 0) return other.size() == name.size();
        return (Sentence() << "_" << ordinal).view() == other.substr(name.size());
    }
};

/// What a layer reads, in the order of its calls and inputs.
struct Connection {
    int reader = 0;
    int source = 0;  ///< a layer; input k is -1 - k
    int call = 0;    ///< of the source, counted from 0
};

/// An input of a network.
struct Entry {
    int value = 0;
    LayerRef gather{};  ///< the elementwise layer that makes it of what the caller gives
    std::string_view name{};
    int ordinal = 0;
    Shape shape{};
};

/// An output of a network.
struct Result {
    int value = 0;
    int layer = -1;         ///< that makes it; below 0: it is an input
    LayerRef activation{};  ///< that makes it of logits, which a loss may take instead
    bool logits = false;    ///< a loss takes them: the activation has no backward pass
    int gradient = 0;       ///< the value whose gradient the loss makes: it, or the logits
};

/// A lowered network; Capacity bounds the number of layers, joins, inputs and outputs.
template <std::size_t Capacity>
struct Program {
    static constexpr std::size_t capacity = Capacity;
    static constexpr std::size_t tensor_capacity = 4 * Capacity + WeightSpecs::capacity;

    Step steps[2 * Capacity + 1]{};
    Value values[2 * Capacity + 2]{};
    Read reads[3 * Capacity + 1]{};
    TensorInfo tensors[tensor_capacity]{};  ///< group by group
    Group groups[2 * Capacity + 1]{};
    LayerInfo layers[Capacity + 1]{};
    Connection connections[2 * Capacity + 1]{};
    Entry inputs[Capacity + 1]{};
    Result outputs[Capacity + 1]{};
    int step_count = 0, value_count = 0, read_count = 0, tensor_count = 0, layer_count = 0;
    int connection_count = 0, group_count = 0, input_count = 0, output_count = 0;
    std::string_view name;  ///< of the model, where one was given
    std::size_t weight_count = 0, state_count = 0, derived_count = 0, statistics_count = 0;
    std::uint64_t multiply_adds = 0;
    Sentence mistake;  ///< empty where all shapes fit
};

}  // namespace inlay::INLAY_ABI::program
#endif  // INLAY_PROGRAM_PROGRAM_HPP

// <inlay/program/views.hpp>
#ifndef INLAY_PROGRAM_VIEWS_HPP
#define INLAY_PROGRAM_VIEWS_HPP
// Which values lie in whose memory: what only renames, cuts out, pads or joins is a view, and its
// step is dropped.

namespace inlay::INLAY_ABI::program {

/// How a value lies in the memory of its root.
template <std::size_t Capacity>
constexpr Map map_of(const Program<Capacity>& p, int number) {
    const Value& value = p.values[number];
    if (value.parent < 0) return {value.shape, value.halo};
    const Map parent = map_of(p, value.parent);
    return value.reshaped ? parent.reshaped(value.shape)
                          : parent.slice(value.shape, value.at, value.channel);
}

/// The border of zeros around a value.
template <std::size_t Capacity>
constexpr Halo border_of(const Program<Capacity>& p, int value) {
    return p.values[p.values[value].storage].halo;
}

/// A value's cells and channels in its root's.
struct Region {
    int root = 0;
    int first[3]{};
    std::size_t channel = 0;
    bool reshaped = false;
};

template <std::size_t Capacity>
constexpr Region region_of(const Program<Capacity>& p, int number) {
    Region region{.root = number};
    while (p.values[region.root].parent >= 0) {
        const Value& value = p.values[region.root];
        for (int a = 0; a < 3; ++a) region.first[a] += value.at[a];
        region.channel += value.channel;
        region.reshaped = region.reshaped || value.reshaped;
        region.root = value.parent;
    }
    return region;
}

/// Whether a value has all cells of its root, and which border it needs there.
struct Fit {
    bool all_cells = true;
    Halo border;
};

template <std::size_t Capacity>
constexpr Fit fit(const Program<Capacity>& p, int number, const Halo& wanted) {
    const Region region = region_of(p, number);
    const Map value(p.values[number].shape), root(p.values[region.root].shape);
    Fit result;
    std::size_t before[3]{}, behind[3]{};
    for (int a = 0; a < 3; ++a) {
        const auto cells = [](std::size_t count) { return static_cast<int>(count); };
        const int first = region.first[a], end = first + cells(value.axes[a].cells);
        result.all_cells = result.all_cells && first <= 0 && end >= cells(root.axes[a].cells);
        const int low = cells(wanted.before(a)) - first;
        const int high = end + cells(wanted.behind(a)) - cells(root.axes[a].cells);
        before[a] = static_cast<std::size_t>(low < 0 ? 0 : low);
        behind[a] = static_cast<std::size_t>(high < 0 ? 0 : high);
    }
    result.border = {before[1], behind[1], before[2], behind[2], before[0], behind[0]};
    return result;
}

/// The input of a network that lies where a stored value does, or -1; likewise its output.
template <std::size_t Capacity>
constexpr int input_in(const Program<Capacity>& p, int storage) {
    for (int k = 0; k < p.input_count; ++k)
        if (p.inputs[k].value == storage) return k;
    return -1;
}
template <std::size_t Capacity>
constexpr int output_in(const Program<Capacity>& p, int storage) {
    for (int k = 0; k < p.output_count; ++k)
        if (p.values[p.outputs[k].value].storage == storage) return k;
    return -1;
}

/// Whether a value has all elements of its root.
template <std::size_t Capacity>
constexpr bool is_whole(const Program<Capacity>& p, int number) {
    const Region region = region_of(p, number);
    const Shape& root = p.values[region.root].shape;
    if (region.reshaped) return p.values[number].shape.size() == root.size();
    return fit(p, number, {}).all_cells && region.channel == 0 &&
           p.values[number].shape.last() == root.last();
}

template <std::size_t Capacity>
struct Viewing {
    Program<Capacity>& p;

    /// Gives the root of a value the border that the value wants, if it can have one; cells around
    /// a part of its root's are none of a border.
    constexpr bool widen(int number, const Halo& wanted) const {
        const Region region = region_of(p, number);
        if (region.reshaped) return wanted.empty();
        Value& root = p.values[region.root];
        const Fit needed = fit(p, number, wanted);
        const Halo border = root.halo.joined(needed.border);
        if (!wanted.empty() && !needed.all_cells) return false;
        if (root.dense && border != root.halo) return false;
        root.halo = border;
        return true;
    }

    /// Binds the root of a value to have no border; false where it has one, or where its elements
    /// are not the value's alone.
    constexpr bool make_plain(int number) const {
        Value& root = p.values[region_of(p, number).root];
        if (!root.halo.empty() || !is_whole(p, number)) return false;
        root.dense = true;
        return true;
    }

    /// An output of a network is the caller's memory, which holds no input beside it, no other
    /// output, and nothing whose gradient another loss makes.
    constexpr bool may_share(int from, int to) const {
        if (p.values[to].result < 0) return true;
        const int root = region_of(p, from).root;
        for (int k = 0; k < p.output_count; ++k) {
            const Result& other = p.outputs[k];
            if (k == p.values[to].result) continue;
            if (region_of(p, other.value).root == root) return false;
            if (region_of(p, other.gradient).root == root) return false;
        }
        return p.values[root].input < 0;
    }

    constexpr bool rename(const Step& step, int from) const {
        const Value& in = p.values[from];
        Value& out = p.values[step.output];
        if (!may_share(from, step.output)) return false;
        const bool alike = in.shape == out.shape;
        if (!alike && !out.halo.empty()) return false;
        if ((out.plain || !alike) && !make_plain(from)) return false;
        if (!widen(from, out.halo)) return false;
        out.parent = from;
        out.reshaped = !alike;
        return true;
    }

    /// A part of the input's cells, or all of them with some of its border.
    constexpr bool cut(const Step& step, int from) const {
        Value& out = p.values[step.output];
        if (out.result >= 0 || out.plain || region_of(p, from).reshaped) return false;
        if (step.role == Role::pad && !fit(p, from, {}).all_cells) return false;
        if (step.role == Role::crop && !out.halo.empty()) return false;
        const Halo wanted = out.halo;
        out.parent = from;
        for (int a = 0; a < 3; ++a) out.at[a] = step.offset[a];
        if (step.role == Role::crop || widen(step.output, wanted)) return true;
        out.parent = -1;
        for (int& first : out.at) first = 0;
        return false;
    }

    /// Lets the inputs of a concatenation lie side by side in its output; those that cannot are
    /// copied there. Whether all can.
    constexpr bool join(const Step& step) const {
        bool all = true;
        std::size_t channel = 0;
        for (int k = 0; k < step.reads; ++k) {
            Read& read = p.reads[step.first_read + k];
            read.in_place = place(read.value, step.output, channel);
            all = all && read.in_place;
            channel += p.values[read.value].shape.last();
        }
        return all;
    }

    constexpr bool place(int number, int in, std::size_t channel) const {
        const int from = region_of(p, number).root;
        Value &part = p.values[from], &whole = p.values[in];
        if (part.input >= 0 || from == in || part.dense || part.plain) return false;
        if (part.shape != p.values[number].shape || !is_whole(p, number)) return false;
        if (!part.halo.empty() && (whole.dense || whole.plain)) return false;
        whole.halo = whole.halo.joined(part.halo);
        part.parent = in;
        part.channel = channel;
        return true;
    }
};

/// The borders that readers want, and what must lie without one.
template <std::size_t Capacity>
constexpr void collect_wishes(Program<Capacity>& p) {
    const auto plain = [&](int value) { p.values[value].plain = p.values[value].dense = true; };
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        if (step.removed) continue;
        for (int k = 0; k < step.reads; ++k) {
            Value& in = p.values[p.reads[step.first_read + k].value];
            in.halo = in.halo.joined(step.halo);
            if (!step.views) plain(p.reads[step.first_read + k].value);
        }
        if (!step.views) plain(step.output);
    }
    for (int k = 0; k < p.output_count; ++k) {
        plain(p.outputs[k].value);
        plain(p.outputs[k].gradient);
    }
}

/// Makes views of values and drops the steps that they make needless.
template <std::size_t Capacity>
constexpr void make_views(Program<Capacity>& p, bool training) {
    collect_wishes(p);
    const Viewing<Capacity> viewing{p};
    for (int s = 0; s < p.step_count; ++s) {
        Step& step = p.steps[s];
        if (step.removed) continue;
        const int from = p.reads[step.first_read].value;
        // Outside of training, what does nothing then; what stays copies.
        if (step.role == Role::training_only && !training) step.role = Role::shape_only;
        if (step.role == Role::shape_only) step.removed = viewing.rename(step, from);
        if (step.role == Role::crop || step.role == Role::pad)
            step.removed = viewing.cut(step, from);
        if (step.role == Role::concat) step.removed = viewing.join(step);
    }
    for (int v = 0; v < p.value_count; ++v) p.values[v].storage = region_of(p, v).root;
}

}  // namespace inlay::INLAY_ABI::program
#endif  // INLAY_PROGRAM_VIEWS_HPP

// <inlay/network/binding.hpp>
#ifndef INLAY_NETWORK_BINDING_HPP
#define INLAY_NETWORK_BINDING_HPP
// From the numbers of a program back to types: the layer of a step, and its binding.

namespace inlay::INLAY_ABI::wiring {

template <class Spec, program::LayerRef ref>
struct Referred {
    using type = LayerOf<program::LeafAt<Spec, static_cast<std::size_t>(ref.leaf)>>;
};

template <class Spec, program::LayerRef ref>
    requires(ref.option)
struct Referred<Spec, ref> {
    using Layer = LayerOf<program::LeafAt<Spec, static_cast<std::size_t>(ref.leaf)>>;
    using type = LayerOf<typename Layer::Activate>;
};

template <class Spec>
struct Referred<Spec, program::LayerRef{}> {
    using type = ActivationLayer<Linear>;
};

/// The layer a reference names.
template <class Spec, program::LayerRef ref>
using LayerAt = typename Referred<Spec, ref>::type;

/// What the compiler knows of a step of one input.
template <class Program>
constexpr Binding binding_of(const Program& p, int s) {
    const program::Step& step = p.steps[s];
    const program::Read& reading = p.reads[step.first_read];
    Binding binding{.in = map_of(p, reading.value),
                    .out = map_of(p, step.output),
                    .bias = step.bias,
                    .accumulate = reading.accumulate,
                    .input_gradient = p.values[reading.value].needs_gradient,
                    .masked = step.mask >= 0,
                    .frozen = step.frozen,
                    .rank = p.values[reading.value].shape.rank(),
                    .algorithm = step.algorithm};
    if (step.role == Role::training_only) binding.layer = static_cast<std::uint32_t>(step.ref.leaf);
    return binding;
}

/// The same of a step of several inputs.
template <std::size_t Inputs, class Program>
constexpr Joint<Inputs> joint_of(const Program& p, int s) {
    const program::Step& step = p.steps[s];
    Joint<Inputs> joint{};
    for (std::size_t k = 0; k < Inputs; ++k) {
        const program::Read& reading = p.reads[step.first_read + static_cast<int>(k)];
        joint.in[k] = {map_of(p, reading.value), reading.accumulate,
                       p.values[reading.value].needs_gradient, reading.in_place};
    }
    joint.out = map_of(p, step.output);
    return joint;
}

}  // namespace inlay::INLAY_ABI::wiring
#endif  // INLAY_NETWORK_BINDING_HPP

// <inlay/program/each.hpp>
#ifndef INLAY_PROGRAM_EACH_HPP
#define INLAY_PROGRAM_EACH_HPP
// What is left of a program, in lists as long as they need to be.

namespace inlay::INLAY_ABI::program {

/// The first Count elements of an array.
template <std::size_t Count, class Element, std::size_t Capacity>
constexpr std::array<Element, Count> first_of(const Element (&elements)[Capacity]) {
    std::array<Element, Count> first{};
    for (std::size_t k = 0; k < Count; ++k) first[k] = elements[k];
    return first;
}

/// The elements of some shapes.
template <std::size_t Count>
constexpr std::size_t total(const std::array<Shape, Count>& shapes) {
    std::size_t all = 0;
    for (const Shape& shape : shapes) all += shape.size();
    return all;
}

// Which steps are meant. Types of their own, since their names enter symbols.

struct Left {
    constexpr bool operator()(const Step& step) const { return !step.removed; }
};

/// Those that derive something from a normalization.
struct Prepared {
    constexpr bool operator()(const Step& step) const {
        return !step.removed && step.prepared.count != 0;
    }
};

/// Those whose forward or backward pass reads the weights in a layout of its own.
template <bool backward>
struct Copied {
    constexpr bool operator()(const Step& step) const {
        return !step.removed && (backward ? step.backward_copy : step.forward_copy).count != 0;
    }
};

/// The numbers of the steps that Which accepts, in order.
template <const auto& program, class Which>
inline constexpr auto numbers_of = [] {
    constexpr std::size_t count = [] {
        std::size_t found = 0;
        for (int s = 0; s < program.step_count; ++s) found += Which()(program.steps[s]);
        return found;
    }();
    std::array<int, count> numbers{};
    std::size_t found = 0;
    for (int s = 0; s < program.step_count; ++s)
        if (Which()(program.steps[s])) numbers[found++] = s;
    return numbers;
}();

/// One reading of one step.
struct Reading {
    int step = 0, read = 0;
};

/// All readings of the steps that are left, in order.
template <const auto& program>
inline constexpr auto readings_of = [] {
    constexpr std::size_t count = [] {
        std::size_t found = 0;
        for (const int s : numbers_of<program, Left>)
            found += static_cast<std::size_t>(program.steps[s].reads);
        return found;
    }();
    std::array<Reading, count> readings{};
    std::size_t found = 0;
    for (const int s : numbers_of<program, Left>)
        for (int read = 0; read < program.steps[s].reads; ++read) readings[found++] = {s, read};
    return readings;
}();

/// By the number of a step that is left: the place of its first reading among them.
template <const auto& program>
inline constexpr auto first_readings = [] {
    std::array<int, static_cast<std::size_t>(program.step_count)> places{};
    int place = 0;
    for (const int s : numbers_of<program, Left>) {
        places[static_cast<std::size_t>(s)] = place;
        place += program.steps[s].reads;
    }
    return places;
}();

}  // namespace inlay::INLAY_ABI::program
#endif  // INLAY_PROGRAM_EACH_HPP

// <inlay/network/executor.hpp>
#ifndef INLAY_NETWORK_EXECUTOR_HPP
#define INLAY_NETWORK_EXECUTOR_HPP
// What runs a program, for inference and for training: a table of calls. The function of a call
// depends on its layer and its binding alone, so that equal blocks share it, within a network and
// between networks; where the numbers of a step lie stands in a row of a table beside it.
//
// The compiler walks the tables of small programs, where everything dissolves into one function;
// the running program walks those of large ones, where a repeated block costs a row.

namespace inlay::INLAY_ABI {

namespace execution {

/// Where one example of a stored value lies; the caller's inputs and outputs by number.
struct Spot {
    enum Region : unsigned char {
        nowhere,
        input,   ///< the caller's
        output,  ///< the caller's
        arena,   ///< what is used again
        batch    ///< what holds the whole batch
    };

    std::size_t offset = 0, size = 0;
    Region region = nowhere;
};

/// What the running program knows of one reading of a step: places, counted in numbers. The rows of
/// a step's readings follow each other.
struct Row {
    Spot x, y, dx, dy, kept, mask, new_mask;
    std::size_t weights = 0, weight_count = 0, state = 0, statistics = 0;
    std::size_t forward_copy = 0, backward_copy = 0, gradient = 0;
    std::size_t channels = 0;
    bool folded = false;      ///< the weights are derived ones
    bool frozen = false;      ///< they lie in the block of state
    std::size_t discard = 0;  ///< of the scratch: room for a gradient that nobody wants
    bool reads_input = false, reads_output = false;  ///< in its backward pass
    bool makes_mask = false;
    bool clears = false;  ///< dx, before anything is added to it
    int reads = 0;        ///< inputs of the step
};

/// What the steps of one training step write that belongs to the whole batch.
template <class Scalar>
struct WholeBatch {
    Scalar* state = nullptr;
    Scalar* statistics = nullptr;
    const std::size_t* examples = nullptr;  ///< of each slice
    std::size_t count = 0;
};

/// The memory that a program runs on, some examples at a time. Unrolled, it dissolves.
template <class Scalar, bool unrolled>
struct Frame {
    using scalar = Scalar;

    const Scalar* const* inputs = nullptr;  ///< the caller's, by number
    Scalar* const* outputs = nullptr;
    Scalar* arena = nullptr;
    std::size_t slots = 0;  ///< examples that the arena has room for
    Scalar* batch = nullptr;
    const Scalar* weights = nullptr;
    const Scalar* state = nullptr;
    const Scalar* derived = nullptr;
    const Scalar* statistics = nullptr;
    Scalar* gradient = nullptr;  ///< the slice's
    Scalar* scratch = nullptr;
    std::size_t count = 0;
    Moment moment{};
    WholeBatch<Scalar> whole{};
    std::size_t slice = 0, before = 0;  ///< and how many of its examples came before

    INLAY_INLINE const Scalar* read(const Spot& spot) const {
        return spot.region == Spot::input ? inputs[spot.offset] : write(spot);
    }

    INLAY_INLINE Scalar* write(const Spot& spot) const {
        if (spot.region == Spot::arena) return arena + spot.offset * slots;
        if (spot.region == Spot::batch)
            return batch + spot.offset * whole.count + spot.size * moment.first;
        return spot.region == Spot::output ? outputs[spot.offset] : nullptr;
    }

    /// The block that holds the weights of a step.
    INLAY_INLINE const Scalar* weights_of(const Row& row) const {
        return (row.folded ? derived : row.frozen ? state : weights) + row.weights;
    }

    INLAY_INLINE Scalar* statistics_of(const Row& row) const {
        return whole.statistics + row.statistics;
    }

    INLAY_INLINE Forward<Scalar> forward(const Row& row) const {
        if constexpr (unrolled)
            return forward_pass(*this, row);
        else
            return forward_of(row);
    }

    INLAY_INLINE Backward<Scalar> backward(const Row& row) const {
        if constexpr (unrolled)
            return backward_pass(*this, row);
        else
            return backward_of(row);
    }

private:
    INLAY_INLINE static Forward<Scalar> forward_pass(const Frame& frame, const Row& row) {
        return {.x = frame.read(row.x),
                .y = frame.write(row.y),
                .weights = frame.weights_of(row),
                .state = frame.state + row.state,
                .statistics = frame.statistics + row.statistics,
                .count = frame.count,
                .moment = frame.moment,
                .kept = frame.write(row.kept),
                .copy = frame.derived + row.forward_copy,
                .scratch = frame.scratch,
                .mask = frame.read(row.mask),
                .new_mask = frame.write(row.new_mask)};
    }

    INLAY_INLINE static Backward<Scalar> backward_pass(const Frame& frame, const Row& row) {
        return {.x = row.reads_input ? frame.read(row.x) : nullptr,
                .y = row.reads_output ? frame.read(row.y) : nullptr,
                .dy = frame.read(row.dy),
                .dx = frame.write(row.dx),
                .weights = frame.weights_of(row),
                .copy = frame.derived + row.backward_copy,
                .statistics = frame.statistics + row.statistics,
                .gradient = row.discard != 0 ? frame.scratch : frame.gradient + row.gradient,
                .count = frame.count,
                .moment = frame.moment,
                .kept = frame.read(row.kept),
                .scratch = frame.scratch + row.discard,
                .mask = frame.read(row.makes_mask ? row.new_mask : row.mask)};
    }

    INLAY_NOINLINE Forward<Scalar> forward_of(const Row& row) const {
        return forward_pass(*this, row);
    }
    INLAY_NOINLINE Backward<Scalar> backward_of(const Row& row) const {
        return backward_pass(*this, row);
    }
};

template <class Frame>
using Run = void (*)(const Frame&, const Row&);

/// One entry of a table of calls.
template <class Frame>
struct Call {
    Run<Frame> run = nullptr;
    int row = 0;
};

/// Where the inputs of a step lie, and their gradients.
template <std::size_t Inputs, class Scalar>
struct Pointers {
    const Scalar* x[Inputs];
    Scalar* dx[Inputs];

    template <class Frame>
    INLAY_INLINE Pointers(const Frame& frame, const Row* rows) {
        for (std::size_t k = 0; k < Inputs; ++k) {
            x[k] = frame.read(rows[k].x);
            dx[k] = frame.write(rows[k].dx);
        }
    }
};

/// The forward formulas of a step, and zeros in the border around what they make.
template <class Layer, auto binding, class Epilogue, Windows pool, Halo border, class Scalar,
          bool unrolled>
INLAY_INLINE void forward(const Frame<Scalar, unrolled>& frame, const Row& row) {
    Forward<Scalar> pass = frame.forward(row);
    if constexpr (pool != Windows{}) {
        Layer::template forward_maximum<binding, Epilogue, pool>(pass);
    } else if constexpr (Joins<Layer>) {
        const Pointers<binding.inputs, Scalar> pointers(frame, &row);
        pass.inputs = pointers.x;
        Layer::template forward<binding, Epilogue>(pass);
    } else {
        Layer::template forward<binding, Epilogue>(pass);
    }
    if constexpr (!border.empty()) kernel::clear_border<binding.out, border>(pass.y, pass.count);
}

/// The layer that runs step S: what only renames its input, and cannot, copies it.
template <class Spec, const auto& program, int S>
using LayerOfStep = std::conditional_t<program.steps[S].role == Role::shape_only, Copying,
                                       wiring::LayerAt<Spec, program.steps[S].ref>>;

/// How the layer of step S is bound.
template <class Spec, const auto& program, int S>
consteval auto bound() {
    if constexpr (Joins<LayerOfStep<Spec, program, S>>)
        return wiring::joint_of<static_cast<std::size_t>(program.steps[S].reads)>(program, S);
    else
        return wiring::binding_of(program, S);
}

/// The forward call of step S.
template <class Frame, class Spec, const auto& program, int S>
consteval Run<Frame> forward_of() {
    constexpr auto& step = program.steps[S];
    using Epilogue = typename wiring::LayerAt<Spec, step.epilogue>::Applied;
    return forward<LayerOfStep<Spec, program, S>, bound<Spec, program, S>(), Epilogue, step.pool,
                   program::border_of(program, step.output)>;
}

/// Brings `count` examples of an input from where the caller holds them to where the program reads
/// them: as they are, or through the layer at its start, and into a border of zeros where readers
/// want one.
template <class Spec, const auto& program, int input, class Scalar>
INLAY_INLINE void gather(const Scalar* from, Scalar* to, std::size_t count) {
    constexpr auto& entry = program.inputs[input];
    constexpr Map map = program::map_of(program, entry.value);
    constexpr Halo border = program::border_of(program, entry.value);
    constexpr Binding binding{.in = Map(entry.shape), .out = map};
    using Layer = std::conditional_t<static_cast<bool>(entry.gather),
                                     wiring::LayerAt<Spec, entry.gather>, Copying>;
    Layer::template forward<binding, Linear>(Forward<Scalar>{.x = from,
                                                             .y = to,
                                                             .weights = nullptr,
                                                             .state = nullptr,
                                                             .statistics = nullptr,
                                                             .count = count});
    if constexpr (!border.empty()) kernel::clear_border<map, border>(to, count);
}

/// The rows of all readings of a program; spot(value, gradient) tells where a value lies, and
/// `gradient_of` where that of a step does.
template <const auto& program, class SpotOf>
consteval auto rows_of(bool inference, SpotOf spot, std::size_t (*gradient_of)(int) = nullptr) {
    std::array<Row, program::readings_of<program>.size()> rows;
    const auto spot_if = [&](int value) { return value < 0 ? Spot{} : spot(value, false); };
    std::size_t number = 0;
    for (const program::Reading& reading : program::readings_of<program>) {
        const program::Step& step = program.steps[reading.step];
        const int value = program.reads[step.first_read + reading.read].value;
        rows[number++] = {.x = spot(value, false),
                          .y = spot(step.output, false),
                          .dx = inference ? Spot{} : spot(value, true),
                          .dy = inference ? Spot{} : spot(step.output, true),
                          .kept = inference ? Spot{} : spot_if(step.kept),
                          .mask = spot_if(step.mask),
                          .new_mask = spot_if(step.new_mask),
                          .weights = step.folded ? step.prepared.begin : step.weights,
                          .weight_count = step.weight_count,
                          .state = step.state,
                          .statistics = inference ? step.prepared.begin : step.statistics,
                          .forward_copy = step.forward_copy.begin,
                          .backward_copy = step.backward_copy.begin,
                          .gradient = inference ? 0 : gradient_of(reading.step),
                          .channels = program.values[step.output].shape.last(),
                          .folded = static_cast<bool>(step.folded),
                          .frozen = step.frozen,
                          .discard = inference ? 0 : program::discard_count(step),
                          .reads_input = step.backward.input,
                          .reads_output = step.backward.output || step.pools(),
                          .makes_mask = step.new_mask >= 0,
                          .clears = program.reads[step.first_read + reading.read].clears,
                          .reads = step.reads};
    }
    return rows;
}

/// Goes through `count` calls in the running program.
template <class Frame>
INLAY_NOINLINE void run_calls(const Call<Frame>* calls, std::size_t count, const Row* rows,
                              const Frame& frame) {
    for (; count != 0; --count, ++calls) calls->run(frame, rows[calls->row]);
}

/// Runs the calls [first, first + count) of a table.
template <const auto& calls, const auto& rows, std::size_t first, std::size_t count, class Scalar>
INLAY_INLINE void run_unrolled(const Frame<Scalar, true>& frame) {
    simd::unroll<static_cast<int>(count)>([&](auto k) INLAY_INLINE_LAMBDA {
        constexpr auto& call = calls[first + static_cast<std::size_t>(decltype(k)::value)];
        constexpr auto run = call.run;
        run(frame, rows[static_cast<std::size_t>(call.row)]);
    });
}

/// Writes the weights of a step, seen as those of a layer on `in`, in a layout of a pass's own.
template <class Scalar>
struct Copy {
    void (*run)(const Shape& in, const Scalar* weights, Scalar* copy) = nullptr;
    Shape in;
    std::size_t from = 0, to = 0;
    bool folded = false;  ///< `from` counts in the derived block
    bool frozen = false;  ///< or in that of the state
};

template <class Layer, Algorithm algorithm, bool backward, class Scalar>
void copy_weights(const Shape& in, const Scalar* weights, Scalar* copy) {
    if constexpr (backward)
        Layer::template copy_for_backward<algorithm>(in, weights, copy);
    else
        Layer::template copy_for_forward<algorithm>(in, weights, copy);
}

/// The copy of step S.
template <class Scalar, class Spec, const auto& program, bool backward, int S>
consteval Copy<Scalar> copy_of() {
    constexpr auto& step = program.steps[S];
    return {copy_weights<wiring::LayerAt<Spec, step.ref>, step.algorithm, backward, Scalar>,
            program.values[program.reads[step.first_read].value].shape,
            step.folded ? step.prepared.begin : step.weights,
            (backward ? step.backward_copy : step.forward_copy).begin,
            static_cast<bool>(step.folded),
            step.frozen};
}

/// All copies of one direction that a program needs.
template <class Scalar, class Spec, const auto& program, bool backward>
inline constexpr auto copies_of = []<std::size_t... K>(std::index_sequence<K...>) {
    constexpr auto& numbers = program::numbers_of<program, program::Copied<backward>>;
    return std::array<Copy<Scalar>, numbers.size()>{
        copy_of<Scalar, Spec, program, backward, numbers[K]>()...};
}(std::make_index_sequence<program::numbers_of<program, program::Copied<backward>>.size()>());

template <class Scalar>
void run_copies(const Copy<Scalar>* copies, std::size_t count, const Scalar* weights,
                const Scalar* state, Scalar* derived) {
    for (; count != 0; --count, ++copies) {
        const Scalar* const block = copies->folded ? derived : copies->frozen ? state : weights;
        copies->run(copies->in, block + copies->from, derived + copies->to);
    }
}

/// Makes the copies of one direction.
template <class Spec, const auto& program, bool backward, bool unrolled, class Scalar>
INLAY_INLINE void make_copies(const Scalar* weights, const Scalar* state, Scalar* derived) {
    constexpr auto& copies = copies_of<Scalar, Spec, program, backward>;
    if constexpr (unrolled)
        simd::unroll<static_cast<int>(copies.size())>([&](auto k) INLAY_INLINE_LAMBDA {
            constexpr auto& copy = copies[static_cast<std::size_t>(decltype(k)::value)];
            constexpr auto run = copy.run;
            const Scalar* const block = copy.folded ? derived : copy.frozen ? state : weights;
            run(copy.in, block + copy.from, derived + copy.to);
        });
    else
        run_copies(copies.data(), copies.size(), weights, state, derived);
}

}  // namespace execution

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_NETWORK_EXECUTOR_HPP

// <inlay/kernel/fold.hpp>
#ifndef INLAY_KERNEL_FOLD_HPP
#define INLAY_KERNEL_FOLD_HPP
// Normalizations outside of training: folded into the weights before them, or kept as two rows.

namespace inlay::INLAY_ABI::kernel {

/// to[k][o] = kernel[k][o] scale[o]      to_bias[o] = (bias[o] - mean[o]) scale[o] + shift[o]
///
/// kernel: [taps][channels]; `bias` may be null; affine(o, lanes) gives mean, scale and shift.
template <class Scalar, class Affine>
void fold(const Scalar* kernel, const Scalar* bias, Scalar* to, std::size_t taps,
          std::size_t channels, Affine&& affine) {
    Scalar* const to_bias = to + taps * channels;
    simd::for_each_pack<Scalar>(channels, [&](std::size_t o, int lanes) INLAY_INLINE_LAMBDA {
        const auto [mean, scale, shift] = affine(o, lanes);
        for (std::size_t k = 0; k < taps; ++k) {
            const auto folded = simd::mul(simd::load_some(kernel + k * channels + o, lanes), scale);
            simd::store_some(to + k * channels + o, folded, lanes);
        }
        const auto start = bias ? simd::load_some(bias + o, lanes) : simd::zero<Scalar>();
        simd::store_some(to_bias + o, simd::fma(simd::sub(start, mean), scale, shift), lanes);
    });
}

/// mean[o], scale[o], shift[o] as three rows.
template <class Scalar, class Affine>
void store_affine(Scalar* to, std::size_t channels, Affine&& affine) {
    simd::for_each_pack<Scalar>(channels, [&](std::size_t o, int lanes) INLAY_INLINE_LAMBDA {
        const auto [mean, scale, shift] = affine(o, lanes);
        simd::store_some(to + o, mean, lanes);
        simd::store_some(to + channels + o, scale, lanes);
        simd::store_some(to + 2 * channels + o, shift, lanes);
    });
}

}  // namespace inlay::INLAY_ABI::kernel
#endif  // INLAY_KERNEL_FOLD_HPP

// <inlay/network/normalization.hpp>
#ifndef INLAY_NETWORK_NORMALIZATION_HPP
#define INLAY_NETWORK_NORMALIZATION_HPP
// What inference derives from its normalizations: the weights before one with it folded in, or its
// mean, scale and shift.

namespace inlay::INLAY_ABI::execution {

/// Where the numbers of one normalization lie, and those of the kernel before it.
struct Normalization {
    std::size_t weights = 0, state = 0, channels = 0;
    std::size_t kernel = 0, kernel_count = 0;
    bool bias = false;                           ///< stands behind the kernel
    bool frozen = false, frozen_kernel = false;  ///< those weights lie in the block of state
    std::size_t to = 0;
};

template <class Scalar>
using Prepare = void (*)(const Normalization&, const Scalar* weights, const Scalar* state,
                         Scalar* derived);

template <class Norm, bool folds, class Scalar>
void prepare(const Normalization& from, const Scalar* weights, const Scalar* state,
             Scalar* derived) {
    const auto affine = [&](std::size_t c, int lanes) {
        return Norm::affine((from.frozen ? state : weights) + from.weights, state + from.state,
                            from.channels, c, lanes);
    };
    Scalar* const to = derived + from.to;
    if constexpr (folds) {
        const Scalar* const kernel = (from.frozen_kernel ? state : weights) + from.kernel;
        kernel::fold(kernel, from.bias ? kernel + from.kernel_count : nullptr, to,
                     from.kernel_count / from.channels, from.channels, affine);
    } else {
        kernel::store_affine(to, from.channels, affine);
    }
}

template <class Scalar>
struct Preparation {
    Prepare<Scalar> run = nullptr;
    Normalization from;
};

/// What step S derives from a normalization.
template <class Scalar, class Spec, const auto& program, int S>
consteval Preparation<Scalar> preparation_of() {
    constexpr auto& step = program.steps[S];
    constexpr bool folds = static_cast<bool>(step.folded);
    constexpr std::size_t channels = program.values[step.output].shape.last();
    constexpr std::size_t kernel_count = folds ? step.prepared.count - channels : 0;
    using Norm = wiring::LayerAt<Spec, folds ? step.folded : step.ref>;
    return {prepare<Norm, folds, Scalar>,
            {.weights = folds ? step.folded_weights : step.weights,
             .state = folds ? step.folded_state : step.state,
             .channels = channels,
             .kernel = step.weights,
             .kernel_count = kernel_count,
             .bias = step.weight_count > kernel_count,
             .frozen = folds ? step.folded_frozen : step.frozen,
             .frozen_kernel = step.frozen,
             .to = step.prepared.begin}};
}

template <class Scalar, class Spec, const auto& program>
inline constexpr auto preparations_of = []<std::size_t... K>(std::index_sequence<K...>) {
    constexpr auto& numbers = program::numbers_of<program, program::Prepared>;
    return std::array<Preparation<Scalar>, numbers.size()>{
        preparation_of<Scalar, Spec, program, numbers[K]>()...};
}(std::make_index_sequence<program::numbers_of<program, program::Prepared>.size()>());

/// Derives from all normalizations of a program.
template <class Spec, const auto& program, bool unrolled, class Scalar>
INLAY_INLINE void prepare_normalizations(const Scalar* weights, const Scalar* state,
                                         Scalar* derived) {
    constexpr auto& all = preparations_of<Scalar, Spec, program>;
    if constexpr (unrolled)
        simd::unroll<static_cast<int>(all.size())>([&](auto k) INLAY_INLINE_LAMBDA {
            constexpr auto& one = all[static_cast<std::size_t>(decltype(k)::value)];
            constexpr auto run = one.run;
            run(one.from, weights, state, derived);
        });
    else
        for (const Preparation<Scalar>& one : all) one.run(one.from, weights, state, derived);
}

}  // namespace inlay::INLAY_ABI::execution
#endif  // INLAY_NETWORK_NORMALIZATION_HPP

// <inlay/network/unrolling.hpp>
#ifndef INLAY_NETWORK_UNROLLING_HPP
#define INLAY_NETWORK_UNROLLING_HPP
// Which programs are one function, and which a table of calls.

namespace inlay::INLAY_ABI {

/// A policy that unrolls a network of any size: the compiler sees the whole of it as one function.
/// Policy is the algorithm: Fast<>, Direct or Fast<Tile>.
template <class Policy = Fast<>>
struct Unrolled {
    static constexpr Algorithm algorithm = Policy::algorithm;
    static constexpr bool unrolls = true;
};

/// A policy that runs a network of any size as a table of calls: the least code, the shortest
/// compilation.
template <class Policy = Fast<>>
struct Rolled {
    static constexpr Algorithm algorithm = Policy::algorithm;
    static constexpr bool unrolls = false;
};

namespace execution {

/// Programs of so many steps at most are unrolled where the policy does not say.
inline constexpr std::size_t unrolled_steps = 16;

/// Whether a program is unrolled: as the policy says, or where it is small.
template <class Policy, const auto& program>
consteval bool unrolls() {
    if constexpr (requires { Policy::unrolls; })
        return Policy::unrolls;
    else
        return program::numbers_of<program, program::Left>.size() <= unrolled_steps;
}

}  // namespace execution

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Rolled;
using INLAY_ABI::Unrolled;
}  // namespace inlay
#endif  // INLAY_NETWORK_UNROLLING_HPP

// <inlay/program/diagnose.hpp>
#ifndef INLAY_PROGRAM_DIAGNOSE_HPP
#define INLAY_PROGRAM_DIAGNOSE_HPP
// How a mistake reaches the user: as the words of the compiler's first error.
//
// Compilers print a class value in a template argument as it was written, but cut long strings; so
// the sentence is handed to an undefined template in pieces of at most 30 characters.

namespace inlay::mistake {

/// A piece of a sentence, without padding: Clang prints an array as text only if it ends in its
/// only zero.
template <std::size_t Length>
struct text {
    char words[Length];
};

/// Never defined: the error that names it is the message.
template <text... Pieces>
struct message;

}  // namespace inlay::mistake

namespace inlay::INLAY_ABI::program {

/// Where the pieces of a sentence begin and end: between words.
struct Cuts {
    static constexpr std::size_t longest = 30;

    std::size_t begin[32]{}, end[32]{}, count = 0;
};

constexpr Cuts cut(std::string_view sentence) {
    Cuts cuts;
    for (std::size_t at = 0; at < sentence.size() && cuts.count < 32; ++cuts.count) {
        std::size_t end = sentence.size();
        if (end - at > Cuts::longest) {
            end = sentence.rfind(' ', at + Cuts::longest);
            if (end == sentence.npos || end <= at) end = at + Cuts::longest;
        }
        cuts.begin[cuts.count] = at;
        cuts.end[cuts.count] = end;
        at = end < sentence.size() && sentence[end] == ' ' ? end + 1 : end;
    }
    return cuts;
}

/// The sentence that Subject::mistake holds, as an error of the compiler.
template <class Subject>
struct Diagnosis {
    static constexpr std::string_view sentence = Subject::mistake.view();
    static constexpr Cuts cuts = cut(sentence);

    template <std::size_t Index>
    static constexpr auto piece() {
        mistake::text<cuts.end[Index] - cuts.begin[Index] + 1> words{};
        for (std::size_t k = cuts.begin[Index]; k < cuts.end[Index]; ++k)
            words.words[k - cuts.begin[Index]] = sentence[k];
        words.words[cuts.end[Index] - cuts.begin[Index]] = 0;  // written, or Clang may not see it
        return words;
    }

    template <std::size_t... Index>
    static constexpr bool report(std::index_sequence<Index...>) {
        static_assert(sizeof(mistake::message<piece<Index>()...>) > 0, "inlay: read this message");
        return false;
    }
};

/// Stops the compiler with the sentence that Subject::mistake holds, if it holds one.
template <class Subject>
consteval bool without_mistake() {
    if constexpr (Subject::mistake.empty())
        return true;
    else
        return Diagnosis<Subject>::report(
            std::make_index_sequence<Diagnosis<Subject>::cuts.count>{});
}

}  // namespace inlay::INLAY_ABI::program
#endif  // INLAY_PROGRAM_DIAGNOSE_HPP

// <inlay/program/names.hpp>
#ifndef INLAY_PROGRAM_NAMES_HPP
#define INLAY_PROGRAM_NAMES_HPP
// Names of layers and inputs, and what they stand for where they are used.

namespace inlay::INLAY_ABI::program {

/// conv2d_1: the name of a layer, or of an input.
template <class Text, class Info>
constexpr void put_name(Text& to, const Info& info) {
    to << info.name;
    if (info.ordinal > 0) to << "_" << info.ordinal;
}

/// x/conv2d_1: the name of a layer behind those of the nested models that it stands in.
template <class Text>
constexpr void put_path(Text& to, const LayerInfo* layers, int layer) {
    const LayerInfo& info = layers[layer];
    if (info.scope >= 0) {
        put_path(to, layers, info.scope);
        to << "/";
    }
    put_name(to, info);
}

/// What a name stands for: a layer, or an input.
struct Found {
    int layer = -1, input = -1;

    constexpr explicit operator bool() const { return layer >= 0 || input >= 0; }
};

/// The latest layer of a path, such as x/conv2d, that begins in a nested model, or in the network
/// itself where the number is negative.
template <std::size_t Capacity>
constexpr int find_below(const Program<Capacity>& p, int scope, std::string_view path) {
    const std::size_t slash = path.find('/');
    const std::string_view first = path.substr(0, slash);
    for (int k = p.layer_count - 1; k >= 0; --k) {
        const LayerInfo& info = p.layers[k];
        if (info.scope != scope || !info.is_called(first)) continue;
        if (slash == path.npos) return k;
        return info.nested ? find_below(p, k, path.substr(slash + 1)) : -1;
    }
    return -1;
}

/// What a name stands for that is used in a nested model: it is looked for there, then around it.
template <std::size_t Capacity>
constexpr Found find(const Program<Capacity>& p, int scope, std::string_view name) {
    for (;; scope = p.layers[scope].scope) {
        if (const int layer = find_below(p, scope, name); layer >= 0) return {.layer = layer};
        if (scope < 0) break;
    }
    for (int k = 0; k < p.input_count; ++k) {
        Sentence whole;
        put_name(whole, p.inputs[k]);
        if (whole.view() == name) return {.input = k};
    }
    return {};
}

/// All names so far, as a list of words.
template <std::size_t Capacity>
constexpr void put_names(Sentence& to, const Program<Capacity>& p) {
    for (int k = 0; k < p.input_count; ++k) {
        to << (k == 0 ? "" : ", ");
        put_name(to, p.inputs[k]);
    }
    for (int k = 0; k < p.layer_count; ++k) {
        to << ", ";
        put_path(to, p.layers, k);
    }
}

/// Gives a layer's row its name's number, which counts through the whole network as Keras's do,
/// unless the name was given; a name that another in its model has is a mistake.
template <std::size_t Capacity>
constexpr void number(Program<Capacity>& p, int row) {
    LayerInfo& info = p.layers[row];
    for (int k = row - 1; k >= 0 && !info.named; --k) {
        const LayerInfo& other = p.layers[k];
        if (other.named || other.name != info.name) continue;
        info.ordinal = other.ordinal + 1;
        break;
    }
    const auto clash = [&](std::string_view title, std::string_view name) {
        if (!p.mistake.empty()) return;
        p.mistake << "the name " << name << " is given twice, to " << title << " and to "
                  << info.title << ": a name is one layer, and a Shared one has "
                  << "one set of weights wherever it stands";
    };
    for (int k = 0; k < row; ++k) {
        const LayerInfo& other = p.layers[k];
        if (other.scope != info.scope || !(other.named || info.named)) continue;
        if (info.named ? other.is_called(info.name) : info.is_called(other.name))
            clash(other.title, info.named ? info.name : other.name);
    }
    for (int k = 0; k < p.input_count && info.scope < 0; ++k)
        if (p.inputs[k].ordinal == 0 && info.is_called(p.inputs[k].name))
            clash("an input", p.inputs[k].name);
}

}  // namespace inlay::INLAY_ABI::program
#endif  // INLAY_PROGRAM_NAMES_HPP

// <inlay/program/assembly.hpp>
#ifndef INLAY_PROGRAM_ASSEMBLY_HPP
#define INLAY_PROGRAM_ASSEMBLY_HPP
// How layers are appended to a program: rows, values, steps and weights.

namespace inlay::INLAY_ABI::program {

/// A program that grows, of at most so many layers; every member function appends to it.
template <std::size_t Tokens, std::size_t Capacity>
struct Assembly {
    Algorithm policy{};
    Program<Capacity> program{};
    Connection source[2 * Capacity + 2]{};  ///< the layer that made each value, and by which call
    Shape shapes[Capacity + 1]{};           ///< of the branches of one join
    const Descriptor* descriptors[Capacity + 1]{};  ///< of the rows of layers
    int numbers[Capacity + 1]{};                    ///< those of the layers, as in `written`
    int ordinals[Tokens + 1]{};  ///< of the names of all leaves, as if none were left out
    bool numbered = false;       ///< they are known

    // What is open around the layer at hand.
    int scope = -1;      ///< the nested model
    int composite = -1;  ///< the row of a layer of several steps
    int written = 0;     ///< the layer's number, in the order in which they are written
    bool frozen = false;

    /// A shared part that stands in the network again: its next row and group of the first time.
    struct Replay {
        int part = -1, layer = 0, group = 0;

        constexpr explicit operator bool() const { return part >= 0; }
    } replay{};

    /// A shared part: the rows and the groups that it made.
    struct Part {
        std::string_view name;
        int layer = 0, group = 0, layer_end = 0, group_end = 0;
    } parts[Tokens + 1]{};
    int part_count = 0;

    constexpr int add_value(const Shape& shape, Connection from) {
        const int number = program.value_count++;
        program.values[number] = {.shape = shape, .halo = {}, .storage = number};
        source[number] = from;
        return number;
    }

    /// The start of the sentence about a mistake in a layer; nothing after an earlier mistake.
    constexpr bool blame(const Descriptor& descriptor) {
        if (!program.mistake.empty()) return false;
        program.mistake << "layer " << written << ", " << descriptor.text() << ", ";
        return true;
    }

    constexpr void complain(const Descriptor& descriptor, const Shape& in,
                            const Complaint& complaint) {
        if (!blame(descriptor)) return;
        program.mistake << "receives " << in;
        program.mistake << " but " << complaint.needs;
        if (!complaint.remedy.empty()) program.mistake << ": " << complaint.remedy;
    }

    constexpr bool sound() const { return program.mistake.empty(); }

    /// Appends the row of a layer, or finds that of a shared one; returns its number.
    constexpr int add_row(const Token& token, int leaf, const Descriptor& descriptor) {
        if (replay) return replay_layer(&descriptor);
        const int row = program.layer_count++;
        const bool named = token.name.size() != 0;
        std::string_view name = descriptor.name;
        if (named) name = token.name;
        program.layers[row] = {.title = descriptor.title,
                               .name = name,
                               .named = named,
                               .frozen = frozen,
                               .scope = scope};
        descriptors[row] = &descriptor;
        numbers[row] = written;
        number(program, row);
        if (!numbered) ordinals[leaf] = program.layers[row].ordinal;
        program.layers[row].ordinal = ordinals[leaf];
        return row;
    }

    /// What a row tells of its layer, or of the steps of a composite one; of a shared layer the
    /// first time.
    constexpr void add_facts(LayerInfo& info, const Bound& bound) {
        program.multiply_adds += bound.facts.cost.multiply_adds;
        if (replay) return;
        info.output = bound.output;
        info.cost.multiply_adds += bound.facts.cost.multiply_adds;
        info.cost.multiplications += bound.facts.cost.multiplications;
        if (bound.facts.algorithm.fast()) info.algorithm = bound.facts.algorithm;
    }

    /// The next row of a shared part that stands here again; null: a nested model's.
    constexpr int replay_layer(const Descriptor* descriptor) {
        const Part& part = parts[replay.part];
        const bool same = replay.layer < part.layer_end &&
                          (descriptor != nullptr) == (descriptors[replay.layer] != nullptr) &&
                          (descriptor == nullptr ||
                           descriptor->text().view() == descriptors[replay.layer]->text().view());
        if (same) return replay.layer++;
        differ(part);
        return part.layer;
    }

    constexpr void differ(const Part& part) {
        if (!sound()) return;
        program.mistake << "the Shared layer " << part.name
                        << " differs from the one of that name before: a name is one layer, "
                        << "wherever it stands";
    }

    /// What a row reads.
    constexpr void connect(int row, const int* values, int count) {
        for (int k = 0; k < count; ++k) {
            Connection& connection = program.connections[program.connection_count++];
            connection = source[values[k]];
            connection.reader = row;
        }
        ++program.layers[row].calls;
    }

    /// Whether a layer's tensors can be kept and told apart by their names.
    constexpr bool accepts(const WeightSpecs& specs, const Descriptor& descriptor) {
        const int room = static_cast<int>(program.tensor_capacity) - program.tensor_count;
        const int most = specs.capacity < room ? specs.capacity : room;
        if (specs.count > most) {
            if (blame(descriptor))
                program.mistake << "has " << specs.count << " tensors of weights, of which " << most
                                << " can be kept: put some of them into one";
            return false;
        }
        for (int a = 0; a < specs.count; ++a) {
            const std::string_view name = specs.items[a].name;
            bool taken = false;
            for (int b = 0; b < a; ++b) taken = taken || specs.items[b].name == name;
            for (int t = 0; t < program.tensor_count && composite >= 0 && !replay; ++t)
                taken = taken || (program.tensors[t].layer == composite &&
                                  program.tensors[t].spec.name == name);
            if (!name.empty() && !taken) continue;
            if (!blame(descriptor)) return false;
            if (taken)
                program.mistake << "has two tensors of weights of one name, " << name;
            else
                program.mistake << "has a tensor of weights without a name";
            return false;
        }
        return true;
    }

    /// Gives the step its weights, one tensor behind the other in both blocks.
    constexpr void add_weights(Step& step, const Descriptor& descriptor, const WeightSpecs& specs) {
        if (specs.count == 0 || !accepts(specs, descriptor)) return;
        step.group = replay ? replay_group(step, descriptor, specs) : add_group(step, specs);
        const Group& group = program.groups[step.group];
        step.frozen = group.frozen;
        step.weights = group.weights.begin;
        step.weight_count = group.weights.count;
        step.state = group.state.begin;
        step.state_count = group.state.count;
    }

    /// The weights of a layer: those to train in their block, the others in the block of state;
    /// frozen ones there too, in front of them.
    constexpr int add_group(const Step& step, const WeightSpecs& specs) {
        const int number = program.group_count++;
        Group& group = program.groups[number];
        LayerInfo& info = program.layers[step.ref.layer];
        std::size_t& block = frozen ? program.state_count : program.weight_count;
        group = {.layer = step.ref.layer,
                 .first_tensor = program.tensor_count,
                 .tensors = specs.count,
                 .weights = {block},
                 .state = {},
                 .wide = step.by_parts && !frozen,
                 .frozen = frozen};
        for (int k = 0; k < specs.count; ++k)
            (specs.items[k].trainable ? group.weights : group.state).count +=
                specs.items[k].shape.size();
        block += group.weights.count;
        group.state.begin = program.state_count;
        program.state_count += group.state.count;
        std::size_t weights = group.weights.begin, state = group.state.begin;
        for (int k = 0; k < specs.count; ++k) {
            WeightSpec spec = specs.items[k];
            std::size_t& at = spec.trainable ? weights : state;
            spec.trainable = spec.trainable && !frozen;
            program.tensors[program.tensor_count++] = {step.ref.layer, spec, at};
            at += spec.shape.size();
            (spec.trainable ? info.trainable : info.non_trainable) += spec.shape.size();
        }
        return number;
    }

    /// The next group of a shared part that stands here again. Its gradient is made by several
    /// steps, and so for each slice.
    constexpr int replay_group(const Step& step, const Descriptor& descriptor,
                               const WeightSpecs& specs) {
        const Part& part = parts[replay.part];
        if (replay.group == part.group_end) {
            differ(part);
            return part.group;
        }
        const int number = replay.group++;
        Group& group = program.groups[number];
        bool same = group.tensors == specs.count;
        for (int k = 0; same && k < specs.count; ++k)
            same = program.tensors[group.first_tensor + k].spec.shape == specs.items[k].shape;
        if (!same && blame(descriptor)) {
            program.mistake << "shares the weights of " << part.name << ", whose "
                            << program.tensors[group.first_tensor].spec.name << " is "
                            << program.tensors[group.first_tensor].spec.shape << ", but needs "
                            << specs.items[0].shape << " here";
            program.mistake << ": give it inputs of one number of channels";
        }
        group.wide = false;
        for (int s = 0; s < program.step_count; ++s)
            if (program.steps[s].group == number || &program.steps[s] == &step)
                program.steps[s].by_parts = false;
        return number;
    }

    /// Appends a step that reads `count` values and makes one of shape `out`.
    constexpr Step& add_step(LayerRef ref, const Facts& facts, const int* values, int count,
                             const Shape& out) {
        Step& step = program.steps[program.step_count++];
        static_cast<Facts&>(step) = facts;
        step.ref = ref;
        step.first_read = program.read_count;
        step.reads = count;
        for (int k = 0; k < count; ++k) program.reads[program.read_count++].value = values[k];
        step.output = add_value(out, source[values[0]]);
        if (ref) {
            const LayerInfo& info = program.layers[ref.layer];
            source[step.output] = {.source = ref.layer, .call = info.calls - 1};
        }
        return step;
    }

    /// The same elements once more: a program drops the step wherever both may lie in one place.
    constexpr int add_copy(int value) {
        Facts facts;
        facts.role = Role::shape_only;
        facts.views = true;
        const int copy = add_step({}, facts, &value, 1, program.values[value].shape).output;
        program.values[copy].mask = program.values[value].mask;
        return copy;
    }

    /// Masks beside the input, and what the layer makes of them.
    constexpr void add_masks(Step& step, const int* values, int count) {
        int mask = -1;
        for (int k = count; k-- > 0;)
            if (program.values[values[k]].mask >= 0) mask = program.values[values[k]].mask;
        if (step.masks == Masks::read) step.mask = mask;
        if (step.masks == Masks::make)
            mask = step.new_mask = add_value(Shape{program.values[step.output].shape[0]}, {});
        const bool goes_on = step.masks == Masks::pass || step.masks == Masks::make;
        program.values[step.output].mask = goes_on ? mask : -1;
    }

    /// Appends a layer, or the option of the one before, that reads `count` values; returns what it
    /// makes.
    constexpr int add(const Token& token, LayerRef ref, int* values, int count, int in) {
        const Descriptor& descriptor = ref.option ? token.activation : token.descriptor;
        if (descriptor.no_layer) {
            if (blame(descriptor)) program.mistake << descriptor.no_layer();
            return in;
        }
        for (int k = 0; k < count; ++k) shapes[k] = program.values[values[k]].shape;
        const Bound bound = descriptor.bind({shapes, count}, policy);
        if (bound.complaint.raised())
            complain(descriptor, program.values[in].shape, bound.complaint);
        if (!sound()) return in;
        if (!ref.option) {
            ref.layer = composite < 0 ? add_row(token, ref.leaf, descriptor) : composite;
            if (composite < 0) connect(ref.layer, values, count);
            add_facts(program.layers[ref.layer], bound);
        }
        // Maps of several cells may get borders; who wants them plain reads and writes copies.
        const bool copies = !bound.facts.views;
        for (int k = 0; k < count && copies; ++k)
            if (shapes[k].rank() > 1) values[k] = add_copy(values[k]);
        Step& step = add_step(ref, bound.facts, values, count, bound.output);
        add_weights(step, descriptor, bound.weights);
        step.forward_copy.count = step.room.forward_copy;
        step.backward_copy.count = step.room.backward_copy;
        step.statistics_count = step.room.statistics;
        if (step.room.kept > 0) step.kept = add_value(Shape{step.room.kept}, {});
        add_masks(step, values, count);
        const int out = copies && bound.output.rank() > 1 ? add_copy(step.output) : step.output;
        program.layers[ref.layer].value = out;
        return out;
    }
};

}  // namespace inlay::INLAY_ABI::program
#endif  // INLAY_PROGRAM_ASSEMBLY_HPP

// <inlay/program/lower.hpp>
#ifndef INLAY_PROGRAM_LOWER_HPP
#define INLAY_PROGRAM_LOWER_HPP
// From the walk through a network to its program: who reads whom, and what stands around them.

namespace inlay::INLAY_ABI::program {

/// Lowers one network of so many tokens.
template <std::size_t Tokens, std::size_t Capacity>
struct Lowering : Assembly<Tokens, Capacity> {
    using Base = Assembly<Tokens, Capacity>;
    using Base::program, Base::scope, Base::composite, Base::written, Base::frozen, Base::replay,
        Base::parts, Base::part_count, Base::source, Base::descriptors, Base::sound, Base::blame;
    using typename Base::Part, typename Base::Replay;

    bool needless[Tokens + 1]{};  ///< leaves that a cut leaves out
    int leaves = 0, cuts = 0;

    /// Appends the layer of a token; nothing for one that a cut leaves out.
    constexpr int add_leaf(const Token& token, int* values, int count, int in) {
        LayerRef ref{.leaf = leaves++};
        if (composite < 0) ++written;
        if (needless[ref.leaf]) return in;
        int out = this->add(token, ref, values, count, in);
        if (!sound() || !token.activates) return out;
        ref.option = true;
        ref.layer = source[out].source;
        return this->add(token, ref, &out, 1, out);
    }

    /// Something around layers that is open.
    struct Opened {
        const Token* token = nullptr;
        int scope = -1, row = -1, part = -1, composite = -1;
        bool frozen = false, again = false;
        Replay replay{};
    };

    constexpr Opened open(const Token& token, int value) {
        Opened opened{&token, scope, -1, -1, composite, frozen, false, replay};
        frozen = frozen || token.frozen;
        cuts += token.cut;
        if (token.shared) {
            opened.part = 0;
            while (opened.part < part_count && parts[opened.part].name != token.name) ++opened.part;
            Part& part = parts[opened.part];
            opened.again = opened.part < part_count;
            if (opened.again)
                replay = {opened.part, part.layer, part.group};
            else
                part = {token.name, program.layer_count, program.group_count};
            part_count += !opened.again;
        }
        if (token.composite && !needless[leaves]) {
            ++written;
            composite = opened.row = this->add_row(token, leaves, token.descriptor);
            this->connect(composite, &value, 1);
        }
        if (!token.nested) return opened;
        if (replay) {
            opened.row = this->replay_layer(nullptr);
        } else {
            opened.row = program.layer_count++;
            program.layers[opened.row] = {.title = "Sequential",
                                          .name = token.name,
                                          .named = true,
                                          .nested = true,
                                          .frozen = frozen,
                                          .scope = scope};
            number(program, opened.row);
        }
        this->connect(opened.row, &value, 1);
        scope = opened.row;
        return opened;
    }

    constexpr int close(const Opened& opened, const Token& token, int value) {
        if (token.kind == Token::until) value = tap(token, "Until");
        if (opened.row >= 0) {
            program.layers[opened.row].output = program.values[value].shape;
            program.layers[opened.row].value = value;
        }
        if (opened.part >= 0 && sound()) close_shared(opened);
        scope = opened.scope;
        composite = opened.composite;
        frozen = opened.frozen;
        return value;
    }

    /// The first time, marks what it holds; again, looks whether all of it was there.
    constexpr void close_shared(const Opened& opened) {
        Part& part = parts[opened.part];
        if (!opened.again) {
            part.layer_end = program.layer_count;
            part.group_end = program.group_count;
            for (int k = part.layer; k < part.layer_end; ++k) program.layers[k].shared = true;
            return;
        }
        if (replay.layer != part.layer_end) this->differ(part);
        replay = opened.replay;
        if (!replay || replay.layer != part.layer) return;
        replay.layer = part.layer_end;
        replay.group = part.group_end;
    }

    /// The value that the name of a token stands for.
    constexpr int tap(const Token& token, std::string_view what) {
        const Found found = find(program, scope, token.name);
        if (found.input >= 0) return program.inputs[found.input].value;
        if (!sound()) return 0;
        if (!found) {
            program.mistake << what << " finds no layer called " << token.name << " before it: "
                            << "there are ";
            put_names(program.mistake, program);
            return 0;
        }
        const LayerInfo& info = program.layers[found.layer];
        const bool inside = replay && found.layer >= parts[replay.part].layer &&
                            found.layer < parts[replay.part].layer_end;
        if (info.shared && !inside)
            program.mistake << what << " means one of several: the layer " << token.name
                            << " is shared "
                            << "and stands in several places; name a layer behind the one meant";
        return info.value;
    }

    /// The branches that lead to the next join.
    struct Join {
        int input = 0, first_branch = 0;
    };

    constexpr void run(const Token* tokens, const InputFacts* inputs, int count) {
        add_inputs(inputs, count);
        Join joins[Tokens + 1]{};
        Opened opened[Tokens + 1]{};
        int branches[Tokens + 1]{};  // of all open joins
        int depth = 0, branch_count = 0, open_count = 0;
        int value = program.inputs[0].value;
        bool taps = false;
        for (std::size_t k = 0; k < Tokens && sound(); ++k) {
            const Token& token = tokens[k];
            if (program.output_count != 0 && token.kind != Token::close) {
                program.mistake << "Outputs stands at the end of a network, with nothing behind it";
                break;
            }
            switch (token.kind) {
                case Token::layer:
                    value = add_leaf(token, &value, 1, value);
                    break;
                case Token::branches:
                    joins[depth++] = {value, branch_count};
                    break;
                case Token::next_branch:
                    branches[branch_count++] = value;
                    value = joins[depth - 1].input;
                    break;
                case Token::join: {
                    const Join join = joins[--depth];
                    branch();
                    value = add_leaf(token, branches + join.first_branch,
                                     branch_count - join.first_branch, join.input);
                    branch_count = join.first_branch;
                    break;
                }
                case Token::outputs: {
                    const Join join = joins[--depth];
                    if (depth != 0 || scope >= 0)
                        program.mistake << "Outputs stands at the end of a network, not in a "
                                        << "branch or a nested model";
                    for (int b = join.first_branch; b < branch_count && sound(); ++b)
                        add_output(branches[b]);
                    break;
                }
                case Token::from:
                    branch();
                    taps = true;
                    if (cuts == 0 || find(program, scope, token.name)) value = tap(token, "From");
                    break;
                case Token::open:
                    opened[open_count++] = open(token, value);
                    break;
                case Token::close:
                case Token::until:
                    value = close(opened[--open_count], token, value);
                    break;
            }
        }
        if (program.output_count == 0 && sound()) add_output(value);
        if (taps && cuts == 0) find_dangling();
        find_activations();
    }

    /// The activations that make outputs of logits which no other output has to do with.
    constexpr void find_activations() {
        bool taken[2 * Capacity + 2]{};
        for (int k = 0; k < program.output_count; ++k) taken[program.outputs[k].value] = true;
        for (int s = 0; s < program.step_count; ++s) {
            const Step& step = program.steps[s];
            const int result = program.values[step.output].result;
            if (result < 0 || step.reads != 1 || step.weight_count != 0) continue;
            if (!step.backward.output) continue;
            bool& before = taken[program.reads[step.first_read].value];
            if (!before) program.outputs[result].activation = step.ref;
            before = true;
        }
    }

    /// The values of the inputs, and their names.
    constexpr void add_inputs(const InputFacts* inputs, int count) {
        int unnamed = 0;
        for (int k = 0; k < count; ++k) {
            const bool named = !inputs[k].name.empty();
            const int value = this->add_value(inputs[k].shape, {.source = -1 - k});
            program.values[value].input = k;
            program.inputs[k] = {.value = value,
                                 .gather = {},
                                 .name = named ? inputs[k].name : "input_layer",
                                 .ordinal = named ? 0 : unnamed++,
                                 .shape = inputs[k].shape};
            for (int j = 0; j < k && named && sound(); ++j)
                if (program.inputs[j].name == inputs[k].name)
                    program.mistake << "two inputs are called " << inputs[k].name
                                    << ": give each a name of its own";
        }
        program.input_count = count;
    }

    /// Notes that the nested model at hand is more than a chain.
    constexpr void branch() {
        if (scope >= 0) program.layers[scope].title = "Functional";
    }

    /// An output lies in memory of the caller's, which is no input and no other output.
    constexpr void add_output(int value) {
        const int layer = source[value].source;
        if (program.output_count != 0 || program.values[value].result >= 0)
            if (program.values[value].input >= 0 || program.values[value].result >= 0)
                value = this->add_copy(value);
        program.values[value].result = program.output_count;
        program.outputs[program.output_count++] = {.value = value, .layer = layer};
    }

    /// Marks the leaves that the outputs do not depend on.
    constexpr void find_needless() {
        bool needed[2 * Capacity + 2]{};
        for (bool& leaf : needless) leaf = true;
        for (int k = 0; k < program.output_count; ++k) needed[program.outputs[k].value] = true;
        for (int s = program.step_count - 1; s >= 0; --s) {
            const Step& step = program.steps[s];
            if (!needed[step.output] && !(step.new_mask >= 0 && needed[step.new_mask])) continue;
            if (step.ref) needless[step.ref.leaf] = false;
            if (step.mask >= 0) needed[step.mask] = true;
            for (int k = 0; k < step.reads; ++k)
                needed[program.reads[step.first_read + k].value] = true;
        }
    }

    /// A layer that nothing reads is a mistake.
    constexpr void find_dangling() {
        if (!sound()) return;
        find_needless();
        for (int s = 0; s < program.step_count; ++s) {
            const LayerRef ref = program.steps[s].ref;
            if (!ref || !needless[ref.leaf]) continue;
            written = this->numbers[ref.layer];
            if (blame(*descriptors[ref.layer]))
                program.mistake << "leads nowhere: what follows begins at another layer; "
                                << "join both, such as by a Concat of Identity and From";
        }
    }
};

/// A network without the name that stands around all of it.
template <class Net>
struct Whole {
    using layers = Net;
    static constexpr std::string_view name{};
};

template <Name given, class Inside>
    requires is_model<Inside>
struct Whole<Named<given, Inside>> {
    using layers = Inside;
    static constexpr std::string_view name = given.view();
};

/// The program of a network bound to its inputs, before any rewriting; layers that say nothing of
/// their algorithm take that of `policy`.
template <class Net, std::size_t Count>
constexpr auto lower(const std::array<InputFacts, Count>& inputs, Algorithm policy = {}) {
    using Layers = typename Whole<Net>::layers;
    using Made = Lowering<Walk<Layers>::tokens, Walk<Layers>::places + Count>;
    const auto tokens = tokens_of<Layers>();
    Made lowering{{policy}};
    lowering.run(tokens.data(), inputs.data(), static_cast<int>(Count));
    if (lowering.cuts != 0 && lowering.sound()) {
        lowering.find_needless();
        Made again{{policy}};
        for (std::size_t k = 0; k < tokens.size(); ++k) {
            again.needless[k] = lowering.needless[k];
            again.ordinals[k] = lowering.ordinals[k];
        }
        again.numbered = true;
        again.run(tokens.data(), inputs.data(), static_cast<int>(Count));
        lowering.program = again.program;
    }
    lowering.program.name = Whole<Net>::name;
    return lowering.program;
}

/// The same for one input.
template <class Net>
constexpr auto lower(const Shape& input, Algorithm policy = {}) {
    return lower<Net>(std::array<InputFacts, 1>{{{{}, input}}}, policy);
}

}  // namespace inlay::INLAY_ABI::program
#endif  // INLAY_PROGRAM_LOWER_HPP

// <inlay/program/arena.hpp>
#ifndef INLAY_PROGRAM_ARENA_HPP
#define INLAY_PROGRAM_ARENA_HPP
// Memory for buffers that live for a time: first fit, worked out by the compiler.

namespace inlay::INLAY_ABI::program {

/// Every buffer starts at a multiple of so many elements: a cache line of floats.
inline constexpr std::size_t buffer_alignment = 16;

constexpr std::size_t aligned(std::size_t elements) {
    return (elements + buffer_alignment - 1) / buffer_alignment * buffer_alignment;
}

/// A buffer of `size` elements that is in use from moment `begin` to moment `end`, both included.
struct Buffer {
    std::size_t size = 0;
    int begin = 0, end = -1;  ///< never used where end < begin
    std::size_t offset = 0;

    constexpr bool used() const { return end >= begin; }

    /// Widens the time in use to a moment.
    constexpr void touch(int moment) {
        if (!used()) begin = end = moment;
        if (moment < begin) begin = moment;
        if (moment > end) end = moment;
    }

    constexpr bool lives_beside(const Buffer& other) const {
        return used() && other.used() && begin <= other.end && other.begin <= end;
    }
};

/// The numbers [0, n) in `order`, sorted by falling size; equals keep their order.
template <std::size_t Count>
constexpr void sort_by_size(const Buffer (&buffers)[Count], int (&order)[Count], std::size_t n) {
    int merged[Count]{};
    for (std::size_t run = 1; run < n; run *= 2) {
        for (std::size_t begin = 0; begin < n; begin += 2 * run) {
            const std::size_t middle = begin + run < n ? begin + run : n;
            const std::size_t end = middle + run < n ? middle + run : n;
            if (middle == end || buffers[order[middle - 1]].size >= buffers[order[middle]].size)
                continue;
            std::size_t a = begin, b = middle;
            for (std::size_t k = begin; k < end; ++k) {
                const bool second =
                    a == middle || (b < end && buffers[order[b]].size > buffers[order[a]].size);
                merged[k] = order[second ? b++ : a++];
            }
            for (std::size_t k = begin; k < end; ++k) order[k] = merged[k];
        }
    }
}

/// Gives each buffer the lowest offset where it overlaps no buffer that lives beside it; returns
/// the size of the whole. Large buffers are placed first.
///
/// The compiler interprets these loops: what they look at lies in plain arrays, and what has been
/// placed in a list by offset. Each buffer stands on another or at 0; a buffer that lives beside
/// the whole tower under one of those placed just before begins behind it, where nothing that comes
/// earlier in the list reaches further. So the list is hardly ever walked from its head.
template <std::size_t Count>
constexpr std::size_t pack(Buffer (&buffers)[Count]) {
    constexpr std::size_t tries = 4;
    int order[Count]{}, next[Count + 1]{}, begin[Count]{}, end[Count]{};
    int latest_begin[Count]{}, first_end[Count]{};  // of a tower
    std::size_t low[Count]{}, high[Count]{},
        reach[Count + 1]{};  // the highest up to here in the list
    std::size_t total = 0, n = 0;
    for (std::size_t k = 0; k < Count; ++k) {
        if (!buffers[k].used()) continue;
        begin[k] = buffers[k].begin;
        end[k] = buffers[k].end;
        order[n++] = static_cast<int>(k);
    }
    sort_by_size(buffers, order, n);
    constexpr int none = -1, head = Count;
    next[head] = none;
    for (std::size_t k = 0; k < n; ++k) {
        const int number = order[k], from = begin[number], to = end[number];
        const std::size_t size = aligned(buffers[number].size);
        std::size_t offset = 0;
        int under = head;
        for (std::size_t back = 1; back <= tries && back <= k && size != 0; ++back)
            if (const int tower = order[k - back];
                high[tower] > offset && reach[tower] == high[tower] && from <= first_end[tower] &&
                latest_begin[tower] <= to)
                offset = high[under = tower];
        for (int other = next[under]; other != none && low[other] < offset + size;
             other = next[other])
            if (from <= end[other] && begin[other] <= to && high[other] > offset)
                offset = high[under = other];
        latest_begin[number] = from;
        first_end[number] = to;
        if (under != head) {
            if (latest_begin[under] > from) latest_begin[number] = latest_begin[under];
            if (first_end[under] < to) first_end[number] = first_end[under];
        }
        int before = under;
        while (next[before] != none && low[next[before]] < offset) before = next[before];
        low[number] = offset;
        high[number] = offset + size;
        reach[number] = reach[before] > high[number] ? reach[before] : high[number];
        next[number] = next[before];
        next[before] = number;
        for (int later = next[number]; later != none && reach[later] < high[number];
             later = next[later])
            reach[later] = high[number];
        buffers[number].offset = offset;
        if (high[number] > total) total = high[number];
    }
    return total;
}

}  // namespace inlay::INLAY_ABI::program
#endif  // INLAY_PROGRAM_ARENA_HPP

// <inlay/program/rewrite.hpp>
#ifndef INLAY_PROGRAM_REWRITE_HPP
#define INLAY_PROGRAM_REWRITE_HPP
// Rewrites of a program that keep its meaning: they match roles and readers, never layers' names.

namespace inlay::INLAY_ABI::program {

/// What a program is for. Two programs over the same weights are made of one network.
enum class Mode {
    inference,
    training,        ///< the last activation runs as any other
    training_logits  ///< the loss takes the input of the last activation
};

/// Finds out which outputs keep their activation apart, for the sake of its input: all in
/// inference, where a loss may look at it; in training those whose loss takes logits, one bit each.
template <std::size_t Capacity>
constexpr void find_logits(Program<Capacity>& p, Mode mode, std::uint64_t logits) {
    const std::uint64_t apart = mode == Mode::inference         ? ~std::uint64_t{0}
                                : mode == Mode::training_logits ? logits
                                                                : 0;
    for (int k = 0; k < p.output_count; ++k) {
        Result& output = p.outputs[k];
        output.gradient = output.value;
        output.logits = output.activation && (apart >> k & 1) != 0;
    }
    for (int s = 0; s < p.step_count; ++s) {
        const int result = p.values[p.steps[s].output].result;
        if (result >= 0 && p.outputs[result].logits)
            p.outputs[result].gradient = p.reads[p.steps[s].first_read].value;
    }
}

/// Who makes and how many read each value, kept while steps are absorbed.
template <std::size_t Capacity>
struct Links {
    int producer[2 * Capacity + 2]{};  ///< 1 + the step; 0 where no step makes it
    int readers[2 * Capacity + 2]{};

    constexpr explicit Links(const Program<Capacity>& p) {
        for (int k = 0; k < p.output_count; ++k) ++readers[p.outputs[k].value];
        for (int s = 0; s < p.step_count; ++s) {
            const Step& step = p.steps[s];
            producer[step.output] = s + 1;
            for (int k = 0; k < step.reads; ++k) ++readers[p.reads[step.first_read + k].value];
        }
    }

    /// Whether a step's first input comes from a step that nobody else reads; that step's number or
    /// -1.
    constexpr int sole_producer(const Program<Capacity>& p, const Step& step) const {
        const int value = p.reads[step.first_read].value;
        return readers[value] == 1 ? producer[value] - 1 : -1;
    }

    /// Lets the step before make what `step` makes, and drops `step`.
    constexpr void absorb(Program<Capacity>& p, int before, int number) {
        Step& step = p.steps[number];
        producer[p.steps[before].output] = 0;
        producer[step.output] = before + 1;
        for (int k = 0; k < step.reads; ++k) --readers[p.reads[step.first_read + k].value];
        p.steps[before].output = step.output;
        step.removed = true;
    }
};

/// Folds each normalization into the linear step before it, where that has no activation, no
/// normalization and no other reader: its weights become derived ones, kernel and bias.
template <std::size_t Capacity>
constexpr void fold_normalizations(Program<Capacity>& p, Links<Capacity>& links) {
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        if (step.role != Role::normalization) continue;
        const int before = links.sole_producer(p, step);
        if (before < 0 || p.steps[before].role != Role::linear) continue;
        Step& linear = p.steps[before];
        if (linear.epilogue || linear.folded) continue;
        linear.folded = step.ref;
        linear.folded_weights = step.weights;
        linear.folded_state = step.state;
        linear.folded_frozen = step.frozen;
        links.absorb(p, before, s);
    }
}

/// Runs each elementwise activation in the epilogue of the step before it. The last one stays where
/// a loss may want its input.
template <std::size_t Capacity>
constexpr void fuse_activations(Program<Capacity>& p, Links<Capacity>& links, Mode mode) {
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        if (step.role != Role::elementwise || step.removed) continue;
        // In training a derivative that reads its input needs that input kept.
        if (mode != Mode::inference && step.backward.input) continue;
        const int result = p.values[step.output].result;
        if (result >= 0 && p.outputs[result].logits) continue;
        const int before = links.sole_producer(p, step);
        if (before < 0 || !p.steps[before].takes.activation || p.steps[before].epilogue) continue;
        p.steps[before].epilogue = step.ref;
        links.absorb(p, before, s);
    }
}

/// Runs each maximum behind the epilogue of the step before it. In training the value between the
/// two, which nobody makes any more, keeps which cells won.
template <std::size_t Capacity>
constexpr void fuse_maxima(Program<Capacity>& p, Links<Capacity>& links, Mode mode) {
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        if (step.role != Role::maximum) continue;
        const int before = links.sole_producer(p, step);
        if (before < 0 || !p.steps[before].takes.maximum || p.steps[before].pools()) continue;
        const int between = p.steps[before].output;
        p.steps[before].pool = step.window;
        links.absorb(p, before, s);
        if (mode == Mode::inference) continue;
        p.steps[before].kept = between;
        p.values[between].shape = p.values[step.output].shape;
    }
}

/// Lets an elementwise layer at the start, such as Rescaling, run while the input is gathered.
template <std::size_t Capacity>
constexpr void gather(Program<Capacity>& p, const Links<Capacity>& links) {
    for (int s = 0; s < p.step_count; ++s) {
        Step& step = p.steps[s];
        Value &from = p.values[p.reads[step.first_read].value], &to = p.values[step.output];
        if (step.removed || from.input < 0 || p.inputs[from.input].gather) continue;
        if (step.role != Role::elementwise || step.weight_count != 0 || to.result >= 0) continue;
        Entry& input = p.inputs[from.input];
        if (links.readers[input.value] != 1) continue;
        input.gather = step.ref;
        input.value = step.output;
        to.input = from.input;
        from.input = -1;
        step.removed = true;
    }
}

/// Marks the values whose gradient somebody needs: those that trainable weights have a part in.
template <std::size_t Capacity>
constexpr void mark_gradients(Program<Capacity>& p) {
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        bool needed = step.trains();
        for (int k = 0; k < step.reads; ++k)
            needed = needed || p.values[p.reads[step.first_read + k].value].needs_gradient;
        p.values[step.output].needs_gradient = needed;
    }
}

/// Sets *accumulate* on every reading of a value's memory but the first in backward order, so that
/// no layer needs to know of the others. A first one that sees a part only adds to zeros.
template <std::size_t Capacity>
constexpr void order_readers(Program<Capacity>& p) {
    bool assigned[2 * Capacity + 2]{};
    for (int k = 0; k < p.output_count; ++k)
        assigned[p.values[p.outputs[k].gradient].storage] = true;
    for (int s = p.step_count - 1; s >= 0; --s) {
        const Step& step = p.steps[s];
        for (int k = 0; k < step.reads && !step.removed; ++k) {
            Read& read = p.reads[step.first_read + k];
            if (read.in_place || !p.values[read.value].needs_gradient) continue;
            bool& before = assigned[p.values[read.value].storage];
            read.clears = !before && !is_whole(p, read.value);
            read.accumulate = before || read.clears;
            before = true;
        }
    }
}

/// Gives each live step the place of its derived weights in their block.
template <std::size_t Capacity>
constexpr void place_derived(Program<Capacity>& p, Mode mode) {
    for (int s = 0; s < p.step_count; ++s) {
        Step& step = p.steps[s];
        if (step.removed) continue;
        const std::size_t channels = p.values[step.output].shape.last();
        const bool needs_gradient = p.values[p.reads[step.first_read].value].needs_gradient;
        if (mode == Mode::inference) {
            step.prepared.count =
                step.folded ? step.weight_count + (step.bias ? 0 : channels) : step.room.prepared;
            if (step.folded) step.bias = true;
        }
        if (mode == Mode::inference || !needs_gradient) step.backward_copy.count = 0;
        Block* const blocks[]{&step.prepared, &step.forward_copy, &step.backward_copy};
        for (Block* block : blocks) {
            block->begin = p.derived_count;
            p.derived_count += block->count;
        }
        if (mode == Mode::inference) step.statistics_count = 0;
        step.statistics = p.statistics_count;
        p.statistics_count += step.statistics_count;
    }
}

/// The program of a mode; in training on logits, of those outputs whose bits are set.
template <std::size_t Capacity>
constexpr Program<Capacity> rewrite(Program<Capacity> p, Mode mode,
                                    std::uint64_t logits = ~std::uint64_t{0}) {
    mark_gradients(p);
    find_logits(p, mode, logits);
    Links<Capacity> links(p);
    if (mode == Mode::inference) fold_normalizations(p, links);
    fuse_activations(p, links, mode);
    fuse_maxima(p, links, mode);
    gather(p, links);
    make_views(p, mode != Mode::inference);
    if (mode != Mode::inference) order_readers(p);
    place_derived(p, mode);
    return p;
}

}  // namespace inlay::INLAY_ABI::program
#endif  // INLAY_PROGRAM_REWRITE_HPP

// <inlay/program/plan.hpp>
#ifndef INLAY_PROGRAM_PLAN_HPP
#define INLAY_PROGRAM_PLAN_HPP
// Where everything lies and when everything runs: plans for inference and for a training step.

namespace inlay::INLAY_ABI::program {

/// The elements of one example of a stored value.
constexpr std::size_t stored_size(const Value& value) {
    return Map{value.shape, value.halo}.size();
}

/// Numbers that the steps of a program need for themselves, one after another, while `examples`
/// examples run: a fused pooling one example of the map before it, in training, and the layer its
/// own.
template <std::size_t Capacity>
constexpr std::size_t scratch_count(const Program<Capacity>& p, bool training,
                                    std::size_t examples) {
    std::size_t most = 0;
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        if (step.removed) continue;
        std::size_t count = 0;
        if (training && step.pools())
            count = p.values[step.output].shape.size() * step.pool.cells();
        if (training && p.values[step.output].needs_gradient) count += discard_count(step);
        count += step.room.scratch(p.values[p.reads[step.first_read].value].shape, step.algorithm,
                                   training, examples);
        if (count > most) most = count;
    }
    return aligned(most);
}

/// Where the values of one example lie during inference. The network's input is read where the
/// caller holds it, unless it wants a border; its output is written where the caller wants it.
template <std::size_t Capacity>
struct InferencePlan {
    Buffer buffers[2 * Capacity + 2]{};  ///< by the number of a stored value
    std::size_t arena = 0;               ///< elements of one example
    bool copies[Capacity + 1]{};         ///< of each input: it is copied from the caller's memory
    bool in_place = true;  ///< the output is written when the input has been read: they may overlap
};

template <std::size_t Capacity>
constexpr InferencePlan<Capacity> plan_inference(const Program<Capacity>& p) {
    InferencePlan<Capacity> plan;
    for (int k = 0; k < p.input_count; ++k)
        plan.copies[k] = p.inputs[k].gather || !p.values[p.inputs[k].value].halo.empty();
    plan.in_place = p.input_count == 1 && p.output_count == 1;
    const auto touch = [&](int value, int moment) {
        const int storage = p.values[value].storage, input = input_in(p, storage);
        if (output_in(p, storage) >= 0 || (input >= 0 && !plan.copies[input])) return;
        plan.buffers[storage].size = stored_size(p.values[storage]);
        plan.buffers[storage].touch(moment);
    };
    for (int k = 0; k < p.input_count; ++k) touch(p.inputs[k].value, 0);
    bool written = false;  // what lies where an output does
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        if (step.removed) continue;
        written = written || output_in(p, p.values[step.output].storage) >= 0;
        for (int k = 0; k < step.reads; ++k) {
            const int value = p.reads[step.first_read + k].value;
            touch(value, s + 1);
            const int input = input_in(p, p.values[value].storage);
            if (input >= 0 && written && !plan.copies[input]) plan.in_place = false;
        }
        touch(step.output, s + 1);
        if (step.mask >= 0) touch(step.mask, s + 1);
        if (step.new_mask >= 0) touch(step.new_mask, s + 1);
    }
    for (int k = 0; k < p.output_count; ++k)
        if (const int mask = p.values[p.outputs[k].value].mask; mask >= 0)
            touch(mask, p.step_count + 1);
    plan.arena = pack(plan.buffers);
    return plan;
}

/// What a training step does to one micro-batch.
enum class Action {
    load,  ///< fetch the examples
    forward,
    collect,              ///< statistics of the input of a whole-batch step
    gather,               ///< what the loss needs of the whole batch
    loss,                 ///< the loss, the metrics and the first gradient
    activation_gradient,  ///< dy of a step times the derivative of its epilogue
    collect_gradient,
    backward
};

struct Op {
    Action action = Action::forward;
    int step = -1;
};

/// What happens once for the whole batch, after all slices have run a segment.
enum class Tail { none, combine, combine_gradient, forward_by_parts, backward_by_parts, gather };

/// A run of ops that each slice goes through micro-batch by micro-batch, and what follows it.
struct Segment {
    int first = 0, count = 0;
    Tail tail = Tail::none;
    int step = -1;  ///< of the tail
};

/// A training step as a schedule of segments, and where its buffers lie. A buffer that only one
/// segment uses belongs to a micro-batch; any other holds the whole batch.
template <std::size_t Capacity>
struct TrainingPlan {
    static constexpr std::size_t buffer_count = 4 * Capacity + 4;

    Op ops[8 * Capacity + 8]{};
    Segment segments[6 * Capacity + 4]{};
    int op_count = 0, segment_count = 0;
    Buffer buffers[buffer_count]{};  ///< values at 2 v, their gradients at 2 v + 1; then a stage
    bool whole_batch[buffer_count]{};
    std::size_t micro = 0, batch = 0;          ///< elements of one example in both arenas
    std::size_t gradient[2 * Capacity + 1]{};  ///< where each group's gradient lies in its block
    std::size_t sliced_gradient = 0;           ///< elements of one slice's block
    std::size_t wide_gradient = 0;             ///< of the wide groups' block, if gradients are kept

    static constexpr std::size_t stage = buffer_count - 1;

    /// Where a step's gradient lies; anywhere for one without weights to train.
    constexpr std::size_t gradient_of(const Step& step) const {
        return step.group < 0 || step.frozen ? 0 : gradient[step.group];
    }
};

template <std::size_t Capacity>
struct Planning {
    const Program<Capacity>& p;
    TrainingPlan<Capacity> plan{};
    int segment_of[TrainingPlan<Capacity>::buffer_count]{};  ///< 1 + the only segment; -1: several

    constexpr void add(Action action, int step = -1) {
        plan.ops[plan.op_count++] = {action, step};
        ++plan.segments[plan.segment_count].count;
    }

    constexpr void close(Tail tail = Tail::none, int step = -1) {
        plan.segments[plan.segment_count].tail = tail;
        plan.segments[plan.segment_count].step = step;
        plan.segments[++plan.segment_count].first = plan.op_count;
    }

    constexpr bool trains(const Step& step) const {
        return !step.removed && p.values[step.output].needs_gradient;
    }

    /// Whether a loss takes the input of a step: its gradient goes around the step.
    constexpr bool makes_of_logits(const Step& step) const {
        const int output = p.values[step.output].result;
        return output >= 0 && p.outputs[output].logits;
    }

    /// The schedule: forward, losses, backward, cut where the whole batch is needed; losses that
    /// `gather` need it before they have a gradient.
    constexpr void schedule(bool gathers) {
        add(Action::load);
        for (int s = 0; s < p.step_count; ++s) {
            const Step& step = p.steps[s];
            if (step.removed) continue;
            if (step.whole_batch) {
                add(Action::collect, s);
                close(Tail::combine, s);
            }
            if (step.by_parts)
                close(Tail::forward_by_parts, s);
            else
                add(Action::forward, s);
        }
        if (gathers) {
            add(Action::gather);
            close(Tail::gather);
        }
        add(Action::loss);
        for (int s = p.step_count - 1; s >= 0; --s) {
            const Step& step = p.steps[s];
            if (!trains(step) || makes_of_logits(step)) continue;
            if (step.epilogue && !step.pools()) add(Action::activation_gradient, s);
            if (step.whole_batch) {
                add(Action::collect_gradient, s);
                close(Tail::combine_gradient, s);
            }
            if (step.by_parts)
                close(Tail::backward_by_parts, s);
            else
                add(Action::backward, s);
        }
        close();
    }

    /// Marks a buffer as used by op number `op` of a segment; a tail uses it from outside.
    constexpr void touch(int value, bool gradient, int segment, int op) {
        const int storage = p.values[value].storage;
        const int number = 2 * storage + (gradient ? 1 : 0);
        plan.buffers[number].size = stored_size(p.values[storage]);
        plan.buffers[number].touch(op);
        int& only = segment_of[number];
        only = only == 0 || only == segment + 1 ? segment + 1 : -1;
    }

    constexpr void touch_step(Action action, int s, int segment, int op) {
        const Step& step = p.steps[s];
        const bool backward = action == Action::backward || action == Action::collect_gradient;
        const bool reads = action == Action::forward || action == Action::collect ||
                           (backward && step.backward.input);
        for (int k = 0; k < step.reads; ++k) {
            const int value = p.reads[step.first_read + k].value;
            if (reads) touch(value, false, segment, op);
            if (action == Action::backward && p.values[value].needs_gradient)
                touch(value, true, segment, op);
        }
        if (action == Action::forward || action == Action::activation_gradient ||
            (backward && step.backward.output))
            touch(step.output, false, segment, op);
        if (backward || action == Action::activation_gradient)
            touch(step.output, true, segment, op);
        const bool runs = action == Action::forward || backward;
        for (const int value : {step.kept, step.mask, step.new_mask})
            if (value >= 0 && runs) touch(value, false, segment, op);
        if (step.pools() && backward) touch(step.output, false, segment, op);
    }

    /// Slices run a segment at their own pace: what holds the whole batch is in use from the start
    /// of its first segment to the end of its last.
    constexpr void widen_to_segments(Buffer& buffer, const int* home) const {
        if (!buffer.used()) return;
        buffer.begin = plan.segments[home[buffer.begin]].first;
        if (buffer.end >= plan.op_count) return;
        const Segment& last = plan.segments[home[buffer.end]];
        buffer.end = last.first + last.count - 1;
    }

    /// Finds out when each buffer is in use, and gives it a place.
    constexpr void place() {
        constexpr std::size_t count = TrainingPlan<Capacity>::buffer_count;
        for (int g = 0; g < plan.segment_count; ++g) {
            const Segment& segment = plan.segments[g];
            for (int k = segment.first; k < segment.first + segment.count; ++k) {
                const Op& op = plan.ops[k];
                if (op.action == Action::load) {
                    for (int e = 0; e < p.input_count; ++e) touch(p.inputs[e].value, false, g, k);
                } else if (op.action == Action::loss || op.action == Action::gather) {
                    for (int e = 0; e < p.output_count; ++e) {
                        const Result& output = p.outputs[e];
                        touch(output.value, false, g, k);
                        touch(output.gradient, false, g, k);
                        if (const int mask = p.values[output.value].mask; mask >= 0)
                            touch(mask, false, g, k);
                        if (op.action == Action::loss) touch(output.gradient, true, g, k);
                    }
                } else {
                    touch_step(op.action, op.step, g, k);
                }
            }
            // A tail that reads and writes examples stands between two segments.
            const int after = segment.first + segment.count;
            if (segment.tail == Tail::forward_by_parts || segment.tail == Tail::backward_by_parts) {
                const bool forward = segment.tail == Tail::forward_by_parts;
                for (const int at : {after - 1, after})
                    touch_step(forward ? Action::forward : Action::backward, segment.step,
                               plan.segment_count + g, at);
            }
        }
        Buffer micro[count]{}, batch[count]{};
        int home[8 * Capacity + 8]{};  // the segment of each op
        for (int g = 0; g < plan.segment_count; ++g)
            for (int k = 0; k < plan.segments[g].count; ++k) home[plan.segments[g].first + k] = g;
        for (std::size_t k = 0; k < count; ++k) {
            plan.whole_batch[k] = segment_of[k] < 0 || segment_of[k] > plan.segment_count;
            if (plan.whole_batch[k]) widen_to_segments(plan.buffers[k], home);
            (plan.whole_batch[k] ? batch : micro)[k] = plan.buffers[k];
        }
        for (int e = 0; e < p.input_count; ++e) {
            if (p.values[p.inputs[e].value].halo.empty()) continue;
            Buffer& staged = micro[plan.stage];
            const std::size_t size = p.inputs[e].shape.size();
            if (staged.size < size) staged.size = size;
            staged.touch(0);
            staged.touch(1);
        }
        plan.micro = pack(micro);
        plan.batch = pack(batch);
        for (std::size_t k = 0; k < count; ++k)
            plan.buffers[k] = plan.whole_batch[k] ? batch[k] : micro[k];
    }

    constexpr void place_gradients() {
        for (int g = 0; g < p.group_count; ++g) {
            const Group& group = p.groups[g];
            if (group.frozen) continue;
            std::size_t& end = group.wide ? plan.wide_gradient : plan.sliced_gradient;
            plan.gradient[g] = end;
            end += group.weights.count;
        }
    }
};

template <std::size_t Capacity>
constexpr TrainingPlan<Capacity> plan_training(const Program<Capacity>& p, bool gathers = false) {
    Planning<Capacity> planning{p};
    planning.schedule(gathers);
    planning.place();
    planning.place_gradients();
    return planning.plan;
}

}  // namespace inlay::INLAY_ABI::program
#endif  // INLAY_PROGRAM_PLAN_HPP

// <inlay/text/debugging.hpp>
#ifndef INLAY_TEXT_DEBUGGING_HPP
#define INLAY_TEXT_DEBUGGING_HPP
// How builds without NDEBUG report a mistake of the program's that nothing returns.

namespace inlay::INLAY_ABI::debugging {

/// What a sentence about a mistake is handed to. It may return: the program goes on as well as it
/// can.
using Handler = void (*)(const char* sentence);

/// The program may set it; null is the processor's trap, and in hosted programs what Model sets.
inline constinit Handler handler = nullptr;

INLAY_COLD INLAY_NOINLINE inline void report(const char* sentence) {
    if (handler == nullptr) __builtin_trap();
    handler(sentence);
}

/// A number that tells arrays apart that differ in one element. Every forward pass of a build
/// without NDEBUG asks for it, so most of the array runs through lanes that do not wait for one
/// another. Each step is a bijection that brings high bits down: flipped signs do not cancel.
template <class Scalar>
std::uint64_t fingerprint(const Scalar* values, std::size_t count, std::uint64_t seed = 1) {
    using Lanes [[gnu::vector_size(32)]] = std::uint32_t;
    constexpr std::size_t chains = 4, block = chains * sizeof(Lanes) / sizeof(Scalar);
    std::uint64_t hash = seed;
    const auto mix = [&](std::uint64_t bits) {
        hash = (hash ^ bits) * 0x9e3779b97f4a7c15u;
        hash ^= hash >> 32;
    };
    std::size_t k = 0;
    if (count >= block) {
        Lanes lanes[chains]{};
        for (; k + block <= count; k += block) {
            Lanes next[chains];
            __builtin_memcpy(next, values + k, sizeof next);
            for (std::size_t c = 0; c < chains; ++c) {
                lanes[c] ^= next[c];
                lanes[c] += lanes[c] << 3;
                lanes[c] ^= lanes[c] >> 11;
            }
        }
        for (const Lanes& chain : lanes)
            for (std::size_t lane = 0; lane < sizeof(Lanes) / 4; ++lane) mix(chain[lane]);
    }
    for (; k < count; ++k) {
        std::uint64_t bits = 0;
        __builtin_memcpy(&bits, values + k, sizeof(Scalar));
        mix(bits);
    }
    return hash;
}

}  // namespace inlay::INLAY_ABI::debugging
#endif  // INLAY_TEXT_DEBUGGING_HPP

// <inlay/network/network.hpp>
#ifndef INLAY_NETWORK_NETWORK_HPP
#define INLAY_NETWORK_NETWORK_HPP
// A network bound to its input: what is known of it before the program runs, and its forward pass.

namespace inlay::INLAY_ABI {

/// The three blocks of numbers a network runs on; none of them is owned.
template <class Scalar>
struct Parameters {
    const Scalar* weights = nullptr;
    const Scalar* state = nullptr;
    const Scalar* derived = nullptr;
};

/// A network `Spec` on inputs `In`, with storage of the caller's: no heap, no exceptions. Scalar is
/// float, or double for checking gradients. Policy is the algorithm of layers that do not say:
/// Direct needs the least memory, Fast<> the least time; the results differ in their last bits.
/// Unrolled<Policy> and Rolled<Policy> say beside it how a program runs, whatever its size.
template <class Spec, class In, class Scalar = float, class Policy = Direct>
struct Network {
    using scalar = Scalar;
    using spec = Spec;
    static_assert(std::is_same_v<Scalar, float> || std::is_same_v<Scalar, double>,
                  "inlay: a network computes in float or in double");

    static constexpr auto lowered = program::lower<Spec>(inputs_of<In>, Policy::algorithm);
    struct Subject {
        static constexpr const Sentence& mistake = lowered.mistake;
    };
    static_assert(program::without_mistake<Subject>(), "inlay: shapes do not fit");

    static constexpr auto steps = program::rewrite(lowered, program::Mode::inference);
    static constexpr auto plan = program::plan_inference(steps);
    using policy = Policy;

    /// Whether a forward pass is one function, instead of a table of calls.
    static constexpr bool unrolled = execution::unrolls<Policy, steps>();

    // What the running program reads of the lowered one.
    static constexpr auto tensors =
        program::first_of<static_cast<std::size_t>(lowered.tensor_count)>(lowered.tensors);
    static constexpr auto layers =
        program::first_of<static_cast<std::size_t>(lowered.layer_count)>(lowered.layers);
    static constexpr auto connections =
        program::first_of<static_cast<std::size_t>(lowered.connection_count)>(lowered.connections);
    static constexpr auto entries =
        program::first_of<static_cast<std::size_t>(lowered.input_count)>(lowered.inputs);

    static constexpr std::size_t input_count = entries.size();
    static constexpr auto output_count = static_cast<std::size_t>(lowered.output_count);

    /// The shapes of one example, and of what the network makes of it.
    static constexpr auto input_shapes = [] {
        std::array<Shape, input_count> shapes{};
        for (std::size_t k = 0; k < input_count; ++k) shapes[k] = lowered.inputs[k].shape;
        return shapes;
    }();
    static constexpr auto output_shapes = [] {
        std::array<Shape, output_count> shapes{};
        for (std::size_t k = 0; k < output_count; ++k)
            shapes[k] = lowered.values[lowered.outputs[k].value].shape;
        return shapes;
    }();

    /// Those of the first input and the first output.
    static constexpr Shape input_shape = input_shapes[0];
    static constexpr Shape output_shape = output_shapes[0];

    /// Numbers of all inputs of one example, and of all outputs.
    static constexpr std::size_t input_size = program::total(input_shapes);
    static constexpr std::size_t output_size = program::total(output_shapes);

    /// The inputs of some examples, each one behind the other, and where their outputs go.
    struct Ends {
        const Scalar* inputs[input_count];
        Scalar* outputs[output_count];
    };

    /// Whether a mask over the first axis travels beside the output.
    template <std::size_t output = 0>
    static constexpr bool masks_output = [] {
        const int mask = lowered.values[lowered.outputs[output].value].mask;
        return mask >= 0 && output_shapes[output].rank() > 1 &&
               lowered.values[mask < 0 ? 0 : mask].shape[0] == output_shapes[output][0];
    }();

    /// Trainable weights, other weights (moving statistics), and both.
    static constexpr std::size_t trainable_count = lowered.weight_count;
    static constexpr std::size_t state_count = lowered.state_count;
    static constexpr std::size_t parameter_count = trainable_count + state_count;

    /// Numbers derived from the weights for inference; see prepare().
    static constexpr std::size_t derived_count = steps.derived_count;

    /// Multiply-adds of one forward pass of one example, of convolutions and dense layers.
    static constexpr std::uint64_t multiply_adds = lowered.multiply_adds;

    /// Whether the output may overlap the input, in any way: nothing is written to it before all of
    /// the input has been read.
    static constexpr bool in_place = plan.in_place;

    /// Numbers a workspace for `examples` examples at a time holds: their activations, and what the
    /// steps need for themselves.
    static constexpr std::size_t workspace_count(std::size_t examples = 1) {
        return plan.arena * examples + program::scratch_count(steps, false, examples);
    }

    /// Bytes of activations of one example, weights not included: the size of a workspace.
    static constexpr std::size_t inference_bytes =
        (plan.arena + program::scratch_count(steps, false, 1)) * sizeof(Scalar);

    /// Draws the initial weights and state: a function of the seed alone, bit for bit on every
    /// machine.
    static void initialize(std::uint64_t seed, std::span<Scalar> weights, std::span<Scalar> state) {
        std::uint64_t number = 0;
        for (const program::TensorInfo& tensor : tensors)
            tensor.spec.initialize(
                (tensor.spec.trainable ? weights : state)
                    .subspan(tensor.offset, tensor.spec.shape.size()),
                randomness::Stream(seed, randomness::Purpose::initial_weights, number++));
    }

    /// Fills the derived block from weights and state: normalizations folded, layouts changed. Call
    /// it after either has changed; networks with a derived_count of 0 need it never.
    static void prepare(std::span<const Scalar> weights, std::span<const Scalar> state,
                        std::span<Scalar> derived) noexcept {
        const simd::FlushScope flushes;
        execution::prepare_normalizations<Spec, steps, unrolled>(weights.data(), state.data(),
                                                                 derived.data());
        execution::make_copies<Spec, steps, false, unrolled>(weights.data(), state.data(),
                                                             derived.data());
    }

    /// Runs one example, or `count` of them one behind the other: in -> out, with a workspace of
    /// workspace_count(count) numbers. Re-entrant: nothing but `out` and `workspace` is written.
    /// `in` and `out` may overlap where in_place says so; debug builds report it elsewhere.
    static void forward(const Parameters<Scalar>& parameters, const Scalar* in, Scalar* out,
                        Scalar* workspace, std::size_t count = 1) noexcept
        requires(input_count == 1 && output_count == 1)
    {
        run(parameters, {{in}, {out}}, workspace, count);
    }

    /// The same for a network of several inputs or outputs, of which none may overlap another.
    static void forward(const Parameters<Scalar>& parameters, const Ends& ends, Scalar* workspace,
                        std::size_t count = 1) noexcept {
        run(parameters, ends, workspace, count);
    }

    /// Whether an input and an output of so many examples share memory.
    static bool overlap(const Ends& ends, std::size_t count) {
        for (std::size_t i = 0; i < input_count; ++i)
            for (std::size_t o = 0; o < output_count; ++o) {
                const auto from = reinterpret_cast<std::uintptr_t>(ends.inputs[i]);
                const auto to = reinterpret_cast<std::uintptr_t>(ends.outputs[o]);
                if (from < to + count * output_shapes[o].size() * sizeof(Scalar) &&
                    to < from + count * input_shapes[i].size() * sizeof(Scalar))
                    return true;
            }
        return false;
    }

    /// The same on spans: one example in, one out, for a network without state.
    static void forward(std::span<const Scalar> weights,
                        std::span<const Scalar, input_shape.size()> in,
                        std::span<Scalar, output_shape.size()> out,
                        std::span<Scalar> workspace) noexcept
        requires(derived_count == 0 && state_count == 0 && input_count == 1 && output_count == 1)
    {
        run({weights.data(), nullptr, nullptr}, {{in.data()}, {out.data()}}, workspace.data(), 1);
    }

    /// The same for a network with state, on the block that prepare() has filled.
    static void forward(std::span<const Scalar> weights, std::span<const Scalar> derived,
                        std::span<const Scalar, input_shape.size()> in,
                        std::span<Scalar, output_shape.size()> out,
                        std::span<Scalar> workspace) noexcept
        requires(input_count == 1 && output_count == 1)
    {
        run({weights.data(), nullptr, derived.data()}, {{in.data()}, {out.data()}},
            workspace.data(), 1);
    }

    /// The logits of an output whose last step is an activation, valid after forward().
    template <std::size_t output = 0>
    static const Scalar* logits(const Ends& ends, const Scalar* workspace, std::size_t count) {
        constexpr int value = steps.outputs[output].gradient;
        constexpr execution::Spot spot = spot_of(value, false);
        if constexpr (spot.region == execution::Spot::input) {
            if constexpr (plan.copies[spot.offset])
                return workspace + plan.buffers[steps.inputs[spot.offset].value].offset * count;
            else
                return ends.inputs[spot.offset];
        } else {
            return workspace + spot.offset * count;
        }
    }

    /// The mask beside the output, 0 for the steps that are left out, valid after forward(); null
    /// where there is none.
    template <std::size_t output = 0>
    static const Scalar* output_mask(const Scalar* workspace, std::size_t count) {
        if constexpr (masks_output<output>)
            return workspace +
                   spot_of(steps.values[steps.outputs[output].value].mask, false).offset * count;
        else
            return nullptr;
    }

private:
    INLAY_INLINE static void run(const Parameters<Scalar>& parameters, Ends ends, Scalar* workspace,
                                 std::size_t count) noexcept {
#if !defined(NDEBUG)
        if (!in_place && overlap(ends, count))
            debugging::report(
                "the output of forward overlaps its input, which this network reads "
                "again (Network::in_place): give them memory of their own");
#endif
        const simd::FlushScope flushes;
        simd::unroll<static_cast<int>(input_count)>([&](auto k) INLAY_INLINE_LAMBDA {
            if constexpr (plan.copies[k]) {
                Scalar* const copy = workspace + plan.buffers[steps.inputs[k].value].offset * count;
                execution::gather<Spec, steps, static_cast<int>(k)>(ends.inputs[k], copy, count);
                ends.inputs[k] = copy;
            }
        });
        const Frame frame{.inputs = ends.inputs,
                          .outputs = ends.outputs,
                          .arena = workspace,
                          .slots = count,
                          .weights = parameters.weights,
                          .state = parameters.state,
                          .derived = parameters.derived,
                          .statistics = parameters.derived,
                          .scratch = workspace + plan.arena * count,
                          .count = count};
        if constexpr (unrolled)
            execution::run_unrolled<calls, rows, 0, calls.size()>(frame);
        else
            execution::run_calls(calls.data(), calls.size(), rows.data(), frame);
    }

    using Frame = execution::Frame<Scalar, unrolled>;

    static constexpr execution::Spot spot_of(int value, bool) {
        using execution::Spot;
        const int storage = steps.values[value].storage;
        const int output = program::output_in(steps, storage);
        const int input = program::input_in(steps, storage);
        if (output >= 0) return {static_cast<std::size_t>(output), 0, Spot::output};
        if (input >= 0) return {static_cast<std::size_t>(input), 0, Spot::input};
        return {.offset = plan.buffers[storage].offset, .region = Spot::arena};
    }

    static constexpr auto rows = execution::rows_of<steps>(true, spot_of);

    static constexpr auto calls = []<std::size_t... K>(std::index_sequence<K...>) {
        constexpr auto& numbers = program::numbers_of<steps, program::Left>;
        constexpr auto& readings = program::first_readings<steps>;
        return std::array<execution::Call<Frame>, sizeof...(K)>{
            execution::Call<Frame>{execution::forward_of<Frame, Spec, steps, numbers[K]>(),
                                   readings[static_cast<std::size_t>(numbers[K])]}...};
    }(std::make_index_sequence<program::numbers_of<steps, program::Left>.size()>());
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Network;
using INLAY_ABI::Parameters;
}  // namespace inlay
#endif  // INLAY_NETWORK_NETWORK_HPP

// <inlay/train/calls.hpp>
#ifndef INLAY_TRAIN_CALLS_HPP
#define INLAY_TRAIN_CALLS_HPP
// A training step as a table of calls: what each action of a plan does to a step.

namespace inlay::INLAY_ABI::execution {

/// One call of a plan.
struct Item {
    program::Action action{};
    int step = -1;
    int row = 0;
};

/// A run of calls that each slice goes through, and what follows for the whole batch.
struct Stretch {
    std::size_t first = 0, count = 0;
    program::Tail tail = program::Tail::none;
    int step = -1;  ///< of the tail
    int row = 0;

    /// Whether the tail combines what the slices have summed up.
    constexpr bool combines() const {
        return tail == program::Tail::combine || tail == program::Tail::combine_gradient;
    }
    constexpr bool shares() const {
        return tail == program::Tail::forward_by_parts || tail == program::Tail::backward_by_parts;
    }
};

/// All calls of a plan, and its segments in terms of calls. Room for `Items` calls.
template <std::size_t Items, std::size_t Segments>
struct Schedule {
    Item items[Items + 1]{};
    Stretch segments[Segments + 1]{};
    std::size_t count = 0;
};

/// Whether the backward pass of a step has anything to do.
template <class Program>
constexpr bool works_backward(const Program& p, const program::Step& step) {
    bool works = step.pools() || step.trains();
    for (int k = 0; k < step.reads; ++k)
        works = works || p.values[p.reads[step.first_read + k].value].needs_gradient;
    return works;
}

template <const auto& program, const auto& plan>
consteval auto schedule_of() {
    using program::Action;
    constexpr auto& readings = program::first_readings<program>;
    const auto row = [&](int s) { return s < 0 ? 0 : readings[static_cast<std::size_t>(s)]; };
    Schedule<static_cast<std::size_t>(plan.op_count), static_cast<std::size_t>(plan.segment_count)>
        made;
    for (int g = 0; g < plan.segment_count; ++g) {
        const program::Segment& segment = plan.segments[g];
        Stretch& stretch = made.segments[g];
        stretch = {.first = made.count,
                   .tail = segment.tail,
                   .step = segment.step,
                   .row = row(segment.step)};
        for (int k = segment.first; k < segment.first + segment.count; ++k) {
            const auto [action, s] = plan.ops[k];
            if (action != Action::backward || works_backward(program, program.steps[s]))
                made.items[made.count++] = {action, s, row(s)};
        }
        stretch.count = made.count - stretch.first;
    }
    return made;
}

// The functions of the calls.

/// The backward formulas of a step. Where one of its inputs is a part of a larger value, and its
/// gradient the first to be added there, the whole is zeros before.
template <class Layer, auto binding, class Epilogue, Windows pool, bool clears, class Scalar,
          bool unrolled>
INLAY_INLINE void backward(const Frame<Scalar, unrolled>& frame, const Row& row) {
    if constexpr (clears)
        for (int k = 0; k < row.reads; ++k) {
            if (!(&row)[k].clears) continue;
            const Spot& spot = (&row)[k].dx;
            Scalar* const whole = frame.write(spot);
            for (std::size_t at = 0; at < frame.count * spot.size; ++at) whole[at] = 0;
        }
    Backward<Scalar> pass = frame.backward(row);
    if constexpr (pool != Windows{}) {
        Layer::template backward_maximum<binding, Epilogue, pool>(pass);
    } else if constexpr (Joins<Layer>) {
        const Pointers<binding.inputs, Scalar> pointers(frame, &row);
        pass.inputs = pointers.x;
        pass.input_gradients = pointers.dx;
        Layer::template backward<binding>(pass);
    } else {
        Layer::template backward<binding>(pass);
    }
}

template <class Function, Map out, class Scalar, bool unrolled>
INLAY_INLINE void activation_gradient(const Frame<Scalar, unrolled>& frame, const Row& row) {
    Scalar* const dy = frame.write(row.dy);
    kernel::map_gradient<Function, out, out, out, false>(frame.read(row.y), dy, dy, frame.count);
}

template <class Layer, Binding binding, class Scalar, bool unrolled>
INLAY_INLINE void collect(const Frame<Scalar, unrolled>& frame, const Row& row) {
    Layer::template collect<binding>(frame.forward(row), frame.statistics_of(row), frame.slice,
                                     frame.before);
}

template <class Layer, Binding binding, class Scalar, bool unrolled>
INLAY_INLINE void collect_gradient(const Frame<Scalar, unrolled>& frame, const Row& row) {
    Layer::template collect_gradient<binding>(frame.backward(row), frame.statistics_of(row),
                                              frame.slice);
}

/// Zeros where a slice is going to add the sums of a step.
template <class Layer, class Scalar, bool unrolled>
void begin_sums(const Frame<Scalar, unrolled>& frame, const Row& row) {
    Scalar* const sums = Layer::partial(frame.statistics_of(row), row.channels, frame.slice);
    for (std::size_t k = 0; k < Layer::partial_rows * row.channels; ++k) sums[k] = 0;
}

template <class Layer, Binding binding, class Scalar, bool unrolled>
void combine(const Frame<Scalar, unrolled>& frame, const Row& row) {
    Layer::template combine<binding>(frame.weights + row.weights, frame.whole.state + row.state,
                                     frame.statistics_of(row), frame.whole.examples, max_slices);
}

template <class Layer, Binding binding, class Scalar, bool unrolled>
void combine_gradient(const Frame<Scalar, unrolled>& frame, const Row& row) {
    Layer::template combine_gradient<binding>(frame.gradient + row.gradient,
                                              frame.statistics_of(row), max_slices, frame.count);
}

// From the items of a schedule to functions.

template <const auto& program>
consteval bool clears_any(int s) {
    const program::Step& step = program.steps[s];
    bool any = false;
    for (int k = 0; k < step.reads; ++k) any = any || program.reads[step.first_read + k].clears;
    return any;
}

template <class Frame, class Spec, const auto& program, program::Action action, int S>
consteval Run<Frame> run_of() {
    using program::Action;
    constexpr auto& step = program.steps[S];
    if constexpr (action == Action::forward) {
        return forward_of<Frame, Spec, program, S>();
    } else {
        constexpr auto binding = bound<Spec, program, S>();
        using Layer = LayerOfStep<Spec, program, S>;
        using Function = typename wiring::LayerAt<Spec, step.epilogue>::Applied;
        if constexpr (action == Action::backward)
            return backward<Layer, binding, Function, step.pool, clears_any<program>(S)>;
        else if constexpr (action == Action::activation_gradient)
            return activation_gradient<Function, binding.out>;
        else if constexpr (action == Action::collect)
            return collect<Layer, binding>;
        else
            return collect_gradient<Layer, binding>;
    }
}

/// What a segment calls before and behind its slices.
template <class Frame>
struct Combining {
    Run<Frame> begin = nullptr;   ///< for each slice
    Run<Frame> finish = nullptr;  ///< for the whole batch
};

template <class Frame, class Spec, const auto& program, program::Tail tail, int S>
consteval Combining<Frame> combining_of() {
    if constexpr (tail == program::Tail::combine || tail == program::Tail::combine_gradient) {
        constexpr Binding binding = wiring::binding_of(program, S);
        using Layer = wiring::LayerAt<Spec, program.steps[S].ref>;
        if constexpr (tail == program::Tail::combine)
            return {begin_sums<Layer>, combine<Layer, binding>};
        else
            return {begin_sums<Layer>, combine_gradient<Layer, binding>};
    } else {
        return {};
    }
}

}  // namespace inlay::INLAY_ABI::execution
#endif  // INLAY_TRAIN_CALLS_HPP

// <inlay/train/compile.hpp>
#ifndef INLAY_TRAIN_COMPILE_HPP
#define INLAY_TRAIN_COMPILE_HPP
// What compile() says to what is no optimizer, no loss or no metric.

namespace inlay::INLAY_ABI::compiling {

/// Why a type cannot stand where compile() takes `what`, of which there is `example`; nothing where
/// it lacks nothing.
template <class Type>
constexpr Sentence mistake_in(const Sentence& missing, std::string_view what,
                              std::string_view example) {
    Sentence says;
    if (missing.empty()) return says;
    if (std::convertible_to<Type, std::string_view>)
        return says << "compile takes an object for the " << what << ", such as " << example
                    << ", not its name";
    return says << "compile: " << type_name<Type>() << " is no " << what << ": it lacks " << missing
                << " (inlay/train/" << what << ".hpp)";
}

/// Why a metric does not go with a loss; nothing where it does.
template <class Metric, class Loss>
constexpr Sentence mismatch() {
    using Plain = typename scoring::Plain<Metric>::type;
    Sentence says;
    if (scoring::takes_targets<Plain>(Loss::sparse)) return says;
    constexpr std::string_view rows = "rows of numbers", classes = "class numbers";
    return says << "compile: " << type_name<Plain>() << " takes " << (Loss::sparse ? rows : classes)
                << " for targets but " << type_name<Loss>() << " "
                << (Loss::sparse ? classes : rows);
}

/// The first mistake in the parts of a training of networks of Scalar.
template <class Scalar, class First, class Second, class... Others>
constexpr Sentence first_mistake() {
    if (Loss<First, Scalar> && Optimizer<Second, Scalar>)
        return Sentence() << "compile takes the optimizer first, then the loss, then metrics";
    Sentence says = mistake_in<First>(missing_of_optimizer<First, Scalar>(), "optimizer", "Adam{}");
    if (says.empty())
        says = mistake_in<Second>(missing_of_loss<Second, Scalar>(), "loss", "MeanSquaredError{}");
    ((says = says.empty()
                 ? mistake_in<Others>(missing_of_metric<Others, Scalar>(), "metric", "Accuracy{}")
                 : says),
     ...);
    if constexpr (Loss<Second, Scalar> && (Metric<Others, Scalar> && ...))
        ((says = says.empty() ? mismatch<Others, Second>() : says), ...);
    return says;
}

/// The parts as diagnose.hpp takes them.
template <class Scalar, class... Parts>
struct Subject {
    static constexpr Sentence mistake = first_mistake<Scalar, Parts...>();
};

/// True; or the compiler stops with the sentence about the first mistake.
template <class Scalar, class... Parts>
consteval bool accepted() {
    return program::without_mistake<Subject<Scalar, Parts...>>();
}

}  // namespace inlay::INLAY_ABI::compiling
#endif  // INLAY_TRAIN_COMPILE_HPP

// <inlay/train/source.hpp>
#ifndef INLAY_TRAIN_SOURCE_HPP
#define INLAY_TRAIN_SOURCE_HPP
// The examples of a training step.

namespace inlay::INLAY_ABI {

/// Where the examples of a batch come from: load(context, n, to) writes example n, row-major.
template <class Scalar>
struct Source {
    const void* context;
    void (*load)(const void* context, std::size_t example, Scalar* to);
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Source;
}  // namespace inlay
#endif  // INLAY_TRAIN_SOURCE_HPP

// <inlay/train/job.hpp>
#ifndef INLAY_TRAIN_JOB_HPP
#define INLAY_TRAIN_JOB_HPP
// What one training step works on.

namespace inlay::INLAY_ABI {

/// The parts of one training step: `moments` holds moment_count numbers, `memory` the layout's
/// total, `sums` sum_count doubles.
template <class Scalar, class Optimizer, class Criteria>
struct TrainingJob {
    const Optimizer& optimizer;
    const Criteria& criteria;
    Scalar* weights;
    Scalar* state;
    Scalar* moments;
    Scalar* memory;
    double* sums;
    Source<Scalar> source;
    Targets<Scalar> targets;
    std::size_t batch;   ///< examples in this step, at most the layout's
    std::uint64_t seed;  ///< of the random numbers of the layers
    std::uint64_t step;  ///< steps done before
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_TRAIN_JOB_HPP

// <inlay/train/long_sums.hpp>
#ifndef INLAY_TRAIN_LONG_SUMS_HPP
#define INLAY_TRAIN_LONG_SUMS_HPP
// Gradients of very large batches: what some micro-batches have summed up is taken out of a slice's
// gradient now and then, so that no chain of sums grows long.

namespace inlay::INLAY_ABI {

/// The sums of one slice, with what rounding took from them behind: two blocks of `count` numbers.
template <class Scalar>
struct LongSums {
    Scalar* sums;
    std::size_t count;

    /// Numbers of the blocks of one slice.
    static constexpr std::size_t size(std::size_t count) { return 2 * program::aligned(count); }

    /// Micro-batches of a slice that make one chain of examples.
    static constexpr std::size_t chain(std::size_t micro_batch) {
        return kernel::divided_up(kernel::chain_length, micro_batch);
    }

    void clear() const {
        for (std::size_t k = 0; k < size(count); ++k) sums[k] = 0;
    }

    /// Takes the numbers of `gradient` out of it.
    void take(Scalar* gradient) const {
        Scalar* const lost = sums + program::aligned(count);
        simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            auto sum = simd::load_some(sums + k, lanes), rest = simd::load_some(lost + k, lanes);
            kernel::add_exactly(sum, rest, simd::load_some(gradient + k, lanes));
            simd::store_some(sums + k, sum, lanes);
            simd::store_some(lost + k, rest, lanes);
            simd::store_some(gradient + k, simd::zero<Scalar>(), lanes);
        });
    }

    /// Adds the sums to what `gradient` holds.
    void give(Scalar* gradient) const {
        take(gradient);
        const Scalar* const lost = sums + program::aligned(count);
        for (std::size_t k = 0; k < count; ++k) gradient[k] = sums[k] + lost[k];
    }
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_TRAIN_LONG_SUMS_HPP

// <inlay/train/scoring.hpp>
#ifndef INLAY_TRAIN_SCORING_HPP
#define INLAY_TRAIN_SCORING_HPP
// The loss and the metrics of one output of a network, and the sums that they are made of.

namespace inlay::INLAY_ABI {

namespace scoring {

template <class Layer>
struct AppliedBy {
    using type = void;
};

template <class Layer>
    requires requires { typename Layer::Applied; }
struct AppliedBy<Layer> {
    using type = typename Layer::Applied;
};

/// Some examples of a batch behind the network. `before` is the input of the last activation,
/// looked at only where the loss takes logits; `mask` is 0 for the places that are left out, null
/// where none are.
template <class Scalar>
struct Seen {
    const Scalar* output;
    const Scalar* before;
    const Scalar* mask;
    const Targets<Scalar>& targets;
    std::size_t first, count;  ///< of the targets
};

}  // namespace scoring

/// What an output is scored by: a loss, which counts `weight` times, and metrics.
template <class Loss, class... Metrics>
struct Criteria {
    Loss loss{};
    Objects<Metrics...> metrics{};
    double weight = 1;
};

/// How an output of a network is scored. What has been seen lies in blocks of count() doubles,
/// zeros at first: the loss as a sum and the number of what it is over, then what the loss gathers,
/// then the sums of each metric.
template <class Net, class Loss, class... Metrics>
struct Scoring {
    using Scalar = typename Net::scalar;
    using Seen = scoring::Seen<Scalar>;
    using Criteria = INLAY_ABI::Criteria<Loss, Metrics...>;

    const Criteria& by;

    /// The loss, then the metrics.
    static constexpr std::size_t terms = 1 + sizeof...(Metrics);

    /// Whether the last activation is that whose input a loss can take, as Softmax is for a
    /// categorical cross-entropy.
    template <class Part>
    static constexpr bool matches =
        std::is_base_of_v<typename Part::Logits,
                          typename scoring::AppliedBy<wiring::LayerAt<
                              typename Net::spec, Net::lowered.outputs[0].activation>>::type>;

    /// Whether the loss takes the input of the last activation.
    static constexpr bool logits = matches<Loss>;

    static constexpr Shape shape = Net::output_shape;
    static constexpr std::size_t features = shape.last();
    static constexpr std::size_t rows = shape.size() / features;

    /// The places of an example that a mask may leave out, each so many rows.
    static constexpr std::size_t places = Net::template masks_output<> ? shape[0] : 1;
    static constexpr std::size_t rows_of_place = rows / places;

    /// Whether the mask matters to the loss.
    static constexpr bool masked = [] {
        bool reads = Net::template masks_output<> && !sums_rows<Loss>;
        if constexpr (requires { static_cast<bool>(Loss::masks); }) reads = reads && Loss::masks;
        return reads;
    }();

    /// Whether the loss needs numbers of the whole batch before it has a gradient: how many places
    /// the mask leaves, or sums over all examples.
    static constexpr bool gathers = masked || may_sum_batch<Loss>;

    /// The sums that the loss gathers: the places left; or its own, and of the examples' weights.
    constexpr std::size_t gathered() const {
        if constexpr (sums_rows<Loss>)
            return by.loss.sums(shape) + 1;
        else
            return masked ? 1 : 0;
    }

    /// The length of a block.
    constexpr std::size_t count() const {
        std::size_t all = 2 + gathered();
        by.metrics.for_each([&](const auto& metric) { all += sums_of(metric); });
        return all;
    }

    /// What is wrong with the fields of the loss or a metric; nothing where all fit.
    Sentence mistake() const {
        Sentence says = scoring::mistake_of(by.loss, shape, Loss::sparse);
        by.metrics.for_each([&](const auto& metric) {
            using Plain = scoring::Plain<std::remove_cvref_t<decltype(metric)>>;
            if (says.empty()) says = scoring::mistake_of(Plain::of(metric), shape, Loss::sparse);
        });
        return says;
    }

    /// Gathers what the loss needs of all examples.
    void gather(double* sums, const Seen& seen) const {
        if constexpr (masked) {
            for (std::size_t k = 0; k < seen.count * places; ++k)
                if (seen.mask[k] != 0) sums[2] += static_cast<double>(rows_of_place);
        } else if constexpr (may_sum_batch<Loss>) {
            if (!by.loss.over_batch(shape)) return;
            const std::size_t own = by.loss.sums(shape);
            for (std::size_t n = 0; n < seen.count; ++n) {
                add_example(sums + 2, seen, n);
                sums[2 + own] += weight_of(seen, n * rows);
            }
        }
    }

    /// Takes in what others have gathered.
    void join_gathered(double* sums, const double* others) const {
        for (std::size_t k = 2, end = 2 + gathered(); k < end; ++k) sums[k] += others[k];
    }

    /// Scores examples of a batch of so many, of which all has been `gathered`. Where `gradient` is
    /// not null it receives that of the batch's loss, with respect to the logits where the loss
    /// takes them.
    void add(double* sums, const double* gathered_sums, const Seen& seen, std::size_t batch,
             Scalar* gradient) const {
        if constexpr (sums_rows<Loss>)
            add_examples(sums, gathered_sums, seen, batch, gradient);
        else
            add_rows(sums, gathered_sums, seen, batch, gradient);
        double* at = sums + 2 + gathered();
        by.metrics.for_each([&](const auto& metric) {
            using Plain = scoring::Plain<std::remove_cvref_t<decltype(metric)>>;
            add_metric<Plain::weighted>(at, Plain::of(metric), seen);
            at += sums_of(metric);
        });
    }

    /// Takes in the scores of others, but not what they have gathered.
    void join(double* sums, const double* others) const {
        sums[0] += others[0];
        sums[1] += others[1];
        std::size_t at = 2 + gathered();
        by.metrics.for_each([&](const auto& metric) {
            using Plain = scoring::Plain<std::remove_cvref_t<decltype(metric)>>;
            scoring::join(Plain::of(metric), sums + at, others + at);
            at += sums_of(metric);
        });
    }

    /// Ends a batch of so many examples: its loss becomes one that may be joined with those of
    /// other batches, as a mean over examples.
    void close(double* sums, std::size_t batch) const {
        if constexpr (masked) {
            const double mean = sums[2] == 0 ? 0 : sums[0] / sums[2];
            sums[0] = mean * static_cast<double>(batch);
            sums[1] = static_cast<double>(batch);
        } else if constexpr (may_sum_batch<Loss>) {
            if (!by.loss.over_batch(shape)) return;
            sums[0] = by.loss.value(sums + 2, shape) * sums[2 + by.loss.sums(shape)];
            sums[1] = static_cast<double>(batch);
        }
    }

    /// The loss that sums come to, before it is weighted.
    static double loss_of(const double* sums) { return scoring::mean(sums); }

    /// Writes the loss as it counts, then the metrics, that sums come to.
    template <class Number>
    void results(const double* sums, Number* to) const {
        *to++ = static_cast<Number>(by.weight * loss_of(sums));
        const double* at = sums + 2 + gathered();
        by.metrics.for_each([&](const auto& metric) {
            using Plain = scoring::Plain<std::remove_cvref_t<decltype(metric)>>;
            *to++ = static_cast<Number>(scoring::result_of(Plain::of(metric), at));
            at += sums_of(metric);
        });
    }

private:
    template <class Metric>
    static constexpr std::size_t sums_of(const Metric& metric) {
        return scoring::sums_of(scoring::Plain<Metric>::of(metric));
    }

    static Target<Scalar> target_of(const Seen& seen, std::size_t row) {
        const std::size_t at = seen.first * rows + row;
        return {Loss::sparse ? static_cast<std::size_t>(seen.targets.classes[at]) : 0,
                Loss::sparse ? nullptr : seen.targets.rows + at * features};
    }

    template <bool with_logits>
    static Prediction<Scalar> prediction_of(const Seen& seen, std::size_t row) {
        return {seen.output + row * features, with_logits ? seen.before + row * features : nullptr,
                features};
    }

    static double weight_of(const Seen& seen, std::size_t row) {
        const Targets<Scalar>& targets = seen.targets;
        if (targets.weights == nullptr) return 1;
        const std::size_t at = seen.first * rows + row;
        return static_cast<double>(targets.weights[targets.weights_each == 1 ? at / rows : at]);
    }

    static bool left_out(const Seen& seen, std::size_t row) {
        return seen.mask[row / rows_of_place] == 0;
    }

    /// A mean over rows.
    void add_rows(double* sums, [[maybe_unused]] const double* gathered_sums, const Seen& seen,
                  std::size_t batch, Scalar* gradient) const {
        auto over = static_cast<Scalar>(batch * rows);
        if constexpr (masked) over = static_cast<Scalar>(gathered_sums[2]);
        const auto scale = static_cast<Scalar>(by.weight) / over;
        for (std::size_t r = 0; r < seen.count * rows; ++r) {
            Scalar* const slope = gradient ? gradient + r * features : nullptr;
            if constexpr (masked)
                if (left_out(seen, r)) {
                    for (std::size_t k = 0; slope && k < features; ++k) slope[k] = 0;
                    continue;
                }
            const double w = weight_of(seen, r);
            const Scalar value =
                by.loss.template row<logits>(prediction_of<logits>(seen, r), target_of(seen, r),
                                             simd::mul(scale, static_cast<Scalar>(w)), slope);
            sums[0] += simd::mul(static_cast<double>(value), w);
        }
        sums[1] += static_cast<double>(seen.count * rows);
    }

    void add_example(double* own, const Seen& seen, std::size_t n) const {
        for (std::size_t r = n * rows; r < (n + 1) * rows; ++r)
            by.loss.add(own, prediction_of<logits>(seen, r), target_of(seen, r), shape);
    }

    void write_slopes(const double* own, const Seen& seen, std::size_t n, double scale,
                      Scalar* gradient) const {
        for (std::size_t r = n * rows; r < (n + 1) * rows; ++r)
            by.loss.slope(own, prediction_of<logits>(seen, r), target_of(seen, r),
                          static_cast<Scalar>(scale), gradient + r * features, shape);
    }

    /// A mean over examples, or a number of the whole batch times the mean of their weights.
    void add_examples(double* sums, const double* gathered_sums, const Seen& seen,
                      std::size_t batch, Scalar* gradient) const {
        const double share = by.weight / static_cast<double>(batch);
        const std::size_t own = by.loss.sums(shape);
        if constexpr (may_sum_batch<Loss>)
            if (by.loss.over_batch(shape)) {
                const double scale = simd::mul(share, gathered_sums[2 + own]);
                for (std::size_t n = 0; gradient && n < seen.count; ++n)
                    write_slopes(gathered_sums + 2, seen, n, scale, gradient);
                return;
            }
        for (std::size_t n = 0; n < seen.count; ++n) {
            for (std::size_t k = 0; k < own; ++k) sums[2 + k] = 0;
            add_example(sums + 2, seen, n);
            const double w = weight_of(seen, n * rows);
            sums[0] += simd::mul(w, static_cast<double>(by.loss.value(sums + 2, shape)));
            if (gradient) write_slopes(sums + 2, seen, n, simd::mul(share, w), gradient);
        }
        sums[1] += static_cast<double>(seen.count);
    }

    template <bool weighted, class Metric>
    static void add_metric(double* sums, const Metric& metric, const Seen& seen) {
        for (std::size_t r = 0; r < seen.count * rows; ++r) {
            const double w = weighted ? weight_of(seen, r) : 1;
            const Target<Scalar> target = target_of(seen, r);
            const Scalar* const y = seen.output + r * features;
            if constexpr (scoring::accumulates<Metric>) {
                metric.template add<Loss::sparse>(sums, y, target, features, w);
            } else {
                if constexpr (Net::template masks_output<>)
                    if (left_out(seen, r)) continue;
                sums[0] += simd::mul(static_cast<double>(number_of(metric, seen, r, target)), w);
                sums[1] += w;
            }
        }
    }

    /// What a mean is over: a metric's number of a row, or a loss.
    template <class Metric>
    static Scalar number_of(const Metric& metric, const Seen& seen, std::size_t r,
                            const Target<Scalar>& target) {
        if constexpr (RowMetric<Metric, Scalar>) {
            return metric.template row<Loss::sparse>(seen.output + r * features, target, features);
        } else {
            constexpr bool takes = logits && matches<Metric>;
            return metric.template row<takes>(prediction_of<takes>(seen, r), target, Scalar{},
                                              static_cast<Scalar*>(nullptr));
        }
    }
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_TRAIN_SCORING_HPP

// <inlay/train/sharing.hpp>
#ifndef INLAY_TRAIN_SHARING_HPP
#define INLAY_TRAIN_SHARING_HPP
// Layers whose weights are so many that one gradient serves the whole batch: their passes are
// shared out over the workers in parts.

namespace inlay::INLAY_ABI::execution {

/// What such a step needs beside the frame of the whole batch.
template <class Job, class Pace, class Scalar>
struct Sharing {
    const Job& job;
    const Pace& pace;
    std::size_t worker;   ///< from one worker's memory to the next, the first being the arena's
    std::size_t scratch;  ///< and to the scratch in it
    Scalar* wide;         ///< whole gradients, where the optimizer wants them
    /// Moves the weights whose gradients are numbers [from, from + count) of those of wide layers.
    void (*move)(const Job&, const Pace&, const Scalar* gradient, std::size_t from,
                 std::size_t count);
};

template <class Frame, class Job, class Pace, class Runner>
using Share = void (*)(const Frame& whole, const Row&,
                       const Sharing<Job, Pace, typename Frame::scalar>&, Runner&);

template <class Layer, Binding binding, class Epilogue, class Scalar, bool unrolled, class Job,
          class Pace, class Runner>
void share_forward(const Frame<Scalar, unrolled>& whole, const Row& row,
                   const Sharing<Job, Pace, Scalar>&, Runner& runner) {
    runner.parallel(Layer::forward_parts, [&](std::size_t part, std::size_t) {
        Layer::template forward_part<binding, Epilogue>(whole.forward(row), part);
    });
}

/// A part's weights are updated as soon as it has its gradient: nobody reads them any more. An
/// optimizer of whole tensors waits until all parts have left theirs.
template <class Layer, Binding binding, class Scalar, bool unrolled, class Job, class Pace,
          class Runner>
void share_backward(const Frame<Scalar, unrolled>& whole, const Row& row,
                    const Sharing<Job, Pace, Scalar>& sharing, Runner& runner) {
    using Optimizer = std::remove_cvref_t<decltype(sharing.job.optimizer)>;
    constexpr std::size_t parts = Layer::parts(binding.in.channels());
    runner.parallel(parts, [&](std::size_t part, std::size_t worker) {
        const std::size_t begin = Layer::part_begin(part);
        const std::size_t end = part + 1 < parts ? Layer::part_begin(part + 1) : row.weight_count;
        Backward<Scalar> pass = whole.backward(row);
        pass.scratch = whole.arena + worker * sharing.worker + sharing.scratch;
        if constexpr (takes_whole_tensors<Optimizer> && !binding.frozen)
            pass.gradient = sharing.wide + row.gradient + begin;
        else
            pass.gradient = pass.scratch;
        Layer::template backward_part<binding>(pass, part);
        if constexpr (!takes_whole_tensors<Optimizer> && !binding.frozen)
            sharing.move(sharing.job, sharing.pace, pass.gradient, row.gradient + begin,
                         end - begin);
    });
}

template <class Frame, class Job, class Pace, class Runner, class Spec, const auto& program,
          program::Tail tail, int S>
consteval Share<Frame, Job, Pace, Runner> share_of() {
    if constexpr (tail == program::Tail::forward_by_parts ||
                  tail == program::Tail::backward_by_parts) {
        constexpr auto& step = program.steps[S];
        constexpr Binding binding = wiring::binding_of(program, S);
        using Layer = wiring::LayerAt<Spec, step.ref>;
        using Epilogue = typename wiring::LayerAt<Spec, step.epilogue>::Applied;
        if constexpr (tail == program::Tail::forward_by_parts)
            return share_forward<Layer, binding, Epilogue>;
        else
            return share_backward<Layer, binding>;
    } else {
        return nullptr;
    }
}

}  // namespace inlay::INLAY_ABI::execution
#endif  // INLAY_TRAIN_SHARING_HPP

// <inlay/train/slice_scores.hpp>
#ifndef INLAY_TRAIN_SLICE_SCORES_HPP
#define INLAY_TRAIN_SLICE_SCORES_HPP
// The scores of a batch in training: each slice has sums of its own, which are joined in an order
// that does not depend on who ran the slices.

namespace inlay::INLAY_ABI {

/// The scores of the slices of a batch, one block of sums for each.
template <class Scoring>
struct SliceScores {
    Scoring scoring;
    double* sums;

    /// The length of all blocks.
    constexpr std::size_t count() const { return max_slices * scoring.count(); }

    void clear() const {
        for (std::size_t k = 0, all = count(); k < all; ++k) sums[k] = 0;
    }

    void gather(std::size_t slice, const typename Scoring::Seen& seen) const {
        scoring.gather(of(slice), seen);
    }

    /// From now on the first block holds what all slices have gathered.
    void join_gathered() const {
        in_pairs([&](double* mine, const double* others) { scoring.join_gathered(mine, others); });
    }

    /// Scores examples of a slice of a batch of so many, and writes the gradient.
    void add(std::size_t slice, const typename Scoring::Seen& seen, std::size_t batch,
             typename Scoring::Scalar* gradient) const {
        scoring.add(of(slice), sums, seen, batch, gradient);
    }

    /// Ends a batch of so many examples, and gives its scores.
    const double* join(std::size_t batch) const {
        in_pairs([&](double* mine, const double* others) { scoring.join(mine, others); });
        scoring.close(sums, batch);
        return sums;
    }

private:
    double* of(std::size_t slice) const { return sums + slice * scoring.count(); }

    /// Slices at distance 1, then 2, then 4.
    template <class Join>
    void in_pairs(const Join& join) const {
        for (std::size_t distance = 1; distance < max_slices; distance *= 2)
            for (std::size_t s = 0; s < max_slices; s += 2 * distance)
                join(of(s), of(s + distance));
    }
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_TRAIN_SLICE_SCORES_HPP

// <inlay/train/tensors.hpp>
#ifndef INLAY_TRAIN_TENSORS_HPP
#define INLAY_TRAIN_TENSORS_HPP
// The tensors of a network as its optimizer sees them, and where everything that belongs to them
// lies: tables that a training step reads at run time, no longer than the network needs.

namespace inlay::INLAY_ABI::updating {

/// A tensor of trainable weights.
struct Trained {
    WeightFacts facts;
    int tensor = 0;            ///< its number in the program
    std::size_t weights = 0;   ///< where it begins in the block of weights
    std::size_t count = 0;     ///< weights
    std::size_t gradient = 0;  ///< in the gradients of the wide groups, or in a slice's block
    bool wide = false;
};

template <const auto& steps>
inline constexpr std::size_t trained_count = [] {
    std::size_t count = 0;
    for (int t = 0; t < steps.tensor_count; ++t) count += steps.tensors[t].spec.trainable;
    return count;
}();

/// All of them, in the order of the block of weights.
template <const auto& steps, const auto& plan>
inline constexpr auto trained = [] {
    std::array<Trained, trained_count<steps>> all{};
    std::size_t number = 0;
    for (int g = 0; g < steps.group_count; ++g) {
        const program::Group& group = steps.groups[g];
        for (int t = group.first_tensor; t < group.first_tensor + group.tensors; ++t) {
            const program::TensorInfo& tensor = steps.tensors[t];
            if (!tensor.spec.trainable) continue;
            all[number++] = {
                .facts = {tensor.spec.name, tensor.spec.shape, role_of_weights(tensor.spec.name)},
                .tensor = t,
                .weights = tensor.offset,
                .count = tensor.spec.shape.size(),
                .gradient = plan.gradient[g] + tensor.offset - group.weights.begin,
                .wide = group.wide};
        }
    }
    return all;
}();

/// Where the moments of an optimizer lie: moment 0 of all tensors, then moment 1 of all, so that
/// those in use are the beginning.
template <std::size_t Moments, std::size_t Tensors>
struct MomentPlaces {
    std::size_t begin[Moments + 1]{};            ///< of each moment; then of what follows
    std::size_t at[Moments + 1][Tensors + 1]{};  ///< of each tensor, behind the moment's beginning
    std::size_t numbers[Moments + 1]{};          ///< in all moments before
};

template <class Optimizer, const auto& steps, const auto& plan>
inline constexpr auto moment_places = [] {
    MomentPlaces<static_cast<std::size_t>(Optimizer::moments), trained_count<steps>> places;
    for (int m = 0; m < Optimizer::moments; ++m) {
        std::size_t count = 0, t = 0;
        for (const Trained& tensor : trained<steps, plan>) {
            places.at[m][t++] = count;
            count += shape_of_moment<Optimizer>(m, tensor.facts).size();
        }
        places.begin[m + 1] = places.begin[m] + program::aligned(count);
        places.numbers[m + 1] = places.numbers[m] + count;
    }
    return places;
}();

/// The moments of an optimizer as tensors of the network, by moment: what files hold. A moment that
/// a tensor does not have has a size of 0.
template <class Optimizer, const auto& steps, const auto& plan>
inline constexpr auto moment_tensors = [] {
    std::array<std::array<program::TensorInfo, trained_count<steps>>, Optimizer::moments> all{};
    for (int m = 0; m < Optimizer::moments; ++m) {
        std::size_t t = 0;
        for (const Trained& tensor : trained<steps, plan>) {
            program::TensorInfo& info = all[static_cast<std::size_t>(m)][t];
            info = steps.tensors[tensor.tensor];
            info.spec.shape = shape_of_moment<Optimizer>(m, tensor.facts);
            info.offset = moment_places<Optimizer, steps, plan>.at[m][t++];
        }
    }
    return all;
}();

/// Weights [first, first + count) of tensor number `number`, as an optimizer takes them. Moments of
/// another shape than the weights begin with their tensor.
template <const auto& steps, const auto& plan, class Job, class Scalar>
auto stretch_of(const Job& job, std::size_t number, std::size_t first, const Scalar* gradient,
                std::size_t count) {
    using Optimizer = std::remove_cvref_t<decltype(job.optimizer)>;
    constexpr auto& places = moment_places<Optimizer, steps, plan>;
    const Trained& tensor = trained<steps, plan>[number];
    Stretch<Scalar> stretch{
        job.weights + tensor.weights + first, gradient, {}, count, &tensor.facts, first};
    for (int m = 0; m < moments_in_use(job.optimizer); ++m)
        stretch.moments[m] = job.moments + places.begin[m] + places.at[m][number] + first;
    return stretch;
}

}  // namespace inlay::INLAY_ABI::updating
#endif  // INLAY_TRAIN_TENSORS_HPP

// <inlay/train/update.hpp>
#ifndef INLAY_TRAIN_UPDATE_HPP
#define INLAY_TRAIN_UPDATE_HPP
// The end of a training step: gradients of all slices are summed and move the weights, tensor by
// tensor. Most optimizers do so in one pass over a chunk of weights at a time, and with the weights
// of a wide layer as soon as one part of them has its gradient. Those that take whole tensors wait
// until all gradients are whole.

namespace inlay::INLAY_ABI::updating {

inline constexpr std::size_t chunk = 2048;  ///< weights updated at a time: they stay in L1

/// Moves the weights whose gradients `gradient` holds: those at [from, from + count) of the wide
/// groups, or of a slice's block.
template <const auto& steps, const auto& plan, bool wide, class Job, class Pace, class Scalar>
void update_range(const Job& job, const Pace& pace, const Scalar* gradient, std::size_t from,
                  std::size_t count) {
    const std::size_t end = from + count;
    std::size_t number = 0;
    for (const Trained& tensor : trained<steps, plan>) {
        const std::size_t at = number++, stop = tensor.gradient + tensor.count;
        if (tensor.wide != wide || stop <= from || tensor.gradient >= end) continue;
        const std::size_t first = tensor.gradient < from ? from - tensor.gradient : 0;
        const std::size_t last = (stop < end ? stop : end) - tensor.gradient;
        job.optimizer.update(
            stretch_of<steps, plan>(job, at, first, gradient + (tensor.gradient + first - from),
                                    last - first),
            pace);
    }
}

/// Gives the sums over the slices of numbers [from, from + count) of their blocks.
template <const auto& plan, class Scalar>
void sum_slices(const Scalar* gradients, std::size_t from, std::size_t count, Scalar* sums) {
    constexpr std::size_t sliced = program::aligned(plan.sliced_gradient);
    const Scalar* gradient = gradients + from;
    simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
        const auto sum = kernel::sum_slices<Scalar>(
            [&](std::size_t slice) { return gradient + slice * sliced + k; }, lanes, max_slices);
        simd::store_some(sums + k, sum, lanes);
    });
}

/// Calls body(from, count) for the chunks of a slice's block, which the runner shares out.
template <const auto& plan, class Runner, class Body>
void for_each_chunk(Runner& runner, const Body& body) {
    constexpr std::size_t all = plan.sliced_gradient;
    runner.parallel(kernel::divided_up(all, chunk), [&](std::size_t task, std::size_t) {
        const std::size_t from = task * chunk, left = all - from;
        body(from, left < chunk ? left : chunk);
    });
}

/// Updates all tensors as wholes: their gradients are made whole first. Small ones run beside each
/// other; a large one has all workers for itself.
template <const auto& steps, const auto& plan, class Job, class Pace, class Scalar, class Runner>
void update_whole(const Job& job, const Pace& pace, Scalar* gradients, const Scalar* wide,
                  Runner& runner) {
    for_each_chunk<plan>(runner, [&](std::size_t from, std::size_t count) {
        sum_slices<plan>(gradients, from, count, gradients + from);  // into the first slice's block
    });
    constexpr auto& tensors = trained<steps, plan>;
    const auto update = [&](std::size_t number, auto& with) {
        const Trained& tensor = tensors[number];
        const Scalar* const gradient = (tensor.wide ? wide : gradients) + tensor.gradient;
        job.optimizer.update(stretch_of<steps, plan>(job, number, 0, gradient, tensor.count), pace,
                             with);
    };
    runner.parallel(tensors.size(), [&](std::size_t number, std::size_t) {
        SerialRunner alone;
        if (tensors[number].count <= Parts::least) update(number, alone);
    });
    for (std::size_t number = 0; number < tensors.size(); ++number)
        if (tensors[number].count > Parts::least) update(number, runner);
}

/// Updates all weights but those of wide layers, which have been updated part by part unless the
/// optimizer takes whole tensors: their gradients then lie in `wide`.
template <const auto& steps, const auto& plan, class Job, class Pace, class Scalar, class Runner>
void update(const Job& job, const Pace& pace, Scalar* gradients, const Scalar* wide,
            Runner& runner) {
    if constexpr (takes_whole_tensors<std::remove_cvref_t<decltype(job.optimizer)>>)
        return update_whole<steps, plan>(job, pace, gradients, wide, runner);
    else
        for_each_chunk<plan>(runner, [&](std::size_t from, std::size_t count) {
            Scalar sums[chunk];
            sum_slices<plan>(gradients, from, count, sums);
            update_range<steps, plan, false>(job, pace, sums, from, count);
        });
}

}  // namespace inlay::INLAY_ABI::updating
#endif  // INLAY_TRAIN_UPDATE_HPP

// <inlay/train/training.hpp>
#ifndef INLAY_TRAIN_TRAINING_HPP
#define INLAY_TRAIN_TRAINING_HPP
// One training step: forward, loss, backward and update, on memory of the caller's.

namespace inlay::INLAY_ABI {

/// The training of a network by what is an optimizer, a loss and metrics.
template <class Net, class Optimizer, class Loss, class... Metrics>
class AcceptedTraining {
public:
    using Scalar = typename Net::scalar;
    using Scoring = INLAY_ABI::Scoring<Net, Loss, Metrics...>;
    using Criteria = typename Scoring::Criteria;
    using LongSums = INLAY_ABI::LongSums<Scalar>;
    static constexpr auto mode =
        Scoring::logits ? program::Mode::training_logits : program::Mode::training;
    static constexpr auto steps = program::rewrite(Net::lowered, mode);
    static constexpr auto plan = program::plan_training(steps, Scoring::gathers);

    /// Whether a step is unrolled, instead of a table of calls.
    static constexpr bool unrolled = execution::unrolls<typename Net::policy, steps>();

    /// Examples that run through a segment together: as many as 4 MiB of activations and gradients
    /// hold, and no more than keeps a tile of rows busy.
    static constexpr std::size_t micro_batch = [] {
        const std::size_t fit = 4 * 1024 * 1024 / ((plan.micro + 1) * sizeof(Scalar));
        return fit < 1 ? std::size_t{1} : fit > 16 ? std::size_t{16} : fit;
    }();

    /// Numbers that one worker has for itself: those of a micro-batch, then a step's scratch.
    static constexpr std::size_t worker_size =
        plan.micro * micro_batch + program::scratch_count(steps, true, micro_batch);

    /// Where the numbers lie that the optimizer keeps from step to step, and as which tensors.
    static constexpr auto& moment_places = updating::moment_places<Optimizer, steps, plan>;
    static constexpr auto& moment_tensors = updating::moment_tensors<Optimizer, steps, plan>;

    /// How many they are with such fields: a constant where the optimizer is one. Zeros at first.
    static constexpr std::size_t moment_count(const Optimizer& optimizer = Optimizer{}) {
        return moment_places.begin[moments_in_use(optimizer)];
    }

    /// How many sums a step needs for criteria with such fields: a block for each slice.
    static constexpr std::size_t sum_count(const Criteria& criteria = Criteria{}) {
        return Scores{Scoring{criteria}, nullptr}.count();
    }

    /// Whether a batch is so large that the gradients of its slices need long sums.
    static constexpr bool sums_long(std::size_t batch) {
        return batch > max_slices * micro_batch * LongSums::chain(micro_batch);
    }
    static constexpr std::size_t long_sums_size = LongSums::size(plan.sliced_gradient);

    /// Numbers in the memory of a step, part by part, beginning with the gradients.
    struct Layout {
        std::size_t wide, derived, statistics, micro, batch, long_sums, total;
    };

    static constexpr Layout layout(std::size_t batch, std::size_t workers) {
        using program::aligned;
        Layout l{};
        l.wide = max_slices * aligned(plan.sliced_gradient);
        l.derived = l.wide + (takes_whole_tensors<Optimizer> ? aligned(plan.wide_gradient) : 0);
        l.statistics = l.derived + aligned(steps.derived_count);
        l.micro = l.statistics + aligned(steps.statistics_count);
        l.batch = l.micro + workers * worker_size;
        l.long_sums = l.batch + plan.batch * batch;
        l.total = l.long_sums + (sums_long(batch) ? max_slices * long_sums_size : 0);
        return l;
    }

    /// Bytes of memory that training with batches of at most `batch` examples needs beside the
    /// weights and the data, with an optimizer and criteria of such fields.
    static constexpr std::size_t bytes(std::size_t batch, std::size_t workers = 1,
                                       const Optimizer& optimizer = Optimizer{},
                                       const Criteria& criteria = Criteria{}) {
        return (moment_count(optimizer) + layout(batch, workers).total) * sizeof(Scalar) +
               sum_count(criteria) * sizeof(double);
    }

    using Job = TrainingJob<Scalar, Optimizer, Criteria>;

    /// One step; the scores of the batch are then the first block of the job's sums, to which this
    /// points.
    template <class Runner>
    static const double* run(const Job& job, const Layout& layout, Runner& given) {
        const simd::FlushScope flushes;
        FlushingRunner<Runner> runner{given};
        Work work{job, layout, {}, pace_of(job.optimizer, job.step)};
        scores(job).clear();
        for (std::size_t s = 0; s < max_slices; ++s)
            work.examples[s] = slice_begin(job.batch, s + 1) - slice_begin(job.batch, s);
        Scalar* const derived = work.at(layout.derived);
        execution::make_copies<Spec, steps, false, unrolled>(job.weights, job.state, derived);
        execution::make_copies<Spec, steps, true, unrolled>(job.weights, job.state, derived);
        if constexpr (unrolled)
            simd::unroll<plan.segment_count>([&](auto g) { run_segment(work, runner, g); });
        else
            for (int g = 0; g < plan.segment_count; ++g) run_segment(work, runner, g);
        if (sums_long(job.batch))
            runner.parallel(max_slices, [&](std::size_t slice, std::size_t) {
                long_sums(work, slice).give(gradient_block(work, slice));
            });
        updating::update<steps, plan>(job, work.pace, job.memory, work.at(layout.wide), runner);
        return scores(job).join(job.batch);
    }

private:
    using Spec = typename Net::spec;
    using Scores = SliceScores<Scoring>;

    using Pace = decltype(pace_of(std::declval<const Optimizer&>(), 0));

    struct Work {
        const Job& job;
        const Layout& layout;
        std::size_t examples[max_slices];
        Pace pace;
        Scalar* at(std::size_t part) const { return job.memory + part; }
    };

    using Frame = execution::Frame<Scalar, unrolled>;
    using Row = execution::Row;

    /// Some examples of a slice, at work in one worker.
    struct Micro : Frame {
        Work& work;
    };

    static Scalar* gradient_block(const Work& work, std::size_t slice) {
        return work.at(slice * program::aligned(plan.sliced_gradient));
    }

    static LongSums long_sums(const Work& work, std::size_t slice) {
        return {work.at(work.layout.long_sums) + slice * long_sums_size, plan.sliced_gradient};
    }

    /// The memory of the whole batch; what works on a part of it changes what differs.
    static Frame whole(Work& work) {
        const Job& job = work.job;
        Scalar* const statistics = work.at(work.layout.statistics);
        return {.arena = work.at(work.layout.micro),
                .slots = micro_batch,
                .batch = work.at(work.layout.batch),
                .weights = job.weights,
                .state = job.state,
                .derived = work.at(work.layout.derived),
                .statistics = statistics,
                .gradient = gradient_block(work, 0),
                .count = job.batch,
                .moment = {job.seed, job.step, 0},
                .whole = {job.state, statistics, work.examples, job.batch}};
    }

    static constexpr execution::Spot spot_of(int value, bool gradient) {
        using execution::Spot;
        const int number = 2 * steps.values[value].storage + (gradient ? 1 : 0);
        const program::Buffer& buffer = plan.buffers[number];
        return {buffer.offset, buffer.size, plan.whole_batch[number] ? Spot::batch : Spot::arena};
    }

    static void load(const Frame& frame, const Row&) {
        constexpr auto& entry = steps.inputs[0];
        constexpr execution::Spot spot = spot_of(entry.value, false);
        constexpr bool staged = !program::border_of(steps, entry.value).empty();
        constexpr std::size_t stage = plan.buffers[plan.stage].offset * micro_batch;
        const Source<Scalar>& source = static_cast<const Micro&>(frame).work.job.source;
        for (std::size_t n = 0; n < frame.count; ++n) {
            Scalar* const x = frame.write(spot) + n * program::map_of(steps, entry.value).size();
            Scalar* const from = staged ? frame.arena + stage : x;
            source.load(source.context, frame.moment.first + n, from);
            if constexpr (staged || entry.gather) execution::gather<Spec, steps, 0>(from, x, 1);
        }
    }

    static Scores scores(const Job& job) { return {Scoring{job.criteria}, job.sums}; }

    static scoring::Seen<Scalar> seen_by(const Frame& frame) {
        constexpr auto& end = steps.outputs[0];
        constexpr execution::Spot output = spot_of(end.value, false);
        constexpr execution::Spot logits = spot_of(end.gradient, false);
        const Work& work = static_cast<const Micro&>(frame).work;
        const Scalar* mask = nullptr;
        if constexpr (Net::template masks_output<>)
            mask = frame.read(spot_of(steps.values[end.value].mask, false));
        return {frame.read(output), frame.read(logits), mask,
                work.job.targets,   frame.moment.first, frame.count};
    }

    static void gather(const Frame& frame, const Row&) {
        const Job& job = static_cast<const Micro&>(frame).work.job;
        scores(job).gather(frame.slice, seen_by(frame));
    }

    static void score(const Frame& frame, const Row&) {
        constexpr execution::Spot gradient = spot_of(steps.outputs[0].gradient, true);
        const Job& job = static_cast<const Micro&>(frame).work.job;
        scores(job).add(frame.slice, seen_by(frame), job.batch, frame.write(gradient));
    }

    static constexpr std::size_t gradient_of(int s) { return plan.gradient_of(steps.steps[s]); }

    // The step as tables.

    static constexpr auto schedule = execution::schedule_of<steps, plan>();
    static constexpr auto rows = execution::rows_of<steps>(false, spot_of, gradient_of);
    static constexpr auto segments =
        program::first_of<static_cast<std::size_t>(plan.segment_count)>(schedule.segments);

    template <std::size_t K>
    static consteval execution::Call<Frame> call_of() {
        using program::Action;
        constexpr execution::Item item = schedule.items[K];
        if constexpr (item.action == Action::load)
            return {load, item.row};
        else if constexpr (item.action == Action::gather)
            return {gather, item.row};
        else if constexpr (item.action == Action::loss)
            return {score, item.row};
        else
            return {execution::run_of<Frame, Spec, steps, item.action, item.step>(), item.row};
    }

    static constexpr auto calls = []<std::size_t... K>(std::index_sequence<K...>) {
        return std::array<execution::Call<Frame>, sizeof...(K)>{call_of<K>()...};
    }(std::make_index_sequence<schedule.count>());

    static constexpr auto combinings = []<std::size_t... G>(std::index_sequence<G...>) {
        return std::array<execution::Combining<Frame>, sizeof...(G)>{
            execution::combining_of<Frame, Spec, steps, segments[G].tail, segments[G].step>()...};
    }(std::make_index_sequence<segments.size()>());

    template <class Runner>
    static constexpr auto shares = []<std::size_t... G>(std::index_sequence<G...>) {
        return std::array<execution::Share<Frame, Job, Pace, Runner>, sizeof...(G)>{
            execution::share_of<Frame, Job, Pace, Runner, Spec, steps, segments[G].tail,
                                segments[G].step>()...};
    }(std::make_index_sequence<segments.size()>());

    /// What a slice starts a segment with: zeros where it is going to add.
    template <class Number>
    static void begin_slice(Work& work, std::size_t slice, Number number) {
        if (number == 0) {
            Scalar* const block = gradient_block(work, slice);
            for (std::size_t k = 0; k < plan.sliced_gradient; ++k) block[k] = 0;
            if (sums_long(work.job.batch)) long_sums(work, slice).clear();
        }
        Frame frame = whole(work);
        frame.slice = slice;
        combine<&execution::Combining<Frame>::begin>(frame, number);
    }

    /// Calls one function of a segment that combines; does nothing for others. A number that the
    /// compiler knows is a segment of its own code.
    template <auto which, class Number>
    static void combine(const Frame& frame, Number number) {
        if constexpr (unrolled) {
            constexpr auto& segment = segments[Number::value];
            if constexpr (segment.combines()) {
                constexpr auto run = combinings[Number::value].*which;
                run(frame, rows[static_cast<std::size_t>(segment.row)]);
            }
        } else {
            const auto g = static_cast<std::size_t>(number);
            if (segments[g].combines())
                (combinings[g].*which)(frame, rows[static_cast<std::size_t>(segments[g].row)]);
        }
    }

    template <class Number>
    static void run_calls(const Micro& micro, Number number) {
        if constexpr (unrolled) {
            constexpr auto& segment = segments[Number::value];
            execution::run_unrolled<calls, rows, segment.first, segment.count>(micro);
        } else {
            const auto& segment = segments[static_cast<std::size_t>(number)];
            execution::run_calls<Frame>(calls.data() + segment.first, segment.count, rows.data(),
                                        micro);
        }
    }

    template <class Number, class Runner>
    static void run_segment(Work& work, Runner& runner, Number number) {
        const auto g = static_cast<std::size_t>(number);
        if (segments[g].count != 0)
            runner.parallel(max_slices, [&](std::size_t slice, std::size_t worker) {
                begin_slice(work, slice, number);
                Micro micro{whole(work), work};
                micro.arena += worker * worker_size;
                micro.scratch = micro.arena + plan.micro * micro_batch;
                micro.gradient = gradient_block(work, slice);
                micro.slice = slice;
                const std::size_t begin = slice_begin(work.job.batch, slice);
                for (std::size_t done = 0; done < work.examples[slice]; done += micro_batch) {
                    const std::size_t left = work.examples[slice] - done;
                    micro.count = left < micro_batch ? left : micro_batch;
                    micro.moment.first = begin + done;
                    micro.before = done;
                    run_calls(micro, number);
                    if (sums_long(work.job.batch) &&
                        (done / micro_batch + 1) % LongSums::chain(micro_batch) == 0)
                        long_sums(work, slice).take(gradient_block(work, slice));
                }
            });
        run_tail(work, runner, number);
    }

    template <class Number, class Runner>
    static void run_tail(Work& work, Runner& runner, Number number) {
        if constexpr (Scoring::gathers)
            if (segments[static_cast<std::size_t>(number)].tail == program::Tail::gather)
                scores(work.job).join_gathered();
        if constexpr (unrolled) {
            constexpr auto& segment = segments[Number::value];
            if constexpr (segment.shares()) {
                constexpr auto share = shares<Runner>[Number::value];
                share(whole(work), rows[static_cast<std::size_t>(segment.row)], sharing(work),
                      runner);
            }
        } else {
            const auto g = static_cast<std::size_t>(number);
            if (segments[g].shares())
                shares<Runner>[g](whole(work), rows[static_cast<std::size_t>(segments[g].row)],
                                  sharing(work), runner);
        }
        combine<&execution::Combining<Frame>::finish>(whole(work), number);
    }

    static execution::Sharing<Job, Pace, Scalar> sharing(const Work& work) {
        execution::Sharing<Job, Pace, Scalar> sharing{
            work.job, work.pace, worker_size, plan.micro * micro_batch, work.at(work.layout.wide),
            nullptr};
        if constexpr (!takes_whole_tensors<Optimizer>)
            sharing.move = updating::update_range<steps, plan, true, Job, Pace, Scalar>;
        return sharing;
    }
};

/// What a mistake is left with, so that it is the only one the compiler tells.
struct NoTraining {};

/// The training of a network by a loss, with an optimizer: AcceptedTraining says what it offers.
template <class Net, class Optimizer, class Loss, class... Metrics>
struct Training
    : std::conditional_t<compiling::accepted<typename Net::scalar, Optimizer, Loss, Metrics...>(),
                         std::type_identity<AcceptedTraining<Net, Optimizer, Loss, Metrics...>>,
                         std::type_identity<NoTraining>>::type {};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Training;
}  // namespace inlay
#endif  // INLAY_TRAIN_TRAINING_HPP

// <inlay/host/memory.hpp>
#ifndef INLAY_HOST_MEMORY_HPP
#define INLAY_HOST_MEMORY_HPP
// Where blocks of numbers lie: on the heap, or where an allocator of the program's says.

namespace inlay::INLAY_ABI::host {

/// An allocator of a program's, such as a std::pmr::memory_resource: allocate(bytes, alignment),
/// and deallocate(pointer, bytes, alignment) of what it gave. Where it has no more memory it
/// throws, or returns nullptr.
template <class Type>
concept Allocator = requires(Type& allocator, void* block, std::size_t number) {
    { allocator.allocate(number, number) } -> std::convertible_to<void*>;
    allocator.deallocate(block, number, number);
};

/// The heap, or an allocator of the program's, which must outlive what it gave.
class Memory {
public:
    /// The heap.
    Memory() = default;

    template <Allocator Type>
    explicit Memory(Type& allocator) : allocator_(&allocator), calls_(&calls_of<Type>) {}

    /// A block at a multiple of 64 bytes, which suits every SIMD register.
    INLAY_COLD void* allocate(std::size_t bytes) const;

    INLAY_COLD void deallocate(void* block, std::size_t bytes) const;

private:
    static constexpr std::size_t alignment = 64;

    struct Calls {
        void* (*allocate)(void* allocator, std::size_t bytes);
        void (*deallocate)(void* allocator, void* block, std::size_t bytes);
    };

    template <class Type>
    static constexpr Calls calls_of{
        [](void* allocator, std::size_t bytes) -> void* {
            return static_cast<Type*>(allocator)->allocate(bytes, alignment);
        },
        [](void* allocator, void* block, std::size_t bytes) {
            static_cast<Type*>(allocator)->deallocate(block, bytes, alignment);
        }};

    void* allocator_ = nullptr;
    const Calls* calls_ = nullptr;
};

#if INLAY_BODIES

INLAY_BODY void* Memory::allocate(std::size_t bytes) const {
    if (calls_ == nullptr) return ::operator new(bytes, std::align_val_t{alignment});
    void* const block = calls_->allocate(allocator_, bytes);
    if (block == nullptr) {
#if defined(__cpp_exceptions)
        throw std::bad_alloc();
#else
        std::abort();
#endif
    }
    return block;
}

INLAY_BODY void Memory::deallocate(void* block, std::size_t bytes) const {
    if (block == nullptr) return;
    if (calls_ == nullptr) return ::operator delete(block, std::align_val_t{alignment});
    calls_->deallocate(allocator_, block, bytes);
}

#endif

}  // namespace inlay::INLAY_ABI::host
#endif  // INLAY_HOST_MEMORY_HPP

// <inlay/host/buffer.hpp>
#ifndef INLAY_HOST_BUFFER_HPP
#define INLAY_HOST_BUFFER_HPP
// Memory for numbers, aligned for every SIMD register.

namespace inlay::INLAY_ABI {

/// A block of `size` numbers, zeros at first, at a multiple of 64 bytes; a value, whose copies come
/// from the same memory. It does not grow, which makes it a fraction of a vector for the compiler.
template <class Scalar>
class Buffer {
public:
    Buffer() = default;

    explicit Buffer(std::size_t size, host::Memory memory = {}) : size_(size), memory_(memory) {
        if (size == 0) return;
        data_ = static_cast<Scalar*>(memory_.allocate(size * sizeof(Scalar)));
        for (std::size_t k = 0; k < size; ++k) data_[k] = Scalar{};
    }

    Buffer(const Buffer& other) : Buffer(other.size_, other.memory_) {
        for (std::size_t k = 0; k < size_; ++k) data_[k] = other.data_[k];
    }

    Buffer(Buffer&& other) noexcept
        : data_(std::exchange(other.data_, nullptr)),
          size_(std::exchange(other.size_, 0)),
          memory_(other.memory_) {}

    Buffer& operator=(Buffer other) noexcept {
        std::swap(data_, other.data_);
        std::swap(size_, other.size_);
        std::swap(memory_, other.memory_);
        return *this;
    }

    /// A block of more numbers, which begins with these.
    Buffer longer(std::size_t size) const {
        Buffer more(size, memory_);
        for (std::size_t k = 0; k < size_; ++k) more.data_[k] = data_[k];
        return more;
    }

    ~Buffer() { memory_.deallocate(data_, size_ * sizeof(Scalar)); }

    Scalar* data() { return data_; }
    const Scalar* data() const { return data_; }
    std::size_t size() const { return size_; }
    Scalar& operator[](std::size_t k) { return data_[k]; }
    const Scalar& operator[](std::size_t k) const { return data_[k]; }
    std::span<Scalar> span() { return {data_, size_}; }
    std::span<const Scalar> span() const { return {data_, size_}; }

private:
    Scalar* data_ = nullptr;
    std::size_t size_ = 0;
    host::Memory memory_;
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_HOST_BUFFER_HPP

// <inlay/host/text.hpp>
#ifndef INLAY_HOST_TEXT_HPP
#define INLAY_HOST_TEXT_HPP
// Texts of any length, written piece by piece. Each kind of piece is one function that is compiled
// once; std::string's functions are templates, which every program in C++20 compiles anew.

namespace inlay::INLAY_ABI {

/// A number as a text shows it, under every locale: with so many digits behind the point, and with
/// an exponent where it is scientific.
struct Decimal {
    double value;
    int digits;
    bool scientific = false;
};

/// A number as a sentence tells it: without a point where it is whole, with an exponent where six
/// digits behind the point would not show it.
constexpr Decimal readable(double value) {
    if (value != value) return {__builtin_nan(""), 0};
    const double magnitude = value < 0 ? -value : value;
    if (magnitude < 1e15 && static_cast<double>(static_cast<std::int64_t>(value)) == value)
        return {value, 0};
    return {value, 6, magnitude < 1e-4 || magnitude >= 1e15};
}

/// A text that grows at its end: Text() << "found " << 3.
class Text {
public:
    Text() = default;

    /// A literal, a std::string, a std::string_view.
    template <std::convertible_to<std::string_view> Piece>
        requires(!std::same_as<Piece, Text>)
    Text(const Piece& piece) {
        *this << std::string_view(piece);
    }

    INLAY_COLD Text(const Text& other);
    INLAY_COLD Text& operator=(const Text& other);
    INLAY_COLD ~Text();  // one copy: texts end wherever an error may pass

    INLAY_COLD Text& operator<<(std::string_view piece);
    Text& operator<<(const std::string& piece) { return *this << std::string_view(piece); }
    Text& operator<<(const char* piece) { return *this << std::string_view(piece); }
    Text& operator<<(const Text& piece) { return *this << piece.view(); }
    Text& operator<<(char c) { return *this << std::string_view(&c, 1); }

    template <std::integral Whole>
    Text& operator<<(Whole number) {
        if constexpr (std::signed_integral<Whole>)
            return whole(number);
        else
            return natural(number);
    }

    INLAY_COLD Text& operator<<(const Decimal& number);

    /// Writes a piece again and again.
    INLAY_COLD Text& repeat(std::string_view piece, std::size_t times);

    std::string_view view() const { return {characters_.data(), size_}; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    operator std::string_view() const { return view(); }
    operator std::string() const { return std::string(view()); }

    /// The characters, with a zero behind them.
    const char* c_str() const { return empty() ? "" : characters_.data(); }

    friend bool operator==(const Text& text, std::string_view other) {
        return text.view() == other;
    }

private:
    INLAY_COLD Text& whole(std::int64_t number);
    INLAY_COLD Text& natural(std::uint64_t number);

    Buffer<char> characters_;  // more than the text, zeros behind it
    std::size_t size_ = 0;
};

#if INLAY_BODIES

INLAY_BODY Text::Text(const Text& other) { *this << other; }

INLAY_BODY Text& Text::operator=(const Text& other) {
    characters_ = other.characters_;
    size_ = other.size_;
    return *this;
}

INLAY_BODY Text::~Text() {}

INLAY_BODY Text& Text::operator<<(std::string_view piece) {
    const std::size_t size = size_ + piece.size();
    Buffer<char> other;  // holds the piece, where it is of this text, until it has been copied
    if (size >= characters_.size()) {
        other = characters_.longer(2 * size + 64);
        std::swap(characters_, other);
    }
    for (const char c : piece) characters_[size_++] = c;
    return *this;
}

INLAY_BODY Text& Text::operator<<(const Decimal& number) {
    char digits[400];  // the largest double has 309 before the point
    const auto form = number.scientific ? std::chars_format::scientific : std::chars_format::fixed;
    const auto end =
        std::to_chars(digits, digits + sizeof digits, number.value, form, number.digits);
    return *this << std::string_view(digits, static_cast<std::size_t>(end.ptr - digits));
}

INLAY_BODY Text& Text::repeat(std::string_view piece, std::size_t times) {
    for (; times > 0; --times) *this << piece;
    return *this;
}

INLAY_BODY Text& Text::whole(std::int64_t number) { return *this << (Sentence() << number).view(); }

INLAY_BODY Text& Text::natural(std::uint64_t number) {
    return *this << (Sentence() << number).view();
}

#endif

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_HOST_TEXT_HPP

// <inlay/text/status.hpp>
#ifndef INLAY_TEXT_STATUS_HPP
#define INLAY_TEXT_STATUS_HPP
// How the core reports a mistake at run time: a value with a sentence, no exception.

namespace inlay::INLAY_ABI {

/// Success, or a failure that says what was found and what was expected; converts to true on
/// success.
class [[nodiscard]] Status {
public:
    constexpr Status() = default;
    constexpr explicit Status(const Sentence& failure) : sentence_(failure) {}

    /// True on success.
    constexpr explicit operator bool() const { return sentence_.empty(); }

    /// The sentence that tells what went wrong; empty on success.
    constexpr std::string_view message() const { return sentence_.view(); }

private:
    Sentence sentence_;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Status;
}  // namespace inlay
#endif  // INLAY_TEXT_STATUS_HPP

// <inlay/host/error.hpp>
#ifndef INLAY_HOST_ERROR_HPP
#define INLAY_HOST_ERROR_HPP
// How the hosted parts report a mistake: an exception, or a line and an abort where there are none.

namespace inlay {

/// What the hosted parts throw: what() is a sentence that says what was found and what expected.
/// One type for all instruction sets, so that a program catches what its plugins throw.
class Error : public std::runtime_error {
public:
    explicit Error(const char* sentence) : std::runtime_error(sentence) {}
};

}  // namespace inlay

namespace inlay::INLAY_ABI {

/// Throws an Error; without exceptions writes the sentence to stderr and aborts.
[[noreturn]] INLAY_COLD void fail(const Text& sentence);

/// The same for a failure that the core reported.
[[noreturn]] INLAY_COLD void fail(const Status& failure);

namespace debugging {

/// What hosted programs do about a mistake unless they set a handler of their own.
[[noreturn]] INLAY_COLD void write_and_abort(const char* sentence);

}  // namespace debugging

#if INLAY_BODIES

INLAY_BODY void debugging::write_and_abort(const char* sentence) {
    std::fprintf(stderr, "inlay: %s\n", sentence);
    std::abort();
}

INLAY_BODY void fail(const Text& sentence) {
#if defined(__cpp_exceptions)
    throw Error(sentence.c_str());
#else
    debugging::write_and_abort(sentence.c_str());
#endif
}

INLAY_BODY void fail(const Status& failure) { fail(Text(failure.message())); }

#endif

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_HOST_ERROR_HPP

// <inlay/io/json.hpp>
#ifndef INLAY_IO_JSON_HPP
#define INLAY_IO_JSON_HPP
// The JSON of safetensors headers: objects, strings, whole numbers and lists of them (RFC 8259).

namespace inlay::INLAY_ABI::io {

/// The beginning of a text, as a JSON string of about 60 characters at most: a name in an error.
INLAY_COLD Text in_quotes(std::string_view text);

#if INLAY_BODIES

/// The length in bytes of the UTF-8 character at the front of a text; 0 where there is none
/// (Unicode 15, table 3-7: no overlong form, no surrogate, nothing above U+10FFFF).
constexpr std::size_t utf8_length(std::string_view text) {
    const auto byte = [&](std::size_t k) -> unsigned {
        return k < text.size() ? static_cast<unsigned char>(text[k]) : 0;
    };
    const auto continued = [&](std::size_t k, unsigned first = 0x80, unsigned last = 0xbf) {
        return byte(k) >= first && byte(k) <= last;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80) return text.empty() ? 0 : 1;
    if (lead < 0xc2) return 0;
    if (lead < 0xe0) return continued(1) ? 2 : 0;
    if (lead < 0xf0) {
        const bool second = continued(1, lead == 0xe0 ? 0xa0 : 0x80, lead == 0xed ? 0x9f : 0xbf);
        return second && continued(2) ? 3 : 0;
    }
    if (lead > 0xf4) return 0;
    const bool second = continued(1, lead == 0xf0 ? 0x90 : 0x80, lead == 0xf4 ? 0x8f : 0xbf);
    return second && continued(2) && continued(3) ? 4 : 0;
}

/// A text as a JSON string, quotes included.
INLAY_COLD inline Text json_string(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    Text quoted;
    quoted << "\"";
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (code < 0x20)
            quoted << "\\u00" << digits[code / 16] << digits[code % 16];
        else
            quoted << (c == '"' || c == '\\' ? "\\" : "") << c;
    }
    return quoted << "\"";
}

INLAY_BODY Text in_quotes(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && json_string(text.substr(0, length)).size() < 60)
        length += utf8_length(text.substr(length)) == 0 ? 1 : utf8_length(text.substr(length));
    return Text() << json_string(text.substr(0, length)) << (length < text.size() ? "..." : "");
}

/// Whether a name occurs twice, and which. Sorts the names.
INLAY_COLD inline bool repeats(Buffer<std::string_view>& names, std::string_view& repeated) {
    if (names.size() < 2) return false;  // and qsort takes no null, not even of no names
    std::qsort(names.data(), names.size(), sizeof(std::string_view),
               [](const void* one, const void* other) {
                   return static_cast<const std::string_view*>(one)->compare(
                       *static_cast<const std::string_view*>(other));
               });
    for (std::size_t k = 1; k < names.size(); ++k)
        if (names[k] == names[k - 1]) {
            repeated = names[k];
            return true;
        }
    return false;
}

/// Reads a JSON text from front to back. The caller says what must come next, so nothing can nest
/// deeper than the caller's own calls; each function returns false once something else has come,
/// and status() tells what.
class JsonReader {
public:
    explicit JsonReader(std::string_view text) : text_(text) {}

    /// Reads an object; calls member(key) where a value must be read, which returns false to stop.
    template <class Member>
    bool object(Member member) {
        return object(&member, [](void* function, const std::string& key) -> bool {
            return (*static_cast<Member*>(function))(key);
        });
    }

    /// Reads a string; escapes are resolved.
    INLAY_COLD bool string(std::string& value) {
        if (!take('"', "a string")) return false;
        value.clear();
        while (!text_.substr(at_).starts_with('"')) {
            const std::string_view rest = text_.substr(at_);
            const std::size_t length = utf8_length(rest);
            if (rest.empty()) return expected("a closing quote");
            if (length == 0) return expected("UTF-8");
            if (static_cast<unsigned char>(rest[0]) < 0x20) return expected("no control character");
            if (rest[0] == '\\') {
                if (!escape(value)) return false;
            } else {
                value.append(rest.substr(0, length));
                at_ += length;
            }
        }
        ++at_;
        return true;
    }

    /// Reads a number without sign, fraction and exponent.
    INLAY_COLD bool whole(std::size_t& value) {
        skip_space();
        const char* const first = text_.data() + at_;
        const auto [stop, error] = std::from_chars(first, text_.data() + text_.size(), value);
        if (error == std::errc::invalid_argument) return expected("a whole number");
        if (error == std::errc::result_out_of_range) return expected("a smaller number");
        if (*first == '0' && stop - first > 1) return expected("a number without leading zeros");
        at_ += static_cast<std::size_t>(stop - first);
        return true;
    }

    /// Reads a list of whole numbers.
    INLAY_COLD bool wholes(std::vector<std::size_t>& values) {
        values.clear();
        if (!take('[', "[")) return false;
        if (accept(']')) return true;
        do {
            if (!whole(values.emplace_back())) return false;
        } while (accept(','));
        return take(']', ", or ]");
    }

    /// Only white space is left.
    INLAY_COLD bool end() {
        skip_space();
        return at_ == text_.size() || expected("the end");
    }

    /// Records the caller's own complaint about what it has read; returns false.
    INLAY_COLD bool refuse(const Sentence& complaint) {
        status_ = Status(complaint);
        return false;
    }

    /// How many bytes have been read.
    std::size_t position() const { return at_; }

    /// The first failure.
    const Status& status() const { return status_; }

private:
    INLAY_COLD bool object(void* member, bool (*read)(void* member, const std::string& key)) {
        if (!take('{', "{")) return false;
        if (accept('}')) return true;
        std::vector<std::string> keys;
        do {
            std::string& key = keys.emplace_back();
            if (!string(key) || !take(':', ":") || !read(member, key)) return false;
        } while (accept(','));
        if (!take('}', ", or }")) return false;
        Buffer<std::string_view> names(keys.size());
        for (std::size_t k = 0; k < keys.size(); ++k) names[k] = keys[k];
        std::string_view twice;
        return !repeats(names, twice) ||
               refuse(Sentence() << "found the key " << in_quotes(twice) << " twice");
    }

    INLAY_COLD bool expected(std::string_view what) {
        Sentence sentence;
        sentence << "byte " << at_ << ": expected " << what << ", found ";
        if (at_ == text_.size()) return refuse(sentence << "the end");
        const char c = text_[at_];
        if (c > ' ' && c < 0x7f) return refuse(sentence << text_.substr(at_, 1));
        return refuse(sentence << "byte value " << static_cast<unsigned char>(c));
    }

    INLAY_COLD void skip_space() {
        at_ = text_.find_first_not_of(" \t\n\r", at_);
        if (at_ == text_.npos) at_ = text_.size();
    }

    INLAY_COLD bool accept(char c) {
        skip_space();
        if (!text_.substr(at_).starts_with(c)) return false;
        ++at_;
        return true;
    }

    INLAY_COLD bool take(char c, std::string_view name) { return accept(c) || expected(name); }

    INLAY_COLD bool escape(std::string& value) {
        constexpr std::string_view letters = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
        const std::string_view letter = text_.substr(at_ + 1, 1);
        if (letter == "u") return escaped_code_point(value);
        const std::size_t k = letter.empty() ? letters.npos : letters.find(letter);
        if (k == letters.npos) return expected("an escape that JSON has");
        value += meanings[k];
        at_ += 2;
        return true;
    }

    INLAY_COLD bool escaped_code_point(std::string& value) {
        std::uint32_t code = utf16(at_);
        std::size_t length = 6;
        if (code >= 0xd800 && code <= 0xdbff) {
            const std::uint32_t low = utf16(at_ + 6);
            const bool paired = low >= 0xdc00 && low <= 0xdfff;
            code = paired ? 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00) : no_code;
            length = 12;
        }
        if (code == no_code || (code >= 0xdc00 && code <= 0xdfff))
            return expected("the \\u escape of a character");
        at_ += length;
        const auto lead = [&](unsigned mark, int shift) -> char {
            return static_cast<char>(mark | code >> shift);
        };
        const auto tail = [&](int shift) { return static_cast<char>(0x80 | (code >> shift & 63)); };
        if (code < 0x80) {
            value += {lead(0, 0)};
        } else if (code < 0x800) {
            value += {lead(0xc0, 6), tail(0)};
        } else if (code < 0x10000) {
            value += {lead(0xe0, 12), tail(6), tail(0)};
        } else {
            value += {lead(0xf0, 18), tail(12), tail(6), tail(0)};
        }
        return true;
    }

    /// The number in an escape such as that of the line feed, backslash u000a.
    std::uint32_t utf16(std::size_t at) const {
        const std::string_view digits = text_.substr(at < text_.size() ? at : text_.size(), 6);
        std::uint32_t unit = 0;
        if (!digits.starts_with("\\u")) return no_code;
        const char* const end = digits.data() + digits.size();
        const auto [stop, error] = std::from_chars(digits.data() + 2, end, unit, 16);
        return error == std::errc() && stop == digits.data() + 6 ? unit : no_code;
    }

    static constexpr std::uint32_t no_code = 0xffffffff;

    std::string_view text_;
    std::size_t at_ = 0;
    Status status_;
};

#endif

}  // namespace inlay::INLAY_ABI::io
#endif  // INLAY_IO_JSON_HPP

// <inlay/host/view.hpp>
#ifndef INLAY_HOST_VIEW_HPP
#define INLAY_HOST_VIEW_HPP
// Elements that lie one behind the other and that somebody else holds, inside of the library.

namespace inlay::INLAY_ABI {

/// A pointer and a length. For each type of element std::span takes the compiler a fiftieth of a
/// second, most of it for the concepts of its iterators; this takes a quarter of that.
template <class Element>
class View {
public:
    constexpr View() = default;
    constexpr View(Element* data, std::size_t size) : data_(data), size_(size) {}
    template <std::size_t length>
    constexpr View(Element (&array)[length]) : data_(array), size_(length) {}

    /// Looks at anything with data() and size().
    template <class Range>
        requires requires(Range&& range) {
            { range.data() } -> std::convertible_to<Element*>;
            range.size();
        }
    constexpr View(Range&& range) : data_(range.data()), size_(range.size()) {}

    constexpr Element* data() const { return data_; }
    constexpr std::size_t size() const { return size_; }
    constexpr bool empty() const { return size_ == 0; }
    constexpr Element* begin() const { return data_; }
    constexpr Element* end() const { return data_ + size_; }
    constexpr Element& operator[](std::size_t k) const { return data_[k]; }

    /// `count` elements from number `first` on.
    constexpr View part(std::size_t first, std::size_t count) const {
        return {data_ + first, count};
    }
    constexpr View from(std::size_t first) const { return part(first, size_ - first); }

private:
    Element* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_HOST_VIEW_HPP

// <inlay/io/tensor_view.hpp>
#ifndef INLAY_IO_TENSOR_VIEW_HPP
#define INLAY_IO_TENSOR_VIEW_HPP
// The tensors of the safetensors format: a name, a shape, an element type and bytes elsewhere.

namespace inlay::INLAY_ABI::io::safetensors {

/// An element type of the format: its name, its bits, and the bytes that byte order turns around.
struct Dtype {
    std::string_view name;
    std::size_t bits = 0;
    std::size_t word = bits / 8;

    friend bool operator==(const Dtype&, const Dtype&) = default;
};

/// All element types of the format.
inline constexpr Dtype dtypes[]{
    {"F32", 32},        {"F64", 64},        {"U64", 64},    {"I64", 64},    {"U32", 32},
    {"I32", 32},        {"U16", 16},        {"I16", 16},    {"U8", 8},      {"I8", 8},
    {"BOOL", 8},        {"F16", 16},        {"BF16", 16},   {"C64", 64, 4}, {"F4", 4},
    {"F6_E2M3", 6},     {"F6_E3M2", 6},     {"F8_E4M3", 8}, {"F8_E5M2", 8}, {"F8_E8M0", 8},
    {"F8_E4M3FNUZ", 8}, {"F8_E5M2FNUZ", 8},
};
inline constexpr Dtype f32 = dtypes[0], f64 = dtypes[1], u64 = dtypes[2];

/// The C++ types whose values are stored and loaded; a file may hold others.
template <class Type>
concept Value =
    std::same_as<Type, float> || std::same_as<Type, double> || std::same_as<Type, std::uint64_t>;

/// The element type of a C++ type.
template <Value Type>
constexpr Dtype dtype_of() {
    if (std::same_as<Type, float>) return f32;
    return std::same_as<Type, double> ? f64 : u64;
}

/// A tensor whose values are elsewhere: in the memory of its owner, or in the bytes of a file.
struct TensorView {
    std::string name;
    std::vector<std::size_t> shape;  ///< outermost extent first; empty for a single number
    Dtype dtype;
    std::span<const std::byte> bytes;
    std::endian order = std::endian::native;
};

/// A tensor to be stored.
template <class Type>
    requires Value<std::remove_const_t<Type>>
TensorView view(std::string name, std::vector<std::size_t> shape, std::span<Type> values) {
    return {std::move(name), std::move(shape), dtype_of<std::remove_const_t<Type>>(),
            std::as_bytes(values)};
}

/// Copies the values of a tensor, as many bytes, into memory.
INLAY_COLD void copy_bytes(const TensorView& tensor, View<std::byte> target);

/// Copies the values of a tensor; fails if they are of another type or number.
template <Value Type>
Status copy_values(const TensorView& tensor, std::span<Type> values) {
    Sentence found;
    found << "tensor " << in_quotes(tensor.name) << ": found ";
    if (tensor.dtype != dtype_of<Type>())
        return Status(found << tensor.dtype.name << ", expected " << dtype_of<Type>().name);
    if (tensor.bytes.size() != values.size_bytes())
        return Status(found << tensor.bytes.size() / sizeof(Type) << " values, expected "
                            << values.size());
    copy_bytes(tensor, std::as_writable_bytes(values));
    return {};
}

#if INLAY_BODIES

/// The element type of a name; nullptr if the format has none.
INLAY_COLD inline const Dtype* find_dtype(std::string_view name) {
    for (const Dtype& dtype : dtypes)
        if (dtype.name == name) return &dtype;
    return nullptr;
}

namespace detail {

/// Turns every word around.
INLAY_COLD inline void turn_words(View<std::byte> bytes, std::size_t word) {
    for (; word > 1 && bytes.size() >= word; bytes = bytes.from(word))
        for (std::size_t k = 0; k < word / 2; ++k) std::swap(bytes[k], bytes[word - 1 - k]);
}

/// What is wrong with a tensor whose values lie at [begin, end); empty if nothing is.
INLAY_COLD inline Sentence misfit(const TensorView& tensor, std::size_t begin, std::size_t end) {
    Sentence sentence;
    std::size_t bits = tensor.dtype.bits;
    for (const std::size_t extent : tensor.shape) {
        if (extent != 0 && bits > std::size_t(-1) / extent)
            return sentence << "shape: found more values than can be counted, expected fewer";
        bits *= extent;
    }
    if (bits % 8 != 0)
        return sentence << "shape: found " << bits << ", expected a multiple of 8 bits";
    if (end < begin || end - begin != bits / 8)
        sentence << "data_offsets: found [" << begin << "," << end << "], expected " << bits / 8
                 << " bytes, by dtype and shape";
    return sentence;
}

}  // namespace detail

INLAY_BODY void copy_bytes(const TensorView& tensor, View<std::byte> target) {
    if (!target.empty()) std::memcpy(target.data(), tensor.bytes.data(), target.size());
    if (tensor.order != std::endian::native) detail::turn_words(target, tensor.dtype.word);
}

#endif

}  // namespace inlay::INLAY_ABI::io::safetensors
#endif  // INLAY_IO_TENSOR_VIEW_HPP

// <inlay/io/safetensors_header.hpp>
#ifndef INLAY_IO_SAFETENSORS_HEADER_HPP
#define INLAY_IO_SAFETENSORS_HEADER_HPP
// The header of the safetensors format, read with every rule of the format.

namespace inlay::INLAY_ABI::io::safetensors {

/// A text that a file holds under a key, beside its tensors.
struct Fact {
    std::string key, value;
};
using Metadata = std::vector<Fact>;

/// What a file holds: tensors that view its bytes, in the order of their values, and metadata;
/// both are empty after a failure.
struct Contents {
    std::vector<TensorView> tensors;
    Metadata metadata;
    Status status;

    /// The tensor of a name; nullptr if there is none.
    INLAY_COLD const TensorView* find(std::string_view name) const;

    /// The metadata of a key; nullptr if there is none.
    INLAY_COLD const std::string* find_fact(std::string_view key) const;
};

#if INLAY_BODIES

INLAY_BODY const TensorView* Contents::find(std::string_view name) const {
    for (const TensorView& tensor : tensors)
        if (tensor.name == name) return &tensor;
    return nullptr;
}

INLAY_BODY const std::string* Contents::find_fact(std::string_view key) const {
    for (const Fact& fact : metadata)
        if (fact.key == key) return &fact.value;
    return nullptr;
}

namespace detail {

inline constexpr std::size_t longest_header = 100'000'000;  // the format's own limit
inline constexpr std::size_t header_begin = 8;
inline constexpr std::string_view version = "1";
inline constexpr std::string_view metadata_key = "__metadata__";
inline constexpr std::string_view checksum_key = "inlay_crc32";
inline constexpr std::string_view blank_checksum = "00000000";

/// Whether a key of the metadata is the writer's to set.
INLAY_COLD inline bool is_own(std::string_view key) {
    return key == "format" || key == "format_version" || key == checksum_key;
}

/// Reads a header, which must agree with itself and with the data that it describes.
class HeaderReader {
public:
    HeaderReader(std::string_view header, std::span<const std::byte> data)
        : json_(header), data_(data) {}

    INLAY_COLD Contents read() {
        const bool read = json_.object([&](const std::string& key) {
            const bool is_tensor = key != metadata_key;
            place_ = is_tensor ? Text() << "tensor " << in_quotes(key) : Text() << key;
            const bool good = is_tensor ? tensor(key) : metadata();
            if (good) place_ = Text() << "header";
            return good;
        });
        if (read && json_.end() && tensors_fill_data()) return std::move(file_);
        return {{}, {}, Status(Sentence() << place_.view() << ": " << json_.status().message())};
    }

    std::size_t checksum_place = 0;  // of the digits in the header; 0 where there is no checksum

private:
    template <class Found, class Expected>
    INLAY_COLD bool mismatch(std::string_view what, const Found& found, const Expected& expected) {
        return json_.refuse(Sentence() << what << ": found " << found << ", expected " << expected);
    }

    INLAY_COLD bool metadata() {
        const bool read = json_.object([&](const std::string& key) {
            Fact& fact = file_.metadata.emplace_back();
            fact.key = key;
            if (!json_.string(fact.value)) return false;
            if (key == checksum_key) checksum_place = json_.position() - 1 - blank_checksum.size();
            return key != checksum_key || fact.value.size() == blank_checksum.size() ||
                   mismatch(key, in_quotes(fact.value), "8 hexadecimal digits");
        });
        const std::string* const format = file_.find_fact("format");
        if (!read || format == nullptr || *format != "inlay") return read;
        const std::string* const found = file_.find_fact("format_version");
        if (found == nullptr || *found != version)
            return mismatch("format_version", in_quotes(found == nullptr ? "" : *found),
                            "\"1\", the newest that this version of inlay reads");
        return checksum_place != 0 || mismatch(checksum_key, "none", "the checksum of the file");
    }

    INLAY_COLD bool tensor(const std::string& name) {
        TensorView& tensor = file_.tensors.emplace_back();
        tensor.name = name;
        tensor.order = std::endian::little;
        std::string dtype;
        std::vector<std::size_t> offsets;
        int keys = 0;
        const bool read = json_.object([&](const std::string& key) {
            ++keys;
            if (key == "dtype") return json_.string(dtype);
            if (key == "shape") return json_.wholes(tensor.shape);
            if (key == "data_offsets") return json_.wholes(offsets);
            return mismatch("key", in_quotes(key), "dtype, shape or data_offsets");
        });
        if (!read) return false;
        if (keys != 3) return mismatch("keys", keys, "dtype, shape and data_offsets");
        const Dtype* const known = find_dtype(dtype);
        if (known == nullptr)
            return mismatch("dtype", in_quotes(dtype), "F32 or another type of the format");
        tensor.dtype = *known;
        if (offsets.size() != 2) return mismatch("data_offsets", offsets.size(), "2 numbers");
        return place_values(tensor, offsets[0], offsets[1]);
    }

    INLAY_COLD bool place_values(TensorView& tensor, std::size_t begin, std::size_t end) {
        if (const Sentence mistake = misfit(tensor, begin, end); !mistake.empty())
            return json_.refuse(mistake);
        if (end > data_.size())
            return mismatch("data_offsets", Sentence() << "an end at byte " << end,
                            Sentence() << data_.size() << " bytes of values in the file");
        tensor.bytes = {data_.data() + begin, end - begin};
        return true;
    }

    /// Puts the tensors in the order of their values.
    INLAY_COLD void sort_tensors() {
        if (file_.tensors.size() < 2) return;  // qsort takes no null, not even of no tensors
        std::vector<TensorView*> order;
        for (TensorView& tensor : file_.tensors) order.push_back(&tensor);
        std::qsort(order.data(), order.size(), sizeof(TensorView*), compare_places);
        std::vector<TensorView> sorted;
        for (TensorView* const tensor : order) sorted.push_back(std::move(*tensor));
        file_.tensors = std::move(sorted);
    }

    /// For qsort: by begin, then by size, then by name.
    INLAY_COLD static int compare_places(const void* one, const void* other) {
        const TensorView& a = **static_cast<TensorView* const*>(one);
        const TensorView& b = **static_cast<TensorView* const*>(other);
        if (a.bytes.data() != b.bytes.data()) return a.bytes.data() < b.bytes.data() ? -1 : 1;
        if (a.bytes.size() != b.bytes.size()) return a.bytes.size() < b.bytes.size() ? -1 : 1;
        return a.name.compare(b.name);
    }

    /// The values follow each other without a hole or an overlap, up to the end of the file.
    INLAY_COLD bool tensors_fill_data() {
        sort_tensors();
        std::size_t next = 0;
        for (const TensorView& tensor : file_.tensors) {
            const auto begin = static_cast<std::size_t>(tensor.bytes.data() - data_.data());
            if (begin != next) {
                place_ = Text() << "tensor " << in_quotes(tensor.name);
                return mismatch("data_offsets", Sentence() << "a begin at byte " << begin,
                                Sentence() << next << ", where the values before it end");
            }
            next += tensor.bytes.size();
        }
        return next == data_.size() ||
               mismatch("values of all tensors", Sentence() << next << " bytes",
                        Sentence() << data_.size() << ", the rest of the file");
    }

    JsonReader json_;
    std::span<const std::byte> data_;
    Contents file_;
    Text place_ = Text() << "header";
};

}  // namespace detail

#endif

}  // namespace inlay::INLAY_ABI::io::safetensors
#endif  // INLAY_IO_SAFETENSORS_HEADER_HPP

// <inlay/io/crc32.hpp>
#ifndef INLAY_IO_CRC32_HPP
#define INLAY_IO_CRC32_HPP
// The checksum of gzip and PNG: finds every error of up to 32 neighbouring bits.

#if INLAY_BODIES

namespace inlay::INLAY_ABI::io {

namespace detail {

/// of[k][b] is what a byte b does to the sum k bytes later. Eight bytes are taken at once: M.
/// Kounavis, F. Berry, "A systematic approach to building high performance software-based CRC
/// generators", 2005. Filled when the program runs: the compiler would take a fifth of a second.
struct CrcTables {
    std::uint32_t of[8][256];

    INLAY_COLD CrcTables() {
        for (std::uint32_t byte = 0; byte < 256; ++byte) {
            std::uint32_t sum = byte;
            for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ ((sum & 1) * 0xedb88320u);
            of[0][byte] = sum;
        }
        for (int later = 1; later < 8; ++later)
            for (int byte = 0; byte < 256; ++byte) {
                const std::uint32_t sum = of[later - 1][byte];
                of[later][byte] = (sum >> 8) ^ of[0][sum & 255];
            }
    }
};

}  // namespace detail

/// CRC-32 (polynomial 0x04c11db7, reflected) of bytes, or of what `before` is the sum of followed
/// by them.
inline std::uint32_t crc32(View<const std::byte> bytes, std::uint32_t before = 0) {
    static const detail::CrcTables tables;
    const std::byte* next = bytes.data();
    std::size_t left = bytes.size();
    const auto byte = [&](std::size_t k) { return std::to_integer<std::uint32_t>(next[k]); };
    std::uint32_t sum = ~before;
    for (; left >= 8; next += 8, left -= 8) {
        std::uint32_t joined = 0;
        for (std::size_t k = 0; k < 8; ++k) {
            const std::uint32_t own = k < 4 ? sum >> (8 * k) : 0;
            joined ^= tables.of[7 - k][(own ^ byte(k)) & 255];
        }
        sum = joined;
    }
    for (; left > 0; ++next, --left) sum = (sum >> 8) ^ tables.of[0][(sum ^ byte(0)) & 255];
    return ~sum;
}

}  // namespace inlay::INLAY_ABI::io

#endif
#endif  // INLAY_IO_CRC32_HPP

// <inlay/io/safetensors_writer.hpp>
#ifndef INLAY_IO_SAFETENSORS_WRITER_HPP
#define INLAY_IO_SAFETENSORS_WRITER_HPP
// The safetensors format, written from front to back.

#if INLAY_BODIES

namespace inlay::INLAY_ABI::io::safetensors {

namespace detail {

/// The sum over a whole file, where its own digits, at `place`, count as zeros.
INLAY_COLD inline Text checksum(View<const std::byte> file, std::size_t place) {
    const char* const blanks = blank_checksum.data();
    std::uint32_t sum = crc32(file.part(0, place));
    sum = crc32({reinterpret_cast<const std::byte*>(blanks), blank_checksum.size()}, sum);
    sum = crc32(file.from(place + blank_checksum.size()), sum);
    Text digits;
    for (int shift = 28; shift >= 0; shift -= 4) digits << "0123456789abcdef"[sum >> shift & 15];
    return digits;
}

}  // namespace detail

/// Writes a file: facts, then what the header says of each tensor, then their values, in the same
/// order. Whatever it is given is written.
class Writer {
public:
    INLAY_COLD Writer() {
        header_ << "{\"__metadata__\":{\"format\":\"inlay\",\"format_version\":\""
                << detail::version << "\",\"" << detail::checksum_key << "\":\"";
        checksum_place_ = detail::header_begin + header_.size();
        header_ << detail::blank_checksum << "\"";
    }

    INLAY_COLD void fact(std::string_view key, std::string_view value) {
        header_ << "," << json_string(key) << ":" << json_string(value);
    }

    INLAY_COLD void begin_tensors() { header_ << "}"; }

    INLAY_COLD void tensor(std::string_view name, const Dtype& dtype, View<const std::size_t> shape,
                           std::size_t bytes) {
        header_ << "," << json_string(name) << ":{\"dtype\":" << json_string(dtype.name)
                << ",\"shape\":[";
        for (const std::size_t& extent : shape)
            header_ << (&extent == shape.data() ? "" : ",") << extent;
        header_ << "],\"data_offsets\":[" << end_ << ",";
        end_ += bytes;
        header_ << end_ << "]}";
    }

    INLAY_COLD void begin_values() {
        header_ << "}";
        header_.repeat(" ", (8 - header_.size() % 8) % 8);  // values begin at a multiple of 8
        file_ = std::vector<std::byte>(detail::header_begin + header_.size() + end_);
        for (std::size_t k = 0; k < detail::header_begin; ++k)
            file_[k] = static_cast<std::byte>(std::uint64_t{header_.size()} >> 8 * k & 255);
        put(detail::header_begin, header_.c_str(), header_.size());
        next_ = detail::header_begin + header_.size();
    }

    INLAY_COLD void values(View<const std::byte> bytes, const Dtype& dtype,
                           std::endian order = std::endian::native) {
        put(next_, bytes.data(), bytes.size());
        if (order != std::endian::little)
            detail::turn_words({file_.data() + next_, bytes.size()}, dtype.word);
        next_ += bytes.size();
    }

    /// The file, once all values are there.
    INLAY_COLD std::vector<std::byte> finish() {
        const Text digits = detail::checksum(file_, checksum_place_);
        put(checksum_place_, digits.c_str(), digits.size());
        return std::move(file_);
    }

private:
    INLAY_COLD void put(std::size_t place, const void* from, std::size_t size) {
        if (size != 0) std::memcpy(file_.data() + place, from, size);
    }

    Text header_;
    std::vector<std::byte> file_;
    std::size_t checksum_place_ = 0;  // in the file
    std::size_t end_ = 0;             // of the values so far in the header
    std::size_t next_ = 0;            // where the next values go
};

}  // namespace inlay::INLAY_ABI::io::safetensors

#endif
#endif  // INLAY_IO_SAFETENSORS_WRITER_HPP

// <inlay/io/safetensors.hpp>
#ifndef INLAY_IO_SAFETENSORS_HPP
#define INLAY_IO_SAFETENSORS_HPP
// The safetensors format (https://github.com/huggingface/safetensors): the length of the header in
// 8 bytes, a JSON header that names the tensors, their values; all of it little-endian. Files
// written here also carry a version and a checksum, in the metadata that the format leaves free.

namespace inlay::INLAY_ABI::io::safetensors {

#if INLAY_BODIES

namespace detail {

/// A length that was compared with one in memory: the same type on most machines, not on all.
constexpr std::size_t in_memory(std::integral auto length) {
    return static_cast<std::size_t>(length);
}

/// Everything but the comparison of the checksum, whose digits are at `checksum_place` in the file
/// (0: there is none).
INLAY_COLD inline Contents read(std::span<const std::byte> file, std::size_t& checksum_place) {
    const auto refused = [](std::string_view what, std::uint64_t found, std::size_t expected) {
        return Contents{
            {}, {}, Status(Sentence() << "header: found " << found << what << expected)};
    };
    if (file.size() < header_begin)
        return refused(" bytes, expected at least ", file.size(), header_begin);
    std::uint64_t length = 0;
    for (std::size_t k = header_begin; k-- > 0;)
        length = length << 8 | std::to_integer<std::uint64_t>(file[k]);
    std::size_t limit = file.size() - header_begin;
    if (limit > longest_header) limit = longest_header;
    if (length > limit) return refused(" as its length, expected at most ", length, limit);

    const auto header = file.subspan(header_begin, in_memory(length));
    const std::string_view text(reinterpret_cast<const char*>(header.data()), header.size());
    if (!text.empty() && text[0] != '{')
        return refused(" as its first byte, expected ", std::to_integer<unsigned>(header[0]), '{');
    HeaderReader reader(text, file.subspan(header_begin + header.size()));
    Contents contents = reader.read();
    if (contents.status && reader.checksum_place != 0)
        checksum_place = header_begin + reader.checksum_place;
    return contents;
}

/// An Error where a name or a text cannot be stored.
INLAY_COLD inline void require_utf8(std::string_view name, const char* place) {
    for (std::size_t at = 0, length = 0; at < name.size(); at += length)
        if (length = utf8_length(name.substr(at)); length == 0)
            fail(Text() << place << ": expected UTF-8, found " << in_quotes(name));
}

/// An Error where a name cannot be stored, or occurs twice.
INLAY_COLD inline void require_names(Buffer<std::string_view>& names, const char* place) {
    for (std::size_t k = 0; k < names.size(); ++k) require_utf8(names[k], place);
    if (std::string_view twice; repeats(names, twice))
        fail(Text() << place << ": found the key " << in_quotes(twice) << " twice");
}

/// An Error where something could not be read again: a name, a shape.
INLAY_COLD inline void require_storable(View<const TensorView> tensors, View<const Fact> metadata) {
    Buffer<std::string_view> keys(metadata.size()), names(tensors.size() + 1);
    for (std::size_t k = 0; k < metadata.size(); ++k) {
        keys[k] = metadata[k].key;
        require_utf8(metadata[k].value, "__metadata__");
    }
    require_names(keys, "__metadata__");
    names[tensors.size()] = metadata_key;
    std::size_t end = 0;
    for (std::size_t k = 0; k < tensors.size(); ++k) {
        const TensorView& tensor = tensors[k];
        names[k] = tensor.name;
        const std::size_t begin = end;
        end += tensor.bytes.size();
        Sentence mistake;
        if (find_dtype(tensor.dtype.name) == nullptr)
            mistake << "dtype: found " << in_quotes(tensor.dtype.name)
                    << ", expected F32 or another type of the format";
        else
            mistake = misfit(tensor, begin, end);
        if (!mistake.empty())
            fail(Text() << "tensor " << in_quotes(tensor.name) << ": " << mistake.view());
    }
    require_names(names, "header");
}

}  // namespace detail

#endif

/// The bytes of a file with these tensors, in this order, and with this metadata; fails if they
/// cannot be stored: a name occurs twice or is not UTF-8, a shape does not fit its bytes. Format,
/// version and checksum are the writer's own.
INLAY_COLD std::vector<std::byte> serialize(std::span<const TensorView> tensors,
                                            const Metadata& metadata = {});

/// The tensors and metadata of a file, as views of its bytes, or a status that names the tensor or
/// the place, what was found and what was expected. Files of other tools have no checksum.
INLAY_COLD Contents parse(std::span<const std::byte> file);

#if INLAY_BODIES

INLAY_BODY std::vector<std::byte> serialize(std::span<const TensorView> tensors,
                                            const Metadata& metadata) {
    detail::require_storable(tensors, metadata);
    Writer writer;
    for (const Fact& fact : metadata)
        if (!detail::is_own(fact.key)) writer.fact(fact.key, fact.value);
    writer.begin_tensors();
    for (const TensorView& tensor : tensors)
        writer.tensor(tensor.name, tensor.dtype, tensor.shape, tensor.bytes.size());
    writer.begin_values();
    for (const TensorView& tensor : tensors)
        writer.values(tensor.bytes, tensor.dtype, tensor.order);
    return writer.finish();
}

INLAY_BODY Contents parse(std::span<const std::byte> file) {
    std::size_t place = 0;
    Contents contents = detail::read(file, place);
    if (place == 0) return contents;
    const Text found = detail::checksum(file, place);
    const std::string_view expected = *contents.find_fact(detail::checksum_key);
    if (found == expected) return contents;
    Sentence sentence;
    sentence << detail::checksum_key << ": found a sum of " << found << ", expected "
             << in_quotes(expected)
             << ": the file is damaged, or changed by a tool that kept the sum";
    return {{}, {}, Status(sentence)};
}

#endif

}  // namespace inlay::INLAY_ABI::io::safetensors
#endif  // INLAY_IO_SAFETENSORS_HPP

// <inlay/io/checkpoint.hpp>
#ifndef INLAY_IO_CHECKPOINT_HPP
#define INLAY_IO_CHECKPOINT_HPP
// What a checkpoint's metadata tells of training: how far it has come, its seeds, and every field
// of the optimizer, as text from which the same bits come back.

namespace inlay::INLAY_ABI::io {

/// How far training has come, and what its random numbers are drawn from.
struct Progress {
    std::uint64_t step = 0, epoch = 0;
    std::uint64_t seed = 0;        ///< that fit was given, or the model's
    std::uint64_t model_seed = 0;  ///< of the initial weights
};

/// Facts are written, or read into what they tell of.
class FactWriter {
public:
    safetensors::Metadata facts;

    INLAY_COLD void text(std::string_view key, std::string_view value);
    INLAY_COLD void number(std::string_view key, std::uint64_t value);
    INLAY_COLD void field(std::string_view name, double value);
};

class FactReader {
public:
    explicit FactReader(const safetensors::Contents& file) : file_(file) {}

    /// The first fact that was missing or no number, as a failure.
    Status status;

    INLAY_COLD void number(std::string_view key, std::uint64_t& value);
    INLAY_COLD double field(std::string_view name);

private:
    INLAY_COLD static bool parse(std::string_view text, int base, std::uint64_t& value);

    INLAY_COLD void refuse(std::string_view key, const std::string* text);

    const safetensors::Contents& file_;
};

/// Visits the fields of an optimizer that offers them.
template <class Optimizer, class Visit>
void visit_fields(Optimizer& optimizer, Visit&& visit) {
    if constexpr (requires { Optimizer::fields(optimizer, visit); })
        Optimizer::fields(optimizer, visit);
}

/// The metadata of a checkpoint.
template <class Optimizer>
safetensors::Metadata checkpoint_facts(const Optimizer& optimizer, const Progress& progress) {
    FactWriter writer;
    writer.text("optimizer", Optimizer::name);
    writer.number("step", progress.step);
    writer.number("epoch", progress.epoch);
    writer.number("seed", progress.seed);
    writer.number("model_seed", progress.model_seed);
    visit_fields(optimizer, [&](std::string_view name, const auto& field) {
        writer.field(name, static_cast<double>(field));
    });
    return writer.facts;
}

/// Reads the metadata of a checkpoint; after a failure nothing has changed.
template <class Optimizer>
Status read_checkpoint(const safetensors::Contents& file, Optimizer& optimizer,
                       Progress& progress) {
    const std::string* const found = file.find_fact("optimizer");
    if (found == nullptr || *found != Optimizer::name)
        return Status(Sentence() << "is no checkpoint of the optimizer " << Optimizer::name
                                 << (found ? " but of " : "") << (found ? *found : ""));
    FactReader reader(file);
    Progress read;
    reader.number("step", read.step);
    reader.number("epoch", read.epoch);
    reader.number("seed", read.seed);
    reader.number("model_seed", read.model_seed);
    Optimizer other = optimizer;
    visit_fields(other, [&](std::string_view name, auto& field) {
        const double value = reader.field(name);
        if constexpr (std::same_as<decltype(field), bool&>)
            field = value != 0;
        else
            field = value;
    });
    if (!reader.status) return reader.status;
    optimizer = other;
    progress = read;
    return Status();
}

#if INLAY_BODIES

/// A double for readers, and its bits: 0.001000 3f50624dd2f1a9fc.
INLAY_COLD inline Text exact_text(double value) {
    Text text = Text() << readable(value) << " ";
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (int shift = 60; shift >= 0; shift -= 4) text << "0123456789abcdef"[bits >> shift & 15];
    return text;
}

INLAY_BODY void FactWriter::text(std::string_view key, std::string_view value) {
    facts.push_back({std::string(key), std::string(value)});
}

INLAY_BODY void FactWriter::number(std::string_view key, std::uint64_t value) {
    text(key, (Text() << value).view());
}

INLAY_BODY void FactWriter::field(std::string_view name, double value) {
    text((Text() << "optimizer/" << name).view(), exact_text(value).view());
}

INLAY_BODY void FactReader::number(std::string_view key, std::uint64_t& value) {
    const std::string* const text = file_.find_fact(key);
    if (!text || !parse(*text, 10, value)) refuse(key, text);
}

INLAY_BODY double FactReader::field(std::string_view name) {
    const Text key = Text() << "optimizer/" << name;
    const std::string* const text = file_.find_fact(key.view());
    std::uint64_t bits = 0;
    const std::size_t space = text ? text->rfind(' ') : std::string::npos;
    if (space == std::string::npos || text->size() - space != 17 ||
        !parse(std::string_view(*text).substr(space + 1), 16, bits))
        refuse(key.view(), text);
    return std::bit_cast<double>(bits);
}

INLAY_BODY bool FactReader::parse(std::string_view text, int base, std::uint64_t& value) {
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value, base);
    return error == std::errc{} && stop == end;
}

INLAY_BODY void FactReader::refuse(std::string_view key, const std::string* text) {
    if (!status) return;
    Sentence says;
    says << "a checkpoint needs the number " << key << " but ";
    if (text)
        says << "found '" << *text << "'";
    else
        says << "has none";
    status = Status(says);
}

#endif

}  // namespace inlay::INLAY_ABI::io
#endif  // INLAY_IO_CHECKPOINT_HPP

// <inlay/io/system_file.hpp>
#ifndef INLAY_IO_SYSTEM_FILE_HPP
#define INLAY_IO_SYSTEM_FILE_HPP
// What POSIX, WASI (where files have no mode) and Windows call differently when a file is replaced.
// The operations return 0 or the errno of their failure.

#if INLAY_BODIES

namespace inlay::INLAY_ABI::io::system_file {

#if defined(_WIN32)

// Of <windows.h>, which brings a thousand macros.
extern "C" __declspec(dllimport) int __stdcall MoveFileExA(const char*, const char*, unsigned long);
extern "C" __declspec(dllimport) unsigned long __stdcall GetLastError();

using Facts = struct ::_stat64;
inline constexpr const char* separators = "/\\";
inline constexpr int flags_of_new = O_BINARY | O_NOINHERIT;
inline constexpr int mode_of_new = _S_IREAD | _S_IWRITE;

INLAY_COLD inline int read_facts(const char* path, Facts& facts) {
    return ::_stat64(path, &facts) == 0 ? 0 : errno;
}

/// At most `length` bytes; returns how many, or a negative number.
INLAY_COLD inline std::ptrdiff_t write_some(int file, const void* bytes, std::size_t length) {
    return ::_write(file, bytes, static_cast<unsigned>(length));
}

INLAY_COLD inline int flush(int file) { return ::_commit(file) == 0 ? 0 : errno; }

/// The new file is on the disk when this returns.
INLAY_COLD inline int replace(const char* target, const char* with) {
    constexpr unsigned long replace_existing = 1, write_through = 8;
    if (MoveFileExA(with, target, replace_existing | write_through) != 0) return 0;
    const std::error_code code(static_cast<int>(GetLastError()), std::system_category());
    return code.default_error_condition().value();
}

inline int flush_folder(const char*) { return 0; }

#else

using Facts = struct ::stat;
inline constexpr const char* separators = "/";
inline constexpr int flags_of_new = O_CLOEXEC;
inline constexpr int mode_of_new = 0666;

INLAY_COLD inline int read_facts(const char* path, Facts& facts) {
    return ::stat(path, &facts) == 0 ? 0 : errno;
}

/// At most `length` bytes; returns how many, or a negative number.
INLAY_COLD inline std::ptrdiff_t write_some(int file, const void* bytes, std::size_t length) {
    return ::write(file, bytes, length);
}

INLAY_COLD inline int flush(int file) {
    while (::fsync(file) != 0)
        if (errno != EINTR) return errno;
    return 0;
}

INLAY_COLD inline int replace(const char* target, const char* with) {
    return std::rename(with, target) == 0 ? 0 : errno;
}

/// Makes a renaming survive a power cut, where the file system can do that.
INLAY_COLD inline int flush_folder(const char* folder) {
    const int descriptor = ::open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return errno;
    const int reason = flush(descriptor);
    ::close(descriptor);
    return reason == EINVAL ? 0 : reason;
}

#endif

#if defined(__wasi__)
inline int process() { return 0; }  // there are none
#else
inline int process() { return ::getpid(); }
#endif

#if defined(_WIN32) || defined(__wasi__)

/// A file has the rights of its folder.
inline int take_mode(int, const char*) { return 0; }

inline Text resolved(const Text& path) { return path; }

#else

/// Gives a file the mode of another, if that exists.
INLAY_COLD inline int take_mode(int file, const char* of) {
    Facts facts{};
    if (const int reason = read_facts(of, facts)) return reason == ENOENT ? 0 : reason;
    return ::fchmod(file, facts.st_mode & 07777) == 0 ? 0 : errno;
}

/// The file that a path leads to at the end of all symbolic links.
INLAY_COLD inline Text resolved(const Text& path) {
    char* const found = ::realpath(path.c_str(), nullptr);
    if (found == nullptr) return path;
    const Text target(found);
    std::free(found);
    return target;
}

#endif

}  // namespace inlay::INLAY_ABI::io::system_file

#endif
#endif  // INLAY_IO_SYSTEM_FILE_HPP

// <inlay/io/file.hpp>
#ifndef INLAY_IO_FILE_HPP
#define INLAY_IO_FILE_HPP
// Whole files in memory: read at once, replaced at once.

namespace inlay::INLAY_ABI::io {

using Bytes = View<const std::byte>;

namespace detail {

INLAY_COLD void write_file_atomically(const Text& path, View<const Bytes> parts);

#if INLAY_BODIES

/// A path as an error names it: an empty one would leave nothing to read.
INLAY_COLD inline Text shown(std::string_view path) {
    return path.empty() ? Text("''") : Text(path);
}

/// A new file with a name of its own, closed and removed by the destructor unless it was renamed.
/// The operations return 0 or the errno of their failure.
class TemporaryFile {
public:
    explicit TemporaryFile(const Text& folder) : folder_(folder) {}
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    INLAY_COLD ~TemporaryFile() {
        close();
        if (created_ && !renamed_) std::remove(path_.c_str());
    }

    INLAY_COLD int create() {
        constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | system_file::flags_of_new;
        unsigned number = 0;  // of the names that are taken by other writers
        do {
            path_ = Text() << folder_ << "/.inlay-" << system_file::process() << "-" << number++
                           << ".tmp";
            descriptor_ = ::open(path_.c_str(), flags, system_file::mode_of_new);
        } while (descriptor_ < 0 && (errno == EEXIST || errno == EINTR));
        created_ = descriptor_ >= 0;
        return created_ ? 0 : errno;
    }

    int take_mode_of(const Text& other) {
        return system_file::take_mode(descriptor_, other.c_str());
    }

    INLAY_COLD int write(Bytes bytes) {
        constexpr std::size_t at_once = std::size_t{1} << 30;  // macOS refuses 2 GiB and more
        while (!bytes.empty()) {
            const std::size_t length = bytes.size() < at_once ? bytes.size() : at_once;
            const auto count = system_file::write_some(descriptor_, bytes.data(), length);
            if (count < 0 && errno != EINTR) return errno;
            if (count > 0) bytes = bytes.from(static_cast<std::size_t>(count));
        }
        return 0;
    }

    int flush() { return system_file::flush(descriptor_); }

    INLAY_COLD int rename(const Text& target) {
        close();  // Windows renames no open file
        const int reason = system_file::replace(target.c_str(), path_.c_str());
        renamed_ = reason == 0;
        return reason;
    }

    int flush_folder() { return system_file::flush_folder(folder_.c_str()); }

private:
    void close() {
        if (descriptor_ >= 0) ::close(descriptor_);
        descriptor_ = -1;
    }

    Text folder_, path_;
    int descriptor_ = -1;
    bool created_ = false, renamed_ = false;
};

/// Replaces the target or creates it; returns what failed, nullptr after a success, and its errno.
INLAY_COLD inline const char* replace_file(const Text& target, View<const Bytes> parts,
                                           int& reason) {
    const std::size_t slash = target.view().find_last_of(system_file::separators);
    TemporaryFile file(slash == std::string_view::npos ? "." : target.view().substr(0, slash));
    if ((reason = file.create()) != 0) return "create a temporary file beside it";
    if ((reason = file.take_mode_of(target)) != 0) return "keep its mode";
    for (const Bytes part : parts)
        if ((reason = file.write(part)) != 0) return "write";
    if ((reason = file.flush()) != 0) return "flush to disk";
    if ((reason = file.rename(target)) != 0) return "put the new version in place";
    if ((reason = file.flush_folder()) != 0) return "flush its folder to disk";
    return nullptr;
}

/// Why a file cannot be read or replaced as a whole, as an errno; 0 where it can.
INLAY_COLD inline int obstacle(const char* path, std::size_t& size) {
    system_file::Facts facts{};
    if (const int reason = system_file::read_facts(path, facts)) return reason;
    size = static_cast<std::size_t>(facts.st_size);
    if (S_ISDIR(facts.st_mode)) return EISDIR;
    return S_ISREG(facts.st_mode) ? 0 : ENOTSUP;
}

INLAY_BODY void write_file_atomically(const Text& path, View<const Bytes> parts) {
    const Text target = system_file::resolved(path);
    std::size_t size = 0;
    if (const int found = obstacle(target.c_str(), size); found == EISDIR || found == ENOTSUP)
        fail(Text() << shown(path.view()) << ": cannot replace it: found "
                    << (found == EISDIR ? "a folder" : "a device or a pipe")
                    << ", expected a file");
    int reason = 0;
    if (const char* failed = replace_file(target, parts, reason))
        fail(Text() << shown(path.view()) << ": cannot " << failed << ": "
                    << std::strerror(reason));
}

#endif

}  // namespace detail

/// The bytes of a file; fails with a sentence that names the file and the reason.
INLAY_COLD std::vector<std::byte> read_file(const std::string& path);

/// Writes the parts, one after another, as the new content of a file: a crash, a kill or a full
/// disk leaves the old version or the new one, never a mixture. The file keeps its mode, and a
/// symbolic link its place. Fails with a sentence that names the file, the operation, the reason.
template <std::convertible_to<Bytes>... Parts>
void write_file_atomically(const std::string& path, const Parts&... parts) {
    const Bytes all[]{parts...};
    detail::write_file_atomically(path, all);
}

#if INLAY_BODIES

INLAY_BODY std::vector<std::byte> read_file(const std::string& path) {
    std::size_t size = 0;
    if (const int reason = detail::obstacle(path.c_str(), size))
        fail(Text() << detail::shown(path) << ": cannot read it: " << std::strerror(reason));
    std::vector<std::byte> bytes(size);
    std::FILE* const file = std::fopen(path.c_str(), "rb");
    if (file == nullptr)
        fail(Text() << detail::shown(path) << ": cannot open it: " << std::strerror(errno));
    const std::size_t count = std::fread(bytes.data(), 1, size, file);
    std::fclose(file);
    if (count != size)
        fail(Text() << detail::shown(path) << ": cannot read it whole: found " << count
                    << " bytes, expected " << size);
    return bytes;
}

#endif

}  // namespace inlay::INLAY_ABI::io
#endif  // INLAY_IO_FILE_HPP

// <inlay/host/screen.hpp>
#ifndef INLAY_HOST_SCREEN_HPP
#define INLAY_HOST_SCREEN_HPP
// What standard output is: a terminal or not, and how wide.

namespace inlay::INLAY_ABI::host {

/// Whether standard output is a terminal; false where there is no way to tell.
INLAY_COLD bool is_terminal();

/// The columns of the terminal: $COLUMNS where it is set, as in Python, or what the terminal says;
/// where there is none, as many as any table wants.
INLAY_COLD std::size_t screen_columns();

#if INLAY_BODIES

INLAY_BODY bool is_terminal() {
#if __has_include(<unistd.h>) && !defined(_WIN32)
    return ::isatty(STDOUT_FILENO) == 1;
#else
    return false;
#endif
}

INLAY_BODY std::size_t screen_columns() {
    if (const char* const set = std::getenv("COLUMNS")) {
        char* end = nullptr;
        const long columns = std::strtol(set, &end, 10);
        if (end != set && *end == 0 && columns > 0) return static_cast<std::size_t>(columns);
    }
#if defined(TIOCGWINSZ)
    struct ::winsize size{};
    if (is_terminal() && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
#endif
    return 112;
}

#endif

}  // namespace inlay::INLAY_ABI::host
#endif  // INLAY_HOST_SCREEN_HPP

// <inlay/model/history.hpp>
#ifndef INLAY_MODEL_HISTORY_HPP
#define INLAY_MODEL_HISTORY_HPP
// What fit returns: the loss and the metrics of each epoch.

namespace inlay::INLAY_ABI {

/// One number an epoch for each key: the loss, the metrics, and with val_ before their names those
/// of the validation data. Keys are in alphabetical order, as Keras sorts the results of an epoch.
class History {
public:
    History() = default;
    // Copied where it could move: a move would take the keys and leave their count behind.
    History(const History&) = default;
    History& operator=(const History&) = default;

    /// Adds the number of one more epoch.
    INLAY_COLD void append(std::string_view key, float value);

    /// The numbers of a key, one an epoch; an Error where there is no such key.
    INLAY_COLD std::vector<float> operator[](std::string_view key) const;

    INLAY_COLD bool contains(std::string_view key) const;

    INLAY_COLD std::vector<std::string> keys() const;

    /// How many epochs there were: the length of the longest series.
    INLAY_COLD std::size_t epochs() const;

private:
    /// A number and its key's number.
    struct Entry {
        std::size_t key;
        float value;
    };

    /// Takes the first key off a list of them.
    INLAY_COLD static std::string_view take_key(std::string_view& keys);

    /// The number of a key, that of the next one where it is not there.
    INLAY_COLD std::size_t number_of(std::string_view key) const;

    Text keys_;  // each with a line feed behind it
    std::size_t key_count_ = 0;
    Buffer<Entry> entries_;  // the first count_ of them, as they came
    std::size_t count_ = 0;
};

#if INLAY_BODIES

INLAY_BODY void History::append(std::string_view key, float value) {
    const std::size_t number = number_of(key);
    if (number == key_count_) {
        keys_ << key << '\n';
        ++key_count_;
    }
    if (count_ == entries_.size()) entries_ = entries_.longer(2 * count_ + 16);
    entries_[count_++] = {number, value};
}

INLAY_BODY std::vector<float> History::operator[](std::string_view key) const {
    const std::size_t number = number_of(key);
    if (number == key_count_) {
        Text sentence;
        sentence << "History has no '" << key << "'; ";
        const char* before = "it has ";
        if (key_count_ == 0) sentence << "it is empty";
        for (const std::string& other : keys()) {
            sentence << before << other;
            before = ", ";
        }
        fail(sentence);
    }
    std::vector<float> series;
    for (std::size_t k = 0; k < count_; ++k)
        if (entries_[k].key == number) series.push_back(entries_[k].value);
    return series;
}

INLAY_BODY bool History::contains(std::string_view key) const {
    return number_of(key) < key_count_;
}

INLAY_BODY std::vector<std::string> History::keys() const {
    std::vector<std::string> sorted;
    for (std::string_view rest = keys_.view(); !rest.empty();) sorted.emplace_back(take_key(rest));
    for (std::size_t n = 1; n < sorted.size(); ++n)
        for (std::size_t k = n; k > 0 && sorted[k] < sorted[k - 1]; --k)
            sorted[k].swap(sorted[k - 1]);
    return sorted;
}

INLAY_BODY std::size_t History::epochs() const {
    std::size_t longest = 0;
    for (std::size_t key = 0; key < key_count_; ++key) {
        std::size_t length = 0;
        for (std::size_t k = 0; k < count_; ++k) length += entries_[k].key == key ? 1u : 0u;
        if (length > longest) longest = length;
    }
    return longest;
}

INLAY_BODY std::string_view History::take_key(std::string_view& keys) {
    const std::string_view key = keys.substr(0, keys.find('\n'));
    keys.remove_prefix(key.size() + 1);
    return key;
}

INLAY_BODY std::size_t History::number_of(std::string_view key) const {
    std::size_t number = 0;
    for (std::string_view rest = keys_.view(); !rest.empty(); ++number)
        if (take_key(rest) == key) break;
    return number;
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::History;
}  // namespace inlay
#endif  // INLAY_MODEL_HISTORY_HPP

// <inlay/host/atomic.hpp>
#ifndef INLAY_HOST_ATOMIC_HPP
#define INLAY_HOST_ATOMIC_HPP
// A number that several threads read and write: what the library needs of std::atomic, whose header
// brings a wait by table, by futex and by semaphore along.

namespace inlay::INLAY_ABI {

/// A number; its operations acquire and release, and are in one order for all threads.
template <class Type>
class Atomic {
public:
    constexpr Atomic(Type value) : value_(value) {}
    Atomic(const Atomic&) = delete;
    Atomic& operator=(const Atomic&) = delete;

    Type load() const { return __atomic_load_n(&value_, __ATOMIC_SEQ_CST); }
    void store(Type value) { __atomic_store_n(&value_, value, __ATOMIC_SEQ_CST); }
    Type exchange(Type value) { return __atomic_exchange_n(&value_, value, __ATOMIC_SEQ_CST); }
    /// Stores `value` if the number is `expected`; returns whether it was.
    bool replace(Type expected, Type value) {
        return __atomic_compare_exchange_n(&value_, &expected, value, false, __ATOMIC_SEQ_CST,
                                           __ATOMIC_SEQ_CST);
    }
    /// Adds, or subtracts by wrapping around, and returns the number before.
    Type fetch_add(Type value) { return __atomic_fetch_add(&value_, value, __ATOMIC_SEQ_CST); }
    Type fetch_or(Type bits) { return __atomic_fetch_or(&value_, bits, __ATOMIC_SEQ_CST); }
    Type fetch_and(Type bits) { return __atomic_fetch_and(&value_, bits, __ATOMIC_SEQ_CST); }

private:
    Type value_;
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_HOST_ATOMIC_HPP

// <inlay/host/holder.hpp>
#ifndef INLAY_HOST_HOLDER_HPP
#define INLAY_HOST_HOLDER_HPP
// Something on the heap that its last holder destroys. One plain class for all types: a shared_ptr
// would compile a family of its own for each.

namespace inlay::INLAY_ABI {

/// One of the holders of an object, or of nothing.
class Holder {
public:
    Holder() = default;

    /// Makes an object on the heap and holds it.
    template <class Type, class... Arguments>
    static Holder make(Arguments&&... arguments) {
        Holder holder;
        holder.block_ = new Block{1, new Type(std::forward<Arguments>(arguments)...),
                                  [](void* object) { delete static_cast<Type*>(object); }};
        return holder;
    }

    Holder(const Holder& other) noexcept : block_(other.block_) {
        if (block_ != nullptr) block_->holders.fetch_add(1);
    }
    Holder(Holder&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
    Holder& operator=(Holder other) noexcept {
        std::swap(block_, other.block_);
        return *this;
    }
    ~Holder() {
        if (block_ != nullptr && block_->holders.fetch_add(std::size_t(-1)) == 1) destroy();
    }

    explicit operator bool() const { return block_ != nullptr; }

    /// Whether there are other holders.
    bool has_others() const { return block_ != nullptr && block_->holders.load() > 1; }

    /// The object, made as a Type.
    template <class Type>
    Type& as() const {
        return *static_cast<Type*>(block_->object);
    }

private:
    struct Block {
        Atomic<std::size_t> holders;
        void* object;
        void (*destroy)(void* object);
    };

    INLAY_COLD void destroy();

    Block* block_ = nullptr;
};

#if INLAY_BODIES

INLAY_BODY void Holder::destroy() {
    block_->destroy(block_->object);
    delete block_;
}

#endif

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_HOST_HOLDER_HPP

// <inlay/model/array_forms.hpp>
#ifndef INLAY_MODEL_ARRAY_FORMS_HPP
#define INLAY_MODEL_ARRAY_FORMS_HPP
// How the arrays of many libraries tell where their elements lie. They are known by their members,
// so that none of those libraries is included.

namespace inlay::INLAY_ABI::array_forms {

using Extents = Buffer<std::size_t>;
using Strides = Buffer<std::ptrdiff_t>;  // in elements; none: the order of rows

/// Numbers, and what converts to one: enumerators, half floats.
template <class Element>
concept Numeric = requires(const Element& element) { static_cast<float>(element); };

/// Rows that lie one behind the other within an array: float[2][3], std::vector<std::array<...>>.
template <class Element>
struct Row {
    static constexpr bool is_row = false;
};
template <class Element, std::size_t count>
struct Row<Element[count]> {
    static constexpr bool is_row = true;
    static constexpr std::size_t length = count;
    using Cell = Element;
};
template <class Element, std::size_t count>
struct Row<std::array<Element, count>> : Row<Element[count]> {
    static_assert(sizeof(std::array<Element, count>) == sizeof(Element[count]));
};
template <class Element>
struct Row<std::array<Element, 0>> : Row<void> {};

/// The elements one behind the other: data(), or a C array.
template <class Array>
concept HasData =
    requires(const Array& array) { requires std::is_pointer_v<decltype(std::data(array))>; };

/// data() and shape(), perhaps strides() and data_offset(): Tensor, xtensor.
template <class Array>
concept Shaped = HasData<Array> && requires(const Array& array) {
    std::begin(array.shape());
    std::end(array.shape());
};

/// An extent and a stride for each axis: std::mdspan, std::mdarray, Kokkos.
template <class Array>
concept Spanned = requires(const Array& array) {
    array.rank();
    array.extent(std::size_t{});
    array.stride(std::size_t{});
} && (HasData<Array> || requires(const Array& array) { *array.data_handle(); });

/// Eigen::Tensor.
template <class Array>
concept EigenTensor = HasData<Array> && requires(const Array& array) {
    array.rank();
    array.dimension(std::size_t{});
    requires Array::Layout == 0 || Array::Layout == 1;  // the first axis or the last lies close
};

/// How many rows a matrix has; nothing where it does not say.
template <class Array>
auto rows_of(const Array& array) {
    if constexpr (requires { array.rows() + 1; })
        return array.rows();
    else if constexpr (requires { array.n_rows + 1; })
        return array.n_rows;
    else if constexpr (requires { array.rows + 1; })
        return array.rows;
    else if constexpr (requires { array.size1() + 1; })
        return array.size1();
    else if constexpr (requires { array.nr() + 1; })
        return array.nr();
}

/// How many columns a matrix has; nothing where it does not say.
template <class Array>
auto columns_of(const Array& array) {
    if constexpr (requires { array.cols() + 1; })
        return array.cols();
    else if constexpr (requires { array.columns() + 1; })
        return array.columns();
    else if constexpr (requires { array.n_cols + 1; })
        return array.n_cols;
    else if constexpr (requires { array.cols + 1; })
        return array.cols;
    else if constexpr (requires { array.size2() + 1; })
        return array.size2();
    else if constexpr (requires { array.nc() + 1; })
        return array.nc();
}

/// Rows and columns, in an order that only the elements tell: Eigen, Armadillo, Blaze, uBLAS, dlib,
/// cv::Mat_, and most matrices that people write.
template <class Array>
concept Matrix = requires(const Array& array) {
    rows_of(array) + 1;
    columns_of(array) + 1;
};

/// A Matrix that gives the element at a row and a column.
template <class Array>
concept Indexed = requires(const Array& array) {
    { array(rows_of(array), columns_of(array)) } -> Numeric;
};

/// An expression of Eigen or Armadillo, which has no memory before it is evaluated.
template <class Array>
concept Evaluable = !HasData<Array> && !requires(const Array& array) { array.memptr(); } &&
                    requires(const Array& array) {
                        requires !std::same_as<std::remove_cvref_t<decltype(array.eval())>, Array>;
                    };

/// Whether a Matrix is a vector by type.
template <class Array>
constexpr bool is_vector() {
    if constexpr (requires { bool(Array::IsVectorAtCompileTime); })
        return bool(Array::IsVectorAtCompileTime);
    else if constexpr (requires { bool(Array::is_col || Array::is_row); })
        return bool(Array::is_col || Array::is_row);
    else
        return false;
}

/// Where the elements of a Matrix begin if they lie row behind row, else nullptr. It is seen in the
/// addresses of the first elements and of the last.
template <Indexed Array>
const auto* begin_in_row_order(const Array& array) {
    const auto rows = rows_of(array);
    const auto columns = columns_of(array);
    using Element = std::remove_cvref_t<decltype(array(rows, columns))>;
    const Element* begin = nullptr;
    if constexpr (std::is_lvalue_reference_v<decltype(array(rows, columns))>) {
        if (rows == 0 || columns == 0) return begin;
        const auto at = [&](auto row, auto column) {
            return &array(static_cast<decltype(rows)>(row), static_cast<decltype(columns)>(column));
        };
        const auto width = static_cast<std::ptrdiff_t>(columns);
        const auto size = static_cast<std::ptrdiff_t>(rows) * width;
        const Element* const first = at(0, 0);
        if ((columns == 1 || at(0, 1) - first == 1) && (rows == 1 || at(1, 0) - first == width) &&
            at(rows - 1, columns - 1) - first == size - 1)
            begin = first;
    }
    return begin;
}

/// Whether elements with these strides lie one behind the other, the last axis being the closest.
INLAY_COLD bool in_row_order(View<const std::size_t> extents, View<const std::ptrdiff_t> strides);

/// Elements of so many bytes copied into the order of rows, in a Buffer of bytes.
INLAY_COLD Holder copied(const void* data, std::size_t bytes, View<const std::size_t> extents,
                         View<const std::ptrdiff_t> strides);

/// What a range of numbers holds, such as shape() or strides().
template <class Number>
Buffer<Number> numbers_of(const auto& range) {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto number : range) ++count;
    Buffer<Number> numbers(count);
    std::size_t d = 0;
    for (const auto number : range) numbers[d++] = static_cast<Number>(number);
    return numbers;
}

#if INLAY_BODIES

INLAY_BODY bool in_row_order(View<const std::size_t> extents, View<const std::ptrdiff_t> strides) {
    bool in_order = true;
    std::ptrdiff_t expected = 1;
    for (std::size_t d = strides.size(); d-- > 0;) {
        if (extents[d] == 0) return true;
        in_order = in_order && (extents[d] == 1 || strides[d] == expected);
        expected *= static_cast<std::ptrdiff_t>(extents[d]);
    }
    return in_order;
}

INLAY_BODY Holder copied(const void* data, std::size_t bytes, View<const std::size_t> extents,
                         View<const std::ptrdiff_t> strides) {
    std::size_t count = 1;
    for (const std::size_t extent : extents) count *= extent;
    const Holder owner = Holder::make<Buffer<unsigned char>>(count * bytes);
    const auto* const from = static_cast<const unsigned char*>(data);
    unsigned char* const to = owner.as<Buffer<unsigned char>>().data();
    if (strides.empty()) {
        if (count != 0) std::memcpy(to, from, count * bytes);
        return owner;
    }

    Extents place(extents.size());
    std::ptrdiff_t offset = 0;
    for (std::size_t n = 0; n < count; ++n) {
        std::memcpy(to + n * bytes, from + offset * static_cast<std::ptrdiff_t>(bytes), bytes);
        for (std::size_t d = extents.size(); d-- > 0;) {
            offset += strides[d];
            if (++place[d] < extents[d]) break;
            offset -= strides[d] * static_cast<std::ptrdiff_t>(extents[d]);
            place[d] = 0;
        }
    }
    return owner;
}

#endif

}  // namespace inlay::INLAY_ABI::array_forms
#endif  // INLAY_MODEL_ARRAY_FORMS_HPP

// <inlay/model/tensor.hpp>
#ifndef INLAY_MODEL_TENSOR_HPP
#define INLAY_MODEL_TENSOR_HPP
// The library's small hosted array: what predict returns.

namespace inlay::INLAY_ABI {

/// Extents as a message shows them: (3, 28, 28, 1).
INLAY_COLD Text shape_text(View<const std::size_t> extents);

/// A row-major array with a shape, the number of examples first; Tensor alone is of floats.
template <class Element = float>
class Tensor {
    static_assert(!std::is_same_v<Element, bool>,
                  "inlay: a std::vector<bool> has no values for a Tensor: Tensor<std::uint8_t>");

public:
    using value_type = Element;

    Tensor() = default;

    /// Zeros of a shape.
    explicit Tensor(std::vector<std::size_t> shape)
        : shape_(std::move(shape)), values_(product(shape_)) {}

    /// Values under a shape; an Error where their numbers disagree.
    Tensor(std::vector<std::size_t> shape, std::vector<Element> values)
        : shape_(std::move(shape)), values_(std::move(values)) {
        if (product(shape_) != values_.size())
            fail(Text() << "a Tensor of shape " << shape_text(shape_) << " has " << product(shape_)
                        << " values, not " << values_.size());
    }

    /// The extents, examples first.
    const std::vector<std::size_t>& shape() const { return shape_; }
    /// The number of values.
    std::size_t size() const { return values_.size(); }
    /// The number of examples: the first extent.
    std::size_t examples() const { return shape_.empty() ? 0 : shape_[0]; }

    Element* data() { return values_.data(); }
    const Element* data() const { return values_.data(); }
    auto begin() { return values_.begin(); }
    auto begin() const { return values_.begin(); }
    auto end() { return values_.end(); }
    auto end() const { return values_.end(); }

    /// The value at a place in row-major order.
    Element& operator[](std::size_t place) { return values_[place]; }
    const Element& operator[](std::size_t place) const { return values_[place]; }

    /// The value at as many indices as the shape has extents.
    template <class... Indices>
    Element& operator()(Indices... indices) {
        return values_[place_of({static_cast<std::size_t>(indices)...})];
    }
    template <class... Indices>
    const Element& operator()(Indices... indices) const {
        return values_[place_of({static_cast<std::size_t>(indices)...})];
    }

    /// The values of one example; an Error where there is no such example.
    std::span<const Element> example(std::size_t number) const& {
        if (number >= examples())
            fail(Text() << "there is no example " << number << " among " << examples());
        const std::size_t length = size() / examples();
        return {values_.data() + number * length, length};
    }

    /// The same of a temporary, whose values would not outlive it: a copy.
    std::vector<Element> example(std::size_t number) && {
        const std::span<const Element> values = std::as_const(*this).example(number);
        return {values.begin(), values.end()};
    }

    operator std::span<const Element>() const { return values_; }
    operator std::span<Element>() { return values_; }

private:
    static std::size_t product(const std::vector<std::size_t>& shape) {
        std::size_t size = shape.empty() ? 0 : 1;
        for (const std::size_t extent : shape) size *= extent;
        return size;
    }

    std::size_t place_of(std::initializer_list<std::size_t> indices) const {
        if (indices.size() != shape_.size())
            fail(Text() << "a Tensor of shape " << shape_text(shape_) << " takes " << shape_.size()
                        << " indices, not " << indices.size());
        std::size_t place = 0, axis = 0;
        for (const std::size_t index : indices) {
            if (index >= shape_[axis])
                fail(Text() << "index " << index << " of axis " << axis
                            << " lies outside of the shape " << shape_text(shape_));
            place = place * shape_[axis++] + index;
        }
        return place;
    }

    std::vector<std::size_t> shape_;
    std::vector<Element> values_;
};

#if INLAY_BODIES

INLAY_BODY Text shape_text(View<const std::size_t> extents) {
    Text text;
    for (const std::size_t extent : extents) text << (text.view().empty() ? "(" : ", ") << extent;
    return text << (extents.empty() ? "()" : extents.size() == 1 ? ",)" : ")");
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Tensor;
}  // namespace inlay
#endif  // INLAY_MODEL_TENSOR_HPP

// <inlay/model/array.hpp>
#ifndef INLAY_MODEL_ARRAY_HPP
#define INLAY_MODEL_ARRAY_HPP
// One look at all the arrays that users have: vectors, spans, Tensor, xtensor, of any element type.

namespace inlay::INLAY_ABI {

/// How expressions become arrays; data.hpp specializes it for xtensor. `evaluate(x)` returns
/// something that ArrayView looks at.
template <class Type>
struct Evaluation {
    static constexpr bool possible = false;
};

/// A std::vector<bool> has no elements to look at.
template <class Allocator>
struct Evaluation<std::vector<bool, Allocator>> {
    static constexpr bool possible = true;

    static std::vector<unsigned char> evaluate(const std::vector<bool, Allocator>& bits) {
        return {bits.begin(), bits.end()};
    }
};

/// A row-major array of numbers that somebody else holds; what was given as a temporary, or had to
/// be copied, it holds itself, and shares with its copies.
class ArrayView {
public:
    /// Nothing.
    ArrayView() = default;

    /// Looks at anything that tells where its numbers lie: a flat range, an array with shape(), a
    /// matrix with rows and columns, whatever its order. What does not lie in the order of rows is
    /// copied.
    template <class Array>
        requires(!std::same_as<std::remove_cvref_t<Array>, ArrayView>)
    ArrayView(Array&& array) {
        using Type = std::remove_cvref_t<Array>;
        if constexpr (std::is_lvalue_reference_v<Array> || !has_memory<Type>) {
            look<Type>(array);
        } else if constexpr (std::is_array_v<Type>) {
            look<Type>(array);
            hold();
        } else if constexpr (std::constructible_from<Type, Array>) {
            Holder held = Holder::make<Type>(std::forward<Array>(array));
            look<Type>(held.as<Type>());
            if (!owner_) owner_ = std::move(held);
        } else {
            look<Type>(array);
        }
    }

    /// The numbers of a list, copied.
    template <array_forms::Numeric Element>
    ArrayView(std::initializer_list<Element> list) {
        look(list);
        hold();
    }

    /// The extents; one for a flat range.
    View<const std::size_t> shape() const { return shape_; }
    /// Whether the array came without a shape: whole examples one behind the other.
    bool flat() const { return flat_; }
    /// Whether the array is one of rows, as a C array of arrays: each row an example, or all of it.
    bool rows() const { return rows_; }
    std::size_t size() const {
        std::size_t product = shape_.size() == 0 ? 0 : 1;
        for (const std::size_t extent : shape()) product *= extent;
        return product;
    }
    bool empty() const { return size() == 0; }

    /// Whether the elements are whole numbers by type.
    bool whole() const { return kind_ != nullptr && kind_->whole; }

    /// Writes elements [first, first + count) as numbers of the type of `to`.
    void read(std::size_t first, std::size_t count, float* to) const {
        if (count != 0) kind_->to_float(data_, first, count, to);
    }
    void read(std::size_t first, std::size_t count, double* to) const {
        if (count != 0) kind_->to_double(data_, first, count, to);
    }

    /// One element as a sentence shows it, in all its digits where it is a whole number.
    Text text(std::size_t number) const { return kind_->text(data_, number); }

private:
    using Extents = array_forms::Extents;
    using Strides = array_forms::Strides;

    /// What is done with elements of a type.
    struct Kind {
        std::size_t bytes;
        bool whole;
        void (*to_float)(const void*, std::size_t, std::size_t, float*);
        void (*to_double)(const void*, std::size_t, std::size_t, double*);
        Text (*text)(const void*, std::size_t);
    };

    template <class From, class To>
    static void convert(const void* data, std::size_t first, std::size_t count, To* to) {
        const From* from = static_cast<const From*>(data) + first;
        for (std::size_t k = 0; k < count; ++k) {
            if constexpr (std::is_class_v<From>)  // half floats
                to[k] = static_cast<To>(static_cast<float>(from[k]));
            else
                to[k] = static_cast<To>(from[k]);
        }
    }

    template <class Element>
    INLAY_COLD static Text text_of(const void* data, std::size_t number) {
        const Element& element = static_cast<const Element*>(data)[number];
        if constexpr (std::is_enum_v<Element>) {
            const auto number_of = static_cast<std::underlying_type_t<Element>>(element);
            return text_of<std::underlying_type_t<Element>>(&number_of, 0);
        } else if constexpr (std::is_signed_v<Element> && std::is_integral_v<Element>) {
            return Text() << std::int64_t{element};
        } else if constexpr (std::is_integral_v<Element>) {
            return Text() << std::uint64_t{element};
        } else {
            double value = 0;
            convert<Element, double>(data, number, 1, &value);
            return Text() << readable(value);
        }
    }

    template <class Element>
    static constexpr Kind kind_of{
        sizeof(Element), std::is_integral_v<Element> || std::is_enum_v<Element>,
        convert<Element, float>, convert<Element, double>, text_of<Element>};

    template <class Array>
    static constexpr bool has_memory =
        array_forms::HasData<Array> || array_forms::Spanned<Array> || array_forms::Indexed<Array>;

    template <class Array>
    void look(const Array& array) {
        if constexpr (array_forms::Shaped<Array>) {
            std::ptrdiff_t offset = 0;
            if constexpr (requires { array.data_offset(); })
                offset = static_cast<std::ptrdiff_t>(array.data_offset());
            Strides strides;
            if constexpr (requires { array.strides(); })
                strides = array_forms::numbers_of<std::ptrdiff_t>(array.strides());
            see(array.data() + offset, array_forms::numbers_of<std::size_t>(array.shape()),
                strides);
        } else if constexpr (array_forms::Spanned<Array> || array_forms::EigenTensor<Array>) {
            look_by_axes(array);
        } else if constexpr (array_forms::Matrix<Array> && !array_forms::Evaluable<Array>) {
            look_at_matrix(array);
        } else if constexpr (
            array_forms::HasData<Array> && requires { std::size(array); } &&
            !requires { array.shape(); }) {
            flat_ = true;
            see(std::data(array), extents_of(std::size(array)));
        } else if constexpr (Evaluation<Array>::possible) {
            look_at_own(Evaluation<Array>::evaluate(array));
        } else if constexpr (array_forms::Evaluable<Array>) {
            look_at_own(array.eval());
        } else {
            static_assert(Evaluation<Array>::possible,
                          "inlay: data needs contiguous data() and size() or shape(); for xtensor "
                          "expressions include <inlay/data.hpp>");
        }
    }

    /// Looks at an array that an expression has become.
    template <class Array>
    void look_at_own(Array&& made) {
        using Type = std::remove_cvref_t<Array>;
        Holder held = Holder::make<Type>(std::forward<Array>(made));
        look<Type>(held.as<Type>());
        if (!owner_) owner_ = std::move(held);
    }

    template <class Array>
    void look_by_axes(const Array& array) {
        const auto rank = static_cast<unsigned short>(array.rank());  // fits every type of index
        Extents extents(rank);
        Strides strides(rank);
        if constexpr (array_forms::Spanned<Array>) {
            for (unsigned short d = 0; d < rank; ++d) {
                extents[d] = static_cast<std::size_t>(array.extent(d));
                strides[d] = static_cast<std::ptrdiff_t>(array.stride(d));
            }
            if constexpr (requires { array.data_handle(); })
                see(array.data_handle(), std::move(extents), strides);
            else
                see(array.data(), std::move(extents), strides);
        } else {
            std::ptrdiff_t stride = 1;
            for (unsigned short k = 0; k < rank; ++k) {
                const auto d = static_cast<unsigned short>(Array::Layout == 0 ? k : rank - 1 - k);
                extents[d] = static_cast<std::size_t>(array.dimension(d));
                strides[d] = stride;
                stride *= static_cast<std::ptrdiff_t>(extents[d]);
            }
            see(array.data(), std::move(extents), strides);
        }
    }

    template <class Array>
    void look_at_matrix(const Array& array) {
        if constexpr (array_forms::Indexed<Array>) {
            const auto rows = array_forms::rows_of(array);
            const auto columns = array_forms::columns_of(array);
            using Element = std::remove_cvref_t<decltype(array(rows, columns))>;
            Extents extents(2);
            extents[0] = static_cast<std::size_t>(rows);
            extents[1] = static_cast<std::size_t>(columns);
            const std::size_t size = extents[0] * extents[1];
            flat_ = array_forms::is_vector<Array>();
            if (flat_) extents = extents_of(size);
            const Element* begin = array_forms::begin_in_row_order(array);
            if (begin == nullptr && size != 0) {
                owner_ = Holder::make<Buffer<Element>>(size);
                Element* to = owner_.as<Buffer<Element>>().data();
                begin = to;
                for (std::remove_const_t<decltype(rows)> row{}; row < rows; ++row)
                    for (std::remove_const_t<decltype(columns)> column{}; column < columns;
                         ++column)
                        *to++ = array(row, column);
            }
            see(begin, std::move(extents));
        } else {
            static_assert(array_forms::Indexed<Array>,
                          "inlay: a matrix needs operator()(row, column) to tell the order of its "
                          "numbers: hand over a flat std::span of them in the order of rows");
        }
    }

    static Extents extents_of(auto size) {
        Extents extents(1);
        extents[0] = static_cast<std::size_t>(size);
        return extents;
    }

    /// Looks at elements with these extents; copies them where they do not lie in row order.
    template <class Element>
    void see(const Element* data, Extents extents, const Strides& strides = {}) {
        if (array_forms::in_row_order(extents, strides)) {
            see_rows<Element>(data, std::move(extents));
        } else {
            owner_ = array_forms::copied(data, sizeof(Element), extents, strides);
            see_rows<Element>(owner_.as<Buffer<unsigned char>>().data(), std::move(extents));
        }
    }

    template <class Element>
    void see_rows(const void* data, Extents extents) {
        using Row = array_forms::Row<Element>;
        if constexpr (Row::is_row) {
            const std::size_t rank = extents.size();
            Extents more = extents.longer(rank + 1);
            more[rank] = Row::length;
            rows_ = rows_ || flat_;
            flat_ = false;
            see_rows<typename Row::Cell>(data, std::move(more));
        } else if constexpr (array_forms::Numeric<Element>) {
            data_ = data;
            shape_ = std::move(extents);
            kind_ = &kind_of<Element>;
            if (data == nullptr && size() != 0)
                fail(Text() << "an array of shape " << shape_text(shape()) << " has no data");
        } else if constexpr (requires(const Element& element) { std::begin(element); }) {
            static_assert(Row::is_row,
                          "inlay: data needs its rows one behind the other: put them into one flat "
                          "std::vector, or into a Tensor");
        } else {
            static_assert(Row::is_row, "inlay: data needs elements that are numbers");
        }
    }

    /// Copies what it looks at, which is about to go.
    INLAY_COLD void hold();

    const void* data_ = nullptr;
    const Kind* kind_ = nullptr;
    Extents shape_;
    bool flat_ = false, rows_ = false;
    Holder owner_;
};

#if INLAY_BODIES

INLAY_BODY void ArrayView::hold() {
    owner_ = array_forms::copied(data_, kind_->bytes, shape_, {});
    data_ = owner_.as<Buffer<unsigned char>>().data();
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ArrayView;
}  // namespace inlay
#endif  // INLAY_MODEL_ARRAY_HPP

// <inlay/model/class_weights.hpp>
#ifndef INLAY_MODEL_CLASS_WEIGHTS_HPP
#define INLAY_MODEL_CLASS_WEIGHTS_HPP
// What the examples of a class weigh.

namespace inlay::INLAY_ABI {

/// Weights by class, as in {{0, 1.0}, {1, 5.0}} or a map; classes that are not told weigh 1.
class ClassWeights {
public:
    /// A class, and what it weighs.
    struct Entry {
        Whole number;
        Real weight;
    };

    /// None.
    ClassWeights() = default;

    ClassWeights(std::initializer_list<Entry> entries) : given_(true) {
        for (const Entry& entry : entries) add(entry.number.value, entry.weight);
    }

    /// Any range of pairs.
    template <class Map>
        requires requires(const Map& map) {
            Whole(map.begin()->first);
            Real(map.begin()->second);
        }
    ClassWeights(const Map& map) : given_(true) {
        for (const auto& [number, weight] : map) add(Whole(number).value, Real(weight));
    }

    bool given() const { return given_; }

    /// What a class weighs.
    double operator[](std::int64_t number) const {
        double weight = 1;
        for (std::size_t k = 0; k < count_; ++k)
            if (entries_[k].number == number) weight = entries_[k].weight;
        return weight;
    }

    /// An Error where a class is none of `classes`.
    INLAY_COLD void check(std::size_t classes) const;

private:
    struct Stored {
        std::int64_t number;
        double weight;
    };

    INLAY_COLD void add(std::int64_t number, double weight);

    Buffer<Stored> entries_;  // the first count_ of them
    std::size_t count_ = 0;
    bool given_ = false;
};

#if INLAY_BODIES

INLAY_BODY void ClassWeights::add(std::int64_t number, double weight) {
    if (count_ == entries_.size()) entries_ = entries_.longer(2 * count_ + 8);
    entries_[count_++] = {number, weight};
}

INLAY_BODY void ClassWeights::check(std::size_t classes) const {
    for (std::size_t k = 0; k < count_; ++k) {
        const std::int64_t number = entries_[k].number;
        if (number >= 0 && static_cast<std::uint64_t>(number) < classes) continue;
        fail(Text() << "class_weight has a class " << number
                    << " but the classes of this network are 0 to " << classes - 1);
    }
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ClassWeights;
}  // namespace inlay
#endif  // INLAY_MODEL_CLASS_WEIGHTS_HPP

// <inlay/model/options.hpp>
#ifndef INLAY_MODEL_OPTIONS_HPP
#define INLAY_MODEL_OPTIONS_HPP
// The options of fit, evaluate and predict.

namespace inlay::INLAY_ABI {

/// The number of an option that needs to be `least` at least; an Error otherwise.
INLAY_COLD std::size_t at_least(const char* name, Whole number, std::int64_t least);

/// How much is printed; an Error where it is not 0, 1 or 2.
INLAY_COLD int verbosity(Whole verbose);

/// A seed of any integer type: none unless given, then any of 2^64 numbers.
class Seed {
public:
    /// None.
    constexpr Seed() = default;

    template <std::integral Type>
    constexpr Seed(Type v) : value_(static_cast<std::uint64_t>(v)), state_(State::given) {
        if constexpr (std::is_signed_v<Type>)
            if (v < 0) state_ = State::negative;
    }

    template <std::floating_point Type>
    constexpr Seed(Type) {
        static_assert(std::integral<Type>, "inlay: a seed is a whole number: 7, not 7.0");
    }

    /// The seed, or `other` where none was given; an Error where it is negative, as in Keras.
    INLAY_COLD std::uint64_t value_or(std::uint64_t other) const;

private:
    enum class State : unsigned char { none, given, negative };

    std::uint64_t value_ = 0;
    State state_ = State::none;
};

/// A share from 0 to 1. A float counts as the decimal number it was written as: 0.1f is 0.1, so
/// that 0.1f of 60,000 examples are 6,000.
struct Share {
    double value;

    template <std::floating_point Type>
    constexpr Share(Type v) : value(decimal(v)) {}
    template <std::integral Type>
    constexpr Share(Type v) : value(static_cast<double>(v)) {}

private:
    static constexpr double decimal(double v) { return v; }
    static constexpr double decimal(long double v) { return static_cast<double>(v); }

    /// The number of fewest digits behind the point that is this float.
    static constexpr double decimal(float v) {
        const auto exact = static_cast<double>(v);
        if (!(v > 0 && v < 1)) return exact;
        for (double scale = 10; scale < 1e19; scale *= 10) {
            const auto digits = static_cast<std::uint64_t>(exact * scale + 0.5);
            const double rounded = static_cast<double>(digits) / scale;
            if (static_cast<float>(rounded) == v) return rounded;
        }
        return exact;
    }
};

/// The share that an option is; an Error where it does not lie between 0, which says none, and 1.
INLAY_COLD double share_of(const char* name, Share share);

/// Inputs and labels to validate on after each epoch, and what the examples weigh. It owns what it
/// is given as a temporary, and looks at everything else, which must outlive it.
struct ValidationData {
    ArrayView inputs, labels, weights;
    bool given = false;

    ValidationData() = default;
    ValidationData(ArrayView x, ArrayView y)
        : inputs(std::move(x)), labels(std::move(y)), given(true) {}
    ValidationData(ArrayView x, ArrayView y, ArrayView sample_weight)
        : inputs(std::move(x)),
          labels(std::move(y)),
          weights(std::move(sample_weight)),
          given(true) {}
};

/// What fit takes beside the data; the fields and their defaults are Keras's.
struct FitOptions {
    Whole batch_size = 32;
    Whole epochs = 1;
    Share validation_split = 0.0;  ///< the last part of the data, taken before shuffling
    ValidationData validation_data{};
    bool shuffle = true;
    Seed seed{};        ///< of shuffling and dropout; unless given that of the fit before, at
                        ///< first the model's
    Whole verbose = 1;  ///< 0 silent, 1 progress bar, 2 one line an epoch
    ArrayView sample_weight{};  ///< of each example, or each row of its targets, in the loss
    ClassWeights class_weight{};
};

/// What evaluate takes beside the data.
struct EvaluateOptions {
    Whole batch_size = 32;  ///< below 32: so many examples at a time on each thread; losses of
                            ///< whole batches are a mean over batches of this size
    Whole verbose = 0;      ///< 0 silent, 1 progress bar, 2 one line
    ArrayView sample_weight{};
};

/// What train_on_batch takes beside the data.
struct TrainOnBatchOptions {
    ArrayView sample_weight{};
    ClassWeights class_weight{};
};

/// What test_on_batch takes beside the data.
struct TestOnBatchOptions {
    ArrayView sample_weight{};
};

/// What predict takes beside the data.
struct PredictOptions {
    Whole batch_size = 32;  ///< below 32: so many examples at a time on each thread
    Whole verbose = 0;      ///< 0 silent, 1 progress bar, 2 one line
};

/// What summary takes.
struct SummaryOptions {
    Whole line_length =
        0;  ///< columns of the table; 0: Keras's 88 (108 with branches), or what the
            ///< terminal has but for 4
    bool expand_nested = false;   ///< shows the layers of nested models too
    bool show_trainable = false;  ///< says of each layer whether it is trained: Y, N, - for none
};

#if INLAY_BODIES

INLAY_BODY std::size_t at_least(const char* name, Whole number, std::int64_t least) {
    if (number.value < least)
        fail(Text() << name << " is " << number.value << " but needs to be " << least
                    << " at least");
    constexpr auto most = static_cast<std::size_t>(-1);
    const auto value = static_cast<std::uint64_t>(number.value);
    return value < most ? static_cast<std::size_t>(value) : most;
}

INLAY_BODY int verbosity(Whole verbose) {
    if (verbose.value < 0 || verbose.value > 2)
        fail(Text() << "verbose is " << verbose.value << " but needs to be 0, 1 or 2");
    return static_cast<int>(verbose.value);
}

INLAY_BODY double share_of(const char* name, Share share) {
    if (!(share.value >= 0 && share.value < 1))
        fail(Text() << name << " is " << readable(share.value) << " but lies between 0 and 1");
    return share.value;
}

INLAY_BODY std::uint64_t Seed::value_or(std::uint64_t other) const {
    if (state_ == State::negative)
        fail(Text() << "seed is " << static_cast<std::int64_t>(value_)
                    << " but needs to be 0 at least");
    return state_ == State::given ? value_ : other;
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::EvaluateOptions;
using INLAY_ABI::FitOptions;
using INLAY_ABI::PredictOptions;
using INLAY_ABI::SummaryOptions;
using INLAY_ABI::TestOnBatchOptions;
using INLAY_ABI::TrainOnBatchOptions;
using INLAY_ABI::ValidationData;
}  // namespace inlay
#endif  // INLAY_MODEL_OPTIONS_HPP

// <inlay/host/clock.hpp>
#ifndef INLAY_HOST_CLOCK_HPP
#define INLAY_HOST_CLOCK_HPP
// A clock that never goes back.

#if INLAY_BODIES

namespace inlay::INLAY_ABI::host {

/// Seconds since whenever.
INLAY_COLD inline double steady_seconds() {
#if defined(CLOCK_MONOTONIC) && !defined(_WIN32)
    ::timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
#else
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
#endif
}

}  // namespace inlay::INLAY_ABI::host

#endif
#endif  // INLAY_HOST_CLOCK_HPP

// <inlay/host/output.hpp>
#ifndef INLAY_HOST_OUTPUT_HPP
#define INLAY_HOST_OUTPUT_HPP
// Where texts are printed. It is C's standard output: <iostream> takes the compiler as long as a
// layer, and begins every program that includes it.

#if INLAY_BODIES

namespace inlay::INLAY_ABI::host {

/// Takes texts, each to be seen at once.
struct Output {
    void (*write)(void* to, std::string_view text);
    void* to = nullptr;

    void operator()(std::string_view text) const { write(to, text); }
};

INLAY_COLD inline void write_to_file(void* file, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), static_cast<std::FILE*>(file));
    std::fflush(static_cast<std::FILE*>(file));
}

inline Output standard_output() { return {write_to_file, stdout}; }
inline Output standard_error() { return {write_to_file, stderr}; }

}  // namespace inlay::INLAY_ABI::host

#endif
#endif  // INLAY_HOST_OUTPUT_HPP

// <inlay/model/progress.hpp>
#ifndef INLAY_MODEL_PROGRESS_HPP
#define INLAY_MODEL_PROGRESS_HPP
// Keras 3's progress output, character by character (keras/src/utils/progbar.py).

namespace inlay::INLAY_ABI {

/// The loss or a metric by name, as far as it is known: the mean over the examples so far.
struct LogEntry {
    std::string_view name;
    double value = 0;
};

#if INLAY_BODIES

/// Shows how far an epoch or an evaluation has come: verbose 0 writes nothing, 1 a bar, 2 one line
/// in the end. A terminal's bar is drawn over the one before, elsewhere each has a line of its own.
class Progress {
public:
    /// Reads a clock, in seconds since whenever.
    using Clock = double (*)();

    INLAY_COLD Progress(host::Output out, bool terminal, int verbose,
                        Clock clock = host::steady_seconds)
        : out_(out), clock_(clock), terminal_(terminal), verbose_(verbose) {}

    /// Begins an epoch, counted from 1, of `steps` steps, at least one.
    INLAY_COLD void begin_epoch(int epoch, int epochs, std::size_t steps) {
        begin_evaluation(steps);
        if (verbose_ == 0 || epochs == 1) return;
        write(Text() << "Epoch " << epoch << "/" << epochs << "\n");
    }

    /// Begins an evaluation of `steps` steps, at least one.
    INLAY_COLD void begin_evaluation(std::size_t steps) {
        steps_ = steps;
        width_ = 0;
        drawn_ = warm_ = never;
        if (verbose_ != 0) start_ = clock_();
    }

    /// Says that `step` steps are done. Costs one look at the clock, unless it is time to draw.
    void update(std::size_t step, View<const LogEntry> values) {
        if (verbose_ != 1) return;
        const double now = clock_();
        if (step == 1) warm_ = now;
        if (now - drawn_ < interval) return;
        draw(step, now, false, values);
        drawn_ = now;
    }

    /// Ends the epoch or the evaluation.
    INLAY_COLD void end_epoch(View<const LogEntry> values) {
        if (verbose_ == 0) return;
        const double now = clock_();
        if (verbose_ == 1) return draw(steps_, now, true, values);
        Text line;
        put_count(line, steps_);
        line << " - " << Decimal{now - start_, 0} << "s - ";
        put_rate(line, steps_, now);
        put_metrics(line, values);
        write(line << "\n");
    }

private:
    static constexpr double interval = 0.05;  // seconds between two drawings
    static constexpr double never = -1e30;    // longer ago than any interval
    static constexpr std::string_view bar = "━━━━━━━━━━━━━━━━━━━━";

    INLAY_COLD void write(const Text& text) { out_(text.view()); }

    INLAY_COLD void draw(std::size_t step, double now, bool last, View<const LogEntry> values) {
        Text line;
        if (terminal_) line.repeat("\b", width_);
        line << (terminal_ ? "\r\x1b[1m" : "\n\x1b[1m");
        put_count(line, step);
        line << "\x1b[0m ";
        put_bar(line, step);
        line << " \x1b[1m";
        if (last)
            line << Decimal{now - start_, 0} << "s";
        else
            put_time_left(line, step, now);
        line << "\x1b[0m ";
        put_rate(line, step, now);
        put_metrics(line, values);
        const std::size_t before = width_;
        width_ = visible_width(line.view());
        if (width_ < before) line.repeat(" ", before - width_);
        write(line << (last ? "\n" : ""));
    }

    /// " 7/100"
    INLAY_COLD void put_count(Text& line, std::size_t step) const {
        const std::size_t width = (Text() << steps_).view().size();
        line.repeat(" ", width - (Text() << step).view().size()) << step << "/" << steps_;
    }

    INLAY_COLD void put_bar(Text& line, std::size_t step) const {
        constexpr std::size_t size = std::string_view("━").size(), width = bar.size() / size;
        const double share = static_cast<double>(step) / static_cast<double>(steps_);
        const auto done = static_cast<std::size_t>(static_cast<double>(width) * share);
        if (done > 0) line << "\x1b[32m" << bar.substr(0, done * size) << "\x1b[0m";
        line << "\x1b[37m" << bar.substr(done * size) << "\x1b[0m";
    }

    /// The time that the steps to come will take: 12s, 1:02 or 1:02:03.
    INLAY_COLD void put_time_left(Text& line, std::size_t step, double now) const {
        const double left = step_seconds(step, now) * static_cast<double>(steps_ - step);
        const auto seconds = static_cast<long long>(left);
        const auto put_part = [&](long long part) { line << (part < 10 ? ":0" : ":") << part; };
        if (left <= 60) {
            line << seconds << "s";
        } else if (left <= 3600) {
            line << seconds / 60;
            put_part(seconds % 60);
        } else {
            line << seconds / 3600;
            put_part(seconds / 60 % 60);
            put_part(seconds % 60);
        }
    }

    /// 415ms/step
    INLAY_COLD void put_rate(Text& line, std::size_t step, double now) const {
        const double seconds = step_seconds(step, now);
        const bool whole = seconds >= 1 || seconds == 0, milli = seconds >= 1e-3;
        line << Decimal{seconds * (whole   ? 1
                                   : milli ? 1e3
                                           : 1e6),
                        0}
             << (whole   ? "s/step"
                 : milli ? "ms/step"
                         : "us/step");
    }

    /// The mean time of a step, the first left out where it can be.
    INLAY_COLD double step_seconds(std::size_t step, double now) const {
        return warm_ != never && step > 1 ? (now - warm_) / static_cast<double>(step - 1)
                                          : (now - start_) / static_cast<double>(step);
    }

    /// " - accuracy: 0.9321 - loss: 0.2354"; as Python writes it: what is no number has no sign.
    INLAY_COLD static void put_metrics(Text& line, View<const LogEntry> values) {
        for (const LogEntry* m = behind(nullptr, values); m; m = behind(m, values)) {
            const bool large = m->value > 1e-3 || m->value < -1e-3;
            line << " - " << m->name << ": ";
            if (m->value == m->value)
                line << Decimal{m->value, 4, !large};
            else
                line << "nan";
        }
    }

    /// The metric that stands behind another in Keras's order, behind nullptr the first.
    INLAY_COLD static const LogEntry* behind(const LogEntry* last, View<const LogEntry> values) {
        const LogEntry* next = nullptr;
        for (const LogEntry& metric : values)
            if ((!last || in_order(*last, metric)) && (!next || in_order(metric, *next)))
                next = &metric;
        return next;
    }

    /// Keras's order: alphabetical, but what comes of the validation data is last.
    INLAY_COLD static bool in_order(const LogEntry& one, const LogEntry& other) {
        const bool late = one.name.starts_with("val_"), other_late = other.name.starts_with("val_");
        return late == other_late ? one.name < other.name : other_late;
    }

    /// Columns that a text takes on a screen: its characters but for controls and colours.
    INLAY_COLD static std::size_t visible_width(std::string_view text) {
        std::size_t width = 0;
        bool escape = false;
        for (const char c : text) {
            const auto code = static_cast<unsigned char>(c);
            escape = escape || c == '\x1b';
            if (!escape && code >= ' ' && (code & 0xc0) != 0x80) ++width;  // 0x80: inside of UTF-8
            if (c == 'm') escape = false;
        }
        return width;
    }

    host::Output out_;
    Clock clock_;
    bool terminal_;
    int verbose_;
    std::size_t steps_ = 1;
    std::size_t width_ = 0;  // columns of the bar on the screen
    double start_ = 0;
    double drawn_ = never;  // when the bar was drawn
    double warm_ = never;   // when the first step was done
};

#endif

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_MODEL_PROGRESS_HPP

// <inlay/random/shuffle.hpp>
#ifndef INLAY_RANDOM_SHUFFLE_HPP
#define INLAY_RANDOM_SHUFFLE_HPP
// Random orders.

namespace inlay::INLAY_ABI::randomness {

/// Permutes fewer than 2^32 indices, every order equally likely (R. Fisher and F. Yates).
constexpr void shuffle(std::span<std::uint32_t> indices, const Stream& stream) {
    std::uint64_t next = 0;
    for (std::size_t left = indices.size(); left > 1; --left) {
        const auto chosen = uniform_below(static_cast<std::uint32_t>(left), stream, next);
        std::swap(indices[chosen], indices[left - 1]);
    }
}

}  // namespace inlay::INLAY_ABI::randomness
#endif  // INLAY_RANDOM_SHUFFLE_HPP

// <inlay/model/epochs.hpp>
#ifndef INLAY_MODEL_EPOCHS_HPP
#define INLAY_MODEL_EPOCHS_HPP
// The epochs of fit. Nothing here depends on the types of network, optimizer and loss, so that it
// is compiled once however many networks a program trains.

namespace inlay::INLAY_ABI::epochs {

/// Examples by number, one behind the other.
struct Range {
    std::size_t first = 0, count = 0;
};

/// What is trained on and what measured on: parts of the data, or data of their own.
struct Parts {
    Range training, validation;
};

/// Cuts the data as Keras does: the last part validates. An Error where nothing would be left.
INLAY_COLD Parts split(std::size_t count, double share);

/// A trainer as its epochs see it.
struct Steps {
    void* trainer;
    LogEntry* logs;      ///< the loss and the metrics, then those of the validation
    std::size_t scores;  ///< how many they are

    /// Forgets the scores of the epoch before.
    void (*begin)(void* trainer);
    /// One step on some examples; the logs then hold the scores of the epoch so far.
    void (*train)(void* trainer, View<const std::uint32_t> examples);
    /// The scores of the examples to validate on.
    void (*validate)(void* trainer, LogEntry* scores);
};

/// The examples of an epoch in their order.
void put_in_order(Buffer<std::uint32_t>& examples, bool shuffled, std::uint64_t seed,
                  std::uint64_t epoch);

/// Trains for the epochs of the options, the first being number `done` of the trainer's own count.
INLAY_COLD History run(const Steps& steps, const Parts& parts, const FitOptions& options,
                       std::uint64_t seed, std::uint64_t& done);

#if INLAY_BODIES

/// Says once that training has gone astray; it goes on, as in Keras.
INLAY_COLD inline void warn(std::int64_t epoch, std::size_t step) {
    const Text text = Text() << "\ninlay: the loss is NaN since epoch " << epoch << ", step "
                             << step << ": a smaller learning rate, or inputs scaled to 0 ... 1, "
                             << "may help\n";
    host::standard_error()(text.view());
}

INLAY_BODY Parts split(std::size_t count, double share) {
    const auto cut = static_cast<std::size_t>(static_cast<double>(count) * (1.0 - share));
    if (cut == 0 || cut == count)
        fail(Text() << "a validation_split of " << readable(share) << " leaves " << cut << " of "
                    << count << " examples to train on and " << count - cut << " to validate on");
    return {{0, cut}, {cut, count - cut}};
}

INLAY_BODY void put_in_order(Buffer<std::uint32_t>& examples, bool shuffled, std::uint64_t seed,
                             std::uint64_t epoch) {
    for (std::size_t n = 0; n < examples.size(); ++n) examples[n] = static_cast<std::uint32_t>(n);
    if (shuffled)
        randomness::shuffle(examples.span(),
                            randomness::Stream(seed, randomness::Purpose::shuffle, epoch));
}

INLAY_BODY History run(const Steps& steps, const Parts& parts, const FitOptions& options,
                       std::uint64_t seed, std::uint64_t& done) {
    const std::size_t scores = steps.scores, count = parts.training.count;
    std::size_t batch = at_least("batch_size", options.batch_size, 1);
    if (batch > count) batch = count;
    constexpr std::int64_t most = INT32_MAX;
    const std::int64_t epochs = options.epochs.value < most ? options.epochs.value : most;
    const View<const LogEntry> logs(steps.logs, parts.validation.count == 0 ? scores : 2 * scores);

    History history;
    Progress progress(host::standard_output(), host::is_terminal(),
                      static_cast<int>(options.verbose.value));
    Buffer<std::uint32_t> order(count);
    bool warned = false;
    for (std::int64_t epoch = 1; epoch <= epochs; ++epoch, ++done) {
        put_in_order(order, options.shuffle, seed, done);
        progress.begin_epoch(static_cast<int>(epoch), static_cast<int>(epochs),
                             (count + batch - 1) / batch);
        steps.begin(steps.trainer);
        for (std::size_t first = 0, step = 1; first < count; first += batch, ++step) {
            const std::size_t some = count - first < batch ? count - first : batch;
            steps.train(steps.trainer, {order.data() + first, some});
            if (!warned && steps.logs[0].value != steps.logs[0].value) {
                warned = true;
                warn(epoch, step);
            }
            progress.update(step, {steps.logs, scores});
        }
        if (parts.validation.count != 0) steps.validate(steps.trainer, steps.logs + scores);
        for (const LogEntry& metric : logs)
            history.append(metric.name, static_cast<float>(metric.value));
        progress.end_epoch(logs);
    }
    return history;
}

#endif

}  // namespace inlay::INLAY_ABI::epochs
#endif  // INLAY_MODEL_EPOCHS_HPP

// <inlay/model/examples.hpp>
#ifndef INLAY_MODEL_EXAMPLES_HPP
#define INLAY_MODEL_EXAMPLES_HPP
// Inputs and targets of a network, read from arrays: everything is looked at before anything is
// trained.

namespace inlay::INLAY_ABI {

namespace example_data {

INLAY_COLD std::vector<std::size_t> batch_shape(std::size_t count, const Shape& shape);

/// (n, 28, 28, 1)
INLAY_COLD Text wanted(const Shape& shape);

/// Whether an array holds examples of a shape, axes of one cell aside.
INLAY_COLD bool fits(const ArrayView& array, const Shape& shape);

/// How many examples of a shape an array holds; an Error where it holds something else.
INLAY_COLD std::size_t count(const ArrayView& array, const Shape& shape, std::string_view what);

/// An Error where one of several arrays has not as many examples as the first.
INLAY_COLD void same_count(std::size_t first, std::size_t count, std::string_view what);

/// Whether an array may hold so many examples of a shape.
INLAY_COLD bool may_hold(const ArrayView& array, std::size_t examples, const Shape& shape);

/// Looks at how many labels there are for these inputs; an Error tells what the loss needs.
INLAY_COLD void count_labels(const ArrayView& array, std::size_t inputs, const Shape& output,
                             bool sparse);

/// Reads labels that are classes; an Error names the first example whose label is none.
INLAY_COLD void read_classes(const ArrayView& array, std::size_t per_example, std::size_t classes,
                             View<std::int32_t> to);

#if INLAY_BODIES

INLAY_BODY std::vector<std::size_t> batch_shape(std::size_t count, const Shape& shape) {
    std::vector<std::size_t> extents(std::size_t(shape.rank()) + 1, count);
    for (int d = 0; d < shape.rank(); ++d) extents[std::size_t(d) + 1] = shape[d];
    return extents;
}

INLAY_BODY Text wanted(const Shape& shape) {
    Text text;
    text << "(n";
    for (int d = 0; d < shape.rank(); ++d) text << ", " << shape[d];
    return text << ")";
}

INLAY_BODY bool fits(const ArrayView& array, const Shape& shape) {
    if (array.shape().empty()) return false;
    int d = 0;
    const auto skip_ones = [&] {
        while (d < shape.rank() && shape[d] == 1) ++d;
    };
    for (std::size_t axis = 1; axis < array.shape().size(); ++axis) {
        const std::size_t extent = array.shape()[axis];
        if (extent == 1) continue;
        skip_ones();
        if (d == shape.rank() || shape[d++] != extent) return false;
    }
    skip_ones();
    return d == shape.rank();
}

INLAY_BODY void same_count(std::size_t first, std::size_t count, std::string_view what) {
    if (count != first)
        fail(Text() << what << " have " << count << " examples but those of the first input "
                    << first);
}

INLAY_BODY std::size_t count(const ArrayView& array, const Shape& shape, std::string_view what) {
    if (fits(array, shape)) return array.shape()[0];
    if (array.rows() && array.size() == array.shape()[0] * shape.size()) return array.shape()[0];
    if (array.rows() && array.size() == shape.size()) return 1;
    if (!array.flat())
        fail(Text() << what << " have the shape " << shape_text(array.shape())
                    << " but the network needs " << wanted(shape));
    if (array.size() % shape.size() != 0)
        fail(Text() << what << " in one row of " << array.size()
                    << " numbers are not whole examples of " << shape.size());
    return array.size() / shape.size();
}

INLAY_BODY bool may_hold(const ArrayView& array, std::size_t examples, const Shape& shape) {
    const bool by_length = array.flat() || array.rows();
    return by_length ? array.size() == examples * shape.size() : fits(array, shape);
}

INLAY_BODY void count_labels(const ArrayView& array, std::size_t inputs, const Shape& output,
                             bool sparse) {
    const Shape classes = output.with_last(1);
    const Shape& needed = sparse ? classes : output;
    const Shape& other = sparse ? output : classes;
    if (inputs == 0) fail("there are no examples");
    if (!may_hold(array, inputs, needed) && may_hold(array, inputs, other) &&
        (sparse || array.whole()))
        fail(Text() << "the labels have the shape " << shape_text(array.shape())
                    << " but the loss needs one " << (sparse ? "class" : "row")
                    << " for each example, " << wanted(needed) << ": use "
                    << (sparse ? "CategoricalCrossentropy"
                               : "data::to_categorical, or SparseCategoricalCrossentropy"));
    const std::size_t labels = count(array, needed, "the labels");
    if (labels != inputs) {
        Text text;
        text << "there are " << inputs << " inputs but " << labels << " labels";
        if (array.flat() && needed.size() > 1) text << " of " << needed.size() << " numbers";
        fail(text);
    }
}

INLAY_BODY void read_classes(const ArrayView& array, std::size_t per_example, std::size_t classes,
                             View<std::int32_t> to) {
    for (std::size_t k = 0; k < to.size(); ++k) {
        double value = 0;
        array.read(k, 1, &value);
        const bool in_range = value >= 0 && value < static_cast<double>(classes);
        if (in_range) to[k] = static_cast<std::int32_t>(value);
        if (in_range && static_cast<double>(to[k]) == value) continue;
        fail(Text() << "the label of example " << k / per_example << " is " << array.text(k)
                    << " but the classes of this network are 0 to " << classes - 1);
    }
}

#endif

}  // namespace example_data

/// The inputs of a network: examples by number, from an array of any element type, which must
/// outlive them.
class Examples {
public:
    Examples() = default;

    /// An Error, about what the sentence calls `what`, where the array does not hold examples of
    /// this shape.
    Examples(const ArrayView& array, const Shape& shape, std::string_view what = "the inputs")
        : array_(&array), size_(shape.size()), count_(example_data::count(array, shape, what)) {}

    std::size_t count() const { return count_; }

    /// `count` of these examples, from number `first` on.
    Examples part(std::size_t first, std::size_t count) const {
        Examples some = *this;
        some.first_ += first;
        some.count_ = count;
        return some;
    }

    template <class Scalar>
    void read(std::size_t example, Scalar* to) const {
        array_->read((first_ + example) * size_, size_, to);
    }

private:
    const ArrayView* array_ = nullptr;
    std::size_t size_ = 1, first_ = 0, count_ = 0;
};

/// The targets of a network as its loss reads them.
template <class Scalar>
class Labels {
public:
    Labels() = default;

    /// The labels of so many inputs: classes where the loss is sparse, else rows of the output's
    /// shape. An Error where they do not fit, or names the first example whose label is no class.
    INLAY_COLD Labels(const ArrayView& array, const Shape& output, bool sparse,
                      std::size_t inputs) {
        example_data::count_labels(array, inputs, output, sparse);
        per_example_ = sparse ? output.with_last(1).size() : output.size();
        count_ = inputs;
        if (sparse) {
            classes_ = Buffer<std::int32_t>(count_ * per_example_);
            example_data::read_classes(array, per_example_, output.last(), classes_);
        } else {
            rows_ = Buffer<Scalar>(count_ * per_example_);
            array.read(0, rows_.size(), rows_.data());
        }
    }

    std::size_t count() const { return count_; }
    std::size_t per_example() const { return per_example_; }
    bool sparse() const { return rows_.size() == 0; }

    /// The targets of `count` examples in an order, written into a batch of one's own.
    Targets<Scalar> gather(View<const std::uint32_t> order, Labels& batch) const {
        const std::size_t length = order.size() * per_example_;
        if (sparse() && batch.classes_.size() < length)
            batch.classes_ = Buffer<std::int32_t>(length);
        if (!sparse() && batch.rows_.size() < length) batch.rows_ = Buffer<Scalar>(length);
        for (std::size_t n = 0; n < order.size(); ++n)
            for (std::size_t k = 0; k < per_example_; ++k) {
                const std::size_t to = n * per_example_ + k, from = order[n] * per_example_ + k;
                if (sparse())
                    batch.classes_[to] = classes_[from];
                else
                    batch.rows_[to] = rows_[from];
            }
        return batch.all();
    }

    Targets<Scalar> all() const { return {classes_.data(), rows_.data()}; }

private:
    std::size_t count_ = 0, per_example_ = 1;
    Buffer<std::int32_t> classes_;
    Buffer<Scalar> rows_;
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_MODEL_EXAMPLES_HPP

// <inlay/model/example_weights.hpp>
#ifndef INLAY_MODEL_EXAMPLE_WEIGHTS_HPP
#define INLAY_MODEL_EXAMPLE_WEIGHTS_HPP
// What examples, or the rows of their targets, weigh in the loss: told one by one, or by class.

namespace inlay::INLAY_ABI {

namespace example_data {

/// How many weights of each of so many examples an array holds: one, or where there are several
/// rows of features one for each. An Error otherwise.
INLAY_COLD std::size_t weights_each(const ArrayView& array, std::size_t examples,
                                    const Shape& output, bool by_row);

/// An Error where weights are told both ways.
INLAY_COLD void one_kind_of_weights(const ArrayView& sample_weight, const ClassWeights& by_class);

#if INLAY_BODIES

INLAY_BODY std::size_t weights_each(const ArrayView& array, std::size_t examples,
                                    const Shape& output, bool by_row) {
    const Shape each = output.with_last(1);
    const std::size_t rows = each.size();
    const std::size_t first = array.shape().size() == 0 ? 0 : array.shape()[0];
    if (array.size() == examples && (array.flat() || first == examples)) return 1;
    if (by_row && rows > 1 && array.size() == examples * rows &&
        (array.flat() || fits(array, each)))
        return rows;
    Text text;
    text << "sample_weight has the shape " << shape_text(array.shape()) << " but there are "
         << examples << " examples: one weight for each";
    if (by_row && rows > 1) text << ", or for each row of features, " << wanted(each);
    fail(text);
}

INLAY_BODY void one_kind_of_weights(const ArrayView& sample_weight, const ClassWeights& by_class) {
    if (sample_weight.shape().size() != 0 && by_class.given())
        fail("sample_weight and class_weight are both given: an example has one weight");
}

#endif

}  // namespace example_data

/// The weights of examples; none unless told.
template <class Scalar>
class ExampleWeights {
public:
    ExampleWeights() = default;

    /// The weights of so many examples with outputs of a shape; none where the array is nothing.
    /// An Error where their number is wrong.
    INLAY_COLD ExampleWeights(const ArrayView& array, std::size_t examples, const Shape& output,
                              bool by_row) {
        if (array.shape().size() == 0) return;
        each_ = example_data::weights_each(array, examples, output, by_row);
        weights_ = Buffer<Scalar>(examples * each_);
        array.read(0, weights_.size(), weights_.data());
    }

    /// By the classes of targets: numbers, the largest of a row, or the rounded only one of a row.
    INLAY_COLD ExampleWeights(const ClassWeights& by_class, const Labels<Scalar>& labels,
                              const Shape& output) {
        if (!by_class.given()) return;
        const std::size_t features = output.last();
        if (features > 1) by_class.check(features);
        const Targets<Scalar> targets = labels.all();
        each_ = output.size() / features;
        weights_ = Buffer<Scalar>(labels.count() * each_);
        for (std::size_t k = 0; k < weights_.size(); ++k) {
            std::int64_t number = 0;
            if (targets.classes != nullptr)
                number = targets.classes[k];
            else if (features > 1)
                number = static_cast<std::int64_t>(
                    scoring::largest(targets.rows + k * features, features));
            else
                number = rounded(static_cast<double>(targets.rows[k]));
            weights_[k] = static_cast<Scalar>(by_class[number]);
        }
    }

    /// Adds the weights of examples in an order to their targets, by way of a batch of one's own.
    void gather(View<const std::uint32_t> order, Buffer<Scalar>& batch,
                Targets<Scalar>& targets) const {
        if (weights_.size() == 0) return;
        if (batch.size() < order.size() * each_) batch = Buffer<Scalar>(order.size() * each_);
        for (std::size_t n = 0; n < order.size(); ++n)
            for (std::size_t k = 0; k < each_; ++k)
                batch[n * each_ + k] = weights_[order[n] * each_ + k];
        targets.weights = batch.data();
        targets.weights_each = each_;
    }

    /// Adds the weights of all examples to their targets.
    void put(Targets<Scalar>& targets) const {
        if (weights_.size() == 0) return;
        targets.weights = weights_.data();
        targets.weights_each = each_;
    }

private:
    /// The nearest whole number; -1 for what has none.
    static std::int64_t rounded(double x) {
        if (!(x > -1e9 && x < 1e9)) return -1;
        const double moved = x < 0 ? x - 0.5 : x + 0.5;
        return static_cast<std::int64_t>(moved);
    }

    Buffer<Scalar> weights_;
    std::size_t each_ = 1;
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_MODEL_EXAMPLE_WEIGHTS_HPP

// <inlay/model/measuring.hpp>
#ifndef INLAY_MODEL_MEASURING_HPP
#define INLAY_MODEL_MEASURING_HPP
// Scores outside of training. Groups of examples are scored by themselves and joined in order,
// whatever the number of threads and, but for losses of whole batches, the size of a batch.

namespace inlay::INLAY_ABI {

/// The scores of examples that a model runs as it is, in batches of a size.
template <class Model, class Scoring>
class Measuring {
public:
    using Scalar = typename Model::scalar;
    using Groups = typename Model::Groups;

    /// Whether each batch has a loss of its own.
    static constexpr bool by_batch = Scoring::gathers;

    /// Examples of which parts are made: a part is whole groups, or whole batches.
    static constexpr std::size_t unit(std::size_t batch) {
        return by_batch ? batch : std::size_t{Groups::size};
    }

    Measuring(const Model& model, const typename Scoring::Criteria& criteria, std::size_t batch)
        : model_(model), scoring_{criteria}, batch_(batch), totals_(scoring_.count()) {}

    /// Adds `count` examples of the inputs and their targets, from number `first` on.
    void add(const Examples& inputs, const Targets<Scalar>& targets, std::size_t first,
             std::size_t count) {
        const std::size_t most = at_once() < count ? at_once() : count;
        const std::size_t length = kernel::divided_up(most, Groups::size) * totals_.size();
        if (groups_.size() < length) groups_ = Buffer<double>(length);
        for (std::size_t done = 0; done < count; done += most)
            add_some(inputs, targets, first + done, count - done < most ? count - done : most);
    }

    /// The sums of all scores so far.
    const double* sums() const { return totals_.data(); }

private:
    /// The examples of a batch, or of as many groups as 1 MiB of sums holds.
    std::size_t at_once() const {
        const std::size_t fit = 1024 * 1024 / (totals_.size() * sizeof(double));
        return by_batch ? batch_ : (fit < 256 ? 256 : fit) * Groups::size;
    }

    double* group(std::size_t number) { return groups_.data() + number * totals_.size(); }

    void add_some(const Examples& inputs, const Targets<Scalar>& targets, std::size_t first,
                  std::size_t count) {
        for (double& sum : groups_.span()) sum = 0;
        using Net = typename Model::Net;
        const auto score = [&](std::size_t n, std::size_t some, const typename Net::Ends& ends,
                               const Scalar* workspace) {
            const Scalar* before = nullptr;
            if constexpr (Scoring::logits) before = Net::logits(ends, workspace, some);
            double* const sums = group(n / Groups::size);
            const typename Scoring::Seen seen{
                ends.outputs[0], before,    Net::output_mask(workspace, some),
                targets,         first + n, some};
            scoring_.gather(sums, seen);
            scoring_.add(sums, sums, seen, count, nullptr);
        };
        typename Groups::Inputs all_inputs;
        all_inputs.all[0] = inputs.part(first, count);
        model_.storage().run_all(all_inputs, batch_, score);
        double* const all = by_batch ? groups_.data() : totals_.data();
        for (std::size_t g = by_batch ? 1 : 0; g * Groups::size < count; ++g) {
            scoring_.join_gathered(all, group(g));
            scoring_.join(all, group(g));
        }
        if (!by_batch) return;
        scoring_.close(all, count);
        scoring_.join(totals_.data(), all);
    }

    const Model& model_;
    Scoring scoring_;
    std::size_t batch_;
    Buffer<double> totals_, groups_;
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_MODEL_MEASURING_HPP

// <inlay/host/system_threads.hpp>
#ifndef INLAY_HOST_SYSTEM_THREADS_HPP
#define INLAY_HOST_SYSTEM_THREADS_HPP
// Threads, locks and conditions of the system. The headers of the standard library for them take
// the compiler as long as a layer; they serve where the system has no POSIX threads.

// The macro of std::shared_mutex tells whether the standard library has threads at all.

namespace inlay::INLAY_ABI::host {

#if !defined(__cpp_lib_shared_mutex)

/// The lock where there are no threads.
class Mutex {
public:
    void lock() {}
    void unlock() {}
};

inline void yield() {}

#elif defined(_POSIX_THREADS) && !defined(_WIN32)

class Mutex {
public:
    Mutex() = default;
    Mutex(const Mutex&) = delete;
    Mutex& operator=(const Mutex&) = delete;
    ~Mutex() { ::pthread_mutex_destroy(&mutex_); }

    void lock() { ::pthread_mutex_lock(&mutex_); }
    void unlock() { ::pthread_mutex_unlock(&mutex_); }

private:
    friend class Condition;

    ::pthread_mutex_t mutex_ = PTHREAD_MUTEX_INITIALIZER;
};

/// What threads wait for; they look again themselves when they wake up.
class Condition {
public:
    Condition() = default;
    Condition(const Condition&) = delete;
    Condition& operator=(const Condition&) = delete;
    ~Condition() { ::pthread_cond_destroy(&condition_); }

    void wait(Mutex& locked) { ::pthread_cond_wait(&condition_, &locked.mutex_); }
    void notify_all() { ::pthread_cond_broadcast(&condition_); }

private:
    ::pthread_cond_t condition_ = PTHREAD_COND_INITIALIZER;
};

class Thread {
public:
    /// Calls run(context) in a new thread; false where the system has none left.
    bool start(void* (*run)(void* context), void* context) {
        return ::pthread_create(&thread_, nullptr, run, context) == 0;
    }
    void join() { ::pthread_join(thread_, nullptr); }

private:
    ::pthread_t thread_{};
};

inline void yield() { ::sched_yield(); }

/// How many processors there are.
inline int processors() { return static_cast<int>(::sysconf(_SC_NPROCESSORS_ONLN)); }

#else

using Mutex = std::mutex;

class Condition {
public:
    void wait(Mutex& locked) {
        std::unique_lock lock(locked, std::adopt_lock);
        condition_.wait(lock);
        lock.release();
    }
    void notify_all() { condition_.notify_all(); }

private:
    std::condition_variable condition_;
};

class Thread {
public:
    bool start(void* (*run)(void* context), void* context) {
        thread_ = std::thread(run, context);
        return true;
    }
    void join() { thread_.join(); }

private:
    std::thread thread_;
};

inline void yield() { std::this_thread::yield(); }
inline int processors() { return static_cast<int>(std::thread::hardware_concurrency()); }

#endif

/// Holds a lock as long as it lives.
class Guard {
public:
    explicit Guard(Mutex& mutex) : mutex_(mutex) { mutex_.lock(); }
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;
    ~Guard() { mutex_.unlock(); }

private:
    Mutex& mutex_;
};

}  // namespace inlay::INLAY_ABI::host
#endif  // INLAY_HOST_SYSTEM_THREADS_HPP

// <inlay/host/job.hpp>
#ifndef INLAY_HOST_JOB_HPP
#define INLAY_HOST_JOB_HPP
// The tasks of one call, and what they throw.

namespace inlay::INLAY_ABI::host {

/// A call of tasks by number, each of which is told which worker runs it: no two tasks of one
/// worker run at a time.
struct Job {
    std::size_t tasks;
    const void* context;
    void (*run)(const void* context, std::size_t task, std::size_t worker);
};

/// The job of an object body(task, worker), which must outlive it.
template <class Body>
Job job_of(std::size_t tasks, const Body& body) {
    return {tasks, &body, [](const void* context, std::size_t task, std::size_t worker) {
                (*static_cast<const Body*>(context))(task, worker);
            }};
}

/// The exception of the lowest task that threw one.
class Failure {
public:
    /// Runs a task; false where it has thrown.
    bool run(const Job& job, std::size_t task, std::size_t worker) {
#if defined(__cpp_exceptions)
        try {
            job.run(job.context, task, worker);
        } catch (...) {
            const Guard guard(mutex_);
            if (!exception_ || task < task_) {
                exception_ = std::current_exception();
                task_ = task;
            }
            return false;
        }
#else
        job.run(job.context, task, worker);
#endif
        return true;
    }

    /// Throws the exception, once all tasks have ended.
    void rethrow() {
        if (exception_) std::rethrow_exception(std::exchange(exception_, nullptr));
    }

private:
    std::exception_ptr exception_;
    std::size_t task_ = 0;
    Mutex mutex_;
};

}  // namespace inlay::INLAY_ABI::host
#endif  // INLAY_HOST_JOB_HPP

// <inlay/host/cores.hpp>
#ifndef INLAY_HOST_CORES_HPP
#define INLAY_HOST_CORES_HPP
// How many cores this process may run on: by its affinity and by the CPU quota of its container.

#if INLAY_BODIES

namespace inlay::INLAY_ABI::host {

inline constexpr int unlimited = INT_MAX;

/// How many cores work `quota` of every `period` microseconds, rounded up. `text` is
/// "quota period", as in cpu.max; anything but two positive numbers is no limit ("max ...", "-1").
INLAY_COLD inline int quota_cores(const Text& text) {
    char* rest = nullptr;
    const long long quota = std::strtoll(text.c_str(), &rest, 10);
    const long long period = std::strtoll(rest, nullptr, 10);
    if (quota <= 0 || period <= 0) return unlimited;
    const long long whole = quota / period + (quota % period != 0 ? 1 : 0);
    return whole < unlimited ? static_cast<int>(whole) : unlimited;
}

/// Takes the part before a mark, or all, off the front of a text, and the mark.
INLAY_COLD inline std::string_view take_part(std::string_view& text, char mark) {
    const std::string_view part = text.substr(0, text.find(mark));
    text.remove_prefix(part.size() < text.size() ? part.size() + 1 : part.size());
    return part;
}

/// Whether a list such as "cpu,cpuacct" names cpu.
INLAY_COLD inline bool names_cpu(std::string_view controllers) {
    while (!controllers.empty())
        if (take_part(controllers, ',') == "cpu") return true;
    return false;
}

/// The tightest quota of this process's control groups and of those around them, in cores.
/// read(path) is the text of a file, empty where it cannot be read.
template <class Read>
INLAY_COLD int tightest_quota(Read&& read) {
    int tightest = unlimited;
    const Text groups = read(Text("/proc/self/cgroup"));
    for (std::string_view rest = groups.view(); !rest.empty();) {
        // number:controllers:path, where version 2 names no controllers.
        std::string_view path = take_part(rest, '\n');
        take_part(path, ':');
        const std::string_view controllers = take_part(path, ':');
        if (!path.starts_with('/')) continue;
        const bool version_2 = controllers.empty();
        if (!version_2 && !names_cpu(controllers)) continue;
        // A container may be told its path on the host, but finds itself at the mount.
        for (path = path == "/" ? "" : path;; path = path.substr(0, path.rfind('/'))) {
            Text folder, quota;
            folder << (version_2 ? "/sys/fs/cgroup" : "/sys/fs/cgroup/cpu") << path;
            if (version_2)
                quota << read(Text() << folder << "/cpu.max");
            else
                quota << read(Text() << folder << "/cpu.cfs_quota_us") << " "
                      << read(Text() << folder << "/cpu.cfs_period_us");
            if (const int cores = quota_cores(quota); cores < tightest) tightest = cores;
            if (path.empty()) break;
        }
    }
    return tightest;
}

/// The text of a file, empty where it cannot be read.
INLAY_COLD inline Text text_in(const Text& path) {
    Text text;
    std::FILE* const file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return text;
    char some[1024];
    while (const std::size_t length = std::fread(some, 1, sizeof some, file))
        text << std::string_view(some, length);
    std::fclose(file);
    return text;
}

/// How many cores the calling thread and those it starts may keep busy; 1 where there are no
/// threads.
INLAY_COLD inline int cores() {
#if defined(__cpp_lib_shared_mutex)
    int allowed = processors();
#if defined(__linux__)
    cpu_set_t affinity;
    if (sched_getaffinity(0, sizeof affinity, &affinity) == 0) allowed = CPU_COUNT(&affinity);
#endif
    if (const int quota = tightest_quota(text_in); quota < allowed) allowed = quota;
    return allowed < 1 ? 1 : allowed;
#else
    return 1;
#endif
}

}  // namespace inlay::INLAY_ABI::host

#endif
#endif  // INLAY_HOST_CORES_HPP

// <inlay/host/fork.hpp>
#ifndef INLAY_HOST_FORK_HPP
#define INLAY_HOST_FORK_HPP
// What a child process makes anew: after a fork only the thread that forked is left in it. Locks
// stay locked, and whoever waits for one of the other threads waits for ever.

namespace inlay::INLAY_ABI::host {

/// How many forks lie between this process and the first that asked.
inline Atomic<unsigned>& forks() {
    static constinit Atomic<unsigned> count = 0;
    return count;
}

/// Counts forks from now on. Two threads that come at a time let each fork count twice.
INLAY_COLD inline void count_forks() {
#if defined(_POSIX_THREADS) && (defined(__unix__) || defined(__APPLE__))
    static constinit Atomic<bool> counted = false;
    if (counted.load()) return;
    ::pthread_atfork(nullptr, nullptr, [] { forks().fetch_add(1); });
    counted.store(true);
#endif
}

/// An object that other threads may hold or wait for. A child process makes one of its own in its
/// place, at first use, and never touches the parent's.
template <class Type>
class PerProcess {
public:
    template <class... Arguments>
    explicit PerProcess(const Arguments&... arguments) : object_(arguments...) {
        count_forks();
        home_.store(forks().load());
    }
    PerProcess(const PerProcess&) = delete;
    PerProcess& operator=(const PerProcess&) = delete;
    ~PerProcess() {
        if (home_.load() == forks().load()) object_.~Type();
    }

    /// The object of this process, made by the same arguments as the first.
    template <class... Arguments>
    Type& get(const Arguments&... arguments) {
        if (home_.load() != forks().load()) renew(arguments...);
        return object_;
    }

private:
    template <class... Arguments>
    INLAY_COLD INLAY_NOINLINE void renew(const Arguments&... arguments) {
        const unsigned now = forks().load();
        while (home_.load() != now) {
            // A thread of the parent's may have been in here when its process was copied.
            const unsigned begun = renewing_.load();
            if (begun == now || !renewing_.replace(begun, now)) {
                yield();
                continue;
            }
            new (&object_) Type(arguments...);
            home_.store(now);
        }
    }

    union {
        Type object_;
    };
    Atomic<unsigned> home_ = 0;      // forks before the process that made the object
    Atomic<unsigned> renewing_ = 0;  // and before the last that began to make one
};

}  // namespace inlay::INLAY_ABI::host
#endif  // INLAY_HOST_FORK_HPP

// <inlay/host/team.hpp>
#ifndef INLAY_HOST_TEAM_HPP
#define INLAY_HOST_TEAM_HPP
// Threads that share out the tasks of one call after another: how they begin, wait and end.

#if INLAY_BODIES && defined(__cpp_lib_shared_mutex)

namespace inlay::INLAY_ABI::host {

/// A thread and what it is told.
struct Helper {
    void* team;
    std::size_t worker;
    Thread thread;
};

/// The caller and helpers, one less than workers, who share out the tasks of one call after
/// another.
class Team {
public:
    static constexpr bool possible = true;

    Team(Helper* helpers, std::size_t workers) : workers_(workers), helpers_(helpers) {}
    Team(const Team&) = delete;
    Team& operator=(const Team&) = delete;
    ~Team() {
        stopping_.store(true);
        call_helpers();
        for (std::size_t k = 0; k < started_; ++k) helpers_[k].thread.join();
    }

    /// Runs a job; false where another one is running.
    bool run(const Job& job) {
        if (busy_.exchange(true)) return false;
        share(job);
        return true;
    }

private:
    // A bit of inside_ that says that helpers may take tasks; the other bits count the helpers that
    // have come in. Why no helper reads a job that is being replaced: the caller writes job_ before
    // it opens, and a helper that comes in reads job_ only if it found the bit set. To end, the
    // caller clears the bit and waits until the count is 0. Whoever came in before that is counted
    // and waited for; whoever comes later finds the bit clear and goes without looking at job_.
    static constexpr unsigned open = 1u << 31;

    void share(const Job& job) {
        struct Release {
            Atomic<bool>& busy;
            ~Release() { busy.store(false); }
        } release{busy_};
        start_helpers();
        job_ = job;
        next_.store(0);
        inside_.fetch_or(open);
        call_helpers();
        work(0);
        inside_.fetch_and(~open);
        while (const unsigned inside = inside_.load()) await_change(inside_, inside);
        failure_.rethrow();
    }

    /// Starts the threads; where the system has no more of them, fewer do all the work.
    INLAY_COLD void start_helpers() {
        for (; started_ < workers_ - 1; ++started_) {
            Helper& helper = helpers_[started_];
            helper.team = this;
            helper.worker = started_ + 1;
            if (!helper.thread.start(help, &helper)) return;
        }
    }

    void call_helpers() {
        calls_.fetch_add(1);
        wake();
    }

    /// What a helper's thread does.
    static void* help(void* context) {
        const Helper& self = *static_cast<Helper*>(context);
        Team& team = *static_cast<Team*>(self.team);
        for (unsigned seen = 0; !team.stopping_.load();) {
            team.await_change(team.calls_, seen);
            seen = team.calls_.load();
            if (team.inside_.fetch_add(1) & open) team.work(self.worker);
            if (team.inside_.fetch_add(~0u) == 1) team.wake();
        }
        return nullptr;
    }

    /// Runs tasks until none is left. They begin in order, so when one throws all below it have
    /// begun and will end: the lowest failure is the one that a serial loop would have met.
    void work(std::size_t worker) {
        for (std::size_t task = 0; (task = next_.fetch_add(1)) < job_.tasks;)
            if (!failure_.run(job_, task, worker)) return next_.store(job_.tasks);
    }

    /// Returns once `word` is no longer `old`: awake at first, as long as it pays, then asleep.
    void await_change(const Atomic<unsigned>& word, unsigned old) {
        const double sleep_from = steady_seconds() + 30e-6;
        do {
            for (int k = 0; k < 64; ++k) {
                if (word.load() != old) return;
                pause();
            }
            yield();  // there may be more threads with work than cores
        } while (steady_seconds() < sleep_from);
        const Guard guard(mutex_);
        sleepers_.fetch_add(1);
        while (word.load() == old) changed_.wait(mutex_);
        sleepers_.fetch_add(~0u);
    }

    /// Wakes all who sleep; called after a word has changed.
    ///
    /// Nobody sleeps through a change. The sleeper counts itself, then reads the word; the waker
    /// has changed the word, then reads the count. All threads agree on one order of these four.
    /// If the waker reads first, the change came before the sleeper read the word: it does not
    /// wait. If the sleeper counts first, the waker finds it and takes the mutex, which the sleeper
    /// has held since before it counted itself, until it waits or has seen the change: the
    /// notification comes when nobody is between the two.
    void wake() {
        if (sleepers_.load() == 0) return;
        mutex_.lock();
        mutex_.unlock();
        changed_.notify_all();
    }

    /// Tells the core that this is a spin loop.
    static void pause() {
#if defined(__x86_64__) || defined(__i386__)
        __builtin_ia32_pause();
#elif defined(__aarch64__)
        asm volatile("yield");
#endif
    }

    // Words that different threads write all the time lie on different cache lines.
    alignas(64) Atomic<unsigned> calls_{0};
    alignas(64) Atomic<unsigned> inside_{0};
    alignas(64) Atomic<std::size_t> next_{0};
    alignas(64) Job job_{};
    std::size_t workers_;
    Helper* helpers_;
    std::size_t started_ = 0;  // of the helpers
    Atomic<bool> busy_{false}, stopping_{false};
    Atomic<unsigned> sleepers_{0};
    Mutex mutex_;
    Condition changed_;
    Failure failure_;
};

}  // namespace inlay::INLAY_ABI::host

#elif INLAY_BODIES

namespace inlay::INLAY_ABI::host {

struct Helper {};

/// The team where there are no threads.
struct Team {
    static constexpr bool possible = false;

    Team(Helper*, std::size_t) {}

    bool run(const Job&) { return false; }
};

}  // namespace inlay::INLAY_ABI::host

#endif
#endif  // INLAY_HOST_TEAM_HPP

// <inlay/host/threads.hpp>
#ifndef INLAY_HOST_THREADS_HPP
#define INLAY_HOST_THREADS_HPP
// The number of threads, and a pool of them that shares out the tasks of a call.

namespace inlay::INLAY_ABI {

/// How many threads training and batched inference use: one a core, unless set. Results do not
/// depend on it.
INLAY_COLD int threads();

/// Sets how many threads training and batched inference use from now on.
INLAY_COLD void threads(int n);

/// Threads that share out the tasks of one call after another. They start at the first call that
/// has work for them, stay awake for some microseconds between calls, and sleep when idle. A child
/// process starts threads of its own. Where there are no threads the caller runs every task.
///
/// A task runs under the floating-point environment of its thread: whoever cares about rounding or
/// subnormals sets them within the task, as the executor does.
class ThreadPool {
public:
    INLAY_COLD explicit ThreadPool(int workers = threads());
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;
    INLAY_COLD ~ThreadPool();

    /// How many tasks run at a time, at most: one in the caller, the others in threads of the pool.
    std::size_t workers() const { return workers_; }

    /// Calls body(task, worker) for every task below `tasks` and returns when all are done. No two
    /// tasks of one worker run at a time; the caller is worker 0. If tasks throw, the exception of
    /// the lowest one goes on to the caller, and tasks above it may be skipped. A call from within
    /// a task of the same pool, or during another thread's call, runs in its caller alone.
    template <class Body>
    void parallel(std::size_t tasks, Body&& body) {
        const auto call = [&](std::size_t task, std::size_t worker) { body(task, worker); };
        run(host::job_of(tasks, call));
    }

    void run(const host::Job& job);

private:
    struct Helpers;

    std::size_t workers_ = 1;
    Helpers* helpers_ = nullptr;
};

#if INLAY_BODIES

namespace host {

/// What was set or found out; 0 before.
inline Atomic<int>& chosen() {
    static constinit Atomic<int> count = 0;
    return count;
}

}  // namespace host

INLAY_BODY int threads() {
    Atomic<int>& chosen = host::chosen();
    if (chosen.load() == 0) chosen.replace(0, host::cores());
    return chosen.load();
}

INLAY_BODY void threads(int n) {
    if (n < 1) fail(Text() << "threads(" << n << "): at least one thread is needed");
    host::chosen().store(n);
}

/// The threads beside the caller, where there are threads.
struct ThreadPool::Helpers {
    explicit Helpers(std::size_t workers)
        : list{new host::Helper[workers - 1]}, team(list.first, workers) {}

    struct List {
        host::Helper* first;
        ~List() { delete[] first; }
    };

    List list;  // outlives the team, which has its threads end
    host::PerProcess<host::Team> team;
};

INLAY_BODY ThreadPool::ThreadPool(int workers) {
    if (workers < 1) fail(Text() << "ThreadPool(" << workers << "): at least one worker is needed");
    workers_ = host::Team::possible ? static_cast<std::size_t>(workers) : 1;
    if (workers_ > 1) helpers_ = new Helpers(workers_);
}

INLAY_BODY ThreadPool::~ThreadPool() { delete helpers_; }

INLAY_BODY void ThreadPool::run(const host::Job& job) {
    if (helpers_ && job.tasks > 1 && helpers_->team.get(helpers_->list.first, workers_).run(job))
        return;
    for (std::size_t task = 0; task < job.tasks; ++task) job.run(job.context, task, 0);
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::threads;
}  // namespace inlay
#endif  // INLAY_HOST_THREADS_HPP

// <inlay/host/runner.hpp>
#ifndef INLAY_HOST_RUNNER_HPP
#define INLAY_HOST_RUNNER_HPP
// What runs the tasks of a model: threads of the library's own, or a job system of the program's.

namespace inlay::INLAY_ABI::host {

/// The tasks of a call, as a job system sees them: task(k) runs number k, on any thread. It may be
/// copied, also into a std::function. A runner that numbers its workers may tell them as well.
class Task {
public:
    Task(void* context, void (*run)(void* context, std::size_t number))
        : context_(context), run_(run) {}

    void operator()(std::size_t number) const { run_(context_, number); }
    void operator()(std::size_t number, std::size_t) const { run_(context_, number); }

private:
    void* context_;
    void (*run_)(void* context, std::size_t number);
};

/// A job system: jobs.parallel(count, task) calls task(k) once for every k below count, on whatever
/// threads it has, and returns when all have ended. jobs.workers(), where it has that, says how
/// many may run at a time.
template <class Type>
concept JobSystem = requires(Type& jobs, const Task& task) { jobs.parallel(std::size_t{}, task); };

/// A job system whose type does not matter any more, or none.
class Jobs {
public:
    Jobs() = default;

    template <JobSystem Type>
        requires(!std::same_as<std::remove_const_t<Type>, Jobs>)
    explicit Jobs(Type& system) : system_(&system), calls_(&calls_of<Type>) {}

    explicit operator bool() const { return system_ != nullptr; }
    bool operator==(const Jobs&) const = default;

    void parallel(std::size_t count, const Task& task) const {
        calls_->parallel(system_, count, task);
    }

    /// How many tasks may run at a time: what the job system says, or what threads() says.
    std::size_t workers() const { return calls_->workers(system_); }

private:
    struct Calls {
        void (*parallel)(void* system, std::size_t count, const Task& task);
        std::size_t (*workers)(void* system);
    };

    template <class Type>
    static std::size_t workers_of([[maybe_unused]] void* system) {
        if constexpr (requires(Type& jobs) { static_cast<std::size_t>(jobs.workers()); })
            return static_cast<std::size_t>(static_cast<Type*>(system)->workers());
        else
            return static_cast<std::size_t>(threads());
    }

    template <class Type>
    static constexpr Calls calls_of{[](void* system, std::size_t count, const Task& task) {
                                        static_cast<Type*>(system)->parallel(count, task);
                                    },
                                    workers_of<Type>};

    void* system_ = nullptr;
    const Calls* calls_ = nullptr;
};

/// Runs tasks on a job system, or, without one, on threads of its own, as train/runner.hpp asks.
class Runner {
public:
    INLAY_COLD explicit Runner(const Jobs& jobs);

    /// How many workers there are for a job system, or for threads of the library's own. Each needs
    /// memory, so that there is a bound where a job system has none.
    INLAY_COLD static std::size_t count(const Jobs& jobs);

    /// Whether it is what would be made anew.
    bool suits(const Jobs& jobs) const { return jobs_ == jobs && workers_ == count(jobs); }

    std::size_t workers() const { return workers_; }

    /// Calls body(task, worker) for every task; no two tasks of one worker at a time. The exception
    /// of the lowest task that throws goes on to the caller.
    template <class Body>
    void parallel(std::size_t tasks, Body&& body) {
        const auto call = [&](std::size_t task, std::size_t worker) { body(task, worker); };
        run(job_of(tasks, call));
    }

    void run(const Job& job);

private:
    static constexpr std::size_t most = 32;
    struct Call;

    Jobs jobs_;
    std::size_t workers_;
    ThreadPool pool_;
};

#if INLAY_BODIES

INLAY_BODY Runner::Runner(const Jobs& jobs)
    : jobs_(jobs), workers_(count(jobs)), pool_(jobs ? 1 : static_cast<int>(workers_)) {}

INLAY_BODY std::size_t Runner::count(const Jobs& jobs) {
    if (!jobs) return static_cast<std::size_t>(threads());
    const std::size_t told = jobs.workers();
    return told < 1 ? 1 : told > most ? most : told;
}

/// One call on a job system, which does not say who runs a task: a task becomes the worker of the
/// lowest number that is free, and waits where its system runs more at a time than it said.
struct Runner::Call {
    const Job& job;
    Atomic<std::uint32_t> free;  // a bit for each worker
    Atomic<std::size_t> ended = 0;
    Failure failure{};

    static void run(void* context, std::size_t task) {
        Call& call = *static_cast<Call*>(context);
        const std::uint32_t bit = call.take();
        call.failure.run(call.job, task, static_cast<std::size_t>(__builtin_ctz(bit)));
        call.free.fetch_or(bit);
        call.ended.fetch_add(1);
    }

    std::uint32_t take() {
        while (true) {
            const std::uint32_t now = free.load();
            if (now == 0)
                yield();
            else if (free.replace(now, now & (now - 1)))
                return now & -now;
        }
    }
};

INLAY_BODY void Runner::run(const Job& job) {
    if (!jobs_) return pool_.run(job);
    Call call{.job = job, .free = ~std::uint32_t{0} >> (most - workers_)};
    jobs_.parallel(job.tasks, Task(&call, Call::run));
    call.failure.rethrow();
    if (const std::size_t ended = call.ended.load(); ended != job.tasks)
        fail(Text() << "the job system returned from parallel(" << job.tasks << ", task) when "
                    << ended << " tasks had ended: each must run once before it returns");
}

#endif

}  // namespace inlay::INLAY_ABI::host
#endif  // INLAY_HOST_RUNNER_HPP

// <inlay/model/arrays.hpp>
#ifndef INLAY_MODEL_ARRAYS_HPP
#define INLAY_MODEL_ARRAYS_HPP
// One array for each input, or each output, of a network.

namespace inlay::INLAY_ABI {

namespace array_forms {

template <class Type>
inline constexpr bool is_tuple = false;
template <class... Elements>
inline constexpr bool is_tuple<std::tuple<Elements...>> = true;

/// How many arrays a type is.
template <class Type>
constexpr std::size_t count_of() {
    if constexpr (is_tuple<Type>)
        return std::tuple_size_v<Type>;
    else
        return 1;
}

/// Why so many arrays are not one for each end of a network.
template <std::size_t Given, std::size_t Count>
struct WrongCount {
    static constexpr Sentence mistake = [] {
        Sentence says;
        if (Given != Count)
            says << "takes " << Count << (Count == 1 ? " array" : " arrays")
                 << " here but was given " << Given
                 << ": one for each input of the network, or for each output, "
                 << "such as std::tie(a, b)";
        return says;
    }();
};

}  // namespace array_forms

/// As many arrays as a network has inputs, or outputs: one alone, or a tuple of them, such as
/// std::tie(images, meta) or std::tuple{...} of temporaries.
template <std::size_t Count>
class Arrays {
public:
    Arrays() = default;

    template <class Given>
        requires(!std::same_as<std::remove_cvref_t<Given>, Arrays>)
    Arrays(Given&& given) {
        using Type = std::remove_cvref_t<Given>;
        constexpr std::size_t count = array_forms::count_of<Type>();
        static_assert(program::without_mistake<array_forms::WrongCount<count, Count>>(),
                      "inlay: so many arrays do not fit");
        if constexpr (array_forms::is_tuple<Type> && count == Count)
            [&]<std::size_t... K>(std::index_sequence<K...>) {
                ((items_[K] = ArrayView(std::get<K>(std::forward<Given>(given)))), ...);
            }(std::make_index_sequence<Count>());
        else if constexpr (count == Count)
            items_[0] = ArrayView(std::forward<Given>(given));
    }

    /// The numbers of a list, copied.
    template <array_forms::Numeric Element>
        requires(Count == 1)
    Arrays(std::initializer_list<Element> list) {
        items_[0] = ArrayView(list);
    }

    static constexpr std::size_t size() { return Count; }
    const ArrayView* data() const { return items_; }
    const ArrayView& operator[](std::size_t k) const { return items_[k]; }

private:
    ArrayView items_[Count];
};

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_MODEL_ARRAYS_HPP

// <inlay/host/workers.hpp>
#ifndef INLAY_HOST_WORKERS_HPP
#define INLAY_HOST_WORKERS_HPP
// Threads and memory for batches of examples, which a model keeps from one call to the next.

namespace inlay::INLAY_ABI::host {

/// Something to run tasks on, and `each` numbers for each of its workers.
template <class Scalar>
struct Workers {
    Workers(const Jobs& jobs, std::size_t numbers, const Memory& from)
        : each(numbers), runner(jobs), memory(runner.workers() * each, from) {}

    std::size_t each;
    Runner runner;
    Buffer<Scalar> memory;
};

/// The workers that a model keeps, for as long as one call needs them. Calls of several threads at
/// a time have workers of their own.
template <class Scalar>
class Lease {
public:
    Lease(Atomic<Workers<Scalar>*>& idle, const Jobs& jobs, std::size_t each, const Memory& memory)
        : idle_(idle), workers_(idle.exchange(nullptr)) {
        if (workers_ && workers_->runner.suits(jobs) && workers_->each == each) return;
        delete std::exchange(workers_, nullptr);
        workers_ = new Workers<Scalar>(jobs, each, memory);
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() { delete idle_.exchange(workers_); }

    Workers<Scalar>* operator->() { return workers_; }

private:
    Atomic<Workers<Scalar>*>& idle_;
    Workers<Scalar>* workers_;
};

}  // namespace inlay::INLAY_ABI::host
#endif  // INLAY_HOST_WORKERS_HPP

// <inlay/model/groups.hpp>
#ifndef INLAY_MODEL_GROUPS_HPP
#define INLAY_MODEL_GROUPS_HPP
// How examples run through a network outside of training: in groups of a constant size, which is
// what is scored by itself, and within a group some at a time.

namespace inlay::INLAY_ABI::lifetime {

template <class Net>
struct Groups {
    using Scalar = typename Net::scalar;

    /// As many examples as 1 MiB of activations hold, and no more than wide layers, which fetch
    /// many weights, gain from.
    static constexpr std::size_t size = [] {
        std::size_t most = 16;
        for (int s = 0; s < Net::lowered.step_count; ++s)
            if (Net::lowered.steps[s].by_parts) most = 64;
        const std::size_t fit = 1024 * 1024 / ((Net::plan.arena + 1) * sizeof(Scalar));
        return fit < 1 ? std::size_t{1} : fit > most ? most : fit;
    }();

    /// Where examples run: with idle workers, or new ones on a job system and in some memory.
    struct Place {
        Atomic<host::Workers<Scalar>*>& idle;
        const host::Jobs& jobs;
        const host::Memory& memory;
    };

    /// The examples at a time for batches of a size: batches below Keras's 32 bound the memory.
    static constexpr std::size_t at_once(std::size_t batch) {
        return batch < 32 && batch < size ? batch : size;
    }

    /// Numbers of a workspace for so many examples at a time, worked out by the compiler.
    static constexpr auto workspaces = [] {
        std::array<std::size_t, size + 1> counts{};
        for (std::size_t most = 1; most <= size; ++most) counts[most] = Net::workspace_count(most);
        return counts;
    }();

    using Ends = typename Net::Ends;

    /// The examples of each input.
    struct Inputs {
        Examples all[Net::input_count];

        Inputs() = default;

        /// An Error where an array does not hold examples of its input's shape, or not as many as
        /// the first.
        explicit Inputs(const Arrays<Net::input_count>& arrays) {
            for (std::size_t k = 0; k < Net::input_count; ++k) {
                Text what("the inputs");
                if (Net::input_count > 1) program::put_name(what << " ", Net::entries[k]);
                all[k] = Examples(arrays[k], Net::input_shapes[k], what.view());
                example_data::same_count(all[0].count(), all[k].count(), what.view());
            }
        }

        std::size_t count() const { return all[0].count(); }

        /// `count` of these examples, from number `first` on.
        Inputs part(std::size_t first, std::size_t count) const {
            Inputs some;
            for (std::size_t k = 0; k < Net::input_count; ++k)
                some.all[k] = all[k].part(first, count);
            return some;
        }
    };

    /// Runs all inputs, at_once(batch) at a time on each thread: use(first, count, ends,
    /// workspace). One thread has a whole group, in order.
    template <class Use>
    static void run(const Place& place, const Parameters<Scalar>& parameters, const Inputs& inputs,
                    std::size_t batch, const Use& use) {
        run(place, parameters, inputs, at_once(batch), &use,
            [](const void* function, std::size_t first, std::size_t count, const Ends& ends,
               const Scalar* workspace) {
                (*static_cast<const Use*>(function))(first, count, ends, workspace);
            });
    }

private:
    using Function = void (*)(const void* function, std::size_t first, std::size_t count,
                              const Ends& ends, const Scalar* workspace);

    /// One function a model, whatever becomes of the outputs.
    INLAY_NOINLINE static void run(const Place& place, const Parameters<Scalar>& parameters,
                                   const Inputs& inputs, std::size_t most, const void* function,
                                   Function use) {
        const std::size_t in = Net::input_size * most, out = Net::output_size * most;
        host::Lease<Scalar> workers(place.idle, place.jobs, in + out + workspaces[most],
                                    place.memory);
        workers->runner.parallel(
            kernel::divided_up(inputs.count(), size), [&](std::size_t group, std::size_t worker) {
                Scalar* at = workers->memory.data() + worker * workers->each;
                Scalar* x[Net::input_count];
                Ends ends;
                for (std::size_t k = 0; k < Net::input_count; ++k) {
                    ends.inputs[k] = x[k] = at;
                    at += Net::input_shapes[k].size() * most;
                }
                for (std::size_t k = 0; k < Net::output_count; ++k) {
                    ends.outputs[k] = at;
                    at += Net::output_shapes[k].size() * most;
                }
                const std::size_t left = inputs.count() - group * size;
                const std::size_t count = left < size ? left : size;
                for (std::size_t done = 0; done < count; done += most) {
                    const std::size_t first = group * size + done;
                    const std::size_t some = count - done < most ? count - done : most;
                    for (std::size_t k = 0; k < Net::input_count; ++k)
                        for (std::size_t n = 0; n < some; ++n)
                            inputs.all[k].read(first + n, x[k] + n * Net::input_shapes[k].size());
                    Net::forward(parameters, ends, at, some);
                    use(function, first, some, ends, at);
                }
            });
    }
};

}  // namespace inlay::INLAY_ABI::lifetime
#endif  // INLAY_MODEL_GROUPS_HPP

// <inlay/model/summary.hpp>
#ifndef INLAY_MODEL_SUMMARY_HPP
#define INLAY_MODEL_SUMMARY_HPP
// Keras 3's table of a model (keras/src/utils/summary_utils.py), and two facts more below it.

namespace inlay::INLAY_ABI {

/// One layer of a summary.
struct SummaryRow {
    Text name;               ///< conv2d_1
    std::string_view title;  ///< Conv2D
    Shape shape;             ///< of one output, the batch not included
    std::size_t parameters = 0;
    Text connected_to{};    ///< the layers that it reads: conv2d[0][0], add[0][0]
    bool frozen = false;    ///< its parameters are not trained
    std::size_t level = 0;  ///< how many nested models it stands in
};

/// What a summary tells.
struct SummaryTable {
    std::string_view model_name = "sequential";
    View<const SummaryRow> rows{};
    bool branches = false;          ///< says what each layer is connected to
    bool trainable_column = false;  ///< says of each layer whether it is trained
    std::size_t trainable = 0;
    std::size_t non_trainable = 0;
    std::size_t optimizer = 0;  ///< its numbers, with a step counter of 8 bytes; 0: none
    std::size_t bytes_per_number = 4;
    std::uint64_t multiply_adds = 0;    ///< for one example
    std::uint64_t multiplications = 0;  ///< that fast algorithms leave of them
    std::string algorithms{};           ///< what they are: conv2d_1 F(2x2, 3x3); empty: none
    std::size_t inference_bytes = 0;    ///< 0: not shown
    std::size_t training_bytes = 0;     ///< 0: not shown
    std::size_t batch_size = 0;         ///< that training_bytes are for
};

/// Below it the columns have no room for their words.
inline constexpr std::size_t narrowest_summary = 40;

/// The width of a table on a screen of so many columns: Keras's, or what the screen has but for 4.
inline std::size_t summary_width(bool branches, std::size_t screen_columns,
                                 bool trainable_column = false) {
    const std::size_t widest = (branches ? 108u : 88u) + (trainable_column ? 12u : 0u);
    if (screen_columns < narrowest_summary + 4) return narrowest_summary;
    return screen_columns - 4 < widest ? screen_columns - 4 : widest;
}

/// The table as text of a width, 40 at least.
INLAY_COLD std::string summary_text(const SummaryTable& table, std::size_t width);

#if INLAY_BODIES

namespace printing {

/// How a column stands, where it ends as a share of the whole, and its width without the spaces
/// beside its borders.
struct Column {
    enum Place { left, right, center } place = left;
    double end = 0;
    std::size_t width = 0;
};

/// Places on a screen: characters of UTF-8.
INLAY_COLD inline std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    for (const char c : text) width += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return width;
}

/// 46,922
INLAY_COLD inline Text grouped(std::uint64_t number) {
    const Text digits = Text() << number;
    Text text;
    for (std::size_t left = digits.view().size(); left > 0; --left)
        text << digits.view()[digits.view().size() - left]
             << (left % 3 == 1 && left > 1 ? "," : "");
    return text;
}

/// (None, 24, 24, 32): None stands for the batch.
INLAY_COLD inline Text batch_shape_text(const Shape& shape) {
    Text text;
    text << "(None";
    for (int d = 0; d < shape.rank(); ++d) text << ", " << shape[d];
    return text << ")";
}

/// 183.29 KB
INLAY_COLD inline void put_size(Text& out, std::size_t bytes) {
    constexpr const char* units[]{" B", " KB", " MB", " GB", " TB", " PB"};
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; size >= 1024 && unit < 5; ++unit) size /= 1024;
    out << Decimal{size, 2} << units[unit];
}

/// The 3 n + 1 places of borders and spaces come out of the columns, one more out of the last but
/// one, as rich divides them.
INLAY_COLD inline void divide(std::size_t width, View<Column> columns) {
    std::size_t begin = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto end = static_cast<std::size_t>(columns[c].end * static_cast<double>(width));
        columns[c].width = end - begin - (c + 2 == columns.size() ? 4 : 3);
        begin = end;
    }
}

/// ├───┼───┤
INLAY_COLD inline void put_rule(Text& out, View<const Column> columns, const char* left,
                                const char* line, const char* cross, const char* right) {
    for (const Column& column : columns)
        (out << (&column == columns.data() ? left : cross)).repeat(line, column.width + 2);
    out << right << "\n";
}

/// Takes the words off a text that fit in a line; one that is longer comes alone.
INLAY_COLD inline std::string_view take_line(std::string_view& text, std::size_t width) {
    std::size_t length = text.size();
    if (const std::size_t bytes = length - width_of(text); length > width + bytes)
        length = text.rfind(' ', width + bytes);
    if (length == text.npos) length = text.find(' ');
    const std::string_view line = text.substr(0, length);
    text.remove_prefix(line.size() < text.size() ? line.size() + 1 : text.size());
    return line;
}

/// One line of a cell, cut by an ellipsis where it is too long.
INLAY_COLD inline void put_line(Text& out, std::string_view line, const Column& column) {
    const std::size_t width = width_of(line);
    const bool cut = width > column.width;
    const std::size_t space = cut ? 0 : column.width - width;
    const std::size_t before = column.place == Column::right    ? space
                               : column.place == Column::center ? space / 2
                                                                : 0;
    out.repeat(" ", before);
    out << line.substr(0, cut ? column.width - 1 : line.size()) << (cut ? "…" : "");
    out.repeat(" ", space - before);
}

/// │ a │ b │, as high as the highest cell: the others stand at the top or at the bottom.
INLAY_COLD inline void put_row(Text& out, View<const Column> columns, const std::string_view* cells,
                               const char* border, bool bottom) {
    std::string_view rest[5];
    std::size_t heights[5]{}, height = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        for (rest[c] = cells[c]; !rest[c].empty(); ++heights[c])
            take_line(rest[c], columns[c].width);
        if (heights[c] > height) height = heights[c];
        rest[c] = cells[c];
    }
    for (std::size_t left = height; left > 0; --left) {
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const bool blank = bottom && left > heights[c];
            out << border << " ";
            put_line(out, blank ? "" : take_line(rest[c], columns[c].width), columns[c]);
            out << " ";
        }
        out << border << "\n";
    }
}

/// Total params: 46,922 (183.29 KB)
INLAY_COLD inline void put_count(Text& out, const char* what, std::size_t numbers,
                                 std::size_t bytes) {
    out << what << grouped(numbers) << " (";
    put_size(out, bytes);
    out << ")\n";
}

/// The lines below the table.
INLAY_COLD inline void put_counts(Text& out, const SummaryTable& table) {
    const std::size_t total = table.trainable + table.non_trainable + table.optimizer;
    const std::size_t counter = table.optimizer == 0 ? 0 : 8 - table.bytes_per_number;
    const std::size_t each = table.bytes_per_number;
    put_count(out, " Total params: ", total, total * each + counter);
    put_count(out, " Trainable params: ", table.trainable, table.trainable * each);
    put_count(out, " Non-trainable params: ", table.non_trainable, table.non_trainable * each);
    if (table.optimizer != 0)
        put_count(out, " Optimizer params: ", table.optimizer, table.optimizer * each + counter);

    out << " Multiply-adds: " << grouped(table.multiply_adds) << " per example\n";
    if (!table.algorithms.empty())
        out << " Multiplications left: " << grouped(table.multiplications) << " by "
            << table.algorithms << "; the other layers are direct\n";
    const bool inference = table.inference_bytes != 0, training = table.training_bytes != 0;
    if (inference || training) out << " Memory: ";
    if (inference) {
        put_size(out, table.inference_bytes);
        out << " for inference" << (training ? ", " : "\n");
    }
    if (training) {
        put_size(out, table.training_bytes);
        out << " for training with batches of " << grouped(table.batch_size) << "\n";
    }
}

}  // namespace printing

INLAY_BODY std::string summary_text(const SummaryTable& table, std::size_t width) {
    using namespace printing;
    // Where Keras's columns end; one more takes a tenth of the whole.
    constexpr double sequential[]{0.45, 0.8, 1}, branched[]{0.3, 0.56, 0.74, 1};
    Column all[5];
    std::size_t count = table.branches ? 4 : 3;
    const double rest = table.trainable_column ? 0.9 : 1;
    for (std::size_t c = 0; c < count; ++c)
        all[c].end = rest * (table.branches ? branched : sequential)[c];
    all[2].place = Column::right;
    if (table.trainable_column) all[count++] = {.place = Column::center, .end = 1};
    const View<Column> columns(all, count);
    divide(width < narrowest_summary ? narrowest_summary : width, columns);

    Text out;
    out << "Model: \"" << table.model_name << "\"\n";
    std::string_view headers[5]{"Layer (type)", "Output Shape", "Param #"};
    std::size_t header = 3;
    if (table.branches) headers[header++] = "Connected to";
    if (table.trainable_column) headers[header] = "Trainable";
    put_rule(out, columns, "┏", "━", "┳", "┓");
    put_row(out, columns, headers, "┃", true);
    put_rule(out, columns, "┡", "━", "╇", "┩");
    for (const SummaryRow& row : table.rows) {
        Text title;
        title.repeat("   ", row.level) << (row.level > 0 ? "└ " : "");
        title << row.name << " (" << row.title << ")";
        const Text shape = batch_shape_text(row.shape), parameters = grouped(row.parameters);
        std::string_view cells[5]{title.view(), shape.view(), parameters.view()};
        std::size_t cell = 3;
        if (table.branches)
            cells[cell++] = row.connected_to.empty() ? "-" : row.connected_to.view();
        if (table.trainable_column)
            cells[cell] = row.parameters == 0 ? "-" : row.frozen ? "N" : "Y";
        if (&row != table.rows.data()) put_rule(out, columns, "├", "─", "┼", "┤");
        put_row(out, columns, cells, "│", false);
    }
    put_rule(out, columns, "└", "─", "┴", "┘");
    put_counts(out, table);
    return out;
}

#endif

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_MODEL_SUMMARY_HPP

// <inlay/model/layer_names.hpp>
#ifndef INLAY_MODEL_LAYER_NAMES_HPP
#define INLAY_MODEL_LAYER_NAMES_HPP
// Keras's names of layers and tensors, and what a summary tells of each layer.

namespace inlay::INLAY_ABI::layer_names {

using Layers = View<const program::LayerInfo>;
using Tensors = View<const program::TensorInfo>;

INLAY_COLD std::vector<std::string> tensor_names(Tensors tensors, Layers layers);

/// The number of the tensor of a name; an Error lists the names otherwise.
INLAY_COLD std::size_t tensor_number(Tensors tensors, Layers layers, std::string_view name);

/// What a summary tells of.
struct Described {
    Layers layers;
    View<const program::Connection> connections;
    View<const program::Entry> inputs;
    std::size_t outputs = 1;
    std::string_view name{};
};

/// The rows of a summary, written from `row` on: as many as inputs and twice the layers at most.
/// Keras shows inputs, and what layers read, of a model with branches; what nested models hold, if
/// asked.
INLAY_COLD SummaryTable table_of(const Described& model, bool expand_nested, SummaryRow* row);

#if INLAY_BODIES

/// x/conv2d_1: Keras's name of a layer, behind those of the nested models that it stands in.
INLAY_COLD inline Text layer_path(Layers layers, int layer) {
    Text path;
    program::put_path(path, layers.data(), layer);
    return path;
}

/// conv2d/kernel
INLAY_COLD inline Text tensor_name(const program::TensorInfo& tensor, Layers layers) {
    return layer_path(layers, tensor.layer) << "/" << tensor.spec.name;
}

/// Whether a layer is a nested model, or stands in it.
INLAY_COLD inline bool stands_in(Layers layers, int layer, int scope) {
    while (layer >= 0 && layer != scope) layer = layers[std::size_t(layer)].scope;
    return layer == scope;
}

/// conv2d[0][0], add[1][0]: what a layer reads, each by its call and its output, in Keras's terms.
/// Of a nested model only the whole can be read from outside.
INLAY_COLD inline Text connection_text(int reader, Layers layers,
                                       View<const program::Connection> connections,
                                       View<const program::Entry> inputs) {
    Text text;
    for (const auto& connection : connections) {
        if (connection.reader != reader) continue;
        text << (text.empty() ? "" : ", ");
        int source = connection.source;
        if (source < 0) {
            program::put_name(text, inputs[std::size_t(-1 - source)]);
        } else {
            for (int scope; (scope = layers[std::size_t(source)].scope) >= 0; source = scope)
                if (stands_in(layers, reader, scope)) break;
            program::put_name(text, layers[std::size_t(source)]);
        }
        text << "[" << connection.call << "][0]";
    }
    return text;
}

/// conv2d_1 F(2x2, 3x3): each layer that is not computed as a direct sum.
INLAY_COLD inline Text algorithm_text(Layers layers) {
    Text text;
    for (std::size_t k = 0; k < layers.size(); ++k) {
        const auto [tile, size] = layers[k].algorithm;
        if (!layers[k].algorithm.fast()) continue;
        text << (text.view().empty() ? "" : ", ") << layer_path(layers, int(k)) << " F(" << tile
             << "x" << tile << ", " << size << "x" << size << ")";
    }
    return text;
}

INLAY_BODY std::vector<std::string> tensor_names(Tensors tensors, Layers layers) {
    std::vector<std::string> names(tensors.size());
    for (std::size_t t = 0; t < tensors.size(); ++t) names[t] = tensor_name(tensors[t], layers);
    return names;
}

INLAY_BODY std::size_t tensor_number(Tensors tensors, Layers layers, std::string_view name) {
    for (std::size_t t = 0; t < tensors.size(); ++t)
        if (tensor_name(tensors[t], layers).view() == name) return t;
    Text sentence;
    sentence << "the model has no tensor '" << name << "'; it has ";
    for (const auto& tensor : tensors)
        sentence << (&tensor == tensors.data() ? "" : ", ") << tensor_name(tensor, layers);
    fail(sentence);
}

INLAY_BODY SummaryTable table_of(const Described& model, bool expand_nested, SummaryRow* row) {
    SummaryTable table;
    const Layers layers = model.layers;
    SummaryRow* const first = row;
    std::size_t outer = 0, reads = 0;  // layers that stand in no nested model, and what they read
    for (const auto& layer : layers) outer += layer.scope < 0;
    for (const auto& read : model.connections) reads += layers[std::size_t(read.reader)].scope < 0;
    table.branches = reads > outer || model.inputs.size() > 1 || model.outputs > 1;
    if (table.branches) {
        table.model_name = "functional";
        for (const auto& input : model.inputs) {
            program::put_name(row->name, input);
            row->title = "InputLayer";
            row->shape = input.shape;
            ++row;
        }
    }
    if (!model.name.empty()) table.model_name = model.name;
    for (std::size_t k = 0; k < layers.size(); ++k) {
        const auto& layer = layers[k];
        table.multiplications += layer.cost.multiplications * std::size_t(layer.calls);
        std::size_t level = 0;
        for (int scope = layer.scope; scope >= 0; scope = layers[std::size_t(scope)].scope) ++level;
        if (level > 0 && !expand_nested) continue;
        program::put_name(row->name, layer);
        row->title = layer.title;
        row->shape = layer.output;
        row->frozen = layer.frozen;
        row->level = level;
        if (level == 0)
            row->connected_to = connection_text(int(k), layers, model.connections, model.inputs);
        for (std::size_t part = k; part < layers.size(); ++part)
            if (stands_in(layers, int(part), int(k)))
                row->parameters += layers[part].trainable + layers[part].non_trainable;
        ++row;
        if (!expand_nested || !layer.nested || layer.title != "Functional") continue;
        row->name << "input_layer";
        row->title = "InputLayer";
        for (const auto& read : model.connections)
            if (read.reader == int(k))
                row->shape = read.source < 0 ? model.inputs[std::size_t(-1 - read.source)].shape
                                             : layers[std::size_t(read.source)].output;
        row->level = level + 1;
        ++row;
    }
    table.rows = {first, std::size_t(row - first)};
    table.algorithms = algorithm_text(layers);
    return table;
}

#endif

}  // namespace inlay::INLAY_ABI::layer_names
#endif  // INLAY_MODEL_LAYER_NAMES_HPP

// <inlay/model/link.hpp>
#ifndef INLAY_MODEL_LINK_HPP
#define INLAY_MODEL_LINK_HPP
// What ties trainers to a model that may move and end before them.

namespace inlay::INLAY_ABI::lifetime {

/// What the summary of a model tells of its training.
struct TrainingFacts {
    std::size_t optimizer_count = 0;  ///< numbers, as Keras counts them
    std::size_t bytes = 0;            ///< of memory, beside weights and data
    std::size_t batch_size = 0;       ///< that the memory is for
};

/// What a model and its trainers share, so that neither needs to know the other's members: where
/// the model is, null once it exists no more, and what the last trainer said of itself.
struct Link {
    void* model;
    TrainingFacts training{};
};

/// What a model that was moved from says to whatever it is asked to do.
INLAY_COLD Sentence moved_from(std::string_view place);

#if INLAY_BODIES

INLAY_BODY Sentence moved_from(std::string_view place) {
    return Sentence() << place << ": the model has been moved from; assign a model to it first";
}

#endif

}  // namespace inlay::INLAY_ABI::lifetime
#endif  // INLAY_MODEL_LINK_HPP

// <inlay/model/parts.hpp>
#ifndef INLAY_MODEL_PARTS_HPP
#define INLAY_MODEL_PARTS_HPP
// Keras's bar for evaluate and predict: the examples run part by part, and between two parts the
// bar is drawn.

namespace inlay::INLAY_ABI {

/// Examples to run: in batches, which the bar counts, and in parts of whole units.
struct PartedWork {
    std::size_t count, unit, batch;
};

/// Runs all examples in parts, by run(context, first, count), which brings `logs` up to date.
INLAY_COLD void run_in_parts(const PartedWork& work, int verbose, View<const LogEntry> logs,
                             const void* context,
                             void (*run)(const void* context, std::size_t first,
                                         std::size_t count));

/// The same for a callable run(first, count).
template <class Run>
void in_parts(const PartedWork& work, Whole verbose, View<const LogEntry> logs, const Run& run) {
    run_in_parts(work, verbosity(verbose), logs, &run,
                 [](const void* context, std::size_t first, std::size_t count) {
                     (*static_cast<const Run*>(context))(first, count);
                 });
}

#if INLAY_BODIES

INLAY_BODY void run_in_parts(const PartedWork& work, int verbose, View<const LogEntry> logs,
                             const void* context,
                             void (*run)(const void* context, std::size_t first,
                                         std::size_t count)) {
    if (verbose == 0 || work.count == 0) return run(context, 0, work.count);
    const std::size_t steps = (work.count + work.batch - 1) / work.batch;
    Progress progress(host::standard_output(), host::is_terminal(), verbose);
    progress.begin_evaluation(steps);
    // Some units for each thread, so that a part keeps them all busy.
    const std::size_t least = 4 * static_cast<std::size_t>(threads()) * work.unit;
    std::size_t part = work.unit;
    while (part < least || part < work.batch) part += work.unit;
    for (std::size_t first = 0; first < work.count; first += part) {
        const std::size_t left = work.count - first;
        run(context, first, left < part ? left : part);
        if (const std::size_t step = (first + part) / work.batch; step < steps)
            progress.update(step, logs);
    }
    progress.end_epoch(logs);
}

#endif

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_MODEL_PARTS_HPP

// <inlay/model/due.hpp>
#ifndef INLAY_MODEL_DUE_HPP
#define INLAY_MODEL_DUE_HPP
// When derived weights are due: after the weights were handed out to be written to.

namespace inlay::INLAY_ABI::lifetime {

class Due {
public:
    void set() { due_.store(true); }

    /// The same for a span that the caller may keep.
    void hand_out() {
        kept_.store(true);
        set();
    }

    /// Becomes what another is, whose weights come along.
    void take(const Due& other) {
        due_.store(other.due_.load());
        kept_.store(other.kept_.load());
        made_from_ = other.made_from_;
    }

    /// Calls prepare() where it is due, once, whichever thread comes first. Where a span was handed
    /// out, builds without NDEBUG also look whether the weights are those that it was last called
    /// for, by their fingerprint(): it may have been written to after a forward pass had spent it.
    template <class Fingerprint, class Prepare>
    void settle([[maybe_unused]] const Fingerprint& fingerprint, const Prepare& prepare) {
#if defined(NDEBUG)
        if (!due_.load()) return;
#else
        if (!due_.load()) {
            if (made_from_ == 0 || fingerprint() == made_from_) return;
            debugging::report(
                "weights() or state() was written to through a span from before the "
                "last forward pass: ask for it anew");
            due_.store(true);
        }
#endif
        const host::Guard guard(preparing_.get());
        if (!due_.load()) return;
        prepare();
#if defined(NDEBUG)
        made_from_ = 0;  // a unit that is built without NDEBUG has nothing to compare
#else
        made_from_ = kept_.load() ? fingerprint() : 0;
#endif
        due_.store(false);
    }

private:
    Atomic<bool> due_ = true, kept_ = false;
    std::uint64_t made_from_ = 0;
    host::PerProcess<host::Mutex> preparing_;
};

}  // namespace inlay::INLAY_ABI::lifetime
#endif  // INLAY_MODEL_DUE_HPP

// <inlay/model/storage.hpp>
#ifndef INLAY_MODEL_STORAGE_HPP
#define INLAY_MODEL_STORAGE_HPP
// The numbers of a model, where they lie, and what runs on them: what models, trainers and files
// share.

namespace inlay::INLAY_ABI::lifetime {

/// Weights, state, what is derived from both, and a workspace; empty until there is room for them.
template <class Net>
class Storage {
public:
    using Scalar = typename Net::scalar;

    explicit Storage(const host::Memory& memory = {}) noexcept : memory_(memory) {}

    /// Nothing yet, in the memory and on the job system of another.
    static Storage beside(const Storage& other) noexcept {
        Storage made(other.memory_);
        made.jobs_ = other.jobs_;
        return made;
    }

    Storage(Storage&& other) noexcept { take(other); }
    Storage& operator=(Storage&&) = delete;

    ~Storage() { delete idle_.exchange(nullptr); }

    bool empty() const { return !whole_; }
    const host::Memory& memory() const { return memory_; }
    const host::Jobs& jobs() const { return jobs_; }
    void run_on(const host::Jobs& jobs) { jobs_ = jobs; }

    std::span<Scalar> weights() { return weights_.span(); }
    std::span<const Scalar> weights() const { return weights_.span(); }
    std::span<Scalar> state() { return state_.span(); }
    std::span<const Scalar> state() const { return state_.span(); }
    std::span<Scalar> workspace() { return workspace_.span(); }

    /// The numbers of one tensor.
    std::span<Scalar> tensor(const program::TensorInfo& tensor) {
        const std::span<Scalar> block = tensor.spec.trainable ? weights() : state();
        return {block.data() + tensor.offset, tensor.spec.shape.size()};
    }

    /// When what is derived from the weights is due.
    Due& due() { return due_; }

    /// Numbers that a workspace for one example holds: the network's, and an output where that
    /// cannot be written over the input.
    static constexpr std::size_t workspace_count() {
        return Net::workspace_count() + (Net::in_place ? 0 : Net::output_size);
    }

    /// Room for all numbers, zeros at first; nothing has changed where there is none.
    void make_room() {
        Buffer<Scalar> weights(Net::trainable_count, memory_), state(Net::state_count, memory_);
        Buffer<Scalar> derived(Net::derived_count, memory_);
        Buffer<Scalar> workspace(workspace_count(), memory_);
        std::swap(weights_, weights);
        std::swap(state_, state);
        std::swap(derived_, derived);
        std::swap(workspace_, workspace);
        whole_ = true;
        if (debugging::handler == nullptr) debugging::handler = debugging::write_and_abort;
    }

    /// Becomes a copy of another, in the memory it has.
    void copy(const Storage& other) {
        if (other.empty()) return clear();
        if (empty()) make_room();
        for (std::size_t k = 0; k < Net::trainable_count; ++k) weights_[k] = other.weights_[k];
        for (std::size_t k = 0; k < Net::state_count; ++k) state_[k] = other.state_[k];
        due_.set();
    }

    /// Becomes another, with its memory, its job system and its threads, and leaves it empty.
    void take(Storage& other) noexcept {
        memory_ = other.memory_;
        jobs_ = other.jobs_;
        weights_ = std::move(other.weights_);
        state_ = std::move(other.state_);
        derived_ = std::move(other.derived_);
        workspace_ = std::move(other.workspace_);
        whole_ = std::exchange(other.whole_, false);
        due_.take(other.due_);
        delete idle_.exchange(other.idle_.exchange(nullptr));
    }

    Parameters<Scalar> parameters() const {
        return {weights_.data(), state_.data(), derived_.data()};
    }

    /// Brings the derived numbers up to date.
    void prepare() const noexcept {
        if constexpr (Net::derived_count != 0)
            due_.settle(
                [&]() -> std::uint64_t {
                    return debugging::fingerprint(
                        state_.data(), Net::state_count,
                        debugging::fingerprint(weights_.data(), Net::trainable_count));
                },
                [&] { Net::prepare(weights_.span(), state_.span(), derived_.span()); });
    }

    /// Runs one example in a workspace; through one more place where an output may not overlap an
    /// input. Without weights it makes NaN.
    void forward(const typename Net::Ends& ends, Scalar* workspace) const noexcept {
        if (empty()) {
            for (std::size_t k = 0; k < Net::output_count; ++k)
                for (std::size_t i = 0; i < Net::output_shapes[k].size(); ++i)
                    ends.outputs[k][i] = static_cast<Scalar>(__builtin_nan(""));
            return;
        }
        prepare();
        if (Net::in_place || !Net::overlap(ends, 1))
            return Net::forward(parameters(), ends, workspace);
        typename Net::Ends apart = ends;
        Scalar* at = workspace + Net::workspace_count();
        for (std::size_t k = 0; k < Net::output_count; at += Net::output_shapes[k++].size())
            apart.outputs[k] = at;
        Net::forward(parameters(), apart, workspace);
        for (std::size_t k = 0; k < Net::output_count; ++k)
            for (std::size_t i = 0; i < Net::output_shapes[k].size(); ++i)
                ends.outputs[k][i] = apart.outputs[k][i];
    }

    /// Runs all inputs in batches: use(first, count, ends, workspace).
    template <class Use>
    void run_all(const typename Groups<Net>::Inputs& inputs, std::size_t batch,
                 const Use& use) const {
        prepare();
        Groups<Net>::run({idle_, jobs_, memory_}, parameters(), inputs, batch, use);
    }

private:
    /// Gives up the numbers and the threads.
    void clear() noexcept {
        weights_ = state_ = derived_ = workspace_ = Buffer<Scalar>();
        whole_ = false;
        delete idle_.exchange(nullptr);
    }

    host::Memory memory_;
    host::Jobs jobs_;
    bool whole_ = false;
    Buffer<Scalar> weights_, state_;
    mutable Buffer<Scalar> derived_;
    Buffer<Scalar> workspace_;
    mutable Due due_;
    mutable Atomic<host::Workers<Scalar>*> idle_ = nullptr;
};

}  // namespace inlay::INLAY_ABI::lifetime
#endif  // INLAY_MODEL_STORAGE_HPP

// <inlay/model/model.hpp>
#ifndef INLAY_MODEL_MODEL_HPP
#define INLAY_MODEL_MODEL_HPP
// A network with storage of its own: what a desktop program uses.

namespace inlay::INLAY_ABI {

template <class Model, class Optimizer, class Loss, class... Metrics>
class Trainer;

/// A network bound to its input, with weights, state and a workspace of its own. A value: it can
/// be copied, moved and returned. Its trainers follow it when it moves, and no copy has any. A
/// model that was moved from is empty: it has no weights and refuses to do anything, until a model
/// is assigned to it. Policy is Fast<>, Direct or Fast<Tile>: the algorithm of the layers that do
/// not say.
template <class Spec, class In, class Scalar = float, class Policy = Fast<>>
class Model {
public:
    using Net = Network<Spec, In, Scalar, Policy>;
    using scalar = Scalar;
    using Groups = lifetime::Groups<Net>;
    using Storage = lifetime::Storage<Net>;

    static constexpr bool one_to_one = Net::input_count == 1 && Net::output_count == 1;

    /// The shapes of one example and of what the model makes of it: of all inputs and outputs, and
    /// of the first.
    static constexpr auto input_shapes = Net::input_shapes;
    static constexpr auto output_shapes = Net::output_shapes;
    static constexpr Shape input_shape = Net::input_shape;
    static constexpr Shape output_shape = Net::output_shape;
    static constexpr std::size_t parameter_count = Net::parameter_count;
    static constexpr std::size_t trainable_count = Net::trainable_count;
    static constexpr std::size_t state_count = Net::state_count;
    static constexpr std::uint64_t multiply_adds = Net::multiply_adds;
    static constexpr std::size_t inference_bytes = Net::inference_bytes;

    /// The initial weights are a function of the seed alone, bit for bit on every machine.
    explicit Model(std::uint64_t seed = 0) : Model(seed, host::Memory()) {}

    /// The same in memory of the program's: all blocks of weights, activations, gradients and
    /// moments, also of its copies and trainers, come from an allocator with the members of a
    /// std::pmr::memory_resource, which must outlive them.
    template <host::Allocator Allocator>
    Model(std::uint64_t seed, Allocator& allocator) : Model(seed, host::Memory(allocator)) {}

    /// A copy is run by the same job system and lies in the same memory.
    Model(const Model& other) : seed_(other.seed_), storage_(Storage::beside(other.storage_)) {
        storage_.copy(other.storage_);
    }

    /// Weights and trainers change hands: nothing is copied, and spans of the weights stay valid.
    Model(Model&& other) noexcept { take(other); }

    /// Copies the weights and the seed into this model, whose trainers go on with them.
    Model& operator=(const Model& other) {
        if (this == &other) return *this;
        storage_.copy(other.storage_);
        if (!other.empty()) seed_ = other.seed_;
        return *this;
    }

    /// Likewise, without copying. Trainers of the other model come along, and those of this one
    /// have no model any more; where the other has none, those of this one go on.
    Model& operator=(Model&& other) noexcept {
        if (this == &other) return *this;
        Holder own = std::exchange(link_, Holder());
        take(other);
        if (!has_trainer()) std::swap(link_, own);
        point(link_, this);
        if (own) point(own, nullptr);
        return *this;
    }

    ~Model() { point(link_, nullptr); }

    /// From now on a job system of the program's runs training and batched inference, and no thread
    /// is started: jobs.parallel(count, task) calls task(k) once for every k below count, on
    /// whatever threads, and returns when all have ended. jobs.workers(), if there is one, says how
    /// many run at a time (else threads() does). It must outlive its use; results do not depend on
    /// it.
    template <host::JobSystem Jobs>
    void run_on(Jobs& jobs) {
        storage_.run_on(host::Jobs(jobs));
    }

    /// From now on threads of the library's own do.
    void run_on() { storage_.run_on(host::Jobs()); }

    /// Whether the model was moved from, and nothing has been assigned to it since.
    bool empty() const { return storage_.empty(); }

    /// The seed the initial weights were drawn from.
    std::uint64_t seed() const { return seed_; }

    /// What a checkpoint restores: the weights stay as they are.
    void set_seed(std::uint64_t seed) { seed_ = seed; }

    /// All trainable weights, one block: layers in order, kernel before bias. What is written here
    /// is seen by the next forward pass; ask again before writing more.
    std::span<Scalar> weights() {
        storage_.due().hand_out();
        return storage_.weights();
    }
    std::span<const Scalar> weights() const { return storage_.weights(); }

    /// All other weights (moving means and variances), likewise.
    std::span<Scalar> state() {
        storage_.due().hand_out();
        return storage_.state();
    }
    std::span<const Scalar> state() const { return storage_.state(); }

    /// One tensor by Keras's name for it, such as conv2d/kernel; an Error lists the names
    /// otherwise.
    std::span<Scalar> weights(std::string_view name) {
        require("weights");
        storage_.due().hand_out();
        return storage_.tensor(tensors[tensor_number(name)]);
    }
    std::span<const Scalar> weights(std::string_view name) const {
        require("weights");
        return const_cast<Storage&>(storage_).tensor(tensors[tensor_number(name)]);
    }

    /// For writers of weights that keep no span: the next forward pass sees what changes now.
    void announce_change() { storage_.due().set(); }

    /// The names of all tensors, in the order of the blocks, layer by layer.
    static std::vector<std::string> tensor_names() {
        return layer_names::tensor_names(tensors, layers);
    }

    /// The shape of one tensor, in Keras's layout.
    static Shape tensor_shape(std::string_view name) {
        return tensors[tensor_number(name)].spec.shape;
    }

    /// Whether a tensor belongs to weights() rather than to state().
    static bool is_trainable(std::string_view name) {
        return tensors[tensor_number(name)].spec.trainable;
    }

    /// weights() and then state(), copied.
    std::vector<Scalar> get_weights() const {
        require("get_weights");
        std::vector<Scalar> all(parameter_count);
        for (std::size_t k = 0; k < parameter_count; ++k)
            all[k] = k < trainable_count ? weights()[k] : state()[k - trainable_count];
        return all;
    }

    /// Takes what get_weights gave; an Error where the length differs, and nothing has changed.
    void set_weights(std::span<const Scalar> values) {
        require("set_weights");
        if (values.size() != parameter_count)
            fail(Text() << "set_weights was given " << values.size()
                        << " numbers but the model has " << parameter_count);
        announce_change();
        for (std::size_t k = 0; k < parameter_count; ++k)
            (k < trainable_count ? storage_.weights()[k] : storage_.state()[k - trainable_count]) =
                values[k];
    }

    /// One example in, one out, in the model's own workspace; no heap. The output may overlap the
    /// input. An empty model makes NaN.
    void forward(std::span<const Scalar, Net::input_shape.size()> in,
                 std::span<Scalar, Net::output_shape.size()> out) noexcept
        requires one_to_one
    {
        forward(in, out, storage_.workspace());
    }

    /// The same in a workspace of the caller's of at least workspace_count() numbers: several
    /// threads may do this with one model, each with a workspace of its own.
    void forward(std::span<const Scalar, Net::input_shape.size()> in,
                 std::span<Scalar, Net::output_shape.size()> out,
                 std::span<Scalar> workspace) const noexcept
        requires one_to_one
    {
        storage_.forward({{in.data()}, {out.data()}}, workspace.data());
    }

    /// The same on ranges whose lengths are looked at when the program runs.
    template <class From, class To>
        requires(one_to_one && std::convertible_to<From&, std::span<const Scalar>> &&
                 std::convertible_to<To&, std::span<Scalar>> &&
                 !(std::convertible_to<From&, std::span<const Scalar, Net::input_shape.size()>> &&
                   std::convertible_to<To&, std::span<Scalar, Net::output_shape.size()>>))
    Status forward(const From& from, To&& to) noexcept {
        return forward(std::forward_as_tuple(from), std::forward_as_tuple(to));
    }

    /// One example of several inputs in, all outputs out: a tuple of ranges for each, whose lengths
    /// are looked at when the program runs.
    template <class... From, class... To>
    Status forward(const std::tuple<From...>& from, const std::tuple<To...>& to) noexcept {
        static_assert(sizeof...(From) == Net::input_count && sizeof...(To) == Net::output_count,
                      "inlay: forward takes a tuple of one range for each input, and one for each "
                      "output");
        if (empty()) return Status(lifetime::moved_from("forward"));
        typename Net::Ends ends;
        std::size_t given[2]{}, i = 0, o = 0;
        bool fit = true;
        const auto look = [&](const auto& span, const Shape& shape, std::size_t& sum, auto& end) {
            end = span.data();
            sum += span.size();
            fit = fit && span.size() == shape.size();
        };
        std::apply(
            [&](auto&... in) {
                ((look(std::span<const Scalar>(in), input_shapes[i], given[0], ends.inputs[i]),
                  ++i),
                 ...);
            },
            from);
        std::apply(
            [&](auto&... out) {
                ((look(std::span<Scalar>(out), output_shapes[o], given[1], ends.outputs[o]), ++o),
                 ...);
            },
            to);
        if (!fit) {
            Sentence says;
            says << "forward was given " << given[0] << " numbers and room for " << given[1];
            says << " but the network takes " << Net::input_size << " and makes "
                 << Net::output_size;
            if (!one_to_one) says << ": each input and each output as many as its shape has";
            return Status(says);
        }
        storage_.forward(ends, storage_.workspace().data());
        return Status();
    }

    /// Numbers a workspace for forward holds: the network's, and an output where that cannot be
    /// written over the input.
    static constexpr std::size_t workspace_count() { return Storage::workspace_count(); }

    /// The outputs for all inputs, in their order, on all threads: (n, ...) -> (n, output...). Of a
    /// network of several inputs or outputs both are tuples of one array for each.
    auto predict(const Arrays<Net::input_count>& arrays, PredictOptions options = {}) const {
        require("predict");
        const std::size_t batch = at_least("predict: batch_size", options.batch_size, 1);
        const typename Groups::Inputs inputs(arrays);
        std::array<Tensor<Scalar>, Net::output_count> outputs;
        for (std::size_t k = 0; k < Net::output_count; ++k)
            outputs[k] =
                Tensor<Scalar>(example_data::batch_shape(inputs.count(), output_shapes[k]));
        const auto part = [&](std::size_t first, std::size_t count) {
            storage_.run_all(inputs.part(first, count), batch,
                             [&](std::size_t n, std::size_t some, const typename Net::Ends& ends,
                                 const Scalar*) {
                                 for (std::size_t k = 0; k < Net::output_count; ++k) {
                                     const std::size_t size = output_shapes[k].size();
                                     Scalar* const to = outputs[k].data() + (first + n) * size;
                                     for (std::size_t i = 0; i < some * size; ++i)
                                         to[i] = ends.outputs[k][i];
                                 }
                             });
        };
        in_parts({.count = inputs.count(), .unit = Groups::size, .batch = batch}, options.verbose,
                 {}, part);
        if constexpr (Net::output_count == 1)
            return std::move(outputs[0]);
        else
            return std::apply([](auto&... each) { return std::tuple(std::move(each)...); },
                              outputs);
    }

    /// Keras's table of layers, shapes and counts, then multiply-adds and bytes; those of training
    /// once there is a trainer. As wide as Keras's table or the terminal, unless line_length says.
    INLAY_COLD std::string summary(SummaryOptions options = {}) const {
        require("summary");
        SummaryRow rows[2 * Net::layers.size() + Net::entries.size()];
        SummaryTable table = layer_names::table_of(
            {layers, connections, entries, Net::output_count, Net::lowered.name},
            options.expand_nested, rows);
        table.trainable_column = options.show_trainable;
        table.trainable = trainable_count;
        table.non_trainable = state_count;
        table.bytes_per_number = sizeof(Scalar);
        table.multiply_adds = multiply_adds;
        table.inference_bytes = inference_bytes;
        if (has_trainer()) {
            const lifetime::TrainingFacts& told = link_.template as<lifetime::Link>().training;
            table.optimizer = told.optimizer_count;
            table.training_bytes = told.bytes;
            table.batch_size = told.batch_size;
        }
        const std::size_t length = at_least("line_length", options.line_length, 0);
        return summary_text(table, length != 0
                                       ? length
                                       : summary_width(table.branches, host::screen_columns(),
                                                       options.show_trainable));
    }

    /// Makes a trainer of this model, wherever the model moves.
    template <class Optimizer, class Loss, class... Metrics>
    auto compile(Optimizer optimizer, Loss loss, Metrics... metrics) & {
        if constexpr (compiling::Subject<Scalar, Optimizer, Loss, Metrics...>::mistake.empty())
            return Trainer<Model, Optimizer, Loss, Metrics...>(*this, optimizer, loss, metrics...);
        else
            static_assert(compiling::accepted<Scalar, Optimizer, Loss, Metrics...>(),
                          "inlay: no training");
    }
    template <class Optimizer, class Loss, class... Metrics>
    void compile(Optimizer, Loss, Metrics...) && = delete;

    /// The numbers, for trainers: what they write they announce.
    Storage& storage() { return storage_; }
    const Storage& storage() const { return storage_; }

    /// What trainers find the model by.
    const Holder& link() {
        require("compile");
        if (!link_) link_ = Holder::make<lifetime::Link>(this);
        return link_;
    }

private:
    static constexpr layer_names::Tensors tensors{Net::tensors.data(), Net::lowered.tensor_count};
    static constexpr layer_names::Layers layers{Net::layers.data(), Net::lowered.layer_count};
    static constexpr View<const program::Connection> connections{Net::connections.data(),
                                                                 Net::connections.size()};
    static constexpr View<const program::Entry> entries{Net::entries.data(), Net::entries.size()};

    Model(std::uint64_t seed, const host::Memory& memory) : seed_(seed), storage_(memory) {
        storage_.make_room();
        Net::initialize(seed, storage_.weights(), storage_.state());
    }

    bool has_trainer() const { return link_.has_others(); }

    /// Every member that needs weights begins with this.
    void require(std::string_view place) const {
        if (empty()) fail(Status(lifetime::moved_from(place)));
    }

    /// Becomes another model, with its storage and its trainers.
    void take(Model& other) noexcept {
        seed_ = other.seed_;
        storage_.take(other.storage_);
        link_ = std::move(other.link_);
        point(link_, this);
    }

    /// Tells trainers where their model is.
    static void point(const Holder& link, Model* model) {
        if (link) link.template as<lifetime::Link>().model = model;
    }

    static std::size_t tensor_number(std::string_view name) {
        return layer_names::tensor_number(tensors, layers, name);
    }

    std::uint64_t seed_ = 0;
    Storage storage_;
    Holder link_;  // to its trainers
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Model;
}  // namespace inlay
#endif  // INLAY_MODEL_MODEL_HPP

// <inlay/train/score_names.hpp>
#ifndef INLAY_TRAIN_SCORE_NAMES_HPP
#define INLAY_TRAIN_SCORE_NAMES_HPP
// What the loss and the metrics are called in a history and beside a bar, as Keras calls them.

namespace inlay::INLAY_ABI {

/// The names of the loss and some metrics. Of metrics of one name the second is numbered 1; a
/// weighted one is first told by its weights.
template <class... Metrics>
constexpr std::array<Sentence, 1 + sizeof...(Metrics)> score_names(std::string_view prefix) {
    constexpr std::size_t count = sizeof...(Metrics);
    constexpr std::string_view given[count + 1]{Metrics::name..., {}};
    constexpr bool weighted[count + 1]{scoring::Plain<Metrics>::weighted..., false};
    std::array<Sentence, 1 + count> made;
    made[0] << prefix << "loss";
    for (std::size_t k = 0; k < count; ++k) {
        // Those of the same name that Keras names before: the plain ones come first.
        std::size_t plain = 0, others = 0;
        for (std::size_t j = 0; j < count; ++j) {
            if (given[j] != given[k]) continue;
            if (!weighted[j] && (weighted[k] || j < k)) ++plain;
            if (weighted[j] && weighted[k] && j < k) ++others;
        }
        Sentence& name = made[1 + k];
        name << prefix;
        std::size_t number = plain;
        if (weighted[k] && plain + others != 0) {
            name << "weighted_";
            number = plain == 0 ? others - 1 : others;
        }
        name << given[k];
        if (number > 0) name << "_" << number;
    }
    return made;
}

}  // namespace inlay::INLAY_ABI
#endif  // INLAY_TRAIN_SCORE_NAMES_HPP

// <inlay/model/trainer.hpp>
#ifndef INLAY_MODEL_TRAINER_HPP
#define INLAY_MODEL_TRAINER_HPP
// Training as Keras does it: fit, evaluate, and single batches.

namespace inlay::INLAY_ABI {

/// Trains a model by an optimizer and a loss, and measures it. It follows the model wherever that
/// moves, keeps the optimizer's moments, and continues where it stopped.
template <class Model, class Optimizer, class Loss, class... Metrics>
class Trainer {
public:
    using Scalar = typename Model::scalar;
    using Pass = Training<typename Model::Net, Optimizer, Loss, Metrics...>;

    /// The loss, then the metrics in the order they were given.
    using Scores = std::array<Scalar, 1 + sizeof...(Metrics)>;

    /// An Error where the fields of the loss or a metric do not fit the model's output.
    Trainer(Model& model, Optimizer optimizer, Loss loss, Metrics... metrics)
        : link_(model.link()),
          optimizer_(optimizer),
          criteria_{loss, {metrics...}},
          moments_(Pass::moment_count(optimizer), model.storage().memory()) {
        if (const Sentence mistake = scoring().mistake(); !mistake.empty()) fail(Status(mistake));
        sums_ = Buffer<double>(Pass::sum_count(criteria_), model.storage().memory());
        epoch_sums_ = Buffer<double>(scoring().count());
        seed_ = model.seed();
        tell_model(32);
    }

    Trainer(Trainer&&) = default;
    Trainer& operator=(Trainer&&) = default;

    /// The optimizer; its fields may be changed between calls. Moments that a change brings into
    /// use start with zeros at the next step, and those it puts out of use are dropped then.
    Optimizer& optimizer() { return optimizer_; }
    const Optimizer& optimizer() const { return optimizer_; }

    /// Trains for some epochs and returns their losses and metrics. Called again, it continues. All
    /// inputs and labels are looked at first: an Error means that nothing has been trained.
    History fit(const ArrayView& x, const ArrayView& y, FitOptions options = {}) {
        example_data::one_kind_of_weights(options.sample_weight, options.class_weight);
        const Data all = read(x, y, options.sample_weight, options.class_weight);
        at_least("epochs", options.epochs, 0);
        const std::size_t batch = at_least("batch_size", options.batch_size, 1);
        verbosity(options.verbose);
        const double share = share_of("validation_split", options.validation_split);
        const std::uint64_t seed = options.seed.value_or(seed_);
        Data given;
        epochs::Parts parts{{0, all.count()}, {}};
        if (options.validation_data.given) {
            given = read(options.validation_data.inputs, options.validation_data.labels,
                         options.validation_data.weights);
            parts.validation.count = given.count();
        } else if (share != 0) {
            parts = epochs::split(all.count(), share);
        }
        seed_ = seed;
        make_room(batch < parts.training.count ? batch : parts.training.count);

        struct Fit {
            Trainer& trainer;
            const Data &training, &validation;
            epochs::Range validated;
            std::size_t batch;
            LogEntry* logs;
        };
        LogEntry scores[2 * terms];
        for (std::size_t k = 0; k < terms; ++k) {
            scores[k].name = names[k].view();
            scores[terms + k].name = val_names[k].view();
        }
        Fit fit{*this, all,   options.validation_data.given ? given : all, parts.validation,
                batch, scores};
        const epochs::Steps steps{
            .trainer = &fit,
            .logs = scores,
            .scores = terms,
            .begin =
                [](void* from) {
                    for (double& sum : static_cast<Fit*>(from)->trainer.epoch_sums_.span()) sum = 0;
                },
            .train =
                [](void* from, View<const std::uint32_t> examples) {
                    const Fit& in = *static_cast<Fit*>(from);
                    Trainer& trainer = in.trainer;
                    double* const sums = trainer.epoch_sums_.data();
                    trainer.scoring().join(sums, trainer.step(in.training, examples));
                    trainer.log(sums, in.logs);
                },
            .validate =
                [](void* from, LogEntry* measured) {
                    const Fit& in = *static_cast<Fit*>(from);
                    for (const Scalar score :
                         in.trainer.measure(in.validation, in.validated, in.batch))
                        measured++->value = static_cast<double>(score);
                }};
        return epochs::run(steps, parts, options, seed_, epoch_);
    }

    /// The loss and the metrics over some examples, with the model as it is outside of training.
    Scores evaluate(const ArrayView& x, const ArrayView& y, EvaluateOptions options = {}) const {
        const std::size_t batch = at_least("batch_size", options.batch_size, 1);
        const Data data = read(x, y, options.sample_weight);
        return measure(data, {0, data.count()}, batch, options.verbose);
    }

    /// One training step on exactly these examples: the loss and the metrics before the update.
    Scores train_on_batch(const ArrayView& x, const ArrayView& y,
                          TrainOnBatchOptions options = {}) {
        example_data::one_kind_of_weights(options.sample_weight, options.class_weight);
        const Data data = read(x, y, options.sample_weight, options.class_weight);
        Buffer<std::uint32_t> all(data.count());
        epochs::put_in_order(all, false, 0, 0);
        make_room(all.size());
        return results(step(data, all));
    }

    /// The loss and the metrics of exactly these examples; nothing changes.
    Scores test_on_batch(const ArrayView& x, const ArrayView& y,
                         TestOnBatchOptions options = {}) const {
        const Data data = read(x, y, options.sample_weight);
        return measure(data, {0, data.count()}, data.count());
    }

    /// Bytes of memory beside weights and data for batches of `batch` examples on `workers`
    /// threads, with an optimizer and metrics of such fields.
    static constexpr std::size_t training_bytes(
        std::size_t batch, std::size_t workers = 1, const Optimizer& optimizer = Optimizer{},
        const typename Pass::Criteria& criteria = typename Pass::Criteria{}) {
        return Pass::bytes(batch, workers, optimizer, criteria);
    }

    /// What a checkpoint holds beside the model and the optimizer: how far training has come, and
    /// the seed of its random numbers.
    struct State {
        std::uint64_t step = 0, epoch = 0, seed = 0;
    };
    State progress() const { return {step_, epoch_, seed_}; }
    void set_progress(State state) {
        step_ = state.step;
        epoch_ = state.epoch;
        seed_ = state.seed;
        tell_model(told_batch_);
    }

    /// What the optimizer keeps, as an optimizer with the fields of `other` has it.
    Buffer<Scalar> moments_for(const Optimizer& other) const {
        Buffer<Scalar> all(Pass::moment_count(other), model().storage().memory());
        for (std::size_t k = 0; k < all.size() && k < moments_.size(); ++k) all[k] = moments_[k];
        return all;
    }
    std::span<const Scalar> moments() const { return moments_.span(); }
    void set_moments(Buffer<Scalar> moments) { moments_ = std::move(moments); }

    /// The model; an Error where it no longer exists.
    Model& model() const {
        if (!link_) fail("this trainer has been moved from");
        auto* const found = static_cast<Model*>(link_.template as<lifetime::Link>().model);
        if (found == nullptr) fail("the model of this trainer no longer exists");
        if (found->empty()) fail(Status(lifetime::moved_from("this trainer")));
        return *found;
    }

private:
    static constexpr std::size_t terms = Pass::Scoring::terms;
    static constexpr auto names = score_names<Metrics...>("");
    static constexpr auto val_names = score_names<Metrics...>("val_");

    struct Data {
        Examples inputs;
        Labels<Scalar> labels;
        ExampleWeights<Scalar> weights;   // told one by one
        ExampleWeights<Scalar> by_class;  // for training alone

        std::size_t count() const { return inputs.count(); }
    };

    INLAY_COLD static Data read(const ArrayView& x, const ArrayView& y,
                                const ArrayView& sample_weight,
                                const ClassWeights& class_weight = {}) {
        const Examples inputs(x, Model::input_shape);
        constexpr Shape out = Model::output_shape;
        Labels<Scalar> labels(y, out, Loss::sparse, inputs.count());
        ExampleWeights<Scalar> weights(sample_weight, inputs.count(), out, !sums_rows<Loss>);
        ExampleWeights<Scalar> by_class(class_weight, labels, out);
        return {inputs, std::move(labels), std::move(weights), std::move(by_class)};
    }

    typename Pass::Scoring scoring() const { return {criteria_}; }

    host::Runner& runner() const { return runner_.template as<host::Runner>(); }

    /// What a summary of the model says of training. Keras counts a step and a rate among the
    /// numbers of an optimizer, and counts them once it has made its first step.
    void tell_model(std::size_t batch) {
        told_batch_ = batch;
        Model& trained = model();
        link_.template as<lifetime::Link>().training = {
            .optimizer_count =
                step_ == 0 ? 0 : Pass::moment_places.numbers[moments_in_use(optimizer_)] + 2,
            .bytes = training_bytes(batch, host::Runner::count(trained.storage().jobs()),
                                    optimizer_, criteria_),
            .batch_size = batch};
    }

    /// Memory and threads for batches of so many examples.
    INLAY_COLD void make_room(std::size_t batch) {
        const auto& storage = model().storage();
        if (!runner_ || !runner().suits(storage.jobs()))
            runner_ = Holder::make<host::Runner>(storage.jobs());
        layout_ = Pass::layout(batch, runner().workers());
        tell_model(batch);
        if (memory_.size() < layout_.total)
            memory_ = Buffer<Scalar>(layout_.total, storage.memory());
    }

    /// One step on some examples of the data; the sums of its scores.
    const double* step(const Data& data, View<const std::uint32_t> numbers) {
        struct Context {
            const Examples& inputs;
            View<const std::uint32_t> numbers;
        };
        const Context context{data.inputs, numbers};
        const Source<Scalar> source{&context, [](const void* from, std::size_t n, Scalar* to) {
                                        const auto& c = *static_cast<const Context*>(from);
                                        c.inputs.read(c.numbers[n], to);
                                    }};
        Model& trained = model();
        trained.announce_change();
        const bool first = step_ == 0, changed = moments_.size() != Pass::moment_count(optimizer_);
        if (changed) moments_ = moments_for(optimizer_);
        Targets<Scalar> targets = data.labels.gather(numbers, batch_labels_);
        data.weights.gather(numbers, batch_weights_, targets);
        data.by_class.gather(numbers, batch_weights_, targets);
        const typename Pass::Job job{.optimizer = optimizer_,
                                     .criteria = criteria_,
                                     .weights = trained.storage().weights().data(),
                                     .state = trained.storage().state().data(),
                                     .moments = moments_.data(),
                                     .memory = memory_.data(),
                                     .sums = sums_.data(),
                                     .source = source,
                                     .targets = targets,
                                     .batch = numbers.size(),
                                     .seed = seed_,
                                     .step = step_};
        const double* const sums = Pass::run(job, layout_, runner());
        ++step_;
        if (first || changed) tell_model(told_batch_);
        return sums;
    }

    Scores results(const double* sums) const {
        Scores scores;
        scoring().results(sums, scores.data());
        return scores;
    }

    /// The same as numbers of a log.
    void log(const double* sums, LogEntry* logs) const {
        for (const Scalar score : results(sums)) {
            const auto value = static_cast<float>(score);
            logs++->value = static_cast<double>(value);
        }
    }

    /// The scores of some examples outside of training.
    Scores measure(const Data& data, epochs::Range range, std::size_t batch,
                   Whole verbose = 0) const {
        using All = Measuring<Model, typename Pass::Scoring>;
        All all(model(), criteria_, batch);
        Targets<Scalar> targets = data.labels.all();
        data.weights.put(targets);
        LogEntry logs[terms];
        for (std::size_t k = 0; k < terms; ++k) logs[k].name = names[k].view();
        const auto part = [&](std::size_t begin, std::size_t count) {
            all.add(data.inputs, targets, range.first + begin, count);
            log(all.sums(), logs);
        };
        in_parts({.count = range.count, .unit = All::unit(batch), .batch = batch}, verbose, logs,
                 part);
        return results(all.sums());
    }

    Holder link_;  // to the model
    Optimizer optimizer_;
    typename Pass::Criteria criteria_;
    Buffer<Scalar> moments_, memory_;
    Buffer<double> sums_, epoch_sums_;
    Labels<Scalar> batch_labels_;
    Buffer<Scalar> batch_weights_;
    typename Pass::Layout layout_{};
    Holder runner_;  // of tasks
    std::uint64_t seed_ = 0, step_ = 0, epoch_ = 0;
    std::size_t told_batch_ = 32;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Trainer;
}  // namespace inlay
#endif  // INLAY_MODEL_TRAINER_HPP

// <inlay/io/model_file.hpp>
#ifndef INLAY_IO_MODEL_FILE_HPP
#define INLAY_IO_MODEL_FILE_HPP
// Models and checkpoints as safetensors files: written as a whole, loaded as a whole or not at all.

namespace inlay::INLAY_ABI {

namespace io {

using safetensors::Contents;
using safetensors::Fact;
using safetensors::TensorView;

/// Tensors of a network that lie in its order: the weights and the state, or one moment of an
/// optimizer, which has no state and may have other shapes. All of it is of plain types, and
/// compiled once.
struct Block {
    layer_names::Tensors tensors;
    layer_names::Layers layers;
    safetensors::Dtype dtype;
    const std::byte* weights = nullptr;
    const std::byte* state = nullptr;
    Text prefix;
};
using Blocks = View<const Block>;

/// The weights and the state of a model.
template <class Model>
Block block_of(const Model& model) {
    using Net = typename Model::Net;
    if (model.empty()) fail(Status(lifetime::moved_from("save")));
    return {.tensors = {Net::tensors.data(), Net::lowered.tensor_count},
            .layers = {Net::layers.data(), Net::lowered.layer_count},
            .dtype = safetensors::dtype_of<typename Model::scalar>(),
            .weights = reinterpret_cast<const std::byte*>(model.weights().data()),
            .state = reinterpret_cast<const std::byte*>(model.state().data()),
            .prefix = {}};
}

/// Puts the moments in use behind the model's block, which `blocks` begin with; gives all blocks.
template <class Trainer, class Optimizer>
Blocks add_moments(const Optimizer& optimizer, const Buffer<typename Trainer::Scalar>& moments,
                   Block* blocks) {
    using Pass = typename Trainer::Pass;
    const int in_use = moments_in_use(optimizer);
    if constexpr (Optimizer::moments > 0)
        for (int m = 0; m < in_use; ++m) {
            Block& block = blocks[m + 1] = blocks[0];
            if constexpr (requires(const WeightFacts& tensor) {
                              Optimizer::moment_shape(m, tensor);
                          }) {
                const auto& shaped = Pass::moment_tensors[static_cast<std::size_t>(m)];
                block.tensors = {shaped.data(), shaped.size()};
            }
            block.weights =
                reinterpret_cast<const std::byte*>(moments.data() + Pass::moment_places.begin[m]);
            block.state = nullptr;
            block.prefix = Text() << "optimizer/" << Optimizer::moment_names[m] << "/";
        }
    return {blocks, 1 + static_cast<std::size_t>(in_use)};
}

/// The bytes of a file with all tensors of the blocks.
INLAY_COLD std::vector<std::byte> serialize(Blocks blocks, View<const Fact> facts);

/// Whether a file has the tensors that blocks want, and of those of a model or of an optimizer no
/// others; one sentence tells what differs.
INLAY_COLD Status fits(Blocks wanted, const Contents& file, bool moments);

/// Copies all tensors that blocks want from a file that fits. The blocks are those of a model that
/// may be written to.
INLAY_COLD void copy_all(Blocks wanted, const Contents& file);

/// What may hold the bytes of a file: anything contiguous whose elements are bytes.
template <class Type>
concept ArrayOfBytes = requires(const Type& bytes) {
    std::data(bytes);
    std::size(bytes);
} && sizeof(*std::data(std::declval<const Type&>())) == 1;

template <class Type>
std::span<const std::byte> bytes_of(const Type& bytes) {
    return std::as_bytes(std::span(std::data(bytes), std::size(bytes)));
}

template <std::size_t Count>
std::span<const std::byte> bytes_of(const char (&literal)[Count]) {
    const std::size_t size = literal[Count - 1] == 0 ? Count - 1 : Count;
    return std::as_bytes(std::span(literal, size));
}

/// Puts the name of the file before a failure's sentence.
[[noreturn]] INLAY_COLD void fail_for(const std::string& path, const Status& status);

#if INLAY_BODIES

/// Steps through all tensors of some blocks, by Keras's names: conv2d/kernel,
/// batch_normalization/moving_mean, optimizer/m/conv2d/kernel ...
class TensorCursor {
public:
    explicit TensorCursor(Blocks blocks) : blocks_(blocks) {}

    /// Goes on to the next tensor; false behind the last.
    INLAY_COLD bool next() {
        for (; block_ < blocks_.size(); ++block_, tensor_ = 0) {
            const Block& block = blocks_[block_];
            while (tensor_ < block.tensors.size()) {
                const program::TensorInfo& tensor = block.tensors[tensor_++];
                const std::byte* const all = tensor.spec.trainable ? block.weights : block.state;
                const Shape& extents = tensor.spec.shape;
                if (all == nullptr || extents.size() == 0) continue;
                const std::size_t each = block.dtype.bits / 8;
                name = Text() << block.prefix << layer_names::tensor_name(tensor, block.layers);
                shape = {extents.extents, static_cast<std::size_t>(extents.rank())};
                values = {all + tensor.offset * each, extents.size() * each};
                dtype = block.dtype;
                return true;
            }
        }
        return false;
    }

    Text name;
    View<const std::size_t> shape;
    Bytes values;
    safetensors::Dtype dtype;

private:
    Blocks blocks_;
    std::size_t block_ = 0, tensor_ = 0;
};

/// Whether two shapes are one.
INLAY_COLD inline bool same(View<const std::size_t> one, View<const std::size_t> other) {
    if (one.size() != other.size()) return false;
    for (std::size_t d = 0; d < one.size(); ++d)
        if (one[d] != other[d]) return false;
    return true;
}

INLAY_BODY Status fits(Blocks wanted, const Contents& file, bool moments) {
    const std::string_view owner = moments ? "optimizer" : "model";
    Text list;
    const auto clause = [&]() -> Text& { return list << (list.empty() ? "" : "; "); };
    Buffer<bool> known(file.tensors.size());
    for (TensorCursor at(wanted); at.next();) {
        const TensorView* const found = file.find(at.name);
        if (found != nullptr) known[static_cast<std::size_t>(found - file.tensors.data())] = true;
        if (found == nullptr)
            clause() << at.name << " is not in the file";
        else if (!same(found->shape, at.shape))
            clause() << at.name << " has the shape " << shape_text(found->shape)
                     << " in the file but " << shape_text(at.shape) << " in the " << owner;
        else if (found->dtype != at.dtype)
            clause() << at.name << " is stored as " << found->dtype.name << " but " << at.dtype.name
                     << " is needed";
    }
    for (std::size_t k = 0; k < known.size(); ++k)
        if (!known[k] && file.tensors[k].name.starts_with("optimizer/") == moments)
            clause() << "the " << owner << " has no " << file.tensors[k].name;
    if (list.empty()) return Status();
    return Status(Sentence() << "the file holds "
                             << (moments ? "other moments: " : "another network: ") << list);
}

INLAY_BODY void copy_all(Blocks wanted, const Contents& file) {
    for (TensorCursor at(wanted); at.next();)
        safetensors::copy_bytes(*file.find(at.name),
                                {const_cast<std::byte*>(at.values.data()), at.values.size()});
}

INLAY_BODY void fail_for(const std::string& path, const Status& status) {
    fail(Text() << path << ": " << status.message());
}

INLAY_BODY std::vector<std::byte> serialize(Blocks blocks, View<const Fact> facts) {
    safetensors::Writer writer;
    for (const Fact& fact : facts) writer.fact(fact.key, fact.value);
    writer.begin_tensors();
    for (TensorCursor at(blocks); at.next();)
        writer.tensor(at.name, at.dtype, at.shape, at.values.size());
    writer.begin_values();
    for (TensorCursor at(blocks); at.next();) writer.values(at.values, at.dtype);
    return writer.finish();
}

#endif

}  // namespace io

/// The bytes of a model's safetensors file.
template <class Spec, class In, class Scalar, class Policy>
std::vector<std::byte> serialize(const Model<Spec, In, Scalar, Policy>& model) {
    const io::Block block = io::block_of(model);
    return io::serialize({&block, 1}, {});
}

/// Writes all weights of a model by their names; atomic: a crash leaves the old file or the new
/// one.
template <class Spec, class In, class Scalar, class Policy>
void save(const Model<Spec, In, Scalar, Policy>& model, const std::string& path) {
    io::write_file_atomically(path, serialize(model));
}

/// Takes all weights from the bytes of a file, in any contiguous array of elements of one byte; a
/// failure says what differs, and nothing has changed. The zero behind a string literal is no part
/// of the file.
template <class Spec, class In, class Scalar, class Policy, class Bytes>
    requires io::ArrayOfBytes<Bytes>
Status try_load(Model<Spec, In, Scalar, Policy>& model, const Bytes& bytes) {
    if (model.empty()) return Status(lifetime::moved_from("load"));
    const io::Contents file = io::safetensors::parse(io::bytes_of(bytes));
    if (!file.status) return file.status;
    model.announce_change();
    const io::Block block = io::block_of(model);
    if (const Status status = io::fits({&block, 1}, file, false); !status) return status;
    io::copy_all({&block, 1}, file);
    return Status();
}

/// Takes all weights from a file; an Error says what is wrong, and the model is as it was.
template <class Spec, class In, class Scalar, class Policy>
void load(Model<Spec, In, Scalar, Policy>& model, const std::string& path) {
    if (const Status status = try_load(model, io::read_file(path)); !status)
        io::fail_for(path, status);
}

/// Writes a checkpoint: the weights, the optimizer with its fields and moments, the seeds, and how
/// far training has come.
template <class Model, class Optimizer, class Loss, class... Metrics>
void save(const Trainer<Model, Optimizer, Loss, Metrics...>& trainer, const std::string& path) {
    io::Block blocks[1 + Optimizer::moments]{io::block_of(trainer.model())};
    const auto moments = trainer.moments_for(trainer.optimizer());
    using Trained = Trainer<Model, Optimizer, Loss, Metrics...>;
    const auto all = io::add_moments<Trained>(trainer.optimizer(), moments, blocks);
    const auto [step, epoch, seed] = trainer.progress();
    const auto facts =
        io::checkpoint_facts(trainer.optimizer(), {step, epoch, seed, trainer.model().seed()});
    io::write_file_atomically(path, io::serialize(all, facts));
}

/// Continues from the bytes of a checkpoint, bit for bit as if training had never stopped; a
/// failure says what is wrong, and nothing has changed.
template <class Model, class Optimizer, class Loss, class... Metrics, class Bytes>
    requires io::ArrayOfBytes<Bytes>
Status try_load(Trainer<Model, Optimizer, Loss, Metrics...>& trainer, const Bytes& bytes) {
    const io::Contents file = io::safetensors::parse(io::bytes_of(bytes));
    if (!file.status) return file.status;
    Optimizer optimizer = trainer.optimizer();
    io::Progress progress;
    if (const Status status = io::read_checkpoint(file, optimizer, progress); !status)
        return status;
    trainer.model().announce_change();
    io::Block blocks[1 + Optimizer::moments]{io::block_of(trainer.model())};
    using Trained = Trainer<Model, Optimizer, Loss, Metrics...>;
    Buffer<typename Model::scalar> moments = trainer.moments_for(optimizer);
    const auto all = io::add_moments<Trained>(optimizer, moments, blocks);
    if (const Status status = io::fits({blocks, 1}, file, false); !status) return status;
    if (const Status status = io::fits({blocks + 1, all.size() - 1}, file, true); !status)
        return status;
    io::copy_all(all, file);
    trainer.optimizer() = optimizer;
    trainer.set_moments(std::move(moments));
    trainer.model().set_seed(progress.model_seed);
    trainer.set_progress({progress.step, progress.epoch, progress.seed});
    return Status();
}

/// The same from a file; an Error says what is wrong.
template <class Model, class Optimizer, class Loss, class... Metrics>
void load(Trainer<Model, Optimizer, Loss, Metrics...>& trainer, const std::string& path) {
    if (const Status status = try_load(trainer, io::read_file(path)); !status)
        io::fail_for(path, status);
}

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::load;
using INLAY_ABI::save;
using INLAY_ABI::serialize;
using INLAY_ABI::try_load;
}  // namespace inlay
#endif  // INLAY_IO_MODEL_FILE_HPP

// <inlay/io/transfer.hpp>
#ifndef INLAY_IO_TRANSFER_HPP
#define INLAY_IO_TRANSFER_HPP
// Weights for networks that others' weights only fit in part: by name and shape.

namespace inlay::INLAY_ABI {

/// The tensors of a model that kept what they had, for want of others of their names and shapes.
class Kept {
public:
    explicit Kept(std::vector<std::string> names) : names_(std::move(names)) {}

    /// How many they are.
    std::size_t count() const { return names_.size(); }

    /// Keras's names of them, in the model's order.
    const std::vector<std::string>& names() const { return names_; }

private:
    std::vector<std::string> names_;
};

/// What load takes beside the file.
struct LoadOptions {
    bool partial = false;  ///< takes the tensors that are there under their names and shapes
};

namespace io {

/// A network's tensors, and the name of the model.
struct Catalog {
    layer_names::Tensors tensors;
    layer_names::Layers layers;
    std::string_view model;
};

template <class Model>
constexpr Catalog catalog_of() {
    using Net = typename Model::Net;
    return {{Net::tensors.data(), Net::lowered.tensor_count},
            {Net::layers.data(), Net::lowered.layer_count},
            Net::lowered.name};
}

/// For each tensor of `to`, the number of that of `from` with its name and shape; -1 where there is
/// none, and its name among those of `kept`. Tensors of a named model are found as well where the
/// other has them as a nested model of that name.
INLAY_COLD std::vector<int> match(const Catalog& from, const Catalog& to,
                                  std::vector<std::string>& kept);

/// Copies the tensors that a file has, and names the others.
INLAY_COLD Kept copy_some(Blocks wanted, const Contents& file);

#if INLAY_BODIES

INLAY_BODY std::vector<int> match(const Catalog& from, const Catalog& to,
                                  std::vector<std::string>& kept) {
    const auto inside = [](const Catalog& catalog, const Text& name) {
        Text longer;
        if (!catalog.model.empty()) longer << catalog.model << "/" << name;
        return longer;
    };
    std::vector<int> found(to.tensors.size(), -1);
    for (std::size_t t = 0; t < to.tensors.size(); ++t) {
        const Text name = layer_names::tensor_name(to.tensors[t], to.layers);
        const Text nested = inside(to, name);
        for (std::size_t f = 0; f < from.tensors.size(); ++f) {
            if (from.tensors[f].spec.shape != to.tensors[t].spec.shape) continue;
            const Text other = layer_names::tensor_name(from.tensors[f], from.layers);
            if (other.view() == name.view() || other.view() == nested.view() ||
                inside(from, other).view() == name.view())
                found[t] = static_cast<int>(f);
        }
        if (found[t] < 0) kept.emplace_back(name.view());
    }
    return found;
}

INLAY_BODY Kept copy_some(Blocks wanted, const Contents& file) {
    std::vector<std::string> kept;
    for (TensorCursor at(wanted); at.next();) {
        const TensorView* const found = file.find(at.name);
        if (found != nullptr && same(found->shape, at.shape) && found->dtype == at.dtype)
            safetensors::copy_bytes(*found,
                                    {const_cast<std::byte*>(at.values.data()), at.values.size()});
        else
            kept.emplace_back(at.name.view());
    }
    return Kept(std::move(kept));
}

#endif

}  // namespace io

/// Gives a model the tensors of another that have their names and shapes, trainable or not; the
/// tensors of `to` for which there are none keep what they had, and are returned by name.
template <class From, class To>
Kept copy_weights(const From& from, To& to) {
    if (from.empty() || to.empty()) fail(Status(lifetime::moved_from("copy_weights")));
    constexpr auto source = io::catalog_of<From>(), target = io::catalog_of<To>();
    std::vector<std::string> kept;
    const std::vector<int> found = io::match(source, target, kept);
    to.announce_change();
    for (std::size_t t = 0; t < found.size(); ++t) {
        if (found[t] < 0) continue;
        const auto& tensor = source.tensors[static_cast<std::size_t>(found[t])];
        const auto* const values =
            (tensor.spec.trainable ? from.weights() : from.state()).data() + tensor.offset;
        const auto mine = to.storage().tensor(target.tensors[t]);
        for (std::size_t k = 0; k < mine.size(); ++k)
            mine[k] = static_cast<typename To::scalar>(values[k]);
    }
    return Kept(std::move(kept));
}

/// Takes the weights of a file; with `partial` those alone whose names and shapes the model has,
/// and returns the names of its other tensors, which keep what they had. An Error says what is
/// wrong, and the model is as it was.
template <class Spec, class In, class Scalar, class Policy>
Kept load(Model<Spec, In, Scalar, Policy>& model, const std::string& path, LoadOptions options) {
    const auto bytes = io::read_file(path);
    if (!options.partial) {
        if (const Status status = try_load(model, bytes); !status) io::fail_for(path, status);
        return Kept({});
    }
    const io::Block block = io::block_of(model);
    const io::Contents file = io::safetensors::parse(io::bytes_of(bytes));
    if (!file.status) io::fail_for(path, file.status);
    model.announce_change();
    return io::copy_some({&block, 1}, file);
}

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::copy_weights;
using INLAY_ABI::Kept;
using INLAY_ABI::LoadOptions;
}  // namespace inlay
#endif  // INLAY_IO_TRANSFER_HPP

// What <inlay/macros_aside.hpp> put aside comes back.
#pragma pop_macro("word")
#pragma pop_macro("verify")
#pragma pop_macro("timeout")
#pragma pop_macro("small")
#pragma pop_macro("scroll")
#pragma pop_macro("round")
#pragma pop_macro("refresh")
#pragma pop_macro("near")
#pragma pop_macro("move")
#pragma pop_macro("min")
#pragma pop_macro("max")
#pragma pop_macro("lines")
#pragma pop_macro("interface")
#pragma pop_macro("filter")
#pragma pop_macro("far")
#pragma pop_macro("erase")
#pragma pop_macro("epsilon")
#pragma pop_macro("ensure")
#pragma pop_macro("columns")
#pragma pop_macro("clear")
#pragma pop_macro("check")
#pragma pop_macro("byte")
#pragma pop_macro("border")
#pragma pop_macro("bit")
#pragma pop_macro("abs")
#pragma pop_macro("Unsorted")
#pragma pop_macro("True")
#pragma pop_macro("TRUE")
#pragma pop_macro("TEXT")
#pragma pop_macro("Success")
#pragma pop_macro("Status")
#pragma pop_macro("STRICT")
#pragma pop_macro("PI")
#pragma pop_macro("OUTPUT")
#pragma pop_macro("OUT")
#pragma pop_macro("OPTIONAL")
#pragma pop_macro("None")
#pragma pop_macro("LOW")
#pragma pop_macro("INPUT")
#pragma pop_macro("IN")
#pragma pop_macro("HIGH")
#pragma pop_macro("False")
#pragma pop_macro("FALSE")
#pragma pop_macro("ERROR")
#pragma pop_macro("DELETE")
#pragma pop_macro("DEFAULT")
#pragma pop_macro("Convex")
#pragma pop_macro("Complex")
#pragma pop_macro("Bool")
#pragma pop_macro("Below")
#pragma pop_macro("B1")
#pragma pop_macro("B0")
#pragma pop_macro("Always")
#pragma pop_macro("Above")
#pragma pop_macro("Z")
#pragma pop_macro("Y")
#pragma pop_macro("X")
#pragma pop_macro("W")
#pragma pop_macro("V")
#pragma pop_macro("U")
#pragma pop_macro("T")
#pragma pop_macro("S")
#pragma pop_macro("R")
#pragma pop_macro("Q")
#pragma pop_macro("P")
#pragma pop_macro("O")
#pragma pop_macro("N")
#pragma pop_macro("M")
#pragma pop_macro("L")
#pragma pop_macro("K")
#pragma pop_macro("J")
#pragma pop_macro("I")
#pragma pop_macro("H")
#pragma pop_macro("G")
#pragma pop_macro("F")
#pragma pop_macro("E")
#pragma pop_macro("D")
#pragma pop_macro("C")
#pragma pop_macro("B")
#pragma pop_macro("A")

#endif  // INLAY_COMPILER_SUPPORTED
