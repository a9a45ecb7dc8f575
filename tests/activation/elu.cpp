// SPDX-License-Identifier: MIT
// ELU, SELU and CELU: y = x, below 0 some a (e^x - 1).
#ifndef NAIVE_ELU
#define NAIVE_ELU

#include "../layer/naive.hpp"

#include <cmath>

namespace naive {

template <Number alpha>
Batch forward(Of<ELU<alpha>>, const Batch& x, Run& run) {
    run.smooth = alpha.value == 1;
    return each(x, [&](double v) {
        if (alpha.value != 1) run.keep_off(v);
        return v > 0 ? v : alpha.value * std::expm1(v);
    });
}

inline Batch forward(Of<SELU>, const Batch& x, Run& run) {
    const double alpha = 1.6732632423543772, scale = 1.0507009873554805;
    return each(x, [&](double v) {
        run.keep_off(v);
        return scale * (v > 0 ? v : alpha * std::expm1(v));
    });
}

template <Number alpha>
Batch forward(Of<CELU<alpha>>, const Batch& x, Run& run) {
    run.smooth = true;
    return each(x, [](double v) { return v > 0 ? v : alpha.value * std::expm1(v / alpha.value); });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/celu.hpp"
#include "../keras/layers/elu.hpp"
#include "../layer/check.hpp"
#include "../layer/dense.cpp"
#include "extremes.hpp"

using namespace inlay;

TEST_CASE("ELU, SELU and CELU") {
    check::both<ELU<1.5>, Input<19>>();
    check::layer<SELU, Input<3, 5, 3>>();
    check::layer<CELU<0.5>, Input<19>>();
    check::network<Sequential<Dense<5, ELU<>>, Dense<4, SELU>, Dense<3, CELU<2>>, Dense<2, ELU<0>>>,
                   Input<5>>();
}

TEST_CASE("ELU, SELU and CELU at numbers of all sizes") {
    extremes::compare<ELU<>>([](double x) { return x > 0 ? x : std::expm1(x); },
                             [](double x) { return x > 0 ? 1 : std::exp(x); }, 1);
    extremes::compare<CELU<0.25>>([](double x) { return x > 0 ? x : std::expm1(4 * x) / 4; },
                                  [](double x) { return x > 0 ? 1 : std::exp(4 * x); }, 1);
    extremes::compare<SELU>(
        [](double x) {
            return x > 0 ? 1.0507009873554805 * x : 1.7580993408473769 * std::expm1(x);
        },
        [](double x) { return x >= 0 ? 1.0507009873554805 : 1.7580993408473769 * std::exp(x); }, 1);
}

TEST_CASE("ELU, SELU and CELU, Keras's numbers") {
    keras::layers::elu();
    keras::layers::celu();
}

#endif
