// SPDX-License-Identifier: MIT
#pragma once
// The checksum of gzip and PNG: finds every error of up to 32 neighbouring bits.

#include <inlay/config.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace inlay::inline INLAY_ABI::io {

namespace detail {

// crc_tables[k][b] is what a byte b does to the sum k bytes later. Eight bytes are taken at once:
// M. Kounavis, F. Berry, "A systematic approach to building high performance software-based CRC
// generators", 2005.
inline constexpr auto crc_tables = [] {
    std::array<std::array<std::uint32_t, 256>, 8> tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t sum = byte;
        for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ ((sum & 1) * 0xedb88320u);
        tables[0][byte] = sum;
    }
    for (std::size_t later = 1; later < 8; ++later)
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const std::uint32_t sum = tables[later - 1][byte];
            tables[later][byte] = (sum >> 8) ^ tables[0][sum & 255];
        }
    return tables;
}();

}  // namespace detail

/// CRC-32 (polynomial 0x04c11db7, reflected) of bytes, or of what `before` is the sum of followed
/// by them.
constexpr std::uint32_t crc32(std::span<const std::byte> bytes, std::uint32_t before = 0) {
    const auto& tables = detail::crc_tables;
    const auto byte = [&](std::size_t k) { return std::to_integer<std::uint32_t>(bytes[k]); };
    std::uint32_t sum = ~before;
    for (; bytes.size() >= 8; bytes = bytes.subspan(8)) {
        std::uint32_t next = 0;
        for (std::size_t k = 0; k < 8; ++k) {
            const std::uint32_t own = k < 4 ? sum >> (8 * k) : 0;
            next ^= tables[7 - k][(own ^ byte(k)) & 255];
        }
        sum = next;
    }
    for (; !bytes.empty(); bytes = bytes.subspan(1))
        sum = (sum >> 8) ^ tables[0][(sum ^ byte(0)) & 255];
    return ~sum;
}

}  // namespace inlay::inline INLAY_ABI::io
