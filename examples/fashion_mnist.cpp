// SPDX-License-Identifier: MIT
// The README's network on the 60,000 images of Fashion-MNIST: trained, tested, saved, loaded.
#include "settings.hpp"

#include <inlay/data.hpp>
#include <inlay/inlay.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>

using namespace inlay;

using Net = Sequential<Conv2D<32, 5, 5>, MaxPool<2>, Flatten, Dense<10, Softmax>>;
using Classifier = Model<Net, Input<28, 28, 1>>;

static_assert(Classifier::parameter_count == 46'922);

/// Rows: what the images show. Columns: what the network takes them for.
void print_confusion(const Tensor<>& probabilities, const xt::xtensor<std::uint8_t, 1>& labels) {
    std::array<std::array<int, 10>, 10> counts{};
    for (std::size_t n = 0; n < labels.size(); ++n) {
        const auto row = probabilities.example(n);
        ++counts[labels(n)][std::size_t(std::ranges::max_element(row) - row.begin())];
    }
    const auto names = data::fashion_mnist_names();
    std::printf("\n%-12s", "");
    for (const auto name : names) {
        const std::string word(name.substr(0, name.find_first_of(" /")));
        std::printf(" %8s", word.c_str());
    }
    for (std::size_t k = 0; k < names.size(); ++k) {
        std::printf("\n%-12s", std::string(names[k]).c_str());
        for (const int count : counts[k]) std::printf(" %8d", count);
    }
    std::printf("\n\n");
}

int main(int argc, char** argv) {
    const Settings settings = read_settings(argc, argv);
    return run_example([&] {
        if (settings.threads) threads(*settings.threads);
        const auto [train, test] =
            settings.data ? data::fashion_mnist(*settings.data) : data::fashion_mnist();

        Classifier model{settings.seed};
        std::cout << model.summary() << '\n';

        // Pixels are bytes; this network wants them between 0 and 1.
        auto trainer = model.compile(SGD{.learning_rate = settings.rate},
                                     SparseCategoricalCrossentropy{}, Accuracy{});
        const auto start = std::chrono::steady_clock::now();
        trainer.fit(train.images / 255.0f, train.labels,
                    {.batch_size = settings.batch, .epochs = settings.epochs});
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;

        const auto [loss, accuracy] = trainer.evaluate(test.images / 255.0f, test.labels);
        std::printf(
            "Trained in %.1f seconds on %d threads. Test loss: %.4f, test accuracy: %.2f %%\n",
            seconds.count(), threads(), double(loss), 100 * double(accuracy));
        const Tensor probabilities = model.predict(test.images / 255.0f);
        print_confusion(probabilities, test.labels);

        save(model, "fashion_mnist.safetensors");
        Classifier copy{settings.seed + 1};  // other weights, until the file replaces them
        load(copy, "fashion_mnist.safetensors");
        const Tensor again = copy.predict(test.images / 255.0f);
        const bool same = std::ranges::equal(probabilities, again);
        std::cout << "Saved to fashion_mnist.safetensors and loaded into a second model: its "
                  << test.labels.size() << " predictions are "
                  << (same ? "the same, bit for bit.\n" : "DIFFERENT.\n");
        if (!same) throw Error("the loaded model predicts differently");
    });
}
