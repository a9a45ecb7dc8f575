// SPDX-License-Identifier: MIT
#ifndef INLAY_RANDOM_DISTRIBUTIONS_HPP
#define INLAY_RANDOM_DISTRIBUTIONS_HPP
// Initializers with numbers of their own, Keras 3's; the others are in initializers.hpp.

#include <inlay/random/initializers.hpp>

#include <cstddef>
#include <span>

namespace inlay::INLAY_ABI {

/// Normal, with a deviation (0.05) and a mean (0).
template <Number Stddev = 0.05L, Number Mean = 0>
struct RandomNormal {
    static constexpr InitialMistake mistake(const Shape&) {
        if (Stddev.value >= 0) return {};
        return {"needs a deviation of 0 or more", "write RandomNormal<0.05>"};
    }

    static void fill(std::span<float> out, const Fans&, const randomness::Stream& stream) {
        randomness::fill_normal(out, Stddev.value, Mean.value, stream);
    }
};

/// Normal, with a deviation (0.05) and a mean (0), drawn anew beyond two deviations from the mean:
/// the deviation is the one before that, as in Keras.
template <Number Stddev = 0.05L, Number Mean = 0>
struct TruncatedNormal {
    static constexpr InitialMistake mistake(const Shape&) {
        if (Stddev.value >= 0) return {};
        return {"needs a deviation of 0 or more", "write TruncatedNormal<0.05>"};
    }

    static void fill(std::span<float> out, const Fans&, const randomness::Stream& stream) {
        randomness::fill_cut_normal(out, Stddev.value, Mean.value, stream);
    }
};

/// Uniform from Least (-0.05) to below Bound (0.05), which rounding may reach.
template <Number Least = -0.05L, Number Bound = 0.05L>
struct RandomUniform {
    static constexpr InitialMistake mistake(const Shape&) {
        if (Least.value <= Bound.value) return {};
        return {"needs its smaller bound first", "write RandomUniform<-0.05, 0.05>"};
    }

    static void fill(std::span<float> out, const Fans&, const randomness::Stream& stream) {
        // About the middle, so that bounds of one size give the numbers of -size to size.
        const double half = Bound.value / 2 - Least.value / 2;
        randomness::fill_uniform(out, half, stream, Least.value / 2 + Bound.value / 2);
    }
};

/// What a VarianceScaling divides by: the numbers that make an output, those that an input goes
/// into, or the mean of both.
enum class Fan : unsigned char { in, out, avg };

/// How the numbers of a VarianceScaling are distributed.
enum class Distribution : unsigned char { truncated_normal, untruncated_normal, uniform };

/// A mean of 0 and a variance of Scale / fan: VarianceScaling<2, Fan::out, Distribution::uniform>.
/// A truncated normal has that variance after the cut.
template <Number Scale = 1, Fan fan = Fan::in,
          Distribution distribution = Distribution::truncated_normal>
struct VarianceScaling {
    static constexpr InitialMistake mistake(const Shape&) {
        if (Scale.value > 0) return {};
        return {"needs a scale above 0", "write VarianceScaling<1>"};
    }

    static void fill(std::span<float> out, const Fans& fans, const randomness::Stream& stream) {
        const double count = fan == Fan::in    ? fans.in
                             : fan == Fan::out ? fans.out
                                               : (fans.in + fans.out) / 2;
        const double variance = Scale.value / (count > 1 ? count : 1);
        if constexpr (distribution == Distribution::uniform)
            randomness::fill_uniform(out, simd::registers::root(3 * variance), stream);
        else if constexpr (distribution == Distribution::untruncated_normal)
            randomness::fill_normal(out, simd::registers::root(variance), 0, stream);
        else
            randomness::fill_truncated_normal(out, variance, stream);
    }
};

/// Gain (1) on the diagonal of a matrix, 0 beside it. Other tensors than matrices are refused.
template <Number Gain>
struct IdentityInitializerWith {
    static constexpr InitialMistake mistake(const Shape& shape) {
        if (shape.rank() == 2) return {};
        return {"makes matrices alone", "take Orthogonal or another initializer"};
    }

    static void fill(std::span<float> out, const Fans& fans, const randomness::Stream&) {
        const std::size_t columns = fans.shape.last();
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = i / columns == i % columns ? static_cast<float>(Gain.value) : 0.0f;
    }
};

struct IdentityInitializer : IdentityInitializerWith<1> {};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Distribution;
using INLAY_ABI::Fan;
using INLAY_ABI::IdentityInitializer;
using INLAY_ABI::IdentityInitializerWith;
using INLAY_ABI::RandomNormal;
using INLAY_ABI::RandomUniform;
using INLAY_ABI::TruncatedNormal;
using INLAY_ABI::VarianceScaling;
}  // namespace inlay

#endif  // INLAY_RANDOM_DISTRIBUTIONS_HPP
