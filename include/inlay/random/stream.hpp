// SPDX-License-Identifier: MIT
#ifndef INLAY_RANDOM_STREAM_HPP
#define INLAY_RANDOM_STREAM_HPP
// Which random numbers are whose: a seed holds a stream for every purpose and sequence.

#include <inlay/config.hpp>
#include <inlay/random/philox.hpp>

#include <cstdint>

namespace inlay::INLAY_ABI::randomness {

/// What random numbers are for: two purposes share none. The values are part of what a seed means.
enum class Purpose : std::uint8_t { initial_weights = 1, shuffle = 2, noise = 3, image = 4 };

/// 2^64 random words, each a function of the seed, the purpose, the sequence (a tensor's number, an
/// epoch; below 2^56) and its own index.
class Stream {
public:
    constexpr Stream(std::uint64_t seed, Purpose purpose, std::uint64_t sequence)
        : seed_(seed), sequence_(static_cast<std::uint64_t>(purpose) << 56 | sequence) {}

    /// Word `index`.
    constexpr std::uint32_t at(std::uint64_t index) const {
        return block(index / 4).word[index % 4];
    }

    /// Words 4 i, 4 i + 1, 4 i + 2 and 4 i + 3, at the price of one.
    constexpr Counter block(std::uint64_t i) const {
        const auto low = [](std::uint64_t bits) { return static_cast<std::uint32_t>(bits); };
        return philox({{low(i), low(i >> 32), low(sequence_), low(sequence_ >> 32)}}, seed_);
    }

    /// The blocks 16 i ... 16 i + 15 side by side, at the price of four or five.
    Counters16 blocks16(std::uint64_t i) const {
        Counters16 counters;
        for (std::uint32_t l = 0; l < 16; ++l) {
            const std::uint64_t number = 16 * i + l;
            counters.word[0][l] = static_cast<std::uint32_t>(number);
            counters.word[1][l] = static_cast<std::uint32_t>(number >> 32);
            counters.word[2][l] = static_cast<std::uint32_t>(sequence_);
            counters.word[3][l] = static_cast<std::uint32_t>(sequence_ >> 32);
        }
        philox(counters, seed_);
        return counters;
    }

private:
    std::uint64_t seed_;
    std::uint64_t sequence_;
};

/// What a layer draws in a training step.
constexpr Stream noise_of(std::uint64_t seed, std::uint64_t step, std::uint32_t layer) {
    return {seed, Purpose::noise, step << 16 | layer};
}

}  // namespace inlay::INLAY_ABI::randomness

#endif  // INLAY_RANDOM_STREAM_HPP
