// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_AVERAGE_POOLING_HPP
#define INLAY_LAYER_AVERAGE_POOLING_HPP
// The mean of each window, over one, two or three axes: what AveragePool and its kin are.

#include <inlay/layer/pool.hpp>

namespace inlay::INLAY_ABI {

/// The mean of each window, channel by channel, over the cells that lie inside the input. `Rule`
/// is a layer without passes that knows the windows.
template <class Rule>
struct MeanOf : Rule {
    /// y[p][q][c] = sum over the window of x[h][w][c] / cells
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::average_pool<binding.in, binding.out, Rule::windows(binding.out)>(pass.x, pass.y,
                                                                                  pass.count);
    }

    /// dx[h][w][c] += dy / cells, for every cell of the window
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::average_pool_gradient<binding.in, binding.out, Rule::windows(binding.out),
                                      binding.accumulate>(pass.dy, pass.dx, pass.count);
    }
};

template <sliding::Sizes sizes, class... Given>
using AveragePooling = MeanOf<Pool<sizes, Given...>>;

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_AVERAGE_POOLING_HPP
