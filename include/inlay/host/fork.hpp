// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_FORK_HPP
#define INLAY_HOST_FORK_HPP
// What a child process makes anew: after a fork only the thread that forked is left in it. Locks
// stay locked, and whoever waits for one of the other threads waits for ever.

#include <inlay/config.hpp>
#include <inlay/host/atomic.hpp>
#include <inlay/host/system_threads.hpp>

#include <new>

namespace inlay::INLAY_ABI::host {

/// How many forks lie between this process and the first that asked.
inline Atomic<unsigned>& forks() {
    static constinit Atomic<unsigned> count = 0;
    return count;
}

/// Counts forks from now on. Two threads that come at a time let each fork count twice.
INLAY_COLD inline void count_forks() {
#if defined(_POSIX_THREADS) && (defined(__unix__) || defined(__APPLE__))
    static constinit Atomic<bool> counted = false;
    if (counted.load()) return;
    ::pthread_atfork(nullptr, nullptr, [] { forks().fetch_add(1); });
    counted.store(true);
#endif
}

/// An object that other threads may hold or wait for. A child process makes one of its own in its
/// place, at first use, and never touches the parent's.
template <class Type>
class PerProcess {
public:
    template <class... Arguments>
    explicit PerProcess(const Arguments&... arguments) : object_(arguments...) {
        count_forks();
        home_.store(forks().load());
    }
    PerProcess(const PerProcess&) = delete;
    PerProcess& operator=(const PerProcess&) = delete;
    ~PerProcess() {
        if (home_.load() == forks().load()) object_.~Type();
    }

    /// The object of this process, made by the same arguments as the first.
    template <class... Arguments>
    Type& get(const Arguments&... arguments) {
        if (home_.load() != forks().load()) renew(arguments...);
        return object_;
    }

private:
    template <class... Arguments>
    INLAY_COLD INLAY_NOINLINE void renew(const Arguments&... arguments) {
        const unsigned now = forks().load();
        while (home_.load() != now) {
            // A thread of the parent's may have been in here when its process was copied.
            const unsigned begun = renewing_.load();
            if (begun == now || !renewing_.replace(begun, now)) {
                yield();
                continue;
            }
            new (&object_) Type(arguments...);
            home_.store(now);
        }
    }

    union {
        Type object_;
    };
    Atomic<unsigned> home_ = 0;      // forks before the process that made the object
    Atomic<unsigned> renewing_ = 0;  // and before the last that began to make one
};

}  // namespace inlay::INLAY_ABI::host

#endif  // INLAY_HOST_FORK_HPP
