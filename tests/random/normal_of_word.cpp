// SPDX-License-Identifier: MIT
// Normal numbers from single words, against the C library's error function in double.
#include <inlay/random/normal_of_word.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

using namespace inlay::INLAY_ABI;

namespace {

float found(std::uint32_t word) {
    const auto u = simd::broadcast(randomness::symmetric_unit(word));
    return simd::first(randomness::normal_of_unit(u));
}

/// By how much x is too large to have P(|X| > |x|) = 1 - |u|: Newton's step.
double error(double x, double u) {
    const double size = std::abs(x);
    const double beyond = std::erfc(size * std::sqrt(0.5)) - (1 - std::abs(u));
    return -beyond / (2 * std::exp(-size * size / 2) / std::sqrt(2 * 3.14159265358979323846));
}

}  // namespace

TEST_CASE("units are symmetric, and neither 0 nor 1 in size") {
    CHECK(randomness::symmetric_unit(0) == -1 + 0x1p-23f);
    CHECK(randomness::symmetric_unit(0x7fffffff) == -0x1p-23f);
    CHECK(randomness::symmetric_unit(0x80000000) == 0x1p-23f);
    CHECK(randomness::symmetric_unit(0xffffffff) == 1 - 0x1p-23f);
}

TEST_CASE("a normal number is where the distribution has reached its word") {
    double worst = 0;
    const auto take = [&](std::uint32_t word) {
        const auto x = static_cast<double>(found(word));
        const auto u = static_cast<double>(randomness::symmetric_unit(word));
        CHECK((x < 0) == (u < 0));
        worst = std::max(worst, std::abs(error(x, u)) / std::abs(x));
    };
    for (std::uint32_t k = 0; k < 100'000; ++k) take(k * 42'949u);
    for (std::uint32_t k = 0; k < 1000; ++k) take(k << 9), take(~(k << 9));
    CHECK(worst < 1e-6);
    CHECK(found(0xffffffff) == -found(0));
    CHECK(found(0xffffffff) == doctest::Approx(5.29).epsilon(0.01));
}
