// SPDX-License-Identifier: MIT
// Models as values: weights by name, copies, moves, ranges, no heap in forward, several threads.
#include "../message_of.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdlib>
#include <new>
#include <thread>

using namespace inlay;

namespace {
std::atomic<long> allocations{0};
}

// Out of line, so that no compiler matches a deletion here with an allocation there.
[[gnu::noinline]] void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size)) return memory;
    throw std::bad_alloc();
}
[[gnu::noinline]] void* operator new(std::size_t size, std::align_val_t alignment) {
    ++allocations;
    const auto unit = static_cast<std::size_t>(alignment);
    if (void* memory = std::aligned_alloc(unit, (size + unit - 1) / unit * unit)) return memory;
    throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::align_val_t) noexcept {
    std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
    std::free(memory);
}

namespace {

using Net = Sequential<Conv2D<5, 3, 3, Same>, BatchNorm<>, ReLU, MaxPool<2>,
                       Conv2D<3, 2, 2, Strides<2>>, Flatten, Dense<4, Softmax>>;
using Small = Model<Net, Input<7, 9, 2>>;
constexpr std::size_t in_size = 7 * 9 * 2;

std::vector<float> pattern(std::size_t size) {
    std::vector<float> x(size);
    for (std::size_t k = 0; k < size; ++k) x[k] = static_cast<float>(k * 37 % 101) / 101 - 0.5f;
    return x;
}

}  // namespace

TEST_CASE("facts are constants") {
    static_assert(Small::input_shape == Shape{7, 9, 2});
    static_assert(Small::output_shape == Shape{4});
    static_assert(Small::trainable_count == 95 + 10 + 63 + 28);
    static_assert(Small::state_count == 10);
    static_assert(Small::parameter_count == Small::trainable_count + Small::state_count);
    static_assert(Small::multiply_adds == 7 * 9 * 5 * 18 + 1 * 2 * 3 * 20 + 6 * 4);
    static_assert(std::is_copy_constructible_v<Small> && std::is_move_assignable_v<Small>);
}

TEST_CASE("the seed makes the weights") {
    Small a{42}, b{42}, c{43};
    CHECK(a.get_weights() == b.get_weights());
    CHECK(a.get_weights() != c.get_weights());
    const std::span<const float> kernel = std::as_const(a).weights("conv2d/kernel");
    const float limit = std::sqrt(6.0f / (9 * 2 + 9 * 5));
    for (const float w : kernel) CHECK(std::abs(w) <= limit);
    for (const float w : std::as_const(a).weights("dense/bias")) CHECK(w == 0.0f);
    for (const float w : std::as_const(a).weights("batch_normalization/moving_variance"))
        CHECK(w == 1.0f);
}

TEST_CASE("tensors go by Keras's names") {
    CHECK(Small::tensor_names() ==
          std::vector<std::string>{"conv2d/kernel", "conv2d/bias", "batch_normalization/gamma",
                                   "batch_normalization/beta", "batch_normalization/moving_mean",
                                   "batch_normalization/moving_variance", "conv2d_1/kernel",
                                   "conv2d_1/bias", "dense/kernel", "dense/bias"});
    Small model{1};
    CHECK(model.weights("conv2d/kernel").data() == model.weights().data());
    CHECK(model.weights("dense/bias").size() == 4);
    CHECK(model.weights("batch_normalization/moving_mean").data() == model.state().data());
    const std::string message = message_of([&] { model.weights("conv2d_2/kernel"); });
    CHECK(message.find("no tensor 'conv2d_2/kernel'") != message.npos);
    CHECK(message.find("conv2d_1/kernel") != message.npos);
}

TEST_CASE("set_weights takes what get_weights gave, and nothing else") {
    Small a{1}, b{2};
    b.set_weights(a.get_weights());
    CHECK(a.get_weights() == b.get_weights());
    const std::vector<float> before = b.get_weights();
    const std::string message = message_of([&] { b.set_weights(std::vector<float>(3)); });
    CHECK(message == "set_weights was given 3 numbers but the model has " +
                         std::to_string(Small::parameter_count));
    CHECK(b.get_weights() == before);
}

TEST_CASE("writing weights is seen by the next forward pass, folded normalization and all") {
    Small model{3};
    const std::vector<float> x = pattern(in_size);
    const Tensor before = model.predict(x);
    for (float& v : model.weights("batch_normalization/moving_variance")) v = 9;
    const Tensor after = model.predict(x);
    CHECK_FALSE(std::ranges::equal(before, after));
    Small fresh{4};
    fresh.set_weights(model.get_weights());
    CHECK(std::ranges::equal(fresh.predict(x), after));
}

