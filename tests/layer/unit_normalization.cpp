// SPDX-License-Identifier: MIT
// UnitNormalization: y = x / max(sqrt(sum x^2), 1e-12) along one axis.
#ifndef NAIVE_UNIT_NORMALIZATION
#define NAIVE_UNIT_NORMALIZATION

#include "naive.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace naive {

template <int axis>
Batch unit_normalized(Batch x, Run& run) {
    run.smooth = true;
    const int d = axis < 0 ? x.shape.rank() + axis : axis - 1;
    std::size_t step = 1;
    for (int k = d + 1; k < x.shape.rank(); ++k) step *= x.shape[k];
    const std::size_t n = x.shape[d];
    for (std::size_t first = 0; first < x.values.size(); ++first) {
        if (first / step % n != 0) continue;
        double squares = 0;
        for (std::size_t k = 0; k < n; ++k)
            squares += x.values[first + k * step] * x.values[first + k * step];
        const double norm = std::max(std::sqrt(squares), 1e-12);
        run.steepness = std::max(run.steepness, 1 / norm);
        for (std::size_t k = 0; k < n; ++k) x.values[first + k * step] /= norm;
    }
    return x;
}

inline Batch forward(Of<UnitNormalization<>>, const Batch& x, Run& run) {
    return unit_normalized<-1>(x, run);
}

template <int axis>
Batch forward(Of<UnitNormalization<inlay::Axis<axis>>>, const Batch& x, Run& run) {
    return unit_normalized<axis>(x, run);
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/unit_normalization.hpp"
#include "check.hpp"

using namespace inlay;

TEST_CASE("UnitNormalization") {
    check::both<UnitNormalization<>, Input<3, 37>>();
    check::both<UnitNormalization<Axis<1>>, Input<70, 19>>();
}

TEST_CASE("UnitNormalization of almost nothing divides by 1e-12, whose gradient is a factor") {
    using Layer = UnitNormalization<>;
    constexpr Binding binding{.in = Shape{2}, .out = Shape{2}, .rank = 1};
    const double x[]{3e-14, 0}, dy[]{1, 2};
    double y[2], kept[1], dx[2];
    Layer::forward<binding, Linear>(Forward<double>{.x = x,
                                                    .y = y,
                                                    .weights = nullptr,
                                                    .state = nullptr,
                                                    .statistics = nullptr,
                                                    .count = 1,
                                                    .kept = kept});
    Layer::backward<binding>(Backward<double>{.x = nullptr,
                                              .y = y,
                                              .dy = dy,
                                              .dx = dx,
                                              .weights = nullptr,
                                              .copy = nullptr,
                                              .statistics = nullptr,
                                              .gradient = nullptr,
                                              .count = 1,
                                              .kept = kept});
    CHECK(y[0] == 0.03);
    CHECK(y[1] == 0);
    CHECK(dx[0] == 1e12);
    CHECK(dx[1] == 2e12);
}

// Along the steps of a sequence it is no layer of one step at a time.
template <class Layer>
constexpr Steps steps_of_sequence = [] {
    const Shape in{5, 3};
    return INLAY_ABI::bind_layer<Layer>({&in, 1}, {}).facts.steps;
}();
static_assert(steps_of_sequence<UnitNormalization<>> == Steps::each);
static_assert(steps_of_sequence<UnitNormalization<Axis<-2>>> == Steps::all);

TEST_CASE("UnitNormalization, Keras's numbers") { keras::layers::unit_normalization(); }

#endif
