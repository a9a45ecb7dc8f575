// SPDX-License-Identifier: MIT
#include "nets.hpp"

#include <inlay/program/lower.hpp>
#include <inlay/program/rewrite.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace inlay;
using namespace inlay::INLAY_ABI;
using program::Mode;

namespace {

template <class Net, class In, Mode mode, int logits = 0>
constexpr auto rewritten = program::rewrite(program::lower<Net>(In::shape), mode, logits);

/// The steps that are left: each layer's name, `'` behind it where its activation option is meant,
/// `*` and the normalization folded into it, `&` where it adds another value, `+` and the
/// activation in its epilogue, `!` where it keeps what that is given, `^` where it takes the
/// maximum of windows.
template <std::size_t Capacity>
std::string steps(const program::Program<Capacity>& p) {
    std::string text;
    const auto append = [&](std::string_view before, program::LayerRef ref) {
        if (!ref) return;
        text += before;
        text += p.layers[ref.layer].name;
        if (ref.option) text += "'";
    };
    for (int s = 0; s < p.step_count; ++s) {
        if (p.steps[s].removed) continue;
        append(text.empty() ? "" : " ", p.steps[s].ref);
        if (!p.steps[s].ref) text += " copy";
        append("*", p.steps[s].folded);
        if (p.steps[s].epilogue.adds) text += "&";
        append("+", p.steps[s].epilogue.function);
        if (p.steps[s].epilogue.keeps_sums()) text += "!";
        if (p.steps[s].pools()) text += "^";
    }
    return text;
}

/// The steps of a network in inference, in training, and in training on its logits.
template <class Net, class In>
void check_steps(const char* inference, const char* training, const char* logits) {
    CHECK(steps(rewritten<Net, In, Mode::inference>) == inference);
    CHECK(steps(rewritten<Net, In, Mode::training>) == training);
    CHECK(steps(rewritten<Net, In, Mode::training, 1>) == logits);
}

template <class Net, class In>
std::string inference() {
    return steps(rewritten<Net, In, Mode::inference>);
}

}  // namespace

TEST_CASE(
    "a maximum of windows side by side runs in the convolution before it, if nobody else reads") {
    using In = Input<9, 9, 2>;
    check_steps<Sequential<Conv2D<4, 3, 3, ReLU>, MaxPool<2>>, In>(
        "conv2d+conv2d'^", "conv2d+conv2d'^", "conv2d+conv2d'^");
    CHECK(inference<Sequential<Conv2D<4, 3>, ReLU, MaxPool<3, 2>>, In>() == "conv2d+re_lu^");
    CHECK(inference<Sequential<Conv2D<4, 3>, BatchNorm<>, MaxPool<2>>, In>() ==
          "conv2d*batch_normalization^");
    CHECK(inference<Sequential<Conv2D<4, 3>, MaxPool<2>, ReLU>, In>() == "conv2d^ re_lu");
    CHECK(inference<Sequential<Conv2D<4, 3>, MaxPool<2>, MaxPool<2>>, In>() ==
          "conv2d^ max_pooling2d");
    CHECK(inference<Sequential<Conv2D<4, 3>, MaxPool<3, 3, Strides<2>>>, In>() ==
          "conv2d max_pooling2d");
    CHECK(inference<Sequential<Conv2D<4, 3>, MaxPool<2, 2, Same>>, In>() == "conv2d max_pooling2d");
    CHECK(inference<Sequential<Conv2D<4, 3>, MaxPool<4>>, In>() == "conv2d max_pooling2d");
    CHECK(inference<Sequential<Conv2D<4, 3>, Add<MaxPool<2>, MaxPool<2>>>, In>() ==
          "conv2d max_pooling2d max_pooling2d add");
    CHECK(inference<Sequential<AveragePool<2>, MaxPool<2>>, In>() ==
          "average_pooling2d max_pooling2d");
}

TEST_CASE("activations run in the step before them, all but the last where its input is wanted") {
    check_steps<nets::Mission, Input<28, 28, 1>>("conv2d^ dense dense'", "conv2d^ dense dense'",
                                                 "conv2d^ dense dense'");
    check_steps<Sequential<Dense<3, ReLU>, Dense<2, Sigmoid>>, Input<4>>(
        "dense+dense' dense dense'", "dense+dense' dense+dense'", "dense+dense' dense dense'");
    check_steps<Sequential<Dense<3>, ReLU, Dense<2>, Tanh>, Input<4>>(
        "dense+re_lu dense tanh", "dense+re_lu dense+tanh", "dense+re_lu dense tanh");
}

