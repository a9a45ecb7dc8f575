// SPDX-License-Identifier: MIT
#ifndef INLAY_IO_JSON_HPP
#define INLAY_IO_JSON_HPP
// The JSON of safetensors headers: objects, strings, whole numbers and lists of them (RFC 8259).

#include <inlay/config.hpp>
#include <inlay/host/buffer.hpp>
#include <inlay/host/text.hpp>
#include <inlay/text/sentence.hpp>
#include <inlay/text/status.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace inlay::INLAY_ABI::io {

/// The beginning of a text, as a JSON string of about 60 characters at most: a name in an error.
INLAY_COLD Text in_quotes(std::string_view text);

/// The length in bytes of the UTF-8 character at the front of a text; 0 where there is none
/// (Unicode 15, table 3-7: no overlong form, no surrogate, nothing above U+10FFFF).
constexpr std::size_t utf8_length(std::string_view text) {
    const auto byte = [&](std::size_t k) -> unsigned {
        return k < text.size() ? static_cast<unsigned char>(text[k]) : 0;
    };
    const auto continued = [&](std::size_t k, unsigned first = 0x80, unsigned last = 0xbf) {
        return byte(k) >= first && byte(k) <= last;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80) return text.empty() ? 0 : 1;
    if (lead < 0xc2) return 0;
    if (lead < 0xe0) return continued(1) ? 2 : 0;
    if (lead < 0xf0) {
        const bool second = continued(1, lead == 0xe0 ? 0xa0 : 0x80, lead == 0xed ? 0x9f : 0xbf);
        return second && continued(2) ? 3 : 0;
    }
    if (lead > 0xf4) return 0;
    const bool second = continued(1, lead == 0xf0 ? 0x90 : 0x80, lead == 0xf4 ? 0x8f : 0xbf);
    return second && continued(2) && continued(3) ? 4 : 0;
}

#if INLAY_BODIES

/// A text as a JSON string, quotes included.
INLAY_COLD inline Text json_string(std::string_view text) {
    Text quoted;
    quoted << "\"";
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (code < 0x20)
            quoted << "\\u" << hexadecimal(code, 4);
        else
            quoted << (c == '"' || c == '\\' ? "\\" : "") << c;
    }
    return quoted << "\"";
}

INLAY_BODY Text in_quotes(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && json_string(text.substr(0, length)).size() < 60)
        length += utf8_length(text.substr(length)) == 0 ? 1 : utf8_length(text.substr(length));
    return Text() << json_string(text.substr(0, length)) << (length < text.size() ? "..." : "");
}

/// Whether a name occurs twice, and which. Sorts the names.
INLAY_COLD inline bool repeats(Buffer<std::string_view>& names, std::string_view& repeated) {
    if (names.size() < 2) return false;  // and qsort takes no null, not even of no names
    std::qsort(names.data(), names.size(), sizeof(std::string_view),
               [](const void* one, const void* other) {
                   return static_cast<const std::string_view*>(one)->compare(
                       *static_cast<const std::string_view*>(other));
               });
    for (std::size_t k = 1; k < names.size(); ++k)
        if (names[k] == names[k - 1]) {
            repeated = names[k];
            return true;
        }
    return false;
}

/// Reads a JSON text from front to back. The caller says what must come next, so nothing can nest
/// deeper than the caller's own calls; each function returns false once something else has come,
/// and status() tells what.
class JsonReader {
public:
    explicit JsonReader(std::string_view text) : text_(text) {}

    /// Reads an object; calls member(key) where a value must be read, which returns false to stop.
    template <class Member>
    bool object(Member member) {
        return object(&member, [](void* function, const std::string& key) -> bool {
            return (*static_cast<Member*>(function))(key);
        });
    }

    /// Reads a string; escapes are resolved.
    INLAY_COLD bool string(std::string& value) {
        if (!take('"', "a string")) return false;
        value.clear();
        while (!text_.substr(at_).starts_with('"')) {
            const std::string_view rest = text_.substr(at_);
            const std::size_t length = utf8_length(rest);
            if (rest.empty()) return expected("a closing quote");
            if (length == 0) return expected("UTF-8");
            if (static_cast<unsigned char>(rest[0]) < 0x20) return expected("no control character");
            if (rest[0] == '\\') {
                if (!escape(value)) return false;
            } else {
                value.append(rest.substr(0, length));
                at_ += length;
            }
        }
        ++at_;
        return true;
    }

    /// Reads a number without sign, fraction and exponent.
    INLAY_COLD bool whole(std::size_t& value) {
        skip_space();
        const char* const first = text_.data() + at_;
        const auto [stop, error] = std::from_chars(first, text_.data() + text_.size(), value);
        if (error == std::errc::invalid_argument) return expected("a whole number");
        if (error == std::errc::result_out_of_range) return expected("a smaller number");
        if (*first == '0' && stop - first > 1) return expected("a number without leading zeros");
        at_ += static_cast<std::size_t>(stop - first);
        return true;
    }

