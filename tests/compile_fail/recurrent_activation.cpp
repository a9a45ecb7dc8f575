// SPDX-License-Identifier: MIT
// A recurrent layer keeps what its activations make, not what they are given.
// FIRST: layer 1, GRU<4, SiLU>,
// EXPECT: needs activations whose derivative is made of their output
// EXPECT: take Tanh, Sigmoid or ReLU
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = GRU<4, SiLU>;
#else
using Net = GRU<4, ReLU>;
#endif

static_assert(Network<Net, Input<9, 2>>::output_shape.size() > 0);
