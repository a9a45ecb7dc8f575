// SPDX-License-Identifier: MIT
// The error function behind GELU, against the C library's in double.
#include <inlay/simd/erf.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace inlay::INLAY_ABI;

namespace {

double share(double x) { return 0.5 * std::erfc(-x * std::sqrt(0.5)); }

float found(float x) { return simd::first(simd::normal_share(simd::broadcast(x))); }

}  // namespace

TEST_CASE("the share of a normal distribution below x") {
    double worst = 0;
    for (double x = -9; x < 9; x += 1.7e-4) {
        const auto at = static_cast<float>(x);
        const double wanted = share(static_cast<double>(at));
        worst = std::max(worst, std::abs(static_cast<double>(found(at)) - wanted) / wanted);
    }
    CHECK(worst < 5e-7);
}

TEST_CASE("far out it is 0 and 1, at 0 one half; NaN stays") {
    const float infinity = std::numeric_limits<float>::infinity();
    CHECK(found(0.0f) == 0.5f);
    CHECK(found(-0.0f) == 0.5f);
    for (const float x : {40.0f, 1e30f, infinity}) {
        CHECK(found(x) == 1.0f);
        CHECK(found(-x) == 0.0f);
    }
    CHECK(std::isnan(found(std::numeric_limits<float>::quiet_NaN())));
}

TEST_CASE("doubles go to the C library") {
    for (double x = -9; x < 9; x += 0.37)
        CHECK(simd::first(simd::normal_share(simd::broadcast(x))) ==
              doctest::Approx(share(x)).epsilon(1e-12));
}
