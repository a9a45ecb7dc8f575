// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_PICTURE_FILE_HPP
#define INLAY_DATA_PICTURE_FILE_HPP
// What is wrong with the file of a picture, as far as its frame tells: sizes, lengths, checksums
// and tables. Decoders trust files: stb_image fills up what is missing of them, and up to its
// version 2.27 writes past a Huffman table that is too long.

#include <inlay/config.hpp>
#include <inlay/host/text.hpp>
#include <inlay/host/view.hpp>
#include <inlay/io/crc32.hpp>

#include <cstddef>
#include <cstdint>

#if INLAY_BODIES
#include <string_view>
#endif

namespace inlay::INLAY_ABI::data {

/// Pillow's limit: larger pictures are taken for bombs.
inline constexpr std::uint64_t most_pixels = 178'956'970;

/// What is wrong with the bytes of a PNG, JPEG or BMP file, or that they are none; empty where
/// nothing is. A picture of more pixels than `most_pixels`, or than so few bytes can hold, is
/// wrong.
INLAY_COLD Text flaw_of_picture(View<const std::byte> file);

#if INLAY_BODIES

namespace picture_file {

/// Numbers in a file; what lies behind its end is 0.
class Numbers {
public:
    explicit Numbers(View<const std::byte> file) : file_(file) {}

