// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_DOT_HPP
#define INLAY_KERNEL_DOT_HPP
// Products of all vectors of one input with all of another, along any axis of each.

#include <inlay/kernel/permute.hpp>
#include <inlay/kernel/places.hpp>
#include <inlay/kernel/product.hpp>
#include <inlay/kernel/unit_norm.hpp>
#include <inlay/shape/axis_extents.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// A matrix whose element (i, j) lies at i row + j column.
template <class Scalar>
struct Matrix {
    Scalar* at;
    std::size_t row, column;

    constexpr Matrix transposed() const { return {at, column, row}; }
};

/// c (+)= a b      of each of b and c rows or columns lie one behind the other
template <class Scalar>
void multiply(Matrix<const Scalar> a, Matrix<const Scalar> b, Matrix<Scalar> c, std::size_t rows,
              std::size_t columns, std::size_t taps, bool adds = false) {
    if (c.column != 1)
        return multiply(b.transposed(), a.transposed(), c.transposed(), columns, rows, taps, adds);
    multiply<Scalar>({.a = a.at,
                      .a_row = a.row,
                      .a_tap = a.column,
                      .b = b.at,
                      .b_step = b.column == 1 ? b.row : b.column,
                      .transposed = b.column != 1,
                      .c = c.at,
                      .c_row = c.row,
                      .rows = rows,
                      .columns = columns,
                      .taps = taps,
                      .adds = adds});
}

/// An input as a matrix of its vectors: row (before, behind) of [before][along][behind].
struct DotInput {
    std::size_t vectors, length, behind;
    bool copied;  ///< there is none without a copy, or the vectors are to have length 1
    Permutation rows;

    constexpr DotInput(const AxisExtents& e, bool normalize)
        : vectors(e.before * e.behind),
          length(e.along),
          behind(e.behind),
          copied(normalize || (e.before > 1 && e.behind > 1)),
          rows(Map({e.before, e.along, e.behind}), Map({e.before, e.behind, e.along}),
               {0, 1, 3, 2}) {}

    /// Numbers of the copy, and of a factor for each vector behind it.
    constexpr std::size_t numbers() const { return vectors * length; }
    constexpr std::size_t scratch() const { return copied ? numbers() + vectors : 0; }

    /// The matrix as it lies.
    template <class Scalar>
    constexpr Matrix<Scalar> matrix(Scalar* x) const {
        if (behind > 1) return {x, 1, behind};
        return {x, length, 1};
    }
};

/// Two inputs, and what is made of them: [vectors of the first][vectors of the second].
struct Dot {
    DotInput inputs[2];
    bool normalize;

    constexpr std::size_t results() const { return inputs[0].vectors * inputs[1].vectors; }

    /// Numbers of both copies and of the gradient of one.
    constexpr std::size_t scratch() const {
        std::size_t gradient = 0;
        for (const DotInput& in : inputs)
            if (in.copied && in.numbers() > gradient) gradient = in.numbers();
        return inputs[0].scratch() + inputs[1].scratch() + gradient;
    }
};

/// The largest factor that brings a vector to length 1: Keras's epsilon is 1e-7.
template <class Scalar>
inline constexpr Scalar most_normalizing = Scalar{1} / static_cast<Scalar>(1e-7);

/// x^ = x min(1 / sqrt(sum x^2), 1 / epsilon) for each vector, and the factor behind all of them
template <class Scalar>
void normalize_vectors(const DotInput& in, Scalar* x) {
    Scalar* const factors = x + in.numbers();
    for (std::size_t i = 0; i < in.vectors; ++i, x += in.length)
        factors[i] = normalize_row(x, x, in.length, most_normalizing<Scalar>).factor;
}

