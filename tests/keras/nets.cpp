// SPDX-License-Identifier: MIT
// Whole networks in training: our steps against Keras's.
#include "nets.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace inlay;

namespace {

template <int Filters, int Stride>
using Body = Sequential<Conv2D<Filters, 3, 3, Same, Strides<Stride>>, BatchNorm<>, ReLU,
                        Conv2D<Filters, 3, 3, Same>, BatchNorm<>>;
template <int Filters>
using Down = Add<Body<Filters, 2>, Conv2D<Filters, 1, 1, Same, Strides<2>>>;

using Mission = Sequential<Conv2D<32, 5, 5>, MaxPool<2>, Flatten, Dense<10, Softmax>>;
using ResNet8 =
    Sequential<Conv2D<16, 3, 3, Same>, BatchNorm<>, ReLU, Add<Body<16, 1>, Identity>, ReLU,
               Down<32>, ReLU, Down<64>, ReLU, AveragePool<8>, Flatten, Dense<10, Softmax>>;
using TwoBranches =
    Sequential<Conv2D<4, 3, 3, ReLU, Same>,
               Concat<Conv2D<3, 1, 1, ReLU>,
                      Sequential<Conv2D<5, 3, 3, ReLU, Same>, MaxPool<3, 3, Same, Strides<1>>>>,
               GlobalAveragePool, Dense<4, Softmax>>;
using Mlp = Sequential<Dense<17, ReLU>, Dense<11, Tanh>, Dense<5, Softmax>>;

template <class Model>
void set(Model& model, std::span<const keras::Tensor> tensors) {
    for (const keras::Tensor& tensor : tensors) {
        const std::vector<float> values = tensor.values();
        const std::span<float> to = model.weights(tensor.name);
        REQUIRE(to.size() == values.size());
        std::ranges::copy(values, to.begin());
    }
}

/// Trains as the case says. Single precision on both sides sums in other orders: the tolerances are
/// shares of the largest element, after all steps.
template <class Net, class In, class Optimizer>
void follow(const keras::NetCase& expected, Optimizer optimizer, double tolerance) {
    CAPTURE(expected.name);
    Model<Net, In> model;
    CHECK(model.parameter_count == expected.parameter_count);
    CHECK(model.trainable_count == expected.trainable_count);
    set(model, expected.weights);
    set(model, expected.state);

    const std::vector<float> x = expected.input.values();
    const std::vector<int> y = expected.labels.values<int>();
    CHECK(keras::distance(expected.prediction, model.predict(x)) < 2e-6);

    auto trainer = model.compile(optimizer, SparseCategoricalCrossentropy{}, Accuracy{});
    const std::size_t size = Model<Net, In>::input_shape.size();
    for (std::size_t step = 0; step < expected.steps; ++step) {
        const std::size_t first = step * expected.batch;
        const auto [loss, accuracy] =
            trainer.train_on_batch(std::span(x).subspan(first * size, expected.batch * size),
                                   std::span(y).subspan(first, expected.batch));
        CHECK(double(loss) == doctest::Approx(double(expected.losses[step])).epsilon(tolerance));
        CHECK(accuracy == expected.accuracies[step]);
    }
    const auto compare = [&](auto tensors, auto after) {
        for (std::size_t k = 0; k < tensors.size(); ++k) {
            CAPTURE(tensors[k].name);
            CHECK(keras::distance(after[k], model.weights(tensors[k].name)) < tolerance);
        }
    };
    compare(expected.weights, expected.weights_after);
    compare(expected.state, expected.state_after);
    const auto [loss, accuracy] = trainer.evaluate(x, y);
    CHECK(double(loss) == doctest::Approx(double(expected.loss)).epsilon(tolerance));
    CHECK(accuracy == expected.accuracy);
}

}  // namespace

TEST_CASE("whole networks train as Keras trains them") {
    CHECK(std::size(keras::nets_cases) == 4);
    follow<Mission, Input<28, 28, 1>>(keras::mission, SGD{.learning_rate = 0.05f}, 2e-6);
    follow<TwoBranches, Input<9, 7, 3>>(keras::two_branches,
                                        SGD{.learning_rate = 0.1f, .momentum = 0.9f}, 2e-6);
    follow<Mlp, Input<13>>(keras::mlp, Adam{.learning_rate = 0.01f}, 2e-6);
}

TEST_CASE("a residual network with batch normalization trains as Keras trains it") {
    follow<ResNet8, Input<32, 32, 3>>(keras::resnet8, SGD{.learning_rate = 0.01f}, 2e-6);
}
