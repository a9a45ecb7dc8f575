// SPDX-License-Identifier: MIT
// ImageDataGenerator: Keras's numbers, what is drawn, what a flow hands out, mistakes.
#include "../keras/image_scaling.hpp"
#include "../message_of.hpp"
#include "../threads.hpp"

#include <inlay/data/image_flow.hpp>
#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace inlay;

namespace {

/// Bytes that tell images apart.
Tensor<std::uint8_t> images(std::size_t count, std::size_t height = 6, std::size_t width = 5) {
    Tensor<std::uint8_t> x({count, height, width, 1});
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = static_cast<std::uint8_t>(k * 7919 % 251);
    return x;
}

std::vector<int> labels(std::size_t count) {
    std::vector<int> y(count);
    for (std::size_t n = 0; n < count; ++n) y[n] = static_cast<int>(n % 3);
    return y;
}

std::vector<float> vector_of(const Tensor<>& tensor) { return {tensor.begin(), tensor.end()}; }

/// All labels that a flow hands out in an epoch.
std::vector<float> labels_of(const data::LabelledImageFlow& flow) {
    std::vector<float> all;
    for (std::size_t k = 0; k < flow.size(); ++k) {
        const auto batch = flow[k];
        all.insert(all.end(), std::get<1>(batch).begin(), std::get<1>(batch).end());
    }
    return all;
}

/// The number n as the label of image n.
std::vector<float> numbers(std::size_t count) {
    std::vector<float> y(count);
    for (std::size_t n = 0; n < count; ++n) y[n] = static_cast<float>(n);
    return y;
}

}  // namespace

TEST_CASE("images brought to scale, Keras's numbers") {
    CHECK(std::size(keras::image_scaling_cases) == 6);
    for (const keras::ScalingCase* c : keras::image_scaling_cases) {
        CAPTURE(c->name);
        data::ImageDataGenerator generator{
            .featurewise_center = c->featurewise_center,
            .samplewise_center = c->samplewise_center,
            .featurewise_std_normalization = c->featurewise_std_normalization,
            .samplewise_std_normalization = c->samplewise_std_normalization,
            .zca_whitening = c->zca_whitening,
            .rescale = c->rescale};
        if (c->preprocessing_function)
            generator.preprocessing_function = [](Tensor<> x) {
                for (float& v : x) v = (v + 3) * (v + 3) / 100;
                return x;
            };
        const Tensor<> x({c->count, c->height, c->width, c->channels}, c->input.values());
        generator.fit(x);
        const auto same = [](std::span<const float> wanted, const std::vector<float>& found) {
            REQUIRE(found.size() == wanted.size());
            for (std::size_t k = 0; k < found.size(); ++k)
                CHECK(std::abs(found[k] - wanted[k]) <= 1e-6f * std::abs(wanted[k]));
        };
        same(c->mean, generator.statistics->mean);
        same(c->deviation, generator.statistics->deviation);
        CHECK(keras::distance(c->output, generator.standardize(x)) < 2e-6);
        const Tensor<> first({c->height, c->width, c->channels},
                             {x.begin(), x.begin() + static_cast<std::ptrdiff_t>(
                                                         c->height * c->width * c->channels)});
        const auto alone = generator.standardize(first), all = generator.standardize(x);
        CHECK(alone.shape() == first.shape());
        CHECK(std::equal(alone.begin(), alone.end(), all.begin()));
    }
}

TEST_CASE("whitened numbers do not vary together") {
    const auto x = images(200, 3, 3);
    data::ImageDataGenerator generator{.zca_whitening = true};
    generator.fit(x);
    const Tensor<> y = generator.standardize(x);
    for (std::size_t i = 0; i < 9; ++i)
        for (std::size_t j = 0; j < 9; ++j) {
            double sum = 0;
            for (std::size_t n = 0; n < 200; ++n)
                sum += static_cast<double>(y[9 * n + i]) * static_cast<double>(y[9 * n + j]);
            CHECK(sum / 200 == doctest::Approx(i == j ? 1 : 0).epsilon(1e-4));
        }
}

