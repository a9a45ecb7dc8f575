// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_RESCALING_HPP
#define INLAY_LAYER_RESCALING_HPP

#include <inlay/simd/pack.hpp>
#include <inlay/text/number.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// y = Scale x + Offset: Rescaling<1.0 / 255> takes bytes to 0 ... 1. At the start of a network it
/// is done while a batch is gathered, behind a layer in that layer's epilogue.
template <Number Scale, Number Offset = 0.0>
struct Rescaling {
    static constexpr std::string_view title = "Rescaling", name = "rescaling";

    /// y = Scale x + Offset
    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        using Scalar = typename Pack::scalar;
        return simd::fma(x, simd::broadcast(static_cast<Scalar>(Scale.value)),
                         simd::broadcast(static_cast<Scalar>(Offset.value)));
    }

    /// dx = Scale dy
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack, Pack dy) {
        return simd::mul(dy, simd::broadcast(static_cast<typename Pack::scalar>(Scale.value)));
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Rescaling;
}  // namespace inlay

#endif  // INLAY_LAYER_RESCALING_HPP
