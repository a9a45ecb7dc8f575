// SPDX-License-Identifier: MIT
// Deep networks train, at the size that they were trained with.
#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <vector>

using namespace inlay;

namespace {

/// Two steps on the same two images, of which the second finds a smaller loss.
template <class Net>
void train() {
    Model<Net, Input<224, 224, 3>> model{1};
    std::vector<float> x(2 * 224 * 224 * 3);
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = static_cast<float>(k % 251) / 125 - 1;
    const std::vector<int> y{1, 2};
    auto trainer = model.compile(SGD{.learning_rate = 0.001}, SparseCategoricalCrossentropy{});
    const auto [first] = trainer.train_on_batch(x, y);
    const auto [second] = trainer.train_on_batch(x, y);
    CHECK(second < first);
}

}  // namespace

TEST_CASE("MobileNetV2 trains") { train<zoo::MobileNetV2<Classes<10>>>(); }

TEST_CASE("ResNet50V2 trains") { train<zoo::ResNet50V2<Classes<10>>>(); }
