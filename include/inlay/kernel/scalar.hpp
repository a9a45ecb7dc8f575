// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_SCALAR_HPP
#define INLAY_KERNEL_SCALAR_HPP
// Functions of single numbers, by the same formulas as those of packs.

#include <inlay/simd/math.hpp>

namespace inlay::INLAY_ABI::kernel {

/// The natural logarithm.
template <class Scalar>
Scalar log(Scalar x) {
    return simd::first(simd::log(simd::broadcast(x)));
}

/// 1 / (1 + exp(-x)).
template <class Scalar>
Scalar sigmoid(Scalar x) {
    return simd::first(simd::sigmoid(simd::broadcast(x)));
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_SCALAR_HPP
