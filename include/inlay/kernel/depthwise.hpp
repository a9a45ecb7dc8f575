// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_DEPTHWISE_HPP
#define INLAY_KERNEL_DEPTHWISE_HPP
// Convolution of each channel with M kernels of its own, over images in height, width, channels
// order, with weights [kh][kw][in][M]. Output o = c M + m belongs to channel c.
//
// Registers hold the sums of some cells, or of some taps, for one pack of channels. A row is read
// cell by cell: each is loaded once for all taps that meet it.

#include <inlay/kernel/contract.hpp>
#include <inlay/kernel/epilogue.hpp>
#include <inlay/shape/map.hpp>
#include <inlay/shape/window.hpp>
#include <inlay/simd/loop.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// The registers that a tile counts on: for machines that multiply by a lane, compilers load many
/// values ahead.
inline constexpr std::size_t cell_registers =
    simd::registers::count - (simd::registers::multiplies_by_lane ? 8 : 0);

/// How many cells have their sums in registers at once, beside the weights of some taps of a kernel
/// row and a value or two on the way.
struct CellTile {
    std::size_t rows, columns, taps;
};

/// The tile for a map of rows x columns cells, from the taps of a kernel row: half of the registers
/// hold sums, which keeps the multipliers busy, or fewer where weights need them, less `spared`.
/// Columns come as multiples of `multiple`.
constexpr CellTile choose_cells(std::size_t rows, std::size_t columns, std::size_t taps,
                                std::size_t multiple = 1, std::size_t spared = 0) {
    constexpr std::size_t registers = cell_registers, passing = INLAY_HAS_FMA ? 4 : 5;
    const std::size_t held = taps <= 7 ? taps : divided_up(taps, divided_up(taps, 5));
    std::size_t most = registers / 2 - spared;
    if (most + held + passing > registers) most = registers - held - passing;
    std::size_t across = divided_up(columns, divided_up(columns, most));
    across = divided_up(across, multiple) * multiple;
    if (across > most && across > multiple) across -= multiple;
    const std::size_t down = across > most ? 1 : most / across;
    return {down < rows ? down : rows, across, held};
}

/// The inputs of the outputs [o, o + some) of a cell, of which each channel has M, from that of
/// output o on.
template <std::size_t M, class Scalar>
INLAY_INLINE simd::Pack<Scalar> load_for_outputs(const Scalar* from, std::size_t o, int some) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    if constexpr (M == 1) {
        return simd::load_some(from, some);
    } else if constexpr (M % lanes == 0) {
        return simd::broadcast(*from);
    } else if constexpr (lanes % M == 0) {
        constexpr int each = M;
        return simd::repeat<each>(simd::load_some(from, (some + each - 1) / each));
    } else {
        Scalar values[lanes]{};
        for (int l = 0; l < some; ++l) values[l] = from[(o % M + static_cast<std::size_t>(l)) / M];
        return simd::load(values);
    }
}

/// Elements from the start of an input's memory to the first tap of the first place.
template <Map in>
constexpr std::size_t first_tap(const Windows& window) {
    return in.origin() - window.height.before(in.height()) * in.pitch() -
           window.width.before(in.width()) * in.pixel();
}

/// Calls use(value, q, w) for each cell q < Cells and tap w < Taps, value being load(place) of its
/// place q stride + w dilation: place by place, so that each is loaded once, and the taps of a cell
/// come in their order, as do the cells of a tap.
template <std::size_t Cells, std::size_t Taps, std::size_t stride, std::size_t dilation, class Load,
          class Use>
INLAY_INLINE void for_each_product(Load&& load, Use&& use) {
    constexpr std::size_t reach = (Cells - 1) * stride + (Taps - 1) * dilation + 1;
    simd::unroll<static_cast<int>(reach)>([&](auto at) INLAY_INLINE_LAMBDA {
        constexpr auto place = static_cast<std::size_t>(decltype(at)::value);
        constexpr auto meets = [](std::size_t w) {
            return place >= w * dilation && (place - w * dilation) % stride == 0 &&
                   (place - w * dilation) / stride < Cells;
        };
        constexpr std::size_t uses = [&] {
            std::size_t count = 0;
            for (std::size_t w = 0; w < Taps; ++w) count += meets(w);
            return count;
        }();
        if constexpr (uses != 0) {
            auto value = load(place);
            if constexpr (uses > 1) simd::pin(value);
#pragma GCC unroll 8
            for (std::size_t w = 0; w < Taps; ++w)
                if (meets(w)) use(value, (place - w * dilation) / stride, w);
        }
    });
}

