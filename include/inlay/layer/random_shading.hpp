// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_RANDOM_SHADING_HPP
#define INLAY_LAYER_RANDOM_SHADING_HPP
// Layers that change the brightness or the contrast of each image at random in training, and do
// nothing outside of it.

#include <inlay/kernel/shade.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>
#include <inlay/layer/random_factor.hpp>
#include <inlay/layer/sliding.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI {

/// What such a layer has in common with others. The layer itself states shade(word), what becomes
/// of an image by this random word, but for the range of its values.
template <class Layer, class... Given>
struct RandomShading : LayerDefaults {
    using Options = option::Options<Given...>;
    using Values = typename Options::template get<"value range", ValueRange<0, 255>>;

    static constexpr Role role = Role::training_only;
    static constexpr bool backward_reads_input = true;

    /// Complains of foreign options, and of what is no image.
    static constexpr Shape same(const Shape& in, Complaint& complaint) {
        if (complaint.raised()) return in;
        complaint.needs << Options::mistake({"value range"}).view();
        if (!complaint.raised() && !(Values::least < Values::most)) {
            complaint.needs << "needs the smaller number of its range first";
            complaint.remedy << "write ValueRange<0, 1>";
        }
        if (!complaint.raised()) sliding::need_cells(in, 2, complaint);
        return in;
    }

    /// y = the shaded image
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr Map map = binding.in;
        for (std::size_t n = 0; n < pass.count; ++n)
            kernel::shade(pass.x + n * map.size(), pass.y + n * map.size(), map.cells(),
                          map.channels(), shade<binding>(pass.moment, n));
    }

    /// dx (+)= the gradient of the same
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr Map map = binding.in;
        for (std::size_t n = 0; n < pass.count; ++n)
            kernel::shade_gradient<binding.accumulate>(
                pass.x + n * map.size(), pass.dy + n * map.size(), pass.dx + n * map.size(),
                map.cells(), map.channels(), shade<binding>(pass.moment, n));
    }

private:
    template <Binding binding>
    static kernel::Shade shade(const Moment& moment, std::size_t example) {
        kernel::Shade shade = Layer::shade(drawing::words_of(moment, binding, example).word[0]);
        shade.least = Values::least;
        shade.most = Values::most;
        return shade;
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_RANDOM_SHADING_HPP
