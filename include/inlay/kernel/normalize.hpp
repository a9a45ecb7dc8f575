// SPDX-License-Identifier: MIT
#pragma once
// Batch normalization: statistics of each channel over a whole batch, and what follows from them.

#include <inlay/kernel/slices.hpp>
#include <inlay/shape/map.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::inline INLAY_ABI::kernel {

/// Calls body(offset) for every pixel of an example, in row order.
template <Map in, class Body>
INLAY_INLINE void for_each_pixel(Body&& body) {
    for (std::size_t p = 0; p < in.height(); ++p)
        for (std::size_t q = 0; q < in.width(); ++q)
            body(in.origin() + p * in.pitch() + q * in.channels());
}

/// Joins the moments of two groups (Chan, Golub, LeVeque 1979); `share` is n_b / (n_a + n_b):
///
///     d = mean_b - mean_a      mean = mean_a + d share
///     squares = squares_a + squares_b + d d n_a share
template <class Pack>
INLAY_INLINE void join_moments(Pack& mean, Pack& squares, Pack mean_b, Pack squares_b, Pack share,
                               Pack count_a) {
    const Pack d = simd::sub(mean_b, mean);
    squares = simd::fma(simd::mul(simd::mul(d, d), count_a), share, simd::add(squares, squares_b));
    mean = simd::fma(d, share, mean);
}

/// mean[c], squares[c]: the mean of x and the sum of (x - mean)^2 over the pixels of `count`
/// examples, joined with those of the `before` examples that they already describe. One chain a
/// channel within an example, then example by example.
template <Map in, class Scalar>
INLAY_NOINLINE void collect_moments(const Scalar* x, Scalar* mean, Scalar* squares,
                                    std::size_t before, std::size_t count) {
    constexpr std::size_t pixels = in.height() * in.width();
    for (std::size_t n = 0; n < count; ++n, x += in.size()) {
        const auto seen = static_cast<Scalar>((before + n) * pixels);
        const auto share = simd::broadcast(Scalar{1} / static_cast<Scalar>(before + n + 1));
        simd::for_each_pack<Scalar>(in.channels(), [&](std::size_t c,
                                                       int lanes) INLAY_INLINE_LAMBDA {
            auto sum = simd::zero<Scalar>();
            for_each_pixel<in>([&](std::size_t at) INLAY_INLINE_LAMBDA {
                sum = simd::add(sum, simd::load_some(x + at + c, lanes));
            });
            const auto center =
                simd::mul(sum, simd::broadcast(Scalar{1} / static_cast<Scalar>(pixels)));
            auto spread = simd::zero<Scalar>();
            for_each_pixel<in>([&](std::size_t at) INLAY_INLINE_LAMBDA {
                const auto d = simd::sub(simd::load_some(x + at + c, lanes), center);
                spread = simd::fma(d, d, spread);
            });
            auto mean_so_far = simd::load_some(mean + c, lanes);
            auto squares_so_far = simd::load_some(squares + c, lanes);
            join_moments(mean_so_far, squares_so_far, center, spread, share, simd::broadcast(seen));
            simd::store_some(mean + c, mean_so_far, lanes);
            simd::store_some(squares + c, squares_so_far, lanes);
        });
    }
}

/// The number of values in a group, their mean, and the sum of their squared distances from it.
template <class Scalar>
struct Moments {
    simd::Pack<Scalar> mean, squares;
    std::size_t count;
};

/// The moments of the whole batch from those of its slices, joined in pairs at distance 4, 2 and 1.
/// at(slice) points to a slice's means; its squares lie `channels` behind.
template <class Scalar, class At>
Moments<Scalar> join_slices(At&& at, std::size_t channels, int lanes, const std::size_t* examples,
                            std::size_t slices, std::size_t pixels) {
    Moments<Scalar> group[max_slices];
    for (std::size_t s = 0; s < slices; ++s)
        group[s] = {simd::load_some(at(s), lanes), simd::load_some(at(s) + channels, lanes),
                    examples[s] * pixels};
    for (std::size_t distance = slices / 2; distance != 0; distance /= 2) {
        for (std::size_t s = 0; s < distance; ++s) {
            Moments<Scalar>&a = group[s], &b = group[s + distance];
            if (b.count == 0) continue;
            const auto share =
                static_cast<Scalar>(b.count) / static_cast<Scalar>(a.count + b.count);
            join_moments(a.mean, a.squares, b.mean, b.squares, simd::broadcast(share),
                         simd::broadcast(static_cast<Scalar>(a.count)));
            a.count += b.count;
        }
    }
    return group[0];
}