TEST_CASE("activations stay behind a step that cannot take them, and behind another activation") {
    CHECK(inference<Sequential<MaxPool<2>, ReLU, Flatten, Dense<2>>, Input<4, 4, 1>>() ==
          "max_pooling2d re_lu dense");
    CHECK(inference<Sequential<Dense<3, ReLU>, Tanh, Dense<2>>, Input<4>>() ==
          "dense+dense' tanh dense");
    CHECK(inference<Sequential<Dense<3>, Softmax, Dense<2>>, Input<4>>() == "dense softmax dense");
    // The sum before the activation has another reader.
    CHECK(inference<Sequential<Dense<3>, Add<ReLU, Identity>, Dense<2>>, Input<4>>() ==
          "dense re_lu add dense");
    CHECK(inference<Sequential<Add<Dense<4>, Identity>, ReLU, Dense<2>>, Input<4>>() ==
          "dense&+re_lu dense");
}

TEST_CASE("an activation whose derivative reads its input leaves that behind in training") {
    check_steps<Sequential<Dense<3, GELU>, Dense<2>, SiLU>, Input<4>>(
        "dense+dense' dense+silu", "dense+dense'! dense+silu!", "dense+dense'! dense+silu!");
    check_steps<Sequential<Conv2D<3, 3, 3>, BatchNorm<>, GELU, Conv2D<2, 1>>, Input<4, 4, 1>>(
        "conv2d*batch_normalization+gelu conv2d", "conv2d batch_normalization+gelu! conv2d",
        "conv2d batch_normalization+gelu! conv2d");
    check_steps<Sequential<Dense<3>, LayerNorm<>, GELUTanh, Dense<2>>, Input<4>>(
        "dense layer_normalization+gelu dense", "dense layer_normalization+gelu! dense",
        "dense layer_normalization+gelu! dense");
    // Which cell won would not tell what it was.
    check_steps<Sequential<Conv2D<4, 3, 3, GELU>, MaxPool<2>, Flatten, Dense<2>>, Input<6, 6, 1>>(
        "conv2d+conv2d'^ dense", "conv2d+conv2d'! max_pooling2d dense",
        "conv2d+conv2d'! max_pooling2d dense");
    // The value before it has another reader.
    check_steps<Sequential<Dense<3>, Add<GELU, Identity>, Dense<2>>, Input<4>>(
        "dense gelu add dense", "dense gelu add dense", "dense gelu add dense");
}

TEST_CASE(
    "what is kept for the derivative lies by itself, and the sum has no gradient of its own") {
    using Net = Sequential<Conv2D<3, 3, 3, Same, GELU>, Conv2D<2, 3, 3, Same>>;
    constexpr auto& p = rewritten<Net, Input<6, 6, 1>, Mode::training>;
    const program::Step& step = p.steps[0];
    REQUIRE(step.epilogue.kept >= 0);
    CHECK(p.values[step.epilogue.kept].halo.empty());
    CHECK_FALSE(p.values[step.output].halo.empty());
    CHECK(p.values[step.epilogue.kept].shape == p.values[step.output].shape);
}

TEST_CASE("PReLU runs with its weights in the step before it") {
    check_steps<Sequential<Dense<3, PReLU<>>, Dense<2>>, Input<4>>(
        "dense+dense' dense", "dense+dense'! dense", "dense+dense'! dense");
    check_steps<Sequential<Conv2D<3, 3, 3>, BatchNorm<>, PReLU<SharedAxes<1, 2>>, Conv2D<2, 1>>,
                Input<4, 4, 1>>("conv2d*batch_normalization+p_re_lu conv2d",
                                "conv2d batch_normalization+p_re_lu! conv2d",
                                "conv2d batch_normalization+p_re_lu! conv2d");
    CHECK(inference<Sequential<Conv2D<3, 3, 3, PReLU<>>, MaxPool<2>, Flatten, Dense<2>>,
                    Input<6, 6, 1>>() == "conv2d+conv2d' max_pooling2d dense");
    CHECK(inference<Sequential<PReLU<>, Dense<2>>, Input<4>>() == "p_re_lu dense");
    CHECK(inference<Sequential<MaxPool<2>, PReLU<>, Flatten, Dense<2>>, Input<4, 4, 1>>() ==
          "max_pooling2d p_re_lu dense");
    CHECK(inference<Sequential<Dense<4>, Add<PReLU<>, Identity>, Dense<2>>, Input<4>>() ==
          "dense p_re_lu add dense");
}

