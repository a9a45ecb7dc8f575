// SPDX-License-Identifier: MIT
// GLU: y = a / (1 + exp(-b)), a and b being halves of x.
#ifndef NAIVE_GLU
#define NAIVE_GLU

#include "naive.hpp"

#include <cmath>
#include <cstddef>

namespace naive {

inline Batch halves(const Batch& x, int axis) {
    const int d = axis < 0 ? x.shape.rank() + axis : axis - 1;
    Shape shape = x.shape;
    shape.extents[d] /= 2;
    std::size_t half = 1;
    for (int k = d; k < shape.rank(); ++k) half *= shape[k];
    Batch y(shape, x.count);
    for (std::size_t k = 0; k < y.values.size(); ++k) {
        const double* const a = &x.values[k / half * 2 * half + k % half];
        y.values[k] = a[0] / (1 + std::exp(-a[half]));
    }
    return y;
}

inline Batch forward(Of<GLU<>>, const Batch& x, Run& run) {
    run.smooth = true;
    return halves(x, -1);
}

template <int axis>
Batch forward(Of<GLU<inlay::Axis<axis>>>, const Batch& x, Run& run) {
    run.smooth = true;
    return halves(x, axis);
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/glu.hpp"
#include "check.hpp"
#include "conv2d.cpp"
#include "dense.cpp"

using namespace inlay;

TEST_CASE("GLU") {
    check::both<GLU<>, Input<38>>();
    check::layer<GLU<Axis<1>>, Input<4, 3, 5>>();
    check::layer<GLU<Axis<-2>>, Input<3, 4, 5>>();
    check::network<Sequential<Dense<6, GLU<>>, Dense<4, GLU<>>>, Input<3, 2>>();
    check::network<Sequential<Conv2D<6, 3, 3, Same, GLU<>>, Conv2D<2, 3, 3, Same>>,
                   Input<4, 5, 2>>();
}

TEST_CASE("GLU as an option halves what its layer's row shows") {
    using Net = Network<Sequential<Dense<8, GLU<>>>, Input<5>>;
    static_assert(Net::output_shape == Shape{4} && Net::layers[0].output == Shape{4});
    static_assert(Net::layers[0].cost.multiply_adds == 40 && Net::multiply_adds == 40);
}

TEST_CASE("GLU, Keras's numbers") { keras::layers::glu(); }

#endif
