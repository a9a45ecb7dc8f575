// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_FINGERPRINT_HPP
#define INLAY_KERNEL_FINGERPRINT_HPP
// FarmHash's Fingerprint64 (Pike 2014) of whole numbers in decimal digits: texts of 1 to 20 bytes.

#include <inlay/config.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI::kernel {

/// A whole number as text.
struct Decimal {
    unsigned char text[20]{};
    std::size_t length = 0;

    constexpr explicit Decimal(std::int64_t number) {
        const bool negative = number < 0;
        auto left = static_cast<std::uint64_t>(number);
        if (negative) left = 0 - left;
        unsigned char digits[20]{};
        std::size_t count = 0;
        do digits[count++] = static_cast<unsigned char>('0' + left % 10);
        while ((left /= 10) != 0);
        if (negative) text[length++] = '-';
        while (count != 0) text[length++] = digits[--count];
    }

    /// Some bytes from a place on, the lowest first.
    constexpr std::uint64_t fetch(std::size_t bytes, std::size_t at) const {
        std::uint64_t word = 0;
        while (bytes-- != 0) word = word << 8 | text[at + bytes];
        return word;
    }
};

/// Two words as one.
constexpr std::uint64_t mix_words(std::uint64_t u, std::uint64_t v, std::uint64_t factor) {
    std::uint64_t a = (u ^ v) * factor;
    a ^= a >> 47;
    std::uint64_t b = (v ^ a) * factor;
    b ^= b >> 47;
    return b * factor;
}

/// Fingerprint64 of the number's text.
constexpr std::uint64_t fingerprint(std::int64_t number) {
    constexpr std::uint64_t k0 = 0xc3a5c85c97cb3127, k1 = 0xb492b66fbe98f273,
                            k2 = 0x9ae16a3b2f90404f;
    const Decimal s(number);
    const std::size_t n = s.length;
    const std::uint64_t factor = k2 + 2 * n;
    if (n > 16) {
        const std::uint64_t a = s.fetch(8, 0) * k1, b = s.fetch(8, 8);
        const std::uint64_t c = s.fetch(8, n - 8) * factor, d = s.fetch(8, n - 16) * k2;
        return mix_words(std::rotr(a + b, 43) + std::rotr(c, 30) + d, a + std::rotr(b + k2, 18) + c,
                         factor);
    }
    if (n >= 8) {
        const std::uint64_t a = s.fetch(8, 0) + k2, b = s.fetch(8, n - 8);
        return mix_words(std::rotr(b, 37) * factor + a, (std::rotr(a, 25) + b) * factor, factor);
    }
    if (n >= 4) return mix_words(n + (s.fetch(4, 0) << 3), s.fetch(4, n - 4), factor);
    const std::uint64_t y = s.text[0] + (std::uint64_t{s.text[n / 2]} << 8);
    const std::uint64_t z = n + (std::uint64_t{s.text[n - 1]} << 2);
    const std::uint64_t mixed = (y * k2) ^ (z * k0);
    return (mixed ^ mixed >> 47) * k2;
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_FINGERPRINT_HPP
