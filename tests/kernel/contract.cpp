// SPDX-License-Identifier: MIT
// The register tile and the kernels made of it: every sum is one chain in a fixed order, whatever
// the tile, so their bits are those of plain loops.
#include "../bits.hpp"

#include <inlay/activation/linear.hpp>
#include <inlay/kernel/contract.hpp>
#include <inlay/kernel/convolve.hpp>
#include <inlay/kernel/dense.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

/// n numbers of both signs and many sizes, so that the order of a sum shows.
std::vector<float> numbers(std::size_t n, std::uint32_t seed) {
    std::vector<float> out(n);
    std::uint32_t state = seed * 2654435761u + 1;
    for (float& v : out) {
        state = state * 1664525u + 1013904223u;
        v = (static_cast<float>(state >> 8) / 8388608.0f - 1) / static_cast<float>(1 + state % 97);
    }
    return out;
}

void check_bits(const std::vector<float>& found, const std::vector<float>& wanted) {
    REQUIRE(found.size() == wanted.size());
    std::size_t different = 0;
    for (std::size_t k = 0; k < found.size(); ++k) different += !same_bits(found[k], wanted[k]);
    CHECK(different == 0);
}

/// c[i][j] + sum_r sum_t a[r][t][i] b[r][t][j] in this order, by one tile and by one lane.
template <int Rows, int Columns>
void check_tile(std::size_t runs, std::size_t taps) {
    CAPTURE(Rows);
    CAPTURE(Columns);
    constexpr std::size_t rows = Rows, columns = Columns;
    const std::size_t a_tap = 3, a_row = 2, b_tap = columns + 1;  // with gaps between
    const std::size_t a_run = taps * a_tap + 5, b_run = taps * b_tap + 2;
    const auto a = numbers(runs * a_run + rows * a_row, 1), b = numbers(runs * b_run + columns, 2);
    const auto start = numbers(rows * columns, 3);
    auto found = start, wanted = start;
    constexpr std::size_t lanes = simd::Pack<float>::lanes;
    const auto at = [](std::vector<float>& c, std::size_t i, std::size_t v) {
        return c.data() + i * columns + v * lanes;
    };
    kernel::contract_tile<Rows, Columns>(
        kernel::Factors<float>{.a = a.data(),
                               .b = b.data(),
                               .runs = runs,
                               .taps = taps,
                               .a_run = a_run,
                               .a_tap = a_tap,
                               .a_row = a_row,
                               .b_run = b_run,
                               .b_tap = b_tap},
        [&](std::size_t i, std::size_t v, int some)
            INLAY_INLINE_LAMBDA { return simd::load_some(at(found, i, v), some); },
        [&](std::size_t i, std::size_t v, int some, auto sum)
            INLAY_INLINE_LAMBDA { simd::store_some(at(found, i, v), sum, some); });
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t j = 0; j < columns; ++j)
            for (std::size_t r = 0; r < runs; ++r)
                for (std::size_t t = 0; t < taps; ++t)
                    wanted[i * columns + j] =
                        simd::fma(a[r * a_run + t * a_tap + i * a_row],
                                  b[r * b_run + t * b_tap + j], wanted[i * columns + j]);
    check_bits(found, wanted);
}

template <std::size_t In, std::size_t Out>
void check_dense(std::size_t count) {
    const auto x = numbers(count * In, 4), w = numbers(In * Out, 5), bias = numbers(Out, 6),
               dy = numbers(count * Out, 7);
    std::vector<float> y(count * Out), wanted = y;
    kernel::dense<In, Out, Out>(x.data(), w.data(), bias.data(), y.data(), count,
                                kernel::Epilogue<Linear>());
    for (std::size_t n = 0; n < count; ++n)
        for (std::size_t o = 0; o < Out; ++o) {
            float sum = bias[o];
            for (std::size_t i = 0; i < In; ++i)
                sum = simd::fma(x[n * In + i], w[i * Out + o], sum);
            wanted[n * Out + o] = sum;
        }
    check_bits(y, wanted);

    auto dw = w, wanted_dw = w;
    kernel::dense_weight_gradient<In, Out, In, true>(x.data(), dy.data(), dw.data(), count);
    for (std::size_t i = 0; i < In; ++i)
        for (std::size_t o = 0; o < Out; ++o) {
            float sum = 0;
            for (std::size_t n = 0; n < count; ++n)
                sum = simd::fma(x[n * In + i], dy[n * Out + o], sum);
            wanted_dw[i * Out + o] += sum;
        }
    check_bits(dw, wanted_dw);

    std::vector<float> transposed(In * Out), dx(count * In), wanted_dx = dx;
    kernel::transpose_taps(w.data(), transposed.data(), 1, In, Out, Out);
    kernel::dense_input_gradient<In, Out, false>(dy.data(), transposed.data(), dx.data(), count);
    for (std::size_t n = 0; n < count; ++n)
        for (std::size_t i = 0; i < In; ++i)
            for (std::size_t o = 0; o < Out; ++o)
                wanted_dx[n * In + i] =
                    simd::fma(dy[n * Out + o], w[i * Out + o], wanted_dx[n * In + i]);
    check_bits(dx, wanted_dx);
}

