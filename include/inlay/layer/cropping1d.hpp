// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_CROPPING1D_HPP
#define INLAY_LAYER_CROPPING1D_HPP

#include <inlay/layer/cropping.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Steps left out at the ends of a sequence: Cropping1D<1> takes one at each, Cropping1D<0, 2> two
/// at the end.
template <int... Cells>
struct Cropping1D : Cropping<1, Cells...> {
    static constexpr std::string_view title = "Cropping1D", name = "cropping1d";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        return Cropping<1, Cells...>::crop(in, title, complaint);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Cropping1D;
}  // namespace inlay

#endif  // INLAY_LAYER_CROPPING1D_HPP
