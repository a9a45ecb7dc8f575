// SPDX-License-Identifier: MIT
// A layer that does not fit, in a program that does all that programs do: one sentence, and the
// assertion that it belongs to.
// FIRST: layer 3, MaxPool<2
// EXPECT: shapes do not fit
// ERRORS: 2
#include <inlay/inlay.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Flatten, Dense<4>, MaxPool<2>, Dense<3, Softmax>>;
#else
using Net = Sequential<MaxPool<2>, Flatten, Dense<4>, Dense<3, Softmax>>;
#endif

int main() {
    const std::vector<float> images(10 * 8 * 8);
    const std::vector<int> labels(10);
    Model<Net, Input<8, 8, 1>> model;
    auto trainer = model.compile(Adam{}, SparseCategoricalCrossentropy{}, Accuracy{});
    const History history = trainer.fit(images, labels, {.validation_split = 0.5});
    auto [loss, accuracy] = trainer.evaluate(images, labels);
    const Tensor probabilities = model.predict(images);
    save(model, "net.safetensors");
    return model.summary().empty() || loss > accuracy || probabilities.size() == 0 ||
           history["loss"].empty();
}
