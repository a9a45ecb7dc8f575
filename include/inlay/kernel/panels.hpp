// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_PANELS_HPP
#define INLAY_KERNEL_PANELS_HPP
// Products with so many weights that these do not stay in the nearest cache: they lie in panels, in
// the order in which they are read, and each panel meets many rows before the next one comes.

#include <inlay/kernel/tile.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// The fewest weights that lie in panels.
inline constexpr std::size_t least_in_panels = 64 * 1024;

/// Whether a product of so many weights has more from panels than from their own layout: they take
/// more than a fraction of the second cache, and fill panels.
constexpr bool wants_panels(std::size_t weights, std::size_t in_channels, std::size_t channels) {
    return in_channels >= 32 && channels >= 32 && weights >= least_in_panels;
}

/// The tile of rows and full panels: of those that fill the registers, the one whose panels have
/// the fewest lanes beyond the last channel.
template <class Scalar>
constexpr Tile best_tile(std::size_t channels, const Tile (&tiles)[2]) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    const auto covered = [&](const Tile& tile) {
        return divided_up(channels, tile.vectors * lanes) * tile.vectors;
    };
    return covered(tiles[1]) < covered(tiles[0]) ? tiles[1] : tiles[0];
}

/// For rows that lie equally far apart.
template <class Scalar>
constexpr Tile panel_tile(std::size_t channels) {
    if (usable_registers >= 28) return best_tile<Scalar>(channels, {{12, 2}, {8, 3}});
    if (usable_registers >= 25) return best_tile<Scalar>(channels, {{10, 2}, {7, 3}});
    return best_tile<Scalar>(channels, {{6, 2}, {4, 3}});
}

/// For rows that may lie anywhere: each needs a register for its place.
template <class Scalar>
constexpr Tile scattered_tile(std::size_t channels) {
    if (channels <= simd::Pack<Scalar>::lanes) return {8, 1};
    if (usable_registers >= 28) return best_tile<Scalar>(channels, {{6, 4}, {8, 3}});
    if (usable_registers >= 25) return best_tile<Scalar>(channels, {{5, 4}, {7, 3}});
    return best_tile<Scalar>(channels, {{4, 3}, {6, 2}});
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_PANELS_HPP
