// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_AHEAD_HPP
#define INLAY_HOST_AHEAD_HPP
// Threads that run numbered tasks ahead of a reader, who takes their results in order.

#include <inlay/config.hpp>
#include <inlay/host/job.hpp>
#include <inlay/host/system_threads.hpp>

#include <cstddef>
#include <utility>

namespace inlay::INLAY_ABI::host {

/// Runs the tasks of a job, at most so many of them ahead of the reader, who awaits and releases
/// one after another. A task is told its slot, which no other task has until it is released: there
/// it leaves its result. Where there are no threads, a task runs when it is awaited.
class Ahead {
public:
    Ahead() = default;
    Ahead(const Ahead&) = delete;
    Ahead& operator=(const Ahead&) = delete;
    ~Ahead() { end(); }

    /// Begins a job on so many threads; `most` tasks, at least one, may have begun that have not
    /// been released, and there are as many slots.
    INLAY_COLD void begin(const Job& job, std::size_t workers, std::size_t most);

    /// Returns the slot of a task once that has ended; throws what it threw.
    INLAY_COLD std::size_t await(std::size_t task);

    /// Gives the slot of the lowest task that has one to a later task.
    INLAY_COLD void release();

    /// Returns when no task runs any more; those that have not begun never will.
    INLAY_COLD void end();

private:
    struct Crew;

    Job job_{};
    std::size_t slots_ = 1;
    Crew* crew_ = nullptr;  // where threads run the job
};

#if INLAY_BODIES

#if defined(__cpp_lib_shared_mutex)

struct Ahead::Crew {
    struct Slot {
        bool ended = false;
        Failure failure{};
    };

    Crew(const Job& of, std::size_t workers, std::size_t most)
        : job(of), slot_count(most), slots(new Slot[most]), threads(new Thread[workers]) {}
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    ~Crew() {
        {
            const Guard guard(mutex);
            next = job.tasks;
        }
        changed.notify_all();
        for (std::size_t k = 0; k < started; ++k) threads[k].join();
        delete[] threads;
        delete[] slots;
    }

    /// Starts threads; where the system has no more of them, fewer do all the work.
    void start(std::size_t workers) {
        for (; started < workers; ++started)
            if (!threads[started].start(work, this)) return;
    }

    /// What a thread does.
    static void* work(void* context) {
        Crew& crew = *static_cast<Crew*>(context);
        for (std::size_t task = 0; crew.begin(task);) {
            Slot& slot = crew.slots[task % crew.slot_count];
            slot.failure.run(crew.job, task, task % crew.slot_count);
            {
                const Guard guard(crew.mutex);
                slot.ended = true;
            }
            crew.changed.notify_all();
        }
        return nullptr;
    }

    /// Gives the next task, once there is a slot for it; false where none is left.
    bool begin(std::size_t& task) {
        const Guard guard(mutex);
        while (next < job.tasks && next - released >= slot_count) changed.wait(mutex);
        if (next >= job.tasks) return false;
        task = next++;
        return true;
    }

    const Job job;
    const std::size_t slot_count;
    Slot* const slots;
    Thread* const threads;
    std::size_t started = 0;  // of the threads
    std::size_t next = 0, released = 0;
    Mutex mutex;
    Condition changed;
};

INLAY_BODY void Ahead::begin(const Job& job, std::size_t workers, std::size_t most) {
    end();
    job_ = job;
    slots_ = most;
    if (workers > most) workers = most;  // no more of them would ever run
    if (workers == 0) return;
    crew_ = new Crew(job, workers, most);
    crew_->start(workers);
    if (crew_->started == 0) end();
}

INLAY_BODY std::size_t Ahead::await(std::size_t task) {
    const std::size_t number = task % slots_;
    if (crew_ == nullptr) {
        job_.run(job_.context, task, number);
        return number;
    }
    Crew::Slot& slot = crew_->slots[number];
    {
        const Guard guard(crew_->mutex);
        while (!slot.ended) crew_->changed.wait(crew_->mutex);
        slot.ended = false;
    }
    slot.failure.rethrow();
    return number;
}

INLAY_BODY void Ahead::release() {
    if (crew_ == nullptr) return;
    {
        const Guard guard(crew_->mutex);
        ++crew_->released;
    }
    crew_->changed.notify_all();
}

INLAY_BODY void Ahead::end() { delete std::exchange(crew_, nullptr); }

#else

INLAY_BODY void Ahead::begin(const Job& job, std::size_t, std::size_t most) {
    job_ = job;
    slots_ = most;
}

INLAY_BODY std::size_t Ahead::await(std::size_t task) {
    job_.run(job_.context, task, task % slots_);
    return task % slots_;
}

INLAY_BODY void Ahead::release() {}

INLAY_BODY void Ahead::end() {}

#endif

#endif

}  // namespace inlay::INLAY_ABI::host

#endif  // INLAY_HOST_AHEAD_HPP
