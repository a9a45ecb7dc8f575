// SPDX-License-Identifier: MIT
#ifndef INLAY_SIMD_PACK_HPP
#define INLAY_SIMD_PACK_HPP
// One SIMD register of floats (or one double) and its arithmetic. There are no operators, so that a
// product never meets a sum by accident: whoever wants a * b + c writes fma(a, b, c), whoever wants
// a rounded product writes mul(a, b).

#include <inlay/config.hpp>
#include <inlay/simd/registers.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

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

/// A constant, rounded to what the lanes hold.
template <class Pack>
INLAY_INLINE Pack constant(double value) {
    return broadcast(static_cast<typename Pack::scalar>(value));
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

/// Each of the first lanes / Times lanes so many times.
template <int Times, class Scalar>
INLAY_INLINE Pack<Scalar> repeat(Pack<Scalar> a) {
    using Lanes = std::make_integer_sequence<int, Pack<Scalar>::lanes>;
    return {registers::repeat_lanes<Times>(a.value, Lanes{})};
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

/// -|a|
template <class Scalar>
INLAY_INLINE Pack<Scalar> minus_size(Pack<Scalar> a) {
    return smaller(a, sub(zero<Scalar>(), a));
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
