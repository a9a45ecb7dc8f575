// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_CONVOLVE_HPP
#define INLAY_KERNEL_CONVOLVE_HPP
// Convolution over images in height, width, channels order, with weights [kh][kw][in][out].

#include <inlay/kernel/contract.hpp>
#include <inlay/shape/map.hpp>
#include <inlay/simd/loop.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// The extents of a convolution and the places of its maps in memory, in elements.
struct Convolution {
    std::size_t height, width, channels;  ///< of the output
    std::size_t kernel_height, kernel_width, in_channels;
    std::size_t down = 1, across = 1;                     ///< strides
    std::size_t in_start = 0, in_pitch = 0, in_size = 0;  ///< first tap of the first place; row;
                                                          ///< example
    std::size_t out_start = 0, out_pitch = 0, out_size = 0;

    /// The taps of one kernel row: contiguous in the input.
    constexpr std::size_t row_taps() const { return kernel_width * in_channels; }

    /// The pixels of the output, as a sum over them runs.
    constexpr Chains places() const { return {height, width}; }

    friend constexpr bool operator==(const Convolution&, const Convolution&) = default;
};

/// y[p][q][o] = f(b[o] + sum_h sum_w sum_c x[p down + h][q across + w][c] w[h][w][c][o])
///
/// One kernel row is one run of kw * in contiguous taps, so the native layouts are a product as
/// they stand: no patches are copied, no weights packed. `bias` may be null.
template <Convolution c, class Activation, class Scalar>
INLAY_NOINLINE void convolve(const Scalar* x, const Scalar* weights, const Scalar* bias, Scalar* y,
                             std::size_t count) {
    constexpr Tile tile = choose_tile<Scalar>(c.width, c.channels);
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    for (std::size_t n = 0; n < count; ++n, x += c.in_size, y += c.out_size) {
        for_each_panel<Scalar, c.channels, tile.vectors>([&](auto columns,
                                                             std::size_t o) INLAY_INLINE_LAMBDA {
            for (std::size_t p = 0; p < c.height; ++p) {
                for_each_block<c.width, tile.rows>([&](auto rows,
                                                       std::size_t q) INLAY_INLINE_LAMBDA {
                    const Factors<Scalar> factors{.a = x + c.in_start + p * c.down * c.in_pitch +
                                                       q * c.across * c.in_channels,
                                                  .b = weights + o,
                                                  .runs = c.kernel_height,
                                                  .taps = c.row_taps(),
                                                  .a_run = c.in_pitch,
                                                  .a_tap = 1,
                                                  .a_row = c.across * c.in_channels,
                                                  .b_run = c.row_taps() * c.channels,
                                                  .b_tap = c.channels};
                    Scalar* const to = y + c.out_start + p * c.out_pitch + q * c.channels + o;
                    contract_tile<rows, columns>(
                        factors,
                        [&](std::size_t, std::size_t v, int some) INLAY_INLINE_LAMBDA {
                            return bias ? simd::load_some(bias + o + v * lanes, some)
                                        : simd::zero<Scalar>();
                        },
                        [&](std::size_t i, std::size_t v, int some, auto sum) INLAY_INLINE_LAMBDA {
                            simd::store_some(to + i * c.channels + v * lanes,
                                             Activation::value(sum), some);
                        });
                });
            }
        });
    }
}

