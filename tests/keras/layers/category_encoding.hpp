// SPDX-License-Identifier: MIT
#pragma once
// The cases of category_encoding.txt as types. Written by generate.py.

#include "../compare.hpp"

namespace keras::layers {

inline void category_encoding() {
    using namespace inlay;
    Comparison keras("category_encoding");
    keras.compare<CategoryEncoding<11>, Input<7>>("category_encoding_11_on_7");
    keras.compare<CategoryEncoding<11, Count>, Input<7>>("category_encoding_11_count_on_7");
    keras.compare<CategoryEncoding<11, OneHot>, Input<7>>("category_encoding_11_one_hot_on_7");
    keras.compare<CategoryEncoding<11, OneHot>, Input<1>>("category_encoding_11_one_hot_on_1");
}

}  // namespace keras::layers
