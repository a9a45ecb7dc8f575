// SPDX-License-Identifier: MIT
// A stream through a layer that reads a sequence from its end.
// FIRST: the layer lstm_1 looks
// EXPECT: several steps of the sequence
// EXPECT: run the whole sequence with
#include <inlay/core.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<LSTM<4, ReturnSequences>, LSTM<4, GoBackwards>>;
#else
using Net = Sequential<LSTM<4, ReturnSequences>, LSTM<4>>;
#endif

using Bound = Network<Net, Input<9, 2>>;

void next(const Parameters<float>& parameters, float* stream, const float* in, float* out,
          float* workspace) {
    Bound::step(parameters, stream, in, out, workspace);
}
