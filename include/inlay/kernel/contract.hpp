// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_CONTRACT_HPP
#define INLAY_KERNEL_CONTRACT_HPP
// The one product that dense layers and convolutions are made of, forward and backward.

#include <inlay/kernel/places.hpp>
#include <inlay/kernel/tile.hpp>

#include <cstddef>

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
