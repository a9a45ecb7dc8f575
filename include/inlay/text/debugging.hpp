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

/// A number that tells arrays apart that differ in one element.
template <class Scalar>
std::uint64_t fingerprint(const Scalar* values, std::size_t count, std::uint64_t seed = 1) {
    std::uint64_t hash = seed;
    for (std::size_t k = 0; k < count; ++k) {
        std::uint64_t bits = 0;
        __builtin_memcpy(&bits, values + k, sizeof(Scalar));
        hash = (hash ^ bits) * 0x9e3779b97f4a7c15u;
        hash ^= hash >> 32;
    }
    return hash;
}

}  // namespace inlay::INLAY_ABI::debugging

#endif  // INLAY_TEXT_DEBUGGING_HPP
