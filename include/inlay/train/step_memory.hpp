// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_STEP_MEMORY_HPP
#define INLAY_TRAIN_STEP_MEMORY_HPP
// What a training step needs memory for, and where in it everything lies.

#include <inlay/program/arena.hpp>
#include <inlay/program/plan.hpp>
#include <inlay/text/debugging.hpp>
#include <inlay/train/blocks.hpp>
#include <inlay/train/long_sums.hpp>
#include <inlay/train/spectral.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// Numbers in the memory of a step, part by part, beginning with the gradients.
struct StepLayout {
    SliceBlocks blocks;
    std::size_t wide, shared, derived, micro, batch, long_sums, total;

    /// Whether there is room for so many gradients of wide layers.
    constexpr bool keeps(std::size_t gradients) const { return shared - wide >= gradients; }

    /// Reports that there is none.
    INLAY_COLD static void refuse() {
        debugging::report("Training::run has no room: layout(batch, workers, optimizer) tells it");
    }
};

template <class Scalar, const auto& steps, const auto& plan>
struct StepMemory {
    using LongSums = INLAY_ABI::LongSums<Scalar>;

    /// Examples that run through a segment together: as many as 4 MiB of activations and gradients
    /// hold, and no more than keeps a tile of rows busy.
    static constexpr std::size_t micro_batch = [] {
        const std::size_t fit = 4 * 1024 * 1024 / ((plan.micro + 1) * sizeof(Scalar));
        return fit < 1 ? std::size_t{1} : fit > 16 ? std::size_t{16} : fit;
    }();

    /// Numbers that one worker has for itself: those of a micro-batch, then a step's scratch.
    static constexpr std::size_t worker_size =
        plan.micro * micro_batch + program::scratch_count(steps, true, micro_batch);

    /// Whether a batch is so large that the gradients of its slices need long sums.
    static constexpr bool sums_long(std::size_t batch) {
        return batch > max_slices * micro_batch * LongSums::chain(micro_batch);
    }
    static constexpr std::size_t long_sums_size = LongSums::size(plan.sliced_gradient);

    /// Where block k of gradients begins. The first has room for all that are no wide layer's.
    static constexpr std::size_t block_begin(std::size_t k) {
        using program::aligned;
        return k == 0 ? 0 : aligned(plan.summed_gradient) + (k - 1) * aligned(plan.sliced_gradient);
    }

    /// For batches of at most so many examples on so many workers; whether the gradients of wide
    /// layers are kept.
    static constexpr StepLayout layout(std::size_t batch, std::size_t workers, bool keeps_wide) {
        using program::aligned;
        StepLayout l{};
        l.blocks = SliceBlocks::of(batch, workers);
        l.wide = block_begin(l.blocks.count);
        l.shared = l.wide + (keeps_wide ? aligned(plan.wide_gradient) : 0);
        l.derived = l.shared + aligned(plan.sliced_gradient - plan.once_gradient);
        l.micro = l.derived + aligned(steps.derived_count) + aligned(steps.statistics_count);
        l.batch = l.micro + workers * worker_size;
        l.long_sums = l.batch + plan.batch * batch;
        l.total = l.long_sums + (sums_long(batch) ? workers * long_sums_size : 0);
        // What precedes all derived numbers may lie in their place.
        const std::size_t before = l.derived + updating::spectral_room<steps>();
        if (l.total < before) l.total = before;
        return l;
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_STEP_MEMORY_HPP
