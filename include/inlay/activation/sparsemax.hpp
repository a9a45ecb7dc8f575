// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_SPARSEMAX_HPP
#define INLAY_ACTIVATION_SPARSEMAX_HPP

#include <inlay/activation/elementwise.hpp>
#include <inlay/kernel/sparsemax.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// y[k] = max(x[k] - t, 0) over the innermost axis, with the t that makes the sum of y 1:
/// probabilities of which many are 0 (Martins and Astudillo 2016).
struct Sparsemax {
    static constexpr std::string_view title = "Sparsemax", name = "sparsemax";

    template <class Scalar>
    static void row(const Scalar* x, Scalar* y, std::size_t features) {
        kernel::sparsemax(x, y, features);
    }

    template <class Scalar>
    static void row_gradient(const Scalar* y, const Scalar* dy, Scalar* dx, std::size_t features,
                             bool accumulate) {
        kernel::sparsemax_gradient(y, dy, dx, features, accumulate);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Sparsemax;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_SPARSEMAX_HPP
