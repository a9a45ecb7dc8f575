// SPDX-License-Identifier: MIT
// Metrics of what is taken for positive, or for a class: against their definitions, and what they
// say about fields that do not fit.
#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

using namespace inlay;

namespace {

constexpr std::size_t rows = 517, features = 5;

/// Numbers in eighths, so that some are equal and some lie at thresholds.
std::vector<float> eighths(std::size_t count, std::size_t step) {
    std::vector<float> numbers(count);
    for (std::size_t k = 0; k < count; ++k)
        numbers[k] = static_cast<float>(static_cast<int>((k * step + 17) % 1009 % 11) - 1) / 8;
    return numbers;
}

struct Examples {
    std::vector<float> y = eighths(rows * features, 379), t = eighths(rows * features, 83),
                       w = eighths(rows, 29);

    Examples() {
        for (float& target : t) target = target > 0.75f ? 1.0f : 0.0f;
        for (float& weight : w) weight += 0.125f;
    }

    /// The place of a number among those of its row, the first of equal ones before others.
    std::size_t place(std::size_t row, std::size_t k) const {
        const float* const of = &y[row * features];
        std::size_t before = 0;
        for (std::size_t j = 0; j < features; ++j)
            if (of[j] > of[k] || (of[j] == of[k] && j < k)) ++before;
        return before;
    }
};

/// Weights by [is positive][is taken for it], of one feature or of all.
struct Table {
    double weight[2][2]{};

    double right() const { return weight[1][1]; }
    double precision() const { return right() / (right() + weight[0][1]); }
    double recall() const { return right() / (right() + weight[1][0]); }
    double specificity() const { return weight[0][0] / (weight[0][0] + weight[0][1]); }
    double f(double beta) const {
        const double b = beta * beta;
        return (1 + b) * precision() * recall() / (b * precision() + recall());
    }
};

using Taken = std::function<bool(std::size_t row, std::size_t k)>;

Table table(const Examples& all, const Taken& taken, bool weighted = false,
            std::size_t feature = features) {
    Table made;
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t k = 0; k < features; ++k)
            if (feature == features || feature == k)
                made.weight[all.t[row * features + k] > 0][taken(row, k)] +=
                    weighted ? double(all.w[row]) : 1;
    return made;
}

template <class... Metrics>
auto scores(const Examples& all, Metrics... metrics) {
    Model<Sequential<Identity>, Input<features>> model;
    return model.compile(SGD{}, MeanSquaredError{}, metrics...)
        .evaluate(all.y, all.t, {.batch_size = 23, .sample_weight = all.w});
}

doctest::Approx about(double number) { return doctest::Approx(number).epsilon(1e-6); }

template <class Metric>
std::string says(const Metric& metric, bool sparse = false) {
    return std::string(metric.mistake(Shape{3}, sparse).view());
}

}  // namespace

TEST_CASE("decisions are counted by their definition") {
    const Examples all;
    const auto above = [&](double threshold) -> Taken {
        return [&all, threshold](std::size_t row, std::size_t k) {
            return double(all.y[row * features + k]) > threshold;
        };
    };
    const auto among = [&](std::size_t most, double threshold) -> Taken {
        return [&all, most, at = above(threshold)](std::size_t row, std::size_t k) {
            return all.place(row, k) < most && at(row, k);
        };
    };
    const auto found = scores(
        all, Precision{}, Recall{.thresholds = 0.25}, Precision{.top_k = 3},
        Recall{.top_k = 2, .class_id = 1}, Precision{.thresholds = 0.5, .top_k = 2, .class_id = 4},
        TruePositives{}, TrueNegatives{.thresholds = 1}, FalsePositives{.thresholds = 0},
        FalseNegatives{}, BinaryAccuracy{.threshold = 0.75}, Weighted{Precision{}},
        Weighted{FalseNegatives{}}, Weighted{BinaryAccuracy{}});
    const auto half = table(all, above(0.5)), weighted = table(all, above(0.5), true);
    CHECK(found[1] == about(half.precision()));
    CHECK(found[2] == about(table(all, above(0.25)).recall()));
    CHECK(found[3] == about(table(all, among(3, -2)).precision()));
    CHECK(found[4] == about(table(all, among(2, -2), false, 1).recall()));
    CHECK(found[5] == about(table(all, among(2, 0.5), false, 4).precision()));
    CHECK(found[6] == about(half.right()));
    CHECK(found[7] == about(table(all, above(1)).weight[0][0]));
    CHECK(found[8] == about(table(all, above(0)).weight[0][1]));
    CHECK(found[9] == about(half.weight[1][0]));
    const auto accurate = table(all, above(0.75));
    CHECK(found[10] == about((accurate.right() + accurate.weight[0][0]) / (rows * features)));
    CHECK(found[11] == about(weighted.precision()));
    CHECK(found[12] == about(weighted.weight[1][0]));
    const double sum = std::accumulate(all.w.begin(), all.w.end(), 0.0) * features;
    CHECK(found[13] == about((weighted.right() + weighted.weight[0][0]) / sum));
}

