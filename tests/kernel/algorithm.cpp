// SPDX-License-Identifier: MIT
// Which algorithm each convolution of well-known networks runs, and what it saves: a change of the
// cost model shows here.
#include "../program/nets.hpp"

#include <inlay/network/network.hpp>

#include <doctest/doctest.h>

#include <cstdint>

using namespace inlay;

namespace {

template <class Net, class In>
using InTime = Network<Net, In, float, Fast<>>;

/// The tile of each convolution as a digit, 0 for the direct sum, behind a 1.
template <class Net>
constexpr std::uint64_t tiles() {
    std::uint64_t digits = 1;
    for (int k = 0; k < Net::lowered.layer_count; ++k)
        if (const auto& layer = Net::lowered.layers[k]; layer.title == "Conv2D")
            digits = 10 * digits + static_cast<std::uint64_t>(layer.algorithm.tile);
    return digits;
}

template <class Net>
constexpr std::uint64_t products() {
    std::uint64_t sum = 0;
    for (int k = 0; k < Net::lowered.layer_count; ++k)
        sum += Net::lowered.layers[k].cost.multiplications;
    return sum;
}

using Digits = Input<28, 28, 1>;
using Photo = Input<32, 32, 3>;
using Course52 = Sequential<Conv2D<64, 7, 7, ReLU, Same>, MaxPool<2>, Conv2D<128, 3, 3, ReLU, Same>,
                            MaxPool<2>, Flatten, Dense<64, ReLU>, Dense<10, Softmax>>;

// The choice depends on the shape alone.
static_assert(tiles<InTime<nets::Mission, Digits>>() == 1'0);
static_assert(tiles<InTime<nets::TwoConvolutions, Digits>>() == 1'02);
static_assert(tiles<InTime<Course52, Digits>>() == 1'04);
static_assert(tiles<InTime<nets::MnistConvnet, Digits>>() == 1'04);
static_assert(tiles<InTime<nets::ResNet8, Photo>>() == 1'044040040);

// The direct sum is the choice of networks that save memory, and of layers that ask.
using Mixed = Sequential<Conv2D<32, 3, 3, Direct>, Conv2D<32, 3, 3>, Conv2D<32, 3, 3, Fast<2>>,
                         Conv2D<4, 3, 3, Fast<>>>;
using Wide = Input<16, 16, 32>;
static_assert(tiles<Network<nets::TwoConvolutions, Digits>>() == 1'00);
static_assert(tiles<InTime<Mixed, Wide>>() == 1'0420);
static_assert(tiles<Network<Mixed, Wide>>() == 1'0020);
static_assert(tiles<Network<Mixed, Wide, float, Fast<4>>>() == 1'0420);

// A policy with a tile takes it wherever a kernel is square and moves by one.
using Shapes = Sequential<Conv2D<8, 3, 3>, Conv2D<8, 3, 2>, Conv2D<8, 3, 3, Strides<2>>,
                          Conv2D<8, 1, 1>, Conv2D<8, 7, 7, Same>, Conv2D<8, 5, 5, Same>>;
static_assert(tiles<Network<Shapes, Input<20, 20, 3>, float, Fast<2>>>() == 1'200022);

}  // namespace

TEST_CASE("products that are left") {
    using Net = InTime<nets::TwoConvolutions, Digits>;
    CHECK(products<Net>() == 24 * 24 * 25 * 32 + 4 * 4 * 36 * 32 * 64 + 4 * 4 * 64 * 10);
    CHECK(products<Network<nets::TwoConvolutions, Digits>>() == Net::multiply_adds);
}

TEST_CASE("a direct network has no copies of weights and no scratch; a fast one counts them") {
    using Fastest = InTime<nets::TwoConvolutions, Digits>;
    using Plain = Network<nets::TwoConvolutions, Digits>;
    CHECK(Plain::derived_count == 0);
    CHECK(Fastest::derived_count >= 36 * 32 * 64);
    CHECK(Fastest::inference_bytes >= Plain::inference_bytes + 4 * 36 * 16 * 32);
    CHECK(Fastest::workspace_count(2) > Fastest::workspace_count());
}
