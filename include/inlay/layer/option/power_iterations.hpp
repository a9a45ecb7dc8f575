// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_POWER_ITERATIONS_HPP
#define INLAY_LAYER_OPTION_POWER_ITERATIONS_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// How often a training step comes closer to the singular vector of a kernel.
template <int Count>
struct PowerIterations {
    static constexpr option::Kind kind = "power iterations";
    static constexpr int count = Count;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::PowerIterations;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_POWER_ITERATIONS_HPP
