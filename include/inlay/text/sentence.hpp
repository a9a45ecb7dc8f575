// SPDX-License-Identifier: MIT
#ifndef INLAY_TEXT_SENTENCE_HPP
#define INLAY_TEXT_SENTENCE_HPP
// Sentences without a heap: built by the compiler for its diagnostics and at run time for errors.

#include <inlay/config.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// A text of at most `capacity` characters that can be built in a constant expression; what does
/// not fit is dropped.
struct Sentence {
    static constexpr std::size_t capacity = 400;

    char characters[capacity + 1]{};
    std::size_t length = 0;

    constexpr std::string_view view() const { return {characters, length}; }
    constexpr bool empty() const { return length == 0; }

    constexpr Sentence& operator<<(std::string_view text) {
        for (char c : text)
            if (length < capacity) characters[length++] = c;
        return *this;
    }

    template <std::integral Whole>
    constexpr Sentence& operator<<(Whole number) {
        if constexpr (std::signed_integral<Whole>)
            if (number < 0) return *this << "-" << (std::uint64_t{0} - std::uint64_t(number));
        char digits[20]{};
        std::size_t first = 20;
        auto rest = static_cast<std::uint64_t>(number);
        do {
            digits[--first] = static_cast<char>('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        return *this << std::string_view(digits + first, 20 - first);
    }

    constexpr Sentence& operator<<(const Sentence& other) { return *this << other.view(); }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TEXT_SENTENCE_HPP
