// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_SOFTMAX_HPP
#define INLAY_ACTIVATION_SOFTMAX_HPP

#include <inlay/activation/elementwise.hpp>
#include <inlay/kernel/softmax.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// y[k] = exp(x[k]) / sum_j exp(x[j]) over the innermost axis.
struct Softmax {
    static constexpr std::string_view title = "Softmax", name = "softmax";

    template <class Scalar>
    static void row(const Scalar* x, Scalar* y, std::size_t features) {
        kernel::softmax(x, y, features);
    }

    template <class Scalar>
    static void row_gradient(const Scalar* y, const Scalar* dy, Scalar* dx, std::size_t features,
                             bool accumulate) {
        kernel::softmax_gradient(y, dy, dx, features, accumulate);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Softmax;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_SOFTMAX_HPP
