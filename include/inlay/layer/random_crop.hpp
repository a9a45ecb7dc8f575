// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_RANDOM_CROP_HPP
#define INLAY_LAYER_RANDOM_CROP_HPP

#include <inlay/kernel/map.hpp>
#include <inlay/layer/image_window.hpp>
#include <inlay/layer/random_factor.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// A window of each image: (height, width, channels) -> (Height, Width, channels), at a random
/// place in training, in the middle outside of it. (Keras takes one place for all images of a
/// batch, resizes images that are smaller, and hands them on as they are outside of training.)
template <int Height, int Width>
struct RandomCrop : ImageWindow<Height, Width> {
    static constexpr std::string_view title = "RandomCrop", name = "random_crop";
    static constexpr bool draws = true;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        return RandomCrop::window(in, "RandomCrop<24, 24>", complaint);
    }

    /// The first row and the first column of the window.
    static constexpr std::size_t kept_count(const Shape&) { return 2; }

    /// y[p][q][c] = x[top + p][left + q][c]
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr Map in = binding.in, out = binding.out;
        constexpr std::size_t rows = RandomCrop::spare(in.height(), Height);
        constexpr std::size_t columns = RandomCrop::spare(in.width(), Width);
        for (std::size_t n = 0; n < pass.count; ++n) {
            std::size_t top = rows / 2, left = columns / 2;
            if (pass.kept != nullptr) {  // in training
                const auto words = drawing::words_of(pass.moment, binding, n);
                top = std::uint64_t{words.word[0]} * (rows + 1) >> 32;
                left = std::uint64_t{words.word[1]} * (columns + 1) >> 32;
                pass.kept[2 * n] = static_cast<Scalar>(top);
                pass.kept[2 * n + 1] = static_cast<Scalar>(left);
            }
            for (std::size_t p = 0; p < Height; ++p)
                kernel::copy_row<false>(pass.x + n * in.size() + place<in>(top + p, left),
                                        pass.y + n * out.size() + place<out>(p, 0),
                                        out.width() * out.channels());
        }
    }

    /// dx[top + p][left + q][c] (+)= dy[p][q][c], and 0 outside of the window
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr Map in = binding.in, out = binding.out;
        if constexpr (!binding.accumulate)
            for (std::size_t k = 0; k < pass.count * in.size(); ++k) pass.dx[k] = 0;
        for (std::size_t n = 0; n < pass.count; ++n) {
            const auto top = static_cast<std::size_t>(pass.kept[2 * n]);
            const auto left = static_cast<std::size_t>(pass.kept[2 * n + 1]);
            for (std::size_t p = 0; p < Height; ++p)
                kernel::copy_row<true>(pass.dy + n * out.size() + place<out>(p, 0),
                                       pass.dx + n * in.size() + place<in>(top + p, left),
                                       out.width() * out.channels());
        }
    }

private:
    template <Map map>
    static constexpr std::size_t place(std::size_t row, std::size_t column) {
        return (row * map.width() + column) * map.channels();
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::RandomCrop;
}  // namespace inlay

#endif  // INLAY_LAYER_RANDOM_CROP_HPP