TEST_CASE("forward and predict agree, and forward allocates nothing") {
    Small model{5};
    const std::vector<float> x = pattern(23 * in_size);
    const Tensor y = model.predict(x);
    CHECK(y.shape() == std::vector<std::size_t>{23, 4});
    std::array<float, 4> out{};
    for (std::size_t n = 0; n < 23; ++n) {
        const std::span<const float, in_size> in(&x[n * in_size], in_size);
        const long before = allocations;
        model.forward(in, out);
        CHECK(allocations == before);
        CHECK(std::ranges::equal(out, y.example(n)));
    }
    static_assert(noexcept(model.forward(std::span<const float, in_size>(x.data(), in_size),
                                         std::span<float, 4>(out))));
}

TEST_CASE("ranges of a wrong length are refused with both lengths") {
    Small model{6};
    std::vector<float> in(in_size - 1), out(4);
    const Status status = model.forward(in, out);
    CHECK_FALSE(status);
    CHECK(status.message() ==
          "forward was given 125 numbers and room for 4 but the network takes 126 and makes 4");
    in.resize(in_size);
    CHECK(model.forward(in, out));
    CHECK(message_of([&] { (void)model.predict(std::vector<float>(in_size + 1)); }) ==
          "the inputs in one row of 127 numbers are not whole examples of 126");
    CHECK(message_of([&] { (void)model.predict(Tensor({3, 7, 8, 2})); }) ==
          "the inputs have the shape (3, 7, 8, 2) but the network needs (n, 7, 9, 2)");
    CHECK(message_of([&] { (void)model.predict(in, {.batch_size = 0}); }) ==
          "predict: batch_size is 0 but needs to be 1 at least");
}

TEST_CASE("elements of any type mean the same numbers") {
    Small model{7};
    std::vector<std::uint8_t> bytes(2 * in_size);
    for (std::size_t k = 0; k < bytes.size(); ++k) bytes[k] = static_cast<std::uint8_t>(k * 7);
    const std::vector<float> floats(bytes.begin(), bytes.end());
    const std::vector<double> doubles(bytes.begin(), bytes.end());
    const Tensor y = model.predict(floats);
    CHECK(std::ranges::equal(model.predict(bytes), y));
    CHECK(std::ranges::equal(model.predict(doubles), y));
    CHECK(std::ranges::equal(model.predict(std::span(floats)), y));
    CHECK(std::ranges::equal(model.predict(Tensor<float>({2, 7, 9, 2}, floats)), y));
}

TEST_CASE("copies and moves are values") {
    Small a{8};
    Small b = a;
    b.weights()[0] += 1;
    CHECK(a.weights()[0] != b.weights()[0]);
    const std::vector<float> saved = b.get_weights();
    Small c = std::move(b);
    CHECK(c.get_weights() == saved);
    a = c;
    CHECK(a.get_weights() == saved);
    const auto make = [] {
        Small made{9};
        auto trainer = made.compile(SGD{}, SparseCategoricalCrossentropy{});
        trainer.train_on_batch(pattern(in_size), std::vector<int>{1});
        return made;
    };
    CHECK(make().get_weights() == make().get_weights());
}

TEST_CASE("a trainer outlives its model without harm") {
    auto model = std::make_unique<Small>(11);
    auto trainer = model->compile(SGD{}, SparseCategoricalCrossentropy{});
    model.reset();
    CHECK(message_of([&] { trainer.train_on_batch(pattern(in_size), std::vector<int>{1}); }) ==
          "the model of this trainer no longer exists");
}

TEST_CASE("several threads run one model, each in its own workspace") {
    const Small model{12};
    const std::vector<float> x = pattern(64 * in_size);
    const Tensor expected = Small(model).predict(x);
    std::vector<float> found(64 * 4);
    std::vector<std::thread> workers;
    for (std::size_t w = 0; w < 4; ++w)
        workers.emplace_back([&, w] {
            std::vector<float> workspace(Small::workspace_count());
            for (std::size_t n = w; n < 64; n += 4)
                model.forward(std::span<const float, in_size>(&x[n * in_size], in_size),
                              std::span<float, 4>(&found[n * 4], 4), workspace);
        });
    for (std::thread& worker : workers) worker.join();
    CHECK(std::ranges::equal(found, expected));
}

TEST_CASE("no examples, no outputs") { CHECK(Small{13}.predict(std::vector<float>{}).size() == 0); }
