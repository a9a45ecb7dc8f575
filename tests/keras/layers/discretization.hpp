// SPDX-License-Identifier: MIT
#pragma once
// The cases of discretization.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void discretization() {
    using namespace inlay;
    Comparison keras("discretization");
    keras.compare<Discretization<-0.5, 0, 0.5>, Input<8>>("discretization_at_its_edges");
    keras.compare<Discretization<-0.5, 0, 0.5>, Input<3, 5>>("discretization_0_5_0_0_5_on_3x5");
}

}  // namespace keras::layers
