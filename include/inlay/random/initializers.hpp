// SPDX-License-Identifier: MIT
#ifndef INLAY_RANDOM_INITIALIZERS_HPP
#define INLAY_RANDOM_INITIALIZERS_HPP
// How weights start: Keras 3's formulas (keras/src/initializers/random_initializers.py), with the
// same bits on every machine. Element i depends on nothing but the stream and i.

#include <inlay/config.hpp>
#include <inlay/random/normal.hpp>
#include <inlay/random/stream.hpp>
#include <inlay/random/uniform.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace inlay::INLAY_ABI::randomness {

/// Uniform in [-limit, limit): multiples of 2^-23 limit.
inline void fill_uniform(std::span<float> out, double limit, const Stream& stream) {
    Counter words{};
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (i % 4 == 0) words = stream.block(i / 4);
        const double unit = 2.0 * static_cast<double>(uniform_unit(words.word[i % 4])) - 1.0;
        out[i] = static_cast<float>(unit * limit);
    }
}

/// Normal with this variance, cut at two standard deviations of the distribution before the cut.
inline void fill_truncated_normal(std::span<float> out, double variance, const Stream& stream) {
    // The standard deviation of a standard normal number cut at -2 and 2, as Keras divides by it.
    constexpr auto cut_deviation = std::bit_cast<double>(std::uint64_t{0x3fec25e4b6dba981});
    const double deviation = simd::registers::root(variance) / cut_deviation;
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<float>(truncated_normal(stream, i) * deviation);
}

}  // namespace inlay::INLAY_ABI::randomness

namespace inlay::INLAY_ABI {

/// Glorot and Bengio 2010: uniform within sqrt(6 / (fan_in + fan_out)).
struct GlorotUniform {
    static void fill(std::span<float> out, double fan_in, double fan_out,
                     const randomness::Stream& stream) {
        randomness::fill_uniform(out, simd::registers::root(6 / (fan_in + fan_out)), stream);
    }
};

/// Glorot and Bengio 2010: truncated normal of variance 2 / (fan_in + fan_out).
struct GlorotNormal {
    static void fill(std::span<float> out, double fan_in, double fan_out,
                     const randomness::Stream& stream) {
        randomness::fill_truncated_normal(out, 2 / (fan_in + fan_out), stream);
    }
};

/// He et al. 2015: uniform within sqrt(6 / fan_in).
struct HeUniform {
    static void fill(std::span<float> out, double fan_in, double,
                     const randomness::Stream& stream) {
        randomness::fill_uniform(out, simd::registers::root(6 / fan_in), stream);
    }
};

/// He et al. 2015: truncated normal of variance 2 / fan_in.
struct HeNormal {
    static void fill(std::span<float> out, double fan_in, double,
                     const randomness::Stream& stream) {
        randomness::fill_truncated_normal(out, 2 / fan_in, stream);
    }
};

struct Zeros {
    static void fill(std::span<float> out, double, double, const randomness::Stream&) {
        for (float& value : out) value = 0.0f;
    }
};

struct Ones {
    static void fill(std::span<float> out, double, double, const randomness::Stream&) {
        for (float& value : out) value = 1.0f;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::GlorotNormal;
using INLAY_ABI::GlorotUniform;
using INLAY_ABI::HeNormal;
using INLAY_ABI::HeUniform;
using INLAY_ABI::Ones;
using INLAY_ABI::Zeros;
}  // namespace inlay

#endif  // INLAY_RANDOM_INITIALIZERS_HPP
