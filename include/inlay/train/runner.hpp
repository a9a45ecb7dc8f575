// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_RUNNER_HPP
#define INLAY_TRAIN_RUNNER_HPP
// What runs the tasks of a training step.

#include <inlay/config.hpp>
#include <inlay/simd/flush.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// Runs tasks one after another; the hosted thread pool has the same shape.
struct SerialRunner {
    static constexpr std::size_t workers() { return 1; }

    /// Calls body(task, worker) for every task; no two tasks of one worker at a time.
    template <class Body>
    void parallel(std::size_t tasks, Body&& body) {
        for (std::size_t task = 0; task < tasks; ++task) body(task, std::size_t{0});
    }
};

/// A runner in whose tasks subnormals count as zeros, whatever thread they are in.
template <class Runner>
struct FlushingRunner {
    Runner& runner;

    std::size_t workers() const { return runner.workers(); }

    template <class Body>
    void parallel(std::size_t tasks, const Body& body) {
        runner.parallel(tasks, [&](std::size_t task, std::size_t worker) {
            const simd::FlushScope flushes;
            body(task, worker);
        });
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::SerialRunner;
}  // namespace inlay

#endif  // INLAY_TRAIN_RUNNER_HPP
