// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_CONVOLVE_PANELS_HPP
#define INLAY_KERNEL_CONVOLVE_PANELS_HPP
// Convolutions with so many weights that these do not stay in the nearest cache. They lie in
// panels, in the order in which they are read, and each meets the places of many rows and examples
// before the next one comes. All extents are known when the kernel runs: the convolutions of a
// network share its code.

#include <inlay/kernel/convolve.hpp>
#include <inlay/kernel/crew.hpp>
#include <inlay/kernel/epilogue.hpp>
#include <inlay/kernel/panels.hpp>
#include <inlay/shape/window.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// Numbers of a panel's row, and of all panels of a kernel of `taps` rows.
template <class Scalar>
constexpr std::size_t panel_width(std::size_t channels) {
    return scattered_tile<Scalar>(channels).vectors * simd::Pack<Scalar>::lanes;
}
template <class Scalar>
constexpr std::size_t panel_count(std::size_t taps, std::size_t channels) {
    const std::size_t width = panel_width<Scalar>(channels);
    return divided_up(channels, width) * width * taps;
}

/// Room for either scalar.
constexpr std::size_t widest_panel(std::size_t channels) {
    const std::size_t f = panel_width<float>(channels), d = panel_width<double>(channels);
    return f < d ? d : f;
}
constexpr std::size_t most_panels(std::size_t taps, std::size_t channels) {
    const std::size_t f = panel_count<float>(taps, channels);
    const std::size_t d = panel_count<double>(taps, channels);
    return f < d ? d : f;
}

/// panels[o / width][t][o % width] = w[t][o], zeros behind the last channel     w: [taps][channels]
template <class Scalar>
INLAY_NOINLINE void pack_panels(const Scalar* weights, Scalar* panels, std::size_t taps,
                                std::size_t channels, std::size_t width) {
    for (std::size_t o = 0; o < channels; o += width) {
        const std::size_t some = channels - o < width ? channels - o : width;
        for (std::size_t t = 0; t < taps; ++t, panels += width) {
            for (std::size_t k = 0; k < some; ++k) panels[k] = weights[t * channels + o + k];
            for (std::size_t k = some; k < width; ++k) panels[k] = 0;
        }
    }
}

/// Some places of some examples, one of a row behind the other; of volumes, in one plane.
struct Places {
    std::size_t examples, rows, columns;
    std::size_t example, row, column;  ///< the first
    std::size_t plane = 0;

    constexpr std::size_t count() const { return examples * rows * columns; }
};

/// A convolution as the running kernel knows it, over images without their border of padding.
struct PanelConvolution {
    struct Axis {
        std::size_t places, cells;  ///< of the output, of the input
        Window window;
        std::size_t before;                ///< cells of padding
        std::size_t in_step, out_step;     ///< from one cell to the next in memory
        std::size_t first = 0, every = 1;  ///< place p is cell first + p every of the whole output

        constexpr std::size_t cell(std::size_t place) const { return first + place * every; }

        /// The first place of which a tap meets cell `at` or a later one.
        constexpr std::size_t place_from(std::size_t at, std::size_t tap) const {
            const std::size_t moved = tap * window.dilation;
            const std::size_t from =
                at + before <= moved ? 0 : divided_up(at + before - moved, window.stride);
            return from < places ? from : places;
        }
        /// The cell that its first tap meets, which may lie before the first.
        constexpr std::size_t in_at(std::size_t place) const {
            return (place * window.stride - before) * in_step;
        }
        constexpr std::size_t tap_at(std::size_t tap) const {
            return tap * window.dilation * in_step;
        }
    };

    Axis down, across;
    std::size_t in_channels, channels;
    std::size_t in_start, in_size;  ///< the input's first cell in memory; an example
    std::size_t out_start, out_size;
    bool adds = false;  ///< to what the output holds
    Axis inward{1, 1, {}, 0, 0, 0};
    std::size_t height = 0;  ///< of an image of the whole output, where there are several

    constexpr Windows windows() const { return {down.window, across.window, inward.window}; }

