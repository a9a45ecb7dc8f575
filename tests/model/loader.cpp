// SPDX-License-Identifier: MIT
// Loaders: the same bits for any number of workers, their order, their ends, their mistakes.
#include "../message_of.hpp"
#include "../printed.hpp"
#include "../threads.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

using namespace inlay;

namespace {

using Net =
    Model<Sequential<Dense<7, Tanh>, BatchNorm<>, Dropout<0.25>, Dense<3, Softmax>>, Input<4>>;

std::vector<float> inputs(std::size_t count, std::size_t salt = 0) {
    std::vector<float> x(count * 4);
    for (std::size_t k = 0; k < x.size(); ++k)
        x[k] = static_cast<float>((k + salt) * (k + 31) % 101) / 101;
    return x;
}

std::vector<int> labels(std::size_t count, std::size_t salt = 0) {
    std::vector<int> y(count);
    for (std::size_t n = 0; n < count; ++n) y[n] = static_cast<int>((n * n + salt) % 3);
    return y;
}

/// Batches of 1 to 7 examples that are made when they are asked for, and notes of who asked.
struct Made {
    std::size_t count = 9;
    int fails_at = -1;  // throws for this batch

    struct Notes {
        std::mutex mutex;
        std::vector<std::size_t> asked;
        std::size_t most_begun = 0, epochs = 0;
        std::atomic<std::size_t> begun = 0, trained = 0;
        std::atomic<int> inside = 0;
        std::vector<std::thread::id> threads;
    };
    Notes* notes = nullptr;

    std::size_t size() const { return count; }

    std::pair<Tensor<float>, std::vector<int>> operator[](std::size_t n) const {
        if (notes != nullptr) {
            ++notes->inside;
            const std::size_t trained = notes->trained, begun = ++notes->begun;
            const std::lock_guard lock(notes->mutex);
            notes->asked.push_back(n);
            notes->threads.push_back(std::this_thread::get_id());
            notes->most_begun = std::max(notes->most_begun, begun - trained);
        }
        if (n % 4 == 1) std::this_thread::sleep_for(std::chrono::microseconds(300));
        if (notes != nullptr) --notes->inside;
        if (static_cast<int>(n) == fails_at) throw std::out_of_range("no picture 3.png");
        const std::size_t examples = n * 5 % 7 + 1;
        return {Tensor<float>({examples, 4}, inputs(examples, n)), labels(examples, n)};
    }

    void on_epoch_end() {
        if (notes == nullptr) return;
        CHECK(notes->inside == 0);
        ++notes->epochs;
    }
};

auto compiled(Net& model) {
    return model.compile(Adam{.learning_rate = 0.01}, SparseCategoricalCrossentropy{}, Accuracy{});
}

struct Result {
    std::vector<float> weights, losses, validation;
    bool operator==(const Result&) const = default;
};

Result trained(const auto& loader, const FitOptions& options) {
    Net model{42};
    auto trainer = compiled(model);
    const History history = trainer.fit(loader, options);
    return {model.get_weights(), history["loss"],
            history.contains("val_loss") ? history["val_loss"] : std::vector<float>{}};
}

}  // namespace

TEST_CASE("the same bits for any number of workers, queue and threads") {
    FitOptions options{.epochs = 3, .validation_data = Made{4}, .seed = 7, .verbose = 0};
    options.workers = 0;
    const Result first = trained(Made{}, options);
    CHECK(first.losses.size() == 3);
    CHECK(first.validation.size() == 3);
    for (const int workers : {0, 1, 2, 7})
        for (const int queue : {1, 2, 10}) {
            CAPTURE(workers);
            CAPTURE(queue);
            const Threads scope(queue == 2 ? 3 : 1);
            options.workers = workers;
            options.max_queue_size = queue;
            CHECK(trained(Made{}, options) == first);
        }
    options.seed = 8;
    CHECK(trained(Made{}, options) != first);
}

