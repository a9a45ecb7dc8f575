// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_XCEPTION_HPP
#define INLAY_ZOO_XCEPTION_HPP
// Xception (arXiv:1610.02357): convolutions depth by depth, and residuals.
#include <inlay/activation/relu.hpp>
#include <inlay/layer/add.hpp>
#include <inlay/layer/batch_norm.hpp>
#include <inlay/layer/conv2d.hpp>
#include <inlay/layer/global_average_pool.hpp>
#include <inlay/layer/identity.hpp>
#include <inlay/layer/max_pool.hpp>
#include <inlay/layer/separable_conv2d.hpp>
#include <inlay/zoo/assembly.hpp>

namespace inlay::INLAY_ABI::zoo {
namespace xception {

template <Name name>
using Relu = Named<name + "_act", Activation<ReLU>>;

template <Name name, int Filters>
using Separable = Sequential<Named<name, SeparableConv2D<Filters, 3, 3, Same, NoBias>>,
                             Named<name + "_bn", BatchNorm<>>>;

template <Name name, int Filters>
using Convolution = Sequential<Named<name, Conv2D<Filters, 3, 3, NoBias>>,
                               Named<name + "_bn", BatchNorm<>>, Relu<name>>;

/// Half the sides; the first convolution may be one behind no function.
template <Name name, class First, int Filters>
using Down = Add<Sequential<First, Relu<name + "_sepconv2">, Separable<name + "_sepconv2", Filters>,
                            Named<name + "_pool", MaxPool<3, 3, Strides<2>, Same>>>,
                 Sequential<Conv2D<Filters, 1, 1, Strides<2>, Same, NoBias>, BatchNorm<>>>;

template <Name name, int Filters>
using Bent = Sequential<Relu<name>, Separable<name, Filters>>;

template <Name name>
using Middle = Add<Sequential<Bent<name + "_sepconv1", 728>, Bent<name + "_sepconv2", 728>,
                              Bent<name + "_sepconv3", 728>>,
                   Identity>;

/// All maps. They hang on parameters, names too: who uses another network does not pay for them.
template <class Told, Name block = Name("block")>
struct Maps {
    template <Name name, int Filters>
    using Last = Sequential<Separable<name, Filters>, Relu<name>>;

    using type =
        Sequential<Named<block + "1_conv1", Conv2D<32, 3, 3, Strides<2>, NoBias>>,
                   Named<block + "1_conv1_bn", BatchNorm<>>, Relu<block + "1_conv1">,
                   Convolution<block + "1_conv2", 64>,
                   Down<block + "2", Separable<block + "2_sepconv1", 128>, 128>,
                   Down<block + "3", Bent<block + "3_sepconv1", 256>, 256>,
                   Down<block + "4", Bent<block + "4_sepconv1", 728>, 728>, Middle<block + "5">,
                   Middle<block + "6">, Middle<block + "7">, Middle<block + "8">,
                   Middle<block + "9">, Middle<block + "10">, Middle<block + "11">,
                   Middle<block + "12">, Down<block + "13", Bent<block + "13_sepconv1", 728>, 1024>,
                   Last<block + "14_sepconv1", 1536>, Last<block + "14_sepconv2", 2048>>;
};

}  // namespace xception

/// keras.applications.Xception, on images of 71x71 at least; it was trained on 299x299. Options:
/// Classes<1000>, NoTop, Pooling<Average>, PreprocessInput<>, the activation of the top (Softmax).
template <class... Given>
using Xception = Assembly<Told<"Xception", "", Given...>, "xception", "tf", false,
                          typename xception::Maps<Told<"Xception", "", Given...>>::type,
                          Sequential<Named<"avg_pool", GlobalAveragePool>,
                                     typename Told<"Xception", "", Given...>::Classifier>>;

}  // namespace inlay::INLAY_ABI::zoo

namespace inlay::zoo {
using INLAY_ABI::zoo::Xception;
}  // namespace inlay::zoo

#endif  // INLAY_ZOO_XCEPTION_HPP
