// SPDX-License-Identifier: MIT
#include "../message_of.hpp"
#include "../temporary_folder.hpp"

#include <inlay/data/csv.hpp>
#include <inlay/io/file.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;
using Texts = std::vector<std::string>;

TEST_CASE("tables are read by column, as texts and as numbers") {
    const TemporaryFolder folder;
    const std::string_view text =
        "\xef\xbb\xbfname,x,\"y, or \"\"z\"\"\"\r\na.png,1.5, -2e3 \n\n\"b\nc\",+7,";
    io::write_file_atomically(
        (folder / "a.csv").string(),
        io::Bytes(reinterpret_cast<const std::byte*>(text.data()), text.size()));
    const data::Table table = data::read_csv(folder / "a.csv");
    CHECK(table.names == Texts{"name", "x", "y, or \"z\""});
    CHECK(table.rows.size() == 2);
    CHECK(table.column("name") == Texts{"a.png", "b\nc"});
    const Tensor<float> numbers = table.numbers({"y, or \"z\"", "x"});
    CHECK(numbers.shape() == std::vector<std::size_t>{2, 2});
    CHECK(numbers(0, 0) == -2000);
    CHECK(numbers(0, 1) == 1.5f);
    CHECK(std::isnan(numbers(1, 0)));
    CHECK(numbers(1, 1) == 7);
    CHECK(data::parse_csv("x", "a;b\n1;0.5\n", ';').numbers()(0, 1) == 0.5f);
}

TEST_CASE("mistakes in tables are told with their row") {
    const data::Table table = data::parse_csv("x", "a,b\n1,2\n3,four");
    CHECK(message_of([&] { table.numbers(); }) ==
          "x: row 1, column \"b\": found \"four\", expected a number");
    CHECK(message_of([&] { table.column("c"); }) == "x: found no column \"c\" among: a, b");
    const auto refusal = [](std::string_view text) {
        return message_of([&] { data::parse_csv("x", text); });
    };
    CHECK(refusal("") == "x: found no line, expected one that names the columns");
    CHECK(refusal("a,b\n1,2\n1\n") == "x: row 1: found 1 fields, expected 2, one for each column");
    CHECK(refusal("a,b\n1,2,3\n") == "x: row 0: found 3 fields, expected 2, one for each column");
    CHECK(refusal("a,b\n1,\"2\n") == "x: row 0: found a quote that does not end");
}
