// SPDX-License-Identifier: MIT
#ifndef INLAY_RANDOM_PHILOX_HPP
#define INLAY_RANDOM_PHILOX_HPP
// Philox4x32-10, a counter-based generator: a random number is a function of its place, not of a
// state that moves, so that no order of work and no number of threads changes it. J. Salmon,
// M. Moraes, R. Dror and D. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.

#include <inlay/config.hpp>

#include <cstdint>

namespace inlay::INLAY_ABI::randomness {

/// The 128 bits that philox maps to 128 random bits.
struct Counter {
    std::uint32_t word[4];

    friend constexpr bool operator==(const Counter&, const Counter&) = default;
};

/// Ten rounds of Philox4x32: for each key a bijection of counters.
constexpr Counter philox(Counter counter, std::uint64_t key) {
    auto low = static_cast<std::uint32_t>(key);
    auto high = static_cast<std::uint32_t>(key >> 32);
    for (int round = 0; round < 10; ++round) {
        const auto [a, b, c, d] = counter.word;
        const std::uint64_t p = std::uint64_t{0xD2511F53} * a;
        const std::uint64_t q = std::uint64_t{0xCD9E8D57} * c;
        counter = {{static_cast<std::uint32_t>(q >> 32) ^ b ^ low, static_cast<std::uint32_t>(q),
                    static_cast<std::uint32_t>(p >> 32) ^ d ^ high, static_cast<std::uint32_t>(p)}};
        low += 0x9E3779B9;
        high += 0xBB67AE85;
    }
    return counter;
}

/// Sixteen counters side by side: word w of counter l is word[w][l].
struct Counters16 {
    std::uint32_t word[4][16];
};

/// The same for sixteen counters at once, in loops that compilers turn into vectors.
inline void philox(Counters16& counters, std::uint64_t key) {
    auto& [a, b, c, d] = counters.word;
    auto low = static_cast<std::uint32_t>(key);
    auto high = static_cast<std::uint32_t>(key >> 32);
    for (int round = 0; round < 10; ++round) {
        for (int l = 0; l < 16; ++l) {
            const std::uint64_t p = std::uint64_t{0xD2511F53} * a[l];
            const std::uint64_t q = std::uint64_t{0xCD9E8D57} * c[l];
            a[l] = static_cast<std::uint32_t>(q >> 32) ^ b[l] ^ low;
            b[l] = static_cast<std::uint32_t>(q);
            c[l] = static_cast<std::uint32_t>(p >> 32) ^ d[l] ^ high;
            d[l] = static_cast<std::uint32_t>(p);
        }
        low += 0x9E3779B9;
        high += 0xBB67AE85;
    }
}

}  // namespace inlay::INLAY_ABI::randomness

#endif  // INLAY_RANDOM_PHILOX_HPP
