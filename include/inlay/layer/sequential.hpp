// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_SEQUENTIAL_HPP
#define INLAY_LAYER_SEQUENTIAL_HPP
// The types that hold other layers, and the input that binds them.

#include <inlay/layer/activation.hpp>
#include <inlay/shape/shape.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// Layers one after another; nests freely.
template <class... Layers>
struct Sequential {};

/// The shape of one example: Input<28, 28, 1> is height, width, channels; Input<784> a vector.
template <int... Extents>
struct Input {
    static_assert(sizeof...(Extents) >= 1 && sizeof...(Extents) <= 4,
                  "inlay: an Input has one to four extents, such as Input<28, 28, 1>");
    static constexpr Shape shape{(Extents > 0 ? Extents : 0)...};  // a network refuses 0
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Input;
using INLAY_ABI::Sequential;
}  // namespace inlay

#endif  // INLAY_LAYER_SEQUENTIAL_HPP
