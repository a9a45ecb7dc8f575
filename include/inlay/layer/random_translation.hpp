// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_RANDOM_TRANSLATION_HPP
#define INLAY_LAYER_RANDOM_TRANSLATION_HPP

#include <inlay/layer/random_warping.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Shifts each image in training by shares of its size that are drawn from Height, downwards, and
/// Width, to the right. Outside of training it does nothing. (height, width, channels) to the same.
/// Options: FillReflect unless said, FillWrap, FillNearest, FillConstant<0>; Bilinear unless said,
/// Nearest.
template <Factor Height, Factor Width, class... Given>
struct RandomTranslation : RandomReading<RandomTranslation<Height, Width, Given...>, Given...> {
    static constexpr std::string_view title = "RandomTranslation", name = "random_translation";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        for (const Factor& factor : {Height, Width})
            need_within(factor, -1, 1, "shares of height and width", "RandomTranslation<0.1, 0.2>",
                        complaint);
        return RandomTranslation::same(in, complaint);
    }

    static kernel::Affine affine(const randomness::Counter& words, std::size_t height,
                                 std::size_t width) {
        const auto shift = [](const Factor& factor, std::uint32_t word, std::size_t extent) {
            return simd::mul(-drawing::between(factor.low(), factor.high(), word),
                             static_cast<double>(extent));
        };
        return {{1, 0, shift(Height, words.word[0], height)},
                {0, 1, shift(Width, words.word[1], width)}};
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::RandomTranslation;
}  // namespace inlay

#endif  // INLAY_LAYER_RANDOM_TRANSLATION_HPP
