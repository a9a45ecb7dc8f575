// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_RESNET152_HPP
#define INLAY_ZOO_RESNET152_HPP

#include <inlay/zoo/resnet.hpp>

namespace inlay::INLAY_ABI::zoo {

/// keras.applications.ResNet152, on images of any size; it was trained on 224x224. Options:
/// Classes<1000>, NoTop, Pooling<Average>, PreprocessInput<>, the activation of the top (Softmax).
template <class... Given>
using ResNet152 = resnet::Network<Told<"ResNet152", "", Given...>, "resnet152", 8, 36>;

}  // namespace inlay::INLAY_ABI::zoo

namespace inlay::zoo {
using INLAY_ABI::zoo::ResNet152;
}  // namespace inlay::zoo

#endif  // INLAY_ZOO_RESNET152_HPP
