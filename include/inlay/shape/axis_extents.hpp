// SPDX-License-Identifier: MIT
#ifndef INLAY_SHAPE_AXIS_EXTENTS_HPP
#define INLAY_SHAPE_AXIS_EXTENTS_HPP

#include <inlay/shape/map.hpp>
#include <inlay/shape/shape.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// An example as [before][along][behind].
struct AxisExtents {
    std::size_t before = 1, along = 1, behind = 1;

    constexpr AxisExtents(const Shape& shape, int dimension) : along(shape[dimension]) {
        for (int d = 0; d < dimension; ++d) before *= shape[d];
        for (int d = dimension + 1; d < shape.rank(); ++d) behind *= shape[d];
    }

    /// Of a value of that rank that lies like `map`.
    constexpr AxisExtents(const Map& map, int rank, int dimension)
        : AxisExtents(map.cells_and_channels(),
                      map.cells_and_channels().rank() - rank + dimension) {}
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_SHAPE_AXIS_EXTENTS_HPP
