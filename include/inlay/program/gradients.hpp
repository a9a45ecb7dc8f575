// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_GRADIENTS_HPP
#define INLAY_PROGRAM_GRADIENTS_HPP
// Where the gradients of the groups of weights lie, and which of them a segment makes.
//
// A slice of the batch has a block for what it makes, which is summed up over the slices when the
// segment ends, and used again. So what several segments make, being the gradient of weights that
// are applied more than once, is kept beside the blocks meanwhile; and what is made once for the
// whole batch has no place in a slice's block at all.

#include <inlay/program/program.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::program {

/// Gradients, one behind the other, that the slices of a segment make.
struct GradientRange {
    std::size_t begin = 0, count = 0;
    bool shared = false;  ///< other segments make a part of them too
    bool adds = false;    ///< one of those has been before
};

/// Where the gradients of a program lie, in numbers from the beginning of the first slice's block.
template <std::size_t Capacity>
struct GradientPlaces {
    std::size_t gradient[2 * Capacity + 1]{};  ///< where each group's gradient lies in its block
    std::size_t once_gradient = 0;             ///< end of those that slices make in one segment
    std::size_t sliced_gradient = 0;  ///< end of those that slices make in several: of their blocks
    std::size_t summed_gradient = 0;  ///< end of those that are made once for the whole batch
    std::size_t wide_gradient = 0;    ///< elements of the wide groups' block, if these are kept
    GradientRange ranges[2 * Capacity + 2]{};
    int range_count = 0;
};

/// Places the gradients, and tells each segment of the plan its ranges.
template <std::size_t Capacity, class Plan>
constexpr void place_gradients(const Program<Capacity>& p, Plan& plan) {
    int segments[2 * Capacity + 1]{};  // whose slices make a group's gradient
    bool made[2 * Capacity + 1]{};
    const auto for_each_made = [&](int g, auto&& body) {
        const auto& segment = plan.segments[g];
        for (bool& before : made) before = false;
        for (int k = segment.first; k < segment.first + segment.count; ++k) {
            const int group = plan.group_made(p, plan.ops[k]);
            if (group < 0 || made[group]) continue;
            made[group] = true;
            body(group);
        }
    };
    for (int g = 0; g < plan.segment_count; ++g)
        for_each_made(g, [&](int group) { ++segments[group]; });

    const auto place = [&](std::size_t begin, auto&& belongs) {
        for (int g = 0; g < p.group_count; ++g) {
            if (p.groups[g].wide || p.groups[g].frozen || !belongs(segments[g])) continue;
            plan.gradient[g] = begin;
            begin += p.groups[g].weights.count;
        }
        return begin;
    };
    plan.once_gradient = place(0, [](int made_in) { return made_in == 1; });
    plan.sliced_gradient = place(plan.once_gradient, [](int made_in) { return made_in > 1; });
    plan.summed_gradient = place(plan.sliced_gradient, [](int made_in) { return made_in == 0; });
    for (int g = 0; g < p.group_count; ++g) {
        if (!p.groups[g].wide || p.groups[g].frozen) continue;
        plan.gradient[g] = plan.wide_gradient;
        plan.wide_gradient += p.groups[g].weights.count;
    }

    bool before[2 * Capacity + 1]{};  // made in an earlier segment
    for (int g = 0; g < plan.segment_count; ++g) {
        auto& segment = plan.segments[g];
        segment.first_range = plan.range_count;
        for_each_made(g, [](int) {});
        for (int group = 0; group < p.group_count; ++group) {
            if (!made[group] || p.groups[group].weights.count == 0) continue;
            const GradientRange range{plan.gradient[group], p.groups[group].weights.count,
                                      segments[group] > 1, before[group]};
            before[group] = true;
            GradientRange* const last =
                segment.ranges > 0 ? &plan.ranges[plan.range_count - 1] : nullptr;
            if (last && last->begin + last->count == range.begin && last->shared == range.shared &&
                last->adds == range.adds) {
                last->count += range.count;
            } else {
                plan.ranges[plan.range_count++] = range;
                ++segment.ranges;
            }
        }
    }
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_GRADIENTS_HPP
