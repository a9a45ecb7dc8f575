// SPDX-License-Identifier: MIT
#pragma once
// How the hosted parts report a mistake: an exception, or a line and an abort where there are none.

#include <inlay/config.hpp>
#include <inlay/model/text.hpp>
#include <inlay/text/status.hpp>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace inlay::inline INLAY_ABI {

/// What the hosted parts throw: what() is a sentence that says what was found and what expected.
class Error : public std::runtime_error {
public:
    explicit Error(const Text& sentence) : std::runtime_error(sentence.c_str()) {}
    explicit Error(const Status& failure) : Error(Text(failure.message())) {}
};

/// Throws an Error; without exceptions writes the sentence to stderr and aborts.
[[noreturn]] INLAY_COLD INLAY_NOINLINE inline void fail(const Text& sentence) {
#if defined(__cpp_exceptions)
    throw Error(sentence);
#else
    std::fprintf(stderr, "inlay: %s\n", sentence.c_str());
    std::abort();
#endif
}

/// The same for a failure that the core reported.
[[noreturn]] INLAY_COLD INLAY_NOINLINE inline void fail(const Status& failure) {
    fail(Text(failure.message()));
}

}  // namespace inlay::inline INLAY_ABI
