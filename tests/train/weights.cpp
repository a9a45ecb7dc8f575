// SPDX-License-Identifier: MIT
// Weights of examples, of rows and of classes: what they do, and what is said of wrong ones.
#include "../message_of.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

using namespace inlay;

namespace {

using Reals = std::vector<float>;
using Net = Sequential<Dense<5, Tanh>, Dense<3, Softmax>>;
using Classifier = Model<Net, Input<4>>;

const std::vector<int> labels{0, 2, 1, 2, 0, 1, 1, 2, 0, 0, 2};

Reals inputs(std::size_t count = 11) {
    Reals x(count * 4);
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = static_cast<float>(k * 31 % 23) / 23 - 0.5f;
    return x;
}

/// A model after an epoch, and what it told.
struct Result {
    Reals weights;
    float loss, val_loss;

    bool operator==(const Result&) const = default;
};

template <class Loss = SparseCategoricalCrossentropy, class Targets = std::vector<int>>
Result fitted(FitOptions options, const Targets& y = labels) {
    Classifier model{3};
    auto trainer = model.compile(SGD{.learning_rate = 0.5}, Loss{});
    options.verbose = 0;
    options.batch_size = 4;
    const History history = trainer.fit(inputs(), y, options);
    return {model.get_weights(), history["loss"][0],
            history.contains("val_loss") ? history["val_loss"][0] : 0};
}

}  // namespace

TEST_CASE("weights of 1 change no bit, and of 0 leave an example out but for the division") {
    const Result plain = fitted({});
    CHECK(fitted({.sample_weight = Reals(11, 1.0f)}) == plain);
    CHECK(fitted({.class_weight = {{0, 1.0}, {1, 1.0}}}) == plain);
    CHECK(fitted({.class_weight = {}}) == plain);
    CHECK(fitted({.sample_weight = Reals(11, 0.0f)}).weights == Classifier{3}.get_weights());

    Classifier all{3}, some{3};
    const Reals x = inputs(4), weight{1, 1, 0, 0};
    auto by_weight = all.compile(SGD{.learning_rate = 0.5}, SparseCategoricalCrossentropy{});
    auto by_hand = some.compile(SGD{.learning_rate = 0.25}, SparseCategoricalCrossentropy{});
    const auto y = std::vector<int>(labels.begin(), labels.begin() + 4);
    const float half = by_weight.train_on_batch(x, y, {.sample_weight = weight})[0];
    const float whole = by_hand.train_on_batch(Reals(x.begin(), x.begin() + 8), {0, 2})[0];
    CHECK(half == doctest::Approx(static_cast<double>(whole / 2)));
    for (std::size_t k = 0; k < all.get_weights().size(); ++k)
        CHECK(all.get_weights()[k] ==
              doctest::Approx(static_cast<double>(some.get_weights()[k])).epsilon(1e-6));
}

TEST_CASE("a negative weight goes the other way") {
    Classifier towards{3}, away{3};
    const auto step = [](Classifier& model, float weight) {
        auto trainer = model.compile(SGD{.learning_rate = 0.5}, SparseCategoricalCrossentropy{});
        return trainer.train_on_batch(inputs(), labels, {.sample_weight = Reals(11, weight)})[0];
    };
    CHECK(step(towards, 1) == -step(away, -1));
    const Reals start = Classifier{3}.get_weights();
    for (std::size_t k = 0; k < start.size(); ++k)
        CHECK(towards.get_weights()[k] - start[k] ==
              doctest::Approx(static_cast<double>(start[k] - away.get_weights()[k]))
                  .epsilon(1e-6)
                  .scale(1));
}

TEST_CASE("weights of classes are those of their examples, in training alone") {
    Reals weights;
    for (const int label : labels) weights.push_back(label == 0 ? 1.0f : label == 1 ? 5.0f : 0.25f);
    const Result one_by_one = fitted({.sample_weight = weights});
    CHECK(fitted({.class_weight = {{1, 5}, {2, 0.25}}}) == one_by_one);
    const std::map<int, double> map{{1, 5}, {2, 0.25}};
    CHECK(fitted({.class_weight = map}) == one_by_one);
    CHECK(fitted({.class_weight = std::unordered_map<std::size_t, float>{{1, 5.f}, {2, .25f}}}) ==
          one_by_one);
    Reals rows(33);
    for (std::size_t n = 0; n < 11; ++n) rows[3 * n + static_cast<std::size_t>(labels[n])] = 1;
    CHECK(fitted<CategoricalCrossentropy>({.class_weight = map}, rows) ==
          fitted<CategoricalCrossentropy>({.sample_weight = weights}, rows));

    // The last three examples validate: with weights of their own, but not with those of classes.
    const Result weighed = fitted({.validation_split = 0.25, .sample_weight = weights});
    const Result by_class = fitted({.validation_split = 0.25, .class_weight = map});
    CHECK(weighed.weights == by_class.weights);
    CHECK(weighed.loss == by_class.loss);
    CHECK(weighed.val_loss != by_class.val_loss);
    const Reals x = inputs(), last_x(x.end() - 12, x.end()),
                last_w(weights.end() - 3, weights.end());
    const std::vector<int> last_y(labels.end() - 3, labels.end());
    const Reals first_x(x.begin(), x.end() - 12);
    const std::vector<int> first_y(labels.begin(), labels.end() - 3);
    Classifier model{3};
    auto trainer = model.compile(SGD{.learning_rate = 0.5}, SparseCategoricalCrossentropy{});
    const History told = trainer.fit(first_x, first_y,
                                     {.batch_size = 4,
                                      .validation_data = {last_x, last_y, last_w},
                                      .verbose = 0,
                                      .class_weight = map});
    CHECK(told["val_loss"][0] == weighed.val_loss);
    CHECK(model.get_weights() == weighed.weights);
    CHECK(trainer.evaluate(last_x, last_y, {.sample_weight = last_w})[0] == weighed.val_loss);
    CHECK(trainer.test_on_batch(last_x, last_y, {.sample_weight = last_w})[0] == weighed.val_loss);
}

