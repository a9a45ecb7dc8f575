// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_TO_CATEGORICAL_HPP
#define INLAY_DATA_TO_CATEGORICAL_HPP
// Labels as rows of zeros and a one.

#include <inlay/config.hpp>
#include <inlay/data/xtensor.hpp>
#include <inlay/host/error.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>

namespace inlay::INLAY_ABI::data {

/// A row for each label, with a 1 in the column of that number: (n, classes). The labels are whole
/// numbers of any type in an array of xtensor, (n) or (n, 1), or in a vector; without `classes`
/// there are as many as the largest label needs. A label out of range is an error that names its
/// example.
template <class Labels>
xt::xtensor<float, 2> to_categorical(const Labels& labels, std::size_t classes = 0) {
    if constexpr (requires { labels.dimension(); })
        if (labels.dimension() != 1 && !(labels.dimension() == 2 && labels.shape()[1] == 1))
            fail("to_categorical: found labels of rank " + std::to_string(labels.dimension()) +
                 ", expected (n) or (n, 1)");

    const std::size_t limit = classes != 0 ? classes : std::size_t{UINT32_MAX};
    std::size_t example = 0, largest = 0;
    for (const auto label : labels) {
        const auto value = static_cast<double>(label);
        if (!(value >= 0 && value < static_cast<double>(limit) && value == std::floor(value))) {
            char found[32];
            std::snprintf(found, sizeof found, "%.9g", value);
            fail("to_categorical: label of example " + std::to_string(example) + ": found " +
                 found + ", expected a whole number from 0 to " + std::to_string(limit - 1));
        }
        largest = (std::max)(largest, static_cast<std::size_t>(value));
        ++example;
    }

    if (classes == 0) classes = example == 0 ? 0 : largest + 1;
    xt::xtensor<float, 2> rows({example, classes}, 0.0f);
    std::size_t row = 0;
    for (const auto label : labels) rows(row++, static_cast<std::size_t>(label)) = 1.0f;
    return rows;
}

}  // namespace inlay::INLAY_ABI::data

namespace inlay {
namespace data = INLAY_ABI::data;
}  // namespace inlay

#endif  // INLAY_DATA_TO_CATEGORICAL_HPP
