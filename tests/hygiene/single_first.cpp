// SPDX-License-Identifier: MIT
// The single header, <inlay.hpp>, and headers of the folder in one unit.
#include <inlay.hpp>

#include <inlay/layer/dense.hpp>

#include <inlay/inlay.hpp>

static_assert(inlay::Shape{28, 28, 1}.size() == 784);
static_assert(inlay::Model<inlay::Dense<3>, inlay::Input<2>>::parameter_count == 9);