    constexpr std::size_t taps() const {
        return inward.window.size * down.window.size * across.window.size;
    }
    constexpr double multiply_adds(std::size_t count) const {
        return static_cast<double>(count * inward.places * down.places * across.places) *
               static_cast<double>(taps() * in_channels * channels);
    }
    constexpr std::size_t tap_inward(std::size_t tap) const {
        return tap / across.window.size / down.window.size;
    }
    constexpr std::size_t tap_down(std::size_t tap) const {
        return tap / across.window.size % down.window.size;
    }
    constexpr std::size_t tap_across(std::size_t tap) const { return tap % across.window.size; }

    /// Those of some places that meet a cell of the input with a tap.
    constexpr Places met(Places places, std::size_t tap) const {
        const auto cut = [](const Axis& axis, std::size_t number, std::size_t& first,
                            std::size_t& count) {
            const std::size_t begin = axis.place_from(0, number),
                              end = axis.place_from(axis.cells, number);
            const std::size_t last = first + count < end ? first + count : end;
            if (first < begin) first = begin;
            count = last < first ? 0 : last - first;
        };
        std::size_t planes = 1;
        cut(inward, tap_inward(tap), places.plane, planes);
        cut(down, tap_down(tap), places.row, places.rows);
        cut(across, tap_across(tap), places.column, places.columns);
        if (planes == 0) places.rows = 0;
        return places;
    }

    /// Where in memory the first tap of a place lies, how far from it another one does, and where
    /// the place's output lies.
    constexpr std::size_t in_at(std::size_t plane, const Place& at) const {
        return in_start + at.example * in_size + inward.in_at(plane) + down.in_at(at.row) +
               across.in_at(at.column);
    }
    constexpr std::size_t tap_at(std::size_t tap) const {
        return inward.tap_at(tap_inward(tap)) + down.tap_at(tap_down(tap)) +
               across.tap_at(tap_across(tap));
    }
    constexpr std::size_t out_at(std::size_t plane, const Place& at) const {
        return out_start + at.example * out_size + plane * inward.out_step +
               at.row * down.out_step + at.column * across.out_step;
    }

    /// The place as the whole output counts it.
    constexpr Place in_whole(std::size_t plane, Place at) const {
        at.row = inward.cell(plane) * height + down.cell(at.row);
        at.column = across.cell(at.column);
        return at;
    }

    constexpr bool nothing() const { return inward.places * down.places * across.places == 0; }

    /// Places that go through all taps of a panel together: whole examples, or some rows of one.
    static constexpr std::size_t block = 128;
    constexpr std::size_t examples_together() const {
        const std::size_t places = down.places * across.places;
        return places >= block ? 1 : block / places;
    }
    constexpr std::size_t rows_together() const {
        const std::size_t rows = block / across.places;
        return rows < 1 ? 1 : rows < down.places ? rows : down.places;
    }
    constexpr std::size_t places_together() const {
        return examples_together() * rows_together() * across.places;
    }

    /// Taps that go through a tile at a time: equal parts of the channels of the input.
    constexpr std::size_t parts() const { return divided_up(in_channels, 512); }
    constexpr std::size_t part_begin(std::size_t part) const {
        return in_channels * part / parts();
    }

    /// Whether all places meet a cell with all taps.
    constexpr bool whole() const {
        const auto fits = [](const Axis& axis) {
            return axis.before == 0 && axis.window.size > 0 &&
                   axis.place_from(axis.cells, axis.window.size - 1) == axis.places;
        };
        return fits(inward) && fits(down) && fits(across);
    }
};

/// Calls body(Size<n>, at) for all places, at most Most at a time: at[0] ... at[n - 1].
template <std::size_t Most, class Body>
INLAY_INLINE void for_each_places(const Places& all, Body&& body) {
    std::size_t n = 0, p = 0, q = 0;
    for_each_block<Most>(all.count(), [&](auto size, std::size_t) INLAY_INLINE_LAMBDA {
        Place at[size];
        for (std::size_t i = 0; i < size; ++i) {
            at[i] = {all.example + n, all.row + p, all.column + q, 0, 0};
            if (++q < all.columns) continue;
            q = 0;
            if (++p < all.rows) continue;
            p = 0;
            ++n;
        }
        body(size, at);
    });
}

