// SPDX-License-Identifier: MIT
#include "safetensors_file.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

TEST_CASE("the length of the header") {
    const auto with_length = [](std::uint64_t length) {
        Bytes file = file_of("{}      ", 4);
        for (std::size_t k = 0; k < 8; ++k) file[k] = static_cast<std::byte>(length >> 8 * k & 255);
        return message_of(file);
    };
    CHECK(message_of({}) == "header: found 0 bytes, expected at least 8");
    CHECK(message_of(Bytes(7)) == "header: found 7 bytes, expected at least 8");
    CHECK(with_length(0) == "header: byte 0: expected {, found the end");
    CHECK(with_length(1) == "header: byte 1: expected a string, found the end");
    CHECK(with_length(8) ==
          "header: values of all tensors: found 0 bytes, expected 4, the rest of the file");
    CHECK(with_length(13) == "header: found 13 as its length, expected at most 12");
    CHECK(with_length(100'000'001) == "header: found 100000001 as its length, expected at most 12");
    CHECK(with_length(std::uint64_t{1} << 63) ==
          "header: found 9223372036854775808 as its length, expected at most 12");
    CHECK(with_length(~std::uint64_t{0}) ==
          "header: found 18446744073709551615 as its length, expected at most 12");
    CHECK(with_length(~std::uint64_t{0} - 7).starts_with("header: found "));
    CHECK(message_of(file_of(" {}", 0)) == "header: found 32 as its first byte, expected 123");
}