template <kernel::Convolution c>
void check_convolution() {
    const std::size_t count = 3, taps = c.kernel_height * c.row_taps();
    const auto x = numbers(count * c.in_size, 8), w = numbers(taps * c.channels, 9),
               bias = numbers(c.channels, 10), dy = numbers(count * c.out_size, 11);
    std::vector<float> y(count * c.out_size), wanted = y, dw(taps * c.channels), wanted_dw = dw,
                                              dx(count * c.in_size), wanted_dx = dx,
                                              transposed(w.size());
    kernel::convolve<c>(x.data(), w.data(), bias.data(), y.data(), count,
                        kernel::Epilogue<Linear>());
    kernel::convolve_weight_gradient<c>(x.data(), dy.data(), dw.data(), count);
    kernel::transpose_taps(w.data(), transposed.data(), c.kernel_height * c.kernel_width,
                           c.in_channels, c.channels, c.channels);
    kernel::convolve_input_gradient<c, false>(dy.data(), transposed.data(), dx.data(), count);

    const auto in = [&](std::size_t n, std::size_t row, std::size_t tap) {
        return n * c.in_size + c.in_start + row * c.in_pitch + tap;
    };
    const auto out = [&](std::size_t n, std::size_t p, std::size_t q, std::size_t o) {
        return n * c.out_size + c.out_start + p * c.out_pitch + q * c.channels + o;
    };
    const std::size_t across = c.across * c.in_channels;
    for (std::size_t n = 0; n < count; ++n)
        for (std::size_t p = 0; p < c.height; ++p)
            for (std::size_t q = 0; q < c.width; ++q)
                for (std::size_t o = 0; o < c.channels; ++o) {
                    float sum = bias[o];
                    for (std::size_t h = 0; h < c.kernel_height; ++h)
                        for (std::size_t t = 0; t < c.row_taps(); ++t)
                            sum = simd::fma(x[in(n, p * c.down + h, q * across + t)],
                                            w[(h * c.row_taps() + t) * c.channels + o], sum);
                    wanted[out(n, p, q, o)] = sum;
                }
    check_bits(y, wanted);

    // Weights: a chain over the pixels of each example, then example by example.
    for (std::size_t n = 0; n < count; ++n)
        for (std::size_t h = 0; h < c.kernel_height; ++h)
            for (std::size_t t = 0; t < c.row_taps(); ++t)
                for (std::size_t o = 0; o < c.channels; ++o) {
                    float sum = 0;
                    for (std::size_t p = 0; p < c.height; ++p)
                        for (std::size_t q = 0; q < c.width; ++q)
                            sum = simd::fma(x[in(n, p * c.down + h, q * across + t)],
                                            dy[out(n, p, q, o)], sum);
                    wanted_dw[(h * c.row_taps() + t) * c.channels + o] += sum;
                }
    check_bits(dw, wanted_dw);

    // Inputs: a chain over the channels of every place, places and taps in the order of the loops.
    for (std::size_t n = 0; n < count; ++n)
        for (std::size_t p = 0; p < c.height; ++p)
            for (std::size_t h = 0; h < c.kernel_height; ++h)
                for (std::size_t v = 0; v < c.kernel_width; ++v)
                    for (std::size_t q = 0; q < c.width; ++q)
                        for (std::size_t i = 0; i < c.in_channels; ++i) {
                            const std::size_t tap = v * c.in_channels + i;
                            float& to = wanted_dx[in(n, p * c.down + h, q * across + tap)];
                            for (std::size_t o = 0; o < c.channels; ++o)
                                to = simd::fma(dy[out(n, p, q, o)],
                                               w[(h * c.row_taps() + tap) * c.channels + o], to);
                        }
    check_bits(dx, wanted_dx);
}