TEST_CASE("a loader of the same batches trains as arrays do") {
    const auto x = inputs(30);
    const auto y = labels(30);
    std::vector<std::pair<std::vector<float>, std::vector<int>>> batches;
    for (std::size_t first = 0; first < 30; first += 8) {
        const std::size_t end = std::min<std::size_t>(first + 8, 30);
        const auto at = [](auto& from, std::size_t k) {
            return from.begin() + static_cast<std::ptrdiff_t>(k);
        };
        batches.emplace_back(std::vector(at(x, 4 * first), at(x, 4 * end)),
                             std::vector(at(y, first), at(y, end)));
    }
    Net one{1}, other{1};
    auto arrays = compiled(one), loads = compiled(other);
    const FitOptions options{.batch_size = 8, .epochs = 3, .shuffle = false, .verbose = 0};
    const History by_arrays = arrays.fit(x, y, options), by_loader = loads.fit(batches, options);
    CHECK(one.get_weights() == other.get_weights());
    CHECK(by_arrays["loss"] == by_loader["loss"]);
    CHECK(by_arrays["accuracy"] == by_loader["accuracy"]);
    CHECK(loads.progress().step == 12);

    CHECK(std::ranges::equal(one.predict(x), one.predict(batches)));
    CHECK(one.predict(batches).shape() == std::vector<std::size_t>{30, 3});
    CHECK(one.predict(batches, {.steps = 2}).shape() == std::vector<std::size_t>{16, 3});
    const auto [loss, accuracy] = arrays.evaluate(x, y);
    for (const int workers : {0, 1, 2, 7}) {
        const auto [loaded_loss, loaded_accuracy] = arrays.evaluate(batches, {.workers = workers});
        CHECK(double(loaded_loss) == doctest::Approx(double(loss)).epsilon(1e-6));
        CHECK(loaded_accuracy == accuracy);
        CHECK(arrays.evaluate(batches, {.workers = workers}) == arrays.evaluate(batches));
    }
    CHECK(arrays.evaluate(batches, {.steps = 1}) ==
          arrays.evaluate(std::span(x).first(32), std::span(y).first(8)));
    CHECK(arrays.evaluate(x, y, {.batch_size = 8, .steps = 1}) ==
          arrays.evaluate(std::span(x).first(32), std::span(y).first(8)));
}

TEST_CASE("every batch once an epoch, in an order that the seed says") {
    Made::Notes notes;
    Made loader{.notes = &notes};
    const auto order = [&](FitOptions options) {
        notes.asked.clear();
        notes.epochs = 0;
        options.verbose = 0;
        options.workers = 0;
        Net model{1};
        auto trainer = compiled(model);
        trainer.fit(loader, options);
        CHECK(notes.epochs == static_cast<std::size_t>(options.epochs.value));
        return notes.asked;
    };
    const auto sorted = [](std::vector<std::size_t> all) {
        std::ranges::sort(all);
        return all;
    };
    const std::vector<std::size_t> all{0, 1, 2, 3, 4, 5, 6, 7, 8};
    CHECK(order({.shuffle = false}) == all);
    CHECK(order({.seed = 1}) != all);
    CHECK(sorted(order({.seed = 1})) == all);
    CHECK(order({.seed = 1}) == order({.seed = 1}));
    CHECK(order({.seed = 1}) != order({.seed = 2}));
    const auto twice = order({.epochs = 2, .seed = 1});
    CHECK(std::vector(twice.begin(), twice.begin() + 9) !=
          std::vector(twice.begin() + 9, twice.end()));
    // An epoch of 4 steps goes on where the one before ended; a pass that ends, ends its epoch.
    Printed warned(stderr);
    CHECK(order({.epochs = 4, .shuffle = false, .steps_per_epoch = 4}) ==
          std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3});
    CHECK(warned.text() ==
          "\ninlay: epoch 3 ends with the data after 1 of 4 steps (steps_per_epoch)\n");
    // A fraction counts the step that is begun.
    CHECK(order({.shuffle = false, .steps_per_epoch = 8.25}) == all);
    CHECK(order({.shuffle = false, .steps_per_epoch = 7.75f}).size() == 8);
    CHECK(warned.text().ends_with("4 steps (steps_per_epoch)\n"));
}