TEST_CASE("weights of one feature's classes are told by the number that is nearest") {
    Model<Sequential<Dense<1, Sigmoid>>, Input<1>> model{1}, other{1};
    const Reals x{1, 2, 3}, y{0, 1, 0.75f};
    auto by_class = model.compile(SGD{}, BinaryCrossentropy{});
    auto one_by_one = other.compile(SGD{}, BinaryCrossentropy{});
    CHECK(by_class.train_on_batch(x, y, {.class_weight = {{0, 2.0}, {1, 3.0}}}) ==
          one_by_one.train_on_batch(x, y, {.sample_weight = {2, 3, 3}}));
}

TEST_CASE("an option that is stored owns what was a temporary") {
    FitOptions options{.verbose = 0, .sample_weight = Reals(11, 0.5f)};
    const FitOptions copy = options;
    options.sample_weight = Reals(11, 7.0f);
    CHECK(fitted(copy) == fitted({.sample_weight = Reals(11, 0.5f)}));
}

TEST_CASE("wrong weights are told, and nothing is trained") {
    Classifier model{3};
    auto trainer = model.compile(SGD{}, SparseCategoricalCrossentropy{});
    const Reals before = model.get_weights();
    const auto says = [&](FitOptions options) {
        options.verbose = 0;
        return message_of([&] { trainer.fit(inputs(), labels, options); });
    };
    CHECK(says({.sample_weight = Reals(10)}) ==
          "sample_weight has the shape (10,) but there are 11 examples: one weight for each");
    CHECK(says({.sample_weight = Reals()}) ==
          "sample_weight has the shape (0,) but there are 11 examples: one weight for each");
    CHECK(says({.sample_weight = Tensor({1, 11}, Reals(11))}) ==
          "sample_weight has the shape (1, 11) but there are 11 examples: one weight for each");
    CHECK(says({.sample_weight = Tensor({11, 1}, Reals(11))}) == "no error");
    model.set_weights(before);
    CHECK(says({.sample_weight = Reals(11), .class_weight = {{0, 1.0}}}) ==
          "sample_weight and class_weight are both given: an example has one weight");
    CHECK(says({.class_weight = {{3, 1.0}}}) ==
          "class_weight has a class 3 but the classes of this network are 0 to 2");
    CHECK(says({.class_weight = {{0, 2.0}, {-1, 1.0}}}) ==
          "class_weight has a class -1 but the classes of this network are 0 to 2");
    CHECK(says({.validation_data = {inputs(), labels, Reals(5)}}) ==
          "sample_weight has the shape (5,) but there are 11 examples: one weight for each");
    CHECK(message_of([&] {
              trainer.train_on_batch(inputs(), labels,
                                     {.sample_weight = Reals(11), .class_weight = {{0, 1.0}}});
          }) == "sample_weight and class_weight are both given: an example has one weight");
    CHECK(message_of([&] {
              (void)trainer.test_on_batch(inputs(), labels, {.sample_weight = Reals(3)});
          }) == "sample_weight has the shape (3,) but there are 11 examples: one weight for each");
    CHECK(model.get_weights() == before);

    Model<Sequential<Conv2D<3, 1, 1, Softmax>>, Input<1, 2, 1>> maps{1};
    auto rows = maps.compile(SGD{}, SparseCategoricalCrossentropy{});
    const Reals image{0, 1, 2, 3};
    const std::vector<int> pixels{0, 2, 1, 1};
    CHECK(message_of([&] { rows.train_on_batch(image, pixels, {.sample_weight = Reals(3)}); }) ==
          "sample_weight has the shape (3,) but there are 2 examples: one weight for each, or for "
          "each row of features, (n, 1, 2, 1)");
    CHECK(message_of([&] {
              rows.train_on_batch(image, pixels, {.sample_weight = Tensor({2, 1, 2}, Reals(4))});
          }) == "no error");
    auto whole = maps.compile(SGD{}, Dice{});
    CHECK(message_of([&] {
              whole.train_on_batch(image, Reals(12), {.sample_weight = Reals(4)});
          }) == "sample_weight has the shape (4,) but there are 2 examples: one weight for each");
}