    std::uint64_t size() const { return file_.size(); }
    std::uint32_t byte(std::uint64_t at) const {
        return at < file_.size() ? std::to_integer<std::uint32_t>(file_[at]) : 0;
    }
    std::uint32_t big16(std::uint64_t at) const { return byte(at) << 8 | byte(at + 1); }
    std::uint32_t big32(std::uint64_t at) const { return big16(at) << 16 | big16(at + 2); }
    std::uint32_t little16(std::uint64_t at) const { return byte(at) | byte(at + 1) << 8; }
    std::uint32_t little32(std::uint64_t at) const { return little16(at) | little16(at + 2) << 16; }
    View<const std::byte> part(std::uint64_t at, std::uint64_t count) const {
        return file_.part(static_cast<std::size_t>(at), static_cast<std::size_t>(count));
    }
    bool begins_with(std::string_view text) const {
        for (std::size_t k = 0; k < text.size(); ++k)
            if (k >= size() || byte(k) != static_cast<unsigned char>(text[k])) return false;
        return true;
    }

private:
    View<const std::byte> file_;
};

/// Judges a size by what a file of so many bytes can hold: at most `pixels` of them.
INLAY_COLD inline Text flaw_of_size(std::uint64_t width, std::uint64_t height,
                                    std::uint64_t pixels) {
    Text says;
    if (width == 0 || height == 0)
        says << "size: found " << width << "x" << height << ", expected at least 1x1";
    else if (width > most_pixels / height)
        says << "size: found " << width << "x" << height << ", expected at most " << most_pixels
             << " pixels";
    else if (width * height > pixels)
        says << "size: found " << width << "x" << height << ", more than its bytes can hold";
    return says;
}

inline Text early_end() { return "an early end: the file is not whole"; }

/// Chunks up to IEND: length, name, content, CRC-32 (W3C, "PNG Specification", 5.3). What deflate
/// holds is 1032 times its bytes at most.
INLAY_COLD inline Text flaw_of_png(const Numbers& file) {
    for (std::uint64_t at = 8;;) {
        if (file.size() - at < 12) return early_end();
        const std::uint64_t length = file.big32(at), name = file.big32(at + 4);
        if (file.size() - at - 12 < length) return early_end();
        if (io::crc32(file.part(at + 4, length + 4)) != file.big32(at + 8 + length))
            return Text() << "checksum of the chunk at byte " << at
                          << ": found another one than that of its content";
        if (at == 8) {
            constexpr std::uint32_t header = 0x49484452;  // IHDR
            if (name != header || length != 13) return "found no PNG header in front";
            constexpr unsigned samples[]{1, 0, 3, 1, 2, 0, 4};
            const unsigned color = file.byte(at + 17);
            const std::uint64_t bits = color < 7 ? samples[color] * file.byte(at + 16) : 0;
            if (bits == 0) return Text() << "color type: found " << color << ", no PNG's";
            const Text flaw = flaw_of_size(file.big32(at + 8), file.big32(at + 12),
                                           file.size() * 1032 * 8 / bits);
            if (!flaw.empty()) return flaw;
        }
        constexpr std::uint32_t end = 0x49454e44;  // IEND
        if (name == end) return {};
        at += 12 + length;
    }
}

/// The tables of a DHT segment, which lies at `at` and has `length` bytes (ITU T.81, B.2.4.2).
INLAY_COLD inline Text flaw_of_tables(const Numbers& file, std::uint64_t at, std::uint64_t length) {
    for (const std::uint64_t end = at + length; at < end;) {
        std::uint64_t count = 0, codes = 0;  // of codes; how many of 2^16 words they begin
        for (unsigned bits = 1; bits <= 16; ++bits) {
            count += file.byte(at + bits);
            codes += std::uint64_t{file.byte(at + bits)} << (16 - bits);
        }
        if (count > 256 || codes > 65536 || 17 + count > end - at)
            return Text() << "Huffman table at byte " << at << ": found " << count
                          << " codes, which do not make a table";
        at += 17 + count;
    }
    return {};
}

/// Segments up to EOI, and the bits behind each SOS (ITU T.81, B.1.1). A block of 8x8 pixels takes
/// at least one bit.
INLAY_COLD inline Text flaw_of_jpeg(const Numbers& file) {
    bool sized = false;
    for (std::uint64_t at = 2; at < file.size();) {
        if (file.byte(at++) != 0xff) continue;  // bits, or what fills up
        const std::uint32_t marker = file.byte(at);
        if (marker == 0xff) continue;
        ++at;
        if (marker == 0xd9) return sized ? Text() : Text("found no picture before its end");
        if (marker == 0 || marker == 1 || (marker >= 0xd0 && marker <= 0xd8))
            continue;  // no length
        const std::uint64_t length = file.big16(at);
        if (length < 2)
            return Text() << "segment at byte " << at << ": found " << length
                          << " bytes, expected at least 2";
        if (file.size() - at < length) break;
        Text flaw;
        if (marker == 0xc4) flaw = flaw_of_tables(file, at + 2, length - 2);
        if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 &&
            marker != 0xcc) {
            sized = true;
            flaw = flaw_of_size(file.big16(at + 5), file.big16(at + 3), file.size() * 8 * 64);
        }
        if (!flaw.empty()) return flaw;
        at += length;
    }
    return early_end();
}

/// The file header, the bitmap's, and rows of whole 32-bit words.
INLAY_COLD inline Text flaw_of_bmp(const Numbers& file) {
    if (file.size() < 26) return early_end();
    const std::uint64_t offset = file.little32(10);
    const bool old = file.little32(14) == 12;          // OS/2's header
    const auto magnitude = [](std::uint64_t number) {  // rows may lie from top to bottom
        return number >> 31 != 0 ? (std::uint64_t{1} << 32) - number : number;
    };
    const std::uint64_t width = old ? file.little16(18) : magnitude(file.little32(18));
    const std::uint64_t height = old ? file.little16(20) : magnitude(file.little32(22));
    const std::uint64_t bits = old ? file.little16(24) : file.little16(28);
    const Text flaw = flaw_of_size(width, height, most_pixels);
    if (!flaw.empty()) return flaw;
    if (bits != 1 && bits != 4 && bits != 8 && bits != 16 && bits != 24 && bits != 32)
        return Text() << "bits of a pixel: found " << bits << ", expected 1, 4, 8, 16, 24 or 32";
    const std::uint64_t bytes = (width * bits + 31) / 32 * 4 * height;
    if (offset > file.size() || bytes > file.size() - offset) return early_end();
    return {};
}

}  // namespace picture_file

INLAY_BODY Text flaw_of_picture(View<const std::byte> bytes) {
    const picture_file::Numbers file(bytes);
    if (file.begins_with("\x89PNG\r\n\x1a\n")) return flaw_of_png(file);
    if (file.begins_with("\xff\xd8")) return flaw_of_jpeg(file);
    if (file.begins_with("BM")) return flaw_of_bmp(file);
    Text says;
    if (file.size() == 0)
        says << "found an empty file";
    else if (file.begins_with("GIF8"))
        says << "found a GIF";
    else if (file.begins_with("RIFF"))
        says << "found a WebP";
    else if (file.begins_with("II*") || file.begins_with("MM"))
        says << "found a TIFF";
    else
        says << "found no picture that is known";
    return says << ", expected a PNG, JPEG or BMP file";
}

#endif

}  // namespace inlay::INLAY_ABI::data

#endif  // INLAY_DATA_PICTURE_FILE_HPP
