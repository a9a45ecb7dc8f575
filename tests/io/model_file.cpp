// SPDX-License-Identifier: MIT
// Models and checkpoints in files: whole or not at all, and resumed bit for bit.
#include "../message_of.hpp"
#include "../temporary_folder.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace inlay;

namespace {

using Net = Sequential<Conv2D<3, 3, 3>, BatchNorm<>, ReLU, Flatten, Dense<4, Softmax>>;
using Small = Model<Net, Input<5, 6, 2>>;
using Other =
    Model<Sequential<Conv2D<3, 3, 3>, ReLU, Flatten, Dense<5, Softmax>, Dense<2>>, Input<5, 6, 2>>;

std::vector<float> inputs(std::size_t count) {
    std::vector<float> x(count * 60);
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = static_cast<float>(k * 29 % 83) / 83;
    return x;
}

std::vector<int> labels(std::size_t count) {
    std::vector<int> y(count);
    for (std::size_t n = 0; n < count; ++n) y[n] = static_cast<int>(n % 4);
    return y;
}

}  // namespace

TEST_CASE("a model comes back as it was saved") {
    const TemporaryFolder folder;
    const auto path = folder / "net.safetensors";
    Small a{1}, b{2};
    save(a, path);
    load(b, path);
    CHECK(a.get_weights() == b.get_weights());
    CHECK(std::ranges::equal(a.predict(inputs(3)), b.predict(inputs(3))));
}

TEST_CASE("another network's file says what differs and changes nothing") {
    const TemporaryFolder folder;
    const auto path = folder / "net.safetensors";
    Small a{1};
    Other b{2};
    save(a, path);
    const std::vector<float> before = b.get_weights();
    const std::string message = message_of([&] { load(b, path); });
    CHECK(message.find(path.string()) == 0);
    CHECK(message.find("dense/kernel has the shape (36, 4) in the file but (36, 5) in the model") !=
          message.npos);
    CHECK(message.find("dense_1/kernel is not in the file") != message.npos);
    CHECK(message.find("the model has no batch_normalization/gamma") != message.npos);
    CHECK(b.get_weights() == before);
}

TEST_CASE("broken and absent files say so, and the model is as it was") {
    const TemporaryFolder folder;
    const auto path = folder / "net.safetensors";
    Small model{3};
    const std::vector<float> before = model.get_weights();
    CHECK(message_of([&] { load(model, path); }).find(path.string()) != std::string::npos);
    std::vector<std::byte> bytes = serialize(model);
    bytes[bytes.size() - 5] ^= std::byte{1};
    const Status flipped = try_load(model, bytes);
    CHECK_FALSE(flipped);
    bytes.resize(bytes.size() - 9);
    CHECK_FALSE(try_load(model, bytes));
    CHECK(model.get_weights() == before);
    CHECK(try_load(model, serialize(Small{4})));
    CHECK(model.get_weights() == Small{4}.get_weights());
}

TEST_CASE("training resumed from a checkpoint is training that never stopped") {
    const TemporaryFolder folder;
    const auto path = folder / "checkpoint.safetensors";
    const auto x = inputs(21);
    const auto y = labels(21);
    const auto fit = [&](auto& trainer, int epochs) {
        trainer.fit(x, y, {.batch_size = 6, .epochs = epochs, .seed = 5, .verbose = 0});
    };
    Small whole{5};
    auto straight = whole.compile(Adam{.learning_rate = 0.01}, SparseCategoricalCrossentropy{});
    fit(straight, 5);

    Small first{5};
    auto begun = first.compile(Adam{.learning_rate = 0.01}, SparseCategoricalCrossentropy{});
    fit(begun, 2);
    save(begun, path);

    Small second{99};
    auto resumed = second.compile(Adam{.learning_rate = 0.01}, SparseCategoricalCrossentropy{});
    load(resumed, path);
    CHECK(second.get_weights() == first.get_weights());
    fit(resumed, 3);
    CHECK(second.get_weights() == whole.get_weights());

    Small third{1};
    load(third, path);  // the weights of a checkpoint alone
    CHECK(third.get_weights() == first.get_weights());
}

TEST_CASE("a checkpoint belongs to its optimizer") {
    const TemporaryFolder folder;
    const auto path = folder / "checkpoint.safetensors";
    Small model{6};
    auto adam = model.compile(Adam{}, SparseCategoricalCrossentropy{});
    auto sgd = model.compile(SGD{}, SparseCategoricalCrossentropy{});
    save(adam, path);
    CHECK(message_of([&] { load(sgd, path); }) ==
          path.string() + ": is no checkpoint of the optimizer sgd");
    save(model, path);
    CHECK(message_of([&] { load(adam, path); }) ==
          path.string() + ": is no checkpoint of the optimizer adam");
}
