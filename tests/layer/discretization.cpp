// SPDX-License-Identifier: MIT
// Discretization: the number of the bin that an element lies in.
#ifndef NAIVE_DISCRETIZATION
#define NAIVE_DISCRETIZATION

#include "naive.hpp"

namespace naive {

template <Number... Edges>
Batch forward(Of<Discretization<Edges...>>, const Batch& x, Run& run) {
    return each(x, [&](double v) {
        (run.keep_off(v - Edges.value), ...);
        return (0.0 + ... + (Edges.value <= v ? 1 : 0));
    });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/discretization.hpp"
#include "category_encoding.cpp"
#include "check.hpp"

#include <doctest/doctest.h>

using namespace inlay;

TEST_CASE("Discretization, alone and taken apart") {
    check::both<Discretization<-0.5, 0, 0.7>, Input<3, 1, 7>>();
    check::network<Sequential<Discretization<0.2>, CategoryEncoding<2, OneHot>>, Input<9>>();
}

TEST_CASE("Discretization, Keras's numbers") { keras::layers::discretization(); }

#endif
