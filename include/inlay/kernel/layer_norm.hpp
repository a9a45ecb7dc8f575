// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_LAYER_NORM_HPP
#define INLAY_KERNEL_LAYER_NORM_HPP
// Normalization of the channels of each cell by themselves.

#include <inlay/kernel/epilogue.hpp>
#include <inlay/kernel/places.hpp>
#include <inlay/shape/map.hpp>
#include <inlay/simd/lanes.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// The sum of term(c, lanes) over the channels, in the sixteen lanes of simd/lanes.hpp; blocks of
/// them, as many as places.hpp has in a chain for each lane, are joined in pairs.
template <std::size_t channels, class Scalar, class Term>
INLAY_INLINE Scalar sum_channels(Term&& term) {
    constexpr std::size_t block = 16 * chain_length;
    PairwiseSums<Scalar, divided_up(channels, block)> joined;
    for (std::size_t first = 0; first < channels; first += block) {
        const std::size_t some = channels - first < block ? channels - first : block;
        const Scalar sum = simd::sum_terms<Scalar>(
            some,
            [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA { return term(first + c, lanes); });
        joined.take(0, simd::broadcast<Scalar>(sum));
        joined.next();
    }
    return simd::first(joined.total(0));
}

/// mean = sum x / channels      rstd = 1 / sqrt(sum (x - mean)^2 / channels + epsilon)
///
/// y[c] = f((x[c] - mean) rstd gamma[c] + beta[c])
///
/// for each cell; gamma and beta may be null. Where nothing centers the cell, its mean counts as 0.
/// kept[cell] = rstd, mean where it centers, if there is room.
template <Map in, Map out, bool centers, class Epilogue, class Scalar>
INLAY_NOINLINE void layer_norm(const Scalar* x, const Scalar* gamma, const Scalar* beta, Scalar* y,
                               Scalar* kept, Scalar epsilon, std::size_t count, Epilogue epilogue) {
    constexpr std::size_t channels = in.channels();
    constexpr auto share = Scalar{1} / static_cast<Scalar>(channels);
    for (std::size_t n = 0; n < count; ++n)
        for (std::size_t p = 0; p < in.rows(); ++p)
            for (std::size_t q = 0; q < in.width(); ++q) {
                const Scalar* const from = x + n * in.size() + in.row(p) + q * in.pixel();
                Scalar* const to = y + n * out.size() + out.row(p) + q * out.pixel();
                const auto value = [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                    return simd::load_some(from + c, lanes);
                };
                auto mean = simd::zero<Scalar>();
                if constexpr (centers)
                    mean = simd::broadcast(sum_channels<channels, Scalar>(value) * share);
                const Scalar squares = sum_channels<channels, Scalar>(
                    [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                        const auto d = simd::sub(value(c, lanes), mean);
                        return simd::mul(d, d);
                    });
                const auto variance = simd::broadcast(squares * share + epsilon);
                const auto rstd =
                    simd::div(simd::broadcast(Scalar{1}), simd::square_root(variance));
                if (kept) {
                    *kept++ = simd::first(rstd);
                    if constexpr (centers) *kept++ = simd::first(mean);
                }
                simd::for_each_pack<Scalar>(
                    channels, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                        auto scaled = simd::mul(simd::sub(value(c, lanes), mean), rstd);
                        if (gamma) scaled = simd::mul(scaled, simd::load_some(gamma + c, lanes));
                        if (beta) scaled = simd::add(scaled, simd::load_some(beta + c, lanes));
                        simd::store_some(to + c, epilogue(scaled, Place{n, p, q, c, lanes}), lanes);
                    });
            }
}

