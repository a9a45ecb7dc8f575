// SPDX-License-Identifier: MIT
// The first network of the README: one convolution, no activation.
#include "../workload.hpp"

using namespace inlay;

struct Mission {
    static constexpr auto name = "mission";
    using Net = Sequential<Conv2D<32, 5, 5>, MaxPool<2>, Flatten, Dense<10, Softmax>>;
    using In = Input<28, 28, 1>;
    using Optimizer = SGD;
    static constexpr std::size_t batch = 100, parameters = 46'922;
};

const bool added = workload::add<Mission>();
