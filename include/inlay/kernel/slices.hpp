// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_SLICES_HPP
#define INLAY_KERNEL_SLICES_HPP
// How a batch is cut for training. The cut never depends on the number of threads, so neither do
// the sums that follow it.

#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// The number of slices of every batch; gradients are summed within a slice, then over slices.
inline constexpr std::size_t max_slices = 8;

/// The first example of a slice of a batch of n examples; slice max_slices starts at n.
constexpr std::size_t slice_begin(std::size_t n, std::size_t slice) {
    return n * slice / max_slices;
}

namespace kernel {

/// How many parts of a size cover n.
constexpr std::size_t divided_up(std::size_t n, std::size_t size) { return (n + size - 1) / size; }

/// Calls join(into, from) for the numbers below `count` until all have come into 0: in pairs at
/// distance 1, 2, 4 and so on.
template <class Join>
INLAY_INLINE void join_in_pairs(std::size_t count, const Join& join) {
    for (std::size_t distance = 1; distance < count; distance *= 2)
        for (std::size_t k = 0; k + distance < count; k += 2 * distance) join(k, k + distance);
}

/// The sum over the slices of the pack at(slice) points to, in pairs.
template <class Scalar, class At>
simd::Pack<Scalar> sum_slices(At&& at, int lanes, std::size_t slices) {
    simd::Pack<Scalar> group[max_slices];
    for (std::size_t s = 0; s < slices; ++s) group[s] = simd::load_some(at(s), lanes);
    join_in_pairs(slices, [&](std::size_t into, std::size_t from) INLAY_INLINE_LAMBDA {
        group[into] = simd::add(group[into], group[from]);
    });
    return group[0];
}

}  // namespace kernel

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_KERNEL_SLICES_HPP
