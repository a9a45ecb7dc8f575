// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_ALGORITHM_HPP
#define INLAY_KERNEL_ALGORITHM_HPP
// How a convolution is computed, and which way costs least: a function of the shape alone, so that
// a network gives the same bits on every machine.

#include <inlay/config.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI {

/// The direct sum, or Winograd's minimal filtering F(tile x tile, size x size).
struct Algorithm {
    int tile = 0;  ///< outputs of a tile along each axis; 0: the direct sum
    int size = 0;  ///< of the kernel, where a layer has made its choice

    static constexpr Algorithm by_cost() { return {-1}; }

    constexpr bool fast() const { return tile > 0; }

    friend constexpr bool operator==(const Algorithm&, const Algorithm&) = default;
};

namespace kernel {

/// What the choice looks at: a convolution of stride 1 with a square kernel, of one example.
struct Filtering {
    std::size_t height, width, channels;  ///< of the output
    std::size_t in_channels, size;        ///< of the input; of the kernel along an axis

    constexpr std::uint64_t tiles(std::size_t tile) const {
        return std::uint64_t{(height + tile - 1) / tile} * ((width + tile - 1) / tile);
    }

    /// Products with weights: one a tap in the direct sum, one a point of a tile otherwise.
    constexpr std::uint64_t products(Algorithm algorithm) const {
        const std::uint64_t pairs = std::uint64_t{in_channels} * channels;
        if (!algorithm.fast()) return pairs * height * width * size * size;
        const auto tile = static_cast<std::size_t>(algorithm.tile);
        const std::uint64_t points = tile + size - 1;
        return pairs * tiles(tile) * points * points;
    }

    /// Time in multiply-adds: the products, four tiles at a time at least; a point of a tile costs
    /// `transform` for each channel, in or out; a weight costs `weight` to fetch. The constants lie
    /// between those of machines with 8 and with 16 lanes.
    constexpr std::uint64_t cost(Algorithm algorithm) const {
        constexpr std::uint64_t transform = 8, weight = 4;
        const std::uint64_t pairs = std::uint64_t{in_channels} * channels;
        if (!algorithm.fast()) return products(algorithm) + weight * pairs * size * size;
        const auto tile = static_cast<std::size_t>(algorithm.tile);
        const std::uint64_t points = (tile + size - 1) * (tile + size - 1), many = tiles(tile);
        return points * (pairs * ((many < 4 ? 4 : many) + weight) +
                         transform * many * (in_channels + channels));
    }

    /// What costs least of the algorithms whose errors are at most four times those of the direct
    /// sum: F(2x2, 3x3), F(4x4, 3x3) and F(2x2, 5x5).
    constexpr Algorithm fastest() const {
        Algorithm best;
        for (int tile = 2; tile <= 4; tile += 2) {
            const Algorithm next{tile, static_cast<int>(size)};
            const bool exact = size == 3 || (size == 5 && tile == 2);
            if (exact && cost(next) < cost(best)) best = next;
        }
        return best;
    }
};

}  // namespace kernel

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_KERNEL_ALGORITHM_HPP
