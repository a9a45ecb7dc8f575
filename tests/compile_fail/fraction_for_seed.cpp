// SPDX-License-Identifier: MIT
// A seed with a point.
// EXPECT: inlay: a seed is a whole number: 7, not 7.0
// ERRORS: 1
#include <inlay/inlay.hpp>

using namespace inlay;

#ifdef MISTAKE
constexpr auto seed = 7.0f;
#else
constexpr auto seed = 7ll;
#endif

const FitOptions options{.seed = seed};
