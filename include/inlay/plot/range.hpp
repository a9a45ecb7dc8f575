// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_RANGE_HPP
#define INLAY_PLOT_RANGE_HPP

#include <inlay/config.hpp>

#include <cmath>
#include <limits>

namespace inlay::INLAY_ABI::plot {

/// The smallest and the largest of some numbers, of which those that are not finite do not count.
struct Range {
    double least = std::numeric_limits<double>::infinity();
    double most = -std::numeric_limits<double>::infinity();

    bool empty() const { return least > most; }

    void add(double value) {
        if (!std::isfinite(value)) return;
        if (value < least) least = value;
        if (value > most) most = value;
    }

    /// A number's share of the way from the smallest to the largest, 0.5 where all are the same; of
    /// what is no number that itself.
    double part(double value) const {
        return most > least ? (value - least) / (most - least) : value != value ? value : 0.5;
    }
};

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_RANGE_HPP
