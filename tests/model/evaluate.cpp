// SPDX-License-Identifier: MIT
// evaluate and predict: their options, and Keras's bar and lines.
#include "../message_of.hpp"
#include "../printed.hpp"
#include "../threads.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <regex>
#include <string>
#include <vector>

using namespace inlay;

namespace {

using Net = Sequential<Conv2D<4, 3, 3, ReLU, Same>, BatchNorm<>, Flatten, Dense<3, Softmax>>;
using Small = Model<Net, Input<5, 5, 1>>;

struct Data {
    std::vector<float> x;
    std::vector<int> y;

    explicit Data(std::size_t count) : x(count * 25), y(count) {
        for (std::size_t k = 0; k < x.size(); ++k) x[k] = static_cast<float>(k * 31 % 97) / 97;
        for (std::size_t n = 0; n < count; ++n) y[n] = static_cast<int>(n * 7 % 3);
    }
};

/// What a call prints.
template <class Call>
std::string printed(Call&& call) {
    Printed out(stdout);
    call();
    return out.text();
}

bool matches(const std::string& text, const std::string& pattern) {
    INFO(text);
    return std::regex_match(text, std::regex(pattern));
}

const std::string seconds = "[0-9]+s", rate = "[0-9]+(us|ms|s)/step";
const std::string number = "[0-9.e+-]+";

/// The end of a bar of a file: bold count, full bar, bold time, rate.
std::string bar(int steps) {
    const std::string count = std::to_string(steps) + "/" + std::to_string(steps);
    return "\n\x1b\\[1m" + count +
           "\x1b\\[0m \x1b\\[32m(━){20}\x1b\\[0m\x1b\\[37m\x1b\\[0m \x1b\\[1m" + seconds +
           "\x1b\\[0m " + rate;
}

}  // namespace

TEST_CASE("evaluate prints Keras's line or bar, and nothing unless asked") {
    Small model{1};
    const Data data(70);
    auto trainer = model.compile(SGD{}, SparseCategoricalCrossentropy{}, Accuracy{});
    const auto scores = trainer.evaluate(data.x, data.y);
    const auto run = [&](EvaluateOptions options) {
        return printed([&] { CHECK(trainer.evaluate(data.x, data.y, options) == scores); });
    };
    CHECK(run({}) == "");
    CHECK(run({.verbose = 0}) == "");
    CHECK(matches(run({.verbose = 2}), "3/3 - " + seconds + " - " + rate +
                                           " - accuracy: " + number + " - loss: " + number + "\n"));
    CHECK(matches(run({.batch_size = 70, .verbose = 2}), "1/1 - " + seconds + " - " + rate +
                                                             " - accuracy: " + number +
                                                             " - loss: " + number + "\n"));
    CHECK(matches(run({.batch_size = INT64_MAX, .verbose = 2}), "1/1 - " + seconds + " - " + rate +
                                                                    " - accuracy: " + number +
                                                                    " - loss: " + number + "\n"));
    const std::string drawn = run({.batch_size = 7, .verbose = 1});
    CHECK(matches(drawn.substr(drawn.rfind("\n\x1b")),
                  bar(10) + " - accuracy: " + number + " - loss: " + number + "\n"));
}

TEST_CASE("predict prints Keras's line or bar, and nothing unless asked") {
    Small model{1};
    const Data data(65);
    const Tensor outputs = model.predict(data.x);
    const auto run = [&](PredictOptions options) {
        return printed([&] { CHECK(std::ranges::equal(model.predict(data.x, options), outputs)); });
    };
    CHECK(run({}) == "");
    CHECK(matches(run({.verbose = 2}), "3/3 - " + seconds + " - " + rate + "\n"));
    const std::string drawn = run({.batch_size = 1, .verbose = 1});
    CHECK(matches(drawn.substr(drawn.rfind("\n\x1b")), bar(65) + "\n"));
    CHECK(printed([&] { (void)model.predict(std::vector<float>{}, {.verbose = 1}); }) == "");
}

TEST_CASE("scores and outputs have the same bits for every batch size and number of threads") {
    Small model{2};
    const Data data(133);
    auto trainer = model.compile(SGD{}, SparseCategoricalCrossentropy{}, Accuracy{});
    const auto scores = trainer.evaluate(data.x, data.y);
    const Tensor outputs = model.predict(data.x);
    for (const int workers : {1, 2, 3}) {
        const Threads scope(workers);
        for (const int batch : {1, 2, 5, 16, 31, 32, 64, 1000}) {
            CHECK(trainer.evaluate(data.x, data.y, {.batch_size = batch}) == scores);
            CHECK(std::ranges::equal(model.predict(data.x, {.batch_size = batch}), outputs));
        }
    }
    CHECK(message_of([&] { (void)trainer.evaluate(data.x, data.y, {.batch_size = 0}); }) ==
          "batch_size is 0 but needs to be 1 at least");
}

TEST_CASE("a small batch runs so many examples at a time") {
    using Groups = Small::Groups;
    static_assert(Groups::size >= 16);
    CHECK(Groups::at_once(1) == 1);
    CHECK(Groups::at_once(5) == 5);
    CHECK(Groups::at_once(32) == Groups::size);
    CHECK(Groups::at_once(1000) == Groups::size);
}

TEST_CASE("logits that are made while the input is gathered are those of the loss") {
    Model<Sequential<Rescaling<2>, Softmax>, Input<3>> model;
    auto trainer = model.compile(SGD{}, SparseCategoricalCrossentropy{});
    const float loss =
        trainer.evaluate(std::vector<float>{1, 2, 3}, std::vector<int>{2}, {.verbose = 0})[0];
    CHECK(loss == doctest::Approx(std::log(1 + std::exp(-2.0) + std::exp(-4.0))));
}
