// SPDX-License-Identifier: MIT
#pragma once
// What the definitions of convolutions and poolings have in common: a window that moves.

#include "naive.hpp"

#include <cstddef>
#include <vector>

namespace naive {

/// Where a window lies along one axis of n cells: how often, and how far before the first cell.
struct Axis {
    std::size_t places, before;

    Axis(std::size_t n, std::size_t size, std::size_t stride, bool same) {
        places = same ? (n + stride - 1) / stride : (n - size) / stride + 1;
        const std::size_t reach = (places - 1) * stride + size;
        before = same && reach > n ? (reach - n) / 2 : 0;
    }
};

struct Stride {
    std::size_t down, across;

    template <class Option>
    void read(Of<Option>) {}
    template <int... Given>
    void read(Of<Strides<Given...>>) {
        const int numbers[] = {Given...};
        *this = {static_cast<std::size_t>(numbers[0]),
                 static_cast<std::size_t>(numbers[sizeof...(Given) - 1])};
    }
};

/// Calls body(n, p, q, cells) for each place of a window, with the cells of the image it covers:
/// their row and column in the image and in the window.
struct Cell {
    std::size_t h, w, in_window_h, in_window_w;
};

template <class... Given, class Body>
Shape for_each_window(const Batch& x, std::size_t height, std::size_t width, Stride stride,
                      Body body) {
    (stride.read(Of<Given>{}), ...);
    const bool same = given<Same, Given...>;
    const Axis down(x.shape[0], height, stride.down, same),
        across(x.shape[1], width, stride.across, same);
    for (std::size_t n = 0; n < x.count; ++n) {
        for (std::size_t p = 0; p < down.places; ++p) {
            for (std::size_t q = 0; q < across.places; ++q) {
                std::vector<Cell> cells;
                for (std::size_t h = 0; h < height; ++h) {
                    for (std::size_t w = 0; w < width; ++w) {
                        const std::size_t row = p * stride.down + h, column = q * stride.across + w;
                        if (row < down.before || row - down.before >= x.shape[0]) continue;
                        if (column < across.before || column - across.before >= x.shape[1])
                            continue;
                        cells.push_back({row - down.before, column - across.before, h, w});
                    }
                }
                body(n, p, q, cells);
            }
        }
    }
    return {down.places, across.places, x.shape[2]};
}

/// Runs a window over images; value(cells, n, c) gives each number of the output.
template <class... Given, class Value>
Batch slide(const Batch& x, std::size_t height, std::size_t width, Stride stride,
            std::size_t channels, Value value) {
    std::vector<double> values;
    const auto body = [&](std::size_t n, std::size_t, std::size_t, const std::vector<Cell>& cells) {
        for (std::size_t c = 0; c < channels; ++c) values.push_back(value(cells, n, c));
    };
    Batch y(for_each_window<Given...>(x, height, width, stride, body).with_last(channels), x.count);
    y.values = values;
    return y;
}

}  // namespace naive
