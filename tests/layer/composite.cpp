// SPDX-License-Identifier: MIT
// A layer of several steps: one row, tensors of its own names.
#include "../activation/linear.cpp"
#include "../activation/tanh.cpp"
#include "add.cpp"
#include "check.hpp"
#include "dense.cpp"
#include "identity.cpp"

#include <inlay/inlay.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace outside {

/// A dense layer whose tensors have names of their own.
template <int Units, bool first, class... Given>
struct Half : Dense<Units, Given...> {
    using Base = Dense<Units, Given...>;

    static constexpr WeightSpecs weights(const Shape& in) {
        WeightSpecs specs = Base::weights(in);
        specs.items[0].name = first ? "inner_kernel" : "outer_kernel";
        specs.items[1].name = first ? "inner_bias" : "outer_bias";
        return specs;
    }
};

/// y = f(x + W_2 tanh(W_1 x + b_1) + b_2)
template <int Units, class Activation = Linear>
struct Residual {
    static constexpr std::string_view title = "Residual", name = "residual";
    using Layers =
        Sequential<Add<Sequential<Half<5, true, Tanh>, Half<Units, false>>, Identity>, Activation>;
};

template <int Units>
struct Twice {
    static constexpr std::string_view title = "Twice", name = "twice";
    using Layers = Sequential<Dense<Units>, Dense<Units>>;
};

}  // namespace outside

namespace naive {

template <int Units, bool first, class... Given>
Batch forward(Of<outside::Half<Units, first, Given...>>, const Batch& x, Run& run) {
    return forward(Of<Dense<Units, Given...>>{}, x, run);
}

template <int Units, class Activation>
Batch forward(Of<outside::Residual<Units, Activation>>, const Batch& x, Run& run) {
    return forward(Of<typename outside::Residual<Units, Activation>::Layers>{}, x, run);
}

}  // namespace naive

TEST_CASE("a composite layer computes what its layers do") {
    check::both<outside::Residual<4>, Input<4>>();
    check::graph<Sequential<outside::Residual<3, Tanh>, Shared<"r", outside::Residual<3>>,
                            Shared<"r", outside::Residual<3>>, Dense<2>>,
                 Input<3>>();
}

TEST_CASE("it is one layer by name, in summary and for the compiler") {
    using Net = Model<Sequential<outside::Residual<4>, Named<"mine", outside::Residual<4>>,
                                 outside::Residual<4, Tanh>, Dense<2>>,
                      Input<4>>;
    CHECK(Net::tensor_names() ==
          std::vector<std::string>{
              "residual/inner_kernel", "residual/inner_bias", "residual/outer_kernel",
              "residual/outer_bias", "mine/inner_kernel", "mine/inner_bias", "mine/outer_kernel",
              "mine/outer_bias", "residual_1/inner_kernel", "residual_1/inner_bias",
              "residual_1/outer_kernel", "residual_1/outer_bias", "dense/kernel", "dense/bias"});
    static_assert(Net::multiply_adds == 3 * 40 + 8);
    const std::string text = Net().summary({.line_length = 88});
    CHECK(text.find("residual_1 (Residual)") != std::string::npos);
    CHECK(text.find("Half") == std::string::npos);
    CHECK(text.find("Model: \"sequential\"") == 0);
    constexpr auto wrong =
        program::lower<Sequential<outside::Residual<4>, outside::Residual<3>>>(Shape{4});
    CHECK(wrong.mistake.view().starts_with("layer 2, Residual<3"));
    CHECK(wrong.mistake.view().find(", receives 4 but needs branches of one shape") !=
          std::string_view::npos);
    constexpr auto twice = program::lower<outside::Twice<4>>(Shape{4});
    CHECK(twice.mistake.view() ==
          "layer 1, Twice<4>, has two tensors of weights of one name, kernel");
}
