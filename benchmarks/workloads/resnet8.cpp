// SPDX-License-Identifier: MIT
// MLPerf Tiny's ResNet-8 for 32x32x3: residual blocks, batch normalization, strides.
#include "../workload.hpp"

using namespace inlay;

template <int Filters, class... Options>
using Body = Sequential<Conv2D<Filters, 3, 3, Same, Options...>, BatchNorm<>, ReLU,
                        Conv2D<Filters, 3, 3, Same>, BatchNorm<>>;

/// A block that halves the map.
template <int Filters>
using Down =
    Sequential<Add<Body<Filters, Strides<2>>, Conv2D<Filters, 1, 1, Strides<2>, Same>>, ReLU>;

struct ResNet8 {
    static constexpr auto name = "resnet8";
    using Net = Sequential<Conv2D<16, 3, 3, Same>, BatchNorm<>, ReLU, Add<Body<16>, Identity>, ReLU,
                           Down<32>, Down<64>, AveragePool<8>, Flatten, Dense<10, Softmax>>;
    using In = Input<32, 32, 3>;
    using Optimizer = Adam;
    static constexpr std::size_t batch = 128, parameters = 78'666;
};

const bool added = workload::add<ResNet8>();
