// SPDX-License-Identifier: MIT
// A multilayer perceptron on flattened digits: the optimizer and the memory weigh most.
#include "../workload.hpp"

using namespace inlay;

struct Perceptron {
    static constexpr auto name = "mlp";
    using Net = Sequential<Dense<512, ReLU>, Dense<512, ReLU>, Dense<10, Softmax>>;
    using In = Input<784>;
    using Optimizer = Adam;
    static constexpr std::size_t batch = 128, parameters = 669'706;
};

const bool added = workload::add<Perceptron>();
