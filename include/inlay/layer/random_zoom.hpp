// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_RANDOM_ZOOM_HPP
#define INLAY_LAYER_RANDOM_ZOOM_HPP

#include <inlay/layer/random_warping.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Reads each image in training in steps of 1 + a number drawn from Height, and from Width, about
/// its middle: below 0 it grows, above it shrinks. Without Width both are one number, so that
/// shapes stay; SameFactor says so where an option follows. Outside of training it does nothing.
/// (height, width, channels) to the same. Options: FillReflect unless said, FillWrap, FillNearest,
/// FillConstant<0>; Bilinear unless said, Nearest.
template <Factor Height, Factor Width = SameFactor, class... Given>
struct RandomZoom : RandomReading<RandomZoom<Height, Width, Given...>, Given...> {
    static constexpr std::string_view title = "RandomZoom", name = "random_zoom";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        for (const Factor& factor : {Height, Width == SameFactor ? Height : Width}) {
            need_within(factor, -1, 1, "steps to add to 1", "RandomZoom<0.2>", complaint);
            if (!complaint.raised() && factor.low() == -1) {
                complaint.needs << "needs steps to add to 1 above -1, where nothing is read";
                complaint.remedy << "write RandomZoom<0.2>";
            }
        }
        return RandomZoom::same(in, complaint);
    }

    static kernel::Affine affine(const randomness::Counter& words, std::size_t height,
                                 std::size_t width) {
        const auto step = [](const Factor& factor, std::uint32_t word) {
            return drawing::between(1 + factor.low(), 1 + factor.high(), word);
        };
        const double rows = step(Height, words.word[0]);
        const double columns = Width == SameFactor ? rows : step(Width, words.word[1]);
        return kernel::about_middle({{rows, 0, 0}, {0, columns, 0}}, height, width);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::RandomZoom;
}  // namespace inlay

#endif  // INLAY_LAYER_RANDOM_ZOOM_HPP
