// SPDX-License-Identifier: MIT
// Models of several inputs and outputs, and what a frozen beginning costs.
#include "../bits.hpp"
#include "../central_difference.hpp"
#include "../message_of.hpp"
#include "../threads.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace inlay;

namespace {

using Net = Sequential<Conv2D<3, 3, 3, ReLU>, Flatten,
                       Concat<Identity, Sequential<From<"meta">, Dense<4, Tanh>>>, Dense<7, ReLU>,
                       Outputs<Named<"kind", Dense<3, Softmax>>, Named<"box", Dense<2>>>>;
using Two = Model<Net, Inputs<Named<"image", Input<5, 4, 1>>, Named<"meta", Input<3>>>>;

struct Data {
    std::vector<float> images, meta, kinds, boxes;

    explicit Data(std::size_t examples)
        : images(examples * 20), meta(examples * 3), kinds(examples), boxes(examples * 2) {
        for (std::size_t k = 0; k < images.size(); ++k) images[k] = float(k * 37 % 101) / 101;
        for (std::size_t k = 0; k < meta.size(); ++k) meta[k] = float(k * 53 % 89) / 89 - 0.5f;
        for (std::size_t k = 0; k < kinds.size(); ++k) kinds[k] = float(k * 7 % 3);
        for (std::size_t k = 0; k < boxes.size(); ++k) boxes[k] = float(k * 29 % 31) / 31;
    }

    auto x() const { return std::tie(images, meta); }
    auto y() const { return std::tie(kinds, boxes); }
};

auto compiled(Two& model) {
    return model.compile(
        Adam{.learning_rate = 0.01f},
        Losses{SparseCategoricalCrossentropy{}, MeanSquaredError{}}.weights(1, 0.5),
        On<"box">(MeanSquaredError{}), On<"kind">(Accuracy{}));
}

/// The batches of a loader: tuples of arrays for inputs and for outputs.
struct Loader {
    std::size_t size() const { return 3; }
    auto operator[](std::size_t k) const {
        const Data data(4 + k);
        return std::pair{std::tuple{data.images, data.meta}, std::tuple{data.kinds, data.boxes}};
    }
};

}  // namespace

TEST_CASE("tuples are taken wherever one array is") {
    static_assert(Two::input_shapes[1] == Shape{3} && Two::output_shapes[1] == Shape{2});
    const Data data(37), more(11);
    Two model{1};
    auto trainer = compiled(model);
    const History history = trainer.fit(
        data.x(), data.y(),
        {.batch_size = 8, .epochs = 3, .validation_data = {more.x(), more.y()}, .verbose = 0});
    for (const char* key : {"loss", "kind_loss", "box_loss", "kind_accuracy",
                            "box_mean_squared_error", "val_loss", "val_box_loss"}) {
        CAPTURE(key);
        CHECK(history[key].size() == 3);
    }
    // The total counts losses as much as they weigh; each output's own is without its weight.
    const auto [loss, kind_loss, box_loss, kind_accuracy, box_error] =
        trainer.evaluate(more.x(), more.y());
    CHECK(double(loss) == doctest::Approx(double(kind_loss) + 0.5 * double(box_loss)));
    CHECK(double(box_error) == doctest::Approx(double(box_loss)));
    CHECK(history["val_kind_accuracy"][2] == kind_accuracy);

    const auto [kind, box] = model.predict(more.x());
    CHECK(kind.shape() == std::vector<std::size_t>{11, 3});
    CHECK(box.shape() == std::vector<std::size_t>{11, 2});
    double error = 0;
    for (std::size_t k = 0; k < box.size(); ++k)
        error += std::pow(double(box[k]) - double(more.boxes[k]), 2) / 22;
    CHECK(error == doctest::Approx(double(box_loss)));
    std::vector<float> one(3), two(2);
    const std::span<const float> image(more.images.data(), 20), vector(more.meta.data(), 3);
    CHECK(model.forward(std::tie(image, vector), std::tie(one, two)));
    CHECK(std::equal(one.begin(), one.end(), kind.begin()));
    CHECK(std::equal(two.begin(), two.end(), box.begin()));
}

