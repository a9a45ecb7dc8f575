// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_RESNET_V2_HPP
#define INLAY_ZOO_RESNET_V2_HPP
// The blocks of ResNets that normalize before they convolve (arXiv:1603.05027).

#include <inlay/activation/relu.hpp>
#include <inlay/layer/add.hpp>
#include <inlay/layer/batch_norm.hpp>
#include <inlay/layer/conv2d.hpp>
#include <inlay/layer/global_average_pool.hpp>
#include <inlay/layer/identity.hpp>
#include <inlay/layer/max_pool.hpp>
#include <inlay/layer/zero_padding2d.hpp>
#include <inlay/zoo/assembly.hpp>

#include <utility>

namespace inlay::INLAY_ABI::zoo::resnet_v2 {

template <Name norm, Name relu>
using NormReLU =
    Sequential<Named<norm, BatchNorm<Epsilon<1.001e-5>>>, Named<relu, Activation<ReLU>>>;

/// Three convolutions, of which the middle one moves by Stride.
template <Name name, int Filters, int Stride>
using Body =
    Sequential<Named<name + "_1_conv", Conv2D<Filters, 1, 1, NoBias>>,
               NormReLU<name + "_1_bn", name + "_1_relu">, Named<name + "_2_pad", ZeroPadding2D<1>>,
               Named<name + "_2_conv", Conv2D<Filters, 3, 3, Strides<Stride>, NoBias>>,
               NormReLU<name + "_2_bn", name + "_2_relu">,
               Named<name + "_3_conv", Conv2D<4 * Filters, 1>>>;

/// The first block of a stack: its shortcut is a convolution of what is normalized.
template <Name name, int Filters>
using First =
    Sequential<NormReLU<name + "_preact_bn", name + "_preact_relu">,
               Named<name + "_out",
                     Add<Named<name + "_0_conv", Conv2D<4 * Filters, 1>>, Body<name, Filters, 1>>>>;

/// Any other one, whose shortcut is what it reads, or every Stride-th cell of that.
template <Name name, int Filters, int Stride = 1>
using Next =
    Sequential<Named<name + "_out",
                     Add<std::conditional_t<Stride == 1, Identity, MaxPool<1, 1, Strides<Stride>>>,
                         Sequential<NormReLU<name + "_preact_bn", name + "_preact_relu">,
                                    Body<name, Filters, Stride>>>>>;

template <Name name, int Filters, int Stride, class Between>
struct StackOf;

template <Name name, int Filters, int Stride, int... Between>
struct StackOf<name, Filters, Stride, std::integer_sequence<int, Between...>> {
    using type =
        Sequential<First<name + "_block1", Filters>,
                   Next<name + "_block" + name_of<Between + 2>, Filters>...,
                   Next<name + "_block" + name_of<sizeof...(Between) + 2>, Filters, Stride>>;
};

/// So many blocks, of which the last moves by Stride.
template <Name name, int Filters, int Blocks, int Stride>
using Stack =
    typename StackOf<name, Filters, Stride, std::make_integer_sequence<int, Blocks - 2>>::type;

/// All maps: stacks of 3, Second, Third and 3 blocks. They hang on parameters, names too: who uses
/// another network does not pay for them.
template <class Told, int Second, int Third, Name conv = Name("conv")>
struct Maps {
    using type =
        Sequential<Named<"conv1_pad", ZeroPadding2D<3>>,
                   Named<"conv1_conv", Conv2D<64, 7, 7, Strides<2>>>,
                   Named<"pool1_pad", ZeroPadding2D<1>>,
                   Named<"pool1_pool", MaxPool<3, 3, Strides<2>>>, Stack<conv + "2", 64, 3, 2>,
                   Stack<conv + "3", 128, Second, 2>, Stack<conv + "4", 256, Third, 2>,
                   Stack<conv + "5", 512, 3, 1>, NormReLU<"post_bn", "post_relu">>;
};

template <class Told, Name keras, int Second, int Third>
using Network =
    Assembly<Told, keras, "tf", true, typename Maps<Told, Second, Third>::type,
             Sequential<Named<"avg_pool", GlobalAveragePool>, typename Told::Classifier>>;

}  // namespace inlay::INLAY_ABI::zoo::resnet_v2

#endif  // INLAY_ZOO_RESNET_V2_HPP
