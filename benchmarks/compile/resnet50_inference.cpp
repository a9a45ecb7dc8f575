// SPDX-License-Identifier: MIT
// What ResNet-50 says of one image.
#include "resnet50.hpp"

using namespace inlay;

int main() {
    const std::vector<float> image(Images::shape.size());
    Model<ResNet50, Images> model{1};
    return model.predict(image).data()[0] >= 0 ? 0 : 1;
}
