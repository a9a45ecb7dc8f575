// SPDX-License-Identifier: MIT
// A wrapper that normalizes a kernel, around a layer without one.
// FIRST: layer 2, SpectralNormalization<
// EXPECT: needs a layer with a kernel or embeddings of its own
// EXPECT: put it around a layer such as Dense
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Dense<4>, SpectralNormalization<LayerNorm<>>>;
#else
using Net = Sequential<Dense<4>, SpectralNormalization<Dense<4>>>;
#endif

static_assert(Network<Net, Input<5>>::output_shape.size() > 0);
