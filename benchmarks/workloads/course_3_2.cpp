// SPDX-License-Identifier: MIT
// Two convolutions, each with ReLU and a pool behind it.
#include "../workload.hpp"

using namespace inlay;

struct Course32 {
    static constexpr auto name = "course_3_2";
    using Net = Sequential<Conv2D<32, 5, 5, ReLU>, MaxPool<2>, Conv2D<64, 5, 5, ReLU>, MaxPool<2>,
                           Flatten, Dense<10, Softmax>>;
    using In = Input<28, 28, 1>;
    using Optimizer = SGD;
    static constexpr std::size_t batch = 100, parameters = 62'346;
};

const bool added = workload::add<Course32>();
