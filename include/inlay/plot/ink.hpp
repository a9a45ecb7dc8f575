// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_INK_HPP
#define INLAY_PLOT_INK_HPP
// Colors by what they are for: each has one for light paper and one for dark.

#include <inlay/config.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI::plot {

/// What a color is for.
enum class Ink : std::uint8_t {
    paper,    ///< behind everything
    panel,    ///< a surface on it
    grid,     ///< lines that guide the eye
    axis,     ///< lines that bound something
    soft,     ///< words that explain
    ink,      ///< words
    reverse,  ///< words on a surface of full color
    wrong,    ///< mistakes
    series,   ///< the first of `series_count` that tell things apart, also for the color-blind
};

inline constexpr std::size_t series_count = 6;

/// The color of series k, beginning again behind the last.
constexpr Ink series(std::size_t k) {
    return static_cast<Ink>(static_cast<std::size_t>(Ink::series) + k % series_count);
}

/// An ink on light paper and on dark, 0xRRGGBB.
struct InkColors {
    std::uint32_t light, dark;
};

inline constexpr InkColors inks[]{
    {0xffffff, 0x15181d}, {0xf4f6f8, 0x20252c}, {0xe6e9ed, 0x2b3139}, {0xb9c0c8, 0x505a66},
    {0x5c6672, 0x9aa5b1}, {0x1d232a, 0xe8ebee}, {0xffffff, 0x0e1116}, {0xc5303a, 0xff7d78},
    {0x2667c9, 0x6ba6ff}, {0xd4620c, 0xffa04d}, {0x0c8573, 0x46c8b1}, {0xb12f7c, 0xf27fbd},
    {0x6a4cc2, 0xaf95f7}, {0x94700a, 0xe0b83f},
};

constexpr std::uint32_t color_of(Ink ink, bool dark) {
    const InkColors& colors = inks[static_cast<std::size_t>(ink)];
    return dark ? colors.dark : colors.light;
}

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_INK_HPP
