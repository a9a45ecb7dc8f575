// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_DENSE_HPP
#define INLAY_KERNEL_DENSE_HPP
// Dense layers: a product with weights [in][out], for any number of rows.

#include <inlay/kernel/contract.hpp>
#include <inlay/kernel/epilogue.hpp>
#include <inlay/kernel/map.hpp>
#include <inlay/simd/loop.hpp>

#include <cstddef>

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
template <std::size_t In, std::size_t Out, std::size_t Columns, class Epilogue, class Scalar>
INLAY_NOINLINE void dense_row(const Scalar* x, const Scalar* weights, const Scalar* bias, Scalar* y,
                              Epilogue epilogue) {
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
                const Place place{0, 0, 0, o + v * lanes, some};
                simd::store_some(y + o + v * lanes, epilogue(sum, place), some);
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
template <std::size_t In, std::size_t Out, std::size_t Columns, class Epilogue, class Scalar>
INLAY_NOINLINE void dense(const Scalar* x, const Scalar* weights, const Scalar* bias, Scalar* y,
                          std::size_t count, Epilogue epilogue) {
    if (count == 1) return dense_row<In, Out, Columns>(x, weights, bias, y, epilogue);
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
            const Place place{n, 0, 0, o, some};
            simd::store_some(y + n * Out + o, last ? epilogue(sum, place) : sum, some);
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

/// db[o] (+)= sum_k dy[k step + o]                the sum of places.hpp
template <bool accumulate, class Scalar>
INLAY_NOINLINE void sum_rows_apart(const Scalar* dy, Scalar* gradient, std::size_t rows,
                                   std::size_t channels, std::size_t step) {
    simd::for_each_pack<Scalar>(channels, [&](std::size_t o, int lanes) INLAY_INLINE_LAMBDA {
        auto sum = sum_places<Scalar, any_number_of_rows>(
            {1, rows}, [&](auto chain, std::size_t, std::size_t k) INLAY_INLINE_LAMBDA {
                return simd::add(chain, simd::load_some(dy + k * step + o, lanes));
            });
        if (accumulate) sum = simd::add(simd::load_some(gradient + o, lanes), sum);
        simd::store_some(gradient + o, sum, lanes);
    });
}

/// The same for rows one behind the other.
template <bool accumulate, class Scalar>
INLAY_INLINE void sum_rows(const Scalar* dy, Scalar* gradient, std::size_t rows,
                           std::size_t channels) {
    sum_rows_apart<accumulate>(dy, gradient, rows, channels, channels);
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_DENSE_HPP
