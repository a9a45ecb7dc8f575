// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_RANDOM_FLIP_HPP
#define INLAY_LAYER_RANDOM_FLIP_HPP

#include <inlay/layer/random_warping.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Mirrors every second image in training, in each direction by itself: left and right, and top and
/// bottom. Outside of training it does nothing. (height, width, channels) to the same. Options:
/// Horizontal or Vertical, one direction alone.
template <class... Given>
struct RandomFlip : RandomWarping<RandomFlip<Given...>> {
    static constexpr std::string_view title = "RandomFlip", name = "random_flip";

    using Options = option::Options<Given...>;
    using Along = typename Options::template get<"direction", HorizontalAndVertical>;

    static constexpr kernel::Reader reader{kernel::Beyond::nearest, false, 0};

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"direction"}).view();
        if (!complaint.raised()) sliding::need_cells(in, 2, complaint);
        return in;
    }

    static kernel::Affine affine(const randomness::Counter& words, std::size_t height,
                                 std::size_t width) {
        kernel::Affine affine;
        if (Along::vertical && words.word[0] >> 31 != 0)
            affine.row[0] = -1, affine.row[2] = static_cast<double>(height - 1);
        if (Along::horizontal && words.word[1] >> 31 != 0)
            affine.column[1] = -1, affine.column[2] = static_cast<double>(width - 1);
        return affine;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::RandomFlip;
}  // namespace inlay

#endif  // INLAY_LAYER_RANDOM_FLIP_HPP
