// SPDX-License-Identifier: MIT
// Feeds arbitrary bytes to the reader of PNG, JPEG and BMP files; checksums of PNGs are mended, so
// that what they hide is reached. Not built by default; a corpus of pictures helps:
//   clang++ -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -Iinclude
//       tests/fuzz/pictures.cpp && ./a.out -max_len=4096 -rss_limit_mb=2048 corpus
#include <inlay/data/image.hpp>
#include <inlay/data/load_img.hpp>
#include <inlay/io/crc32.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <vector>

namespace {

using namespace inlay;
using namespace inlay::INLAY_ABI;

std::uint32_t number_at(std::span<const std::byte> file, std::size_t at) {
    std::uint32_t number = 0;
    for (const std::byte byte : file.subspan(at, 4))
        number = number << 8 | std::to_integer<std::uint32_t>(byte);
    return number;
}

void mend_png(std::span<std::byte> file) {
    for (std::size_t at = 8; at + 12 <= file.size();) {
        const std::size_t length = number_at(file, at);
        if (length > file.size() - at - 12) return;
        const std::uint32_t sum = io::crc32(file.subspan(at + 4, length + 4));
        for (unsigned k = 0; k < 4; ++k)
            file[at + 8 + length + k] = static_cast<std::byte>(sum >> (24 - 8 * k) & 255);
        at += 12 + length;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto given = std::as_bytes(std::span(bytes, size));
    std::vector<std::byte> file(given.begin(), given.end());
    if (size > 8 && bytes[0] == 0x89) mend_png(file);
    for (const std::size_t channels : {0u, 1u, 4u}) try {
            const data::Image image = data::decode_image("input", file, channels);
            if (image.pixels.size() != image.height * image.width * image.channels) std::abort();
            if (image.height * image.width > data::most_pixels) std::abort();
            if (channels != 0 && image.channels != channels) std::abort();
        } catch (const Error&) {
        }
    return 0;
}
