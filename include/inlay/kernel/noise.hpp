// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_NOISE_HPP
#define INLAY_KERNEL_NOISE_HPP
// Random changes of elements, functions of their places that are never stored: what is drawn, for
// whom, and the factor and the term that it makes.

#include <inlay/kernel/map.hpp>
#include <inlay/random/normal_of_word.hpp>
#include <inlay/random/stream.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI::kernel {

/// What a 32-bit random word decides.
enum class Draw {
    drop,   ///< whether an element is dropped
    normal  ///< a standard normal number n
};

/// Whose numbers are drawn.
enum class Drawer { element, channel };

/// What becomes of an element: factor x + term.
struct Change {
    double factor = 1, term = 0;
};

/// A dropped element has the change `other`, of factor 0, one that stays `usual`; by a normal
/// number n the change is usual + n other.
struct Noise {
    double rate = 0;  ///< the share of elements that are dropped
    Change usual, other;
};

/// What the numbers depend on beside the element's own.
struct NoiseKey {
    std::uint64_t seed, step;
    std::uint32_t layer;
    std::size_t first;  ///< the place in the batch of the first example
};

/// The changes of 64 elements.
template <class Scalar>
struct Changes {
    static constexpr std::size_t count = 64;

    Scalar factor[count], term[count];
};

/// Element 16 w + l has word w of the stream's block 16 group + l. `term` is left alone unless it
/// is wanted.
template <Draw draw, bool terms, class Scalar>
INLAY_NOINLINE void draw_changes(const randomness::Stream& stream, std::uint64_t group,
                                 const Noise& noise, Changes<Scalar>& to) {
    const auto factor = static_cast<Scalar>(noise.usual.factor);
    const auto other_factor = static_cast<Scalar>(noise.other.factor);
    [[maybe_unused]] const auto term = static_cast<Scalar>(noise.usual.term);
    [[maybe_unused]] const auto other_term = static_cast<Scalar>(noise.other.term);
    const randomness::Counters16 words = stream.blocks16(group);
    if constexpr (draw == Draw::drop) {
        const auto threshold = static_cast<std::uint32_t>(noise.rate * 4294967296.0);
        for (std::size_t w = 0; w < 4; ++w)
            for (std::size_t l = 0; l < 16; ++l) {
                const bool stays = words.word[w][l] >= threshold;
                to.factor[16 * w + l] = stays ? factor : other_factor;
                if constexpr (terms) to.term[16 * w + l] = stays ? term : other_term;
            }
    } else {
        float n[Changes<Scalar>::count];
        for (std::size_t w = 0; w < 4; ++w)
            for (std::size_t l = 0; l < 16; ++l)
                n[16 * w + l] = randomness::symmetric_unit(words.word[w][l]);
        simd::for_each_pack<float>(
            Changes<Scalar>::count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                simd::store_some(n + k, randomness::normal_of_unit(simd::load_some(n + k, lanes)),
                                 lanes);
            });
        for (std::size_t k = 0; k < Changes<Scalar>::count; ++k) {
            const auto number = static_cast<Scalar>(n[k]);
            to.factor[k] = simd::fma(number, other_factor, factor);
            if constexpr (terms) to.term[k] = simd::fma(number, other_term, term);
        }
    }
}

/// y[k] (+)= factor(k) x[k], plus term(k) where there are terms; an element of factor 0 counts as 0
/// also where it is infinite
///
/// Element k of an example, or each of channel k, is number k % 64 of the changes of group k / 64.
template <Draw draw, Drawer drawer, bool terms, Map in, Map out, bool accumulate, class Scalar>
INLAY_NOINLINE void change(const Scalar* x, Scalar* y, std::size_t count, const Noise& noise,
                           NoiseKey key) {
    constexpr std::size_t rows = in.cells(), group = Changes<Scalar>::count;
    const randomness::Stream stream = randomness::noise_of(key.seed, key.step, key.layer);
    Changes<Scalar> changes;
    std::uint64_t drawn = ~std::uint64_t{0};  // the group that `changes` belong to
    std::size_t row = 0;                      // over all examples
    for_each_row<in, out>(count, [&](std::size_t from, std::size_t to) INLAY_INLINE_LAMBDA {
        const std::uint64_t example = key.first + row / rows;
        const std::size_t start =  // number of the row's first element
            drawer == Drawer::element ? row % rows * in.channels() : 0;
        for (std::size_t c = 0; c < in.channels();) {
            const std::uint64_t wanted = example << 28 | (start + c) / group;
            if (wanted != drawn) {
                drawn = wanted;
                draw_changes<draw, terms>(stream, wanted, noise, changes);
            }
            const std::size_t place = (start + c) % group, left = in.channels() - c;
            const std::size_t some = group - place < left ? group - place : left;
            simd::for_each_pack<Scalar>(some, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                const auto zero = simd::zero<Scalar>();
                const auto factor = simd::load_some(changes.factor + place + k, lanes);
                const auto element = simd::load_some(x + from + c + k, lanes);
                auto value = zero;
                if constexpr (terms) {
                    const auto term = simd::load_some(changes.term + place + k, lanes);
                    value = simd::select(simd::equal(factor, zero), term,
                                         simd::fma(element, factor, term));
                } else {
                    value =
                        simd::select(simd::equal(factor, zero), zero, simd::mul(element, factor));
                }
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

#endif  // INLAY_KERNEL_NOISE_HPP
