// SPDX-License-Identifier: MIT
// Networks of one layer, as many examples at a time as keep its kernel busy.
#include "../workload.hpp"

using namespace inlay;

struct Convolution28 {
    static constexpr auto name = "conv_28x28x1_5x5_32";
    using Net = Sequential<Conv2D<32, 5, 5>>;
    using In = Input<28, 28, 1>;
    static constexpr std::size_t kernel = 16, parameters = 832;
};

struct Convolution12 {
    static constexpr auto name = "conv_12x12x32_5x5_64";
    using Net = Sequential<Conv2D<64, 5, 5>>;
    using In = Input<12, 12, 32>;
    static constexpr std::size_t kernel = 16, parameters = 51'264;
};

struct Convolution16 {
    static constexpr auto name = "conv_16x16x64_3x3_64";
    using Net = Sequential<Conv2D<64, 3, 3, Same>>;
    using In = Input<16, 16, 64>;
    static constexpr std::size_t kernel = 16, parameters = 36'928;
};

struct Product {
    static constexpr auto name = "dense_512_512";
    using Net = Sequential<Dense<512>>;
    using In = Input<512>;
    static constexpr std::size_t kernel = 128, parameters = 262'656;
};

const bool added = workload::add<Convolution28>() && workload::add<Convolution12>() &&
                   workload::add<Convolution16>() && workload::add<Product>();
