// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_MASK_VALUE_HPP
#define INLAY_LAYER_OPTION_MASK_VALUE_HPP
#include <inlay/layer/option/kind.hpp>

#include <cstdint>

namespace inlay::INLAY_ABI {

/// A whole number that stands for none, and has bin 0 for itself.
template <std::int64_t Value>
struct MaskValue {
    static constexpr option::Kind kind = "mask value";
    static constexpr std::int64_t value = Value;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::MaskValue;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_MASK_VALUE_HPP
