// SPDX-License-Identifier: MIT
#pragma once
// The cases of normalization.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void normalization() {
    using namespace inlay;
    Comparison keras("normalization");
    keras.compare<Normalization<>, Input<3, 5>>("normalization_on_3x5");
    keras.compare<Normalization<NoAxis, Invert>, Input<7>>("normalization_inverted_as_a_whole");
    keras.compare<Normalization<Mean<0.5, -1, 3>, Variance<0.25, 0, 9>>,
        Input<4, 3>>("normalization_by_constants");
    keras.compare<Normalization<Mean<2>, Variance<3>, Invert>,
        Input<4, 3>>("normalization_inverted_by_constants");
}

}  // namespace keras::layers
