// SPDX-License-Identifier: MIT
#pragma once
// Cells at the edges of an image, as cropping and padding take them.
#include "naive.hpp"

#include <cstddef>

namespace naive {

/// One number for all edges, height and width, or top, bottom, left and right.
struct Edges {
    std::size_t top, bottom, left, right;

    constexpr explicit Edges(std::size_t all) : Edges(all, all) {}
    constexpr Edges(std::size_t rows, std::size_t columns) : Edges(rows, rows, columns, columns) {}
    constexpr Edges(std::size_t a, std::size_t b, std::size_t c, std::size_t d)
        : top(a), bottom(b), left(c), right(d) {}
};

template <class Body>
void for_each_number(const Batch& x, Body body) {
    for (std::size_t n = 0; n < x.count; ++n)
        for (std::size_t h = 0; h < x.shape[0]; ++h)
            for (std::size_t w = 0; w < x.shape[1]; ++w)
                for (std::size_t c = 0; c < x.shape[2]; ++c) body(n, h, w, c);
}

}  // namespace naive
