// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SLICE_SCORES_HPP
#define INLAY_TRAIN_SLICE_SCORES_HPP
// The scores of a batch in training: each slice has sums of its own, which are joined in an order
// that does not depend on who ran the slices.

#include <inlay/kernel/slices.hpp>
#include <inlay/train/scoring.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// The scores of the slices of a batch, one block of sums for each.
template <class Scoring>
struct SliceScores {
    Scoring scoring;
    double* sums;

    /// The length of all blocks.
    constexpr std::size_t count() const { return max_slices * scoring.count(); }

    void clear() const {
        for (std::size_t k = 0, all = count(); k < all; ++k) sums[k] = 0;
    }

    /// Begins a batch, of which the first block then holds what its targets alone tell.
    template <class AllTargets>
    void begin(const AllTargets& targets, std::size_t batch) const {
        clear();
        scoring.collect_targets(sums, targets, batch);
    }

    void collect(std::size_t slice, const typename Scoring::Seen& seen) const {
        scoring.collect(of(slice), seen);
    }

    /// From now on the first block holds what all slices have collected.
    void join_collected() const {
        kernel::join_in_pairs(max_slices, [&](std::size_t into, std::size_t from) {
            scoring.join_collected(of(into), of(from));
        });
    }

    /// Scores examples of a slice of a batch of so many, and writes the gradients.
    void add(std::size_t slice, const typename Scoring::Seen& seen, std::size_t batch,
             typename Scoring::Scalar* const* gradients) const {
        scoring.add(of(slice), sums, seen, batch, gradients);
    }

    /// Where the penalized values of a slice add up.
    double* activities(std::size_t slice) const { return scoring.activities(of(slice)); }

    /// Ends a batch of so many examples, and gives its scores; `penalty` is a part of its loss.
    const double* join(std::size_t batch, double penalty) const {
        kernel::join_in_pairs(max_slices, [&](std::size_t into, std::size_t from) {
            scoring.join(of(into), of(from));
        });
        scoring.close(sums, batch);
        scoring.add_penalty(sums, penalty, batch);
        scoring.count_activities(sums, batch);
        return sums;
    }

private:
    double* of(std::size_t slice) const { return sums + slice * scoring.count(); }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_SLICE_SCORES_HPP
