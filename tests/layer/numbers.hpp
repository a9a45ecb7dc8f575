// SPDX-License-Identifier: MIT
#pragma once
// The numbers that layers are checked with.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace check {

template <class Scalar>
using Numbers = std::vector<Scalar>;

template <class To, class From>
Numbers<To> convert(const Numbers<From>& from) {
    return {from.begin(), from.end()};
}

/// The nearest number that a float holds, so that both scalars compute from the same one.
inline double as_float(double number) { return static_cast<double>(static_cast<float>(number)); }

/// Pseudo-random numbers of the tests' own (Steele, Lea, Flood 2014: SplitMix64).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }

    std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }

    /// In [-1, 1), and a float.
    double uniform() { return static_cast<double>(next() >> 40) / 8388608.0 - 1; }

    /// Numbers in [-1, 1] of which any 997 neighbours, like zero and any of them, differ by 1e-3 at
    /// least: nearly tied windows and kinks do not occur.
    Numbers<double> spread(std::size_t n) {
        Numbers<double> levels(997);
        for (std::size_t k = 0; k < levels.size(); ++k)
            levels[k] = as_float(2 * static_cast<double>(k) / 997 - 1);
        for (std::size_t k = levels.size(); k > 1; --k) std::swap(levels[k - 1], levels[below(k)]);
        Numbers<double> numbers(n);
        for (std::size_t k = 0; k < n; ++k) numbers[k] = levels[k % levels.size()];
        return numbers;
    }

private:
    std::uint64_t state_;
};

inline double norm(const Numbers<double>& a) {
    return std::sqrt(std::inner_product(a.begin(), a.end(), a.begin(), 0.0));
}

/// The norm of n numbers of the usual size: the sums behind smaller ones have cancelled.
inline double typical_norm(std::size_t n) { return 0.1 * std::sqrt(static_cast<double>(n)); }

}  // namespace check
