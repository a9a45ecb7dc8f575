// SPDX-License-Identifier: MIT
#include <inlay/shape/window.hpp>

#include <doctest/doctest.h>

#include <cstddef>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

/// How many places a window that never leaves n cells takes, counted one by one.
constexpr std::size_t places_inside(std::size_t n, std::size_t size, std::size_t stride) {
    std::size_t places = 0;
    while (places * stride + size <= n) ++places;
    return places;
}

/// How many of n cells are a multiple of the stride: where a padded window starts, counted
/// likewise.
constexpr std::size_t places_anywhere(std::size_t n, std::size_t stride) {
    std::size_t places = 0;
    while (places * stride < n) ++places;
    return places;
}

}  // namespace

TEST_CASE("windows against a count of their places") {
    for (std::size_t n = 1; n <= 12; ++n) {
        for (std::size_t size = 1; size <= 5; ++size) {
            for (std::size_t stride = 1; stride <= 4; ++stride) {
                CAPTURE(n);
                CAPTURE(size);
                CAPTURE(stride);
                const Window valid{size, stride, Padding::valid}, same{size, stride, Padding::same};
                CHECK(valid.places(n) == places_inside(n, size, stride));
                CHECK(valid.padded(n) == 0);
                CHECK(same.places(n) == places_anywhere(n, stride));
                // The least padding with which the last place fits; its odd cell lies behind.
                std::size_t padding = 0;
                while (places_inside(n + padding, size, stride) < same.places(n)) ++padding;
                CHECK(same.padded(n) == padding);
                CHECK(same.before(n) == padding / 2);
                CHECK(same.behind(n) == padding - padding / 2);
            }
        }
    }
}

TEST_CASE("windows on nothing") {
    CHECK(Window{3, 1, Padding::valid}.places(0) == 0);
    CHECK(Window{3, 1, Padding::same}.places(0) == 0);
    CHECK(Window{3, 1, Padding::same}.padded(0) == 0);
}

// Keras 3: 'same' pads 28 cells by (1, 1) for 3 by 1, and by (0, 1) for 3 by 2.
static_assert(Window{3, 1, Padding::same}.before(28) == 1);
static_assert(Window{3, 2, Padding::same}.before(28) == 0);
static_assert(Window{3, 2, Padding::same}.behind(28) == 1);
static_assert(Window{5, 1, Padding::valid}.places(28) == 24);
