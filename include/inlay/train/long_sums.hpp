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

    /// Numbers of the blocks of one worker, which serve one slice after another.
    static constexpr std::size_t size(std::size_t count) { return 2 * program::aligned(count); }

    /// Micro-batches of a slice that make one chain of examples.
    static constexpr std::size_t chain(std::size_t micro_batch) {
        return kernel::divided_up(kernel::chain_length, micro_batch);
    }

    /// Zeros for numbers [from, from + some).
    void clear(std::size_t from, std::size_t some) const {
        for (std::size_t k = from; k < from + some; ++k) sums[k] = lost()[k] = 0;
    }

    /// Takes numbers [from, from + some) of `gradient` out of it.
    void take(Scalar* gradient, std::size_t from, std::size_t some) const {
        Scalar* const to = sums + from;
        Scalar* const lost_by_it = lost() + from;
        gradient += from;
        simd::for_each_pack<Scalar>(some, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            auto sum = simd::load_some(to + k, lanes);
            auto rest = simd::load_some(lost_by_it + k, lanes);
            kernel::add_exactly(sum, rest, simd::load_some(gradient + k, lanes));
            simd::store_some(to + k, sum, lanes);
            simd::store_some(lost_by_it + k, rest, lanes);
            simd::store_some(gradient + k, simd::zero<Scalar>(), lanes);
        });
    }

    /// Adds the sums to what `gradient` holds.
    void give(Scalar* gradient, std::size_t from, std::size_t some) const {
        take(gradient, from, some);
        for (std::size_t k = from; k < from + some; ++k) gradient[k] = sums[k] + lost()[k];
    }

private:
    Scalar* lost() const { return sums + program::aligned(count); }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_LONG_SUMS_HPP
