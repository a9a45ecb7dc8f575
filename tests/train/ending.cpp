// SPDX-License-Identifier: MIT
// The end of a step, where Keras has no numbers to compare with: what must stay as it is, memory,
// threads, checkpoints, mistakes; and gradients without a step.
#include "../bits.hpp"
#include "../central_difference.hpp"
#include "../listening.hpp"
#include "../message_of.hpp"
#include "../temporary_folder.hpp"
#include "../threads.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace elsewhere {

/// An optimizer that has fields of its own with the names of common ones.
struct Own {
    static constexpr std::string_view name = "own";
    static constexpr int moments = 0;

    inlay::Rate learning_rate = 0.1;
    double weight_decay = 7, clipnorm = 1e-9, gradient_accumulation_steps = 5;

    template <class Scalar>
    void update(const inlay::Stretch<Scalar>& s, std::uint64_t step) const {
        const auto rate = static_cast<Scalar>(learning_rate.at(step));
        for (std::size_t k = 0; k < s.count; ++k) s.weights[k] -= rate * s.gradient[k];
    }
};

/// The same, which leaves two of them to the library.
struct Half : Own {
    static constexpr bool common_fields = true;
    double clipvalue = 0.01;
};

}  // namespace elsewhere

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

using Policies = Sequential<
    Conv2D<5, 3, 3, Same, Tanh, KernelRegularizer<L2<0.01>>>, BatchNorm<>, Dropout<0.25>, Flatten,
    Dense<270, Tanh, BiasRegularizer<L1<0.01>>>,
    Dense<263, Tanh, KernelRegularizer<L1L2<0.001, 0.002>>, KernelConstraint<MaxNorm<0.6>>>,
    Dense<3, Softmax>>;  // the layer before the last is wide
using Shaped = Input<4, 3, 2>;

template <class Scalar = float>
std::vector<Scalar> pattern(std::size_t count, std::size_t salt = 1) {
    std::vector<Scalar> x(count);
    for (std::size_t k = 0; k < count; ++k)
        x[k] = static_cast<Scalar>((k * 37 + salt * 29) % 101) / 50 - 1;
    return x;
}

std::vector<int> labels(std::size_t count) {
    std::vector<int> y(count);
    for (std::size_t k = 0; k < count; ++k) y[k] = static_cast<int>(k * k % 3);
    return y;
}

template <class Optimizer>
std::vector<float> trained(const Optimizer& optimizer, int workers, std::size_t batch) {
    const Threads scope(workers);
    Model<Policies, Shaped> model{3};
    auto trainer = model.compile(optimizer, SparseCategoricalCrossentropy{});
    const auto x = pattern(batch * 24);
    std::vector<float> all;
    for (int step = 0; step < 4; ++step) all.push_back(trainer.train_on_batch(x, labels(batch))[0]);
    for (const float g : trainer.gradients(x, labels(batch))) all.push_back(g);
    const auto inputs = trainer.input_gradient(x, labels(batch));
    for (std::size_t k = 0; k < inputs.size(); ++k) all.push_back(inputs.data()[k]);
    for (const float w : model.get_weights()) all.push_back(w);
    for (const float m : trainer.moments()) all.push_back(m);
    return all;
}

}  // namespace

TEST_CASE("the end of a step gives the same bits on any number of threads") {
    const auto check = [](const auto& optimizer) {
        CAPTURE(std::remove_cvref_t<decltype(optimizer)>::name);
        for (const std::size_t batch : {5u, 13u}) {
            const auto one = trained(optimizer, 1, batch);
            CHECK(std::ranges::none_of(one, [](float w) { return w != w; }));
            for (const int workers : {2, 3, 7})
                CHECK(all_same_bits(trained(optimizer, workers, batch), one));
        }
    };
    check(SGD{.learning_rate = 0.1, .clipnorm = 0.3, .use_ema = true, .ema_momentum = 0.5});
    check(Adam{.weight_decay = 0.1, .global_clipnorm = 0.1, .gradient_accumulation_steps = 3});
    check(Adam{.clipvalue = 0.01, .ema_overwrite_frequency = 2});
    check(Lamb{.weight_decay = 0.1,
               .clipnorm = 0.2,
               .use_ema = true,
               .ema_overwrite_frequency = 2,
               .gradient_accumulation_steps = 2});
}

