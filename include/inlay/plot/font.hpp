// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_FONT_HPP
#define INLAY_PLOT_FONT_HPP
// How wide texts are, and the letters of PNG. SVG asks for Helvetica, Arial or Liberation Sans,
// whose advances these are, and squeezes any other font into them: a layout holds everywhere.

#include <inlay/config.hpp>
#include <inlay/io/json.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace inlay::INLAY_ABI::plot::font {

/// The height of capitals, of small letters and of what hangs below, in ems.
inline constexpr double cap_height = 0.72, ascent = 0.76, descent = 0.22;

/// A letter: its advance in thousandths of an em, and its strokes in twentieths.
///
/// A point is two digits in base 36, x and y, of which y stands 6 above the baseline at the height
/// '6'. Strokes are parted by spaces. One that begins with ~ is a curve that the points pull at: a
/// quadratic spline from the first to the last, which passes midway between the others.
struct Glyph {
    std::uint16_t advance;
    const char* strokes;
};

/// From ' ' to '~'.
inline constexpr Glyph ascii[]{
    {278, ""},                                   // space
    {278, "0k0b 06"},                            // !
    {355, "0k0g 4k4g"},                          // "
    {556, "3k16 8k66 0g9g 0a9a"},                // #
    {556, "~8g8j0j0d8d87070a 4l45"},             // $
    {889, "~0h0k5k5e0e0h ~999cece69699 ck26"},   // %
    {667, "~b62g2k7k7g0d0686ad"},                // &
    {191, "0k0g"},                               // '
    {333, "~3l0h0531"},                          // (
    {333, "~0l3h3501"},                          // )
    {389, "3k3e 0i6g 6i0g"},                     // *
    {584, "0b8b 4f47"},                          // +
    {278, "1603"},                               // ,
    {333, "0b4b"},                               // -
    {278, "06"},                                 // .
    {278, "054l"},                               // /
    {556, "~0d0k8k86060d"},                      // 0
    {556, "0h4k46"},                             // 1
    {556, "~0g0k8k8d06 0686"},                   // 2
    {556, "~0h0k7k7d3d ~3d8d860609"},            // 3
    {556, "666k0a8a"},                           // 4
    {556, "7k1k0d ~0d2f8f860609"},               // 5
    {556, "~7i6k0k06868f0f0a"},                  // 6
    {556, "0k8k36"},                             // 7
    {556, "~4d1d1k7k7d4d ~4d0d06868d4d"},        // 8
    {556, "~1826868k0k0b8b8g"},                  // 9
    {278, "06 0f"},                              // :
    {278, "1603 1f"},                            // ;
    {584, "8f0b87"},                             // <
    {584, "0d8d 0989"},                          // =
    {584, "0f8b07"},                             // >
    {556, "~0g0k8k8e4d4a 46"},                   // ?
    {1015, "~d392020kgkg8b8bf ~bcbf5f58b8bc"},   // @
    {667, "065ka6 2b8b"},                        // A
    {667, "4k0k0646 0d4d ~4k8k8d4d ~4d9d9646"},  // B
    {722, "~bgbk0k06b6ba"},                      // C
    {722, "4k0k0646 ~4kaka646"},                 // D
    {667, "9k0k0696 0d8d"},                      // E
    {611, "9k0k06 0d8d"},                        // F
    {778, "~bgbk0k06b6bc bc6c"},                 // G
    {722, "0k06 aka6 0dad"},                     // H
    {278, "0k06"},                               // I
    {500, "~7k7b76060a"},                        // J
    {667, "0k06 9k0b 3ea6"},                     // K
    {556, "0k0686"},                             // L
    {833, "060k66ckc6"},                         // M
    {722, "060ka6ak"},                           // N
    {778, "~0d0kckc6060d"},                      // O
    {667, "060k4k 0c4c ~4k9k9c4c"},              // P
    {778, "~0d0kckc6060d 89c5"},                 // Q
    {722, "060k4k 0c4c ~4k9k9c4c 5ca6"},         // R
    {667, "~9h9k0k0dada60609"},                  // S
    {611, "0kak 5k56"},                          // T
    {722, "~0k0c06a6acak"},                      // U
    {667, "0k56ak"},                             // V
    {944, "0k468kc6gk"},                         // W
    {667, "0ka6 ak06"},                          // X
    {667, "0k5dak 5d56"},                        // Y
    {611, "0kak06a6"},                           // Z
    {278, "3l0l0131"},                           // [
    {278, "0l45"},                               // backslash
    {278, "0l3l3101"},                           // ]
    {469, "0d4k8d"},                             // ^
    {556, "03b3"},                               // _
    {333, "0k3h"},                               // `
    {556, "~1e1g8g8c86 ~8c0c06868b"},            // a
    {556, "0k06 ~0c0g8g86060a"},                 // b
    {500, "~7e7g0g067678"},                      // c
    {556, "8k86 ~8c8g0g06868a"},                 // d
    {556, "0b8b ~8b8g0g068688"},                 // e
    {278, "~5k2k2g26 0g5g"},                     // f
    {556, "~8c8g0g06868a ~8g8b811114"},          // g
    {556, "0k06 ~0b0g7g7b76"},                   // h
    {222, "0g06 0k"},                            // i
    {222, "~2g272101 2k"},                       // j
    {500, "0k06 7g09 3c76"},                     // k
    {222, "0k06"},                               // l
    {833, "0g06 ~0b0g6g6b66 ~6b6gcgcbc6"},       // m
    {556, "0g06 ~0b0g7g7b76"},                   // n
    {556, "~0b0g8g86060b"},                      // o
    {556, "0g01 ~0c0g8g86060a"},                 // p
    {556, "8g81 ~8c8g0g06868a"},                 // q
    {333, "0g06 ~0b0g5g"},                       // r
    {500, "~7e7g0g0b7b760608"},                  // s
    {278, "0g5g ~2j2a2656"},                     // t
    {556, "7g76 ~0g0b06767b"},                   // u
    {500, "0g468g"},                             // v
    {722, "0g366g96cg"},                         // w
    {500, "0g76 7g06"},                          // x
    {500, "0g46 8g21"},                          // y
    {500, "0g7g0676"},                           // z
    {334, "~4l2l2g2b0b ~0b2b262141"},            // {
    {260, "0l01"},                               // |
    {334, "~0l2l2g2b4b ~4b2b262101"},            // }
    {584, "~0a1e4b789c"},                        // ~
};

