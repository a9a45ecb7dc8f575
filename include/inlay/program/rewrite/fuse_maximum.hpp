// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_REWRITE_FUSE_MAXIMUM_HPP
#define INLAY_PROGRAM_REWRITE_FUSE_MAXIMUM_HPP

#include <inlay/program/rewrite/links.hpp>

namespace inlay::INLAY_ABI::program {

/// Runs each maximum behind the epilogue of the step before it, where that is a function at most.
/// In training the value between the two, which nobody makes any more, keeps which cells won.
template <std::size_t Capacity>
constexpr void fuse_maxima(Program<Capacity>& p, Links<Capacity>& links, Mode mode) {
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        if (step.role != Role::maximum) continue;
        const int number = links.sole_producer(p, step);
        if (number < 0) continue;
        Step& before = p.steps[number];
        if (!before.takes.maximum || before.pools() || !before.epilogue.pure()) continue;
        const int between = before.output;
        before.epilogue.pool = step.window;
        links.absorb(p, number, s);
        if (mode == Mode::inference) continue;
        before.epilogue.kept = between;
        p.values[between].shape = p.values[step.output].shape;
    }
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_REWRITE_FUSE_MAXIMUM_HPP
