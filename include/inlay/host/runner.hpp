// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_RUNNER_HPP
#define INLAY_HOST_RUNNER_HPP
// What runs the tasks of a model: threads of the library's own, or a job system of the program's.

#include <inlay/config.hpp>
#include <inlay/host/atomic.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/job.hpp>
#include <inlay/host/threads.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace inlay::INLAY_ABI::host {

/// The tasks of a call, as a job system sees them: task(k) runs number k, on any thread. It may be
/// copied, also into a std::function. A runner that numbers its workers may tell them as well.
class Task {
public:
    Task(void* context, void (*run)(void* context, std::size_t number))
        : context_(context), run_(run) {}

    void operator()(std::size_t number) const { run_(context_, number); }
    void operator()(std::size_t number, std::size_t) const { run_(context_, number); }

private:
    void* context_;
    void (*run_)(void* context, std::size_t number);
};

/// A job system: jobs.parallel(count, task) calls task(k) once for every k below count, on whatever
/// threads it has, and returns when all have ended. jobs.workers(), where it has that, says how
/// many may run at a time.
template <class Type>
concept JobSystem = requires(Type& jobs, const Task& task) { jobs.parallel(std::size_t{}, task); };

/// A job system whose type does not matter any more, or none.
class Jobs {
public:
    Jobs() = default;

    template <JobSystem Type>
        requires(!std::same_as<std::remove_const_t<Type>, Jobs>)
    explicit Jobs(Type& system) : system_(&system), calls_(&calls_of<Type>) {}

    explicit operator bool() const { return system_ != nullptr; }
    bool operator==(const Jobs&) const = default;

    void parallel(std::size_t count, const Task& task) const {
        calls_->parallel(system_, count, task);
    }

    /// How many tasks may run at a time: what the job system says, or what threads() says.
    std::size_t workers() const { return calls_->workers(system_); }

private:
    struct Calls {
        void (*parallel)(void* system, std::size_t count, const Task& task);
        std::size_t (*workers)(void* system);
    };

    template <class Type>
    static std::size_t workers_of([[maybe_unused]] void* system) {
        if constexpr (requires(Type& jobs) { static_cast<std::size_t>(jobs.workers()); })
            return static_cast<std::size_t>(static_cast<Type*>(system)->workers());
        else
            return static_cast<std::size_t>(threads());
    }

    template <class Type>
    static constexpr Calls calls_of{[](void* system, std::size_t count, const Task& task) {
                                        static_cast<Type*>(system)->parallel(count, task);
                                    },
                                    workers_of<Type>};

    void* system_ = nullptr;
    const Calls* calls_ = nullptr;
};

/// Runs tasks on a job system, or, without one, on threads of its own, as train/runner.hpp asks.
class Runner {
public:
    INLAY_COLD explicit Runner(const Jobs& jobs);

    /// How many workers there are for a job system, or for threads of the library's own. Each needs
    /// memory, so that there is a bound where a job system has none.
    INLAY_COLD static std::size_t count(const Jobs& jobs);

    /// Whether it is what would be made anew.
    bool suits(const Jobs& jobs) const { return jobs_ == jobs && workers_ == count(jobs); }

    std::size_t workers() const { return workers_; }

    /// Calls body(task, worker) for every task; no two tasks of one worker at a time. The exception
    /// of the lowest task that throws goes on to the caller.
    template <class Body>
    void parallel(std::size_t tasks, Body&& body) {
        const auto call = [&](std::size_t task, std::size_t worker) { body(task, worker); };
        run(job_of(tasks, call));
    }

    void run(const Job& job);

private:
    static constexpr std::size_t most = 32;
    struct Call;

    Jobs jobs_;
    std::size_t workers_;
    ThreadPool pool_;
};

#if INLAY_BODIES

INLAY_BODY Runner::Runner(const Jobs& jobs)
    : jobs_(jobs), workers_(count(jobs)), pool_(jobs ? 1 : static_cast<int>(workers_)) {}

INLAY_BODY std::size_t Runner::count(const Jobs& jobs) {
    if (!jobs) return static_cast<std::size_t>(threads());
    const std::size_t told = jobs.workers();
    return told < 1 ? 1 : told > most ? most : told;
}

/// One call on a job system, which does not say who runs a task: a task becomes the worker of the
/// lowest number that is free, and waits where its system runs more at a time than it said.
struct Runner::Call {
    const Job& job;
    Atomic<std::uint32_t> free;  // a bit for each worker
    Atomic<std::size_t> ended = 0;
    Failure failure{};

    static void run(void* context, std::size_t task) {
        Call& call = *static_cast<Call*>(context);
        const std::uint32_t bit = call.take();
        call.failure.run(call.job, task, static_cast<std::size_t>(__builtin_ctz(bit)));
        call.free.fetch_or(bit);
        call.ended.fetch_add(1);
    }

    std::uint32_t take() {
        while (true) {
            const std::uint32_t now = free.load();
            if (now == 0)
                yield();
            else if (free.replace(now, now & (now - 1)))
                return now & -now;
        }
    }
};

INLAY_BODY void Runner::run(const Job& job) {
    if (!jobs_) return pool_.run(job);
    Call call{.job = job, .free = ~std::uint32_t{0} >> (most - workers_)};
    jobs_.parallel(job.tasks, Task(&call, Call::run));
    call.failure.rethrow();
    if (const std::size_t ended = call.ended.load(); ended != job.tasks)
        fail(Text() << "the job system returned from parallel(" << job.tasks << ", task) when "
                    << ended << " tasks had ended: each must run once before it returns");
}

#endif

}  // namespace inlay::INLAY_ABI::host

#endif  // INLAY_HOST_RUNNER_HPP