TEST_CASE("hostile headers") {
    struct Case {
        std::string header;
        std::string_view message;
        std::size_t values = 8;
    };
    const auto one = [](std::string_view dtype, std::string_view shape, std::string_view offsets) {
        return "{" + tensor("a", dtype, shape, offsets) + "}";
    };
    const auto two = [](std::string_view first, std::string_view second) {
        return "{" + tensor("a", "F32", "[1]", first) + "," + tensor("b", "F32", "[1]", second) +
               "}";
    };
    const std::string deep(50'000, '[');
    const Case cases[]{
        // Sizes that do not fit, or not even a machine word.
        {one("F32", "[3]", "[0,8]"),
         "tensor \"a\": data_offsets: found [0,8], expected 12 bytes, by dtype and shape"},
        {one("F32", "[1]", "[0,8]"),
         "tensor \"a\": data_offsets: found [0,8], expected 4 bytes, by dtype and shape"},
        {one("F64", "[]", "[0,4]"), "expected 8 bytes, by dtype and shape"},
        {one("F32", "[2,0]", "[0,8]"), "expected 0 bytes"},
        {one("F32", "[4611686018427387905]", "[0,4]"),
         "shape: found more values than can be counted"},
        {one("F32", "[4294967296,4294967296]", "[0,0]"),
         "shape: found more values than can be counted"},
        {one("F32", "[4294967296,4294967297]", "[0,8]"),
         "shape: found more values than can be counted"},
        {one("F32", "[9223372036854775808,2]", "[0,0]"),
         "shape: found more values than can be counted"},
        {one("F32", "[3,6148914691236517206]", "[0,8]"),
         "shape: found more values than can be counted"},
        {one("U8", "[18446744073709551615]", "[0,8]"),
         "shape: found more values than can be counted"},
        {one("U8", "[18446744073709551616]", "[0,8]"), "expected a smaller number"},
        {one("U8", "[9223372036854775808]", "[0,8]"),
         "shape: found more values than can be counted"},
        {one("F4", "[3]", "[0,1]"), "tensor \"a\": shape: found 12, expected a multiple of 8 bits"},
        {one("F6_E2M3", "[1]", "[0,1]"),
         "tensor \"a\": shape: found 6, expected a multiple of 8 bits"},
        // Offsets that leave the file, turn back, leave holes, overlap.
        {one("F32", "[3]", "[0,12]"),
         "tensor \"a\": data_offsets: found an end at byte 12, expected 8 bytes of values in the "
         "file"},
        {one("F32", "[2]", "[8,16]"), "found an end at byte 16"},
        {one("U8", "[1152921504606846976]", "[0,1152921504606846976]"),
         "found an end at byte 1152921504606846976"},
        {one("F32", "[2]", "[8,0]"), "found [8,0], expected 8 bytes"},
        {one("F32", "[2]", "[18446744073709551615,7]"),
         "found [18446744073709551615,7], expected 8 bytes"},
        {one("F32", "[2]", "[18446744073709551607,18446744073709551615]"),
         "found an end at byte 18446744073709551615"},
        {one("F32", "[2]", "[0,18446744073709551616]"), "expected a smaller number"},
        {one("F32", "[1]", "[4,8]"),
         "tensor \"a\": data_offsets: found a begin at byte 4, expected 0, where the values before "
         "it end"},
        {one("F32", "[1]", "[0,4]"),
         "header: values of all tensors: found 4 bytes, expected 8, the rest of the file"},
        {one("F32", "[2]", "[0,8]"),
         "header: values of all tensors: found 8 bytes, expected 9, the rest of the file", 9},
        {one("F32", "[0]", "[8,8]"), "found a begin at byte 8, expected 0"},
        {two("[0,4]", "[0,4]"), "tensor \"b\": data_offsets: found a begin at byte 0, expected 4"},
        {two("[0,4]", "[2,6]"), "tensor \"b\": data_offsets: found a begin at byte 2, expected 4"},
        {two("[4,8]", "[2,6]"), "tensor \"b\": data_offsets: found a begin at byte 2, expected 0"},
        {two("[0,4]", "[5,9]"), "tensor \"b\": data_offsets: found a begin at byte 5, expected 4",
         9},
        {"{}", "header: values of all tensors: found 0 bytes, expected 8, the rest of the file"},
        {"{\"__metadata__\":{}}", "header: values of all tensors: found 0 bytes, expected 8"},
        // Numbers that are none.
        {one("F32", "[-2]", "[0,8]"), "tensor \"a\": byte 29: expected a whole number, found -"},
        {one("F32", "[2.0]", "[0,8]"), "expected , or ], found ."},
        {one("F32", "[2e0]", "[0,8]"), "expected , or ], found e"},
        {one("F32", "[02]", "[0,8]"), "expected a number without leading zeros, found 0"},
        {one("F32", "[\"2\"]", "[0,8]"), "expected a whole number, found \""},
        {one("F32", "[2,]", "[0,8]"), "expected a whole number, found ]"},
        {one("F32", "[null]", "[0,8]"), "expected a whole number, found n"},
        {one("F32", "[2]", "[-8,0]"), "expected a whole number, found -"},
        {one("F32", "[2]", "[0,8.5]"), "expected , or ], found ."},
        // Values of the wrong kind or number.
        {one("F32", "2", "[0,8]"), "expected [, found 2"},
        {one("F32", "null", "[0,8]"), "expected [, found n"},
        {one("F32", "[[2]]", "[0,8]"), "expected a whole number, found ["},
        {one("F32", deep, "[0,8]"), "expected a whole number, found ["},
        {one("F32", "{\"0\":2}", "[0,8]"), "expected [, found {"},
        {one("F32", "[2]", "[]"), "tensor \"a\": data_offsets: found 0, expected 2 numbers"},
        {one("F32", "[2]", "[8]"), "data_offsets: found 1, expected 2 numbers"},
        {one("F32", "[2]", "[0,4,8]"), "data_offsets: found 3, expected 2 numbers"},
        {one("F32", "[2]", "\"0,8\""), "expected [, found \""},
        {one("float32", "[2]", "[0,8]"),
         "tensor \"a\": dtype: found \"float32\", expected F32 or another type of the format"},
        {one("f32", "[2]", "[0,8]"), "dtype: found \"f32\", expected F32"},
        {one("", "[2]", "[0,8]"), "dtype: found \"\", expected F32"},
        {"{\"a\":{\"dtype\":32,\"shape\":[2],\"data_offsets\":[0,8]}}",
         "expected a string, found 3"},
        {"{\"a\":[]}", "tensor \"a\": byte 5: expected {, found ["},
        {"{\"a\":null}", "tensor \"a\": byte 5: expected {, found n"},
        {"{\"a\":{}}", "tensor \"a\": keys: found 0, expected dtype, shape and data_offsets"},
        {"{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}",
         "tensor \"a\": keys: found 2, expected dtype, shape and data_offsets"},
        {"{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"x\":{}}}",
         "tensor \"a\": key: found \"x\", expected dtype, shape or data_offsets"},
        // Names that occur twice.
        {two("[0,4]", "[4,8]").replace(2, 1, "b"), "header: found the key \"b\" twice"},
        {"{\"\\u0061\":{\"dtype\":\"U8\",\"shape\":[8],\"data_offsets\":[0,8]},"
         "\"a\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[8,8]}}",
         "header: found the key \"a\" twice"},
        {"{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
         "tensor \"a\": found the key \"dtype\" twice"},
        {"{\"__metadata__\":{},\"__metadata__\":{}}",
         "header: found the key \"__metadata__\" twice"},
        {"{\"__metadata__\":{\"k\":\"1\",\"k\":\"2\"}}", "__metadata__: found the key \"k\" twice"},
        // Metadata that is not texts by name.
        {"{\"__metadata__\":null}", "__metadata__: byte 16: expected {, found n"},
        {"{\"__metadata__\":[]}", "__metadata__: byte 16: expected {, found ["},
        {"{\"__metadata__\":{\"epoch\":7}}", "__metadata__: byte 25: expected a string, found 7"},
        {"{\"__metadata__\":{\"k\":{\"k\":\"v\"}}}", "expected a string, found {"},
        // No JSON, or more than JSON.
        {"", "header: byte 0: expected {, found the end"},
        {"[]", "header: found 91 as its first byte, expected 123"},
        {"\xef\xbb\xbf{}", "header: found 239 as its first byte, expected 123"},
        {"{", "header: byte 1: expected a string, found the end"},
        {"{\"a", "header: byte 3: expected a closing quote, found the end"},
        {"{\"a\":", "tensor \"a\": byte 5: expected {, found the end"},
        {"{a:1}", "header: byte 1: expected a string, found a"},
        {"{} {}", "header: byte 3: expected the end, found {"},
        {"{}]", "header: byte 2: expected the end, found ]"},
        {std::string("{}\0", 3), "header: byte 2: expected the end, found byte value 0"},
        {"{}\xa0", "header: byte 2: expected the end, found byte value 160"},
        {"{,}", "header: byte 1: expected a string, found ,"},
        {"{//\n}", "header: byte 1: expected a string, found /"},
        {one("F32", "[2]", "[0,8]").insert(1, ","), "header: byte 1: expected a string, found ,"},
        {one("F32", "[2]", "[0,8]") + ",", "expected the end, found ,"},
        {std::string(50'000, '{'), "header: byte 1: expected a string, found {"},
        // Strings that are none.
        {"{\"\xff\":{}}", "header: byte 2: expected UTF-8, found byte value 255"},
        {"{\"\xed\xa0\x80\":{}}", "header: byte 2: expected UTF-8, found byte value 237"},
        {"{\"\xc0\xaf\":{}}", "header: byte 2: expected UTF-8, found byte value 192"},
        {"{\"\\ud800\":{}}", "header: byte 2: expected the \\u escape of a character, found \\"},
        {"{\"\\q\":{}}", "header: byte 2: expected an escape that JSON has, found \\"},
        {"{\"a\nb\":{}}", "header: byte 3: expected no control character, found byte value 10"},
        {"{\"__metadata__\":{\"k\":\"\xe2\x82\"}}", "__metadata__: byte 22: expected UTF-8"},
    };
    REQUIRE(std::size(cases) >= 60);
    for (const auto& [header, message, values] : cases) {
        CAPTURE(header.substr(0, 100));
        const std::string found = message_of(file_of(header, values));
        CAPTURE(found);
        CHECK(found.find(message) != found.npos);
    }
}

TEST_CASE("an endless name does not hide what is wrong with it") {
    const std::string name(100'000, '\x01');
    const std::string found =
        message_of(file_of("{" + tensor(name, "F32", "[]", "[0,8]") + "}", 8));
    CHECK(found.size() < 200);
    CHECK(found.ends_with("...: data_offsets: found [0,8], expected 4 bytes, by dtype and shape"));
}
