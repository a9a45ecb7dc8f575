// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_HPP
#define INLAY_ZOO_HPP
// Known networks as types: zoo::MobileNetV2<Classes<10>>. Beside inlay/core.hpp opt-in, part of
// inlay/inlay.hpp.

#include <inlay/config.hpp>

#if INLAY_COMPILER_SUPPORTED

#include <inlay/macros_aside.hpp>

#include <inlay/zoo/densenet.hpp>        // DenseNet121, DenseNet169, DenseNet201
#include <inlay/zoo/lenet5.hpp>          // LeNet5
#include <inlay/zoo/mobilenet.hpp>       // MobileNet<Alpha<1>>
#include <inlay/zoo/mobilenet_v2.hpp>    // MobileNetV2<Alpha<1>>
#include <inlay/zoo/resnet101.hpp>       // ResNet101
#include <inlay/zoo/resnet101_v2.hpp>    // ResNet101V2
#include <inlay/zoo/resnet152.hpp>       // ResNet152
#include <inlay/zoo/resnet152_v2.hpp>    // ResNet152V2
#include <inlay/zoo/resnet50.hpp>        // ResNet50
#include <inlay/zoo/resnet50_v2.hpp>     // ResNet50V2
#include <inlay/zoo/squeezenet.hpp>      // SqueezeNet
#include <inlay/zoo/tiny.hpp>            // AutoEncoder, DSCNN, ResNet8
#include <inlay/zoo/u_net_xception.hpp>  // UNetXception
#include <inlay/zoo/vgg16.hpp>           // VGG16
#include <inlay/zoo/vgg19.hpp>           // VGG19
#include <inlay/zoo/xception.hpp>        // Xception

#include <inlay/macros_back.hpp>

#endif

#endif  // INLAY_ZOO_HPP
