// SPDX-License-Identifier: MIT
#pragma once
// What is asked of every layer that combines several inputs element by element.
#include "../activation/tanh.cpp"
#include "check.hpp"
#include "conv2d.cpp"
#include "dense.cpp"
#include "flatten.cpp"
#include "identity.cpp"
#include "max_pool.cpp"

namespace merging {

/// A join of branches of one shape, and of shapes that spread along each kind of axis.
template <template <class...> class Join>
void check_two() {
    using namespace inlay;
    check::layer<Join<Dense<5>, Dense<5, NoBias>>, Input<7>>();
    check::network<Sequential<Dense<5>, Join<Tanh, Identity>, Tanh>, Input<3>>();
    check::network<Join<Conv2D<3, 3, 3, Same>, Sequential<>>, Input<5, 4, 3>>();
    check::network<Sequential<Join<Conv2D<2, 3, 3, Same>, Conv2D<2, 1>>, Conv2D<1, 3, 3, Same>>,
                   Input<4, 5, 2>>();
    using Middle = Sequential<Conv2D<3, 1, 1, Tanh>, MaxPool<5, 7>>;  // (1, 1, 3)
    check::network<Join<Conv2D<3, 1>, Middle>, Input<5, 7, 2>>();
    check::network<Join<Sequential<Middle, Flatten>, Conv2D<3, 3, 3, Same>>, Input<5, 7, 2>>();
    check::network<Join<Conv2D<1, 1>, Conv2D<17, 3, 3, Same>>, Input<3, 4, 2>>();
    check::network<Join<Sequential<Conv2D<3, 1>, MaxPool<1, 4>>, Conv2D<3, 1>>, Input<5, 4, 2>>();
    check::network<
        Join<Sequential<Conv2D<3, 1>, MaxPool<5, 1>>, Sequential<Conv2D<1, 1>, MaxPool<1, 4>>>,
        Input<5, 4, 2>>();
    check::network<Join<Dense<1>, Dense<4>>, Input<9>>();
    check::network<Join<Sequential<MaxPool<9, 13>, Conv2D<2, 1>>, Conv2D<2, 1>>, Input<9, 13, 1>>();
}

template <template <class...> class Join>
void check_several() {
    using namespace inlay;
    check_two<Join>();
    check::network<Join<Dense<4>, Tanh, Dense<1>>, Input<4>>();
    check::network<Join<Dense<3, Tanh>>, Input<4>>();
    check::network<Join<Conv2D<3, 3, 3, Same>, Conv2D<1, 1>, Sequential<>, Conv2D<3, 1>>,
                   Input<3, 4, 3>>();
}

}  // namespace merging
