// SPDX-License-Identifier: MIT
// Networks that are graphs: names, branches that begin at them, weights that several places share,
// and parts that are frozen. Their definitions stand in naive.hpp.
#include "../activation/relu.cpp"
#include "../activation/softmax.cpp"
#include "../activation/tanh.cpp"
#include "add.cpp"
#include "batch_norm.cpp"
#include "check.hpp"
#include "concat.cpp"
#include "conv2d.cpp"
#include "dense.cpp"
#include "flatten.cpp"
#include "identity.cpp"
#include "max_pool.cpp"
#include "multiply.cpp"
#include "rescaling.cpp"
#include "subtract.cpp"

using namespace inlay;

TEST_CASE("branches that begin at a layer before") {
    using C = Conv2D<3, 3, 3, ReLU, Same>;
    check::graph<Sequential<Named<"a", Dense<4, Tanh>>, Dense<3>, Concat<Identity, From<"a">>,
                            Named<"b", Dense<2>>, Multiply<Identity, From<"b">>,
                            Concat<Sequential<From<"a">, Dense<2>>, Identity, From<"b">>>,
                 Input<3>>();
    check::network<Sequential<Named<"full", C>, MaxPool<2>, C,
                              Concat<Identity, Sequential<From<"full">, MaxPool<2>>>, Dense<2>>,
                   Input<6, 4, 2>>();
    // One value that an inception block of four branches reads, two of them by its name.
    check::network<
        Sequential<Named<"x", Conv2D<3, 1, 1, Tanh>>,
                   Concat<Conv2D<2, 1>, Sequential<Conv2D<2, 1>, C>, Sequential<From<"x">, C>,
                          Sequential<From<"x">, MaxPool<3, 3, Strides<1>, Same>>>,
                   Dense<2>>,
        Input<5, 4, 2>>();
    // A layer inside an earlier branch.
    check::graph<Sequential<Add<Sequential<Named<"in", Dense<3, Tanh>>, Dense<3>>, Identity>,
                            Subtract<Identity, From<"in">>>,
                 Input<3>>();
}

TEST_CASE("weights that several places share") {
    using Tower = Sequential<Dense<4, Tanh>, Dense<3>>;
    check::graph<
        Sequential<Shared<"turn", Dense<4, Tanh>>, Shared<"turn", Dense<4, Tanh>>, Dense<2>>,
        Input<4>>();
    check::graph<Subtract<Shared<"tower", Tower>, Sequential<Rescaling<2>, Shared<"tower", Tower>>>,
                 Input<3>>();
    check::network<
        Sequential<Shared<"c", Conv2D<3, 3, 3, Same>>, ReLU, Shared<"c", Conv2D<3, 3, 3, Same>>,
                   MaxPool<2>, Shared<"c", Conv2D<3, 3, 3, Same>>>,
        Input<6, 5, 3>>();
    // So many weights that one gradient would serve the whole batch, were they not shared.
    check::network<Sequential<Shared<"wide", Dense<257>>, Shared<"wide", Dense<257>>>,
                   Input<257>>();
}

TEST_CASE("frozen parts") {
    check::graph<Sequential<Dense<3, Tanh>, Frozen<Dense<4, Tanh>>, Dense<2>>, Input<3>>();
    check::graph<Sequential<Frozen<Dense<4, Tanh>>, Dense<2>>, Input<3>>();
    check::graph<Sequential<Dense<3>, Frozen<BatchNorm<>>, Tanh, Dense<2>>, Input<4>>();
    check::network<Sequential<Conv2D<3, 3, 3, Same>,
                              Frozen<Sequential<Conv2D<2, 3, 3, Same>, ReLU>>, Conv2D<2, 1>>,
                   Input<5, 4, 2>>();
    check::network<Sequential<Dense<257>, Frozen<Dense<257>>>, Input<7>>();
}
