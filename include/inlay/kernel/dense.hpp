// SPDX-License-Identifier: MIT
#pragma once
// Dense layers: a product with weights [in][out], for any number of rows.

#include <inlay/kernel/contract.hpp>
#include <inlay/kernel/map.hpp>
#include <inlay/simd/lanes.hpp>
#include <inlay/simd/loop.hpp>

#include <cstddef>

namespace inlay::inline INLAY_ABI::kernel {

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

/// y[n][o] = f(b[o] + sum_i x[n][i] w[i][o])      x: [count][In]  w: [In][Out]  y: [count][Out]
///
/// for the outputs o in [first, first + Columns), with `bias` possibly null. The sums wait in y
/// while a block of taps, which stays in L1, meets all rows; wide layers copy it together first,
/// since its taps lie far apart.
template <std::size_t In, std::size_t Out, std::size_t Columns, class Activation, class Scalar>
INLAY_NOINLINE void dense(const Scalar* x, const Scalar* weights, const Scalar* bias, Scalar* y,
                          std::size_t count) {
    if (count == 1) return dense_row<In, Out, Columns, Activation>(x, weights, bias, y);
    constexpr Tile tile = row_tile<Scalar>(Columns);
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes, panel = tile.vectors * lanes;
    constexpr std::size_t block = divided_up(In, divided_up(In, 256));
    constexpr bool wide = Out * sizeof(Scalar) >= 512;
    [[maybe_unused]] Scalar packed[wide ? block * panel : 1];
    for_each_panel<Scalar, Columns, tile.vectors>(
        [&](auto columns, std::size_t o) INLAY_INLINE_LAMBDA {
            for (std::size_t first = 0; first < In; first += block) {
                const std::size_t taps = In - first < block ? In - first : block;
                const Scalar* from = weights + first * Out + o;
                std::size_t step = Out;
                if (wide && count >= 16) {
                    for (std::size_t t = 0; t < taps; ++t)
                        copy_row<false>(from + t * Out, packed + t * panel, columns);
                    from = packed;
                    step = panel;
                }
                for_each_block<tile.rows>(count, [&](auto rows, std::size_t n) INLAY_INLINE_LAMBDA {
                    const Factors<Scalar> factors{.a = x + n * In + first,
                                                  .b = from,
                                                  .runs = 1,
                                                  .taps = taps,
                                                  .a_run = 0,
                                                  .a_tap = 1,
                                                  .a_row = In,
                                                  .b_run = 0,
                                                  .b_tap = step};
                    const auto at = [&](std::size_t i, std::size_t v) INLAY_INLINE_LAMBDA {
                        return y + (n + i) * Out + o + v * lanes;
                    };
                    contract_tile<rows, columns>(
                        factors,
                        [&](std::size_t i, std::size_t v, int some) INLAY_INLINE_LAMBDA {
                            if (first != 0) return simd::load_some(at(i, v), some);
                            return bias ? simd::load_some(bias + o + v * lanes, some)
                                        : simd::zero<Scalar>();
                        },
                        [&](std::size_t i, std::size_t v, int some, auto sum) INLAY_INLINE_LAMBDA {
                            const bool last = first + block >= In;
                            simd::store_some(at(i, v), last ? Activation::value(sum) : sum, some);
                        });
                });
            }
        });
}

/// dw[i][o] (+)= sum_n x[n][i] dy[n][o]           a chain over the examples, rows i in [0, Rows)
///
/// `In` is the distance from example to example in x. The sums wait in dw while a block of
/// examples, copied together from where they lie far apart, meets all rows.
template <std::size_t In, std::size_t Out, std::size_t Rows, bool accumulate, class Scalar>
INLAY_NOINLINE void dense_weight_gradient(const Scalar* x, const Scalar* dy, Scalar* gradient,
                                          std::size_t count) {
    constexpr Tile tile = dense_tile<Scalar>(Rows, Out);
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes, panel = tile.vectors * lanes;
    constexpr std::size_t block = 128;
    constexpr bool wide = Out * sizeof(Scalar) >= 512;
    [[maybe_unused]] Scalar packed[wide ? block * panel : 1];
    for (std::size_t first = 0; first < count; first += block) {
        const std::size_t taps = count - first < block ? count - first : block;
        for_each_panel<Scalar, Out, tile.vectors>(
            [&](auto columns, std::size_t o) INLAY_INLINE_LAMBDA {
                const Scalar* from = dy + first * Out + o;
                if (wide) {
                    for (std::size_t t = 0; t < taps; ++t)
                        copy_row<false>(from + t * Out, packed + t * panel, columns);
                    from = packed;
                }
                for_each_block<Rows, tile.rows>([&](auto rows, std::size_t i) INLAY_INLINE_LAMBDA {
                    const Factors<Scalar> factors{.a = x + first * In + i,
                                                  .b = from,
                                                  .runs = 1,
                                                  .taps = taps,
                                                  .a_run = 0,
                                                  .a_tap = In,
                                                  .a_row = 1,
                                                  .b_run = 0,
                                                  .b_tap = wide ? panel : Out};
                    const auto at = [&](std::size_t row, std::size_t v) INLAY_INLINE_LAMBDA {
                        return gradient + (i + row) * Out + o + v * lanes;
                    };
                    contract_tile<rows, columns>(
                        factors,
                        [&](std::size_t row, std::size_t v, int some) INLAY_INLINE_LAMBDA {
                            return accumulate || first != 0 ? simd::load_some(at(row, v), some)
                                                            : simd::zero<Scalar>();
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

/// Rows of either factor whose dot products fit the registers.
template <class Scalar>
constexpr Tile dot_tile() {
    constexpr int lanes = simd::Pack<Scalar>::lanes;
    return lanes == 16  ? Tile{5, 4}
           : lanes == 8 ? Tile{3, 2}
           : lanes == 4 ? Tile{1, 2}
                        : Tile{1, 1};
}

/// sum[i][j] += sum_k a[i][k] b[j][k]              a: [Rows][Length]  b: [Columns][Length]
template <std::size_t Rows, std::size_t Columns, std::size_t Length, class Scalar>
INLAY_INLINE void dot_rows(const Scalar* a, const Scalar* b,
                           simd::Lanes16<Scalar> (&sum)[Rows][Columns]) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    const auto step = [&](std::size_t k, std::size_t left) INLAY_INLINE_LAMBDA {
#pragma GCC unroll 4
        for (std::size_t p = 0; p < simd::parts16<Scalar>; ++p) {
            if (p * lanes >= left) break;
            const std::size_t from = k + p * lanes, rest = left - p * lanes;
            const int some = static_cast<int>(rest < lanes ? rest : lanes);
            simd::Pack<Scalar> column[Columns];
#pragma GCC unroll 4
            for (std::size_t j = 0; j < Columns; ++j) {
                column[j] = simd::load_some(b + j * Length + from, some);
                simd::pin(column[j]);
            }
#pragma GCC unroll 8
            for (std::size_t i = 0; i < Rows; ++i) {
                auto row = simd::load_some(a + i * Length + from, some);
                simd::pin(row);
#pragma GCC unroll 4
                for (std::size_t j = 0; j < Columns; ++j) sum[i][j].fma(p, row, column[j]);
            }
        }
    };
    for (std::size_t k = 0; k + 16 <= Length; k += 16) step(k, 16);
    if constexpr (Length % 16 != 0) step(Length / 16 * 16, Length % 16);
}

/// dx[n][i] (+)= sum_o dy[n][o] w[i][o]           rows i in [0, Rows) of w: [Rows][Out]
///
/// as dot products of contiguous rows (16 lanes and a fixed tree): wide layers need no transposed
/// copy of their weights. `In` is the distance from example to example in dx. Some rows of w, which
/// stay in L1, meet all examples.
template <std::size_t In, std::size_t Out, std::size_t Rows, bool accumulate, class Scalar>
INLAY_NOINLINE void dense_input_gradient_by_dots(const Scalar* dy, const Scalar* weights,
                                                 Scalar* dx, std::size_t count) {
    constexpr Tile tile = dot_tile<Scalar>();
    constexpr std::size_t fit = 16 * 1024 / (Out * sizeof(Scalar));
    constexpr std::size_t together = fit < tile.vectors ? tile.vectors : fit;
    for_each_block<Rows, together>([&](auto some, std::size_t first) INLAY_INLINE_LAMBDA {
        for_each_block<tile.rows>(count, [&](auto examples, std::size_t n) INLAY_INLINE_LAMBDA {
            for_each_block<some, tile.vectors>([&](auto rows, std::size_t k) INLAY_INLINE_LAMBDA {
                const std::size_t i = first + k;
                simd::Lanes16<Scalar> sum[examples()][rows()];
                dot_rows<examples, rows, Out>(dy + n * Out, weights + i * Out, sum);
                simd::unroll<examples()>([&](auto e) INLAY_INLINE_LAMBDA {
                    simd::unroll<rows()>([&](auto r) INLAY_INLINE_LAMBDA {
                        Scalar& to = dx[(n + e) * In + i + r];
                        to = accumulate ? to + sum[e][r].total() : sum[e][r].total();
                    });
                });
            });
        });
    });
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
