// SPDX-License-Identifier: MIT
#pragma once
// The networks whose programs the tests of this folder look at.

#include <inlay/core.hpp>

namespace nets {

using namespace inlay;

/// A classifier of 28x28 digits with one convolution.
using Mission = Sequential<Conv2D<32, 5, 5>, MaxPool<2>, Flatten, Dense<10, Softmax>>;

/// One with two.
using TwoConvolutions =
    Sequential<Conv2D<32, 5, 5, ReLU>, MaxPool<2>, Conv2D<64, 5, 5, ReLU>, MaxPool<2>, Flatten,
               Dense<10, Softmax>>;

/// keras.io, "Simple MNIST convnet".
using MnistConvnet = Sequential<Conv2D<32, 3, 3, ReLU>, MaxPool<2>, Conv2D<64, 3, 3, ReLU>,
                                MaxPool<2>, Flatten, Dropout<0.5>, Dense<10, Softmax>>;

/// A wide one with a normalization behind each activation.
using Normalized = Sequential<
    Conv2D<32, 3, 3, ReLU, Same>, BatchNorm<>,
    Conv2D<32, 3, 3, ReLU, Same>, BatchNorm<>, Dropout<0.25>,
    Conv2D<64, 3, 3, ReLU, Same>, MaxPool<2>, Dropout<0.25>,
    Conv2D<128, 3, 3, ReLU, Same>, BatchNorm<>, Dropout<0.25>,
    Flatten, Dense<512, ReLU>, BatchNorm<>, Dropout<0.5>,
    Dense<128, ReLU>, BatchNorm<>, Dropout<0.5>, Dense<10, Softmax>>;

template <int Filters, class... Options>
using Residual = Sequential<Conv2D<Filters, 3, 3, Same, Options...>, BatchNorm<>, ReLU,
                            Conv2D<Filters, 3, 3, Same>, BatchNorm<>>;

/// MLPerf Tiny's ResNet-8 for 32x32x3.
using ResNet8 = Sequential<
    Conv2D<16, 3, 3, Same>, BatchNorm<>, ReLU,
    Add<Residual<16>, Identity>, ReLU,
    Add<Residual<32, Strides<2>>, Conv2D<32, 1, 1, Strides<2>, Same>>, ReLU,
    Add<Residual<64, Strides<2>>, Conv2D<64, 1, 1, Strides<2>, Same>>, ReLU,
    AveragePool<8>, Flatten, Dense<10, Softmax>>;

/// Branches of every kind behind one input, with borders of different widths.
using Branches = Sequential<
    Concat<Conv2D<3, 1>, Sequential<Conv2D<2, 1, 1, ReLU>, Conv2D<4, 5, 5, Same>>,
           Sequential<MaxPool<3, 3, Strides<1>, Same>, Conv2D<2, 3, 3, Same>>, Identity>,
    ReLU, Dropout<0.5>, Conv2D<3, 3, 3, Same>, GlobalAveragePool, Dense<5, Sigmoid>>;

}  // namespace nets
