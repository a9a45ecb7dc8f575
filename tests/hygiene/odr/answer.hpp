// SPDX-License-Identifier: MIT
#pragma once
// What both objects compute; static, because only inlay's own names carry the instruction set.

#include <inlay/inlay.hpp>

#if __has_include(<xtensor/xtensor.hpp>) && __has_include(<zlib.h>)
#include <inlay/data.hpp>
#endif

#include <cmath>
#include <vector>

static std::vector<float> answer() {
    using namespace inlay;
    using Net = Sequential<Conv2D<5, 3, 3, Same, ReLU>, BatchNorm<>, MaxPool<2>, Flatten,
                           Dense<10, Softmax>>;
    Model<Net, Input<9, 9, 3>> model{7};
    const std::vector<float> images(3 * 243, 0.25f);
    const Tensor<float> probabilities = model.predict(images);
    std::vector<float> values = model.get_weights();
    values.insert(values.end(), probabilities.begin(), probabilities.end());
    return values;
}
