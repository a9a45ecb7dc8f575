// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_ALGORITHM_HPP
#define INLAY_LAYER_OPTION_ALGORITHM_HPP
#include <inlay/kernel/algorithm.hpp>
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// The direct sum: as a layer's option, or as a model's policy for layers that say nothing.
struct Direct {
    static constexpr option::Kind kind = "algorithm";
    static constexpr Algorithm algorithm{};
};

/// Winograd's minimal filtering, in tiles of Tile x Tile outputs wherever it is possible; Fast<>
/// only where it costs less than the direct sum. A layer's option or a model's policy, likewise.
template <int Tile = Algorithm::by_cost().tile>
struct Fast {
    static constexpr option::Kind kind = "algorithm";
    static constexpr Algorithm algorithm{Tile};
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Direct;
using INLAY_ABI::Fast;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_ALGORITHM_HPP
