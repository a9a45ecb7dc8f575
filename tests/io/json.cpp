// SPDX-License-Identifier: MIT
#include <inlay/io/json.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;
using namespace std::string_literals;
using io::JsonReader;

namespace {

/// The string that a whole JSON text is, or the reader's complaint.
std::string string_in(std::string_view text) {
    JsonReader json(text);
    std::string value;
    return json.string(value) && json.end() ? value : std::string(json.status().message());
}

std::string wholes_in(std::string_view text) {
    JsonReader json(text);
    std::vector<std::size_t> values;
    if (!json.wholes(values) || !json.end()) return std::string(json.status().message());
    std::string joined;
    for (const std::size_t value : values) joined += std::to_string(value) + " ";
    return joined;
}

/// Reads an object of numbers; returns its members, or the complaint.
std::string object_in(std::string_view text) {
    JsonReader json(text);
    std::map<std::string, std::size_t> members;
    if (!json.object([&](const std::string& key) { return json.whole(members[key]); }) ||
        !json.end())
        return std::string(json.status().message());
    std::string joined;
    for (const auto& [key, value] : members) joined += key + "=" + std::to_string(value) + " ";
    return joined;
}

}  // namespace

TEST_CASE("strings and their escapes") {
    CHECK(string_in(R"("")") == "");
    CHECK(string_in(" \t\r\n\"a b\" \n") == "a b");
    CHECK(string_in(R"("\"\\\/\b\f\n\r\t")") == "\"\\/\b\f\n\r\t");
    CHECK(string_in(R"("\u0041\u00e9\u20AC\ud83d\uDE00")") == "A\u00e9\u20ac\U0001f600");
    CHECK(string_in(R"("\u0000")") == "\0"s);
    CHECK(string_in(R"("\uffff\udbff\udfff")") == "\uffff\U0010ffff");
    CHECK(string_in("\"\u00e9\u20ac\U0001f600\x7f\"") == "\u00e9\u20ac\U0001f600\x7f");
}

TEST_CASE("strings that are none") {
    CHECK(string_in("") == "byte 0: expected a string, found the end");
    CHECK(string_in("7") == "byte 0: expected a string, found 7");
    CHECK(string_in("'a'") == "byte 0: expected a string, found '");
    CHECK(string_in("\"a") == "byte 2: expected a closing quote, found the end");
    CHECK(string_in("\"a\\") == "byte 2: expected an escape that JSON has, found \\");
    CHECK(string_in(R"("\x")") == "byte 1: expected an escape that JSON has, found \\");
    CHECK(string_in("\"\n\"") == "byte 1: expected no control character, found byte value 10");
    CHECK(string_in("\"a\" b") == "byte 4: expected the end, found b");
    for (const char* code :
         {R"("\u")", R"("\u12")", R"("\u123")", R"("\u12g4")", R"("\u-123")", R"("\u 123")",
          R"("\U0041")", R"("\ud800")", R"("\ud800x")", R"("\ud800\n")", R"("\ud800\u0041")",
          R"("\ud800\ud800")", R"("\udc00")", R"("\udfff\ud800")", "\"\\u12", "\"\\ud800\\u"}) {
        CAPTURE(code);
        CHECK(string_in(code).starts_with("byte 1: expected "));
    }
}

TEST_CASE("UTF-8 and nothing else") {
    using namespace std::string_view_literals;
    for (const auto wrong :
         {"\x80"sv, "\xbf"sv, "\xc0\x80"sv, "\xc1\xbf"sv, "\xc2"sv, "\xc2\x41"sv, "\xe0\x80\x80"sv,
          "\xe0\x9f\xbf"sv, "\xe2\x82"sv, "\xed\xa0\x80"sv, "\xed\xbf\xbf"sv, "\xf0\x8f\xbf\xbf"sv,
          "\xf0\x9f\x98"sv, "\xf4\x90\x80\x80"sv, "\xf5\x80\x80\x80"sv, "\xfe"sv, "\xff"sv}) {
        CAPTURE(wrong);
        CHECK(io::utf8_length(wrong) == 0);
        CHECK(string_in("\"" + std::string(wrong) + "\"").starts_with("byte 1: expected UTF-8"));
    }
    CHECK(io::utf8_length("") == 0);
    CHECK(io::utf8_length("\0"sv) == 1);
    CHECK(io::utf8_length("\xc2\x80"sv) == 2);
    CHECK(io::utf8_length("\xe0\xa0\x80"sv) == 3);
    CHECK(io::utf8_length("\xed\x9f\xbf"sv) == 3);
    CHECK(io::utf8_length("\xf0\x90\x80\x80"sv) == 4);
    CHECK(io::utf8_length("\xf4\x8f\xbf\xbf"sv) == 4);
}

