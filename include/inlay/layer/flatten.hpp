// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_FLATTEN_HPP
#define INLAY_LAYER_FLATTEN_HPP

#include <inlay/layer/copying.hpp>

namespace inlay::INLAY_ABI {

/// The elements in row order as one vector: (height, width, channels) -> (height width channels).
struct Flatten : Copying {
    static constexpr std::string_view title = "Flatten", name = "flatten";
    static constexpr Role role = Role::shape_only;

    static constexpr Shape output(const Shape& in, Complaint&) { return Shape{in.size()}; }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Flatten;
}  // namespace inlay

#endif  // INLAY_LAYER_FLATTEN_HPP
