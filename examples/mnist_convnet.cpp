// SPDX-License-Identifier: MIT
// Keras's "Simple MNIST convnet": two convolutions, dropout, Adam, 10 % held back for validation.
#include "settings.hpp"

#include <inlay/data.hpp>
#include <inlay/inlay.hpp>

#include <cstdio>
#include <iostream>

using namespace inlay;

// Rescaling stands first, so that nobody can forget to scale the images.
using Net = Sequential<Rescaling<1.0 / 255>,                //
                       Conv2D<32, 3, 3, ReLU>, MaxPool<2>,  //
                       Conv2D<64, 3, 3, ReLU>, MaxPool<2>,  //
                       Flatten, Dropout<0.5>, Dense<10, Softmax>>;
using Classifier = Model<Net, Input<28, 28, 1>>;

static_assert(Classifier::parameter_count == 34'826);

int main(int argc, char** argv) {
    const Settings settings =
        read_settings(argc, argv, {.epochs = 15, .batch = 128, .rate = 0.001});
    return run_example([&] {
        if (settings.threads) threads(*settings.threads);
        const auto [train, test] = settings.data ? data::mnist(*settings.data) : data::mnist();

        Classifier model{settings.seed};
        std::cout << model.summary() << '\n';
        auto trainer = model.compile(Adam{.learning_rate = settings.rate},
                                     CategoricalCrossentropy{}, Accuracy{});
        trainer.fit(
            train.images, data::to_categorical(train.labels, 10),
            {.batch_size = settings.batch, .epochs = settings.epochs, .validation_split = 0.1});

        const auto [loss, accuracy] =
            trainer.evaluate(test.images, data::to_categorical(test.labels, 10));
        std::printf("Test loss: %g\nTest accuracy: %g\n", double(loss), double(accuracy));
    });
}
