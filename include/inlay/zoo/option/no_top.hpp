// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_OPTION_NO_TOP_HPP
#define INLAY_ZOO_OPTION_NO_TOP_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// A network of the zoo without the layers that tell classes apart: Keras's include_top=False.
struct NoTop {
    static constexpr option::Kind kind = "no top";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::NoTop;
}  // namespace inlay

#endif  // INLAY_ZOO_OPTION_NO_TOP_HPP
