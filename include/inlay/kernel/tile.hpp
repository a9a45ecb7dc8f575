// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_TILE_HPP
#define INLAY_KERNEL_TILE_HPP
// How a product is cut into register tiles: plain functions of extents and the register file.

#include <inlay/kernel/slices.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace inlay::INLAY_ABI::kernel {

/// The largest register tile to use: rows of broadcast values times vectors of columns.
struct Tile {
    std::size_t rows = 1, vectors = 1;
};

/// The registers a tile may use: rows * vectors sums, the vectors of one tap and one broadcast.
/// Where a product takes a lane, compilers load the values of all rows at once.
constexpr std::size_t usable_registers =
    simd::registers::count - (simd::registers::multiplies_by_lane ? 5 : 1);

/// The tile with the least time for rows x columns outputs, from the cost of one tap: half a cycle
/// for each multiply-add and each load, four cycles at least (the latency of a sum); of equals the
/// one with the fewest loads. It decides which outputs run together, never the order of a sum. Rows
/// that belong together, `multiple` at a time, are not parted.
template <class Scalar>
constexpr Tile choose_tile(std::size_t rows, std::size_t columns, std::size_t multiple = 1) {
    const std::size_t vectors = divided_up(columns, simd::Pack<Scalar>::lanes);
    Tile best{multiple, 1};
    std::size_t least = ~std::size_t{0};
    for (std::size_t v = 1; v <= 4 && v <= vectors; ++v) {
        for (std::size_t r = multiple; r <= 14 && r <= rows; r += multiple) {
            if (r * v + v + 1 > usable_registers) break;
            std::size_t half_cycles = r * v < r + v ? r + v : r * v;
            if (half_cycles < 8) half_cycles = 8;
            const std::size_t tiles = divided_up(rows, r) * divided_up(vectors, v);
            const std::size_t time = tiles * (half_cycles * 32 + r + v);
            if (time < least) {
                least = time;
                best = {r, v};
            }
        }
    }
    return best;
}

template <std::size_t Value>
using Size = std::integral_constant<std::size_t, Value>;

/// Calls body(Size<size>, start) for nearly equal blocks of at most Limit that cover [0, Extent):
/// two sizes instead of full blocks and a small tail.
template <std::size_t Extent, std::size_t Limit, class Body>
INLAY_INLINE void for_each_block(Body&& body) {
    constexpr std::size_t blocks = divided_up(Extent, Limit);
    constexpr std::size_t small = Extent / blocks, larger = Extent % blocks;
    std::size_t start = 0;
    if constexpr (larger != 0)
        for (std::size_t k = 0; k < larger; ++k, start += small + 1) body(Size<small + 1>{}, start);
    for (std::size_t k = larger; k < blocks; ++k, start += small) body(Size<small>{}, start);
}

/// The same for an extent that only the running program knows: blocks of Limit, of 4 or 2, of 1.
/// Each size is one more copy of the body to compile.
template <std::size_t Limit, class Body>
INLAY_INLINE void for_each_block(std::size_t extent, Body&& body) {
    std::size_t start = 0;
    for (; start + Limit <= extent; start += Limit) body(Size<Limit>{}, start);
    if constexpr (Limit > 1)
        if (start < extent)
            for_each_block<(Limit > 8   ? 4
                            : Limit > 4 ? 2
                                        : 1)>(extent - start,
                                              [&](auto size, std::size_t at)
                                                  INLAY_INLINE_LAMBDA { body(size, start + at); });
}

/// Calls body(Size<size>) for one part of an extent that is cut into parts of Part and a rest.
template <std::size_t Extent, std::size_t Part, class Body>
INLAY_INLINE void for_part(std::size_t part, Body&& body) {
    constexpr std::size_t whole = Extent < Part ? Extent : Part;
    if constexpr (Extent % Part != 0 && Extent > Part) {
        if ((part + 1) * Part > Extent) return body(Size<Extent % Part>{});
    }
    body(Size<whole>{});
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_TILE_HPP
