// SPDX-License-Identifier: MIT
// A shape has at most five extents: those of a volume's kernel.
// EXPECT: /no matching (function|constructor)/
// FIRST: Shape
#include <inlay/shape/shape.hpp>

#ifdef MISTAKE
constexpr inlay::Shape shape{1, 2, 3, 4, 5, 6};
#else
constexpr inlay::Shape shape{1, 2, 3, 4, 5};
#endif

static_assert(shape.size() >= 24);
