// SPDX-License-Identifier: MIT
#pragma once
// What the layers of several inputs have in common, in plain loops: extents of 1 serve all places.
#include "check.hpp"

namespace naive {

template <class... Branches, class Function>
Batch merge(const Batch& x, Run& run, Function f) {
    const std::vector<Batch> branches{forward(Of<Branches>{}, x, run)...};
    int rank = 0;
    for (const Batch& branch : branches) rank = std::max(rank, branch.shape.rank());
    // Extents from the last axis backward; absent ones are 1.
    const auto extent = [](const Shape& shape, int from_last) {
        return from_last < shape.rank() ? shape[shape.rank() - 1 - from_last] : std::size_t{1};
    };
    Shape whole;
    whole.count = rank;
    for (int k = 0; k < rank; ++k)
        for (const Batch& branch : branches)
            whole.extents[rank - 1 - k] =
                std::max(whole.extents[rank - 1 - k], extent(branch.shape, k));
    Batch y(whole, x.count);
    std::vector<double> values(branches.size());
    for (std::size_t n = 0; n < x.count; ++n)
        for (std::size_t at = 0; at < whole.size(); ++at) {
            for (std::size_t b = 0; b < branches.size(); ++b) {
                const Shape& shape = branches[b].shape;
                std::size_t rest = at, place = 0, step = 1;
                for (int k = 0; k < rank; ++k) {
                    const std::size_t index = rest % extent(whole, k), own = extent(shape, k);
                    rest /= extent(whole, k);
                    if (own > 1) place += index * step;
                    step *= own;
                }
                values[b] = branches[b].values[n * shape.size() + place];
            }
            y.values[n * whole.size() + at] = f(values);
        }
    return y;
}

}  // namespace naive

namespace merging {

/// A join of branches of one shape, and of shapes that spread along each kind of axis.
template <template <class...> class Join>
void check_two() {
    using namespace inlay;
    check::layer<Join<Dense<5>, Dense<5, NoBias>>, Input<7>>();
    check::network<Sequential<Dense<5>, Join<Tanh, Identity>, Tanh>, Input<3>>();
    check::network<Join<Conv2D<3, 3, 3, Same>, Sequential<>>, Input<5, 4, 3>>();
    check::network<Sequential<Join<Conv2D<2, 3, 3, Same>, Conv2D<2, 1>>, Conv2D<1, 3, 3, Same>>,
                   Input<4, 5, 2>>();
    using Middle = Sequential<Conv2D<3, 1, 1, Tanh>, MaxPool<5, 7>>;  // (1, 1, 3)
    check::network<Join<Conv2D<3, 1>, Middle>, Input<5, 7, 2>>();
    check::network<Join<Sequential<Middle, Flatten>, Conv2D<3, 3, 3, Same>>, Input<5, 7, 2>>();
    check::network<Join<Conv2D<1, 1>, Conv2D<17, 3, 3, Same>>, Input<3, 4, 2>>();
    check::network<Join<Sequential<Conv2D<3, 1>, MaxPool<1, 4>>, Conv2D<3, 1>>, Input<5, 4, 2>>();
    check::network<
        Join<Sequential<Conv2D<3, 1>, MaxPool<5, 1>>, Sequential<Conv2D<1, 1>, MaxPool<1, 4>>>,
        Input<5, 4, 2>>();
    check::network<Join<Dense<1>, Dense<4>>, Input<9>>();
    check::network<Join<Sequential<MaxPool<9, 13>, Conv2D<2, 1>>, Conv2D<2, 1>>, Input<9, 13, 1>>();
}

template <template <class...> class Join>
void check_several() {
    using namespace inlay;
    check_two<Join>();
    check::network<Join<Dense<4>, Tanh, Dense<1>>, Input<4>>();
    check::network<Join<Dense<3, Tanh>>, Input<4>>();
    check::network<Join<Conv2D<3, 3, 3, Same>, Conv2D<1, 1>, Sequential<>, Conv2D<3, 1>>,
                   Input<3, 4, 3>>();
}

}  // namespace merging
