// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_UPDATE_HPP
#define INLAY_TRAIN_UPDATE_HPP
// The end of a training step: gradients of all slices are summed and move the weights, in one pass.

#include <inlay/kernel/slices.hpp>
#include <inlay/program/arena.hpp>
#include <inlay/program/program.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/train/optimizer.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI::updating {

/// What an update reads of a program: the weights of its steps, and where their gradients lie in
/// the block of a slice. Shared layers, which are updated part by part, are not among them.
template <std::size_t Count>
struct Moved {
    struct Step {
        std::size_t weights = 0, weight_count = 0, gradient = 0;
    };
    Step steps[Count + 1]{};
    std::size_t step_count = 0;
    std::size_t sliced = 0;   ///< from one slice's gradients to the next
    std::size_t moments = 0;  ///< from one moment of the optimizer to the next
};

template <const auto& program, const auto& plan>
consteval auto moved_of() {
    const auto moves = [](const program::Step& step) {
        return step.weight_count != 0 && !step.by_parts;
    };
    constexpr std::size_t count = [&] {
        std::size_t found = 0;
        for (int s = 0; s < program.step_count; ++s) found += moves(program.steps[s]);
        return found;
    }();
    Moved<count> moved{.sliced = program::aligned(plan.sliced_gradient),
                       .moments = program::aligned(program.weight_count)};
    for (int s = 0; s < program.step_count; ++s)
        if (const program::Step& step = program.steps[s]; moves(step))
            moved.steps[moved.step_count++] = {step.weights, step.weight_count, plan.gradient[s]};
    return moved;
}

inline constexpr std::size_t chunk = 2048;  ///< weights updated at a time: they stay in L1

/// Updates `count` weights from number `at` of the network's on; `number` counts the steps before,
/// and `apart` lies between one moment of the optimizer and the next.
template <class Optimizer, class Scalar>
void update_stretch(const Optimizer& optimizer, Scalar* weights, Scalar* moments, std::size_t apart,
                    const Scalar* gradient, std::uint64_t number, std::size_t at,
                    std::size_t count) {
    Stretch<Scalar> stretch{weights + at, gradient, {}, count};
    for (int m = 0; m < Optimizer::moments; ++m)
        stretch.moments[m] = moments + static_cast<std::size_t>(m) * apart + at;
    optimizer.update(stretch, number);
}

/// Updates the weights of one part of a shared layer: as soon as the part has its gradient, nobody
/// reads its weights any more.
template <class Job, class Scalar>
void update_part(const Job& job, std::size_t apart, const Scalar* gradient, std::size_t at,
                 std::size_t count) {
    update_stretch(job.optimizer, job.weights, job.moments, apart, gradient, job.step, at, count);
}

/// Updates the weights of step s from number `from` on, a chunk of them at most.
template <const auto& moved, class Optimizer, class Scalar>
void update_chunk(const Optimizer& optimizer, Scalar* weights, Scalar* moments,
                  const Scalar* gradients, std::uint64_t number, std::size_t s, std::size_t from) {
    const auto& step = moved.steps[s];
    const std::size_t left = step.weight_count - from, count = left < chunk ? left : chunk;
    constexpr std::size_t sliced = moved.sliced, apart = moved.moments;
    const Scalar* gradient = gradients + step.gradient + from;
    Scalar sums[chunk];
    simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
        const auto sum = kernel::sum_slices<Scalar>(
            [&](std::size_t slice) { return gradient + slice * sliced + k; }, lanes, max_slices);
        simd::store_some(sums + k, sum, lanes);
    });
    update_stretch(optimizer, weights, moments, apart, sums, number, step.weights + from, count);
}

/// Updates all weights whose gradients lie in the slices' blocks.
template <const auto& moved, class Optimizer, class Scalar, class Runner>
void update(const Optimizer& optimizer, Scalar* weights, Scalar* moments, const Scalar* gradients,
            std::uint64_t number, Runner& runner) {
    const auto chunks_of = [](std::size_t s) {
        return kernel::divided_up(moved.steps[s].weight_count, chunk);
    };
    std::size_t chunks = 0;
    for (std::size_t s = 0; s < moved.step_count; ++s) chunks += chunks_of(s);
    runner.parallel(chunks, [&](std::size_t task, std::size_t) {
        std::size_t s = 0;
        for (; task >= chunks_of(s); ++s) task -= chunks_of(s);
        update_chunk<moved>(optimizer, weights, moments, gradients, number, s, task * chunk);
    });
}

}  // namespace inlay::INLAY_ABI::updating

#endif  // INLAY_TRAIN_UPDATE_HPP
