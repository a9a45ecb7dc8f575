// SPDX-License-Identifier: MIT
#ifndef INLAY_IO_CRC32_HPP
#define INLAY_IO_CRC32_HPP
// The checksum of gzip and PNG: finds every error of up to 32 neighbouring bits.

#include <inlay/config.hpp>
#include <inlay/host/view.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI::io {

/// CRC-32 (polynomial 0x04c11db7, reflected) of bytes, or of what `before` is the sum of followed
/// by them.
std::uint32_t crc32(View<const std::byte> bytes, std::uint32_t before = 0);

#if INLAY_BODIES

namespace detail {

/// of[k][b] is what a byte b does to the sum k bytes later. Eight bytes are taken at once: M.
/// Kounavis, F. Berry, "A systematic approach to building high performance software-based CRC
/// generators", 2005. Filled when the program runs: the compiler would take a fifth of a second.
struct CrcTables {
    std::uint32_t of[8][256];

    INLAY_COLD CrcTables() {
        for (std::uint32_t byte = 0; byte < 256; ++byte) {
            std::uint32_t sum = byte;
            for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ ((sum & 1) * 0xedb88320u);
            of[0][byte] = sum;
        }
        for (int later = 1; later < 8; ++later)
            for (int byte = 0; byte < 256; ++byte) {
                const std::uint32_t sum = of[later - 1][byte];
                of[later][byte] = (sum >> 8) ^ of[0][sum & 255];
            }
    }
};

}  // namespace detail

INLAY_BODY std::uint32_t crc32(View<const std::byte> bytes, std::uint32_t before) {
    static const detail::CrcTables tables;
    const std::byte* next = bytes.data();
    std::size_t left = bytes.size();
    const auto byte = [&](std::size_t k) { return std::to_integer<std::uint32_t>(next[k]); };
    std::uint32_t sum = ~before;
    for (; left >= 8; next += 8, left -= 8) {
        std::uint32_t joined = 0;
        for (std::size_t k = 0; k < 8; ++k) {
            const std::uint32_t own = k < 4 ? sum >> (8 * k) : 0;
            joined ^= tables.of[7 - k][(own ^ byte(k)) & 255];
        }
        sum = joined;
    }
    for (; left > 0; ++next, --left) sum = (sum >> 8) ^ tables.of[0][(sum ^ byte(0)) & 255];
    return ~sum;
}

#endif

}  // namespace inlay::INLAY_ABI::io

#endif  // INLAY_IO_CRC32_HPP
