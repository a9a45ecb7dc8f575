// SPDX-License-Identifier: MIT
#pragma once
// The cells of an image that each place of an adaptive pooling sees.
#include "naive.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

namespace naive {

/// y(place) = body of the values that the place sees: rows from floor(h H / height) to
/// ceil((h + 1) H / height), and columns likewise.
template <class Body>
Batch share_out(const Batch& x, std::size_t height, std::size_t width, Body body) {
    Batch y({height, width, x.shape[2]}, x.count);
    const auto cells = [](std::size_t place, std::size_t places, std::size_t all) {
        const double each = static_cast<double>(all) / static_cast<double>(places);
        std::vector<std::size_t> seen;
        for (std::size_t cell = 0; cell < all; ++cell)
            if (static_cast<double>(cell) < static_cast<double>(place + 1) * each - 1e-9 &&
                static_cast<double>(cell + 1) > static_cast<double>(place) * each + 1e-9)
                seen.push_back(cell);
        return seen;
    };
    for (std::size_t n = 0; n < y.count; ++n)
        for (std::size_t h = 0; h < height; ++h)
            for (std::size_t w = 0; w < width; ++w)
                for (std::size_t c = 0; c < y.shape[2]; ++c) {
                    std::vector<double> values;
                    for (const std::size_t i : cells(h, height, x.shape[0]))
                        for (const std::size_t j : cells(w, width, x.shape[1]))
                            values.push_back(x.at(n, i, j, c));
                    y.at(n, h, w, c) = body(values);
                }
    return y;
}

}  // namespace naive
