// SPDX-License-Identifier: MIT
#include "../bits.hpp"

#include <doctest/doctest.h>

#include <inlay/random/philox.hpp>
#include <inlay/random/uniform.hpp>
#include <inlay/simd/lanes.hpp>

#include <cstdint>
#include <limits>
#include <vector>

namespace simd = inlay::INLAY_ABI::simd;

namespace {

/// Numbers of both signs whose sum depends on its order.
template <class Scalar>
std::vector<Scalar> numbers(std::size_t n, std::uint64_t key) {
    std::vector<Scalar> out(n);
    for (std::size_t i = 0; i < n; ++i) {
        const auto words =
            inlay::INLAY_ABI::randomness::philox({{static_cast<std::uint32_t>(i), 0, 0, 0}}, key);
        out[i] =
            static_cast<Scalar>(inlay::INLAY_ABI::randomness::uniform_unit(words.word[0]) - 0.5f) /
            static_cast<Scalar>(1 + words.word[1] % 1000);
    }
    return out;
}

/// The sum of sixteen lanes by the tree the header promises.
template <class Scalar>
Scalar tree(const Scalar* lane) {
    const auto four = [&](int i) { return (lane[i] + lane[i + 8]) + (lane[i + 4] + lane[i + 12]); };
    return (four(0) + four(2)) + (four(1) + four(3)) + Scalar{0};
}

}  // namespace

TEST_CASE_TEMPLATE("sums are those of sixteen lanes and a tree", Scalar, float, double) {
    for (std::size_t n = 0; n <= 100; ++n) {
        const auto a = numbers<Scalar>(n, 1), b = numbers<Scalar>(n, 2);
        Scalar sums[16]{}, dots[16]{}, squares[16]{};
        for (std::size_t i = 0; i < n; ++i) {
            sums[i % 16] += a[i];
            dots[i % 16] = simd::fma(a[i], b[i], dots[i % 16]);
            squares[i % 16] = simd::fma(a[i], a[i], squares[i % 16]);
        }
        CAPTURE(n);
        CHECK(same_bits(simd::sum(a.data(), n), tree(sums)));
        CHECK(same_bits(simd::dot(a.data(), b.data(), n), tree(dots)));
        CHECK(same_bits(simd::sum_of_squares(a.data(), n), tree(squares)));
    }
}

TEST_CASE_TEMPLATE("lanes take any count below 17, one after another", Scalar, float, double) {
    const auto a = numbers<Scalar>(16, 3), b = numbers<Scalar>(16, 4);
    simd::Lanes16<Scalar> lanes;
    Scalar expected[16]{};
    for (int n = 0; n <= 16; ++n) {
        lanes.add(a.data(), n);
        lanes.fma(a.data(), b.data(), n);
        for (std::size_t i = 0; i < std::size_t(n); ++i)
            expected[i] = simd::fma(a[i], b[i], expected[i] + a[i]);
    }
    CHECK(same_bits(lanes.total(), tree(expected)));
}

TEST_CASE_TEMPLATE("no total is -0", Scalar, float, double) {
    const std::vector<Scalar> zeros(40, Scalar(-0.0));
    for (std::size_t n = 0; n <= zeros.size(); ++n)
        CHECK(same_bits(simd::sum(zeros.data(), n), Scalar{0}));

    const auto least = std::numeric_limits<Scalar>::denorm_min();
    const std::vector<Scalar> tiny(40, least), minus_tiny(40, -least);  // their products are -0
    for (std::size_t n = 0; n <= tiny.size(); ++n)
        CHECK(same_bits(simd::dot(tiny.data(), minus_tiny.data(), n), Scalar{0}));
}

TEST_CASE("the bits of sums are pinned, one set for each arithmetic") {
    const auto a = numbers<float>(500, 5), b = numbers<float>(500, 6);
    std::vector<float> sums, dots;
    for (std::size_t n = 0; n <= a.size(); ++n) {
        sums.push_back(simd::sum(a.data(), n));
        dots.push_back(simd::dot(a.data(), b.data(), n));
    }
    CHECK(hash_of_bits(sums) == 0x6537a522d585eabf);
    CHECK(hash_of_bits(dots) == (INLAY_HAS_FMA ? 0x7b91a248533de5d5 : 0x01750852f4d8b2ae));
}
