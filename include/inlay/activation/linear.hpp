// SPDX-License-Identifier: MIT
#pragma once

#include <inlay/activation/elementwise.hpp>

namespace inlay::inline INLAY_ABI {

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

}  // namespace inlay::inline INLAY_ABI