/// One register tile of a product with rows that lie anywhere:
///
///     c[i][j] = start(i, v) + sum_t x[i][t] b[t][j]       one chain for each output, as everywhere
template <std::size_t Rows, std::size_t Vectors, class Scalar, class Start, class Finish>
INLAY_INLINE void contract_rows(const Scalar* const (&x)[Rows], const Scalar* b, std::size_t taps,
                                Start&& start, Finish&& finish) {
    using Pack = simd::Pack<Scalar>;
    Pack sum[Rows][Vectors];
#pragma GCC unroll 16
    for (std::size_t i = 0; i < Rows; ++i)
#pragma GCC unroll 8
        for (std::size_t v = 0; v < Vectors; ++v) sum[i][v] = start(i, v);
    for (std::size_t t = 0; t < taps; ++t, b += Vectors * Pack::lanes) {
        asm("" : "+r"(b));  // as in contract_runs
        Pack column[Vectors];
#pragma GCC unroll 8
        for (std::size_t v = 0; v < Vectors; ++v) {
            column[v] = simd::load(b + v * Pack::lanes);
            if constexpr (Rows > 1) simd::pin(column[v]);
        }
#pragma GCC unroll 16
        for (std::size_t i = 0; i < Rows; ++i) {
            const Pack row = simd::broadcast(x[i][t]);
#pragma GCC unroll 8
            for (std::size_t v = 0; v < Vectors; ++v)
                sum[i][v] = simd::fma(row, column[v], sum[i][v]);
        }
    }
#pragma GCC unroll 16
    for (std::size_t i = 0; i < Rows; ++i)
#pragma GCC unroll 8
        for (std::size_t v = 0; v < Vectors; ++v) finish(i, v, sum[i][v]);
}

/// One panel of a convolution for some places: which run of taps comes at what place.
template <Tile tile, class Epilogue, class Scalar>
struct Panel {
    static constexpr std::size_t lanes = simd::Pack<Scalar>::lanes, width = tile.vectors * lanes;

    const PanelConvolution& c;
    const Scalar* bias;
    Scalar* y;
    Scalar* sums;
    const Epilogue& epilogue;
    Places block;
    std::size_t channel;

    INLAY_INLINE int some(std::size_t v) const {
        const std::size_t first = channel + v * lanes;
        if (first >= c.channels) return 0;
        const std::size_t left = c.channels - first;
        return static_cast<int>(left < lanes ? left : lanes);
    }
    INLAY_INLINE Scalar* sum_of(const Place& at) const {
        return sums +
               (((at.example - block.example) * block.rows + at.row - block.row) * block.columns +
                at.column) *
                   width;
    }
    INLAY_INLINE auto begin(std::size_t v) const {
        return bias && some(v) > 0 ? simd::load_some(bias + channel + v * lanes, some(v))
                                   : simd::zero<Scalar>();
    }
    INLAY_INLINE void end(Place at, std::size_t v, simd::Pack<Scalar> sum) const {
        at.channel = channel + v * lanes;
        at.lanes = some(v);
        if (at.lanes == 0) return;
        Scalar* const to = y + c.out_at(block.plane, at) + at.channel;
        if (c.adds) sum = simd::add(simd::load_some(to, at.lanes), sum);
        simd::store_some(to, epilogue(sum, c.in_whole(block.plane, at)), at.lanes);
    }

    /// For places that do not all meet the first tap with a cell, or the last.
    INLAY_INLINE void begin_all() const {
        for_each_places<1>(block, [&](auto, const Place* at) INLAY_INLINE_LAMBDA {
            for (std::size_t v = 0; v < tile.vectors; ++v)
                simd::store(sum_of(*at) + v * lanes, begin(v));
        });
    }
    INLAY_INLINE void end_all() const {
        for_each_places<1>(block, [&](auto, const Place* at) INLAY_INLINE_LAMBDA {
            for (std::size_t v = 0; v < tile.vectors; ++v)
                end(*at, v, simd::load(sum_of(*at) + v * lanes));
        });
    }

