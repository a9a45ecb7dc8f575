// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_CLOCK_HPP
#define INLAY_HOST_CLOCK_HPP
// A clock that never goes back.

#include <inlay/config.hpp>

#include <ctime>

#if !defined(CLOCK_MONOTONIC) || defined(_WIN32)
#include <chrono>
#endif

namespace inlay::INLAY_ABI::host {

/// Seconds since whenever.
INLAY_COLD double steady_seconds();

#if INLAY_BODIES

INLAY_BODY double steady_seconds() {
#if defined(CLOCK_MONOTONIC) && !defined(_WIN32)
    ::timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
#else
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
#endif
}

#endif

}  // namespace inlay::INLAY_ABI::host

#endif  // INLAY_HOST_CLOCK_HPP
