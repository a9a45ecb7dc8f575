// SPDX-License-Identifier: MIT
#pragma once
// The examples of a training step.

#include <inlay/config.hpp>

#include <cstddef>

namespace inlay::inline INLAY_ABI {

/// Where the examples of a batch come from: load(context, n, to) writes example n, row-major.
template <class Scalar>
struct Source {
    const void* context;
    void (*load)(const void* context, std::size_t example, Scalar* to);
};

}  // namespace inlay::inline INLAY_ABI
