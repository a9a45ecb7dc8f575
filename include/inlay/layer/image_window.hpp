// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_IMAGE_WINDOW_HPP
#define INLAY_LAYER_IMAGE_WINDOW_HPP
// What layers have in common that leave a window of an image, of a size that is given.

#include <inlay/layer/layer.hpp>
#include <inlay/layer/sliding.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// (height, width, channels) -> (Height, Width, channels), no larger than the input.
template <int Height, int Width>
struct ImageWindow : LayerDefaults {
    static constexpr Shape window(const Shape& in, std::string_view title, Complaint& complaint) {
        sliding::need_cells(in, 2, complaint);
        if (complaint.raised()) return in;
        const auto fits = [](int wanted, std::size_t extent) {
            return wanted >= 1 && static_cast<std::size_t>(wanted) <= extent;
        };
        if (fits(Height, in[0]) && fits(Width, in[1]))
            return {std::size_t{Height}, std::size_t{Width}, in[2]};
        complaint.needs << "takes " << Height << "x" << Width << " cells of " << in[0] << "x"
                        << in[1];
        complaint.remedy << "write " << title << " with a size from 1x1 to that of the image";
        return in;
    }

    /// Cells of an axis that the window leaves out.
    static constexpr std::size_t spare(std::size_t extent, int kept) {
        return extent - static_cast<std::size_t>(kept);
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_IMAGE_WINDOW_HPP
