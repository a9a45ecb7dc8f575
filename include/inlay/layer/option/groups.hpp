// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_GROUPS_HPP
#define INLAY_LAYER_OPTION_GROUPS_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// A convolution in Count parts, each of which sees its share of the input channels alone.
template <int Count>
struct Groups {
    static constexpr option::Kind kind = "groups";
    static constexpr int count = Count;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Groups;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_GROUPS_HPP
