// SPDX-License-Identifier: MIT
// Weights, masks, metrics and losses of whole maps: our numbers against Keras's.
#include "scores.hpp"

#include "follow.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

using namespace inlay;

namespace {

constexpr double tolerance = 2e-6;

std::vector<float> all_of(std::span<const float> numbers) {
    return {numbers.begin(), numbers.end()};
}

std::vector<std::pair<int, float>> by_class(const keras::ScoreCase& expected) {
    std::vector<std::pair<int, float>> pairs;
    for (const float weight : expected.class_weight)
        pairs.emplace_back(static_cast<int>(pairs.size()), weight);
    return pairs;
}

/// Follows a case on a network.
template <class Net, class In, class Loss, class... Metrics>
void follow(const keras::ScoreCase& expected, Loss loss, Metrics... metrics) {
    CAPTURE(expected.name);
    Model<Net, In> model;
    keras::set(model, expected.weights);
    auto trainer = model.compile(SGD{.learning_rate = 0.1f}, loss, metrics...);

    const std::vector<float> x = all_of(expected.input), y = all_of(expected.targets);
    const std::vector<float> w = all_of(expected.sample_weight);
    FitOptions options{.batch_size = expected.batch_size,
                       .epochs = expected.epochs,
                       .validation_split = expected.validation_split,
                       .shuffle = false,
                       .verbose = 0};
    if (!w.empty()) options.sample_weight = w;
    if (!expected.class_weight.empty()) options.class_weight = by_class(expected);
    const History history = trainer.fit(x, y, options);
    if (expected.epochs != 0) keras::compare(history, expected.history, tolerance);
    keras::compare(model, expected.weights, expected.weights_after, tolerance);

    EvaluateOptions evaluated{.batch_size = expected.batch_size};
    TestOnBatchOptions tested;
    const auto first = [&](const std::vector<float>& numbers) {
        return std::span(numbers).first(numbers.size() / expected.examples * expected.batch_size);
    };
    if (!w.empty()) {
        evaluated.sample_weight = w;
        tested.sample_weight = first(w);
    }
    keras::same(trainer.evaluate(x, y, evaluated), expected.evaluate, tolerance);
    keras::same(trainer.test_on_batch(first(x), first(y), tested), expected.test_on_batch,
                tolerance);
}

using Classifier = Sequential<Dense<6, ReLU>, Dense<4, Softmax>>;
using Seven = Sequential<Dense<6, ReLU>, Dense<7, Softmax>>;
using Three = Sequential<Dense<6, ReLU>, Dense<3, Sigmoid>>;
using Numbers = Sequential<Identity>;
using Sparse = SparseCategoricalCrossentropy;

}  // namespace

TEST_CASE("all cases are followed") { CHECK(std::size(keras::scores_cases) == 34); }

TEST_CASE("metrics with sums of their own give Keras's numbers over unequal batches") {
    follow<Three, Input<5>>(
        keras::areas, BinaryCrossentropy{}, AUC{}, AUC{.curve = "PR"}, AUC{.num_thresholds = 7},
        AUC{.num_thresholds = 9, .curve = "PR", .summation_method = "majoring"},
        AUC{.num_thresholds = 9, .summation_method = "minoring"},
        AUC{.num_thresholds = 9, .curve = "PRGAIN"}, MeanSquaredError{}, BinaryCrossentropy{});
    follow<Seven, Input<5>>(keras::top_k, CategoricalCrossentropy{}, TopKCategoricalAccuracy{},
                            TopKCategoricalAccuracy{.k = 2}, CategoricalCrossentropy{},
                            MeanSquaredError{}, AUC{});
    follow<Seven, Input<5>>(keras::sparse_top_k, Sparse{}, SparseTopKCategoricalAccuracy{.k = 3},
                            SparseTopKCategoricalAccuracy{.k = 9}, MeanIoU{.num_classes = 7},
                            MeanIoU{.num_classes = 5, .ignore_class = 2, .sparse_y_pred = false});
}

