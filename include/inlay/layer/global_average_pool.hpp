// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_GLOBAL_AVERAGE_POOL_HPP
#define INLAY_LAYER_GLOBAL_AVERAGE_POOL_HPP

#include <inlay/kernel/pool.hpp>
#include <inlay/layer/sliding.hpp>

namespace inlay::INLAY_ABI {

/// The mean of each channel over the whole image: (height, width, channels) -> (channels).
struct GlobalAveragePool : LayerDefaults {
    static constexpr std::string_view title = "GlobalAveragePooling2D",
                                      name = "global_average_pooling2d";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        slide({}, in, in.last(), complaint);
        return Shape{in.last()};
    }

    /// One window that covers the image.
    static constexpr Window2D window(const Map& in) {
        return {{in.height(), in.height()}, {in.width(), in.width()}};
    }

    /// y[c] = sum_h sum_w x[h][w][c] / (height width)
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::average_pool<binding.in, binding.out, window(binding.in)>(pass.x, pass.y,
                                                                          pass.count);
    }

    /// dx[h][w][c] (+)= dy[c] / (height width)
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::average_pool_gradient<binding.in, binding.out, window(binding.in),
                                      binding.accumulate>(pass.dy, pass.dx, pass.count);
    }
};

using GlobalAveragePooling2D = GlobalAveragePool;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GlobalAveragePool;
using INLAY_ABI::GlobalAveragePooling2D;
}  // namespace inlay

#endif  // INLAY_LAYER_GLOBAL_AVERAGE_POOL_HPP
