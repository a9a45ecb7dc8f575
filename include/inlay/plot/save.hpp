// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_SAVE_HPP
#define INLAY_PLOT_SAVE_HPP
// Pictures as files: the extension tells the format.

#include <inlay/config.hpp>
#include <inlay/host/error.hpp>
#include <inlay/io/file.hpp>
#include <inlay/plot/picture.hpp>
#include <inlay/plot/png.hpp>
#include <inlay/plot/raster.hpp>
#include <inlay/plot/svg.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace inlay::INLAY_ABI::plot {

/// How a picture becomes pixels. An SVG needs neither: it has any size, and follows the reader's
/// system.
struct PngOptions {
    double scale = 2;   ///< pixels for one of CSS
    bool dark = false;  ///< on dark paper
};

/// What a picture may be written as.
enum class Format { svg, png };

/// The format that a path asks for; an Error where it is none of ours, so that nothing is computed
/// in vain.
inline Format format_of(std::string_view place, std::string_view path) {
    const std::size_t dot = path.find_last_of("./\\");
    std::string extension(dot == path.npos ? "" : path.substr(dot));
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (extension == ".svg") return Format::svg;
    if (extension != ".png")
        fail(Text() << place << ": '" << path << "': a picture is written as .svg or .png");
    return Format::png;
}

/// Writes a picture as SVG or PNG, by the extension of the path: whole, or not at all. An Error
/// names the path and the reason.
inline void save(const Picture& picture, const std::string& path, const PngOptions& options = {}) {
    const auto write = [&](const auto& bytes) {
        io::write_file_atomically(
            path, io::Bytes(reinterpret_cast<const std::byte*>(bytes.data()), bytes.size()));
    };
    if (format_of("plot::save", path) == Format::svg) {
        const Text text = svg_of(picture);
        write(text.view());
        return;
    }
    if (!(options.scale > 0 && picture.width() * options.scale < 32768 &&
          picture.height() * options.scale < 32768))
        fail(Text() << "plot: '" << path << "': " << readable(picture.width()) << " x "
                    << readable(picture.height()) << " at a scale of " << readable(options.scale)
                    << ": a PNG has 1 to 32767 pixels on each side: take another scale, or .svg");
    write(png_of(Raster(picture, options.scale, options.dark).pixels()));
}

}  // namespace inlay::INLAY_ABI::plot

namespace inlay {
namespace plot = INLAY_ABI::plot;
}  // namespace inlay

#endif  // INLAY_PLOT_SAVE_HPP