TEST_CASE("a pending half changes nothing") {
    Model<Policies, Shaped> model{3};
    auto trainer = model.compile(
        Adam{.weight_decay = 0.1, .clipnorm = 1, .use_ema = true, .gradient_accumulation_steps = 3},
        SparseCategoricalCrossentropy{});
    const auto x = pattern(6 * 24);
    const auto y = labels(6);
    constexpr std::size_t count = Model<Policies, Shaped>::trainable_count;
    constexpr std::size_t block = program::aligned(count);
    for (int step = 0; step < 7; ++step) {
        const std::vector<float> weights(model.weights().begin(), model.weights().end());
        const std::vector<float> before(trainer.moments().begin(), trainer.moments().end());
        const auto gradient = trainer.gradients(x, y);
        trainer.train_on_batch(x, y);
        const auto moments = trainer.moments();
        REQUIRE(moments.size() == 4 * block);
        const auto sums = moments.subspan(2 * block, count);
        if (step % 3 == 2) {
            CHECK_FALSE(all_same_bits(model.weights(), weights));
            CHECK(std::ranges::all_of(sums, [](float sum) { return sum == 0; }));
            continue;
        }
        CHECK(all_same_bits(model.weights(), weights));
        CHECK(all_same_bits(moments.first(2 * block), std::span(before).first(2 * block)));
        CHECK(all_same_bits(moments.subspan(3 * block), std::span(before).subspan(3 * block)));
        for (std::size_t k = 0; k < count; ++k)
            REQUIRE(sums[k] == (step % 3 == 0 ? gradient[k] : before[2 * block + k] + gradient[k]));
    }
    const Text line = Text() << "Optimizer params: " << printing::grouped(4 * count + 2) << " (";
    CHECK(model.summary().find(line.view()) != std::string::npos);
}

TEST_CASE("only what needs whole tensors keeps the gradients of wide layers") {
    using Net = Network<Policies, Shaped>;
    using Pass = Training<Net, Adam, SparseCategoricalCrossentropy>;
    constexpr std::size_t wide = program::aligned(270 * 263 + 263);
    static_assert(Pass::layout(8, 1, Adam{.clipnorm = 1}).total - Pass::layout(8, 1).total == wide);
    static_assert(Pass::layout(8, 1, Adam{.global_clipnorm = 1}).total ==
                  Pass::layout(8, 1, Adam{.clipnorm = 1}).total);
    static_assert(Pass::layout(8, 1,
                               Adam{.weight_decay = 1,
                                    .clipvalue = 1,
                                    .use_ema = true,
                                    .gradient_accumulation_steps = 2})
                      .total == Pass::layout(8, 1).total);
    constexpr std::size_t block = program::aligned(Net::trainable_count);
    static_assert(Pass::moment_count(Adam{.gradient_accumulation_steps = 2}) == 3 * block);
    static_assert(Pass::moment_count(Adam{.use_ema = true}) == 3 * block);
    static_assert(Pass::moment_count(
                      Adam{.amsgrad = true, .use_ema = true, .gradient_accumulation_steps = 2}) ==
                  5 * block);
    static_assert(Pass::moment_count(Adam{.gradient_accumulation_steps = 1}) == 2 * block);
}

TEST_CASE("a clip of norms may come into use between steps") {
    Model<Policies, Shaped> model{3}, other{3};
    auto trainer = model.compile(SGD{}, SparseCategoricalCrossentropy{});
    auto fresh = other.compile(SGD{.global_clipnorm = 0.1}, SparseCategoricalCrossentropy{});
    const auto x = pattern(6 * 24);
    const auto y = labels(6);
    trainer.train_on_batch(x, y);
    model.set_weights(other.get_weights());
    trainer.set_progress({.seed = trainer.progress().seed});
    trainer.optimizer().global_clipnorm = 0.1;
    trainer.train_on_batch(x, y);
    fresh.train_on_batch(x, y);
    CHECK(all_same_bits(model.get_weights(), other.get_weights()));
}

