// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_RASTER_HPP
#define INLAY_PLOT_RASTER_HPP
// A picture as pixels. Everything is drawn by one rule: a pixel is covered by as much as its middle
// lies within the edge of the shape, up to half a pixel on either side of it.

#include <inlay/config.hpp>
#include <inlay/plot/font.hpp>
#include <inlay/plot/ink.hpp>
#include <inlay/plot/picture.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace inlay::INLAY_ABI::plot {

/// The square of the distance of a point from a stretch between two.
inline double squared_distance(Point p, Point a, Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
    const double along = square == 0 ? 0 : ((p.x - a.x) * dx + (p.y - a.y) * dy) / square;
    const double t = std::clamp(along, 0.0, 1.0);
    const double x = p.x - a.x - t * dx, y = p.y - a.y - t * dy;
    return x * x + y * y;
}

/// Draws marks on paper.
class Raster {
public:
    /// So many pixels stand for one of CSS, in each direction.
    Raster(const Picture& picture, double scale, bool dark) : scale_(scale), dark_(dark) {
        pixels_.width = static_cast<std::size_t>(std::ceil(picture.width() * scale));
        pixels_.height = static_cast<std::size_t>(std::ceil(picture.height() * scale));
        cover_.resize(pixels_.width * pixels_.height);
        const std::uint32_t paper = color_of(Ink::paper, dark);
        pixels_.bytes.reserve(3 * cover_.size());
        for (std::size_t k = 0; k < cover_.size(); ++k)
            for (const int shift : {16, 8, 0})
                pixels_.bytes.push_back(static_cast<std::uint8_t>(paper >> shift));
        for (const Mark& mark : picture.marks()) draw(mark);
    }

    const Bitmap& pixels() const { return pixels_; }

private:
    /// Pixels from the first up to the last, which is not of them.
    struct Span {
        std::size_t first_x, first_y, last_x, last_y;
    };

    void draw(const Mark& mark) {
        switch (mark.kind) {
            case Mark::box:
                return draw_box(mark);
            case Mark::line:
                draw_line(mark);
                break;
            case Mark::polygon:
                draw_polygon(mark);
                break;
            case Mark::text:
                draw_text(mark);
                break;
            case Mark::bitmap:
                return draw_bitmap(mark);
        }
        blend(mark.ink, mark.opacity);
    }

    /// The pixels that a box may touch.
    Span touched(const Box& box) const {
        const auto within = [](double value, std::size_t most) {
            return static_cast<std::size_t>(std::clamp(value, 0.0, static_cast<double>(most)));
        };
        return {within(std::floor(box.x) - 1, pixels_.width),
                within(std::floor(box.y) - 1, pixels_.height),
                within(std::ceil(box.right()) + 1, pixels_.width),
                within(std::ceil(box.bottom()) + 1, pixels_.height)};
    }

    /// Covers each pixel as far as its middle lies within: distance(middle) is negative inside.
    template <class Distance>
    void cover(const Box& bounds, const Distance& distance) {
        const Span span = touched(bounds);
        for (std::size_t y = span.first_y; y < span.last_y; ++y)
            for (std::size_t x = span.first_x; x < span.last_x; ++x) {
                const Point middle{static_cast<double>(x) + 0.5, static_cast<double>(y) + 0.5};
                const double covered = std::clamp(0.5 - distance(middle), 0.0, 1.0);
                float& before = cover_[y * pixels_.width + x];
                before = (std::max)(before, static_cast<float>(covered));
            }
        if (covered_.first_x == covered_.last_x) covered_ = span;
        covered_ = {
            (std::min)(covered_.first_x, span.first_x), (std::min)(covered_.first_y, span.first_y),
            (std::max)(covered_.last_x, span.last_x), (std::max)(covered_.last_y, span.last_y)};
    }

    /// Mixes an ink into what has been covered, which is forgotten.
    void blend(Ink ink, double opacity) {
        for (std::size_t y = covered_.first_y; y < covered_.last_y; ++y)
            for (std::size_t x = covered_.first_x; x < covered_.last_x; ++x) {
                float& covered = cover_[y * pixels_.width + x];
                if (covered > 0)
                    mix(x, y, color_of(ink, dark_), static_cast<double>(covered) * opacity);
                covered = 0;
            }
        covered_ = {};
    }

