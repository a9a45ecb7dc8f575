// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <inlay/random/stream.hpp>

#include <cstdint>
#include <set>

using namespace inlay::INLAY_ABI::randomness;

TEST_CASE("a stream's words are those of its blocks") {
    const Stream stream(7, Purpose::shuffle, 3);
    for (std::uint64_t i : {std::uint64_t{0}, std::uint64_t{5}, std::uint64_t{1} << 40})
        for (std::uint64_t word = 0; word < 4; ++word)
            CHECK(stream.at(4 * i + word) == stream.block(i).word[word]);
}

TEST_CASE("a stream is philox on its index, sequence and purpose, keyed by the seed") {
    const Stream stream(0x0123456789abcdef, Purpose::noise, 0x00fedcba98765432);
    CHECK(stream.block(0x1122334455667788) ==
          philox({{0x55667788, 0x11223344, 0x98765432, 0x03fedcba}}, 0x0123456789abcdef));
}

TEST_CASE("seeds, purposes, sequences and indices do not share words") {
    std::set<std::uint32_t> words;
    std::size_t drawn = 0;
    for (std::uint64_t seed : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1} << 32})
        for (Purpose purpose : {Purpose::initial_weights, Purpose::shuffle, Purpose::noise})
            for (std::uint64_t sequence :
                 {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1} << 32})
                for (std::uint64_t index :
                     {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1} << 34}) {
                    words.insert(Stream(seed, purpose, sequence).at(index));
                    ++drawn;
                }
    CHECK(words.size() == drawn);  // 81 words of 32 bits: a chance of 1e-6 to meet
}