/// dw[h][w][c][o] += sum_n sum_p sum_q x[n][p down + h][q across + w][c] dy[n][p][q][o]
///
/// added example by example: within one, the sum of places.hpp over its pixels.
template <Convolution c, class Scalar>
INLAY_NOINLINE void convolve_weight_gradient(const Scalar* x, const Scalar* dy, Scalar* gradient,
                                             std::size_t count) {
    constexpr Tile tile = choose_tile<Scalar>(c.row_taps(), c.channels);
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    for (std::size_t n = 0; n < count; ++n, x += c.in_size, dy += c.out_size) {
        for_each_panel<Scalar, c.channels, tile.vectors>([&](auto columns,
                                                             std::size_t o) INLAY_INLINE_LAMBDA {
            for (std::size_t h = 0; h < c.kernel_height; ++h) {
                for_each_block<c.row_taps(), tile.rows>([&](auto rows,
                                                            std::size_t tap) INLAY_INLINE_LAMBDA {
                    const Factors<Scalar> factors{.a = x + c.in_start + h * c.in_pitch + tap,
                                                  .b = dy + c.out_start + o,
                                                  .runs = 0,
                                                  .taps = 0,
                                                  .a_run = c.down * c.in_pitch,
                                                  .a_tap = c.across * c.in_channels,
                                                  .a_row = 1,
                                                  .b_run = c.out_pitch,
                                                  .b_tap = c.channels};
                    Scalar* const to = gradient + (h * c.row_taps() + tap) * c.channels + o;
                    contract_places<rows, columns, c.places()>(
                        factors, c.places(),
                        [&](std::size_t i, std::size_t v, int some, auto sum) INLAY_INLINE_LAMBDA {
                            Scalar* const at = to + i * c.channels + v * lanes;
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
            const Scalar* const from = dy + c.out_start + o;
            const auto sum = sum_places<Scalar, c.places()>(
                c.places(), [&](auto chain, std::size_t p, std::size_t q) INLAY_INLINE_LAMBDA {
                    return simd::add(
                        chain, simd::load_some(from + p * c.out_pitch + q * c.channels, lanes));
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
    constexpr Chains places{out.height(), out.width()};
    for (std::size_t n = 0; n < count; ++n, y += out.size(), dy += out.size()) {
        simd::for_each_pack<Scalar>(out.channels(), [&](std::size_t o,
                                                        int lanes) INLAY_INLINE_LAMBDA {
            const auto sum = sum_places<Scalar, places>(
                places, [&](auto chain, std::size_t p, std::size_t q) INLAY_INLINE_LAMBDA {
                    const std::size_t at = out.origin() + p * out.pitch() + q * out.channels() + o;
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
    for (std::size_t n = 0; n < count; ++n, dy += c.out_size, dx += c.in_size) {
        if (!accumulate)
            for (std::size_t k = 0; k < c.in_size; ++k) dx[k] = 0;
        for_each_panel<Scalar, c.in_channels, tile.vectors>(
            [&](auto columns, std::size_t channel) INLAY_INLINE_LAMBDA {
                for (std::size_t p = 0; p < c.height; ++p) {
                    for (std::size_t hw = 0; hw < c.kernel_height * c.kernel_width; ++hw) {
                        const std::size_t h = hw / c.kernel_width, w = hw % c.kernel_width;
                        for_each_block<c.width, tile.rows>([&](auto rows,
                                                               std::size_t q) INLAY_INLINE_LAMBDA {
                            const Factors<Scalar> factors{
                                .a = dy + c.out_start + p * c.out_pitch + q * c.channels,
                                .b = transposed + hw * c.channels * c.in_channels + channel,
                                .runs = 1,
                                .taps = c.channels,
                                .a_run = 0,
                                .a_tap = 1,
                                .a_row = c.channels,
                                .b_run = 0,
                                .b_tap = c.in_channels};
                            Scalar* const to = dx + c.in_start + (p * c.down + h) * c.in_pitch +
                                               (q * c.across + w) * c.in_channels + channel;
                            const auto at = [&](std::size_t i, std::size_t v) INLAY_INLINE_LAMBDA {
                                return to + i * c.across * c.in_channels + v * lanes;
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
    if constexpr (bias)
        sum_pixels<c>(dy, gradient + c.kernel_height * c.row_taps() * c.channels, count);
    if constexpr (input_gradient) convolve_input_gradient<c, accumulate>(dy, transposed, dx, count);
}

/// to[k][o][c] = from[k][c][o] for each of `taps` taps: the weights as the input gradient reads
/// them.
template <class Scalar>
void transpose_taps(const Scalar* from, Scalar* to, std::size_t taps, std::size_t in_channels,
                    std::size_t channels) {
    for (std::size_t k = 0; k < taps; ++k, from += in_channels * channels)
        for (std::size_t o = 0; o < channels; ++o)
            for (std::size_t c = 0; c < in_channels; ++c) *to++ = from[c * channels + o];
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_CONVOLVE_HPP
