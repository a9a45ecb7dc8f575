// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_THREADS_HPP
#define INLAY_HOST_THREADS_HPP
// The number of threads, and a pool of them that shares out the tasks of a call.

#include <inlay/config.hpp>
#include <inlay/host/atomic.hpp>
#include <inlay/host/clock.hpp>
#include <inlay/host/cores.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/fork.hpp>
#include <inlay/host/system_threads.hpp>

#include <cstddef>
#include <exception>
#include <utility>

namespace inlay::INLAY_ABI {

namespace host {

/// What was set or found out; 0 before.
inline Atomic<int>& chosen() {
    static constinit Atomic<int> count = 0;
    return count;
}

}  // namespace host

/// How many threads training and batched inference use: one a core, unless set. Results do not
/// depend on it.
inline int threads() {
    Atomic<int>& chosen = host::chosen();
    if (chosen.load() == 0) chosen.replace(0, host::cores());
    return chosen.load();
}

/// Sets how many threads training and batched inference use from now on.
inline void threads(int n) {
    if (n < 1) fail(Text() << "threads(" << n << "): at least one thread is needed");
    host::chosen().store(n);
}

#if defined(__cpp_lib_shared_mutex)

namespace host {

/// The tasks of one call.
struct Job {
    std::size_t tasks;
    void* context;
    void (*run)(void* context, std::size_t task, std::size_t worker);
};

/// A thread and what it is told.
struct Helper {
    void* team;
    std::size_t worker;
    Thread thread;
};

/// The caller and helpers, one less than workers, who share out the tasks of one call after
/// another.
class Team {
public:
    Team(Helper* helpers, std::size_t workers) : workers_(workers), helpers_(helpers) {}
    Team(const Team&) = delete;
    Team& operator=(const Team&) = delete;
    ~Team() {
        stopping_.store(true);
        call_helpers();
        for (std::size_t k = 0; k < started_; ++k) helpers_[k].thread.join();
    }

    /// Runs a job; false where another one is running.
    bool run(const Job& job) {
        if (busy_.exchange(true)) return false;
        share(job);
        return true;
    }

private:
    struct Failure {
        std::exception_ptr exception;
        std::size_t task;
    };

    // Set in door_ while helpers may come in; its other bits count those inside. One that wakes up
    // late finds the door closed, and no call has waited for it.
    static constexpr unsigned open = 1u << 31;

    void share(const Job& job) {
        struct Turn {
            Atomic<bool>& busy;
            ~Turn() { busy.store(false); }
        } turn{busy_};
        start_helpers();
        job_ = job;
        next_.store(0);
        door_.fetch_or(open);
        call_helpers();
        work(0);
        door_.fetch_and(~open);
        while (const unsigned inside = door_.load()) await_change(door_, inside);
        if (failure_.exception) std::rethrow_exception(std::exchange(failure_.exception, nullptr));
    }

    /// Starts the threads; where the system has no more of them, fewer do all the work.
    INLAY_COLD void start_helpers() {
        for (; started_ < workers_ - 1; ++started_) {
            Helper& helper = helpers_[started_];
            helper.team = this;
            helper.worker = started_ + 1;
            if (!helper.thread.start(help, &helper)) return;
        }
    }

    void call_helpers() {
        calls_.fetch_add(1);
        wake();
    }

    /// What a helper's thread does.
    static void* help(void* context) {
        const Helper& self = *static_cast<Helper*>(context);
        Team& team = *static_cast<Team*>(self.team);
        for (unsigned seen = 0; !team.stopping_.load();) {
            team.await_change(team.calls_, seen);
            seen = team.calls_.load();
            if (team.door_.fetch_add(1) & open) team.work(self.worker);
            if (team.door_.fetch_add(~0u) == 1) team.wake();
        }
        return nullptr;
    }

    /// Runs tasks until none is left. They begin in order, so when one throws all below it have
    /// begun and will end: the lowest failure is the one that a serial loop would have met.
    void work(std::size_t worker) {
        std::size_t task = 0;
        const auto run = [&] {
            while ((task = next_.fetch_add(1)) < job_.tasks) job_.run(job_.context, task, worker);
        };
#if defined(__cpp_exceptions)
        try {
            run();
        } catch (...) {
            next_.store(job_.tasks);
            const Guard guard(mutex_);
            if (!failure_.exception || task < failure_.task)
                failure_ = {std::current_exception(), task};
        }
#else
        run();
#endif
    }

