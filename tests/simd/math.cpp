// SPDX-License-Identifier: MIT
// With INLAY_DEEP_TESTS in the environment every float there is goes through every function, else
// every 4097th.
#include "../bits.hpp"

#include <doctest/doctest.h>

#include <inlay/simd/math.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <vector>

namespace simd = inlay::INLAY_ABI::simd;

namespace {

using Pack = simd::Pack<float>;

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();
constexpr float largest = std::numeric_limits<float>::max();
constexpr float smallest = std::numeric_limits<float>::denorm_min();

/// |got - exact| in units of the last place of a float of that size, at least 2^-149. An infinity
/// that the exact value does not round to counts as 2^128.
double error_in_ulp(float got, double exact) {
    const auto rounded = static_cast<float>(exact);
    if (got == rounded && std::isinf(got)) return 0;
    if (std::isnan(got) && std::isnan(rounded)) return 0;
    int exponent = 0;
    std::frexp(exact, &exponent);
    const double value = std::isinf(got) ? std::copysign(0x1p128, got) : static_cast<double>(got);
    const double error =
        std::fabs(value - exact) / std::ldexp(1.0, (std::max)(exponent, -125) - 24);
    return std::isnan(error) ? std::numeric_limits<double>::infinity() : error;
}

/// The largest error over the floats, which every lane takes its share of; prints it.
double worst_error(const std::string& name, Pack (*function)(Pack), double (*exact)(double)) {
    const std::uint64_t step = std::getenv("INLAY_DEEP_TESTS") != nullptr ? 1 : 4097;
    double worst = 0;
    float at = 0;
    for (std::uint64_t word = 0; word < std::uint64_t{1} << 32; word += step * Pack::lanes) {
        float x[Pack::lanes], y[Pack::lanes];
        for (std::uint64_t lane = 0; lane < Pack::lanes; ++lane)
            x[lane] = std::bit_cast<float>(static_cast<std::uint32_t>(word + lane * step));
        simd::store(y, function(simd::load(x)));
        for (int lane = 0; lane < Pack::lanes; ++lane) {
            const double error = error_in_ulp(y[lane], exact(static_cast<double>(x[lane])));
            if (error > worst) worst = error, at = x[lane];
        }
    }
    MESSAGE(name << ": " << worst << " ulp at " << at);
    return worst;
}

/// What the functions make of floats of all kinds, as one number.
std::uint64_t pinned(Pack (*function)(Pack)) {
    std::vector<float> values;
    for (std::uint64_t word = 0; word < std::uint64_t{1} << 32; word += 65537)
        for (std::uint32_t sign : {0u, 0x80000000u}) {
            const auto x = std::bit_cast<float>(static_cast<std::uint32_t>(word >> 1) | sign);
            const float y = simd::first(function(simd::broadcast(x)));
            values.push_back(std::isnan(y) ? not_a_number : y);
        }
    return hash_of_bits(values);
}

Pack exp_of(Pack x) { return simd::exp(x); }
Pack expm1_of(Pack x) {
    return simd::expm1(
        simd::pack_of(simd::bit_or(simd::bits_of(x), simd::broadcast_bits(0x80000000))));
}
Pack log_of(Pack x) { return simd::log(x); }
Pack log1p_of(Pack x) {
    return simd::log1p(
        simd::pack_of(simd::bit_and(simd::bits_of(x), simd::broadcast_bits(0x7fffffff))));
}
Pack tanh_of(Pack x) { return simd::tanh(x); }
Pack sigmoid_of(Pack x) { return simd::sigmoid(x); }
double exact_exp(double x) { return std::exp(x); }
double exact_expm1(double x) { return std::expm1(-std::fabs(x)); }
double exact_log(double x) { return std::log(x); }
double exact_log1p(double x) { return std::log1p(std::fabs(x)); }
double exact_tanh(double x) { return std::tanh(x); }
double exact_sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

}  // namespace

TEST_CASE("the errors that the header states are not exceeded") {
    CHECK(worst_error("exp", exp_of, exact_exp) <= 1.01);
    CHECK(worst_error("expm1", expm1_of, exact_expm1) <= 0.95);
    CHECK(worst_error("log", log_of, exact_log) <= 0.78);
    CHECK(worst_error("log1p", log1p_of, exact_log1p) <= 1.3);
    CHECK(worst_error("tanh", tanh_of, exact_tanh) <= 1.31);
    CHECK(worst_error("sigmoid", sigmoid_of, exact_sigmoid) <= 2.4);
}

TEST_CASE("the edges of exp") {
    CHECK(simd::exp(0.0f) == 1.0f);
    CHECK(simd::exp(-0.0f) == 1.0f);
    CHECK(simd::exp(88.72283f) <= largest);
    CHECK(simd::exp(88.72284f) == infinity);
    CHECK(simd::exp(largest) == infinity);
    CHECK(simd::exp(infinity) == infinity);
    CHECK(simd::exp(-103.97f) == smallest);
    CHECK(same_bits(simd::exp(-103.98f), 0.0f));
    CHECK(same_bits(simd::exp(-largest), 0.0f));
    CHECK(same_bits(simd::exp(-infinity), 0.0f));
    CHECK(std::isnan(simd::exp(not_a_number)));
    CHECK(std::isnan(simd::exp(-not_a_number)));
}