/// y = f(x scale[c] + shift[c])
template <Map in, Map out, class Activation, class Scalar>
INLAY_NOINLINE void scale_and_shift(const Scalar* x, const Scalar* scale, const Scalar* shift,
                                    Scalar* y, std::size_t count) {
    for (std::size_t n = 0; n < count; ++n, x += in.size(), y += out.size()) {
        simd::for_each_pack<Scalar>(
            in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                const auto factor = simd::load_some(scale + c, lanes);
                const auto addend = simd::load_some(shift + c, lanes);
                for (std::size_t p = 0; p < in.height(); ++p) {
                    const Scalar* from = x + in.origin() + p * in.pitch() + c;
                    Scalar* to = y + out.origin() + p * out.pitch() + c;
                    for (std::size_t q = 0; q < in.width(); ++q) {
                        const auto value = simd::fma(
                            simd::load_some(from + q * in.channels(), lanes), factor, addend);
                        simd::store_some(to + q * in.channels(), Activation::value(value), lanes);
                    }
                }
            });
    }
}

/// dshift[c] += sum dy      dscale[c] += sum dy (x - mean[c]) rstd[c]      over `count` examples;
/// a chain a channel within an example, then added
template <Map in, Map out, class Scalar>
INLAY_NOINLINE void collect_normalized_gradient(const Scalar* x, const Scalar* dy,
                                                const Scalar* mean, const Scalar* rstd,
                                                Scalar* dscale, Scalar* dshift, std::size_t count) {
    for (std::size_t n = 0; n < count; ++n, x += in.size(), dy += out.size()) {
        simd::for_each_pack<Scalar>(in.channels(), [&](std::size_t c,
                                                       int lanes) INLAY_INLINE_LAMBDA {
            const auto center = simd::load_some(mean + c, lanes);
            auto sum = simd::zero<Scalar>(), product = simd::zero<Scalar>();
            for (std::size_t p = 0; p < in.height(); ++p) {
                const Scalar* from = x + in.origin() + p * in.pitch() + c;
                const Scalar* gradient = dy + out.origin() + p * out.pitch() + c;
                for (std::size_t q = 0; q < in.width(); ++q) {
                    const auto g = simd::load_some(gradient + q * in.channels(), lanes);
                    const auto d =
                        simd::sub(simd::load_some(from + q * in.channels(), lanes), center);
                    sum = simd::add(sum, g);
                    product = simd::fma(g, d, product);
                }
            }
            product = simd::mul(product, simd::load_some(rstd + c, lanes));
            simd::store_some(dshift + c, simd::add(simd::load_some(dshift + c, lanes), sum), lanes);
            simd::store_some(dscale + c, simd::add(simd::load_some(dscale + c, lanes), product),
                             lanes);
        });
    }
}

/// dx (+)= a[c] dy + b[c] (x - mean[c]) + k[c]: the gradient through a normalization and its
/// statistics is linear in dy and x
template <Map in, Map out, bool accumulate, class Scalar>
INLAY_NOINLINE void normalized_gradient(const Scalar* x, const Scalar* dy, const Scalar* mean,
                                        const Scalar* a, const Scalar* b, const Scalar* k,
                                        Scalar* dx, std::size_t count) {
    for (std::size_t n = 0; n < count; ++n, x += in.size(), dx += in.size(), dy += out.size()) {
        simd::for_each_pack<Scalar>(in.channels(), [&](std::size_t c,
                                                       int lanes) INLAY_INLINE_LAMBDA {
            const auto center = simd::load_some(mean + c, lanes);
            const auto of_dy = simd::load_some(a + c, lanes), of_x = simd::load_some(b + c, lanes);
            const auto constant = simd::load_some(k + c, lanes);
            for (std::size_t p = 0; p < in.height(); ++p) {
                const std::size_t row = in.origin() + p * in.pitch() + c;
                const Scalar* gradient = dy + out.origin() + p * out.pitch() + c;
                for (std::size_t q = 0; q < in.width(); ++q) {
                    const std::size_t at = row + q * in.channels();
                    const auto d = simd::sub(simd::load_some(x + at, lanes), center);
                    const auto g = simd::load_some(gradient + q * in.channels(), lanes);
                    auto sum = simd::fma(of_x, d, simd::fma(of_dy, g, constant));
                    if constexpr (accumulate) sum = simd::add(simd::load_some(dx + at, lanes), sum);
                    simd::store_some(dx + at, sum, lanes);
                }
            }
        });
    }
}

}  // namespace inlay::inline INLAY_ABI::kernel
