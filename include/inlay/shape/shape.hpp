// SPDX-License-Identifier: MIT
#ifndef INLAY_SHAPE_SHAPE_HPP
#define INLAY_SHAPE_SHAPE_HPP
// A shape is a value: rank and extents of one example, batch not included.

#include <inlay/config.hpp>
#include <inlay/text/sentence.hpp>

#include <concepts>
#include <cstddef>

namespace inlay::INLAY_ABI {

/// The extents of a tensor without its batch dimension, outermost first (height, width, channels
/// for images); structural, so it can be a template argument.
struct Shape {
    static constexpr int max_rank = 5;

    std::size_t extents[max_rank]{};
    int count = 0;

    constexpr Shape() = default;

    template <std::integral... Extents>
        requires(sizeof...(Extents) >= 1 && sizeof...(Extents) <= max_rank)
    constexpr explicit(sizeof...(Extents) == 1) Shape(Extents... e)
        : extents{static_cast<std::size_t>(e)...}, count(sizeof...(Extents)) {}

    /// The number of dimensions.
    constexpr int rank() const { return count; }

    /// The number of elements: the product of the extents, 1 for rank 0.
    constexpr std::size_t size() const {
        std::size_t product = 1;
        for (int d = 0; d < count; ++d) product *= extents[d];
        return product;
    }

    /// The extent of dimension d, counted from the outermost.
    constexpr std::size_t operator[](int d) const { return extents[d]; }

    /// The innermost extent: features of a vector, channels of an image.
    constexpr std::size_t last() const { return count == 0 ? 1 : extents[count - 1]; }

    /// The same shape with another innermost extent.
    constexpr Shape with_last(std::size_t extent) const {
        Shape other = *this;
        other.extents[count - 1] = extent;
        return other;
    }

    friend constexpr bool operator==(const Shape&, const Shape&) = default;
};

/// Extents joined by x: 12x12x32.
constexpr Sentence& operator<<(Sentence& sentence, const Shape& shape) {
    for (int d = 0; d < shape.rank(); ++d) sentence << (d > 0 ? "x" : "") << shape[d];
    return shape.rank() == 0 ? sentence << "a single number" : sentence;
}

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Shape;
}  // namespace inlay

#endif  // INLAY_SHAPE_SHAPE_HPP
