// SPDX-License-Identifier: MIT
// The probability of a sequence of labels: against the sum over all ways to spell it, and its
// gradient against central differences.
#include "../central_difference.hpp"

#include <inlay/core.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

using namespace inlay;

namespace {

constexpr std::size_t steps = 5, classes = 4;
constexpr Shape shape{steps, classes};

using Labels = std::vector<std::int32_t>;

/// -log of the sum of the probabilities of all of 4^5 ways that spell some labels.
template <class Scalar>
double naive(const std::vector<Scalar>& y, const Labels& labels) {
    Labels wanted;
    for (const auto label : labels)
        if (label != 0) wanted.push_back(label);
    double all = 0;
    for (int way = 0; way < 1024; ++way) {
        Labels spelt;
        std::int32_t before = 0;
        double p = 1;
        for (std::size_t t = 0, rest = static_cast<std::size_t>(way); t < steps; ++t, rest /= 4) {
            const std::size_t k = rest % 4;
            double sum = 0;
            for (std::size_t j = 0; j < classes; ++j)
                sum += std::exp(static_cast<double>(y[t * classes + j]));
            p *= std::exp(static_cast<double>(y[t * classes + k])) / sum;
            const auto label = static_cast<std::int32_t>(k);
            if (label != 0 && label != before) spelt.push_back(label);
            before = label;
        }
        if (spelt == wanted) all += p;
    }
    return -std::log(all);
}

template <class Scalar>
std::vector<Scalar> logits(double scale) {
    std::vector<Scalar> y(steps * classes);
    for (std::size_t k = 0; k < y.size(); ++k)
        y[k] = static_cast<Scalar>(scale * static_cast<double>(k * 37 % 19) / 19);
    return y;
}

template <class Scalar>
double loss(const std::vector<Scalar>& y, const Labels& labels, Scalar* gradient = nullptr) {
    std::vector<double> scratch(CTC::scratch(shape), std::nan(""));
    const Prediction<Scalar> all{y.data(), nullptr, classes};
    return CTC::example(all, Targets<Scalar>{.classes = labels.data()}, 0.5, gradient,
                        scratch.data(), shape);
}

}  // namespace

TEST_CASE("all ways that spell labels are summed up") {
    for (const Labels& labels :
         {Labels{1, 2, 3, 0, 0}, Labels{2, 2, 0, 0, 0}, Labels{3, 3, 3, 0, 0},
          Labels{0, 0, 0, 0, 0}, Labels{1, 2, 1, 2, 3}, Labels{1, 0, 0, 0, 0}}) {
        CAPTURE(labels);
        auto y = logits<double>(3);
        CHECK(loss(y, labels) == doctest::Approx(naive(y, labels)).epsilon(1e-12));
        CHECK(loss(logits<float>(3), labels) ==
              doctest::Approx(naive(logits<float>(3), labels)).epsilon(1e-12));
        std::vector<double> gradient(y.size(), std::nan(""));
        loss(y, labels, gradient.data());
        for (std::size_t k = 0; k < y.size(); ++k) {
            const double slope = central_difference(y[k], 1e-6, [&] { return loss(y, labels); });
            CHECK(gradient[k] == doctest::Approx(slope / 2).epsilon(1e-6));
        }
    }
}

TEST_CASE("steps that are sure, and too few") {
    const Labels labels{1, 2, 0, 0, 0}, doubled{1, 1, 1, 1, 0};
    // Whatever the logits, the best way is a sum of differences.
    std::vector<float> y(steps * classes, 0.0f), gradient(y.size(), std::nanf(""));
    for (std::size_t t = 0; t < steps; ++t) y[t * classes + 3] = 1e4f;
    CHECK(loss(y, labels, gradient.data()) == doctest::Approx(5e4).epsilon(1e-3));
    for (const float slope : gradient) CHECK(std::abs(slope) <= 0.5f);
    CHECK(std::isinf(loss(y, doubled, gradient.data())));
    for (const float slope : gradient) CHECK(slope == 0);
    CHECK(CTC::mistake(Shape{7}, true).view() ==
          "CTC: the output of an example has 1 axes but needs 2: steps and classes");
    CHECK(CTC::mistake(shape, true).empty());
}
