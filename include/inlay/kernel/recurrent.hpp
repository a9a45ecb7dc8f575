// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_RECURRENT_HPP
#define INLAY_KERNEL_RECURRENT_HPP
// What the cells of recurrent layers are made of (kernel/recurrent_cells.hpp): products and sums of
// rows that lie anywhere, and one time step of some examples.

#include <inlay/kernel/contract.hpp>
#include <inlay/kernel/dense.hpp>
#include <inlay/kernel/map.hpp>
#include <inlay/simd/loop.hpp>

#include <cstddef>
#include <type_traits>

namespace inlay::INLAY_ABI::kernel {

/// Rows of numbers, `step` apart.
template <class Scalar>
struct Rows {
    Scalar* at = nullptr;
    std::size_t step = 0;

    INLAY_INLINE Scalar* operator[](std::size_t n) const { return at + n * step; }
    INLAY_INLINE constexpr explicit(false) operator Rows<const Scalar>() const
        requires(!std::is_const_v<Scalar>)
    {
        return {at, step};
    }
    INLAY_INLINE Rows from(std::size_t number) const { return {at + number, step}; }
};

/// y[n][o] = start[n][o] + sum_t x[n][t] b[t][o]      a chain over t; o < Columns
///
/// from zero where `start` is null; it may be y. The form follows the number of rows, the order of
/// a sum does not.
template <std::size_t Columns, class Scalar>
INLAY_NOINLINE void multiply_rows(Rows<const Scalar> x, std::size_t taps, Rows<const Scalar> b,
                                  Rows<const Scalar> start, Rows<Scalar> y, std::size_t count) {
    constexpr Tile tile = row_tile<Scalar>(Columns);
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    const auto run = [&](auto rows, auto columns, std::size_t n,
                         std::size_t o) INLAY_INLINE_LAMBDA {
        const Factors<Scalar> factors{.a = x[n],
                                      .b = b.at + o,
                                      .runs = 1,
                                      .taps = taps,
                                      .a_run = 0,
                                      .a_tap = 1,
                                      .a_row = x.step,
                                      .b_run = 0,
                                      .b_tap = b.step};
        contract_tile<rows, columns>(
            factors,
            [&](std::size_t i, std::size_t v, int some) INLAY_INLINE_LAMBDA {
                return start.at ? simd::load_some(start[n + i] + o + v * lanes, some)
                                : simd::zero<Scalar>();
            },
            [&](std::size_t i, std::size_t v, int some, auto sum)
                INLAY_INLINE_LAMBDA { simd::store_some(y[n + i] + o + v * lanes, sum, some); });
    };
    if (count == 1)
        return for_each_panel<Scalar, Columns, 8>(
            [&](auto columns, std::size_t o)
                INLAY_INLINE_LAMBDA { run(Size<1>{}, columns, 0, o); });
    for_each_panel<Scalar, Columns, tile.vectors>(
        [&](auto columns, std::size_t o) INLAY_INLINE_LAMBDA {
            for_each_block<tile.rows>(count, [&](auto rows, std::size_t n)
                                                 INLAY_INLINE_LAMBDA { run(rows, columns, n, o); });
        });
}

/// dw[i][o] += sum_n x[n][i] dy[n][o]             the sum of places.hpp; i < In, o < Columns
template <std::size_t In, std::size_t Columns, class Scalar>
INLAY_NOINLINE void gradient_of_rows(Rows<const Scalar> x, Rows<const Scalar> dy,
                                     Rows<Scalar> gradient, std::size_t count) {
    if (count == 0) return;
    constexpr Tile tile = dense_tile<Scalar>(In, Columns);
    constexpr std::size_t lanes = simd::Pack<Scalar>::lanes;
    for_each_panel<Scalar, Columns, tile.vectors>(
        [&](auto columns, std::size_t o) INLAY_INLINE_LAMBDA {
            for_each_block<In, tile.rows>([&](auto rows, std::size_t i) INLAY_INLINE_LAMBDA {
                const Factors<Scalar> factors{.a = x.at + i,
                                              .b = dy.at + o,
                                              .runs = 0,
                                              .taps = 0,
                                              .a_run = 0,
                                              .a_tap = x.step,
                                              .a_row = 1,
                                              .b_run = 0,
                                              .b_tap = dy.step};
                contract_places<rows, columns, any_number_of_rows>(
                    factors, {1, count},
                    [&](std::size_t row, std::size_t v, int some, auto sum) INLAY_INLINE_LAMBDA {
                        Scalar* const to = gradient[i + row] + o + v * lanes;
                        simd::store_some(to, simd::add(simd::load_some(to, some), sum), some);
                    });
            });
        });
}

/// What the forward formula of a cell is given: one time step of some examples, a row each.
template <class Scalar>
struct TimeStep {
    Rows<Scalar> gates;            ///< x W + b; the cell leaves there what its derivative reads
    Rows<const Scalar> before;     ///< the states, h first
    Rows<Scalar> after;            ///< where the new ones go
    Rows<Scalar> inner;            ///< room for Cell::inner numbers
    Rows<const Scalar> recurrent;  ///< the weights, a row for each unit
    const Scalar* bias;            ///< of the recurrent product, or null
    Rows<const Scalar> mask;       ///< a number for each example, or null
    std::size_t count;

    INLAY_INLINE bool skips(std::size_t n) const { return mask.at && *mask[n] == 0; }
};

/// What its backward formula is given.
template <class Scalar>
struct TimeSlope {
    Rows<const Scalar> gates;  ///< what the cell left there
    Rows<const Scalar> before, after;
    Rows<Scalar> states;  ///< d after, which becomes d before
    Rows<Scalar> slopes;  ///< assigned: the gradient of the products' sums
    Rows<Scalar> inner;
    Rows<const Scalar> transposed;  ///< the recurrent weights, a row for each column of theirs
    Rows<const Scalar> mask;
    std::size_t count;

    INLAY_INLINE bool skips(std::size_t n) const { return mask.at && *mask[n] == 0; }
};

/// Calls body(n, k, lanes) for the packs of the units of each example that is not masked, and
/// otherwise(n) for each other one.
template <std::size_t Units, class Scalar, class Step, class Otherwise, class Body>
INLAY_INLINE void for_each_unit(const Step& step, Otherwise&& otherwise, Body&& body) {
    for (std::size_t n = 0; n < step.count; ++n) {
        if (step.skips(n)) {
            otherwise(n);
            continue;
        }
        simd::for_each_pack<Scalar>(
            Units, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA { body(n, k, lanes); });
    }
}

/// The first `count` numbers of a row become 0.
template <class Scalar>
INLAY_INLINE void clear_row(Scalar* row, std::size_t count) {
    for (std::size_t k = 0; k < count; ++k) row[k] = 0;
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_RECURRENT_HPP
