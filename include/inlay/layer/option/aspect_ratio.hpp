// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_ASPECT_RATIO_HPP
#define INLAY_LAYER_OPTION_ASPECT_RATIO_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// What becomes of an image whose proportions are not those of the output.
enum class Framing { stretch, crop, pad };

/// A resizing of the largest part in the middle that has the output's proportions.
struct CropToAspectRatio {
    static constexpr option::Kind kind = "aspect ratio";
    static constexpr Framing framing = Framing::crop;
};

/// A resizing of the whole image between zeros, on both sides as many.
struct PadToAspectRatio {
    static constexpr option::Kind kind = "aspect ratio";
    static constexpr Framing framing = Framing::pad;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::CropToAspectRatio;
using INLAY_ABI::PadToAspectRatio;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_ASPECT_RATIO_HPP
