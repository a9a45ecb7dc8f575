// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_POLICY_HPP
#define INLAY_LAYER_POLICY_HPP
// What training does with a tensor of weights beside following its gradient: a penalty that is
// part of the loss, a constraint that is kept after each update, and a norm that each step begins
// with.

#include <inlay/text/number.hpp>

namespace inlay::INLAY_ABI {

/// A part of the loss: l1 sum |w| + l2 sum w^2.
struct Penalty {
    double l1 = 0, l2 = 0;

    constexpr bool none() const { return l1 == 0 && l2 == 0; }
};

/// What an update must not leave behind. The norms are those along some axes of the tensor, one for
/// each place along the others:
///
///     w = max(w, 0)      w = w (rate clip(norm, low, high) + (1 - rate) norm) / (norm + 1e-7)
struct Constraint {
    bool non_negative = false, norms = false;
    double low = 0, high = 0, rate = 1;
    unsigned axes = 1;  ///< a bit for each

    constexpr bool none() const { return !non_negative && !norms; }
};

/// A tensor that each training step begins by dividing by its largest singular value, as some power
/// iterations estimate it: train/spectral.hpp.
struct Spectral {
    int iterations = 0;
    int vector =
        0;  ///< the number, among the layer's, of the tensor that holds the singular vector

    constexpr bool none() const { return iterations == 0; }
};

/// The axes of a constraint, of which none are axis 0.
template <int... Axes>
constexpr unsigned axes_of() {
    static_assert(((Axes >= 0 && Axes < 8) && ...), "inlay: axes of a constraint count from 0");
    return sizeof...(Axes) == 0 ? 1u : (0u | ... | (1u << Axes));
}

/// The sum of the absolute weights times Factor: KernelRegularizer<L1<1e-5>>.
template <Number Factor = 0.01L>
struct L1 {
    static_assert(Factor.value >= 0, "inlay: the factor of L1 is negative");
    static constexpr Penalty penalty{.l1 = Factor.value};
};

/// The sum of the squared weights times Factor: KernelRegularizer<L2<1e-4>>.
template <Number Factor = 0.01L>
struct L2 {
    static_assert(Factor.value >= 0, "inlay: the factor of L2 is negative");
    static constexpr Penalty penalty{.l2 = Factor.value};
};

/// Both.
template <Number First = 0.0, Number Second = 0.0>
struct L1L2 {
    static_assert(First.value >= 0 && Second.value >= 0, "inlay: a factor of L1L2 is negative");
    static constexpr Penalty penalty{.l1 = First.value, .l2 = Second.value};
};

/// Norms of at most Most along axis 0, or along those that are told: MaxNorm<2, 0, 1, 2> has one
/// for each filter of a Conv2D.
template <Number Most = 2.0, int... Axes>
struct MaxNorm {
    static_assert(Most.value >= 0, "inlay: the norm of MaxNorm is negative");
    static constexpr Constraint constraint{
        .norms = true, .high = Most.value, .axes = axes_of<Axes...>()};
};

/// Norms of 1.
template <int... Axes>
struct UnitNorm {
    static constexpr Constraint constraint{
        .norms = true, .low = 1, .high = 1, .axes = axes_of<Axes...>()};
};

/// Norms from Least to Most, or a part of the way there, Strictness.
template <Number Least = 0.0, Number Most = 1.0, Number Strictness = 1.0, int... Axes>
struct MinMaxNorm {
    static_assert(Least.value >= 0 && Least.value <= Most.value,
                  "inlay: the norms of MinMaxNorm are no range");
    static constexpr Constraint constraint{.norms = true,
                                           .low = Least.value,
                                           .high = Most.value,
                                           .rate = Strictness.value,
                                           .axes = axes_of<Axes...>()};
};

/// No negative weights.
struct NonNeg {
    static constexpr Constraint constraint{.non_negative = true};
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Constraint;
using INLAY_ABI::L1;
using INLAY_ABI::L1L2;
using INLAY_ABI::L2;
using INLAY_ABI::MaxNorm;
using INLAY_ABI::MinMaxNorm;
using INLAY_ABI::NonNeg;
using INLAY_ABI::Penalty;
using INLAY_ABI::UnitNorm;
}  // namespace inlay

#endif  // INLAY_LAYER_POLICY_HPP
