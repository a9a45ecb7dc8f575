// SPDX-License-Identifier: MIT
// What the hosted parts do with the system, as text that is the same on every machine: files that
// are written, replaced, read and refused, threads, the clock, a table.
#include <inlay/inlay.hpp>

#include <cstdio>
#include <iostream>
#include <vector>

using namespace inlay;

using Net = Sequential<Conv2D<4, 3, 3, ReLU>, MaxPool<2>, Flatten, Dense<3, Softmax>>;
using Classifier = Model<Net, Input<8, 8, 1>>;

static void fill(const char* path, int count) {
    std::FILE* const file = std::fopen(path, "wb");
    for (int i = 0; i < count; ++i) std::fputc('?', file);
    std::fclose(file);
}

static int size_of(const char* path) {
    std::FILE* const file = std::fopen(path, "rb");
    int size = 0;
    while (std::fgetc(file) != EOF) ++size;
    std::fclose(file);
    return size;
}

int main() {
    threads(3);
    std::vector<float> images(20 * 64);
    std::vector<int> labels(20);
    for (std::size_t i = 0; i < images.size(); ++i) images[i] = static_cast<float>(i % 11) / 11.0f;
    for (std::size_t i = 0; i < labels.size(); ++i) labels[i] = static_cast<int>(i % 3);

    Classifier model{42}, other{43};
    auto trainer = model.compile(SGD{}, SparseCategoricalCrossentropy{}, Accuracy{});
    trainer.fit(images, labels, {.batch_size = 8, .epochs = 2, .seed = 1, .verbose = 0});
    std::cout << model.summary();

    // A file that is there is replaced, a longer one is not left behind, and no other file remains.
    fill("net.safetensors", 100'000);
    for (int again = 0; again < 2; ++again) save(model, "net.safetensors");
    load(other, "net.safetensors");
    std::cout << size_of("net.safetensors") << ' '
              << (other.get_weights() == model.get_weights() ? "the same" : "other")
              << " weights\n";
    save(model, "n\xc3\xa4mlich.safetensors");  // a name that is not ASCII
    load(other, "n\xc3\xa4mlich.safetensors");
    save(trainer, "checkpoint.safetensors");
    load(trainer, "checkpoint.safetensors");

    const bool removed = std::remove("net.safetensors") == 0 &&
                         std::remove("n\xc3\xa4mlich.safetensors") == 0 &&
                         std::remove("checkpoint.safetensors") == 0;
    std::cout << (removed ? "removed" : "not removed") << '\n';
}
