// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_MAX_POOL_HPP
#define INLAY_LAYER_MAX_POOL_HPP

#include <inlay/layer/pool.hpp>

namespace inlay::INLAY_ABI {

/// The largest value of each window, channel by channel; where several are equal the first one, in
/// row order, receives the gradient. Options: Strides (the window unless said), Same or Valid.
template <int Height, int Width = Height, class... Given>
struct MaxPool : Pool<Height, Width, Given...> {
    using Pool<Height, Width, Given...>::window;
    static constexpr std::string_view title = "MaxPooling2D", name = "max_pooling2d";
    /// Windows side by side, few enough cells for the registers of a tile.
    static constexpr Role role =
        window.height.stride == window.height.size && window.width.stride == window.width.size &&
                window.height.padding == Padding::valid && window.cells() <= 9
            ? Role::maximum
            : Role::other;
    static constexpr bool backward_reads_input = true;
    static constexpr bool backward_reads_output = true;
    /// y[p][q][c] = max over the window of x[h][w][c]
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::max_pool<binding.in, binding.out, window>(pass.x, pass.y, pass.count);
    }

    /// dx[first largest cell of the window] += dy
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::max_pool_gradient<binding.in, binding.out, window, binding.accumulate>(
            pass.x, pass.y, pass.dy, pass.dx, pass.count);
    }
};

/// Keras's spelling and order of arguments: MaxPooling2D<pool_size, strides>.
template <int Size, int Stride = Size, class... Given>
using MaxPooling2D = MaxPool<Size, Size, Strides<Stride>, Given...>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::MaxPool;
using INLAY_ABI::MaxPooling2D;
}  // namespace inlay

#endif  // INLAY_LAYER_MAX_POOL_HPP
