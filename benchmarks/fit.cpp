// SPDX-License-Identifier: MIT
// What fit costs beside its steps: an epoch as a user sees it (bytes in, shuffled, a metric, a
// progress bar on standard output) over as many steps on batches of floats that are ready. Takes
// how many images, rounds and threads; the seconds go to standard error as JSON.
#include "job.hpp"
#include "measure.hpp"

#include <inlay/inlay.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace inlay;

// The quickest steps of all training workloads: what comes on top of them weighs most.
using Net =
    Sequential<Rescaling<1.0 / 255>, Conv2D<32, 5, 5>, MaxPool<2>, Flatten, Dense<10, Softmax>>;
constexpr std::size_t examples_a_step = 100, pixels = 28 * 28;

int main(int argc, char** argv) {
    if (argc != 4) return 2;
    const std::size_t images =
        std::strtoul(argv[1], nullptr, 10) / examples_a_step * examples_a_step;
    const int rounds = std::atoi(argv[2]);
    threads(std::atoi(argv[3]));

    std::vector<std::uint8_t> bytes(images * pixels), labels(images);
    for (std::size_t k = 0; k < bytes.size(); ++k)
        bytes[k] = static_cast<std::uint8_t>(256 * pixel(static_cast<std::uint32_t>(k)));
    for (std::size_t n = 0; n < images; ++n) labels[n] = static_cast<std::uint8_t>(n % 10);
    const std::size_t ready = std::min(ring * examples_a_step, images);
    const std::vector<float> floats(bytes.begin(),
                                    bytes.begin() + static_cast<std::ptrdiff_t>(ready * pixels));

    Model<Net, Input<28, 28, 1>> fitted{1}, stepped{1};
    auto fit = fitted.compile(SGD{}, SparseCategoricalCrossentropy{}, Accuracy{});
    auto steps = stepped.compile(SGD{}, SparseCategoricalCrossentropy{});
    for (int round = -1; round < rounds; ++round) {  // the first one warms up
        const double whole =
            measure::seconds([&] { fit.fit(bytes, labels, {.batch_size = examples_a_step}); });
        const double parts = measure::seconds([&] {
            for (std::size_t n = 0; n < images; n += examples_a_step)
                steps.train_on_batch(
                    std::span(floats).subspan(n % ready * pixels, examples_a_step * pixels),
                    std::span(labels).subspan(n % ready, examples_a_step));
        });
        if (round >= 0) std::fprintf(stderr, "{\"epoch\": %.6f, \"steps\": %.6f}\n", whole, parts);
    }
}
