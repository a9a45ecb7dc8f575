// SPDX-License-Identifier: MIT
// Metrics with sums of their own: against their definitions, on any number of threads, in any
// batches, and those of a user's own.
#include "../message_of.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace elsewhere {

/// The largest distance of all rows: joined by the larger one, not by a sum.
struct WorstOfAll {
    static constexpr std::string_view name = "worst_of_all";
    static constexpr bool sparse = false;

    std::size_t sums() const { return 1; }

    template <bool, class Scalar>
    void add(double* sums, const Scalar* y, const inlay::Target<Scalar>& target,
             std::size_t features, double) const {
        for (std::size_t k = 0; k < features; ++k)
            sums[0] = std::max(sums[0], std::abs(static_cast<double>(y[k] - target.row[k])));
    }

    void join(double* sums, const double* others) const { sums[0] = std::max(sums[0], others[0]); }

    double result(const double* sums) const { return sums[0]; }
};

/// The share of rows whose largest output is above a bound: a field, and no default constructor.
struct Bold {
    static constexpr std::string_view name = "bold";

    float bound;

    explicit Bold(float b) : bound(b) {}

    template <bool, class Scalar>
    Scalar row(const Scalar* y, const inlay::Target<Scalar>&, std::size_t features) const {
        return *std::max_element(y, y + features) > static_cast<Scalar>(bound) ? 1 : 0;
    }
};

}  // namespace elsewhere

using namespace inlay;

namespace {

using Reals = std::vector<float>;

Reals pattern(std::size_t count, std::size_t step) {
    Reals numbers(count);
    for (std::size_t k = 0; k < count; ++k)
        numbers[k] = static_cast<float>((k * step + 17) % 1009) / 1009;
    return numbers;
}

/// The area by its definition, at each threshold a look at all predictions.
double area(const Reals& y, const Reals& t, const Reals& w, int thresholds, bool precision) {
    std::vector<double> tp, fp;
    double positives = 0, negatives = 0;
    for (std::size_t k = 0; k < t.size(); ++k) (t[k] != 0 ? positives : negatives) += double(w[k]);
    for (int i = 0; i < thresholds; ++i) {
        const double at = i == 0 ? -1e-7 : i / (thresholds - 1.0);
        double right = 0, wrong = 0;
        for (std::size_t k = 0; k < y.size(); ++k)
            if (double(y[k]) > at) (t[k] != 0 ? right : wrong) += double(w[k]);
        tp.push_back(right);
        fp.push_back(wrong);
    }
    double sum = 0;
    for (std::size_t i = 0; i + 1 < tp.size(); ++i) {
        if (!precision) {
            sum += (fp[i] - fp[i + 1]) / negatives * (tp[i] + tp[i + 1]) / 2 / positives;
            continue;
        }
        // The integral of precision by recall between two thresholds, in many small steps.
        constexpr int steps = 20000;
        for (int s = 0; s < steps; ++s) {
            const double part = (s + 0.5) / steps;
            const double right = tp[i + 1] + part * (tp[i] - tp[i + 1]);
            const double all = right + fp[i + 1] + part * (fp[i] - fp[i + 1]);
            if (all > 0) sum += right / all * (tp[i] - tp[i + 1]) / steps / positives;
        }
    }
    return sum;
}

template <class Metric>
float of_outputs(const Reals& y, const Reals& t, Metric metric, const Reals& w = {}) {
    Model<Sequential<Identity>, Input<1>> model;
    EvaluateOptions options;
    if (!w.empty()) options.sample_weight = w;
    return model.compile(SGD{}, MeanSquaredError{}, metric).evaluate(y, t, options)[1];
}

}  // namespace

