// SPDX-License-Identifier: MIT
// Spans of weights kept beyond a forward pass: builds without NDEBUG say so, and are right.
#include "../listening.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <span>
#include <string>
#include <utility>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

std::vector<std::string>& reports = Listening::reports;

/// A kernel that becomes a transformed one, a bias that does not, and a folded normalization.
using Net = Sequential<Conv2D<4, 3, 3, Same, Fast<2>>, BatchNorm<>, Flatten, Dense<2>>;
using Small = Model<Net, Input<6, 6, 1>>;

std::vector<float> outputs(const Small& model) {
    const Tensor<float> y = model.predict(std::vector<float>(36, 0.5f));
    return {y.begin(), y.end()};
}

}  // namespace

TEST_CASE("a span that is asked for anew is seen, every number of it") {
    const Listening listening;
    Small model{1}, other{1};
    const auto before = outputs(model);
    for (float& w : model.weights()) w *= 0.5f;
    for (float& w : other.weights()) w *= 0.5f;
    CHECK(outputs(model) == outputs(other));
    CHECK(outputs(model) != before);
    CHECK(reports.empty());
}

#if !defined(NDEBUG)
TEST_CASE("a span from before the last forward pass is reported when it was written to") {
    const Listening listening;
    Small model{1}, other{1};
    const std::span<float> kernel = model.weights("conv2d/kernel"), bias = model.weights();
    const std::span<float> mean = model.state();
    (void)outputs(model);
    CHECK(reports.empty());
    for (const std::span<float> kept : {kernel, bias.last(1), mean}) {
        reports.clear();
        kept[0] += 0.25f;
        const auto seen = outputs(model);
        REQUIRE(reports.size() == 1);
        CHECK(reports[0] ==
              "weights() or state() was written to through a span from before the "
              "last forward pass: ask for it anew");
        other.set_weights(model.get_weights());
        CHECK(seen == outputs(other));
        CHECK(outputs(model) == seen);
        CHECK(reports.size() == 1);
    }
    Small moved = std::move(model);
    (void)outputs(moved);
    CHECK(reports.size() == 1);
}

TEST_CASE("weights that were never handed out are not read to be watched") {
    const Listening listening;
    Small model{1};
    model.set_weights(model.get_weights());
    model.compile(Adam{}, SparseCategoricalCrossentropy{})
        .train_on_batch(std::vector<float>(36, 0.5f), std::vector<int>{1});
    (void)outputs(model);
    const_cast<float&>(std::as_const(model).weights()[0]) += 0.25f;
    (void)outputs(model);
    CHECK(reports.empty());
}
#endif
