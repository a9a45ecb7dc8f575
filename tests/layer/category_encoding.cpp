// SPDX-License-Identifier: MIT
// CategoryEncoding: rows in which whole numbers are marked or counted.
#ifndef NAIVE_CATEGORY_ENCODING
#define NAIVE_CATEGORY_ENCODING

#include "naive.hpp"

#include <cstddef>

namespace naive {

template <int Tokens, class... Given>
Batch forward(Of<CategoryEncoding<Tokens, Given...>>, const Batch& x, Run&) {
    const bool each = given<OneHot, Given...>;
    Shape shape = x.shape;
    const std::size_t together = each ? 1 : x.channels();
    shape.extents[each && x.channels() > 1 ? shape.count++ : shape.count - 1] = Tokens;
    Batch y(shape, x.count);
    for (std::size_t k = 0; k < x.values.size(); ++k)
        for (std::size_t t = 0; t < Tokens; ++t) {
            const double value = x.values[k];
            if (value < static_cast<double>(t) || value >= static_cast<double>(t + 1)) continue;
            double& to = y.row(k / together, t);
            to = given<Count, Given...> ? to + 1 : 1;
        }
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/category_encoding.hpp"
#include "check.hpp"
#include "rescaling.cpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

using namespace inlay;

TEST_CASE("CategoryEncoding of what other layers make, numbers out of range among it") {
    check::both<CategoryEncoding<3, Count>, Input<5, 9>>();
    check::network<Sequential<Rescaling<3>, CategoryEncoding<2, OneHot>>, Input<5, 3>>();
}

TEST_CASE("CategoryEncoding reads integers where a network begins with it") {
    using Net = Network<CategoryEncoding<3>, Input<4>>;
    static_assert(Net::indices[0] == 3 && Net::output_shape == Shape{3});
    const std::int32_t numbers[]{2, 0, 3, 2, -1, 1, 1, 1};
    std::vector<float> y(6, -1), workspace(Net::workspace_count(2));
    Net::forward(Parameters<float>{}, numbers, y.data(), workspace.data(), 2);
    CHECK(y == std::vector<float>{1, 0, 1, 0, 1, 0});
}

TEST_CASE("CategoryEncoding, Keras's numbers") { keras::layers::category_encoding(); }

#endif
