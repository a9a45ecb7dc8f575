// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_SIMPLE_RNN_HPP
#define INLAY_LAYER_SIMPLE_RNN_HPP

#include <inlay/layer/recurrent.hpp>

#include <array>
#include <string_view>

namespace inlay::INLAY_ABI {

/// What a SimpleRNN has of its own.
struct SimpleFamily {
    static constexpr std::string_view example = "SimpleRNN<16>";
    static constexpr std::string_view options[] = {"activation"};
    static constexpr std::array<std::string_view, 1> states{"state_h"};

    template <class Options, class Function, class Gate>
    using Cell = kernel::SimpleCell<Function, Gate>;

    template <class Options>
    using Bias = Zeros;
};

/// h = f(x W + b + h U) for each step: (steps, features) -> (Units), or with ReturnSequences
/// (steps, Units). Options: those of LSTM, without RecurrentActivation and NoUnitForgetBias. A
/// masked step repeats the state before it.
template <int Units, class... Given>
struct SimpleRNN : Recurrent<SimpleFamily, Units, Given...> {
    static constexpr std::string_view title = "SimpleRNN", name = "simple_rnn";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::SimpleRNN;
}  // namespace inlay

#endif  // INLAY_LAYER_SIMPLE_RNN_HPP
