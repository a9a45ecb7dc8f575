// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_SEPARABLE_HPP
#define INLAY_LAYER_SEPARABLE_HPP
// Convolution of each channel alone, then of the channels of each cell: what SeparableConv1D and
// SeparableConv2D are.

#include <inlay/layer/layer.hpp>
#include <inlay/layer/sequential.hpp>
#include <inlay/layer/sliding.hpp>

#include <type_traits>

namespace inlay::INLAY_ABI::separable {

/// The first step, a depthwise convolution, which answers for the numbers and options of the whole.
template <class Depthwise, int Filters, sliding::Sizes sizes, class... Given>
struct Cells : Depthwise {
    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << option::Options<Given...>::mistake(
                               {"activation", "padding", "strides", "dilation", "depth multiplier",
                                "bias", "kernel initializer", "bias initializer"})
                               .view();
        if (Filters < 1 || sizes.smallest() < 1) {
            complaint.needs << "has " << Filters << " filters of " << sizes
                            << " but each number needs to be one at least";
            complaint.remedy << "write SeparableConv2D<32, 3, 3>: filters, height, width";
        }
        return complaint.raised() ? in : Depthwise::output(in, complaint);
    }

    static constexpr WeightSpecs weights(const Shape& in) {
        WeightSpecs specs = Depthwise::weights(in);
        specs.items[0].name = "depthwise_kernel";
        return specs;
    }
};

/// The second step, a convolution of single cells.
template <class Pointwise>
struct Channels : Pointwise {
    static constexpr WeightSpecs weights(const Shape& in) {
        WeightSpecs specs = Pointwise::weights(in);
        specs.items[0].name = "pointwise_kernel";
        return specs;
    }
};

/// The options of each step, from those of the whole: its cells' and its channels'.
template <class... Given>
struct Steps {
    using Options = option::Options<Given...>;
    template <option::Kind kind, class Default>
    using Get = typename Options::template get<kind, Default>;
    using Initial = Get<"kernel initializer", KernelInit<GlorotUniform>>;

    template <template <class...> class Depthwise>
    using CellsOf =
        Depthwise<Get<"padding", Valid>, Get<"strides", Strides<1>>, Get<"dilation", Dilation<1>>,
                  Get<"depth multiplier", DepthMultiplier<1>>, Initial, NoBias>;

    template <template <class...> class Pointwise>
    using ChannelsOf = std::conditional_t<
        Options::has("bias"), Pointwise<Get<"activation", Linear>, Initial, NoBias>,
        Pointwise<Get<"activation", Linear>, Initial, Get<"bias initializer", BiasInit<Zeros>>>>;
};

}  // namespace inlay::INLAY_ABI::separable

#endif  // INLAY_LAYER_SEPARABLE_HPP
