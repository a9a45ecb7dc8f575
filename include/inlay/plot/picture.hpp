// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_PICTURE_HPP
#define INLAY_PLOT_PICTURE_HPP
// What a picture consists of, before it is known whether it becomes SVG or PNG.

#include <inlay/config.hpp>
#include <inlay/plot/font.hpp>
#include <inlay/plot/ink.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI::plot {

/// A place in a picture: to the right, and down, in pixels of CSS.
struct Point {
    double x = 0, y = 0;
};

/// An upright rectangle by its upper left corner.
struct Box {
    double x = 0, y = 0, width = 0, height = 0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    Point center() const { return {x + width / 2, y + height / 2}; }
    Box inset(double by) const { return {x + by, y + by, width - 2 * by, height - 2 * by}; }
};

/// Pixels in rows from the top, three bytes each: red, green, blue.
struct Bitmap {
    std::size_t width = 0, height = 0;
    std::vector<std::uint8_t> bytes{};
};

/// Where a text stands: its place is the left end, the middle or the right end of its baseline.
enum class Anchor { start, middle, end };

/// How a text looks: size is that of an em; a turned one reads from below upwards.
struct Style {
    double size = 12;
    Anchor anchor = Anchor::start;
    Ink ink = Ink::ink;
    bool bold = false, turned = false;
};

/// One thing that is drawn; of its members those count that its kind has.
struct Mark {
    enum Kind { box, line, polygon, text, bitmap } kind = box;
    Ink ink = Ink::ink;
    double opacity = 1;
    Box place{};                  ///< of a box or a bitmap
    double size = 0;              ///< the radius of a box's corners, the width of a line
    bool dashed = false;          ///< a line
    std::vector<Point> points{};  ///< of a line or a polygon; where a text stands
    std::string words{};          ///< a text's
    Style style{};                ///< a text's
    Bitmap pixels{};              ///< a bitmap's
};

/// Marks, each drawn over those before it, on paper of a size.
class Picture {
public:
    Picture(double width, double height, std::string title = "")
        : width_(width), height_(height), title_(std::move(title)) {}

    double width() const { return width_; }
    double height() const { return height_; }
    /// What the picture is called by programs that read it out.
    const std::string& title() const { return title_; }
    const std::vector<Mark>& marks() const { return marks_; }

    /// A filled rectangle, its corners rounded by a radius.
    void box(const Box& place, Ink ink, double radius = 0, double opacity = 1) {
        marks_.push_back({.ink = ink, .opacity = opacity, .place = place, .size = radius});
    }

    /// A disc.
    void dot(Point center, double radius, Ink ink) {
        box({center.x - radius, center.y - radius, 2 * radius, 2 * radius}, ink, radius);
    }

    /// A line through points, its ends and corners round.
    void line(std::vector<Point> points, Ink ink, double width = 1, bool dashed = false,
              double opacity = 1) {
        marks_.push_back({.kind = Mark::line,
                          .ink = ink,
                          .opacity = opacity,
                          .size = width,
                          .dashed = dashed,
                          .points = std::move(points)});
    }

    /// A filled area between points.
    void polygon(std::vector<Point> points, Ink ink, double opacity = 1) {
        marks_.push_back(
            {.kind = Mark::polygon, .ink = ink, .opacity = opacity, .points = std::move(points)});
    }

    /// A text of one line; an empty one is none.
    void text(Point place, std::string_view words, const Style& style = {}) {
        if (words.empty()) return;
        marks_.push_back({.kind = Mark::text,
                          .ink = style.ink,
                          .points = {place},
                          .words = std::string(words),
                          .style = style});
    }

    /// Pixels, each a rectangle with sharp edges.
    void bitmap(const Box& place, Bitmap pixels) {
        marks_.push_back({.kind = Mark::bitmap, .place = place, .pixels = std::move(pixels)});
    }

private:
    double width_, height_;
    std::string title_;
    std::vector<Mark> marks_;
};

/// How wide a text is.
inline double width_of(std::string_view words, const Style& style = {}) {
    return font::width(words, style.size, style.bold);
}

/// Writes a title at the top of a picture, if there is one.
inline void put_title(Picture& picture, std::string_view title, double margin) {
    if (title.empty()) return;
    const Style style{.size = 16, .bold = true};
    picture.text({margin, margin + 14},
                 font::fitted(title, picture.width() - 2 * margin, style.size, true), style);
}

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_PICTURE_HPP
