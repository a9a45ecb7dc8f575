// SPDX-License-Identifier: MIT
#include "check.hpp"

namespace naive {

inline Batch forward(Of<SiLU>, const Batch& x, Run& run) {
    run.smooth = true;
    return each(x, [](double v) { return v / (1 + std::exp(-v)); });
}

}  // namespace naive

using namespace inlay;

TEST_CASE("SiLU") {
    check::layer<SiLU, Input<5, 4, 3>>();
    check::layer<Dense<5, SiLU>, Input<3>>();
    check::network<Sequential<Conv2D<3, 3, 3, Same>, BatchNorm<>, SiLU, Conv2D<2, 1, 1, SiLU>>,
                   Input<4, 5, 2>>();
}
