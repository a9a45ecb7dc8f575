// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_UPDATE_HPP
#define INLAY_TRAIN_UPDATE_HPP
// The end of a training step: gradients of all slices are summed and move the weights, tensor by
// tensor. Most optimizers do so in one pass over a chunk of weights at a time, and with the weights
// of a wide layer as soon as one part of them has its gradient. Those that take whole tensors wait
// until all gradients are whole.

#include <inlay/kernel/slices.hpp>
#include <inlay/program/arena.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/train/runner.hpp>
#include <inlay/train/tensors.hpp>
#include <inlay/train/whole.hpp>

#include <cstddef>
#include <type_traits>

namespace inlay::INLAY_ABI::updating {

inline constexpr std::size_t chunk = 2048;  ///< weights updated at a time: they stay in L1

/// Moves the weights whose gradients `gradient` holds: those at [from, from + count) of the wide
/// groups, or of a slice's block.
template <const auto& steps, const auto& plan, bool wide, class Job, class Pace, class Scalar>
void update_range(const Job& job, const Pace& pace, const Scalar* gradient, std::size_t from,
                  std::size_t count) {
    const std::size_t end = from + count;
    std::size_t number = 0;
    for (const Trained& tensor : trained<steps, plan>) {
        const std::size_t at = number++, stop = tensor.gradient + tensor.count;
        if (tensor.wide != wide || stop <= from || tensor.gradient >= end) continue;
        const std::size_t first = tensor.gradient < from ? from - tensor.gradient : 0;
        const std::size_t last = (stop < end ? stop : end) - tensor.gradient;
        job.optimizer.update(
            stretch_of<steps, plan>(job, at, first, gradient + (tensor.gradient + first - from),
                                    last - first),
            pace);
    }
}

/// Gives the sums over the slices of numbers [from, from + count) of their blocks.
template <const auto& plan, class Scalar>
void sum_slices(const Scalar* gradients, std::size_t from, std::size_t count, Scalar* sums) {
    constexpr std::size_t sliced = program::aligned(plan.sliced_gradient);
    const Scalar* gradient = gradients + from;
    simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
        const auto sum = kernel::sum_slices<Scalar>(
            [&](std::size_t slice) { return gradient + slice * sliced + k; }, lanes, max_slices);
        simd::store_some(sums + k, sum, lanes);
    });
}

/// Calls body(from, count) for the chunks of a slice's block, which the runner shares out.
template <const auto& plan, class Runner, class Body>
void for_each_chunk(Runner& runner, const Body& body) {
    constexpr std::size_t all = plan.sliced_gradient;
    runner.parallel(kernel::divided_up(all, chunk), [&](std::size_t task, std::size_t) {
        const std::size_t from = task * chunk, left = all - from;
        body(from, left < chunk ? left : chunk);
    });
}

/// Updates all tensors as wholes: their gradients are made whole first. Small ones run beside each
/// other; a large one has all workers for itself.
template <const auto& steps, const auto& plan, class Job, class Pace, class Scalar, class Runner>
void update_whole(const Job& job, const Pace& pace, Scalar* gradients, const Scalar* wide,
                  Runner& runner) {
    for_each_chunk<plan>(runner, [&](std::size_t from, std::size_t count) {
        sum_slices<plan>(gradients, from, count, gradients + from);  // into the first slice's block
    });
    constexpr auto& tensors = trained<steps, plan>;
    const auto update = [&](std::size_t number, auto& with) {
        const Trained& tensor = tensors[number];
        const Scalar* const gradient = (tensor.wide ? wide : gradients) + tensor.gradient;
        job.optimizer.update(stretch_of<steps, plan>(job, number, 0, gradient, tensor.count), pace,
                             with);
    };
    runner.parallel(tensors.size(), [&](std::size_t number, std::size_t) {
        SerialRunner alone;
        if (tensors[number].count <= Parts::least) update(number, alone);
    });
    for (std::size_t number = 0; number < tensors.size(); ++number)
        if (tensors[number].count > Parts::least) update(number, runner);
}

/// Updates all weights but those of wide layers, which have been updated part by part unless the
/// optimizer takes whole tensors: their gradients then lie in `wide`.
template <const auto& steps, const auto& plan, class Job, class Pace, class Scalar, class Runner>
void update(const Job& job, const Pace& pace, Scalar* gradients, const Scalar* wide,
            Runner& runner) {
    if constexpr (takes_whole_tensors<std::remove_cvref_t<decltype(job.optimizer)>>)
        return update_whole<steps, plan>(job, pace, gradients, wide, runner);
    else
        for_each_chunk<plan>(runner, [&](std::size_t from, std::size_t count) {
            Scalar sums[chunk];
            sum_slices<plan>(gradients, from, count, sums);
            update_range<steps, plan, false>(job, pace, sums, from, count);
        });
}

}  // namespace inlay::INLAY_ABI::updating

#endif  // INLAY_TRAIN_UPDATE_HPP
