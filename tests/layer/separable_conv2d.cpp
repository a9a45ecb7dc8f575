// SPDX-License-Identifier: MIT
// SeparableConv2D: a depthwise convolution, then one of single cells, as one layer.
#ifndef NAIVE_SEPARABLE_CONV2D
#define NAIVE_SEPARABLE_CONV2D

#include "convolving.hpp"

namespace naive {

template <int Filters, int Height, int Width, class... Given>
Batch forward(Of<SeparableConv2D<Filters, Height, Width, Given...>>, const Batch& x, Run& run) {
    return convolve_separable<Given...>(x, run, Filters, {Height, Width});
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../activation/tanh.cpp"
#include "../keras/layers/separable_conv2d.hpp"
#include "add.cpp"
#include "batch_norm.cpp"
#include "check.hpp"
#include "concat.cpp"
#include "identity.cpp"
#include "max_pool.cpp"

#include <inlay/inlay.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

TEST_CASE("SeparableConv2D") {
    check::both<SeparableConv2D<3, 3>, Input<5, 6, 2>>();
    check::layer<SeparableConv2D<17, 3, 2, Same, Strides<2>, Tanh>, Input<7, 6, 5>>();
    check::layer<SeparableConv2D<4, 3, 3, Dilation<2>, DepthMultiplier<3>, NoBias>,
                 Input<7, 6, 3>>();
}

TEST_CASE("SeparableConv2D in networks: normalized, pooled, beside others") {
    check::network<Sequential<SeparableConv2D<5, 3, 3, Same, NoBias>, BatchNorm<>, ReLU,
                              SeparableConv2D<4, 3, 3, Same, Tanh>, MaxPool<2>>,
                   Input<7, 6, 3>>();
    check::network<Concat<SeparableConv2D<3, 3, 3, Same>, Identity>, Input<5, 6, 2>>();
}

TEST_CASE("SeparableConv2D is one layer") {
    using Net = Model<Sequential<SeparableConv2D<8, 3, 3, Same, DepthMultiplier<2>>,
                                 SeparableConv2D<4, 3, 3, NoBias>>,
                      Input<9, 9, 3>>;
    CHECK(Net::tensor_names() == std::vector<std::string>{"separable_conv2d/depthwise_kernel",
                                                          "separable_conv2d/pointwise_kernel",
                                                          "separable_conv2d/bias",
                                                          "separable_conv2d_1/depthwise_kernel",
                                                          "separable_conv2d_1/pointwise_kernel"});
    static_assert(Net::parameter_count == 9 * 3 * 2 + 6 * 8 + 8 + 9 * 8 + 8 * 4);
    static_assert(Net::multiply_adds == 81 * (9 * 6 + 6 * 8) + 49 * (9 * 8 + 8 * 4));
    const std::string text = Net().summary({.line_length = 88});
    CHECK(text.find("separable_conv2d_1 (SeparableConv2D)") != std::string::npos);
    CHECK(text.find("DepthwiseConv2D") == std::string::npos);
}

TEST_CASE("SeparableConv2D says what is wrong with the whole") {
    constexpr auto none = program::lower<SeparableConv2D<0, 3>>(Shape{9, 9, 3});
    CHECK(none.mistake.view().starts_with("layer 1, SeparableConv2D<0, 3"));
    CHECK(none.mistake.view().find("has 0 filters of 3x3") != std::string_view::npos);
    constexpr auto groups = program::lower<SeparableConv2D<4, 3, 3, Groups<2>>>(Shape{9, 9, 4});
    CHECK(groups.mistake.view().find("it takes activation, padding, strides, dilation, depth "
                                     "multiplier, bias, kernel initializer and bias initializer") !=
          std::string_view::npos);
    constexpr auto large = program::lower<SeparableConv2D<4, 5, 5>>(Shape{4, 9, 4});
    CHECK(large.mistake.view().find("needs at least 5x5 cells") != std::string_view::npos);
}

TEST_CASE("SeparableConv2D, Keras's numbers") { keras::layers::separable_conv2d(); }

#endif