TEST_CASE("so they do where predictions are tied, lie at thresholds and outside of 0 to 1") {
    const MeanSquaredError loss{};
    const auto follow_areas = [&](const auto& expected, auto... more) {
        follow<Numbers, Input<3>>(
            expected, loss, AUC{.num_thresholds = 2}, AUC{.num_thresholds = 3},
            AUC{.num_thresholds = 5}, AUC{.num_thresholds = 5, .curve = "pr"}, AUC{},
            AUC{.num_thresholds = 5, .curve = "PR", .summation_method = "minoring"}, more...);
    };
    follow_areas(keras::ties, Weighted{AUC{.num_thresholds = 5}});
    follow_areas(keras::nothing_positive);
    follow_areas(keras::all_positive);
    follow<Numbers, Input<3>>(keras::logits, loss, AUC{.from_logits = true});
    follow<Numbers, Input<7>>(
        keras::ties_of_classes, loss, TopKCategoricalAccuracy{.k = 1},
        TopKCategoricalAccuracy{.k = 3}, Accuracy{},
        MeanIoU{.num_classes = 7, .sparse_y_true = false, .sparse_y_pred = false});
    follow<Numbers, Input<3>>(keras::classes_as_numbers, loss, MeanIoU{.num_classes = 3},
                              MeanIoU{.num_classes = 2},
                              MeanIoU{.num_classes = 4, .ignore_class = 0});
}

TEST_CASE("decisions, areas, overlaps and scores of numbers are Keras's") {
    const MeanSquaredError loss{};
    follow<Numbers, Input<3>>(
        keras::decisions, loss, BinaryAccuracy{}, BinaryAccuracy{.threshold = 0.25},
        CategoricalAccuracy{}, Precision{}, Precision{.thresholds = 0.25}, Precision{.top_k = 2},
        Precision{.thresholds = 0.5, .top_k = 2, .class_id = 1}, Recall{}, Recall{.thresholds = 0},
        Recall{.top_k = 1}, Recall{.class_id = 2}, TruePositives{},
        TrueNegatives{.thresholds = 0.75}, FalsePositives{.thresholds = 1}, FalseNegatives{},
        F1Score{.average = "macro"}, F1Score{.average = "micro"},
        F1Score{.average = "weighted", .threshold = 0.25},
        FBetaScore{.average = "macro", .beta = 2.0, .threshold = 0.5},
        FBetaScore{.average = "weighted", .beta = 0.5}, Weighted{BinaryAccuracy{}},
        Weighted{Precision{}}, Weighted{FalsePositives{}},
        Weighted{F1Score{.average = "weighted"}});
    follow<Numbers, Input<3>>(
        keras::points, loss, SensitivityAtSpecificity{.specificity = 0.5},
        SensitivityAtSpecificity{.specificity = 0.75, .num_thresholds = 5, .class_id = 1},
        SpecificityAtSensitivity{.sensitivity = 0.5, .num_thresholds = 1},
        SpecificityAtSensitivity{.sensitivity = 0.4, .num_thresholds = 5},
        PrecisionAtRecall{.recall = 0.25, .num_thresholds = 5},
        RecallAtPrecision{.precision = 0.5, .num_thresholds = 2},
        RecallAtPrecision{.precision = 0.95}, AUC{.thresholds = {0.9, 0.25, 0.3}},
        AUC{.curve = "PR", .summation_method = "majoring", .thresholds = {0.5, 0.125}},
        AUC{.multi_label = true},
        AUC{.num_thresholds = 5, .curve = "PR", .multi_label = true, .label_weights = {1, 2, 0.5}},
        AUC{.label_weights = {1, 2, 0.5}}, IoU{.num_classes = 3, .target_class_ids = {0, 2}},
        IoU{.num_classes = 4, .target_class_ids = {1, 1, 3}, .ignore_class = 0}, BinaryIoU{},
        BinaryIoU{.target_class_ids = {1}, .threshold = 0.25},
        OneHotIoU{.num_classes = 3, .target_class_ids = {0, 1}}, OneHotMeanIoU{.num_classes = 3},
        OneHotMeanIoU{.num_classes = 3, .ignore_class = 1},
        Weighted{PrecisionAtRecall{.recall = 0.25}},
        Weighted{AUC{.multi_label = true, .num_labels = 3}});
    follow<Numbers, Input<3>>(keras::numbers, loss, RootMeanSquaredError{}, R2Score{},
                              R2Score{.class_aggregation = "variance_weighted_average"},
                              PearsonCorrelation{}, ConcordanceCorrelation{},
                              Weighted{RootMeanSquaredError{}}, Weighted{R2Score{}},
                              Weighted{PearsonCorrelation{}});
    follow<Three, Input<5>>(keras::decisions_in_training, BinaryCrossentropy{}, BinaryAccuracy{},
                            Precision{.thresholds = 0.45}, Recall{.top_k = 1},
                            F1Score{.average = "macro"}, R2Score{});
}

