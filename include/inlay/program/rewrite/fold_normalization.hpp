// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_REWRITE_FOLD_NORMALIZATION_HPP
#define INLAY_PROGRAM_REWRITE_FOLD_NORMALIZATION_HPP

#include <inlay/program/rewrite/links.hpp>

namespace inlay::INLAY_ABI::program {

/// Folds each normalization into the linear step before it, where that has no activation, no
/// normalization and no other reader: its weights become derived ones, kernel and bias. In training
/// that is done where both are frozen.
template <std::size_t Capacity>
constexpr void fold_normalizations(Program<Capacity>& p, Links<Capacity>& links, Mode mode) {
    for (int s = 0; s < p.step_count; ++s) {
        const Step& step = p.steps[s];
        if (step.role != Role::normalization) continue;
        const int before = links.sole_producer(p, step);
        if (before < 0 || p.steps[before].role != Role::linear) continue;
        Step& linear = p.steps[before];
        if (linear.epilogue.function || linear.folded) continue;
        if (mode != Mode::inference && !(step.frozen && linear.frozen)) continue;
        linear.folded = step.ref;
        linear.folded_step = s;
        links.absorb(p, before, s);
    }
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_REWRITE_FOLD_NORMALIZATION_HPP
