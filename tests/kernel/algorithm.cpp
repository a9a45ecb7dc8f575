// SPDX-License-Identifier: MIT
// Which algorithm each convolution of well-known networks runs, and what it saves: a change of the
// cost model shows here.
#include "../program/nets.hpp"

#include <inlay/network/network.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace inlay;

namespace {

/// The tile of each convolution, 0 for the direct sum.
template <class Net>
std::string tiles() {
    std::string text;
    for (int k = 0; k < Net::lowered.layer_count; ++k)
        if (const auto& layer = Net::lowered.layers[k]; layer.title == "Conv2D")
            text += std::to_string(layer.algorithm.tile);
    return text;
}

template <class Net, class In>
using InTime = Network<Net, In, float, Fast<>>;

template <class Net>
constexpr std::uint64_t products() {
    std::uint64_t sum = 0;
    for (int k = 0; k < Net::lowered.layer_count; ++k) sum += Net::lowered.layers[k].products;
    return sum;
}

}  // namespace

TEST_CASE("the choice depends on the shape alone") {
    using Course52 =
        Sequential<Conv2D<64, 7, 7, ReLU, Same>, MaxPool<2>, Conv2D<128, 3, 3, ReLU, Same>,
                   MaxPool<2>, Flatten, Dense<64, ReLU>, Dense<10, Softmax>>;
    CHECK(tiles<InTime<nets::Mission, Input<28, 28, 1>>>() == "0");
    CHECK(tiles<InTime<nets::TwoConvolutions, Input<28, 28, 1>>>() == "02");
    CHECK(tiles<InTime<Course52, Input<28, 28, 1>>>() == "04");
    CHECK(tiles<InTime<nets::MnistConvnet, Input<28, 28, 1>>>() == "04");
    CHECK(tiles<InTime<nets::ResNet8, Input<32, 32, 3>>>() == "044040040");
}

TEST_CASE("the direct sum is the choice of networks that save memory, and of layers that ask") {
    CHECK(tiles<Network<nets::TwoConvolutions, Input<28, 28, 1>>>() == "00");
    using Mixed = Sequential<Conv2D<32, 3, 3, Direct>, Conv2D<32, 3, 3>, Conv2D<32, 3, 3, Fast<2>>,
                             Conv2D<4, 3, 3, Fast<>>>;
    CHECK(tiles<InTime<Mixed, Input<16, 16, 32>>>() == "0420");
    CHECK(tiles<Network<Mixed, Input<16, 16, 32>>>() == "0020");
    CHECK(tiles<Network<Mixed, Input<16, 16, 32>, float, Fast<4>>>() == "0420");
}

TEST_CASE("a policy with a tile takes it wherever a kernel is square and moves by one") {
    using Net = Sequential<Conv2D<8, 3, 3>, Conv2D<8, 3, 2>, Conv2D<8, 3, 3, Strides<2>>,
                           Conv2D<8, 1, 1>, Conv2D<8, 7, 7, Same>, Conv2D<8, 5, 5, Same>>;
    CHECK(tiles<Network<Net, Input<20, 20, 3>, float, Fast<2>>>() == "200022");
}

TEST_CASE("products that are left") {
    using Net = InTime<nets::TwoConvolutions, Input<28, 28, 1>>;
    CHECK(products<Net>() == 24 * 24 * 25 * 32 + 4 * 4 * 36 * 32 * 64 + 4 * 4 * 64 * 10);
    CHECK(products<Network<nets::TwoConvolutions, Input<28, 28, 1>>>() == Net::multiply_adds);
}