TEST_CASE("lists of whole numbers") {
    CHECK(wholes_in("[]") == "");
    CHECK(wholes_in(" [ 0 , 28,1 ] ") == "0 28 1 ");
    CHECK(wholes_in("[18446744073709551615]") == "18446744073709551615 ");
    CHECK(wholes_in("[18446744073709551616]") == "byte 1: expected a smaller number, found 1");
    CHECK(wholes_in("[-1]") == "byte 1: expected a whole number, found -");
    CHECK(wholes_in("[+1]") == "byte 1: expected a whole number, found +");
    CHECK(wholes_in("[01]") == "byte 1: expected a number without leading zeros, found 0");
    CHECK(wholes_in("[1.0]") == "byte 2: expected , or ], found .");
    CHECK(wholes_in("[1e2]") == "byte 2: expected , or ], found e");
    CHECK(wholes_in("[0x1]") == "byte 2: expected , or ], found x");
    CHECK(wholes_in("[1 2]") == "byte 3: expected , or ], found 2");
    CHECK(wholes_in("[1,]") == "byte 3: expected a whole number, found ]");
    CHECK(wholes_in("[,1]") == "byte 1: expected a whole number, found ,");
    CHECK(wholes_in("[1") == "byte 2: expected , or ], found the end");
    CHECK(wholes_in("[[1]]") == "byte 1: expected a whole number, found [");
    CHECK(wholes_in("[true]") == "byte 1: expected a whole number, found t");
    CHECK(wholes_in("{}") == "byte 0: expected [, found {");
}

TEST_CASE("objects") {
    CHECK(object_in("{}") == "");
    CHECK(object_in(" { \"a\" : 1 , \"\\u0062\":2 } ") == "a=1 b=2 ");
    CHECK(object_in("[]") == "byte 0: expected {, found [");
    CHECK(object_in("{") == "byte 1: expected a string, found the end");
    CHECK(object_in("{a:1}") == "byte 1: expected a string, found a");
    CHECK(object_in("{\"a\"}") == "byte 4: expected :, found }");
    CHECK(object_in("{\"a\":}") == "byte 5: expected a whole number, found }");
    CHECK(object_in("{\"a\":1") == "byte 6: expected , or }, found the end");
    CHECK(object_in("{\"a\":1,}") == "byte 7: expected a string, found }");
    CHECK(object_in("{\"a\":1}}") == "byte 7: expected the end, found }");
    CHECK(object_in("{\"a\":{\"b\":1}}") == "byte 5: expected a whole number, found {");
    CHECK(object_in("{\"a\":1,\"b\":2,\"a\":3}") == "found the key \"a\" twice");
    CHECK(object_in("{\"a\":1,\"\\u0061\":3}") == "found the key \"a\" twice");
    CHECK(object_in("{/**/}") == "byte 1: expected a string, found /");
    CHECK(object_in(std::string(100'000, '{')) == "byte 1: expected a string, found {");
}

TEST_CASE("any text can be written as a string and read again") {
    std::string text;
    for (char c = 0; c != 127; ++c) text += c;
    text += "\u00e9\u20ac\U0001f600";
    CHECK(string_in(io::json_string(text)) == text);
    CHECK(io::json_string("a\"\\\n\x1f") == R"("a\"\\\u000a\u001f")");
}

TEST_CASE("a name in an error is shortened between two characters") {
    CHECK(io::in_quotes("dense/kernel") == R"("dense/kernel")");
    const std::string euros =
        io::in_quotes(std::string(19, 'a') + "\u20ac\u20ac\u20ac" + std::string(1000, 'b'));
    CHECK(euros.size() <= 70);
    CHECK(euros.ends_with("b\"..."));
    std::string many;
    for (int k = 0; k < 100; ++k) many += "\u20ac";
    const std::string cut = io::in_quotes(many);
    CHECK(cut.size() == 1 + 20 * 3 + 4);
    CHECK(cut.ends_with("\u20ac\"..."));
    CHECK(io::in_quotes(std::string(100'000, '\x01')).size() < 80);
    CHECK(io::in_quotes("\xff\xff") == "\"\xff\xff\"");
}
