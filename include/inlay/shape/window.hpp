// SPDX-License-Identifier: MIT
#ifndef INLAY_SHAPE_WINDOW_HPP
#define INLAY_SHAPE_WINDOW_HPP
// Windows that slide over an image: the only home of the output-size and padding rules.

#include <inlay/config.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

enum class Padding { valid, same };

/// A window of `size` cells moved by `stride` along one axis, with Keras's padding rules.
struct Window {
    std::size_t size = 1;
    std::size_t stride = 1;
    Padding padding = Padding::valid;

    /// How many places the window takes along n cells; 0 where it does not fit.
    constexpr std::size_t places(std::size_t n) const {
        if (padding == Padding::same) return n == 0 ? 0 : (n - 1) / stride + 1;
        return n < size ? 0 : (n - size) / stride + 1;
    }

    /// Cells of padding that Same needs in all: max((places - 1) * stride + size - n, 0).
    constexpr std::size_t padded(std::size_t n) const {
        const std::size_t span = places(n) == 0 ? 0 : (places(n) - 1) * stride + size;
        return padding == Padding::valid || span <= n ? 0 : span - n;
    }

    /// Cells of padding before the first cell; the odd cell goes behind the last, as in Keras.
    constexpr std::size_t before(std::size_t n) const { return padded(n) / 2; }

    /// Cells of padding behind the last cell.
    constexpr std::size_t behind(std::size_t n) const { return padded(n) - before(n); }

    friend constexpr bool operator==(const Window&, const Window&) = default;
};

/// A window over height and width.
struct Window2D {
    Window height, width;

    /// The cells that it covers at a place.
    constexpr std::size_t cells() const { return height.size * width.size; }

    friend constexpr bool operator==(const Window2D&, const Window2D&) = default;
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_SHAPE_WINDOW_HPP
