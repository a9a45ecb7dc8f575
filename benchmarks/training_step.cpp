// SPDX-License-Identifier: MIT
// Training steps of the proof nets on one thread, as shares of the multiply-adds this core can do.
#include "measure.hpp"

#include <inlay/inlay.hpp>

#include <cstdio>

using namespace inlay;

using Mission = Sequential<Conv2D<32, 5, 5>, MaxPool<2>, Flatten, Dense<10, Softmax>>;
using Course32 = Sequential<Conv2D<32, 5, 5, ReLU>, MaxPool<2>, Conv2D<64, 5, 5, ReLU>, MaxPool<2>,
                            Flatten, Dense<10, Softmax>>;
using Convnet = Sequential<Conv2D<32, 3, 3, ReLU>, MaxPool<2>, Conv2D<64, 3, 3, ReLU>, MaxPool<2>,
                           Flatten, Dropout<0.5>, Dense<10, Softmax>>;
using Perceptron = Sequential<Dense<512, ReLU>, Dense<512, ReLU>, Dense<10, Softmax>>;

/// Multiply-adds of one training step: three passes, without the first layer's input gradient.
template <class Net>
constexpr double arithmetic(std::size_t batch) {
    const auto& layers = Net::lowered.layers;
    int first = 0;
    while (layers[first].multiply_adds == 0) ++first;
    return double(batch) * double(3 * Net::multiply_adds - layers[first].multiply_adds);
}

template <class Spec, class In, class Optimizer>
void run(const char* name, Optimizer optimizer, std::size_t batch) {
    using Classifier = Model<Spec, In>;
    threads(1);
    Classifier model{1};
    auto trainer = model.compile(optimizer, SparseCategoricalCrossentropy{}, Accuracy{});
    std::vector<float> images(batch * Classifier::input_shape.size());
    std::vector<int> labels(batch);
    for (std::size_t k = 0; k < images.size(); ++k) images[k] = float(k * 2654435761u >> 24) / 255;
    for (std::size_t n = 0; n < batch; ++n) labels[n] = int(n % 10);

    const double work = arithmetic<typename Classifier::Net>(batch);
    const auto step = [&] { trainer.train_on_batch(images, labels); };
    const double once = measure::seconds(step);
    const int repeats = int(0.3 / once) + 1;
    measure::share(work, 2, repeats, step);  // warm up
    const auto result = measure::share(work, 7, repeats, step);
    std::printf("%-34s %9.3f ms  %5.1f %% of peak (%.1f to %.1f)\n", name, 1e3 * result.seconds,
                100 * result.share, 100 * result.low, 100 * result.high);
}

int main() {
    measure::pin();
    std::printf("peak of this core: %.1f G multiply-adds a second\n\n", measure::peak() * 1e-9);
    run<Mission, Input<28, 28, 1>>("mission's net, batch 100, SGD", SGD{}, 100);
    run<Course32, Input<28, 28, 1>>("course 3.2, batch 100, SGD", SGD{}, 100);
    run<Convnet, Input<28, 28, 1>>("mnist_convnet, batch 128, Adam", Adam{}, 128);
    run<Perceptron, Input<784>>("MLP 784-512-512-10, batch 128, Adam", Adam{}, 128);
}
