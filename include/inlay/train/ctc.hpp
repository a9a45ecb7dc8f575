// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_CTC_HPP
#define INLAY_TRAIN_CTC_HPP

#include <inlay/simd/math.hpp>
#include <inlay/simd/pack.hpp>
#include <inlay/train/loss.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

namespace loss {

/// All ways in which steps may spell labels: each label on one step or more, with blanks (class 0)
/// before, between and behind them, which equal ones need between them (Graves et al. 2006). Place
/// s of a way is label s / 2 where s is odd, a blank where it is even. Numbers are logarithms of
/// probabilities.
template <class Scalar>
class Spellings {
public:
    /// Doubles that it needs for so many steps.
    static constexpr std::size_t scratch(std::size_t steps, std::size_t features) {
        return (steps + 1) * places(steps) + steps + features;
    }

    Spellings(const Scalar* y, const std::int32_t* labels, std::size_t steps, std::size_t features,
              double* scratch)
        : y_(y), labels_(labels), steps_(steps), features_(features) {
        std::size_t count = 0;
        for (std::size_t t = 0; t < steps; ++t)
            if (labels[t] != 0) ++count;
        places_ = places(count);
        until_ = scratch;
        behind_ = until_ + steps * places_;
        norms_ = behind_ + places_;
        shares_ = norms_ + steps;
        walk();
    }

    /// -log of the probability of the labels; infinite where there are too few steps for them.
    double loss() const {
        return spelt() ? -all_ : std::bit_cast<double>(std::uint64_t{0x7ff} << 52);
    }

    /// Writes scale (p_k - the share of ways on which the step is of class k), of all steps; zeros
    /// where there is no way.
    void write_slopes(double scale, Scalar* gradient) {
        for (std::size_t t = steps_; t-- > 0;) {
            step_back(t);
            for (std::size_t k = 0; k < features_; ++k) shares_[k] = 0;
            for (std::size_t s = 0; s < places_; ++s)
                shares_[label(s)] += probability(until_[t * places_ + s] + behind_[s] - all_);
            for (std::size_t k = 0; k < features_; ++k) {
                const double slope = spelt() ? probability(log(t, k)) - shares_[k] : 0;
                gradient[t * features_ + k] = static_cast<Scalar>(simd::mul(slope, scale));
            }
        }
    }

private:
    /// The logarithm of 0: far below those of anything else, also where some are added to it.
    static constexpr double never = -1e30;

    static constexpr std::size_t places(std::size_t labels) { return 2 * labels + 1; }

    bool spelt() const { return all_ > never / 2; }

    static double probability(double log) { return log > -700 ? simd::exp(log) : 0; }

    /// The logarithm of a sum.
    static double sum(double a, double b) {
        const double more = a < b ? b : a, less = a < b ? a : b;
        return less - more > -700 ? more + simd::log1p(simd::exp(less - more)) : more;
    }

    std::size_t label(std::size_t place) const {
        return place % 2 == 0 ? 0 : static_cast<std::size_t>(labels_[place / 2]);
    }

    /// Whether a way may come to a place from the one before the last.
    bool skips(std::size_t place) const {
        return place % 2 == 1 && place > 1 && labels_[place / 2] != labels_[place / 2 - 1];
    }

    /// log p of a class at a step.
    double log(std::size_t t, std::size_t k) const {
        return static_cast<double>(y_[t * features_ + k]) - norms_[t];
    }

    void find_norm(std::size_t t) {
        double all = static_cast<double>(y_[t * features_]);
        for (std::size_t k = 1; k < features_; ++k)
            all = sum(all, static_cast<double>(y_[t * features_ + k]));
        norms_[t] = all;
    }

    /// until[t][s] = log p of all beginnings of ways that are at place s on step t.
    void walk() {
        for (std::size_t t = 0; t < steps_; ++t) {
            find_norm(t);
            const double* const from = t == 0 ? nullptr : until_ + (t - 1) * places_;
            for (std::size_t s = 0; s < places_; ++s) {
                double ways = s < 2 ? 0 : never;
                if (t > 0) {
                    ways = from[s];
                    if (s > 0) ways = sum(ways, from[s - 1]);
                    if (skips(s)) ways = sum(ways, from[s - 2]);
                }
                until_[t * places_ + s] = ways + log(t, label(s));
            }
        }
        const double* const last = until_ + (steps_ - 1) * places_;
        all_ = last[places_ - 1];
        if (places_ > 1) all_ = sum(all_, last[places_ - 2]);
    }

    /// behind[s] = log p of what follows step t of all ways that are at place s there, from that of
    /// the step behind it.
    void step_back(std::size_t t) {
        if (t + 1 == steps_) {
            for (std::size_t s = 0; s < places_; ++s) behind_[s] = s + 2 < places_ ? never : 0;
            return;
        }
        for (std::size_t s = 0; s < places_; ++s) {
            double ways = behind_[s] + log(t + 1, label(s));
            if (s + 1 < places_) ways = sum(ways, behind_[s + 1] + log(t + 1, label(s + 1)));
            if (s + 2 < places_ && skips(s + 2))
                ways = sum(ways, behind_[s + 2] + log(t + 1, label(s + 2)));
            behind_[s] = ways;
        }
    }

    const Scalar* y_;
    const std::int32_t* labels_;
    std::size_t steps_, features_, places_;
    double *until_, *behind_, *norms_, *shares_;
    double all_ = 0;
};

}  // namespace loss

/// -log of the probability of a sequence of labels, whichever steps they stand on (connectionist
/// temporal classification), of outputs (steps, classes) that are logits. Class 0 is the blank;
/// targets are labels from 1 on, (n, steps), behind which zeros stand.
struct CTC {
    static constexpr std::string_view name = "ctc";
    static constexpr bool sparse = true;
    using Logits = void;

    static constexpr std::size_t scratch(const Shape& output) {
        return loss::Spellings<double>::scratch(output[0], output.last());
    }

    template <class Scalar>
    static double example(const Prediction<Scalar>& y, const Targets<Scalar>& targets, double scale,
                          Scalar* gradient, double* scratch, const Shape& output) {
        loss::Spellings<Scalar> ways(y.output, targets.classes, output[0], y.features, scratch);
        if (gradient) ways.write_slopes(scale, gradient);
        return ways.loss();
    }

    static Sentence mistake(const Shape& output, bool) {
        Sentence says;
        if (output.rank() != 2)
            says << "CTC: the output of an example has " << output.rank()
                 << " axes but needs 2: steps and classes";
        return says;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::CTC;
}  // namespace inlay

#endif  // INLAY_TRAIN_CTC_HPP