TEST_CASE("an addition runs in the step that makes one of its inputs last") {
    using In = Input<6, 6, 2>;
    using C = Conv2D<2, 3, 3, Same>;
    check_steps<Sequential<C, Add<Sequential<C, ReLU, C>, Identity>, ReLU, Flatten, Dense<2>>, In>(
        "conv2d conv2d+re_lu conv2d&+re_lu dense", "conv2d conv2d+re_lu conv2d&+re_lu dense",
        "conv2d conv2d+re_lu conv2d&+re_lu dense");
    check_steps<Sequential<C, Add<Identity, Sequential<C, BatchNorm<>>>, GELU, Flatten, Dense<2>>,
                In>("conv2d conv2d*batch_normalization&+gelu dense",
                    "conv2d conv2d batch_normalization&+gelu! dense",
                    "conv2d conv2d batch_normalization&+gelu! dense");
    check_steps<nets::ResNet8, Input<32, 32, 3>>(
        "conv2d*batch_normalization+re_lu conv2d*batch_normalization+re_lu "
        "conv2d*batch_normalization&+re_lu conv2d*batch_normalization+re_lu "
        "conv2d*batch_normalization conv2d&+re_lu conv2d*batch_normalization+re_lu "
        "conv2d*batch_normalization conv2d&+re_lu average_pooling2d dense dense'",
        "conv2d batch_normalization+re_lu conv2d batch_normalization+re_lu conv2d "
        "batch_normalization&+re_lu conv2d batch_normalization+re_lu conv2d batch_normalization "
        "conv2d&+re_lu conv2d batch_normalization+re_lu conv2d batch_normalization conv2d&+re_lu "
        "average_pooling2d dense dense'",
        "conv2d batch_normalization+re_lu conv2d batch_normalization+re_lu conv2d "
        "batch_normalization&+re_lu conv2d batch_normalization+re_lu conv2d batch_normalization "
        "conv2d&+re_lu conv2d batch_normalization+re_lu conv2d batch_normalization conv2d&+re_lu "
        "average_pooling2d dense dense'");
    // What only says where elements lie does not stand in the way.
    CHECK(inference<Add<Conv2D<2, 3>, Sequential<Dropout<0.5>, Cropping2D<1>>>, In>() == "conv2d&");
    CHECK(inference<Add<Conv2D<2, 5, 5, Same>, Sequential<Conv2D<2, 3>, ZeroPadding2D<1>>>, In>() ==
          "conv2d conv2d add");
    CHECK(inference<Sequential<Dense<4>, Add<LayerNorm<>, Identity>>, Input<4>>() ==
          "dense layer_normalization&");
}

