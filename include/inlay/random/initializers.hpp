// SPDX-License-Identifier: MIT
#ifndef INLAY_RANDOM_INITIALIZERS_HPP
#define INLAY_RANDOM_INITIALIZERS_HPP
// How weights start: Keras 3's formulas (keras/src/initializers/random_initializers.py), with the
// same bits on every machine. Element i depends on nothing but the stream and i.

#include <inlay/config.hpp>
#include <inlay/random/normal.hpp>
#include <inlay/random/stream.hpp>
#include <inlay/random/uniform.hpp>
#include <inlay/shape/shape.hpp>
#include <inlay/text/number.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace inlay::INLAY_ABI::randomness {

/// Uniform in [-limit, limit) about the middle: multiples of 2^-23 limit from there.
inline void fill_uniform(std::span<float> out, double limit, const Stream& stream,
                         double middle = 0) {
    Counter words{};
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (i % 4 == 0) words = stream.block(i / 4);
        const double unit = 2.0 * static_cast<double>(uniform_unit(words.word[i % 4])) - 1.0;
        out[i] = static_cast<float>((Strict{middle} + Strict{unit} * Strict{limit}).value);
    }
}

/// mean + deviation number(stream, i) for each element i.
template <class Drawn>
void fill_normally(std::span<float> out, double deviation, double mean, const Stream& stream,
                   const Drawn& number) {
    for (std::size_t i = 0; i < out.size(); ++i) {
        const Strict from_mean = Strict{deviation} * Strict{number(stream, i)};
        out[i] = static_cast<float>((Strict{mean} + from_mean).value);
    }
}

/// Normal with this deviation and mean.
inline void fill_normal(std::span<float> out, double deviation, double mean, const Stream& stream) {
    fill_normally(out, deviation, mean, stream, normal);
}

/// Normal with this deviation and mean, cut at two deviations from it.
inline void fill_cut_normal(std::span<float> out, double deviation, double mean,
                            const Stream& stream) {
    fill_normally(out, deviation, mean, stream, truncated_normal);
}

/// Normal with this variance, cut at two standard deviations of the distribution before the cut.
inline void fill_truncated_normal(std::span<float> out, double variance, const Stream& stream) {
    // The standard deviation of a standard normal number cut at -2 and 2, as Keras divides by it.
    constexpr auto cut_deviation = std::bit_cast<double>(std::uint64_t{0x3fec25e4b6dba981});
    fill_cut_normal(out, simd::registers::root(variance) / cut_deviation, 0, stream);
}

}  // namespace inlay::INLAY_ABI::randomness

namespace inlay::INLAY_ABI {

/// What an initializer knows of its tensor: its shape in Keras's layout, and how many numbers each
/// output is made of, and each input goes into.
struct Fans {
    Shape shape;
    double in, out;
};

/// Why a tensor cannot start in the way of an initializer, and what to do; empty where it can.
struct InitialMistake {
    std::string_view needs{}, remedy{};
};

/// Glorot and Bengio 2010: uniform within sqrt(6 / (fan_in + fan_out)).
struct GlorotUniform {
    static void fill(std::span<float> out, const Fans& fans, const randomness::Stream& stream) {
        randomness::fill_uniform(out, simd::registers::root(6 / (fans.in + fans.out)), stream);
    }
};

/// Glorot and Bengio 2010: truncated normal of variance 2 / (fan_in + fan_out).
struct GlorotNormal {
    static void fill(std::span<float> out, const Fans& fans, const randomness::Stream& stream) {
        randomness::fill_truncated_normal(out, 2 / (fans.in + fans.out), stream);
    }
};

/// He et al. 2015: uniform within sqrt(6 / fan_in).
struct HeUniform {
    static void fill(std::span<float> out, const Fans& fans, const randomness::Stream& stream) {
        randomness::fill_uniform(out, simd::registers::root(6 / fans.in), stream);
    }
};

/// He et al. 2015: truncated normal of variance 2 / fan_in.
struct HeNormal {
    static void fill(std::span<float> out, const Fans& fans, const randomness::Stream& stream) {
        randomness::fill_truncated_normal(out, 2 / fans.in, stream);
    }
};

/// LeCun et al. 1998: uniform within sqrt(3 / fan_in).
struct LecunUniform {
    static void fill(std::span<float> out, const Fans& fans, const randomness::Stream& stream) {
        randomness::fill_uniform(out, simd::registers::root(3 / fans.in), stream);
    }
};

/// LeCun et al. 1998: truncated normal of variance 1 / fan_in.
struct LecunNormal {
    static void fill(std::span<float> out, const Fans& fans, const randomness::Stream& stream) {
        randomness::fill_truncated_normal(out, 1 / fans.in, stream);
    }
};

/// The same number everywhere.
template <Number Value>
struct Constant {
    static void fill(std::span<float> out, const Fans&, const randomness::Stream&) {
        for (float& value : out) value = static_cast<float>(Value.value);
    }
};

struct Zeros : Constant<0> {};
struct Ones : Constant<1> {};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Constant;
using INLAY_ABI::Fans;
using INLAY_ABI::GlorotNormal;
using INLAY_ABI::GlorotUniform;
using INLAY_ABI::HeNormal;
using INLAY_ABI::HeUniform;
using INLAY_ABI::InitialMistake;
using INLAY_ABI::LecunNormal;
using INLAY_ABI::LecunUniform;
using INLAY_ABI::Ones;
using INLAY_ABI::Zeros;
}  // namespace inlay

#endif  // INLAY_RANDOM_INITIALIZERS_HPP
