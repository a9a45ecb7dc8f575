// SPDX-License-Identifier: MIT
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

#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>
#include <cstdint>

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
