// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_ZERO_PADDING3D_HPP
#define INLAY_LAYER_ZERO_PADDING3D_HPP

#include <inlay/layer/zero_padding.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Zeros around a volume: one number for all edges, three for depth, height and width, or six:
/// front, back, top, bottom, left, right.
template <int... Cells>
struct ZeroPadding3D : ZeroPadding<3, Cells...> {
    static constexpr std::string_view title = "ZeroPadding3D", name = "zero_padding3d";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        return ZeroPadding<3, Cells...>::pad(in, title, complaint);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ZeroPadding3D;
}  // namespace inlay

#endif  // INLAY_LAYER_ZERO_PADDING3D_HPP
