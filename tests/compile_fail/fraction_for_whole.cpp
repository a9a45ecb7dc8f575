// SPDX-License-Identifier: MIT
// A number with a point where an option is a whole number.
// EXPECT: inlay: this option is a whole number: 32, not 32.0
// ERRORS: 1
#include <inlay/inlay.hpp>

using namespace inlay;

#ifdef MISTAKE
constexpr auto size = 32.0;
#else
constexpr auto size = 32u;
#endif

const FitOptions options{.batch_size = size};