TEST_CASE("weights of examples, classes and pixels") {
    follow<Classifier, Input<5>>(keras::sample_weight, Sparse{}, Accuracy{},
                                 SparseTopKCategoricalAccuracy{.k = 2}, Weighted<Accuracy>{},
                                 Weighted<Accuracy>{}, Weighted<Sparse>{});
    follow<Three, Input<5>>(keras::sample_weight_of_rows, BinaryCrossentropy{}, Weighted<AUC>{});
    follow<Classifier, Input<5>>(keras::class_weight, Sparse{}, Accuracy{}, Weighted<Accuracy>{});
    follow<Classifier, Input<5>>(keras::class_weight_one_hot, CategoricalCrossentropy{},
                                 Weighted<Accuracy>{});
    follow<Sequential<Dense<6, ReLU>, Dense<1, Sigmoid>>, Input<5>>(
        keras::class_weight_binary, BinaryCrossentropy{}, Accuracy{}, Weighted<Accuracy>{});
    follow<Sequential<Conv2D<4, 1, 1, ReLU>, Conv2D<3, 1, 1, Softmax>>, Input<2, 3, 2>>(
        keras::weights_of_pixels, Sparse{}, Accuracy{}, MeanIoU{.num_classes = 3},
        Weighted<Accuracy>{});
}

TEST_CASE("a mask leaves its places out, of the loss and of means") {
    using Net = Sequential<Masking<0>, Dense<4, Tanh>, Dense<3, Softmax>>;
    follow<Net, Input<6, 2>>(keras::mask, Sparse{}, Accuracy{}, Sparse{});
    follow<Net, Input<6, 2>>(keras::mask_and_weights, Sparse{}, Accuracy{}, Weighted<Accuracy>{});
}

TEST_CASE("a loss ignores a class") {
    follow<Classifier, Input<5>>(keras::ignored_class, Sparse{.ignore_class = -1}, Accuracy{},
                                 Weighted<Accuracy>{});
    follow<Sequential<Masking<0>, Dense<4, Tanh>, Dense<3, Softmax>>, Input<6, 2>>(
        keras::ignored_class_of_mask, Sparse{.ignore_class = 1}, Accuracy{}, Sparse{});
}

TEST_CASE("sequences are spelt in all ways") {
    follow<Sequential<Dense<5, Tanh>, Dense<4>>, Input<6, 2>>(keras::sequences, CTC{});
}

TEST_CASE("losses of whole examples and of whole batches") {
    using Maps = Sequential<Conv2D<4, 1, 1, ReLU>, Conv2D<2, 1, 1, Sigmoid>>;
    using In = Input<2, 3, 2>;
    follow<Maps, In>(keras::dice, Dice{}, Accuracy{});
    follow<Maps, In>(keras::dice_weighted, Dice{});
    follow<Maps, In>(keras::dice_of_examples, Dice{.axis = {1, 2, 3}});
    follow<Maps, In>(keras::dice_of_examples, Dice{.axis = {-1, 2, -3}});
    follow<Maps, In>(keras::dice_of_channels, Dice{.axis = {1, 2}});
    follow<Maps, In>(keras::dice_of_channels_over_batches, Dice{.axis = {0, 1, 2}});
    const auto tversky = [](SummedAxes axis) {
        return Tversky{.alpha = 0.3, .beta = 0.8, .axis = axis};
    };
    follow<Maps, In>(keras::tversky, tversky({}), Accuracy{});
    follow<Maps, In>(keras::tversky_weighted, tversky({}));
    follow<Maps, In>(keras::tversky_of_examples, tversky({1, 2, 3}));
    follow<Maps, In>(keras::tversky_of_channels, tversky({1, 2}));
    follow<Maps, In>(keras::tversky_of_channels_over_batches, tversky({0, 1, 2}));
}