TEST_CASE("an addition stays where nothing can take it") {
    using In = Input<6, 6, 2>;
    using C = Conv2D<2, 3, 3, Same>;
    // The step has an activation or a maximum of its own.
    CHECK(inference<Add<Conv2D<2, 3, 3, Same, ReLU>, Identity>, In>() == "conv2d+conv2d' add");
    CHECK(inference<Add<MaxPool<2>, Sequential<C, MaxPool<2>>>, In>() ==
          "max_pooling2d conv2d^ add");
    // The value has another reader, or is both inputs.
    CHECK(inference<Sequential<C, Add<Identity, Identity>>, In>() == "conv2d add");
    CHECK(inference<Sequential<C, Concat<Add<Identity, C>, Identity>, Conv2D<1, 1>>, In>() ==
          "conv2d conv2d& conv2d");
    CHECK(inference<Sequential<C, Add<Sequential<C, Concat<Identity, Identity>>, Conv2D<4, 1>>>,
                    In>() == "conv2d conv2d concatenate conv2d&");
    // One of them spreads; there are three; a step stands between.
    CHECK(inference<Add<C, Conv2D<1, 1>>, In>() == "conv2d conv2d add");
    CHECK(inference<Add<Conv2D<1, 1>, C>, In>() == "conv2d conv2d add");
    CHECK(inference<Add<C, Identity, Identity>, In>() == "conv2d add");
    CHECK(inference<Add<C, MaxPool<1>>, In>() == "conv2d max_pooling2d add");
    CHECK(inference<Add<MaxPool<1>, Identity>, In>() == "max_pooling2d add");
    // Nor do poolings stand behind an addition in an epilogue.
    CHECK(inference<Sequential<Add<C, Identity>, MaxPool<2>>, In>() == "conv2d& max_pooling2d");
    // In training a dropout is work.
    CHECK(steps(rewritten<Add<Sequential<C, Dropout<0.5>>, Identity>, In, Mode::training>) ==
          "conv2d dropout add");
    CHECK(steps(rewritten<Add<C, Dropout<0.5>>, In, Mode::training>) == "conv2d dropout add");
    // Multiplications are none.
    CHECK(inference<Multiply<C, Identity>, In>() == "conv2d multiply");
}

TEST_CASE("a sum lies where its addend did, where nobody reads that any more") {
    using C = Conv2D<2, 3, 3, Same>;
    using Body = Sequential<C, ReLU, C>;
    const auto places = [](const auto& p) {
        std::string text;
        for (int s = 0; s < p.step_count; ++s)
            if (const program::Step& step = p.steps[s]; !step.removed && step.epilogue.adds) {
                const int addend = p.reads[step.first_read + step.inputs()].value;
                text += p.values[step.output].parent == addend ? '=' : '/';
                text += p.reads[step.first_read + step.inputs()].in_place ? '=' : '/';
            }
        return text;
    };
    using In = Input<7, 6, 2>;
    using Two = Sequential<C, Add<Body, Identity>, ReLU, Add<Body, Identity>, C>;
    CHECK(places(rewritten<Two, In, Mode::inference>) == "=/=/");
    CHECK(places(rewritten<Two, In, Mode::training>) == "/=/=");  // its layer reads it once more
    // The step's own input, another reader, the caller's memory.
    using Own = Sequential<C, Add<C, Identity>, C>;
    CHECK(places(rewritten<Own, In, Mode::inference>) == "//");
    CHECK(places(rewritten<Own, In, Mode::training>) == "//");
    using Later = Sequential<C, Concat<Add<Body, Identity>, Identity>, C>;
    CHECK(places(rewritten<Later, In, Mode::inference>) == "//");
    CHECK(places(rewritten<Add<Body, Identity>, In, Mode::inference>) == "//");
    CHECK(places(rewritten<Sequential<C, Add<Body, Identity>>, In, Mode::inference>) == "//");
    // The sums of a vector wait in the output.
    using Vector = Sequential<Dense<4>, Add<Sequential<Dense<4>, Dense<4>>, Identity>, Dense<2>>;
    CHECK(places(rewritten<Vector, Input<4>, Mode::inference>) == "//");
    CHECK(places(rewritten<Vector, Input<4>, Mode::training>) == "/=");
}

TEST_CASE("normalizations are folded outside of training, where nobody sees what is between") {
    check_steps<Sequential<Dense<3>, BatchNorm<>, ReLU, Dense<2>>, Input<4>>(
        "dense*batch_normalization+re_lu dense", "dense batch_normalization+re_lu dense",
        "dense batch_normalization+re_lu dense");
    CHECK(inference<Sequential<Conv2D<2, 3, 3>, BatchNorm<>>, Input<4, 4, 1>>() ==
          "conv2d*batch_normalization");
    CHECK(inference<Sequential<Dense<3, ReLU>, BatchNorm<>>, Input<4>>() ==
          "dense+dense' batch_normalization");
    CHECK(
        inference<Sequential<MaxPool<2>, BatchNorm<>, ReLU, Flatten, Dense<1>>, Input<4, 4, 1>>() ==
        "max_pooling2d batch_normalization+re_lu dense");
    CHECK(inference<Sequential<Dense<3>, Add<BatchNorm<>, Identity>>, Input<4>>() ==
          "dense batch_normalization&");
    CHECK(inference<Sequential<Dense<3>, BatchNorm<>, BatchNorm<>>, Input<4>>() ==
          "dense*batch_normalization batch_normalization");
    CHECK(inference<BatchNorm<>, Input<4>>() == "batch_normalization");
}