    /// Reads a list of whole numbers.
    INLAY_COLD bool wholes(std::vector<std::size_t>& values) {
        values.clear();
        if (!take('[', "[")) return false;
        if (accept(']')) return true;
        do {
            if (!whole(values.emplace_back())) return false;
        } while (accept(','));
        return take(']', ", or ]");
    }

    /// Only white space is left.
    INLAY_COLD bool end() {
        skip_space();
        return at_ == text_.size() || expected("the end");
    }

    /// Records the caller's own complaint about what it has read; returns false.
    INLAY_COLD bool refuse(const Sentence& complaint) {
        status_ = Status(complaint);
        return false;
    }

    /// How many bytes have been read.
    std::size_t position() const { return at_; }

    /// The first failure.
    const Status& status() const { return status_; }

private:
    INLAY_COLD bool object(void* member, bool (*read)(void* member, const std::string& key)) {
        if (!take('{', "{")) return false;
        if (accept('}')) return true;
        std::vector<std::string> keys;
        do {
            std::string& key = keys.emplace_back();
            if (!string(key) || !take(':', ":") || !read(member, key)) return false;
        } while (accept(','));
        if (!take('}', ", or }")) return false;
        Buffer<std::string_view> names(keys.size());
        for (std::size_t k = 0; k < keys.size(); ++k) names[k] = keys[k];
        std::string_view twice;
        return !repeats(names, twice) ||
               refuse(Sentence() << "found the key " << in_quotes(twice) << " twice");
    }

    INLAY_COLD bool expected(std::string_view what) {
        Sentence sentence;
        sentence << "byte " << at_ << ": expected " << what << ", found ";
        if (at_ == text_.size()) return refuse(sentence << "the end");
        const char c = text_[at_];
        if (c > ' ' && c < 0x7f) return refuse(sentence << text_.substr(at_, 1));
        return refuse(sentence << "byte value " << static_cast<unsigned char>(c));
    }

    INLAY_COLD void skip_space() {
        at_ = text_.find_first_not_of(" \t\n\r", at_);
        if (at_ == text_.npos) at_ = text_.size();
    }

    INLAY_COLD bool accept(char c) {
        skip_space();
        if (!text_.substr(at_).starts_with(c)) return false;
        ++at_;
        return true;
    }

    INLAY_COLD bool take(char c, std::string_view name) { return accept(c) || expected(name); }

    INLAY_COLD bool escape(std::string& value) {
        constexpr std::string_view letters = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
        const std::string_view letter = text_.substr(at_ + 1, 1);
        if (letter == "u") return escaped_code_point(value);
        const std::size_t k = letter.empty() ? letters.npos : letters.find(letter);
        if (k == letters.npos) return expected("an escape that JSON has");
        value += meanings[k];
        at_ += 2;
        return true;
    }

    INLAY_COLD bool escaped_code_point(std::string& value) {
        std::uint32_t code = utf16(at_);
        std::size_t length = 6;
        if (code >= 0xd800 && code <= 0xdbff) {
            const std::uint32_t low = utf16(at_ + 6);
            const bool paired = low >= 0xdc00 && low <= 0xdfff;
            code = paired ? 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00) : no_code;
            length = 12;
        }
        if (code == no_code || (code >= 0xdc00 && code <= 0xdfff))
            return expected("the \\u escape of a character");
        at_ += length;
        const auto lead = [&](unsigned mark, int shift) -> char {
            return static_cast<char>(mark | code >> shift);
        };
        const auto tail = [&](int shift) { return static_cast<char>(0x80 | (code >> shift & 63)); };
        if (code < 0x80) {
            value += {lead(0, 0)};
        } else if (code < 0x800) {
            value += {lead(0xc0, 6), tail(0)};
        } else if (code < 0x10000) {
            value += {lead(0xe0, 12), tail(6), tail(0)};
        } else {
            value += {lead(0xf0, 18), tail(12), tail(6), tail(0)};
        }
        return true;
    }

    /// The number in an escape such as that of the line feed, backslash u000a.
    std::uint32_t utf16(std::size_t at) const {
        const std::string_view digits = text_.substr(at < text_.size() ? at : text_.size(), 6);
        std::uint32_t unit = 0;
        if (!digits.starts_with("\\u")) return no_code;
        const char* const end = digits.data() + digits.size();
        const auto [stop, error] = std::from_chars(digits.data() + 2, end, unit, 16);
        return error == std::errc() && stop == digits.data() + 6 ? unit : no_code;
    }

    static constexpr std::uint32_t no_code = 0xffffffff;

    std::string_view text_;
    std::size_t at_ = 0;
    Status status_;
};

#endif

}  // namespace inlay::INLAY_ABI::io

#endif  // INLAY_IO_JSON_HPP
