// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_REWRITE_FUSE_ADDITION_HPP
#define INLAY_PROGRAM_REWRITE_FUSE_ADDITION_HPP

#include <inlay/program/rewrite/links.hpp>

namespace inlay::INLAY_ABI::program {

/// Whether a step only says anew where elements lie: it does no work, or copies at most.
constexpr bool only_moves(const Step& step, Mode mode) {
    return step.removed || step.role == Role::shape_only || step.role == Role::crop ||
           step.role == Role::pad || (step.role == Role::training_only && mode == Mode::inference);
}

/// Runs each addition of two values of one shape in the epilogue of the step that makes one of them
/// last, and takes its own activation along. That step moves to where the addition stood, behind
/// whatever names the other value.
///
/// The sum is the same to the bit, since which of two numbers is the first does not matter to it.
template <std::size_t Capacity>
constexpr void fuse_additions(Program<Capacity>& p, Links<Capacity>& links, Mode mode) {
    for (int s = 0; s < p.step_count; ++s) {
        const Step& sum = p.steps[s];
        if (sum.role != Role::addition || sum.removed || sum.reads != 2) continue;
        int last = s - 1;
        while (last >= 0 && only_moves(p.steps[last], mode)) --last;
        if (last < 0) continue;
        const Step& before = p.steps[last];
        const bool bare = !before.epilogue.function && !before.pools() && before.epilogue.pure();
        if (!before.takes.data || before.reads != 1 || !bare) continue;
        const int values[] = {p.reads[sum.first_read].value, p.reads[sum.first_read + 1].value};
        if (p.values[values[0]].shape != p.values[values[1]].shape) continue;
        if (before.output != values[0] && before.output != values[1]) continue;
        if (links.readers[before.output] != 1) continue;
        const int addend = before.output == values[0] ? values[1] : values[0];
        links.move(p, last, s);
        Step& moved = p.steps[s];
        moved.epilogue.adds = true;
        p.reads[moved.first_read + 1].value = addend;
    }
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_REWRITE_FUSE_ADDITION_HPP
