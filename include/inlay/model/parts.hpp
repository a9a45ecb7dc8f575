// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_PARTS_HPP
#define INLAY_MODEL_PARTS_HPP
// Keras's bar for evaluate and predict: the examples run part by part, and between two parts the
// bar is drawn.

#include <inlay/host/screen.hpp>
#include <inlay/host/threads.hpp>
#include <inlay/host/view.hpp>
#include <inlay/kernel/slices.hpp>
#include <inlay/model/options.hpp>
#include <inlay/model/progress.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// Examples to run: in batches, which the bar counts, and in parts of whole units; one each where a
/// unit keeps all threads busy.
struct PartedWork {
    std::size_t count, unit, batch;
    bool large_units = false;
};

/// Runs all examples in parts, by run(context, first, count), which brings `logs` up to date.
INLAY_COLD void run_in_parts(const PartedWork& work, int verbose, View<const LogEntry> logs,
                             const void* context,
                             void (*run)(const void* context, std::size_t first,
                                         std::size_t count));

/// The same for a callable run(first, count).
template <class Run>
void in_parts(const PartedWork& work, Whole verbose, View<const LogEntry> logs, const Run& run) {
    run_in_parts(work, verbosity(verbose), logs, &run,
                 [](const void* context, std::size_t first, std::size_t count) {
                     (*static_cast<const Run*>(context))(first, count);
                 });
}

#if INLAY_BODIES

INLAY_BODY void run_in_parts(const PartedWork& work, int verbose, View<const LogEntry> logs,
                             const void* context,
                             void (*run)(const void* context, std::size_t first,
                                         std::size_t count)) {
    if (verbose == 0 || work.count == 0) return run(context, 0, work.count);
    // No more than there are, so that nothing below overflows.
    const auto bounded = [&](std::size_t size) { return size < work.count ? size : work.count; };
    const std::size_t batch = bounded(work.batch), unit = bounded(work.unit);
    const std::size_t steps = kernel::divided_up(work.count, batch);
    Progress progress(host::standard_output(), host::is_terminal(), verbose);
    progress.begin_evaluation(steps);
    // Some units for each thread, so that a part keeps them all busy.
    const std::size_t units = work.large_units ? 1 : 4 * static_cast<std::size_t>(threads());
    const std::size_t least = units * unit;
    const std::size_t part = kernel::divided_up(least < batch ? batch : least, unit) * unit;
    for (std::size_t first = 0; first < work.count; first += part) {
        const std::size_t left = work.count - first;
        run(context, first, left < part ? left : part);
        if (const std::size_t step = (first + part) / batch; step < steps)
            progress.update(step, logs);
    }
    progress.end_epoch(logs);
}

#endif

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_PARTS_HPP
