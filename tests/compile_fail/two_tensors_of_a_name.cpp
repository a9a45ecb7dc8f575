// SPDX-License-Identifier: MIT
// A layer with two tensors of one name, of which a file could keep one.
// FIRST: layer 1, Scales<2>,
// EXPECT: has two tensors of weights of one name, a
#include "unrun.hpp"

using namespace inlay;

template <int Count>
struct Scales : Unrun {
    static constexpr std::string_view title = "Scales", name = "scales";

    static constexpr WeightSpecs weights(const Shape& in) {
        WeightSpecs specs;
        for (int k = 0; k < Count; ++k) specs.add({.name = "a", .shape = in});
        return specs;
    }
};

#ifdef MISTAKE
using Net = Sequential<Scales<2>>;
#else
using Net = Sequential<Scales<1>>;
#endif

static_assert(Network<Net, Input<9>>::output_shape.size() > 0);
