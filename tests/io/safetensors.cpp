// SPDX-License-Identifier: MIT
#include "safetensors_file.hpp"

#include <inlay/io/safetensors.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI::io::safetensors;

namespace {

std::string header_in(const Bytes& file) {
    std::string header;
    for (std::size_t k = 8; k < 8 + std::to_integer<std::size_t>(file[0]) +
                                    256 * std::to_integer<std::size_t>(file[1]);
         ++k)
        header += static_cast<char>(file[k]);
    return header;
}

const float weights[]{1.0f, -0.0f, 0.5f, std::numeric_limits<float>::quiet_NaN(), 1e-40f, 3e38f};
const float bias[]{0.25f, -7.0f};
const std::uint64_t step[]{0x0123456789abcdef};

/// A small file with everything in it.
Bytes small_file() {
    const TensorView tensors[]{view<const float>("dense/kernel", {3, 2}, weights),
                               view<const float>("dense/bias", {2}, bias),
                               view<const std::uint64_t>("step", {}, step),
                               view<const float>("none", {0, 5}, {})};
    return serialize(tensors, {{"note", "a \"quoted\" note, \u00e9"}});
}

}  // namespace

TEST_CASE("the bytes of a file") {
    const float values[]{1.0f, -2.0f};
    const TensorView tensors[]{view<const float>("b", {2}, values),
                               view<const std::uint64_t>("a", {}, step)};
    const Bytes file = serialize(tensors);
    const std::string header = header_in(file);
    const std::size_t digits = header.find("\"inlay_crc32\":\"") + 15;
    CHECK(header.substr(0, digits) ==
          R"({"__metadata__":{"format":"inlay","format_version":"1","inlay_crc32":")");
    CHECK(header.substr(digits + 8, header.find_last_not_of(' ') - digits - 7) ==
          R"("},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
          R"("a":{"dtype":"U64","shape":[],"data_offsets":[8,16]}})");
    CHECK(header.size() % 8 == 0);
    const auto data = std::span(file).subspan(8 + header.size());
    const unsigned expected[]{0,    0,    0x80, 0x3f, 0,    0,    0,    0xc0,
                              0xef, 0xcd, 0xab, 0x89, 0x67, 0x45, 0x23, 0x01};
    REQUIRE(data.size() == std::size(expected));
    for (std::size_t k = 0; k < data.size(); ++k)
        CHECK(std::to_integer<unsigned>(data[k]) == expected[k]);
}

TEST_CASE("a round trip") {
    const Bytes file = small_file();
    const Contents contents = parse(file);
    REQUIRE(contents.status);
    REQUIRE(contents.tensors.size() == 4);
    CHECK(*contents.find_fact("note") == "a \"quoted\" note, \u00e9");
    CHECK(contents.tensors[0].name == "dense/kernel");
    CHECK(contents.tensors[0].shape == std::vector<std::size_t>{3, 2});
    CHECK(contents.find("dense") == nullptr);
    REQUIRE(contents.find("step") != nullptr);
    CHECK(contents.find("step")->shape.empty());
    CHECK(contents.find("none")->shape == std::vector<std::size_t>{0, 5});

    std::array<float, 6> values{};
    REQUIRE(copy_values<float>(*contents.find("dense/kernel"), values));
    for (std::size_t k = 0; k < values.size(); ++k)
        CHECK(std::bit_cast<std::uint32_t>(values[k]) == std::bit_cast<std::uint32_t>(weights[k]));
    std::uint64_t steps[1]{};
    REQUIRE(copy_values<std::uint64_t>(contents.tensors[2], steps));
    CHECK(steps[0] == step[0]);
    CHECK(serialize(contents.tensors, contents.metadata) == file);
}

TEST_CASE("many tensors, and none") {
    std::vector<double> values(1234, 0.1);
    std::vector<TensorView> tensors;
    for (int k = 0; k < 500; ++k)
        tensors.push_back(view<double>("layer " + std::to_string(k), {617, 2}, values));
    const Bytes file = serialize(tensors);
    CHECK(parse(file).tensors.size() == 500);
    CHECK(parse(file).tensors[499].name == "layer 499");
    CHECK(parse(serialize({})).status);
    CHECK(parse(file_of("{}", 0)).status);
}

TEST_CASE("values of either byte order are understood") {
    const auto little = std::bit_cast<std::array<std::byte, 8>>(
        std::array<unsigned char, 8>{0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0});
    const auto big = std::bit_cast<std::array<std::byte, 8>>(
        std::array<unsigned char, 8>{0x3f, 0x80, 0, 0, 0xc0, 0, 0, 0});
    for (const auto order : {std::endian::little, std::endian::big}) {
        const TensorView tensor{"a", {2}, f32, order == std::endian::big ? big : little, order};
        float values[2]{};
        REQUIRE(copy_values<float>(tensor, values));
        CHECK(values[0] == 1.0f);
        CHECK(values[1] == -2.0f);
        const Bytes file = serialize({&tensor, 1});
        CHECK(std::ranges::equal(std::span(file).last(8), little));
    }
}

