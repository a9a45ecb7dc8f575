// SPDX-License-Identifier: MIT
#include "../bits.hpp"

#include <doctest/doctest.h>

#include <inlay/random/shuffle.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <vector>

using namespace inlay::INLAY_ABI::randomness;

namespace {

std::vector<std::uint32_t> shuffled(std::size_t n, std::uint64_t seed, std::uint64_t epoch) {
    std::vector<std::uint32_t> indices(n);
    std::iota(indices.begin(), indices.end(), 0u);
    shuffle(indices, Stream(seed, Purpose::shuffle, epoch));
    return indices;
}

}  // namespace

TEST_CASE("a shuffle is a permutation") {
    for (std::size_t n : {0u, 1u, 2u, 3u, 1000u}) {
        auto indices = shuffled(n, 5, 0);
        CHECK(indices.size() == n);
        std::sort(indices.begin(), indices.end());
        for (std::size_t i = 0; i < n; ++i) CHECK(indices[i] == i);
    }
}

TEST_CASE("every order is equally likely") {
    std::map<std::vector<std::uint32_t>, int> seen;
    for (std::uint64_t epoch = 0; epoch < 24'000; ++epoch) ++seen[shuffled(4, 1, epoch)];
    CHECK(seen.size() == 24);
    double chi_square = 0;
    for (const auto& [order, count] : seen)
        chi_square += (count - 1000.0) * (count - 1000.0) / 1000;
    CHECK(chi_square < 49.7);  // 23 degrees of freedom, one in a thousand
}

TEST_CASE("seed and epoch decide the order, bit for bit") {
    CHECK(shuffled(100, 1, 0) == shuffled(100, 1, 0));
    CHECK(shuffled(100, 1, 0) != shuffled(100, 1, 1));
    CHECK(shuffled(100, 1, 0) != shuffled(100, 2, 0));
    CHECK(hash_of_bits(shuffled(60'000, 42, 3)) == 0x70ed3cef01526b09);
}
