// SPDX-License-Identifier: MIT
#pragma once
// The end of a training step: gradients of all slices are summed and move the weights, in one pass.

#include <inlay/kernel/slices.hpp>
#include <inlay/program/arena.hpp>
#include <inlay/program/program.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/train/optimizer.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::inline INLAY_ABI::updating {

/// Where moment m of an optimizer begins among the numbers it keeps.
template <class Program>
constexpr std::size_t moment_begin(const Program& steps, int m) {
    return static_cast<std::size_t>(m) * program::aligned(steps.weight_count);
}

inline constexpr std::size_t chunk = 2048;  ///< weights updated at a time: they stay in L1

/// Updates the weights of step s from number `from` on, a chunk of them at most.
template <const auto& steps, const auto& plan, class Optimizer, class Scalar>
void update_chunk(const Optimizer& optimizer, Scalar* weights, Scalar* moments,
                  const Scalar* gradients, std::uint64_t number, int s, std::size_t from) {
    const program::Step& step = steps.steps[s];
    const std::size_t left = step.weight_count - from, count = left < chunk ? left : chunk;
    constexpr std::size_t sliced = program::aligned(plan.sliced_gradient);
    const Scalar* gradient = gradients + plan.gradient[s] + from;
    Scalar sums[chunk];
    if (step.shared) {
        gradient += max_slices * sliced;
    } else {
        simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            const auto sum = kernel::sum_slices<Scalar>(
                [&](std::size_t slice) { return gradient + slice * sliced + k; }, lanes,
                max_slices);
            simd::store_some(sums + k, sum, lanes);
        });
        gradient = sums;
    }
    const std::size_t at = step.weights + from;
    Stretch<Scalar> stretch{weights + at, gradient, {}, count};
    for (int m = 0; m < Optimizer::moments; ++m)
        stretch.moments[m] = moments + moment_begin(steps, m) + at;
    optimizer.update(stretch, number);
}

/// Updates all weights. `gradients` begins with the slices' blocks, behind them the one that they
/// share; `number` counts the steps before.
template <const auto& steps, const auto& plan, class Optimizer, class Scalar, class Runner>
void update(const Optimizer& optimizer, Scalar* weights, Scalar* moments, const Scalar* gradients,
            std::uint64_t number, Runner& runner) {
    const auto chunks_of = [](int s) {
        return kernel::divided_up(steps.steps[s].weight_count, chunk);
    };
    std::size_t chunks = 0;
    for (int s = 0; s < steps.step_count; ++s) chunks += chunks_of(s);
    runner.parallel(chunks, [&](std::size_t task, std::size_t) {
        int s = 0;
        for (; task >= chunks_of(s); ++s) task -= chunks_of(s);
        update_chunk<steps, plan>(optimizer, weights, moments, gradients, number, s, task * chunk);
    });
}

}  // namespace inlay::inline INLAY_ABI::updating
