// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_OPTION_CLASSES_HPP
#define INLAY_ZOO_OPTION_CLASSES_HPP
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// How many classes a network of the zoo tells apart, 1,000 unless said.
template <int Count>
struct Classes {
    static constexpr option::Kind kind = "classes";
    static constexpr int count = Count;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Classes;
}  // namespace inlay

#endif  // INLAY_ZOO_OPTION_CLASSES_HPP
