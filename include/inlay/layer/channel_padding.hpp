// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_CHANNEL_PADDING_HPP
#define INLAY_LAYER_CHANNEL_PADDING_HPP

#include <inlay/kernel/map.hpp>
#include <inlay/layer/layer.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Channels of zeros beside those of each cell, or of a vector: ChannelPadding<8> puts eight before
/// and eight behind them, ChannelPadding<0, 16> all behind. After MaxPool<1, 1, Strides<2>> it is
/// the shortcut without weights of small residual networks (He et al. 2015, option A).
template <int... Channels>
struct ChannelPadding : LayerDefaults {
    static constexpr std::string_view title = "ChannelPadding", name = "channel_padding";
    static constexpr Masks masks = Masks::pass;

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        constexpr int given = sizeof...(Channels);
        if (given >= 1 && given <= 2 && ((Channels >= 0) && ...))
            return in.with_last(at_end(false) + in.last() + at_end(true));
        complaint.needs << "needs one number of channels for both ends, or one for each";
        complaint.remedy << "write ChannelPadding<8> or ChannelPadding<0, 16>";
        return in;
    }

    /// y[p][before + c] = x[p][c], 0 beside them
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr Map in = binding.in, out = binding.out;
        constexpr std::size_t before = at_end(false);
        kernel::for_each_row<in, out>(pass.count, [&](std::size_t from, std::size_t to) {
            Scalar* const y = pass.y + to;
            for (std::size_t c = 0; c < before; ++c) y[c] = 0;
            kernel::copy_row<false>(pass.x + from, y + before, in.channels());
            for (std::size_t c = before + in.channels(); c < out.channels(); ++c) y[c] = 0;
        });
    }

    /// dx[p][c] (+)= dy[p][before + c]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr Map from = binding.out.slice(binding.in, {0, 0, 0}, at_end(false));
        kernel::copy<from, binding.in, binding.accumulate>(pass.dy, pass.dx, pass.count);
    }

private:
    static constexpr std::size_t at_end(bool behind) {
        constexpr int count = sizeof...(Channels), given[]{Channels..., 0};
        return static_cast<std::size_t>(given[behind && count > 1]);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ChannelPadding;
}  // namespace inlay

#endif  // INLAY_LAYER_CHANNEL_PADDING_HPP
