// SPDX-License-Identifier: MIT
#ifndef INLAY_RANDOM_ORTHOGONAL_HPP
#define INLAY_RANDOM_ORTHOGONAL_HPP
// Matrices whose rows, or columns where these are fewer, are orthogonal and of length 1.

#include <inlay/random/normal.hpp>
#include <inlay/random/stream.hpp>

#include <cstddef>
#include <span>

namespace inlay::INLAY_ABI::randomness {

/// The vectors of a matrix that are to be orthogonal.
struct Vectors {
    float* at;
    std::size_t count, length;  ///< how many, and of how many numbers
    std::size_t apart, step;    ///< from one to the next, and from number to number

    float& operator()(std::size_t k, std::size_t i) const { return at[k * apart + i * step]; }

    /// The sum of products of two of them: four chains, added in pairs.
    double dot(std::size_t a, std::size_t b) const {
        const float *x = at + a * apart, *y = at + b * apart;
        Strict sum[4]{};
        const auto add = [&](std::size_t chain) {
            sum[chain] =
                sum[chain] + Strict{static_cast<double>(*x)} * Strict{static_cast<double>(*y)};
            x += step;
            y += step;
        };
        std::size_t i = 0;
        for (; i + 4 <= length; i += 4) add(0), add(1), add(2), add(3);
        for (; i < length; ++i) add(i % 4);
        return ((sum[0] + sum[2]) + (sum[1] + sum[3])).value;
    }

    /// v_a = v_a - factor v_b
    void subtract(std::size_t a, double factor, std::size_t b) const {
        for (std::size_t i = 0; i < length; ++i) {
            const Strict share = Strict{factor} * Strict{static_cast<double>((*this)(b, i))};
            (*this)(a, i) =
                static_cast<float>((Strict{static_cast<double>((*this)(a, i))} - share).value);
        }
    }
};

/// Gram and Schmidt on normal numbers, twice for each vector, since once loses digits of the last
/// vectors of a square. All orthogonal matrices are equally likely, as by Keras's QR with its signs
/// made positive.
inline void fill_orthogonal(std::span<float> out, std::size_t rows, std::size_t columns,
                            const Stream& stream) {
    for (std::size_t i = 0; i < out.size(); ++i) {
        const Counter words = stream.block(i / 2);
        const std::size_t pair = i % 2 * 2;
        out[i] = static_cast<float>(standard_normal(words.word[pair], words.word[pair + 1]));
    }
    const Vectors v = rows <= columns ? Vectors{out.data(), rows, columns, columns, 1}
                                      : Vectors{out.data(), columns, rows, 1, columns};
    for (std::size_t k = 0; k < v.count; ++k) {
        for (std::size_t earlier = 0; earlier < 2 * k; ++earlier)
            v.subtract(k, v.dot(k, earlier % k), earlier % k);
        const double length = simd::registers::root(v.dot(k, k));
        for (std::size_t i = 0; i < v.length; ++i)
            v(k, i) = static_cast<float>(static_cast<double>(v(k, i)) / length);
    }
}

}  // namespace inlay::INLAY_ABI::randomness

namespace inlay::INLAY_ABI {

/// Saxe et al. 2014: a matrix [fan_in][fan_out] with orthogonal rows, or columns, of length 1.
struct Orthogonal {
    static void fill(std::span<float> out, double fan_in, double fan_out,
                     const randomness::Stream& stream) {
        randomness::fill_orthogonal(out, static_cast<std::size_t>(fan_in),
                                    static_cast<std::size_t>(fan_out), stream);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Orthogonal;
}  // namespace inlay

#endif  // INLAY_RANDOM_ORTHOGONAL_HPP
