// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_WHOLE_HPP
#define INLAY_TRAIN_WHOLE_HPP
// How the work on one whole tensor is cut for threads: by its length alone, and so is the order of
// sums over it.

#include <inlay/kernel/places.hpp>
#include <inlay/kernel/slices.hpp>
#include <inlay/simd/lanes.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// The parts of a tensor of `count` weights: as many as `most`, and whole blocks each.
struct Parts {
    static constexpr std::size_t most = 64;

    /// Weights that are worked on, and summed, together: a chain for each of 16 lanes.
    static constexpr std::size_t block = 16 * kernel::chain_length;

    /// A tensor up to this length is one part.
    static constexpr std::size_t least = 16 * block;

    std::size_t count, size;

    constexpr explicit Parts(std::size_t weights) : count(weights), size(least) {
        if (weights > most * least)
            size = kernel::divided_up(kernel::divided_up(weights, most), block) * block;
    }

    constexpr std::size_t number() const { return kernel::divided_up(count, size); }

    /// Calls body(first, count) for the blocks of one part.
    template <class Body>
    void for_each_block(std::size_t part, Body&& body) const {
        const std::size_t begin = part * size, left = count - begin;
        const std::size_t end = begin + (left < size ? left : size);
        for (std::size_t first = begin; first < end; first += block)
            body(first, end - first < block ? end - first : block);
    }
};

/// The sum of the squares of a block, 16 chains of it.
template <class Scalar>
double squares_of_block(const Scalar* from, std::size_t count) {
    return static_cast<double>(simd::sum_of_squares(from, count));
}

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_WHOLE_HPP
