// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_VGG16_HPP
#define INLAY_ZOO_VGG16_HPP

#include <inlay/zoo/vgg.hpp>

namespace inlay::INLAY_ABI::zoo {

/// keras.applications.VGG16, on images of 32x32 at least; it was trained on 224x224. Options:
/// Classes<1000>, NoTop, Pooling<Average>, PreprocessInput<>, the activation of the top (Softmax).
template <class... Given>
using VGG16 =
    Assembly<Told<"VGG16", "", Given...>, "vgg16", "caffe", false,
             Sequential<vgg::Block<"block1", 64, 1, 2>, vgg::Block<"block2", 128, 1, 2>,
                        vgg::Block<"block3", 256, 1, 2, 3>, vgg::Block<"block4", 512, 1, 2, 3>,
                        vgg::Block<"block5", 512, 1, 2, 3>>,
             vgg::Top<Told<"VGG16", "", Given...>>>;

}  // namespace inlay::INLAY_ABI::zoo

namespace inlay::zoo {
using INLAY_ABI::zoo::VGG16;
}  // namespace inlay::zoo

#endif  // INLAY_ZOO_VGG16_HPP
