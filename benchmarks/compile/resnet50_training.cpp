// SPDX-License-Identifier: MIT
// One training step of ResNet-50.
#include "resnet50.hpp"

using namespace inlay;

int main() {
    const std::vector<float> images(2 * Images::shape.size());
    const std::vector<int> labels(2);
    Model<ResNet50, Images> model{1};
    auto trainer = model.compile(Adam{}, SparseCategoricalCrossentropy{});
    return trainer.train_on_batch(images, labels)[0] > 0 ? 0 : 1;
}
