// SPDX-License-Identifier: MIT
#pragma once

#include <inlay/layer/copying.hpp>

namespace inlay::inline INLAY_ABI {

/// y = x: the shortcut branch of Add<A, Identity>.
struct Identity : Copying {
    static constexpr std::string_view title = "Identity", name = "identity";
    static constexpr Role role = Role::shape_only;

    static constexpr Shape output(const Shape& in, Complaint&) { return in; }
};

}  // namespace inlay::inline INLAY_ABI
