// SPDX-License-Identifier: MIT
// A loss, a metric and an optimizer of a user's own, outside the library's namespace: those that
// repeat one of ours give its bits, the others what their formulas say.
#include "../temporary_folder.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace elsewhere {

/// mean_k (t_k - y_k)^2, once more.
struct Squares {
    static constexpr bool sparse = false;
    using Logits = void;

    template <bool, class Scalar>
    Scalar row(const inlay::Prediction<Scalar>& y, const inlay::Target<Scalar>& target,
               Scalar scale, Scalar* gradient) const {
        double sum = 0;
        for (std::size_t k = 0; k < y.features; ++k) {
            const Scalar d = y.output[k] - target.row[k];
            sum += static_cast<double>(d) * static_cast<double>(d);
            if (gradient) gradient[k] = 2 * d * (1 / static_cast<Scalar>(y.features)) * scale;
        }
        return static_cast<Scalar>(sum / static_cast<double>(y.features));
    }
};

/// Huber's loss with a field of its own.
struct Huber {
    static constexpr bool sparse = false;
    using Logits = void;

    float delta = 1;

    template <bool, class Scalar>
    Scalar row(const inlay::Prediction<Scalar>& y, const inlay::Target<Scalar>& target,
               Scalar scale, Scalar* gradient) const {
        const auto bound = static_cast<Scalar>(delta), n = static_cast<Scalar>(y.features);
        Scalar sum = 0;
        for (std::size_t k = 0; k < y.features; ++k) {
            const Scalar d = y.output[k] - target.row[k], size = std::abs(d);
            sum += size <= bound ? d * d / 2 : bound * (size - bound / 2);
            if (gradient) gradient[k] = scale / n * std::clamp(d, -bound, bound);
        }
        return sum / n;
    }
};

/// A loss that takes the input of a Softmax, and class numbers: -log p of the class.
struct Surprise {
    static constexpr bool sparse = true;
    using Logits = inlay::Softmax;

    template <bool logits, class Scalar>
    Scalar row(const inlay::Prediction<Scalar>& y, const inlay::Target<Scalar>& target,
               Scalar scale, Scalar* gradient) const {
        static_assert(logits, "the test's networks end in a Softmax");
        for (std::size_t k = 0; gradient && k < y.features; ++k)
            gradient[k] = scale * (y.output[k] - (k == target.chosen ? Scalar{1} : Scalar{0}));
        Scalar all = 0;
        for (std::size_t k = 0; k < y.features; ++k) all += std::exp(y.logits[k]);
        return std::log(all) - y.logits[target.chosen];
    }
};

/// The largest distance of a row.
struct WorstError {
    static constexpr std::string_view name = "worst_error";

    template <bool sparse, class Scalar>
    static Scalar row(const Scalar* y, const inlay::Target<Scalar>& target, std::size_t features) {
        static_assert(!sparse);
        Scalar worst = 0;
        for (std::size_t k = 0; k < features; ++k)
            worst = std::max(worst, std::abs(y[k] - target.row[k]));
        return worst;
    }
};

/// w -= rate g: no moments.
struct Descent {
    static constexpr std::string_view name = "descent";
    static constexpr int moments = 0;

    float rate = 0.5f;

    template <class Scalar>
    void update(const inlay::Stretch<Scalar>& s, std::uint64_t) const {
        for (std::size_t k = 0; k < s.count; ++k)
            s.weights[k] -= static_cast<Scalar>(rate) * s.gradient[k];
    }
};

/// Adagrad: a += g g, w -= rate g / sqrt(a + epsilon), with fields for a checkpoint.
struct Adagrad {
    static constexpr std::string_view name = "adagrad";
    static constexpr int moments = 1;
    static constexpr std::string_view moment_names[] = {"accumulator"};

    inlay::Rate learning_rate = 0.125;

    static void fields(auto& self, auto&& visit) { visit("learning_rate", self.learning_rate); }

    template <class Scalar>
    void update(const inlay::Stretch<Scalar>& s, std::uint64_t step) const {
        for (std::size_t k = 0; k < s.count; ++k) {
            s.moments[0][k] += s.gradient[k] * s.gradient[k];
            s.weights[k] -= static_cast<Scalar>(learning_rate.at(step)) * s.gradient[k] /
                            std::sqrt(s.moments[0][k] + Scalar{1e-7f});
        }
    }
};

}  // namespace elsewhere

using namespace inlay;

namespace {

using Line = Model<Sequential<Dense<2>>, Input<3>>;

const std::vector<float> inputs{1, -2, 0.5f, 0.25f, 3, -1}, wanted{1, 0, -1, 0.5f};

Line start() {
    Line model{3};
    model.set_weights(std::vector<float>{0.5f, -1, 0.25f, 2, -0.75f, 1, 0.125f, -0.5f});
    return model;
}

}  // namespace

