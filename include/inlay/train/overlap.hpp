// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_OVERLAP_HPP
#define INLAY_TRAIN_OVERLAP_HPP
// Losses of the overlap of whole maps: functions of sums over an example, or over the batch.

#include <inlay/train/loss.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

namespace inlay::INLAY_ABI {

/// The axes of a batch that a loss sums over, of which number 0 is that of the examples and -1 the
/// last: {1, 2, 3} is each example by itself, {} all axes.
class SummedAxes {
public:
    constexpr SummedAxes() = default;
    constexpr SummedAxes(std::initializer_list<int> axes) {
        for (const int axis : axes)
            if (count_ < most) axes_[count_++] = axis;
    }

    /// Whether they hold an axis of a batch of outputs that have so many.
    constexpr bool hold(int axis, int output_rank) const {
        bool found = count_ == 0;
        for (int k = 0; k < count_; ++k)
            found = found || axes_[k] == axis || axes_[k] == axis - output_rank - 1;
        return found;
    }

    /// Whether the examples are summed up.
    constexpr bool hold_batch(int output_rank) const { return hold(0, output_rank); }
    /// Whether the features are.
    constexpr bool hold_features(int output_rank) const { return hold(output_rank, output_rank); }

    /// What is wrong with them for outputs of a shape.
    constexpr Sentence mistake(std::string_view loss, const Shape& output) const {
        Sentence says;
        for (int axis = 1; axis < output.rank() && says.empty(); ++axis)
            if (!hold(axis, output.rank()))
                says << loss << ": axis lacks " << axis
                     << "; it may leave out 0, the examples, and the last axis alone";
        for (int k = 0; k < count_ && says.empty(); ++k)
            if (axes_[k] > output.rank() || axes_[k] < -output.rank() - 1)
                says << loss << ": axis has " << axes_[k]
                     << " but a batch of outputs has axes 0 to " << output.rank();
        return says;
    }

private:
    static constexpr int most = Shape::max_rank + 1;

    int axes_[most]{};
    int count_ = 0;
};

namespace overlap {

/// Sums over some places: of t y, t and y.
struct Areas {
    double both = 0, truth = 0, predicted = 0;
};

/// Where the sums lie to which feature k belongs: three for all, or three for each feature.
constexpr std::size_t cell(bool all, std::size_t k) { return all ? 0 : 3 * k; }

template <class Scalar>
void add(double* sums, bool all, const Prediction<Scalar>& y, const Target<Scalar>& target) {
    for (std::size_t k = 0; k < y.features; ++k) {
        double* const to = sums + cell(all, k);
        const auto t = static_cast<double>(target.row[k]), p = static_cast<double>(y.output[k]);
        to[0] += simd::mul(t, p);
        to[1] += t;
        to[2] += p;
    }
}

/// The mean of formula(areas) over the cells of sums.
template <class Formula>
double mean(const double* sums, bool all, std::size_t features, const Formula& formula) {
    const std::size_t cells = all ? 1 : features;
    double total = 0;
    for (std::size_t k = 0; k < cells; ++k)
        total += formula(Areas{sums[3 * k], sums[3 * k + 1], sums[3 * k + 2]});
    return total / static_cast<double>(cells);
}

/// Writes scale times slope(areas, t), the derivative by y, of all features of a row.
template <class Scalar, class Slope>
void write_slopes(const double* sums, bool all, const Prediction<Scalar>& y,
                  const Target<Scalar>& target, Scalar scale, Scalar* gradient,
                  const Slope& slope) {
    const double share = 1 / static_cast<double>(all ? 1 : y.features);
    for (std::size_t k = 0; k < y.features; ++k) {
        const double* const at = sums + cell(all, k);
        const double d = slope(Areas{at[0], at[1], at[2]}, static_cast<double>(target.row[k]));
        gradient[k] =
            static_cast<Scalar>(simd::mul(simd::mul(d, share), static_cast<double>(scale)));
    }
}

}  // namespace overlap

/// 1 - 2 sum(t y) / (sum t + sum y), over all axes of a batch, or over those of `axis`; targets
/// have the shape of the output.
struct Dice {
    static constexpr std::string_view name = "dice";
    static constexpr bool sparse = false;
    using Logits = void;

