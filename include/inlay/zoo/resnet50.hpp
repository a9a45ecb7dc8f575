// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_RESNET50_HPP
#define INLAY_ZOO_RESNET50_HPP

#include <inlay/zoo/resnet.hpp>

namespace inlay::INLAY_ABI::zoo {

/// keras.applications.ResNet50, on images of any size; it was trained on 224x224. Options:
/// Classes<1000>, NoTop, Pooling<Average>, PreprocessInput<>, the activation of the top (Softmax).
template <class... Given>
using ResNet50 = resnet::Network<Told<"ResNet50", "", Given...>, "resnet50", 4, 6>;

}  // namespace inlay::INLAY_ABI::zoo

namespace inlay::zoo {
using INLAY_ABI::zoo::ResNet50;
}  // namespace inlay::zoo

#endif  // INLAY_ZOO_RESNET50_HPP
