// SPDX-License-Identifier: MIT
// A shape has at most four extents.
// EXPECT: /no matching (function|constructor)/
// FIRST: Shape
#include <inlay/shape/shape.hpp>

#ifdef MISTAKE
constexpr inlay::Shape shape{1, 2, 3, 4, 5};
#else
constexpr inlay::Shape shape{1, 2, 3, 4};
#endif

static_assert(shape.size() >= 24);
