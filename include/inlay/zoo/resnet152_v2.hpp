// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_RESNET152_V2_HPP
#define INLAY_ZOO_RESNET152_V2_HPP

#include <inlay/zoo/resnet_v2.hpp>

namespace inlay::INLAY_ABI::zoo {

/// keras.applications.ResNet152V2, on images of any size; it was trained on 224x224. Options:
/// Classes<1000>, NoTop, Pooling<Average>, PreprocessInput<>, the activation of the top (Softmax).
template <class... Given>
using ResNet152V2 = resnet_v2::Network<Told<"ResNet152V2", "", Given...>, "resnet152v2", 8, 36>;

}  // namespace inlay::INLAY_ABI::zoo

namespace inlay::zoo {
using INLAY_ABI::zoo::ResNet152V2;
}  // namespace inlay::zoo

#endif  // INLAY_ZOO_RESNET152_V2_HPP
