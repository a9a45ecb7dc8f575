// SPDX-License-Identifier: MIT
#pragma once
// A layer on volumes as two on images: one along height and width, then one along depth.

#include "naive.hpp"

#include <cstddef>

namespace naive {

/// A layer on each image of volumes.
template <class Layer>
Batch on_images(Batch x, Run& run) {
    const std::size_t count = x.count, depth = x.shape[0];
    x.shape = {x.shape[1], x.shape[2], x.shape[3]};
    x.count *= depth;
    Batch y = forward(Of<Layer>{}, x, run);
    y.shape = {depth, y.shape[0], y.shape[1], y.shape[2]};
    y.count = count;
    return y;
}

/// A layer on volumes as images of one column, whose channels are all numbers of a depth.
template <class Layer>
Batch along_depth(Batch x, Run& run) {
    const Shape shape = x.shape;
    x.shape = {shape[0], 1, shape[1] * shape[2] * shape[3]};
    Batch y = forward(Of<Layer>{}, x, run);
    y.shape = {y.shape[0], shape[1], shape[2], shape[3]};
    return y;
}

}  // namespace naive
