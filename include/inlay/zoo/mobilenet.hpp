// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_MOBILENET_HPP
#define INLAY_ZOO_MOBILENET_HPP

#include <inlay/layer/batch_norm.hpp>
#include <inlay/layer/conv2d.hpp>
#include <inlay/layer/depthwise_conv2d.hpp>
#include <inlay/layer/dropout.hpp>
#include <inlay/layer/global_average_pool.hpp>
#include <inlay/layer/reshape.hpp>
#include <inlay/layer/zero_padding2d.hpp>
#include <inlay/zoo/assembly.hpp>
#include <inlay/zoo/relu6.hpp>

namespace inlay::INLAY_ABI::zoo {
namespace mobilenet {

/// What follows each convolution.
template <Name name>
using NormReLU = Sequential<Named<name + "_bn", BatchNorm<>>, Named<name + "_relu", ReLUTo6>>;

template <Name number, int Stride>
using Depthwise = std::conditional_t<
    Stride == 1, Named<Name("conv_dw_") + number, DepthwiseConv2D<3, 3, Same, NoBias>>,
    Sequential<Named<Name("conv_pad_") + number, ZeroPadding2D<0, 1, 0, 1>>,
               Named<Name("conv_dw_") + number, DepthwiseConv2D<3, 3, Strides<Stride>, NoBias>>>>;

template <Name number, int Filters, int Stride>
using Block = Sequential<Depthwise<number, Stride>, NormReLU<Name("conv_dw_") + number>,
                         Named<Name("conv_pw_") + number, Conv2D<Filters, 1, 1, Same, NoBias>>,
                         NormReLU<Name("conv_pw_") + number>>;

/// The channels of a network of some width.
template <class Told, int Wide>
constexpr int narrowed = static_cast<int>(Wide * Told::alpha);

template <class Told>
using Maps = Sequential<Named<"conv1", Conv2D<narrowed<Told, 32>, 3, 3, Same, Strides<2>, NoBias>>,
                        NormReLU<"conv1">, Block<"1", narrowed<Told, 64>, 1>,
                        Block<"2", narrowed<Told, 128>, 2>, Block<"3", narrowed<Told, 128>, 1>,
                        Block<"4", narrowed<Told, 256>, 2>, Block<"5", narrowed<Told, 256>, 1>,
                        Block<"6", narrowed<Told, 512>, 2>, Block<"7", narrowed<Told, 512>, 1>,
                        Block<"8", narrowed<Told, 512>, 1>, Block<"9", narrowed<Told, 512>, 1>,
                        Block<"10", narrowed<Told, 512>, 1>, Block<"11", narrowed<Told, 512>, 1>,
                        Block<"12", narrowed<Told, 1024>, 2>, Block<"13", narrowed<Told, 1024>, 1>>;

template <class Told>
using Top = Sequential<GlobalAveragePoolWith<KeepDims>, Named<"dropout", Dropout<0.001>>,
                       Named<"conv_preds", Conv2D<Told::classes, 1, 1, Same>>,
                       Named<"reshape_2", Reshape<Told::classes>>,
                       Named<"predictions", Activation<typename Told::Probabilities>>>;

template <class Told>
using Network = Assembly<Told, Name("mobilenet_") + decimal<Told::hundredths> + "_224", "tf", false,
                         Maps<Told>, Top<Told>>;

}  // namespace mobilenet

/// keras.applications.MobileNet, on images of any size; it was trained on 224x224. Options:
/// Alpha<1>, Classes<1000>, NoTop, Pooling<Average>, PreprocessInput<>, the activation of the top
/// (Softmax).
template <class... Given>
using MobileNet = mobilenet::Network<Told<"MobileNet", "alpha", Given...>>;

}  // namespace inlay::INLAY_ABI::zoo

namespace inlay::zoo {
using INLAY_ABI::zoo::MobileNet;
}  // namespace inlay::zoo

#endif  // INLAY_ZOO_MOBILENET_HPP
