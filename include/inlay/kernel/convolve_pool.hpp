// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_CONVOLVE_POOL_HPP
#define INLAY_KERNEL_CONVOLVE_POOL_HPP
// A convolution with the max-pooling behind it: the map between the two never exists.

#include <inlay/kernel/convolve.hpp>
#include <inlay/shape/map.hpp>
#include <inlay/shape/window.hpp>
#include <inlay/simd/loop.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// y[p][q][o] = max over the window's cells (h, w) of f(z[p wh + h][q ww + w][o]), z as in convolve
///
/// Windows stand side by side, their cells are numbered in row order; `winners`, where there is
/// room for them, takes the number of the first largest one. c has the extents of z, as far as
/// windows cover it, and the places of x; `out` is the map of y.
template <Convolution c, Windows window, Map out, class Activation, class Scalar>
INLAY_NOINLINE void convolve_max_pool(const Scalar* x, const Scalar* weights, const Scalar* bias,
                                      Scalar* y, Scalar* winners, std::size_t count) {
    constexpr std::size_t high = window.height.size, wide = window.width.size;
    constexpr std::size_t in_window = window.cells(), lanes = simd::Pack<Scalar>::lanes;
    constexpr Tile tile = choose_tile<Scalar>(out.width() * in_window, c.channels, in_window);
    for (std::size_t n = 0; n < count; ++n, x += c.in_size, y += out.size()) {
        for_each_panel<Scalar, c.channels, tile.vectors>([&](auto columns,
                                                             std::size_t o) INLAY_INLINE_LAMBDA {
            for (std::size_t p = 0; p < out.height(); ++p) {
                for_each_block<out.width(), tile.rows / in_window>(
                    [&](auto windows, std::size_t q) INLAY_INLINE_LAMBDA {
                        constexpr std::size_t across =
                            windows * wide;  // cells of one row of the tile
                        Factors<Scalar> factors = taps_at<c>(x, weights, p * high, q * wide, o);
                        factors.group = across;
                        factors.a_group = c.down * c.in_pitch;
                        simd::Pack<Scalar> best[windows][divided_up(columns, lanes)];
                        simd::Pack<Scalar> winner[windows][divided_up(columns, lanes)];
                        const std::size_t to = p * out.width() * c.channels + q * c.channels + o;
                        contract_runs<high * across, columns>(
                            factors, RunAt<c>(),
                            [&](std::size_t, std::size_t v, int some) INLAY_INLINE_LAMBDA {
                                return bias ? simd::load_some(bias + o + v * lanes, some)
                                            : simd::zero<Scalar>();
                            },
                            AsItIs(),
                            [&](std::size_t i, std::size_t v, int some, auto sum)
                                INLAY_INLINE_LAMBDA {
                                    const std::size_t h = i / across, k = i % across / wide;
                                    const std::size_t cell = h * wide + i % wide;
                                    const auto value = Activation::value(sum);
                                    const auto number = simd::broadcast(static_cast<Scalar>(cell));
                                    auto& top = best[k][v];
                                    auto& place = winner[k][v];
                                    if (cell == 0) {
                                        top = value;
                                        place = number;
                                    } else {
                                        const auto wins = simd::exceeds(value, top);
                                        place = simd::select(wins, number, place);
                                        top = simd::select(wins, value, top);
                                    }
                                    if (cell + 1 < in_window) return;
                                    simd::store_some(
                                        y + out.row(p) + (q + k) * out.pixel() + o + v * lanes, top,
                                        some);
                                    if (winners)
                                        simd::store_some(winners + to + k * c.channels + v * lanes,
                                                         place, some);
                                });
                    });
            }
        });
        if (winners) winners += out.elements();
    }
}

/// y[p][q][o] = the largest z of each window, and its number as above, from the whole map z
template <Windows window, Map out, class Scalar>
INLAY_NOINLINE void take_winners(const Scalar* z, Scalar* y, Scalar* winners, std::size_t count) {
    constexpr std::size_t high = window.height.size, wide = window.width.size;
    constexpr std::size_t channels = out.channels(), pitch = out.width() * wide * channels;
    for (std::size_t n = 0; n < count; ++n, y += out.size())
        for (std::size_t p = 0; p < out.height(); ++p, z += high * pitch)
            for (std::size_t q = 0; q < out.width(); ++q)
                simd::for_each_pack<Scalar>(
                    channels, [&](std::size_t o, int lanes) INLAY_INLINE_LAMBDA {
                        const Scalar* const from = z + q * wide * channels + o;
                        auto top = simd::load_some(from, lanes), place = simd::zero<Scalar>();
                        for (std::size_t cell = 1; cell < high * wide; ++cell) {
                            const auto value = simd::load_some(
                                from + cell / wide * pitch + cell % wide * channels, lanes);
                            const auto wins = simd::exceeds(value, top);
                            const auto number = simd::broadcast(static_cast<Scalar>(cell));
                            place = simd::select(wins, number, place);
                            top = simd::select(wins, value, top);
                        }
                        simd::store_some(y + out.row(p) + q * out.pixel() + o, top, lanes);
                        if (winners)
                            simd::store_some(
                                winners + ((n * out.height() + p) * out.width() + q) * channels + o,
                                place, lanes);
                    });
}

/// dz[p wh + h][q ww + w][o] = cell (h, w) won ? f'(y) dy[p][q][o] : 0        of one example
template <Map out, Windows window, class Activation, class Scalar>
INLAY_NOINLINE void spread_to_winners(const Scalar* y, const Scalar* dy, const Scalar* winners,
                                      Scalar* dz) {
    constexpr std::size_t high = window.height.size, wide = window.width.size;
    constexpr std::size_t channels = out.channels(), pitch = out.width() * wide * channels;
    for (std::size_t p = 0; p < out.height(); ++p) {
        for (std::size_t q = 0; q < out.width(); ++q) {
            const std::size_t from = out.row(p) + q * out.pixel();
            Scalar* const to = dz + p * high * pitch + q * wide * channels;
            simd::for_each_pack<Scalar>(channels, [&](std::size_t o,
                                                      int lanes) INLAY_INLINE_LAMBDA {
                const auto gradient = Activation::gradient(simd::load_some(y + from + o, lanes),
                                                           simd::load_some(dy + from + o, lanes));
                const auto winner = simd::load_some(winners + o, lanes);
                for (std::size_t cell = 0; cell < high * wide; ++cell) {
                    const auto number = simd::broadcast(static_cast<Scalar>(cell));
                    simd::store_some(
                        to + cell / wide * pitch + cell % wide * channels + o,
                        simd::select(simd::equal(winner, number), gradient, simd::zero<Scalar>()),
                        lanes);
                }
            });
            winners += channels;
        }
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_CONVOLVE_POOL_HPP
