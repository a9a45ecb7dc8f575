// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_ERROR_HPP
#define INLAY_HOST_ERROR_HPP
// How the hosted parts report a mistake: an exception, or a line and an abort where there are none.

#include <inlay/config.hpp>
#include <inlay/host/text.hpp>
#include <inlay/text/debugging.hpp>
#include <inlay/text/status.hpp>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace inlay {

/// What the hosted parts throw: what() is a sentence that says what was found and what expected.
/// One type for all instruction sets, so that a program catches what its plugins throw.
class Error : public std::runtime_error {
public:
    explicit Error(const char* sentence) : std::runtime_error(sentence) {}
};

}  // namespace inlay

namespace inlay::INLAY_ABI {

/// Throws an Error; without exceptions writes the sentence to stderr and aborts.
[[noreturn]] INLAY_COLD void fail(const Text& sentence);

/// The same for a failure that the core reported.
[[noreturn]] INLAY_COLD void fail(const Status& failure);

namespace debugging {

/// What hosted programs do about a mistake unless they set a handler of their own.
[[noreturn]] INLAY_COLD void write_and_abort(const char* sentence);

}  // namespace debugging

#if INLAY_BODIES

INLAY_BODY void debugging::write_and_abort(const char* sentence) {
    std::fprintf(stderr, "inlay: %s\n", sentence);
    std::abort();
}

INLAY_BODY void fail(const Text& sentence) {
#if defined(__cpp_exceptions)
    throw Error(sentence.c_str());
#else
    debugging::write_and_abort(sentence.c_str());
#endif
}

INLAY_BODY void fail(const Status& failure) { fail(Text(failure.message())); }

#endif

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_HOST_ERROR_HPP
