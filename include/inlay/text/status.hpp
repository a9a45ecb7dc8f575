// SPDX-License-Identifier: MIT
#ifndef INLAY_TEXT_STATUS_HPP
#define INLAY_TEXT_STATUS_HPP
// How the core reports a mistake at run time: a value with a sentence, no exception.

#include <inlay/config.hpp>
#include <inlay/text/sentence.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Success, or a failure that says what was found and what was expected; converts to true on
/// success.
class [[nodiscard]] Status {
public:
    constexpr Status() = default;
    constexpr explicit Status(const Sentence& failure) : sentence_(failure) {}

    /// True on success.
    constexpr explicit operator bool() const { return sentence_.empty(); }

    /// The sentence that tells what went wrong; empty on success.
    constexpr std::string_view message() const { return sentence_.view(); }

private:
    Sentence sentence_;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Status;
}  // namespace inlay

#endif  // INLAY_TEXT_STATUS_HPP
