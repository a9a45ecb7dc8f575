// SPDX-License-Identifier: MIT
#ifndef INLAY_RANDOM_UNIFORM_HPP
#define INLAY_RANDOM_UNIFORM_HPP
// Uniform numbers from random words.

#include <inlay/config.hpp>
#include <inlay/random/stream.hpp>

#include <cstdint>

namespace inlay::INLAY_ABI::randomness {

/// One of the 2^24 multiples of 2^-24 in [0, 1), exactly, from the word's upper bits.
constexpr float uniform_unit(std::uint32_t word) {
    return static_cast<float>(word >> 8) * 0x1p-24f;
}

/// A whole number below `bound` > 0, all equally likely, from the stream's word `next` or, where it
/// is refused, those behind; `next` moves behind the last one used. D. Lemire, "Fast random integer
/// generation in an interval", ACM Transactions on Modeling and Computer Simulation 29, 2019.
constexpr std::uint32_t uniform_below(std::uint32_t bound, const Stream& stream,
                                      std::uint64_t& next) {
    const std::uint32_t surplus = (0u - bound) % bound;  // 2^32 modulo bound
    for (;;) {
        const std::uint64_t product = std::uint64_t{stream.at(next++)} * bound;
        if (static_cast<std::uint32_t>(product) >= surplus)
            return static_cast<std::uint32_t>(product >> 32);
    }
}

}  // namespace inlay::INLAY_ABI::randomness

#endif  // INLAY_RANDOM_UNIFORM_HPP
