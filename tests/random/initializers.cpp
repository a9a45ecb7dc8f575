// SPDX-License-Identifier: MIT
#include "../bits.hpp"

#include <doctest/doctest.h>

#include <inlay/random/initializers.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

const randomness::Stream stream(42, randomness::Purpose::initial_weights, 0);
const Fans fans{Shape{800, 200}, 800, 200};

template <class Initializer>
std::vector<float> drawn(std::size_t n, const randomness::Stream& from = stream) {
    std::vector<float> out(n, -9.0f);
    Initializer::fill(out, fans, from);
    return out;
}

/// The standard deviation about 0, after checking that the mean is 0.
double deviation(const std::vector<float>& values) {
    double sum = 0, squares = 0;
    for (float value : values) {
        const auto x = static_cast<double>(value);
        sum += x, squares += x * x;
    }
    const double count = static_cast<double>(values.size());
    const double result = std::sqrt(squares / count);
    CHECK(std::fabs(sum / count) < 5 * result / std::sqrt(count));
    return result;
}

double size_of_largest(const std::vector<float>& values) {
    float size = 0;
    for (float x : values) size = (std::max)(size, std::fabs(x));
    return static_cast<double>(size);
}

}  // namespace

TEST_CASE("uniform initializers fill their range") {
    const auto glorot = drawn<GlorotUniform>(20'001), he = drawn<HeUniform>(20'001);
    const double glorot_limit = std::sqrt(6.0 / 1000), he_limit = std::sqrt(6.0 / 800);
    CHECK(size_of_largest(glorot) <= static_cast<double>(static_cast<float>(glorot_limit)));
    CHECK(size_of_largest(glorot) > 0.999 * glorot_limit);
    CHECK(deviation(glorot) == doctest::Approx(glorot_limit / std::sqrt(3.0)).epsilon(0.015));
    CHECK(size_of_largest(he) <= static_cast<double>(static_cast<float>(he_limit)));
    CHECK(size_of_largest(he) > 0.999 * he_limit);
    CHECK(deviation(he) == doctest::Approx(he_limit / std::sqrt(3.0)).epsilon(0.015));
}

TEST_CASE("normal initializers have their deviation after the cut") {
    const auto glorot = drawn<GlorotNormal>(20'001), he = drawn<HeNormal>(20'001);
    const double glorot_deviation = std::sqrt(2.0 / 1000), he_deviation = std::sqrt(2.0 / 800);
    CHECK(deviation(glorot) == doctest::Approx(glorot_deviation).epsilon(0.015));
    CHECK(size_of_largest(glorot) <= 2.0001 * glorot_deviation / 0.87962566);
    CHECK(deviation(he) == doctest::Approx(he_deviation).epsilon(0.015));
    CHECK(size_of_largest(he) <= 2.0001 * he_deviation / 0.87962566);
    CHECK(size_of_largest(he) > 1.99 * he_deviation / 0.87962566);
}

TEST_CASE("Lecun's have half of He's variance") {
    const auto uniform = drawn<LecunUniform>(20'001), normal = drawn<LecunNormal>(20'001);
    CHECK(size_of_largest(uniform) <= static_cast<double>(std::sqrt(3.0f / 800)));
    CHECK(deviation(uniform) == doctest::Approx(std::sqrt(1.0 / 800)).epsilon(0.015));
    CHECK(deviation(normal) == doctest::Approx(std::sqrt(1.0 / 800)).epsilon(0.015));
    CHECK(size_of_largest(normal) <= 2.0001 * std::sqrt(1.0 / 800) / 0.87962566);
}

TEST_CASE("constant initializers") {
    for (float x : drawn<Constant<-0.25>>(37)) CHECK(x == -0.25f);
    for (float x : drawn<Zeros>(37)) CHECK(same_bits(x, 0.0f));
    for (float x : drawn<Ones>(37)) CHECK(x == 1.0f);
}

TEST_CASE_TEMPLATE("an element depends on its number, not on the length", Initializer,
                   GlorotUniform, HeNormal) {
    const auto whole = drawn<Initializer>(103);
    for (std::size_t n : {0u, 1u, 2u, 3u, 4u, 5u, 102u}) {
        const auto part = drawn<Initializer>(n);
        CHECK(std::equal(part.begin(), part.end(), whole.begin()));
    }
    using enum randomness::Purpose;
    CHECK(whole != drawn<Initializer>(103, randomness::Stream(43, initial_weights, 0)));
    CHECK(whole != drawn<Initializer>(103, randomness::Stream(42, initial_weights, 1)));
}

TEST_CASE("the bits are pinned") {
    CHECK(hash_of_bits(drawn<GlorotUniform>(10'001)) == 0x0be4092e1af0822e);
    CHECK(hash_of_bits(drawn<GlorotNormal>(10'001)) == 0x7687e6d22b3bfbc6);
    CHECK(hash_of_bits(drawn<HeUniform>(10'001)) == 0x10bf9b6d48be894e);
    CHECK(hash_of_bits(drawn<HeNormal>(10'001)) == 0x75e7c4df503d43fd);
}
