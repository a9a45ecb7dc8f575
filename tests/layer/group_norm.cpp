// SPDX-License-Identifier: MIT
// GroupNorm: groups of channels normalized over the cells of an example.
#ifndef NAIVE_GROUP_NORM
#define NAIVE_GROUP_NORM

#include "naive.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace naive {

template <int Count, class... Given>
Batch forward(Of<GroupNorm<Count, Given...>>, const Batch& x, Run& run) {
    constexpr double epsilon = given<Epsilon<0.1>, Given...> ? 0.1 : 1e-3;
    const double* const gamma = given<NoScale, Given...> ? nullptr : run.take_weights(x.channels());
    const double* const beta = given<NoCenter, Given...> ? nullptr : run.take_weights(x.channels());
    run.smooth = true;
    Batch y = x;
    const std::size_t cells = x.rows() / x.count;
    const std::size_t share = Count == -1 ? 1 : x.channels() / static_cast<std::size_t>(Count);
    const auto n = static_cast<double>(cells * share);
    for (std::size_t example = 0; example < x.count; ++example)
        for (std::size_t group = 0; group < x.channels(); group += share) {
            const auto each = [&](auto body) {
                for (std::size_t r = example * cells; r < (example + 1) * cells; ++r)
                    for (std::size_t c = group; c < group + share; ++c) body(r, c);
            };
            double mean = 0, variance = 0;
            each([&](std::size_t r, std::size_t c) { mean += x.row(r, c) / n; });
            each([&](std::size_t r, std::size_t c) {
                variance += (x.row(r, c) - mean) * (x.row(r, c) - mean) / n;
            });
            const double factor = 1 / std::sqrt(variance + epsilon);
            run.steepness = std::max(run.steepness, factor);
            each([&](std::size_t r, std::size_t c) {
                y.row(r, c) =
                    (x.row(r, c) - mean) * factor * (gamma ? gamma[c] : 1) + (beta ? beta[c] : 0);
            });
        }
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/tanh.cpp"
#include "../keras/layers/group_norm.hpp"
#include "add.cpp"
#include "check.hpp"
#include "conv2d.cpp"
#include "identity.cpp"

using namespace inlay;

TEST_CASE("GroupNorm") {
    check::both<GroupNorm<3>, Input<5, 7, 51>>();
    check::network<Sequential<Conv2D<6, 3, 3>,
                              Add<Sequential<GroupNorm<2, Epsilon<0.1>, NoScale>, Tanh>, Identity>,
                              GroupNorm<-1, NoCenter>, Tanh, Conv2D<2, 3, 3, Same>>,
                   Input<5, 4, 2>>();
}

TEST_CASE("GroupNorm far from zero keeps its digits") {
    using Net = Network<GroupNorm<2, NoScale, NoCenter, Epsilon<0>>, Input<50, 100, 4>>;
    std::vector<float> in(20000), out(20000), workspace(Net::workspace_count() + 1);
    const auto sign = [](std::size_t k) { return k % 2 == 0 ? 1.0f : -1.0f; };
    for (std::size_t k = 0; k < in.size(); ++k) in[k] = 1000 + sign(k);
    Net::forward({}, in.data(), out.data(), workspace.data());
    for (std::size_t k = 0; k < in.size(); ++k) REQUIRE(out[k] == sign(k));
}

// It looks at all steps of a sequence, and a mask goes on.
static_assert(GroupNorm<2>::steps == Steps::all && GroupNorm<2>::masks == Masks::pass);

TEST_CASE("GroupNorm, Keras's numbers") { keras::layers::group_norm(); }

#endif
