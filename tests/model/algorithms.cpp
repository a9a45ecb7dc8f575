// SPDX-License-Identifier: MIT
// Models whose convolutions run fast algorithms: what is derived from the weights is never stale,
// and nothing but the last bits tells them from direct ones.
#include "../threads.hpp"

#include <inlay/core.hpp>
#include <inlay/model/trainer.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace inlay;

namespace {

using In = Input<11, 10, 3>;
using Net = Sequential<Conv2D<6, 3, 3, Same>, BatchNorm<>, ReLU, Conv2D<7, 3, 3, ReLU>, MaxPool<2>,
                       Conv2D<5, 5, 5, Same, NoBias>, BatchNorm<>, Flatten, Dense<4, Softmax>>;
using Filtered = Model<Net, In, float, Fast<2>>;
using Plain = Model<Net, In, float, Direct>;
constexpr std::size_t in_size = Filtered::input_shape.size();

std::vector<float> pattern(std::size_t n) {
    std::vector<float> numbers(n);
    for (std::size_t k = 0; k < n; ++k) numbers[k] = static_cast<float>(k * 73 % 101) / 101.0f;
    return numbers;
}

std::vector<int> labels(std::size_t n) {
    std::vector<int> numbers(n);
    for (std::size_t k = 0; k < n; ++k) numbers[k] = static_cast<int>(k * k % 4);
    return numbers;
}

template <class A, class B>
double distance(const A& a, const B& b) {
    double most = 0;
    for (std::size_t k = 0; k < a.size(); ++k)
        most = std::max(
            most, std::abs(static_cast<double>(a.data()[k]) - static_cast<double>(b.data()[k])));
    return most;
}

/// The outputs of a new model with the same weights.
template <class Model>
Tensor<float> afresh(const Model& model, const std::vector<float>& x) {
    Model other{99};
    other.set_weights(model.get_weights());
    return other.predict(x);
}

template <class Model>
Tensor<float> trained(int thread_count, std::vector<float>* weights = nullptr) {
    const Threads scope(thread_count);
    Model model{3};
    auto trainer = model.compile(Adam{.learning_rate = 0.003}, SparseCategoricalCrossentropy{});
    for (int step = 0; step < 4; ++step) trainer.train_on_batch(pattern(37 * in_size), labels(37));
    if (weights) *weights = model.get_weights();
    return model.predict(pattern(50 * in_size));
}

}  // namespace

TEST_CASE("new weights are seen by the next pass, however they came") {
    const std::vector<float> x = pattern(9 * in_size);
    Filtered model{1};
    CHECK(std::ranges::equal(model.predict(x), afresh(model, x)));
    for (float& w : model.weights()) w *= 1.5f;
    CHECK(std::ranges::equal(model.predict(x), afresh(model, x)));
    model.weights("conv2d_1/kernel")[5] += 1.0f;
    CHECK(std::ranges::equal(model.predict(x), afresh(model, x)));
    model.state()[2] += 2.0f;
    CHECK(std::ranges::equal(model.predict(x), afresh(model, x)));
    model.set_weights(Filtered{7}.get_weights());
    CHECK(std::ranges::equal(model.predict(x), afresh(model, x)));
    auto trainer = model.compile(SGD{}, SparseCategoricalCrossentropy{});
    trainer.train_on_batch(x, labels(9));
    CHECK(std::ranges::equal(model.predict(x), afresh(model, x)));
    Filtered copy = model;
    CHECK(std::ranges::equal(copy.predict(x), afresh(model, x)));
    const Filtered moved = std::move(copy);
    CHECK(std::ranges::equal(moved.predict(x), afresh(model, x)));
}

TEST_CASE("one example or many, one thread or seven: the same bits") {
    const std::vector<float> x = pattern(50 * in_size);
    Filtered model{2};
    const Tensor<float> all = model.predict(x);
    std::array<float, 4> one{};
    for (std::size_t n = 0; n < 50; ++n) {
        model.forward(std::span<const float, in_size>(&x[n * in_size], in_size), one);
        CHECK(std::ranges::equal(one, std::span(all.data() + n * 4, 4)));
    }
    std::vector<float> weights, others;
    const Tensor<float> outputs = trained<Filtered>(1, &weights);
    for (const int count : {2, 7}) {
        CHECK(std::ranges::equal(trained<Filtered>(count, &others), outputs));
        CHECK(weights == others);
    }
}

TEST_CASE("a fast algorithm computes what the direct one does, up to rounding") {
    const std::vector<float> x = pattern(20 * in_size);
    Filtered fast{4};
    Plain direct{4};
    CHECK(fast.get_weights() == direct.get_weights());
    const Tensor<float> a = fast.predict(x), b = direct.predict(x);
    CHECK(distance(a, b) < 1e-5);
    CHECK_FALSE(std::ranges::equal(a, b));  // or the policy does nothing
    CHECK(distance(trained<Filtered>(1), trained<Plain>(1)) < 1e-3);
}

TEST_CASE("several threads predict with one model at a time") {
    const std::vector<float> x = pattern(40 * in_size);
    Filtered model{6};
    const Threads scope(2);
    const Tensor<float> wanted = afresh(model, x);
    std::array<Tensor<float>, 4> found;
    std::vector<std::thread> callers;
    for (Tensor<float>& outputs : found)
        callers.emplace_back([&] {
            for (int turn = 0; turn < 3; ++turn) outputs = model.predict(x);
        });
    for (std::thread& caller : callers) caller.join();
    for (const Tensor<float>& outputs : found) CHECK(std::ranges::equal(outputs, wanted));
}

TEST_CASE("the derived block can be made elsewhere, and lie in read-only memory") {
    using Bound = Filtered::Net;
    Filtered model{5};
    static std::array<float, Bound::derived_count> derived{};
    Bound::prepare(std::as_const(model).weights(), std::as_const(model).state(), derived);
    const std::vector<float> x = pattern(in_size);
    const std::span<const float, in_size> in(x.data(), in_size);
    std::array<float, 4> found{}, wanted{};
    std::array<float, Bound::workspace_count()> workspace{};
    Bound::forward(std::as_const(model).weights(), derived, in, found, workspace);
    model.forward(in, wanted);
    CHECK(found == wanted);
}

TEST_CASE("a summary tells which layers are not direct, and what that leaves") {
    CHECK(Filtered{1}.summary().find(
              " by conv2d F(2x2, 3x3), conv2d_1 F(2x2, 3x3), conv2d_2 F(2x2, 5x5);"
              " the other layers are direct\n") != std::string::npos);
    CHECK(Plain{1}.summary().find("left") == std::string::npos);
}
