// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_SVG_HPP
#define INLAY_PLOT_SVG_HPP
// A picture as SVG 1.1: light or dark as the reader's system is, and nothing that must be fetched.

#include <inlay/config.hpp>
#include <inlay/host/text.hpp>
#include <inlay/plot/font.hpp>
#include <inlay/plot/ink.hpp>
#include <inlay/plot/picture.hpp>
#include <inlay/plot/png.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace inlay::INLAY_ABI::plot {

/// A text as XML and HTML take it between tags or quotes: with no character that means something
/// to them, or that they do not allow.
inline Text escaped(std::string_view words) {
    Text text;
    while (!words.empty()) {
        const font::Character character(words);
        const std::string_view own = words.substr(0, character.length);
        words.remove_prefix(character.length);
        switch (character.code) {
            case '&':
                text << "&amp;";
                break;
            case '<':
                text << "&lt;";
                break;
            case '>':
                text << "&gt;";
                break;
            case '"':
                text << "&quot;";
                break;
            case '\'':
                text << "&#39;";
                break;
            case ' ':
                text << ' ';
                break;
            case 0xfffd:
                text << "\xef\xbf\xbd";
                break;
            default:
                text << own;
        }
    }
    return text;
}

/// Bytes in RFC 4648's alphabet.
inline Text base64(View<const std::uint8_t> bytes) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    Text text;
    for (std::size_t k = 0; k < bytes.size(); k += 3) {
        const std::size_t left = bytes.size() - k;
        std::uint32_t three = std::uint32_t{bytes[k]} << 16;
        if (left > 1) three |= std::uint32_t{bytes[k + 1]} << 8;
        if (left > 2) three |= bytes[k + 2];
        text << digits[three >> 18] << digits[three >> 12 & 63]
             << (left > 1 ? digits[three >> 6 & 63] : '=') << (left > 2 ? digits[three & 63] : '=');
    }
    return text;
}

namespace svg {

/// A length in hundredths of a pixel: 12.5.
inline Text length(double value) {
    Text text;
    const auto hundredths = static_cast<std::int64_t>(std::llround(value * 100));
    const std::uint64_t rest = static_cast<std::uint64_t>(std::abs(hundredths));
    text << (hundredths < 0 ? "-" : "") << rest / 100;
    if (rest % 100 != 0) text << '.' << rest / 10 % 10;
    if (rest % 10 != 0) text << rest % 10;
    return text;
}

inline void put_box(Text& out, const Box& box) {
    out << " x=\"" << length(box.x) << "\" y=\"" << length(box.y) << "\" width=\""
        << length(box.width) << "\" height=\"" << length(box.height) << '"';
}

inline void put_points(Text& out, const std::vector<Point>& points) {
    out << " points=\"";
    for (const Point& point : points)
        out << (&point == points.data() ? "" : " ") << length(point.x) << ',' << length(point.y);
    out << '"';
}

/// A class of the style sheet: f fills and s draws lines.
inline void put_ink(Text& out, const Mark& mark, char use) {
    out << " class=\"" << use << static_cast<unsigned>(mark.ink) << '"';
    if (mark.opacity < 1) out << " opacity=\"" << length(mark.opacity) << '"';
}

inline void put_text(Text& out, const Mark& mark) {
    constexpr const char* anchors[]{"", " text-anchor=\"middle\"", " text-anchor=\"end\""};
    const Style& style = mark.style;
    const Point place = mark.points[0];
    out << "<text x=\"" << length(place.x) << "\" y=\"" << length(place.y) << "\" font-size=\""
        << length(style.size) << "\" textLength=\"" << length(width_of(mark.words, style))
        << "\" lengthAdjust=\"spacingAndGlyphs\"" << anchors[static_cast<std::size_t>(style.anchor)]
        << (style.bold ? " font-weight=\"700\"" : "");
    if (style.turned)
        out << " transform=\"rotate(-90 " << length(place.x) << ' ' << length(place.y) << ")\"";
    put_ink(out, mark, 'f');
    out << '>' << escaped(mark.words) << "</text>\n";
}

inline void put(Text& out, const Mark& mark) {
    switch (mark.kind) {
        case Mark::box:
            out << "<rect";
            put_box(out, mark.place);
            if (mark.size > 0) out << " rx=\"" << length(mark.size) << '"';
            put_ink(out, mark, 'f');
            break;
        case Mark::line:
            out << "<polyline";
            put_points(out, mark.points);
            out << " stroke-width=\"" << length(mark.size) << '"'
                << (mark.dashed ? " stroke-dasharray=\"4 4\"" : "");
            put_ink(out, mark, 's');
            break;
        case Mark::polygon:
            out << "<polygon";
            put_points(out, mark.points);
            put_ink(out, mark, 'f');
            break;
        case Mark::bitmap:
            out << "<image preserveAspectRatio=\"none\" class=\"p\"";
            put_box(out, mark.place);
            out << " href=\"data:image/png;base64," << base64(png_of(mark.pixels)) << '"';
            break;
        case Mark::text:
            return put_text(out, mark);
    }
    out << "/>\n";
}

/// The colors of one kind of paper.
inline void put_colors(Text& out, bool dark) {
    for (std::size_t k = 0; k < std::size(inks); ++k) {
        const Text color = hexadecimal(color_of(static_cast<Ink>(k), dark), 6);
        out << ".f" << k << "{fill:#" << color << "}.s" << k << "{stroke:#" << color << '}';
    }
}

}  // namespace svg

/// The style sheet that pictures share.
inline Text svg_style() {
    Text out;
    out << "text{font-family:'Helvetica Neue',Helvetica,Arial,'Liberation Sans',sans-serif}"
           "polyline{fill:none;stroke-linecap:round;stroke-linejoin:round}"
           ".p{image-rendering:optimizeSpeed;image-rendering:pixelated}";
    svg::put_colors(out, false);
    out << "@media(prefers-color-scheme:dark){";
    svg::put_colors(out, true);
    return out << '}';
}

/// A picture as an element of HTML, which has the style sheet elsewhere, or as a file of its own.
inline Text svg_of(const Picture& picture, bool alone = true) {
    Text out;
    out << "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" << svg::length(picture.width())
        << "\" height=\"" << svg::length(picture.height()) << "\" viewBox=\"0 0 "
        << svg::length(picture.width()) << ' ' << svg::length(picture.height())
        << "\" role=\"img\">\n";
    if (!picture.title().empty()) out << "<title>" << escaped(picture.title()) << "</title>\n";
    if (alone) out << "<style>" << svg_style() << "</style>\n";
    svg::put(out, {.ink = Ink::paper, .place = {0, 0, picture.width(), picture.height()}});
    for (const Mark& mark : picture.marks()) svg::put(out, mark);
    return out << "</svg>\n";
}

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_SVG_HPP
