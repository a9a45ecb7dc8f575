// SPDX-License-Identifier: MIT
// Networks that are graphs in training: 20 steps of Adam against Keras's.
#include "graphs.hpp"

#include "follow.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace inlay;

namespace {

using UNet =
    Sequential<Named<"full", Conv2D<4, 3, 3, ReLU, Same>>, MaxPool<2>,
               Named<"half", Conv2D<6, 3, 3, ReLU, Same>>, MaxPool<2>, Conv2D<8, 3, 3, ReLU, Same>,
               UpSampling2D<2>, Concat<Identity, From<"half">>, Conv2D<6, 3, 3, ReLU, Same>,
               UpSampling2D<2>, Concat<Identity, From<"full">>, Conv2D<4, 3, 3, ReLU, Same>,
               Conv2D<3, 1, 1, Softmax>>;
using Two =
    Sequential<Flatten, Concat<Identity, Sequential<From<"meta">, Dense<8, ReLU>>>, Dense<12, ReLU>,
               Outputs<Named<"kind", Dense<4, Softmax>>, Named<"box", Dense<3>>>>;
using TwoInputs = Inputs<Named<"image", Input<6, 5, 1>>, Named<"meta", Input<5>>>;
using Tower = Sequential<Conv2D<3, 3, 3, ReLU>, Flatten, Dense<6, Tanh>>;
using Siamese = Sequential<Shared<"tower", Tower>,
                           Subtract<Identity, Sequential<From<"right">, Shared<"tower", Tower>>>,
                           Dense<1, Sigmoid>>;
using Pair = Inputs<Named<"left", Input<5, 4, 2>>, Named<"right", Input<5, 4, 2>>>;
using Twice = Sequential<Shared<"turn", Dense<6, Tanh>>, Shared<"turn", Dense<6, Tanh>>, Dense<2>>;
template <int Filters, int Size>
using Same2D = Conv2D<Filters, Size, Size, ReLU, Same>;
using Inception =
    Sequential<Named<"x", Same2D<5, 3>>,
               Concat<Same2D<3, 1>, Sequential<From<"x">, Same2D<2, 1>, Same2D<4, 3>>,
                      Sequential<From<"x">, Same2D<2, 1>, Same2D<3, 5>>,
                      Sequential<From<"x">, MaxPool<3, 3, Strides<1>, Same>, Same2D<2, 1>>>,
               GlobalAveragePool, Dense<4, Softmax>>;

using Several =
    Sequential<Named<"encoder", LSTM<4, ReturnSequences, ReturnState>>,
               Named<"attention", MultiHeadAttention<2, 3, NoBias, ReturnAttentionScores>>, Flatten,
               Concat<Identity, From<"encoder/state_h">, From<"encoder/state_c">,
                      Sequential<From<"attention/scores">, Flatten>>,
               Dense<2>>;

/// The arrays of a case, one for each end, cut to some examples.
template <std::size_t Count>
auto part(const std::array<std::vector<float>, Count>& all, std::size_t examples, std::size_t first,
          std::size_t count) {
    return std::apply(
        [&](const auto&... each) {
            return std::tuple(std::span(each).subspan(each.size() / examples * first,
                                                      each.size() / examples * count)...);
        },
        all);
}

/// A case's tensors, which stand in inlay's order, by inlay's names: Keras counts its layers as it
/// makes them.
std::vector<keras::Tensor> renamed(std::span<const keras::Tensor> tensors,
                                   const std::vector<std::string>& names) {
    REQUIRE(tensors.size() == names.size());
    std::vector<keras::Tensor> renamed(tensors.begin(), tensors.end());
    for (std::size_t t = 0; t < names.size(); ++t) renamed[t].name = names[t];
    return renamed;
}

/// Trains as the case says; the tolerance is a share of the largest element, after all steps.
template <class Net, class In, class Loss, class... Metrics>
void follow(const keras::GraphCase& expected, const Loss& loss, const Metrics&... metrics) {
    CAPTURE(expected.name);
    constexpr double tolerance = 1e-5;
    Model<Net, In> model;
    constexpr std::size_t inputs = decltype(model)::input_shapes.size();
    constexpr std::size_t outputs = decltype(model)::output_shapes.size();
    const auto names = model.tensor_names();
    const auto weights = renamed(expected.weights, names);
    keras::set(model, weights);
    REQUIRE(expected.inputs.size() == inputs);
    REQUIRE(expected.classes.size() == outputs);
    std::array<std::vector<float>, inputs> x;
    std::array<std::vector<float>, outputs> y;
    for (std::size_t k = 0; k < inputs; ++k) x[k] = expected.inputs[k].values();
    for (std::size_t k = 0; k < outputs; ++k)
        y[k] = expected.classes[k].size != 0 ? expected.classes[k].values<float>()
                                             : expected.rows[k].values();
    const std::size_t count = expected.batch * expected.steps;
    const std::size_t scores = expected.evaluate.size();
    REQUIRE(expected.logs.size() == expected.steps * scores);

    const auto found = model.predict(part(x, count, 0, count));
    const auto near = [&](const auto& output, std::size_t k) {
        CHECK(keras::distance(expected.predictions[k], output) < 2e-6);
    };
    if constexpr (outputs == 1)
        near(found, 0);
    else
        [&]<std::size_t... K>(std::index_sequence<K...>) {
            (near(std::get<K>(found), K), ...);
        }(std::make_index_sequence<outputs>());

    auto trainer = model.compile(Adam{.learning_rate = expected.rate}, loss, metrics...);
    for (std::size_t step = 0; step < expected.steps; ++step) {
        CAPTURE(step);
        keras::same(trainer.train_on_batch(part(x, count, step * expected.batch, expected.batch),
                                           part(y, count, step * expected.batch, expected.batch)),
                    expected.logs.subspan(step * scores, scores), tolerance);
    }
    keras::compare(model, weights, expected.weights_after, tolerance);
    keras::same(trainer.evaluate(part(x, count, 0, count), part(y, count, 0, count)),
                expected.evaluate, tolerance);
}

}  // namespace

TEST_CASE("graphs train as Keras trains them") {
    CHECK(std::size(keras::graphs_cases) == 6);
    follow<UNet, Input<8, 8, 2>>(keras::unet, SparseCategoricalCrossentropy{});
    follow<Two, TwoInputs>(
        keras::two, Losses{SparseCategoricalCrossentropy{}, MeanSquaredError{}}.weights(1, 0.5),
        On<"kind">(Accuracy{}));
    follow<Siamese, Pair>(keras::siamese, BinaryCrossentropy{});
    follow<Twice, Input<6>>(keras::twice, MeanSquaredError{});
    follow<Inception, Input<7, 6, 3>>(keras::inception, SparseCategoricalCrossentropy{});
    follow<Several, Input<5, 3>>(keras::outputs, MeanSquaredError{});
}
