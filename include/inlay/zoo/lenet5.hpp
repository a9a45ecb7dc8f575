// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_LENET5_HPP
#define INLAY_ZOO_LENET5_HPP

#include <inlay/activation/tanh.hpp>
#include <inlay/layer/average_pool.hpp>
#include <inlay/layer/conv2d.hpp>
#include <inlay/layer/dense.hpp>
#include <inlay/layer/flatten.hpp>
#include <inlay/zoo/assembly.hpp>

namespace inlay::INLAY_ABI::zoo {
/// LeNet-5 for digits of 32x32x1 (or 28x28 behind ZeroPadding2D<2>), its maps joined as in a plain
/// convolution and 10 classes by Softmax.
using LeNet5 =
    Sequential<Conv2D<6, 5, 5, Tanh>, AveragePool<2>, Conv2D<16, 5, 5, Tanh>, AveragePool<2>,
               Conv2D<120, 5, 5, Tanh>, Flatten, Dense<84, Tanh>, Dense<10, Softmax>>;

}  // namespace inlay::INLAY_ABI::zoo

namespace inlay::zoo {
using INLAY_ABI::zoo::LeNet5;
}  // namespace inlay::zoo

#endif  // INLAY_ZOO_LENET5_HPP
