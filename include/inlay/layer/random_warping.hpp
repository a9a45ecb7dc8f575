// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_RANDOM_WARPING_HPP
#define INLAY_LAYER_RANDOM_WARPING_HPP
// Layers that read each image of a batch at random places in training, and do nothing outside of
// it: flips, turns, shifts, zooms.

#include <inlay/kernel/warp.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>
#include <inlay/layer/random_factor.hpp>
#include <inlay/layer/sliding.hpp>
#include <inlay/text/type_name.hpp>

#include <cstddef>
#include <type_traits>

namespace inlay::INLAY_ABI {

/// What such a layer has in common with others. The layer itself states affine(words, height,
/// width), where an image of that size is read by these random words, and its `reader`.
template <class Layer>
struct RandomWarping : LayerDefaults {
    static constexpr Role role = Role::training_only;

    /// y[p, q, c] = x at the place of (p, q), between cells in proportion
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr Map map = binding.in;
        for (std::size_t n = 0; n < pass.count; ++n)
            kernel::warp(pass.x + n * map.size(), pass.y + n * map.size(), map.height(),
                         map.width(), map.channels(), affine<binding>(pass.moment, n),
                         Layer::reader);
    }

    /// dx at the place of (p, q) += dy[p, q, c], shared out likewise; dx is cleared before unless
    /// it has another reader
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr Map map = binding.in;
        if constexpr (!binding.accumulate)
            for (std::size_t k = 0; k < pass.count * map.size(); ++k) pass.dx[k] = 0;
        for (std::size_t n = 0; n < pass.count; ++n)
            kernel::warp_gradient(pass.dy + n * map.size(), pass.dx + n * map.size(), map.height(),
                                  map.width(), map.channels(), affine<binding>(pass.moment, n),
                                  Layer::reader);
    }

private:
    template <Binding binding>
    static kernel::Affine affine(const Moment& moment, std::size_t example) {
        return Layer::affine(drawing::words_of(moment, binding, example), binding.in.height(),
                             binding.in.width());
    }
};

/// The same with Keras's options: how it reads between cells and beyond the edges.
template <class Layer, class... Given>
struct RandomReading : RandomWarping<Layer> {
    using Options = option::Options<Given...>;
    using Fill = typename Options::template get<"fill", FillReflect>;
    using Interpolation = typename Options::template get<"interpolation", Bilinear>;

    static constexpr bool between = std::is_same_v<Interpolation, Bilinear>;
    static constexpr kernel::Reader reader{Fill::beyond, between, Fill::value};

    /// Complains of foreign options, and of what is no image.
    static constexpr Shape same(const Shape& in, Complaint& complaint) {
        if (complaint.raised()) return in;
        complaint.needs << Options::mistake({"fill", "interpolation"}).view();
        if (!between && !std::is_same_v<Interpolation, Nearest>) {
            complaint.needs << "cannot read between cells by " << type_name<Interpolation>();
            complaint.remedy << "take Bilinear or Nearest";
        }
        if (!complaint.raised()) sliding::need_cells(in, 2, complaint);
        return in;
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_RANDOM_WARPING_HPP