/// g = gamma dy      x^ = (x - mean) rstd      means over the channels of a cell
///
/// dx[c] (+)= rstd (g[c] - mean g - x^[c] mean(g x^))      without mean g where nothing centers
template <Map in, Map out, bool centers, bool accumulate, class Scalar>
INLAY_NOINLINE void layer_norm_input_gradient(const Scalar* x, const Scalar* dy,
                                              const Scalar* gamma, const Scalar* kept, Scalar* dx,
                                              std::size_t count) {
    constexpr std::size_t channels = in.channels();
    constexpr auto share = Scalar{1} / static_cast<Scalar>(channels);
    for (std::size_t n = 0; n < count; ++n)
        for (std::size_t p = 0; p < in.rows(); ++p)
            for (std::size_t q = 0; q < in.width(); ++q, kept += centers ? 2 : 1) {
                const std::size_t at = n * in.size() + in.row(p) + q * in.pixel();
                const Scalar* const from = x + at;
                const Scalar* const above = dy + n * out.size() + out.row(p) + q * out.pixel();
                const auto rstd = simd::broadcast(kept[0]);
                const auto mean = centers ? simd::broadcast(kept[1]) : simd::zero<Scalar>();
                const auto g = [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                    const auto down = simd::load_some(above + c, lanes);
                    return gamma ? simd::mul(down, simd::load_some(gamma + c, lanes)) : down;
                };
                const auto normal = [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                    return simd::mul(simd::sub(simd::load_some(from + c, lanes), mean), rstd);
                };
                auto of_g = simd::zero<Scalar>();
                if constexpr (centers)
                    of_g = simd::broadcast(sum_channels<channels, Scalar>(g) * share);
                const auto of_x =
                    simd::broadcast(share * sum_channels<channels, Scalar>(
                                                [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                                                    return simd::mul(g(c, lanes), normal(c, lanes));
                                                }));
                simd::for_each_pack<Scalar>(
                    channels, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                        const auto pull = simd::mul(normal(c, lanes), of_x);
                        auto term = simd::mul(rstd, simd::sub(simd::sub(g(c, lanes), of_g), pull));
                        if constexpr (accumulate)
                            term = simd::add(simd::load_some(dx + at + c, lanes), term);
                        simd::store_some(dx + at + c, term, lanes);
                    });
            }
}

/// dgamma[c] += sum dy x^      dbeta[c] += sum dy      over the cells of an example, then added;
/// either may be null
template <Map in, Map out, bool centers, class Scalar>
INLAY_NOINLINE void layer_norm_weight_gradient(const Scalar* x, const Scalar* dy,
                                               const Scalar* kept, Scalar* dgamma, Scalar* dbeta,
                                               std::size_t count) {
    constexpr Chains cells{in.rows(), in.width()};
    constexpr std::size_t numbers = centers ? 2 : 1;
    for (std::size_t n = 0; n < count; ++n, x += in.size(), dy += out.size()) {
        simd::for_each_pack<Scalar>(in.channels(), [&](std::size_t c,
                                                       int lanes) INLAY_INLINE_LAMBDA {
            simd::Pack<Scalar> sums[2];
            sum_places<Scalar, cells>(
                cells, sums, [&](auto& chains, std::size_t p, std::size_t q) INLAY_INLINE_LAMBDA {
                    const Scalar* const of_cell = kept + numbers * (p * in.width() + q);
                    auto d = simd::load_some(x + in.row(p) + q * in.pixel() + c, lanes);
                    if constexpr (centers) d = simd::sub(d, simd::broadcast(of_cell[1]));
                    const auto normal = simd::mul(d, simd::broadcast(of_cell[0]));
                    const auto down = simd::load_some(dy + out.row(p) + q * out.pixel() + c, lanes);
                    chains[0] = simd::fma(down, normal, chains[0]);
                    chains[1] = simd::add(chains[1], down);
                });
            Scalar* const to[2] = {dgamma, dbeta};
            for (int k = 0; k < 2; ++k)
                if (to[k])
                    simd::store_some(to[k] + c,
                                     simd::add(simd::load_some(to[k] + c, lanes), sums[k]), lanes);
        });
        kept += numbers * in.cells();
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_LAYER_NORM_HPP
