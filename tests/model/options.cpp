// SPDX-License-Identifier: MIT
// Options at their edges: numbers of every type and size, what was not given, what is stored.
#include "../message_of.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

using Net = Model<Sequential<Dropout<0.5>, Dense<2, Softmax>>, Input<2>>;

std::vector<float> inputs() {
    std::vector<float> x(40);
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = static_cast<float>(k * 7 % 11) / 11;
    return x;
}

std::vector<int> labels() {
    std::vector<int> y(20);
    for (std::size_t n = 0; n < y.size(); ++n) y[n] = static_cast<int>(n * n % 3 % 2);
    return y;
}

std::vector<float> trained(FitOptions options) {
    Net model{42};
    auto trainer = model.compile(SGD{.learning_rate = 0.5}, SparseCategoricalCrossentropy{});
    options.verbose = 0;
    options.batch_size = 5;
    trainer.fit(inputs(), labels(), options);
    return model.get_weights();
}

/// What fit says of these options; nothing is trained where it says something.
std::string said(const FitOptions& options) {
    Net model{42};
    auto trainer = model.compile(SGD{}, SparseCategoricalCrossentropy{});
    const std::vector<float> before = model.get_weights();
    const std::string message = message_of([&] { trainer.fit(inputs(), labels(), options); });
    CHECK((message == "no error" || model.get_weights() == before));
    return message;
}

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("a seed is any of 2^64 numbers, or was not given") {
    const std::vector<float> unseeded = trained({});
    CHECK(trained({.seed = 42}) == unseeded);  // the model's
    CHECK(trained({.seed = {}}) == unseeded);
    CHECK(trained({.seed = 0}) != unseeded);
    const std::uint64_t high = std::uint64_t{1} << 63;
    const std::vector<float> large = trained({.seed = high});
    CHECK(large != unseeded);
    CHECK(large == trained({.seed = high}));
    CHECK(large != trained({.seed = high + 1}));
    CHECK(large != trained({.seed = 0}));
    CHECK(trained({.seed = UINT64_MAX}) != unseeded);
    CHECK(trained({.seed = std::int8_t{7}}) == trained({.seed = 7ull}));
    CHECK(said({.seed = -5}) == "seed is -5 but needs to be 0 at least");
    CHECK(said({.seed = -1}) == "seed is -1 but needs to be 0 at least");
    CHECK(said({.seed = INT64_MIN}) == "seed is -9223372036854775808 but needs to be 0 at least");
}

TEST_CASE("a share is the number that was written, however small") {
    CHECK(Share(0.1f).value == 0.1);
    CHECK(Share(0.3f).value == 0.3);
    CHECK(Share(1e-8f).value == 1e-8);
    CHECK(Share(0.99999994f).value == doctest::Approx(0.99999994));
    CHECK(Share(1e-30f).value == static_cast<double>(1e-30f));
    CHECK(Share(1.0f / 3).value == 0.33333334);
    CHECK(Share(0.25L).value == 0.25);
    CHECK(Share(-0.5f).value == -0.5);
    CHECK(Share(std::numeric_limits<float>::infinity()).value == infinity);
    CHECK(Share(std::numeric_limits<float>::quiet_NaN()).value !=
          Share(std::numeric_limits<float>::quiet_NaN()).value);
    static_assert(Share(0.1f).value == 0.1);
}

TEST_CASE("a validation_split that cannot be is refused") {
    const std::string range = " but lies between 0 and 1";
    CHECK(said({.validation_split = nan, .verbose = 0}) == "validation_split is nan" + range);
    CHECK(said({.validation_split = std::numeric_limits<float>::quiet_NaN(), .verbose = 0}) ==
          "validation_split is nan" + range);
    CHECK(said({.validation_split = infinity, .verbose = 0}) == "validation_split is inf" + range);
    CHECK(said({.validation_split = 1e30f, .verbose = 0}) ==
          "validation_split is 1.000000e+30" + range);
    CHECK(said({.validation_split = -0.25, .verbose = 0}) ==
          "validation_split is -0.250000" + range);
    CHECK(said({.validation_split = 1, .verbose = 0}) == "validation_split is 1" + range);
    CHECK(said({.validation_split = nan, .validation_data = {inputs(), labels()}, .verbose = 0}) ==
          "validation_split is nan" + range);
    CHECK(said({.validation_split = 1e-20, .verbose = 0}) ==
          "a validation_split of 1.000000e-20 leaves 20 of 20 examples to train on and 0 to "
          "validate on");
}

TEST_CASE("a small validation_split validates on one example, as in Keras") {
    for (const Share share : {Share(1e-8), Share(1e-8f), Share(1e-7f)}) {
        const epochs::Parts parts = epochs::split(20, share.value);
        CHECK(parts.training.count == 19);
        CHECK(parts.validation.count == 1);
        Net model{1};
        auto trainer = model.compile(SGD{}, SparseCategoricalCrossentropy{});
        const History history =
            trainer.fit(inputs(), labels(), {.validation_split = share, .verbose = 0});
        CHECK(history["val_loss"].size() == 1);
    }
}