TEST_CASE("the edges of expm1") {
    CHECK(simd::expm1(0.0f) == 0.0f);
    CHECK(same_bits(simd::expm1(-smallest), -smallest));
    CHECK(same_bits(simd::expm1(-1e-9f), -1e-9f));
    CHECK(simd::expm1(-16.9f) > -1.0f);
    CHECK(same_bits(simd::expm1(-17.0f), -1.0f));
    CHECK(same_bits(simd::expm1(-largest), -1.0f));
    CHECK(same_bits(simd::expm1(-infinity), -1.0f));
    CHECK(std::isnan(simd::expm1(not_a_number)));
}

TEST_CASE("the edges of log") {
    CHECK(same_bits(simd::log(1.0f), 0.0f));
    CHECK(simd::log(0.0f) == -infinity);
    CHECK(simd::log(-0.0f) == -infinity);
    CHECK(simd::log(smallest) == -103.27893f);
    CHECK(simd::log(largest) == 88.72284f);
    CHECK(simd::log(infinity) == infinity);
    CHECK(std::isnan(simd::log(-smallest)));
    CHECK(std::isnan(simd::log(-1.0f)));
    CHECK(std::isnan(simd::log(-infinity)));
    CHECK(std::isnan(simd::log(not_a_number)));
}

TEST_CASE("the edges of log1p") {
    CHECK(same_bits(simd::log1p(0.0f), 0.0f));
    CHECK(same_bits(simd::log1p(smallest), smallest));
    CHECK(same_bits(simd::log1p(1e-9f), 1e-9f));
    CHECK(simd::log1p(largest) == 88.72284f);
    CHECK(simd::log1p(infinity) == infinity);
    CHECK(std::isnan(simd::log1p(not_a_number)));
}

TEST_CASE("the edges of tanh, which is odd to the bit") {
    CHECK(simd::tanh(10.0f) == 1.0f);
    CHECK(simd::tanh(largest) == 1.0f);
    CHECK(simd::tanh(infinity) == 1.0f);
    CHECK(same_bits(simd::tanh(smallest), smallest));
    CHECK(same_bits(simd::tanh(1e-5f), 1e-5f));
    CHECK(std::isnan(simd::tanh(not_a_number)));
    for (std::uint64_t word = 0; word <= bits_of_number(infinity); word += 4097) {
        const auto x = std::bit_cast<float>(static_cast<std::uint32_t>(word));
        CHECK(same_bits(simd::tanh(-x), -simd::tanh(x)));
    }
}

TEST_CASE("the edges of sigmoid") {
    CHECK(simd::sigmoid(0.0f) == 0.5f);
    CHECK(simd::sigmoid(-0.0f) == 0.5f);
    CHECK(simd::sigmoid(largest) == 1.0f);
    CHECK(simd::sigmoid(infinity) == 1.0f);
    CHECK(simd::sigmoid(-90.0f) > 0.0f);
    CHECK(same_bits(simd::sigmoid(-largest), 0.0f));
    CHECK(same_bits(simd::sigmoid(-infinity), 0.0f));
    CHECK(std::isnan(simd::sigmoid(not_a_number)));
}

TEST_CASE("a single number and every lane have the same bits") {
    for (const auto function : {exp_of, expm1_of, log_of, tanh_of, sigmoid_of})
        for (float first : {-95.0f, -1.25f, -0.5f, 0.0f, 0.6f, 3.0f, 80.0f}) {
            float x[Pack::lanes], y[Pack::lanes];
            for (int lane = 0; lane < Pack::lanes; ++lane) x[lane] = first + float(lane) / 7;
            simd::store(y, function(simd::load(x)));
            for (int lane = 0; lane < Pack::lanes; ++lane) {
                const float alone = simd::first(function(simd::broadcast(x[lane])));
                CHECK((same_bits(y[lane], alone) || std::isnan(alone)));
            }
        }
    CHECK(same_bits(simd::exp(0.7f), simd::first(exp_of(simd::broadcast(0.7f)))));
    CHECK(same_bits(simd::log(0.7f), simd::first(log_of(simd::broadcast(0.7f)))));
    CHECK(same_bits(simd::tanh(0.7f), simd::first(tanh_of(simd::broadcast(0.7f)))));
    CHECK(same_bits(simd::sigmoid(0.7f), simd::first(sigmoid_of(simd::broadcast(0.7f)))));
}

TEST_CASE("doubles are those of the C library") {
    for (double x : {-3.0, -0.1, 0.0, 0.2, 5.0}) {
        CHECK(simd::exp(x) == std::exp(x));
        CHECK(simd::expm1(x) == std::expm1(x));
        CHECK(simd::tanh(x) == std::tanh(x));
        CHECK(simd::sigmoid(x) == exact_sigmoid(x));
        CHECK(simd::log(x + 4) == std::log(x + 4));
    }
}

TEST_CASE("the bits are pinned, one set for each arithmetic") {
    CHECK(pinned(exp_of) == (INLAY_HAS_FMA ? 0xe6eb59b72096362c : 0x3cc608d46b0ecf96));
    CHECK(pinned(expm1_of) == (INLAY_HAS_FMA ? 0x425bfe6c3e05bd11 : 0x8229fec1fbebd8c1));
    CHECK(pinned(log_of) == (INLAY_HAS_FMA ? 0xd604c255c1dc8e79 : 0x8e9862ca17975521));
    CHECK(pinned(tanh_of) == (INLAY_HAS_FMA ? 0x36cd86dcc86083bd : 0x12a4d356c7ba14d5));
    CHECK(pinned(sigmoid_of) == (INLAY_HAS_FMA ? 0x9cad6ae99f30c2f7 : 0x31e4b9a8f761ae47));
}
