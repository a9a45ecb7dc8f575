// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_DIVERGENCE_HPP
#define INLAY_TRAIN_DIVERGENCE_HPP
// Losses of distributions and counts. Targets have the shape of the output. Each is a metric too.

#include <inlay/kernel/scalar.hpp>
#include <inlay/train/elementwise_loss.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// sum_k t_k log(t_k / y_k) of probabilities that are clipped to [1e-7, 1].
struct KLDivergence {
    static constexpr std::string_view name = "kl_divergence";
    static constexpr bool sparse = false;
    using Logits = void;

    /// dy_k = -t_k / y_k
    template <bool, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        double total = 0;
        for (std::size_t k = 0; k < y.features; ++k) {
            const Scalar t = clipped(target.row[k]), p = clipped(y.output[k]);
            total += simd::mul(static_cast<double>(t),
                               static_cast<double>(kernel::log(t) - kernel::log(p)));
            if (gradient) gradient[k] = p == y.output[k] ? simd::mul(-t / p, scale) : Scalar{0};
        }
        return static_cast<Scalar>(total);
    }

private:
    template <class Scalar>
    static Scalar clipped(Scalar p) {
        const auto least = static_cast<Scalar>(probability_margin);
        return p < least ? least : p > 1 ? Scalar{1} : p;
    }
};

/// mean_k (y_k - t_k log(y_k + 1e-7)), for counts t_k of which y_k are expected.
struct Poisson {
    static constexpr std::string_view name = "poisson";
    static constexpr bool sparse = false;
    using Logits = void;

    /// dy_k = 1 - t_k / (y_k + 1e-7)
    template <bool, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        return loss::mean_of(y, target, scale, gradient, [](Scalar t, Scalar p) {
            const Scalar above = p + static_cast<Scalar>(probability_margin);
            return loss::Point<Scalar>{p - simd::mul(t, kernel::log(above)), 1 - t / above};
        });
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::KLDivergence;
using INLAY_ABI::Poisson;
}  // namespace inlay

#endif  // INLAY_TRAIN_DIVERGENCE_HPP
