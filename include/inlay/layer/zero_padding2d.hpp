// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_ZERO_PADDING2D_HPP
#define INLAY_LAYER_ZERO_PADDING2D_HPP

#include <inlay/layer/zero_padding.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Zeros around an image. ZeroPadding2D<1> puts one cell at each edge, ZeroPadding2D<1, 2> one row
/// above and below and two columns at the sides, four numbers are top, bottom, left and right.
template <int... Cells>
struct ZeroPadding2D : ZeroPadding<2, Cells...> {
    static constexpr std::string_view title = "ZeroPadding2D", name = "zero_padding2d";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        return ZeroPadding<2, Cells...>::pad(in, title, complaint);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ZeroPadding2D;
}  // namespace inlay

#endif  // INLAY_LAYER_ZERO_PADDING2D_HPP
