// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_UP_SAMPLING2D_HPP
#define INLAY_LAYER_UP_SAMPLING2D_HPP

#include <inlay/layer/up_sampling.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Repeats each cell of an image: UpSampling2D<2> along height and width, UpSampling2D<2, 3> so
/// often along each. (height, width, channels) -> (height x Rows, width x Columns, channels).
/// Options: Nearest unless said, Bilinear, Bicubic, Lanczos3 or Lanczos5.
template <int Rows, int Columns = Rows, class... Given>
struct UpSampling2D : UpSampling<sliding::Sizes{2, {Rows, Columns}}, Given...> {
    static constexpr std::string_view title = "UpSampling2D", name = "up_sampling2d";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::UpSampling2D;
}  // namespace inlay

#endif  // INLAY_LAYER_UP_SAMPLING2D_HPP
