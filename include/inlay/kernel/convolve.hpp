// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_CONVOLVE_HPP
#define INLAY_KERNEL_CONVOLVE_HPP
// Convolution over images in height, width, channels order, with weights [kh][kw][in][out].

#include <inlay/kernel/contract.hpp>
#include <inlay/kernel/epilogue.hpp>
#include <inlay/shape/map.hpp>
#include <inlay/simd/loop.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// The extents of a convolution and the places of its maps in memory, in elements. What is 0
/// follows from the others: cells that lie side by side, taps that are neighbours.
struct Convolution {
    std::size_t height, width, channels;  ///< of the output
    std::size_t kernel_height, kernel_width, in_channels;
    std::size_t down = 1, across = 1;                     ///< strides
    std::size_t in_start = 0, in_pitch = 0, in_size = 0;  ///< first tap of the first place; row;
                                                          ///< example
    std::size_t out_start = 0, out_pitch = 0, out_size = 0;
    std::size_t in_cell = 0, out_cell = 0;                ///< from one cell to the next
    std::size_t tap_cell = 0, tap_pitch = 0;              ///< from one tap to the next
    std::size_t weight_row = 0;                           ///< outputs of all groups
    std::size_t depth = 1, kernel_depth = 1, inward = 1;  ///< of a volume
    std::size_t in_plane = 0, out_plane = 0, tap_plane = 0;

    constexpr std::size_t in_pixel() const { return in_cell == 0 ? in_channels : in_cell; }
    constexpr std::size_t out_pixel() const { return out_cell == 0 ? channels : out_cell; }
    constexpr std::size_t weights_of_tap() const { return weight_row == 0 ? channels : weight_row; }

    /// The taps of one kernel row.
    constexpr std::size_t row_taps() const { return kernel_width * in_channels; }

    /// The numbers of the kernel, with those of other groups between them.
    constexpr std::size_t kernel_count() const {
        return kernel_depth * kernel_height * row_taps() * weights_of_tap();
    }

    /// Rows of the output, those of all images of a volume, and where row p lies in y and the
    /// first tap of its first place in x.
    constexpr std::size_t rows() const { return depth * height; }
    constexpr std::size_t out_row(std::size_t p) const {
        if (depth == 1) return out_start + p * out_pitch;
        return out_start + p / height * out_plane + p % height * out_pitch;
    }
    constexpr std::size_t in_row(std::size_t p) const {
        if (depth == 1) return in_start + p * down * in_pitch;
        return in_start + p / height * inward * in_plane + p % height * down * in_pitch;
    }

    /// Where tap (d, h, w) lies behind the first, by its number in the kernel.
    constexpr std::size_t tap(std::size_t number) const {
        const std::size_t w = number % kernel_width, h = number / kernel_width % kernel_height;
        return number / kernel_width / kernel_height * tap_plane +
               h * (tap_pitch == 0 ? in_pitch : tap_pitch) +
               w * (tap_cell == 0 ? in_pixel() : tap_cell);
    }

    /// Whether the taps of a kernel row lie one behind the other in the input: one run of them.
    constexpr bool whole_rows() const {
        return in_pixel() == in_channels && (tap_cell == 0 || tap_cell == in_channels);
    }

    /// Runs of taps that lie one behind the other.
    constexpr std::size_t runs() const {
        return kernel_depth * kernel_height * (whole_rows() ? 1 : kernel_width);
    }
    constexpr std::size_t run_taps() const { return whole_rows() ? row_taps() : in_channels; }
    constexpr std::size_t run(std::size_t number) const {
        return tap(whole_rows() ? number * kernel_width : number);
    }

    /// Whether all runs lie equally far apart.
    constexpr bool even_runs() const { return whole_rows() && kernel_depth == 1; }

    /// The pixels of an image of the output, as a sum over them runs.
    constexpr Chains places() const { return {height, width}; }

    friend constexpr bool operator==(const Convolution&, const Convolution&) = default;
};

/// The factors of y at output row p from cell q on, for the panel of channels from o on.
template <Convolution c, class Scalar>
INLAY_INLINE Factors<Scalar> taps_at(const Scalar* x, const Scalar* weights, std::size_t p,
                                     std::size_t q, std::size_t o) {
    return {.a = x + c.in_row(p) + q * c.across * c.in_pixel(),
            .b = weights + o,
            .runs = c.runs(),
            .taps = c.run_taps(),
            .a_run = c.even_runs() ? c.run(1) : 0,
            .a_tap = 1,
            .a_row = c.across * c.in_pixel(),
            .b_run = c.run_taps() * c.weights_of_tap(),
            .b_tap = c.weights_of_tap()};
}

/// Where run r of the taps begins.
template <Convolution c>
struct RunAt {
    INLAY_INLINE constexpr std::size_t operator()(std::size_t r) const {
        if constexpr (c.even_runs())
            return r * c.run(1);
        else
            return c.run(r);
    }
};

