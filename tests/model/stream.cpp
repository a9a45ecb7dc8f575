// SPDX-License-Identifier: MIT
// A sequence step by step: the bits of the whole of it.
#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

using namespace inlay;

namespace {

constexpr std::size_t steps = 37, features = 3;

/// Zeros in every fifth step.
std::vector<float> sequence() {
    std::vector<float> x(steps * features);
    for (std::size_t k = 0; k < x.size(); ++k)
        x[k] = k / features % 5 == 4 ? 0 : std::sin(static_cast<float>(k));
    return x;
}

/// Feeds the sequence to the model, and returns the outputs of all steps.
template <class Model>
std::vector<float> stream(Model& model, std::size_t outputs) {
    const std::vector<float> x = sequence();
    std::vector<float> all, y(outputs);
    for (std::size_t t = 0; t < steps; ++t) {
        REQUIRE(model.step(std::span(x).subspan(t * features, features), y));
        all.insert(all.end(), y.begin(), y.end());
    }
    return all;
}

template <class Model>
std::vector<float> whole(Model& model) {
    std::vector<float> y(Model::output_shape.size());
    REQUIRE(model.forward(sequence(), y));
    return y;
}

}  // namespace

TEST_CASE("steps of a sequence make the bits of the whole") {
    using Net = Sequential<Masking<0>, Dense<5, ReLU>, LSTM<33, ReturnSequences>, BatchNorm<>,
                           Add<Identity, Dense<33, Tanh>>, GRU<6, ReturnSequences>, LayerNorm<>,
                           SimpleRNN<40, ReturnSequences>, Dense<2>>;
    Model<Net, Input<steps, features>> model{3};
    static_assert(decltype(model)::Net::stream_count == 2 * 33 + 2 * 6 + 40);
    const auto wanted = whole(model);
    CHECK(stream(model, 2) == wanted);
    CHECK(whole(model) == wanted);
    CHECK(stream(model, 2) != wanted);  // it goes on from where it was
    auto copy = model;
    model.reset();
    CHECK(stream(model, 2) == wanted);
    CHECK(stream(copy, 2) != wanted);
    for (float& w : model.weights()) w *= 0.5f;
    model.reset();
    CHECK(stream(model, 2) == whole(model));
}

TEST_CASE("a network of the last output makes it at every step") {
    using Net = Sequential<GRU<7, ResetBefore>, Dense<9, ReLU>, Dense<1>>;
    Model<Net, Input<steps, features>> model{5};
    const auto all = stream(model, 1);
    CHECK(all.back() == whole(model)[0]);
    Model<Net, Input<11, features>> shorter;
    shorter.set_weights(model.get_weights());
    std::vector<float> x = sequence(), y(1);
    x.resize(11 * features);
    REQUIRE(shorter.forward(x, y));
    CHECK(all[10] == y[0]);
}

TEST_CASE("weights that the whole sequence reads in panels, and one step does not") {
    Model<Sequential<SimpleRNN<64, ReturnSequences>, Dense<65>>, Input<steps, features>> model{5};
    CHECK(stream(model, 65) == whole(model));
}

TEST_CASE("words of a sequence, one by one") {
    using Net = Sequential<Embedding<9, 4, MaskZero>, LSTM<3, ReturnSequences>, Dense<2>>;
    Model<Net, Input<6>> model{5};
    const std::vector<float> x{3, 0, 8, 1, 0, 2};
    std::vector<float> wanted(12), y(2), all;
    REQUIRE(model.forward(x, wanted));
    for (const float& word : x) {
        REQUIRE(model.step(std::span(&word, 1), y));
        all.insert(all.end(), y.begin(), y.end());
    }
    CHECK(all == wanted);
}

TEST_CASE("a step of another length, and of a model that was moved from") {
    Model<LSTM<2>, Input<4, 3>> model;
    std::vector<float> in(2), out(2);
    const Status status = model.step(in, out);
    CHECK(std::string(status.message()) ==
          "step was given 2 numbers and room for 2 but the network takes 3 and makes 2");
    in.resize(3);
    const auto other = std::move(model);
    CHECK(!model.step(in, out));
}
