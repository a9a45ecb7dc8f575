// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_GRU_HPP
#define INLAY_LAYER_GRU_HPP

#include <inlay/layer/recurrent.hpp>

#include <array>
#include <string_view>
#include <type_traits>

namespace inlay::INLAY_ABI {

/// What a GRU has of its own.
struct GatedFamily {
    static constexpr std::string_view example = "GRU<64>";
    static constexpr std::string_view options[] = {"activation", "recurrent activation", "reset"};
    static constexpr std::array<std::string_view, 1> states{"state_h"};

    template <class Options, class Function, class Gate>
    using Cell = std::conditional_t<Options::has("reset"), kernel::ResetFirstCell<Function, Gate>,
                                    kernel::GatedCell<Function, Gate>>;

    template <class Options>
    using Bias = Zeros;
};

/// Gated recurrent unit (Cho et al. 2014): (steps, features) -> (Units), or with ReturnSequences
/// (steps, Units). The gates stand in the order z, r, h; the reset gate stands behind the recurrent
/// product, and the bias is (2, 3 Units). Options: those of LSTM, without NoUnitForgetBias, and
/// ResetBefore. A masked step repeats the state before it.
template <int Units, class... Given>
struct GRU : Recurrent<GatedFamily, Units, Given...> {
    static constexpr std::string_view title = "GRU", name = "gru";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GRU;
}  // namespace inlay

#endif  // INLAY_LAYER_GRU_HPP
