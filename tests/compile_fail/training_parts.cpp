// SPDX-License-Identifier: MIT
// The core's Training of something that is no loss.
// FIRST: compile: Accuracy is no loss: it lacks sparse, Logits, row
// EXPECT: (inlay/train/loss.hpp)
#include <inlay/core.hpp>

using namespace inlay;
using Net = Network<Sequential<Dense<2>>, Input<3>>;

#ifdef MISTAKE
using Step = Training<Net, SGD, Accuracy>;
#else
using Step = Training<Net, SGD, MeanSquaredError, Accuracy>;
#endif

static_assert(Step::moment_count() == 0);
