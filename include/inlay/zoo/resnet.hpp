// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_RESNET_HPP
#define INLAY_ZOO_RESNET_HPP
// The blocks of ResNets that convolve before they normalize (arXiv:1512.03385).

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

namespace inlay::INLAY_ABI::zoo::resnet {

/// A convolution and its normalization.
template <Name name, int Filters, int Size, class... Options>
using ConvNorm = Sequential<Named<name + "_conv", Conv2D<Filters, Size, Size, Options...>>,
                            Named<name + "_bn", BatchNorm<Epsilon<1.001e-5>>>>;

template <Name name>
using Relu = Named<name, Activation<ReLU>>;

/// Three convolutions, of which the first moves by Stride.
template <Name name, int Filters, int Stride>
using Body = Sequential<ConvNorm<name + "_1", Filters, 1, Strides<Stride>>, Relu<name + "_1_relu">,
                        ConvNorm<name + "_2", Filters, 3, Same>, Relu<name + "_2_relu">,
                        ConvNorm<name + "_3", 4 * Filters, 1>>;

/// The first block of a stack, whose shortcut is a convolution, and any other one.
template <Name name, int Filters, int Stride>
using First =
    Sequential<Named<name + "_add", Add<ConvNorm<name + "_0", 4 * Filters, 1, Strides<Stride>>,
                                        Body<name, Filters, Stride>>>,
               Relu<name + "_out">>;
template <Name name, int Filters>
using Next =
    Sequential<Named<name + "_add", Add<Identity, Body<name, Filters, 1>>>, Relu<name + "_out">>;

template <Name name, int Filters, int Stride, class Others>
struct StackOf;

template <Name name, int Filters, int Stride, int... Others>
struct StackOf<name, Filters, Stride, std::integer_sequence<int, Others...>> {
    using type = Sequential<First<name + "_block1", Filters, Stride>,
                            Next<name + "_block" + name_of<Others + 2>, Filters>...>;
};

/// So many blocks.
template <Name name, int Filters, int Blocks, int Stride>
using Stack =
    typename StackOf<name, Filters, Stride, std::make_integer_sequence<int, Blocks - 1>>::type;

/// All maps: stacks of 3, Second, Third and 3 blocks. They hang on parameters, names too: who uses
/// another network does not pay for them.
template <class Told, int Second, int Third, Name conv = Name("conv")>
struct Maps {
    using type =
        Sequential<Named<"conv1_pad", ZeroPadding2D<3>>, ConvNorm<"conv1", 64, 7, Strides<2>>,
                   Relu<"conv1_relu">, Named<"pool1_pad", ZeroPadding2D<1>>,
                   Named<"pool1_pool", MaxPool<3, 3, Strides<2>>>, Stack<conv + "2", 64, 3, 1>,
                   Stack<conv + "3", 128, Second, 2>, Stack<conv + "4", 256, Third, 2>,
                   Stack<conv + "5", 512, 3, 2>>;
};

template <class Told, Name keras, int Second, int Third>
using Network =
    Assembly<Told, keras, "caffe", true, typename Maps<Told, Second, Third>::type,
             Sequential<Named<"avg_pool", GlobalAveragePool>, typename Told::Classifier>>;

}  // namespace inlay::INLAY_ABI::zoo::resnet

#endif  // INLAY_ZOO_RESNET_HPP
