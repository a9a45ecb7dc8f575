// SPDX-License-Identifier: MIT
// Losses and metrics at their edges: far from zero, over many rows, in every call that scores.
#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <tuple>
#include <vector>

using namespace inlay;

namespace {

constexpr float infinite = std::numeric_limits<float>::infinity();
constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();

/// The distance from what is right, in units of the last place of a float.
double ulps(double got, double right) {
    const auto rounded = static_cast<float>(right);
    return std::fabs(got - right) /
           std::fabs(static_cast<double>(std::nextafter(rounded, infinite)) -
                     static_cast<double>(rounded));
}

/// The loss of one row from its logits, where the loss takes logits.
template <class Loss>
double from_logits(const Loss& loss, const std::vector<float>& z, const std::vector<float>& target,
                   std::size_t label = 0, std::vector<float>* gradient = nullptr) {
    std::vector<float> p(z.size());
    if constexpr (std::is_same_v<typename Loss::Logits, Softmax>)
        Softmax::row(z.data(), p.data(), z.size());
    else
        for (std::size_t k = 0; k < z.size(); ++k)
            p[k] = static_cast<float>(1 / (1 + std::exp(-static_cast<double>(z[k]))));
    if (gradient) gradient->resize(z.size());
    return static_cast<double>(
        loss.template row<true, float>({p.data(), z.data(), z.size()}, {label, target.data()}, 1.0f,
                                       gradient ? gradient->data() : nullptr));
}

/// The binary loss of one logit, in double.
double binary(double z, double t) {
    return std::fmax(z, 0) - z * t + std::log1p(std::exp(-std::fabs(z)));
}

/// A model of three outputs; two of its kernels and five of its values have a penalty.
using Forked = Model<Sequential<Dense<5, Tanh, KernelRegularizer<L2<0.25>>>,
                                ActivityRegularization<L1<0.125>, L2<0.5>>,
                                Outputs<Named<"a", Dense<1>>, Named<"b", Dense<2>>,
                                        Named<"c", Dense<3, KernelRegularizer<L1<0.125>>>>>>,
                     Input<4>>;

/// Examples of it, number `first` and those behind.
struct Part {
    std::vector<float> x, a, b, c;

    Part(std::size_t first, std::size_t count)
        : x(numbers(first * 4, count * 4)),
          a(numbers(first, count)),
          b(numbers(first * 2, count * 2)),
          c(numbers(first * 3, count * 3)) {}

    auto targets() const { return std::tie(a, b, c); }

    static std::vector<float> numbers(std::size_t first, std::size_t count) {
        std::vector<float> all(count);
        for (std::size_t k = 0; k < count; ++k)
            all[k] = static_cast<float>((first + k) * 37 % 101) / 50 - 1;
        return all;
    }
};

/// The loss of a part by its definition, then those of the outputs: squares with weights 1, 0.5
/// and 0, and the penalties, that of values as a mean over examples.
std::array<double, 4> naive_losses(const Forked& model, const Part& part) {
    const auto square = [](const auto& y, const std::vector<float>& t) {
        double sum = 0;
        for (std::size_t k = 0; k < t.size(); ++k)
            sum += std::pow(static_cast<double>(y.data()[k]) - static_cast<double>(t[k]), 2);
        return sum / static_cast<double>(t.size());
    };
    const auto [a, b, c] = model.predict(part.x);
    const double of_a = square(a, part.a), of_b = square(b, part.b), of_c = square(c, part.c);
    double penalty = 0;
    for (const float w : model.weights("dense/kernel")) penalty += 0.25 * std::pow(double(w), 2);
    for (const float w : model.weights("c/kernel")) penalty += 0.125 * std::fabs(double(w));
    const auto kernel = model.weights("dense/kernel"), bias = model.weights("dense/bias");
    for (std::size_t n = 0; n < part.a.size(); ++n)
        for (std::size_t unit = 0; unit < 5; ++unit) {
            auto sum = static_cast<double>(bias[unit]);
            for (std::size_t i = 0; i < 4; ++i)
                sum += double(part.x[4 * n + i]) * double(kernel[5 * i + unit]);
            const double value = std::tanh(sum);
            penalty += (0.125 * std::fabs(value) + 0.5 * value * value) /
                       static_cast<double>(part.a.size());
        }
    return {of_a + 0.5 * of_b + penalty, of_a, of_b, of_c};
}

}  // namespace