    void mix(std::size_t x, std::size_t y, std::uint32_t color, double share) {
        std::uint8_t* byte = pixels_.bytes.data() + 3 * (y * pixels_.width + x);
        for (const int shift : {16, 8, 0}) {
            const double to = color >> shift & 255, from = *byte;
            *byte++ = static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
        }
    }

    Point scaled(Point point) const { return {point.x * scale_, point.y * scale_}; }
    Box scaled(const Box& box) const {
        return {box.x * scale_, box.y * scale_, box.width * scale_, box.height * scale_};
    }

    void draw_box(const Mark& mark) {
        const Box box = scaled(mark.place);
        const double radius = mark.size * scale_;
        if (radius == 0) return draw_sharp(box, mark);
        const Point center = box.center();
        cover(box, [&](Point p) {
            const double x = std::abs(p.x - center.x) - box.width / 2 + radius;
            const double y = std::abs(p.y - center.y) - box.height / 2 + radius;
            return std::hypot((std::max)(x, 0.0), (std::max)(y, 0.0)) +
                   (std::min)((std::max)(x, y), 0.0) - radius;
        });
        blend(mark.ink, mark.opacity);
    }

    /// A box without rounded corners covers exactly its part of each pixel: boxes side by side
    /// leave no seam.
    void draw_sharp(const Box& box, const Mark& mark) {
        const Span span = touched(box);
        const auto part = [](std::size_t pixel, double first, double last) {
            const auto at = static_cast<double>(pixel);
            return (std::max)((std::min)(at + 1, last) - (std::max)(at, first), 0.0);
        };
        for (std::size_t y = span.first_y; y < span.last_y; ++y)
            for (std::size_t x = span.first_x; x < span.last_x; ++x)
                mix(x, y, color_of(mark.ink, dark_),
                    part(x, box.x, box.right()) * part(y, box.y, box.bottom()) * mark.opacity);
    }

    void draw_stretch(Point a, Point b, double width) {
        const double half = width / 2;
        const Box bounds{(std::min)(a.x, b.x) - half, (std::min)(a.y, b.y) - half,
                         std::abs(a.x - b.x) + width, std::abs(a.y - b.y) + width};
        cover(bounds, [&](Point p) { return std::sqrt(squared_distance(p, a, b)) - half; });
    }

    void draw_line(const Mark& mark) {
        const double width = mark.size * scale_;
        double done = 0;  // how far the line has come, for dashes of 4 pixels and gaps of 4
        for (std::size_t k = 1; k < mark.points.size(); ++k) {
            const Point a = scaled(mark.points[k - 1]), b = scaled(mark.points[k]);
            if (!mark.dashed) {
                draw_stretch(a, b, width);
                continue;
            }
            const double length = std::hypot(b.x - a.x, b.y - a.y), dash = 4 * scale_;
            for (double at = 0; at < length;) {
                const double period = std::floor((done + at) / dash);
                const double end = (std::min)((period + 1) * dash - done, length);
                const auto point = [&](double t) {
                    return Point{a.x + (b.x - a.x) * t / length, a.y + (b.y - a.y) * t / length};
                };
                if (std::fmod(period, 2) == 0) draw_stretch(point(at), point(end), width);
                at = end > at ? end : length;
            }
            done += length;
        }
    }