/// dx = (dx^ - x^ sum(x^ dx^)) factor      dx^ factor where the largest one bounds it
template <class Scalar>
void normalize_vectors_gradient(const DotInput& in, const Scalar* x, Scalar* dx) {
    const Scalar* const factors = x + in.numbers();
    for (std::size_t i = 0; i < in.vectors; ++i, x += in.length, dx += in.length) {
        const bool bounded = factors[i] == most_normalizing<Scalar>;
        const Scalar along = bounded ? Scalar{0} : sum_of_products(x, dx, in.length);
        const auto factor = simd::broadcast(factors[i]), less = simd::broadcast(-along);
        simd::for_each_pack<Scalar>(in.length, [&](std::size_t t, int lanes) INLAY_INLINE_LAMBDA {
            const auto across =
                simd::fma(simd::load_some(x + t, lanes), less, simd::load_some(dx + t, lanes));
            simd::store_some(dx + t, simd::mul(across, factor), lanes);
        });
    }
}

/// The vectors of one example of an input, copied together in `scratch` where they need to be.
template <class Scalar>
Matrix<const Scalar> vectors_of(const DotInput& in, bool normalize, const Scalar* x,
                                Scalar* scratch) {
    if (!in.copied) return in.matrix(x);
    permute<false>(in.rows, x, scratch, 1);
    if (normalize) normalize_vectors(in, scratch);
    return {scratch, in.length, 1};
}

/// y[i][j] = sum_t a^[i][t] b^[j][t]      where one input is a vector, each sum by itself
template <class Scalar>
INLAY_NOINLINE void dot(const Dot& p, const Scalar* const* x, Scalar* y, Scalar* scratch,
                        std::size_t count) {
    const auto& [first, second] = p.inputs;
    for (std::size_t n = 0; n < count; ++n, y += p.results()) {
        const auto a = vectors_of(first, p.normalize, x[0] + n * first.numbers(), scratch);
        const auto b =
            vectors_of(second, p.normalize, x[1] + n * second.numbers(), scratch + first.scratch());
        const bool apart = first.vectors == 1 || second.vectors == 1;
        if (!apart || a.column != 1 || b.column != 1) {
            multiply(a, b.transposed(), Matrix<Scalar>{y, second.vectors, 1}, first.vectors,
                     second.vectors, first.length);
            continue;
        }
        for (std::size_t i = 0; i < first.vectors; ++i)
            for (std::size_t j = 0; j < second.vectors; ++j)
                y[i * second.vectors + j] =
                    sum_of_products(a.at + i * a.row, b.at + j * b.row, first.length);
    }
}

/// da^[i][t] = sum_j dy[i][j] b^[j][t]      db^[j][t] = sum_i dy[i][j] a^[i][t]
///
/// of those inputs whose dx is not null; assigned, or added where `accumulate` says so
template <class Scalar>
INLAY_NOINLINE void dot_gradients(const Dot& p, const Scalar* const* x, const Scalar* dy,
                                  Scalar* const (&dx)[2], const bool (&accumulate)[2],
                                  Scalar* scratch, std::size_t count) {
    Scalar* const copies[2] = {scratch, scratch + p.inputs[0].scratch()};
    Scalar* const made = copies[1] + p.inputs[1].scratch();
    for (std::size_t n = 0; n < count; ++n, dy += p.results()) {
        Matrix<const Scalar> vectors[2];
        for (int k = 0; k < 2; ++k)
            vectors[k] =
                vectors_of(p.inputs[k], p.normalize, x[k] + n * p.inputs[k].numbers(), copies[k]);
        const Matrix<const Scalar> above{dy, p.inputs[1].vectors, 1};
        for (int k = 0; k < 2; ++k) {
            const DotInput &in = p.inputs[k], &other = p.inputs[1 - k];
            if (!dx[k]) continue;
            Scalar* const to = dx[k] + n * in.numbers();
            multiply(k == 0 ? above : above.transposed(), vectors[1 - k],
                     in.copied ? Matrix<Scalar>{made, in.length, 1} : in.matrix(to), in.vectors,
                     in.length, other.vectors, !in.copied && accumulate[k]);
            if (!in.copied) continue;
            if (p.normalize) normalize_vectors_gradient<Scalar>(in, copies[k], made);
            if (accumulate[k])
                permute<true>(in.rows.reversed(), made, to, 1);
            else
                permute<false>(in.rows.reversed(), made, to, 1);
        }
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_DOT_HPP
