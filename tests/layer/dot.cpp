// SPDX-License-Identifier: MIT
// Dot: the products of all vectors of one branch with all of another.
#ifndef NAIVE_DOT
#define NAIVE_DOT

#include "naive.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <type_traits>
#include <vector>

namespace naive {

/// The axes as they were given; 0: the default.
template <class... Given>
struct AxesOf {
    static constexpr int first = -1, second = 0;
};
template <class Option, class... Given>
struct AxesOf<Option, Given...> : AxesOf<Given...> {};
template <int First, int Second, class... Given>
struct AxesOf<inlay::Axes<First, Second>, Given...> {
    static constexpr int first = First, second = Second;
};

/// Each vector of x along an axis, in the order of the other axes.
inline std::vector<std::vector<double>> vectors(const Batch& x, std::size_t n, int axis) {
    std::size_t behind = 1, before = 1;
    for (int d = 0; d < axis; ++d) before *= x.shape[d];
    for (int d = axis + 1; d < x.shape.rank(); ++d) behind *= x.shape[d];
    std::vector<std::vector<double>> all(before * behind);
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t t = 0; t < x.shape[axis]; ++t)
            all[i].push_back(
                x.values[((n * before + i / behind) * x.shape[axis] + t) * behind + i % behind]);
    return all;
}

template <class First, class Second, class... Given>
Batch forward(Of<Dot<First, Second, Given...>>, const Batch& x, Run& run) {
    using Along = AxesOf<Given...>;
    const std::vector<Batch> inputs = branches<First, Second>(x, run);
    int axes[] = {Along::first, Along::second};
    if (axes[1] == 0) axes[1] = inputs[1].shape.rank() == 1 ? -1 : -2;
    Shape shape;
    for (int k = 0; k < 2; ++k) {
        const Shape& of = inputs[static_cast<std::size_t>(k)].shape;
        axes[k] = axes[k] < 0 ? of.rank() + axes[k] : axes[k] - 1;
        for (int d = 0; d < of.rank(); ++d)
            if (d != axes[k]) shape.extents[shape.count++] = of[d];
    }
    Batch y(shape.count == 0 ? Shape{1} : shape, x.count);
    std::size_t to = 0;
    for (std::size_t n = 0; n < x.count; ++n)
        for (const auto& a : vectors(inputs[0], n, axes[0]))
            for (const auto& b : vectors(inputs[1], n, axes[1])) {
                double sum = 0, of_a = 0, of_b = 0;
                for (std::size_t t = 0; t < a.size(); ++t) {
                    sum += a[t] * b[t];
                    of_a += a[t] * a[t];
                    of_b += b[t] * b[t];
                }
                if (given<Normalize, Given...>) {
                    sum *= std::min(1 / std::sqrt(of_a), 1e7) * std::min(1 / std::sqrt(of_b), 1e7);
                    run.smooth = true;
                }
                y.values[to++] = sum;
            }
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/dot.hpp"
#include "check.hpp"
#include "conv2d.cpp"
#include "dense.cpp"
#include "identity.cpp"
#include "reshape.cpp"

using namespace inlay;

TEST_CASE("Dot") {
    check::both<Dot<Dense<3>, Dense<3>, Normalize>, Input<4>>();
    check::join<Dot, Input<17, 3>, Input<3, 19>>();
}

TEST_CASE("Dot of a map and itself") {
    using Once = Conv2D<3, 3, 3, Same>;
    check::network<Sequential<Once, Dot<Identity, Reshape<3, 6>, Axes<1>>,
                              Dot<Identity, Identity, Normalize, Axes<2>>>,
                   Input<3, 2, 3>>();
}

TEST_CASE("Dot, Keras's numbers") { keras::layers::dot(); }

#endif
