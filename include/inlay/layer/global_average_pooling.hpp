// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_GLOBAL_AVERAGE_POOLING_HPP
#define INLAY_LAYER_GLOBAL_AVERAGE_POOLING_HPP
// The mean of each channel over all cells: what GlobalAveragePool and its kin are.

#include <inlay/kernel/masked_mean.hpp>
#include <inlay/layer/global_pooling.hpp>

namespace inlay::INLAY_ABI {

/// The mean of each channel over Axes axes; over a sequence, that of the steps that a mask leaves.
template <int Axes, class... Given>
struct GlobalAveragePooling : GlobalPooling<Axes, Given...> {
    using GlobalPooling<Axes, Given...>::window;

    static constexpr Masks masks = Masks::read;

    /// y[c] = sum_h sum_w x[h][w][c] / (height width)
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        if constexpr (binding.masked)
            kernel::masked_mean<binding.in, binding.out>(pass.x, pass.mask, pass.y, pass.count);
        else
            kernel::average_pool<binding.in, binding.out, window(binding.in)>(pass.x, pass.y,
                                                                              pass.count);
    }

    /// dx[h][w][c] (+)= dy[c] / (height width)
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        if constexpr (binding.masked)
            kernel::masked_mean_gradient<binding.in, binding.out, binding.accumulate>(
                pass.dy, pass.mask, pass.dx, pass.count);
        else
            kernel::average_pool_gradient<binding.in, binding.out, window(binding.in),
                                          binding.accumulate>(pass.dy, pass.dx, pass.count);
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_GLOBAL_AVERAGE_POOLING_HPP