/// Rows x Cells cells of the output for one pack of its channels, from `at` on; `x` lies at the
/// first tap of the first of them.
template <Map in, Map out, Windows window, std::size_t Rows, std::size_t Cells, class Epilogue,
          class Scalar>
INLAY_INLINE void depthwise_tile(const Scalar* x, const Scalar* weights, const Scalar* bias,
                                 Scalar* y, Place at, const Epilogue& epilogue) {
    using Pack = simd::Pack<Scalar>;
    constexpr std::size_t channels = out.channels(), each = channels / in.channels();
    const std::size_t o = at.channel;
    const int some = at.lanes;
    const Pack start = bias ? simd::load_some(bias + o, some) : simd::zero<Scalar>();
    Pack sum[Rows][Cells];
#pragma GCC unroll 16
    for (std::size_t i = 0; i < Rows; ++i)
#pragma GCC unroll 16
        for (std::size_t j = 0; j < Cells; ++j) sum[i][j] = start;
    for (std::size_t h = 0; h < window.height.size; ++h) {
        for_each_block<window.width.size, choose_cells(1, 1, window.width.size).taps>(
            [&](auto some_taps, std::size_t w) INLAY_INLINE_LAMBDA {
                constexpr std::size_t taps = some_taps;
                const Scalar* const factors = weights + (h * window.width.size + w) * channels + o;
                Pack weight[taps];
#pragma GCC unroll 8
                for (std::size_t k = 0; k < taps; ++k) {
                    weight[k] = simd::load_some(factors + k * channels, some);
                    simd::pin(weight[k]);
                }
                const Scalar* row = x + o / each + h * window.height.dilation * in.pitch() +
                                    w * window.width.dilation * in.pixel();
#pragma GCC unroll 16
                for (std::size_t i = 0; i < Rows; ++i, row += window.height.stride * in.pitch())
                    for_each_product<Cells, taps, window.width.stride, window.width.dilation>(
                        [&](std::size_t place) INLAY_INLINE_LAMBDA {
                            return load_for_outputs<each>(row + place * in.pixel(), o, some);
                        },
                        [&](Pack value, std::size_t j, std::size_t k) INLAY_INLINE_LAMBDA {
                            sum[i][j] = simd::fma(value, weight[k], sum[i][j]);
                        });
            });
    }
#pragma GCC unroll 16
    for (std::size_t i = 0; i < Rows; ++i)
#pragma GCC unroll 16
        for (std::size_t j = 0; j < Cells; ++j)
            simd::store_some(
                y + i * out.pitch() + j * out.pixel() + o,
                epilogue(sum[i][j], Place{at.example, at.row + i, at.column + j, o, some}), some);
}

/// y[p][q][o] = f(b[o] + sum_h sum_w x[p down + h][q across + w][c] w[h][w][o])
///
/// where the window says how far places and taps lie apart. `bias` may be null.
template <Map in, Map out, Windows window, class Epilogue, class Scalar>
INLAY_NOINLINE void depthwise(const Scalar* x, const Scalar* weights, const Scalar* bias, Scalar* y,
                              std::size_t count, Epilogue epilogue) {
    constexpr CellTile tile = choose_cells(out.height(), out.width(), window.width.size);
    x += first_tap<in>(window);
    y += out.origin();
    for (std::size_t n = 0; n < count; ++n, x += in.size(), y += out.size()) {
        for_each_block<out.height(), tile.rows>([&](auto rows, std::size_t p) INLAY_INLINE_LAMBDA {
            for_each_block<out.width(), tile.columns>(
                [&](auto cells, std::size_t q) INLAY_INLINE_LAMBDA {
                    const Scalar* const from = x + p * window.height.stride * in.pitch() +
                                               q * window.width.stride * in.pixel();
                    Scalar* const to = y + p * out.pitch() + q * out.pixel();
                    for_each_panel<Scalar, out.channels(), 1>(
                        [&](auto some, std::size_t o) INLAY_INLINE_LAMBDA {
                            depthwise_tile<in, out, window, rows, cells>(
                                from, weights, bias, to, Place{n, p, q, o, static_cast<int>(some)},
                                epilogue);
                        });
                });
        });
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_DEPTHWISE_HPP
