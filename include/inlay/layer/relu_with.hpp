// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_RELU_WITH_HPP
#define INLAY_LAYER_RELU_WITH_HPP

#include <inlay/activation/relu.hpp>
#include <inlay/layer/activation.hpp>
#include <inlay/layer/options.hpp>
#include <inlay/text/number.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// y = x > Begin ? min(x, Most) : Slope (x - Begin).
template <Number Most, Number Slope, Number Begin>
struct BentReLU : ReLU {
    static constexpr bool clips = Most.value < __builtin_inf();
    static constexpr bool gradient_reads_input = clips;  // y does not tell how x compares with Most

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        const Pack begin = simd::constant<Pack>(Begin.value);
        Pack high = x, low = simd::zero<typename Pack::scalar>();
        if constexpr (clips) high = simd::smaller(x, simd::constant<Pack>(Most.value));
        if constexpr (Slope.value != 0)
            low = simd::mul(simd::sub(x, begin), simd::constant<Pack>(Slope.value));
        return simd::select(simd::less_equal(x, begin), low, high);
    }

    /// dx = dy, Slope dy or 0
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack read, Pack dy) {
        const Pack zero = simd::zero<typename Pack::scalar>();
        const Pack begin = clips ? simd::constant<Pack>(Begin.value) : zero;
        Pack high = dy, low = zero;
        if constexpr (clips)
            high = simd::select(simd::less_equal(read, simd::constant<Pack>(Most.value)), dy, zero);
        if constexpr (Slope.value != 0) {
            low = simd::mul(dy, simd::constant<Pack>(Slope.value));
            if constexpr (clips || Begin.value != 0)
                low = simd::select(simd::less(read, begin), low, zero);
        }
        return simd::select(simd::less(begin, read), high, low);
    }
};

/// Where a ReLU bends, from its options.
template <class... Given>
struct Bends {
    using Options = option::Options<Given...>;
    using Most = typename Options::template get<"max value", MaxValue<__builtin_inf()>>;
    using Slope = typename Options::template get<"negative slope", NegativeSlope<0>>;
    using Begin = typename Options::template get<"threshold", Threshold<0>>;
    using Function = BentReLU<Most::value, Slope::value, Begin::value>;
};

/// ReLU with the arguments of Keras's, each at least 0: MaxValue (none unless said), NegativeSlope
/// (0) and Threshold (0). y = x > threshold ? min(x, max value) : slope (x - threshold). At the
/// threshold the derivative is 0, or the slope where that is the only argument; at the max value it
/// is 1. Also an option of other layers.
template <class... Given>
struct ReLUWith : ActivationLayer<typename Bends<Given...>::Function> {
    static constexpr std::string_view title = "ReLU", name = "re_lu";
    static constexpr bool is_activation = true;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        using Bent = Bends<Given...>;
        complaint.needs
            << Bent::Options::mistake({"max value", "negative slope", "threshold"}).view();
        if (complaint.raised()) return in;
        if (!(Bent::Most::value >= 0 && Bent::Slope::value >= 0 && Bent::Begin::value >= 0)) {
            complaint.needs << "needs a max value, a negative slope and a threshold of at least 0";
            complaint.remedy << "write it like ReLUWith<MaxValue<6>, NegativeSlope<0.1>>";
        }
        return in;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ReLUWith;
}  // namespace inlay

#endif  // INLAY_LAYER_RELU_WITH_HPP