TEST_CASE("a step without the room that its optimizer needs does nothing but say so") {
    using Net = Network<Policies, Shaped>;
    using Pass = Training<Net, Adam, SparseCategoricalCrossentropy>;
    const Listening listening;
    const Adam optimizer{.clipnorm = 1};
    const auto layout = Pass::layout(3, 1);
    std::vector<float> weights(Net::trainable_count, 0.5f), state(Net::state_count);
    std::vector<float> moments(Pass::moment_count(optimizer)), memory(layout.total);
    std::vector<double> scores(Pass::sum_count());
    SerialRunner runner;
    const auto sums = Pass::run({.optimizer = optimizer,
                                 .criteria = {},
                                 .weights = weights.data(),
                                 .state = state.data(),
                                 .moments = moments.data(),
                                 .memory = memory.data(),
                                 .sums = scores.data(),
                                 .source = {},
                                 .targets = {},
                                 .batch = 3,
                                 .seed = 1,
                                 .step = 0},
                                layout, runner);
    CHECK(listening.reports ==
          std::vector<std::string>{
              "Training::run has no room: layout(batch, workers, optimizer) tells it"});
    CHECK(sums[0] == 0);
    CHECK(weights == std::vector<float>(Net::trainable_count, 0.5f));
}

TEST_CASE("a step follows the gradients that the trainer tells, and telling changes nothing") {
    Model<Policies, Shaped> model{3};
    auto trainer = model.compile(SGD{.learning_rate = 1}, SparseCategoricalCrossentropy{});
    const auto x = pattern(9 * 24);
    const auto y = labels(9);
    const auto before = model.get_weights();
    const auto g = trainer.gradients(x, y);
    trainer.input_gradient(x, y);
    CHECK(all_same_bits(model.get_weights(), before));
    CHECK(all_same_bits(trainer.gradients(x, y), g));
    const auto loss = trainer.train_on_batch(x, y)[0];
    CHECK(loss > 0);
    const auto tensor = Model<Policies, Shaped>::tensor_names();
    std::size_t at = 0;
    for (const auto& name : tensor) {
        if (!model.is_trainable(name)) continue;
        const auto after = model.weights(name);
        if (name != "dense_1/kernel")  // which is constrained
            for (std::size_t k = 0; k < after.size(); ++k)
                REQUIRE(same_bits(after[k], before[at + k] - g[at + k]));
        at += after.size();
    }
    CHECK(at == g.size());
}

TEST_CASE("gradients are those of the loss and its penalties, by central differences") {
    using Net =
        Sequential<Conv2D<3, 3, 3, Same, Tanh, KernelRegularizer<L2<0.3>>>, BatchNorm<>, Flatten,
                   Dense<4, Tanh, KernelRegularizer<L1<0.2>>, BiasRegularizer<L1L2<0.1, 0.2>>>,
                   Dense<2>>;
    Model<Net, Input<4, 3, 2>, double> model{5};
    for (double& w : model.weights()) w += w < 0 ? -0.1 : 0.1;
    auto trainer = model.compile(SGD{}, MeanSquaredError{});
    auto x = pattern<double>(5 * 24), y = pattern<double>(5 * 2, 4);
    const auto g = trainer.gradients(x, y);
    const auto dx = trainer.input_gradient(x, y);
    REQUIRE(dx.shape() == std::vector<std::size_t>{5, 4, 3, 2});
    // The loss of the batch with the batch's statistics: that of a step that moves nothing.
    const auto loss = [&] {
        auto still = model.compile(SGD{.learning_rate = 0}, MeanSquaredError{});
        return still.train_on_batch(x, y)[0];
    };
    const auto check = [&](double gradient, double& number, double tolerance) {
        CHECK(gradient ==
              doctest::Approx(central_difference(number, 1e-5, loss)).epsilon(tolerance));
    };
    for (std::size_t k = 0; k < g.size(); k += 3) {
        CAPTURE(k);
        check(g[k], model.weights()[k], 1e-6);
    }
    for (std::size_t k = 0; k < x.size(); k += 5) {
        CAPTURE(k);
        check(dx.data()[k], x[k], 1e-5);
    }
}

