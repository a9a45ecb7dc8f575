// SPDX-License-Identifier: MIT
// Sums over many places: in an order that can be written down, and near the sum in double.
#include "../bits.hpp"

#include <inlay/core.hpp>
#include <inlay/kernel/convolve.hpp>
#include <inlay/kernel/dense.hpp>
#include <inlay/kernel/softmax.hpp>
#include <inlay/kernel/winner_gradient.hpp>
#include <inlay/kernel/winograd_backward.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

std::vector<float> numbers(std::size_t n, std::uint32_t seed) {
    std::vector<float> out(n);
    std::uint32_t state = seed * 2654435761u + 1;
    for (float& v : out) {
        state = state * 1664525u + 1013904223u;
        v = static_cast<float>(state >> 8) / 8388608.0f - 1;
    }
    return out;
}

/// The order of places.hpp, written down naively: blocks of whole rows or of pieces of a row, and
/// what they sum up to joined by a tree over the power of two below their number.
template <class Chain>
float by_blocks(std::size_t rows, std::size_t columns, Chain&& chain) {
    std::vector<float> sums;
    if (columns >= 64 && rows * columns > 64) {
        const std::size_t pieces = (columns + 63) / 64;
        for (std::size_t p = 0; p < rows; ++p)
            for (std::size_t k = 0; k < pieces; ++k)
                sums.push_back(chain(p, p + 1, columns * k / pieces, columns * (k + 1) / pieces));
    } else {
        const std::size_t together = rows * columns <= 64 ? rows : 64 / columns;
        for (std::size_t p = 0; p < rows; p += together)
            sums.push_back(chain(p, std::min(rows, p + together), 0, columns));
    }
    const auto tree = [&](const auto& self, std::size_t begin, std::size_t end) -> float {
        if (end - begin == 1) return sums[begin];
        std::size_t half = 1;
        while (2 * half < end - begin) half *= 2;
        return self(self, begin, begin + half) + self(self, begin + half, end);
    };
    return tree(tree, 0, sums.size());
}

template <std::size_t Rows, std::size_t Columns>
void check_order() {
    CAPTURE(Rows);
    CAPTURE(Columns);
    constexpr std::size_t channels = 5;
    const auto x = numbers(Rows * Columns * channels, 1), dy = numbers(x.size(), 2);
    constexpr kernel::Convolution c{.height = Rows,
                                    .width = Columns,
                                    .channels = channels,
                                    .kernel_height = 1,
                                    .kernel_width = 1,
                                    .in_channels = channels,
                                    .in_pitch = Columns * channels,
                                    .in_size = Rows * Columns * channels,
                                    .out_pitch = Columns * channels,
                                    .out_size = Rows * Columns * channels};
    std::vector<float> dw(channels * channels), db(channels);
    kernel::convolve_weight_gradient<c>(x.data(), dy.data(), dw.data(), 1);
    kernel::sum_pixels<c>(dy.data(), db.data(), 1);
    for (std::size_t o = 0; o < channels; ++o) {
        const auto at = [&](const std::vector<float>& map, std::size_t p, std::size_t q,
                            std::size_t channel) {
            return map[(p * Columns + q) * channels + channel];
        };
        const auto chain_of = [&](auto term) {
            return by_blocks(Rows, Columns,
                             [&](std::size_t p0, std::size_t p1, std::size_t q0, std::size_t q1) {
                                 float sum = 0;
                                 for (std::size_t p = p0; p < p1; ++p)
                                     for (std::size_t q = q0; q < q1; ++q) sum = term(sum, p, q);
                                 return sum;
                             });
        };
        CHECK(same_bits(db[o], chain_of([&](float sum, std::size_t p, std::size_t q) {
                            return sum + at(dy, p, q, o);
                        })));
        for (std::size_t i = 0; i < channels; ++i)
            CHECK(same_bits(dw[i * channels + o],
                            chain_of([&](float sum, std::size_t p, std::size_t q) {
                                return simd::fma(at(x, p, q, i), at(dy, p, q, o), sum);
                            })));
    }
}

/// How far a sum may be from the exact one: 2e-6 of it for equal terms, 5e-7 of the sum of the
/// terms' sizes for any.
void check_sum(double found, double exact, double sizes, bool constant) {
    const double limit = constant ? 2e-6 * std::fabs(exact) : 5e-7 * sizes;
    CHECK(std::fabs(found - exact) <= limit);
}

/// Inputs of one channel: of one value, or any.
std::vector<float> terms(std::size_t n, bool constant, std::uint32_t seed) {
    if (constant) return std::vector<float>(n, 0.1f + static_cast<float>(seed));
    return numbers(n, seed);
}

struct Exact {
    double sum = 0, sizes = 0;

    void add(double term) {
        sum += term;
        sizes += std::fabs(term);
    }
};

constexpr std::size_t side = 1024, many = side * side;

}  // namespace

TEST_CASE("sums over places run in blocks, and the blocks are joined in pairs") {
    check_order<1, 1>();
    check_order<8, 8>();
    check_order<5, 13>();
    check_order<13, 5>();
    check_order<24, 24>();
    check_order<7, 64>();
    check_order<3, 65>();
    check_order<2, 300>();
    check_order<130, 1>();
}

