// SPDX-License-Identifier: MIT
// What scores are called, as Keras calls them.
#include <inlay/core.hpp>
#include <inlay/train/score_names.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace inlay;

namespace {

template <class... Metrics>
std::string names(std::string_view prefix = "") {
    std::string all;
    for (const auto& name : inlay::INLAY_ABI::names_of_output<Metrics...>(prefix))
        all += std::string(name.view()) + ' ';
    return all;
}

using W = Weighted<Accuracy>;

}  // namespace

TEST_CASE("metrics of one name are numbered, weighted ones are told by their weights first") {
    CHECK(names<>() == "loss ");
    CHECK(names<Accuracy, AUC, Accuracy, MeanIoU, AUC, Accuracy>() ==
          "loss accuracy auc accuracy_1 mean_io_u auc_1 accuracy_2 ");
    CHECK(names<MeanSquaredError, SparseTopKCategoricalAccuracy>("val_") ==
          "val_loss val_mean_squared_error val_sparse_top_k_categorical_accuracy ");
    // Keras names the plain ones first, wherever they stand.
    CHECK(names<W>() == "loss accuracy ");
    CHECK(names<W, W, W>() == "loss accuracy weighted_accuracy weighted_accuracy_1 ");
    CHECK(names<Accuracy, W, W>() == "loss accuracy weighted_accuracy weighted_accuracy_1 ");
    CHECK(names<W, Accuracy, W>("val_") ==
          "val_loss val_weighted_accuracy val_accuracy val_weighted_accuracy_1 ");
    CHECK(names<W, Weighted<AUC>, Accuracy, Accuracy>() ==
          "loss weighted_accuracy auc accuracy accuracy_1 ");
}
