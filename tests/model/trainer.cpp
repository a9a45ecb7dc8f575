// SPDX-License-Identifier: MIT
// Training at its edges: wrong labels, empty data, NaN, continuation, threads, repetition.
#include "../message_of.hpp"
#include "../printed.hpp"
#include "../threads.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace inlay;

namespace {

using Net = Sequential<Conv2D<4, 3, 3, Same>, BatchNorm<>, ReLU, MaxPool<2>, Flatten, Dropout<0.25>,
                       Dense<3, Softmax>>;
using Small = Model<Net, Input<6, 5, 1>>;

struct Data {
    std::vector<float> x;
    std::vector<int> y;

    explicit Data(std::size_t count) : x(count * 30), y(count) {
        for (std::size_t n = 0; n < count; ++n) {
            y[n] = static_cast<int>(n % 3);
            for (std::size_t k = 0; k < 30; ++k)
                x[n * 30 + k] = (k % 3 == n % 3 ? 1.0f : 0.0f) +
                                static_cast<float>((n * 31 + k * 17) % 29) / 58;
        }
    }
};

auto compiled(Small& model) {
    return model.compile(Adam{.learning_rate = 0.01}, SparseCategoricalCrossentropy{}, Accuracy{});
}

constexpr auto silent = [] { return FitOptions{.batch_size = 7, .epochs = 3, .verbose = 0}; };

}  // namespace

TEST_CASE("a small network learns, and says so") {
    Small model{1};
    auto trainer = compiled(model);
    const Data data(60);
    const History history =
        trainer.fit(data.x, data.y, {.batch_size = 8, .epochs = 30, .verbose = 0});
    CHECK(history["loss"].size() == 30);
    CHECK(history["loss"].back() < history["loss"].front() / 2);
    const auto [loss, accuracy] = trainer.evaluate(data.x, data.y);
    CHECK(accuracy > 0.9f);
    CHECK(message_of([&] { (void)history["acc"]; }).find("accuracy, loss") != std::string::npos);
}

TEST_CASE("wrong labels are an error that names the example, and nothing is trained") {
    Small model{2};
    auto trainer = compiled(model);
    const std::vector<float> before = model.get_weights();
    Data data(10);
    const auto fit = [&] { trainer.fit(data.x, data.y, silent()); };
    data.y[7] = 3;
    CHECK(message_of(fit) ==
          "the label of example 7 is 3 but the classes of this network are 0 to 2");
    data.y[7] = -1;
    CHECK(message_of(fit) ==
          "the label of example 7 is -1 but the classes of this network are 0 to 2");
    data.y.resize(9, 0);
    data.y[7] = 0;
    CHECK(message_of(fit) == "there are 10 inputs but 9 labels");
    CHECK(message_of([&] { trainer.fit(data.x, std::vector<float>(10, 0.5f), silent()); }) ==
          "the label of example 0 is 0.500000 but the classes of this network are 0 to 2");

    auto rows = model.compile(SGD{}, CategoricalCrossentropy{});
    CHECK(message_of([&] { rows.fit(data.x, Tensor({10, 4}), silent()); }) ==
          "the labels have the shape (10, 4) but the network needs (n, 3)");
    CHECK(
        message_of([&] { rows.fit(data.x, std::vector<int>(10), silent()); }) ==
        "the labels have the shape (10,) but the loss needs one row for each example, (n, 3): use "
        "data::to_categorical, or SparseCategoricalCrossentropy");
    CHECK(model.get_weights() == before);
    CHECK(trainer.progress().step == 0);
}

TEST_CASE("options out of range are errors") {
    Small model{3};
    auto trainer = compiled(model);
    const Data data(10);
    const auto with = [&](FitOptions options) {
        return message_of([&] { trainer.fit(data.x, data.y, options); });
    };
    CHECK(with({.batch_size = 0}) == "batch_size is 0 but needs to be 1 at least");
    CHECK(with({.epochs = -1}) == "epochs is -1 but needs to be 0 at least");
    CHECK(with({.validation_split = 1.5}) ==
          "validation_split is 1.500000 but lies between 0 and 1");
    CHECK(
        with({.validation_split = 0.99}) ==
        "a validation_split of 0.990000 leaves 0 of 10 examples to train on and 10 to validate on");
    CHECK(message_of([&] { trainer.fit(std::vector<float>{}, std::vector<int>{}); }) ==
          "there are no examples");
    CHECK(message_of([&] { (void)trainer.evaluate(std::vector<float>{}, std::vector<int>{}); }) ==
          "there are no examples");
    CHECK(trainer.progress().step == 0);
}

TEST_CASE("a loss that turns NaN is reported once, with epoch and step") {
    Small model{4};
    auto trainer = model.compile(SGD{.learning_rate = 0.01}, SparseCategoricalCrossentropy{});
    Data data(21);
    data.x[8 * 30] = std::numeric_limits<float>::quiet_NaN();
    Printed caught(stderr);
    trainer.fit(data.x, data.y, {.batch_size = 7, .epochs = 3, .shuffle = false, .verbose = 0});
    const std::string text = caught.text();
    CHECK(text.find("the loss is NaN since epoch 1, step 2") != text.npos);
    CHECK(text.find("NaN") == text.rfind("NaN"));
}

