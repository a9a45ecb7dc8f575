// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_LSTM_HPP
#define INLAY_LAYER_LSTM_HPP

#include <inlay/layer/recurrent.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>

namespace inlay::INLAY_ABI {

/// What an LSTM has of its own.
struct LongShortFamily {
    static constexpr std::string_view example = "LSTM<64>";
    static constexpr std::string_view options[] = {"activation", "recurrent activation",
                                                   "forget bias"};
    static constexpr std::array<std::string_view, 2> states{"state_h", "state_c"};

    template <class Options, class Function, class Gate>
    using Cell = kernel::LongShortCell<Function, Gate>;

    /// 1 for the forget gates, 0 for the others.
    struct UnitForgetBias {
        static void fill(std::span<float> out, const Fans&, const randomness::Stream&) {
            const std::size_t units = out.size() / 4;
            for (std::size_t k = 0; k < out.size(); ++k) out[k] = k / units == 1 ? 1.0f : 0.0f;
        }
    };

    template <class Options>
    using Bias = std::conditional_t<Options::has("forget bias"), Zeros, UnitForgetBias>;
};

/// Long short-term memory (Hochreiter and Schmidhuber 1997): (steps, features) -> (Units), or with
/// ReturnSequences (steps, Units); with ReturnState the outputs state_h and state_c beside it, of
/// Units each. The gates stand in the order i, f, c, o. Options: an activation (Tanh),
/// RecurrentActivation (Sigmoid), ReturnSequences, ReturnState, GoBackwards, NoBias,
/// NoUnitForgetBias, KernelInit, RecurrentInit, and regularizers and constraints of the kernel, the
/// recurrent kernel and the bias. A masked step repeats the state before it.
template <int Units, class... Given>
struct LSTM : Recurrent<LongShortFamily, Units, Given...> {
    static constexpr std::string_view title = "LSTM", name = "lstm";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::LSTM;
}  // namespace inlay

#endif  // INLAY_LAYER_LSTM_HPP
