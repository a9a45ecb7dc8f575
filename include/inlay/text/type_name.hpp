// SPDX-License-Identifier: MIT
#ifndef INLAY_TEXT_TYPE_NAME_HPP
#define INLAY_TEXT_TYPE_NAME_HPP
// The text of a type as its user typed it: Conv2D<32, 5, 5>, without namespaces.

#include <inlay/config.hpp>
#include <inlay/text/sentence.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

namespace naming {

template <class Type>
constexpr std::string_view compiler_text() {
    return __PRETTY_FUNCTION__;
}

constexpr bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Writes a number such as 2.5e-1 the short way, with at most six significant digits: 0.25.
constexpr void append_number(Sentence& out, double value) {
    if (value < 0) {
        out << "-";
        value = -value;
    }
    int exponent = 0;  // value = scaled * 10^exponent with six digits in scaled
    if (value > 0) {
        while (value < 1e5) value *= 10, --exponent;
        while (value >= 1e6) value /= 10, ++exponent;
    }
    auto scaled = static_cast<unsigned long long>(value + 0.5);
    while (scaled != 0 && scaled % 10 == 0) scaled /= 10, ++exponent;
    if (exponent < -12 || exponent > 6) {
        out << scaled << "e" << exponent;
        return;
    }
    char digits[40]{};
    int count = 0;
    for (; scaled != 0; scaled /= 10) digits[count++] = static_cast<char>('0' + scaled % 10);
    while (count <= -exponent) digits[count++] = '0';
    for (int k = count - 1; k >= 0; --k) {
        out << std::string_view(&digits[k], 1);
        if (k == -exponent && k > 0) out << ".";
    }
    for (; exponent > 0; --exponent) out << "0";
}

/// Reads a decimal number with an optional fraction and exponent; advances past it.
constexpr double read_number(std::string_view text, std::size_t& at) {
    double value = 0, unit = 1;
    bool fraction = false, negative = false;
    if (at < text.size() && text[at] == '-') negative = true, ++at;
    for (; at < text.size() && (text[at] == '.' || (text[at] >= '0' && text[at] <= '9')); ++at) {
        if (text[at] == '.') {
            fraction = true;
        } else {
            value = value * 10 + (text[at] - '0');
            if (fraction) unit *= 10;
        }
    }
    value /= unit;
    if (at < text.size() && text[at] == 'e') {
        ++at;
        const bool down = at < text.size() && text[at] == '-';
        if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
        int power = 0;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
            power = power * 10 + (text[at] - '0');
        for (; power > 0; --power) value = down ? value / 10 : value * 10;
    }
    return negative ? -value : value;
}

/// Reads the next number of a structure in braces, which may be named; advances past it.
constexpr double read_field(std::string_view text, std::size_t& at) {
    while (at < text.size() && !(is_word(text[at]) || text[at] == '-')) ++at;
    if (is_word(text[at]) && !(text[at] >= '0' && text[at] <= '9'))
        while (is_word(text[at]) || text[at] == '=' || text[at] == ' ') ++at;
    return read_number(text, at);
}

/// Copies a text in quotes, as it stands; advances past it.
constexpr void append_quoted(Sentence& out, std::string_view text, std::size_t& at) {
    const std::size_t begin = text.find('"', at), end = text.find('"', begin + 1);
    out << text.substr(begin, end - begin + 1);
    at = end + 1;
}

}  // namespace naming

/// The text of a type, at most Sentence::capacity characters: namespaces are dropped, and a Number
/// argument is written as a plain decimal, a Factor as one or as both of its ends, a Name as the
/// text that it is.
template <class Type>
constexpr Sentence type_name() {
    std::string_view from = naming::compiler_text<Type>();
    const std::size_t begin = from.find("Type = ") + 7;
    // GCC: "... [with Type = X; std::string_view = ...]"; Clang: "... [Type = X]".
    const std::size_t end = from.find(';', begin);
    from = from.substr(begin, (end == from.npos ? from.rfind(']') : end) - begin);
    Sentence name;
    for (std::size_t at = 0; at < from.size();) {
        std::size_t stop = at;
        while (stop < from.size() && naming::is_word(from[stop])) ++stop;
        if (stop == at) {
            if (from.substr(at, 2) == "::" || from.substr(at, 1) == "{" || from[at] == '}') {
                at += from[at] == ':' ? 2u : 1u;
            } else if (from.substr(at, 2) == " >") {
                ++at;  // GCC writes > > where >> was typed
            } else {
                name << from.substr(at++, 1);
            }
            continue;
        }
        const std::string_view word = from.substr(at, stop - at);
        at = stop;
        const bool number = word == "Number";
        if ((number || word == "Factor") && at < from.size() &&
            (from[at] == '{' || from[at] == '(')) {
            const double first = naming::read_field(from, at);
            const double second = number ? first : naming::read_field(from, at);
            if (!number && first != -second) {
                name << "Factor(";
                naming::append_number(name, first);
                name << ", ";
            }
            naming::append_number(name, second);
            if (!number && first != -second) name << ")";
            while (at < from.size() && from[at] != '}' && from[at] != ')') ++at;
            ++at;
        } else if (word == "Name" && from.substr(at, 1) == "<") {
            naming::append_quoted(name, from, at);
            at += from.substr(at, 1) == "}";
        } else if (from.substr(at, 2) != "::") {
            name << word;
        }
    }
    return name;
}

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TEXT_TYPE_NAME_HPP