TEST_CASE("areas are those of their definition") {
    // 8 intervals: thresholds and predictions in eighths are exact, so that ties are ties.
    Reals y = pattern(3001, 37), t(3001), w = pattern(3001, 101);
    const Reals ones(3001, 1.0f);
    for (std::size_t k = 0; k < y.size(); ++k) {
        if (k % 3 == 0) y[k] = std::round(y[k] * 8) / 8;
        t[k] = (y[k] + pattern(3001, 419)[k] > 1) ? 1.0f : 0.0f;
    }
    const auto near = [](double right) { return doctest::Approx(right).epsilon(1e-6); };
    CHECK(of_outputs(y, t, AUC{.num_thresholds = 9}) == near(area(y, t, ones, 9, false)));
    CHECK(of_outputs(y, t, AUC{.num_thresholds = 9, .curve = "PR"}) ==
          near(area(y, t, ones, 9, true)));
    CHECK(of_outputs(y, t, Weighted{AUC{.num_thresholds = 9}}, w) == near(area(y, t, w, 9, false)));
    CHECK(of_outputs(y, t, Weighted{AUC{.num_thresholds = 9, .curve = "PR"}}, w) ==
          near(area(y, t, w, 9, true)));
    // Perfect, reversed, all the same.
    const Reals truth{0, 1, 1, 0, 1}, opposite{1, 0, 0, 1, 0};
    CHECK(of_outputs(truth, truth, AUC{}) == 1);
    CHECK(of_outputs(opposite, truth, AUC{}) == 0);
    CHECK(of_outputs(Reals(5, 0.5f), truth, AUC{}) == 0.5f);
    CHECK(of_outputs(truth, truth, AUC{.curve = "PR"}) == 1);
    // A NaN lies above no threshold but the first; 0.5 is not above a threshold of 0.5.
    CHECK(of_outputs(Reals{std::nanf(""), 0.25f}, Reals{1, 0}, AUC{}) == 0);
    CHECK(of_outputs(Reals{0.5f, 0.25f}, Reals{1, 0}, AUC{.num_thresholds = 3}) == 0.5f);
    CHECK(of_outputs(Reals{0.51f, 0.5f}, Reals{1, 0}, AUC{.num_thresholds = 3}) == 1);
}

TEST_CASE("intersections over unions are those of a confusion matrix") {
    constexpr int classes = 5;
    constexpr std::size_t count = 203;
    Model<Sequential<Identity>, Input<3, 1, classes>> model;
    const Reals y = pattern(count * 3 * classes, 379);
    std::vector<int> labels(count * 3);
    for (std::size_t k = 0; k < labels.size(); ++k) labels[k] = static_cast<int>(k * k % 4);
    double matrix[classes][classes]{};
    for (std::size_t k = 0; k < labels.size(); ++k) {
        const auto row = y.begin() + static_cast<std::ptrdiff_t>(k * classes);
        ++matrix[labels[k]][std::max_element(row, row + classes) - row];
    }
    double total = 0, present = 0;
    for (int c = 0; c < classes; ++c) {
        double any = -matrix[c][c];
        for (int j = 0; j < classes; ++j) any += matrix[c][j] + matrix[j][c];
        if (any > 0) total += matrix[c][c] / any;
        if (any > 0) ++present;
    }
    auto trainer =
        model.compile(SGD{}, SparseCategoricalCrossentropy{}, MeanIoU{.num_classes = classes});
    CHECK(trainer.evaluate(y, labels)[1] == doctest::Approx(total / present).epsilon(1e-6));
}

TEST_CASE("sums have the same bits for every number of threads and size of a batch") {
    using Net = Sequential<Dense<9, Tanh>, Dense<3, Sigmoid>>;
    const Reals x = pattern(131 * 4, 29), w = pattern(131, 7);
    Reals t = pattern(131 * 3, 83);
    for (float& number : t) number = std::round(number);
    const int before = threads();
    std::vector<std::vector<float>> all;
    for (const int workers : {1, 2, 7}) {
        threads(workers);
        Model<Net, Input<4>> model{3};
        auto trainer = model.compile(Adam{}, BinaryCrossentropy{}, AUC{.curve = "PR"},
                                     Weighted{AUC{.num_thresholds = 30}},
                                     Weighted<MeanSquaredError>{}, elsewhere::WorstOfAll{});
        const History history = trainer.fit(x, t,
                                            {.batch_size = 29,
                                             .epochs = 2,
                                             .validation_split = 0.3,
                                             .verbose = 0,
                                             .sample_weight = w});
        std::vector<float> numbers = model.get_weights();
        for (const std::string& key : history.keys())
            for (const float number : history[key]) numbers.push_back(number);
        for (const int batch : {1, 5, 32, 1000}) {
            const auto scores = trainer.evaluate(x, t, {.batch_size = batch, .sample_weight = w});
            if (batch == 1) numbers.insert(numbers.end(), scores.begin(), scores.end());
            CHECK(std::equal(scores.begin(), scores.end(), numbers.end() - 5));
        }
        all.push_back(numbers);
    }
    threads(before);
    CHECK(all[0] == all[1]);
    CHECK(all[0] == all[2]);
}

