// SPDX-License-Identifier: MIT
// LSTM: gates i, f, g, o = x W + b + h U; c = s(f) c + s(i) f(g); h = s(o) f(c).
#ifndef NAIVE_LSTM
#define NAIVE_LSTM

#include "recurrent.hpp"

namespace naive {

template <int Units, class... Given>
Batch forward(Of<LSTM<Units, Given...>>, const Batch& x, Run& run) {
    using Options = RecurrentOptions<Given...>;
    return recur<Options>(x, Units, 4, 2, 1, run,
                          [](const std::vector<double>& of_x, std::vector<double>& state,
                             const double* u, const double*) {
                              const auto of_h = affine(state.data(), Units, u, nullptr, 4 * Units);
                              for (std::size_t k = 0; k < Units; ++k) {
                                  const auto sum = [&](std::size_t b) {
                                      return of_x[b * Units + k] + of_h[b * Units + k];
                                  };
                                  double& c = state[Units + k];
                                  c = Options::gate(sum(1)) * c +
                                      Options::gate(sum(0)) * Options::activate(sum(2));
                                  state[k] = Options::gate(sum(3)) * Options::activate(c);
                              }
                          });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/lstm.hpp"
#include "check.hpp"
#include "concat.cpp"
#include "dense.cpp"
#include "identity.cpp"
#include "masking.cpp"

#include <vector>

using namespace inlay;

TEST_CASE("LSTM") {
    check::both<LSTM<5>, Input<7, 3>>();
    check::layer<LSTM<19, ReturnSequences, NoBias, RecurrentActivation<Tanh>>, Input<3, 2>>();
    check::network<
        Sequential<Dense<1>, Masking<0>, LSTM<3, ReturnSequences, GoBackwards>, LSTM<2, Sigmoid>>,
        Input<35, 2>>();
}

TEST_CASE("an LSTM's states as outputs") {
    check::graph<Sequential<Named<"a", LSTM<3, ReturnSequences, ReturnState>>,
                            Named<"b", LSTM<2, ReturnState, GoBackwards>>,
                            Concat<Identity, From<"a/state_h">, From<"b/state_c">,
                                   Sequential<From<"a/state_c">, Dense<2>>>>,
                 Input<5, 2>>();
}

TEST_CASE("the forget gates of an LSTM start open") {
    const auto bias = []<class Net>(Net) {
        std::vector<float> weights(Net::trainable_count);
        Net::initialize(1, weights, {});
        return std::vector<float>(weights.end() - 8, weights.end());
    };
    CHECK(bias(Network<LSTM<2>, Input<3, 1>>{}) == std::vector<float>{0, 0, 1, 1, 0, 0, 0, 0});
    CHECK(bias(Network<LSTM<2, NoUnitForgetBias>, Input<3, 1>>{}) == std::vector<float>(8));
}

TEST_CASE("LSTM, Keras's numbers") { keras::layers::lstm(); }

#endif
