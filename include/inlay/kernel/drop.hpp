// SPDX-License-Identifier: MIT
#pragma once
// Dropout: a random mask that is a function of its place and is never stored.

#include <inlay/kernel/map.hpp>
#include <inlay/random/stream.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::inline INLAY_ABI::kernel {

/// What a mask depends on beside the element's number.
struct DropKey {
    std::uint64_t seed, step;
    std::uint32_t layer;
    std::size_t first;  ///< the place in the batch of the first example
};

/// y[k] (+)= kept(k) x[k] / (1 - rate), where kept(k) is a 32-bit random number >= rate 2^32
template <Map in, Map out, bool accumulate, class Scalar>
INLAY_NOINLINE void drop(const Scalar* x, Scalar* y, std::size_t count, double rate, DropKey key) {
    constexpr std::size_t rows = in.height() * in.width();
    const random::Stream stream(key.seed, random::Purpose::dropout, key.step << 16 | key.layer);
    const auto threshold = static_cast<std::uint32_t>(rate * 4294967296.0);
    const auto scale = static_cast<Scalar>(1 / (1 - rate));
    std::size_t row = 0;  // over all examples
    for_each_row<in, out>(count, [&](std::size_t from, std::size_t to) INLAY_INLINE_LAMBDA {
        const std::uint64_t example = key.first + row / rows;
        const std::size_t start = row % rows * in.channels();  // number of the row's first element
        random::Counter drawn{};
        for (std::size_t c = 0; c < in.channels(); ++c) {
            const std::size_t element = start + c;
            if (c == 0 || element % 4 == 0) drawn = stream.block(example << 32 | element / 4);
            const bool kept = drawn.word[element % 4] >= threshold;
            const Scalar value = kept ? simd::mul(x[from + c], scale) : Scalar{0};
            y[to + c] = accumulate ? y[to + c] + value : value;
        }
        ++row;
    });
}

}  // namespace inlay::inline INLAY_ABI::kernel
