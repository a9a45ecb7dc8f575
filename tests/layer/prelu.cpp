// SPDX-License-Identifier: MIT
// PReLU: y = x where x > 0, alpha x elsewhere.
#ifndef NAIVE_PRELU
#define NAIVE_PRELU

#include "naive.hpp"

#include <cstddef>

namespace naive {

template <int... Axes>
bool shares(Of<SharedAxes<Axes...>>, int axis) {
    return ((Axes == axis) || ...);
}

template <class... Given>
Batch forward(Of<PReLU<Given...>>, const Batch& x, Run& run) {
    const auto shared = [](int d) { return (shares(Of<Given>{}, d + 1) || ...); };
    std::size_t count = 1;
    for (int d = 0; d < x.shape.rank(); ++d) count *= shared(d) ? 1 : x.shape[d];
    const double* const alpha = run.take_weights(count);
    Batch y = x;
    for (std::size_t k = 0; k < y.values.size(); ++k) {
        std::size_t at = 0, step = 1, place = k;
        for (int d = x.shape.rank(); d-- > 0; place /= x.shape[d]) {
            if (shared(d)) continue;
            at += place % x.shape[d] * step;
            step *= x.shape[d];
        }
        double& v = y.values[k];
        run.keep_off(v);
        if (v < 0) v *= alpha[at];
    }
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/prelu.hpp"
#include "batch_norm.cpp"
#include "check.hpp"
#include "concat.cpp"
#include "conv2d.cpp"
#include "conv3d.cpp"
#include "dense.cpp"
#include "flatten.cpp"
#include "identity.cpp"
#include "layer_norm.cpp"
#include "max_pool.cpp"
#include "subtract.cpp"

#include <inlay/inlay.hpp>

#include <string>
#include <vector>

using namespace inlay;

TEST_CASE("PReLU as a layer") {
    check::both<PReLU<>, Input<7>>();
    check::layer<PReLU<>, Input<3, 4, 2>>();
    check::layer<PReLU<SharedAxes<1, 2>>, Input<4, 3, 17>>();
    check::layer<PReLU<SharedAxes<2, 3>>, Input<3, 4, 2>>();
    check::network<
        Sequential<Conv2D<3, 3, 3, Same>, PReLU<SharedAxes<1, 2>>, Conv2D<2, 3, 3, Same>>,
        Input<4, 3, 2>>();
}

TEST_CASE("PReLU as an option has its weights behind the layer's") {
    check::network<Sequential<Dense<5, PReLU<>>, Dense<2>>, Input<3>>();
    check::network<Sequential<Conv2D<3, 3, 3, Same, PReLU<SharedAxes<1, 2>>>, Flatten, Dense<2>>,
                   Input<4, 3, 2>>();
    using Net = Model<Sequential<Dense<5, PReLU<>>>, Input<3>>;
    static_assert(Net::parameter_count == 15 + 5 + 5);
    CHECK(Net().tensor_names() ==
          std::vector<std::string>{"dense/kernel", "dense/bias", "dense/alpha"});
}

TEST_CASE("PReLU in the epilogue of the layer before it") {
    using All = PReLU<SharedAxes<1, 2, 3>>;
    check::network<Sequential<Conv2D<5, 3, 3, Same, PReLU<>, Fast<2>>, Conv2D<2, 3, 3>>,
                   Input<5, 6, 3>>();
    check::network<
        Sequential<Conv2D<17, 3, 3, Same, PReLU<SharedAxes<1, 2>>, Fast<4>>, All, Conv2D<2, 1>>,
        Input<4, 3, 2>>();
    check::network<
        Sequential<Conv2D<6, 3, 3, Groups<2>, PReLU<SharedAxes<1>>>, MaxPool<2>, Flatten, Dense<2>>,
        Input<6, 7, 4>>();
    check::network<Sequential<Conv2D<3, 1>, All, Conv2D<2, 1, 1, PReLU<SharedAxes<3>>>, BatchNorm<>,
                              PReLU<SharedAxes<2, 3>>, Flatten, Dense<2>>,
                   Input<3, 4, 2>>();
    check::network<Sequential<Conv3D<2, 2, 2, 2, PReLU<SharedAxes<1, 3>>>, Flatten, Dense<2>>,
                   Input<3, 4, 3, 1>>();
    check::network<Sequential<Dense<19, PReLU<>>, LayerNorm<>, PReLU<>, Dense<40>, PReLU<>,
                              Dense<3, PReLU<>>, Dense<2>>,
                   Input<3>>();
    check::network<Sequential<Conv2D<2, 1>, Concat<Conv2D<3, 3, 3, Same, PReLU<>>, Identity>,
                              Conv2D<2, 3, 3, Same>>,
                   Input<4, 3, 2>>();
    check::network<Sequential<Dense<260, PReLU<>>, Dense<2>>, Input<260>>();  // gradient by parts
}

TEST_CASE("PReLU of one channel has a weight for each place") {
    check::network<Sequential<Dense<1, PReLU<>>, Dense<2>>, Input<5, 3>>();
    check::network<Sequential<Conv2D<1, 3, 3, PReLU<>>, Flatten, Dense<2>>, Input<5, 6, 3>>();
    check::network<Sequential<Subtract<Dense<1>, Identity>, PReLU<>, Flatten, Dense<2>>,
                   Input<5, 1>>();
}

TEST_CASE("PReLU, Keras's numbers") { keras::layers::prelu(); }

#endif
