// SPDX-License-Identifier: MIT
#include "../bits.hpp"

#include <doctest/doctest.h>

#include <inlay/random/normal.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

using namespace inlay::INLAY_ABI::randomness;

namespace {

const Stream stream(3, Purpose::initial_weights, 1);

double normal(std::uint64_t i) { return standard_normal(stream.at(2 * i), stream.at(2 * i + 1)); }

}  // namespace

TEST_CASE("the strict logarithm and cosine agree with the C library") {
    double worst_log = 0, worst_cosine = 0;
    for (std::uint64_t i = 0; i < 100'000; ++i) {
        const double u = (stream.at(i) + 0.5) * 0x1p-32;
        const double logarithm = std::log(u);
        worst_log = (std::max)(worst_log, std::fabs(strict_log({u}).value / logarithm - 1));
        const double cosine = std::cos(2 * 3.14159265358979323846 * u);
        worst_cosine =
            (std::max)(worst_cosine, std::fabs(strict_cosine_of_turn({u}).value - cosine));
    }
    CHECK(worst_log < 4e-16);
    CHECK(worst_cosine < 8e-16);  // most of it from the C library's argument, which is rounded
}

TEST_CASE("the strict functions at their edges") {
    CHECK(strict_log({1}).value == 0);
    CHECK(strict_log({0x1p-33}).value == doctest::Approx(-33 * std::log(2.0)).epsilon(1e-15));
    CHECK(strict_log({1 - 0x1p-33}).value == doctest::Approx(-0x1p-33).epsilon(1e-9));
    CHECK(strict_cosine_of_turn({0}).value == 1);
    CHECK(strict_cosine_of_turn({0.25}).value == 0);
    CHECK(strict_cosine_of_turn({0.5}).value == -1);
    CHECK(strict_cosine_of_turn({0.75}).value == 0);
    CHECK(strict_cosine_of_turn({1}).value == 1);
    CHECK(strict_cosine_of_turn({0.125}).value == doctest::Approx(std::sqrt(0.5)).epsilon(1e-15));
}

TEST_CASE("standard normal numbers have the moments and the tails of their kind") {
    constexpr int count = 200'000;
    double sum = 0, squares = 0, fourths = 0;
    int beyond_two = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        const double x = normal(i);
        sum += x, squares += x * x, fourths += x * x * x * x;
        beyond_two += std::fabs(x) > 2;
    }
    CHECK(std::fabs(sum / count) < 0.01);
    CHECK(squares / count == doctest::Approx(1).epsilon(0.015));
    CHECK(fourths / count == doctest::Approx(3).epsilon(0.04));
    CHECK(beyond_two == doctest::Approx(0.0455 * count).epsilon(0.05));
    CHECK(standard_normal(0, 0) == doctest::Approx(6.7637).epsilon(1e-4));
    CHECK(std::fabs(standard_normal(0xffffffff, 0)) < 2e-5);
}

TEST_CASE("truncated normal numbers stay within 2 and keep their shape") {
    constexpr int count = 200'000;
    double sum = 0, squares = 0;
    int within_one = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        const double x = truncated_normal(stream, i);
        REQUIRE(std::fabs(x) <= 2);
        sum += x, squares += x * x;
        within_one += std::fabs(x) < 1;
    }
    CHECK(std::fabs(sum / count) < 0.01);
    CHECK(std::sqrt(squares / count) == doctest::Approx(0.87962566).epsilon(0.01));
    CHECK(within_one == doctest::Approx(0.68269 / 0.95450 * count).epsilon(0.01));
}

TEST_CASE("the bits are pinned") {
    std::vector<double> normals, truncated;
    for (std::uint64_t i = 0; i < 10'000; ++i) {
        normals.push_back(normal(i));
        truncated.push_back(truncated_normal(stream, i));
    }
    CHECK(hash_of_bits(normals) == 0x84dbf682addc1016);
    CHECK(hash_of_bits(truncated) == 0xd66c9d3ecdb3f15d);
}
