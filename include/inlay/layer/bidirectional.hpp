// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_BIDIRECTIONAL_HPP
#define INLAY_LAYER_BIDIRECTIONAL_HPP

#include <inlay/layer/concat.hpp>
#include <inlay/layer/option/merge.hpp>
#include <inlay/layer/recurrent.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

namespace bidirectional {

/// Two words as one: forward_lstm.
struct Words {
    char text[32]{};
    std::size_t length = 0;

    constexpr Words(std::string_view first, std::string_view second) {
        for (const std::string_view word : {first, second})
            for (const char c : word) text[length++] = c;
    }
};

/// One of the two: both give their outputs in the order of time, and 0 for masked steps.
template <class Layer, bool backwards, class... Given>
struct Direction : Layer::template On<Way{backwards, true, true}> {
    using Base = typename Layer::template On<Way{backwards, true, true}>;

    static constexpr std::string_view title = Layer::title, name = Layer::name;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << option::Options<Given...>::mistake({"merge"}).view();
        if (Base::returns_state) {
            complaint.needs << "gives the outputs of its two layers, not their states";
            complaint.remedy << "leave ReturnState out";
        } else if (Layer::goes_backwards) {
            complaint.needs << "reads both ways already";
            complaint.remedy << "leave GoBackwards out";
        }
        return complaint.raised() ? in : Base::output(in, complaint);
    }

    static constexpr WeightSpecs weights(const Shape& in) {
        WeightSpecs specs = Base::weights(in);
        for (int k = 0; k < specs.count; ++k) specs.items[k].inside = {whole.text, whole.length};
        return specs;
    }

private:
    static constexpr Words whole{backwards ? "backward_" : "forward_", Layer::name};
};

}  // namespace bidirectional

/// A recurrent layer twice, from the first step on and from the last: Bidirectional<LSTM<64>> gives
/// (128), or with ReturnSequences (steps, 128), in the order of time; outputs of masked steps are
/// 0. Option: Merge<Concat>, or Add, Multiply, Average ... in its place.
template <class Layer, class... Given>
struct Bidirectional {
    static constexpr std::string_view title = "Bidirectional", name = "bidirectional";

    static_assert(
        requires { typename Layer::template On<Way{}>; },
        "inlay: Bidirectional takes a recurrent layer, such as Bidirectional<LSTM<64>>");

    using Layers = typename option::Options<Given...>::template get<
        "merge", Merge<Concat>>::template joined<bidirectional::Direction<Layer, false, Given...>,
                                                 bidirectional::Direction<Layer, true, Given...>>;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Bidirectional;
}  // namespace inlay

#endif  // INLAY_LAYER_BIDIRECTIONAL_HPP
