// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_CONSTRAIN_HPP
#define INLAY_TRAIN_CONSTRAIN_HPP
// The rules that tensors of weights have: the constraint that is kept after an update, and the
// penalty that is part of the loss.

#include <inlay/kernel/places.hpp>
#include <inlay/layer/policy.hpp>
#include <inlay/shape/shape.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/train/prepare.hpp>
#include <inlay/train/whole.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::updating {

/// The axes of a tensor in two: those along which a norm is taken, and those that have one for each
/// place. The last of these lie one behind the other, and are worked on together. That far apart
/// lie the terms along the axes just before them, in runs.
struct NormAxes {
    std::size_t terms = 1, places = 1, together = 1, run = 1;

    constexpr NormAxes(const Shape& shape, unsigned axes) : shape_(shape), axes_(axes) {
        int last = shape.rank();
        while (last > 0 && !is_term(last - 1)) together *= shape[--last];
        lead_ = last;
        while (last > 0 && is_term(last - 1)) run *= shape[--last];
        for (int axis = 0; axis < lead_; ++axis) (is_term(axis) ? terms : places) *= shape[axis];
    }

    /// Where a place begins, and how far behind that a term of it.
    constexpr std::size_t place(std::size_t number) const { return offset(number, ~axes_); }
    constexpr std::size_t term(std::size_t number) const {
        return number < run ? number * together : offset(number, axes_);
    }

private:
    constexpr bool is_term(int axis) const { return axes_ >> axis & 1; }

    /// Where a number lies that counts along some of the axes.
    constexpr std::size_t offset(std::size_t number, unsigned along) const {
        std::size_t at = 0, pitch = together;
        for (int axis = lead_; axis-- > 0; pitch *= shape_[axis]) {
            if ((along >> axis & 1) == 0) continue;
            at += number % shape_[axis] * pitch;
            number /= shape_[axis];
        }
        return at;
    }

    Shape shape_;
    unsigned axes_;
    int lead_ = 0;
};

/// Scales the terms of a single column, run by run: a part of a pack is slow to load where another
/// has just been stored.
template <class Scalar>
INLAY_INLINE void scale_runs(const NormAxes& axes, Scalar* weights, simd::Pack<Scalar> factor) {
    Scalar by;
    simd::store_some(&by, factor, 1);
    for (std::size_t term = 0; term < axes.terms; term += axes.run)
        scale(weights + axes.term(term), by, axes.run);
}

/// w = max(w, 0)
template <class Scalar>
INLAY_NOINLINE void clear_negative(Scalar* weights, std::size_t count) {
    const auto zero = simd::zero<Scalar>();
    simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
        const auto w = simd::load_some(weights + k, lanes);
        simd::store_some(weights + k, simd::select(simd::less(w, zero), zero, w), lanes);
    });
}

/// Gives `count` neighbouring columns of a place, `weights`, the norms that a constraint allows.
template <class Scalar>
INLAY_NOINLINE void constrain_norms(const Constraint& constraint, const NormAxes& axes,
                                    Scalar* weights, std::size_t count) {
    const auto low = simd::broadcast(static_cast<Scalar>(constraint.low));
    const auto high = simd::broadcast(static_cast<Scalar>(constraint.high));
    const auto rate = simd::broadcast(static_cast<Scalar>(constraint.rate));
    const auto rest = simd::broadcast(static_cast<Scalar>(1 - constraint.rate));
    const auto epsilon = simd::broadcast(static_cast<Scalar>(1e-7L));
    simd::for_each_pack<Scalar>(count, [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
        const auto at = [&](std::size_t term)
                            INLAY_INLINE_LAMBDA { return weights + axes.term(term) + c; };
        const auto squares = kernel::sum_places<Scalar, kernel::any_number_of_rows>(
            {1, axes.terms}, [&](auto chain, std::size_t, std::size_t term) INLAY_INLINE_LAMBDA {
                const auto w = simd::load_some(at(term), lanes);
                return simd::fma(w, w, chain);
            });
        const auto norm = simd::square_root(squares);
        auto wanted = simd::smaller(simd::larger(norm, low), high);
        if (constraint.rate != 1) wanted = simd::fma(rate, wanted, simd::mul(rest, norm));
        const auto factor = simd::div(wanted, simd::add(epsilon, norm));
        if (axes.together == 1) return scale_runs(axes, weights, factor);
        for (std::size_t term = 0; term < axes.terms; ++term)
            simd::store_some(at(term), simd::mul(simd::load_some(at(term), lanes), factor), lanes);
    });
}

/// Keeps the constraint of a tensor. What is worked on together depends on its shape alone.
template <class Scalar, class Runner>
void constrain(const Constraint& constraint, const Shape& shape, Scalar* weights, Runner& runner) {
    constexpr std::size_t columns = 64;
    if (constraint.non_negative)
        for_each_chunk(shape.size(), runner, [&](std::size_t from, std::size_t count) {
            clear_negative(weights + from, count);
        });
    if (!constraint.norms) return;
    const NormAxes axes(shape, constraint.axes);
    const std::size_t across = kernel::divided_up(axes.together, columns);
    runner.parallel(axes.places * across, [&](std::size_t task, std::size_t) {
        const std::size_t first = task % across * columns, left = axes.together - first;
        constrain_norms(constraint, axes, weights + axes.place(task / across) + first,
                        left < columns ? left : columns);
    });
}

/// The sum of the sizes of some numbers: eight chains of doubles.
template <class Scalar>
double sum_of_sizes(const Scalar* from, std::size_t count) {
    double chain[8]{};
    for (std::size_t k = 0; k < count; ++k) {
        const auto w = static_cast<double>(from[k]);
        chain[k % 8] += w < 0 ? -w : w;
    }
    double sum = 0;
    for (const double part : chain) sum += part;
    return sum;
}

/// What a penalty adds to the loss.
template <class Scalar, class Runner>
double penalty_of(const Penalty& penalty, const Scalar* weights, std::size_t count,
                  Runner& runner) {
    double sum = 0;
    if (penalty.l1 != 0)
        sum += simd::mul(penalty.l1,
                         sum_of_blocks(count, runner, [&](std::size_t first, std::size_t some) {
                             return sum_of_sizes(weights + first, some);
                         }));
    if (penalty.l2 != 0) sum += simd::mul(penalty.l2, sum_of_squares(weights, count, runner));
    return sum;
}

}  // namespace inlay::INLAY_ABI::updating

#endif  // INLAY_TRAIN_CONSTRAIN_HPP
