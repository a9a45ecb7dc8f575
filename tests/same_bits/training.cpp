// SPDX-License-Identifier: MIT
// The weights, as a hash, after a few steps of training, for each number of threads among its
// arguments, or for 1, 2, 3 and 7.
#include <inlay/inlay.hpp>

#include <bit>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

using namespace inlay;

using Plain = Sequential<Conv2D<9, 3, 3, Same, NoBias>, BatchNorm<>, ReLU,
                         Add<Identity, Conv2D<9, 3, 3, Same, Tanh>>, MaxPool<2>, Dropout<0.25>,
                         Flatten, Dense<13, Sigmoid>, Dense<10, Softmax>>;
using Filtered = Sequential<Conv2D<9, 3, 3, Same, ReLU>, MaxPool<2>,  //
                            Conv2D<10, 3, 3, Same, ReLU, Fast<4>>, BatchNorm<>,
                            Conv2D<7, 5, 5, Same, ReLU, Fast<2>>, MaxPool<2>,
                            Conv2D<5, 2, 2, Same, Fast<2>>, Flatten, Dense<10, Softmax>>;

using Ruled =
    Sequential<Conv2D<9, 3, 3, Same, Tanh, KernelRegularizer<L1L2<1.0 / 1024, 1.0 / 128>>>,
               BatchNorm<>, Flatten,
               Dense<100, Tanh, KernelConstraint<MaxNorm<1>>, BiasConstraint<NonNeg>>,
               Dense<10, Softmax, KernelConstraint<UnitNorm<1>>>>;

template <class Net>
static std::uint64_t hash_after_training(std::uint64_t hash, auto optimizer) {
    Model<Net, Input<11, 7, 3>> model{42};
    constexpr std::size_t examples = 70;
    std::vector<float> images(examples * 11 * 7 * 3);
    std::vector<int> labels(examples);
    std::uint32_t noise = 1;
    for (float& value : images) {
        noise = noise * 1664525u + 1013904223u;
        value = static_cast<float>(noise >> 8) / 16777216.0f;
    }
    for (std::size_t i = 0; i < examples; ++i) labels[i] = static_cast<int>(i * i % 10);

    auto trainer = model.compile(optimizer, SparseCategoricalCrossentropy{});
    trainer.fit(images, labels, {.batch_size = 32, .epochs = 3, .seed = 7, .verbose = 0});

    for (float weight : model.get_weights())
        hash = (hash ^ std::bit_cast<std::uint32_t>(weight)) * 1099511628211u;  // FNV-1a
    return hash;
}

static std::uint64_t hash_of_all() {
    std::uint64_t hash = hash_after_training<Plain>(14695981039346656037u, Adam{});
    hash = hash_after_training<Filtered>(hash, Adam{.amsgrad = true});
    hash = hash_after_training<Plain>(hash, Lamb{});
    hash = hash_after_training<Ruled>(hash, SGD{.momentum = 0.875,
                                                .weight_decay = 0.125,
                                                .global_clipnorm = 0.5,
                                                .gradient_accumulation_steps = 2});
    return hash_after_training<Ruled>(
        hash, Adam{.clipvalue = 0.125, .use_ema = true, .ema_overwrite_frequency = 2});
}

int main(int count, char** arguments) {
    std::vector<std::string> numbers(arguments + 1, arguments + count);
    if (numbers.empty()) numbers = {"1", "2", "3", "7"};
    std::vector<std::uint64_t> hashes;
    for (const std::string& number : numbers) {
        threads(std::stoi(number));
        hashes.push_back(hash_of_all());
        std::printf("%016llx\n", static_cast<unsigned long long>(hashes.back()));
        if (hashes.back() != hashes.front()) {
            std::printf("%s threads give other weights\n", number.c_str());
            return 1;
        }
    }
}
