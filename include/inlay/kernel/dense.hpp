// SPDX-License-Identifier: MIT
#pragma once
// Dense layers: a product with weights [in][out], for any number of rows.

#include <inlay/kernel/contract.hpp>
#include <inlay/simd/lanes.hpp>
#include <inlay/simd/loop.hpp>

#include <cstddef>

namespace inlay::inline INLAY_ABI::kernel {

/// The rows of a tile whose number of rows only the running program knows.
template <class Scalar>
constexpr Tile row_tile(std::size_t columns) {
    return choose_tile<Scalar>(4096, columns);
}

/// y[n][o] = f(b[o] + sum_i x[n][i] w[i][o])      x: [count][In]  w: [In][Out]  y: [count][Out]
///
/// for the outputs o in [first, first + Columns), with `bias` possibly null.
template <std::size_t In, std::size_t Out, std::size_t Columns, class Activation, class Scalar>
INLAY_NOINLINE void dense(const Scalar* x, const Scalar* weights, const Scalar* bias, Scalar* y,
                          std::size_t count) {
    constexpr Tile tile = row_tile<Scalar>(Columns);
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    for_each_panel<Scalar, Columns, tile.vectors>(
        [&](auto columns, std::size_t o) INLAY_INLINE_LAMBDA {
            for_each_block<tile.rows>(count, [&](auto rows, std::size_t n) INLAY_INLINE_LAMBDA {
                const Factors<Scalar> factors{.a = x + n * In,
                                              .b = weights + o,
                                              .runs = 1,
                                              .taps = In,
                                              .a_run = 0,
                                              .a_tap = 1,
                                              .a_row = In,
                                              .b_run = 0,
                                              .b_tap = Out};
                contract_tile<rows, columns>(
                    factors,
                    [&](std::size_t, std::size_t v, int some) INLAY_INLINE_LAMBDA {
                        return bias ? simd::load_some(bias + o + v * lanes, some)
                                    : simd::zero<Scalar>();
                    },
                    [&](std::size_t i, std::size_t v, int some, auto sum) INLAY_INLINE_LAMBDA {
                        simd::store_some(y + (n + i) * Out + o + v * lanes, Activation::value(sum),
                                         some);
                    });
            });
        });
}

/// dw[i][o] (+)= sum_n x[n][i] dy[n][o]           a chain over the examples, rows i in [0, Rows)
///
/// `In` is the distance from example to example in x.
template <std::size_t In, std::size_t Out, std::size_t Rows, bool accumulate, class Scalar>
INLAY_NOINLINE void dense_weight_gradient(const Scalar* x, const Scalar* dy, Scalar* gradient,
                                          std::size_t count) {
    constexpr Tile tile = choose_tile<Scalar>(Rows, Out);
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    for_each_panel<Scalar, Out, tile.vectors>([&](auto columns, std::size_t o) INLAY_INLINE_LAMBDA {
        for_each_block<Rows, tile.rows>([&](auto rows, std::size_t i) INLAY_INLINE_LAMBDA {
            const Factors<Scalar> factors{.a = x + i,
                                          .b = dy + o,
                                          .runs = 1,
                                          .taps = count,
                                          .a_run = 0,
                                          .a_tap = In,
                                          .a_row = 1,
                                          .b_run = 0,
                                          .b_tap = Out};
            const auto at = [&](std::size_t row, std::size_t v) INLAY_INLINE_LAMBDA {
                return gradient + (i + row) * Out + o + v * lanes;
            };
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

/// dx[n][i] (+)= sum_o dy[n][o] w[i][o]           rows i in [0, Rows) of w: [Rows][Out]
///
/// as dot products of contiguous rows (16 lanes and a fixed tree): wide layers need no transposed
/// copy of their weights. `In` is the distance from example to example in dx.
template <std::size_t In, std::size_t Out, std::size_t Rows, bool accumulate, class Scalar>
INLAY_NOINLINE void dense_input_gradient_by_dots(const Scalar* dy, const Scalar* weights,
                                                 Scalar* dx, std::size_t count) {
    for (std::size_t i = 0; i < Rows; ++i) {
        for (std::size_t n = 0; n < count; ++n) {
            const Scalar dot = simd::dot(dy + n * Out, weights + i * Out, Out);
            Scalar& to = dx[n * In + i];
            to = accumulate ? to + dot : dot;
        }
    }
}

/// db[o] (+)= sum_k dy[k][o]                      a chain over the rows
template <bool accumulate, class Scalar>
INLAY_NOINLINE void sum_rows(const Scalar* dy, Scalar* gradient, std::size_t rows,
                             std::size_t channels) {
    simd::for_each_pack<Scalar>(channels, [&](std::size_t o, int lanes) INLAY_INLINE_LAMBDA {
        auto sum = accumulate ? simd::load_some(gradient + o, lanes) : simd::zero<Scalar>();
        for (std::size_t k = 0; k < rows; ++k)
            sum = simd::add(sum, simd::load_some(dy + k * channels + o, lanes));
        simd::store_some(gradient + o, sum, lanes);
    });
}

}  // namespace inlay::inline INLAY_ABI::kernel
