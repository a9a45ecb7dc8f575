// SPDX-License-Identifier: MIT
#pragma once
// ResNet-50 as keras.applications builds it, on images of 224 x 224 pixels.
#include <inlay/inlay.hpp>

template <int Filters, int Size, class... Options>
using ConvNorm = inlay::Sequential<inlay::Conv2D<Filters, Size, Size, inlay::Same, Options...>,
                                   inlay::BatchNorm<inlay::Epsilon<1.001e-5>>>;

template <int Filters, class... Options>
using Bottleneck = inlay::Sequential<ConvNorm<Filters, 1, Options...>, inlay::ReLU,
                                     ConvNorm<Filters, 3>, inlay::ReLU, ConvNorm<4 * Filters, 1>>;

template <int Filters, class... Options>
using First = inlay::Sequential<
    inlay::Add<Bottleneck<Filters, Options...>, ConvNorm<4 * Filters, 1, Options...>>, inlay::ReLU>;

template <int Filters>
using Next = inlay::Sequential<inlay::Add<Bottleneck<Filters>, inlay::Identity>, inlay::ReLU>;

using ResNet50 =
    inlay::Sequential<ConvNorm<64, 7, inlay::Strides<2>>, inlay::ReLU,
                      inlay::MaxPool<3, 3, inlay::Strides<2>, inlay::Same>, First<64>, Next<64>,
                      Next<64>, First<128, inlay::Strides<2>>, Next<128>, Next<128>, Next<128>,
                      First<256, inlay::Strides<2>>, Next<256>, Next<256>, Next<256>, Next<256>,
                      Next<256>, First<512, inlay::Strides<2>>, Next<512>, Next<512>,
                      inlay::GlobalAveragePool, inlay::Dense<1000, inlay::Softmax>>;

using Images = inlay::Input<224, 224, 3>;
