// SPDX-License-Identifier: MIT
// Losses that see more than a row, and masks: gradients by central differences in double, the same
// bits on any number of threads, and losses of a user's own.
#include "../central_difference.hpp"
#include "../layer/step.hpp"
#include "../threads.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace elsewhere {

/// The mean over examples of sqrt(1 + the sum of all (t - y)^2): one number of a whole example.
struct Distance {
    static constexpr std::string_view name = "distance";
    static constexpr bool sparse = false;
    using Logits = void;

    std::size_t sums(const inlay::Shape&) const { return 1; }

    template <class Scalar>
    void add(double* sums, const inlay::Prediction<Scalar>& y, const inlay::Target<Scalar>& t,
             const inlay::Shape&) const {
        for (std::size_t k = 0; k < y.features; ++k)
            sums[0] += std::pow(static_cast<double>(y.output[k] - t.row[k]), 2);
    }

    double value(const double* sums, const inlay::Shape&) const { return std::sqrt(1 + sums[0]); }

    template <class Scalar>
    void slope(const double* sums, const inlay::Prediction<Scalar>& y,
               const inlay::Target<Scalar>& t, Scalar scale, Scalar* gradient,
               const inlay::Shape&) const {
        const auto length = static_cast<Scalar>(std::sqrt(1 + sums[0]));
        for (std::size_t k = 0; k < y.features; ++k)
            gradient[k] = scale * (y.output[k] - t.row[k]) / length;
    }
};

}  // namespace elsewhere

using namespace inlay;

namespace {

using Numbers = std::vector<double>;

Numbers noise(std::size_t count, std::size_t salt) {
    Numbers x(count);
    for (std::size_t k = 0; k < count; ++k)
        x[k] = static_cast<double>((k * 7919 + salt * 104729) % 1999) / 1000 - 1;
    return x;
}

/// Compares the gradient of a loss in a network with central differences of that loss.
template <class Net, class Loss>
void differences(const Loss& loss, std::size_t batch, bool weighted, Numbers x = {}) {
    CAPTURE(Loss::name);
    CAPTURE(batch);
    CAPTURE(weighted);
    const std::size_t out = batch * Net::output_shape.size();
    Numbers weights(Net::trainable_count), state, t = noise(out, 2), w = noise(batch, 5);
    if (x.empty()) x = noise(batch * Net::input_shape.size(), 1);
    for (double& number : t) number = number > 0 ? 1 : 0;
    std::vector<std::int32_t> classes(out / Net::output_shape.last());
    for (std::size_t k = 0; k < classes.size(); ++k)
        classes[k] = static_cast<std::int32_t>(k % Net::output_shape.last());
    Net::initialize(3, weights, state);
    Targets<double> targets{classes.data(), t.data()};
    if (weighted) targets.weights = w.data();
    const auto taken = [&] { return step::take<Net>(loss, x, weights, state, targets, batch); };
    const Numbers gradient = taken().gradient;
    double worst = 0, largest = 0;
    for (std::size_t k = 0; k < weights.size(); ++k) {
        const double slope = central_difference(weights[k], 1e-6, [&] { return taken().loss; });
        worst = std::max(worst, std::abs(gradient[k] - slope / static_cast<double>(batch)));
        largest = std::max(largest, std::abs(gradient[k]));
    }
    CHECK(worst <= 1e-8 + 1e-6 * largest);
    CHECK(largest > 1e-4);
}

using Maps = Network<Sequential<Conv2D<3, 3, 3, Tanh, Same>, Conv2D<2, 1, 1, Sigmoid>>,
                     Input<3, 5, 2>, double>;
using Masked =
    Network<Sequential<Masking<0>, Dense<4, Tanh>, Dense<3, Softmax>>, Input<5, 2>, double>;
using Rows = Network<Sequential<Dense<4, Tanh>, Dense<3>>, Input<4>, double>;

}  // namespace

TEST_CASE("gradients of losses over examples and over batches") {
    for (const std::size_t batch : {1u, 3u, 19u})
        for (const bool weighted : {false, true}) {
            if (weighted && batch == 1) continue;
            differences<Maps>(Dice{}, batch, weighted);
            differences<Maps>(Dice{.axis = {1, 2, 3}}, batch, weighted);
            differences<Maps>(Dice{.axis = {1, 2}}, batch, weighted);
            differences<Maps>(Tversky{.alpha = 0.25, .beta = 2, .axis = {0, 1, 2}}, batch,
                              weighted);
            differences<Maps>(Tversky{.alpha = 0.25, .beta = 2, .axis = {1, 2, 3}}, batch,
                              weighted);
            differences<Maps>(elsewhere::Distance{}, batch, weighted);
            differences<Rows>(elsewhere::Distance{}, batch, weighted);
        }
}

