// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_INPUTS_HPP
#define INLAY_LAYER_INPUTS_HPP
// What a network is bound to: one input, or several by name.

#include <inlay/layer/named.hpp>
#include <inlay/layer/sequential.hpp>
#include <inlay/shape/shape.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// One input of a network; without a name it has Keras's: input_layer, input_layer_1 ...
struct InputFacts {
    std::string_view name;
    Shape shape;
};

namespace entries {

template <class In>
struct FactsOf {
    static constexpr InputFacts value{{}, In::shape};
};

template <Name name, class In>
struct FactsOf<Named<name, In>> {
    static constexpr InputFacts value{name.view(), In::shape};
};

}  // namespace entries

/// Several inputs of a network, such as Inputs<Named<"image", Input<28, 28, 1>>, Input<5>>: it
/// starts at the first, and From<"image"> reads any of them.
template <class... Given>
struct Inputs {
    static_assert(sizeof...(Given) > 0, "inlay: a network needs one input at least");
    static constexpr std::array<InputFacts, sizeof...(Given)> all{
        entries::FactsOf<Given>::value...};
    static constexpr Shape shape = all[0].shape;
};

/// The inputs that a type binds a network to.
template <class In>
inline constexpr auto inputs_of = [] {
    if constexpr (requires { In::all; })
        return In::all;
    else
        return std::array<InputFacts, 1>{entries::FactsOf<In>::value};
}();

/// One step of a sequence, the input `In` being all of it.
template <class In>
struct StepOf {
    static constexpr Shape shape = [] {
        Shape one = In::shape;
        one.extents[0] = 1;
        return one;
    }();
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Inputs;
}  // namespace inlay

#endif  // INLAY_LAYER_INPUTS_HPP
