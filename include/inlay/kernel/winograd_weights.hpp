// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_WINOGRAD_WEIGHTS_HPP
#define INLAY_KERNEL_WINOGRAD_WEIGHTS_HPP
// The transformed kernels of Winograd's convolutions, and how they and what they meet lie.

#include <inlay/kernel/panels.hpp>
#include <inlay/kernel/winograd_transform.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// Numbers from one row of `channels` to the next: whole lines, not a high power of two of them.
constexpr std::size_t padded_row(std::size_t channels) {
    const std::size_t row = divided_up(channels, 16) * 16;
    return row % 64 == 0 ? row + 16 : row;
}

/// Numbers from one plane to the next: an odd number of lines, so that no two meet in a set.
constexpr std::size_t padded_plane(std::size_t count) { return (divided_up(count, 16) | 1) * 16; }

/// Whether planes lie in panels: there are 9 of them at least.
constexpr bool many_weights(std::size_t in_channels, std::size_t channels) {
    return wants_panels(9 * in_channels * channels, in_channels, channels);
}

/// How a plane of the transformed kernel lies: rows of all channels, or panels side by side.
template <class Scalar>
struct PlaneLayout {
    static constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    std::size_t in_channels, width, columns;  ///< of a row or a panel; of all

    constexpr PlaneLayout(std::size_t in, std::size_t channels) : in_channels(in) {
        const bool panels = many_weights(in, channels);
        width = panels ? panel_tile<Scalar>(channels).vectors * lanes : padded_row(channels);
        columns = divided_up(channels, width) * width;
    }

    constexpr std::size_t plane() const { return padded_plane(in_channels * columns); }

    /// Where a row of `width` columns from number o, the first of a panel, on begins.
    constexpr std::size_t at(std::size_t c, std::size_t o) const {
        return o * in_channels + c * width;
    }
};

/// Numbers of the transformed kernel.
template <class Scalar = float>
constexpr std::size_t winograd_weight_count(std::size_t m, std::size_t r, std::size_t in_channels,
                                            std::size_t channels) {
    return (m + r - 1) * (m + r - 1) * PlaneLayout<Scalar>(in_channels, channels).plane();
}

/// A pack's worth of channels that lie `step` apart, `count` of them and zeros behind, for each of
/// the points of a rows x columns grid.
template <std::size_t Rows, std::size_t Columns, class Scalar>
INLAY_INLINE void gather_channels(const Scalar* from, std::size_t row, std::size_t column,
                                  std::size_t step, std::size_t count, Scalar* to) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    for (std::size_t k = 0; k < Rows; ++k)
        for (std::size_t l = 0; l < Columns; ++l)
            for (std::size_t i = 0; i < lanes; ++i)
                *to++ = i < count ? from[k * row + l * column + i * step] : Scalar{0};
}

/// u[k][c][o] = (G w[.][.][c][o] G^T)[k]
///
/// for c < rows, o < columns, which lie w_row and w_column apart in each tap; zeros behind them.
template <std::size_t M, std::size_t R, class Scalar>
INLAY_NOINLINE void winograd_weight_planes(const Scalar* weights, Scalar* u, std::size_t rows,
                                           std::size_t columns, std::size_t w_row,
                                           std::size_t w_column) {
    constexpr std::size_t n = M + R - 1, lanes = simd::Pack<Scalar>::lanes;
    const PlaneLayout<Scalar> layout(rows, columns);
    const std::size_t plane = layout.plane();
    for (std::size_t c = 0; c < rows; ++c) {
        for (std::size_t o = 0; o < layout.columns; o += lanes) {
            Scalar taps[R * R * lanes];
            gather_channels<R, R>(weights + c * w_row + o * w_column, R * rows * columns,
                                  rows * columns, w_column, o < columns ? columns - o : 0, taps);
            Scalar* const to = u + layout.at(c, o / layout.width * layout.width) + o % layout.width;
            transform<WeightMatrix<M, R>, Scalar>(
                [&](auto k, std::size_t l)
                    INLAY_INLINE_LAMBDA { return simd::load(taps + (k * R + l) * lanes); },
                [&](std::size_t i, auto j, auto value)
                    INLAY_INLINE_LAMBDA { simd::store(to + (i * n + j) * plane, value); });
        }
    }
}

/// u[k][c][o] = (G w[.][.][c][o] G^T)[k]              w: [R][R][in][out]   u: N N planes [in][out]
template <std::size_t M, std::size_t R, class Scalar>
void winograd_weights(const Scalar* weights, Scalar* u, std::size_t in_channels,
                      std::size_t channels) {
    winograd_weight_planes<M, R>(weights, u, in_channels, channels, channels, 1);
}

/// The same transposed, as the input gradient reads it: N N planes [out][in].
template <std::size_t M, std::size_t R, class Scalar>
void winograd_transposed_weights(const Scalar* weights, Scalar* ut, std::size_t in_channels,
                                 std::size_t channels) {
    winograd_weight_planes<M, R>(weights, ut, channels, in_channels, 1, channels);
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_WINOGRAD_WEIGHTS_HPP
