// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_DEPTHWISE_BACKWARD_HPP
#define INLAY_KERNEL_DEPTHWISE_BACKWARD_HPP
// The gradients of a convolution of each channel with kernels of its own.

#include <inlay/kernel/depthwise.hpp>
#include <inlay/kernel/places.hpp>

#include <cstddef>
#include <type_traits>

namespace inlay::INLAY_ABI::kernel {

/// How many taps have their sums in registers at once, beside db's, some cells of dy and one of x.
struct TapTile {
    std::size_t rows, columns, cells;
};

constexpr TapTile choose_taps(std::size_t rows, std::size_t columns) {
    constexpr std::size_t registers = cell_registers, most = registers / 2 + 2;
    const std::size_t across = choose_cells(1, 1, columns).taps;
    const std::size_t down = most / across < rows ? most / across : rows;
    const std::size_t left = registers - (INLAY_HAS_FMA ? 4 : 5) - down * across;
    return {down, across, left < 4 ? left : 4};
}

/// The sums of Rows x Columns taps and, behind them, of dy, over rows x cells places of one pack of
/// outputs: from zero, in row order. `x` lies at the first tap of the first place.
template <Map in, Map out, Windows window, std::size_t Rows, std::size_t Columns, bool bias,
          class Some, class Scalar>
INLAY_INLINE void chain_of_taps(const Scalar* x, const Scalar* dy, std::size_t o, Some some,
                                std::size_t rows, std::size_t cells, simd::Pack<Scalar>* to) {
    using Pack = simd::Pack<Scalar>;
    constexpr std::size_t taps = Rows * Columns, each = out.channels() / in.channels();
    Pack sum[taps + 1];
#pragma GCC unroll 32
    for (std::size_t k = 0; k <= taps; ++k) sum[k] = simd::zero<Scalar>();
    constexpr std::size_t most = choose_taps(window.height.size, window.width.size).cells;
    constexpr Chains chains{out.height(), out.width()};
    for (std::size_t p = 0; p < rows; ++p) {
        const auto add = [&](auto size, std::size_t q) INLAY_INLINE_LAMBDA {
            constexpr std::size_t few = size;
            const Scalar* const slopes = dy + p * out.pitch() + q * out.pixel() + o;
            Pack slope[few];
            simd::unroll<static_cast<int>(few)>([&](auto k) INLAY_INLINE_LAMBDA {
                Pack value =
                    simd::load_some(slopes + static_cast<std::size_t>(k) * out.pixel(), some);
                simd::pin(value);
                if constexpr (bias) sum[taps] = simd::add(sum[taps], value);
                slope[k] = value;
            });
            const Scalar* row = x + o / each + p * window.height.stride * in.pitch() +
                                q * window.width.stride * in.pixel();
            asm("" : "+r"(row));  // cells kept from one block to the next would cost registers
#pragma GCC unroll 16
            for (std::size_t i = 0; i < Rows; ++i, row += window.height.dilation * in.pitch())
                for_each_product<few, Columns, window.width.stride, window.width.dilation>(
                    [&](std::size_t place) INLAY_INLINE_LAMBDA {
                        return load_for_outputs<each>(row + place * in.pixel(), o, some);
                    },
                    [&](Pack value, std::size_t j, std::size_t k) INLAY_INLINE_LAMBDA {
                        Pack& chain = sum[i * Columns + k];
                        chain = simd::fma(value, slope[j], chain);
                    });
        };
        if constexpr (out.width() % chains.pieces() == 0)
            for_each_block<out.width() / chains.pieces(), most>(add);
        else
            for_each_block<most>(cells, add);
    }
#pragma GCC unroll 32
    for (std::size_t k = 0; k <= taps; ++k) to[k] = sum[k];
}

/// dw[h][w][o] += sum_n sum_p sum_q x[n][p down + h][q across + w][c] dy[n][p][q][o]
/// db[o]       += sum_n sum_p sum_q dy[n][p][q][o]
///
/// added image by image: within one, the sums of places.hpp over its pixels. db lies behind dw, and
/// is made where `bias` says. The channels of a line of the cache go through a chain together.
template <Map in, Map out, Windows window, bool bias, class Scalar>
INLAY_NOINLINE void depthwise_weight_gradient(const Scalar* x, const Scalar* dy, Scalar* gradient,
                                              std::size_t count) {
    using Pack = simd::Pack<Scalar>;
    constexpr std::size_t channels = out.channels();
    constexpr std::size_t lanes = Pack::lanes, together = lanes == 1 ? 1 : divided_up(16, lanes);
    constexpr TapTile tile = choose_taps(window.height.size, window.width.size);
    constexpr Chains places{out.height(), out.width()};
    x += first_tap<in>(window);
    dy += out.origin();
    const auto sum_taps = [&](auto outputs, std::size_t o, auto rows, std::size_t h, auto columns,
                              std::size_t w) INLAY_INLINE_LAMBDA {
        constexpr std::size_t taps = rows * columns, packs = divided_up(outputs, lanes);
        const Scalar* const from =
            x + h * window.height.dilation * in.pitch() + w * window.width.dilation * in.pixel();
        const auto for_each = [&](auto&& body) INLAY_INLINE_LAMBDA {
            for_each_panel<Scalar, outputs, 1>([&](auto some, std::size_t k) INLAY_INLINE_LAMBDA {
                body(std::integral_constant<int, static_cast<int>(some)>{}, o + k,
                     k / lanes * (taps + 1));
            });
        };
        Pack sums[packs * (taps + 1)];
        sum_chains<Scalar, places>(
            places, sums,
            [&](auto& to, std::size_t p, std::size_t height, std::size_t q,
                std::size_t cells) INLAY_INLINE_LAMBDA {
                for_each([&](auto some, std::size_t channel, std::size_t k) INLAY_INLINE_LAMBDA {
                    chain_of_taps<in, out, window, rows, columns, bias>(
                        from + p * window.height.stride * in.pitch() +
                            q * window.width.stride * in.pixel(),
                        dy + p * out.pitch() + q * out.pixel(), channel, some, height, cells,
                        to + k);
                });
            });
        for_each([&](auto some, std::size_t channel, std::size_t first) INLAY_INLINE_LAMBDA {
            const auto add = [&](std::size_t tap, std::size_t k) INLAY_INLINE_LAMBDA {
                Scalar* const at = gradient + tap * channels + channel;
                simd::store_some(at, simd::add(simd::load_some(at, some), sums[first + k]), some);
            };
            for (std::size_t k = 0; k < taps; ++k)
                add((h + k / columns) * window.width.size + w + k % columns, k);
            if (bias && h + w == 0) add(window.height.size * window.width.size, taps);
        });
    };
    for (std::size_t n = 0; n < count; ++n, x += in.size(), dy += out.size())
        for_each_panel<Scalar, channels, together>(
            [&](auto outputs, std::size_t o) INLAY_INLINE_LAMBDA {
                for_each_block<window.height.size, tile.rows>(
                    [&](auto rows, std::size_t h) INLAY_INLINE_LAMBDA {
                        for_each_block<window.width.size, tile.columns>(
                            [&](auto columns, std::size_t w)
                                INLAY_INLINE_LAMBDA { sum_taps(outputs, o, rows, h, columns, w); });
                    });
            });
}

/// The scalars that lie Step apart from `from` on, as a pack of `some`.
template <std::size_t Step, class Scalar>
INLAY_INLINE simd::Pack<Scalar> load_apart(const Scalar* from, int some) {
    if constexpr (Step == 1) return simd::load_some(from, some);
    Scalar values[simd::Pack<Scalar>::lanes]{};
    for (int l = 0; l < some; ++l) values[l] = from[static_cast<std::size_t>(l) * Step];
    return simd::load(values);
}

/// Calls body(Size<cells>, first) for blocks of Limit that cover [0, Extent): those that lie within
/// [Lead, End) are told where they begin by the running program, others by the compiler.
template <std::size_t Extent, std::size_t Limit, std::size_t Lead, std::size_t End, class Body>
INLAY_INLINE void for_each_span(Body&& body) {
    constexpr std::size_t heads = divided_up(Lead < Extent ? Lead : Extent, Limit);
    constexpr std::size_t inner = heads * Limit < End ? (End - heads * Limit) / Limit : 0;
    constexpr std::size_t rest = (heads + inner) * Limit;
    const auto edge = [&](auto block, auto first) INLAY_INLINE_LAMBDA {
        constexpr std::size_t begin =
            first + static_cast<std::size_t>(decltype(block)::value) * Limit;
        body(Size<(Extent - begin < Limit ? Extent - begin : Limit)>{}, Size<begin>{});
    };
    simd::unroll<static_cast<int>(heads)>([&](auto block)
                                              INLAY_INLINE_LAMBDA { edge(block, Size<0>{}); });
    for (std::size_t k = 0; k < inner; ++k) body(Size<Limit>{}, (heads + k) * Limit);
    if constexpr (rest < Extent)
        simd::unroll<static_cast<int>(divided_up(Extent - rest, Limit))>(
            [&](auto block) INLAY_INLINE_LAMBDA { edge(block, Size<rest>{}); });
}

/// The quotient of integers of any sign, rounded down.
constexpr int quotient(int a, int b) { return a >= 0 ? a / b : -((b - 1 - a) / b); }

/// Calls use(value, cell, w) for each cell < Cells and tap w < Taps with a place u in [Low, High)
/// of which cell = u stride + w dilation + Shift, value being load(u): from the last place to the
/// first, so that each is loaded once, and the taps of a cell come in their order.
template <int Cells, int Taps, int stride, int dilation, int Shift, int Low, int High, class Load,
          class Use>
INLAY_INLINE void for_each_source(Load&& load, Use&& use) {
    constexpr int reach = (Taps - 1) * dilation + Shift;
    constexpr int least = -quotient(reach, stride);
    constexpr int most = quotient(Cells - 1 - Shift, stride) + 1;
    constexpr int begin = least < Low ? Low : least, end = most < High ? most : High;
    simd::unroll<(end > begin ? end - begin : 0)>([&](auto k) INLAY_INLINE_LAMBDA {
        constexpr int u = end - 1 - k;
        constexpr auto cell = [](int w) { return u * stride + w * dilation + Shift; };
        constexpr int uses = [&] {
            int count = 0;
            for (int w = 0; w < Taps; ++w) count += cell(w) >= 0 && cell(w) < Cells;
            return count;
        }();
        if constexpr (uses != 0) {
            auto value = load(u);
            if constexpr (uses > 1) simd::pin(value);
#pragma GCC unroll 8
            for (int w = 0; w < Taps; ++w)
                if (cell(w) >= 0 && cell(w) < Cells)
                    use(value, static_cast<std::size_t>(cell(w)), static_cast<std::size_t>(w));
        }
    });
}

/// The columns [low, high) of dy, counted from a tile's first, that are not outside of it.
struct Columns {
    int low, high;
};

/// Those of a tile whose first cell the compiler knows; all, where it lies within the others.
template <std::size_t Width, std::size_t Stride, class First>
constexpr Columns columns_of() {
    if constexpr (requires { First::value; }) {
        constexpr int begin = static_cast<int>(First::value / Stride);
        return {-begin, static_cast<int>(Width) - begin};
    } else {
        return {-(1 << 20), 1 << 20};
    }
}

/// Some cells of a row of dx for one pack of its channels, from c on, made of rows [p, end) of dy:
/// from row p, tap `last` - p stride meets them. `dy` lies at the first cell's column.
template <Map in, Map out, Windows window, bool accumulate, std::size_t Cells, Columns columns,
          class Scalar>
INLAY_INLINE void input_gradient_tile(const Scalar* dy, const Scalar* weights, Scalar* dx,
                                      std::size_t c, int some, std::size_t last, std::size_t p,
                                      std::size_t end) {
    using Pack = simd::Pack<Scalar>;
    constexpr std::size_t channels = out.channels(), each = channels / in.channels();
    constexpr std::size_t held = choose_cells(1, 1, window.width.size).taps;
    constexpr auto number = [](std::size_t value) { return static_cast<int>(value); };
    dx += c;
    Pack sum[Cells];
#pragma GCC unroll 16
    for (std::size_t j = 0; j < Cells; ++j)
        sum[j] = accumulate ? simd::load_some(dx + j * in.pixel(), some) : simd::zero<Scalar>();
    for (; p < end; ++p) {
        const std::size_t tap = last - p * window.height.stride;
        if (tap % window.height.dilation != 0) continue;
        for (std::size_t m = 0; m < each; ++m) {
            const Scalar* const slopes = dy + p * out.pitch() + c * each + m;
            const Scalar* const factors =
                weights + tap / window.height.dilation * window.width.size * channels + c * each +
                m;
            simd::unroll<number(
                divided_up(window.width.size, held))>([&](auto part) INLAY_INLINE_LAMBDA {
                constexpr std::size_t w = static_cast<std::size_t>(decltype(part)::value) * held;
                constexpr std::size_t taps =
                    window.width.size - w < held ? window.width.size - w : held;
                constexpr int shift =
                    number(w * window.width.dilation) - number(window.width.before(in.width()));
                Pack weight[taps];
#pragma GCC unroll 8
                for (std::size_t k = 0; k < taps; ++k) {
                    weight[k] = load_apart<each>(factors + (w + k) * channels, some);
                    simd::pin(weight[k]);
                }
                for_each_source<number(Cells), number(taps), number(window.width.stride),
                                number(window.width.dilation), shift, columns.low, columns.high>(
                    [&](int u) INLAY_INLINE_LAMBDA {
                        return load_apart<each>(
                            slopes + u * static_cast<std::ptrdiff_t>(out.pixel()), some);
                    },
                    [&](Pack value, std::size_t j, std::size_t k)
                        INLAY_INLINE_LAMBDA { sum[j] = simd::fma(value, weight[k], sum[j]); });
            });
        }
    }
#pragma GCC unroll 16
    for (std::size_t j = 0; j < Cells; ++j) simd::store_some(dx + j * in.pixel(), sum[j], some);
}

/// dx[i][j][c] = sum_p sum_m sum_w dy[p][q][c M + m] w[h][w][c][m]
///
/// for the rows p and columns q from which tap (h, w) meets the cell, in this order: every product
/// that the formula has and no other, whatever the strides. Added to dx where `accumulate` says.
template <Map in, Map out, Windows window, bool accumulate, class Scalar>
INLAY_NOINLINE void depthwise_input_gradient(const Scalar* dy, const Scalar* weights, Scalar* dx,
                                             std::size_t count) {
    constexpr std::size_t top = window.height.before(in.height()),
                          left = window.width.before(in.width());
    constexpr CellTile tile =
        choose_cells(1, in.width(), window.width.size, window.width.stride, 1);
    constexpr std::size_t span = (window.width.size - 1) * window.width.dilation;
    constexpr std::size_t lead = span > left ? span - left : 0;
    constexpr std::size_t places = out.width() * window.width.stride;
    constexpr std::size_t met = places > left ? places - left : 0;
    constexpr std::size_t end = met < in.width() ? met : in.width();
    dy += out.origin();
    dx += in.origin();
    for (std::size_t n = 0; n < count; ++n, dy += out.size(), dx += in.size()) {
        for (std::size_t i = 0; i < in.height(); ++i) {
            const std::size_t last = i + top,
                              before = (window.height.size - 1) * window.height.dilation;
            const std::size_t from =
                last < before ? 0 : divided_up(last - before, window.height.stride);
            const std::size_t behind = last / window.height.stride + 1;
            const std::size_t to = behind < out.height() ? behind : out.height();
            for_each_span<in.width(), tile.columns, lead, end>(
                [&](auto cells, auto first) INLAY_INLINE_LAMBDA {
                    constexpr Columns columns =
                        columns_of<out.width(), window.width.stride, decltype(first)>();
                    const Scalar* const slopes = dy + first / window.width.stride * out.pixel();
                    Scalar* const row = dx + i * in.pitch() + first * in.pixel();
                    for_each_panel<Scalar, in.channels(), 1>(
                        [&](auto some, std::size_t c) INLAY_INLINE_LAMBDA {
                            input_gradient_tile<in, out, window, accumulate, cells, columns>(
                                slopes, weights, row, c, static_cast<int>(some), last, from, to);
                        });
                });
        }
    }
}

/// The whole backward pass: dw and db, which lie one behind the other in `gradient`, and dx.
template <Map in, Map out, Windows window, bool bias, bool input_gradient, bool accumulate,
          class Scalar>
INLAY_INLINE void depthwise_backward(const Scalar* x, const Scalar* dy, const Scalar* weights,
                                     Scalar* dx, Scalar* gradient, std::size_t count) {
    depthwise_weight_gradient<in, out, window, bias>(x, dy, gradient, count);
    if constexpr (input_gradient)
        depthwise_input_gradient<in, out, window, accumulate>(dy, weights, dx, count);
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_DEPTHWISE_BACKWARD_HPP