TEST_CASE("gradients behind a mask that reaches the loss") {
    for (const std::size_t batch : {2u, 3u, 19u})
        for (const bool weighted : {false, true}) {
            Numbers x = noise(batch * 10, 1);
            for (std::size_t place = 0; place < batch * 5; ++place)
                if (place % 4 == 0 || place / 5 == 1) x[2 * place] = x[2 * place + 1] = 0;
            differences<Masked>(SparseCategoricalCrossentropy{}, batch, weighted, x);
            differences<Masked>(MeanSquaredError{}, batch, weighted, x);
        }
}

TEST_CASE("a loss counts as often as its weight says, whatever its kind") {
    const auto check = [](auto net, auto loss, const Numbers& x) {
        using Net = decltype(net);
        const std::size_t batch = x.size() / Net::input_shape.size();
        const Numbers targets(batch * Net::output_shape.size(), 0.25);
        const std::vector<std::int32_t> classes(targets.size(), 1);
        Numbers weights(Net::trainable_count);
        Net::initialize(3, weights, {});
        const auto counted = [&](double weight) {
            return step::take<Net>(loss, x, weights, {}, {classes.data(), targets.data()}, batch, 1,
                                   0, weight);
        };
        const auto once = counted(1), half = counted(-0.5);
        for (std::size_t k = 0; k < weights.size(); ++k)
            CHECK(half.gradient[k] == -0.5 * once.gradient[k]);
        CHECK(half.score == -0.5 * once.score);
        CHECK(once.score != 0);
    };
    check(Rows{}, MeanSquaredError{}, noise(3 * 4, 1));
    check(Rows{}, elsewhere::Distance{}, noise(3 * 4, 1));
    check(Maps{}, Dice{}, noise(3 * 30, 1));
    check(Masked{}, SparseCategoricalCrossentropy{}, noise(3 * 10, 1));
}

TEST_CASE("a mask that leaves nothing gives a loss of 0 and no gradient") {
    Model<Masked::spec, Input<5, 2>> model{1};
    auto trainer = model.compile(SGD{}, SparseCategoricalCrossentropy{}, Accuracy{});
    const auto before = model.get_weights();
    const std::vector<float> x(3 * 10);
    const std::vector<int> y(15);
    CHECK(trainer.train_on_batch(x, y) == decltype(trainer)::Scores{0, 0});
    CHECK(trainer.evaluate(x, y) == decltype(trainer)::Scores{0, 0});
    CHECK(model.get_weights() == before);
}

TEST_CASE("losses of batches have the same bits for every number of threads") {
    const auto run = [](auto net, auto input, auto loss, int workers, const auto& targets) {
        const Threads scope(workers);
        using Net = Model<decltype(net), decltype(input)>;
        Net model{3};
        std::vector<float> x(37 * Net::input_shape.size());
        for (std::size_t k = 0; k < x.size(); ++k) x[k] = static_cast<float>(k * 31 % 97) / 97;
        for (std::size_t k = 0; k < x.size(); k += 6) x[k] = x[k + 1] = 0;
        auto trainer = model.compile(Adam{}, loss, Accuracy{});
        const History history = trainer.fit(x, targets, {.epochs = 2, .verbose = 0});
        auto numbers = model.get_weights();
        numbers.push_back(history["loss"][1]);
        for (const float score : trainer.evaluate(x, targets)) numbers.push_back(score);
        return numbers;
    };
    std::vector<float> maps(37 * 30);
    for (std::size_t k = 0; k < maps.size(); ++k) maps[k] = k % 3 == 0 ? 1.0f : 0.0f;
    std::vector<int> classes(37 * 5, 1);
    for (const int workers : {2, 7}) {
        CHECK(run(Maps::spec{}, Input<3, 5, 2>{}, Dice{}, workers, maps) ==
              run(Maps::spec{}, Input<3, 5, 2>{}, Dice{}, 1, maps));
        CHECK(
            run(Masked::spec{}, Input<5, 2>{}, SparseCategoricalCrossentropy{}, workers, classes) ==
            run(Masked::spec{}, Input<5, 2>{}, SparseCategoricalCrossentropy{}, 1, classes));
    }
}