TEST_CASE("so are classes, and the rates at thresholds") {
    const Examples all;
    const auto largest = [&](std::size_t row, std::size_t k) {
        const float* const of = &all.y[row * features];
        return of[k] == *std::max_element(of, of + features) && of[k] != 0;
    };
    const auto found =
        scores(all, F1Score{.average = "macro"}, FBetaScore{.average = "weighted", .beta = 2},
               F1Score{.average = "micro", .threshold = 0.5}, Weighted{F1Score{.average = "macro"}},
               SensitivityAtSpecificity{.specificity = 0.6, .num_thresholds = 9},
               SpecificityAtSensitivity{.sensitivity = 0.4, .num_thresholds = 9, .class_id = 3},
               PrecisionAtRecall{.recall = 0.3, .num_thresholds = 9},
               RecallAtPrecision{.precision = 0.9f, .num_thresholds = 9},
               AUC{.num_thresholds = 9, .thresholds = {0.75, 0.125, 0.5}},
               AUC{.num_thresholds = 9, .multi_label = true, .label_weights = {1, 0, 2, 0.5, 3}},
               AUC{.num_thresholds = 9, .label_weights = {0, 0, 0, 1, 0}});
    double macro = 0, weighted_macro = 0, by_members = 0, members = 0;
    for (std::size_t k = 0; k < features; ++k) {
        const Table one = table(all, largest, false, k);
        macro += one.f(1) / features;
        weighted_macro += table(all, largest, true, k).f(1) / features;
        by_members += one.f(2) * (one.weight[1][0] + one.weight[1][1]);
        members += one.weight[1][0] + one.weight[1][1];
    }
    const auto at = [&](double threshold) -> Taken {
        return [&all, threshold](std::size_t row, std::size_t k) {
            return double(all.y[row * features + k]) > threshold;
        };
    };
    CHECK(found[1] == about(macro));
    CHECK(found[2] == about(by_members / members));
    CHECK(found[3] == about(table(all, at(0.5)).f(1)));
    CHECK(found[4] == about(weighted_macro));
    double best[4]{};
    for (int t = 0; t < 9; ++t) {
        const Table one = table(all, at(t / 8.0)), of_class = table(all, at(t / 8.0), false, 3);
        if (one.specificity() >= 0.6) best[0] = std::max(best[0], one.recall());
        if (of_class.recall() >= 0.4) best[1] = std::max(best[1], of_class.specificity());
        if (one.recall() >= 0.3) best[2] = std::max(best[2], one.precision());
        if (one.right() > 0 && one.precision() >= 0.9) best[3] = std::max(best[3], one.recall());
    }
    for (std::size_t k = 0; k < 4; ++k) CHECK(found[5 + k] == about(best[k]));

    /// The area below the recall by the share of others that are taken for positive.
    const auto area = [&](const std::vector<double>& thresholds, std::size_t feature) {
        double sum = 0;
        for (std::size_t n = 0; n + 1 < thresholds.size(); ++n) {
            const Table low = table(all, at(thresholds[n]), false, feature);
            const Table high = table(all, at(thresholds[n + 1]), false, feature);
            sum += (high.specificity() - low.specificity()) * (low.recall() + high.recall()) / 2;
        }
        return sum;
    };
    std::vector<double> even{-1};
    for (int t = 1; t < 9; ++t) even.push_back(t / 8.0);
    even.back() = 2;
    CHECK(found[9] == about(area({-1e-7, 0.125, 0.5, 0.75, 1.0000001}, features)));
    double areas = 0;
    const double weights[]{1, 0, 2, 0.5, 3};
    for (std::size_t k = 0; k < features; ++k) areas += weights[k] * area(even, k) / 6.5;
    CHECK(found[10] == about(areas));
    CHECK(found[11] == about(area(even, 3)));
}

