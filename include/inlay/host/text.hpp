// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_TEXT_HPP
#define INLAY_HOST_TEXT_HPP
// Texts of any length, written piece by piece. Each kind of piece is one function that is compiled
// once; std::string's functions are templates, which every program in C++20 compiles anew.

#include <inlay/config.hpp>
#include <inlay/host/buffer.hpp>
#include <inlay/text/sentence.hpp>

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace inlay::INLAY_ABI {

/// A number as a text shows it, under every locale: with so many digits behind the point, and with
/// an exponent where it is scientific. What is no number has no sign, as in Python.
struct Decimal {
    double value;
    int digits;
    bool scientific = false;
};

/// A number as a sentence tells it: without a point where it is whole, with an exponent where six
/// digits behind the point would not show it.
constexpr Decimal readable(double value) {
    const double magnitude = value < 0 ? -value : value;
    if (magnitude < 1e15 && static_cast<double>(static_cast<std::int64_t>(value)) == value)
        return {value, 0};
    return {value, 6, magnitude < 1e-4 || magnitude >= 1e15};
}

/// A text that grows at its end: Text() << "found " << 3.
class Text {
public:
    Text() = default;

    /// A literal, a std::string, a std::string_view.
    template <std::convertible_to<std::string_view> Piece>
        requires(!std::same_as<Piece, Text>)
    Text(const Piece& piece) {
        *this << std::string_view(piece);
    }

    INLAY_COLD Text(const Text& other);
    INLAY_COLD Text& operator=(const Text& other);
    INLAY_COLD ~Text();  // one copy: texts end wherever an error may pass

    INLAY_COLD Text& operator<<(std::string_view piece);
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

    INLAY_COLD Text& operator<<(const Decimal& number);

    /// Writes a piece again and again.
    INLAY_COLD Text& repeat(std::string_view piece, std::size_t times);

    std::string_view view() const { return {characters_.data(), size_}; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    operator std::string_view() const { return view(); }
    operator std::string() const { return std::string(view()); }

    /// The characters, with a zero behind them.
    const char* c_str() const { return empty() ? "" : characters_.data(); }

    friend bool operator==(const Text& text, std::string_view other) {
        return text.view() == other;
    }

private:
    INLAY_COLD Text& whole(std::int64_t number);
    INLAY_COLD Text& natural(std::uint64_t number);

    Buffer<char> characters_;  // more than the text, zeros behind it
    std::size_t size_ = 0;
};

/// The last so many hexadecimal digits of a number: 00ff.
INLAY_COLD Text hexadecimal(std::uint64_t number, int digits);

#if INLAY_BODIES

INLAY_BODY Text::Text(const Text& other) { *this << other; }

INLAY_BODY Text& Text::operator=(const Text& other) {
    characters_ = other.characters_;
    size_ = other.size_;
    return *this;
}

INLAY_BODY Text::~Text() {}

INLAY_BODY Text& Text::operator<<(std::string_view piece) {
    const std::size_t size = size_ + piece.size();
    Buffer<char> other;  // holds the piece, where it is of this text, until it has been copied
    if (size >= characters_.size()) {
        other = characters_.longer(2 * size + 64);
        std::swap(characters_, other);
    }
    for (const char c : piece) characters_[size_++] = c;
    return *this;
}

INLAY_BODY Text& Text::operator<<(const Decimal& number) {
    if (number.value != number.value) return *this << "nan";
    char digits[400];  // the largest double has 309 before the point
    const auto form = number.scientific ? std::chars_format::scientific : std::chars_format::fixed;
    const auto end =
        std::to_chars(digits, digits + sizeof digits, number.value, form, number.digits);
    return *this << std::string_view(digits, static_cast<std::size_t>(end.ptr - digits));
}

INLAY_BODY Text& Text::repeat(std::string_view piece, std::size_t times) {
    for (; times > 0; --times) *this << piece;
    return *this;
}

INLAY_BODY Text& Text::whole(std::int64_t number) { return *this << (Sentence() << number).view(); }

INLAY_BODY Text& Text::natural(std::uint64_t number) {
    return *this << (Sentence() << number).view();
}

INLAY_BODY Text hexadecimal(std::uint64_t number, int digits) {
    Text text;
    while (digits-- > 0) text << "0123456789abcdef"[number >> 4 * digits & 15];
    return text;
}

#endif

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_HOST_TEXT_HPP
