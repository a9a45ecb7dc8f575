// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_UP_SAMPLING3D_HPP
#define INLAY_LAYER_UP_SAMPLING3D_HPP

#include <inlay/layer/up_sampling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Repeats each cell of a volume: UpSampling3D<2> along all axes, UpSampling3D<1, 2, 3> so often
/// along depth, height and width.
template <int Planes, int Rows = Planes, int Columns = Rows>
struct UpSampling3D : UpSampling<sliding::Sizes{3, {Planes, Rows, Columns}}> {
    static constexpr std::string_view title = "UpSampling3D", name = "up_sampling3d";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::UpSampling3D;
}  // namespace inlay

#endif  // INLAY_LAYER_UP_SAMPLING3D_HPP
