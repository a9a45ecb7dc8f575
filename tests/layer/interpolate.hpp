// SPDX-License-Identifier: MIT
#pragma once
// An image read at other places than its cells, by weights that are functions of real distances.

#include "naive.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace naive {

/// The weight of a cell at a distance.
template <class... Given>
double curve(double distance) {
    const double t = std::abs(distance);
    const auto sinc = [](double x) { return x == 0 ? 1 : std::sin(M_PI * x) / (M_PI * x); };
    if constexpr (given<Bicubic, Given...>)
        return t < 1   ? 1 - 2.5 * t * t + 1.5 * t * t * t
               : t < 2 ? 2 - 4 * t + 2.5 * t * t - 0.5 * t * t * t
                       : 0;
    else if constexpr (given<Lanczos3, Given...>)
        return t < 3 ? sinc(t) * sinc(t / 3) : 0;
    else if constexpr (given<Lanczos5, Given...>)
        return t < 5 ? sinc(t) * sinc(t / 5) : 0;
    else
        return std::max(1 - t, 0.0);
}

/// The weight of one of some cells at one of some places, which cover them.
template <class... Given>
double weight(std::size_t place, std::size_t places, std::size_t cell, std::size_t cells) {
    const double step = static_cast<double>(cells) / static_cast<double>(places);
    const double at = (static_cast<double>(place) + 0.5) * step, left = static_cast<double>(cell);
    if (given<Nearest, Given...>) return left <= at && at < left + 1 ? 1 : 0;
    return curve<Given...>((left + 0.5 - at) /
                           (given<Antialias, Given...> ? std::max(step, 1.0) : 1));
}

/// Fills y by a sum over all cells, divided by the sum of their weights.
template <class... Given>
void interpolate(const Batch& x, Batch& y) {
    for (std::size_t n = 0; n < y.count; ++n)
        for (std::size_t h = 0; h < y.shape[0]; ++h)
            for (std::size_t w = 0; w < y.shape[1]; ++w)
                for (std::size_t c = 0; c < y.shape[2]; ++c) {
                    double sum = 0, all = 0;
                    for (std::size_t i = 0; i < x.shape[0]; ++i)
                        for (std::size_t j = 0; j < x.shape[1]; ++j) {
                            const double share = weight<Given...>(h, y.shape[0], i, x.shape[0]) *
                                                 weight<Given...>(w, y.shape[1], j, x.shape[1]);
                            sum += share * x.at(n, i, j, c);
                            all += share;
                        }
                    y.at(n, h, w, c) = sum / all;
                }
}

}  // namespace naive
