// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_REGRESSION_HPP
#define INLAY_TRAIN_REGRESSION_HPP
// Losses of numbers that are to be near others, beside MeanSquaredError. Targets have the shape of
// the output. Each is a metric too.

#include <inlay/kernel/scalar.hpp>
#include <inlay/simd/math.hpp>
#include <inlay/train/elementwise_loss.hpp>
#include <inlay/train/rate.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// mean_k |t_k - y_k|
struct MeanAbsoluteError {
    static constexpr std::string_view name = "mean_absolute_error";
    static constexpr bool sparse = false;
    using Logits = void;

    /// dy_k = sign(y_k - t_k)
    template <bool, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        return loss::mean_of(y, target, scale, gradient, [](Scalar t, Scalar p) {
            return loss::Point<Scalar>{loss::size(p - t), loss::sign(p - t)};
        });
    }
};

/// 100 mean_k |t_k - y_k| / max(|t_k|, 1e-7)
struct MeanAbsolutePercentageError {
    static constexpr std::string_view name = "mean_absolute_percentage_error";
    static constexpr bool sparse = false;
    using Logits = void;

    template <bool, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        return loss::mean_of(y, target, scale, gradient, [](Scalar t, Scalar p) {
            const auto least = static_cast<Scalar>(probability_margin);
            const Scalar whole = loss::size(t) > least ? loss::size(t) : least;
            const Scalar part = 100 / whole;
            return loss::Point<Scalar>{simd::mul(part, loss::size(p - t)),
                                       simd::mul(part, loss::sign(p - t))};
        });
    }
};

/// mean_k (log(1 + y_k) - log(1 + t_k))^2, in which smaller numbers count as 1e-7.
struct MeanSquaredLogarithmicError {
    static constexpr std::string_view name = "mean_squared_logarithmic_error";
    static constexpr bool sparse = false;
    using Logits = void;

    /// dy_k = 2 (log(1 + y_k) - log(1 + t_k)) / (1 + y_k)
    template <bool, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        return loss::mean_of(y, target, scale, gradient, [](Scalar t, Scalar p) {
            const auto least = static_cast<Scalar>(probability_margin);
            const Scalar raised = p > least ? p : least;
            const Scalar d = simd::log1p(raised) - simd::log1p(t > least ? t : least);
            return loss::Point<Scalar>{simd::mul(d, d),
                                       p > least ? 2 * d / (1 + raised) : Scalar{0}};
        });
    }
};

/// mean_k log(cosh(y_k - t_k))
struct LogCosh {
    static constexpr std::string_view name = "logcosh";
    static constexpr bool sparse = false;
    using Logits = void;

    /// -log(1 - tanh(d)^2) / 2 for small d, |d| + log(1 + exp(-2 |d|)) - log 2 for others; dy_k =
    /// tanh(d)
    template <bool, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        return loss::mean_of(y, target, scale, gradient, [](Scalar t, Scalar p) {
            const Scalar d = p - t, tanh = simd::tanh(d), size = loss::size(d);
            const Scalar small = simd::log1p(-simd::mul(tanh, tanh)) * Scalar(-0.5);
            const Scalar large = size + simd::log1p(simd::exp(-2 * size)) - simd::log1p(Scalar{1});
            return loss::Point<Scalar>{size < 1 ? small : large, tanh};
        });
    }
};

/// mean_k of (y_k - t_k)^2 / 2 where |y_k - t_k| <= delta, else of delta |y_k - t_k| - delta^2 / 2.
struct Huber {
    static constexpr std::string_view name = "huber_loss";
    static constexpr bool sparse = false;
    using Logits = void;

    Real delta = 1.0;

    /// dy_k = y_k - t_k, at most delta in size
    template <bool, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        const auto most = static_cast<Scalar>(double{delta});
        return loss::mean_of(y, target, scale, gradient, [most](Scalar t, Scalar p) {
            const Scalar d = p - t, size = loss::size(d);
            if (size <= most) return loss::Point<Scalar>{simd::mul(d, d) / 2, d};
            return loss::Point<Scalar>{simd::mul(most, size - most / 2),
                                       simd::mul(most, loss::sign(d))};
        });
    }
};

/// As a loss -cos of the angle between t and y, rows of features; as a metric cos itself. A row of
/// zeros has no direction: its cosine is 0.
struct CosineSimilarity {
    static constexpr std::string_view name = "cosine_similarity";
    static constexpr bool sparse = false;
    using Logits = void;

    /// With norms of at least 1e-7: dy_k = -(t_k / |t| - cos y_k / |y|) / |y|
    template <bool, class Scalar>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar scale,
               Scalar* gradient) const {
        const Rows rows(y.output, target.row, y.features);
        for (std::size_t k = 0; gradient && k < y.features; ++k) {
            const double towards = static_cast<double>(target.row[k]) / rows.of_t;
            const double along =
                rows.bounded
                    ? 0
                    : simd::mul(rows.cosine(), static_cast<double>(y.output[k]) / rows.of_y);
            gradient[k] = simd::mul(static_cast<Scalar>((along - towards) / rows.of_y), scale);
        }
        return static_cast<Scalar>(-rows.cosine());
    }

    template <bool, class Scalar>
    static Scalar row(const Scalar* y, const Target<Scalar>& target, std::size_t features) {
        return static_cast<Scalar>(Rows(y, target.row, features).cosine());
    }

private:
    /// The sum of products of two rows, and their norms.
    struct Rows {
        double both = 0, of_y = 0, of_t = 0;
        bool bounded = false;  ///< whether y is so short that its norm counts as 1e-7

        template <class Scalar>
        Rows(const Scalar* y, const Scalar* t, std::size_t features) {
            for (std::size_t k = 0; k < features; ++k) {
                const auto a = static_cast<double>(y[k]), b = static_cast<double>(t[k]);
                both += simd::mul(a, b);
                of_y += simd::mul(a, a);
                of_t += simd::mul(b, b);
            }
            of_y = simd::registers::root(of_y);
            of_t = simd::registers::root(of_t);
            bounded = of_y < probability_margin;
            if (bounded) of_y = probability_margin;
            if (of_t < probability_margin) of_t = probability_margin;
        }

        double cosine() const { return both / of_y / of_t; }
    };
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::CosineSimilarity;
using INLAY_ABI::Huber;
using INLAY_ABI::LogCosh;
using INLAY_ABI::MeanAbsoluteError;
using INLAY_ABI::MeanAbsolutePercentageError;
using INLAY_ABI::MeanSquaredLogarithmicError;
}  // namespace inlay

#endif  // INLAY_TRAIN_REGRESSION_HPP
