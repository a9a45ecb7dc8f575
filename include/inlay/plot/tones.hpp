// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_TONES_HPP
#define INLAY_PLOT_TONES_HPP
// Numbers as colors of pixels, and pixels in a grid.

#include <inlay/config.hpp>
#include <inlay/host/view.hpp>
#include <inlay/plot/picture.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace inlay::INLAY_ABI::plot {

/// Colors between fixed ones at even distances, for shares from 0 to 1; grey for what is no number.
inline std::uint32_t tone(View<const std::uint32_t> colors, double share) {
    if (share != share) return 0x808080;
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(colors.size() - 1);
    const auto k = (std::min)(static_cast<std::size_t>(place), colors.size() - 2);
    const double part = place - static_cast<double>(k);
    std::uint32_t color = 0;
    for (const int shift : {16, 8, 0}) {
        const double from = colors[k] >> shift & 255, to = colors[k + 1] >> shift & 255;
        color |= static_cast<std::uint32_t>(std::lround(from + (to - from) * part)) << shift;
    }
    return color;
}

/// Black to white.
inline constexpr std::uint32_t grey_tones[]{0x000000, 0xffffff};
/// From dark to light, for numbers of one sign: nine of viridis (S. van der Walt, N. Smith, 2015).
inline constexpr std::uint32_t rising_tones[]{0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c,
                                              0x28ae80, 0x5ec962, 0xaddc30, 0xfde725};
/// Through white at 0.5, for numbers of both signs.
inline constexpr std::uint32_t signed_tones[]{0x9a4100, 0xe39a5a, 0xf7f5f2, 0x6f9fdd, 0x123f8c};

/// What stands in one cell of a grid: a bitmap, and lines below it.
struct Tile {
    Bitmap pixels;
    struct Line {
        std::string words;
        Ink ink = Ink::soft;
    };
    std::vector<Line> lines{};
    struct Dot {
        Point place;  ///< from 0 to 1 of the bitmap's width and height
        Ink ink;
    };
    std::vector<Dot> dots{};
};

/// About so many columns, among them the number that leaves the fewest cells of the last row empty.
inline std::size_t even_columns(std::size_t count, double about) {
    const auto least = static_cast<std::size_t>((std::max)(1.0, std::floor(about * 0.8)));
    const auto most = (std::min)(static_cast<std::size_t>(std::ceil(about * 1.2)), count);
    std::size_t best = (std::min)(least, count);
    for (std::size_t columns = best; columns <= most; ++columns)
        if ((columns - count % columns) % columns <= (best - count % best) % best) best = columns;
    return best;
}

/// A grid of tiles of one size, each pixel as large as the screen's or a whole number of times so.
/// Columns of 0 are as many as make the grid half as wide again as high.
inline Picture grid_picture(const std::vector<Tile>& tiles, std::size_t columns,
                            const std::string& title, const std::string& explanation = "") {
    constexpr double margin = 24, gap = 12, line_height = 15;
    const double wide = static_cast<double>(tiles[0].pixels.width);
    const double high = static_cast<double>(tiles[0].pixels.height);
    const double larger = (std::max)(wide, high);
    double size =
        larger > 160 ? 160 / larger : (std::max)(1.0, std::floor((larger > 8 ? 112 : 72) / larger));
    if (tiles.size() > 64 && size >= 2) size = std::ceil(size / 2);
    std::size_t lines = 0;
    double widest = 0;
    for (const Tile& tile : tiles) {
        lines = (std::max)(lines, tile.lines.size());
        for (const Tile::Line& line : tile.lines)
            widest = (std::max)(widest, width_of(line.words, {.size = 11.5}));
    }
    const double cell = (std::max)(wide * size, (std::min)(widest, 112.0));
    const double height = high * size + (lines == 0 ? 0 : 4 + line_height * double(lines));
    if (columns == 0)
        columns = even_columns(
            tiles.size(), std::sqrt(double(tiles.size()) * (height + gap) / (cell + gap) * 1.5));
    columns = (std::min)((std::max)(columns, std::size_t{1}), tiles.size());
    const std::size_t rows = (tiles.size() + columns - 1) / columns;
    const double top = margin + (title.empty() ? 0 : 30) + (explanation.empty() ? 0 : 26);
    const double width = double(columns) * (cell + gap) - gap;
    const double words = (std::max)(width_of(title, {.size = 16, .bold = true}),
                                    width_of(explanation, {.size = 12}));
    Picture picture(2 * margin + (std::max)(width, (std::min)(words, 480.0)),
                    top + double(rows) * (height + gap) - gap + margin,
                    title.empty() ? "Images" : title);
    put_title(picture, title, margin);
    if (!explanation.empty())
        picture.text({margin, top - 14},
                     font::fitted(explanation, picture.width() - 2 * margin, 12),
                     {.size = 12, .ink = Ink::soft});
    for (std::size_t k = 0; k < tiles.size(); ++k) {
        const double x = margin + double(k % columns) * (cell + gap);
        const double y = top + double(k / columns) * (height + gap);
        const Box place{x + (cell - wide * size) / 2, y, wide * size, high * size};
        picture.bitmap(place, tiles[k].pixels);
        for (const Tile::Dot& dot : tiles[k].dots) {
            const Point at{place.x + dot.place.x * place.width,
                           place.y + dot.place.y * place.height};
            picture.dot(at, 4, Ink::paper);
            picture.dot(at, 2.8, dot.ink);
        }
        for (std::size_t l = 0; l < tiles[k].lines.size(); ++l) {
            const Tile::Line& line = tiles[k].lines[l];
            picture.text({x + cell / 2, y + high * size + line_height * double(l + 1)},
                         font::fitted(line.words, cell, 11.5),
                         {.size = 11.5, .anchor = Anchor::middle, .ink = line.ink});
        }
    }
    return picture;
}

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_TONES_HPP
