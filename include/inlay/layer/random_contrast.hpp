// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_RANDOM_CONTRAST_HPP
#define INLAY_LAYER_RANDOM_CONTRAST_HPP

#include <inlay/layer/random_shading.hpp>

#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Moves the numbers of an image from their channel's mean, or towards it, in training: by a factor
/// that is drawn from 1 - a to 1 + a for RandomContrast<a>, to 1 + b for RandomContrast<Factor(a,
/// b)>. They stay in the range of values. Outside of training it does nothing. (height, width,
/// channels) to the same. Options: ValueRange<0, 255> unless said.
template <Factor Range, class... Given>
struct RandomContrast : RandomShading<RandomContrast<Range, Given...>, Given...> {
    static constexpr std::string_view title = "RandomContrast", name = "random_contrast";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        const bool positive = Range.low() >= 0 || Range.low() == -Range.high();
        if (!positive || Range.high() > 1) {
            complaint.needs << "needs numbers from 0 to 1 to take from and to add to a factor of 1";
            complaint.remedy << "write RandomContrast<0.2>";
        }
        return RandomContrast::same(in, complaint);
    }

    /// y = (x - mean) factor + mean
    static kernel::Shade shade(std::uint32_t word) {
        const double below = Range.low() < 0 ? Range.low() : -Range.low();
        return {.factor = drawing::between(1 + below, 1 + Range.high(), word), .about_mean = true};
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::RandomContrast;
}  // namespace inlay

#endif  // INLAY_LAYER_RANDOM_CONTRAST_HPP
