// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_SYSTEM_THREADS_HPP
#define INLAY_HOST_SYSTEM_THREADS_HPP
// Threads, locks and conditions of the system. The headers of the standard library for them take
// the compiler as long as a layer; they serve where the system has no POSIX threads.

#include <inlay/config.hpp>

#include <version>

// The macro of std::shared_mutex tells whether the standard library has threads at all.
#if defined(__cpp_lib_shared_mutex)
#if __has_include(<unistd.h>) && !defined(_WIN32)
#include <unistd.h>  // which tells of POSIX threads
#endif
#if defined(_POSIX_THREADS) && !defined(_WIN32)
#include <pthread.h>
#include <sched.h>
#else
#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>
#endif
#endif

namespace inlay::INLAY_ABI::host {

#if !defined(__cpp_lib_shared_mutex)

/// The lock where there are no threads.
class Mutex {
public:
    void lock() {}
    void unlock() {}
};

inline void yield() {}

#elif defined(_POSIX_THREADS) && !defined(_WIN32)

class Mutex {
public:
    Mutex() = default;
    Mutex(const Mutex&) = delete;
    Mutex& operator=(const Mutex&) = delete;
    ~Mutex() { ::pthread_mutex_destroy(&mutex_); }

    void lock() { ::pthread_mutex_lock(&mutex_); }
    void unlock() { ::pthread_mutex_unlock(&mutex_); }

private:
    friend class Condition;

    ::pthread_mutex_t mutex_ = PTHREAD_MUTEX_INITIALIZER;
};

/// What threads wait for; they look again themselves when they wake up.
class Condition {
public:
    Condition() = default;
    Condition(const Condition&) = delete;
    Condition& operator=(const Condition&) = delete;
    ~Condition() { ::pthread_cond_destroy(&condition_); }

    void wait(Mutex& locked) { ::pthread_cond_wait(&condition_, &locked.mutex_); }
    void notify_all() { ::pthread_cond_broadcast(&condition_); }

private:
    ::pthread_cond_t condition_ = PTHREAD_COND_INITIALIZER;
};

class Thread {
public:
    /// Calls run(context) in a new thread; false where the system has none left.
    bool start(void* (*run)(void* context), void* context) {
        return ::pthread_create(&thread_, nullptr, run, context) == 0;
    }
    void join() { ::pthread_join(thread_, nullptr); }

private:
    ::pthread_t thread_{};
};

inline void yield() { ::sched_yield(); }

/// How many processors there are.
inline int processors() { return static_cast<int>(::sysconf(_SC_NPROCESSORS_ONLN)); }

#else

using Mutex = std::mutex;

class Condition {
public:
    void wait(Mutex& locked) {
        std::unique_lock lock(locked, std::adopt_lock);
        condition_.wait(lock);
        lock.release();
    }
    void notify_all() { condition_.notify_all(); }

private:
    std::condition_variable condition_;
};

class Thread {
public:
    bool start(void* (*run)(void* context), void* context) {
#if defined(__cpp_exceptions)
        try {
            thread_ = std::thread(run, context);
        } catch (const std::system_error&) {
            return false;
        }
#else
        thread_ = std::thread(run, context);
#endif
        return true;
    }
    void join() { thread_.join(); }

private:
    std::thread thread_;
};

inline void yield() { std::this_thread::yield(); }
inline int processors() { return static_cast<int>(std::thread::hardware_concurrency()); }

#endif

/// Holds a lock as long as it lives.
class Guard {
public:
    explicit Guard(Mutex& mutex) : mutex_(mutex) { mutex_.lock(); }
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;
    ~Guard() { mutex_.unlock(); }

private:
    Mutex& mutex_;
};

}  // namespace inlay::INLAY_ABI::host

#endif  // INLAY_HOST_SYSTEM_THREADS_HPP