/// y[p][q][o] = f(b[o] + sum_h sum_w sum_c x[p down + h][q across + w][c] w[h][w][c][o])
///
/// One kernel row is one run of kw * in contiguous taps, so the native layouts are a product as
/// they stand: no patches are copied, no weights packed. Where taps lie apart (dilation, groups,
/// some channels of a map) each is a run of its own. `bias` may be null.
template <Convolution c, class Epilogue, class Scalar>
INLAY_NOINLINE void convolve(const Scalar* x, const Scalar* weights, const Scalar* bias, Scalar* y,
                             std::size_t count, Epilogue epilogue) {
    constexpr Tile tile = choose_tile<Scalar>(c.width, c.channels);
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    for (std::size_t n = 0; n < count; ++n, x += c.in_size, y += c.out_size) {
        for_each_panel<Scalar, c.channels, tile.vectors>([&](auto columns,
                                                             std::size_t o) INLAY_INLINE_LAMBDA {
            for (std::size_t p = 0; p < c.rows(); ++p) {
                for_each_block<c.width, tile.rows>([&](auto rows,
                                                       std::size_t q) INLAY_INLINE_LAMBDA {
                    Scalar* const to = y + c.out_row(p) + q * c.out_pixel() + o;
                    contract_runs<rows, columns>(
                        taps_at<c>(x, weights, p, q, o), RunAt<c>(),
                        [&](std::size_t, std::size_t v, int some) INLAY_INLINE_LAMBDA {
                            return bias ? simd::load_some(bias + o + v * lanes, some)
                                        : simd::zero<Scalar>();
                        },
                        AsItIs(),
                        [&](std::size_t i, std::size_t v, int some, auto sum) INLAY_INLINE_LAMBDA {
                            const Place place{n, p, q + i, o + v * lanes, some};
                            simd::store_some(to + i * c.out_pixel() + v * lanes,
                                             epilogue(sum, place), some);
                        });
                });
            }
        });
    }
}

/// dw[h][w][c][o] += sum_n sum_p sum_q x[n][p down + h][q across + w][c] dy[n][p][q][o]
///
/// added image by image: within one, the sum of places.hpp over its pixels.
template <Convolution c, class Scalar>
INLAY_NOINLINE void convolve_weight_gradient(const Scalar* x, const Scalar* dy, Scalar* gradient,
                                             std::size_t count) {
    constexpr Tile tile = choose_tile<Scalar>(c.run_taps(), c.channels);
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    for (std::size_t image = 0; image < count * c.depth; ++image) {
        const std::size_t n = image / c.depth, row = image % c.depth * c.height;
        const Scalar* const from = x + n * c.in_size + c.in_row(row);
        const Scalar* const down = dy + n * c.out_size + c.out_row(row);
        for_each_panel<Scalar, c.channels, tile.vectors>([&](auto columns,
                                                             std::size_t o) INLAY_INLINE_LAMBDA {
            for (std::size_t r = 0; r < c.runs(); ++r) {
                for_each_block<c.run_taps(), tile.rows>([&](auto rows,
                                                            std::size_t tap) INLAY_INLINE_LAMBDA {
                    const Factors<Scalar> factors{.a = from + RunAt<c>()(r) + tap,
                                                  .b = down + o,
                                                  .runs = 0,
                                                  .taps = 0,
                                                  .a_run = c.down * c.in_pitch,
                                                  .a_tap = c.across * c.in_pixel(),
                                                  .a_row = 1,
                                                  .b_run = c.out_pitch,
                                                  .b_tap = c.out_pixel()};
                    Scalar* const to = gradient + (r * c.run_taps() + tap) * c.weights_of_tap() + o;
                    contract_places<rows, columns, c.places()>(
                        factors, c.places(),
                        [&](std::size_t i, std::size_t v, int some, auto sum) INLAY_INLINE_LAMBDA {
                            Scalar* const at = to + i * c.weights_of_tap() + v * lanes;
                            simd::store_some(at, simd::add(simd::load_some(at, some), sum), some);
                        });
                });
            }
        });
    }
}

/// db[o] += sum_p sum_q dy[p][q][o]               over the pixels of an example, then added
template <Convolution c, class Scalar>
INLAY_NOINLINE void sum_pixels(const Scalar* dy, Scalar* gradient, std::size_t count) {
    for (std::size_t n = 0; n < count; ++n, dy += c.out_size) {
        simd::for_each_pack<Scalar>(c.channels, [&](std::size_t o, int lanes) INLAY_INLINE_LAMBDA {
            constexpr Chains places{c.rows(), c.width};
            const auto sum = sum_places<Scalar, places>(
                places, [&](auto chain, std::size_t p, std::size_t q) INLAY_INLINE_LAMBDA {
                    const Scalar* const from = dy + c.out_row(p) + q * c.out_pixel() + o;
                    return simd::add(chain, simd::load_some(from, lanes));
                });
            simd::store_some(gradient + o, simd::add(simd::load_some(gradient + o, lanes), sum),
                             lanes);
        });
    }
}

