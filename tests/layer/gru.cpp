// SPDX-License-Identifier: MIT
// GRU: gates z, r and the candidate g; h = s(z) h + (1 - s(z)) g, where the reset gate stands
// behind the recurrent product, or before it.
#ifndef NAIVE_GRU
#define NAIVE_GRU

#include "recurrent.hpp"

namespace naive {

template <int Units, class... Given>
Batch forward(Of<GRU<Units, Given...>>, const Batch& x, Run& run) {
    using Options = RecurrentOptions<Given...>;
    constexpr bool before = given<ResetBefore, Given...>;
    return recur<Options>(
        x, Units, 3, 1, before ? 1 : 2, run,
        [](const std::vector<double>& of_x, std::vector<double>& h, const double* u,
           const double* bias) {
            const double* const own = before ? nullptr : bias;
            const auto of_h = affine(h.data(), Units, u, own, 3 * Units);
            std::vector<double> z(Units), r(Units), reset(Units);
            for (std::size_t k = 0; k < Units; ++k) {
                z[k] = Options::gate(of_x[k] + of_h[k]);
                r[k] = Options::gate(of_x[Units + k] + of_h[Units + k]);
                reset[k] = r[k] * h[k];
            }
            const auto of_reset = affine(reset.data(), Units, u, nullptr, 3 * Units);
            for (std::size_t k = 0, c = 2 * Units; k < Units; ++k, ++c) {
                const double inner = before ? of_reset[c] : r[k] * of_h[c];
                h[k] = z[k] * h[k] + (1 - z[k]) * Options::activate(of_x[c] + inner);
            }
        });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/gru.hpp"
#include "check.hpp"
#include "dense.cpp"
#include "masking.cpp"

using namespace inlay;

TEST_CASE("GRU") {
    check::both<GRU<5>, Input<7, 3>>();
    check::layer<GRU<5, ResetBefore>, Input<7, 3>>();
    check::layer<GRU<19, ReturnSequences, NoBias, RecurrentActivation<Tanh>>, Input<3, 2>>();
    check::network<Sequential<Dense<1>, Masking<0>, GRU<3, ReturnSequences, GoBackwards>,
                              GRU<2, ResetBefore, Sigmoid>>,
                   Input<35, 2>>();
}

TEST_CASE("GRU, Keras's numbers") { keras::layers::gru(); }

#endif
