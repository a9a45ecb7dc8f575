// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_NORMALIZE_HPP
#define INLAY_KERNEL_NORMALIZE_HPP
// Batch normalization: statistics of each channel over a whole batch, and what follows from them.

#include <inlay/kernel/epilogue.hpp>
#include <inlay/kernel/places.hpp>
#include <inlay/kernel/slices.hpp>
#include <inlay/shape/map.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

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

/// The moments of one channel pack over the pixels of an example: a first mean, then the sums of
/// distances from it and of their squares, which correct both (Chan, Golub, LeVeque 1983). A
/// channel of one value has that value for a mean, to the bit.
template <Map in, class Scalar>
struct ExampleMoments {
    simd::Pack<Scalar> mean, squares;

    INLAY_INLINE ExampleMoments(const Scalar* x, int lanes) {
        constexpr Chains pixels{in.rows(), in.width()};
        const auto value = [&](std::size_t p, std::size_t q) INLAY_INLINE_LAMBDA {
            return simd::load_some(x + in.row(p) + q * in.pixel(), lanes);
        };
        const auto share = simd::broadcast(Scalar{1} / static_cast<Scalar>(in.cells()));
        const auto sum = sum_places<Scalar, pixels>(
            pixels, [&](auto chain, std::size_t p, std::size_t q)
                        INLAY_INLINE_LAMBDA { return simd::add(chain, value(p, q)); });
        const auto first = simd::mul(sum, share);
        const auto add = [&](auto& chains, std::size_t p, std::size_t q) INLAY_INLINE_LAMBDA {
            const auto d = simd::sub(value(p, q), first);
            chains[0] = simd::add(chains[0], d);
            chains[1] = simd::fma(d, d, chains[1]);
        };
        simd::Pack<Scalar> sums[2];
        sum_places<Scalar, pixels>(pixels, sums, add);
        const auto shift = simd::mul(sums[0], share);
        mean = simd::add(first, shift);
        squares = simd::fma(simd::sub(simd::zero<Scalar>(), sums[0]), shift, sums[1]);
        squares = simd::larger(squares, simd::zero<Scalar>());
    }
};

template <class Scalar>
INLAY_NOINLINE void clear(Scalar* to, std::size_t count) {
    for (std::size_t k = 0; k < count; ++k) to[k] = 0;
}

/// mean[c], squares[c]: the mean of x and the sum of (x - mean)^2 over the pixels of `count`
/// examples, joined with those of the `before` examples that they already describe, example by
/// example; what rounding takes from them lies `lost` behind.
template <Map in, class Scalar>
INLAY_NOINLINE void collect_moments(const Scalar* x, Scalar* mean, Scalar* squares,
                                    std::size_t lost, std::size_t before, std::size_t count) {
    constexpr std::size_t pixels = in.cells();
    for (std::size_t n = 0; n < count; ++n, x += in.size()) {
        const bool first = before + n == 0;
        const auto seen = simd::broadcast(static_cast<Scalar>((before + n) * pixels));
        const auto share = simd::broadcast(Scalar{1} / static_cast<Scalar>(before + n + 1));
        simd::for_each_pack<Scalar>(
            in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                const ExampleMoments<in, Scalar> example(x + c, lanes);
                if (first) {
                    simd::store_some(mean + c, example.mean, lanes);
                    simd::store_some(squares + c, example.squares, lanes);
                    return;
                }
                auto mean_lost = simd::load_some(mean + lost + c, lanes);
                auto squares_lost = simd::load_some(squares + lost + c, lanes);
                auto mean_so_far = simd::load_some(mean + c, lanes);
                auto squares_so_far = simd::load_some(squares + c, lanes);
                const auto d = simd::sub(simd::sub(example.mean, mean_so_far), mean_lost);
                add_exactly(mean_so_far, mean_lost, simd::mul(d, share));
                const auto apart = simd::mul(simd::mul(simd::mul(d, d), seen), share);
                add_exactly(squares_so_far, squares_lost, simd::add(example.squares, apart));
                simd::store_some(mean + c, mean_so_far, lanes);
                simd::store_some(squares + c, squares_so_far, lanes);
                simd::store_some(mean + lost + c, mean_lost, lanes);
                simd::store_some(squares + lost + c, squares_lost, lanes);
            });
    }
}

/// The number of values in a group, their mean, and the sum of their squared distances from it.
template <class Scalar>
struct Moments {
    simd::Pack<Scalar> mean, squares;
    std::size_t count;
};

/// A sum of a slice and what rounding took from it, two rows of channels behind.
template <class Scalar>
INLAY_INLINE simd::Pack<Scalar> with_lost(const Scalar* at, std::size_t channels, int lanes) {
    return simd::add(simd::load_some(at, lanes), simd::load_some(at + 2 * channels, lanes));
}

/// The moments of the whole batch from those of its slices, joined in pairs.
/// at(slice) points to a slice's means; its squares lie `channels` behind, and two rows of what
/// rounding took from both behind these.
template <class Scalar, class At>
Moments<Scalar> join_slices(At&& at, std::size_t channels, int lanes, const std::size_t* examples,
                            std::size_t slices, std::size_t pixels) {
    Moments<Scalar> group[max_slices];
    for (std::size_t s = 0; s < slices; ++s)
        group[s] = {with_lost(at(s), channels, lanes), with_lost(at(s) + channels, channels, lanes),
                    examples[s] * pixels};
    join_in_pairs(slices, [&](std::size_t into, std::size_t from) INLAY_INLINE_LAMBDA {
        Moments<Scalar>&a = group[into], &b = group[from];
        if (b.count == 0) return;
        if (a.count == 0) {
            a = b;
            return;
        }
        const auto share = static_cast<Scalar>(b.count) / static_cast<Scalar>(a.count + b.count);
        join_moments(a.mean, a.squares, b.mean, b.squares, simd::broadcast(share),
                     simd::broadcast(static_cast<Scalar>(a.count)));
        a.count += b.count;
    });
    return group[0];
}