TEST_CASE("a loss that repeats ours gives its bits, in training and in evaluation") {
    Line own = start(), ours = start();
    auto by_own = own.compile(Adam{}, elsewhere::Squares{});
    auto by_ours = ours.compile(Adam{}, MeanSquaredError{});
    for (int step = 0; step < 5; ++step)
        CHECK(by_own.train_on_batch(inputs, wanted)[0] ==
              by_ours.train_on_batch(inputs, wanted)[0]);
    CHECK(own.get_weights() == ours.get_weights());
    CHECK(by_own.evaluate(inputs, wanted) == by_ours.evaluate(inputs, wanted));
}

TEST_CASE("a loss keeps its fields, and its gradient reaches every weight") {
    Line model = start();
    // y = x w + b of both examples, by hand.
    const double y[4] = {0.5 - 0.5 - 0.375 + 0.125, -1 - 4 + 0.5 - 0.5, 0.125 + 0.75 + 0.75 + 0.125,
                         -0.25 + 6 - 1 - 0.5};
    double loss = 0, slope[4];
    for (int k = 0; k < 4; ++k) {
        const double d = y[k] - static_cast<double>(wanted[static_cast<std::size_t>(k)]);
        loss += std::abs(d) <= 3 ? d * d / 2 : 3 * (std::abs(d) - 1.5);
        slope[k] = std::clamp(d, -3.0, 3.0) / 4;
    }
    auto trainer = model.compile(elsewhere::Descent{.rate = 0.5f}, elsewhere::Huber{.delta = 3},
                                 elsewhere::WorstError{});
    const auto scores = trainer.train_on_batch(inputs, wanted);
    CHECK(scores[0] == doctest::Approx(loss / 4).epsilon(1e-6));
    CHECK(scores[1] == doctest::Approx((5 + 3.75) / 2).epsilon(1e-6));
    const auto moved = model.get_weights();
    const Line before = start();
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t o = 0; o < 2; ++o) {
            const double gradient = static_cast<double>(inputs[i]) * slope[o] +
                                    static_cast<double>(inputs[3 + i]) * slope[2 + o];
            CHECK(moved[i * 2 + o] ==
                  doctest::Approx(static_cast<double>(before.weights()[i * 2 + o]) - 0.5 * gradient)
                      .epsilon(1e-6));
        }
}

TEST_CASE("a loss of logits gets them, and class numbers") {
    using Classes = Model<Sequential<Dense<4, Softmax>>, Input<3>>;
    Classes own{5}, ours{5};
    auto by_own = own.compile(SGD{}, elsewhere::Surprise{}, Accuracy{});
    auto by_ours = ours.compile(SGD{}, SparseCategoricalCrossentropy{}, Accuracy{});
    const std::vector<int> labels{3, 1};
    const auto scores = by_own.train_on_batch(inputs, labels);
    const auto expected = by_ours.train_on_batch(inputs, labels);
    CHECK(scores[0] == doctest::Approx(static_cast<double>(expected[0])).epsilon(1e-6));
    CHECK(scores[1] == expected[1]);
    CHECK(own.get_weights() == ours.get_weights());
}

TEST_CASE("a metric of a user's own has its column in the history") {
    Line model = start();
    auto trainer = model.compile(SGD{}, MeanSquaredError{}, elsewhere::WorstError{});
    const History history = trainer.fit(inputs, wanted, {.epochs = 2, .verbose = 0});
    CHECK(history["worst_error"].size() == 2);
}

TEST_CASE("an optimizer of a user's own resumes from a checkpoint bit for bit") {
    const TemporaryFolder folder;
    const std::string file = (folder / "own.safetensors").string();
    Line one = start(), other{8};
    auto first = one.compile(elsewhere::Adagrad{.learning_rate = 0.25}, MeanSquaredError{});
    first.train_on_batch(inputs, wanted);
    save(first, file);
    auto second = other.compile(elsewhere::Adagrad{}, MeanSquaredError{});
    load(second, file);
    CHECK(static_cast<double>(second.optimizer().learning_rate) == 0.25);
    first.train_on_batch(inputs, wanted);
    second.train_on_batch(inputs, wanted);
    CHECK(one.get_weights() == other.get_weights());
    auto wrong = other.compile(Adam{}, MeanSquaredError{});
    CHECK_THROWS_AS(load(wrong, file), Error);
}

TEST_CASE("in double, by the core's Training as well") {
    using Net = Network<Sequential<Dense<2>>, Input<3>, double>;
    using Own = Training<Net, elsewhere::Descent, elsewhere::Huber, elsewhere::WorstError>;
    static_assert(Own::moment_count() == 0);
    static_assert(Training<Net, elsewhere::Adagrad, elsewhere::Squares>::moment_count() >=
                  Net::trainable_count);
}
