// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_HINGE_HPP
#define INLAY_TRAIN_HINGE_HPP
// Losses of margins: nothing is lost where a prediction is right and sure enough. Each is a metric
// too.

#include <inlay/simd/pack.hpp>
#include <inlay/train/elementwise_loss.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

namespace loss {

/// 1 - t y, which a hinge loses where it is positive; t is -1 or 1, and 0 counts as -1.
template <class Scalar>
struct Margin {
    Scalar t, missing;

    Margin(Scalar target, Scalar y)
        : t(target == 0 ? Scalar{-1} : target), missing(1 - simd::mul(t, y)) {}

    bool lost() const { return missing > 0; }
};

}  // namespace loss

/// mean_k max(1 - t_k y_k, 0) for targets of -1 and 1, or of 0 and 1, in the shape of the output.
struct Hinge {
    static constexpr std::string_view name = "hinge";
    static constexpr bool sparse = false;
    using Logits = void;

    template <bool, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        return loss::mean_of(y, target, scale, gradient, [](Scalar t, Scalar p) {
            const loss::Margin<Scalar> margin(t, p);
            return margin.lost() ? loss::Point<Scalar>{margin.missing, -margin.t}
                                 : loss::Point<Scalar>{0, 0};
        });
    }
};

/// mean_k max(1 - t_k y_k, 0)^2 for targets of -1 and 1, or of 0 and 1, in the shape of the output.
struct SquaredHinge {
    static constexpr std::string_view name = "squared_hinge";
    static constexpr bool sparse = false;
    using Logits = void;

    template <bool, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        return loss::mean_of(y, target, scale, gradient, [](Scalar t, Scalar p) {
            const loss::Margin<Scalar> margin(t, p);
            return margin.lost() ? loss::Point<Scalar>{simd::mul(margin.missing, margin.missing),
                                                       -2 * simd::mul(margin.missing, margin.t)}
                                 : loss::Point<Scalar>{0, 0};
        });
    }
};

/// max(1 + max_k (1 - t_k) y_k - sum_k t_k y_k, 0) of a row; targets are one-hot.
struct CategoricalHinge {
    static constexpr std::string_view name = "categorical_hinge";
    static constexpr bool sparse = false;
    using Logits = void;

    /// dy_k = [k is the largest wrong one] (1 - t_k) - t_k, where anything is lost
    template <bool, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        const auto wrong = [&](std::size_t k) { return simd::mul(1 - target.row[k], y.output[k]); };
        double right = 0;
        std::size_t most = 0, alike = 1;  // how many share the largest, and its gradient
        for (std::size_t k = 0; k < y.features; ++k) {
            right +=
                simd::mul(static_cast<double>(target.row[k]), static_cast<double>(y.output[k]));
            if (k > 0 && wrong(k) == wrong(most)) ++alike;
            if (wrong(most) < wrong(k)) most = k, alike = 1;
        }
        const double lost = static_cast<double>(wrong(most)) - right + 1;
        for (std::size_t k = 0; gradient && k < y.features; ++k) {
            const Scalar share = wrong(k) == wrong(most)
                                     ? (1 - target.row[k]) / static_cast<Scalar>(alike)
                                     : Scalar{0};
            gradient[k] = lost > 0 ? simd::mul(share - target.row[k], scale) : Scalar{0};
        }
        return lost > 0 ? static_cast<Scalar>(lost) : Scalar{0};
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::CategoricalHinge;
using INLAY_ABI::Hinge;
using INLAY_ABI::SquaredHinge;
}  // namespace inlay

#endif  // INLAY_TRAIN_HINGE_HPP
