// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_CENTER_CROP_HPP
#define INLAY_LAYER_CENTER_CROP_HPP

#include <inlay/layer/cropping.hpp>
#include <inlay/layer/image_window.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// The middle of an image: (height, width, channels) -> (Height, Width, channels); an odd cell goes
/// at the bottom and the right. An image that is smaller is an error, where Keras resizes it.
template <int Height, int Width>
struct CenterCrop : ImageWindow<Height, Width> {
    static constexpr std::string_view title = "CenterCrop", name = "center_crop";
    static constexpr Role role = Role::crop;

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        return CenterCrop::window(in, "CenterCrop<24, 24>", complaint);
    }

    /// The input's cell that is the output's first.
    static constexpr int offset(const Shape& in, int axis) {
        return axis == 0 ? 0 : first(in[axis - 1], axis == 1 ? Height : Width);
    }

    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        keep_part<inside(binding.in, binding.out), binding.out>(pass);
    }

    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        keep_part_gradient<binding, inside(binding.in, binding.out)>(pass);
    }

private:
    static constexpr int first(std::size_t extent, int kept) {
        return static_cast<int>(CenterCrop::spare(extent, kept) / 2);
    }
    static constexpr Map inside(const Map& in, const Map& out) {
        return in.slice(out, {0, first(in.height(), Height), first(in.width(), Width)}, 0);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::CenterCrop;
}  // namespace inlay

#endif  // INLAY_LAYER_CENTER_CROP_HPP
