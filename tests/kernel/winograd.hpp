// SPDX-License-Identifier: MIT
#pragma once
// Layers to test Winograd's convolutions with: their data, and their results in double, by direct
// sums and by the kernels under test.

#include "../bits.hpp"

#include <inlay/activation/linear.hpp>
#include <inlay/kernel/convolve.hpp>
#include <inlay/kernel/winograd_backward.hpp>
#include <inlay/shape/window.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <random>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;
using kernel::Convolution;

enum class Data { random, large_mean, alternating, subnormal };

template <class Scalar>
std::vector<Scalar> numbers(std::size_t count, unsigned seed, Data data = Data::random) {
    std::mt19937 engine(seed);
    std::vector<Scalar> all(count);
    for (std::size_t k = 0; k < count; ++k) {
        const Scalar number = static_cast<Scalar>(engine() >> 8) / Scalar(1 << 23) - 1;
        all[k] = data == Data::large_mean    ? number + 30
                 : data == Data::alternating ? (k % 2 ? -1 : 1) * (number + 2)
                 : data == Data::subnormal   ? number * Scalar(0x1p-127f)
                                             : number;
    }
    return all;
}

/// A layer: an image with the border that tiles need, and a bordered output.
template <std::size_t M, std::size_t R, std::size_t Height, std::size_t Width, std::size_t In,
          std::size_t Out, Padding padding>
struct Case {
    static constexpr std::size_t m = M, r = R;
    static constexpr Window down{R, 1, padding}, across = down;
    static constexpr Halo halo{down.before(Height), down.behind(Height) + M - 1,
                               across.before(Width), across.behind(Width) + M - 1};
    static constexpr Map in{{Height, Width, In}, halo};
    static constexpr Map out{{down.places(Height), across.places(Width), Out}, {1, 0, 2, 1}};
    static constexpr Convolution c{
        out.height(), out.width(), Out,          R,           R,         In, 1, 1, 0,
        in.pitch(),   in.size(),   out.origin(), out.pitch(), out.size()};

    static std::size_t weight_count() { return R * R * In * Out; }
    static std::size_t in_at(std::size_t n, std::size_t p, std::size_t q, std::size_t i) {
        return n * in.size() + p * in.pitch() + q * In + i;
    }
    static std::size_t out_at(std::size_t n, std::size_t p, std::size_t q, std::size_t o) {
        return n * out.size() + out.origin() + p * out.pitch() + q * Out + o;
    }

    /// Examples inside their border of zeros.
    template <class Scalar>
    static std::vector<Scalar> images(std::size_t count, unsigned seed, Data data = Data::random) {
        auto x = numbers<Scalar>(count * in.size(), seed, data);
        for (std::size_t k = 0; k < x.size(); ++k) {
            const std::size_t row = k % in.size() / in.pitch(), cell = k % in.pitch() / In;
            if (row < halo.top || row >= halo.top + Height || cell < halo.left ||
                cell >= halo.left + Width)
                x[k] = 0;
        }
        return x;
    }
};

/// body(n, p, q, o, h, w, i) for every product of the formula.
template <class Case, class Body>
void for_each_product(std::size_t count, Body body) {
    constexpr Convolution c = Case::c;
    for (std::size_t n = 0; n < count; ++n)
        for (std::size_t p = 0; p < c.height; ++p)
            for (std::size_t q = 0; q < c.width; ++q)
                for (std::size_t h = 0; h < c.kernel_height; ++h)
                    for (std::size_t w = 0; w < c.kernel_width; ++w)
                        for (std::size_t i = 0; i < c.in_channels; ++i)
                            for (std::size_t o = 0; o < c.channels; ++o)
                                body(Case::out_at(n, p, q, o), Case::in_at(n, p + h, q + w, i),
                                     ((h * c.kernel_width + w) * c.in_channels + i) * c.channels +
                                         o);
}

/// Everything a layer computes.
template <class Scalar>
struct Results {
    std::vector<Scalar> y, dx, gradient;
};

template <class Case, class Scalar>
struct Given {
    std::vector<Scalar> x, w, b, dy;

    Given(std::size_t count, Data data)
        : x(Case::template images<Scalar>(count, 1, data)),
          w(numbers<Scalar>(Case::weight_count(), 2,
                            data == Data::alternating ? data : Data::random)),
          b(numbers<Scalar>(Case::c.channels, 3, data == Data::subnormal ? data : Data::random)),
          dy(numbers<Scalar>(count * Case::out.size(), 4, data)) {}

