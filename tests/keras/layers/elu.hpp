// SPDX-License-Identifier: MIT
#pragma once
// The cases of elu.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void elu() {
    using namespace inlay;
    Comparison keras("elu");
    keras.compare<ELU<>, Input<19>>("elu_on_19");
    keras.compare<ELU<>, Input<19>>("elu_0_far_from_zero");
    keras.compare<ELU<>, Input<19>>("elu_0_where_it_bends");
    keras.compare<ELU<1.5>, Input<19>>("elu_1_5_on_19");
    keras.compare<ELU<1.5>, Input<19>>("elu_1_far_from_zero");
    keras.compare<ELU<1.5>, Input<19>>("elu_1_where_it_bends");
    keras.compare<SELU, Input<19>>("selu_on_19");
    keras.compare<SELU, Input<19>>("elu_2_far_from_zero");
    keras.compare<SELU, Input<19>>("elu_2_where_it_bends");
}

}  // namespace keras::layers
