// SPDX-License-Identifier: MIT
#include "idx_bytes.hpp"

#include <inlay/data/to_categorical.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using namespace inlay;

namespace {

/// The rows as digits, separated by spaces.
std::string text_of(const xt::xtensor<float, 2>& rows) {
    std::string text;
    for (std::size_t i = 0; i < rows.shape(0); ++i) {
        if (i > 0) text += ' ';
        for (std::size_t j = 0; j < rows.shape(1); ++j)
            text += static_cast<char>('0' + static_cast<int>(rows(i, j)));
    }
    return text;
}

template <class Labels>
std::string rows_of(const Labels& labels, std::size_t classes = 0) {
    return text_of(data::to_categorical(labels, classes));
}

}  // namespace

TEST_CASE("labels of any type, in any container, become rows") {
    const std::string expected = "010 100 001";
    CHECK(rows_of(std::vector<int>{1, 0, 2}) == expected);
    CHECK(rows_of(xt::xtensor<std::uint8_t, 1>{1, 0, 2}) == expected);
    CHECK(rows_of(xt::xarray<float>{1.0f, 0.0f, 2.0f}) == expected);
    CHECK(rows_of(xt::xtensor<std::int64_t, 2>{{1}, {0}, {2}}) == expected);
    const xt::xarray<int> more{7, 1, 0, 2, 7};
    CHECK(rows_of(xt::view(more, xt::range(1, 4))) == expected);
    CHECK(rows_of(more - more) == "1 1 1 1 1");
    CHECK(rows_of(std::vector<bool>{true, false}) == "01 10");
}

TEST_CASE("more classes than labels name, and no labels") {
    CHECK(rows_of(std::vector<int>{1, 0}, 4) == "0100 1000");
    const std::vector<int> none;
    CHECK(data::to_categorical(none).shape(0) == 0);
    CHECK(data::to_categorical(none, 4).shape(1) == 4);
}

TEST_CASE("a label out of range is named") {
    CHECK(failure_of([] { data::to_categorical(std::vector<int>{0, 9, 10, 11}, 10); }) ==
          "to_categorical: label of example 2: found 10, expected a whole number from 0 to 9");
    CHECK(failure_of([] { data::to_categorical(std::vector<int>{0, -1}); }) ==
          "to_categorical: label of example 1: found -1, expected a whole number from 0 to "
          "4294967294");
    CHECK(failure_of([] { data::to_categorical(std::vector<float>{0.5f}, 2); }) ==
          "to_categorical: label of example 0: found 0.5, expected a whole number from 0 to 1");
    for (const double wrong :
         {std::nan(""), std::numeric_limits<double>::infinity(), 1e300, -1e300})
        CHECK(failure_of([&] { data::to_categorical(std::vector<double>{wrong}, 2); }) != "");
    CHECK(failure_of([] { data::to_categorical(std::vector<std::uint64_t>{~std::uint64_t{0}}); }) !=
          "");
}

TEST_CASE("only one label an example") {
    CHECK(failure_of([] { data::to_categorical(xt::xtensor<int, 2>{{1, 0}, {0, 1}}); }) ==
          "to_categorical: found labels of rank 2, expected (n) or (n, 1)");
    CHECK(failure_of([] { data::to_categorical(xt::xtensor<int, 3>{{{1}}}); }) ==
          "to_categorical: found labels of rank 3, expected (n) or (n, 1)");
}
