// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_SQUEEZENET_HPP
#define INLAY_ZOO_SQUEEZENET_HPP

#include <inlay/activation/relu.hpp>
#include <inlay/layer/concat.hpp>
#include <inlay/layer/conv2d.hpp>
#include <inlay/layer/dropout.hpp>
#include <inlay/layer/global_average_pool.hpp>
#include <inlay/layer/max_pool.hpp>
#include <inlay/zoo/assembly.hpp>

namespace inlay::INLAY_ABI::zoo {
namespace squeezenet {

template <Name name, int Squeezed, int Expanded>
using Fire =
    Sequential<Named<name + "_squeeze", Conv2D<Squeezed, 1, 1, ReLU>>,
               Named<name + "_concat",
                     Concat<Named<name + "_expand1x1", Conv2D<Expanded, 1, 1, ReLU>>,
                            Named<name + "_expand3x3", Conv2D<Expanded, 3, 3, ReLU, Same>>>>>;

template <class Told, Name fire = Name("fire")>
struct Maps {
    using type =
        Sequential<Named<"conv1", Conv2D<96, 7, 7, ReLU, Strides<2>>>,
                   Named<"pool1", MaxPool<3, 3, Strides<2>>>, Fire<fire + "2", 16, 64>,
                   Fire<fire + "3", 16, 64>, Fire<fire + "4", 32, 128>,
                   Named<"pool4", MaxPool<3, 3, Strides<2>>>, Fire<fire + "5", 32, 128>,
                   Fire<fire + "6", 48, 192>, Fire<fire + "7", 48, 192>, Fire<fire + "8", 64, 256>,
                   Named<"pool8", MaxPool<3, 3, Strides<2>>>, Fire<fire + "9", 64, 256>>;
};

template <class Told>
using Network = Assembly<
    Told, "squeezenet", "caffe", true, typename Maps<Told>::type,
    Sequential<Named<"drop9", Dropout<0.5>>, Named<"conv10", Conv2D<Told::classes, 1, 1, ReLU>>,
               Named<"avg_pool", GlobalAveragePool>,
               Named<"predictions", Activation<typename Told::Probabilities>>>>;

}  // namespace squeezenet

/// SqueezeNet 1.0 (arXiv:1602.07360), which Keras does not have, on images of any size; it was
/// trained on 224x224. Options: Classes<1000>, NoTop, Pooling<Average>, PreprocessInput<>, the
/// activation of the top (Softmax).
template <class... Given>
using SqueezeNet = squeezenet::Network<Told<"SqueezeNet", "", Given...>>;

}  // namespace inlay::INLAY_ABI::zoo

namespace inlay::zoo {
using INLAY_ABI::zoo::SqueezeNet;
}  // namespace inlay::zoo

#endif  // INLAY_ZOO_SQUEEZENET_HPP
