// SPDX-License-Identifier: MIT
// One training step of MLPerf Tiny's ResNet-8.
#include <inlay/inlay.hpp>

using namespace inlay;

template <int Filters, class... Options>
using Body = Sequential<Conv2D<Filters, 3, 3, Same, Options...>, BatchNorm<>, ReLU,
                        Conv2D<Filters, 3, 3, Same>, BatchNorm<>>;
template <int Filters>
using Down =
    Sequential<Add<Body<Filters, Strides<2>>, Conv2D<Filters, 1, 1, Strides<2>, Same>>, ReLU>;
using Net = Sequential<Conv2D<16, 3, 3, Same>, BatchNorm<>, ReLU, Add<Body<16>, Identity>, ReLU,
                       Down<32>, Down<64>, AveragePool<8>, Flatten, Dense<10, Softmax>>;

int main() {
    const std::vector<float> images(128 * 32 * 32 * 3);
    const std::vector<int> labels(128);
    Model<Net, Input<32, 32, 3>> model{1};
    auto trainer = model.compile(Adam{}, SparseCategoricalCrossentropy{});
    return trainer.train_on_batch(images, labels)[0] > 0 ? 0 : 1;
}
