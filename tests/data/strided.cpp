// SPDX-License-Identifier: MIT
// Views and columns of xtensor without data.hpp: their strides are enough.
#include <inlay/data/xtensor.hpp>
#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <vector>

using namespace inlay;

namespace {

std::vector<double> values_of(const ArrayView& array) {
    std::vector<double> values(array.size());
    array.read(0, values.size(), values.data());
    return values;
}

}  // namespace

TEST_CASE("xtensor's views and column-major arrays are read in the order of rows") {
    xt::xtensor<float, 2> rows({3, 4});
    xt::xtensor<float, 2, xt::layout_type::column_major> columns({3, 4});
    for (std::size_t r = 0; r < 3; ++r)
        for (std::size_t c = 0; c < 4; ++c)
            rows(r, c) = columns(r, c) = static_cast<float>(10 * r + c);
    CHECK(values_of(rows) == values_of(columns));
    CHECK(values_of(columns)[4] == 10);
    CHECK(values_of(xt::view(rows, xt::range(1, 3), xt::range(1, 3))) ==
          std::vector<double>{11, 12, 21, 22});
    CHECK(values_of(xt::view(columns, xt::all(), 2)) == std::vector<double>{2, 12, 22});
    CHECK(values_of(xt::view(rows, xt::range(0, 3, 2), xt::all())) ==
          std::vector<double>{0, 1, 2, 3, 20, 21, 22, 23});
    CHECK(values_of(xt::view(rows, xt::range(1, 2))) == std::vector<double>{10, 11, 12, 13});
    const ArrayView kept = xt::xtensor<float, 2>(rows);
    CHECK(values_of(kept) == values_of(rows));
}
