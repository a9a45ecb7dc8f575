// SPDX-License-Identifier: MIT
// Arithmetic in long double, where elementary functions would be wrong by tens of percent.
// FLAGS: -m32 -mno-sse
// FIRST: inlay needs arithmetic in float
// EXPECT: on 32-bit x86: -msse2 -mfpmath=sse
#include <inlay/core.hpp>

static_assert(inlay::Shape{3}.size() == 3);