TEST_CASE("folding needs a bias, and as many derived weights as there are with one") {
    constexpr auto& p = rewritten<Sequential<Conv2D<2, 3, 3, NoBias>, BatchNorm<>>, Input<4, 4, 1>,
                                  Mode::inference>;
    CHECK(p.steps[0].bias);
    CHECK(p.steps[0].prepared.count == 3 * 3 * 2 + 2);
    CHECK(p.derived_count == 3 * 3 * 2 + 2);
    constexpr auto& plain = rewritten<BatchNorm<>, Input<4>, Mode::inference>;
    CHECK(plain.derived_count == 3 * 4);  // a scale and a shift
    constexpr auto& none = rewritten<nets::Mission, Input<28, 28, 1>, Mode::inference>;
    CHECK(none.derived_count == 0);
}

TEST_CASE("steps that only rename are dropped") {
    check_steps<Sequential<Dense<3>, Dropout<0.5>, Identity, Dense<2>>, Input<4>>(
        "dense dense", "dense dropout dense", "dense dropout dense");
    CHECK(inference<Sequential<Conv2D<2, 3, 3>, Flatten, Dense<2>>, Input<4, 4, 1>>() ==
          "conv2d dense");
    CHECK(inference<Sequential<Dense<3>, Flatten>, Input<4>>() == "dense");
    CHECK(inference<Add<Dense<4>, Identity, Sequential<>>, Input<4>>() == "dense add");
}

TEST_CASE("steps that rename stay where the network would hand out its input") {
    CHECK(inference<Flatten, Input<4, 4, 1>>() == "flatten");
    CHECK(inference<Sequential<Identity, Flatten>, Input<4, 4, 1>>() == "flatten");
    CHECK(inference<Dropout<0.5>, Input<4>>() == "dropout");
}

TEST_CASE("what renames, crops, pads or joins is a view, whatever borders its readers want") {
    CHECK(inference<Sequential<Conv2D<2, 1>, Dropout<0.5>, Conv2D<3, 3, 3, Same>>,
                    Input<4, 4, 1>>() == "conv2d conv2d");
    CHECK(inference<Sequential<Conv2D<2, 1>, Add<Conv2D<2, 3, 3, Same>, Identity>>,
                    Input<4, 4, 1>>() == "conv2d conv2d&");
    using Joined =
        Sequential<Conv2D<2, 1>, Concat<Conv2D<3, 3, 3, Same>, Identity>, AveragePool<1>>;
    CHECK(inference<Joined, Input<4, 4, 1>>() == "conv2d conv2d average_pooling2d");
    CHECK(inference<Sequential<Joined, Concat<Joined, Identity>, Conv2D<1, 3, 3, Same>>,
                    Input<4, 4, 1>>() ==
          "conv2d conv2d average_pooling2d conv2d conv2d average_pooling2d conv2d");
    using Rows = Concat<Conv2D<2, 1>, Conv2D<2, 2, 1>, Axis<1>>;
    CHECK(inference<Sequential<Concat<Rows, Rows, Axis<2>>, Conv2D<1, 3, 3, Same>>,
                    Input<4, 4, 1>>() == "conv2d conv2d conv2d conv2d conv2d");
    CHECK(inference<Sequential<ZeroPadding2D<1, 0, 2, 1>, Conv2D<2, 3, 3, Strides<2>>>,
                    Input<5, 5, 1>>() == "conv2d");
    CHECK(inference<Sequential<Conv2D<2, 1>, Cropping2D<1>, MaxPool<2>, Reshape<2, 2>, Dense<3>>,
                    Input<6, 4, 1>>() == "conv2d max_pooling2d dense");
}

