// SPDX-License-Identifier: MIT
#include "../message_of.hpp"
#include "../temporary_folder.hpp"

#include <inlay/data/npy.hpp>
#include <inlay/io/file.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

using Bytes = std::vector<std::byte>;

/// A file of version 1 with this dictionary and these bytes behind it.
Bytes file_of(std::string_view dictionary, std::initializer_list<int> numbers) {
    std::string text("\x93NUMPY\x01\x00", 8);
    text.push_back(static_cast<char>(dictionary.size()));
    text.push_back('\0');
    text.append(dictionary);
    Bytes file;
    for (const char c : text) file.push_back(static_cast<std::byte>(c));
    for (const int number : numbers) file.push_back(static_cast<std::byte>(number));
    return file;
}

template <class Element = float>
std::vector<Element> read(const Bytes& file) {
    const Tensor<Element> tensor = data::npy::tensor_of<Element>("x", file);
    return {tensor.begin(), tensor.end()};
}

std::string refusal(const Bytes& file) {
    return message_of([&] { data::npy::tensor_of<float>("x", file); });
}

}  // namespace

TEST_CASE("arrays are written for NumPy and read again") {
    const TemporaryFolder folder;
    const auto path = folder / "a.npy";
    const auto check = [&]<class Element>(Element, std::vector<std::size_t> shape) {
        Tensor<Element> array(shape);
        for (std::size_t k = 0; k < array.size(); ++k) array[k] = static_cast<Element>(3 * k + 1);
        data::save_npy(path, array);
        const Bytes file = io::read_file(path.string());
        CHECK((file.size() - array.size() * sizeof(Element)) % 64 == 0);
        const Tensor<Element> again = data::load_npy<Element>(path);
        CHECK(again.shape() == shape);
        CHECK(std::vector<Element>(again.begin(), again.end()) ==
              std::vector<Element>(array.begin(), array.end()));
        for (std::size_t size = 0; size < file.size(); ++size)
            REQUIRE(refusal({file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size)}) !=
                    "no error");
    };
    check(1.0f, {2, 3, 5});
    check(1.0, {7});
    check(std::uint8_t{1}, {3, 0, 2});
    check(std::int64_t{1}, {1, 1});
}

TEST_CASE("numbers of all types, in all orders") {
    const std::string rows = "'fortran_order': False, 'shape': (2,), }";
    CHECK(read(file_of("{'descr': '|u1', " + rows, {7, 200})) == std::vector<float>{7, 200});
    CHECK(read(file_of("{'descr': '|b1', " + rows, {0, 1})) == std::vector<float>{0, 1});
    CHECK(read(file_of("{'descr': '|i1', " + rows, {255, 127})) == std::vector<float>{-1, 127});
    CHECK(read(file_of("{'descr': '<i2', " + rows, {1, 2, 0, 0x80})) ==
          std::vector<float>{513, -32768});
    CHECK(read(file_of("{'descr': '>u2', " + rows, {1, 2, 0x80, 0})) ==
          std::vector<float>{258, 32768});
    CHECK(read(file_of("{'descr': '>f4', " + rows, {0x3f, 0xc0, 0, 0, 0xc0, 0, 0, 0})) ==
          std::vector<float>{1.5f, -2});
    CHECK(read(file_of("{'descr': '<f2', " + rows, {0, 0x3e, 1, 0x80})) ==
          std::vector<float>{1.5f, -0x1p-24f});
    CHECK(read(file_of("{'descr': '<f2', " + rows, {0, 0x7c, 0xff, 0x7b})) ==
          std::vector<float>{std::numeric_limits<float>::infinity(), 65504});
    CHECK(read<int>(file_of("{'descr': '<i8', " + rows,
                            {255, 255, 255, 255, 255, 255, 255, 255, 2, 0, 0, 0, 0, 0, 0, 0})) ==
          std::vector<int>{-1, 2});

    const Bytes columns =
        file_of("{'shape': (2, 3), 'fortran_order': True, 'descr': '|u1'}\n", {1, 4, 2, 5, 3, 6});
    CHECK(read(columns) == std::vector<float>{1, 2, 3, 4, 5, 6});
    const Tensor<float> single = data::npy::tensor_of<float>(
        "x", file_of("{'descr': '|u1', 'fortran_order': False, 'shape': ()}", {9}));
    CHECK(single.shape() == std::vector<std::size_t>{1});
    CHECK(single[0] == 9);
}

TEST_CASE("what is no array, or no number of the type, is told") {
    const std::string rows = "'fortran_order': False, 'shape': (2,), }";
    CHECK(refusal({}) == "x: found no NumPy array of the versions 1 to 3");
    CHECK(refusal(file_of("{'descr': '<c8', " + rows, {})) ==
          "x: header: found \"'<c8', 'fortran_orde\", expected numbers: '<f4', '|u1' ...");
    CHECK(refusal(file_of("{'descr': [('a', '<f4')], " + rows, {})).find("numbers:") !=
          std::string::npos);
    CHECK(refusal(file_of("{'descr': '<f4', }", {})) ==
          "x: header: found \"\", expected descr, fortran_order and shape");
    CHECK(refusal(file_of("{'descr': '<f4', 'shape': (-1,), }", {})).find("extents") !=
          std::string::npos);
    CHECK(refusal(file_of("{'descr': '|u1', " + rows, {1, 2, 3})) ==
          "x: found 3 bytes of numbers, expected 1 for each of (2,)");
    const std::string huge = "(4294967296, 4294967296, 4294967296)";
    CHECK(refusal(file_of("{'descr': '<f4', 'fortran_order': False, 'shape': " + huge + "}", {}))
              .find(": found 0 bytes of numbers") != std::string::npos);
    CHECK(message_of([&] {
              read<std::uint8_t>(file_of("{'descr': '<i2', " + rows, {1, 0, 0, 1}));
          }) == "x: number 1 is none of the type that was asked for");
    CHECK(message_of([&] {
              read<int>(file_of("{'descr': '<f4', " + rows, {0, 0, 0, 0x3f, 0, 0, 0, 0}));
          }) == "x: number 0 is none of the type that was asked for");

    // Any byte of a header may be any other one.
    const Bytes whole =
        file_of("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1), }", {0, 0, 0, 0});
    for (std::size_t at = 0; at < whole.size(); ++at)
        for (int value = 0; value < 256; ++value) {
            Bytes changed = whole;
            changed[at] = static_cast<std::byte>(value);
            refusal(changed);
        }
}
