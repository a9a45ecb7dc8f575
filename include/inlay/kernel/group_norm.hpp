// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_GROUP_NORM_HPP
#define INLAY_KERNEL_GROUP_NORM_HPP
// Normalization of groups of channels over the cells of an example: what belongs to a channel is
// that of kernel/normalize.hpp, and here becomes what belongs to its group.

#include <inlay/kernel/normalize.hpp>
#include <inlay/kernel/places.hpp>
#include <inlay/simd/lanes.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// The sum of term(c, lanes) over the channels c of a group.
template <class Scalar, class Term>
INLAY_INLINE Scalar sum_group(std::size_t from, std::size_t channels, Term&& term) {
    return sum_row<Scalar>(channels, [&](std::size_t first, std::size_t some) INLAY_INLINE_LAMBDA {
        return simd::sum_terms<Scalar>(some, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
            return term(from + first + c, lanes);
        });
    });
}

/// a gamma[c], or a without gamma.
template <class Scalar>
INLAY_INLINE simd::Pack<Scalar> times(simd::Pack<Scalar> a, const Scalar* gamma, std::size_t c,
                                      int lanes) {
    return gamma ? simd::mul(a, simd::load_some(gamma + c, lanes)) : a;
}

/// to[c] += terms[c], if there is such a sum.
template <class Scalar>
INLAY_INLINE void add_to(Scalar* to, const Scalar* terms, std::size_t channels) {
    if (!to) return;
    simd::for_each_pack<Scalar>(channels, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
        simd::store_some(
            to + c, simd::add(simd::load_some(to + c, lanes), simd::load_some(terms + c, lanes)),
            lanes);
    });
}

/// The means of channels over `cells` cells, and the sums of squared distances from them, become
/// the mean and the inverse deviation of the group of each channel, n channels in a group:
///
///     mean = sum_c mean[c] / n      squares = sum_c (squares[c] + cells (mean[c] - mean)^2)
///     rstd = 1 / sqrt(squares / (n cells) + epsilon)      scale[c] = rstd gamma[c]
///
/// rstd lies where the squares did; gamma may be null.
template <class Scalar>
INLAY_NOINLINE void join_channels(Scalar* mean, Scalar* squares, const Scalar* gamma, Scalar* scale,
                                  std::size_t channels, std::size_t groups, std::size_t cells,
                                  Scalar epsilon) {
    const std::size_t n = channels / groups;
    const Scalar share = Scalar{1} / static_cast<Scalar>(n);
    const Scalar share_of_cells = Scalar{1} / static_cast<Scalar>(n * cells);
    const auto weight = simd::broadcast(static_cast<Scalar>(cells));
    for (std::size_t from = 0; from < channels; from += n) {
        const Scalar sum =
            sum_group<Scalar>(from, n, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                return simd::load_some(mean + c, lanes);
            });
        const auto center = simd::mul(simd::broadcast(sum), simd::broadcast(share));
        const Scalar total =
            sum_group<Scalar>(from, n, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                const auto d = simd::sub(simd::load_some(mean + c, lanes), center);
                return simd::fma(simd::mul(d, d), weight, simd::load_some(squares + c, lanes));
            });
        const auto variance = simd::mul(simd::broadcast(total), simd::broadcast(share_of_cells));
        const auto with_epsilon = simd::add(variance, simd::broadcast(epsilon));
        const auto rstd = simd::div(simd::broadcast(Scalar{1}), simd::square_root(with_epsilon));
        simd::for_each_pack<Scalar>(n, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            const std::size_t c = from + k;
            simd::store_some(mean + c, center, lanes);
            simd::store_some(squares + c, rstd, lanes);
            simd::store_some(scale + c, times(rstd, gamma, c, lanes), lanes);
        });
    }
}

/// mean[c] and rstd[c] of the group of each channel in one example, and scale[c] = rstd gamma[c].
template <Map in, class Scalar>
INLAY_NOINLINE void group_moments(const Scalar* x, const Scalar* gamma, Scalar* mean, Scalar* rstd,
                                  Scalar* scale, std::size_t groups, Scalar epsilon) {
    simd::for_each_pack<Scalar>(in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
        const ExampleMoments<in, Scalar> channel(x + c, lanes);
        simd::store_some(mean + c, channel.mean, lanes);
        simd::store_some(rstd + c, channel.squares, lanes);
    });
    join_channels(mean, rstd, gamma, scale, in.channels(), groups, in.cells(), epsilon);
}

/// The sums of dy and of dy x^ over the cells are added to dbeta and dgamma, and become `constant`
/// and `of_x` of the gradient
///
///     dx = rstd (gamma dy - m - x^ m^) = of_dy dy + of_x (x - mean) + constant
///
/// where m and m^ are the means of gamma dy and of gamma dy x^ over the group; gamma may be null,
/// dgamma and dbeta too.
template <class Scalar>
INLAY_NOINLINE void join_channel_gradients(const Scalar* gamma, const Scalar* rstd, Scalar* dgamma,
                                           Scalar* dbeta, Scalar* of_dy, Scalar* of_x,
                                           Scalar* constant, std::size_t channels,
                                           std::size_t groups, std::size_t cells) {
    add_to(dgamma, of_x, channels);
    add_to(dbeta, constant, channels);
    const std::size_t n = channels / groups;
    const auto share = simd::broadcast(Scalar{-1} / static_cast<Scalar>(n * cells));
    for (std::size_t from = 0; from < channels; from += n) {
        const auto minus_mean = [&](const Scalar* sums) INLAY_INLINE_LAMBDA {
            const Scalar sum =
                sum_group<Scalar>(from, n, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                    return times(simd::load_some(sums + c, lanes), gamma, c, lanes);
                });
            return simd::mul(simd::broadcast(sum), share);
        };
        const auto r = simd::broadcast(rstd[from]);
        const auto of_group = simd::mul(simd::mul(minus_mean(of_x), r), r);
        const auto addend = simd::mul(minus_mean(constant), r);
        simd::for_each_pack<Scalar>(n, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            const std::size_t c = from + k;
            simd::store_some(of_dy + c, times(r, gamma, c, lanes), lanes);
            simd::store_some(of_x + c, of_group, lanes);
            simd::store_some(constant + c, addend, lanes);
        });
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_GROUP_NORM_HPP
