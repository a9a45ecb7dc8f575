// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_SCREEN_HPP
#define INLAY_HOST_SCREEN_HPP
// What standard output is: a terminal or not, and how wide.

#include <inlay/config.hpp>

#include <cstddef>
#include <cstdlib>

#if __has_include(<unistd.h>) && !defined(_WIN32)
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace inlay::INLAY_ABI::host {

/// Whether standard output is a terminal; false where there is no way to tell.
INLAY_COLD bool is_terminal();

/// The columns of the terminal: $COLUMNS where it is set, as in Python, or what the terminal says;
/// where there is none, as many as any table wants.
INLAY_COLD std::size_t screen_columns();

#if INLAY_BODIES

INLAY_BODY bool is_terminal() {
#if __has_include(<unistd.h>) && !defined(_WIN32)
    return ::isatty(STDOUT_FILENO) == 1;
#else
    return false;
#endif
}

INLAY_BODY std::size_t screen_columns() {
    if (const char* const set = std::getenv("COLUMNS")) {
        char* end = nullptr;
        const long columns = std::strtol(set, &end, 10);
        if (end != set && *end == 0 && columns > 0) return static_cast<std::size_t>(columns);
    }
#if defined(TIOCGWINSZ)
    struct ::winsize size{};
    if (is_terminal() && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
#endif
    return 112;
}

#endif

}  // namespace inlay::INLAY_ABI::host

#endif  // INLAY_HOST_SCREEN_HPP