TEST_CASE("whole numbers beyond 64 bits with a sign are large, not negative") {
    CHECK(Whole(UINT64_MAX).value == INT64_MAX);
    CHECK(Whole(std::uint64_t{1} << 63).value == INT64_MAX);
    CHECK(Whole(INT64_MIN).value == INT64_MIN);
    CHECK(at_least("n", UINT64_MAX, 1) >= std::size_t{INT32_MAX});
    Net one{1}, other{1};
    auto all = one.compile(SGD{}, SparseCategoricalCrossentropy{});
    auto most = other.compile(SGD{}, SparseCategoricalCrossentropy{});
    all.fit(inputs(), labels(), {.batch_size = 20, .verbose = 0});
    most.fit(inputs(), labels(), {.batch_size = SIZE_MAX, .verbose = 0});
    CHECK(one.get_weights() == other.get_weights());
    CHECK(most.evaluate(inputs(), labels(), {.batch_size = SIZE_MAX}) ==
          most.evaluate(inputs(), labels()));
    CHECK(
        std::ranges::equal(one.predict(inputs(), {.batch_size = SIZE_MAX}), one.predict(inputs())));
}

TEST_CASE("what is no number of an option is named") {
    CHECK(said({.batch_size = -3}) == "batch_size is -3 but needs to be 1 at least");
    CHECK(said({.batch_size = INT64_MIN}) ==
          "batch_size is -9223372036854775808 but needs to be 1 at least");
    CHECK(said({.epochs = INT64_MIN}) ==
          "epochs is -9223372036854775808 but needs to be 0 at least");
    CHECK(said({.verbose = 3}) == "verbose is 3 but needs to be 0, 1 or 2");
    CHECK(said({.verbose = -1}) == "verbose is -1 but needs to be 0, 1 or 2");
    CHECK(said({.verbose = std::uint64_t{1} << 32}) ==
          "verbose is 4294967296 but needs to be 0, 1 or 2");
    CHECK(said({.verbose = false}) == "no error");
}

TEST_CASE("options stand in Keras's order, and take numbers of many types") {
    const FitOptions all{.batch_size = 5,
                         .epochs = 4,
                         .validation_split = 0.1,
                         .validation_data = {},
                         .shuffle = true,
                         .seed = 7,
                         .verbose = 0,
                         .initial_epoch = 1L,
                         .steps_per_epoch = 1.5f,
                         .validation_steps = 1u,
                         .validation_batch_size = std::size_t{2},
                         .validation_freq = short{2},
                         .workers = 2,
                         .max_queue_size = 10};
    Net model{1};
    auto trainer = model.compile(SGD{}, SparseCategoricalCrossentropy{});
    const History history = trainer.fit(inputs(), labels(), all);
    CHECK(history["loss"].size() == 3);      // epochs 2, 3 and 4
    CHECK(history["val_loss"].size() == 2);  // behind 2 and 4
    CHECK(trainer.progress().step == 6);
    CHECK(steps_of("n", 1406.25) == 1407);
    CHECK(steps_of("n", 1406) == 1406);
    CHECK(steps_of("n", 0) == 0);
    CHECK(steps_of("n", 1e300) == std::size_t{INT32_MAX});
    CHECK(said({.steps_per_epoch = nan}) == "steps_per_epoch is nan but needs to be 0 at least");
    CHECK(said({.validation_steps = -1}) == "validation_steps is -1 but needs to be 0 at least");
    CHECK(said({.validation_batch_size = -1}) ==
          "validation_batch_size is -1 but needs to be 0 at least");
    CHECK(said({.initial_epoch = -2}) == "initial_epoch is -2 but needs to be 0 at least");
    CHECK(said({.epochs = 2, .verbose = 0, .initial_epoch = 2}) == "no error");
}

TEST_CASE("stored options hold their validation data, and so do their copies") {
    Net model{1};
    auto trainer = model.compile(SGD{}, SparseCategoricalCrossentropy{});
    FitOptions copy;
    {
        const FitOptions stored{.validation_data = {inputs(), labels()}, .verbose = 0};
        copy = stored;
    }
    const std::vector<float> noise(40, 1e30f);  // where freed memory is given out again
    const std::vector<int> wrong(20, 77);
    const std::vector<float> x = inputs();
    const std::vector<int> y = labels();
    const auto validates = [&](const FitOptions& options) {
        const float measured = trainer.fit(x, y, options)["val_loss"].back();
        return measured == trainer.evaluate(x, y)[0];
    };
    CHECK(validates(copy));
    CHECK(validates({.validation_data = {x, y}, .verbose = 0}));
    CHECK(validates({.validation_data = {Tensor({20, 2}, inputs()), std::span(y)}, .verbose = 0}));
    const FitOptions lists{.validation_data = {{0.5f, 0.25f}, {1}}, .verbose = 0};
    CHECK(trainer.fit(x, y, lists)["val_loss"].size() == 1);
}
