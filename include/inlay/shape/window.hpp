// SPDX-License-Identifier: MIT
#ifndef INLAY_SHAPE_WINDOW_HPP
#define INLAY_SHAPE_WINDOW_HPP
// Windows that slide over an image: the only home of the output-size and padding rules.

#include <inlay/config.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// causal: all of the padding before the first cell, so that no place sees a later cell.
enum class Padding { valid, same, causal };

/// The cells [begin, end) of one axis.
struct Span {
    std::size_t begin, end;
};

/// A window of `size` cells, `dilation` apart, moved by `stride` along one axis, with Keras's
/// padding rules.
struct Window {
    std::size_t size = 1;
    std::size_t stride = 1;
    Padding padding = Padding::valid;
    std::size_t dilation = 1;

    /// The cells from its first to its last.
    constexpr std::size_t span() const { return (size - 1) * dilation + 1; }

    /// How many places the window takes along n cells; 0 where it does not fit.
    constexpr std::size_t places(std::size_t n) const {
        if (padding != Padding::valid) return n == 0 ? 0 : (n - 1) / stride + 1;
        return n < span() ? 0 : (n - span()) / stride + 1;
    }

    /// Cells of padding in all: max((places - 1) * stride + span - n, 0) for Same.
    constexpr std::size_t padded(std::size_t n) const {
        if (padding == Padding::causal) return span() - 1;
        const std::size_t needed = places(n) == 0 ? 0 : (places(n) - 1) * stride + span();
        return padding == Padding::valid || needed <= n ? 0 : needed - n;
    }

    /// Cells of padding before the first cell; the odd cell goes behind the last, as in Keras.
    constexpr std::size_t before(std::size_t n) const {
        return padding == Padding::causal ? padded(n) : padded(n) / 2;
    }

    /// Cells of padding behind the last cell.
    constexpr std::size_t behind(std::size_t n) const { return padded(n) - before(n); }

    /// Those of n cells that it covers at a place, cells of padding left out; it has no dilation.
    constexpr Span covered(std::size_t n, std::size_t place) const {
        const auto inside = [&](std::size_t at) {
            const std::size_t cell = at < before(n) ? 0 : at - before(n);
            return cell < n ? cell : n;
        };
        return {inside(place * stride), inside(place * stride + size)};
    }

    /// The cells that it covers at most.
    constexpr std::size_t most(std::size_t) const { return size; }

    friend constexpr bool operator==(const Window&, const Window&) = default;
};

/// As many windows along one axis as an output has places, whatever the input's cells: place p of
/// P covers all those of n cells that lie between p n / P and (p + 1) n / P, some of them in part.
struct EvenWindow {
    std::size_t places = 1;

    constexpr Span covered(std::size_t n, std::size_t place) const {
        return {place * n / places, ((place + 1) * n + places - 1) / places};
    }
    constexpr std::size_t most(std::size_t n) const {
        return n % places == 0 ? n / places : n / places + 2;
    }

    friend constexpr bool operator==(const EvenWindow&, const EvenWindow&) = default;
};

/// A window turned round: each of n cells spreads over `size` cells, which add up where they meet.
/// Keras's rules for transposed convolutions.
struct Spreading {
    Window window;
    int added = -1;  ///< output padding; below 0: as many cells as Keras adds where none is given

    /// How many cells it makes of n; 0 where there are none.
    constexpr std::size_t cells(std::size_t n) const {
        const std::size_t span = window.span(), stride = window.stride;
        const bool same = window.padding == Padding::same;
        if (n == 0) return 0;
        if (added < 0 && same) return n * stride;
        const std::size_t more = added >= 0      ? static_cast<std::size_t>(added)
                                 : span < stride ? stride - span
                                                 : 0;
        return (n - 1) * stride + (same ? span % 2 : span) + more;
    }

    /// Cells that n cells spread over, of which some may be cut off.
    constexpr std::size_t reach(std::size_t n) const {
        return (n - 1) * window.stride + window.span();
    }

    /// Cells that are cut off before the first; the odd one is cut off behind the last.
    constexpr std::size_t before() const {
        if (window.padding != Padding::same) return 0;
        const std::size_t span = window.span();
        const std::size_t kept = added < 0 ? window.stride + span - 2
                                           : span + span % 2 - 2 + static_cast<std::size_t>(added);
        const std::size_t first = (kept + 1) / 2;
        return first < span - 1 ? span - 1 - first : 0;
    }

    friend constexpr bool operator==(const Spreading&, const Spreading&) = default;
};

/// A window over height, width and, in a volume, depth.
struct Windows {
    Window height, width, depth;

    /// The cells that it covers at a place.
    constexpr std::size_t cells() const { return depth.size * height.size * width.size; }

    friend constexpr bool operator==(const Windows&, const Windows&) = default;
};

/// Even windows over height, width and, in a volume, depth.
struct EvenWindows {
    EvenWindow height, width, depth;

    friend constexpr bool operator==(const EvenWindows&, const EvenWindows&) = default;
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_SHAPE_WINDOW_HPP
