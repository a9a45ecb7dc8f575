// SPDX-License-Identifier: MIT
// What inlay.hpp brings of the standard library, and a program that uses most of inlay: nothing of
// it runs before main. tests/hygiene/startup.py looks at the object.
#include <inlay/inlay.hpp>

using namespace inlay;

float trained(std::span<const float> images, std::vector<int> labels, std::string_view path) {
    using Net = Sequential<Conv2D<4, 3, 3, Same>, BatchNorm<>, ReLU, Dropout<0.1>, Flatten,
                           Dense<3, Softmax>>;
    Model<Net, Input<5, 5, 1>> model{1};
    auto trainer = model.compile(Adam{}, SparseCategoricalCrossentropy{}, Accuracy{});
    History history = trainer.fit(images, labels, {.validation_split = 0.5});
    float loss = 0, accuracy = 0;
    std::tie(loss, accuracy) =
        std::pair(history["loss"].back(), trainer.evaluate(images, labels)[1]);
    Model<Net, Input<5, 5, 1>> other = std::move(model);
    save(trainer, std::string(path) + other.summary());
    load(trainer, std::string(path));
    save(other, std::string(path));
    load(other, std::string(path));
    threads(2);
    return other.predict(images, {.verbose = 1})[0] + loss + accuracy;
}
