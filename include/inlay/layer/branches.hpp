// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_BRANCHES_HPP
#define INLAY_LAYER_BRANCHES_HPP

#include <inlay/config.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// Types in order: what a layer of several inputs calls its branches.
template <class... Types>
struct TypeList {
    static constexpr std::size_t count = sizeof...(Types);
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::TypeList;
}  // namespace inlay

#endif  // INLAY_LAYER_BRANCHES_HPP
