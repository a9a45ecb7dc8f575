// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_NUMBERING_HPP
#define INLAY_LAYER_NUMBERING_HPP
// What layers have in common that put a whole number in the place of each element.

#include <inlay/kernel/map.hpp>
#include <inlay/layer/layer.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// y = number(x) for each element: Function::value of packs.
template <class Function>
struct Numbering : LayerDefaults {
    static constexpr bool views(const Shape&) { return true; }

    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::map<Function, binding.in, binding.out>(pass.x, pass.y, pass.count);
    }

    /// dx = 0
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        if constexpr (binding.input_gradient && !binding.accumulate)
            for (std::size_t k = 0; k < pass.count * binding.in.size(); ++k) pass.dx[k] = 0;
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_NUMBERING_HPP
