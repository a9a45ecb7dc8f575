// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_RESCALING_HPP
#define INLAY_LAYER_RESCALING_HPP

#include <inlay/kernel/map.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/text/number.hpp>

namespace inlay::INLAY_ABI {

/// y = Scale x + Offset: Rescaling<1.0 / 255> takes bytes to 0 ... 1.
template <Number Scale, Number Offset = 0.0>
struct Rescaling : LayerDefaults {
    static constexpr std::string_view title = "Rescaling", name = "rescaling";

    static constexpr Shape output(const Shape& in, Complaint&) { return in; }

    /// y[k] = Scale x[k] + Offset
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        const auto scale = simd::broadcast(static_cast<Scalar>(Scale.value));
        const auto offset = simd::broadcast(static_cast<Scalar>(Offset.value));
        kernel::map<binding.in, binding.out, false>(
            pass.x, pass.y, pass.count,
            [=](auto x) INLAY_INLINE_LAMBDA { return simd::fma(x, scale, offset); });
    }

    /// dx[k] (+)= Scale dy[k]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        const auto scale = simd::broadcast(static_cast<Scalar>(Scale.value));
        kernel::map_gradient<binding.in, binding.out, binding.accumulate>(
            pass.dy, pass.dy, pass.dx, pass.count,
            [=](auto, auto dy) INLAY_INLINE_LAMBDA { return simd::mul(dy, scale); });
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Rescaling;
}  // namespace inlay

#endif  // INLAY_LAYER_RESCALING_HPP
