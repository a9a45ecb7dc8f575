// SPDX-License-Identifier: MIT
// Add: the sum of branches that read the same input.
#ifndef NAIVE_ADD
#define NAIVE_ADD

#include "naive.hpp"

#include <numeric>
#include <vector>

namespace naive {

template <class... Branches>
Batch forward(Of<Add<Branches...>>, const Batch& x, Run& run) {
    return each_of(branches<Branches...>(x, run), [](const std::vector<double>& v) {
        return std::accumulate(v.begin(), v.end(), 0.0);
    });
}

}  // namespace naive

#if __INCLUDE_LEVEL__ == 0

#include "../activation/relu.cpp"
#include "../activation/tanh.cpp"
#include "../keras/layers/add.hpp"
#include "batch_norm.cpp"
#include "check.hpp"
#include "concat.cpp"
#include "conv2d.cpp"
#include "dense.cpp"
#include "identity.cpp"

using namespace inlay;

TEST_CASE("Add") {
    check::layer<Add<Dense<5>, Dense<5, NoBias>>, Input<7>>();
    check::layer<Add<Identity, Identity, Identity>, Input<5>>();
    check::network<Sequential<Add<Dense<7>, Identity>, ReLU>, Input<7>>();
    check::network<Add<Conv2D<3, 3, 3, Same>, Sequential<>>, Input<5, 4, 3>>();
}

TEST_CASE("Add of several inputs") {
    check::join<Add, Input<3, 4, 2>, Input<3, 4, 2>>();
    check::join<Add, Input<7>, Input<7>, Input<7>>();
}

TEST_CASE("Add in small graphs") {
    check::graph<Add<Dense<3>, Sequential<Add<Dense<3, Tanh>, Identity>, Dense<3>>, Identity>,
                 Input<3>>();
    check::graph<Add<Conv2D<2, 3, 3, Same>, Sequential<Conv2D<2, 1>, BatchNorm<>>, Identity>,
                 Input<3, 4, 2>>();
}

TEST_CASE("Add, Keras's numbers") { keras::layers::add(); }

#endif
#endif