    /// Returns once `word` is no longer `old`: awake at first, as long as it pays, then asleep.
    void await_change(const Atomic<unsigned>& word, unsigned old) {
        const double bedtime = host::steady_seconds() + 30e-6;
        do {
            for (int k = 0; k < 64; ++k) {
                if (word.load() != old) return;
                pause();
            }
            yield();  // there may be more threads with work than cores
        } while (host::steady_seconds() < bedtime);
        const Guard guard(mutex_);
        sleepers_.fetch_add(1);
        while (word.load() == old) alarm_.wait(mutex_);
        sleepers_.fetch_add(~0u);
    }

    /// Wakes all who sleep, once a word has changed. Whoever lies down either counts itself before
    /// this looks, or sees the change.
    void wake() {
        if (sleepers_.load() == 0) return;
        mutex_.lock();  // whoever has counted itself is asleep after this
        mutex_.unlock();
        alarm_.notify_all();
    }

    /// Tells the core that this is a spin loop.
    static void pause() {
#if defined(__x86_64__) || defined(__i386__)
        __builtin_ia32_pause();
#elif defined(__aarch64__)
        asm volatile("yield");
#endif
    }

    // Words that different threads write all the time lie on different cache lines.
    alignas(64) Atomic<unsigned> calls_{0};
    alignas(64) Atomic<unsigned> door_{0};
    alignas(64) Atomic<std::size_t> next_{0};
    alignas(64) Job job_{};
    std::size_t workers_;
    Helper* helpers_;
    std::size_t started_ = 0;  // of the helpers
    Atomic<bool> busy_{false}, stopping_{false};
    Atomic<unsigned> sleepers_{0};
    Mutex mutex_;
    Condition alarm_;
    Failure failure_{};
};

}  // namespace host

/// Threads that share out the tasks of one call after another. They start at the first call that
/// has work for them, stay awake for some microseconds between calls, and sleep when idle. A child
/// process starts threads of its own.
///
/// A task runs under the floating-point environment of its thread: whoever cares about rounding or
/// subnormals sets them within the task, as the executor does.
class ThreadPool {
public:
    explicit ThreadPool(int workers = threads())
        : workers_(at_least_one(workers)),
          helpers_{new host::Helper[workers_ - 1]},
          team_(helpers_.list, workers_) {}

    /// How many tasks run at a time, at most: one in the caller, the others in threads of the pool.
    std::size_t workers() const { return workers_; }

    /// Calls body(task, worker) for every task below `tasks` and returns when all are done. No two
    /// tasks of one worker run at a time; the caller is worker 0. If tasks throw, the exception of
    /// the lowest one goes on to the caller, and tasks above it may be skipped. A call from within
    /// a task of the same pool, or during another thread's call, runs in its caller alone.
    template <class Body>
    void parallel(std::size_t tasks, Body&& body) {
        auto call = [&](std::size_t task, std::size_t worker) { body(task, worker); };
        const host::Job job{tasks, &call, [](void* context, std::size_t task, std::size_t worker) {
                                (*static_cast<decltype(call)*>(context))(task, worker);
                            }};
        if (workers_ > 1 && tasks > 1 && team_.get(helpers_.list, workers_).run(job)) return;
        for (std::size_t task = 0; task < tasks; ++task) body(task, std::size_t{0});
    }

private:
    struct Helpers {
        host::Helper* list;
        ~Helpers() { delete[] list; }
    };

    static std::size_t at_least_one(int workers) {
        if (workers < 1)
            fail(Text() << "ThreadPool(" << workers << "): at least one worker is needed");
        return static_cast<std::size_t>(workers);
    }

    std::size_t workers_;
    Helpers helpers_;
    host::PerProcess<host::Team> team_;
};

#else

/// The pool where there are no threads: the caller runs every task.
class ThreadPool {
public:
    explicit ThreadPool(int = 1) {}

    static constexpr std::size_t workers() { return 1; }

    template <class Body>
    void parallel(std::size_t tasks, Body&& body) {
        for (std::size_t task = 0; task < tasks; ++task) body(task, std::size_t{0});
    }
};

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::threads;
}  // namespace inlay

#endif  // INLAY_HOST_THREADS_HPP
