// SPDX-License-Identifier: MIT
#include <inlay/io/crc32.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

std::uint32_t sum_of(std::string_view text, std::uint32_t before = 0) {
    return io::crc32(std::as_bytes(std::span(text)), before);
}

/// The definition, a bit at a time.
std::uint32_t slow_crc32(std::span<const std::byte> bytes) {
    std::uint32_t sum = 0xffffffff;
    for (const std::byte byte : bytes) {
        sum ^= std::to_integer<std::uint32_t>(byte);
        for (int k = 0; k < 8; ++k) sum = sum % 2 == 1 ? sum / 2 ^ 0xedb88320 : sum / 2;
    }
    return sum ^ 0xffffffff;
}

}  // namespace

TEST_CASE("known sums") {
    CHECK(sum_of("") == 0);
    CHECK(sum_of("123456789") == 0xcbf43926);  // the check value in every catalogue of CRCs
    CHECK(sum_of("The quick brown fox jumps over the lazy dog") == 0x414fa339);
}

TEST_CASE("any length, in any two parts") {
    std::vector<std::byte> bytes(41);
    for (std::size_t k = 0; k < bytes.size(); ++k) bytes[k] = static_cast<std::byte>(37 * k + 11);
    const std::span<const std::byte> all(bytes);
    for (std::size_t length = 0; length <= all.size(); ++length) {
        const auto part = all.first(length);
        CHECK(io::crc32(part) == slow_crc32(part));
        CHECK(io::crc32(all.subspan(length), io::crc32(part)) == slow_crc32(all));
    }
}
