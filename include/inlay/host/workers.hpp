// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_WORKERS_HPP
#define INLAY_HOST_WORKERS_HPP
// Threads and memory for batches of examples, which a model keeps from one call to the next.

#include <inlay/host/atomic.hpp>
#include <inlay/host/buffer.hpp>
#include <inlay/host/memory.hpp>
#include <inlay/host/runner.hpp>

#include <cstddef>
#include <utility>

namespace inlay::INLAY_ABI::host {

/// Something to run tasks on, and `each` numbers for each of its workers.
template <class Scalar>
struct Workers {
    Workers(const Jobs& jobs, std::size_t numbers, const Memory& from)
        : each(numbers), runner(jobs), memory(runner.workers() * each, from) {}

    std::size_t each;
    Runner runner;
    Buffer<Scalar> memory;
};

/// The workers that a model keeps, for as long as one call needs them. Calls of several threads at
/// a time have workers of their own.
template <class Scalar>
class Lease {
public:
    Lease(Atomic<Workers<Scalar>*>& idle, const Jobs& jobs, std::size_t each, const Memory& memory)
        : idle_(idle), workers_(idle.exchange(nullptr)) {
        if (workers_ && workers_->runner.suits(jobs) && workers_->each == each) return;
        delete std::exchange(workers_, nullptr);
        workers_ = new Workers<Scalar>(jobs, each, memory);
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() { delete idle_.exchange(workers_); }

    Workers<Scalar>* operator->() { return workers_; }

private:
    Atomic<Workers<Scalar>*>& idle_;
    Workers<Scalar>* workers_;
};

}  // namespace inlay::INLAY_ABI::host

#endif  // INLAY_HOST_WORKERS_HPP
