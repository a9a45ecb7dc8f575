// SPDX-License-Identifier: MIT
// IntegerLookup: the place of a whole number in a vocabulary.
#ifndef NAIVE_INTEGER_LOOKUP
#define NAIVE_INTEGER_LOOKUP

#include "naive.hpp"

#include <algorithm>
#include <array>

namespace naive {

template <std::int64_t... Tokens>
Batch forward(Of<IntegerLookup<Tokens...>>, const Batch& x, Run&) {
    const std::array<double, sizeof...(Tokens)> tokens{double(Tokens)...};
    return each(x, [&](double v) {
        const auto found = std::ranges::find(tokens, v);
        return found == tokens.end() ? 0.0 : static_cast<double>(found - tokens.begin() + 1);
    });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/integer_lookup.hpp"
#include "category_encoding.cpp"
#include "check.hpp"
#include "discretization.cpp"

using namespace inlay;

TEST_CASE("IntegerLookup, of bins") {
    check::network<
        Sequential<Discretization<-0.5, 0, 0.7>, IntegerLookup<3, 1>, CategoryEncoding<3, OneHot>>,
        Input<9>>();
}

TEST_CASE("IntegerLookup, Keras's numbers") { keras::layers::integer_lookup(); }

#endif
