// SPDX-License-Identifier: MIT
// Losses that are means over rows, beside their definitions: values, and gradients by central
// differences.
#include <inlay/core.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace {

using namespace inlay;
using Row = std::vector<double>;

/// What a loss makes of a row, and its gradient times 3.
template <class Loss>
double value(const Loss& loss, const Row& y, const Row& t, double* gradient = nullptr) {
    const Prediction<double> row{y.data(), nullptr, y.size()};
    const Target<double> target{.row = t.data()};
    return loss.template row<false>(row, target, 3.0, gradient);
}

template <class Loss, class Naive>
void check(const Loss& loss, const Row& y, const Row& t, const Naive& naive) {
    CAPTURE(Loss::name);
    Row gradient(y.size());
    CHECK(value(loss, y, t) == doctest::Approx(naive(y, t)).epsilon(1e-10));
    CHECK(value(loss, y, t, gradient.data()) == value(loss, y, t));
    for (std::size_t k = 0; k < y.size(); ++k) {
        CAPTURE(k);
        constexpr double eps = 1e-6;
        Row ahead = y, behind = y;
        ahead[k] += eps;
        behind[k] -= eps;
        const double slope = (naive(ahead, t) - naive(behind, t)) / (2 * eps);
        CHECK(std::abs(gradient[k] - 3 * slope) <= 1e-7 + 1e-7 * std::abs(slope));
    }
}

/// The mean of f(t, y) over a row.
template <class Function>
auto mean_of(Function f) {
    return [f](const Row& y, const Row& t) {
        double sum = 0;
        for (std::size_t k = 0; k < y.size(); ++k) sum += f(t[k], y[k]);
        return sum / static_cast<double>(y.size());
    };
}

double log_of(double x) { return std::log(x); }

/// The sum of a row.
double total(const Row& x) {
    double sum = 0;
    for (const double v : x) sum += v;
    return sum;
}

const Row some{0.3, -1.7, 2.4, 0.01, -0.6}, others{-0.4, 1.2, 2.9, 0.2, -2.1};
const Row shares{0.1, 0.3, 0.05, 0.35, 0.2}, other_shares{0.4, 0.05, 0.15, 0.3, 0.1};
const Row certain{0, 1, 0, 1, 1}, one_hot{0, 0, 1, 0, 0};

}  // namespace

TEST_CASE("losses of numbers are their definitions") {
    check(MeanSquaredError{}, some, others,
          mean_of([](double t, double y) { return (y - t) * (y - t); }));
    check(MeanAbsoluteError{}, some, others,
          mean_of([](double t, double y) { return std::abs(y - t); }));
    check(MeanAbsolutePercentageError{}, some, others,
          mean_of([](double t, double y) { return 100 * std::abs((y - t) / t); }));
    check(MeanSquaredLogarithmicError{}, shares, other_shares,
          mean_of([](double t, double y) { return std::pow(std::log1p(y) - std::log1p(t), 2); }));
    check(LogCosh{}, some, others,
          mean_of([](double t, double y) { return log_of(std::cosh(y - t)); }));
    for (const double delta : {0.25, 1.0, 2.0})
        check(Huber{.delta = delta}, some, others, mean_of([delta](double t, double y) {
                  const double d = std::abs(y - t);
                  return d <= delta ? d * d / 2 : delta * d - delta * delta / 2;
              }));
    check(CosineSimilarity{}, some, others, [](const Row& y, const Row& t) {
        double both = 0, of_y = 0, of_t = 0;
        for (std::size_t k = 0; k < y.size(); ++k)
            both += y[k] * t[k], of_y += y[k] * y[k], of_t += t[k] * t[k];
        return -both / std::sqrt(of_y * of_t);
    });
}

TEST_CASE("losses of distributions, counts and margins are their definitions") {
    check(KLDivergence{}, shares, other_shares, [](const Row& y, const Row& t) {
        double sum = 0;
        for (std::size_t k = 0; k < y.size(); ++k) sum += t[k] * log_of(t[k] / y[k]);
        return sum;
    });
    check(Poisson{}, shares, {0, 3, 1, 2, 7},
          mean_of([](double t, double y) { return y - t * log_of(y + 1e-7); }));
    const auto hinge = [](double t, double y) { return std::max(1 - (t > 0 ? 1 : -1) * y, 0.0); };
    for (const Row& t : {Row{1, -1, 1, -1, -1}, certain}) {
        check(Hinge{}, some, t, mean_of(hinge));
        check(SquaredHinge{}, some, t,
              mean_of([hinge](double a, double y) { return std::pow(hinge(a, y), 2); }));
    }
    for (const Row& t : {one_hot, Row{0, 1, 0, 0, 0}})
        check(CategoricalHinge{}, some, t, [](const Row& y, const Row& target) {
            double right = 0, wrong = 0;
            for (std::size_t k = 0; k < y.size(); ++k) {
                right += target[k] * y[k];
                wrong = std::max(wrong, (1 - target[k]) * y[k]);
            }
            return std::max(wrong - right + 1, 0.0);
        });
}

