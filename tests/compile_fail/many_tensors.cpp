// SPDX-License-Identifier: MIT
// A layer of more tensors than can be kept.
// FIRST: layer 2, Scales<17>, has 17 tensors of weights, of which 16 can be kept
// EXPECT: put some of them into one
#include "unrun.hpp"

using namespace inlay;

template <int Count>
struct Scales : Unrun {
    static constexpr std::string_view title = "Scales", name = "scales";

    static constexpr WeightSpecs weights(const Shape& in) {
        WeightSpecs specs;
        for (int k = 0; k < Count; ++k)
            specs.add(
                {.name =
                     std::string_view("abcdefghijklmnopq").substr(static_cast<std::size_t>(k), 1),
                 .shape = in});
        return specs;
    }
};

#ifdef MISTAKE
using Net = Sequential<Dense<3>, Scales<17>>;
#else
using Net = Sequential<Dense<3>, Scales<16>>;
#endif

static_assert(Network<Net, Input<9>>::output_shape.size() > 0);
