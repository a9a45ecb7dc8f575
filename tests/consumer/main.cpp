// SPDX-License-Identifier: MIT
// The program of every consumer: a model predicts, and probabilities sum to one.
#include <inlay/inlay.hpp>

#include <cmath>
#include <vector>

using namespace inlay;
using Net = Sequential<Conv2D<4, 3, 3, ReLU>, MaxPool<2>, Flatten, Dense<10, Softmax>>;

int main() {
    Model<Net, Input<8, 8, 1>> model{42};
    const std::vector<float> images(2 * 64, 0.5f);
    float sum = 0.0f;
    for (float probability : model.predict(images)) sum += probability;
    return std::abs(sum - 2.0f) < 1e-5f ? 0 : 1;
}
