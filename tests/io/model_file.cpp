// SPDX-License-Identifier: MIT
// Models and checkpoints in files: whole or not at all, and resumed bit for bit.
#include "../message_of.hpp"
#include "../temporary_folder.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

#include <algorithm>

using namespace inlay;
using namespace inlay::INLAY_ABI;

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

TEST_CASE("a checkpoint brings back seeds, rates and every field of the optimizer") {
    const TemporaryFolder folder;
    const auto path = folder / "checkpoint.safetensors";
    const auto x = inputs(21);
    const auto y = labels(21);
    using Dropped =
        Model<Sequential<Flatten, Dense<8, ReLU>, Dropout<0.5>, Dense<4, Softmax>>, Input<5, 6, 2>>;
    const auto check = [&](auto optimizer, auto other, auto first_options, auto later_options) {
        const auto fit = [&](auto& trainer, FitOptions options, int epochs) {
            options.batch_size = 6;
            options.epochs = epochs;
            options.verbose = 0;
            trainer.fit(x, y, options);
        };
        Dropped whole{5}, begun{5}, fresh{99};
        auto straight = whole.compile(optimizer, SparseCategoricalCrossentropy{});
        auto first = begun.compile(optimizer, SparseCategoricalCrossentropy{});
        auto resumed = fresh.compile(other, SparseCategoricalCrossentropy{});
        for (auto* trainer : {&straight, &first}) {
            fit(*trainer, first_options, 2);
            trainer->optimizer().learning_rate = 1e-5;
        }
        save(first, path);
        load(resumed, path);
        CHECK(fresh.seed() == 5);
        CHECK(resumed.optimizer().learning_rate == first.optimizer().learning_rate);
        for (auto* trainer : {&straight, &resumed}) {
            fit(*trainer, later_options, 1);
            (void)trainer->train_on_batch(x, y);
        }
        CHECK(fresh.get_weights() == whole.get_weights());
    };
    const FitOptions plain{}, seeded{.seed = 77};
    check(Adam{.learning_rate = 0.01, .beta_1 = 0.8, .beta_2 = 0.99, .epsilon = 1e-3}, Adam{},
          plain, plain);
    check(Adam{.learning_rate = 0.01}, Adam{}, seeded, plain);
    check(Adam{.learning_rate = 0.01}, Adam{}, seeded, seeded);
    check(SGD{.learning_rate = 0.1, .momentum = 0.9, .nesterov = true}, SGD{}, seeded, plain);
    check(SGD{.learning_rate = 0.1f}, SGD{.learning_rate = 1, .momentum = 0.5}, plain, plain);
}

TEST_CASE("a checkpoint that lacks a number says which, and nothing has changed") {
    Small model{6};
    auto trainer = model.compile(Adam{}, SparseCategoricalCrossentropy{});
    const auto facts = io::checkpoint_facts(trainer.optimizer(), {.step = 3});
    io::Block blocks[4]{io::block_of(model, "save")};
    const auto moments = trainer.moments_for(trainer.optimizer());
    const auto every = io::add_moments<decltype(trainer)>(trainer.optimizer(), moments, blocks);
    const auto loads = [&](auto change) {
        auto changed = facts;
        for (auto fact = changed.begin(); fact != changed.end(); ++fact)
            if (fact->key == "optimizer/beta_1") {
                change(changed, fact);
                break;
            }
        return std::string(try_load(trainer, io::serialize(every, changed)).message());
    };
    trainer.optimizer().learning_rate = 0.5;
    CHECK(loads([](auto& all, auto fact) { all.erase(fact); }) ==
          "a checkpoint needs the number optimizer/beta_1 but has none");
    CHECK(loads([](auto&, auto fact) { fact->value = "0,9"; }) ==
          "a checkpoint needs the number optimizer/beta_1 but found '0,9'");
    CHECK(trainer.optimizer().learning_rate == 0.5);
    CHECK(trainer.progress().step == 0);
    CHECK(loads([](auto&, auto) {}) == "");
    CHECK(trainer.optimizer().learning_rate == 0.001);
    CHECK(trainer.progress().step == 3);
}

TEST_CASE("weights load from arrays of bytes of every kind") {
    Small model{7}, other{8};
    const std::vector<std::byte> bytes = serialize(model);
    const auto loads = [&](const auto& array) {
        other = Small{8};
        const Status status = try_load(other, array);
        CHECK(status.message() == "");
        return other.get_weights() == model.get_weights();
    };
    std::vector<unsigned char> unsigned_bytes(bytes.size());
    std::memcpy(unsigned_bytes.data(), bytes.data(), bytes.size());
    const std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    CHECK(loads(bytes));
    CHECK(loads(unsigned_bytes));
    CHECK(loads(text));
    CHECK(loads(std::string_view(text)));
    CHECK(loads(std::span<const std::byte>(bytes)));
    CHECK(loads(std::span<const unsigned char>(unsigned_bytes)));
    CHECK(loads(std::span<unsigned char>(unsigned_bytes)));

    // What xxd -i and embedded resources produce; these files are broken, and say so.
    const unsigned char array[] = {8, 0, 0, 0, 0, 0, 0, 0, '{', '}'};
    const char characters[] = {8, 0, 0, 0, 0, 0, 0, 0, '{', '}'};
    const std::array<unsigned char, 3> standard{1, 2, 3};
    const std::array<std::byte, 3> std_bytes{};
    for (const Status& status :
         {try_load(other, array), try_load(other, characters), try_load(other, standard),
          try_load(other, std_bytes), try_load(other, "net.safetensors"), try_load(other, "")})
        CHECK_FALSE(status.message().empty());
    auto trainer = other.compile(SGD{}, SparseCategoricalCrossentropy{});
    CHECK_FALSE(try_load(trainer, array));
    CHECK_FALSE(try_load(trainer, standard));
    CHECK_FALSE(try_load(trainer, "net.safetensors"));

    // A literal ends in a zero that is no part of the file.
    using Tiny = Model<Sequential<Dense<1, NoBias>>, Input<1>>;
    Tiny tiny;
    const char file[] =
        "\x50\0\0\0\0\0\0\0"
        "{\"dense/kernel\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[0,4]}}"
        "             "
        "\0\0\x20\x40";
    CHECK(try_load(tiny, file).message() == "");
    CHECK(tiny.weights()[0] == 2.5f);
}

TEST_CASE("a path that names nothing is named") {
    Small model{9};
    CHECK(message_of([&] { load(model, ""); }) == "'': cannot read it: No such file or directory");
    CHECK(message_of([&] { save(model, ""); }).starts_with("'': cannot "));
}

TEST_CASE("a checkpoint belongs to its optimizer") {
    const TemporaryFolder folder;
    const auto path = folder / "checkpoint.safetensors";
    Small model{6};
    auto adam = model.compile(Adam{}, SparseCategoricalCrossentropy{});
    auto sgd = model.compile(SGD{}, SparseCategoricalCrossentropy{});
    save(adam, path);
    CHECK(message_of([&] { load(sgd, path); }) ==
          path.string() + ": is no checkpoint of the optimizer sgd but of adam");
    save(model, path);
    CHECK(message_of([&] { load(adam, path); }) ==
          path.string() + ": is no checkpoint of the optimizer adam");
}
