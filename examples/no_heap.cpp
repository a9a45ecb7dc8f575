// SPDX-License-Identifier: MIT
// Inference and training with inlay/core.hpp alone: static storage, weights in read-only memory.
#include <inlay/core.hpp>

#include <array>
#include <cstdio>

using namespace inlay;

// The exclusive or of two inputs.
using Net = Network<Sequential<Dense<8, Tanh>, Dense<1, Sigmoid>>, Input<2>>;

constexpr std::array<float, 8> inputs{0, 0, 0, 1, 1, 0, 1, 1};
constexpr std::array<float, 4> targets{0, 1, 1, 0};

// A trained network is one constant array; these weights compute x0 and not x1.
constexpr std::array<float, 3> and_not{12, -12, -6};
using AndNot = Network<Sequential<Dense<1, Sigmoid>>, Input<2>>;

using Pass = Training<Net, Adam, BinaryCrossentropy>;
constexpr Adam optimizer{.learning_rate = 0.05};
constexpr std::size_t batch = 4;

// Everything the network needs, at sizes the compiler works out.
std::array<float, Net::trainable_count> weights;
std::array<float, Pass::moment_count(optimizer)> moments;
std::array<float, Pass::layout(batch, 1).total> memory;
std::array<double, Pass::sum_count()> scores;
std::array<float, Net::workspace_count()> workspace;
static_assert(Pass::bytes(batch, /*workers*/ 1, optimizer) <= 8 * 1024);

int main() {
    std::array<float, AndNot::workspace_count() + 1> scratch;
    for (std::size_t n = 0; n < 4; ++n) {
        std::array<float, 1> out;
        AndNot::forward(and_not, std::span<const float, 2>(&inputs[2 * n], 2), out, scratch);
        std::printf("%g and not %g: %.3f\n", double(inputs[2 * n]), double(inputs[2 * n + 1]),
                    double(out[0]));
    }

    Net::initialize(/*seed*/ 1, weights, {});
    SerialRunner runner;
    const Source<float> source{nullptr, [](const void*, std::size_t n, float* to) {
                                   to[0] = inputs[2 * n];
                                   to[1] = inputs[2 * n + 1];
                               }};
    double loss = 0;
    for (std::uint64_t step = 0; step < 300; ++step)
        loss = Pass::run({.optimizer = optimizer,
                          .criteria = {},
                          .weights = weights.data(),
                          .state = nullptr,
                          .moments = moments.data(),
                          .memory = memory.data(),
                          .sums = scores.data(),
                          .source = source,
                          .targets = {.classes = nullptr, .rows = targets.data()},
                          .batch = batch,
                          .seed = 1,
                          .step = step},
                         Pass::layout(batch, 1), runner)[0] /
               batch;

    std::printf("loss after 300 steps: %.4f\n", loss);
    for (std::size_t n = 0; n < 4; ++n) {
        std::array<float, 1> out;
        Net::forward(weights, std::span<const float, 2>(&inputs[2 * n], 2), out, workspace);
        std::printf("%g xor %g: %.3f\n", double(inputs[2 * n]), double(inputs[2 * n + 1]),
                    double(out[0]));
    }
}
