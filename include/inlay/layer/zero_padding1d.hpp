// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_ZERO_PADDING1D_HPP
#define INLAY_LAYER_ZERO_PADDING1D_HPP

#include <inlay/layer/zero_padding.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// Zeros before and behind a sequence: ZeroPadding1D<1> puts one step at each end,
/// ZeroPadding1D<0, 2> two at the end.
template <int... Cells>
struct ZeroPadding1D : ZeroPadding<1, Cells...> {
    static constexpr std::string_view title = "ZeroPadding1D", name = "zero_padding1d";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        return ZeroPadding<1, Cells...>::pad(in, title, complaint);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ZeroPadding1D;
}  // namespace inlay

#endif  // INLAY_LAYER_ZERO_PADDING1D_HPP