TEST_CASE("what the output, a border or a second place stands in the way of is copied") {
    constexpr auto& p =
        rewritten<Sequential<Conv2D<2, 3>, Cropping2D<1>>, Input<8, 8, 1>, Mode::inference>;
    CHECK(steps(p) == "conv2d cropping2d");
    CHECK(inference<Sequential<Conv2D<2, 1>, Cropping2D<1>, Conv2D<2, 3, 3, Same>>,
                    Input<6, 6, 1>>() == "conv2d cropping2d conv2d");
    using Twice = Sequential<Conv2D<2, 1>, Concat<Identity, Identity>, ReLU>;
    constexpr auto& twice = rewritten<Twice, Input<4, 4, 1>, Mode::inference>;
    CHECK(steps(twice) == "conv2d concatenate re_lu");
    CHECK(twice.reads[twice.steps[3].first_read].in_place);
    CHECK_FALSE(twice.reads[twice.steps[3].first_read + 1].in_place);
    CHECK(inference<Sequential<Concat<Identity, Conv2D<2, 1>>, ReLU>, Input<4, 4, 1>>() ==
          "conv2d concatenate re_lu");  // the caller's input stays where it is
    // Where a part of the rows would have a border, others lie.
    CHECK(
        inference<Sequential<Conv2D<2, 1>, Concat<Identity, Conv2D<2, 3, 3, Same>, Axis<1>>, ReLU>,
                  Input<4, 4, 1>>() == "conv2d conv2d concatenate re_lu");
    // A vector that a dense layer makes lies by itself.
    CHECK(inference<Sequential<Concat<Dense<2>, Dense<3>>, ReLU>, Input<4>>() ==
          "dense dense concatenate re_lu");
}

TEST_CASE("the first layer rescales while the input is gathered") {
    using Net = Sequential<Rescaling<2>, Conv2D<2, 3, 3, Same>, Rescaling<3, 1>, MaxPool<2>>;
    constexpr auto& p = rewritten<Net, Input<6, 6, 1>, Mode::inference>;
    CHECK(steps(p) == "conv2d+rescaling^");
    CHECK(p.inputs[0].gather.layer == 0);
    constexpr auto& alone = rewritten<Rescaling<2>, Input<6>, Mode::inference>;
    CHECK(steps(alone) == "rescaling");
    constexpr auto& shared = rewritten<Add<Rescaling<2>, Identity>, Input<6>, Mode::inference>;
    CHECK(steps(shared) == "rescaling add");
}

TEST_CASE("a value has the widest border that a reader wants") {
    using Net = Sequential<Conv2D<2, 1>, Add<Conv2D<3, 3, 3, Same>, Conv2D<3, 4, 7, Same>>>;
    constexpr auto& p = rewritten<Net, Input<9, 9, 1>, Mode::inference>;
    CHECK(p.values[p.steps[0].output].halo == Halo{1, 2, 3, 3});
    CHECK(p.values[p.inputs[0].value].halo.empty());
}

TEST_CASE("all readers of a value but the last to run add to its gradient") {
    using Net = Sequential<Dense<4>, Add<Sequential<Dense<4>, ReLU>, Identity, Dense<4>>>;
    constexpr auto& p = rewritten<Net, Input<3>, Mode::training>;
    // In backward order: the join's shortcut assigns, then both dense layers add.
    const auto accumulates = [&](int step, int read) {
        return p.reads[p.steps[step].first_read + read].accumulate;
    };
    REQUIRE(steps(p) == "dense dense+re_lu dense add");
    const int first = 0, left = 1, right = 4, join = 5;
    REQUIRE(p.steps[join].reads == 3);
    CHECK_FALSE(accumulates(join, 0));
    CHECK_FALSE(accumulates(join, 1));
    CHECK_FALSE(accumulates(join, 2));
    CHECK(accumulates(right, 0));
    CHECK(accumulates(left, 0));
    CHECK_FALSE(accumulates(first, 0));
}

TEST_CASE("values that no weights have a part in need no gradient") {
    using Net = Sequential<Rescaling<2>, Add<Conv2D<2, 3, 3, Same>, Identity>, ReLU>;
    constexpr auto& p = rewritten<Net, Input<4, 4, 2>, Mode::training>;
    CHECK_FALSE(p.values[p.inputs[0].value].needs_gradient);
    CHECK_FALSE(p.values[p.steps[0].output].needs_gradient);
    CHECK(p.values[p.outputs[0].value].needs_gradient);
    CHECK(p.derived_count == 0);  // no transposed kernel: nobody wants the convolution's dx
}
