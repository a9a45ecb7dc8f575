// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_PERMUTE_HPP
#define INLAY_KERNEL_PERMUTE_HPP
// The elements of a map in another order of its axes.

#include <inlay/kernel/map.hpp>
#include <inlay/shape/map.hpp>

#include <cstddef>
#include <utility>

namespace inlay::INLAY_ABI::kernel {

/// One of four loops over the elements of two maps: how often, and how far it moves in each.
struct PermutedAxis {
    std::size_t count = 1, from = 0, to = 0;
};

/// Loops from the outermost to the innermost, along which `to` lies one behind the other. So does
/// `from`, or else along the loop before it.
struct Permutation {
    PermutedAxis axes[4];
    std::size_t from_origin, to_origin, from_size, to_size;

    /// Axis k of `to` is axis order[k] of `from`, of depth, height, width and channels.
    constexpr Permutation(const Map& from, const Map& to, const int (&order)[4])
        : from_origin(from.origin()),
          to_origin(to.origin()),
          from_size(from.size()),
          to_size(to.size()) {
        const std::size_t from_steps[]{from.plane(), from.pitch(), from.pixel(), 1};
        const std::size_t to_steps[]{to.plane(), to.pitch(), to.pixel(), 1};
        for (int k = 0; k < 4; ++k)
            axes[k] = {to.cells_and_channels()[k], from_steps[order[k]], to_steps[k]};
        if (in_rows()) return;
        int channels = 0;
        while (order[channels] != 3) ++channels;
        std::swap(axes[channels], axes[2]);
    }

    constexpr bool in_rows() const { return axes[3].from == 1 && axes[3].to == 1; }

    /// The way back.
    constexpr Permutation reversed() const {
        Permutation back = *this;
        for (PermutedAxis& axis : back.axes) std::swap(axis.from, axis.to);
        std::swap(back.from_origin, back.to_origin);
        std::swap(back.from_size, back.to_size);
        if (!in_rows()) std::swap(back.axes[2], back.axes[3]);
        return back;
    }
};

/// y[to] (+)= x[from] for each element: in rows, or in squares that both maps have in the cache
template <bool accumulate, class Scalar>
INLAY_NOINLINE void permute(const Permutation& p, const Scalar* x, Scalar* y, std::size_t count) {
    constexpr std::size_t square = 16;
    const auto& [outer, inner, rows, columns] = p.axes;
    const auto copy_square = [&](const Scalar* from, Scalar* to, std::size_t i, std::size_t j) {
        const std::size_t last_i = i + square < rows.count ? i + square : rows.count;
        const std::size_t last_j = j + square < columns.count ? j + square : columns.count;
        for (; i < last_i; ++i)
            for (std::size_t k = j; k < last_j; ++k) {
                Scalar& element = to[i * rows.to + k];
                const Scalar value = from[i + k * columns.from];
                element = accumulate ? element + value : value;
            }
    };
    for (std::size_t n = 0; n < count; ++n)
        for (std::size_t a = 0; a < outer.count; ++a)
            for (std::size_t b = 0; b < inner.count; ++b) {
                const Scalar* const from =
                    x + n * p.from_size + p.from_origin + a * outer.from + b * inner.from;
                Scalar* const to = y + n * p.to_size + p.to_origin + a * outer.to + b * inner.to;
                for (std::size_t i = 0; i < rows.count; i += p.in_rows() ? 1 : square) {
                    if (p.in_rows())
                        copy_row<accumulate>(from + i * rows.from, to + i * rows.to, columns.count);
                    else
                        for (std::size_t j = 0; j < columns.count; j += square)
                            copy_square(from, to, i, j);
                }
            }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_PERMUTE_HPP
