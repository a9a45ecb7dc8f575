// SPDX-License-Identifier: MIT
// A mode that Keras does not have.
// FIRST: /layer 1, PreprocessInput<.*pytorch/
// EXPECT: needs a mode
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<PreprocessInput<"pytorch">>;
#else
using Net = Sequential<PreprocessInput<"torch">>;
#endif

static_assert(Network<Net, Input<4, 4, 3>>::output_shape.size() > 0);
