// SPDX-License-Identifier: MIT
// The size of a shape is a fact for static_assert.
// EXPECT: a 28x28 image has 784 pixels
// FIRST: 784
// ERRORS: 1
#include <inlay/shape/shape.hpp>

#ifdef MISTAKE
constexpr inlay::Shape image{28, 27};
#else
constexpr inlay::Shape image{28, 28};
#endif

static_assert(image.size() == 784, "a 28x28 image has 784 pixels");
