// SPDX-License-Identifier: MIT
// A small residual network with batch normalization on Fashion-MNIST: branches as types.
#include "settings.hpp"

#include <inlay/data.hpp>
#include <inlay/inlay.hpp>

#include <cstdio>
#include <iostream>

using namespace inlay;

template <int Filters, int Stride>
using Body = Sequential<Conv2D<Filters, 3, 3, Same, Strides<Stride>, NoBias>, BatchNorm<>, ReLU,
                        Conv2D<Filters, 3, 3, Same, NoBias>, BatchNorm<>>;

/// A block that keeps the shape, and one that halves the map.
template <int Filters>
using Block = Sequential<Add<Body<Filters, 1>, Identity>, ReLU>;
template <int Filters>
using Down = Sequential<Add<Body<Filters, 2>, Conv2D<Filters, 1, 1, Strides<2>>>, ReLU>;

using Net = Sequential<Rescaling<1.0 / 255>, Conv2D<16, 3, 3, Same, NoBias>, BatchNorm<>, ReLU,
                       Block<16>, Down<32>, Down<64>, GlobalAveragePool, Dense<10, Softmax>>;

int main(int argc, char** argv) {
    const Settings settings = read_settings(argc, argv, {.epochs = 2, .batch = 128, .rate = 0.002});
    return run_example([&] {
        if (settings.threads) threads(*settings.threads);
        const auto [train, test] =
            settings.data ? data::fashion_mnist(*settings.data) : data::fashion_mnist();

        Model<Net, Input<28, 28, 1>> model{settings.seed};
        std::cout << model.summary() << '\n';
        auto trainer = model.compile(Adam{.learning_rate = settings.rate},
                                     SparseCategoricalCrossentropy{}, Accuracy{});
        trainer.fit(train.images, train.labels,
                    {.batch_size = settings.batch, .epochs = settings.epochs});
        const auto [loss, accuracy] = trainer.evaluate(test.images, test.labels);
        std::printf("Test loss: %.4f, test accuracy: %.2f %%\n", double(loss),
                    100 * double(accuracy));
    });
}