/// db[o] += sum_p sum_q f'(y) dy[p][q][o]         over the pixels of an example, then added
template <Map out, class Activation, class Scalar>
INLAY_NOINLINE void sum_gradients(const Scalar* y, const Scalar* dy, Scalar* gradient,
                                  std::size_t count) {
    constexpr Chains places{out.rows(), out.width()};
    for (std::size_t n = 0; n < count; ++n, y += out.size(), dy += out.size()) {
        simd::for_each_pack<Scalar>(out.channels(), [&](std::size_t o,
                                                        int lanes) INLAY_INLINE_LAMBDA {
            const auto sum = sum_places<Scalar, places>(
                places, [&](auto chain, std::size_t p, std::size_t q) INLAY_INLINE_LAMBDA {
                    const std::size_t at = out.row(p) + q * out.pixel() + o;
                    return simd::add(chain, Activation::gradient(simd::load_some(y + at, lanes),
                                                                 simd::load_some(dy + at, lanes)));
                });
            simd::store_some(gradient + o, simd::add(simd::load_some(gradient + o, lanes), sum),
                             lanes);
        });
    }
}

/// dx[p down + h][q across + w][c] += sum_o dy[p][q][o] w[h][w][c][o]
///
/// for p, h, w, q in this order: every product that the formula has and no other, whatever the
/// strides. `transposed` is w as [kh][kw][out][in]. dx is cleared first unless `accumulate`.
template <Convolution c, bool accumulate, class Scalar>
INLAY_NOINLINE void convolve_input_gradient(const Scalar* dy, const Scalar* transposed, Scalar* dx,
                                            std::size_t count) {
    constexpr Tile tile = choose_tile<Scalar>(c.width, c.in_channels);
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    constexpr std::size_t kernel_taps = c.kernel_depth * c.kernel_height * c.kernel_width;
    for (std::size_t n = 0; n < count; ++n, dy += c.out_size, dx += c.in_size) {
        if (!accumulate)
            for (std::size_t k = 0; k < c.in_size; ++k) dx[k] = 0;
        for_each_panel<Scalar, c.in_channels, tile.vectors>(
            [&](auto columns, std::size_t channel) INLAY_INLINE_LAMBDA {
                for (std::size_t p = 0; p < c.rows(); ++p) {
                    for (std::size_t tap = 0; tap < kernel_taps; ++tap) {
                        for_each_block<c.width, tile.rows>([&](auto rows,
                                                               std::size_t q) INLAY_INLINE_LAMBDA {
                            const Factors<Scalar> factors{
                                .a = dy + c.out_row(p) + q * c.out_pixel(),
                                .b = transposed + tap * c.channels * c.in_channels + channel,
                                .runs = 1,
                                .taps = c.channels,
                                .a_run = 0,
                                .a_tap = 1,
                                .a_row = c.out_pixel(),
                                .b_run = 0,
                                .b_tap = c.in_channels};
                            Scalar* const to = dx + c.in_row(p) + c.tap(tap) +
                                               q * c.across * c.in_pixel() + channel;
                            const auto at = [&](std::size_t i, std::size_t v) INLAY_INLINE_LAMBDA {
                                return to + i * c.across * c.in_pixel() + v * lanes;
                            };
                            contract_tile<rows, columns>(
                                factors,
                                [&](std::size_t i, std::size_t v, int some)
                                    INLAY_INLINE_LAMBDA { return simd::load_some(at(i, v), some); },
                                [&](std::size_t i, std::size_t v, int some, auto sum)
                                    INLAY_INLINE_LAMBDA { simd::store_some(at(i, v), sum, some); });
                        });
                    }
                }
            });
    }
}

/// The whole backward pass: dw and db, which lie one behind the other in `gradient`, and dx.
///
/// db[o] += sum_n sum_p sum_q dy[n][p][q][o]
template <Convolution c, bool bias, bool input_gradient, bool accumulate, class Scalar>
INLAY_INLINE void convolve_backward(const Scalar* x, const Scalar* dy, const Scalar* transposed,
                                    Scalar* dx, Scalar* gradient, std::size_t count) {
    convolve_weight_gradient<c>(x, dy, gradient, count);
    if constexpr (bias) sum_pixels<c>(dy, gradient + c.kernel_count(), count);
    if constexpr (input_gradient) convolve_input_gradient<c, accumulate>(dy, transposed, dx, count);
}

/// to[k][o][c] = from[k][c][o] for each of `taps` taps, whose rows lie `row` apart: the weights as
/// the input gradient reads them.
template <class Scalar>
void transpose_taps(const Scalar* from, Scalar* to, std::size_t taps, std::size_t in_channels,
                    std::size_t channels, std::size_t row) {
    for (std::size_t k = 0; k < taps; ++k, from += in_channels * row)
        for (std::size_t o = 0; o < channels; ++o)
            for (std::size_t c = 0; c < in_channels; ++c) *to++ = from[c * row + o];
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_CONVOLVE_HPP
