// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_GLOBAL_MAX_POOLING_HPP
#define INLAY_LAYER_GLOBAL_MAX_POOLING_HPP
// The largest number of each channel: what GlobalMaxPool and its kin are.

#include <inlay/layer/global_pooling.hpp>

namespace inlay::INLAY_ABI {

/// The largest number of each channel over Axes axes; where several are equal they share the
/// gradient, as in Keras.
template <int Axes, class... Given>
struct GlobalMaxPooling : GlobalPooling<Axes, Given...> {
    using GlobalPooling<Axes, Given...>::window;

    static constexpr bool backward_reads_input = true;
    static constexpr bool backward_reads_output = true;

    /// y[c] = max over h, w of x[h][w][c]
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::max_pool<binding.in, binding.out, window(binding.in)>(pass.x, pass.y, pass.count);
    }

    /// dx[h][w][c] (+)= dy[c] / n at each of the n cells where x is y, 0 elsewhere
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::largest_gradient<binding.in, binding.out, binding.accumulate>(
            pass.x, pass.y, pass.dy, pass.dx, pass.count);
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_GLOBAL_MAX_POOLING_HPP
