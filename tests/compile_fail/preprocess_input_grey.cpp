// SPDX-License-Identifier: MIT
// Colours of an image that has none.
// FIRST: /layer 1, PreprocessInput<.*caffe/
// EXPECT: needs red, green and blue
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<PreprocessInput<"caffe">>;
#else
using Net = Sequential<PreprocessInput<"tf">>;
#endif

static_assert(Network<Net, Input<4, 4, 1>>::output_shape.size() > 0);
