// SPDX-License-Identifier: MIT
// What a layer learns from data is that of an input, not of what another layer makes.
// EXPECT: a layer that adapt is to reach reads an input of the network
#include <inlay/inlay.hpp>

using namespace inlay;

#ifdef MISTAKE
using Net = Sequential<Dense<3>, Normalization<>>;
#else
using Net = Sequential<Normalization<>, Dense<3>>;
#endif

void learn(Model<Net, Input<2>>& model, const std::vector<float>& data) { model.adapt(data); }
