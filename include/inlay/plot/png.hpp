// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_PNG_HPP
#define INLAY_PLOT_PNG_HPP
// Pixels as PNG (ISO/IEC 15948): red, green and blue of 8 bits, rows without filters.

#include <inlay/config.hpp>
#include <inlay/io/crc32.hpp>
#include <inlay/plot/deflate.hpp>
#include <inlay/plot/picture.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace inlay::INLAY_ABI::plot {

namespace png {

using Bytes = std::vector<std::uint8_t>;

inline void put_number(Bytes& out, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8)
        out.push_back(static_cast<std::uint8_t>(number >> shift));
}

/// A length, a type, the content, and the checksum of both.
inline void put_chunk(Bytes& out, std::string_view type, const Bytes& content) {
    put_number(out, static_cast<std::uint32_t>(content.size()));
    const std::size_t begin = out.size();
    out.insert(out.end(), type.begin(), type.end());
    out.insert(out.end(), content.begin(), content.end());
    put_number(out, io::crc32({reinterpret_cast<const std::byte*>(out.data() + begin),
                               out.size() - begin}));
}

}  // namespace png

/// The bytes of a PNG file.
inline std::vector<std::uint8_t> png_of(const Bitmap& pixels) {
    png::Bytes header, rows, data;
    png::put_number(header, static_cast<std::uint32_t>(pixels.width));
    png::put_number(header, static_cast<std::uint32_t>(pixels.height));
    header.insert(header.end(), {8, 2, 0, 0, 0});
    const auto length = static_cast<std::ptrdiff_t>(3 * pixels.width);
    rows.reserve((3 * pixels.width + 1) * pixels.height);
    for (auto row = pixels.bytes.begin(); row != pixels.bytes.end(); row += length) {
        rows.push_back(0);  // no filter
        rows.insert(rows.end(), row, row + length);
    }
    Deflate(data, rows);

    png::Bytes file{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    png::put_chunk(file, "IHDR", header);
    png::put_chunk(file, "IDAT", data);
    png::put_chunk(file, "IEND", {});
    return file;
}

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_PNG_HPP