    SummedAxes axis{};

    bool over_batch(const Shape& output) const { return axis.hold_batch(output.rank()); }
    std::size_t sums(const Shape& output) const { return all(output) ? 3 : 3 * output.last(); }

    template <class Scalar>
    void add(double* sums, const Prediction<Scalar>& y, const Target<Scalar>& target,
             const Shape& output) const {
        overlap::add(sums, all(output), y, target);
    }

    double value(const double* sums, const Shape& output) const {
        return overlap::mean(sums, all(output), output.last(),
                             [](const overlap::Areas& s) { return 1 - 2 * s.both / whole(s); });
    }

    /// 2 (sum(t y) / whole - t) / whole
    template <class Scalar>
    void slope(const double* sums, const Prediction<Scalar>& y, const Target<Scalar>& target,
               Scalar scale, Scalar* gradient, const Shape& output) const {
        overlap::write_slopes(sums, all(output), y, target, scale, gradient,
                              [](const overlap::Areas& s, double t) {
                                  return 2 * (s.both / whole(s) - t) / whole(s);
                              });
    }

    Sentence mistake(const Shape& output, bool) const { return axis.mistake("Dice", output); }

private:
    static double whole(const overlap::Areas& s) {
        return s.truth + s.predicted + probability_margin;
    }
    bool all(const Shape& output) const { return axis.hold_features(output.rank()); }
};

/// 1 - both / (both + alpha misses + beta alarms), with both = sum(t y), misses = sum(t (1 - y))
/// and alarms = sum((1 - t) y), over all axes of a batch, or over those of `axis`.
struct Tversky {
    static constexpr std::string_view name = "tversky";
    static constexpr bool sparse = false;
    using Logits = void;

    Real alpha = 0.5;
    Real beta = 0.5;
    SummedAxes axis{};

    bool over_batch(const Shape& output) const { return axis.hold_batch(output.rank()); }
    std::size_t sums(const Shape& output) const { return all(output) ? 3 : 3 * output.last(); }

    template <class Scalar>
    void add(double* sums, const Prediction<Scalar>& y, const Target<Scalar>& target,
             const Shape& output) const {
        overlap::add(sums, all(output), y, target);
    }

    double value(const double* sums, const Shape& output) const {
        return overlap::mean(sums, all(output), output.last(),
                             [&](const overlap::Areas& s) { return 1 - s.both / whole(s); });
    }

    /// (both (t - alpha t + beta (1 - t)) / whole - t) / whole
    template <class Scalar>
    void slope(const double* sums, const Prediction<Scalar>& y, const Target<Scalar>& target,
               Scalar scale, Scalar* gradient, const Shape& output) const {
        overlap::write_slopes(
            sums, all(output), y, target, scale, gradient, [&](const overlap::Areas& s, double t) {
                const double grows = simd::mul(1 - alpha, t) + simd::mul(double{beta}, 1 - t);
                return (simd::mul(s.both / whole(s), grows) - t) / whole(s);
            });
    }

    Sentence mistake(const Shape& output, bool) const { return axis.mistake("Tversky", output); }

private:
    double whole(const overlap::Areas& s) const {
        return s.both + simd::mul(double{alpha}, s.truth - s.both) +
               simd::mul(double{beta}, s.predicted - s.both) + probability_margin;
    }
    bool all(const Shape& output) const { return axis.hold_features(output.rank()); }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Dice;
using INLAY_ABI::SummedAxes;
using INLAY_ABI::Tversky;
}  // namespace inlay

#endif  // INLAY_TRAIN_OVERLAP_HPP
