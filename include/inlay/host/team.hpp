// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_TEAM_HPP
#define INLAY_HOST_TEAM_HPP
// Threads that share out the tasks of one call after another: how they begin, wait and end.

#include <inlay/config.hpp>
#include <inlay/host/atomic.hpp>
#include <inlay/host/clock.hpp>
#include <inlay/host/job.hpp>
#include <inlay/host/system_threads.hpp>

#include <cstddef>

#if INLAY_BODIES && defined(__cpp_lib_shared_mutex)

namespace inlay::INLAY_ABI::host {

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
    static constexpr bool possible = true;

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
    // A bit of inside_ that says that helpers may take tasks; the other bits count the helpers that
    // have come in. Why no helper reads a job that is being replaced: the caller writes job_ before
    // it opens, and a helper that comes in reads job_ only if it found the bit set. To end, the
    // caller clears the bit and waits until the count is 0. Whoever came in before that is counted
    // and waited for; whoever comes later finds the bit clear and goes without looking at job_.
    static constexpr unsigned open = 1u << 31;

    void share(const Job& job) {
        struct Release {
            Atomic<bool>& busy;
            ~Release() { busy.store(false); }
        } release{busy_};
        start_helpers();
        job_ = job;
        next_.store(0);
        inside_.fetch_or(open);
        call_helpers();
        work(0);
        inside_.fetch_and(~open);
        while (const unsigned inside = inside_.load()) await_change(inside_, inside);
        failure_.rethrow();
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
            if (team.inside_.fetch_add(1) & open) team.work(self.worker);
            if (team.inside_.fetch_add(~0u) == 1) team.wake();
        }
        return nullptr;
    }

    /// Runs tasks until none is left. They begin in order, so when one throws all below it have
    /// begun and will end: the lowest failure is the one that a serial loop would have met.
    void work(std::size_t worker) {
        for (std::size_t task = 0; (task = next_.fetch_add(1)) < job_.tasks;)
            if (!failure_.run(job_, task, worker)) return next_.store(job_.tasks);
    }

    /// Returns once `word` is no longer `old`: awake at first, as long as it pays, then asleep.
    void await_change(const Atomic<unsigned>& word, unsigned old) {
        const double sleep_from = steady_seconds() + 30e-6;
        do {
            for (int k = 0; k < 64; ++k) {
                if (word.load() != old) return;
                pause();
            }
            yield();  // there may be more threads with work than cores
        } while (steady_seconds() < sleep_from);
        const Guard guard(mutex_);
        sleepers_.fetch_add(1);
        while (word.load() == old) changed_.wait(mutex_);
        sleepers_.fetch_add(~0u);
    }

    /// Wakes all who sleep; called after a word has changed.
    ///
    /// Nobody sleeps through a change. The sleeper counts itself, then reads the word; the waker
    /// has changed the word, then reads the count. All threads agree on one order of these four.
    /// If the waker reads first, the change came before the sleeper read the word: it does not
    /// wait. If the sleeper counts first, the waker finds it and takes the mutex, which the sleeper
    /// has held since before it counted itself, until it waits or has seen the change: the
    /// notification comes when nobody is between the two.
    void wake() {
        if (sleepers_.load() == 0) return;
        mutex_.lock();
        mutex_.unlock();
        changed_.notify_all();
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
    alignas(64) Atomic<unsigned> inside_{0};
    alignas(64) Atomic<std::size_t> next_{0};
    alignas(64) Job job_{};
    std::size_t workers_;
    Helper* helpers_;
    std::size_t started_ = 0;  // of the helpers
    Atomic<bool> busy_{false}, stopping_{false};
    Atomic<unsigned> sleepers_{0};
    Mutex mutex_;
    Condition changed_;
    Failure failure_;
};

}  // namespace inlay::INLAY_ABI::host

#elif INLAY_BODIES

namespace inlay::INLAY_ABI::host {

struct Helper {};

/// The team where there are no threads.
struct Team {
    static constexpr bool possible = false;

    Team(Helper*, std::size_t) {}

    bool run(const Job&) { return false; }
};

}  // namespace inlay::INLAY_ABI::host

#endif

#endif  // INLAY_HOST_TEAM_HPP
