// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_UP_SAMPLING_HPP
#define INLAY_LAYER_UP_SAMPLING_HPP
// Several cells for each one, over one, two or three axes: what UpSampling2D and its kin are.

#include <inlay/kernel/repeat.hpp>
#include <inlay/layer/interpolating.hpp>
#include <inlay/layer/sliding.hpp>

#include <cstddef>
#include <type_traits>

namespace inlay::INLAY_ABI {

/// Copies of each cell, as many as the maps tell.
struct Repeating : LayerDefaults {
    static constexpr bool views(const Shape&) { return true; }

    /// y[p][q][c] = x[p / rows][q / columns][c]
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::repeat<binding.in, binding.out>(pass.x, pass.y, pass.count);
    }

    /// dx[p][q][c] (+)= sum over i, j of dy[p rows + i][q columns + j][c]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::repeat_gradient<binding.in, binding.out, binding.accumulate>(pass.dy, pass.dx,
                                                                             pass.count);
    }
};

/// What fills the cells that there are more of.
template <class How>
using Filling = std::conditional_t<std::is_same_v<How, Nearest>, Repeating, Interpolating<How>>;

/// So many times as many cells along each axis. Options, of images: Nearest, Bilinear, Bicubic,
/// Lanczos3 or Lanczos5.
template <sliding::Sizes times, class... Given>
struct UpSampling : Filling<InterpolationOr<Nearest, Given...>> {
    static constexpr std::size_t scratch_count(const Shape& in, Algorithm, bool, std::size_t) {
        if (std::is_same_v<InterpolationOr<Nearest, Given...>, Nearest>) return 0;
        return in[1] * static_cast<std::size_t>(times.of[1]) * in[2];
    }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << option::Options<Given...>::mistake({"interpolation"}).view();
        if (complaint.raised()) return in;
        if (times.smallest() < 1) {
            complaint.needs << "repeats each cell " << times << " times but needs once at least";
            complaint.remedy << "write numbers of 1 or more";
        } else {
            sliding::need_cells(in, times.axes, complaint);
        }
        if (complaint.raised()) return in;
        Shape out = in;
        for (int a = 0; a < times.axes; ++a)
            out.extents[a] *= static_cast<std::size_t>(times.of[a]);
        return out;
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_UP_SAMPLING_HPP
