// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_MERGE_HPP
#define INLAY_LAYER_OPTION_MERGE_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// What joins the two directions of Bidirectional: Merge<Concat> (the default), Merge<Add>,
/// Merge<Multiply>, Merge<Average> ...
template <template <class...> class Join>
struct Merge {
    static constexpr option::Kind kind = "merge";

    template <class... Branches>
    using joined = Join<Branches...>;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Merge;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_MERGE_HPP