TEST_CASE("gradients of inputs go through whatever stands at the start") {
    const auto check = []<class Net, class In>(std::type_identity<Sequential<Net, In>>) {
        Model<Net, In, double> model{5};
        auto trainer = model.compile(SGD{}, MeanSquaredError{});
        constexpr std::size_t size = In::shape.size(), out = Model<Net, In>::output_shape.size();
        auto x = pattern<double>(7 * size);
        const auto y = pattern<double>(7 * out, 4);
        const auto dx = trainer.input_gradient(x, y);
        for (std::size_t k = 0; k < x.size(); k += 1 + size / 4) {
            const double difference =
                central_difference(x[k], 1e-5, [&] { return trainer.test_on_batch(x, y)[0]; });
            CHECK(dx.data()[k] == doctest::Approx(difference).epsilon(1e-5).scale(1e-4));
        }
    };
    using Image = Input<4, 3, 2>;
    check(
        std::type_identity<Sequential<
            Sequential<Rescaling<3, 1>, Conv2D<2, 3, 3, Same, Tanh>, Flatten, Dense<2>>, Image>>{});
    check(std::type_identity<
          Sequential<Sequential<Concat<Sequential<ZeroPadding2D<1>, Conv2D<3, 3, 3, Tanh>>,
                                       Conv2D<2, 1, 1>, Identity>>,
                     Image>>{});
    // A layer whose gradient is made part by part, with another reader beside it.
    check(std::type_identity<
          Sequential<Sequential<Add<Dense<260, Tanh>, Identity>, Dense<2>>, Input<260>>>{});
    // All of the network is the loss's.
    check(std::type_identity<Sequential<Sequential<Flatten>, Image>>{});
}

TEST_CASE("the penalties of the weights are a part of every loss that is told") {
    using Plain = Sequential<Dense<4, Tanh>, Dense<2>>;
    using Dear =
        Sequential<Dense<4, Tanh, KernelRegularizer<L2<0.5>>>, Dense<2, BiasRegularizer<L1<2>>>>;
    Model<Plain, Input<3>> plain{4};
    Model<Dear, Input<3>> dear{4};
    plain.weights("dense_1/bias")[1] = dear.weights("dense_1/bias")[1] = -0.75f;
    double penalty = 1.5;
    for (const float w : dear.weights("dense/kernel")) penalty += 0.5 * double(w) * double(w);
    auto one = plain.compile(SGD{.learning_rate = 0}, MeanSquaredError{}, Accuracy{});
    auto other = dear.compile(SGD{.learning_rate = 0}, MeanSquaredError{}, Accuracy{});
    const auto x = pattern(11 * 3), y = pattern(11 * 2, 5);
    const auto differ = [&](const auto& a, const auto& b) {
        CHECK(double(b[0] - a[0]) == doctest::Approx(penalty).epsilon(1e-6));
        CHECK(same_bits(a[1], b[1]));  // no metric has a part in it
    };
    differ(one.evaluate(x, y), other.evaluate(x, y));
    differ(one.evaluate(x, y, {.batch_size = 3}), other.evaluate(x, y, {.batch_size = 3}));
    differ(one.test_on_batch(x, y), other.test_on_batch(x, y));
    differ(one.train_on_batch(x, y), other.train_on_batch(x, y));
    const FitOptions options{.batch_size = 4, .epochs = 2, .validation_split = 0.3, .verbose = 0};
    const History a = one.fit(x, y, options), b = other.fit(x, y, options);
    for (const char* key : {"loss", "val_loss"})
        for (std::size_t epoch = 0; epoch < 2; ++epoch)
            CHECK(double(b[key][epoch] - a[key][epoch]) == doctest::Approx(penalty).epsilon(1e-6));
}

TEST_CASE("fit leaves the averages of the weights, and training goes on from there") {
    Model<Sequential<Dense<2>>, Input<3>> model{4};
    auto trainer = model.compile(SGD{.learning_rate = 0.1, .use_ema = true, .ema_momentum = 0.9},
                                 MeanSquaredError{});
    const auto x = pattern(8 * 3), y = pattern(8 * 2, 5);
    trainer.fit(x, y, {.batch_size = 4, .epochs = 0, .verbose = 0});
    const auto start = model.get_weights();
    trainer.fit(x, y, {.batch_size = 4, .epochs = 2, .verbose = 0});
    CHECK(all_same_bits(model.get_weights(), trainer.moments().first(8)));
    CHECK_FALSE(all_same_bits(model.get_weights(), start));
    // Averages that come into use later begin with the weights.
    auto later = model.compile(SGD{.learning_rate = 0}, MeanSquaredError{});
    later.train_on_batch(x, y);
    later.optimizer().use_ema = true;
    later.train_on_batch(x, y);
    for (std::size_t k = 0; k < 8; ++k)
        CHECK(double(later.moments()[k]) == doctest::Approx(double(model.weights()[k])));
}

