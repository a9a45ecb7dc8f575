// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_LOG_SOFTMAX_HPP
#define INLAY_ACTIVATION_LOG_SOFTMAX_HPP

#include <inlay/activation/elementwise.hpp>
#include <inlay/kernel/softmax.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// y[k] = x[k] - ln(sum_j exp(x[j])) over the innermost axis.
struct LogSoftmax {
    static constexpr std::string_view title = "LogSoftmax", name = "log_softmax";

    template <class Scalar>
    static void row(const Scalar* x, Scalar* y, std::size_t features) {
        kernel::log_softmax(x, y, features);
    }

    template <class Scalar>
    static void row_gradient(const Scalar* y, const Scalar* dy, Scalar* dx, std::size_t features,
                             bool accumulate) {
        kernel::log_softmax_gradient(y, dy, dx, features, accumulate);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::LogSoftmax;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_LOG_SOFTMAX_HPP
