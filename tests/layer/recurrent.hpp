// SPDX-License-Identifier: MIT
#pragma once
// Recurrent layers step by step, from their definition.

#include "naive.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace naive {

inline double logistic(double x) { return 1 / (1 + std::exp(-x)); }

/// The options of a recurrent layer that change its formula.
template <class... Given>
struct RecurrentOptions {
    static constexpr bool every_step = given<ReturnSequences, Given...>;
    static constexpr bool backwards = given<GoBackwards, Given...>;
    static constexpr bool bias = !given<NoBias, Given...>;

    static double activate(double x) {
        if (given<Linear, Given...>) return x;
        return given<Sigmoid, Given...> ? logistic(x) : std::tanh(x);
    }
    static double gate(double x) {
        return given<RecurrentActivation<Tanh>, Given...> ? std::tanh(x) : logistic(x);
    }
};

/// a[o] = b[o] + sum_i x[i] w[i][o]
inline std::vector<double> affine(const double* x, std::size_t in, const double* w, const double* b,
                                  std::size_t columns) {
    std::vector<double> a(columns);
    for (std::size_t o = 0; o < columns; ++o) {
        a[o] = b ? b[o] : 0;
        for (std::size_t i = 0; i < in; ++i) a[o] += x[i] * w[i * columns + o];
    }
    return a;
}

/// Runs step(of_x, state, U) over each sequence; of_x = x W + b, and h is what the state begins
/// with.
template <class Options, class Step>
Batch recur(const Batch& x, std::size_t units, std::size_t gates, std::size_t states,
            std::size_t biases, Run& run, Step step) {
    const std::size_t steps = x.shape[0], features = x.shape[1], columns = gates * units;
    const double* const kernel = run.take_weights(features * columns);
    const double* const recurrent = run.take_weights(units * columns);
    const double* const bias = Options::bias ? run.take_weights(biases * columns) : nullptr;
    run.smooth = true;
    Batch y(Options::every_step ? Shape{steps, units} : Shape{units}, x.count);
    Batch h(Shape{units}, x.count), c(Shape{units}, x.count);
    for (std::size_t n = 0; n < x.count; ++n) {
        std::vector<double> state(states * units);
        for (std::size_t s = 0; s < steps; ++s) {
            const std::size_t t = Options::backwards ? steps - 1 - s : s, row = n * steps + t;
            if (run.mask.empty() || run.mask[row])
                step(affine(&x.values[row * features], features, kernel, bias, columns), state,
                     recurrent, bias ? bias + columns : nullptr);
            for (std::size_t k = 0; k < units; ++k)
                y.row(Options::every_step ? n * steps + s : n, k) = state[k];
        }
        std::copy_n(state.begin(), units, &h.values[n * units]);
        if (states > 1) std::copy_n(&state[units], units, &c.values[n * units]);
    }
    if (!Options::every_step) run.mask.clear();
    run.further.insert_or_assign("state_h", h);
    run.further.insert_or_assign("state_c", c);
    return y;
}

}  // namespace naive
