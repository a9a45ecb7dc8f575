// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <inlay/random/uniform.hpp>

#include <cmath>
#include <cstdint>
#include <vector>

using namespace inlay::INLAY_ABI::randomness;

TEST_CASE("uniform_unit keeps the upper 24 bits, exactly") {
    CHECK(uniform_unit(0) == 0.0f);
    CHECK(uniform_unit(0xff) == 0.0f);
    CHECK(uniform_unit(0x100) == 0x1p-24f);
    CHECK(uniform_unit(0x80000000) == 0.5f);
    CHECK(uniform_unit(0xffffffff) == 1.0f - 0x1p-24f);
}

TEST_CASE("uniform_below has no favourites") {
    const Stream stream(1, Purpose::shuffle, 0);
    std::uint64_t next = 0;
    for (std::uint32_t bound : {1u, 2u, 7u, 64u, 100u}) {
        std::vector<int> seen(bound);
        const int draws = 2000 * static_cast<int>(bound);
        for (int i = 0; i < draws; ++i) ++seen[uniform_below(bound, stream, next)];
        double chi_square = 0;
        for (int count : seen) chi_square += (count - 2000.0) * (count - 2000.0) / 2000;
        CHECK(chi_square <= bound - 1 + 5 * std::sqrt(2.0 * bound));
    }
}

TEST_CASE("uniform_below refuses what would favour some numbers") {
    const Stream stream(2, Purpose::shuffle, 0);
    constexpr std::uint32_t bound = 0xc0000000;  // a quarter of all words is refused
    std::uint64_t next = 0;
    int thirds[3]{};
    constexpr int draws = 30'000;
    for (int i = 0; i < draws; ++i) ++thirds[uniform_below(bound, stream, next) / 0x40000000];
    CHECK(static_cast<double>(next) == doctest::Approx(draws / 0.75).epsilon(0.01));
    for (int third : thirds) CHECK(third == doctest::Approx(draws / 3.0).epsilon(0.03));
}