TEST_CASE("no more batches are read ahead than the queue holds") {
    struct Counter {
        Made::Notes& notes;
        void on_batch_end(Batch&) { ++notes.trained; }
    };
    for (const std::size_t queue : {1u, 3u}) {
        Made::Notes notes;
        Net model{1};
        auto trainer = compiled(model);
        trainer.fit(Made{.count = 40, .notes = &notes},
                    {.epochs = 2, .verbose = 0, .workers = 7, .max_queue_size = queue},
                    Counter{notes});
        CHECK(notes.asked.size() == 80);
        CHECK(notes.most_begun <= queue + 1);  // and the one that is being trained on
        CHECK(std::ranges::count(notes.threads, std::this_thread::get_id()) == 0);
    }
}

TEST_CASE(
    "what a loader throws reaches the caller behind the steps before, and no thread is left") {
    std::vector<float> first;
    for (const int workers : {0, 1, 2, 7}) {
        CAPTURE(workers);
        Net model{3};
        auto trainer = compiled(model);
        {
            Made::Notes notes;
            Made failing{.fails_at = 5, .notes = &notes};
            std::string thrown;
            try {
                trainer.fit(failing,
                            {.epochs = 2, .shuffle = false, .verbose = 0, .workers = workers});
            } catch (const std::out_of_range& error) {
                thrown = error.what();
            }
            CHECK(thrown == "no picture 3.png");
            CHECK(notes.inside == 0);
        }
        CHECK(trainer.progress().step == 5);
        CHECK(trainer.progress().epoch == 0);
        trainer.fit(Made{}, {.verbose = 0, .workers = workers});
        if (first.empty()) first = model.get_weights();
        CHECK(model.get_weights() == first);
        CHECK_THROWS_AS((void)trainer.evaluate(Made{.fails_at = 2}, {.workers = workers}),
                        std::out_of_range);
        CHECK_THROWS_AS((void)model.predict(Made{.fails_at = 8}, {.workers = workers}),
                        std::out_of_range);
        CHECK_THROWS_AS(
            trainer.fit(Made{},
                        {.validation_data = Made{.fails_at = 0}, .verbose = 0, .workers = workers}),
            std::out_of_range);
        CHECK(trainer.progress().step == 5 + 9 + 9);
    }
}

TEST_CASE("a training that ends early leaves no thread behind") {
    struct Stop {
        void on_batch_end(Batch& batch) { batch.stop_training(); }
    };
    Net model{4};
    auto trainer = compiled(model);
    Made::Notes notes;
    trainer.fit(Made{.count = 30, .notes = &notes}, {.epochs = 3, .verbose = 0, .workers = 3},
                Stop{});
    CHECK(notes.inside == 0);
    CHECK(notes.epochs == 1);
    CHECK(trainer.progress().step == 1);
}

