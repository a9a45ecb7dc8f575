// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_OUTPUT_HPP
#define INLAY_HOST_OUTPUT_HPP
// Where texts are printed. It is C's standard output: <iostream> takes the compiler as long as a
// layer, and begins every program that includes it.

#include <inlay/config.hpp>

#include <cstdio>
#include <string_view>

#if INLAY_BODIES

namespace inlay::INLAY_ABI::host {

/// Takes texts, each to be seen at once.
struct Output {
    void (*write)(void* to, std::string_view text);
    void* to = nullptr;

    void operator()(std::string_view text) const { write(to, text); }
};

INLAY_COLD inline void write_to_file(void* file, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), static_cast<std::FILE*>(file));
    std::fflush(static_cast<std::FILE*>(file));
}

inline Output standard_output() { return {write_to_file, stdout}; }
inline Output standard_error() { return {write_to_file, stderr}; }

}  // namespace inlay::INLAY_ABI::host

#endif

#endif  // INLAY_HOST_OUTPUT_HPP
