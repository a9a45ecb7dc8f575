// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_WORKERS_HPP
#define INLAY_HOST_WORKERS_HPP
// Threads and memory for batches of examples, which a model keeps from one call to the next.

#include <inlay/host/atomic.hpp>
#include <inlay/host/buffer.hpp>
#include <inlay/host/threads.hpp>

#include <cstddef>
#include <utility>

namespace inlay::INLAY_ABI::host {

/// A pool of threads, and `each` numbers for each of them.
template <class Scalar>
struct Workers {
    Workers(int count, std::size_t numbers)
        : each(numbers), pool(count), memory(pool.workers() * each) {}

    std::size_t each;
    ThreadPool pool;
    Buffer<Scalar> memory;
};

/// The workers that a model keeps, for as long as one call needs them. Calls of several threads at
/// a time have workers of their own.
template <class Scalar>
class Lease {
public:
    Lease(Atomic<Workers<Scalar>*>& idle, std::size_t each)
        : idle_(idle), workers_(idle.exchange(nullptr)) {
        const int count = threads();
        if (workers_ && workers_->pool.workers() == static_cast<std::size_t>(count) &&
            workers_->each == each)
            return;
        delete std::exchange(workers_, nullptr);
        workers_ = new Workers<Scalar>(count, each);
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
