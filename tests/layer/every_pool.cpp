// SPDX-License-Identifier: MIT
// Every layer, part 4: layers without weights. A new one needs one line here.
#include "check.hpp"

using namespace inlay;

TEST_CASE("MaxPool") {
    check::layer<MaxPool<2>, Input<6, 7, 3>>();
    check::layer<MaxPool<2>, Input<5, 4, 17>>();
    check::layer<MaxPool<3, 3, Strides<2>, Same>, Input<8, 7, 5>>();
    check::layer<MaxPool<2, 3>, Input<5, 7, 3>>();
    check::layer<MaxPool<3, 3, Strides<1>>, Input<6, 5, 2>>();
    check::layer<MaxPool<2, 2, Strides<3>>, Input<8, 7, 8>>();
    check::layer<MaxPool<1, 1, Strides<2>>, Input<5, 6, 3>>();
    check::layer<MaxPool<5, 5, Strides<2, 1>, Same>, Input<4, 6, 1>>();
}

TEST_CASE("AveragePool") {
    check::layer<AveragePool<2>, Input<6, 7, 3>>();
    check::layer<AveragePool<3, 3, Strides<2>, Same>, Input<8, 7, 5>>();
    check::layer<AveragePool<2, 3>, Input<5, 7, 17>>();
    check::layer<AveragePool<3, 3, Strides<1>>, Input<6, 5, 2>>();
    check::layer<AveragePool<2, 2, Strides<3>, Same>, Input<8, 7, 8>>();
    check::layer<AveragePool<8>, Input<8, 8, 9>>();
    check::layer<GlobalAveragePool, Input<5, 6, 7>>();
    check::layer<GlobalAveragePool, Input<1, 3, 17>>();
}

TEST_CASE("layers that move or scale their input") {
    check::layer<Flatten, Input<3, 4, 5>>();
    check::layer<Flatten, Input<9>>();
    check::layer<Identity, Input<2, 3, 5>>();
    check::layer<Identity, Input<7>>();
    check::layer<Rescaling<1.0 / 255>, Input<4, 3, 3>>();
    check::layer<Rescaling<1.0 / 127.5, -1>, Input<19>>();
    check::layer<Dropout<0.25>, Input<41>>();
    check::layer<Dropout<0.5>, Input<3, 5, 7>>();
    check::layer<Dropout<0>, Input<9>>();
}
