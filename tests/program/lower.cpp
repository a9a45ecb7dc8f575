// SPDX-License-Identifier: MIT
#include "nets.hpp"

#include <inlay/program/lower.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

template <class Net, class In>
constexpr auto lowered = program::lower<Net>(In::shape);

/// The tensors as lines such as "conv2d_1/kernel 3x3x1x2 at 18", `!` before those of the state.
template <std::size_t Capacity>
std::vector<std::string> tensors(const program::Program<Capacity>& p) {
    std::vector<std::string> lines;
    for (int t = 0; t < p.tensor_count; ++t) {
        const program::TensorInfo& tensor = p.tensors[t];
        const program::LayerInfo& layer = p.layers[tensor.layer];
        Sentence line;
        line << (tensor.spec.trainable ? "" : "!") << layer.name;
        if (layer.ordinal > 0) line << "_" << layer.ordinal;
        line << "/" << tensor.spec.name << " " << tensor.spec.shape << " at " << tensor.offset;
        lines.emplace_back(line.view());
    }
    return lines;
}

/// The layers as lines such as "add 5x5x2 <- 1 -1": name, output, the layers it reads.
template <std::size_t Capacity>
std::vector<std::string> layers(const program::Program<Capacity>& p) {
    std::vector<std::string> lines;
    for (int k = 0; k < p.layer_count; ++k) {
        const program::LayerInfo& layer = p.layers[k];
        Sentence line;
        line << layer.name << " " << layer.output << " <-";
        for (int c = 0; c < p.connection_count; ++c)
            if (p.connections[c].reader == k) line << " " << p.connections[c].source;
        lines.emplace_back(line.view());
    }
    return lines;
}

using Lines = std::vector<std::string>;

template <class Net, class In>
std::string mistake_of() {
    return std::string(program::lower<Net>(In::shape).mistake.view());
}

}  // namespace

// A given name is one layer within its model; it may be none that Keras's numbering gives there.
template <class... Layers>
constexpr bool clashes = !program::lower<Sequential<Layers...>>(Shape{2}).mistake.empty();
using Turn = Dense<2>;
static_assert(!clashes<Turn, Turn, Named<"dense_2", Turn>>);
static_assert(!clashes<Turn, Named<"dense_2", Turn>, Turn>);
static_assert(clashes<Turn, Turn, Named<"dense_1", Turn>>);
static_assert(clashes<Turn, Named<"dense_1", Turn>, Turn>);
static_assert(clashes<Turn, Named<"dense", Turn>>);
static_assert(clashes<Named<"turn", Turn>, Turn, Named<"turn", Turn>>);
static_assert(!clashes<Named<"all", Sequential<Named<"turn", Turn>>>, Named<"turn", Turn>>);

TEST_CASE("layers, their outputs and what they read") {
    CHECK(layers(lowered<nets::Mission, Input<28, 28, 1>>) ==
          Lines{"conv2d 24x24x32 <- -1", "max_pooling2d 12x12x32 <- 0", "flatten 4608 <- 1",
                "dense 10 <- 2"});
    using Nested = Sequential<Sequential<>, Add<Sequential<Dense<4>, ReLU>, Sequential<>>,
                              Concat<Sequential<Add<Identity, Dense<4>>>, Dense<3>, Dense<1>>>;
    CHECK(layers(lowered<Nested, Input<4>>) ==
          Lines{"dense 4 <- -1", "re_lu 4 <- 0", "add 4 <- 1 -1", "identity 4 <- 2", "dense 4 <- 2",
                "add 4 <- 3 4", "dense 3 <- 2", "dense 1 <- 2", "concatenate 8 <- 5 6 7"});
}

