// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_CONFUSION_MATRIX_HPP
#define INLAY_MODEL_CONFUSION_MATRIX_HPP
// How often each class is taken for which.

#include <inlay/host/error.hpp>
#include <inlay/model/array.hpp>
#include <inlay/model/tensor.hpp>
#include <inlay/train/metric.hpp>
#include <inlay/train/rate.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace inlay::INLAY_ABI {

/// Options of confusion_matrix: how many classes there are, 0 for as many as the largest number of
/// one needs; and what each label weighs.
struct ConfusionMatrixOptions {
    Whole num_classes = 0;
    ArrayView weights{};
};

/// A row for each class that is meant, a column for each that it is taken for, and in each place
/// how many labels are so, or what these weigh: (classes, classes). Labels are whole numbers from 0
/// on, in an array of any shape; predictions are as many, or a row for each label, (n, classes),
/// whose largest number is the class. An Error says where a number is no class.
INLAY_COLD Tensor<double> confusion_matrix(const ArrayView& labels, const ArrayView& predictions,
                                           const ConfusionMatrixOptions& options = {});

#if INLAY_BODIES

namespace confusion {

/// The classes that an array holds, each number by itself or as the largest of so many.
INLAY_BODY std::vector<std::size_t> classes_of(const ArrayView& array, std::string_view what,
                                               std::size_t features, std::int64_t limit) {
    std::vector<std::size_t> classes(array.size() / features);
    std::vector<double> row(features);
    for (std::size_t n = 0; n < classes.size(); ++n) {
        array.read(n * features, features, row.data());
        const bool whole = features > 1 || (row[0] >= 0 && row[0] < static_cast<double>(limit));
        classes[n] = features > 1 ? scoring::largest(row.data(), features)
                     : whole      ? static_cast<std::size_t>(row[0])
                                  : 0;
        if (!whole || (features == 1 && static_cast<double>(classes[n]) != row[0]))
            fail(Text() << "confusion_matrix: " << what << " " << n << " is " << array.text(n)
                        << " but needs to be a whole number from 0 to " << limit - 1);
    }
    return classes;
}

}  // namespace confusion

INLAY_BODY Tensor<double> confusion_matrix(const ArrayView& labels, const ArrayView& predictions,
                                           const ConfusionMatrixOptions& options) {
    const std::size_t count = labels.size();
    const std::size_t last =
        predictions.shape().size() > 1 ? predictions.shape()[predictions.shape().size() - 1] : 1;
    const std::size_t features = predictions.size() != count && last != 0 ? last : 1;
    if (predictions.size() != count * features)
        fail(Text() << "confusion_matrix: found " << count << " labels and predictions of shape "
                    << shape_text(predictions.shape()) << ": as many classes, or rows of numbers");
    if (!options.weights.empty() && options.weights.size() != count)
        fail(Text() << "confusion_matrix: found " << count << " labels and "
                    << options.weights.size() << " weights");

    // So many classes have a matrix that fits into memory.
    constexpr std::int64_t most = 1 << 15;
    const std::int64_t given = options.num_classes.value, limit = given == 0 ? most : given;
    if (given < 0 || given > most)
        fail(Text() << "confusion_matrix: num_classes is " << given << " but needs to be from 0 to "
                    << most);
    const auto truths = confusion::classes_of(labels, "label", 1, limit);
    const auto taken = confusion::classes_of(predictions, "prediction", features, limit);
    std::size_t classes = given != 0     ? static_cast<std::size_t>(given)
                          : features > 1 ? features
                                         : 0;
    for (std::size_t n = 0; n < count; ++n) {
        if (given == 0 && truths[n] >= classes) classes = truths[n] + 1;
        if (given == 0 && taken[n] >= classes) classes = taken[n] + 1;
        if (taken[n] >= classes)
            fail(Text() << "confusion_matrix: prediction " << n << " is " << taken[n]
                        << " but needs to be a whole number from 0 to " << limit - 1);
    }

    Tensor<double> matrix({classes, classes});
    for (std::size_t n = 0; n < count; ++n) {
        double weight = 1;
        if (!options.weights.empty()) options.weights.read(n, 1, &weight);
        matrix(truths[n], taken[n]) += weight;
    }
    return matrix;
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::confusion_matrix;
using INLAY_ABI::ConfusionMatrixOptions;
}  // namespace inlay

#endif  // INLAY_MODEL_CONFUSION_MATRIX_HPP
