// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_INDICES_HPP
#define INLAY_PROGRAM_INDICES_HPP
// Inputs that are whole numbers: those that nobody reads but layers that look something up.

#include <inlay/program/program.hpp>
#include <inlay/program/views.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::program {

/// What all whole numbers in an input of a rewritten program are below; 0 where somebody reads them
/// as other numbers, or only some of them.
template <std::size_t Capacity>
constexpr std::size_t indices_of(const Program<Capacity>& p, int input) {
    const Entry& entry = p.inputs[input];
    const int storage = p.values[entry.value].storage;
    std::size_t least = 0;
    if (entry.gather || storage != entry.value || !p.values[storage].halo.empty() ||
        output_in(p, storage) >= 0)
        return 0;
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        for (int k = 0; k < step.reads && !step.removed; ++k) {
            const int value = p.reads[step.first_read + k].value;
            if (p.values[value].storage != storage) continue;
            if (step.indices == 0 || !is_whole(p, value)) return 0;
            if (least == 0 || step.indices < least) least = step.indices;
        }
    }
    return least;
}

/// Makes inputs those of 32-bit integers that may be.
template <std::size_t Capacity>
constexpr void take_indices(Program<Capacity>& p) {
    for (int input = 0; input < p.input_count; ++input) {
        if (indices_of(p, input) == 0) continue;
        for (int v = 0; v < p.value_count; ++v)
            if (p.values[v].storage == p.inputs[input].value)
                p.values[v].element = ElementType::int32;
    }
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_INDICES_HPP
