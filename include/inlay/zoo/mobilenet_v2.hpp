// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_MOBILENET_V2_HPP
#define INLAY_ZOO_MOBILENET_V2_HPP

#include <inlay/layer/add.hpp>
#include <inlay/layer/batch_norm.hpp>
#include <inlay/layer/conv2d.hpp>
#include <inlay/layer/depthwise_conv2d.hpp>
#include <inlay/layer/global_average_pool.hpp>
#include <inlay/layer/identity.hpp>
#include <inlay/zoo/assembly.hpp>
#include <inlay/zoo/correct_pad.hpp>
#include <inlay/zoo/make_divisible.hpp>
#include <inlay/zoo/relu6.hpp>

namespace inlay::INLAY_ABI::zoo {
namespace mobilenet_v2 {

using Norm = BatchNorm<Momentum<0.999>>;

template <Name name>
using Bend = Named<name, ReLUTo6>;

/// Six times as many channels.
template <Name block, int In>
using Expand = Sequential<Named<block + "expand", Conv2D<6 * In, 1, 1, Same, NoBias>>,
                          Named<block + "expand_BN", Norm>, Bend<block + "expand_relu">>;

template <Name block, int Stride>
using Depthwise = std::conditional_t<
    Stride == 1, Named<block + "depthwise", DepthwiseConv2D<3, 3, Same, NoBias>>,
    Sequential<Named<block + "pad", CorrectPad<3>>,
               Named<block + "depthwise", DepthwiseConv2D<3, 3, Strides<Stride>, NoBias>>>>;

template <Name block, int Out, int Stride>
using Project = Sequential<
    Depthwise<block, Stride>, Named<block + "depthwise_BN", Norm>, Bend<block + "depthwise_relu">,
    Named<block + "project", Conv2D<Out, 1, 1, Same, NoBias>>, Named<block + "project_BN", Norm>>;

/// An inverted residual: where the shapes are the same, its input is added.
template <Name block, int In, int Out, int Stride, class Body>
using Residual =
    std::conditional_t<In == Out && Stride == 1, Named<block + "add", Add<Identity, Body>>, Body>;

template <int Number, int In, int Out, int Stride,
          Name block = Name("block_") + name_of<Number> + "_">
using Inverted =
    Residual<block, In, Out, Stride, Sequential<Expand<block, In>, Project<block, Out, Stride>>>;

/// The channels of a network of some width.
template <class Told>
struct Channels {
    static constexpr int of(int wide) {
        return make_divisible(static_cast<int>(wide * Told::alpha));
    }
    static constexpr int first = make_divisible(32 * Told::alpha);
    static constexpr int a = of(16), b = of(24), c = of(32), d = of(64), e = of(96), f = of(160),
                         g = of(320);
    static constexpr int last = Told::alpha > 1 ? make_divisible(1280 * Told::alpha) : 1280;
};

template <class Told, class C = Channels<Told>>
using Maps =
    Sequential<Named<"Conv1", Conv2D<C::first, 3, 3, Same, Strides<2>, NoBias>>,
               Named<"bn_Conv1", Norm>, Bend<"Conv1_relu">,
               Residual<"expanded_conv_", C::first, C::a, 1, Project<"expanded_conv_", C::a, 1>>,
               Inverted<1, C::a, C::b, 2>, Inverted<2, C::b, C::b, 1>, Inverted<3, C::b, C::c, 2>,
               Inverted<4, C::c, C::c, 1>, Inverted<5, C::c, C::c, 1>, Inverted<6, C::c, C::d, 2>,
               Inverted<7, C::d, C::d, 1>, Inverted<8, C::d, C::d, 1>, Inverted<9, C::d, C::d, 1>,
               Inverted<10, C::d, C::e, 1>, Inverted<11, C::e, C::e, 1>,
               Inverted<12, C::e, C::e, 1>, Inverted<13, C::e, C::f, 2>,
               Inverted<14, C::f, C::f, 1>, Inverted<15, C::f, C::f, 1>,
               Inverted<16, C::f, C::g, 1>, Named<"Conv_1", Conv2D<C::last, 1, 1, NoBias>>,
               Named<"Conv_1_bn", Norm>, Bend<"out_relu">>;

template <class Told>
using Network =
    Assembly<Told, Name("mobilenetv2_") + decimal<Told::hundredths> + "_224", "tf", false,
             Maps<Told>, Sequential<GlobalAveragePool, typename Told::Classifier>>;

}  // namespace mobilenet_v2

/// keras.applications.MobileNetV2, on images of any size; it was trained on 224x224. Options:
/// Alpha<1>, Classes<1000>, NoTop, Pooling<Average>, PreprocessInput<>, the activation of the top
/// (Softmax).
template <class... Given>
using MobileNetV2 = mobilenet_v2::Network<Told<"MobileNetV2", "alpha", Given...>>;

}  // namespace inlay::INLAY_ABI::zoo

namespace inlay::zoo {
using INLAY_ABI::zoo::MobileNetV2;
}  // namespace inlay::zoo

#endif  // INLAY_ZOO_MOBILENET_V2_HPP