TEST_CASE("a checkpoint holds what the end of a step keeps") {
    const TemporaryFolder folder;
    const std::string path = folder / "checkpoint.safetensors";
    const auto x = pattern(6 * 24);
    const auto y = labels(6);
    const Adam optimizer{.weight_decay = 0.1,
                         .clipnorm = 1,
                         .use_ema = true,
                         .ema_momentum = 0.5,
                         .ema_overwrite_frequency = 2,
                         .gradient_accumulation_steps = 3};
    Model<Policies, Shaped> model{3}, other{8};
    auto trainer = model.compile(optimizer, SparseCategoricalCrossentropy{});
    auto resumed = other.compile(Adam{}, SparseCategoricalCrossentropy{});
    for (int step = 0; step < 4; ++step) trainer.train_on_batch(x, y);
    save(trainer, path);
    load(resumed, path);
    CHECK(double(resumed.optimizer().gradient_accumulation_steps) == 3);
    CHECK(all_same_bits(resumed.moments(), trainer.moments()));
    for (int step = 0; step < 5; ++step) {
        trainer.train_on_batch(x, y);
        resumed.train_on_batch(x, y);
    }
    CHECK(all_same_bits(model.get_weights(), other.get_weights()));
    CHECK(all_same_bits(resumed.moments(), trainer.moments()));
}

TEST_CASE("fields that mean nothing are an error") {
    Model<Sequential<Dense<2>>, Input<3>> model{4};
    const auto says = [&](const auto& optimizer) {
        return message_of([&] { (void)model.compile(optimizer, MeanSquaredError{}); });
    };
    CHECK(says(Adam{.gradient_accumulation_steps = 1.5}) ==
          "adam: gradient_accumulation_steps is 1.500000 but needs to be a whole number");
    CHECK(says(SGD{.clipnorm = -1}) == "sgd: clipnorm is -1 but needs to be 0 or more");
    CHECK(says(SGD{.use_ema = true, .ema_momentum = 1.25}) ==
          "sgd: ema_momentum is 1.250000 but needs to be from 0 to 1");
    auto trainer = model.compile(SGD{}, MeanSquaredError{});
    trainer.optimizer().weight_decay = std::nan("");
    const auto before = model.get_weights();
    CHECK(message_of([&] {
              trainer.train_on_batch(pattern(3), pattern(2));
          }).starts_with("sgd: weight_decay is "));
    CHECK(all_same_bits(model.get_weights(), before));
}

TEST_CASE("fields of a user's own optimizer are its own unless it says otherwise") {
    const auto x = pattern(8 * 3), y = pattern(8 * 2, 5);
    const auto step = [&](const auto& optimizer) {
        Model<Sequential<Dense<2>>, Input<3>> model{4};
        auto trainer = model.compile(optimizer, MeanSquaredError{});
        trainer.train_on_batch(x, y);
        return model.get_weights();
    };
    CHECK(all_same_bits(step(elsewhere::Own{}), step(elsewhere::Own{})));
    CHECK_FALSE(all_same_bits(step(elsewhere::Own{}), step(SGD{.learning_rate = 0})));
    elsewhere::Half half;
    CHECK(all_same_bits(step(half), step(SGD{.learning_rate = 0})));  // five steps make one
    half.gradient_accumulation_steps = half.weight_decay = half.clipnorm = 0;
    const auto clipped = step(half), wanted = step(SGD{.learning_rate = 0.1, .clipvalue = 0.01});
    for (std::size_t k = 0; k < wanted.size(); ++k)
        CHECK(double(clipped[k]) == doctest::Approx(double(wanted[k])).epsilon(1e-6));
}
