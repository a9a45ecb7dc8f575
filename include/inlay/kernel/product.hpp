// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_PRODUCT_HPP
#define INLAY_KERNEL_PRODUCT_HPP
// Products of matrices whose extents only the running program knows, either of them transposed.

#include <inlay/kernel/dense.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// c[i][j] = factor (bias[j] + sum_t a[i][t] b[t][j])      i < rows, j < columns, t < taps
///
/// where a[i][t] is a[i a_row + t a_tap], and b[t][j] is b[t b_step + j], or b[j b_step + t] where
/// it is transposed. Without a bias sums begin with 0; where `adds`, c is added to.
template <class Scalar>
struct Product {
    const Scalar* a;
    std::size_t a_row, a_tap;
    const Scalar* b;
    std::size_t b_step;
    bool transposed;
    Scalar* c;
    std::size_t c_row;
    std::size_t rows, columns, taps;
    const Scalar* bias = nullptr;
    Scalar factor = 1;
    bool adds = false;
};

/// The tile of any product.
template <class Scalar>
inline constexpr Tile product_tile = row_tile<Scalar>(1024);

/// Taps of one chain at most; the chains of longer sums are added up in their order.
inline constexpr std::size_t product_chain = 2 * chain_length;

/// Taps from `first` on of the panel at column j, copied together, with zeros behind the last
/// column.
template <std::size_t Panel, class Scalar>
INLAY_INLINE void copy_panel(const Product<Scalar>& p, std::size_t first, std::size_t taps,
                             std::size_t j, std::size_t columns, Scalar* packed) {
    if (columns < Panel)
        for (std::size_t k = 0; k < taps * Panel; ++k) packed[k] = 0;
    if (p.transposed)
        transpose<Panel>(p.b + j * p.b_step + first, p.b_step, packed, columns, taps);
    else
        copied_together<Panel>(p.b + first * p.b_step + j, p.b_step, taps, columns, packed);
}

/// The product of some taps with a panel of `Vectors` vectors at column j.
template <std::size_t Vectors, class Scalar>
INLAY_INLINE void multiply_panel(const Product<Scalar>& p, std::size_t first, std::size_t taps,
                                 std::size_t j, TapBlock<Scalar> b) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    const auto some = [&](std::size_t v) INLAY_INLINE_LAMBDA {
        const std::size_t left = p.columns - j - v * lanes;
        return static_cast<int>(left < lanes ? left : lanes);
    };
    const bool adds = p.adds || first != 0;
    const Scalar* const bias = first == 0 ? p.bias : nullptr;
    const auto factor = simd::broadcast(p.factor);
    for_each_block<product_tile<Scalar>.rows>(p.rows, [&](auto rows,
                                                          std::size_t i) INLAY_INLINE_LAMBDA {
        const Factors<Scalar> factors{.a = p.a + i * p.a_row + first * p.a_tap,
                                      .b = b.begin,
                                      .runs = 1,
                                      .taps = taps,
                                      .a_run = 0,
                                      .a_tap = p.a_tap,
                                      .a_row = p.a_row,
                                      .b_run = 0,
                                      .b_tap = b.step};
        contract_tile<rows, Vectors * lanes>(
            factors,
            [&](std::size_t, std::size_t v, int) INLAY_INLINE_LAMBDA {
                return bias ? simd::load_some(bias + j + v * lanes, some(v)) : simd::zero<Scalar>();
            },
            [&](std::size_t row, std::size_t v, int, auto sum) INLAY_INLINE_LAMBDA {
                Scalar* const to = p.c + (i + row) * p.c_row + j + v * lanes;
                simd::store_some(to,
                                 adds ? simd::fma(sum, factor, simd::load_some(to, some(v)))
                                      : simd::mul(sum, factor),
                                 some(v));
            });
    });
}

/// Makes one: each panel of b is copied together, and meets all rows.
template <class Scalar>
INLAY_NOINLINE void multiply(const Product<Scalar>& p) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    constexpr std::size_t most = product_tile<Scalar>.vectors;
    Scalar packed[product_chain * most * lanes];
    const std::size_t chains = divided_up(p.taps, product_chain);
    const std::size_t vectors = divided_up(p.columns, lanes), panels = divided_up(vectors, most);
    for (std::size_t chain = 0; chain < chains; ++chain) {
        const std::size_t first = p.taps * chain / chains;
        const std::size_t taps = p.taps * (chain + 1) / chains - first;
        for (std::size_t k = 0; k < panels; ++k) {
            const std::size_t begin = vectors * k / panels;
            const std::size_t j = begin * lanes, size = vectors * (k + 1) / panels - begin;
            const auto panel = [&](auto wide) INLAY_INLINE_LAMBDA {
                constexpr std::size_t width = wide * lanes;
                const std::size_t left = p.columns - j, columns = left < width ? left : width;
                // A few rows are done before a copy of their columns would be.
                TapBlock<Scalar> b{p.b + first * p.b_step + j, p.b_step};
                if (p.transposed || columns < width || p.rows >= 16) {
                    copy_panel<width>(p, first, taps, j, columns, packed);
                    b = {packed, width};
                }
                multiply_panel<wide>(p, first, taps, j, b);
            };
            if (size == most)
                panel(Size<most>{});
            else if constexpr (most > 2) {
                if (size == 1)
                    panel(Size<1>{});
                else if (most == 3 || size == 2)
                    panel(Size<2>{});
                else
                    panel(Size<3>{});
            } else {
                panel(Size<1>{});
            }
        }
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_PRODUCT_HPP
