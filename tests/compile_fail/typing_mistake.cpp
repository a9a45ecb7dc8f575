// SPDX-License-Identifier: MIT
// A mistake that has nothing to do with inlay, before all that a program does: it stays alone.
// EXPECT: psh_back
// ERRORS: 1
// LINES: 9
#include <inlay/inlay.hpp>

using namespace inlay;

using Tower = Sequential<Named<"start", Conv2D<4, 3, 3, Same>>, BatchNorm<>, MaxPool<2>,
                         UpSampling2D<2>, Concat<Identity, From<"start">>, Flatten,
                         Dense<3, Softmax>>;

int main() {
    std::vector<float> images(10 * 8 * 8);
    const std::vector<int> labels(10);
#ifdef MISTAKE
    images.psh_back(1);
#endif
    Model<Tower, Input<8, 8, 1>> model;
    auto trainer = model.compile(Adam{.clipnorm = 1}, SparseCategoricalCrossentropy{}, Accuracy{});
    trainer.fit(images, labels, {.epochs = 2});
    return model.predict(images).size() == 0;
}
