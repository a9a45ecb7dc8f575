// SPDX-License-Identifier: MIT
// Every optimizer beside its formulas in double, written down naively: whole networks, with wide
// layers, whose gradients come from steps of their own.
#include "../layer/step.hpp"

#include <inlay/core.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace {

using namespace inlay;
using namespace inlay::INLAY_ABI;
using Numbers = std::vector<double>;

/// What a naive optimizer has of one tensor.
struct Tensor {
    double* w;
    const double* g;
    double *m, *v, *vhat;
    std::size_t count;
    double t;  ///< the step, from 1
    Shape shape;
};

void descend(const SGD& o, const Tensor& x) {
    for (std::size_t k = 0; k < x.count; ++k) {
        x.m[k] = o.momentum * x.m[k] - o.learning_rate * x.g[k];
        x.w[k] += o.nesterov ? o.momentum * x.m[k] - o.learning_rate * x.g[k] : x.m[k];
    }
}

void descend(const Adam& o, const Tensor& x) {
    const double rate =
        o.learning_rate * std::sqrt(1 - std::pow(o.beta_2, x.t)) / (1 - std::pow(o.beta_1, x.t));
    for (std::size_t k = 0; k < x.count; ++k) {
        x.m[k] = o.beta_1 * x.m[k] + (1 - o.beta_1) * x.g[k];
        x.v[k] = o.beta_2 * x.v[k] + (1 - o.beta_2) * x.g[k] * x.g[k];
        x.vhat[k] = o.amsgrad ? std::max(x.vhat[k], x.v[k]) : x.v[k];
        x.w[k] -= rate * x.m[k] / (std::sqrt(x.vhat[k]) + o.epsilon);
    }
}

void descend(const Lamb& o, const Tensor& x) {
    Numbers u(x.count);
    double w_norm = 0, u_norm = 0;
    for (std::size_t k = 0; k < x.count; ++k) {
        x.m[k] = o.beta_1 * x.m[k] + (1 - o.beta_1) * x.g[k];
        x.v[k] = o.beta_2 * x.v[k] + (1 - o.beta_2) * x.g[k] * x.g[k];
        u[k] = x.m[k] / (1 - std::pow(o.beta_1, x.t)) /
               (std::sqrt(x.v[k] / (1 - std::pow(o.beta_2, x.t))) + o.epsilon);
        w_norm += x.w[k] * x.w[k];
        u_norm += u[k] * u[k];
    }
    const double ratio = w_norm > 0 && u_norm > 0 ? std::sqrt(w_norm / u_norm) : 1;
    for (std::size_t k = 0; k < x.count; ++k) x.w[k] -= o.learning_rate * ratio * u[k];
}

double rms(const double* x, std::size_t count) {
    double sum = 0;
    for (std::size_t k = 0; k < count; ++k) sum += x[k] * x[k];
    return std::sqrt(sum / static_cast<double>(count));
}

void descend(const Adafactor& o, const Tensor& x) {
    const double part = std::pow(x.t, o.beta_2_decay);
    const std::size_t columns = x.shape.last(), rows = x.count / columns;
    const auto averaged = [&](double old, double sum, std::size_t count) {
        return old + part * (sum / static_cast<double>(count) + o.epsilon_1 - old);
    };
    double mean = 1;
    if (x.shape.rank() == 2) {
        mean = 0;
        for (std::size_t r = 0; r < rows; ++r) {
            const double norm = rms(x.g + r * columns, columns);
            x.m[r] = averaged(x.m[r], norm * norm, 1);
            mean += x.m[r] / static_cast<double>(rows);
        }
        for (std::size_t c = 0; c < columns; ++c) {
            double sum = 0;
            for (std::size_t r = 0; r < rows; ++r)
                sum += x.g[r * columns + c] * x.g[r * columns + c];
            x.v[c] = averaged(x.v[c], sum, rows);
        }
    } else {
        for (std::size_t k = 0; k < x.count; ++k) x.v[k] = averaged(x.v[k], x.g[k] * x.g[k], 1);
    }
    Numbers u(x.count);
    for (std::size_t k = 0; k < x.count; ++k)
        u[k] = x.shape.rank() == 2 ? x.g[k] / std::sqrt(x.m[k / columns] / mean * x.v[k % columns])
                                   : x.g[k] / std::sqrt(x.v[k]);
    const double rate = std::max<double>(o.epsilon_2, rms(x.w, x.count)) *
                        std::min<double>(o.learning_rate, 1 / std::sqrt(x.t)) /
                        std::max(1.0, rms(u.data(), x.count) / o.clip_threshold);
    for (std::size_t k = 0; k < x.count; ++k) x.w[k] -= rate * u[k];
}