TEST_CASE("cross-entropies are their definitions") {
    const auto binary = [](double t, double p) { return -t * log_of(p) - (1 - t) * log_of(1 - p); };
    const auto sigmoid = [](double z) { return 1 / (1 + std::exp(-z)); };
    check(BinaryCrossentropy{}, shares, certain, mean_of(binary));
    check(BinaryCrossentropy{.from_logits = true, .label_smoothing = 0.2}, some, certain,
          mean_of([=](double t, double z) { return binary(t * 0.8 + 0.1, sigmoid(z)); }));
    for (const double gamma : {0.0, 0.5, 1.0, 2.0, 3.0}) {
        CAPTURE(gamma);
        const auto focal = [=](double t, double p) {
            return std::pow(1 - t * p - (1 - t) * (1 - p), gamma) * binary(t, p);
        };
        check(BinaryFocalCrossentropy{.gamma = gamma}, shares, certain, mean_of(focal));
        check(BinaryFocalCrossentropy{.apply_class_balancing = true,
                                      .alpha = 0.3,
                                      .gamma = gamma,
                                      .from_logits = true,
                                      .label_smoothing = 0.1},
              some, certain, mean_of([=](double t, double z) {
                  const double smooth = t * 0.9 + 0.05;
                  return (smooth * 0.3 + (1 - smooth) * 0.7) * focal(smooth, sigmoid(z));
              }));
        // Of probabilities, and of logits: q is what a row of positive numbers says.
        const auto categorical = [=](double alpha, double smoothing) {
            return [=](const Row& p, const Row& t) {
                const double all = total(p);
                double sum = 0;
                for (std::size_t k = 0; k < p.size(); ++k) {
                    const double smooth = t[k] * (1 - smoothing) + smoothing / 5;
                    sum -= alpha * std::pow(1 - p[k] / all, gamma) * smooth * log_of(p[k] / all);
                }
                return sum;
            };
        };
        check(CategoricalFocalCrossentropy{.gamma = gamma}, shares, one_hot, categorical(0.25, 0));
        check(
            CategoricalFocalCrossentropy{
                .alpha = 0.6, .gamma = gamma, .from_logits = true, .label_smoothing = 0.1},
            some, one_hot, [=](Row z, const Row& t) {
                for (double& v : z) v = std::exp(v);
                return categorical(0.6, 0.1)(z, t);
            });
    }
    const auto entropy = [](double smoothing, bool logits) {
        return [=](Row p, const Row& t) {
            if (logits)
                for (double& v : p) v = std::exp(v);
            double sum = 0;
            for (std::size_t k = 0; k < p.size(); ++k)
                sum -= (t[k] * (1 - smoothing) + smoothing / 5) * log_of(p[k] / total(p));
            return sum;
        };
    };
    check(CategoricalCrossentropy{}, shares, other_shares, entropy(0, false));
    check(CategoricalCrossentropy{.label_smoothing = 0.3}, shares, one_hot, entropy(0.3, false));
    check(CategoricalCrossentropy{.from_logits = true, .label_smoothing = 0.3}, some, one_hot,
          entropy(0.3, true));
}

TEST_CASE("the loss of a class is that of its row") {
    for (const bool logits : {false, true})
        for (std::size_t chosen = 0; chosen < some.size(); ++chosen) {
            const Row& y = logits ? some : shares;
            Row t(y.size()), whole(y.size()), sparse(y.size());
            t[chosen] = 1;
            const double wanted =
                value(CategoricalCrossentropy{.from_logits = logits}, y, t, whole.data());
            const Target<double> target{.chosen = chosen};
            const SparseCategoricalCrossentropy loss{.from_logits = logits};
            CHECK(loss.row<false>(Prediction<double>{y.data(), nullptr, y.size()}, target, 3.0,
                                  sparse.data()) == doctest::Approx(wanted).epsilon(1e-12));
            for (std::size_t k = 0; k < y.size(); ++k)
                CHECK(std::abs(sparse[k] - whole[k]) <= 1e-12);
        }
}

TEST_CASE("what is worse the farther it is stays finite") {
    const Row far{1e4, -1e4, 0, 80, -80};
    for (const Row& t : {certain, one_hot}) {
        Row gradient(5);
        for (const double loss : {value(LogCosh{}, far, t, gradient.data()), value(Huber{}, far, t),
                                  value(BinaryCrossentropy{.from_logits = true}, far, t),
                                  value(CategoricalCrossentropy{.from_logits = true}, far, t),
                                  value(BinaryFocalCrossentropy{.from_logits = true}, far, t),
                                  value(CategoricalFocalCrossentropy{.from_logits = true}, far, t),
                                  value(KLDivergence{}, far, t)})
            CHECK(std::isfinite(loss));
        for (const double g : gradient) CHECK(std::abs(g) <= 3);
    }
}