TEST_CASE("what is drawn lies in its range and depends on the seed alone") {
    const data::ImageDataGenerator generator{.rotation_range = 20,
                                             .width_shift_range = 0.25,
                                             .height_shift_range = 4,
                                             .brightness_range = {0.5, 1.5},
                                             .shear_range = 0.3f,
                                             .zoom_range = 0.2,
                                             .channel_shift_range = 30,
                                             .horizontal_flip = true,
                                             .vertical_flip = true};
    const data::ImageDataGenerator listed{
        .width_shift_range = {1, 3}, .height_shift_range = {0.5, 0.1}, .zoom_range = {0.5, 0.75}};
    const std::array<std::size_t, 3> shape{10, 8, 3};
    std::set<double> rows, columns, parts;
    int flips[2]{};
    constexpr int draws = 400;
    double mean = 0;
    for (int seed = 0; seed < draws; ++seed) {
        const auto t = generator.get_random_transform(shape, seed);
        CHECK(std::abs(t.theta) <= 20);
        CHECK(std::abs(t.tx) <= 2);
        CHECK(std::abs(t.shear) <= 0.3001);
        CHECK((t.zx >= 0.8 && t.zx <= 1.2 && t.zy >= 0.8 && t.zy <= 1.2 && t.zx != t.zy));
        CHECK(std::abs(t.channel_shift_intensity) <= 30);
        CHECK((*t.brightness >= 0.5 && *t.brightness <= 1.5));
        mean += t.theta / draws;
        rows.insert(t.ty);
        flips[0] += t.flip_horizontal;
        flips[1] += t.flip_vertical;
        CHECK(generator.get_random_transform(shape, seed).theta == t.theta);
        const auto u = listed.get_random_transform(shape, seed);
        columns.insert(u.tx);
        parts.insert(u.ty);
        CHECK((u.zx >= 0.5 && u.zx <= 0.75 && u.theta == 0 && !u.flip_vertical && !u.brightness));
    }
    CHECK(std::abs(mean) < 4 * 20 / std::sqrt(3.0 * draws));
    CHECK(rows == std::set<double>{-3, -2, -1, 0, 1, 2, 3});
    CHECK(columns == std::set<double>{-3, -1, 1, 3});
    CHECK(parts == std::set<double>{-5, -1, 1, 5});
    for (const int flipped : flips) CHECK(std::abs(flipped - draws / 2) < 40);

    const auto x = images(1);
    const Tensor<> image({6, 5, 1}, {x.begin(), x.end()});
    CHECK(vector_of(generator.random_transform(image, 3)) ==
          vector_of(
              generator.apply_transform(image, generator.get_random_transform(image.shape(), 3))));
    CHECK(vector_of(generator.random_transform(image, 3)) !=
          vector_of(generator.random_transform(image, 4)));
}

TEST_CASE("fit may look at images changed at random") {
    const auto x = images(9);
    data::ImageDataGenerator generator{
        .featurewise_std_normalization = true, .rotation_range = 40, .fill_mode = "constant"};
    generator.fit(x);
    const auto plain = generator.statistics->mean;
    generator.fit(x, {.augment = true, .rounds = 3, .seed = 5});
    const auto changed = generator.statistics->mean;
    CHECK(changed[0] < plain[0]);  // constant zeros come in
    generator.fit(x, {.augment = true, .rounds = 3, .seed = 5});
    CHECK(generator.statistics->mean == changed);
    generator.fit(x, {.augment = true, .rounds = 3, .seed = 6});
    CHECK(generator.statistics->mean != changed);
}

