// SPDX-License-Identifier: MIT
// LayerNorm: the channels of each cell normalized by themselves.
#ifndef NAIVE_LAYER_NORM
#define NAIVE_LAYER_NORM

#include "naive.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace naive {

template <class... Given>
Batch forward(Of<LayerNorm<Given...>>, const Batch& x, Run& run) {
    constexpr double epsilon = given<Epsilon<1e-6>, Given...> ? 1e-6 : 1e-3;
    const double* const gamma = given<NoScale, Given...> ? nullptr : run.take_weights(x.channels());
    const double* const beta = given<NoCenter, Given...> ? nullptr : run.take_weights(x.channels());
    run.smooth = true;
    Batch y = x;
    const auto n = static_cast<double>(x.channels());
    for (std::size_t r = 0; r < x.rows(); ++r) {
        double mean = 0, variance = 0;
        for (std::size_t c = 0; c < x.channels(); ++c) mean += x.row(r, c) / n;
        for (std::size_t c = 0; c < x.channels(); ++c)
            variance += (x.row(r, c) - mean) * (x.row(r, c) - mean) / n;
        const double factor = 1 / std::sqrt(variance + epsilon);
        run.steepness = std::max(run.steepness, factor);
        for (std::size_t c = 0; c < x.channels(); ++c)
            y.row(r, c) =
                (x.row(r, c) - mean) * factor * (gamma ? gamma[c] : 1) + (beta ? beta[c] : 0);
    }
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../activation/tanh.cpp"
#include "../keras/layers/layer_norm.hpp"
#include "add.cpp"
#include "check.hpp"
#include "conv2d.cpp"
#include "dense.cpp"
#include "identity.cpp"

using namespace inlay;

TEST_CASE("LayerNorm") {
    check::both<LayerNorm<>, Input<7>>();
    check::layer<LayerNorm<Epsilon<1e-6>>, Input<3, 4, 17>>();
    check::layer<LayerNorm<NoScale>, Input<5, 6>>();
    check::layer<LayerNorm<NoCenter>, Input<33>>();
    check::layer<LayerNorm<NoCenter, NoScale>, Input<2, 3, 4, 5>>();
    check::network<Sequential<Dense<8>, LayerNorm<>, ReLU, Dense<3>>, Input<4>>();
    check::network<Sequential<Conv2D<5, 1>, LayerNorm<>, Tanh, Conv2D<2, 3, 3, Same>>,
                   Input<3, 4, 2>>();
    check::network<Sequential<Dense<8>, Add<Sequential<LayerNorm<>, Dense<8, Tanh>>, Identity>,
                              LayerNorm<>, Dense<3>>,
                   Input<4, 5>>();
}

TEST_CASE("LayerNorm of many channels, far from zero, keeps its digits") {
    using Net = Network<LayerNorm<NoScale, NoCenter, Epsilon<0>>, Input<5000>>;
    std::vector<float> in(5000), out(5000), workspace(Net::workspace_count() + 1);
    for (std::size_t k = 0; k < in.size(); ++k) in[k] = k % 2 == 0 ? 1001.0f : 999.0f;
    Net::forward({}, in.data(), out.data(), workspace.data());
    for (std::size_t k = 0; k < in.size(); ++k) REQUIRE(out[k] == (k % 2 == 0 ? 1.0f : -1.0f));
}

TEST_CASE("LayerNorm, Keras's numbers") { keras::layers::layer_norm(); }

#endif
