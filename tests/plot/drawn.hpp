// SPDX-License-Identifier: MIT
#pragma once
// What a picture shows, read back: SVG as XML, PNG as pixels.

#include <inlay/plot/font.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace drawn {

inline std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// An element of XML with its attributes and the text that it begins with, entities replaced.
struct Element {
    std::string name, text;
    std::map<std::string, std::string> attributes;

    double number(const std::string& attribute) const {
        return std::strtod(attributes.at(attribute).c_str(), nullptr);
    }
};

/// A small parser of XML that takes nothing but what is well-formed.
class Xml {
public:
    explicit Xml(std::string_view rest) : rest_(rest) {
        REQUIRE(rest_.starts_with("<svg"));
        while (!rest_.empty()) {
            if (!rest_.starts_with('<')) {
                const std::string text = words('<');
                if (open_.empty())
                    REQUIRE(text == "\n");
                else if (elements[open_.back()].text.empty())
                    elements[open_.back()].text = text;
            } else if (rest_.starts_with("</")) {
                rest_.remove_prefix(2);
                REQUIRE(!open_.empty());
                REQUIRE(name() == elements[open_.back()].name);
                open_.pop_back();
                take('>');
            } else {
                open();
            }
        }
        CHECK(open_.empty());
    }

    std::size_t count(std::string_view name) const {
        std::size_t count = 0;
        for (const Element& element : elements) count += element.name == name;
        return count;
    }

    std::vector<std::string> texts() const {
        std::vector<std::string> texts;
        for (const Element& element : elements)
            if (element.name == "text") texts.push_back(element.text);
        return texts;
    }

    bool shows(std::string_view text) const {
        for (const std::string& other : texts())
            if (other == text) return true;
        return false;
    }

    std::vector<Element> elements;

private:
    void open() {
        take('<');
        Element element{.name = name(), .text = {}, .attributes = {}};
        while (rest_.starts_with(' ')) {
            take(' ');
            const std::string attribute = name();
            take('=');
            take('"');
            REQUIRE(element.attributes.count(attribute) == 0);
            element.attributes[attribute] = words('"');
            take('"');
        }
        elements.push_back(element);
        if (rest_.starts_with("/"))
            take('/');
        else
            open_.push_back(elements.size() - 1);
        take('>');
    }

    void take(char c) {
        REQUIRE(rest_.starts_with(c));
        rest_.remove_prefix(1);
    }

    std::string name() {
        const std::size_t end = rest_.find_first_of(" =/>");
        REQUIRE(end != 0);
        REQUIRE(end != rest_.npos);
        const std::string name(rest_.substr(0, end));
        REQUIRE(name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-12") ==
                name.npos);
        rest_.remove_prefix(end);
        return name;
    }