/// A convolution without borders around a bordered output, to see that nothing else is written.
constexpr kernel::Convolution convolution(std::size_t height, std::size_t width, std::size_t in,
                                          std::size_t out, std::size_t kernel_height,
                                          std::size_t kernel_width, std::size_t down,
                                          std::size_t across) {
    const std::size_t p = (height - kernel_height) / down + 1,
                      q = (width - kernel_width) / across + 1;
    const std::size_t pitch = (q + 3) * out;
    return {p,      q, out,        kernel_height,       kernel_width,    in,    down,
            across, 0, width * in, height * width * in, pitch + 2 * out, pitch, (p + 2) * pitch};
}

}  // namespace

TEST_CASE("a tile is a chain for each of its outputs") {
    for (const std::size_t runs : {1u, 3u})
        for (const std::size_t taps : {1u, 2u, 19u}) {
            check_tile<1, 1>(runs, taps);
            check_tile<1, 8>(runs, taps);
            check_tile<3, 5>(runs, taps);
            check_tile<2, 16>(runs, taps);
            check_tile<4, 19>(runs, taps);
            check_tile<5, 24>(runs, taps);
            check_tile<7, 9>(runs, taps);
            check_tile<13, 7>(runs, taps);
        }
    check_tile<3, 5>(0, 0);
}

TEST_CASE("dense layers are chains") {
    for (const std::size_t count : {0u, 1u, 6u, 15u}) {
        check_dense<1, 1>(count);
        check_dense<7, 10>(count);
        check_dense<33, 41>(count);
    }
}

TEST_CASE("convolutions are chains") {
    check_convolution<convolution(6, 7, 3, 5, 3, 3, 1, 1)>();
    check_convolution<convolution(5, 17, 1, 19, 2, 5, 1, 1)>();
    check_convolution<convolution(9, 8, 9, 8, 3, 2, 2, 3)>();
    check_convolution<convolution(4, 3, 11, 33, 1, 1, 1, 1)>();
}

TEST_CASE("blocks cover an extent once, in order") {
    const auto check = [](std::size_t extent, std::size_t limit, auto&& cut) {
        CAPTURE(extent);
        CAPTURE(limit);
        std::size_t next = 0, largest = 0;
        cut([&](auto size, std::size_t start) {
            CHECK(start == next);
            next = start + size;
            largest = std::max(largest, std::size_t{size});
        });
        CHECK(next == extent);
        CHECK(largest <= limit);
    };
    check(1, 6, [](auto body) { kernel::for_each_block<1, 6>(body); });
    check(6, 6, [](auto body) { kernel::for_each_block<6, 6>(body); });
    check(7, 6, [](auto body) { kernel::for_each_block<7, 6>(body); });
    check(29, 6, [](auto body) { kernel::for_each_block<29, 6>(body); });
    for (std::size_t extent = 0; extent < 30; ++extent) {
        check(extent, 7, [&](auto body) { kernel::for_each_block<7>(extent, body); });
        check(extent, 1, [&](auto body) { kernel::for_each_block<1>(extent, body); });
    }
    constexpr std::size_t lanes = simd::Pack<float>::lanes, vectors = 24 / lanes + 1;
    check(41, vectors * lanes, [](auto body) { kernel::for_each_panel<float, 41, vectors>(body); });
}

TEST_CASE("parts of an extent") {
    const auto sizes = [](auto part) {
        std::vector<int> list;
        for (std::size_t k = 0; k < 3; ++k) part(k, [&](auto size) { list.push_back(size); });
        return list;
    };
    CHECK(sizes([](std::size_t k, auto body) { kernel::for_part<25, 10>(k, body); }) ==
          std::vector{10, 10, 5});
    CHECK(sizes([](std::size_t k, auto body) { kernel::for_part<30, 10>(k, body); }) ==
          std::vector{10, 10, 10});
    int only = 0;
    kernel::for_part<7, 10>(0, [&](auto size) { only = size; });
    CHECK(only == 7);
}