TEST_CASE("each output has weights of examples of its own, or all have the same") {
    const Data data(9);
    const auto losses = [&](auto&& weights) {
        Two model{1};
        return compiled(model).train_on_batch(data.x(), data.y(), {.sample_weight = weights});
    };
    std::vector<float> first(9), second(9);
    for (std::size_t n = 0; n < 9; ++n) {
        first[n] = float(n % 4);
        second[n] = 2 - float(n) / 8;
    }
    const auto both = losses(std::tie(first, second));
    const auto by_first = losses(first), by_second = losses(second);
    CHECK(both[1] == by_first[1]);  // of an output by its own weights, whatever the other's are
    CHECK(both[2] == by_second[2]);
    CHECK(both[1] != by_second[1]);
    CHECK(both[2] != by_first[2]);
    CHECK(double(both[0]) == doctest::Approx(double(both[1]) + 0.5 * double(both[2])));

    // As Keras: the loss of each example times its weight, divided by the number of examples.
    Two model{1};
    auto trainer = compiled(model);
    double wanted = 0;
    for (std::size_t n = 0; n < 9; ++n) {
        const std::span<const float> image(data.images.data() + 20 * n, 20);
        const std::span<const float> meta(data.meta.data() + 3 * n, 3);
        const std::span<const float> kind(data.kinds.data() + n, 1);
        const std::span<const float> box(data.boxes.data() + 2 * n, 2);
        wanted += double(second[n]) *
                  double(trainer.test_on_batch(std::tie(image, meta), std::tie(kind, box))[2]) / 9;
    }
    CHECK(double(both[2]) == doctest::Approx(wanted).epsilon(1e-5));

    // A step follows them: weights of an output that are 0 are a loss that counts nothing.
    const std::vector<float> ones(9, 1.0f), zeros(9, 0.0f);
    trainer.train_on_batch(data.x(), data.y(), {.sample_weight = std::tie(ones, zeros)});
    Two other{1};
    other
        .compile(Adam{.learning_rate = 0.01f},
                 Losses{SparseCategoricalCrossentropy{}, MeanSquaredError{}}.weights(1, 0))
        .train_on_batch(data.x(), data.y());
    CHECK(model.get_weights() == other.get_weights());

    CHECK(
        message_of([&] { losses(std::tie(first, second, first)); }) ==
        "sample_weight is 3 arrays but the network has 2 outputs: give one array for each, or one "
        "for all");
}

TEST_CASE("the same bits for any number of threads, from arrays and from a loader") {
    const Data data(37);
    std::uint64_t wanted = 0;
    for (const int count : {1, 2, 3, 7}) {
        const Threads scope(count);
        Two model{1};
        auto trainer = compiled(model);
        trainer.fit(data.x(), data.y(), {.batch_size = 16, .epochs = 2, .verbose = 0});
        trainer.fit(Loader{}, {.epochs = 2, .verbose = 0, .workers = 2});
        const std::uint64_t found = hash_of_bits(model.get_weights());
        if (count == 1) wanted = found;
        CAPTURE(count);
        CHECK(found == wanted);
    }
}

TEST_CASE("gradients with respect to each input are central differences of the loss") {
    using Wide =
        Model<Net, Inputs<Named<"image", Input<5, 4, 1>>, Named<"meta", Input<3>>>, double>;
    Wide model{1};
    auto trainer =
        model.compile(SGD{}, Losses{SparseCategoricalCrossentropy{}, MeanSquaredError{}});
    Data data(3);
    const auto [by_image, by_meta] = trainer.input_gradient(data.x(), data.y());
    CHECK(by_image.shape() == std::vector<std::size_t>{3, 5, 4, 1});
    const auto difference = [&](std::vector<float>& values, std::size_t k) {
        return central_difference(values[k], 1.0 / 1024,
                                  [&] { return trainer.test_on_batch(data.x(), data.y())[0]; });
    };
    for (std::size_t k = 0; k < data.meta.size(); ++k)
        CHECK(by_meta[k] == doctest::Approx(difference(data.meta, k)).epsilon(1e-4));
    for (std::size_t k = 3; k < data.images.size(); k += 7)
        CHECK(std::abs(by_image[k] - difference(data.images, k)) < 1e-5);
}

TEST_CASE("what does not fit is one sentence, and nothing has changed") {
    Two model{1};
    auto trainer = compiled(model);
    const auto before = model.get_weights();
    const Data data(4), fewer(3);
    CHECK(message_of([&] {
              trainer.fit(std::tie(data.images, fewer.meta), data.y(), {.verbose = 0});
          }) == "the inputs meta have 3 examples but those of the first input 4");
    CHECK(message_of([&] {
              trainer.fit(data.x(), std::tie(data.kinds, fewer.boxes), {.verbose = 0});
          }).find("4 inputs but 3 labels") != std::string::npos);
    CHECK(model.get_weights() == before);
}

TEST_CASE("nothing in front of the first trained weight runs backward, or is kept for it") {
    using Backbone = Sequential<Conv2D<16, 3, 3, ReLU>, BatchNorm<>, Conv2D<16, 3, 3, ReLU>,
                                MaxPool<2>, Conv2D<16, 3, 3, ReLU>, BatchNorm<>>;
    using Head = Sequential<GlobalAveragePool, Dense<10, Softmax>>;
    using In = Input<24, 24, 3>;
    using Whole =
        Training<Network<Sequential<Backbone, Head>, In>, Adam, SparseCategoricalCrossentropy>;
    using Still = Training<Network<Sequential<Frozen<Backbone>, Head>, In>, Adam,
                           SparseCategoricalCrossentropy>;
    static_assert(Still::moment_count() == 2 * 176, "two moments, in whole lines");
    static_assert(Still::plan.sliced_gradient == 16 * 10 + 10);
    static_assert(Still::plan.batch == 0, "no activation of the whole batch");
    static_assert(Still::bytes(64) * 3 < Whole::bytes(64));
    static_assert(Model<Frozen<Backbone>, In>::trainable_count == 0);
}
