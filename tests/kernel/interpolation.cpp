// SPDX-License-Identifier: MIT
// Which cells a place between the cells of an axis reads, and by what weights.
#include <inlay/kernel/interpolate.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

using namespace inlay::INLAY_ABI;

namespace {

constexpr Interpolation triangle{Curve::triangle, 1}, cubic{Curve::cubic, 2},
    lanczos5{Curve::lanczos, 5};

TEST_CASE("a place reads the cells that its curve reaches") {
    for (std::size_t cells = 1; cells <= 9; ++cells)
        for (std::size_t places = 1; places <= 9; ++places)
            for (const Interpolation how : {triangle, cubic, lanczos5})
                for (std::size_t kind = 0; kind < 4; ++kind) {
                    const Resampling axis{cells, places, how, kind % 2 == 1, kind / 2 * 3};
                    const double step =
                        static_cast<double>(axis.all()) / static_cast<double>(places);
                    const double wide = kind % 2 == 1 && step > 1 ? step : 1;
                    for (std::size_t p = 0; p < places; ++p) {
                        const Span span = axis.reach(p);
                        REQUIRE(span.begin < span.end);
                        for (std::size_t k = 0; k < axis.all(); ++k) {
                            const double away = (static_cast<double>(k) + 0.5 -
                                                 (static_cast<double>(p) + 0.5) * step) /
                                                wide;
                            const std::int64_t n = axis.distance(p, k);
                            CHECK(static_cast<double>(n) / static_cast<double>(axis.unit()) ==
                                  doctest::Approx(away));
                            CHECK((span.begin <= k && k < span.end) ==
                                  (std::abs(n) < how.reach * axis.unit()));
                        }
                    }
                }
}

TEST_CASE("the nearest cell is the one in which a place lies, the right one of two") {
    constexpr Resampling axis{2, 5, {}}, fewer{9, 3, {}}, between{4, 2, {}};
    const std::vector<std::size_t> wanted{0, 0, 1, 1, 1};
    for (std::size_t p = 0; p < 5; ++p) CHECK(axis.reach(p).begin == wanted[p]);
    for (std::size_t p = 0; p < 3; ++p) CHECK(fewer.reach(p).begin == 3 * p + 1);
    for (std::size_t p = 0; p < 2; ++p) CHECK(between.reach(p).begin == 2 * p + 1);
}

TEST_CASE("sines of half turns") {
    for (const std::int64_t d : {1, 2, 7, 96, 1025})
        for (std::int64_t n = 0; n <= 5 * d; ++n)
            CHECK(std::abs(sine_of_half_turns(n, d) - std::sin(M_PI * static_cast<double>(n) /
                                                               static_cast<double>(d))) < 4e-15);
}

TEST_CASE("long sums of taps, and none at all") {
    constexpr Map cell(Shape{1, 1, 3}), row(Shape{1, 201, 3});
    constexpr Resampling one{1, 1, triangle}, spread{1, 201, triangle},
        shrunk{201, 1, triangle, true};
    std::vector<float> x(row.size(), 1), y(3), r(row.size());
    kernel::interpolate<row, cell, one, spread, true, false>(x.data(), y.data(), r.data(), 1);
    for (const float v : y) CHECK(v == 201);
    kernel::interpolate<row, cell, one, shrunk, false, true>(x.data(), y.data(), r.data(), 1);
    for (const float v : y) CHECK(v == doctest::Approx(202));

    // Places far out in a border.
    constexpr Map ten(Shape{1, 10, 1}), eight(Shape{1, 8, 1});
    constexpr Resampling framed{10, 8, triangle, true, 300};
    static_assert(framed.most() > kernel::chain_length);
    std::vector<float> z(8, 1);
    kernel::interpolate<ten, eight, one, framed, false, false>(x.data(), z.data(), r.data(), 1);
    CHECK(z[0] == 0);
    CHECK(z[7] == 0);
    // Half a place away, by half the weight of the middle.
    CHECK(z[3] == doctest::Approx(10.0 / (610.0 / 8) * 0.5).epsilon(0.02));
    CHECK(z[3] == doctest::Approx(static_cast<double>(z[4])));
}

}  // namespace