TEST_CASE("a batch that does not fit is named, and the training is as it was before it") {
    using Batches = std::vector<std::tuple<std::vector<float>, std::vector<int>>>;
    Net model{5};
    auto trainer = compiled(model);
    const auto said = [&](const Batches& batches, FitOptions options = {}) {
        options.verbose = 0;
        options.shuffle = false;
        return message_of([&] { trainer.fit(batches, options); });
    };
    const std::tuple good{inputs(2), labels(2)};
    CHECK(said({}) == "the loader has no batches");
    CHECK(trainer.progress().step == 0);
    CHECK(
        said({good, good, {inputs(2), {0, 9}}}) ==
        "batch 2 of the loader: the label of example 1 is 9 but the classes of this network are 0 "
        "to 2");
    CHECK(trainer.progress().step == 2);
    CHECK(said({{inputs(2), {0}}}) == "batch 0 of the loader: there are 2 inputs but 1 labels");
    CHECK(said({{{}, {}}}) == "batch 0 of the loader: there are no examples");
    CHECK(said({good}, {.validation_split = 0.5}) ==
          "validation_split cuts arrays: a loader is validated by validation_data");
    CHECK(said({good}, {.workers = -1}) == "workers is -1 but needs to be 0 at least");
    CHECK(said({good}, {.max_queue_size = 0}) == "max_queue_size is 0 but needs to be 1 at least");
    CHECK(said({good}, {.steps_per_epoch = -0.5}) ==
          "steps_per_epoch is -0.500000 but needs to be 0 at least");
    CHECK(said({good}, {.validation_freq = 0}) ==
          "validation_freq is 0 but needs to be 1 at least");
    CHECK(said({good}, {.initial_epoch = -1}) == "initial_epoch is -1 but needs to be 0 at least");
    CHECK(trainer.progress().step == 2);
}

TEST_CASE("batches bring weights of their own, and classes weigh") {
    using Weighted = std::tuple<std::vector<float>, std::vector<int>, std::vector<float>>;
    const std::vector<float> weights{0.5f, 2, -1, 0, 3, 1, 0.25f, 4};
    const auto x = inputs(8);
    const auto y = labels(8);
    const auto part = [](const auto& all, std::ptrdiff_t first, std::ptrdiff_t count) {
        return std::vector(all.begin() + first, all.begin() + first + count);
    };
    const std::vector<Weighted> batches{
        {part(x, 0, 20), part(y, 0, 5), part(weights, 0, 5)},
        {part(x, 20, 12), part(y, 5, 3), part(weights, 5, 3)},
    };
    Net one{1}, other{1};
    auto by_arrays = compiled(one), by_loader = compiled(other);
    FitOptions options{.batch_size = 5, .epochs = 2, .shuffle = false, .verbose = 0};
    const auto plain = by_loader.fit(batches, options)["loss"];
    options.sample_weight = weights;
    CHECK(by_arrays.fit(x, y, options)["loss"] == plain);
    CHECK(one.get_weights() == other.get_weights());
    CHECK(double(by_loader.evaluate(batches)[0]) ==
          doctest::Approx(double(by_arrays.evaluate(x, y, {.sample_weight = weights})[0])));
    CHECK(message_of([&] { by_loader.fit(batches, options); }) ==
          "sample_weight is for arrays: a loader's batches bring their own");
    options.sample_weight = {};
    options.class_weight = {{0, 3.0}, {2, 0.5}};
    CHECK(
        message_of([&] { by_loader.fit(batches, options); }) ==
        "batch 0 of the loader: sample_weight and class_weight are both given: an example has one "
        "weight");
    const std::vector<std::pair<std::vector<float>, std::vector<int>>> alone{
        {part(x, 0, 20), part(y, 0, 5)}, {part(x, 20, 12), part(y, 5, 3)}};
    options.validation_data = batches;
    const History loaded = by_loader.fit(alone, options);
    options.validation_data = {x, y, weights};
    const History seen = by_arrays.fit(x, y, options);
    CHECK(one.get_weights() == other.get_weights());
    CHECK(loaded["loss"] == seen["loss"]);
    CHECK(double(loaded["val_loss"][1]) == doctest::Approx(double(seen["val_loss"][1])));
}

namespace {

/// Counts by int, hands over what lies in it, and has no on_epoch_end.
struct Views {
    std::vector<float> x = inputs(12);
    std::vector<std::uint8_t> y = std::vector<std::uint8_t>(12, 1);

    int size() const { return 3; }
    auto operator[](int n) const {
        const auto first = static_cast<std::size_t>(n) * 4;
        return std::pair(std::span(x).subspan(4 * first, 16), std::span(y).subspan(first, 4));
    }
};

}  // namespace

