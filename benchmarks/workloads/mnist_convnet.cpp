// SPDX-License-Identifier: MIT
// keras.io, "Simple MNIST convnet".
#include "../workload.hpp"

using namespace inlay;

struct MnistConvnet {
    static constexpr auto name = "mnist_convnet";
    template <class... Drop>
    using With = Sequential<Conv2D<32, 3, 3, ReLU>, MaxPool<2>, Conv2D<64, 3, 3, ReLU>, MaxPool<2>,
                            Flatten, Drop..., Dense<10, Softmax>>;
    using Net = With<Dropout<0.5>>;
    using Checked = With<>;
    using In = Input<28, 28, 1>;
    using Optimizer = Adam;
    static constexpr std::size_t batch = 128, parameters = 34'826;
};

const bool added = workload::add<MnistConvnet>();
