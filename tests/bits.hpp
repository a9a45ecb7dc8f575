// SPDX-License-Identifier: MIT
#pragma once
// Bits of numbers, to compare and to pin.

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstdint>
#include <span>
#include <type_traits>

template <class Number>
constexpr auto bits_of_number(Number number) {
    using Word = std::conditional_t<sizeof(Number) == 8, std::uint64_t, std::uint32_t>;
    return std::bit_cast<Word>(number);
}

/// Equal to the last bit: the sign of a zero counts, and a NaN equals itself.
template <std::floating_point Number>
constexpr bool same_bits(Number a, Number b) {
    return bits_of_number(a) == bits_of_number(b);
}

inline bool all_same_bits(std::span<const float> a, std::span<const float> b) {
    return std::ranges::equal(a, b, same_bits<float>);
}

/// FNV-1a of the bits of numbers of 32 or 64 bits, each taken from its lowest byte on.
constexpr std::uint64_t hash_of_bits(const auto& numbers) {
    std::uint64_t hash = 14695981039346656037u;
    for (const auto number : numbers) {
        const auto word = bits_of_number(number);
        for (unsigned shift = 0; shift < 8 * sizeof word; shift += 8)
            hash = (hash ^ (word >> shift & 0xff)) * 1099511628211u;
    }
    return hash;
}
