// SPDX-License-Identifier: MIT
// Models and trainers that are moved, copied, assigned and destroyed in any order.
#include "../message_of.hpp"
#include "../temporary_folder.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

using namespace inlay;

namespace {

using Net = Sequential<Conv2D<3, 3, 3, Same>, BatchNorm<>, ReLU, MaxPool<2>, Flatten, Dense<2>>;
using Small = Model<Net, Input<6, 6, 2>>;
constexpr std::size_t in_size = 6 * 6 * 2;

std::vector<float> pattern(std::size_t examples) {
    std::vector<float> x(examples * in_size);
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = static_cast<float>(k * 37 % 101) / 101 - 0.5f;
    return x;
}

auto compiled(Small& model) { return model.compile(Adam{}, MeanSquaredError{}); }

/// What users write: a class that holds a model and its trainer.
struct App {
    explicit App(std::uint64_t seed) : model(seed), trainer(compiled(model)) {}

    void train() { trainer.train_on_batch(pattern(4), std::vector<float>(8, 0.5f)); }

    Small model;
    decltype(compiled(std::declval<Small&>())) trainer;
};

/// The same, in the other order.
struct Reversed {
    explicit Reversed(std::uint64_t seed) {
        model.emplace(seed);
        trainer.emplace(compiled(*model));
    }

    std::optional<decltype(compiled(std::declval<Small&>()))> trainer;
    std::optional<Small> model;
};

/// The weights after one step on a model that stays where it is.
std::vector<float> trained(std::uint64_t seed, int steps = 1) {
    App app{seed};
    for (int k = 0; k < steps; ++k) app.train();
    return app.model.get_weights();
}

/// Whether this app trains its own model, from which `steps` steps have been made.
void check_trains(App& app, std::uint64_t seed, int steps = 1) {
    CHECK(&app.trainer.model() == &app.model);
    app.train();
    CHECK(app.model.get_weights() == trained(seed, steps));
}

constexpr const char* gone = "the model of this trainer no longer exists";

}  // namespace

TEST_CASE("moves take no exception and copy no weights") {
    static_assert(std::is_nothrow_move_constructible_v<Small>);
    static_assert(std::is_nothrow_move_assignable_v<Small>);
    static_assert(std::is_nothrow_move_constructible_v<decltype(App::trainer)>);
    static_assert(std::is_nothrow_move_assignable_v<decltype(App::trainer)>);
    static_assert(std::is_nothrow_swappable_v<App> && std::is_nothrow_move_constructible_v<App>);
    Small a{1};
    auto trainer = compiled(a);
    const float* const weights = a.weights().data();
    const float* const state = a.state().data();
    Small b = std::move(a);
    CHECK(b.weights().data() == weights);
    CHECK(b.state().data() == state);
    Small c{2};
    c = std::move(b);
    CHECK(c.weights().data() == weights);
    std::vector<Small> many;
    many.push_back(std::move(c));
    for (int k = 0; k < 9; ++k) many.emplace_back(3);
    CHECK(many[0].weights().data() == weights);
    CHECK(&trainer.model() == &many[0]);
}

TEST_CASE("a trainer follows its model") {
    Small a{10};
    auto trainer = compiled(a);
    Small b = std::move(a);
    CHECK(&trainer.model() == &b);
    trainer.train_on_batch(pattern(4), std::vector<float>(8, 0.5f));
    CHECK(b.get_weights() == trained(10));
    Small c{11};
    c = std::move(b);
    CHECK(&trainer.model() == &c);
    trainer.train_on_batch(pattern(4), std::vector<float>(8, 0.5f));
    CHECK(c.get_weights() == trained(10, 2));
    // Several trainers of one model, too.
    auto second = c.compile(SGD{}, MeanSquaredError{});
    Small d = std::move(c);
    CHECK(&trainer.model() == &d);
    CHECK(&second.model() == &d);
}