TEST_CASE("penalties are a part of the loss, and of no output's own") {
    constexpr std::size_t examples = 11, batch = 4;
    Forked model{1}, twin{1};
    const auto compiled = [](Forked& any) {
        return any.compile(
            SGD{.learning_rate = 0.1},
            Losses{MeanSquaredError{}, MeanSquaredError{}, MeanSquaredError{}}.weights(1, 0.5, 0));
    };
    auto trainer = compiled(model), stepper = compiled(twin);
    const Part training(0, examples), other(examples, 7);
    const History history = trainer.fit(training.x, training.targets(),
                                        {.batch_size = batch,
                                         .epochs = 2,
                                         .validation_data = {other.x, other.targets()},
                                         .shuffle = false,
                                         .verbose = 0});
    const auto near = [](double right) { return doctest::Approx(right).epsilon(1e-6); };
    const char* const keys[]{"loss", "a_loss", "b_loss", "c_loss"};
    for (std::size_t epoch = 0; epoch < 2; ++epoch) {
        std::array<double, 4> means{};
        for (std::size_t first = 0; first < examples; first += batch) {
            const std::size_t count = std::min(batch, examples - first);
            const Part part(first, count);
            const auto losses = naive_losses(twin, part);
            const auto scores = stepper.train_on_batch(part.x, part.targets());
            for (std::size_t k = 0; k < 4; ++k) {
                CHECK(scores[k] == near(losses[k]));
                means[k] += losses[k] * static_cast<double>(count) / examples;
            }
        }
        const auto validated = naive_losses(twin, other);
        const auto measured = stepper.evaluate(other.x, other.targets());
        CHECK(stepper.evaluate(other.x, other.targets(), {.batch_size = 3})[0] == measured[0]);
        for (std::size_t k = 0; k < 4; ++k) {
            CAPTURE(keys[k]);
            CHECK(history[keys[k]][epoch] == near(means[k]));
            CHECK(history[std::string("val_") + keys[k]][epoch] == near(validated[k]));
            CHECK(measured[k] == near(validated[k]));
        }
    }
}

TEST_CASE("what is left of a loss that counts nothing are its penalties") {
    Model<Sequential<Dense<3, KernelRegularizer<L2<0.25>>>>, Input<4>> model{1};
    const Part part(0, 5);
    double penalty = 0;
    for (const float w : model.weights("dense/kernel")) penalty += 0.25 * std::pow(double(w), 2);
    auto trainer =
        model.compile(SGD{.learning_rate = 0}, Losses{MeanSquaredError{}}.weights(0), Accuracy{});
    CHECK(trainer.evaluate(part.x, part.c)[0] == doctest::Approx(penalty));
    CHECK(trainer.train_on_batch(part.x, part.c)[0] == doctest::Approx(penalty));
}

TEST_CASE("a binary loss of logits is the same in training, evaluation and validation") {
    const std::vector<float> x{2, -1};
    const std::vector<int> y{0};
    const auto check = [&](auto net, auto loss, double expected) {
        Model<decltype(net), Input<2>> model;
        model.set_weights(std::vector<float>{.1f, .2f, .3f});
        auto trainer = model.compile(SGD{.learning_rate = 0}, loss);
        const auto near = doctest::Approx(expected).epsilon(3e-7);
        CHECK(trainer.evaluate(x, y)[0] == near);
        CHECK(trainer.test_on_batch(x, y)[0] == near);
        CHECK(trainer.train_on_batch(x, y)[0] == near);
        const History history =
            trainer.fit(x, y, {.epochs = 1, .validation_data = {x, y}, .verbose = 0});
        CHECK(history["loss"][0] == near);
        CHECK(history["val_loss"][0] == near);
    };
    const BinaryCrossentropy logits{.from_logits = true}, plain{};
    const double z = 0.3, p = 1 / (1 + std::exp(-z));  // of 2 * 0.1 - 0.2 + 0.3
    check(Sequential<Dense<1>>{}, logits, binary(z, 0));
    check(Sequential<Dense<1, ReLU>>{}, logits, binary(z, 0));
    check(Sequential<Dense<1, Sigmoid>>{}, plain, binary(z, 0));
    check(Sequential<Dense<1, Sigmoid>>{}, logits, binary(z, 0));  // Keras takes it back
    check(Sequential<Dense<1>>{}, plain, -std::log(1 - z));
    check(Sequential<Dense<1>, Sigmoid>{}, plain, binary(z, 0));
    check(Sequential<Dense<1, Sigmoid>, Identity>{}, logits, binary(p, 0));
}

