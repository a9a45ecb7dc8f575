// SPDX-License-Identifier: MIT
#include "../bits.hpp"

#include <doctest/doctest.h>

#include <inlay/random/philox.hpp>
#include <inlay/simd/pack.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <vector>

#if __has_include(<sys/mman.h>)
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace simd = inlay::INLAY_ABI::simd;

namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();

/// The lanes of a pack.
template <class Scalar>
std::vector<Scalar> lanes_of(simd::Pack<Scalar> pack) {
    std::vector<Scalar> lanes(simd::Pack<Scalar>::lanes);
    simd::store(lanes.data(), pack);
    return lanes;
}

/// A pack whose lanes are all this number, which the compiler cannot know.
template <class Scalar>
simd::Pack<Scalar> unknown(Scalar number) {
    volatile Scalar hidden = number;
    return simd::broadcast<Scalar>(hidden);
}

/// Any float but a NaN, of all sizes alike.
float any_float(std::uint32_t i) {
    for (std::uint32_t attempt = 0;; ++attempt) {
        const auto word = inlay::INLAY_ABI::randomness::philox({{i, attempt, 0, 0}}, 1).word[0];
        if (const auto number = std::bit_cast<float>(word); !std::isnan(number)) return number;
    }
}

}  // namespace

TEST_CASE_TEMPLATE("a pack is a plain value", Scalar, float, double) {
    using Pack = simd::Pack<Scalar>;
    CHECK(std::is_trivially_copyable_v<Pack>);
    CHECK(std::is_trivially_default_constructible_v<Pack>);
    CHECK(16 % Pack::lanes == 0);
    CHECK(sizeof(Pack) == Pack::lanes * sizeof(Scalar));
}

TEST_CASE("doubles have one lane, floats fill the widest register") {
    CHECK(simd::Pack<double>::lanes == 1);
#if defined(INLAY_NO_SIMD)
    CHECK(simd::Pack<float>::lanes == 1);
#elif defined(__AVX512F__)
    CHECK(simd::Pack<float>::lanes == 16);
#elif defined(__AVX__)
    CHECK(simd::Pack<float>::lanes == 8);
#elif defined(__SSE2__) || defined(__aarch64__)
    CHECK(simd::Pack<float>::lanes == 4);
#endif
}

TEST_CASE_TEMPLATE("whole and partial access, at every alignment", Scalar, float, double) {
    constexpr int lanes = simd::Pack<Scalar>::lanes;
    for (int offset = 0; offset < 3; ++offset)
        for (int n = 1; n <= lanes; ++n) {
            std::vector<Scalar> from(lanes + 3), to(lanes + 3, Scalar{-1});
            for (std::size_t i = 0; i < from.size(); ++i) from[i] = static_cast<Scalar>(i + 1);

            CHECK(simd::first(simd::load(&from[std::size_t(offset)])) == offset + 1);
            const auto part = lanes_of(simd::load_partial(&from[std::size_t(offset)], n));
            for (int i = 0; i < lanes; ++i)
                CHECK(part[std::size_t(i)] == (i < n ? Scalar(offset + i + 1) : Scalar{0}));

            simd::store_partial(&to[std::size_t(offset)], simd::broadcast(Scalar{7}), n);
            for (int i = 0; i < lanes + 3; ++i)
                CHECK(to[std::size_t(i)] == (i >= offset && i < offset + n ? 7 : -1));
        }
}

#if __has_include(<sys/mman.h>)
TEST_CASE("partial access touches no memory beyond its count") {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    void* const pages =
        mmap(nullptr, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    REQUIRE(pages != MAP_FAILED);
    float* const end = static_cast<float*>(pages) + page / sizeof(float);
    REQUIRE(mprotect(end, page, PROT_NONE) == 0);
    for (int n = 1; n <= simd::Pack<float>::lanes; ++n) {
        simd::store_partial(end - n, simd::broadcast(3.0f), n);
        CHECK(simd::first(simd::load_partial(end - n, n)) == 3.0f);
        CHECK(end[-1] == 3.0f);
    }
    munmap(pages, 2 * page);
}
#endif

TEST_CASE_TEMPLATE("fma rounds once where the machine can, mul and add always twice", Scalar, float,
                   double) {
    const int half = std::is_same_v<Scalar, float> ? 12 : 27;
    const Scalar step = std::ldexp(Scalar{1}, -half);
    const Scalar a = 1 + step, minus_rounded = -(1 + 2 * step);  // a * a = 1 + 2 step + step^2
    const Scalar once = step * step, twice = 0;

    const auto fused = fma(unknown(a), unknown(a), unknown(minus_rounded));
    for (Scalar lane : lanes_of(fused)) CHECK(lane == (INLAY_HAS_FMA ? once : twice));
    const auto rounded = add(mul(unknown(a), unknown(a)), unknown(minus_rounded));
    for (Scalar lane : lanes_of(rounded)) CHECK(lane == twice);

    volatile Scalar x = a, c = minus_rounded;
    CHECK(simd::fma(Scalar{x}, Scalar{x}, Scalar{c}) == (INLAY_HAS_FMA ? once : twice));
    CHECK(simd::add(simd::mul(Scalar{x}, Scalar{x}), Scalar{c}) == twice);
}

TEST_CASE("sums, products, quotients and roots are rounded correctly") {
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        const float a = any_float(2 * i), b = any_float(2 * i + 1);
        const auto p = unknown(a), q = unknown(b);
        const auto x = static_cast<double>(a), y = static_cast<double>(b);
        const auto expect = [&](simd::Pack<float> got, double exact) {
            const auto want = static_cast<float>(exact);  // no double rounding: 53 >= 2 * 24 + 2
            const bool both_nan = std::isnan(want) && std::isnan(first(got));
            CHECK((both_nan || same_bits(first(got), want)));
        };
        expect(simd::add(p, q), x + y);
        expect(simd::sub(p, q), x - y);
        expect(simd::mul(p, q), x * y);
        expect(simd::div(p, q), x / y);
        expect(simd::square_root(p), std::sqrt(x));
    }
}

