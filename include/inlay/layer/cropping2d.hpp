// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_CROPPING2D_HPP
#define INLAY_LAYER_CROPPING2D_HPP

#include <inlay/layer/cropping.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Cells left out at the edges of an image. Cropping2D<1> takes one at each, Cropping2D<1, 2> one
/// row above and below and two columns at the sides; four numbers are top, bottom, left, right.
template <int... Cells>
struct Cropping2D : Cropping<2, Cells...> {
    static constexpr std::string_view title = "Cropping2D", name = "cropping2d";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        return Cropping<2, Cells...>::crop(in, title, complaint);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Cropping2D;
}  // namespace inlay

#endif  // INLAY_LAYER_CROPPING2D_HPP
