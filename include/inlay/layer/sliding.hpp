// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_SLIDING_HPP
#define INLAY_LAYER_SLIDING_HPP
// What convolution and pooling share: a window given by options, and its shape rule.

#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>

namespace inlay::INLAY_ABI {

/// The window of a layer: its size, its strides and its padding option (Valid unless said).
template <class Options, int Height, int Width>
constexpr Window2D window_of(int down, int across) {
    const Padding padding = Options::template get<option::padding, Valid>::padding;
    return {{static_cast<std::size_t>(Height), static_cast<std::size_t>(down), padding},
            {static_cast<std::size_t>(Width), static_cast<std::size_t>(across), padding}};
}

/// The shape that a window makes of an image, or a complaint.
constexpr Shape slide(const Window2D& window, const Shape& in, std::size_t channels,
                      Complaint& complaint) {
    if (complaint.raised()) return in;
    if (in.rank() != 3) {
        complaint.needs << "needs an image of height x width x channels";
        complaint.remedy << (in.rank() == 1
                                 ? "move it before Flatten, or give the network an input "
                                   "such as Input<28, 28, 1>"
                                 : "give the network an input such as Input<28, 28, 1>");
        return in;
    }
    const std::size_t height = window.height.places(in[0]), width = window.width.places(in[1]);
    if (height == 0 || width == 0) {
        complaint.needs << "needs at least " << window.height.size << "x" << window.width.size
                        << " cells for its window";
        complaint.remedy << "use a smaller window, the option Same, or fewer poolings before it";
        return in;
    }
    return {height, width, channels};
}

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_SLIDING_HPP
