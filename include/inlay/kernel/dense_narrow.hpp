// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_DENSE_NARROW_HPP
#define INLAY_KERNEL_DENSE_NARROW_HPP
// Dense layers of few outputs, such as classifiers, where one chain of sums would wait for itself.

#include <inlay/kernel/contract.hpp>
#include <inlay/kernel/epilogue.hpp>
#include <inlay/simd/loop.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// Whether the sums of a layer are cut into segments: a function of the shape alone.
constexpr bool is_narrow(std::size_t in, std::size_t out) { return out <= 16 && in >= 32; }

/// The taps of a narrow layer, cut into eight segments; the last one also takes what remains.
template <std::size_t In>
struct Segments {
    static constexpr std::size_t count = 8, length = In / count;

    static constexpr std::size_t taps(std::size_t s) {
        return s + 1 < count ? length : In - s * length;
    }
};

/// The sum of the segments' sums of example n, in pairs at distance 4, 2 and 1.
template <class Epilogue, class Scalar, std::size_t Vectors>
INLAY_INLINE void store_segments(simd::Pack<Scalar> (&sum)[8][Vectors], Scalar* y, std::size_t n,
                                 std::size_t columns, const Epilogue& epilogue) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
#pragma GCC unroll 16
    for (std::size_t v = 0; v < Vectors; ++v) {
#pragma GCC unroll 3
        for (std::size_t distance = 4; distance != 0; distance /= 2)
#pragma GCC unroll 4
            for (std::size_t s = 0; s < distance; ++s)
                sum[s][v] = simd::add(sum[s][v], sum[s + distance][v]);
        const std::size_t left = columns - v * lanes;
        const int some = static_cast<int>(left < lanes ? left : lanes);
        const Place place{n, 0, 0, v * lanes, some};
        simd::store_some(y + v * lanes, epilogue(sum[0][v], place), some);
    }
}

/// y[o] = f(b[o] + sum_s sum_t x[s][t] w[s][t][o])       example n: segments side by side
template <std::size_t In, std::size_t Out, class Epilogue, class Scalar>
INLAY_NOINLINE void dense_narrow_row(const Scalar* x, const Scalar* weights, const Scalar* bias,
                                     Scalar* y, std::size_t n, Epilogue epilogue) {
    using Pack = simd::Pack<Scalar>;
    constexpr std::size_t lanes = Pack::lanes, vectors = divided_up(Out, lanes);
    constexpr std::size_t count = Segments<In>::count, length = Segments<In>::length;
    constexpr std::size_t together = vectors < 8 ? 8 / vectors : 1;
    static_assert(count % together == 0, "segments come in whole groups");
    constexpr auto width = [](std::size_t v) {
        return static_cast<int>(Out - v * lanes < lanes ? Out - v * lanes : lanes);
    };
    // Whole registers, though their last lanes belong to the next tap: nobody looks at those. Only
    // the last taps have none behind them.
    constexpr std::size_t behind = divided_up(vectors * lanes, Out);
    constexpr std::size_t safe = length < behind ? 0 : length - behind;
    Pack total[count][vectors];
    for (std::size_t group = 0; group < count; group += together) {
        Pack sum[together][vectors];
#pragma GCC unroll 8
        for (std::size_t s = 0; s < together; ++s)
#pragma GCC unroll 8
            for (std::size_t v = 0; v < vectors; ++v)
                sum[s][v] = group + s == 0 && bias ? simd::load_some(bias + v * lanes, width(v))
                                                   : simd::zero<Scalar>();
        for (std::size_t t = 0; t < safe; ++t) {
#pragma GCC unroll 8
            for (std::size_t s = 0; s < together; ++s) {
                const std::size_t tap = (group + s) * length + t;
                const auto row = simd::broadcast(x[tap]);
#pragma GCC unroll 8
                for (std::size_t v = 0; v < vectors; ++v)
                    sum[s][v] =
                        simd::fma(row, simd::load(weights + tap * Out + v * lanes), sum[s][v]);
            }
        }
#pragma GCC unroll 8
        for (std::size_t s = 0; s < together; ++s) {
            for (std::size_t t = safe; t < Segments<In>::taps(group + s); ++t) {
                const std::size_t tap = (group + s) * length + t;
                const auto row = simd::broadcast(x[tap]);
#pragma GCC unroll 8
                for (std::size_t v = 0; v < vectors; ++v)
                    sum[s][v] = simd::fma(
                        row, simd::load_some(weights + tap * Out + v * lanes, width(v)), sum[s][v]);
            }
#pragma GCC unroll 8
            for (std::size_t v = 0; v < vectors; ++v) total[group + s][v] = sum[s][v];
        }
    }
    store_segments(total, y, n, Out, epilogue);
}

/// y[n][o] = f(b[o] + sum_s sum_t x[n][s][t] w[s][t][o])
///
/// where s counts segments of taps: a chain within each, and their sums by a fixed tree, for any
/// number of examples.
template <std::size_t In, std::size_t Out, class Epilogue, class Scalar>
INLAY_NOINLINE void dense_narrow(const Scalar* x, const Scalar* weights, const Scalar* bias,
                                 Scalar* y, std::size_t count, Epilogue epilogue) {
    using Pack = simd::Pack<Scalar>;
    constexpr std::size_t lanes = Pack::lanes, vectors = divided_up(Out, lanes);
    constexpr Tile tile = choose_tile<Scalar>(8, Out);
    constexpr std::size_t rows = vectors > tile.vectors ? 1 : tile.rows;
    std::size_t n = 0;
    if constexpr (rows > 1) {
        for (; n + rows <= count; n += rows) {
            Pack sum[rows][Segments<In>::count][vectors];
            for (std::size_t s = 0; s < Segments<In>::count; ++s) {
                const Factors<Scalar> factors{.a = x + n * In + s * Segments<In>::length,
                                              .b = weights + s * Segments<In>::length * Out,
                                              .runs = 1,
                                              .taps = Segments<In>::taps(s),
                                              .a_run = 0,
                                              .a_tap = 1,
                                              .a_row = In,
                                              .b_run = 0,
                                              .b_tap = Out};
                contract_tile<rows, Out>(
                    factors,
                    [&](std::size_t, std::size_t v, int some) INLAY_INLINE_LAMBDA {
                        return s == 0 && bias ? simd::load_some(bias + v * lanes, some)
                                              : simd::zero<Scalar>();
                    },
                    [&](std::size_t i, std::size_t v, int, auto total)
                        INLAY_INLINE_LAMBDA { sum[i][s][v] = total; });
            }
            for (std::size_t i = 0; i < rows; ++i)
                store_segments(sum[i], y + (n + i) * Out, n + i, Out, epilogue);
        }
    }
    for (; n < count; ++n)
        dense_narrow_row<In, Out>(x + n * In, weights, bias, y + n * Out, n, epilogue);
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_DENSE_NARROW_HPP
