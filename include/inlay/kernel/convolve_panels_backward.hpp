// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_CONVOLVE_PANELS_BACKWARD_HPP
#define INLAY_KERNEL_CONVOLVE_PANELS_BACKWARD_HPP
// The backward pass of convolutions with many weights. The input gradient is such a convolution
// itself; the weights' gradient sums over the places of several examples before it goes to memory.

#include <inlay/kernel/convolve_panels.hpp>
#include <inlay/kernel/places.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// The cells of dx that meet the same taps of a convolution that moves by `stride` cells: every
/// stride-th cell, and every stride-th tap from one of the first on. Where it moves by single
/// cells, all. One that moves by more along an axis has a single tap there, or neighbours.
struct Phase {
    std::size_t inward, down, across;  ///< the first taps
};

/// How a convolution's input gradient is cut into phases.
struct Phases {
    Windows windows;

    constexpr std::size_t count() const {
        return windows.depth.stride * windows.height.stride * windows.width.stride;
    }
    constexpr Phase operator[](std::size_t number) const {
        const std::size_t row = number / windows.width.stride;
        return {row / windows.height.stride, row % windows.height.stride,
                number % windows.width.stride};
    }

    /// The taps of one axis that a phase has, and the number of one of them, in reverse.
    static constexpr std::size_t taps(const Window& along, std::size_t first) {
        return along.size > first ? divided_up(along.size - first, along.stride) : 0;
    }
    static constexpr std::size_t tap(const Window& along, std::size_t first, std::size_t number) {
        return first + (taps(along, first) - 1 - number) * along.stride;
    }
};

/// The convolution of dy that makes the cells of one phase of dx:
///
///     dx[first + p stride] = sum_t dy[p + t dilation - before] w[tap + (taps - 1 - t) stride]
///
/// what lay before the first cell then lies behind the last place, and taps come in reverse.
constexpr PanelConvolution input_gradient_of(const PanelConvolution& c, const Phase& phase,
                                             bool adds) {
    PanelConvolution back{.down = c.down,
                          .across = c.across,
                          .in_channels = c.channels,
                          .channels = c.in_channels,
                          .in_start = c.out_start,
                          .in_size = c.out_size,
                          .out_start = c.in_start,
                          .out_size = c.in_size,
                          .adds = adds,
                          .inward = c.inward,
                          .height = c.down.cells};
    const auto reverse = [&back](PanelConvolution::Axis& axis, std::size_t tap) {
        const PanelConvolution::Axis of = axis;
        const std::size_t stride = of.window.stride, taps = Phases::taps(of.window, tap);
        const std::size_t first = (tap + stride - of.before % stride) % stride;
        const std::size_t met = (first + of.before - tap) / stride;  // the place of the first tap
        const std::size_t reach = taps == 0 ? 0 : (taps - 1) * of.window.dilation;
        const std::size_t left_out = met < reach ? 0 : met - reach;  // places that no cell meets
        axis = {.places = first < of.cells ? divided_up(of.cells - first, stride) : 0,
                .cells = left_out < of.places ? of.places - left_out : 0,
                .window = {.size = taps, .dilation = of.window.dilation},
                .before = met < reach ? reach - met : 0,
                .in_step = of.out_step,
                .out_step = of.in_step * stride,
                .first = first,
                .every = stride};
        back.in_start += left_out * of.out_step;
        back.out_start += first * of.in_step;
    };
    reverse(back.inward, phase.inward);
    reverse(back.down, phase.down);
    reverse(back.across, phase.across);
    return back;
}

/// panels[c / width][t][o][c % width] = w[tap t of the phase][c][o]
///
/// phase by phase, with zeros behind the last channel: the kernel as the input gradient reads it.
template <class Scalar>
INLAY_NOINLINE void pack_phases(const Windows& windows, const Scalar* weights, Scalar* panels,
                                std::size_t in_channels, std::size_t channels, std::size_t width) {
    const Phases phases{windows};
    for (std::size_t f = 0; f < phases.count(); ++f) {
        const Phase phase = phases[f];
        const std::size_t rows = Phases::taps(windows.height, phase.down),
                          columns = Phases::taps(windows.width, phase.across),
                          taps = Phases::taps(windows.depth, phase.inward) * rows * columns;
        for (std::size_t first = 0; first < in_channels; first += width)
            for (std::size_t t = 0; t < taps; ++t) {
                const std::size_t d = Phases::tap(windows.depth, phase.inward, t / columns / rows),
                                  h = Phases::tap(windows.height, phase.down, t / columns % rows),
                                  w = Phases::tap(windows.width, phase.across, t % columns);
                const Scalar* const from =
                    weights + ((d * windows.height.size + h) * windows.width.size + w) *
                                  in_channels * channels;
                for (std::size_t o = 0; o < channels; ++o, panels += width)
                    for (std::size_t k = 0; k < width; ++k)
                        panels[k] =
                            first + k < in_channels ? from[(first + k) * channels + o] : Scalar{0};
            }
    }
}

/// Room for the sums of a block of any phase.
constexpr std::size_t phase_sums(const PanelConvolution& c) {
    const Phases phases{c.windows()};
    std::size_t most = 0;
    for (std::size_t f = 0; f < phases.count(); ++f) {
        const PanelConvolution back = input_gradient_of(c, phases[f], false);
        if (back.nothing()) continue;
        const std::size_t sums = back.places_together() * widest_panel(back.channels);
        if (most < sums) most = sums;
    }
    return most;
}

/// dx[p down + h][q across + w][c] (+)= f(b[c] + sum_o dy[p][q][o] w[h][w][c][o])
///
/// phase by phase, from what pack_phases made. `bias` may be null.
template <Tile tile, class Epilogue, class Scalar>
INLAY_INLINE void convolve_phases(const PanelConvolution& c, bool adds, const Scalar* dy,
                                  const Scalar* panels, const Scalar* bias, Scalar* dx,
                                  std::size_t count, Scalar* sums, const Crew* crew,
                                  const Epilogue& epilogue) {
    const Phases phases{c.windows()};
    for (std::size_t f = 0; f < phases.count(); ++f) {
        const PanelConvolution back = input_gradient_of(c, phases[f], adds);
        if (!back.nothing())
            convolve_panels<tile>(back, dy, panels, bias, dx, count, sums, crew, epilogue);
        panels += panel_count<Scalar>(back.taps() * back.in_channels, back.channels);
    }
}

/// Whether the places of an example make one chain at most: then those of several do.
constexpr bool sums_over_examples(const PanelConvolution& c) {
    return c.inward.places * c.down.places * c.across.places <= chain_length;
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
    const std::size_t examples = chain_length / (c.inward.places * c.down.places * c.across.places);
    for (std::size_t n = 0; n < count; n += examples) {
        Places all{.examples = count - n < examples ? count - n : examples,
                   .rows = c.down.places,
                   .columns = c.across.places,
                   .example = n,
                   .row = 0,
                   .column = 0};
        Scalar* dw = gradient;
        for (std::size_t tap = 0; tap < c.taps(); ++tap, dw += c.in_channels * c.channels) {
            ChainPlaces chain;
            for (all.plane = 0; all.plane < c.inward.places; ++all.plane)
                for_each_places<1>(c.met(all, tap), [&](auto, const Place* at) INLAY_INLINE_LAMBDA {
                    chain.x[chain.count] = c.in_at(all.plane, *at) + c.tap_at(tap);
                    chain.dy[chain.count++] = c.out_at(all.plane, *at);
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
