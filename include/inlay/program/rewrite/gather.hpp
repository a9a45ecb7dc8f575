// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_REWRITE_GATHER_HPP
#define INLAY_PROGRAM_REWRITE_GATHER_HPP

#include <inlay/program/rewrite/links.hpp>

namespace inlay::INLAY_ABI::program {

/// Lets an elementwise layer at the start, such as Rescaling, run while the input is gathered.
template <std::size_t Capacity>
constexpr void gather(Program<Capacity>& p, const Links<Capacity>& links) {
    for (int s = 0; s < p.step_count; ++s) {
        Step& step = p.steps[s];
        Value &from = p.values[p.reads[step.first_read].value], &to = p.values[step.output];
        if (step.removed || from.input < 0 || p.inputs[from.input].gather) continue;
        if (step.role != Role::elementwise || step.weight_count != 0 || to.result >= 0) continue;
        Entry& input = p.inputs[from.input];
        if (links.readers[input.value] != 1) continue;
        input.gather = step.ref;
        input.value = step.output;
        to.input = from.input;
        from.input = -1;
        step.removed = true;
    }
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_REWRITE_GATHER_HPP