TEST_CASE("tensors in their blocks") {
    using Net = Sequential<Conv2D<2, 3, 3>, Conv2D<2, 1, 1, NoBias, ReLU>, BatchNorm<NoScale>,
                           Flatten, BatchNorm<>, Dense<5, Softmax>, Dense<3>>;
    CHECK(
        tensors(lowered<Net, Input<4, 4, 1>>) ==
        Lines{"conv2d/kernel 3x3x1x2 at 0", "conv2d/bias 2 at 18", "conv2d_1/kernel 1x1x2x2 at 20",
              "batch_normalization/beta 2 at 24", "!batch_normalization/moving_mean 2 at 0",
              "!batch_normalization/moving_variance 2 at 2", "batch_normalization_1/gamma 8 at 26",
              "batch_normalization_1/beta 8 at 34", "!batch_normalization_1/moving_mean 8 at 4",
              "!batch_normalization_1/moving_variance 8 at 12", "dense/kernel 8x5 at 42",
              "dense/bias 5 at 82", "dense_1/kernel 5x3 at 87", "dense_1/bias 3 at 102"});
}

TEST_CASE("counts of each layer") {
    constexpr auto& p = lowered<nets::ResNet8, Input<32, 32, 3>>;
    std::size_t trainable = 0, other = 0;
    std::uint64_t multiply_adds = 0;
    for (int k = 0; k < p.layer_count; ++k) {
        trainable += p.layers[k].trainable;
        other += p.layers[k].non_trainable;
        multiply_adds += p.layers[k].cost.multiply_adds;
    }
    CHECK(trainable == p.weight_count);
    CHECK(other == p.state_count);
    CHECK(multiply_adds == p.multiply_adds);
    CHECK(p.layers[0].trainable == 3 * 3 * 3 * 16 + 16);
    CHECK(p.layers[0].cost.multiply_adds == 32 * 32 * 3 * 3 * 3 * 16);
}

TEST_CASE("the option and the layer make the same steps") {
    constexpr auto& option = lowered<Sequential<Dense<3, ReLU>, Dense<2, Softmax>>, Input<4>>;
    constexpr auto& layer = lowered<Sequential<Dense<3>, ReLU, Dense<2>, Softmax>, Input<4>>;
    static_assert(option.step_count == 4 && layer.step_count == 4);
    static_assert(option.layer_count == 2 && layer.layer_count == 4);
    for (int s = 0; s < option.step_count; ++s) {
        CHECK(option.steps[s].role == layer.steps[s].role);
        CHECK(option.steps[s].weight_count == layer.steps[s].weight_count);
        CHECK(option.values[option.steps[s].output].shape ==
              layer.values[layer.steps[s].output].shape);
    }
}

TEST_CASE("the first mistake is a sentence with the layer's number") {
    CHECK(mistake_of<Sequential<Flatten, Conv2D<2, 3, 3>>, Input<5, 5, 1>>() ==
          "layer 2, Conv2D<2, 3, 3>, receives 25 but needs an image of height x width x channels: "
          "move it before Flatten, or give the network an input such as Input<28, 28, 1>");
    CHECK(mistake_of<Sequential<Conv2D<2, 3, 3>, Conv2D<2, 4, 4>, Dense<0>>, Input<5, 5, 1>>() ==
          "layer 2, Conv2D<2, 4, 4>, receives 3x3x2 but needs at least 4x4 cells for its window: "
          "use a smaller window, the option Same, or fewer poolings before it");
    CHECK(mistake_of<Sequential<Dense<2>, Add<Dense<3>, Dense<4>>>, Input<5>>() ==
          "layer 4, Add<Dense<3>, Dense<4>>, receives 2 but needs branches of one shape, but "
          "branch 1 "
          "gives 3 and branch 2 gives 4: give both branches the same strides, padding and filters");
    CHECK(mistake_of<Dropout<1.5>, Input<5>>() ==
          "layer 1, Dropout<1.5>, receives 5 but needs a rate from 0 to below 1, the share of "
          "elements to drop: write a share such as Dropout<0.5>");
    CHECK(mistake_of<Dense<3, Same>, Input<5>>().find("is given the option Same") !=
          std::string::npos);
    CHECK(mistake_of<Dense<3, ReLU, Tanh>, Input<5>>().find(
              "two options of a kind, ReLU and Tanh") != std::string::npos);
    CHECK(mistake_of<Concat<MaxPool<2>, Identity>, Input<4, 4, 1>>().find("the last axis only") !=
          std::string::npos);
    CHECK(mistake_of<BatchNorm<Momentum<2>>, Input<4>>().find("momentum from 0 to 1") !=
          std::string::npos);
    CHECK(mistake_of<nets::ResNet8, Input<32, 32, 3>>() == "");
}
