// SPDX-License-Identifier: MIT
// A deep network, lowered and planned only: its compile time and memory are watched.
#include <inlay/activation/relu.hpp>
#include <inlay/activation/softmax.hpp>
#include <inlay/layer/add.hpp>
#include <inlay/layer/batch_norm.hpp>
#include <inlay/layer/conv2d.hpp>
#include <inlay/layer/dense.hpp>
#include <inlay/layer/global_average_pool.hpp>
#include <inlay/layer/identity.hpp>
#include <inlay/layer/max_pool.hpp>
#include <inlay/layer/sequential.hpp>
#include <inlay/network/network.hpp>

#include <doctest/doctest.h>

using namespace inlay;

namespace {

template <int Filters, int Size, class... Options>
using ConvNorm =
    Sequential<Conv2D<Filters, Size, Size, Same, Options...>, BatchNorm<Epsilon<1.001e-5>>>;

template <int Filters, class... Options>
using Bottleneck = Sequential<ConvNorm<Filters, 1, Options...>, ReLU, ConvNorm<Filters, 3>, ReLU,
                              ConvNorm<4 * Filters, 1>>;

template <int Filters, class... Options>
using First =
    Sequential<Add<Bottleneck<Filters, Options...>, ConvNorm<4 * Filters, 1, Options...>>, ReLU>;

template <int Filters>
using Next = Sequential<Add<Bottleneck<Filters>, Identity>, ReLU>;

using ResNet50 = Sequential<ConvNorm<64, 7, Strides<2>>, ReLU, MaxPool<3, 3, Strides<2>, Same>,
                            First<64>, Next<64>, Next<64>, First<128, Strides<2>>, Next<128>,
                            Next<128>, Next<128>, First<256, Strides<2>>, Next<256>, Next<256>,
                            Next<256>, Next<256>, Next<256>, First<512, Strides<2>>, Next<512>,
                            Next<512>, GlobalAveragePool, Dense<1000, Softmax>>;

using Net = Network<ResNet50, Input<224, 224, 3>>;

}  // namespace

// keras.applications.ResNet50: 25,583,592 trainable and 53,120 other parameters.
static_assert(Net::parameter_count == 25'636'712);
static_assert(Net::trainable_count == 25'583'592 && Net::state_count == 53'120);
static_assert(Net::output_shape == Shape{1000});
static_assert(Net::lowered.layer_count == 53 + 53 + 49 + 1 + 16 + 12 + 1 + 1);
static_assert(Net::multiply_adds == 3'857'973'248);
// The largest moment: the two branches of a join, of which one becomes their sum.
static_assert(Net::inference_bytes <= 2.7 * 56 * 56 * 256 * sizeof(float));

TEST_CASE("ResNet-50 is lowered, rewritten and planned by the compiler") {
    // Every normalization is folded; every join, and every activation but the last, runs in an
    // epilogue.
    int left = 0;
    for (int s = 0; s < Net::steps.step_count; ++s) left += !Net::steps.steps[s].removed;
    CHECK(left == 53 + 1 + 1 + 1 + 1);  // convolutions, pools, dense, softmax
}