TEST_CASE("a class of a model and its trainer moves") {
    App a{20};
    App b = std::move(a);
    check_trains(b, 20);
    App c{21};
    c = std::move(b);
    check_trains(c, 20, 2);
    const auto make = [](bool first) {
        App one{22}, two{23};
        return first ? std::move(one) : std::move(two);
    };
    App made = make(true);
    check_trains(made, 22);
    made = make(false);
    check_trains(made, 23);
}

TEST_CASE("classes of models and trainers are swapped, sorted and kept in containers") {
    App a{30}, b{31};
    std::swap(a, b);
    check_trains(a, 31);
    check_trains(b, 30);

    std::vector<App> apps;
    for (unsigned seed : {5u, 3u, 9u, 1u, 7u}) apps.emplace_back(seed);
    const auto by_seed = [](const App& x, const App& y) { return x.model.seed() < y.model.seed(); };
    std::sort(apps.begin(), apps.end(), by_seed);
    apps.erase(apps.begin() + 1);
    apps.insert(apps.begin(), App{8});
    std::rotate(apps.begin(), apps.begin() + 2, apps.end());
    for (App& app : apps) check_trains(app, app.model.seed());

    std::optional<App> maybe = App{32};
    std::optional<App> other = std::move(maybe);
    check_trains(*other, 32);
    maybe = std::move(other);
    check_trains(*maybe, 32, 2);
    auto pair = std::pair<App, int>(App{33}, 1);
    auto moved = std::move(pair);
    check_trains(moved.first, 33);

    Reversed one{34}, two{35};
    std::swap(one, two);
    CHECK(&*one.trainer->model().weights().data() == &*one.model->weights().data());
    CHECK(&one.trainer->model() == &*one.model);
    CHECK(&two.trainer->model() == &*two.model);
    CHECK(two.model->seed() == 34);
}

TEST_CASE("a model that is moved over leaves its trainer without one") {
    Small a{40}, b{41};
    auto trainer_a = compiled(a), trainer_b = compiled(b);
    b = std::move(a);
    CHECK(&trainer_a.model() == &b);
    CHECK(message_of([&] { (void)trainer_b.model(); }) == gone);
    CHECK(message_of([&] { trainer_b.fit(pattern(4), std::vector<float>(8)); }) == gone);
    CHECK(message_of([&] { trainer_b.evaluate(pattern(4), std::vector<float>(8)); }) == gone);
    trainer_a.train_on_batch(pattern(4), std::vector<float>(8, 0.5f));
    CHECK(b.get_weights() == trained(40));
    b = Small{42};  // a model without a trainer: the one of b goes on, with new weights
    CHECK(&trainer_a.model() == &b);
    CHECK(b.get_weights() == Small{42}.get_weights());
    b.set_weights(trained(40));
    Small& same = b;
    b = std::move(same);
    CHECK(&trainer_a.model() == &b);
    CHECK(b.get_weights() == trained(40));
}

TEST_CASE("copies have weights of their own and no trainer; a copy's target keeps its trainer") {
    Small a{50};
    auto trainer = compiled(a);
    Small b = a;
    CHECK(&trainer.model() == &a);
    trainer.train_on_batch(pattern(4), std::vector<float>(8, 0.5f));
    CHECK(a.get_weights() == trained(50));
    CHECK(b.get_weights() == Small{50}.get_weights());
    const float* const weights = a.weights().data();
    a = b;
    CHECK(a.weights().data() == weights);
    CHECK(&trainer.model() == &a);
    CHECK(a.get_weights() == b.get_weights());
    CHECK(std::ranges::equal(a.predict(pattern(3)), b.predict(pattern(3))));
    Small& same = a;
    a = same;
    CHECK(a.get_weights() == b.get_weights());
}

TEST_CASE("a model and its trainer are destroyed in any order") {
    auto model = std::make_unique<Small>(60);
    auto trainer = std::make_unique<decltype(App::trainer)>(compiled(*model));
    trainer->train_on_batch(pattern(4), std::vector<float>(8));
    SUBCASE("the model first") {
        model.reset();
        CHECK(message_of([&] { (void)trainer->model(); }) == gone);
        CHECK(message_of([&] { trainer->train_on_batch(pattern(1), std::vector<float>(2)); }) ==
              gone);
        trainer.reset();
    }
    SUBCASE("the trainer first") {
        trainer.reset();
        CHECK(model->predict(pattern(2)).size() == 4);
        CHECK(model->summary().find("Optimizer") == std::string::npos);
        model.reset();
    }
    SUBCASE("the model is moved before, and its old place goes first") {
        Small kept = std::move(*model);
        model.reset();
        CHECK(&trainer->model() == &kept);
    }
}