TEST_CASE("values of another type or number are refused") {
    const Bytes file = file_of("{" + tensor("a", "F16", "[4]", "[0,8]") + "}", 8);
    const Contents contents = parse(file);
    REQUIRE(contents.status);
    float one[1]{};
    CHECK(copy_values<float>(contents.tensors[0], one).message() ==
          "tensor \"a\": found F16, expected F32");
    const TensorView three = view<const float>("b", {3}, std::span(weights).first(3));
    CHECK(copy_values<float>(three, one).message() == "tensor \"b\": found 3 values, expected 1");
    std::uint64_t whole[1]{};
    CHECK(copy_values<std::uint64_t>(three, whole).message() ==
          "tensor \"b\": found F32, expected U64");
}

TEST_CASE("files of other tools load") {
    // As Python's safetensors writes it, with NumPy.
    const Bytes simple = file_of(R"({"__metadata__":{"format":"np"},)"
                                 R"("w":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}}    )",
                                 16);
    CHECK(parse(simple).status);
    CHECK(*parse(simple).find_fact("format") == "np");
    // White space, keys in any order, escapes in names, tensors out of the order of their values.
    const Bytes odd = file_of(
        "{ \"second\\u0021\" : { \"data_offsets\" : [ 4 , 12 ] ,\n\"shape\":[4],"
        "\"dtype\":\"BF16\"}\t,\"first\":{\"dtype\":\"BOOL\",\"shape\":[2,2],"
        "\"data_offsets\":[0,4]}}\r\n   ",
        12);
    const Contents contents = parse(odd);
    REQUIRE(contents.status);
    CHECK(contents.tensors[0].name == "first");
    CHECK(contents.tensors[1].name == "second!");
    CHECK(contents.tensors[1].bytes.front() == std::byte{4});
    // Empty tensors share their place with a full one.
    CHECK(parse(file_of("{" + tensor("full", "U8", "[3]", "[0,3]") + "," +
                            tensor("after", "F64", "[0]", "[3,3]") + "," +
                            tensor("before", "I32", "[7,0]", "[0,0]") + "}",
                        3))
              .status);
    // Every element type of the format, with 8 values each.
    for (const Dtype& dtype : dtypes) {
        CAPTURE(dtype.name);
        const std::string size = std::to_string(dtype.bits);
        const auto file =
            file_of("{" + tensor("t", dtype.name, "[2,4]", "[0," + size + "]") + "}", dtype.bits);
        CHECK(message_of(file) == "");
    }
}

TEST_CASE("every prefix of a file is refused") {
    const Bytes file = small_file();
    for (std::size_t length = 0; length < file.size(); ++length)
        CHECK(message_of(std::span(file).first(length)) != "");
    CHECK(message_of(file) == "");
}

TEST_CASE("every single flipped bit is found") {
    Bytes file = small_file();
    REQUIRE(file.size() < 700);
    for (std::size_t bit = 0; bit < 8 * file.size(); ++bit) {
        CAPTURE(bit);
        const auto mask = static_cast<std::byte>(1u << bit % 8);
        file[bit / 8] ^= mask;
        CHECK(message_of(file) != "");
        file[bit / 8] ^= mask;
    }
}

TEST_CASE("a changed value, a newer version and a lost checksum are told apart") {
    Bytes file = small_file();
    file.back() ^= std::byte{1};
    const std::string damaged = message_of(file);
    CHECK(damaged.starts_with("inlay_crc32: found a sum of "));
    CHECK(damaged.find(", expected \"") != damaged.npos);
    const auto with_metadata = [](std::string_view metadata) {
        return message_of(file_of("{\"__metadata__\":{" + std::string(metadata) + "}}", 0));
    };
    CHECK(with_metadata(R"("format":"inlay","format_version":"2","inlay_crc32":"00000000")") ==
          "__metadata__: format_version: found \"2\", expected \"1\", the newest that this version "
          "of inlay reads");
    CHECK(with_metadata(R"("format":"inlay")") ==
          "__metadata__: format_version: found \"\", expected \"1\", the newest that this version "
          "of inlay reads");
    CHECK(with_metadata(R"("format":"inlay","format_version":"1")") ==
          "__metadata__: inlay_crc32: found none, expected the checksum of the file");
    CHECK(with_metadata(R"("inlay_crc32":"0")") ==
          "__metadata__: inlay_crc32: found \"0\", expected 8 hexadecimal digits");
    CHECK(with_metadata(R"("format":"pt","format_version":"2")") == "");
}

TEST_CASE("what could not be read again is not written") {
    const auto serialize_all = [](std::vector<TensorView> tensors) { serialize(tensors); };
    const TensorView good = view<const float>("a", {2}, bias);
    CHECK_THROWS_WITH_AS(serialize_all({good, good}), "header: found the key \"a\" twice", Error);
    CHECK_THROWS_WITH_AS(
        serialize_all({view<const float>("a", {3}, bias)}),
        "tensor \"a\": data_offsets: found [0,8], expected 12 bytes, by dtype and shape", Error);
    CHECK_THROWS_AS(serialize_all({view<const float>("\xff", {2}, bias)}), Error);
    CHECK_THROWS_AS(serialize_all({view<const float>("__metadata__", {2}, bias)}), Error);
    CHECK_THROWS_AS(serialize_all({{"a", {1}, {"F9", 8}, {}}}), Error);
}
