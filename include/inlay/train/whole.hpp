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

/// The sum of block(first, count) over the blocks of a tensor of `count` numbers, in an order that
/// its length alone decides. One part runs in the caller.
template <class Runner, class Block>
double sum_of_blocks(std::size_t count, Runner& runner, const Block& block) {
    const Parts parts(count);
    double sums[Parts::most]{};
    const auto run = [&](std::size_t part, std::size_t) {
        parts.for_each_block(
            part, [&](std::size_t first, std::size_t some) { sums[part] += block(first, some); });
    };
    if (parts.number() == 1)
        run(0, 0);
    else
        runner.parallel(parts.number(), run);
    double sum = 0;
    for (std::size_t part = 0; part < parts.number(); ++part) sum += sums[part];
    return sum;
}

/// The sum of the squares of a tensor.
template <class Scalar, class Runner>
double sum_of_squares(const Scalar* from, std::size_t count, Runner& runner) {
    return sum_of_blocks(count, runner, [&](std::size_t first, std::size_t some) {
        return squares_of_block(from + first, some);
    });
}

/// Calls body(from, count) for the chunks of a block of numbers, each by itself, which the runner
/// shares out.
template <class Runner, class Body>
void for_each_chunk(std::size_t all, Runner& runner, const Body& body) {
    constexpr std::size_t chunk = 2048;  // they stay in L1
    runner.parallel(kernel::divided_up(all, chunk), [&](std::size_t task, std::size_t) {
        const std::size_t from = task * chunk, left = all - from;
        body(from, left < chunk ? left : chunk);
    });
}

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_WHOLE_HPP
