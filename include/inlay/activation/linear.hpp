// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_LINEAR_HPP
#define INLAY_ACTIVATION_LINEAR_HPP

#include <inlay/activation/elementwise.hpp>

namespace inlay::INLAY_ABI {

/// y = x.
struct Linear {
    static constexpr std::string_view title = "Linear", name = "linear";

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        return x;
    }

    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack, Pack dy) {
        return dy;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Linear;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_LINEAR_HPP