/// y = f((x - mean[c]) scale[c] + shift[c])      for `count` examples from number `first` on
template <Map in, Map out, class Epilogue, class Scalar>
INLAY_NOINLINE void normalize(const Scalar* x, const Scalar* mean, const Scalar* scale,
                              const Scalar* shift, Scalar* y, std::size_t first, std::size_t count,
                              Epilogue epilogue) {
    for (std::size_t n = first; n < first + count; ++n, x += in.size(), y += out.size()) {
        simd::for_each_pack<Scalar>(in.channels(), [&](std::size_t c,
                                                       int lanes) INLAY_INLINE_LAMBDA {
            const auto center = simd::load_some(mean + c, lanes);
            const auto factor = simd::load_some(scale + c, lanes);
            const auto addend = simd::load_some(shift + c, lanes);
            for (std::size_t p = 0; p < in.rows(); ++p) {
                const Scalar* from = x + in.row(p) + c;
                Scalar* to = y + out.row(p) + c;
                for (std::size_t q = 0; q < in.width(); ++q) {
                    const auto d = simd::sub(simd::load_some(from + q * in.pixel(), lanes), center);
                    const auto value = simd::fma(d, factor, addend);
                    const Place place{n, p, q, c, lanes};
                    simd::store_some(to + q * out.pixel(), epilogue(value, place), lanes);
                }
            }
        });
    }
}

/// dshift[c] += sum dy      dscale[c] += sum dy (x - mean[c]) rstd[c]      over `count` examples,
/// each by itself; what rounding takes from the sums lies `lost` behind
template <Map in, Map out, class Scalar>
INLAY_NOINLINE void collect_normalized_gradient(const Scalar* x, const Scalar* dy,
                                                const Scalar* mean, const Scalar* rstd,
                                                Scalar* dscale, Scalar* dshift, std::size_t lost,
                                                std::size_t count) {
    constexpr Chains pixels{in.rows(), in.width()};
    for (std::size_t n = 0; n < count; ++n, x += in.size(), dy += out.size()) {
        simd::for_each_pack<Scalar>(in.channels(), [&](std::size_t c,
                                                       int lanes) INLAY_INLINE_LAMBDA {
            const auto center = simd::load_some(mean + c, lanes);
            const auto add = [&](auto& chains, std::size_t p, std::size_t q) INLAY_INLINE_LAMBDA {
                const auto g = simd::load_some(dy + out.row(p) + q * out.pixel() + c, lanes);
                const auto d =
                    simd::sub(simd::load_some(x + in.row(p) + q * in.pixel() + c, lanes), center);
                chains[0] = simd::add(chains[0], g);
                chains[1] = simd::fma(g, d, chains[1]);
            };
            simd::Pack<Scalar> sums[2];
            sum_places<Scalar, pixels>(pixels, sums, add);
            sums[1] = simd::mul(sums[1], simd::load_some(rstd + c, lanes));
            Scalar* const rows[2] = {dshift + c, dscale + c};
            simd::unroll<2>([&](auto k) INLAY_INLINE_LAMBDA {
                auto sum = simd::load_some(rows[k], lanes);
                auto rest = simd::load_some(rows[k] + lost, lanes);
                add_exactly(sum, rest, sums[k]);
                simd::store_some(rows[k], sum, lanes);
                simd::store_some(rows[k] + lost, rest, lanes);
            });
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
            for (std::size_t p = 0; p < in.rows(); ++p) {
                const std::size_t row = in.row(p) + c;
                const Scalar* gradient = dy + out.row(p) + c;
                for (std::size_t q = 0; q < in.width(); ++q) {
                    const std::size_t at = row + q * in.pixel();
                    const auto d = simd::sub(simd::load_some(x + at, lanes), center);
                    const auto g = simd::load_some(gradient + q * out.pixel(), lanes);
                    auto sum = simd::fma(of_x, d, simd::fma(of_dy, g, constant));
                    if constexpr (accumulate) sum = simd::add(simd::load_some(dx + at, lanes), sum);
                    simd::store_some(dx + at, sum, lanes);
                }
            }
        });
    }
}

/// dx (+)= scale[c] dy: the gradient through a normalization by fixed numbers
template <Map in, Map out, bool accumulate, class Scalar>
INLAY_NOINLINE void scaled_gradient(const Scalar* dy, const Scalar* scale, Scalar* dx,
                                    std::size_t count) {
    for (std::size_t n = 0; n < count; ++n, dx += in.size(), dy += out.size()) {
        simd::for_each_pack<Scalar>(
            in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                const auto factor = simd::load_some(scale + c, lanes);
                for (std::size_t p = 0; p < in.rows(); ++p) {
                    Scalar* const to = dx + in.row(p) + c;
                    const Scalar* const from = dy + out.row(p) + c;
                    for (std::size_t q = 0; q < in.width(); ++q) {
                        const auto g = simd::load_some(from + q * out.pixel(), lanes);
                        Scalar* const at = to + q * in.pixel();
                        if constexpr (accumulate)
                            simd::store_some(at, simd::fma(g, factor, simd::load_some(at, lanes)),
                                             lanes);
                        else
                            simd::store_some(at, simd::mul(g, factor), lanes);
                    }
                }
            });
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_NORMALIZE_HPP