/// The character at the front of a text, and how many bytes it has; what is no UTF-8 and what is
/// no character of XML counts as U+FFFD.
struct Character {
    std::uint32_t code = 0xfffd;
    std::size_t length = 1;

    explicit Character(std::string_view text) {
        const std::size_t bytes = io::utf8_length(text);
        if (bytes == 0) return;
        length = bytes;
        code = static_cast<unsigned char>(text[0]);
        if (bytes > 1) code &= 0x7fu >> bytes;
        for (std::size_t k = 1; k < bytes; ++k)
            code = code << 6 | (static_cast<unsigned char>(text[k]) & 0x3fu);
        if (code == '\t' || code == '\n' || code == '\r') code = ' ';
        if (code < 0x20 || code == 0x7f || code == 0xfffe || code == 0xffff) code = 0xfffd;
    }
};

/// A character's letter: a frame for what the font lacks, wide where such characters may be.
constexpr Glyph glyph_of(std::uint32_t code) {
    constexpr const char* frame = "060kaka606";
    if (code >= 0x20 && code < 0x7f) return ascii[code - 0x20];
    switch (code) {
        case 0xb7:
            return {278, "0b"};  // ·
        case 0xd7:
            return {584, "0f87 8f07"};  // ×
        case 0x2013:
            return {556, "0bab"};  // –
        case 0x2026:
            return {1000, "06 76 e6"};  // …
        case 0x2192:
            return {1000, "0bgb cfgbc7"};  // →
        default:
            return {static_cast<std::uint16_t>(code < 0x1100 ? 722 : 1000), frame};
    }
}

/// Calls visit(code) for each character of a text.
template <class Visit>
void each(std::string_view text, Visit&& visit) {
    while (!text.empty()) {
        const Character character(text);
        visit(character.code);
        text.remove_prefix(character.length);
    }
}

/// How wide a text is in an em of a size; bold letters are a fourteenth wider.
inline double width(std::string_view text, double size, bool bold) {
    double advance = 0;
    each(text, [&](std::uint32_t code) { advance += glyph_of(code).advance; });
    return advance / 1000 * size * (bold ? 1.07 : 1);
}

/// A text that is no wider than so much, an ellipsis standing for its end where that is cut off.
inline std::string fitted(std::string_view text, double most, double size, bool bold = false) {
    if (width(text, size, bold) <= most) return std::string(text);
    const double left = most - width("…", size, bold);
    std::size_t end = 0;
    while (end < text.size()) {
        const std::size_t next = end + Character(text.substr(end)).length;
        if (width(text.substr(0, next), size, bold) > left) break;
        end = next;
    }
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace inlay::INLAY_ABI::plot::font

#endif  // INLAY_PLOT_FONT_HPP