TEST_CASE("scores of numbers keep their digits far from zero") {
    Examples all;
    double residual[features]{}, spread[features]{}, mean[features]{}, squares = 0;
    for (std::size_t k = 0; k < rows * features; ++k) {
        all.y[k] += 4096;
        all.t[k] += 4096;
        mean[k % features] += double(all.t[k]) / rows;
    }
    for (std::size_t k = 0; k < rows * features; ++k) {
        residual[k % features] += std::pow(double(all.t[k] - all.y[k]), 2);
        spread[k % features] += std::pow(double(all.t[k]) - mean[k % features], 2);
        squares += std::pow(double(all.t[k] - all.y[k]), 2);
    }
    double scored = 0, shared = 0, spreads = 0;
    for (std::size_t k = 0; k < features; ++k) {
        scored += (1 - residual[k] / spread[k]) / features;
        shared += spread[k] - residual[k];
        spreads += spread[k];
    }
    constexpr double n = rows * features;
    const auto found =
        scores(all, R2Score{}, R2Score{"variance_weighted_average"}, R2Score{.num_regressors = 12},
               R2Score{.num_regressors = rows * features}, RootMeanSquaredError{});
    CHECK(found[1] == about(scored));
    CHECK(found[2] == about(shared / spreads));
    CHECK(found[3] == about(1 - (1 - scored) * (n - 1) / (n - 13)));
    CHECK(found[4] == found[1]);
    CHECK(found[5] == about(std::sqrt(squares / n)));
}

TEST_CASE("fields that do not fit are told") {
    CHECK(says(Precision{.thresholds = 1.5}) ==
          "Precision: thresholds is 1.5 but needs to be from 0 to 1");
    CHECK(says(Recall{.thresholds = std::nan("")}) ==
          "Recall: thresholds is no finite number but needs to be from 0 to 1");
    CHECK(says(FalseNegatives{.thresholds = -1}) ==
          "FalseNegatives: thresholds is -1 but needs to be from 0 to 1");
    CHECK(says(Precision{.top_k = 4}) ==
          "Precision: top_k is 4 but needs to be from 1 to 3: the output has 3 features");
    CHECK(says(Recall{.class_id = 3}) ==
          "Recall: class_id is 3 but needs to be from 0 to 2: the output has 3 features");
    CHECK(says(F1Score{}) ==
          "F1Score: average is left out but needs to be micro, macro or weighted: "
          "a metric is one number, and the output has 3 classes");
    CHECK(F1Score{}.mistake(Shape{1}, false).empty());
    CHECK(says(FBetaScore{.average = "mean"}) ==
          "FBetaScore: average is 'mean' but needs to be micro, macro or weighted");
    CHECK(says(FBetaScore{.average = "micro", .beta = 0}) ==
          "FBetaScore: beta is 0 but needs to be greater than 0");
    CHECK(says(F1Score{.average = "micro", .threshold = 0}) ==
          "F1Score: threshold is 0 but needs to be greater than 0 and at most 1");
    CHECK(says(PrecisionAtRecall{}) ==
          "PrecisionAtRecall: recall is -1 but needs to be from 0 to 1");
    CHECK(says(RecallAtPrecision{.precision = 0.5, .num_thresholds = 0}) ==
          "RecallAtPrecision: num_thresholds is 0 but needs to be 1 at least");
    CHECK(says(AUC{.thresholds = {0.5, 2}}) == "AUC: a threshold is 2 but needs to be from 0 to 1");
    CHECK(says(AUC{.num_labels = 3}) == "AUC: num_labels is given but multi_label is not true");
    CHECK(says(AUC{.multi_label = true, .num_labels = 2}) ==
          "AUC: num_labels is 2 but needs to be 3, the features of the output");
    CHECK(says(AUC{.label_weights = {1, 2}}) ==
          "AUC: label_weights has 2 numbers but the output has 3 features");
    CHECK(says(R2Score{.class_aggregation = "sum"}) ==
          "R2Score: class_aggregation is 'sum' but needs to be uniform_average or "
          "variance_weighted_average");
    CHECK(says(R2Score{.num_regressors = -1}) ==
          "R2Score: num_regressors is -1 but needs to be 0 at least");
    CHECK(says(IoU{.num_classes = 3}) ==
          "IoU: target_class_ids is empty but needs a class at least");
    CHECK(says(IoU{.num_classes = 3, .target_class_ids = {0, 3}}) ==
          "IoU: a class of target_class_ids is 3 but needs to be from 0 to 2");
    CHECK(says(BinaryIoU{.target_class_ids = {2}}) ==
          "BinaryIoU: a class of target_class_ids is 2 but needs to be from 0 to 1");
    CHECK(says(OneHotMeanIoU{}) == "OneHotMeanIoU: num_classes is 0 but needs to be 1 at least");
}
