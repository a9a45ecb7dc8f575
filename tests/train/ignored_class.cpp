// SPDX-License-Identifier: MIT
// Rows whose class the loss ignores: they are as good as not there.
#include "../message_of.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <vector>

using namespace inlay;

namespace {

constexpr std::size_t rows = 29, left = 20;  // every third row is ignored

std::vector<float> inputs(std::size_t count, bool all) {
    std::vector<float> x;
    for (std::size_t k = 0; k < count * 4; ++k)
        if (all || k / 4 % 3 != 2) x.push_back(static_cast<float>(k * 37 % 101) / 101);
    return x;
}

std::vector<int> labels(bool all, int ignored) {
    std::vector<int> y;
    for (int n = 0; n < int(rows); ++n)
        if (all || n % 3 != 2) y.push_back(n % 3 == 2 ? ignored : n * n % 5 % 3);
    return y;
}

using Net = Model<Sequential<Dense<5, Tanh>, Dense<3, Softmax>>, Input<4>>;
using Loss = SparseCategoricalCrossentropy;

doctest::Approx about(float number) { return doctest::Approx(double(number)).epsilon(1e-6); }

}  // namespace

TEST_CASE("a loss and its gradients are those of the rows that are left") {
    const std::vector<float> x = inputs(rows, true), fewer = inputs(rows, false);
    REQUIRE(fewer.size() == left * 4);
    const int before = threads();
    Net model{3};
    auto whole = model.compile(SGD{}, Loss{});
    const auto right = whole.gradients(fewer, labels(false, 0));
    for (const int ignored : {-1, 255, 3}) {
        CAPTURE(ignored);
        auto trainer = model.compile(SGD{}, Loss{.ignore_class = ignored}, Loss{}, Accuracy{},
                                     SparseTopKCategoricalAccuracy{.k = 3});
        std::vector<std::vector<float>> all;
        for (const int workers : {1, 3}) {
            threads(workers);
            all.push_back(trainer.gradients(x, labels(true, ignored)));
        }
        threads(before);
        CHECK(all[0] == all[1]);
        for (std::size_t k = 0; k < right.size(); ++k) CHECK(all[0][k] == about(right[k]));
        // A metric that is a loss has no number of a class that there is not.
        const float expected = whole.evaluate(fewer, labels(false, 0), {.batch_size = 32})[0];
        const auto scores = trainer.evaluate(x, labels(true, ignored), {.batch_size = 32});
        CHECK(scores[0] == about(expected));
        CHECK(scores[1] == about(expected));
        CHECK(scores[3] == about(float(left) / rows));
    }
    // A class that there is.
    const std::vector<int> y = labels(false, 0);
    auto trainer = model.compile(SGD{}, Loss{.ignore_class = 1}, Loss{.ignore_class = 1}, Loss{});
    const auto scores = trainer.evaluate(fewer, y, {.batch_size = 32});
    double sum = 0, count = 0;
    for (std::size_t n = 0; n < left; ++n) {
        if (y[n] == 1) continue;
        const std::vector<float> one(fewer.begin() + std::ptrdiff_t(4 * n),
                                     fewer.begin() + std::ptrdiff_t(4 * n + 4));
        sum += double(whole.evaluate(one, std::vector{y[n]})[0]);
        ++count;
    }
    CHECK(scores[0] == about(float(sum / count)));
    CHECK(scores[1] == about(float(sum / count)));
    CHECK(scores[2] == whole.evaluate(fewer, y)[0]);
}

TEST_CASE("each batch is a mean of its own, and of nothing it is 0") {
    Net model{3};
    const std::vector<float> x = inputs(3, true);
    auto trainer = model.compile(SGD{}, Loss{.ignore_class = -1});
    const auto loss = [&](std::vector<int> y, int batch) {
        return trainer.evaluate(x, y, {.batch_size = batch})[0];
    };
    const float first = loss({2, -1, -1}, 3), last = loss({-1, -1, 1}, 3);
    CHECK(loss({2, -1, 1}, 2) == about((2 * first + last) / 3));
    CHECK(loss({2, -1, 1}, 3) == about((first + last) / 2));
    CHECK(loss({-1, -1, -1}, 2) == 0);
    const std::vector<float> none = trainer.gradients(x, std::vector{-1, -1, -1});
    CHECK(std::all_of(none.begin(), none.end(), [](float slope) { return slope == 0; }));
}

TEST_CASE("other labels outside of the classes are errors") {
    Net model{3};
    const std::vector<float> x = inputs(2, true);
    CHECK(message_of([&] {
              (void)model.compile(SGD{}, Loss{.ignore_class = 255}).evaluate(x, std::vector{0, -1});
          }) ==
          "the label of example 1 is -1 but the classes of this network are 0 to 2, and the "
          "one that is ignored");
    CHECK(message_of([&] { (void)model.compile(SGD{}, Loss{.ignore_class = 1LL << 40}); }) ==
          "SparseCategoricalCrossentropy: ignore_class is 1099511627776 but needs to be a "
          "number of 32 bits");
}
