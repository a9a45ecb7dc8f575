// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_REWRITE_LINKS_HPP
#define INLAY_PROGRAM_REWRITE_LINKS_HPP
// What all rewrites of a program look at: what it is for, and who makes and reads its values.

#include <inlay/program/program.hpp>

namespace inlay::INLAY_ABI::program {

/// What a program is for. Two programs over the same weights are made of one network.
enum class Mode { inference, training };

/// Who makes and how many read each value, kept while steps are absorbed.
template <std::size_t Capacity>
struct Links {
    int producer[2 * Capacity + 2]{};  ///< 1 + the step; 0 where no step makes it
    int readers[2 * Capacity + 2]{};

    constexpr explicit Links(const Program<Capacity>& p) {
        for (int k = 0; k < p.output_count; ++k) ++readers[p.outputs[k].value];
        for (int s = 0; s < p.step_count; ++s) {
            const Step& step = p.steps[s];
            producer[step.output] = s + 1;
            for (int k = 0; k < step.reads; ++k) ++readers[p.reads[step.first_read + k].value];
        }
    }

    /// Whether a step's first input comes from a step that nobody else reads; that step's number or
    /// -1.
    constexpr int sole_producer(const Program<Capacity>& p, const Step& step) const {
        const int value = p.reads[step.first_read].value;
        return readers[value] == 1 ? producer[value] - 1 : -1;
    }

    /// Lets the step before make what `step` makes, and drops `step`.
    constexpr void absorb(Program<Capacity>& p, int before, int number) {
        Step& step = p.steps[number];
        producer[p.steps[before].output] = 0;
        producer[step.output] = before + 1;
        for (int k = 0; k < step.reads; ++k) --readers[p.reads[step.first_read + k].value];
        p.steps[before].output = step.output;
        step.removed = true;
    }

    /// Lets the step before, which makes one of the inputs of `step`, stand in its place: it makes
    /// the same value, under the epilogue of `step`. Its input is the first of that one's readings.
    constexpr void move(Program<Capacity>& p, int before, int number) {
        Step& step = p.steps[number];
        const Step replaced = step;
        producer[p.steps[before].output] = 0;
        --readers[p.steps[before].output];
        step = p.steps[before];
        p.steps[before].removed = true;
        p.reads[replaced.first_read].value = p.reads[step.first_read].value;
        step.first_read = replaced.first_read;
        step.reads = replaced.reads;
        step.output = replaced.output;
        step.epilogue = replaced.epilogue;
    }
};

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_REWRITE_LINKS_HPP
