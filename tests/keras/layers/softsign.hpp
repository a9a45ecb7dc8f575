// SPDX-License-Identifier: MIT
#pragma once
// The cases of softsign.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void softsign() {
    using namespace inlay;
    Comparison keras("softsign");
    keras.compare<Softsign, Input<19>>("softsign_on_19");
    keras.compare<Softsign, Input<19>>("softsign_0_far_from_zero");
    keras.compare<Softsign, Input<19>>("softsign_0_where_it_bends");
}

}  // namespace keras::layers
