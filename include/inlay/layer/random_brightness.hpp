// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_RANDOM_BRIGHTNESS_HPP
#define INLAY_LAYER_RANDOM_BRIGHTNESS_HPP

#include <inlay/layer/random_shading.hpp>

#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Adds one number to all of an image in training, a share of the range of its values that is drawn
/// from Range, and keeps it in that range: RandomBrightness<0.2> is up to a fifth darker or
/// lighter. Outside of training it does nothing. (height, width, channels) to the same. Options:
/// ValueRange<0, 255> unless said.
template <Factor Range, class... Given>
struct RandomBrightness : RandomShading<RandomBrightness<Range, Given...>, Given...> {
    static constexpr std::string_view title = "RandomBrightness", name = "random_brightness";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        need_within(Range, -1, 1, "a share of the range of values", "RandomBrightness<0.2>",
                    complaint);
        return RandomBrightness::same(in, complaint);
    }

    /// y = x + share (most - least)
    static kernel::Shade shade(std::uint32_t word) {
        using Values = typename RandomBrightness::Values;
        return {.term = simd::mul(drawing::between(Range.low(), Range.high(), word),
                                  Values::most - Values::least)};
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::RandomBrightness;
}  // namespace inlay

#endif  // INLAY_LAYER_RANDOM_BRIGHTNESS_HPP
