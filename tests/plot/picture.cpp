// SPDX-License-Identifier: MIT
#include "../message_of.hpp"
#include "../temporary_folder.hpp"
#include "drawn.hpp"

#include <inlay/plot/chart.hpp>
#include <inlay/plot/save.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using namespace inlay;
using plot::Ink;

namespace {

/// A few marks of each kind on 40 x 30.
plot::Picture some_marks() {
    plot::Picture picture(40, 30, "<a> & \"b\"");
    picture.box({2, 2, 10, 6}, Ink::wrong);
    picture.dot({20, 5}, 4, plot::series(0));
    picture.line({{2, 12}, {38, 12}}, plot::series(1), 2);
    picture.line({{2, 14}, {38, 14}}, plot::series(1), 2, true);
    picture.polygon({{2, 18}, {12, 18}, {12, 28}, {2, 28}}, plot::series(2), 0.5);
    picture.bitmap({20, 18, 8, 8}, {2, 2, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}});
    picture.text({30, 27}, "I", {.size = 12, .anchor = plot::Anchor::middle, .bold = true});
    return picture;
}

}  // namespace

TEST_CASE("an SVG has an element for each mark") {
    const TemporaryFolder folder;
    const std::string path = (folder / "marks.svg").string();
    plot::save(some_marks(), path);
    const drawn::Xml xml = drawn::checked_svg(path);
    CHECK(xml.count("rect") == 3);  // the paper, a box, a dot
    CHECK(xml.count("polyline") == 2);
    CHECK(xml.count("polygon") == 1);
    CHECK(xml.count("image") == 1);
    CHECK(xml.count("text") == 1);
    CHECK(xml.elements[1].name == "title");
    CHECK(xml.elements[1].text == "<a> & \"b\"");
    CHECK(xml.elements[2].text.find("prefers-color-scheme:dark") != std::string::npos);
    CHECK(folder.count() == 1);
}

TEST_CASE("a PNG decodes to the pixels that the marks say") {
    const TemporaryFolder folder;
    const std::string path = (folder / "marks.PNG").string();
    for (const bool dark : {false, true}) {
        plot::save(some_marks(), path, {.scale = 2, .dark = dark});
        const drawn::Pixels pixels = drawn::decoded(drawn::content_of(path));
        CHECK(pixels.width == 80);
        CHECK(pixels.height == 60);
        const std::uint32_t paper = plot::color_of(Ink::paper, dark);
        CHECK(pixels.at(0, 0) == paper);
        CHECK(pixels.at(4, 4) == plot::color_of(Ink::wrong, dark));
        CHECK(pixels.at(23, 15) == plot::color_of(Ink::wrong, dark));
        CHECK(pixels.at(24, 15) == paper);
        CHECK(pixels.at(40, 10) == plot::color_of(plot::series(0), dark));
        CHECK(pixels.at(33, 3) == paper);  // a corner of the square around the disc
        CHECK(pixels.at(40, 24) == plot::color_of(plot::series(1), dark));
        CHECK(pixels.at(8, 28) == plot::color_of(plot::series(1), dark));
        CHECK(pixels.at(16, 28) == paper);  // a gap between dashes
        CHECK(pixels.at(40, 36) == 0x010203);
        CHECK(pixels.at(47, 43) == 0x010203);
        CHECK(pixels.at(48, 44) == 0x0a0b0c);
        CHECK(pixels.at(60, 46) == plot::color_of(Ink::ink, dark));  // the stroke of I
        const std::uint32_t green = plot::color_of(plot::series(2), dark);
        const std::uint32_t mixed = pixels.at(14, 46);
        for (const int shift : {16, 8, 0})
            CHECK(std::abs(2 * int(mixed >> shift & 255) - int(green >> shift & 255) -
                           int(paper >> shift & 255)) <= 1);
    }
}

TEST_CASE("edges between pixels are mixed by what they cover") {
    plot::Picture picture(8, 8);
    picture.box({1.25, 0, 2, 8}, Ink::ink);
    const plot::Bitmap pixels = plot::Raster(picture, 1, false).pixels();
    const double paper = 255, ink = plot::color_of(Ink::ink, false) & 255;
    const auto blue = [&](std::size_t x) { return pixels.bytes[3 * (3 * 8 + x) + 2]; };
    CHECK(blue(0) == 255);
    CHECK(blue(1) == std::lround(paper + (ink - paper) * 0.75));
    CHECK(blue(2) == std::lround(ink));
    CHECK(blue(3) == std::lround(paper + (ink - paper) * 0.25));
    CHECK(blue(4) == 255);
}

