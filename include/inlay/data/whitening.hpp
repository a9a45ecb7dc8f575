// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_WHITENING_HPP
#define INLAY_DATA_WHITENING_HPP
// ZCA whitening (A. Bell and T. Sejnowski, 1997): the matrix after which numbers that vary together
// do so no longer, and each has the variance 1.

#include <inlay/config.hpp>
#include <inlay/simd/pack.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

namespace inlay::INLAY_ABI::data::detail {

/// The sum of a[i] b[i]: eight chains, added in pairs.
inline double dot(const double* a, const double* b, std::size_t count) {
    double sum[8]{};
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8)
        for (std::size_t l = 0; l < 8; ++l) sum[l] = simd::fma(a[i + l], b[i + l], sum[l]);
    for (std::size_t l = 0; i < count; ++i, ++l) sum[l] = simd::fma(a[i], b[i], sum[l]);
    for (std::size_t half = 4; half > 0; half /= 2)
        for (std::size_t l = 0; l < half; ++l) sum[l] += sum[l + half];
    return sum[0];
}

/// Turns the rows of a symmetric matrix [size][size] without negative eigenvalues into its
/// eigenvectors, each as long as its eigenvalue: pairs of rows are turned until all are orthogonal
/// (C. Jacobi, 1846; in this form M. Hestenes, 1958).
inline void orthogonalize_rows(std::vector<double>& matrix, std::size_t size) {
    const double least = 1e-14;
    std::vector<double> squares(size);
    for (int sweep = 0, turned = 1; sweep < 60 && turned != 0; ++sweep) {
        turned = 0;
        for (std::size_t p = 0; p < size; ++p)
            squares[p] = dot(&matrix[p * size], &matrix[p * size], size);
        for (std::size_t p = 0; p + 1 < size; ++p)
            for (std::size_t q = p + 1; q < size; ++q) {
                double* const a = &matrix[p * size];
                double* const b = &matrix[q * size];
                const double both = dot(a, b, size);
                const double scale = std::sqrt(squares[p]) * std::sqrt(squares[q]);
                if (!(std::abs(both) > least * scale)) continue;
                turned = 1;
                const double ratio = (squares[q] - squares[p]) / (2 * both);
                const double root = std::sqrt(simd::fma(ratio, ratio, 1.0));
                const double tangent = (ratio < 0 ? -1 : 1) / (std::abs(ratio) + root);
                const double cosine = 1 / std::sqrt(simd::fma(tangent, tangent, 1.0));
                for (std::size_t k = 0; k < size; ++k) {
                    const double old = a[k];
                    a[k] = simd::mul(cosine, simd::fma(-tangent, b[k], old));
                    b[k] = simd::mul(cosine, simd::fma(tangent, old, b[k]));
                }
                const double moved = simd::mul(tangent, both);
                squares[p] = (std::max)(squares[p] - moved, 0.0);
                squares[q] += moved;
            }
    }
}

/// U diag(sqrt(n) / (s + epsilon)) U^T, [size][size], where s^2 are the eigenvalues and the columns
/// of U the eigenvectors of the sum of x x^T over n rows x, `products`; of the n largest, and of
/// those that are not 0 but for rounding.
inline std::vector<float> whitening_of(std::vector<double> products, std::size_t size,
                                       std::size_t n, double epsilon) {
    orthogonalize_rows(products, size);
    std::vector<double> values(size);
    for (std::size_t k = 0; k < size; ++k)
        values[k] = std::sqrt(dot(&products[k * size], &products[k * size], size));
    std::vector<std::size_t> order(size);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        return values[a] > values[b] || (values[a] == values[b] && a < b);
    });

    std::vector<double> matrix(size * size);
    const double rows = std::sqrt(static_cast<double>(n));
    for (std::size_t k = 0; k < (std::min)(size, n); ++k) {
        const double value = values[order[k]];
        if (!(value > 1e-14 * values[order[0]])) break;
        const double* const vector = &products[order[k] * size];  // of length `value`
        const double factor = rows / (std::sqrt(value) + epsilon) / value / value;
        for (std::size_t i = 0; i < size; ++i) {
            const double scaled = simd::mul(factor, vector[i]);
            for (std::size_t j = 0; j < size; ++j)
                matrix[i * size + j] = simd::fma(scaled, vector[j], matrix[i * size + j]);
        }
    }
    std::vector<float> rounded(matrix.size());
    std::ranges::transform(matrix, rounded.begin(), [](double v) { return static_cast<float>(v); });
    return rounded;
}

/// Adds x x^T to the products.
inline void add_products(std::span<const float> x, std::vector<double>& products) {
    const std::size_t size = x.size();
    for (std::size_t i = 0; i < size; ++i) {
        const auto factor = static_cast<double>(x[i]);
        for (std::size_t j = 0; j < size; ++j)
            products[i * size + j] =
                simd::fma(factor, static_cast<double>(x[j]), products[i * size + j]);
    }
}

/// to[j] = sum_i x[i] matrix[i][j]
inline void whiten(std::span<const float> x, std::span<const float> matrix, std::span<float> to) {
    const std::size_t size = x.size();
    std::ranges::fill(to, 0.0f);
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < size; ++j) to[j] = simd::fma(x[i], matrix[i * size + j], to[j]);
}

}  // namespace inlay::INLAY_ABI::data::detail

#endif  // INLAY_DATA_WHITENING_HPP