TEST_CASE("a loss that takes no logits is given none") {
    Model<Sequential<Dense<1, ReLU>, Dense<4096>>, Input<2>> model{1};
    // The first layer gives 0.3 and the second passes it on. Targets of 0, since with 1 a wrong
    // logit of 0 goes unseen.
    std::vector<float> weights{.1f, .2f, .3f};
    weights.resize(3 + 4096, 1.0f);
    weights.resize(3 + 2 * 4096, 0.0f);
    model.set_weights(weights);
    std::vector<float> x;
    for (int k = 0; k < 64; ++k) x.insert(x.end(), {2.0f, -1.0f});
    const std::vector<float> y(64 * 4096);
    auto trainer = model.compile(SGD{}, BinaryCrossentropy{.from_logits = true});
    const auto near = doctest::Approx(binary(0.3, 0)).epsilon(3e-7);
    CHECK(trainer.evaluate(x, y)[0] == near);
    CHECK(trainer.train_on_batch(x, y)[0] == near);
}

TEST_CASE("confident predictions keep their small losses") {
    for (const float size :
         {0.0f, 1e-6f, 0.1f, 0.5f, 1.0f, 3.46001f, 10.0f, 16.0f, 17.0f, 20.0f, 50.0f, 80.0f, 87.0f})
        for (const float t : {0.0f, 1.0f}) {
            const float z = t == 1 ? size : -size;
            CAPTURE(z);
            const double right = std::log1p(std::exp(-static_cast<double>(size)));
            CHECK(ulps(from_logits(BinaryCrossentropy{}, {z}, {t}), right) <= 2);
        }
    CHECK(from_logits(BinaryCrossentropy{}, {10}, {1}) == doctest::Approx(4.5398901e-5));
    CHECK(from_logits(SparseCategoricalCrossentropy{}, {20, 0}, {}) ==
          doctest::Approx(2.0611537e-9));
    CHECK(from_logits(CategoricalCrossentropy{}, {0, 25, 1}, {0, 1, 0}) ==
          doctest::Approx(5.16396e-11).epsilon(1e-5));
    CHECK(from_logits(SparseCategoricalCrossentropy{}, std::vector<float>(1000, 3.0f), {}, 7) ==
          doctest::Approx(std::log(1000)));
}

TEST_CASE("a target of zero silences an infinite loss, and nothing else does") {
    std::vector<float> gradient;
    CHECK(from_logits(CategoricalCrossentropy{}, {1, -infinite, 2}, {1, 0, 0}, 0, &gradient) ==
          doctest::Approx(1.3132617));
    CHECK(gradient == std::vector<float>{gradient[0], 0, gradient[2]});
    CHECK(from_logits(SparseCategoricalCrossentropy{}, {1, -infinite, 2}, {}, 0) ==
          doctest::Approx(1.3132617));
    CHECK(from_logits(SparseCategoricalCrossentropy{}, {1, -infinite, 2}, {}, 1) == infinite);
    CHECK(from_logits(CategoricalCrossentropy{}, {1, -infinite, 2}, {.9f, .1f, 0}) == infinite);
    CHECK(from_logits(BinaryCrossentropy{}, {infinite, -infinite}, {1, 0}) == 0);
    CHECK(from_logits(BinaryCrossentropy{}, {infinite}, {0}) == infinite);
    CHECK(from_logits(BinaryCrossentropy{}, {-infinite}, {1}) == infinite);
    CHECK(std::isnan(from_logits(BinaryCrossentropy{}, {not_a_number}, {1})));
    CHECK(std::isnan(from_logits(CategoricalCrossentropy{}, {1, not_a_number}, {1, 0})));
    CHECK(std::isnan(from_logits(SparseCategoricalCrossentropy{}, {1, not_a_number}, {}, 0)));
}

