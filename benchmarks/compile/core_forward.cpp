// SPDX-License-Identifier: MIT
// The least a program can want: the core alone, and one forward pass.
#include <inlay/core.hpp>

using namespace inlay;

using Net = Network<Sequential<Conv2D<32, 5, 5>, MaxPool<2>, Flatten, Dense<10, Softmax>>,
                    Input<28, 28, 1>>;

static float weights[Net::trainable_count], workspace[Net::workspace_count()];

void classify(std::span<const float, 784> image, std::span<float, 10> probabilities) {
    Net::forward(weights, image, probabilities, workspace);
}
