// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SOURCE_HPP
#define INLAY_TRAIN_SOURCE_HPP
// The examples of a training step.

#include <inlay/shape/element.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// Where the examples of a batch come from: load(context, n, to) writes example n, row-major, as
/// numbers; or packed as integers, to a network that has indices.
template <class Scalar>
struct Source {
    const void* context = nullptr;
    void (*load)(const void* context, std::size_t example, Scalar* to) = nullptr;
    ElementType element = ElementType::number;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Source;
}  // namespace inlay

#endif  // INLAY_TRAIN_SOURCE_HPP
