// SPDX-License-Identifier: MIT
#ifndef INLAY_RANDOM_SHUFFLE_HPP
#define INLAY_RANDOM_SHUFFLE_HPP
// Random orders.

#include <inlay/config.hpp>
#include <inlay/random/stream.hpp>
#include <inlay/random/uniform.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace inlay::INLAY_ABI::randomness {

/// Permutes fewer than 2^32 indices, every order equally likely (R. Fisher and F. Yates).
constexpr void shuffle(std::span<std::uint32_t> indices, const Stream& stream) {
    std::uint64_t next = 0;
    for (std::size_t left = indices.size(); left > 1; --left) {
        const auto chosen = uniform_below(static_cast<std::uint32_t>(left), stream, next);
        std::swap(indices[chosen], indices[left - 1]);
    }
}

}  // namespace inlay::INLAY_ABI::randomness

#endif  // INLAY_RANDOM_SHUFFLE_HPP
