// SPDX-License-Identifier: MIT
#ifndef INLAY_SHAPE_MAP_HPP
#define INLAY_SHAPE_MAP_HPP
// How one example of a value lies in memory: row-major, images optionally inside a border of zeros.

#include <inlay/config.hpp>
#include <inlay/shape/shape.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// Cells of zeros around an image, kept so that a padded convolution needs no border code.
struct Halo {
    std::size_t top = 0, bottom = 0, left = 0, right = 0;

    constexpr bool empty() const { return top + bottom + left + right == 0; }

    /// The smallest border that holds both.
    constexpr Halo joined(const Halo& other) const {
        const auto larger = [](std::size_t a, std::size_t b) { return a < b ? b : a; };
        return {larger(top, other.top), larger(bottom, other.bottom), larger(left, other.left),
                larger(right, other.right)};
    }

    friend constexpr bool operator==(const Halo&, const Halo&) = default;
};

/// A shape and its border: [top + height + bottom][left + width + right][channels]. A vector or a
/// sequence counts as an image of one row, so that every kernel reads every rank alike.
struct Map {
    Shape shape;
    Halo halo;

    constexpr std::size_t channels() const { return shape.last(); }
    constexpr std::size_t width() const { return shape.rank() < 2 ? 1 : shape[shape.rank() - 2]; }
    constexpr std::size_t height() const {
        std::size_t rows = 1;
        for (int d = 0; d + 2 < shape.rank(); ++d) rows *= shape[d];
        return rows;
    }

    /// Elements from one row of the image to the next.
    constexpr std::size_t pitch() const { return (halo.left + width() + halo.right) * channels(); }

    /// Elements from the start of the memory to the first cell inside the border.
    constexpr std::size_t origin() const { return halo.top * pitch() + halo.left * channels(); }

    /// Elements of one example, border included.
    constexpr std::size_t size() const { return (halo.top + height() + halo.bottom) * pitch(); }

    friend constexpr bool operator==(const Map&, const Map&) = default;
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_SHAPE_MAP_HPP