TEST_CASE("fit continues where it stopped") {
    const Data data(40);
    Small once{5}, twice{5};
    auto all = compiled(once), parts = compiled(twice);
    all.fit(data.x, data.y, {.batch_size = 9, .epochs = 5, .verbose = 0});
    parts.fit(data.x, data.y, {.batch_size = 9, .epochs = 2, .verbose = 0});
    parts.fit(data.x, data.y, {.batch_size = 9, .epochs = 3, .verbose = 0});
    CHECK(once.get_weights() == twice.get_weights());
}

TEST_CASE("any number of threads makes the same bits") {
    const Data data(50);
    std::vector<float> first;
    for (const int count : {1, 2, 7}) {
        const Threads scope(count);
        Small model{6};
        auto trainer = compiled(model);
        trainer.fit(data.x, data.y,
                    {.batch_size = 11, .epochs = 2, .validation_split = 0.2, .verbose = 0});
        if (first.empty()) first = model.get_weights();
        CHECK(model.get_weights() == first);
    }
}

TEST_CASE("shuffling depends on the seed, and can be left out") {
    const Data data(30);
    const auto trained = [&](FitOptions options) {
        Small model{7};
        auto trainer = compiled(model);
        trainer.fit(data.x, data.y, options);
        return model.get_weights();
    };
    const auto options = [](std::int64_t seed, bool shuffled) {
        return FitOptions{.batch_size = 7, .shuffle = shuffled, .seed = seed, .verbose = 0};
    };
    CHECK(trained(options(1, true)) == trained(options(1, true)));
    CHECK(trained(options(1, true)) != trained(options(2, true)));
    CHECK(trained(options(1, true)) != trained(options(1, false)));
}

TEST_CASE("labels of any type and shape mean the same classes") {
    Small model{8};
    auto trainer = compiled(model);
    const Data data(9);
    const auto expected = trainer.evaluate(data.x, data.y);
    CHECK(trainer.evaluate(data.x, std::vector<std::uint8_t>(data.y.begin(), data.y.end())) ==
          expected);
    CHECK(trainer.evaluate(data.x, std::vector<std::int64_t>(data.y.begin(), data.y.end())) ==
          expected);
    CHECK(trainer.evaluate(data.x, std::vector<double>(data.y.begin(), data.y.end())) == expected);
    CHECK(trainer.evaluate(data.x, Tensor<int>({9, 1}, data.y)) == expected);
    CHECK(trainer.evaluate(Tensor<float>({9, 6, 5}, data.x), data.y) == expected);
}

TEST_CASE("optimizer fields can change between calls") {
    Small model{9};
    auto trainer = compiled(model);
    const Data data(7);
    trainer.optimizer().learning_rate = 0.0;
    const std::vector<float> before(model.weights().begin(), model.weights().end());
    trainer.train_on_batch(data.x, data.y);
    CHECK(std::ranges::equal(model.weights(), before));
    trainer.optimizer().learning_rate = 1e-3f;
    trainer.train_on_batch(data.x, data.y);
    CHECK_FALSE(std::ranges::equal(model.weights(), before));
}

TEST_CASE("batches smaller than the number of slices train too") {
    for (const std::size_t count : {1u, 2u, 3u, 5u, 8u}) {
        Small model{10};
        auto trainer = compiled(model);
        const Data data(count);
        const auto [loss, accuracy] = trainer.train_on_batch(data.x, data.y);
        CHECK(std::isfinite(loss));
    }
}

TEST_CASE("training needs the memory it says") {
    using Trained = Trainer<Small, Adam, SparseCategoricalCrossentropy>;
    static_assert(Trained::training_bytes(32, 2) > Trained::training_bytes(32, 1));
    static_assert(Trained::training_bytes(64, 1) > Trained::training_bytes(32, 1));
    static_assert(Trained::training_bytes(32, 1) < 512 * 1024);
}

TEST_CASE("a summary tells of training as long as there is a trainer") {
    Small model{11};
    const auto tells = [&](const std::string& line) {
        return model.summary().find("\n " + line) != std::string::npos;
    };
    CHECK_FALSE(tells("Optimizer params"));
    {
        auto trainer = compiled(model);
        const std::string count = std::to_string(2 * Small::trainable_count + 2);
        CHECK_FALSE(tells("Optimizer params"));  // as in Keras, before the first step
        CHECK(model.summary().ends_with(" for training with batches of 32\n"));
        const Data data(7);
        trainer.train_on_batch(data.x, data.y);
        CHECK(model.summary().ends_with(" for training with batches of 7\n"));
        CHECK(tells("Optimizer params: " + count + " ("));
        auto plain = model.compile(SGD{}, SparseCategoricalCrossentropy{});
        plain.train_on_batch(data.x, data.y);
        CHECK(tells("Optimizer params: 2 (12.00 B)"));
        auto heavy = model.compile(SGD{.momentum = 0.9}, SparseCategoricalCrossentropy{});
        CHECK_FALSE(tells("Optimizer params"));
        heavy.train_on_batch(data.x, data.y);
        CHECK(tells("Optimizer params: " + std::to_string(Small::trainable_count + 2) + " ("));
    }
    CHECK(model.summary().ends_with(" for inference\n"));
}