TEST_CASE("comparisons are false for NaN, zeros are equal") {
    const auto yes = [](simd::Mask<float> mask) {
        const auto lanes = lanes_of(select(mask, unknown(1.0f), unknown(0.0f)));
        for (float lane : lanes) CHECK(lane == lanes[0]);
        return lanes[0] == 1.0f;
    };
    const auto one = unknown(1.0f), two = unknown(2.0f), nan = unknown(not_a_number);
    const auto zero = unknown(0.0f), minus_zero = unknown(-0.0f);
    CHECK(yes(less(one, two)));
    CHECK_FALSE(yes(less(two, one)));
    CHECK_FALSE(yes(less(one, one)));
    CHECK_FALSE(yes(less(minus_zero, zero)));
    CHECK_FALSE(yes(less(nan, one)));
    CHECK_FALSE(yes(less(one, nan)));
    CHECK(yes(less_equal(one, one)));
    CHECK_FALSE(yes(less_equal(two, one)));
    CHECK_FALSE(yes(less_equal(nan, nan)));
    CHECK(yes(equal(minus_zero, zero)));
    CHECK_FALSE(yes(equal(one, two)));
    CHECK_FALSE(yes(equal(nan, nan)));
    CHECK(yes(less(unknown(-infinity), unknown(infinity))));
}

TEST_CASE_TEMPLATE("larger and smaller keep the first on a tie and where one is NaN", Scalar, float,
                   double) {
    const auto nan = std::numeric_limits<Scalar>::quiet_NaN();
    const auto larger = [](Scalar a, Scalar b) {
        return first(simd::larger(unknown(a), unknown(b)));
    };
    const auto smaller = [](Scalar a, Scalar b) {
        return first(simd::smaller(unknown(a), unknown(b)));
    };
    CHECK(larger(1, 2) == 2);
    CHECK(larger(2, 1) == 2);
    CHECK(smaller(1, 2) == 1);
    CHECK(smaller(2, 1) == 1);
    for (auto of : {+larger, +smaller}) {
        CHECK(same_bits(of(Scalar(-0.0), Scalar(0.0)), Scalar(-0.0)));
        CHECK(same_bits(of(Scalar(0.0), Scalar(-0.0)), Scalar(0.0)));
        CHECK(std::isnan(of(nan, 1)));
        CHECK(of(1, nan) == 1);
    }
}

TEST_CASE("bits of floats") {
    const auto bits = [](std::uint32_t word) { return simd::broadcast_bits(word); };
    const auto word = [](simd::Bits a) { return bits_of_number(first(simd::pack_of(a))); };
    CHECK(word(simd::bits_of(unknown(-1.5f))) == 0xbfc00000);
    CHECK(word(add(bits(0xffffffff), bits(3))) == 2);
    CHECK(word(sub(bits(1), bits(3))) == 0xfffffffe);
    CHECK(word(bit_and(bits(0xf0f0f0f0), bits(0x3c3c3c3c))) == 0x30303030);
    CHECK(word(bit_or(bits(0xf0f0f0f0), bits(0x3c3c3c3c))) == 0xfcfcfcfc);
    CHECK(word(shift_left(bits(0x80000001), 23)) == 0x00800000);
    CHECK(word(shift_right(bits(0x80000001), 23)) == 0x00000100);
}

TEST_CASE_TEMPLATE("exchange swaps the lanes whose numbers differ by its distance", Scalar, float,
                   double) {
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    if constexpr (lanes > 1) {
        Scalar numbers[lanes];
        for (std::size_t i = 0; i < lanes; ++i) numbers[i] = static_cast<Scalar>(i);
        const auto by_one = lanes_of(simd::exchange<1>(simd::load(numbers)));
        const auto by_half = lanes_of(simd::exchange<lanes / 2>(simd::load(numbers)));
        for (std::size_t i = 0; i < lanes; ++i) {
            CHECK(by_one[i] == Scalar(i ^ 1));
            CHECK(by_half[i] == Scalar(i ^ (lanes / 2)));
        }
    }
}
