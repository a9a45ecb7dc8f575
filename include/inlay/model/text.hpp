// SPDX-License-Identifier: MIT
#pragma once
// Texts of any length, written piece by piece. Each kind of piece is one function that is compiled
// once; chains of std::string's operators are compiled anew wherever they stand, in every program.

#include <inlay/config.hpp>
#include <inlay/text/sentence.hpp>

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace inlay::inline INLAY_ABI {

/// A number as a text shows it, under every locale: with so many digits behind the point, and with
/// an exponent where it is scientific.
struct Decimal {
    double value;
    int digits;
    bool scientific = false;
};

/// A text that grows at its end: Text() << "found " << 3.
class Text {
public:
    INLAY_COLD INLAY_NOINLINE Text& operator<<(std::string_view piece) {
        text_.append(piece);
        return *this;
    }
    Text& operator<<(const std::string& piece) { return *this << std::string_view(piece); }
    Text& operator<<(const char* piece) { return *this << std::string_view(piece); }
    Text& operator<<(const Text& piece) { return *this << piece.view(); }
    Text& operator<<(char c) { return *this << std::string_view(&c, 1); }

    template <std::integral Whole>
    Text& operator<<(Whole number) {
        if constexpr (std::signed_integral<Whole>)
            return whole(number);
        else
            return natural(number);
    }

    INLAY_COLD INLAY_NOINLINE Text& operator<<(const Decimal& number) {
        char digits[400];  // the largest double has 309 before the point
        const auto form =
            number.scientific ? std::chars_format::scientific : std::chars_format::fixed;
        const auto end =
            std::to_chars(digits, digits + sizeof digits, number.value, form, number.digits);
        return *this << std::string_view(digits, static_cast<std::size_t>(end.ptr - digits));
    }

    /// Writes a piece again and again.
    INLAY_COLD INLAY_NOINLINE Text& repeat(std::string_view piece, std::size_t times) {
        for (; times > 0; --times) *this << piece;
        return *this;
    }

    std::string_view view() const { return text_; }
    const std::string& str() const { return text_; }
    operator const std::string&() const { return text_; }

private:
    INLAY_COLD INLAY_NOINLINE Text& whole(std::int64_t number) {
        return *this << (Sentence() << number).view();
    }
    INLAY_COLD INLAY_NOINLINE Text& natural(std::uint64_t number) {
        return *this << (Sentence() << number).view();
    }

    std::string text_;
};

}  // namespace inlay::inline INLAY_ABI
