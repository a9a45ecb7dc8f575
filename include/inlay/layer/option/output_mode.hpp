// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_OUTPUT_MODE_HPP
#define INLAY_LAYER_OPTION_OUTPUT_MODE_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// One row of 0 and a 1 for each whole number.
struct OneHot {
    static constexpr option::Kind kind = "output mode";
};

/// One row for all whole numbers of the last axis: 1 for each that is there.
struct MultiHot {
    static constexpr option::Kind kind = "output mode";
};

/// The same, how often each is there.
struct Count {
    static constexpr option::Kind kind = "output mode";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Count;
using INLAY_ABI::MultiHot;
using INLAY_ABI::OneHot;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_OUTPUT_MODE_HPP
