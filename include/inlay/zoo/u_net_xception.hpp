// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_U_NET_XCEPTION_HPP
#define INLAY_ZOO_U_NET_XCEPTION_HPP
// A U-Net of convolutions depth by depth, whose residuals are added: keras.io, "Image segmentation
// with a U-Net-like architecture".
#include <inlay/activation/relu.hpp>
#include <inlay/layer/add.hpp>
#include <inlay/layer/batch_norm.hpp>
#include <inlay/layer/conv2d.hpp>
#include <inlay/layer/conv2d_transpose.hpp>
#include <inlay/layer/max_pool.hpp>
#include <inlay/layer/separable_conv2d.hpp>
#include <inlay/layer/up_sampling2d.hpp>
#include <inlay/zoo/assembly.hpp>

namespace inlay::INLAY_ABI::zoo {
namespace u_net_xception {

using Relu = Activation<ReLU>;

template <int Filters>
using Down = Add<
    Sequential<Relu, SeparableConv2D<Filters, 3, 3, Same>, BatchNorm<>, Relu,
               SeparableConv2D<Filters, 3, 3, Same>, BatchNorm<>, MaxPool<3, 3, Strides<2>, Same>>,
    Conv2D<Filters, 1, 1, Strides<2>, Same>>;

template <int Filters>
using Up = Add<Sequential<Relu, Conv2DTranspose<Filters, 3, 3, Same>, BatchNorm<>, Relu,
                          Conv2DTranspose<Filters, 3, 3, Same>, BatchNorm<>, UpSampling2D<2>>,
               Sequential<UpSampling2D<2>, Conv2D<Filters, 1, 1, Same>>>;

using Maps = Sequential<Conv2D<32, 3, 3, Strides<2>, Same>, BatchNorm<>, Relu, Down<64>, Down<128>,
                        Down<256>, Up<256>, Up<128>, Up<64>, Up<32>>;

}  // namespace u_net_xception

/// A class for each pixel of images whose sides are multiples of 16. Options: Classes<1000>, NoTop,
/// Pooling<Average>, PreprocessInput<> (to -1 ... 1), the activation of the top (Softmax).
template <class... Given>
using UNetXception = Assembly<Told<"UNetXception", "", Given...>, "u_net_xception", "tf", false,
                              u_net_xception::Maps,
                              Conv2D<Told<"UNetXception", "", Given...>::classes, 3, 3, Same,
                                     typename Told<"UNetXception", "", Given...>::Probabilities>>;

}  // namespace inlay::INLAY_ABI::zoo

namespace inlay::zoo {
using INLAY_ABI::zoo::UNetXception;
}  // namespace inlay::zoo

#endif  // INLAY_ZOO_U_NET_XCEPTION_HPP
