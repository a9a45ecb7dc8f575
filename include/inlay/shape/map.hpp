// SPDX-License-Identifier: MIT
#ifndef INLAY_SHAPE_MAP_HPP
#define INLAY_SHAPE_MAP_HPP
// How one example of a value lies in memory: cells along three axes, each a vector of channels. A
// value may be a view of another's memory: some of its cells, or some of its channels.

#include <inlay/config.hpp>
#include <inlay/shape/shape.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// Cells of zeros around an image, kept so that a padded convolution needs no border code.
struct Halo {
    std::size_t top = 0, bottom = 0, left = 0, right = 0, front = 0, back = 0;

    constexpr bool empty() const { return top + bottom + left + right + front + back == 0; }

    /// The smallest border that holds both.
    constexpr Halo joined(const Halo& other) const {
        const auto larger = [](std::size_t a, std::size_t b) { return a < b ? b : a; };
        return {larger(top, other.top),     larger(bottom, other.bottom), larger(left, other.left),
                larger(right, other.right), larger(front, other.front),   larger(back, other.back)};
    }

    /// The border before and behind the cells of an axis: depth, height, width.
    constexpr std::size_t before(int axis) const {
        return axis == 0 ? front : axis == 1 ? top : left;
    }
    constexpr std::size_t behind(int axis) const {
        return axis == 0 ? back : axis == 1 ? bottom : right;
    }

    friend constexpr bool operator==(const Halo&, const Halo&) = default;
};

/// The cells of one axis, and the elements from one to the next.
struct MapAxis {
    std::size_t cells = 1, step = 0;

    friend constexpr bool operator==(const MapAxis&, const MapAxis&) = default;
};

/// Where the elements of one example lie: element (d, h, w, c) at origin() + d plane() + h pitch()
/// + w pixel() + c. A vector counts as one cell, a sequence as a row of them, so that every kernel
/// reads every rank alike.
struct Map {
    MapAxis axes[3];  ///< depth, height, width
    std::size_t vector = 1, first = 0, stride = 0;

    constexpr Map() = default;

    /// A value in memory of its own, inside a border.
    constexpr explicit(false) Map(const Shape& shape, const Halo& halo = {})
        : vector(shape.last()) {
        stride = vector;
        for (int a = 2; a >= 0; --a) {
            const int dimension = shape.rank() - 4 + a;
            axes[a] = {dimension < 0 ? 1 : shape[dimension], stride};
            first += halo.before(a) * stride;
            stride *= halo.before(a) + axes[a].cells + halo.behind(a);
        }
    }

    constexpr std::size_t channels() const { return vector; }
    constexpr std::size_t width() const { return axes[2].cells; }
    constexpr std::size_t height() const { return axes[1].cells; }
    constexpr std::size_t depth() const { return axes[0].cells; }

    /// Rows of cells: those of all images of a volume.
    constexpr std::size_t rows() const { return depth() * height(); }
    constexpr std::size_t cells() const { return rows() * width(); }
    constexpr std::size_t elements() const { return cells() * channels(); }

    /// Elements from one cell to the next, from one row of an image, and from one image.
    constexpr std::size_t pixel() const { return axes[2].step; }
    constexpr std::size_t pitch() const { return axes[1].step; }
    constexpr std::size_t plane() const { return axes[0].step; }

    /// Elements from the start of an example's memory to the first cell.
    constexpr std::size_t origin() const { return first; }

    /// Elements from the start of an example's memory to the first cell of row r.
    constexpr std::size_t row(std::size_t r) const {
        if (depth() == 1) return first + r * pitch();
        return first + r / height() * plane() + r % height() * pitch();
    }

    /// Elements from one example to the next.
    constexpr std::size_t size() const { return stride; }

    /// Whether the elements lie one behind the other: those of a cell's neighbours, of a row's
    /// neighbours, of one example and of the next.
    constexpr bool dense_rows() const { return pixel() == channels() || width() == 1; }
    constexpr bool dense_example() const {
        return dense_rows() && (rows() == 1 || pitch() == width() * channels()) &&
               (depth() == 1 || plane() == height() * pitch());
    }
    constexpr bool dense() const { return dense_example() && size() == elements(); }

    /// Whether two maps have the same cells and channels, wherever they lie.
    constexpr bool alike(const Map& other) const {
        return width() == other.width() && height() == other.height() && depth() == other.depth() &&
               channels() == other.channels();
    }

    /// The same memory read as another shape; the elements of an example lie one behind the other.
    constexpr Map reshaped(const Shape& shape) const {
        Map map(shape);
        map.first = first;
        map.stride = stride;
        return map;
    }

    /// The extents of all axes, those of a smaller rank's being 1.
    constexpr Shape cells_and_channels() const { return {depth(), height(), width(), channels()}; }

    /// Some cells and channels, as many as `part` has: from cell `at` on along each axis, which may
    /// lie in the border, and from number `channel` on.
    constexpr Map slice(const Map& part, const int (&at)[3], std::size_t channel) const {
        Map map = *this;
        map.vector = part.vector;
        map.first += channel;
        for (int a = 0; a < 3; ++a) {
            map.axes[a].cells = part.axes[a].cells;
            map.first +=
                static_cast<std::size_t>(at[a]) * axes[a].step;  // also where it is below 0
        }
        return map;
    }

    friend constexpr bool operator==(const Map&, const Map&) = default;
};

/// Where the next of several maps lies that are joined along an axis: 0 to 2 as in MapAxis's, 3 is
/// that of the channels.
struct Joined {
    int at[3]{};
    std::size_t channel = 0;

    constexpr void pass(const Map& map, int axis) {
        if (axis < 3)
            at[axis] += static_cast<int>(map.axes[axis].cells);
        else
            channel += map.channels();
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_SHAPE_MAP_HPP