    Results<double> in_double(std::size_t count) const {
        Results<double> all{std::vector<double>(dy.size()), std::vector<double>(x.size()),
                            std::vector<double>(w.size() + b.size())};
        for_each_product<Case>(count, [&](std::size_t out, std::size_t in, std::size_t tap) {
            const double above = static_cast<double>(dy[out]), from = static_cast<double>(x[in]);
            all.y[out] += from * static_cast<double>(w[tap]);
            all.dx[in] += above * static_cast<double>(w[tap]);
            all.gradient[tap] += above * from;
        });
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t p = 0; p < Case::c.height; ++p)
                for (std::size_t q = 0; q < Case::c.width; ++q)
                    for (std::size_t o = 0; o < b.size(); ++o) {
                        const std::size_t at = Case::out_at(n, p, q, o);
                        all.y[at] += static_cast<double>(b[o]);
                        all.gradient[w.size() + o] += static_cast<double>(dy[at]);
                    }
        return all;
    }

    /// dx is added to `before` where there is one.
    template <bool accumulate = false>
    Results<Scalar> by_winograd(std::size_t count, const std::vector<Scalar>& before = {}) const {
        constexpr Convolution c = Case::c;
        constexpr std::size_t M = Case::m, R = Case::r, In = c.in_channels, Out = c.channels;
        const Scalar unset = std::numeric_limits<Scalar>::quiet_NaN();
        std::vector<Scalar> u(kernel::winograd_weight_count(M, R, In, Out), unset);
        std::vector<Scalar> ut(kernel::winograd_weight_count(M, R, Out, In), unset);
        kernel::winograd_weights<M, R>(w.data(), u.data(), In, Out);
        kernel::winograd_transposed_weights<M, R>(w.data(), ut.data(), In, Out);

        Results<Scalar> all{std::vector<Scalar>(dy.size(), 7), before,
                            std::vector<Scalar>(w.size() + Out)};
        if (!accumulate) all.dx.assign(x.size(), unset);
        std::vector<Scalar> scratch(kernel::winograd_scratch(c, M, count) + 1, unset);
        kernel::winograd_convolve<c, M>(x.data(), u.data(), b.data(), all.y.data(), count,
                                        scratch.data(), nullptr, kernel::Epilogue<Linear>());
        CHECK(std::isnan(scratch.back()));
        scratch.assign(kernel::winograd_backward_scratch(c, M, count) + 1, unset);
        kernel::winograd_backward<c, M, true, true, accumulate>(x.data(), dy.data(), ut.data(),
                                                                all.dx.data(), all.gradient.data(),
                                                                count, scratch.data());
        CHECK(std::isnan(scratch.back()));
        return all;
    }

    Results<Scalar> direct(std::size_t count) const {
        constexpr Convolution c = Case::c;
        Results<Scalar> all{std::vector<Scalar>(dy.size(), 7), std::vector<Scalar>(x.size()),
                            std::vector<Scalar>(w.size() + b.size())};
        std::vector<Scalar> transposed(w.size());
        kernel::transpose_taps(w.data(), transposed.data(), Case::r * Case::r, c.in_channels,
                               c.channels, c.channels);
        kernel::convolve<c>(x.data(), w.data(), b.data(), all.y.data(), count,
                            kernel::Epilogue<Linear>());
        kernel::convolve_backward<c, true, true, false>(x.data(), dy.data(), transposed.data(),
                                                        all.dx.data(), all.gradient.data(), count);
        return all;
    }
};

template <class Scalar>
std::vector<Scalar> part(const std::vector<Scalar>& all, std::size_t begin, std::size_t count) {
    return {all.data() + begin, all.data() + begin + count};
}

/// The same bits, but for the sign of zeros, which a sum of zeros may lose in another order.
template <class Scalar>
bool all_same(const std::vector<Scalar>& a, const std::vector<Scalar>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](Scalar one, Scalar other) { return same_bits(one + 0, other + 0); });
}

/// The cells of an input map that are no border count, the border of a gradient is anything.
template <class Case, class Scalar>
std::vector<Scalar> inside(std::vector<Scalar> dx) {
    const auto mask = Case::template images<Scalar>(dx.size() / Case::in.size(), 1);
    for (std::size_t k = 0; k < dx.size(); ++k)
        if (mask[k] == 0) dx[k] = 0;
    return dx;
}

/// |a - b| / |b| over the places where a was written.
template <class Scalar>
double distance(const std::vector<Scalar>& a, const std::vector<double>& b) {
    double difference = 0, size = 0;
    for (std::size_t k = 0; k < a.size(); ++k) {
        if (b[k] == 0) continue;  // a border
        const double d = static_cast<double>(a[k]) - b[k];
        difference += d * d;
        size += b[k] * b[k];
    }
    return std::sqrt(difference / size);
}
