// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_UP_SAMPLING1D_HPP
#define INLAY_LAYER_UP_SAMPLING1D_HPP

#include <inlay/layer/up_sampling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Repeats each step of a sequence Times times. (steps, channels) -> (steps x Times, channels).
template <int Times>
struct UpSampling1D : UpSampling<sliding::Sizes{1, {Times}}> {
    static constexpr std::string_view title = "UpSampling1D", name = "up_sampling1d";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::UpSampling1D;
}  // namespace inlay

#endif  // INLAY_LAYER_UP_SAMPLING1D_HPP
