// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_REFLECT_PADDING1D_HPP
#define INLAY_LAYER_REFLECT_PADDING1D_HPP

#include <inlay/layer/reflect_padding.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// A sequence whose ends are reflected, without repeating the last step: ReflectPadding1D<2> makes
/// c b a b c d c b of a b c d, ReflectPadding1D<0, 2> a b c d c b. Each number is less than there
/// are steps.
template <int... Cells>
struct ReflectPadding1D : ReflectPadding<1, Cells...> {
    static constexpr std::string_view title = "ReflectPadding1D", name = "reflect_padding1d";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        return ReflectPadding<1, Cells...>::pad(in, title, complaint);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ReflectPadding1D;
}  // namespace inlay

#endif  // INLAY_LAYER_REFLECT_PADDING1D_HPP
