// SPDX-License-Identifier: MIT
// SimpleRNN: h = f(x W + b + h U).
#ifndef NAIVE_SIMPLE_RNN
#define NAIVE_SIMPLE_RNN

#include "recurrent.hpp"

namespace naive {

template <int Units, class... Given>
Batch forward(Of<SimpleRNN<Units, Given...>>, const Batch& x, Run& run) {
    using Options = RecurrentOptions<Given...>;
    return recur<Options>(x, Units, 1, 1, 1, run,
                          [](const std::vector<double>& of_x, std::vector<double>& h,
                             const double* u, const double*) {
                              const auto of_h = affine(h.data(), Units, u, nullptr, Units);
                              for (std::size_t k = 0; k < Units; ++k)
                                  h[k] = Options::activate(of_x[k] + of_h[k]);
                          });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/simple_rnn.hpp"
#include "check.hpp"
#include "dense.cpp"
#include "loss_slopes.hpp"

#include <inlay/inlay.hpp>

#include <cmath>
#include <cstddef>
#include <vector>

using namespace inlay;

TEST_CASE("SimpleRNN") {
    check::both<SimpleRNN<5>, Input<7, 3>>();
    check::layer<SimpleRNN<19, ReturnSequences, NoBias, Linear>, Input<3, 2>>();
    check::network<Sequential<Dense<3>, SimpleRNN<4, ReturnSequences, GoBackwards>,
                              SimpleRNN<3, GoBackwards, Sigmoid>, Dense<2>>,
                   Input<35, 2>>();
}

TEST_CASE("the first layer of a network, whose input needs no gradient") {
    Model<Sequential<SimpleRNN<5>, Dense<1>>, Input<6, 2>> model{1};
    std::vector<float> x(3 * 12), y{0.3f, -0.1f, 0.7f};
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = std::sin(static_cast<float>(k));
    check_loss_slopes(model, x, y);
}

TEST_CASE("SimpleRNN, Keras's numbers") { keras::layers::simple_rnn(); }

#endif
