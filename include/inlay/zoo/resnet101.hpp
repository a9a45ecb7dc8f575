// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_RESNET101_HPP
#define INLAY_ZOO_RESNET101_HPP

#include <inlay/zoo/resnet.hpp>

namespace inlay::INLAY_ABI::zoo {

/// keras.applications.ResNet101, on images of any size; it was trained on 224x224. Options:
/// Classes<1000>, NoTop, Pooling<Average>, PreprocessInput<>, the activation of the top (Softmax).
template <class... Given>
using ResNet101 = resnet::Network<Told<"ResNet101", "", Given...>, "resnet101", 4, 23>;

}  // namespace inlay::INLAY_ABI::zoo

namespace inlay::zoo {
using INLAY_ABI::zoo::ResNet101;
}  // namespace inlay::zoo

#endif  // INLAY_ZOO_RESNET101_HPP
