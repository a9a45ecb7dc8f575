// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_LONG_SUMS_HPP
#define INLAY_TRAIN_LONG_SUMS_HPP
// Gradients of very large batches: what some micro-batches have summed up is taken out of a slice's
// gradient now and then, so that no chain of sums grows long.

#include <inlay/kernel/places.hpp>
#include <inlay/program/arena.hpp>
#include <inlay/simd/loop.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// The sums of one slice, with what rounding took from them behind: two blocks of `count` numbers.
template <class Scalar>
struct LongSums {
    Scalar* sums;
    std::size_t count;

    /// Numbers of the blocks of one slice.
    static constexpr std::size_t size(std::size_t count) { return 2 * program::aligned(count); }

    /// Micro-batches of a slice that make one chain of examples.
    static constexpr std::size_t chain(std::size_t micro_batch) {
        return kernel::divided_up(kernel::chain_length, micro_batch);
    }

    void clear() const {
        for (std::size_t k = 0; k < size(count); ++k) sums[k] = 0;
    }

    /// Takes the numbers of `gradient` out of it.
    void take(Scalar* gradient) const {
        Scalar* const lost = sums + program::aligned(count);
        simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            auto sum = simd::load_some(sums + k, lanes), rest = simd::load_some(lost + k, lanes);
            kernel::add_exactly(sum, rest, simd::load_some(gradient + k, lanes));
            simd::store_some(sums + k, sum, lanes);
            simd::store_some(lost + k, rest, lanes);
            simd::store_some(gradient + k, simd::zero<Scalar>(), lanes);
        });
    }

    /// Adds the sums to what `gradient` holds.
    void give(Scalar* gradient) const {
        take(gradient);
        const Scalar* const lost = sums + program::aligned(count);
        for (std::size_t k = 0; k < count; ++k) gradient[k] = sums[k] + lost[k];
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_LONG_SUMS_HPP
