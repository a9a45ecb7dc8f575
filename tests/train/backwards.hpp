// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

/// Runs tasks from the last to the first, on Workers workers in turn.
template <std::size_t Workers>
struct Backwards {
    static constexpr std::size_t workers() { return Workers; }

    template <class Body>
    void parallel(std::size_t tasks, Body&& body) {
        for (std::size_t k = 0; k < tasks; ++k) body(tasks - 1 - k, k % Workers);
    }
};
