// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_MAX_POOLING_HPP
#define INLAY_LAYER_MAX_POOLING_HPP
// The largest of each window, over one, two or three axes: what MaxPool and its kin are.

#include <inlay/layer/pool.hpp>

namespace inlay::INLAY_ABI {

/// The largest value of each window, channel by channel; where several are equal the first one, in
/// row order, receives the gradient. `Rule` is a layer without passes that knows the windows.
template <class Rule>
struct LargestOf : Rule {
    static constexpr bool backward_reads_input = true;
    static constexpr bool backward_reads_output = true;

    /// y[p][q][c] = max over the window of x[h][w][c]
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::max_pool<binding.in, binding.out, Rule::windows(binding.out)>(pass.x, pass.y,
                                                                              pass.count);
    }

    /// dx[first largest cell of the window] += dy
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::max_pool_gradient<binding.in, binding.out, Rule::windows(binding.out),
                                  binding.accumulate>(pass.x, pass.y, pass.dy, pass.dx, pass.count);
    }
};

/// Windows that slide.
template <sliding::Sizes sizes, class... Given>
struct MaxPooling : LargestOf<Pool<sizes, Given...>> {
    using Pool<sizes, Given...>::window;

    static constexpr bool side_by_side(const Window& w) {
        return w.stride == w.size && w.padding == Padding::valid;
    }
    /// Windows side by side, few enough cells for the registers of a tile.
    static constexpr Role role = side_by_side(window.height) && side_by_side(window.width) &&
                                         sizes.axes < 3 && window.cells() <= 9
                                     ? Role::maximum
                                     : Role::other;
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_MAX_POOLING_HPP