    /// Text up to a character.
    std::string words(char until) {
        static const std::map<std::string, char> entities{
            {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"#39", '\''}};
        std::string text;
        while (!rest_.empty() && rest_[0] != until) {
            const char c = rest_[0];
            REQUIRE(c != '<');
            REQUIRE((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
            rest_.remove_prefix(1);
            if (c != '&') {
                text += c;
                continue;
            }
            const std::string entity(rest_.substr(0, rest_.find(';')));
            REQUIRE(entities.count(entity) == 1);
            text += entities.at(entity);
            rest_.remove_prefix(entity.size() + 1);
        }
        return text;
    }

    std::string_view rest_;
    std::vector<std::size_t> open_;
};

/// Where a text of an SVG stands.
struct TextBox {
    double left, top, right, bottom;
    std::string text;
};

inline TextBox box_of(const Element& text) {
    const double x = text.number("x"), y = text.number("y"), size = text.number("font-size");
    const double width = text.number("textLength");
    const auto anchor = text.attributes.find("text-anchor");
    const double before = anchor == text.attributes.end() ? 0
                          : anchor->second == "middle"    ? width / 2
                                                          : width;
    const double up = inlay::INLAY_ABI::plot::font::ascent * size;
    const double down = inlay::INLAY_ABI::plot::font::descent * size;
    if (text.attributes.count("transform") != 0)
        return {x - up, y - width + before, x + down, y + before, text.text};
    return {x - before, y - up, x - before + width, y + down, text.text};
}

/// Checks that no text touches another one or the edge of the picture.
inline void check_texts(const Xml& xml) {
    std::vector<TextBox> boxes;
    for (const Element& element : xml.elements)
        if (element.name == "text") boxes.push_back(box_of(element));
    const double width = xml.elements[0].number("width");
    const double height = xml.elements[0].number("height");
    for (std::size_t k = 0; k < boxes.size(); ++k) {
        const TextBox& a = boxes[k];
        CAPTURE(a.text);
        CHECK(a.left >= 0);
        CHECK(a.top >= 0);
        CHECK(a.right <= width);
        CHECK(a.bottom <= height);
        for (std::size_t other = 0; other < k; ++other) {
            const TextBox& b = boxes[other];
            CAPTURE(b.text);
            CHECK_FALSE(
                (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
        }
    }
}

/// The SVG of a file, put to the checks that every picture must stand.
inline Xml checked_svg(const std::string& path) {
    const Xml xml(content_of(path));
    check_texts(xml);
    return xml;
}

/// Decoded pixels, three bytes each.
struct Pixels {
    std::size_t width = 0, height = 0;
    std::string bytes;

    std::uint32_t at(std::size_t x, std::size_t y) const {
        std::uint32_t color = 0;
        for (std::size_t c = 0; c < 3; ++c)
            color = color << 8 | static_cast<unsigned char>(bytes[3 * (y * width + x) + c]);
        return color;
    }
};

/// Inflates a zlib stream of one block in the fixed code, written from RFC 1951's tables.
class Inflate {
public:
    explicit Inflate(std::string_view stream) : stream_(stream.substr(2)) {
        constexpr std::array<std::size_t, 29> lengths{3,  4,  5,  6,   7,   8,   9,   10,  11, 13,
                                                      15, 17, 19, 23,  27,  31,  35,  43,  51, 59,
                                                      67, 83, 99, 115, 131, 163, 195, 227, 258};
        constexpr std::array<std::size_t, 30> distances{
            1,   2,   3,   4,   5,   7,    9,    13,   17,   25,   33,   49,   65,    97,    129,
            193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
        REQUIRE(bits(3) == 3);
        for (std::size_t symbol; (symbol = next_symbol()) != 256;) {
            if (symbol < 256) {
                bytes += static_cast<char>(symbol);
                continue;
            }
            const std::size_t of = symbol - 257;
            const std::size_t length = lengths[of] + bits(of < 8 || of == 28 ? 0 : of / 4 - 1);
            const std::size_t code = reversed(5);
            const std::size_t distance = distances[code] + bits(code < 4 ? 0 : code / 2 - 1);
            REQUIRE(distance <= bytes.size());
            for (std::size_t k = 0; k < length; ++k) bytes += bytes[bytes.size() - distance];
        }
        std::uint32_t a = 1, b = 0, sum = 0;
        for (const char c : bytes) {
            a = (a + static_cast<unsigned char>(c)) % 65521;
            b = (b + a) % 65521;
        }
        for (const char c : stream_.substr((at_ + 7) / 8, 4))
            sum = sum << 8 | static_cast<unsigned char>(c);
        CHECK(sum == (b << 16 | a));
    }

    std::string bytes;

private:
    std::size_t bits(std::size_t count) {
        std::size_t value = 0;
        for (std::size_t k = 0; k < count; ++k, ++at_)
            value |= (std::size_t{static_cast<unsigned char>(stream_[at_ / 8])} >> at_ % 8 & 1)
                     << k;
        return value;
    }
    std::size_t reversed(std::size_t count) {
        std::size_t value = 0;
        for (std::size_t k = 0; k < count; ++k) value = value << 1 | bits(1);
        return value;
    }
    std::size_t next_symbol() {
        std::size_t code = reversed(7);
        if (code < 24) return code + 256;
        code = code << 1 | bits(1);
        if (code < 192) return code - 48;
        if (code < 200) return code - 192 + 280;
        return (code << 1 | bits(1)) - 400 + 144;
    }

    std::string_view stream_;
    std::size_t at_ = 0;
};

/// The pixels of a PNG.
inline Pixels decoded(const std::string& file) {
    const auto number = [&](std::size_t at) {
        std::size_t value = 0;
        for (const char c : file.substr(at, 4)) value = value << 8 | static_cast<unsigned char>(c);
        return value;
    };
    REQUIRE(file.starts_with("\x89PNG\r\n\x1a\n"));
    REQUIRE(file.substr(12, 4) == "IHDR");
    Pixels pixels{number(16), number(20), {}};
    REQUIRE(file.substr(37, 4) == "IDAT");
    const std::string rows = Inflate(std::string_view(file).substr(41, number(33))).bytes;
    REQUIRE(rows.size() == (3 * pixels.width + 1) * pixels.height);
    for (std::size_t y = 0; y < pixels.height; ++y) {
        REQUIRE(rows[y * (3 * pixels.width + 1)] == 0);
        pixels.bytes += rows.substr(y * (3 * pixels.width + 1) + 1, 3 * pixels.width);
    }
    CHECK(file.substr(file.size() - 8, 8) == "IEND\xae\x42\x60\x82");
    return pixels;
}

}  // namespace drawn
