// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_DENSENET_HPP
#define INLAY_ZOO_DENSENET_HPP
// DenseNets (arXiv:1608.06993): blocks of layers that read all layers before them.
#include <inlay/activation/relu.hpp>
#include <inlay/layer/average_pool.hpp>
#include <inlay/layer/batch_norm.hpp>
#include <inlay/layer/concat.hpp>
#include <inlay/layer/conv2d.hpp>
#include <inlay/layer/global_average_pool.hpp>
#include <inlay/layer/identity.hpp>
#include <inlay/layer/max_pool.hpp>
#include <inlay/layer/zero_padding2d.hpp>
#include <inlay/zoo/assembly.hpp>

#include <utility>

namespace inlay::INLAY_ABI::zoo {
namespace densenet {

template <Name norm, Name relu>
using NormReLU =
    Sequential<Named<norm, BatchNorm<Epsilon<1.001e-5>>>, Named<relu, Activation<ReLU>>>;

/// 32 channels more.
template <Name name>
using Layer =
    Named<name + "_concat",
          Concat<Identity, Sequential<NormReLU<name + "_0_bn", name + "_0_relu">,
                                      Named<name + "_1_conv", Conv2D<128, 1, 1, NoBias>>,
                                      NormReLU<name + "_1_bn", name + "_1_relu">,
                                      Named<name + "_2_conv", Conv2D<32, 3, 3, Same, NoBias>>>>>;

template <Name name, class Numbers>
struct BlockOf;

template <Name name, int... Number>
struct BlockOf<name, std::integer_sequence<int, Number...>> {
    using type = Sequential<Layer<name + "_block" + name_of<Number + 1>>...>;
};

template <Name name, int Layers>
using Block = typename BlockOf<name, std::make_integer_sequence<int, Layers>>::type;

/// Half the channels, half the sides.
template <Name name, int Channels>
using Transition = Sequential<NormReLU<name + "_bn", name + "_relu">,
                              Named<name + "_conv", Conv2D<Channels / 2, 1, 1, NoBias>>,
                              Named<name + "_pool", AveragePool<2>>>;

/// All maps. They hang on parameters, names too: who uses another network does not pay for them.
template <class Told, int Third, int Fourth, Name conv = Name("conv"), Name pool = Name("pool")>
struct Maps {
    static constexpr int after_second = 128 + 12 * 32;
    static constexpr int after_third = after_second / 2 + Third * 32;

    using type =
        Sequential<ZeroPadding2D<3>, Named<"conv1_conv", Conv2D<64, 7, 7, Strides<2>, NoBias>>,
                   NormReLU<"conv1_bn", "conv1_relu">, ZeroPadding2D<1>,
                   Named<"pool1", MaxPool<3, 3, Strides<2>>>, Block<conv + "2", 6>,
                   Transition<pool + "2", 256>, Block<conv + "3", 12>,
                   Transition<pool + "3", after_second>, Block<conv + "4", Third>,
                   Transition<pool + "4", after_third>, Block<conv + "5", Fourth>,
                   NormReLU<"bn", "relu">>;
};

template <class Told, Name keras, int Third, int Fourth>
using Network =
    Assembly<Told, keras, "torch", true, typename Maps<Told, Third, Fourth>::type,
             Sequential<Named<"avg_pool", GlobalAveragePool>, typename Told::Classifier>>;

}  // namespace densenet

/// keras.applications.DenseNet121, on images of 32x32 at least; it was trained on 224x224, as were
/// DenseNet169 and DenseNet201. Options: Classes<1000>, NoTop, Pooling<Average>, PreprocessInput<>,
/// the activation of the top (Softmax).
template <class... Given>
using DenseNet121 = densenet::Network<Told<"DenseNet121", "", Given...>, "densenet121", 24, 16>;

/// The same with more layers.
template <class... Given>
using DenseNet169 = densenet::Network<Told<"DenseNet169", "", Given...>, "densenet169", 32, 32>;

/// The same with more layers.
template <class... Given>
using DenseNet201 = densenet::Network<Told<"DenseNet201", "", Given...>, "densenet201", 48, 32>;

}  // namespace inlay::INLAY_ABI::zoo

namespace inlay::zoo {
using INLAY_ABI::zoo::DenseNet121;
using INLAY_ABI::zoo::DenseNet169;
using INLAY_ABI::zoo::DenseNet201;
}  // namespace inlay::zoo

#endif  // INLAY_ZOO_DENSENET_HPP