TEST_CASE("loaders of many kinds, stored, const and temporary") {
    Net model{6};
    auto trainer = compiled(model);
    const Views views;
    const auto expected = trainer.evaluate(views.x, views.y);
    CHECK(double(trainer.evaluate(views)[0]) == doctest::Approx(double(expected[0])).epsilon(1e-6));
    CHECK(double(trainer.evaluate(Views{})[0]) ==
          doctest::Approx(double(expected[0])).epsilon(1e-6));
    FitOptions copy;
    {
        Views passing;
        FitOptions stored{.validation_data = std::move(passing), .verbose = 0};
        copy = stored;
        FitOptions looking{.validation_data = views, .verbose = 0};
        CHECK(trainer.fit(views, looking)["val_loss"].size() == 1);
    }
    const std::vector<float> noise(48, 1e30f);  // where freed memory is given out again
    const auto validated = [&](const auto&... data) {
        return trainer.fit(data..., copy)["val_loss"].back();
    };
    float measured = validated(Views{});
    CHECK(measured == trainer.evaluate(views)[0]);
    // Arrays are validated on by a loader, and a loader by arrays.
    copy.validation_steps = 2;
    measured = validated(views.x, views.y);
    CHECK(measured == trainer.evaluate(views, {.steps = 2})[0]);
    copy.validation_data = {views.x, views.y};
    copy.validation_batch_size = 3;
    measured = validated(views);
    CHECK(measured == trainer.evaluate(views.x, views.y, {.batch_size = 3, .steps = 2})[0]);
    // predict looks at x alone.
    const std::vector<std::tuple<std::vector<float>>> alone{{inputs(2)}, {inputs(5)}};
    CHECK(model.predict(alone).shape() == std::vector<std::size_t>{7, 3});
    CHECK(model.summary().ends_with(" for training with batches of 4\n"));
}

TEST_CASE("batches of several inputs are predicted into several outputs") {
    using Pair =
        Model<Sequential<Dense<3, Tanh>, Concat<Identity, Sequential<From<"right">, Dense<2>>>,
                         Outputs<Named<"sum", Dense<2>>, Named<"kind", Dense<3, Softmax>>>>,
              Inputs<Named<"left", Input<4>>, Named<"right", Input<5>>>>;
    const Pair model{8};
    const auto left = inputs(11);
    const std::vector<float> right(55, 0.25f);
    struct Halves {
        const std::vector<float>&left, &right;
        std::size_t size() const { return 2; }
        auto operator[](std::size_t n) const {
            const std::size_t first = n * 6, count = n == 0 ? 6 : 5;
            return std::tuple{std::tuple{std::span(left).subspan(4 * first, 4 * count),
                                         std::span(right).subspan(5 * first, 5 * count)},
                              std::vector<float>()};
        }
    };
    const auto [sum, kind] = model.predict(std::tie(left, right));
    for (const int workers : {0, 2}) {
        const auto [sums, kinds] = model.predict(Halves{left, right}, {.workers = workers});
        CHECK(std::ranges::equal(sum, sums));
        CHECK(std::ranges::equal(kind, kinds));
        CHECK(kinds.shape() == std::vector<std::size_t>{11, 3});
    }
    const std::vector<std::tuple<std::vector<float>>> alone{{left}};
    CHECK(message_of([&] { (void)model.predict(alone); }) ==
          "batch 0 of the loader: there are 1 arrays for 2 inputs of the network");
}

TEST_CASE("the bar counts batches") {
    Net model{7};
    auto trainer = compiled(model);
    Printed printed(stdout);
    trainer.fit(Views{}, {.epochs = 4, .verbose = 2, .initial_epoch = 3});
    (void)trainer.evaluate(Views{}, {.verbose = 2});
    const std::string text = printed.text();
    CHECK(text.starts_with("Epoch 4/4\n3/3 - "));
    CHECK(text.find("\n3/3 - ", 12) != text.npos);
}
