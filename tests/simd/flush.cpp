// SPDX-License-Identifier: MIT
#include <inlay/core.hpp>
#include <inlay/simd/flush.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cfenv>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

volatile float smallest_normal = 0x1p-126f;

/// Half of the smallest normal number, worked out when the program runs.
float subnormal() { return smallest_normal * 0.5f; }

#if defined(__SSE2__) || defined(__aarch64__)
constexpr float expected = 0;
#else
constexpr float expected = 0x1p-127f;
#endif

}  // namespace

TEST_CASE("subnormals count as zeros as long as a scope lives, and not behind it") {
    CHECK(subnormal() == 0x1p-127f);
    {
        const simd::FlushScope outer;
        CHECK(subnormal() == expected);
        {
            const simd::FlushScope inner;
            CHECK(subnormal() == expected);
        }
        CHECK(subnormal() == expected);
    }
    CHECK(subnormal() == 0x1p-127f);
}

TEST_CASE("a network runs in such a scope, and leaves the thread as it was") {
    using Net = Network<Sequential<Dense<1, NoBias>>, Input<1>>;
    const std::array<float, 1> weights{0.5f}, in{0x1p-126f};
    std::array<float, 1> out{1};
    std::array<float, Net::workspace_count() + 1> workspace;
    Net::forward(weights, in, out, workspace);
    CHECK(out[0] == expected);
    CHECK(subnormal() == 0x1p-127f);
}

#if defined(__SSE2__) || defined(__aarch64__)
TEST_CASE("a network rounds to the nearest, whatever the thread does that calls it") {
    using Net = Network<Sequential<Dense<1, NoBias>>, Input<2>>;
    const std::array<float, 2> weights{1.0f, 0x1p-24f}, in{1.0f, 0.75f};
    std::array<float, Net::workspace_count() + 1> workspace;
    for (const int mode : {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO}) {
        REQUIRE(std::fesetround(mode) == 0);
        std::array<float, 1> out{};
        Net::forward(weights, in, out, workspace);
        const int after = std::fegetround();
        std::fesetround(FE_TONEAREST);
        CHECK(after == mode);
        CHECK(out[0] == 1.0f);
    }
}
#endif
