// SPDX-License-Identifier: MIT
// Networks on maps of a million pixels: means, variances and gradients keep their digits.
#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <vector>

using namespace inlay;

namespace {

constexpr int side = 1024;
constexpr std::size_t pixels = std::size_t{side} * side;

/// |found - exact| / |exact|; doctest's Approx counts from 1 on, and so nothing of small numbers.
double error(float found, double exact) {
    return std::fabs(static_cast<double>(found) - exact) / std::fabs(exact);
}

/// One training step of a network on one example; the state behind it.
template <class Net, class In>
std::vector<float> state_after_step(const std::vector<float>& x) {
    Model<Net, In> model;
    auto trainer = model.compile(SGD{.learning_rate = 0}, MeanSquaredError{});
    (void)trainer.train_on_batch(x, std::vector<float>(model.output_shape.size()));
    return {model.state().begin(), model.state().end()};
}

/// The output of BatchNorm in training, seen through the gradient: of the loss (y - t)^2 with t = 0
/// the mean over a constant channel is beta squared.
float training_loss(const std::vector<float>& x, auto input) {
    Model<Sequential<BatchNorm<>>, decltype(input)> model;
    auto trainer = model.compile(SGD{.learning_rate = 0}, MeanSquaredError{});
    return trainer.train_on_batch(x, std::vector<float>(x.size()))[0];
}

/// Numbers from -1 to 1 that repeat after no power of two.
std::vector<float> waves(std::size_t n, float mean, float size) {
    std::vector<float> x(n);
    for (std::size_t k = 0; k < n; ++k)
        x[k] = mean + size * (static_cast<float>(k * 7919 % 10007) / 5003.0f - 1);
    return x;
}

}  // namespace

TEST_CASE("the mean of a constant map is the constant") {
    const std::vector<float> x(pixels, 0.1f);
    const auto exact = static_cast<double>(0.1f);
    Model<Sequential<GlobalAveragePool>, Input<side, side, 1>> global;
    CHECK(error(global.predict(x).data()[0], exact) <= 2e-6);
    Model<Sequential<AveragePool<side / 4>>, Input<side, side, 1>> windows;
    for (const float y : windows.predict(x)) CHECK(error(y, exact) <= 2e-6);
    Model<Sequential<AveragePool<side - 3, side - 3, Same>>, Input<side, side, 1>> same;
    for (const float y : same.predict(x)) CHECK(error(y, exact) <= 2e-6);
}

TEST_CASE("the mean of any map is near the exact one") {
    const std::vector<float> x = waves(pixels, 0.5f, 1);
    double sum = 0, sizes = 0;
    for (const float v : x)
        sum += static_cast<double>(v), sizes += std::fabs(static_cast<double>(v));
    Model<Sequential<GlobalAveragePool>, Input<side, side, 1>> model;
    CHECK(std::fabs(static_cast<double>(model.predict(x).data()[0]) - sum / double{pixels}) <=
          5e-7 * sizes / double{pixels});
}

