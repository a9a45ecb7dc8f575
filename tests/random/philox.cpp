// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <inlay/random/philox.hpp>

using inlay::INLAY_ABI::randomness::Counter;
using inlay::INLAY_ABI::randomness::philox;

// Random123's tests/kat_vectors, "philox4x32 10".
TEST_CASE("philox maps the published counters to the published words") {
    CHECK(philox({{0, 0, 0, 0}}, 0) == Counter{{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}});
    CHECK(philox({{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}}, 0xffffffffffffffff) ==
          Counter{{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}});
    CHECK(philox({{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}}, 0x299f31d0a4093822) ==
          Counter{{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}});
}

TEST_CASE("sixteen counters at once, against one by one") {
    inlay::INLAY_ABI::randomness::Counters16 counters{};
    for (std::uint32_t l = 0; l < 16; ++l)
        for (std::uint32_t w = 0; w < 4; ++w) counters.word[w][l] = 0x9E3779B1 * (l * 4 + w + 1);
    inlay::INLAY_ABI::randomness::Counters16 together = counters;
    philox(together, 0x0123456789abcdef);
    for (int l = 0; l < 16; ++l) {
        const auto& in = counters.word;
        const Counter alone =
            philox({{in[0][l], in[1][l], in[2][l], in[3][l]}}, 0x0123456789abcdef);
        for (int w = 0; w < 4; ++w) CHECK(together.word[w][l] == alone.word[w]);
    }
}

TEST_CASE("philox works in constant expressions") {
    static_assert(philox({{0, 0, 0, 0}}, 0).word[0] == 0x6627e8d5, "the first known answer");
}
