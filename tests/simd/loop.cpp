// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <inlay/simd/loop.hpp>

#include <concepts>
#include <cstddef>
#include <type_traits>
#include <vector>

namespace simd = inlay::INLAY_ABI::simd;

TEST_CASE("unroll hands out constants in order") {
    std::vector<int> seen;
    simd::unroll<5>([&](auto i) {
        static_assert(decltype(i)::value < 5, "a constant");
        seen.push_back(i);
    });
    CHECK(seen == std::vector{0, 1, 2, 3, 4});
    simd::unroll<0>([&](auto) { FAIL("called for nothing"); });
}

TEST_CASE_TEMPLATE("for_each_pack visits every scalar once, in order, the tail last", Scalar, float,
                   double) {
    constexpr int lanes = simd::Pack<Scalar>::lanes;
    for (std::size_t n = 0; n <= 3 * 16 + 5; ++n) {
        std::size_t next = 0;
        int tails = 0;
        simd::for_each_pack<Scalar>(n, [&](std::size_t offset, auto count) {
            CHECK(offset == next);
            CHECK(tails == 0);
            if constexpr (std::same_as<decltype(count), int>) {
                CHECK(count < lanes);
                ++tails;
            } else {
                CHECK(count == lanes);
            }
            next += static_cast<std::size_t>(int{count});
        });
        CHECK(next == n);
        CHECK(tails == (n % lanes == 0 ? 0 : 1));
    }
}

TEST_CASE_TEMPLATE("load_some and store_some copy any length, and only it", Scalar, float, double) {
    for (std::size_t n = 0; n <= 3 * 16 + 5; ++n) {
        std::vector<Scalar> from(n), to(n + 16, Scalar{-1});
        for (std::size_t i = 0; i < n; ++i) from[i] = static_cast<Scalar>(i);
        simd::for_each_pack<Scalar>(n, [&](std::size_t i, int count) {
            simd::store_some(&to[i], simd::load_some(&from[i], count), count);
        });
        for (std::size_t i = 0; i < to.size(); ++i)
            CHECK(to[i] == (i < n ? static_cast<Scalar>(i) : Scalar{-1}));
    }
}