TEST_CASE("a flow hands out every image once an epoch, in an order of its own") {
    const auto x = images(10);
    const data::ImageDataGenerator generator{.validation_split = 0.25};
    auto flow = generator.flow(x, numbers(10), {.batch_size = 4, .seed = 3});
    CHECK(flow.size() == 3);
    CHECK(std::get<0>(flow[2]).shape() == std::vector<std::size_t>{2, 6, 5, 1});
    CHECK(std::get<2>(flow[2]).size() == 0);
    auto first = labels_of(flow);
    CHECK(labels_of(flow) == first);
    flow.on_epoch_end();
    auto second = labels_of(flow);
    CHECK(second != first);
    for (auto* order : {&first, &second}) {
        CHECK(*order != numbers(10));
        std::ranges::sort(*order);
        CHECK(*order == numbers(10));
    }

    const auto all = vector_of(std::get<0>(generator.flow(x, {.shuffle = false})[0]));
    CHECK(std::equal(all.begin(), all.end(), x.begin(), x.end()));
    const auto take = [&](const char* subset) {
        return labels_of(generator.flow(x, numbers(10),
                                        {.shuffle = false,
                                         .sample_weight = numbers(10),
                                         .ignore_class_split = true,
                                         .subset = subset}));
    };
    CHECK(take("validation") == std::vector<float>{0, 1});
    CHECK(take("training") == std::vector<float>{2, 3, 4, 5, 6, 7, 8, 9});

    const auto weighted = generator.flow(x, numbers(20), {.sample_weight = numbers(10), .seed = 3});
    const auto [pictures, rows, weights] = weighted[0];
    CHECK(rows.shape() == std::vector<std::size_t>{10, 2});
    std::vector<float> w(10);
    REQUIRE(weights.size() == 1);
    weights[0].read(0, 10, w.data());
    for (std::size_t n = 0; n < 10; ++n) CHECK(rows(n, 0) == 2 * w[n]);
}

TEST_CASE("images and masks of one seed are changed alike") {
    const auto x = images(11);
    const data::ImageDataGenerator pictures{
        .rotation_range = 90, .width_shift_range = 0.3, .zoom_range = 0.4, .horizontal_flip = true};
    const data::ImageDataGenerator masks{.rotation_range = 90,
                                         .width_shift_range = 0.3,
                                         .brightness_range = {1, 1},
                                         .zoom_range = 0.4,
                                         .horizontal_flip = true,
                                         .interpolation_order = 0};
    auto both = data::zip(pictures.flow(x, {.batch_size = 4, .seed = 1}),
                          pictures.flow(x, {.batch_size = 4, .seed = 1}));
    const auto [image, mask] = both[1];
    CHECK(vector_of(image) == vector_of(mask));
    both.on_epoch_end();
    CHECK(vector_of(both[1].first) == vector_of(both[1].second));
    CHECK(vector_of(both[1].first) != vector_of(image));
    const std::vector<std::size_t> shape{6, 5, 1};
    CHECK(pictures.get_random_transform(shape, 9).tx == masks.get_random_transform(shape, 9).tx);
    CHECK(message_of([&] {
              data::zip(pictures.flow(x, {.batch_size = 4}), masks.flow(x, {.batch_size = 5}));
          }) == "no error");
    CHECK(message_of([&] {
              data::zip(pictures.flow(x, {.batch_size = 4}), masks.flow(x, {.batch_size = 6}));
          }) == "one flow has 3 batches, the other 2");
}

TEST_CASE("training on a flow gives the same bits for any number of workers") {
    const auto x = images(40);
    data::ImageDataGenerator generator{.featurewise_std_normalization = true,
                                       .rotation_range = 20,
                                       .horizontal_flip = true,
                                       .validation_split = 0.1};
    generator.fit(x);
    std::vector<float> wanted;
    for (const int workers : {0, 1, 3}) {
        Model<Sequential<Flatten, Dense<3, Softmax>>, Input<6, 5, 1>> model{1};
        auto trainer = model.compile(Adam{}, SparseCategoricalCrossentropy{}, Accuracy{});
        trainer.fit(
            generator.flow(x, labels(40), {.batch_size = 16, .seed = 5, .subset = "training"}),
            {.epochs = 2,
             .validation_data = generator.flow(x, labels(40), {.subset = "validation"}),
             .verbose = 0,
             .workers = workers});
        const auto flow = generator.flow(x, labels(40), {.shuffle = false});
        const auto [loss, accuracy] = trainer.evaluate(flow, {.workers = workers});
        auto found = model.get_weights();
        found.push_back(static_cast<float>(loss));
        for (const float p : model.predict(generator.flow(x, {.shuffle = false})))
            found.push_back(p);
        if (wanted.empty()) wanted = found;
        CHECK(found == wanted);
    }
}

