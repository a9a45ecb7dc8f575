// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_TINY_HPP
#define INLAY_ZOO_TINY_HPP
// The networks of MLPerf Tiny, under the names that Keras gives their layers.
#include <inlay/activation/relu.hpp>
#include <inlay/layer/add.hpp>
#include <inlay/layer/average_pool.hpp>
#include <inlay/layer/batch_norm.hpp>
#include <inlay/layer/conv2d.hpp>
#include <inlay/layer/dense.hpp>
#include <inlay/layer/depthwise_conv2d.hpp>
#include <inlay/layer/dropout.hpp>
#include <inlay/layer/flatten.hpp>
#include <inlay/layer/identity.hpp>
#include <inlay/zoo/assembly.hpp>

namespace inlay::INLAY_ABI::zoo {
namespace tiny {

template <int Filters, int Stride = 1>
using Conv =
    Conv2D<Filters, 3, 3, Same, Strides<Stride>, KernelInit<HeNormal>, KernelRegularizer<L2<1e-4>>>;

template <int Filters, int Stride>
using Body =
    Sequential<Conv<Filters, Stride>, BatchNorm<>, Activation<ReLU>, Conv<Filters>, BatchNorm<>>;

template <int Filters, int Stride, class Shortcut>
using Residual = Sequential<Add<Shortcut, Body<Filters, Stride>>, Activation<ReLU>>;

/// A shortcut that halves the sides.
template <int Filters>
using Down =
    Conv2D<Filters, 1, 1, Same, Strides<2>, KernelInit<HeNormal>, KernelRegularizer<L2<1e-4>>>;

template <class L>
using NormReLU = Sequential<L, BatchNorm<>, Activation<ReLU>>;

using Separable =
    Sequential<NormReLU<DepthwiseConv2D<3, 3, Same>>, NormReLU<Conv2D<64, 1, 1, Same>>>;

template <int Units>
using Turn = NormReLU<Dense<Units>>;

}  // namespace tiny

/// MLPerf Tiny's ResNet-8, for images of 32x32x3 and 10 classes.
using ResNet8 =
    Sequential<tiny::Conv<16>, BatchNorm<>, Activation<ReLU>, tiny::Residual<16, 1, Identity>,
               tiny::Residual<32, 2, tiny::Down<32>>, tiny::Residual<64, 2, tiny::Down<64>>,
               AveragePool<8>, Flatten, Dense<10, Softmax, KernelInit<HeNormal>>>;

/// MLPerf Tiny's DS-CNN, for 49 steps of 10 cepstral coefficients (49x10x1) and 12 words.
using DSCNN = Sequential<tiny::NormReLU<Conv2D<64, 10, 4, Same, Strides<2>>>, Dropout<0.2>,
                         tiny::Separable, tiny::Separable, tiny::Separable, tiny::Separable,
                         Dropout<0.4>, AveragePool<25, 5>, Flatten, Dense<12, Softmax>>;

/// MLPerf Tiny's auto-encoder, for 5 frames of 128 mel bands (640), which it gives back.
using AutoEncoder =
    Sequential<tiny::Turn<128>, tiny::Turn<128>, tiny::Turn<128>, tiny::Turn<128>, tiny::Turn<8>,
               tiny::Turn<128>, tiny::Turn<128>, tiny::Turn<128>, tiny::Turn<128>, Dense<640>>;

}  // namespace inlay::INLAY_ABI::zoo

namespace inlay::zoo {
using INLAY_ABI::zoo::AutoEncoder;
using INLAY_ABI::zoo::DSCNN;
using INLAY_ABI::zoo::ResNet8;
}  // namespace inlay::zoo

#endif  // INLAY_ZOO_TINY_HPP