Numbers noise(std::size_t count, std::size_t salt) {
    Numbers x(count);
    for (std::size_t k = 0; k < count; ++k)
        x[k] = static_cast<double>((k * 7919 + salt * 104729) % 1999) / 1000 - 1;
    return x;
}

/// The largest distance between `steps` steps of a network and the naive ones.
template <class Net, class Optimizer>
double distance(const Optimizer& optimizer, int steps) {
    constexpr std::size_t batch = 11, in = Net::input_shape.size(), out = Net::output_shape.size();
    constexpr std::size_t all = Net::trainable_count;
    using Loss = step::Cotangent<double>;
    using Pass = Training<Net, Optimizer, Loss>;
    const Numbers x = noise(batch * in, 1);
    Numbers weights(all), state(Net::lowered.state_count), outputs(batch * out);
    Net::initialize(3, weights, state);
    Numbers moments(Pass::moment_count(optimizer)), naive = weights;
    Numbers m(all), v(all), vhat(all), memory(Pass::layout(batch, 1).total, std::nan(""));
    std::vector<double> sums(Pass::sum_count({{}}));
    const Source<double> source{x.data(), [](const void* from, std::size_t n, double* to) {
                                    std::copy_n(static_cast<const double*>(from) + n * in, in, to);
                                }};
    double worst = 0;
    for (int number = 0; number < steps; ++number) {
        const Numbers targets = noise(batch * out, 2 + static_cast<std::size_t>(number));
        const Loss loss{targets.data(), outputs.data()};
        const Targets<double> rows{.classes = nullptr, .rows = targets.data()};
        const Numbers gradient = step::take<Net>(loss, x, naive, state, rows, batch).gradient;
        SerialRunner runner;
        Pass::run({optimizer,
                   {loss},
                   weights.data(),
                   state.data(),
                   moments.data(),
                   memory.data(),
                   sums.data(),
                   source,
                   rows,
                   batch,
                   1,
                   static_cast<std::uint64_t>(number)},
                  Pass::layout(batch, 1), runner);
        for (int t = 0; t < Net::lowered.tensor_count; ++t) {
            const auto& tensor = Net::lowered.tensors[t];
            const std::size_t at = tensor.offset;
            if (tensor.spec.trainable)
                descend(optimizer, Tensor{naive.data() + at, gradient.data() + at, m.data() + at,
                                          v.data() + at, vhat.data() + at, tensor.spec.shape.size(),
                                          number + 1.0, tensor.spec.shape});
        }
        for (std::size_t k = 0; k < all; ++k)
            worst = std::max(worst, std::abs(weights[k] - naive[k]));
    }
    return worst;
}

using Small = Network<Sequential<Dense<6, NoBias>, BatchNorm<>, Tanh, Dense<3, Tanh>, Dense<2>>,
                      Input<5>, double>;
using Wide = Network<Sequential<Dense<260>, Dense<257, Tanh>, Dense<2>>, Input<3>, double>;
static_assert(Wide::lowered.groups[1].wide && !Wide::lowered.groups[2].wide);

template <class Optimizer>
void check(const Optimizer& optimizer) {
    CAPTURE(Optimizer::name);
    CHECK(distance<Small>(optimizer, 100) <= 1e-11);
    CHECK(distance<Wide>(optimizer, 5) <= 1e-11);
}

}  // namespace

TEST_CASE("optimizers are their formulas") {
    check(SGD{.learning_rate = 0.03});
    check(SGD{.learning_rate = 0.01, .momentum = 0.9});
    check(SGD{.learning_rate = 0.01, .momentum = 0.75, .nesterov = true});
    check(Adam{});
    check(Adam{.learning_rate = 0.01, .beta_1 = 0.8, .beta_2 = 0.75, .epsilon = 1e-3});
    check(Adam{.learning_rate = 0.01, .beta_2 = 0.75, .amsgrad = true});
    check(Lamb{});
    check(Lamb{.learning_rate = 0.02, .beta_1 = 0.8, .beta_2 = 0.9, .epsilon = 1e-2});
    check(Adafactor{.learning_rate = 0.01, .epsilon_1 = 1e-3});
}

TEST_CASE("the norms of Lamb keep their digits on tensors of millions") {
    const std::size_t n = 5'000'011;
    std::vector<float> w(n, 0.1f), m(n), v(n);
    const std::vector<float> g(n, 3);
    SerialRunner runner;
    const Lamb lamb{.learning_rate = 1, .epsilon = 0};
    lamb.update(Stretch<float>{w.data(), g.data(), {m.data(), v.data()}, n}, lamb.pace(0), runner);
    // u is 1, so |w| / |u| is 0.1, and nothing is left of the weights but rounding.
    CHECK(std::abs(w[0]) <= 2e-7f);
    CHECK(std::ranges::equal(w, std::vector<float>(n, w[0])));
}
