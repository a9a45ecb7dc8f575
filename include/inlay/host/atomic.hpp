// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_ATOMIC_HPP
#define INLAY_HOST_ATOMIC_HPP
// A number that several threads read and write: what the library needs of std::atomic, whose header
// brings a wait by table, by futex and by semaphore along.

#include <inlay/config.hpp>

namespace inlay::INLAY_ABI {

/// A number; its operations acquire and release, and are in one order for all threads.
template <class Type>
class Atomic {
public:
    constexpr Atomic(Type value) : value_(value) {}
    Atomic(const Atomic&) = delete;
    Atomic& operator=(const Atomic&) = delete;

    Type load() const { return __atomic_load_n(&value_, __ATOMIC_SEQ_CST); }
    void store(Type value) { __atomic_store_n(&value_, value, __ATOMIC_SEQ_CST); }
    Type exchange(Type value) { return __atomic_exchange_n(&value_, value, __ATOMIC_SEQ_CST); }
    /// Stores `value` if the number is `expected`; returns whether it was.
    bool replace(Type expected, Type value) {
        return __atomic_compare_exchange_n(&value_, &expected, value, false, __ATOMIC_SEQ_CST,
                                           __ATOMIC_SEQ_CST);
    }
    /// Adds, or subtracts by wrapping around, and returns the number before.
    Type fetch_add(Type value) { return __atomic_fetch_add(&value_, value, __ATOMIC_SEQ_CST); }
    Type fetch_or(Type bits) { return __atomic_fetch_or(&value_, bits, __ATOMIC_SEQ_CST); }
    Type fetch_and(Type bits) { return __atomic_fetch_and(&value_, bits, __ATOMIC_SEQ_CST); }

private:
    Type value_;
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_HOST_ATOMIC_HPP