TEST_CASE("a loss over millions of pixels is their mean") {
    // A constant image: softmax(0.8, 0.1) against class 1 costs 1.1031860 at each pixel.
    constexpr int side = 2048;
    Model<Sequential<Identity, Softmax>, Input<side, side, 2>> model;
    std::vector<float> x(2 * side * side);
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = k % 2 == 0 ? 0.8f : 0.1f;
    const std::vector<int> y(side * side, 1);
    auto trainer = model.compile(SGD{}, SparseCategoricalCrossentropy{}, Accuracy{});
    const double right =
        std::log1p(std::exp(static_cast<double>(0.8f) - static_cast<double>(0.1f)));
    const auto near = doctest::Approx(right).epsilon(4e-7);
    CHECK(trainer.evaluate(x, y)[0] == near);
    CHECK(trainer.train_on_batch(x, y)[0] == near);
    CHECK(trainer.evaluate(x, std::vector<int>(side * side, 0))[1] == 1);
}

TEST_CASE("a loss over millions of examples is their mean, in one step and in an epoch") {
    constexpr std::size_t count = 4'000'000;
    Model<Sequential<Dense<1>>, Input<1>> model;
    model.set_weights(std::vector<float>{0, 0.1f});
    const std::vector<float> x(count), y(count, 0.8f);
    auto trainer = model.compile(SGD{.learning_rate = 0}, MeanSquaredError{}, Accuracy{});
    const double d = static_cast<double>(0.1f) - static_cast<double>(0.8f);
    const auto near = doctest::Approx(d * d).epsilon(4e-7);
    CHECK(trainer.train_on_batch(x, y)[0] == near);
    CHECK(trainer.evaluate(x, y)[0] == near);
    CHECK(trainer.fit(x, y, {.batch_size = 100'000, .verbose = 0})["loss"][0] == near);
}

TEST_CASE("a loss over wide rows is their mean") {
    constexpr int wide = 1 << 20;
    Model<Sequential<Identity>, Input<wide>> model;
    const std::vector<float> x(wide, 0.1f), y(wide, 0.8f), ones(wide, 1.0f);
    const double d = static_cast<double>(0.1f) - static_cast<double>(0.8f);
    CHECK(model.compile(SGD{}, MeanSquaredError{}).evaluate(x, y)[0] ==
          doctest::Approx(d * d).epsilon(4e-7));
    CHECK(model.compile(SGD{}, BinaryCrossentropy{}).evaluate(x, ones)[0] ==
          doctest::Approx(-std::log(static_cast<double>(0.1f))).epsilon(4e-7));
    Model<Sequential<Softmax>, Input<wide>> sure;
    CHECK(sure.compile(SGD{}, CategoricalCrossentropy{}).evaluate(x, ones)[0] ==
          doctest::Approx(wide * std::log(double{wide})).epsilon(4e-6));
}

TEST_CASE("accuracy of rows that hold NaN is Keras's") {
    // Measured with Keras 3.15 on TensorFlow 2.21; of a row of NaNs class 0 is taken.
    const auto n = not_a_number;
    const std::vector<std::vector<float>> rows{{n, 1, 2}, {0, n, 2}, {0, 1, n}, {n, n, n},
                                               {3, n, 1}, {n, 1, 0}, {0, n, -1}};
    const std::vector<std::size_t> taken{2, 2, 1, 0, 0, 1, 0};
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t label = 0; label < 3; ++label) {
            std::vector<float> one_hot(3);
            one_hot[label] = 1;
            const float right = label == taken[r] ? 1 : 0;
            CHECK(Accuracy::row<true, float>(rows[r].data(), {label, nullptr}, 3) == right);
            CHECK(Accuracy::row<false, float>(rows[r].data(), {0, one_hot.data()}, 3) == right);
        }
    const float zero = 0, one = 1;
    CHECK(Accuracy::row<false, float>(&n, {0, &zero}, 1) == 1);
    CHECK(Accuracy::row<false, float>(&n, {0, &one}, 1) == 0);
}

TEST_CASE("metrics of one name are numbered") {
    Model<Sequential<Dense<3, Softmax>>, Input<2>> model;
    auto trainer =
        model.compile(SGD{}, SparseCategoricalCrossentropy{}, Accuracy{}, Accuracy{}, Accuracy{});
    const std::vector<float> x(8);
    const std::vector<int> y(4);
    const History history = trainer.fit(x, y, {.epochs = 2, .validation_split = 0.5, .verbose = 0});
    CHECK(history.keys() == std::vector<std::string>{"accuracy", "accuracy_1", "accuracy_2", "loss",
                                                     "val_accuracy", "val_accuracy_1",
                                                     "val_accuracy_2", "val_loss"});
    CHECK(history["accuracy_2"].size() == 2);
}