TEST_CASE("a model that was moved from is empty and says so") {
    const TemporaryFolder folder;
    const std::string path = (folder / "model.safetensors").string();
    Small a{70};
    save(a, path);
    const std::vector<float> weights = a.get_weights();
    Small b = std::move(a);
    const std::string says = ": the model has been moved from; assign a model to it first";
    const auto check_empty = [&](Small& model) {
        const Small& same = model;
        CHECK(model.empty());
        CHECK(model.weights().empty());
        CHECK(model.state().empty());
        CHECK(same.weights().empty());
        CHECK(same.state().empty());
        CHECK(message_of([&] { model.weights("dense/bias"); }) == "weights" + says);
        CHECK(message_of([&] { same.weights("dense/bias"); }) == "weights" + says);
        CHECK(message_of([&] { (void)model.get_weights(); }) == "get_weights" + says);
        CHECK(message_of([&] { model.set_weights(weights); }) == "set_weights" + says);
        CHECK(message_of([&] { (void)model.predict(pattern(2)); }) == "predict" + says);
        CHECK(message_of([&] { (void)model.summary(); }) == "summary" + says);
        CHECK(message_of([&] { (void)compiled(model); }) == "compile" + says);
        CHECK(message_of([&] { save(model, path + ".no"); }) == "save" + says);
        CHECK(message_of([&] { (void)serialize(model); }) == "serialize" + says);
        CHECK(message_of([&] { load(model, path); }) == path + ": load" + says);
        CHECK(message_of([&] { load(model, path, {.partial = true}); }) == "load" + says);
        CHECK(try_load(model, serialize(b)).message() == "load" + says);
        std::vector<float> x = pattern(1), y(2);
        CHECK(model.forward(x, y).message() == "forward" + says);
        std::array<float, 2> out{};
        model.forward(std::span<const float, in_size>(x.data(), in_size), out);
        CHECK(std::isnan(out[0]));
        CHECK(std::isnan(out[1]));
    };
    check_empty(a);
    Small copy = a;
    check_empty(copy);
    Small moved = std::move(copy);
    check_empty(moved);
    a = b;
    CHECK(a.get_weights() == weights);
    CHECK(std::ranges::equal(a.predict(pattern(2)), b.predict(pattern(2))));
    moved = std::move(a);
    CHECK(moved.get_weights() == weights);
    check_empty(a);
    a = Small{71};
    auto trainer = compiled(a);
    a = copy;  // which is empty
    CHECK(message_of([&] { trainer.train_on_batch(pattern(1), std::vector<float>(2)); }) ==
          "this trainer" + says);
    a = Small{72};
    CHECK(a.get_weights() == Small{72}.get_weights());
}

TEST_CASE("a trainer that was moved from says so") {
    App app{80};
    app.train();
    auto taken = std::move(app.trainer);
    const std::string says = "this trainer has been moved from";
    const std::vector<float> y(2);
    CHECK(message_of([&] { (void)app.trainer.model(); }) == says);
    CHECK(message_of([&] { app.trainer.fit(pattern(1), y); }) == says);
    CHECK(message_of([&] { app.trainer.evaluate(pattern(1), y); }) == says);
    CHECK(message_of([&] { app.trainer.train_on_batch(pattern(1), y); }) == says);
    CHECK(message_of([&] { app.trainer.test_on_batch(pattern(1), y); }) == says);
    CHECK(message_of([&] { save(app.trainer, "never written"); }) == says);
    CHECK(app.trainer.moments().empty());
    app.trainer = std::move(taken);
    check_trains(app, 80, 2);
}