    void draw_polygon(const Mark& mark) {
        std::vector<Point> points;
        for (const Point& point : mark.points) points.push_back(scaled(point));
        if (points.empty()) return;
        Point least = points[0], most = points[0];
        for (const Point& p : points) {
            least = {(std::min)(least.x, p.x), (std::min)(least.y, p.y)};
            most = {(std::max)(most.x, p.x), (std::max)(most.y, p.y)};
        }
        cover({least.x, least.y, most.x - least.x, most.y - least.y}, [&](Point p) {
            bool inside = false;
            double square = 1e30;
            Point a = points.back();
            for (const Point& b : points) {
                square = (std::min)(square, squared_distance(p, a, b));
                if ((a.y > p.y) != (b.y > p.y) &&
                    p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x))
                    inside = !inside;
                a = b;
            }
            return inside ? -std::sqrt(square) : std::sqrt(square);
        });
    }

    void draw_text(const Mark& mark) {
        const Style& style = mark.style;
        const double unit = style.size * scale_ / 20;
        const double width = width_of(mark.words, style) * scale_;
        const double before = style.anchor == Anchor::start    ? 0
                              : style.anchor == Anchor::middle ? width / 2
                                                               : width;
        const Point origin = scaled(mark.points[0]);
        double pen = -before;
        font::each(mark.words, [&](std::uint32_t code) {
            const font::Glyph glyph = font::glyph_of(code);
            const double advance = glyph.advance * unit / 50 * (style.bold ? 1.07 : 1);
            draw_glyph(glyph.strokes, pen, advance, unit, style, origin);
            pen += advance;
        });
    }

    /// Draws a letter in the middle of its advance; the stroke lies within the height.
    void draw_glyph(std::string_view strokes, double pen, double advance, double unit,
                    const Style& style, Point origin) {
        const auto digit = [](char c) {
            return static_cast<double>(c <= '9' ? c - '0' : c - 'a' + 10);
        };
        double most = 0;
        for (std::size_t k = 0; k + 1 < strokes.size();) {
            if (strokes[k] == ' ' || strokes[k] == '~') {
                ++k;
                continue;
            }
            most = (std::max)(most, digit(strokes[k]));
            k += 2;
        }
        const double stroke = (style.bold ? 2.35 : 1.55) * unit;
        const double left = pen + (advance - most * unit) / 2;
        const auto place = [&](Point p) {
            const double x = left + p.x * unit, y = -(0.8 + (p.y - 6) * 0.92) * unit;
            return style.turned ? Point{origin.x + y, origin.y - x}
                                : Point{origin.x + x, origin.y + y};
        };
        for (std::string_view rest = strokes; !rest.empty();) {
            const std::string_view own = rest.substr(0, rest.find(' '));
            rest.remove_prefix((std::min)(own.size() + 1, rest.size()));
            const bool curved = own[0] == '~';
            std::vector<Point> points;
            for (std::size_t k = curved ? 1 : 0; k + 1 < own.size(); k += 2)
                points.push_back(place({digit(own[k]), digit(own[k + 1])}));
            if (curved) points = spline(points);
            if (points.size() == 1) draw_stretch(points[0], points[0], stroke * 1.25);
            for (std::size_t k = 1; k < points.size(); ++k)
                draw_stretch(points[k - 1], points[k], stroke);
        }
    }

    /// The points of a quadratic spline that others pull at.
    static std::vector<Point> spline(const std::vector<Point>& pulls) {
        constexpr int pieces = 8;
        std::vector<Point> points{pulls[0]};
        for (std::size_t k = 1; k + 1 < pulls.size(); ++k) {
            const Point from = points.back(), pull = pulls[k], next = pulls[k + 1];
            const Point to =
                k + 2 == pulls.size() ? next : Point{(pull.x + next.x) / 2, (pull.y + next.y) / 2};
            for (int piece = 1; piece <= pieces; ++piece) {
                const double t = static_cast<double>(piece) / pieces, s = 1 - t;
                points.push_back({s * s * from.x + 2 * s * t * pull.x + t * t * to.x,
                                  s * s * from.y + 2 * s * t * pull.y + t * t * to.y});
            }
        }
        return points;
    }

    void draw_bitmap(const Mark& mark) {
        const Box box = scaled(mark.place);
        const Bitmap& from = mark.pixels;
        const Span span = touched(box);
        for (std::size_t y = span.first_y; y < span.last_y; ++y)
            for (std::size_t x = span.first_x; x < span.last_x; ++x) {
                const double u = (static_cast<double>(x) + 0.5 - box.x) / box.width;
                const double v = (static_cast<double>(y) + 0.5 - box.y) / box.height;
                if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
                const auto column = static_cast<std::size_t>(u * static_cast<double>(from.width));
                const auto row = static_cast<std::size_t>(v * static_cast<double>(from.height));
                for (std::size_t c = 0; c < 3; ++c)
                    pixels_.bytes[3 * (y * pixels_.width + x) + c] =
                        from.bytes[3 * (row * from.width + column) + c];
            }
    }

    double scale_;
    bool dark_;
    Bitmap pixels_;
    std::vector<float> cover_;  // of what is drawn just now, of which nothing overlaps itself
    Span covered_{};
};

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_RASTER_HPP
