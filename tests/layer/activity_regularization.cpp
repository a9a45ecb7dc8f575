// SPDX-License-Identifier: MIT
// ActivityRegularization: a copy whose values are a part of the loss, and of its gradient.
#ifndef NAIVE_ACTIVITY_REGULARIZATION
#define NAIVE_ACTIVITY_REGULARIZATION

#include "naive.hpp"

namespace naive {

template <class... Rules>
Batch forward(Of<ActivityRegularization<Rules...>>, const Batch& x, Run&) {
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/activity_regularization.hpp"
#include "check.hpp"
#include "time_distributed.cpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <vector>

using namespace inlay;

namespace {

/// One step against the definition, and the gradient of the elements. The input has two readers, of
/// which one penalizes it in steps, by l1 = 0.03 and l2 = 0.25; their sum is penalized by l2 = 0.5.
template <class Scalar>
void check_penalties(std::size_t batch, double tolerance) {
    using Sizes = TimeDistributed<ActivityRegularization<L1<0.03>, L2<0.25>>>;
    using Net = Sequential<step::Held<11>, Add<Sizes, Identity>, ActivityRegularization<L2<0.5>>>;
    using In = Input<5, 7>;
    constexpr std::size_t size = In::shape.size();
    const auto examples = static_cast<double>(batch);
    std::vector<Scalar> x(11 * size), targets(batch * size), outputs(batch * size);
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = static_cast<Scalar>(k % 23) / 8 - 1;
    for (std::size_t k = 0; k < targets.size(); ++k)
        targets[k] = static_cast<Scalar>(k % 5) / 4 - Scalar(0.3);
    const auto result = step::take<Network<Net, In, Scalar>>(
        step::Cotangent<Scalar>{targets.data(), outputs.data()}, std::vector<Scalar>(x), x,
        std::vector<Scalar>(1), Targets<Scalar>{nullptr, targets.data()}, batch);
    double penalty = 0, loss = 0, worst = 0;
    for (std::size_t k = 0; k < targets.size(); ++k) {
        const double v = static_cast<double>(x[k]), t = static_cast<double>(targets[k]);
        penalty += 0.03 * std::abs(v) + 0.25 * v * v + 0.5 * 4 * v * v;
        loss += t * 2 * v;
        const double sign = v == 0 ? 0 : v < 0 ? -1 : 1;
        // The loss is a mean over rows of 7 features.
        const double wanted = 2 * t + (0.03 * sign + 0.5 * v) / examples + 2 * (2 * v) / examples;
        worst = std::max(worst, std::abs(static_cast<double>(result.gradient[k]) - wanted));
    }
    CHECK(worst < tolerance);
    CHECK(result.score ==
          doctest::Approx(loss / (examples * 5) + penalty / examples).epsilon(tolerance));
}

}  // namespace

TEST_CASE("ActivityRegularization adds to the loss and to its gradient") {
    check_penalties<float>(11, 1e-6);
    check_penalties<double>(3, 1e-13);
}

TEST_CASE("ActivityRegularization hands its input on") {
    check::both<ActivityRegularization<>, Input<3, 5, 7>>();
}

TEST_CASE("ActivityRegularization, Keras's numbers") { keras::layers::activity_regularization(); }

#endif
