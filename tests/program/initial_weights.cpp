// SPDX-License-Identifier: MIT
// Every option that names an initializer reaches its tensor.
#include <doctest/doctest.h>

#include <inlay/core.hpp>

#include <vector>

using namespace inlay;

namespace {

using Values = std::vector<float>;

/// What a network starts with: its weights, then its state.
template <class Layer, class In>
Values initial() {
    using Net = Network<Layer, In>;
    Values weights(Net::trainable_count, -9.0f);
    Values state(Net::parameter_count - Net::trainable_count, -9.0f);
    Net::initialize(42, weights, state);
    weights.insert(weights.end(), state.begin(), state.end());
    return weights;
}

template <int Value>
using C = Constant<Value>;

}  // namespace

TEST_CASE("initializers of all tensors") {
    CHECK(initial<Dense<2, BiasInit<C<3>>, KernelInit<IdentityInitializer>>, Input<2>>() ==
          Values{1, 0, 0, 1, 3, 3});
    CHECK(initial<Conv1D<1, 1, BiasInit<C<3>>, KernelInit<C<2>>>, Input<4, 1>>() == Values{2, 3});
    CHECK(initial<DepthwiseConv1D<1, BiasInit<C<3>>, KernelInit<C<2>>>, Input<4, 1>>() ==
          Values{2, 3});
    CHECK(initial<SeparableConv1D<1, 1, BiasInit<C<3>>, KernelInit<C<2>>>, Input<4, 1>>() ==
          Values{2, 2, 3});
    CHECK(initial<Embedding<2, 1, EmbeddingsInit<C<4>>>, Input<3>>() == Values{4, 4});
    CHECK(initial<LayerNorm<GammaInit<C<5>>, BetaInit<C<6>>>, Input<1>>() == Values{5, 6});
    CHECK(initial<BatchNorm<GammaInit<C<5>>, BetaInit<C<6>>, MovingMeanInit<C<7>>,
                            MovingVarianceInit<C<8>>>,
                  Input<1>>() == Values{5, 6, 7, 8});
    CHECK(initial<SimpleRNN<1, KernelInit<C<2>>, RecurrentInit<IdentityInitializerWith<4>>>,
                  Input<3, 1>>() == Values{2, 4, 0});
}

TEST_CASE("the fans of a bias are its length, those of a kernel count its cells") {
    const WeightSpec bias{"bias", Shape{7}}, kernel{"kernel", {3, 2, 4, 5}};
    CHECK(bias.fans().in == 7);
    CHECK(bias.fans().out == 7);
    CHECK(kernel.fans().in == 24);
    CHECK(kernel.fans().out == 30);
    CHECK(WeightSpec{"kernel", {3, 2}, nullptr, 8, 9}.fans().out == 9);
}
