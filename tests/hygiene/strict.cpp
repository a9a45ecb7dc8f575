// SPDX-License-Identifier: MIT
// A program of a user with strict habits: every warning that tests/CMakeLists.txt lists is an
// error, also in what the library's templates become.
#include <inlay/inlay.hpp>

#include <iostream>

using namespace inlay;

using Net = Sequential<Rescaling<1.0 / 255>, Conv2D<8, 3, 3, ReLU>, BatchNorm<>, MaxPool<2>,
                       Conv2D<8, 3, 3, Same>, Dropout<0.2>, Add<Identity, Conv2D<8, 1, 1>>,
                       Concat<Identity, Sigmoid>, AveragePool<2>, GlobalAveragePool,
                       Dense<300, Tanh>, Dense<3, Softmax>>;

int main() {
    Model<Net, Input<28, 28, 1>> model;
    auto trainer = model.compile(Adam{}, SparseCategoricalCrossentropy{}, Accuracy{});
    const std::vector<std::uint8_t> x(784 * 8);
    const std::vector<int> y(8);
    trainer.fit(x, y, {.epochs = 1, .validation_split = 0.25, .verbose = 0});
    const auto [loss, accuracy] = trainer.evaluate(x, y);
    const Tensor outputs = model.predict(x);
    save(model, "model.safetensors");
    load(model, "model.safetensors");
    save(trainer, "checkpoint.safetensors");
    load(trainer, "checkpoint.safetensors");
    std::cout << model.summary() << loss << accuracy << outputs.size() << '\n';
}
