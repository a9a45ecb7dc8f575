// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_VGG19_HPP
#define INLAY_ZOO_VGG19_HPP

#include <inlay/zoo/vgg.hpp>

namespace inlay::INLAY_ABI::zoo {

/// keras.applications.VGG19, on images of 32x32 at least; it was trained on 224x224. Options:
/// Classes<1000>, NoTop, Pooling<Average>, PreprocessInput<>, the activation of the top (Softmax).
template <class... Given>
using VGG19 = Assembly<
    Told<"VGG19", "", Given...>, "vgg19", "caffe", false,
    Sequential<vgg::Block<"block1", 64, 1, 2>, vgg::Block<"block2", 128, 1, 2>,
               vgg::Block<"block3", 256, 1, 2, 3, 4>, vgg::Block<"block4", 512, 1, 2, 3, 4>,
               vgg::Block<"block5", 512, 1, 2, 3, 4>>,
    vgg::Top<Told<"VGG19", "", Given...>>>;

}  // namespace inlay::INLAY_ABI::zoo

namespace inlay::zoo {
using INLAY_ABI::zoo::VGG19;
}  // namespace inlay::zoo

#endif  // INLAY_ZOO_VGG19_HPP
