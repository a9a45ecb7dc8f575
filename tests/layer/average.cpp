// SPDX-License-Identifier: MIT
// Average: the mean of branches, element by element.
#ifndef NAIVE_AVERAGE
#define NAIVE_AVERAGE

#include "naive.hpp"

#include <vector>

namespace naive {

template <class... Branches>
Batch forward(Of<Average<Branches...>>, const Batch& x, Run& run) {
    return each_of(branches<Branches...>(x, run), [](const std::vector<double>& v) {
        double sum = 0;
        for (const double value : v) sum += value;
        return sum / static_cast<double>(v.size());
    });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/average.hpp"
#include "merging.hpp"

using namespace inlay;

TEST_CASE("Average") { merging::check_several<Average>(); }

TEST_CASE("Average, Keras's numbers") { keras::layers::average(); }

#endif