TEST_CASE("the softmax of very wide rows adds up to one") {
    const auto check = []<int n>(Input<n>) {
        std::vector<float> x(n);
        x[5] = 0.3f;
        double sum = 0;
        for (const float v : x) sum += std::exp(static_cast<double>(v) - static_cast<double>(x[5]));
        Model<Sequential<Softmax>, Input<n>> model;
        const auto y = model.predict(x);
        CHECK(error(y.data()[5], 1 / sum) <= 2e-6);
    };
    check(Input<10'000>{});
    check(Input<static_cast<int>(pixels)>{});
}

TEST_CASE("a constant channel is normalized to beta, to the bit") {
    for (const float constant : {100.1f, 0.2f, -3e-5f, 1e20f, 16777217.0f, 0.0f}) {
        CAPTURE(constant);
        CHECK(training_loss(std::vector<float>(64 * 64, constant), Input<64, 64, 1>{}) == 0);
        CHECK(training_loss(std::vector<float>(224 * 224, constant), Input<224, 224, 1>{}) == 0);
        CHECK(training_loss(std::vector<float>(77 * 19, constant), Input<19>{}) == 0);
        // Outside of training too, where the moving mean is the constant.
        Model<Sequential<ReLU, BatchNorm<>>, Input<30, 30, 1>> alone;
        alone.state()[0] = constant < 0 ? 0 : constant;
        alone.weights("batch_normalization/beta")[0] = 0.7f;
        for (const float y : alone.predict(std::vector<float>(900, constant))) CHECK(y == 0.7f);
    }
}

TEST_CASE("moments of a million pixels") {
    // The first step moves a moving average from 0, or 1, by a hundredth of the way.
    const auto state = state_after_step<Sequential<BatchNorm<>>, Input<side, side, 1>>(
        std::vector<float>(pixels, 0.2f));
    CHECK(error(state[0], static_cast<double>(0.2f) / 100) <= 1e-6);
    CHECK(error(state[1], 0.99) <= 1e-6);

    const std::vector<float> far_away = waves(512 * 512, 1000, 0.1f);
    double mean = 0, squares = 0;
    for (const float v : far_away) mean += static_cast<double>(v) / (512 * 512);
    for (const float v : far_away)
        squares += (static_cast<double>(v) - mean) * (static_cast<double>(v) - mean);
    using Quick = Sequential<BatchNorm<Momentum<0>>>;
    const auto moments = state_after_step<Quick, Input<512, 512, 1>>(far_away);
    CHECK(error(moments[0], mean) <= 1e-7);
    CHECK(error(moments[1], squares / (512 * 512)) <= 2e-6);
    // One example a pixel: the same moments.
    Model<Quick, Input<1>> vectors;
    auto trainer = vectors.compile(SGD{.learning_rate = 0}, MeanSquaredError{});
    (void)trainer.train_on_batch(far_away, std::vector<float>(far_away.size()));
    CHECK(error(vectors.state()[0], mean) <= 1e-7);
    CHECK(error(vectors.state()[1], squares / (512 * 512)) <= 2e-6);
}

TEST_CASE("gradients of gamma, beta and biases over a million pixels") {
    // The loss (y - t)^2 / pixels has the gradient 2 (y - t) / pixels; SGD at a rate of 1 shows it.
    const std::vector<float> x = waves(pixels, 0.5f, 1), t(pixels, 0.3f);
    Model<Sequential<BatchNorm<>>, Input<side, side, 1>> model;
    auto trainer = model.compile(SGD{.learning_rate = 1}, MeanSquaredError{});
    (void)trainer.train_on_batch(x, t);
    // y has a mean of 0 and a mean square of 1 - epsilon / (variance + epsilon).
    double mean = 0, variance = 0;
    for (const float v : x) mean += static_cast<double>(v) / double{pixels};
    for (const float v : x)
        variance +=
            (static_cast<double>(v) - mean) * (static_cast<double>(v) - mean) / double{pixels};
    const double target = static_cast<double>(0.3f);
    CHECK(error(model.weights("batch_normalization/beta")[0], 2 * target) <= 3e-6);
    CHECK(error(model.weights("batch_normalization/gamma")[0],
                1 - 2 * variance / (variance + 1e-3)) <= 3e-6);

    Model<Sequential<Conv2D<1, 1, 1>>, Input<side, side, 1>> conv;
    conv.set_weights(std::vector<float>{0, 0.1f});
    auto steps = conv.compile(SGD{.learning_rate = 1}, MeanSquaredError{});
    (void)steps.train_on_batch(std::vector<float>(pixels, 0.5f), t);
    const double slope = 2 * (static_cast<double>(0.1f) - target);
    CHECK(error(conv.weights("conv2d/bias")[0], static_cast<double>(0.1f) - slope) <= 2e-6);
    CHECK(error(conv.weights("conv2d/kernel")[0], -slope / 2) <= 2e-6);
}

TEST_CASE("gradients of a batch of millions of examples, in one step") {
    for (const std::size_t count : {std::size_t{100'000}, std::size_t{1'000'003}}) {
        Model<Sequential<Dense<1>>, Input<1>> model;
        model.set_weights(std::vector<float>{0, 0.1f});
        auto trainer = model.compile(SGD{.learning_rate = 1}, MeanSquaredError{});
        const std::vector<float> x(count, 0.5f), y(count, 0.3f);
        (void)trainer.train_on_batch(x, y);
        const double slope = 2 * (static_cast<double>(0.1f) - static_cast<double>(0.3f));
        CHECK(error(model.weights()[1], static_cast<double>(0.1f) - slope) <= 2e-6);
        CHECK(error(model.weights()[0], -slope / 2) <= 2e-6);
    }
}

TEST_CASE("gradients of a convolution in batches of many small maps") {
    for (const std::size_t count : {std::size_t{2048}, std::size_t{16384}})
        for (const float target : {0.3f, -0.8f}) {
            CAPTURE(count);
            CAPTURE(target);
            Model<Sequential<Conv2D<1, 1, 1>>, Input<4, 4, 1>> model;
            model.set_weights(std::vector<float>{0, 0});
            auto trainer = model.compile(SGD{.learning_rate = 1}, MeanSquaredError{});
            const std::vector<float> x(count * 16, 0.7f), y(count * 16, target);
            (void)trainer.train_on_batch(x, y);
            const double slope = -2 * static_cast<double>(target);
            CHECK(error(model.weights()[1], -slope) <= 2e-6);
            CHECK(error(model.weights()[0], -slope * static_cast<double>(0.7f)) <= 2e-6);
        }
}
