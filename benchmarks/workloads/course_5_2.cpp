// SPDX-License-Identifier: MIT
// Two wide convolutions and two dense layers, in the small batches that are Keras's default.
#include "../workload.hpp"

using namespace inlay;

struct Course52 {
    static constexpr auto name = "course_5_2";
    using Net = Sequential<Conv2D<64, 7, 7, ReLU, Same>, MaxPool<2>, Conv2D<128, 3, 3, ReLU, Same>,
                           MaxPool<2>, Flatten, Dense<64, ReLU>, Dense<10, Softmax>>;
    using In = Input<28, 28, 1>;
    using Optimizer = Adam;
    static constexpr std::size_t batch = 32, parameters = 479'178;
};

const bool added = workload::add<Course52>();
