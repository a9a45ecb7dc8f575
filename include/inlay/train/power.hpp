// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_POWER_HPP
#define INLAY_TRAIN_POWER_HPP

#include <inlay/simd/pack.hpp>

#include <cstdint>

namespace inlay::INLAY_ABI {

/// x^n by squaring: the same bits everywhere, unlike pow.
inline double power(double x, std::uint64_t n) {
    double result = 1;
    for (; n != 0; n /= 2, x = simd::mul(x, x))
        if (n % 2 != 0) result = simd::mul(result, x);
    return result;
}

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_POWER_HPP
