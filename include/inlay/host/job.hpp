// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_JOB_HPP
#define INLAY_HOST_JOB_HPP
// The tasks of one call, and what they throw.

#include <inlay/config.hpp>
#include <inlay/host/system_threads.hpp>

#include <cstddef>
#include <exception>
#include <utility>

namespace inlay::INLAY_ABI::host {

/// A call of tasks by number, each of which is told which worker runs it: no two tasks of one
/// worker run at a time.
struct Job {
    std::size_t tasks;
    const void* context;
    void (*run)(const void* context, std::size_t task, std::size_t worker);
};

/// The job of an object body(task, worker), which must outlive it.
template <class Body>
Job job_of(std::size_t tasks, const Body& body) {
    return {tasks, &body, [](const void* context, std::size_t task, std::size_t worker) {
                (*static_cast<const Body*>(context))(task, worker);
            }};
}

/// The exception of the lowest task that threw one.
class Failure {
public:
    /// Runs a task; false where it has thrown.
    bool run(const Job& job, std::size_t task, std::size_t worker) {
#if defined(__cpp_exceptions)
        try {
            job.run(job.context, task, worker);
        } catch (...) {
            const Guard guard(mutex_);
            if (!exception_ || task < task_) {
                exception_ = std::current_exception();
                task_ = task;
            }
            return false;
        }
#else
        job.run(job.context, task, worker);
#endif
        return true;
    }

    /// Throws the exception, once all tasks have ended.
    void rethrow() {
        if (exception_) std::rethrow_exception(std::exchange(exception_, nullptr));
    }

private:
    std::exception_ptr exception_;
    std::size_t task_ = 0;
    Mutex mutex_;
};

}  // namespace inlay::INLAY_ABI::host

#endif  // INLAY_HOST_JOB_HPP
