// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_FOCAL_HPP
#define INLAY_TRAIN_FOCAL_HPP
// Cross-entropies in which what is predicted well counts less (Lin et al. 2017). Targets have the
// shape of the output. Each is a metric too.

#include <inlay/kernel/scalar.hpp>
#include <inlay/train/loss.hpp>
#include <inlay/train/rate.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

namespace loss {

/// x^gamma for 0 <= x <= 1, and its derivative.
template <class Scalar>
struct Focus {
    Scalar value, slope;

    Focus(Scalar x, double gamma) {
        const auto power = static_cast<Scalar>(gamma);
        if (gamma == 2) {
            value = simd::mul(x, x), slope = 2 * x;
        } else if (x > 0) {
            value = simd::exp(simd::mul(power, kernel::log(x)));
            slope = simd::mul(power, value) / x;
        } else {
            value = power == 0, slope = power == 1;
        }
    }
};

}  // namespace loss

/// mean_k (1 - s_k)^gamma (-t_k log p_k - (1 - t_k) log (1 - p_k)), with s_k = t_k p_k + (1 - t_k)
/// (1 - p_k), and with `apply_class_balancing` times t_k alpha + (1 - t_k) (1 - alpha).
/// `from_logits`: the output is the logit of p; `label_smoothing` s: t becomes t (1 - s) + s / 2.
struct BinaryFocalCrossentropy {
    static constexpr std::string_view name = "binary_focal_crossentropy";
    static constexpr bool sparse = false;
    using Logits = void;

    bool apply_class_balancing = false;
    Real alpha = 0.25, gamma = 2.0;
    bool from_logits = false;
    Real label_smoothing = 0.0;

    template <bool, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        const loss::Smoothing<Scalar> smooth(label_smoothing, 2);
        const auto of_one = static_cast<Scalar>(alpha);
        const Scalar share = Scalar{1} / static_cast<Scalar>(y.features);
        double total = 0;
        for (std::size_t k = 0; k < y.features; ++k) {
            const Scalar t = smooth(target.row[k]);
            const Scalar p = from_logits ? kernel::sigmoid(y.output[k]) : y.output[k];
            const Scalar q = loss::clipped(p);
            const Scalar entropy =
                -simd::fma(t, kernel::log(q), simd::mul(1 - t, kernel::log(1 - q)));
            const Scalar bend = loss::passes(p) ? (1 - t) / (1 - q) - t / q : Scalar{0};
            // 1 - s = t + p - 2 t p, as what is missing of the right one.
            const Scalar missing = simd::fma(t, 1 - p, simd::mul(1 - t, p));
            const loss::Focus<Scalar> focus(missing, gamma);
            const Scalar weight = apply_class_balancing
                                      ? simd::fma(t, of_one, simd::mul(1 - t, 1 - of_one))
                                      : Scalar{1};
            total += static_cast<double>(simd::mul(weight, simd::mul(focus.value, entropy)));
            if (!gradient) continue;
            Scalar slope =
                simd::fma(focus.value, bend, simd::mul(simd::mul(focus.slope, 1 - 2 * t), entropy));
            if (from_logits) slope = simd::mul(slope, simd::mul(p, 1 - p));
            gradient[k] = simd::mul(simd::mul(simd::mul(weight, slope), share), scale);
        }
        return loss::mean<Scalar>(total, y.features);
    }
};

/// -sum_k alpha (1 - q_k)^gamma t_k log q_k with q = clip(p / sum p); targets are rows of
/// probabilities. `from_logits`: p is the softmax of the output; `label_smoothing` s: t becomes
/// t (1 - s) + s / features.
struct CategoricalFocalCrossentropy {
    static constexpr std::string_view name = "categorical_focal_crossentropy";
    static constexpr bool sparse = false;
    using Logits = void;

    Real alpha = 0.25, gamma = 2.0;
    bool from_logits = false;
    Real label_smoothing = 0.0;

    /// With d_k the derivative by q_k: dy_k = (d_k - sum_j d_j q_j) / sum p, of a logit q_k times.
    template <bool, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        const loss::Smoothing<Scalar> smooth(label_smoothing, y.features);
        const Scalar largest = kernel::largest(y.output, y.features);
        const auto part = [&](std::size_t k) {
            return from_logits ? simd::exp(y.output[k] - largest) : y.output[k];
        };
        double all = 0, total = 0, back = 0;
        for (std::size_t k = 0; k < y.features; ++k) all += static_cast<double>(part(k));
        const auto whole = static_cast<Scalar>(all);
        for (std::size_t k = 0; k < y.features; ++k) {
            const Scalar q = part(k) / whole, inside = loss::clipped(q);
            const Scalar t = smooth(target.row[k]);
            const loss::Focus<Scalar> focus(1 - inside, gamma);
            const Scalar log = kernel::log(inside),
                         weight = simd::mul(static_cast<Scalar>(alpha), t);
            total = loss::weighted(total, -weight, simd::mul(focus.value, log));
            if (!gradient) continue;
            const Scalar d =
                loss::passes(q)
                    ? simd::mul(weight, simd::fma(focus.slope, log, -focus.value / inside))
                    : Scalar{0};
            gradient[k] = d;
            back += simd::mul(static_cast<double>(d), static_cast<double>(q));
        }
        for (std::size_t k = 0; gradient && k < y.features; ++k) {
            const Scalar q = part(k) / whole, by = from_logits ? q : 1 / whole;
            gradient[k] = simd::mul(simd::mul(gradient[k] - static_cast<Scalar>(back), by), scale);
        }
        return static_cast<Scalar>(total);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::BinaryFocalCrossentropy;
using INLAY_ABI::CategoricalFocalCrossentropy;
}  // namespace inlay

#endif  // INLAY_TRAIN_FOCAL_HPP
