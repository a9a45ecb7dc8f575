// SPDX-License-Identifier: MIT
// Winograd's convolutions with a max-pooling behind them against the passes one by one, and the
// errors of all against those of direct sums.
#include "winograd.hpp"

#include <inlay/activation/relu.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace {

/// A convolution as far as 2 x 2 windows cover its output, a dense map.
constexpr Convolution covered(Convolution c, const Map& windows) {
    c.height = 2 * windows.height();
    c.width = 2 * windows.width();
    c.out_start = 0;
    c.out_pitch = c.width * c.channels;
    c.out_size = c.height * c.out_pitch;
    return c;
}

/// The pooled passes against the others with a plain pooling between them: the same bits.
template <class Scalar, class Activation, class Case>
void check_pool() {
    constexpr std::size_t M = Case::m, R = Case::r, count = 5, Out = Case::c.channels;
    constexpr Map out{{Case::c.height / 2, Case::c.width / 2, Out}, {0, 1, 1, 2}};
    constexpr Convolution c = covered(Case::c, out);
    const Given<Case, Scalar> given(count, Data::random);
    const auto dy = numbers<Scalar>(count * out.size(), 5);
    std::vector<Scalar> u(kernel::winograd_weight_count(M, R, c.in_channels, Out));
    std::vector<Scalar> ut(kernel::winograd_weight_count(M, R, Out, c.in_channels));
    kernel::winograd_weights<M, R>(given.w.data(), u.data(), c.in_channels, Out);
    kernel::winograd_transposed_weights<M, R>(given.w.data(), ut.data(), c.in_channels, Out);
    std::vector<Scalar> scratch(kernel::winograd_scratch(c, M, count));
    std::vector<Scalar> back_scratch(kernel::winograd_backward_scratch(c, M, count));

    std::vector<Scalar> z(count * c.out_size), dz(z.size());
    std::vector<Scalar> y(count * out.size(), 7), winners(count * out.elements());
    kernel::winograd_convolve<c, M>(given.x.data(), u.data(), given.b.data(), z.data(), count,
                                    scratch.data(), nullptr, kernel::Epilogue<Activation>());
    for (std::size_t k = 0; k < winners.size(); ++k) {
        const std::size_t n = k / out.elements(), o = k % Out, cell = k % out.elements() / Out;
        const std::size_t p = cell / out.width(), q = cell % out.width();
        const std::size_t to = n * out.size() + out.origin() + p * out.pitch() + q * Out + o;
        const auto at = [&](std::size_t place) {
            return n * c.out_size + (2 * p + place / 2) * c.out_pitch + (2 * q + place % 2) * Out +
                   o;
        };
        std::size_t first = 0;
        for (std::size_t place = 1; place < 4; ++place)
            if (z[at(place)] > z[at(first)]) first = place;
        y[to] = z[at(first)];
        winners[k] = static_cast<Scalar>(first);
        dz[at(first)] =
            simd::first(Activation::gradient(simd::broadcast(y[to]), simd::broadcast(dy[to])));
    }
    std::vector<Scalar> fused(y.size(), 7), fused_winners(winners.size());
    kernel::winograd_convolve_max_pool<c, M, out, Activation>(
        given.x.data(), u.data(), given.b.data(), fused.data(), fused_winners.data(), count,
        scratch.data(), nullptr);
    CHECK(all_same(fused, y));
    CHECK(all_same(fused_winners, winners));
    std::fill(fused.begin(), fused.end(), Scalar{7});
    kernel::winograd_convolve_max_pool<c, M, out, Activation, Scalar>(
        given.x.data(), u.data(), given.b.data(), fused.data(), nullptr, count, scratch.data(),
        nullptr);
    CHECK(all_same(fused, y));

    std::vector<Scalar> gradient(given.w.size() + Out), fused_gradient(gradient.size());
    std::vector<Scalar> dx(given.x.size()), fused_dx(given.x.size(), 7);
    kernel::winograd_backward<c, M, true, true, false>(given.x.data(), dz.data(), ut.data(),
                                                       dx.data(), gradient.data(), count,
                                                       back_scratch.data());
    kernel::winograd_backward_max_pool<c, M, out, Activation, true, true, false>(
        given.x.data(), y.data(), dy.data(), winners.data(), ut.data(), fused_dx.data(),
        fused_gradient.data(), count, back_scratch.data());
    CHECK(all_same(inside<Case>(fused_dx), inside<Case>(dx)));
    const std::size_t taps = given.w.size();
    CHECK(all_same(part(fused_gradient, 0, taps), part(gradient, 0, taps)));
    const auto db = part(gradient, taps, Out);
    CHECK(distance(part(fused_gradient, taps, Out), std::vector<double>(db.begin(), db.end())) <
          1e-6);
}

template <class Case>
void check_errors() {
    for (const Data data : {Data::random, Data::large_mean, Data::alternating, Data::subnormal}) {
        const std::size_t count = 4, taps = Case::weight_count();
        CAPTURE(static_cast<int>(data));
        const Given<Case, float> given(count, data);
        const auto exact = given.in_double(count);
        const auto direct = given.direct(count), fast = given.by_winograd(count);
        const auto error = [&](const Results<float>& all) {
            return std::array{distance(all.y, exact.y), distance(all.dx, inside<Case>(exact.dx)),
                              distance(part(all.gradient, 0, taps), part(exact.gradient, 0, taps))};
        };
        const auto wanted = error(direct), found = error(fast);
        for (std::size_t k = 0; k < 3; ++k) CHECK(found[k] <= 4 * wanted[k]);
    }
}

}  // namespace

TEST_CASE("Winograd's convolutions that pool") {
    check_pool<float, ReLU, Case<2, 3, 9, 8, 16, 20, Padding::valid>>();
    check_pool<float, Linear, Case<2, 5, 9, 7, 33, 33, Padding::same>>();
    check_pool<double, ReLU, Case<2, 5, 7, 8, 16, 20, Padding::same>>();
    check_pool<float, ReLU, Case<4, 3, 12, 13, 16, 17, Padding::valid>>();
    check_pool<double, Linear, Case<4, 3, 9, 10, 5, 8, Padding::same>>();
}

TEST_CASE("the errors of Winograd's convolutions are at most four times those of direct sums") {
    check_errors<Case<2, 3, 14, 14, 64, 128, Padding::same>>();
    check_errors<Case<2, 5, 12, 12, 32, 64, Padding::valid>>();
    check_errors<Case<4, 3, 14, 14, 32, 64, Padding::same>>();
}
