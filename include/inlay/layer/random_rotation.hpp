// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_RANDOM_ROTATION_HPP
#define INLAY_LAYER_RANDOM_ROTATION_HPP

#include <inlay/layer/random_warping.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Turns each image about its middle in training, by a share of a whole turn that is drawn from
/// Turn: RandomRotation<0.1> up to 36 degrees either way. Outside of training it does nothing.
/// (height, width, channels) to the same. Options: FillReflect unless said, FillWrap, FillNearest,
/// FillConstant<0>; Bilinear unless said, Nearest.
template <Factor Turn, class... Given>
struct RandomRotation : RandomReading<RandomRotation<Turn, Given...>, Given...> {
    static constexpr std::string_view title = "RandomRotation", name = "random_rotation";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        need_within(Turn, -1, 1, "a share of a whole turn", "RandomRotation<0.1>", complaint);
        return RandomRotation::same(in, complaint);
    }

    static kernel::Affine affine(const randomness::Counter& words, std::size_t height,
                                 std::size_t width) {
        const double turns = drawing::between(Turn.low(), Turn.high(), words.word[0]);
        const double c = kernel::cosine_of_turns(turns).value;
        const double s = kernel::sine_of_turns(turns).value;
        return kernel::about_middle({{c, s, 0}, {-s, c, 0}}, height, width);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::RandomRotation;
}  // namespace inlay

#endif  // INLAY_LAYER_RANDOM_ROTATION_HPP
