// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_RESIZING_HPP
#define INLAY_LAYER_RESIZING_HPP

#include <inlay/layer/interpolating.hpp>
#include <inlay/layer/sliding.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// What a resizing does where no option says it.
struct PlainResizing {
    static constexpr bool antialias = false;
    static constexpr Framing framing = Framing::stretch;
};

/// An image of Height x Width cells, made of one of any size.
/// (height, width, channels) -> (Height, Width, channels).
/// Options: Bilinear unless said, Nearest, Bicubic, Lanczos3 or Lanczos5; Antialias;
/// CropToAspectRatio or PadToAspectRatio.
template <int Height, int Width, class... Given>
struct Resizing
    : Interpolating<
          InterpolationOr<Bilinear, Given...>,
          option::Options<Given...>::template get<"antialias", PlainResizing>::antialias,
          option::Options<Given...>::template get<"aspect ratio", PlainResizing>::framing> {
    static constexpr std::string_view title = "Resizing", name = "resizing";

    static constexpr std::size_t scratch_count(const Shape& in, Algorithm, bool, std::size_t) {
        constexpr auto width = static_cast<std::size_t>(Width);
        return (in[1] < width ? width : in[1]) * in[2];
    }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << option::Options<Given...>::mistake(
                               {"interpolation", "antialias", "aspect ratio"})
                               .view();
        if (complaint.raised()) return in;
        if (Height < 1 || Width < 1) {
            complaint.needs << "makes an image of " << Height << "x" << Width
                            << " cells but needs one at least";
            complaint.remedy << "write Resizing<224, 224>";
        } else {
            sliding::need_cells(in, 2, complaint);
        }
        if (complaint.raised()) return in;
        return {Height, Width, in[2]};
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Resizing;
}  // namespace inlay

#endif  // INLAY_LAYER_RESIZING_HPP