TEST_CASE("compression gives back bytes of every kind") {
    std::string bytes;
    std::uint32_t state = 1;
    const auto draw = [&] { return (state = state * 1664525 + 1013904223) >> 24; };
    for (int k = 0; k < 5000; ++k) bytes += static_cast<char>(draw());       // incompressible
    for (int k = 0; k < 70000; ++k) bytes += static_cast<char>(k / 1000);    // long runs
    for (int k = 0; k < 40000; ++k) bytes += static_cast<char>(draw() % 3);  // short matches
    bytes += bytes.substr(0, 40000);                                         // beyond the window
    for (const std::size_t length :
         {std::size_t{0}, std::size_t{1}, std::size_t{2}, bytes.size()}) {
        std::vector<std::uint8_t> from(bytes.begin(), bytes.begin() + std::ptrdiff_t(length)), to;
        plot::Deflate(to, from);
        const std::string stream(to.begin(), to.end());
        CHECK(drawn::Inflate(stream).bytes == bytes.substr(0, length));
    }
}

TEST_CASE("hostile words are escaped") {
    CHECK(plot::escaped("</text><script>\"'&") == "&lt;/text&gt;&lt;script&gt;&quot;&#39;&amp;");
    CHECK(plot::escaped("a\x01"
                        "b\xff"
                        "c\xc3\xa9") ==
          "a\xef\xbf\xbd"
          "b\xef\xbf\xbd"
          "c\xc3\xa9");
    CHECK(plot::escaped("two\nlines") == "two lines");
}

TEST_CASE("widths and ellipses") {
    CHECK(plot::font::width("Hi", 10, false) == doctest::Approx(9.44));
    CHECK(plot::font::width("\xc3\x97", 10, false) == doctest::Approx(5.84));
    CHECK(plot::font::fitted("accuracy", 100, 10) == "accuracy");
    const std::string cut = plot::font::fitted("accuracy", 30, 10);
    CHECK(cut == "acc\xe2\x80\xa6");
    CHECK(plot::font::fitted("\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9", 20, 10) == "\xc3\xa9\xe2\x80\xa6");
}

TEST_CASE("scales of round numbers") {
    const plot::Scale shares(0.03, 0.97, 5);
    CHECK(shares.first() == 0);
    CHECK(shares.last() == doctest::Approx(1));
    CHECK(shares.text(0.2) == "0.2");
    CHECK(plot::Scale(1, 3, 8, true).ticks() == std::vector<double>{1, 2, 3});
    const plot::Scale small(1.2e-7, 3.4e-7, 4);
    CHECK(small.text(2e-7) == "2e-07");
    const plot::Scale flat(5, 5, 4);
    CHECK(flat.first() < 5);
    CHECK(flat.last() > 5);
    CHECK(plot::Scale(1e20, 1e20 * (1 + 1e-15), 5).ticks().size() < 20);
    CHECK(plot::number_text(0.0123456) == "0.01235");
    CHECK(plot::number_text(1.5e-9) == "1.500e-09");
}

TEST_CASE("mistakes about files") {
    const plot::Picture picture(10, 10);
    const auto saving = [&](const std::string& path, double scale = 2) {
        return message_of([&] { plot::save(picture, path, {.scale = scale}); });
    };
    CHECK(saving("a.jpg") == "plot::save: 'a.jpg': a picture is written as .svg or .png");
    CHECK(saving("folder.svg/a") ==
          "plot::save: 'folder.svg/a': a picture is written as .svg or .png");
    CHECK(saving("/nowhere/a.svg").starts_with("/nowhere/a.svg: cannot create a temporary file"));
    CHECK(saving("a.png", 1e5) ==
          "plot: 'a.png': 10 x 10 at a scale of 100000: a PNG has 1 to 32767 pixels on each side: "
          "take another scale, or .svg");
    CHECK(saving("a.png", std::numeric_limits<double>::quiet_NaN())
              .starts_with("plot: 'a.png': 10 x 10 at a scale of nan"));
}
