// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_BLOCKS_HPP
#define INLAY_TRAIN_BLOCKS_HPP
// In which blocks the gradients of slices lie, and how these are summed up.
//
// The sum over the slices is a tree: neighbours, pairs of neighbours, halves. Slices that run one
// after another are added up as they come, so that few blocks serve all of them; who runs which
// slice, and where its gradient lies, never changes the tree. A slice without examples has no
// gradient: what it would be added to stays as it is.

#include <inlay/kernel/slices.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// The blocks of a step, as many as the largest batch and the workers need.
struct SliceBlocks {
    std::size_t count = 1;
    std::size_t together = max_slices;  ///< slices that one task runs in order: a power of two

    /// One worker runs all slices in order: a sum of four, one of two, one, and the slice at work.
    /// Two workers run them in pairs: four sums, and a slice at work beside each worker's. More run
    /// them as they like. There are never more blocks than slices with examples.
    static constexpr SliceBlocks of(std::size_t batch, std::size_t workers) {
        SliceBlocks blocks = workers == 1   ? SliceBlocks{4, 8}
                             : workers == 2 ? SliceBlocks{6, 2}
                                            : SliceBlocks{8, 1};
        if (batch < blocks.count) blocks.count = batch < 1 ? 1 : batch;
        return blocks;
    }

    constexpr std::size_t tasks() const { return max_slices / together; }

    /// Whether slices [first, last) of a batch of n examples have any.
    static constexpr bool any(std::size_t n, std::size_t first, std::size_t last) {
        return slice_begin(n, first) != slice_begin(n, last);
    }

    /// The block of a slice with examples, and of the sum that begins with it; of a slice without
    /// any the block of the next.
    constexpr std::size_t block(std::size_t n, std::size_t slice, std::size_t worker) const {
        if (together == 1 || (together == 2 && n <= 6)) {  // one for each slice with examples
            const std::size_t before = slice_begin(n, slice);
            return before < slice ? before : slice;
        }
        std::size_t waiting = 0;  // sums of this task's slices before
        for (std::size_t bit = 1; bit < together; bit *= 2) {
            const std::size_t begin = slice / (2 * bit) * (2 * bit);
            if ((slice & bit) != 0 && any(n, begin, begin + bit)) ++waiting;
        }
        if (together == max_slices) return waiting;
        return waiting == 0 ? slice / together : tasks() + worker;
    }

    /// Calls join(sum, with) for each sum of blocks that is due behind a slice of a task.
    template <class Join>
    constexpr void join_behind(std::size_t n, std::size_t slice, std::size_t worker,
                               Join&& join) const {
        for (std::size_t bit = 1; bit < together && (slice & bit) != 0; bit *= 2) {
            const std::size_t right = slice + 1 - bit, left = right - bit;
            if (any(n, left, right) && any(n, right, slice + 1))
                join(block(n, left, worker), block(n, right, worker));
        }
    }
};

/// sum[k] += with[k]
template <class Scalar>
INLAY_NOINLINE void add_to(Scalar* sum, const Scalar* with, std::size_t count) {
    simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
        simd::store_some(
            sum + k, simd::add(simd::load_some(sum + k, lanes), simd::load_some(with + k, lanes)),
            lanes);
    });
}

/// What the tasks have left: a sum each, of a batch of n examples. The whole sum comes where the
/// first of them lies.
template <class Scalar>
struct TaskSums {
    Scalar* sums[max_slices]{};  ///< null where a task had no examples
    std::size_t tasks = 0;

    template <class At>
    TaskSums(const SliceBlocks& blocks, std::size_t n, At&& block) : tasks(blocks.tasks()) {
        for (std::size_t task = 0; task < tasks; ++task) {
            const std::size_t first = task * blocks.together;
            if (SliceBlocks::any(n, first, first + blocks.together))
                sums[task] = block(blocks.block(n, first, 0));
        }
    }

    /// Sums up numbers [from, from + count).
    INLAY_NOINLINE void join(std::size_t from, std::size_t count) const {
        if (tasks == max_slices && sums[0] != nullptr) return join_all(from, count);
        Scalar* group[max_slices];
        for (std::size_t task = 0; task < tasks; ++task) group[task] = sums[task];
        kernel::join_in_pairs(tasks, [&](std::size_t left, std::size_t right) {
            if (group[left] == nullptr)
                group[left] = group[right];
            else if (group[right] != nullptr)
                add_to(group[left] + from, group[right] + from, count);
        });
    }

private:
    void join_all(std::size_t from, std::size_t count) const {
        simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            const auto sum = kernel::sum_slices<Scalar>(
                [&](std::size_t slice) { return sums[slice] + from + k; }, lanes, max_slices);
            simd::store_some(sums[0] + from + k, sum, lanes);
        });
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_BLOCKS_HPP
