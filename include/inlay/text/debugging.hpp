// SPDX-License-Identifier: MIT
#ifndef INLAY_TEXT_DEBUGGING_HPP
#define INLAY_TEXT_DEBUGGING_HPP
// How builds without NDEBUG report a mistake of the program's that nothing returns.

#include <inlay/config.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI::debugging {

/// What a sentence about a mistake is handed to. It may return: the program goes on as well as it
/// can.
using Handler = void (*)(const char* sentence);

/// The program may set it; null is the processor's trap, and in hosted programs what Model sets.
inline constinit Handler handler = nullptr;

INLAY_COLD INLAY_NOINLINE inline void report(const char* sentence) {
    if (handler == nullptr) __builtin_trap();
    handler(sentence);
}

/// A number that tells arrays apart that differ in one element. Every forward pass of a build
/// without NDEBUG asks for it, so most of the array runs through lanes that do not wait for one
/// another. Each step is a bijection that brings high bits down: flipped signs do not cancel.
template <class Scalar>
std::uint64_t fingerprint(const Scalar* values, std::size_t count, std::uint64_t seed = 1) {
    using Lanes [[gnu::vector_size(32)]] = std::uint32_t;
    constexpr std::size_t chains = 4, block = chains * sizeof(Lanes) / sizeof(Scalar);
    std::uint64_t hash = seed;
    const auto mix = [&](std::uint64_t bits) {
        hash = (hash ^ bits) * 0x9e3779b97f4a7c15u;
        hash ^= hash >> 32;
    };
    std::size_t k = 0;
    if (count >= block) {
        Lanes lanes[chains]{};
        for (; k + block <= count; k += block) {
            Lanes next[chains];
            __builtin_memcpy(next, values + k, sizeof next);
            for (std::size_t c = 0; c < chains; ++c) {
                lanes[c] ^= next[c];
                lanes[c] += lanes[c] << 3;
                lanes[c] ^= lanes[c] >> 11;
            }
        }
        for (const Lanes& chain : lanes)
            for (std::size_t lane = 0; lane < sizeof(Lanes) / 4; ++lane) mix(chain[lane]);
    }
    for (; k < count; ++k) {
        std::uint64_t bits = 0;
        __builtin_memcpy(&bits, values + k, sizeof(Scalar));
        mix(bits);
    }
    return hash;
}

}  // namespace inlay::INLAY_ABI::debugging

#endif  // INLAY_TEXT_DEBUGGING_HPP
