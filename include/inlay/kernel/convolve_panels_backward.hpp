// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_CONVOLVE_PANELS_BACKWARD_HPP
#define INLAY_KERNEL_CONVOLVE_PANELS_BACKWARD_HPP
// The backward pass of convolutions with many weights. The input gradient is such a convolution
// itself; the weights' gradient sums over the places of several examples before it goes to memory.

#include <inlay/kernel/convolve_panels.hpp>
#include <inlay/kernel/places.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// panels[c / width][t][o][c % width] = w[taps - 1 - t][c][o]     zeros behind the last channel
///
/// the kernel as the input gradient reads it, a convolution of dy: its taps in reverse.
template <class Scalar>
INLAY_NOINLINE void pack_transposed_panels(const Scalar* weights, Scalar* panels, std::size_t taps,
                                           std::size_t in_channels, std::size_t channels,
                                           std::size_t width) {
    for (std::size_t first = 0; first < in_channels; first += width)
        for (std::size_t t = taps; t-- > 0;)
            for (std::size_t o = 0; o < channels; ++o, panels += width)
                for (std::size_t k = 0; k < width; ++k)
                    panels[k] = first + k < in_channels
                                    ? weights[(t * in_channels + first + k) * channels + o]
                                    : Scalar{0};
}

/// The convolution of dy that makes dx, of one that moves by single cells or has a single tap: what
/// lay before the first cell then lies behind the last place.
constexpr PanelConvolution input_gradient_of(const PanelConvolution& c, bool adds) {
    const auto reversed = [](const PanelConvolution::Axis& axis) {
        PanelConvolution::Axis back{.places = axis.window.size == 1 ? axis.places : axis.cells,
                                    .cells = axis.places,
                                    .window = axis.window,
                                    .before = axis.window.span() - 1 - axis.before,
                                    .in_step = axis.out_step,
                                    .out_step = axis.in_step * axis.window.stride};
        back.window.stride = 1;
        return back;
    };
    return {.down = reversed(c.down),
            .across = reversed(c.across),
            .in_channels = c.channels,
            .channels = c.in_channels,
            .in_start = c.out_start,
            .in_size = c.out_size,
            .out_start = c.in_start,
            .out_size = c.in_size,
            .adds = adds};
}

/// Whether the places of an example make one chain at most: then those of several do.
constexpr bool sums_over_examples(const PanelConvolution& c) {
    return c.down.places * c.across.places <= chain_length;
}

/// Where x and dy of the places of a chain begin.
struct ChainPlaces {
    std::size_t x[chain_length], dy[chain_length];
    std::size_t count = 0;
};

/// One register tile of dw[c][o] += sum_k x[k][c] dy[k][o]           c < Rows, o < Columns
template <std::size_t Rows, std::size_t Columns, class Scalar>
INLAY_INLINE void add_chain_tile(const ChainPlaces& chain, const Scalar* x, const Scalar* dy,
                                 Scalar* dw, std::size_t dw_row) {
    using Pack = simd::Pack<Scalar>;
    constexpr std::size_t width = Pack::lanes, vectors = divided_up(Columns, width);
    constexpr auto lanes = [](std::size_t v) {
        return static_cast<int>(Columns - v * width < width ? Columns - v * width : width);
    };
    Pack sum[Rows][vectors];
#pragma GCC unroll 16
    for (std::size_t i = 0; i < Rows; ++i)
#pragma GCC unroll 8
        for (std::size_t v = 0; v < vectors; ++v) sum[i][v] = simd::zero<Scalar>();
    const std::size_t *of_x = chain.x, *of_dy = chain.dy;
    asm("" : "+r"(of_x), "+r"(of_dy));
    for (std::size_t k = 0; k < chain.count; ++k) {
        const Scalar *a = x + of_x[k], *b = dy + of_dy[k];
        asm("" : "+r"(a), "+r"(b));  // as in contract_runs
        Pack column[vectors];
#pragma GCC unroll 8
        for (std::size_t v = 0; v < vectors; ++v) {
            column[v] = lanes(v) == Pack::lanes ? simd::load(b + v * width)
                                                : simd::load_partial(b + v * width, lanes(v));
            if constexpr (Rows > 1) simd::pin(column[v]);
        }
#pragma GCC unroll 16
        for (std::size_t i = 0; i < Rows; ++i) {
            const Pack row = simd::broadcast(a[i]);
#pragma GCC unroll 8
            for (std::size_t v = 0; v < vectors; ++v)
                sum[i][v] = simd::fma(row, column[v], sum[i][v]);
        }
    }
#pragma GCC unroll 16
    for (std::size_t i = 0; i < Rows; ++i)
#pragma GCC unroll 8
        for (std::size_t v = 0; v < vectors; ++v) {
            Scalar* const to = dw + i * dw_row + v * width;
            simd::store_some(to, simd::add(simd::load_some(to, lanes(v)), sum[i][v]), lanes(v));
        }
}

/// The same for all c, of which the chain's tile has some rows.
template <std::size_t Rows, std::size_t Columns, class Scalar>
INLAY_INLINE void add_chain(const ChainPlaces& chain, const Scalar* x, const Scalar* dy, Scalar* dw,
                            std::size_t in_channels, std::size_t channels) {
    for_each_block<Rows>(in_channels, [&](auto rows, std::size_t c) INLAY_INLINE_LAMBDA {
        add_chain_tile<rows, Columns>(chain, x + c, dy, dw + c * channels, channels);
    });
}

/// dw[h][w][c][o] += sum_n sum_p sum_q x[n][p down + h][q across + w][c] dy[n][p][q][o]
///
/// in chains over the places of as many examples as 64 places allow, each then added. `rest`
/// channels are left behind whole tiles.
template <Tile tile, std::size_t rest, class Scalar>
INLAY_NOINLINE void convolve_panels_weight_gradient(const PanelConvolution& c, const Scalar* x,
                                                    const Scalar* dy, Scalar* gradient,
                                                    std::size_t count) {
    constexpr std::size_t width = tile.vectors * simd::Pack<Scalar>::lanes;
    const std::size_t examples = chain_length / (c.down.places * c.across.places);
    for (std::size_t n = 0; n < count; n += examples) {
        const Places all{.examples = count - n < examples ? count - n : examples,
                         .rows = c.down.places,
                         .columns = c.across.places,
                         .example = n,
                         .row = 0,
                         .column = 0};
        Scalar* dw = gradient;
        for (std::size_t tap = 0; tap < c.taps(); ++tap, dw += c.in_channels * c.channels) {
            ChainPlaces chain;
            for_each_places<1>(c.met(all, tap), [&](auto, const Place* at) INLAY_INLINE_LAMBDA {
                chain.x[chain.count] = c.in_at(*at, tap);
                chain.dy[chain.count++] = c.out_at(*at);
            });
            if (chain.count == 0) continue;
            std::size_t o = 0;
            for (; o + width <= c.channels; o += width)
                add_chain<tile.rows, width>(chain, x, dy + o, dw + o, c.in_channels, c.channels);
            if constexpr (rest != 0)
                add_chain<tile.rows, rest>(chain, x, dy + o, dw + o, c.in_channels, c.channels);
        }
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_CONVOLVE_PANELS_BACKWARD_HPP
