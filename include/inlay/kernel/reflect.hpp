// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_REFLECT_HPP
#define INLAY_KERNEL_REFLECT_HPP
// A border around a map that repeats what lies next to it, as a mirror in its outermost cells does.

#include <inlay/kernel/map.hpp>
#include <inlay/shape/map.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// An axis of so many cells, and how many of them are seen before and behind it: fewer than it has.
struct ReflectedAxis {
    std::size_t cells = 1, before = 0, behind = 0;

    constexpr std::size_t places() const { return before + cells + behind; }

    /// The cell that is seen at place p.
    constexpr std::size_t cell(std::size_t p) const {
        const std::size_t i = p < before ? before - p : p - before;
        return i < cells ? i : 2 * (cells - 1) - i;
    }

    /// The places where cell i is seen, in their order; returns how many they are.
    constexpr std::size_t places_of(std::size_t i, std::size_t (&at)[3]) const {
        std::size_t count = 0;
        if (i > 0 && i <= before) at[count++] = before - i;
        at[count++] = before + i;
        if (i + 1 < cells && i + 1 + behind >= cells) at[count++] = before + 2 * (cells - 1) - i;
        return count;
    }
};

/// A map inside another, which has a border more.
struct Reflection {
    Map in, out;
    ReflectedAxis depth, height, width;

    constexpr Reflection(const Map& inside, const Map& whole, const Halo& border)
        : in(inside),
          out(whole),
          depth{in.depth(), border.front, border.back},
          height{in.height(), border.top, border.bottom},
          width{in.width(), border.left, border.right} {}

    constexpr std::size_t in_row(std::size_t d, std::size_t h) const {
        return in.origin() + d * in.plane() + h * in.pitch();
    }
    constexpr std::size_t out_row(std::size_t d, std::size_t h) const {
        return out.origin() + d * out.plane() + h * out.pitch();
    }
};

/// y[p][q][c] = x[cell(p)][cell(q)][c]
template <class Scalar>
INLAY_NOINLINE void reflect(const Reflection& r, const Scalar* x, Scalar* y, std::size_t count) {
    const std::size_t channels = r.in.channels();
    const bool together = r.in.dense_rows() && r.out.dense_rows();
    const std::size_t middle = together ? r.width.cells : 1;  // cells that are copied at once
    for (std::size_t n = 0; n < count; ++n, x += r.in.size(), y += r.out.size())
        for (std::size_t d = 0; d < r.depth.places(); ++d)
            for (std::size_t h = 0; h < r.height.places(); ++h) {
                const Scalar* const from = x + r.in_row(r.depth.cell(d), r.height.cell(h));
                Scalar* const to = y + r.out_row(d, h);
                for (std::size_t w = 0; w < r.width.places();) {
                    const std::size_t cells = w == r.width.before ? middle : 1;
                    copy_row<false>(from + r.width.cell(w) * r.in.pixel(), to + w * r.out.pixel(),
                                    cells * channels);
                    w += cells;
                }
            }
}

/// dx[i][j][c] (+)= sum of dy[p][q][c] over the places where the cell is seen, in their order
template <class Scalar>
INLAY_NOINLINE void reflect_gradient(const Reflection& r, const Scalar* dy, Scalar* dx,
                                     std::size_t count, bool accumulate) {
    std::size_t ds[3], hs[3], ws[3];
    for (std::size_t n = 0; n < count; ++n, dx += r.in.size(), dy += r.out.size())
        for (std::size_t d = 0; d < r.depth.cells; ++d)
            for (std::size_t h = 0; h < r.height.cells; ++h)
                for (std::size_t w = 0; w < r.width.cells; ++w) {
                    const std::size_t depths = r.depth.places_of(d, ds);
                    const std::size_t heights = r.height.places_of(h, hs);
                    const std::size_t widths = r.width.places_of(w, ws);
                    Scalar* const to = dx + r.in_row(d, h) + w * r.in.pixel();
                    bool adds = accumulate;
                    for (std::size_t i = 0; i < depths; ++i)
                        for (std::size_t j = 0; j < heights; ++j)
                            for (std::size_t k = 0; k < widths; ++k, adds = true) {
                                const Scalar* const from =
                                    dy + r.out_row(ds[i], hs[j]) + ws[k] * r.out.pixel();
                                if (adds)
                                    copy_row<true>(from, to, r.in.channels());
                                else
                                    copy_row<false>(from, to, r.in.channels());
                            }
                }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_REFLECT_HPP
