// SPDX-License-Identifier: MIT
// SparsePlus and SparseSigmoid: 0 up to -1.
#ifndef NAIVE_SPARSE_PLUS
#define NAIVE_SPARSE_PLUS

#include "../layer/naive.hpp"

#include <algorithm>

namespace naive {

inline Batch forward(Of<SparsePlus>, const Batch& x, Run& run) {
    run.smooth = true;
    return each(x, [](double v) { return v <= -1 ? 0 : v < 1 ? (v + 1) * (v + 1) / 4 : v; });
}

inline Batch forward(Of<SparseSigmoid>, const Batch& x, Run& run) {
    return each(x, [&](double v) {
        run.keep_off(v - 1), run.keep_off(v + 1);
        return std::min(std::max((v + 1) / 2, 0.0), 1.0);
    });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/sparse_plus.hpp"
#include "../layer/check.hpp"
#include "../layer/dense.cpp"
#include "../layer/rescaling.cpp"

using namespace inlay;

TEST_CASE("SparsePlus and SparseSigmoid") {
    check::both<Sequential<Rescaling<3>, SparsePlus>, Input<19>>();
    check::layer<Sequential<Rescaling<3>, SparseSigmoid>, Input<3, 5, 3>>();
    check::network<Sequential<Dense<5, SparsePlus>, Dense<4, SparseSigmoid>>, Input<5>>();
}

TEST_CASE("SparsePlus and SparseSigmoid, Keras's numbers") { keras::layers::sparse_plus(); }

#endif
