// SPDX-License-Identifier: MIT
#pragma once
// The cases of concat.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void concat() {
    using namespace inlay;
    Comparison keras("concat");
    keras.compare<Concat<Conv2D<2, 1, 1>, Conv2D<4, 3, 3, Same>, Identity>,
        Input<6, 5, 3>>("concat");
    keras.compare<Concat<Add<Conv2D<4, 1, 1>, Sequential<Conv2D<4, 3, 3, Tanh, Same>, BatchNorm<>>>,
        MaxPool<3, 3, Same, Strides<1>>>, Input<6, 5, 3>>("branches_in_branches");
    keras.compare<Concat<Part<0, 5, 7, 3>, Part<105, 5, 7, 2>, Part<175, 5, 7, 4>>,
        Input<315>>("concat_of_5x7x3_and_5x7x2_and_5x7x4");
    keras.compare<Concat<Part<0, 7>, Part<7, 1>, Part<8, 9>>, Input<17>>("concat_of_7_and_1_and_9");
}

}  // namespace keras::layers