TEST_CASE("gradients of convolutions over a million places are near the exact sums") {
    constexpr kernel::Convolution c{.height = side,
                                    .width = side,
                                    .channels = 1,
                                    .kernel_height = 3,
                                    .kernel_width = 3,
                                    .in_channels = 1,
                                    .in_pitch = side + 2,
                                    .in_size = (side + 2) * (side + 2),
                                    .out_pitch = side,
                                    .out_size = many};
    for (const bool constant : {true, false}) {
        CAPTURE(constant);
        const auto x = terms(c.in_size, constant, 1), dy = terms(many, constant, 2);
        Exact bias, weights[9];
        for (std::size_t p = 0; p < side; ++p)
            for (std::size_t q = 0; q < side; ++q) {
                const auto g = static_cast<double>(dy[p * side + q]);
                bias.add(g);
                for (std::size_t k = 0; k < 9; ++k)
                    weights[k].add(g *
                                   static_cast<double>(x[(p + k / 3) * c.in_pitch + q + k % 3]));
            }
        std::vector<float> direct(10), fast(10), dx(c.in_size), unused(9);
        kernel::convolve_backward<c, true, false, false>(x.data(), dy.data(), unused.data(),
                                                         dx.data(), direct.data(), 1);
        std::vector<float> scratch(kernel::winograd_backward_scratch(c, 4, 1));
        kernel::winograd_backward<c, 4, true, false, false>(
            x.data(), dy.data(), unused.data(), dx.data(), fast.data(), 1, scratch.data());
        for (std::size_t k = 0; k < 9; ++k) {
            CAPTURE(k);
            check_sum(static_cast<double>(direct[k]), weights[k].sum, weights[k].sizes, constant);
            // Winograd's transforms round too: four times the error of direct sums.
            CHECK(std::fabs(static_cast<double>(fast[k]) - weights[k].sum) <=
                  (constant ? 4e-6 : 1e-6) * weights[k].sizes);
        }
        check_sum(static_cast<double>(direct[9]), bias.sum, bias.sizes, constant);
        check_sum(static_cast<double>(fast[9]), bias.sum, bias.sizes, constant);
    }
}

TEST_CASE("gradients behind a max-pooling over a million places are near the exact sums") {
    constexpr std::size_t half = side / 2;
    constexpr Map out{{half, half, 1}, {}};
    constexpr kernel::Convolution c{.height = side,
                                    .width = side,
                                    .channels = 1,
                                    .kernel_height = 1,
                                    .kernel_width = 1,
                                    .in_channels = 1,
                                    .in_pitch = side,
                                    .in_size = many,
                                    .out_pitch = side,
                                    .out_size = many};
    for (const bool constant : {true, false}) {
        CAPTURE(constant);
        const auto x = terms(many, constant, 1), dy = terms(half * half, constant, 2);
        const std::vector<float> y(half * half, 1.0f), winners(half * half, 2.0f);
        Exact bias, weight;
        for (std::size_t p = 0; p < half; ++p)
            for (std::size_t q = 0; q < half; ++q) {
                const auto g = static_cast<double>(dy[p * half + q]);
                bias.add(g);
                weight.add(g * static_cast<double>(x[(2 * p + 1) * side + 2 * q]));
            }
        std::vector<float> gradient(2), scratch(kernel::winner_scratch(c));
        kernel::convolve_winner_gradient<c, out, Linear, true>(
            x.data(), y.data(), dy.data(), winners.data(), gradient.data(), scratch.data(), 1);
        check_sum(static_cast<double>(gradient[0]), weight.sum, weight.sizes, constant);
        check_sum(static_cast<double>(gradient[1]), bias.sum, bias.sizes, constant);
    }
}

TEST_CASE("gradients of a dense layer over a million rows are near the exact sums") {
    for (const bool constant : {true, false})
        for (const std::size_t count : {many, std::size_t{5000}, std::size_t{129}}) {
            CAPTURE(constant);
            CAPTURE(count);
            const auto x = terms(count, constant, 1), dy = terms(count, constant, 2);
            Exact bias, weight;
            for (std::size_t n = 0; n < count; ++n) {
                bias.add(static_cast<double>(dy[n]));
                weight.add(static_cast<double>(dy[n]) * static_cast<double>(x[n]));
            }
            float dw = 0, db = 0;
            kernel::dense_weight_gradient<1, 1, 1, true>(x.data(), dy.data(), &dw, count);
            kernel::sum_rows<true>(dy.data(), &db, count, 1);
            check_sum(static_cast<double>(dw), weight.sum, weight.sizes, constant);
            check_sum(static_cast<double>(db), bias.sum, bias.sizes, constant);
        }
}

TEST_CASE("the gradient of a softmax over a million features is near the exact one") {
    for (const std::size_t n : {many, std::size_t{10'000}, std::size_t{1025}}) {
        CAPTURE(n);
        const std::vector<float> y(n, 0.71f), dy(n, 0.3f);
        const double term = static_cast<double>(0.71f) * static_cast<double>(0.3f);
        std::vector<float> dx(n);
        kernel::softmax_gradient(y.data(), dy.data(), dx.data(), n, false);
        const double exact = static_cast<double>(0.71f) *
                             (static_cast<double>(0.3f) - term * static_cast<double>(n));
        CHECK(std::fabs(static_cast<double>(dx[0]) - exact) <= 2e-6 * std::fabs(exact));
    }
}
