// SPDX-License-Identifier: MIT
#pragma once
// Cells at the edges of an image, as cropping and padding take them.
#include "naive.hpp"

#include <cstddef>

namespace naive {

/// One number for all edges, height and width, or top, bottom, left and right; -1 is not given.
struct Edges {
    std::size_t top, bottom, left, right;

    constexpr Edges(int a, int b, int c, int d)
        : top(static_cast<std::size_t>(a)),
          bottom(static_cast<std::size_t>(d < 0 ? a : b)),
          left(static_cast<std::size_t>(d >= 0   ? c
                                        : b >= 0 ? b
                                                 : a)),
          right(static_cast<std::size_t>(d >= 0   ? d
                                         : b >= 0 ? b
                                                  : a)) {}
};

template <class Body>
void for_each_number(const Batch& x, Body body) {
    for (std::size_t n = 0; n < x.count; ++n)
        for (std::size_t h = 0; h < x.shape[0]; ++h)
            for (std::size_t w = 0; w < x.shape[1]; ++w)
                for (std::size_t c = 0; c < x.shape[2]; ++c) body(n, h, w, c);
}

}  // namespace naive
