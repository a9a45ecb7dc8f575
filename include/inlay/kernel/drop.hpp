// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_DROP_HPP
#define INLAY_KERNEL_DROP_HPP
// Dropout: a random mask that is a function of its place and is never stored.

#include <inlay/kernel/map.hpp>
#include <inlay/random/stream.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI::kernel {

/// What a mask depends on beside the element's number.
struct DropKey {
    std::uint64_t seed, step;
    std::uint32_t layer;
    std::size_t first;  ///< the place in the batch of the first example
};

/// y[k] (+)= kept(k) x[k] / (1 - rate), where kept(k) is a 32-bit random number >= rate 2^32
///
/// Element k of an example has word k % 64 / 16 of the stream's block k / 64 * 16 + k % 16.
template <Map in, Map out, bool accumulate, class Scalar>
INLAY_NOINLINE void drop(const Scalar* x, Scalar* y, std::size_t count, double rate, DropKey key) {
    constexpr std::size_t rows = in.cells(), group = 64;
    const randomness::Stream stream(key.seed, randomness::Purpose::dropout,
                                    key.step << 16 | key.layer);
    const auto threshold = static_cast<std::uint32_t>(rate * 4294967296.0);
    const auto scale = static_cast<Scalar>(1 / (1 - rate));
    Scalar factors[group];
    std::uint64_t drawn = ~std::uint64_t{0};  // the group that `factors` belongs to
    std::size_t row = 0;                      // over all examples
    for_each_row<in, out>(count, [&](std::size_t from, std::size_t to) INLAY_INLINE_LAMBDA {
        const std::uint64_t example = key.first + row / rows;
        const std::size_t start = row % rows * in.channels();  // number of the row's first element
        for (std::size_t c = 0; c < in.channels();) {
            const std::uint64_t wanted = example << 28 | (start + c) / group;
            if (wanted != drawn) {
                drawn = wanted;
                const randomness::Counters16 words = stream.blocks16(wanted);
                for (std::size_t w = 0; w < 4; ++w)
                    for (std::size_t l = 0; l < 16; ++l)
                        factors[16 * w + l] = words.word[w][l] >= threshold ? scale : Scalar{0};
            }
            const std::size_t place = (start + c) % group, left = in.channels() - c;
            const std::size_t some = group - place < left ? group - place : left;
            simd::for_each_pack<Scalar>(some, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                const auto zero = simd::zero<Scalar>();
                const auto factor = simd::load_some(factors + place + k, lanes);
                const auto scaled = simd::mul(simd::load_some(x + from + c + k, lanes), factor);
                auto value = simd::select(simd::equal(factor, zero), zero, scaled);
                if constexpr (accumulate)
                    value = simd::add(simd::load_some(y + to + c + k, lanes), value);
                simd::store_some(y + to + c + k, value, lanes);
            });
            c += some;
        }
        ++row;
    });
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_DROP_HPP
