// SPDX-License-Identifier: MIT
#pragma once
// One SIMD register of floats (or one double) and its arithmetic; the only file that names xsimd or
// an intrinsic. There are no operators, so that a product never meets a sum by accident: whoever
// wants a * b + c writes fma(a, b, c), whoever wants a rounded product writes mul(a, b).

#include <inlay/config.hpp>

#include <bit>
#include <cstdint>
#include <utility>

#if INLAY_HAS_XSIMD
#include <xsimd/xsimd.hpp>
#elif defined(INLAY_NO_SIMD)
#elif defined(__SSE2__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace inlay::inline INLAY_ABI::simd {

// What a pack holds, in three back ends: xsimd, the compiler's vectors, one lane. What differs is
// here, a template for one lane and an overload for registers. Arithmetic and comparisons are the
// compiler's in all three: xsimd 8 divides by an estimate on NEON, multiplies and adds for fma on
// AVX-512, and takes two instructions for `larger`.
namespace registers {

template <class Scalar>
INLAY_INLINE Scalar& raw(Scalar& a) {
    return a;
}
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

#if INLAY_HAS_XSIMD
using Floats = xsimd::batch<float>;
INLAY_INLINE auto& raw(Floats& a) { return a.data; }
INLAY_INLINE Floats broadcast(float a) { return Floats(a); }
INLAY_INLINE Floats load(const float* from) { return Floats::load_unaligned(from); }
INLAY_INLINE void store(float* to, Floats a) { a.store_unaligned(to); }
#else
#if defined(__AVX512F__)
inline constexpr int register_bytes = 64;
#elif defined(__AVX__)
inline constexpr int register_bytes = 32;
#else
inline constexpr int register_bytes = 16;
#endif
using Floats [[gnu::vector_size(register_bytes)]] = float;
INLAY_INLINE Floats broadcast(float a) { return a - Floats{}; }
INLAY_INLINE Floats load(const float* from) {
    Floats a;
    __builtin_memcpy(&a, from, sizeof a);
    return a;
}
INLAY_INLINE void store(float* to, Floats a) { __builtin_memcpy(to, &a, sizeof a); }
#endif

using Words [[gnu::vector_size(sizeof(Floats))]] = std::uint32_t;
INLAY_INLINE Words broadcast(std::uint32_t a) { return a - Words{}; }
INLAY_INLINE float first(Floats a) { return raw(a)[0]; }

INLAY_INLINE Floats root(Floats a) {
#if defined(__AVX512F__)
    return _mm512_maskz_sqrt_ps(0xffff, raw(a));  // GCC 12 warns of _mm512_sqrt_ps
#elif defined(__AVX__)
    return _mm256_sqrt_ps(raw(a));
#elif defined(__SSE2__)
    return _mm_sqrt_ps(raw(a));
#else
    return vsqrtq_f32(raw(a));
#endif
}

#if INLAY_HAS_FMA
INLAY_INLINE Floats fused(Floats a, Floats b, Floats c) {
#if defined(__AVX512F__)
    return _mm512_fmadd_ps(raw(a), raw(b), raw(c));
#elif defined(__FMA__)
    return _mm256_fmadd_ps(raw(a), raw(b), raw(c));
#else
    return vfmaq_f32(raw(c), raw(a), raw(b));
#endif
}
#endif

#if defined(__AVX512F__)
INLAY_INLINE __mmask16 lanes_below(int n) { return static_cast<__mmask16>((1u << n) - 1); }
INLAY_INLINE Floats load_partial(const float* from, int n) {
    return _mm512_maskz_loadu_ps(lanes_below(n), from);
}
INLAY_INLINE void store_partial(float* to, Floats a, int n) {
    _mm512_mask_storeu_ps(to, lanes_below(n), raw(a));
}
#elif defined(__AVX2__)
INLAY_INLINE __m256i lanes_below(int n) {
    return _mm256_cmpgt_epi32(_mm256_set1_epi32(n), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
}
INLAY_INLINE Floats load_partial(const float* from, int n) {
    return _mm256_maskload_ps(from, lanes_below(n));
}
INLAY_INLINE void store_partial(float* to, Floats a, int n) {
    _mm256_maskstore_ps(to, lanes_below(n), raw(a));
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
    copy_lanes(raw(a), from, n, EachLane{});
    return a;
}
INLAY_INLINE void store_partial(float* to, Floats a, int n) {
    copy_lanes(to, raw(a), n, EachLane{});
}
#endif

#endif

// The empty asm hides that a value is a product, so that no compiler fuses it with a later sum: GCC
// does so across statements and functions, Clang within an expression.
template <class Register>
INLAY_INLINE Register product(Register a, Register b) {
    Register value = raw(a) * raw(b);
#if defined(__aarch64__)
    asm("" : "+w"(raw(value)));
#elif !defined(__SSE2__)
    asm("" : "+m"(value));
#elif defined(__FMA__) || defined(INLAY_PORTABLE_ARITHMETIC)
    asm("" : "+v"(raw(value)));
#endif
    return value;
}

template <int Distance, class Register, int... Lane>
INLAY_INLINE Register exchange(Register a, std::integer_sequence<int, Lane...>) {
    return __builtin_shufflevector(raw(a), raw(a), (Lane ^ Distance)...);
}

template <class Register>
INLAY_INLINE Register sum(Register a, Register b) {
    return raw(a) + raw(b);
}
template <class Register>
INLAY_INLINE Register difference(Register a, Register b) {
    return raw(a) - raw(b);
}
template <class Register>
INLAY_INLINE Register quotient(Register a, Register b) {
    return raw(a) / raw(b);
}
template <class Register>
INLAY_INLINE auto less(Register a, Register b) {
    return raw(a) < raw(b);
}
template <class Register>
INLAY_INLINE auto less_equal(Register a, Register b) {
    return raw(a) <= raw(b);
}
template <class Register>
INLAY_INLINE auto equal(Register a, Register b) {
    return raw(a) == raw(b);
}
template <class Register>
INLAY_INLINE Register choose(auto which, Register a, Register b) {
    return which ? raw(a) : raw(b);
}

template <class Register>
INLAY_INLINE Register product_and_sum(Register a, Register b, Register c) {
#if INLAY_HAS_FMA
    return fused(a, b, c);
#else
    return sum(product(a, b), c);
#endif
}

}  // namespace registers

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
    decltype(registers::less(Pack<Scalar>{}.value, Pack<Scalar>{}.value)) value;
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

template <class Scalar>
INLAY_INLINE Pack<Scalar> add(Pack<Scalar> a, Pack<Scalar> b) {
    return {registers::sum(a.value, b.value)};
}

template <class Scalar>
INLAY_INLINE Pack<Scalar> sub(Pack<Scalar> a, Pack<Scalar> b) {
    return {registers::difference(a.value, b.value)};
}

/// The rounded product, never fused with a later sum.
template <class Scalar>
INLAY_INLINE Pack<Scalar> mul(Pack<Scalar> a, Pack<Scalar> b) {
    return {registers::product(a.value, b.value)};
}

template <class Scalar>
INLAY_INLINE Pack<Scalar> div(Pack<Scalar> a, Pack<Scalar> b) {
    return {registers::quotient(a.value, b.value)};
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
    return {registers::less(a.value, b.value)};
}

template <class Scalar>
INLAY_INLINE Mask<Scalar> less_equal(Pack<Scalar> a, Pack<Scalar> b) {
    return {registers::less_equal(a.value, b.value)};
}

template <class Scalar>
INLAY_INLINE Mask<Scalar> equal(Pack<Scalar> a, Pack<Scalar> b) {
    return {registers::equal(a.value, b.value)};
}

/// a where the mask is true, b elsewhere.
template <class Scalar>
INLAY_INLINE Pack<Scalar> select(Mask<Scalar> which, Pack<Scalar> a, Pack<Scalar> b) {
    return {registers::choose(which.value, a.value, b.value)};
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

}  // namespace inlay::inline INLAY_ABI::simd
