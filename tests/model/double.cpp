// SPDX-License-Identifier: MIT
// Models that compute in double: everything a float model does, and exact enough that gradients can
// be compared with differences.
#include "../central_difference.hpp"
#include "../message_of.hpp"
#include "../temporary_folder.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <type_traits>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

/// y = x + a: a layer of a user's own that does not say how its weights start.
struct Offset : LayerDefaults {
    static constexpr std::string_view title = "Offset", name = "offset";

    static constexpr Shape output(const Shape& in, Complaint&) { return in; }

    static constexpr WeightSpecs weights(const Shape& in) {
        WeightSpecs specs;
        specs.add({.name = "a", .shape = in});
        return specs;
    }

    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr std::size_t size = binding.in.size();
        for (std::size_t k = 0; k < pass.count * size; ++k)
            pass.y[k] = pass.x[k] + pass.weights[k % size];
    }

    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr std::size_t size = binding.in.size();
        for (std::size_t k = 0; k < pass.count * size; ++k) {
            pass.gradient[k % size] += pass.dy[k];
            if constexpr (binding.input_gradient)
                pass.dx[k] = binding.accumulate ? pass.dx[k] + pass.dy[k] : pass.dy[k];
        }
    }
};

/// An initializer of a user's own, for floats.
struct Third {
    static void fill(std::span<float> out, const Fans&, const randomness::Stream&) {
        for (float& value : out) value = 1.0f / 3;
    }
};

using Convolutional =
    Sequential<Conv2D<4, 3, 3, Same>, BatchNorm<>, Tanh, MaxPool<2>, Dropout<0.25>,
               Conv2D<5, 3, 3, Sigmoid, Same, KernelInit<HeNormal>>, AveragePool<2>, Flatten,
               Dense<7, Tanh, KernelInit<GlorotNormal>>, Dense<3, Softmax>>;
using Branched =
    Sequential<Rescaling<0.5>, Add<Conv2D<2, 3, 3, Same>, Identity>,
               Concat<Conv2D<3, 1, 1, KernelInit<HeUniform>>, Identity>, BatchNorm<NoScale>,
               GlobalAveragePool, Dense<4, KernelInit<Third>>, Offset, Dense<3, Softmax>>;
using Vector = Sequential<Dense<6, Sigmoid>, Offset, Dense<3, Softmax>>;

template <class Shape>
std::vector<double> inputs(std::size_t examples) {
    std::vector<double> x(examples * Shape::shape.size());
    for (std::size_t k = 0; k < x.size(); ++k)
        x[k] = static_cast<double>(k * k % 1009 * 37 % 101) / 101 - 0.45;
    return x;
}

template <class Net, class In, class Loss, class Labels>
void check_gradient(const Loss& loss, const Labels& labels, std::size_t examples) {
    using Checked = Model<Net, In, double>;
    const std::vector<double> x = inputs<In>(examples);
    Checked start{3};
    for (double& w : start.weights()) w += 1e-3 * std::sin(w * 1e6);  // digits that no float has
    // The loss of one training step from these weights, and the weights after it.
    const auto stepped = [&](Checked& model) {
        auto trainer = model.compile(SGD{.learning_rate = 1}, loss);
        return trainer.train_on_batch(x, labels)[0];
    };
    Checked after = start;
    static_assert(std::is_same_v<decltype(stepped(after)), double>);
    stepped(after);
    double largest = 0;
    std::vector<double> gradient(Checked::trainable_count);
    for (std::size_t k = 0; k < gradient.size(); ++k) {
        gradient[k] = start.weights()[k] - after.weights()[k];
        largest = (std::max)(largest, std::fabs(gradient[k]));
    }
    REQUIRE(largest > 0);
    double worst = 0;
    for (std::size_t k = 0; k < gradient.size(); ++k) {
        const double difference = central_difference(1e-5, [&](double shift) {
            Checked moved = start;
            moved.weights()[k] += shift;
            return stepped(moved);
        });
        worst = (std::max)(worst, std::fabs(difference - gradient[k]));
    }
    CHECK(worst / largest < 1e-6);
}

}  // namespace

TEST_CASE("the gradients of a double model are those of differences") {
    const std::vector<int> classes{0, 2, 1, 1, 0};
    std::vector<double> rows;
    for (const int c : classes)
        for (int k = 0; k < 3; ++k) rows.push_back(k == c ? 0.8 : 0.1);
    check_gradient<Convolutional, Input<8, 8, 2>>(SparseCategoricalCrossentropy{}, classes, 5);
    check_gradient<Branched, Input<5, 6, 2>>(CategoricalCrossentropy{}, rows, 5);
    check_gradient<Vector, Input<4>>(MeanSquaredError{}, rows, 5);
    check_gradient<Sequential<Dense<5, Tanh>, Dense<3, Sigmoid>>, Input<4>>(BinaryCrossentropy{},
                                                                            rows, 5);
}

