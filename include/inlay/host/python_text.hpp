// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_PYTHON_TEXT_HPP
#define INLAY_HOST_PYTHON_TEXT_HPP
// Numbers as Python prints them, and patterns as its str.format fills them in, which Keras's
// messages, logs and names of files are made of.

#include <inlay/config.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/text.hpp>
#include <inlay/host/view.hpp>

#include <charconv>
#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// A double as Python prints it: the fewest digits that tell it from all others. 0.1, 1.0, 1e-05.
INLAY_COLD Text python_number(double value);

/// A number that a pattern may name.
struct NamedNumber {
    std::string_view name;
    double value;
    bool whole = false;  ///< a Python int
};

/// A pattern of str.format with its fields filled in: "best-{epoch:02d}-{val_loss:.2f}"; {{ stands
/// for {. An Error, which begins with `place`, where a field names no number, or where the format
/// is none of [0][width][.precision] and d, f, e, g or %.
INLAY_COLD Text python_format(std::string_view pattern, View<const NamedNumber> numbers,
                              std::string_view place);

#if INLAY_BODIES

INLAY_BODY Text python_number(double value) {
    if (value != value) return "nan";
    char text[32];
    const auto end =
        std::to_chars(text, text + sizeof text, value, std::chars_format::scientific).ptr;
    const std::string_view all(text, static_cast<std::size_t>(end - text));
    const std::size_t e = all.rfind('e');
    if (e == all.npos) return all;  // inf
    int exponent = 0;
    for (const char c : all.substr(e + 2)) exponent = 10 * exponent + (c - '0');
    if (all[e + 1] == '-') exponent = -exponent;
    if (exponent < -4 || exponent >= 16) return all;
    Text fixed;
    std::string_view digits = all.substr(0, e);
    if (digits[0] == '-') {
        fixed << '-';
        digits.remove_prefix(1);
    }
    const char first = digits[0];
    const std::string_view rest = digits.size() > 2 ? digits.substr(2) : std::string_view();
    if (exponent < 0) {
        fixed << "0.";
        fixed.repeat("0", static_cast<std::size_t>(-exponent - 1)) << first << rest;
        return fixed;
    }
    const auto before = static_cast<std::size_t>(exponent);  // digits behind the first
    fixed << first << rest.substr(0, before < rest.size() ? before : rest.size());
    if (rest.size() <= before) return fixed.repeat("0", before - rest.size()) << ".0";
    return fixed << "." << rest.substr(before);
}

/// What stands behind the colon of a field.
struct PythonFormat {
    std::size_t width = 0;
    int precision = -1;
    bool zeros = false, known = true;
    char type = 0;

    INLAY_COLD explicit PythonFormat(std::string_view text) {
        const auto number = [&] {
            std::size_t value = 0;
            while (!text.empty() && text[0] >= '0' && text[0] <= '9' && value < 1000) {
                value = 10 * value + static_cast<std::size_t>(text[0] - '0');
                text.remove_prefix(1);
            }
            return value;
        };
        zeros = text.starts_with('0');
        width = number();
        if (text.starts_with('.')) {
            text.remove_prefix(1);
            known = !text.empty() && text[0] >= '0' && text[0] <= '9';
            precision = static_cast<int>(number());
        }
        if (!text.empty()) {
            type = text[0];
            text.remove_prefix(1);
        }
        known = known && text.empty() && width < 1000 && precision < 300 &&
                (type == 0 ? precision < 0
                           : std::string_view("dfeg%").find(type) != std::string_view::npos) &&
                (type != 'd' || precision < 0);
    }

    /// A number in this format.
    INLAY_COLD Text operator()(const NamedNumber& number) const {
        Text plain;
        const int digits = precision < 0 ? 6 : precision;
        if (type == 'd' || (type == 0 && number.whole)) {
            plain << Decimal{number.value, 0};
        } else if (type == 0) {
            plain << python_number(number.value);
        } else if (type == 'g' && number.value == number.value) {
            char text[400];
            const auto end = std::to_chars(text, text + sizeof text, number.value,
                                           std::chars_format::general, digits)
                                 .ptr;
            plain << std::string_view(text, static_cast<std::size_t>(end - text));
        } else {
            plain << Decimal{type == '%' ? 100 * number.value : number.value, digits, type == 'e'};
        }
        if (type == '%') plain << '%';
        if (plain.size() >= width) return plain;
        Text padded;
        std::string_view rest = plain.view();
        if (zeros && rest[0] == '-') {
            padded << '-';
            rest.remove_prefix(1);
        }
        return padded.repeat(zeros ? "0" : " ", width - plain.size()) << rest;
    }
};

INLAY_BODY Text python_format(std::string_view pattern, View<const NamedNumber> numbers,
                              std::string_view place) {
    Text made;
    const std::string_view whole = pattern;
    const auto fault = [&](const Text& what) {
        fail(Text() << place << "'" << whole << "' " << what);
    };
    while (!pattern.empty()) {
        const std::size_t at = pattern.find_first_of("{}");
        if (at == pattern.npos) return made << pattern;
        made << pattern.substr(0, at);
        const char brace = pattern[at];
        const std::string_view rest = pattern.substr(at + 1);
        if (rest.starts_with(brace)) {
            made << brace;
            pattern = rest.substr(1);
            continue;
        }
        const std::size_t end = rest.find('}');
        if (brace == '}' || end == rest.npos)
            fault(Text() << "has a lone " << brace << ", which is written twice where it is meant");
        const std::string_view field = rest.substr(0, end);
        const std::string_view name = field.substr(0, field.find(':'));
        const PythonFormat format(
            field.substr(name.size() < field.size() ? name.size() + 1 : field.size()));
        const NamedNumber* found = nullptr;
        Text known;
        for (const NamedNumber& number : numbers) {
            if (number.name == name) found = &number;
            known << (known.empty() ? "" : ", ") << number.name;
        }
        if (found == nullptr)
            fault(Text() << "names {" << name << "}, but there is only " << known);
        if (!format.known)
            fault(Text() << "asks for {" << field << "}, but a format is [0][width][.precision] "
                         << "and d, f, e, g or %");
        if (format.type == 'd' && !found->whole)
            fault(Text() << "asks for {" << field << "}, but " << name << " is no whole number");
        made << format(*found);
        pattern = rest.substr(end + 1);
    }
    return made;
}

#endif

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_HOST_PYTHON_TEXT_HPP
