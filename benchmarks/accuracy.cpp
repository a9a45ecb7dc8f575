// SPDX-License-Identifier: MIT
// Whether fast algorithms cost accuracy: the same network trained with them and with direct sums,
// from several seeds. Takes mnist or fashion_mnist, how many images, epochs, seeds and threads; the
// test accuracies go to standard output as JSON.
#include <inlay/data.hpp>
#include <inlay/inlay.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <span>
#include <string_view>

using namespace inlay;

using Net = Sequential<Rescaling<1.0 / 255>,                //
                       Conv2D<32, 5, 5, ReLU>, MaxPool<2>,  //
                       Conv2D<64, 5, 5, ReLU>, MaxPool<2>,  //
                       Conv2D<64, 3, 3, ReLU, Same>,        //
                       Flatten, Dense<10, Softmax>>;
using Fastest = Model<Net, Input<28, 28, 1>>;
using Straight = Model<Net, Input<28, 28, 1>, float, Direct>;

template <class Model>
void train(const char* name, const data::Dataset& set, std::size_t images, int epochs, int seeds) {
    constexpr std::size_t pixels = 28 * 28;
    std::printf("\"%s\": [", name);
    for (int seed = 1; seed <= seeds; ++seed) {
        Model model{static_cast<std::uint64_t>(seed)};
        auto trainer = model.compile(Adam{}, SparseCategoricalCrossentropy{}, Accuracy{});
        trainer.fit(std::span(set.train.images.data(), images * pixels),
                    std::span(set.train.labels.data(), images),
                    {.batch_size = 64, .epochs = epochs, .seed = seed, .verbose = 0});
        const auto [loss, accuracy] = trainer.evaluate(set.test.images, set.test.labels);
        std::printf("%s%.4f", seed == 1 ? "" : ", ", double(accuracy));
        std::fflush(stdout);
    }
    std::printf("]");
}

int main(int argc, char** argv) {
    if (argc != 6) return 2;
    try {
        threads(std::atoi(argv[5]));
        const bool fashion = std::string_view(argv[1]) == "fashion_mnist";
        const data::Dataset set = fashion ? data::fashion_mnist() : data::mnist();
        const std::size_t images = std::strtoul(argv[2], nullptr, 10);
        const int epochs = std::atoi(argv[3]), seeds = std::atoi(argv[4]);
        std::printf("{");
        train<Fastest>("fast", set, images, epochs, seeds);
        std::printf(", ");
        train<Straight>("direct", set, images, epochs, seeds);
        std::printf("}\n");
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
