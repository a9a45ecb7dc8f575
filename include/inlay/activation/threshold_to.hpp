// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_THRESHOLD_TO_HPP
#define INLAY_ACTIVATION_THRESHOLD_TO_HPP

#include <inlay/activation/elementwise.hpp>
#include <inlay/text/number.hpp>

namespace inlay::INLAY_ABI {

/// y = x > Threshold ? x : Value, which Keras calls threshold: an option of ReLUWith has that name.
template <Number Threshold, Number Value>
struct ThresholdTo {
    static constexpr std::string_view title = "ThresholdTo", name = "threshold";
    // y tells where x was where the value is no larger than the threshold.
    static constexpr bool gradient_reads_input = Value.value > Threshold.value;

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        return simd::select(simd::less_equal(x, simd::constant<Pack>(Threshold.value)),
                            simd::constant<Pack>(Value.value), x);
    }

    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack read, Pack dy) {
        return simd::select(simd::less(simd::constant<Pack>(Threshold.value), read), dy,
                            simd::zero<typename Pack::scalar>());
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ThresholdTo;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_THRESHOLD_TO_HPP
