// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_IDENTITY_HPP
#define INLAY_LAYER_IDENTITY_HPP

#include <inlay/layer/copying.hpp>

namespace inlay::INLAY_ABI {

/// y = x: the shortcut branch of Add<A, Identity>.
struct Identity : Copying {
    static constexpr std::string_view title = "Identity", name = "identity";
    static constexpr Role role = Role::shape_only;
    static constexpr Masks masks = Masks::pass;

    static constexpr Shape output(const Shape& in, Complaint&) { return in; }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Identity;
}  // namespace inlay

#endif  // INLAY_LAYER_IDENTITY_HPP
