// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_FILL_HPP
#define INLAY_LAYER_OPTION_FILL_HPP
#include <inlay/kernel/warp.hpp>
#include <inlay/layer/option/kind.hpp>
#include <inlay/text/number.hpp>

namespace inlay::INLAY_ABI {

/// Beyond the edges of an image a b c d lies its reflection: d c b a a b c d d c b a.
struct FillReflect {
    static constexpr option::Kind kind = "fill";
    static constexpr auto beyond = kernel::Beyond::reflect;
    static constexpr double value = 0;
};

/// Beyond the edges the image begins anew: a b c d a b c d a b c d.
struct FillWrap {
    static constexpr option::Kind kind = "fill";
    static constexpr auto beyond = kernel::Beyond::wrap;
    static constexpr double value = 0;
};

/// Beyond the edges lies the nearest cell: a a a a a b c d d d d d.
struct FillNearest {
    static constexpr option::Kind kind = "fill";
    static constexpr auto beyond = kernel::Beyond::nearest;
    static constexpr double value = 0;
};

/// Beyond the edges lies Value, everywhere.
template <Number Value>
struct FillConstant {
    static constexpr option::Kind kind = "fill";
    static constexpr auto beyond = kernel::Beyond::value;
    static constexpr double value = Value.value;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::FillConstant;
using INLAY_ABI::FillNearest;
using INLAY_ABI::FillReflect;
using INLAY_ABI::FillWrap;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_FILL_HPP
