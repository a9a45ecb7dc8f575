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

/// Where moment m of an optimizer begins among the numbers it keeps.
template <class Program>
constexpr std::size_t moment_begin(const Program& steps, int m) {
    return static_cast<std::size_t>(m) * program::aligned(steps.weight_count);
}

inline constexpr std::size_t chunk = 2048;  ///< weights updated at a time: they stay in L1

/// Updates `count` weights from number `at` of the network's on; `number` counts the steps before.
template <const auto& steps, class Optimizer, class Scalar>
void update_stretch(const Optimizer& optimizer, Scalar* weights, Scalar* moments,
                    const Scalar* gradient, std::uint64_t number, std::size_t at,
                    std::size_t count) {
    Stretch<Scalar> stretch{weights + at, gradient, {}, count};
    for (int m = 0; m < Optimizer::moments; ++m)
        stretch.moments[m] = moments + moment_begin(steps, m) + at;
    optimizer.update(stretch, number);
}

/// Updates the weights of one part of step s, a shared layer: as soon as the part has its gradient,
/// nobody reads its weights any more.
template <const auto& steps, class Layer, int s, class Job, class Scalar>
void update_part(const Job& job, const Scalar* gradient, std::size_t part) {
    constexpr program::Step step = steps.steps[s];
    constexpr std::size_t parts =
        Layer::parts(steps.values[steps.reads[step.first_read].value].shape);
    const std::size_t begin = Layer::part_begin(part);
    const std::size_t end = part + 1 < parts ? Layer::part_begin(part + 1) : step.weight_count;
    update_stretch<steps>(job.optimizer, job.weights, job.moments, gradient, job.step,
                          step.weights + begin, end - begin);
}

/// Updates the weights of step s from number `from` on, a chunk of them at most.
template <const auto& steps, const auto& plan, class Optimizer, class Scalar>
void update_chunk(const Optimizer& optimizer, Scalar* weights, Scalar* moments,
                  const Scalar* gradients, std::uint64_t number, int s, std::size_t from) {
    const program::Step& step = steps.steps[s];
    const std::size_t left = step.weight_count - from, count = left < chunk ? left : chunk;
    constexpr std::size_t sliced = program::aligned(plan.sliced_gradient);
    const Scalar* gradient = gradients + plan.gradient[s] + from;
    Scalar sums[chunk];
    simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
        const auto sum = kernel::sum_slices<Scalar>(
            [&](std::size_t slice) { return gradient + slice * sliced + k; }, lanes, max_slices);
        simd::store_some(sums + k, sum, lanes);
    });
    update_stretch<steps>(optimizer, weights, moments, sums, number, step.weights + from, count);
}

/// Updates all weights whose gradients lie in the slices' blocks; those of shared layers have been
/// updated part by part.
template <const auto& steps, const auto& plan, class Optimizer, class Scalar, class Runner>
void update(const Optimizer& optimizer, Scalar* weights, Scalar* moments, const Scalar* gradients,
            std::uint64_t number, Runner& runner) {
    const auto chunks_of = [](int s) {
        return steps.steps[s].by_parts ? 0 : kernel::divided_up(steps.steps[s].weight_count, chunk);
    };
    std::size_t chunks = 0;
    for (int s = 0; s < steps.step_count; ++s) chunks += chunks_of(s);
    runner.parallel(chunks, [&](std::size_t task, std::size_t) {
        int s = 0;
        for (; task >= chunks_of(s); ++s) task -= chunks_of(s);
        update_chunk<steps, plan>(optimizer, weights, moments, gradients, number, s, task * chunk);
    });
}

}  // namespace inlay::INLAY_ABI::updating

#endif  // INLAY_TRAIN_UPDATE_HPP
