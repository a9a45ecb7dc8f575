// SPDX-License-Identifier: MIT
// Constraints and penalties beside their definitions, along all axes and on tensors of any length.
#include "../bits.hpp"
#include "backwards.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

std::vector<float> pattern(std::size_t count) {
    std::vector<float> x(count);
    for (std::size_t k = 0; k < count; ++k) x[k] = static_cast<float>(k * 7919 % 1999) / 1000 - 1;
    return x;
}

/// Each weight times what its norm asks for: the definition.
std::vector<float> definition(const Constraint& c, const Shape& shape,
                              const std::vector<float>& w) {
    const auto kept = [&](std::size_t k) {  // the place along the axes that have norms
        std::size_t place = 0, pitch = 1;
        for (int axis = shape.rank(); axis-- > 0;) {
            const std::size_t extent = shape[axis], number = k % extent;
            k /= extent;
            if ((c.axes >> axis & 1) == 0) place += number * pitch;
            pitch *= extent;
        }
        return place;
    };
    std::vector<double> squares(w.size());
    for (std::size_t k = 0; k < w.size(); ++k) squares[kept(k)] += double(w[k]) * double(w[k]);
    std::vector<float> out(w.size());
    for (std::size_t k = 0; k < w.size(); ++k) {
        const double norm = std::sqrt(squares[kept(k)]);
        const double wanted = c.rate * std::clamp(norm, c.low, c.high) + (1 - c.rate) * norm;
        out[k] = static_cast<float>(double(w[k]) * wanted / (1e-7 + norm));
    }
    return out;
}

}  // namespace

TEST_CASE("constraints give norms along any axes what they allow") {
    for (const Shape& shape : {Shape{13, 131}, Shape{3, 5, 2, 7}, Shape{70}, Shape{300, 3}})
        for (unsigned axes = 1; axes < 1u << shape.rank(); ++axes)
            for (const double rate : {1.0, 0.25}) {
                const Constraint c{
                    .norms = true, .low = 1.2, .high = 1.8, .rate = rate, .axes = axes};
                CAPTURE(shape.rank());
                CAPTURE(axes);
                const auto before = pattern(shape.size());
                auto w = before, other = before;
                SerialRunner serial;
                updating::constrain(c, shape, w.data(), serial);
                const auto wanted = definition(c, shape, before);
                for (std::size_t k = 0; k < w.size(); ++k)
                    REQUIRE(double(std::abs(w[k] - wanted[k])) <=
                            1e-6 * (double(std::abs(wanted[k])) + 1e-3));
                Backwards<3> backwards;
                updating::constrain(c, shape, other.data(), backwards);
                CHECK(std::ranges::equal(w, other, same_bits<float>));
            }
}

TEST_CASE("weights that may not be negative are not") {
    auto w = pattern(9001);
    const auto before = w;
    SerialRunner runner;
    updating::constrain(NonNeg::constraint, Shape{9001}, w.data(), runner);
    for (std::size_t k = 0; k < w.size(); ++k) REQUIRE(w[k] == std::max(before[k], 0.0f));
}

TEST_CASE("penalties keep their digits on tensors of millions") {
    SerialRunner serial;
    Backwards<3> backwards;
    for (const std::size_t count : {1u, 15u, 1025u, 16385u, 1'100'003u}) {
        CAPTURE(count);
        const auto w = pattern(count);
        double sizes = 0, squares = 0;
        for (const float x : w) sizes += double(std::abs(x)), squares += double(x) * double(x);
        const Penalty penalty{.l1 = 0.25, .l2 = 3};
        const double found = updating::penalty_of(penalty, w.data(), count, serial);
        CHECK(found == doctest::Approx(0.25 * sizes + 3 * squares).epsilon(1e-6));
        CHECK(same_bits(found, updating::penalty_of(penalty, w.data(), count, backwards)));
    }
}

TEST_CASE("an Embedding has rules for its vectors") {
    using Net = Sequential<
        Embedding<7, 3, EmbeddingsRegularizer<L2<0.5>>, EmbeddingsConstraint<UnitNorm<1>>>, Flatten,
        Dense<2>>;
    using Free = Sequential<Embedding<7, 3>, Flatten, Dense<2>>;
    Model<Net, Input<4>> model{3};
    Model<Free, Input<4>> free{3};
    auto trainer = model.compile(SGD{.learning_rate = 0.1}, MeanSquaredError{});
    auto other = free.compile(SGD{}, MeanSquaredError{});
    const std::vector<float> x{0, 1, 2, 3, 6, 5, 3, 3}, y{1, 2, 3, 4};
    const auto g = trainer.gradients(x, y), without = other.gradients(x, y);
    for (std::size_t k = 0; k < 21; ++k)
        CHECK(double(g[k]) == doctest::Approx(double(without[k] + free.weights()[k])));
    for (std::size_t k = 21; k < g.size(); ++k) CHECK(same_bits(g[k], without[k]));
    trainer.train_on_batch(x, y);
    for (std::size_t row = 0; row < 7; ++row) {
        double squares = 0;
        for (const float w : model.weights().subspan(3 * row, 3)) squares += double(w) * double(w);
        CHECK(squares == doctest::Approx(1).epsilon(1e-5));
    }
}

/// One step from alpha = (0.5, -0.25, 0.1) on x = (-1, 2, -3) towards 0, at a rate of 0.1, with
/// Keras's numbers:
///
///     loss = mean (f(x))^2 + 0.5 sum alpha^2      alpha -= 0.1 (2/3 f(x) min(x, 0) + alpha)
template <class Net>
void check_rules_of_alpha(std::vector<float> weights) {
    Model<Net, Input<3>> model{3};
    REQUIRE(weights.size() == model.weights().size());
    std::ranges::copy(weights, model.weights().begin());
    auto trainer = model.compile(SGD{.learning_rate = 0.1}, MeanSquaredError{});
    const std::vector<float> x{-1, 2, -3}, y{0, 0, 0};
    CHECK(double(trainer.evaluate(x, y, {.verbose = 0})[0]) ==
          doctest::Approx(1.607917).epsilon(1e-6));
    trainer.train_on_batch(x, y);
    const auto alpha = model.weights().last(3);
    CHECK(double(alpha[0]) == doctest::Approx(0.4166667).epsilon(1e-6));
    CHECK(same_bits(alpha[1], 0.0f));
    CHECK(double(alpha[2]) == doctest::Approx(0.03).epsilon(1e-5));
}

TEST_CASE("PReLU has rules for its alpha, as a layer and as an option") {
    using Ruled = PReLU<AlphaRegularizer<L2<0.5>>, AlphaConstraint<NonNeg>>;
    check_rules_of_alpha<Sequential<Ruled>>({0.5f, -0.25f, 0.1f});
    check_rules_of_alpha<Sequential<Dense<3, NoBias, Ruled>>>(
        {1, 0, 0, 0, 1, 0, 0, 0, 1, 0.5f, -0.25f, 0.1f});
}
