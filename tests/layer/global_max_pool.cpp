// SPDX-License-Identifier: MIT
// GlobalMaxPool: the largest number of each channel.
#ifndef NAIVE_GLOBAL_MAX_POOL
#define NAIVE_GLOBAL_MAX_POOL

#include "naive.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace naive {

template <class... Given>
Batch forward(Of<GlobalMaxPoolWith<Given...>>, const Batch& x, Run& run) {
    const std::size_t channels = x.channels(), cells = x.rows() / x.count;
    Batch y(x.shape, x.count);
    y.shape = given<KeepDims, Given...> ? Shape{1, 1, channels} : Shape{channels};
    y.values.clear();
    for (std::size_t n = 0; n < x.count; ++n)
        for (std::size_t c = 0; c < channels; ++c) {
            std::vector<double> values;
            for (std::size_t r = n * cells; r < (n + 1) * cells; ++r) values.push_back(x.row(r, c));
            std::sort(values.rbegin(), values.rend());
            if (cells > 1) run.keep_off(values[0] - values[1]);
            y.values.push_back(values[0]);
        }
    return y;
}

inline Batch forward(Of<GlobalMaxPool>, const Batch& x, Run& run) {
    return forward(Of<GlobalMaxPoolWith<>>{}, x, run);
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/global_max_pool.hpp"
#include "check.hpp"
#include "dense.cpp"

using namespace inlay;

TEST_CASE("GlobalMaxPool") {
    check::both<GlobalMaxPool, Input<3, 4, 5>>();
    check::layer<GlobalMaxPoolWith<KeepDims>, Input<1, 3, 17>>();
    check::network<Sequential<GlobalMaxPool, Dense<3>>, Input<3, 4, 5>>();
}

TEST_CASE("GlobalMaxPool, Keras's numbers") { keras::layers::global_max_pool(); }

#endif