TEST_CASE("metrics of a user's own keep their fields and join in their way") {
    Model<Sequential<Identity>, Input<2>> model;
    Reals y(2 * 517), t(2 * 517);
    y[700] = 3;
    auto trainer = model.compile(SGD{}, MeanSquaredError{}, elsewhere::WorstOfAll{},
                                 elsewhere::Bold{2}, elsewhere::Bold{4});
    const auto scores = trainer.evaluate(y, t);
    CHECK(scores[1] == 3);
    CHECK(scores[2] == 1.0f / 517);
    CHECK(scores[3] == 0);
    CHECK(trainer.train_on_batch(y, t) == scores);
}

TEST_CASE("one type is a loss and a metric") {
    Model<Sequential<Dense<3, Softmax>>, Input<4>> model{5};
    const Reals x = pattern(11 * 4, 29);
    Reals t(33);
    for (std::size_t n = 0; n < 11; ++n) t[3 * n + n % 3] = 1;
    auto trainer = model.compile(SGD{}, CategoricalCrossentropy{}, CategoricalCrossentropy{},
                                 MeanSquaredError{}, BinaryCrossentropy{.label_smoothing = 0.5});
    const auto scores = trainer.evaluate(x, t);
    CHECK(scores[1] == scores[0]);
    CHECK(scores[2] == model.compile(SGD{}, MeanSquaredError{}).evaluate(x, t)[0]);
    CHECK(scores[3] ==
          model.compile(SGD{}, BinaryCrossentropy{.label_smoothing = 0.5}).evaluate(x, t)[0]);
    const History history = trainer.fit(x, t, {.verbose = 0});
    CHECK(history.keys() == std::vector<std::string>{"binary_crossentropy",
                                                     "categorical_crossentropy", "loss",
                                                     "mean_squared_error"});
}

TEST_CASE("memory for sums is told") {
    using Net = Network<Sequential<Dense<3, Sigmoid>>, Input<4>>;
    using Plain = Training<Net, SGD, BinaryCrossentropy>;
    using Areas = Training<Net, SGD, BinaryCrossentropy, AUC>;
    static_assert(Plain::sum_count() == 8 * (2 + 2));  // of the loss, and of the penalties
    static_assert(Areas::sum_count() == 8 * (2 + 402 + 2));
    static_assert(Areas::sum_count({.metrics = {AUC{.num_thresholds = 10}}}) == 8 * 26);
    static_assert(Areas::bytes(32) - Plain::bytes(32) == 8 * 402 * sizeof(double));
}

TEST_CASE("fields that do not fit are told when a model is compiled") {
    Model<Sequential<Dense<3, Softmax>>, Input<4>> model;
    const auto says = [&](auto loss, auto metric) {
        return message_of([&] { (void)model.compile(SGD{}, loss, metric); });
    };
    const SparseCategoricalCrossentropy sparse;
    const MeanSquaredError square;
    CHECK(says(sparse, MeanIoU{}) == "MeanIoU: num_classes is 0 but needs to be 1 at least");
    CHECK(says(square, MeanIoU{.num_classes = 3, .sparse_y_pred = false}) ==
          "MeanIoU: of rows of 3 numbers sparse_y_true and sparse_y_pred are both true or both "
          "false");
    CHECK(says(sparse, MeanIoU{.num_classes = 3, .sparse_y_pred = false}) == "no error");
    CHECK(says(sparse, SparseTopKCategoricalAccuracy{.k = 0}) ==
          "SparseTopKCategoricalAccuracy: k is 0 but needs to be 1 at least");
    CHECK(says(square, AUC{.num_thresholds = 1}) ==
          "AUC: num_thresholds is 1 but needs to be 2 at least");
    CHECK(says(square, Weighted{AUC{.curve = "RCO"}}) ==
          "AUC: curve is 'RCO' but needs to be ROC, PR or PRGAIN");
    CHECK(says(square, AUC{.summation_method = "sum"}) ==
          "AUC: summation_method is 'sum' but needs to be interpolation, minoring or majoring");
    CHECK(says(Dice{.axis = {0, 2}}, Accuracy{}) ==
          "Dice: axis has 2 but a batch of outputs has axes 0 to 1");
    Model<Sequential<Conv2D<2, 1, 1>>, Input<3, 3, 1>> maps;
    CHECK(message_of([&] { (void)maps.compile(SGD{}, Tversky{.axis = {1, 3}}); }) ==
          "Tversky: axis lacks 2; it may leave out 0, the examples, and the last axis alone");
}
