// SPDX-License-Identifier: MIT
// Initializers with numbers of their own. Margins are five standard errors of 20 001 numbers.
#include <doctest/doctest.h>

#include <inlay/random/distributions.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

const randomness::Stream stream(42, randomness::Purpose::initial_weights, 0);
const Fans fans{Shape{800, 200}, 800, 200};
constexpr std::size_t count = 20'001;

template <class Initializer>
std::vector<float> sorted() {
    std::vector<float> out(count, -9.0f);
    Initializer::fill(out, fans, stream);
    std::sort(out.begin(), out.end());
    return out;
}

/// Mean and deviation are those of so many numbers: a normal's, or one of lighter tails.
void has_moments(const std::vector<float>& values, double mean, double deviation) {
    double sum = 0, squares = 0;
    for (float value : values) sum += static_cast<double>(value);
    const auto n = static_cast<double>(values.size());
    for (float value : values) {
        const double d = static_cast<double>(value) - mean;
        squares += d * d;
    }
    CHECK(std::fabs(sum / n - mean) < 5 * deviation / std::sqrt(n));
    CHECK(std::fabs(std::sqrt(squares / n) / deviation - 1) < 5 / std::sqrt(2 * n));
}

/// That share of the numbers lies below `bound`.
void has_share(const std::vector<float>& values, double bound, double share) {
    const auto below = std::count_if(values.begin(), values.end(), [&](float value) {
        return static_cast<double>(value) < bound;
    });
    const auto n = static_cast<double>(values.size());
    CHECK(std::fabs(static_cast<double>(below) / n - share) <
          5 * std::sqrt(share * (1 - share) / n));
}

double least(const std::vector<float>& values) { return static_cast<double>(values.front()); }
double most(const std::vector<float>& values) { return static_cast<double>(values.back()); }

}  // namespace

TEST_CASE("RandomNormal") {
    has_moments(sorted<RandomNormal<>>(), 0, 0.05);
    const auto values = sorted<RandomNormal<2, -3>>();
    has_moments(values, -3, 2);
    has_share(values, -5, 0.158655);
    has_share(values, -4, 0.308538);
    has_share(values, 1, 0.977250);
    CHECK(most(values) > 4);  // 3.5 deviations: five are expected beyond
}

TEST_CASE("TruncatedNormal ends at two deviations, which are those before the cut") {
    has_moments(sorted<TruncatedNormal<>>(), 0, 0.05 * 0.87962566);
    const auto values = sorted<TruncatedNormal<2, -3>>();
    has_moments(values, -3, 2 * 0.87962566);
    CHECK(least(values) >= -7);
    CHECK(least(values) < -6.98);
    CHECK(most(values) <= 1);
    CHECK(most(values) > 0.98);
    has_share(values, -5, (0.158655 - 0.022750) / 0.954500);
}

TEST_CASE("RandomUniform") {
    const auto usual = sorted<RandomUniform<>>(), values = sorted<RandomUniform<2, 5>>();
    has_moments(usual, 0, 0.1 / std::sqrt(12.0));
    has_moments(values, 3.5, 3 / std::sqrt(12.0));
    CHECK(least(usual) >= static_cast<double>(-0.05f));
    CHECK(most(usual) <= static_cast<double>(0.05f));
    CHECK(least(values) >= 2);
    CHECK(least(values) < 2.002);
    CHECK(most(values) <= 5);
    CHECK(most(values) > 4.998);
    has_share(values, 2.3, 0.1);
}

TEST_CASE("VarianceScaling") {
    has_moments(sorted<VarianceScaling<>>(), 0, std::sqrt(1.0 / 800));
    const auto cut = sorted<VarianceScaling<2, Fan::out>>();
    has_moments(cut, 0, std::sqrt(2.0 / 200));
    CHECK(most(cut) <= 2.0001 * std::sqrt(2.0 / 200) / 0.87962566);
    const auto uniform = sorted<VarianceScaling<0.5, Fan::avg, Distribution::uniform>>();
    has_moments(uniform, 0, std::sqrt(0.5 / 500));
    CHECK(most(uniform) <= 1.0001 * std::sqrt(1.5 / 500));
    const auto whole = sorted<VarianceScaling<1, Fan::in, Distribution::untruncated_normal>>();
    has_moments(whole, 0, std::sqrt(1.0 / 800));
    CHECK(most(whole) > 3 * std::sqrt(1.0 / 800));
}

TEST_CASE("IdentityInitializer") {
    std::vector<float> wide(2 * 3, -9.0f), tall(3 * 2, -9.0f);
    IdentityInitializer::fill(wide, {{2, 3}, 2, 3}, stream);
    IdentityInitializerWith<-2.5>::fill(tall, {{3, 2}, 3, 2}, stream);
    CHECK(wide == std::vector<float>{1, 0, 0, 0, 1, 0});
    CHECK(tall == std::vector<float>{-2.5f, 0, 0, -2.5f, 0, 0});
}

TEST_CASE("arguments and shapes that make no sense are named") {
    CHECK(RandomNormal<0>::mistake({}).needs.empty());
    CHECK_FALSE(RandomNormal<-0.05>::mistake({}).needs.empty());
    CHECK_FALSE(TruncatedNormal<-1>::mistake({}).needs.empty());
    CHECK_FALSE(RandomUniform<1, 0>::mistake({}).needs.empty());
    CHECK_FALSE(VarianceScaling<0>::mistake({}).needs.empty());
    CHECK(IdentityInitializer::mistake({2, 3}).needs.empty());
    CHECK_FALSE(IdentityInitializer::mistake({3, 3, 2}).needs.empty());
    CHECK_FALSE(IdentityInitializer::mistake(Shape{3}).needs.empty());
}
