// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_DROPPING_HPP
#define INLAY_LAYER_DROPPING_HPP
// Dropout of elements, and of whole channels.

#include <inlay/layer/noise.hpp>
#include <inlay/layer/sliding.hpp>
#include <inlay/text/number.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// y[k] = kept(k) x[k] / (1 - Rate), kept where a random word is Rate 2^32 or more
template <Number Rate, kernel::Drawer Whose>
struct Dropping : Noisy<Dropping<Rate, Whose>> {
    static constexpr auto draw = kernel::Draw::drop;
    static constexpr auto drawer = Whose;
    static constexpr bool terms = false;

    static constexpr kernel::Noise noise() {
        return {.rate = Rate.value, .usual = {1 / (1 - Rate.value), 0}, .other = {0, 0}};
    }
};

/// The same for each channel of a sequence, an image or a volume.
template <Number Rate, int Axes>
struct SpatialDropping : Dropping<Rate, kernel::Drawer::channel> {
    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        constexpr std::string_view examples[] = {"SpatialDropout1D<0.2>", "SpatialDropout2D<0.2>",
                                                 "SpatialDropout3D<0.2>"};
        need_rate(Rate.value, examples[Axes - 1], complaint);
        if (!complaint.raised()) sliding::need_cells(in, Axes, complaint);
        return in;
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_DROPPING_HPP
