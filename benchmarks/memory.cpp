// SPDX-License-Identifier: MIT
// Trains a network of 13 million weights with Adam for a few steps and says, as JSON, what it held
// at most. Takes the number of threads.
#include <inlay/inlay.hpp>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

using namespace inlay;

using Net = Sequential<Conv2D<32, 3, 3, ReLU, Same>, BatchNorm<>,                  //
                       Conv2D<32, 3, 3, ReLU, Same>, BatchNorm<>, Dropout<0.25>,   //
                       Conv2D<64, 3, 3, ReLU, Same>, MaxPool<2>, Dropout<0.25>,    //
                       Conv2D<128, 3, 3, ReLU, Same>, BatchNorm<>, Dropout<0.25>,  //
                       Flatten, Dense<512, ReLU>, BatchNorm<>, Dropout<0.5>,       //
                       Dense<128, ReLU>, BatchNorm<>, Dropout<0.5>, Dense<10, Softmax>>;
using Classifier = Model<Net, Input<28, 28, 1>>;
static_assert(Classifier::parameter_count == 13'017'770, "the network of the course");

/// The most memory this process has had, in bytes.
static std::size_t peak() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == "VmHWM:") {
            std::size_t kilobytes = 0;
            status >> kilobytes;
            return 1024 * kilobytes;
        }
    return 0;
}

int main(int argc, char** argv) {
    if (argc > 1) threads(std::atoi(argv[1]));
    constexpr std::size_t batch = 32;
    const std::vector<float> images(batch * Classifier::input_shape.size(), 0.5f);
    const std::vector<int> labels(batch, 3);
    Classifier model{1};
    auto trainer = model.compile(Adam{}, SparseCategoricalCrossentropy{});
    for (int step = 0; step < 3; ++step) trainer.train_on_batch(images, labels);
    std::printf("{\"peak\": %zu, \"weights\": %zu, \"data\": %zu}\n", peak(),
                sizeof(float) * Classifier::parameter_count, sizeof(float) * images.size());
}
