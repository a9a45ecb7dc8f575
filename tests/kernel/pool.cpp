// SPDX-License-Identifier: MIT
#include "../bits.hpp"

#include <inlay/kernel/pool.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

constexpr Map plain(std::size_t height, std::size_t width, std::size_t channels) {
    return {{height, width, channels}, {}};
}

constexpr Windows square(std::size_t size, std::size_t stride, Padding padding) {
    return {{size, stride, padding}, {size, stride, padding}, {}};
}

/// The largest of each window of a 3x3 image of one channel.
template <Windows window, class Out>
std::vector<float> largest(const std::vector<float>& x, Out) {
    constexpr Map in = plain(3, 3, 1);
    std::vector<float> y(Out::value.size(), std::numeric_limits<float>::quiet_NaN());
    kernel::max_pool<in, Out::value, window>(x.data(), y.data(), 1);
    return y;
}

template <Map map>
struct To {
    static constexpr Map value = map;
};

}  // namespace

TEST_CASE("the cells a window covers, against a list of them") {
    for (std::size_t n = 1; n <= 12; ++n)
        for (std::size_t size = 1; size <= 5; ++size)
            for (std::size_t stride = 1; stride <= 4; ++stride)
                for (const Padding padding : {Padding::valid, Padding::same}) {
                    const Window window{size, stride, padding};
                    for (std::size_t place = 0; place < window.places(n); ++place) {
                        std::vector<std::size_t> cells;
                        for (std::size_t k = 0; k < size; ++k) {
                            const std::size_t at = place * stride + k;
                            if (at >= window.before(n) && at - window.before(n) < n)
                                cells.push_back(at - window.before(n));
                        }
                        const Span span = window.covered(n, place);
                        REQUIRE_FALSE(cells.empty());
                        CHECK(span.begin == cells.front());
                        CHECK(span.end == cells.back() + 1);
                    }
                }
}

TEST_CASE("padding never wins") {
    const std::vector<float> x{-9, -8, -7, -6, -5, -4, -3, -2, -1};
    CHECK(largest<square(3, 1, Padding::same)>(x, To<plain(3, 3, 1)>{}) ==
          std::vector<float>{-5, -4, -4, -2, -1, -1, -2, -1, -1});
}

TEST_CASE("of equals the first wins, and receives the gradient") {
    const std::vector<float> x{0.0f, -0.0f, 2, 2, 1, 2, 2, 0, 2};
    const auto y = largest<square(2, 1, Padding::valid)>(x, To<plain(2, 2, 1)>{});
    CHECK(y == std::vector<float>{2, 2, 2, 2});
    const std::vector<float> dy{1, 10, 100, 1000};
    std::vector<float> dx(9, std::numeric_limits<float>::quiet_NaN());
    kernel::max_pool_gradient<plain(3, 3, 1), plain(2, 2, 1), square(2, 1, Padding::valid), false>(
        x.data(), y.data(), dy.data(), dx.data(), 1);
    CHECK(dx == std::vector<float>{0, 0, 10, 101, 0, 1000, 0, 0, 0});
    const std::vector<float> zeros{-0.0f, 0.0f, 0.0f, 0.0f, -0.0f, 0.0f, 0.0f, 0.0f, 0.0f};
    const auto signs = largest<square(2, 1, Padding::valid)>(zeros, To<plain(2, 2, 1)>{});
    CHECK(same_bits(signs[0], -0.0f));
    CHECK(same_bits(signs[1], 0.0f));
}

TEST_CASE("gradients are added where another reader has been") {
    const std::vector<float> x{1, 2, 3, 4, 5, 6, 7, 8, 9}, dy{1}, largest{9};
    std::vector<float> dx(9, 0.5f);
    kernel::max_pool_gradient<plain(3, 3, 1), plain(1, 1, 1), square(3, 3, Padding::valid), true>(
        x.data(), largest.data(), dy.data(), dx.data(), 1);
    CHECK(dx[8] == 1.5f);
    CHECK(std::count(dx.begin(), dx.end(), 0.5f) == 8);
}

TEST_CASE("means leave padding out") {
    const std::vector<float> x{1, 2, 3, 4, 5, 6, 7, 8, 9};
    std::vector<float> y(4);
    kernel::average_pool<plain(3, 3, 1), plain(2, 2, 1), square(2, 2, Padding::same)>(x.data(),
                                                                                      y.data(), 1);
    CHECK(y == std::vector<float>{3, 4.5f, 7.5f, 9});
}

TEST_CASE("a border is neither read nor written") {
    constexpr Map in{{2, 2, 9}, {1, 0, 2, 1}}, out{{1, 1, 9}, {0, 1, 1, 0}};
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    std::vector<float> x(in.size(), nan), y(out.size(), -1), mean = y;
    for (std::size_t h = 0; h < 2; ++h)
        for (std::size_t k = 0; k < 18; ++k) x[in.origin() + h * in.pitch() + k] = 1;
    constexpr Windows window = square(2, 2, Padding::valid);
    kernel::max_pool<in, out, window>(x.data(), y.data(), 1);
    kernel::average_pool<in, out, window>(x.data(), mean.data(), 1);
    CHECK(std::count(y.begin(), y.end(), 1) == 9);
    CHECK(std::count(y.begin(), y.end(), -1) == static_cast<long>(out.size()) - 9);
    CHECK(mean == y);
}