TEST_CASE("a double model starts with the weights of the float model") {
    const auto check = []<class Net, class In>(Net, In) {
        const Model<Net, In> narrow{9};
        const Model<Net, In, double> wide{9};
        const std::vector<float> floats = narrow.get_weights();
        const std::vector<double> doubles = wide.get_weights();
        CHECK(std::vector<double>(floats.begin(), floats.end()) == doubles);
        const std::vector<double> x = inputs<In>(4);
        const Tensor<float> y = narrow.predict(x);
        const Tensor<double> z = wide.predict(x);
        for (std::size_t k = 0; k < z.size(); ++k)
            CHECK(static_cast<double>(y[k]) == doctest::Approx(z[k]).epsilon(1e-5));
    };
    check(Convolutional{}, Input<8, 8, 2>{});
    check(Branched{}, Input<5, 6, 2>{});
    check(Vector{}, Input<4>{});
}

TEST_CASE("weights whose layer does not say how they start are zeros") {
    Model<Vector, Input<4>> narrow{1};
    for (const float a : narrow.weights("offset/a")) CHECK(a == 0);
    Model<Vector, Input<4>, double> wide{1};
    for (const double a : wide.weights("offset/a")) CHECK(a == 0);
    // Whatever has been in the memory before.
    using Net = Network<Vector, Input<4>, double>;
    std::vector<double> weights(Net::trainable_count, -7);
    Net::initialize(1, weights, {});
    CHECK(std::ranges::equal(weights, wide.weights()));
}

TEST_CASE("a double model fits, evaluates and predicts") {
    using Wide = Model<Convolutional, Input<8, 8, 2>, double>;
    const std::vector<double> x = inputs<Input<8, 8, 2>>(60);
    std::vector<int> y;
    for (std::size_t n = 0; n < 60; ++n) y.push_back(static_cast<int>(n % 3));
    Wide model{5};
    auto trainer =
        model.compile(Adam{.learning_rate = 0.01}, SparseCategoricalCrossentropy{}, Accuracy{});
    const auto [before, accuracy_before] = trainer.evaluate(x, y);
    const History history =
        trainer.fit(x, y, {.batch_size = 16, .epochs = 30, .validation_split = 0.2, .verbose = 0});
    const auto [loss, accuracy] = trainer.evaluate(x, y);
    CHECK(loss < before);
    CHECK(history["loss"].size() == 30);
    CHECK(history["val_loss"].back() > 0);

    // The loss by hand, to all digits.
    const Tensor<double> p = model.predict(x);
    CHECK(p.shape() == std::vector<std::size_t>{60, 3});
    double sum = 0, right = 0;
    for (std::size_t n = 0; n < 60; ++n) {
        const auto row = p.example(n);
        sum -= std::log(row[n % 3]);
        right += std::ranges::max_element(row) - row.begin() == y[n];
    }
    CHECK(loss == doctest::Approx(sum / 60).epsilon(1e-14));
    CHECK(accuracy == right / 60);

    std::array<double, 3> out{};
    model.forward(std::span<const double, 128>(x.data(), 128), out);
    CHECK(std::ranges::equal(out, p.example(0)));
    std::vector<double> one(3);
    CHECK(model.forward(std::vector<double>(x.begin(), x.begin() + 128), one));
    CHECK(std::ranges::equal(one, out));
    CHECK(model.summary().find("Total params") != std::string::npos);
    static_assert(Wide::inference_bytes ==
                  2 * Model<Convolutional, Input<8, 8, 2>>::inference_bytes);
}

TEST_CASE("files of double models hold doubles") {
    using Wide = Model<Convolutional, Input<8, 8, 2>, double>;
    const TemporaryFolder folder;
    const std::string path = (folder / "wide.safetensors").string();
    const std::vector<double> x = inputs<Input<8, 8, 2>>(6);
    const std::vector<int> y{0, 1, 2, 0, 1, 2};
    const auto compiled = [](Wide& model) {
        return model.compile(Adam{}, SparseCategoricalCrossentropy{});
    };
    Wide model{5};
    auto trainer = compiled(model);
    trainer.train_on_batch(x, y);
    save(model, path);
    Wide loaded{6};
    load(loaded, path);
    CHECK(loaded.get_weights() == model.get_weights());

    save(trainer, path);
    Wide resumed{5};
    auto resumed_trainer = compiled(resumed);
    load(resumed_trainer, path);
    trainer.train_on_batch(x, y);
    resumed_trainer.train_on_batch(x, y);
    CHECK(resumed.get_weights() == model.get_weights());

    // Numbers of another type are refused, in both directions, and nothing changes.
    Model<Convolutional, Input<8, 8, 2>> narrow{7};
    const std::vector<float> before = narrow.get_weights();
    const Status narrowing = try_load(narrow, serialize(model));
    CHECK(narrowing.message().find("conv2d/kernel is stored as F64 but F32 is needed") !=
          std::string_view::npos);
    CHECK(narrow.get_weights() == before);
    const Status widening = try_load(model, serialize(narrow));
    CHECK(widening.message().find("conv2d/kernel is stored as F32 but F64 is needed") !=
          std::string_view::npos);
    const std::vector<float> floats = narrow.get_weights();
    model.set_weights(std::vector<double>(floats.begin(), floats.end()));
    CHECK(std::ranges::equal(model.weights(), narrow.weights()));
}
