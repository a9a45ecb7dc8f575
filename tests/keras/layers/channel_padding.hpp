// SPDX-License-Identifier: MIT
#pragma once
// The cases of channel_padding.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void channel_padding() {
    using namespace inlay;
    Comparison keras("channel_padding");
    keras.compare<ChannelPadding<2, 3>, Input<3, 4, 5>>("channel_padding_2_3_on_3x4x5");
}

}  // namespace keras::layers