    /// Some numbers of one tap for some places: the sums begin here, or wait, or end here.
    INLAY_INLINE void run(const Places& met, std::size_t tap, const Scalar* x, const Scalar* b,
                          std::size_t taps, bool first, bool last) const {
        const std::size_t moved = c.tap_at(tap);
        for_each_places<tile.rows>(met, [&](auto size, const Place* at) INLAY_INLINE_LAMBDA {
            const Scalar* from[size];
            Scalar* waiting[size];
            simd::unroll<static_cast<int>(size)>([&](auto i) INLAY_INLINE_LAMBDA {
                from[i] = x + (c.in_at(block.plane, at[i]) + moved);
                waiting[i] = sum_of(at[i]);
            });
            contract_rows<size, tile.vectors>(
                from, b, taps,
                [&](std::size_t i, std::size_t v) INLAY_INLINE_LAMBDA {
                    return first ? begin(v) : simd::load(waiting[i] + v * lanes);
                },
                [&](std::size_t i, std::size_t v, auto sum) INLAY_INLINE_LAMBDA {
                    if (last)
                        end(at[i], v, sum);
                    else
                        simd::store(waiting[i] + v * lanes, sum);
                });
        });
    }
};

/// y[p][q][o] = f(b[o] + sum_h sum_w sum_c x[p down + h][q across + w][c] w[h][w][c][o])
///
/// as `convolve`, from w in panels; taps that meet no cell are left out. `sums` has room for
/// places_together() rows of a panel, of each worker of the crew. `bias` and `crew` may be null.
template <Tile tile, class Epilogue, class Scalar>
INLAY_NOINLINE void convolve_panels(const PanelConvolution& c, const Scalar* x,
                                    const Scalar* panels, const Scalar* bias, Scalar* y,
                                    std::size_t count, Scalar* sums, const Crew* crew,
                                    Epilogue epilogue) {
    using Panel = Panel<tile, Epilogue, Scalar>;
    const bool whole = c.whole();
    const std::size_t examples = c.examples_together(), high = c.rows_together();
    const auto run = [&](const Places& block, std::size_t number, Scalar* waiting) {
        const Panel panel{c, bias, y, waiting, epilogue, block, number * Panel::width};
        const Scalar* b = panels + number * Panel::width * c.taps() * c.in_channels;
        if (!whole) panel.begin_all();
        for (std::size_t tap = 0; tap < c.taps(); ++tap) {
            const Places met = c.met(block, tap);
            for (std::size_t part = 0; part < c.parts(); ++part) {
                const std::size_t from = c.part_begin(part), some = c.part_begin(part + 1) - from;
                const bool first = tap + part == 0,
                           last = tap + 1 == c.taps() && part + 1 == c.parts();
                panel.run(met, tap, x + from, b, some, whole && first, whole && last);
                b += some * Panel::width;
            }
        }
        if (!whole) panel.end_all();
    };
    // A task makes the outputs of some panels at some of the blocks, one behind the other.
    const std::size_t all = divided_up(c.channels, Panel::width);
    const std::size_t rows = divided_up(c.down.places, high), planes = c.inward.places;
    const std::size_t units = divided_up(count, examples) * planes * rows * all;
    const std::size_t tasks = crew ? crew->parts(units, c.multiply_adds(count)) : 1;
    share(crew, tasks, [&](std::size_t task, std::size_t worker) {
        Scalar* const waiting = worker == 0 ? sums : sums + worker * crew->apart;
        for (std::size_t unit = units * task / tasks; unit < units * (task + 1) / tasks; ++unit) {
            const std::size_t image = unit / all / rows;
            const std::size_t n = image / planes * examples, p = unit / all % rows * high;
            run({.examples = count - n < examples ? count - n : examples,
                 .rows = c.down.places - p < high ? c.down.places - p : high,
                 .columns = c.across.places,
                 .example = n,
                 .row = p,
                 .column = 0,
                 .plane = image % planes},
                unit % all, waiting);
        }
    });
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_CONVOLVE_PANELS_HPP
