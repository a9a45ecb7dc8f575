// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SLICED_GRADIENTS_HPP
#define INLAY_TRAIN_SLICED_GRADIENTS_HPP
// The gradients that the slices of a batch make in one segment, from zeros to their sum.

#include <inlay/program/each.hpp>
#include <inlay/program/plan.hpp>
#include <inlay/train/blocks.hpp>
#include <inlay/train/calls.hpp>
#include <inlay/train/step_memory.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// Those of one step on `batch` examples, which begin its memory.
template <class Scalar, const auto& steps, const auto& plan>
struct SlicedGradients {
    using Memory = StepMemory<Scalar, steps, plan>;
    using Segment = execution::Stretch;

    Scalar* memory;
    const StepLayout& layout;
    std::size_t batch;

    /// What is left of those that no segment has summed up.
    TaskSums<Scalar> sums() const {
        return {layout.blocks, batch, [&](std::size_t number) { return block(number); }};
    }

    /// What other segments have made of gradients that this one adds to waits beside the blocks.
    void begin(const Segment& segment) const {
        if constexpr (shares)
            for_each_range(segment, [&](const program::GradientRange& r) {
                for (std::size_t k = 0; r.adds && k < r.count; ++k)
                    waiting(r)[k] = memory[r.begin + k];
            });
    }

    /// The block of a slice with examples, and zeros where it is going to add.
    Scalar* begin_slice(const Segment& segment, std::size_t slice, std::size_t worker) const {
        Scalar* const gradient = block(layout.blocks.block(batch, slice, worker));
        for_each_range(segment, [&](const program::GradientRange& r) {
            for (std::size_t k = 0; k < r.count; ++k) gradient[r.begin + k] = 0;
            if (is_long()) long_sums(worker).clear(r.begin, r.count);
        });
        return gradient;
    }

    /// Keeps chains of examples short, behind a micro-batch of a slice.
    void take(const Segment& segment, Scalar* gradient, std::size_t worker,
              std::size_t number) const {
        if (is_long() && (number + 1) % Memory::LongSums::chain(Memory::micro_batch) == 0)
            for_each_range(segment, [&](const program::GradientRange& r) {
                long_sums(worker).take(gradient, r.begin, r.count);
            });
    }
    void give(const Segment& segment, Scalar* gradient, std::size_t worker) const {
        if (is_long())
            for_each_range(segment, [&](const program::GradientRange& r) {
                long_sums(worker).give(gradient, r.begin, r.count);
            });
    }

    /// Adds up the sums that are complete when a slice is.
    void join_behind(const Segment& segment, std::size_t slice, std::size_t worker) const {
        layout.blocks.join_behind(batch, slice, worker, [&](std::size_t sum, std::size_t with) {
            for_each_range(segment, [&](const program::GradientRange& r) {
                add_to(block(sum) + r.begin, block(with) + r.begin, r.count);
            });
        });
    }

    /// Sums up gradients that other segments make too.
    void end(const Segment& segment) const {
        if constexpr (shares)
            for_each_range(segment, [&](const program::GradientRange& r) {
                if (r.shared) sums().join(r.begin, r.count);
                if (r.adds) add_to(memory + r.begin, waiting(r), r.count);
            });
    }

private:
    static constexpr bool shares = plan.sliced_gradient != plan.once_gradient;
    static constexpr auto ranges =
        program::first_of<static_cast<std::size_t>(plan.range_count)>(plan.ranges);

    template <class Body>
    static void for_each_range(const Segment& segment, const Body& body) {
        const auto first = static_cast<std::size_t>(segment.first_range);
        const auto count = static_cast<std::size_t>(segment.ranges);
        for (std::size_t k = first; k < first + count; ++k) body(ranges[k]);
    }

    Scalar* block(std::size_t number) const { return memory + Memory::block_begin(number); }

    Scalar* waiting(const program::GradientRange& r) const {
        return memory + layout.shared + (r.begin - plan.once_gradient);
    }

    bool is_long() const { return Memory::sums_long(batch); }

    LongSums<Scalar> long_sums(std::size_t worker) const {
        return {memory + layout.long_sums + worker * Memory::long_sums_size, plan.sliced_gradient};
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_SLICED_GRADIENTS_HPP
