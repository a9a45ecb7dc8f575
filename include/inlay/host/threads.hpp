// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_THREADS_HPP
#define INLAY_HOST_THREADS_HPP
// The number of threads, and a pool of them that shares out the tasks of a call.

#include <inlay/config.hpp>
#include <inlay/host/atomic.hpp>
#include <inlay/host/cores.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/fork.hpp>
#include <inlay/host/job.hpp>
#include <inlay/host/team.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// How many threads training and batched inference use: one a core, unless set. Results do not
/// depend on it.
INLAY_COLD int threads();

/// Sets how many threads training and batched inference use from now on.
INLAY_COLD void threads(int n);

/// Threads that share out the tasks of one call after another. They start at the first call that
/// has work for them, stay awake for some microseconds between calls, and sleep when idle. A child
/// process starts threads of its own. Where there are no threads the caller runs every task.
///
/// A task runs under the floating-point environment of its thread: whoever cares about rounding or
/// subnormals sets them within the task, as the executor does.
class ThreadPool {
public:
    INLAY_COLD explicit ThreadPool(int workers = threads());
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;
    INLAY_COLD ~ThreadPool();

    /// How many tasks run at a time, at most: one in the caller, the others in threads of the pool.
    std::size_t workers() const { return workers_; }

    /// Calls body(task, worker) for every task below `tasks` and returns when all are done. No two
    /// tasks of one worker run at a time; the caller is worker 0. If tasks throw, the exception of
    /// the lowest one goes on to the caller, and tasks above it may be skipped. A call from within
    /// a task of the same pool, or during another thread's call, runs in its caller alone.
    template <class Body>
    void parallel(std::size_t tasks, Body&& body) {
        const auto call = [&](std::size_t task, std::size_t worker) { body(task, worker); };
        run(host::job_of(tasks, call));
    }

    void run(const host::Job& job);

private:
    struct Helpers;

    std::size_t workers_ = 1;
    Helpers* helpers_ = nullptr;
};

#if INLAY_BODIES

namespace host {

/// What was set or found out; 0 before.
inline Atomic<int>& chosen() {
    static constinit Atomic<int> count = 0;
    return count;
}

}  // namespace host

INLAY_BODY int threads() {
    Atomic<int>& chosen = host::chosen();
    if (chosen.load() == 0) chosen.replace(0, host::cores());
    return chosen.load();
}

INLAY_BODY void threads(int n) {
    if (n < 1) fail(Text() << "threads(" << n << "): at least one thread is needed");
    host::chosen().store(n);
}

/// The threads beside the caller, where there are threads.
struct ThreadPool::Helpers {
    explicit Helpers(std::size_t workers)
        : list{new host::Helper[workers - 1]}, team(list.first, workers) {}

    struct List {
        host::Helper* first;
        ~List() { delete[] first; }
    };

    List list;  // outlives the team, which has its threads end
    host::PerProcess<host::Team> team;
};

INLAY_BODY ThreadPool::ThreadPool(int workers) {
    if (workers < 1) fail(Text() << "ThreadPool(" << workers << "): at least one worker is needed");
    workers_ = host::Team::possible ? static_cast<std::size_t>(workers) : 1;
    if (workers_ > 1) helpers_ = new Helpers(workers_);
}

INLAY_BODY ThreadPool::~ThreadPool() { delete helpers_; }

INLAY_BODY void ThreadPool::run(const host::Job& job) {
    if (helpers_ && job.tasks > 1 && helpers_->team.get(helpers_->list.first, workers_).run(job))
        return;
    for (std::size_t task = 0; task < job.tasks; ++task) job.run(job.context, task, 0);
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::threads;
}  // namespace inlay

#endif  // INLAY_HOST_THREADS_HPP
