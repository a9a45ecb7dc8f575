// SPDX-License-Identifier: MIT
// A compiler or standard that is too old gets one sentence.
// FLAGS: -std=c++17
// EXPECT: inlay needs C++20
// FIRST: inlay needs C++20
// ERRORS: 1
// LINES: 8
#include <inlay/inlay.hpp>
