// SPDX-License-Identifier: MIT
// inlay after macros that windows.h, game engines, Arduino and careless headers define.
#include <bits/stdc++.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

// clang-format off
#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define abs(x) ((x) > 0 ? (x) : -(x))
#define round(x) ((x) >= 0 ? (long)((x) + 0.5) : (long)((x) - 0.5))
#define bit(b) (1UL << (b))
#define check(expression) hostile
#define verify(expression) hostile
#define ensure(expression) hostile
#define TEXT(text) L##text
#define interface struct
#define near hostile
#define far hostile
#define small hostile
#define ERROR hostile
#define IN hostile
#define OUT hostile
#define OPTIONAL hostile
#define PI hostile
#define DEFAULT hostile
#define INPUT hostile
#define OUTPUT hostile
#define HIGH hostile
#define LOW hostile
#define TRUE hostile
#define FALSE hostile
#define DELETE hostile
#define STRICT hostile
#define B0 hostile
#define B1 hostile
#define E hostile
#define F hostile
#define I hostile
#define N hostile
#define T hostile
#define _A hostile
#define _B hostile
// clang-format on

#include <inlay/inlay.hpp>

static_assert(inlay::Shape{28, 28, 1}.size() == 784);
