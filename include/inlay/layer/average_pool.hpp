// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_AVERAGE_POOL_HPP
#define INLAY_LAYER_AVERAGE_POOL_HPP

#include <inlay/layer/pool.hpp>

namespace inlay::INLAY_ABI {

/// The mean of each window, channel by channel, over the cells that lie inside the image.
/// Options: Strides (the window unless said), Same or Valid.
template <int Height, int Width = Height, class... Given>
struct AveragePool : Pool<sliding::Sizes{2, {Height, Width}}, Given...> {
    static constexpr std::string_view title = "AveragePooling2D", name = "average_pooling2d";
    using Pool<sliding::Sizes{2, {Height, Width}}, Given...>::window;

    /// y[p][q][c] = sum over the window of x[h][w][c] / cells
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::average_pool<binding.in, binding.out, window>(pass.x, pass.y, pass.count);
    }

    /// dx[h][w][c] += dy / cells, for every cell of the window
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::average_pool_gradient<binding.in, binding.out, window, binding.accumulate>(
            pass.dy, pass.dx, pass.count);
    }
};

/// Keras's spelling and order of arguments: AveragePooling2D<pool_size, strides>.
template <int Size, int Stride = Size, class... Given>
using AveragePooling2D = AveragePool<Size, Size, Strides<Stride>, Given...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::AveragePool;
using INLAY_ABI::AveragePooling2D;
}  // namespace inlay

#endif  // INLAY_LAYER_AVERAGE_POOL_HPP
