// SPDX-License-Identifier: MIT
#ifndef INLAY_RANDOM_ORTHOGONAL_HPP
#define INLAY_RANDOM_ORTHOGONAL_HPP
// Matrices whose rows, or columns where these are fewer, are orthogonal and of length 1.

#include <inlay/random/initializers.hpp>
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
    fill_normal(out, 1, 0, stream);
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

/// Saxe et al. 2014: orthogonal rows, or columns where these are fewer, of length Gain; the axes of
/// a tensor before its last one count as one.
template <Number Gain>
struct OrthogonalWith {
    static constexpr InitialMistake mistake(const Shape& shape) {
        if (shape.rank() >= 2) return {};
        return {"needs two axes or more", "take RandomNormal or another initializer"};
    }

    static void fill(std::span<float> out, const Fans& fans, const randomness::Stream& stream) {
        const std::size_t columns = fans.shape.last();
        randomness::fill_orthogonal(out, out.size() / columns, columns, stream);
        for (float& value : out)
            value = static_cast<float>(static_cast<double>(value) * Gain.value);
    }
};

/// Saxe et al. 2014: orthogonal rows, or columns where these are fewer, of length 1.
struct Orthogonal : OrthogonalWith<1> {};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Orthogonal;
using INLAY_ABI::OrthogonalWith;
}  // namespace inlay

#endif  // INLAY_RANDOM_ORTHOGONAL_HPP
