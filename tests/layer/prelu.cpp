// SPDX-License-Identifier: MIT
// PReLU: y = x where x > 0, alpha x elsewhere.
#ifndef NAIVE_PRELU
#define NAIVE_PRELU

#include "naive.hpp"

#include <cstddef>

namespace naive {

template <class... Given>
Batch forward(Of<PReLU<Given...>>, const Batch& x, Run& run) {
    constexpr bool by_channel = given<SharedAxes<1, 2>, Given...>;
    constexpr bool by_row = given<SharedAxes<2, 3>, Given...>;
    const std::size_t size = x.shape.size(), channels = x.channels();
    const std::size_t in_row = by_row ? size / x.shape[0] : 1;
    const double* const alpha = run.take_weights(by_channel ? channels
                                                 : by_row   ? x.shape[0]
                                                            : size);
    Batch y = x;
    for (std::size_t k = 0; k < y.values.size(); ++k) {
        double& v = y.values[k];
        run.keep_off(v);
        const std::size_t at = k % size;
        if (v < 0) v *= alpha[by_channel ? at % channels : by_row ? at / in_row : at];
    }
    return y;
}

}  // namespace naive

#if __INCLUDE_LEVEL__ == 0

#include "../keras/layers/prelu.hpp"
#include "check.hpp"
#include "conv2d.cpp"
#include "dense.cpp"
#include "flatten.cpp"

#include <inlay/inlay.hpp>

#include <string>
#include <vector>

using namespace inlay;

TEST_CASE("PReLU as a layer") {
    check::layer<PReLU<>, Input<7>>();
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

TEST_CASE("PReLU, Keras's numbers") { keras::layers::prelu(); }

#endif
#endif
