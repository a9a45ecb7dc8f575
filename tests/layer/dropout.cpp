// SPDX-License-Identifier: MIT
// Dropout: nothing outside of training. In training, which elements go, and what a mask depends on.
#ifndef NAIVE_DROPOUT
#define NAIVE_DROPOUT

#include "naive.hpp"

namespace naive {

template <Number Rate>
Batch forward(Of<Dropout<Rate>>, const Batch& x, Run& run) {
    run.random = run.random || (run.training && Rate.value > 0);  // its mask has own tests
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/dropout.hpp"
#include "check.hpp"
#include "concat.cpp"
#include "flatten.cpp"
#include "noise.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

using namespace inlay;

namespace {

using Cube = Input<13, 9, 7>;
constexpr std::size_t cube_size = Cube::shape.size();

/// What a network makes of a batch of ones in training.
template <class Net>
std::vector<float> train(std::size_t batch, std::uint64_t seed = 1, std::uint64_t number = 0) {
    return noise::train<Net, Cube>(std::vector<float>(batch * cube_size, 1), seed, number);
}

/// The numbers at [first, first + cube_size).
std::vector<float> part(const std::vector<float>& all, std::size_t first) {
    const float* const from = all.data() + first;
    return {from, from + cube_size};
}

/// Checks that a share of n numbers lies within four standard deviations of its probability.
void check_share(std::size_t found, std::size_t n, double probability) {
    const double trials = static_cast<double>(n), wanted = trials * probability;
    CHECK(std::abs(static_cast<double>(found) - wanted) <=
          4 * std::sqrt(wanted * (1 - probability)));
}

/// Checks that two masks of Dropout<0.5> agree as often as two coins do.
void check_unrelated(const std::vector<float>& a, const std::vector<float>& b) {
    REQUIRE(a.size() == b.size());
    std::size_t alike = 0;
    for (std::size_t k = 0; k < a.size(); ++k) alike += a[k] == b[k];
    check_share(alike, a.size(), 0.5);
}

template <class Layer>
void check_rate(double rate) {
    const auto y = train<Layer>(11);
    const float kept = static_cast<float>(1 / (1 - rate));
    std::size_t zeros = 0, scaled = 0;
    for (const float v : y) zeros += v == 0, scaled += v == kept;
    CHECK(zeros + scaled == y.size());
    check_share(zeros, y.size(), rate);
}

}  // namespace

TEST_CASE("Dropout zeroes a share of the elements and scales the others") {
    check_rate<Dropout<0.1>>(0.1);
    check_rate<Dropout<0.25>>(0.25);
    check_rate<Dropout<0.5>>(0.5);
    check_rate<Dropout<0.99>>(0.99);
}

TEST_CASE("Dropout of nothing hands its input on") {
    CHECK(train<Dropout<0>>(3) == std::vector<float>(3 * cube_size, 1));
}

TEST_CASE("a mask is a function of seed and step") {
    using Net = Dropout<0.5>;
    const auto mask = train<Net>(3, 7, 4);
    CHECK(train<Net>(3, 7, 4) == mask);
    check_unrelated(train<Net>(3, 8, 4), mask);
    check_unrelated(train<Net>(3, 7, 5), mask);
}

TEST_CASE("a mask differs from example to example and from layer to layer") {
    const auto examples = train<Dropout<0.5>>(3);
    check_unrelated(part(examples, 0), part(examples, cube_size));
    check_unrelated(part(examples, cube_size), part(examples, 2 * cube_size));
    const auto layers =
        train<Concat<Sequential<Flatten, Dropout<0.5>>, Sequential<Flatten, Dropout<0.5>>>>(1);
    check_unrelated(part(layers, 0), part(layers, cube_size));
}

TEST_CASE("a mask does not depend on the batch around its example") {
    const auto few = train<Dropout<0.5>>(3), more = train<Dropout<0.5>>(11),
               many = train<Dropout<0.5>>(150);  // several micro-batches in each slice
    CHECK(std::equal(few.begin(), few.end(), more.begin()));
    CHECK(std::equal(more.begin(), more.end(), many.begin()));
}

TEST_CASE("Dropout drops by random words, infinite numbers too") {
    noise::check_changes<Dropout<0.25>, Cube>(
        noise::Whose::element,
        [](double x, std::uint32_t word) { return noise::share(word) < 0.25 ? 0 : x / 0.75; });
}

TEST_CASE("Dropout") {
    check::both<Dropout<0.25>, Input<41>>();
    check::both<Dropout<0.5>, Input<3, 5, 7>>();
    check::both<Dropout<0>, Input<9>>();
}

TEST_CASE("Dropout, Keras's numbers") { keras::layers::dropout(); }

#endif
