// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_COPYING_HPP
#define INLAY_LAYER_COPYING_HPP
// Layers that hand their elements on unchanged. Programs drop them; where a border of zeros or the
// edge of the network stands in the way, they copy.

#include <inlay/kernel/map.hpp>
#include <inlay/layer/layer.hpp>

namespace inlay::INLAY_ABI {

/// y = x, element by element in row order.
struct Copying : LayerDefaults {
    static constexpr bool views(const Shape&) { return true; }

    /// y[k] = x[k]
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::copy<binding.in, binding.out, false>(pass.x, pass.y, pass.count);
    }

    /// dx[k] (+)= dy[k]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::copy<binding.out, binding.in, binding.accumulate>(pass.dy, pass.dx, pass.count);
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_COPYING_HPP
