// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_WARP_HPP
#define INLAY_KERNEL_WARP_HPP
// Images under an affine transform: each cell of the output is read at a place of the input, which
// mostly lies between cells, and perhaps beyond the edges.

#include <inlay/config.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>
#include <inlay/simd/strict.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI::kernel {

/// Where cell (p, q) of the output is read: in row row[0] p + row[1] q + row[2] of the input,
/// likewise the column.
struct Affine {
    double row[3]{1, 0, 0}, column[3]{0, 1, 0};

    friend constexpr bool operator==(const Affine&, const Affine&) = default;
};

/// What lies beyond the edges of a row a b c d.
enum class Beyond : unsigned char {
    nearest,  ///< a a a [a b c d] d d d
    reflect,  ///< c b a [a b c d] d c b
    wrap,     ///< b c d [a b c d] a b c
    overlap,  ///< a b c [a b c d] b c d: d and the next a are one cell
    value,    ///< k k k [a b c d] k k k, and between a cell and k what lies between their values
    cut       ///< the same but k everywhere beyond the middle of a and of d
};

/// How an image is read.
struct Reader {
    Beyond beyond = Beyond::nearest;
    bool between = true;  ///< in proportion between the cells around a place; else the nearest one
    double value = 0;     ///< k of Beyond
};

/// The cells of a row around a place, and the share of the second one; below 0: beyond the edges.
struct Around {
    std::int64_t at[2];
    double second;
};

/// The largest whole number that is not above x; |x| < 2^62.
inline double whole_below(double x) {
    const auto whole = static_cast<double>(static_cast<std::int64_t>(x));
    return whole > x ? whole - 1 : whole;
}

/// The cosine of so many turns; that of whole quarters exactly.
inline simd::Strict cosine_of_turns(double turns) {
    const double part = turns - whole_below(turns), quarters = 4 * part;
    if (quarters != whole_below(quarters)) return simd::strict_cosine_of_turn({part});
    return {part == 0 || part == 1 ? 1.0 : 2 * part == 1 ? -1.0 : 0.0};
}

inline simd::Strict sine_of_turns(double turns) {
    return cosine_of_turns(turns - simd::exactly_one / 4);
}

/// The same with both places counted from the middle of an image.
inline Affine about_middle(Affine affine, std::size_t height, std::size_t width) {
    using simd::Strict;
    const Strict row{(static_cast<double>(height) - 1) / 2};
    const Strict column{(static_cast<double>(width) - 1) / 2};
    const auto moved = [&](const double(&of)[3], Strict middle) {
        return (middle - Strict{of[0]} * row - Strict{of[1]} * column + Strict{of[2]}).value;
    };
    affine.row[2] = moved(affine.row, row);
    affine.column[2] = moved(affine.column, column);
    return affine;
}

/// What remains of x after whole periods: from 0 to below the period.
inline double left_of(double x, double period) {
    const simd::Strict whole{whole_below(x / period)};
    const double left = (simd::Strict{x} - whole * simd::Strict{period}).value;
    return left < 0 || left >= period ? 0 : left;
}

/// The cells around a place of a row of n cells.
inline Around around(double x, std::size_t n, const Reader& reader) {
    const double bound = static_cast<double>(std::int64_t{1} << 31);
    const auto cells = static_cast<double>(n), last = cells - 1;
    if (!(x > -bound)) x = -bound;  // NaN too
    if (!(x < bound)) x = bound;
    switch (reader.beyond) {
        case Beyond::nearest:
            x = x < 0 ? 0 : x > last ? last : x;
            break;
        case Beyond::reflect: {
            const double half = simd::exactly_one / 2;
            if (x < -half || x > last + half) {
                const double turn = left_of(x + half, 2 * cells);
                x = (turn < cells ? turn : 2 * cells - turn) - half;
            }
            x = x < 0 ? 0 : x > last ? last : x;
            break;
        }
        case Beyond::wrap:
            x = left_of(x, cells);
            break;
        case Beyond::overlap:
            if (n == 1)
                x = 0;
            else if (x > last)
                x = left_of(x, last);
            else if (x < 0)
                x = last - left_of(-x, last);
            break;
        case Beyond::value:
            break;
        case Beyond::cut:
            if (x < 0 || x > last) return {{-1, -1}, 0};
            break;
    }

    if (!reader.between) x = whole_below(x + simd::exactly_one / 2);
    const double first = whole_below(x);
    const auto cell = [&](double number) {
        if (number >= 0 && number <= last) return static_cast<std::int64_t>(number);
        if (reader.beyond == Beyond::value) return std::int64_t{-1};
        return number < 0 || reader.beyond == Beyond::wrap ? std::int64_t{0}
                                                           : static_cast<std::int64_t>(last);
    };
    return {{cell(first), cell(first + 1)}, x - first};
}

