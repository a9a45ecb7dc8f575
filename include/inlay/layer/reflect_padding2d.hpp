// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_REFLECT_PADDING2D_HPP
#define INLAY_LAYER_REFLECT_PADDING2D_HPP

#include <inlay/layer/reflect_padding.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// An image in a border that reflects it, without repeating the edge, as PyTorch's ReflectionPad2d:
/// ReflectPadding2D<1> adds one cell at each edge, ReflectPadding2D<1, 2> one row above and below
/// and two columns at the sides, four numbers are top, bottom, left and right. Each is less than
/// there are cells along its axis.
template <int... Cells>
struct ReflectPadding2D : ReflectPadding<2, Cells...> {
    static constexpr std::string_view title = "ReflectPadding2D", name = "reflect_padding2d";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        return ReflectPadding<2, Cells...>::pad(in, title, complaint);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ReflectPadding2D;
}  // namespace inlay

#endif  // INLAY_LAYER_REFLECT_PADDING2D_HPP
