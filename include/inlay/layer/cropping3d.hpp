// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_CROPPING3D_HPP
#define INLAY_LAYER_CROPPING3D_HPP

#include <inlay/layer/cropping.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Cells left out at the edges of a volume: one number for all, three for depth, height and width,
/// or six: front, back, top, bottom, left, right.
template <int... Cells>
struct Cropping3D : Cropping<3, Cells...> {
    static constexpr std::string_view title = "Cropping3D", name = "cropping3d";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        return Cropping<3, Cells...>::crop(in, title, complaint);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Cropping3D;
}  // namespace inlay

#endif  // INLAY_LAYER_CROPPING3D_HPP
