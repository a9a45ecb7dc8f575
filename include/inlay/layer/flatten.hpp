// SPDX-License-Identifier: MIT
#pragma once

#include <inlay/layer/copying.hpp>

namespace inlay::inline INLAY_ABI {

/// The elements in row order as one vector: (height, width, channels) -> (height width channels).
struct Flatten : Copying {
    static constexpr std::string_view title = "Flatten", name = "flatten";
    static constexpr Role role = Role::shape_only;

    static constexpr Shape output(const Shape& in, Complaint&) { return Shape{in.size()}; }
};

}  // namespace inlay::inline INLAY_ABI