TEST_CASE("a generator that cannot be says why") {
    const auto x = images(4);
    const auto y = labels(4);
    const auto message = [&](const data::ImageDataGenerator& generator,
                             const data::FlowOptions& options = {}) {
        return message_of([&] { generator.flow(x, y, options); });
    };
    CHECK(message({}) == "no error");
    CHECK(message({.featurewise_center = true}) ==
          "featurewise_center needs statistics of the images: call fit(x) first");
    CHECK(message({.zca_whitening = true}) ==
          "zca_whitening needs statistics of the images: call fit(x) first");
    CHECK(message({.rotation_range = std::nan("")}) ==
          "rotation_range is nan but needs to be finite");
    CHECK(message({.width_shift_range = -1}) ==
          "width_shift_range needs finite numbers, 0 or more");
    CHECK(message({.brightness_range = {2, 1}}) ==
          "brightness_range needs two numbers, 0 or more, the smaller one first");
    CHECK(message({.zoom_range = 1.5}) ==
          "zoom_range needs a number from 0 to 1, or two, 0 or more, the smaller one first");
    CHECK(message({.fill_mode = "edge"}) ==
          "fill_mode is \"edge\" but needs to be \"nearest\", \"constant\", \"reflect\" or "
          "\"wrap\"");
    CHECK(message({.validation_split = 2}) == "validation_split is 2 but lies between 0 and 1");
    CHECK(message({}, {.batch_size = 0}) == "batch_size is 0 but needs to be 1 at least");
    CHECK(message({}, {.sample_weight = numbers(3)}) == "there are 4 images but 3 weights");
    CHECK(message({}, {.subset = "test"}) ==
          "subset is \"test\" but needs to be \"training\" or \"validation\"");
    CHECK(message({}, {.subset = "validation"}) ==
          "validation_split leaves no image of 4 for subset \"validation\"");
    CHECK(message({.validation_split = 0.25}, {.subset = "training"}) ==
          "training and validation have different classes: shuffle images and labels, or set "
          "ignore_class_split = true");

    const data::ImageDataGenerator generator;
    CHECK(message_of([&] { generator.flow(x, labels(3)); }) == "there are 4 images but 3 labels");
    CHECK(message_of([&] { generator.flow(y, y); }) ==
          "flow needs images (n, height, width, channels) but was given (4,)");
    CHECK(message_of([&] { generator.flow(x, {.sample_weight = numbers(4)}); }) ==
          "sample_weight weighs labels: call flow(x, y, {.sample_weight = w})");
    CHECK(message_of([&] { generator.flow(x)[1]; }) == "there is no batch 1 among 1");

    data::ImageDataGenerator fitted{.featurewise_center = true};
    fitted.fit(Tensor<>({2, 6, 5, 3}));
    CHECK(message_of([&] { fitted.flow(x, {}); }) ==
          "the images are (6, 5, 1) but fit saw (6, 5, 3)");
    fitted.fit(x);
    fitted.featurewise_std_normalization = true;
    CHECK(message_of([&] { fitted.standardize(x); }) ==
          "options of the generator have changed since fit: call fit(x) again");
    const data::ImageDataGenerator shrinking{
        .preprocessing_function = [](const Tensor<>&) { return Tensor<>({2}); }};
    CHECK(message_of([&] { shrinking.standardize(x); }) ==
          "preprocessing_function made (2,) of (6, 5, 1): it must keep the shape");
}
