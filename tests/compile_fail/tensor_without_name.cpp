// SPDX-License-Identifier: MIT
// A tensor without a name.
// FIRST: layer 1, Scales<2>,
// EXPECT: has a tensor of weights without a name
#include "unrun.hpp"

using namespace inlay;

template <int Count>
struct Scales : Unrun {
    static constexpr std::string_view title = "Scales", name = "scales";

    static constexpr WeightSpecs weights(const Shape& in) {
        WeightSpecs specs;
        for (int k = 0; k < Count; ++k) specs.add({.name = k == 0 ? "a" : "", .shape = in});
        return specs;
    }
};

#ifdef MISTAKE
using Net = Sequential<Scales<2>>;
#else
using Net = Sequential<Scales<1>>;
#endif

static_assert(Network<Net, Input<9>>::output_shape.size() > 0);
