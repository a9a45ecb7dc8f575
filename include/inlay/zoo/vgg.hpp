// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_VGG_HPP
#define INLAY_ZOO_VGG_HPP
// The blocks of VGG16 and VGG19 (arXiv:1409.1556).

#include <inlay/activation/relu.hpp>
#include <inlay/layer/conv2d.hpp>
#include <inlay/layer/flatten.hpp>
#include <inlay/layer/max_pool.hpp>
#include <inlay/zoo/assembly.hpp>

namespace inlay::INLAY_ABI::zoo::vgg {

/// Convolutions with the numbers given, and a pooling.
template <Name name, int Filters, int... Conv>
using Block =
    Sequential<Named<name + "_conv" + name_of<Conv>, Conv2D<Filters, 3, 3, ReLU, Same>>...,
               Named<name + "_pool", MaxPool<2>>>;

template <class Told>
using Top = Sequential<Named<"flatten", Flatten>, Named<"fc1", Dense<4096, ReLU>>,
                       Named<"fc2", Dense<4096, ReLU>>, typename Told::Classifier>;

}  // namespace inlay::INLAY_ABI::zoo::vgg

#endif  // INLAY_ZOO_VGG_HPP
