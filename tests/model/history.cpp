// SPDX-License-Identifier: MIT
#include <inlay/model/history.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace inlay;

namespace {

/// Two epochs, in the order in which a trainer comes by the numbers.
History two_epochs() {
    History history;
    for (const float loss : {0.5f, 0.25f}) {
        history.append("loss", loss);
        history.append("accuracy", 1 - loss);
        history.append("val_loss", 2 * loss);
        history.append("val_accuracy", 1 - 2 * loss);
    }
    return history;
}

}  // namespace

TEST_CASE("a number an epoch for each key") {
    const History history = two_epochs();
    CHECK(history.epochs() == 2);
    CHECK(history["loss"] == std::vector{0.5f, 0.25f});
    CHECK(history["val_accuracy"] == std::vector{0.0f, 0.5f});
    CHECK(history.contains("accuracy"));
    CHECK_FALSE(history.contains("acc"));
}

TEST_CASE("keys in Keras's order") {
    const std::vector<std::string> keys{"accuracy", "loss", "val_accuracy", "val_loss"};
    CHECK(two_epochs().keys() == keys);
}

TEST_CASE("an unknown key is an error that lists the others") {
    CHECK_THROWS_WITH_AS(two_epochs()["acc"],
                         "History has no 'acc'; it has accuracy, loss, val_accuracy, val_loss",
                         Error);
    CHECK_THROWS_WITH_AS(History()["loss"], "History has no 'loss'; it is empty", Error);
}

TEST_CASE("an empty history") {
    const History history;
    CHECK(history.epochs() == 0);
    CHECK(history.keys().empty());
    CHECK_FALSE(history.contains("loss"));
}

TEST_CASE("a key that comes later, such as a validation of every other epoch") {
    History history;
    history.append("loss", 3);
    history.append("loss", 2);
    history.append("val_loss", 4);
    CHECK(history.epochs() == 2);
    CHECK(history["val_loss"] == std::vector{4.0f});
}

TEST_CASE("a history is a value") {
    History first = two_epochs();
    const History copy = first;
    first.append("loss", 0.125f);
    CHECK(first.epochs() == 3);
    CHECK(copy.epochs() == 2);
    const History moved = std::move(first);
    CHECK(moved["loss"] == std::vector{0.5f, 0.25f, 0.125f});
    CHECK(two_epochs()["loss"].size() == 2);
}