/// What a cell of the output is made of: constant + the sum of weight x[at] over some cells, in the
/// order of rows.
template <class Scalar>
struct Taps {
    int count = 0;
    std::size_t at[4];
    Scalar weight[4];
    Scalar constant = 0;
};

/// The taps of cell (p, q). Cells of weight 0 are left out, so that what is no number stays where
/// it is.
template <class Scalar>
Taps<Scalar> taps_at(const Affine& affine, std::size_t p, std::size_t q, std::size_t height,
                     std::size_t width, const Reader& reader) {
    using simd::Strict;
    const auto place = [&](const double(&of)[3]) {
        const Strict row{static_cast<double>(p)}, column{static_cast<double>(q)};
        return (Strict{of[2]} + row * Strict{of[0]} + column * Strict{of[1]}).value;
    };
    const Around rows = around(place(affine.row), height, reader);
    const Around columns = around(place(affine.column), width, reader);
    Taps<Scalar> taps;
    double outside = 0;
    for (int i = 0; i < 2; ++i)
        for (int j = 0; j < 2; ++j) {
            const double weight = simd::mul(i == 0 ? 1 - rows.second : rows.second,
                                            j == 0 ? 1 - columns.second : columns.second);
            if (weight == 0) continue;
            if (rows.at[i] < 0 || columns.at[j] < 0) {
                outside += weight;
                continue;
            }
            taps.at[taps.count] = static_cast<std::size_t>(rows.at[i]) * width +
                                  static_cast<std::size_t>(columns.at[j]);
            taps.weight[taps.count++] = static_cast<Scalar>(weight);
        }
    if (outside != 0)  // all of it where there are no taps, whatever the sum was rounded to
        taps.constant =
            static_cast<Scalar>(taps.count == 0 ? reader.value : simd::mul(outside, reader.value));
    return taps;
}

/// y[p, q, c] = constant + sum_t weight_t x[at_t, c]    the taps t of cell (p, q); one image each
template <class Scalar>
INLAY_NOINLINE void warp(const Scalar* x, Scalar* y, std::size_t height, std::size_t width,
                         std::size_t channels, const Affine& affine, const Reader& reader) {
    for (std::size_t p = 0; p < height; ++p)
        for (std::size_t q = 0; q < width; ++q, y += channels) {
            const auto taps = taps_at<Scalar>(affine, p, q, height, width, reader);
            simd::for_each_pack<Scalar>(
                channels, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                    auto sum = simd::broadcast(taps.constant);
                    for (int t = 0; t < taps.count; ++t)
                        sum = simd::fma(simd::broadcast(taps.weight[t]),
                                        simd::load_some(x + taps.at[t] * channels + c, lanes), sum);
                    simd::store_some(y + c, sum, lanes);
                });
        }
}

/// dx[at_t, c] += weight_t dy[p, q, c]               accumulated in the order of the output's cells
template <class Scalar>
INLAY_NOINLINE void warp_gradient(const Scalar* dy, Scalar* dx, std::size_t height,
                                  std::size_t width, std::size_t channels, const Affine& affine,
                                  const Reader& reader) {
    for (std::size_t p = 0; p < height; ++p)
        for (std::size_t q = 0; q < width; ++q, dy += channels) {
            const auto taps = taps_at<Scalar>(affine, p, q, height, width, reader);
            for (int t = 0; t < taps.count; ++t)
                simd::for_each_pack<Scalar>(
                    channels, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                        Scalar* const to = dx + taps.at[t] * channels + c;
                        simd::store_some(
                            to,
                            simd::fma(simd::broadcast(taps.weight[t]),
                                      simd::load_some(dy + c, lanes), simd::load_some(to, lanes)),
                            lanes);
                    });
        }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_WARP_HPP
