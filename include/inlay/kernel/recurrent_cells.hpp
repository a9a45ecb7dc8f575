// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_RECURRENT_CELLS_HPP
#define INLAY_KERNEL_RECURRENT_CELLS_HPP
// The cells of recurrent layers: what one time step makes of x W + b and of the state before it.
// Function is the activation, Gate that of the gates; U, the recurrent weights, is [units][gates x
// units]. A masked step leaves the state as it was. Counts are in rows of `Units` numbers:
//
//     gates     columns of the weights      states  kept from step to step, h first
//     slopes    gradients of sums; the first `gates` of them are those of x W + b
//     inner     room of a step

#include <inlay/kernel/recurrent.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// Block b of a row of several.
template <std::size_t Units, class Scalar>
INLAY_INLINE simd::Pack<Scalar> load_block(const Scalar* row, std::size_t b, std::size_t k,
                                           int lanes) {
    return simd::load_some(row + b * Units + k, lanes);
}
template <std::size_t Units, class Scalar>
INLAY_INLINE void store_block(Scalar* row, std::size_t b, std::size_t k, simd::Pack<Scalar> a,
                              int lanes) {
    simd::store_some(row + b * Units + k, a, lanes);
}

/// What all cells do where a step is masked.
template <std::size_t Units, class Cell>
struct Masked {
    template <class Scalar>
    INLAY_INLINE static void repeat(const TimeStep<Scalar>& s, std::size_t n) {
        copy_row<false>(s.before[n], s.after[n], Cell::states * Units);
    }
    template <class Scalar>
    INLAY_INLINE static void pass_on(const TimeSlope<Scalar>& s, std::size_t n) {
        clear_row(s.slopes[n], Cell::slopes * Units);
    }
};

/// h' = f(x W + b + h U)
template <class Function, class>
struct SimpleCell {
    static constexpr std::size_t gates = 1, states = 1, slopes = 1, inner = 0;
    static constexpr bool two_biases = false;

    template <std::size_t Units, class Scalar>
    INLAY_INLINE static void forward(const TimeStep<Scalar>& s) {
        multiply_rows<Units, Scalar>(s.before, Units, s.recurrent, s.gates, s.gates, s.count);
        for_each_unit<Units, Scalar>(
            s, [&](std::size_t n) { Masked<Units, SimpleCell>::repeat(s, n); },
            [&](std::size_t n, std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                const auto h = Function::value(load_block<Units>(s.gates[n], 0, k, lanes));
                store_block<Units>(s.after[n], 0, k, h, lanes);
            });
    }

    /// dz = f'(h') dh'      dh = dz U^T
    template <std::size_t Units, class Scalar>
    INLAY_INLINE static void backward(const TimeSlope<Scalar>& s) {
        for_each_unit<Units, Scalar>(
            s, [&](std::size_t n) { Masked<Units, SimpleCell>::pass_on(s, n); },
            [&](std::size_t n, std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                const auto dz = Function::gradient(load_block<Units>(s.after[n], 0, k, lanes),
                                                   load_block<Units>(s.states[n], 0, k, lanes));
                store_block<Units>(s.slopes[n], 0, k, dz, lanes);
                store_block<Units>(s.states[n], 0, k, simd::zero<Scalar>(), lanes);
            });
        multiply_rows<Units, Scalar>(s.slopes, Units, s.transposed, s.states, s.states, s.count);
    }

    /// dU[i][o] += sum_t h[t - 1][i] dz[t][o]
    ///
    /// `before` begins with the states before the slopes that `late` begins with; `after` and
    /// `each` are those of all steps.
    template <std::size_t Units, class Scalar>
    INLAY_INLINE static void weight_gradient(Rows<const Scalar> before, Rows<const Scalar>,
                                             Rows<const Scalar> late, Rows<const Scalar>,
                                             Rows<Scalar> gradient, std::size_t steps) {
        gradient_of_rows<Units, Units, Scalar>(before, late, gradient, steps - 1);
    }
};

/// i, f, g, o = z = x W + b + h U      c' = s(f) c + s(i) f(g)      h' = s(o) f(c')
template <class Function, class Gate>
struct LongShortCell {
    static constexpr std::size_t gates = 4, states = 2, slopes = 4, inner = 0;
    static constexpr bool two_biases = false;

    template <std::size_t Units, class Scalar>
    INLAY_INLINE static void forward(const TimeStep<Scalar>& s) {
        multiply_rows<4 * Units, Scalar>(s.before, Units, s.recurrent, s.gates, s.gates, s.count);
        for_each_unit<Units, Scalar>(
            s, [&](std::size_t n) { Masked<Units, LongShortCell>::repeat(s, n); },
            [&](std::size_t n, std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                Scalar* const z = s.gates[n];
                const auto i = Gate::value(load_block<Units>(z, 0, k, lanes));
                const auto f = Gate::value(load_block<Units>(z, 1, k, lanes));
                const auto g = Function::value(load_block<Units>(z, 2, k, lanes));
                const auto o = Gate::value(load_block<Units>(z, 3, k, lanes));
                const auto c =
                    simd::fma(f, load_block<Units>(s.before[n], 1, k, lanes), simd::mul(i, g));
                store_block<Units>(z, 0, k, i, lanes);
                store_block<Units>(z, 1, k, f, lanes);
                store_block<Units>(z, 2, k, g, lanes);
                store_block<Units>(z, 3, k, o, lanes);
                store_block<Units>(s.after[n], 0, k, simd::mul(o, Function::value(c)), lanes);
                store_block<Units>(s.after[n], 1, k, c, lanes);
            });
    }

    /// dc' += f'(c') s(o) dh'      dc = s(f) dc'      dh = dz U^T
    template <std::size_t Units, class Scalar>
    INLAY_INLINE static void backward(const TimeSlope<Scalar>& s) {
        for_each_unit<Units, Scalar>(
            s, [&](std::size_t n) { Masked<Units, LongShortCell>::pass_on(s, n); },
            [&](std::size_t n, std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                const Scalar* const z = s.gates[n];
                const auto i = load_block<Units>(z, 0, k, lanes);
                const auto f = load_block<Units>(z, 1, k, lanes);
                const auto g = load_block<Units>(z, 2, k, lanes);
                const auto o = load_block<Units>(z, 3, k, lanes);
                const auto a = Function::value(load_block<Units>(s.after[n], 1, k, lanes));
                const auto dh = load_block<Units>(s.states[n], 0, k, lanes);
                const auto dc = simd::add(load_block<Units>(s.states[n], 1, k, lanes),
                                          Function::gradient(a, simd::mul(dh, o)));
                const auto c = load_block<Units>(s.before[n], 1, k, lanes);
                Scalar* const dz = s.slopes[n];
                store_block<Units>(dz, 0, k, Gate::gradient(i, simd::mul(dc, g)), lanes);
                store_block<Units>(dz, 1, k, Gate::gradient(f, simd::mul(dc, c)), lanes);
                store_block<Units>(dz, 2, k, Function::gradient(g, simd::mul(dc, i)), lanes);
                store_block<Units>(dz, 3, k, Gate::gradient(o, simd::mul(dh, a)), lanes);
                store_block<Units>(s.states[n], 0, k, simd::zero<Scalar>(), lanes);
                store_block<Units>(s.states[n], 1, k, simd::mul(dc, f), lanes);
            });
        multiply_rows<Units, Scalar>(s.slopes, 4 * Units, s.transposed, s.states, s.states,
                                     s.count);
    }

    template <std::size_t Units, class Scalar>
    INLAY_INLINE static void weight_gradient(Rows<const Scalar> before, Rows<const Scalar>,
                                             Rows<const Scalar> late, Rows<const Scalar>,
                                             Rows<Scalar> gradient, std::size_t steps) {
        gradient_of_rows<Units, 4 * Units, Scalar>(before, late, gradient, steps - 1);
    }
};

/// What both gated cells make of z, the candidate g and h, and of the gradient of it:
///
/// h' = z h + (1 - z) g      dz = (h - g) dh'      dg = (1 - z) dh'      dh = z dh'
template <class Pack>
struct Mixed {
    Pack z, rest;

    INLAY_INLINE explicit Mixed(Pack gate)
        : z(gate), rest(simd::sub(simd::broadcast<typename Pack::scalar>(1), gate)) {}

    INLAY_INLINE Pack value(Pack h, Pack g) const { return simd::fma(z, h, simd::mul(rest, g)); }
};

/// z, r, g = x W + b, q = h U + b'      r = s(r + q)      z = s(z + q)      g = f(g + r q)
///
/// h' as above. States: h, and the third block of q; slopes: of z, r and g, and of that block.
template <class Function, class Gate>
struct GatedCell {
    static constexpr std::size_t gates = 3, states = 2, slopes = 4, inner = 3;
    static constexpr bool two_biases = true;

    template <std::size_t Units, class Scalar>
    INLAY_INLINE static void forward(const TimeStep<Scalar>& s) {
        multiply_rows<3 * Units, Scalar>(s.before, Units, s.recurrent, {s.bias, 0}, s.inner,
                                         s.count);
        for_each_unit<Units, Scalar>(
            s, [&](std::size_t n) { Masked<Units, GatedCell>::repeat(s, n); },
            [&](std::size_t n, std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                Scalar* const of_x = s.gates[n];
                const auto q = [&](std::size_t b) INLAY_INLINE_LAMBDA {
                    return load_block<Units>(s.inner[n], b, k, lanes);
                };
                const auto sum = [&](std::size_t b) INLAY_INLINE_LAMBDA {
                    return simd::add(load_block<Units>(of_x, b, k, lanes), q(b));
                };
                const Mixed mixed(Gate::value(sum(0)));
                const auto r = Gate::value(sum(1));
                const auto g =
                    Function::value(simd::fma(r, q(2), load_block<Units>(of_x, 2, k, lanes)));
                const auto h = load_block<Units>(s.before[n], 0, k, lanes);
                store_block<Units>(of_x, 0, k, mixed.z, lanes);
                store_block<Units>(of_x, 1, k, r, lanes);
                store_block<Units>(of_x, 2, k, g, lanes);
                store_block<Units>(s.after[n], 1, k, q(2), lanes);
                store_block<Units>(s.after[n], 0, k, mixed.value(h, g), lanes);
            });
    }

    /// dq = r dg      dr = q dg      dh = z dh' + dz U_z^T + dr U_r^T + dq U_g^T
    template <std::size_t Units, class Scalar>
    INLAY_INLINE static void backward(const TimeSlope<Scalar>& s) {
        for_each_unit<Units, Scalar>(
            s, [&](std::size_t n) { Masked<Units, GatedCell>::pass_on(s, n); },
            [&](std::size_t n, std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                const Mixed mixed(load_block<Units>(s.gates[n], 0, k, lanes));
                const auto r = load_block<Units>(s.gates[n], 1, k, lanes);
                const auto g = load_block<Units>(s.gates[n], 2, k, lanes);
                const auto h = load_block<Units>(s.before[n], 0, k, lanes);
                const auto q = load_block<Units>(s.after[n], 1, k, lanes);
                const auto dh = load_block<Units>(s.states[n], 0, k, lanes);
                const auto dg = Function::gradient(g, simd::mul(dh, mixed.rest));
                Scalar* const to = s.slopes[n];
                store_block<Units>(to, 0, k,
                                   Gate::gradient(mixed.z, simd::mul(dh, simd::sub(h, g))), lanes);
                store_block<Units>(to, 1, k, Gate::gradient(r, simd::mul(dg, q)), lanes);
                store_block<Units>(to, 2, k, dg, lanes);
                store_block<Units>(to, 3, k, simd::mul(dg, r), lanes);
                store_block<Units>(s.states[n], 0, k, simd::mul(dh, mixed.z), lanes);
            });
        multiply_rows<Units, Scalar>(s.slopes, 2 * Units, s.transposed, s.states, s.states,
                                     s.count);
        multiply_rows<Units, Scalar>(s.slopes.from(3 * Units), Units,
                                     s.transposed.from(2 * Units * Units), s.states, s.states,
                                     s.count);
    }

    template <std::size_t Units, class Scalar>
    INLAY_INLINE static void weight_gradient(Rows<const Scalar> before, Rows<const Scalar>,
                                             Rows<const Scalar> late, Rows<const Scalar>,
                                             Rows<Scalar> gradient, std::size_t steps) {
        gradient_of_rows<Units, 2 * Units, Scalar>(before, late, gradient, steps - 1);
        gradient_of_rows<Units, Units, Scalar>(before, late.from(3 * Units),
                                               gradient.from(2 * Units), steps - 1);
    }
};

/// z, r = s(x W + b + h U)      q = r h      g = f(x W + b + q U)
///
/// h' as above. States: h and q.
template <class Function, class Gate>
struct ResetFirstCell {
    static constexpr std::size_t gates = 3, states = 2, slopes = 3, inner = 1;
    static constexpr bool two_biases = false;

    template <std::size_t Units, class Scalar>
    INLAY_INLINE static void forward(const TimeStep<Scalar>& s) {
        multiply_rows<2 * Units, Scalar>(s.before, Units, s.recurrent, s.gates, s.gates, s.count);
        for (std::size_t n = 0; n < s.count; ++n)
            simd::for_each_pack<Scalar>(Units, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                const auto r = Gate::value(load_block<Units>(s.gates[n], 1, k, lanes));
                const auto h = load_block<Units>(s.before[n], 0, k, lanes);
                store_block<Units>(s.gates[n], 1, k, r, lanes);
                store_block<Units>(s.inner[n], 0, k, simd::mul(r, h), lanes);
            });
        multiply_rows<Units, Scalar>(s.inner, Units, s.recurrent.from(2 * Units),
                                     s.gates.from(2 * Units), s.gates.from(2 * Units), s.count);
        for_each_unit<Units, Scalar>(
            s, [&](std::size_t n) { Masked<Units, ResetFirstCell>::repeat(s, n); },
            [&](std::size_t n, std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                const Mixed mixed(Gate::value(load_block<Units>(s.gates[n], 0, k, lanes)));
                const auto g = Function::value(load_block<Units>(s.gates[n], 2, k, lanes));
                const auto h = load_block<Units>(s.before[n], 0, k, lanes);
                store_block<Units>(s.gates[n], 0, k, mixed.z, lanes);
                store_block<Units>(s.gates[n], 2, k, g, lanes);
                store_block<Units>(s.after[n], 1, k, load_block<Units>(s.inner[n], 0, k, lanes),
                                   lanes);
                store_block<Units>(s.after[n], 0, k, mixed.value(h, g), lanes);
            });
    }

    /// dq = dg U_g^T      dr = h dq      dh = z dh' + r dq + dz U_z^T + dr U_r^T
    template <std::size_t Units, class Scalar>
    INLAY_INLINE static void backward(const TimeSlope<Scalar>& s) {
        const auto pass_on = [&](std::size_t n) { Masked<Units, ResetFirstCell>::pass_on(s, n); };
        for_each_unit<Units, Scalar>(
            s, pass_on, [&](std::size_t n, std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                const Mixed mixed(load_block<Units>(s.gates[n], 0, k, lanes));
                const auto g = load_block<Units>(s.gates[n], 2, k, lanes);
                const auto h = load_block<Units>(s.before[n], 0, k, lanes);
                const auto dh = load_block<Units>(s.states[n], 0, k, lanes);
                Scalar* const to = s.slopes[n];
                store_block<Units>(to, 0, k,
                                   Gate::gradient(mixed.z, simd::mul(dh, simd::sub(h, g))), lanes);
                store_block<Units>(to, 2, k, Function::gradient(g, simd::mul(dh, mixed.rest)),
                                   lanes);
                store_block<Units>(s.states[n], 0, k, simd::mul(dh, mixed.z), lanes);
            });
        multiply_rows<Units, Scalar>(s.slopes.from(2 * Units), Units,
                                     s.transposed.from(2 * Units * Units), {}, s.inner, s.count);
        for_each_unit<Units, Scalar>(
            s, [](std::size_t) {},
            [&](std::size_t n, std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                const auto r = load_block<Units>(s.gates[n], 1, k, lanes);
                const auto h = load_block<Units>(s.before[n], 0, k, lanes);
                const auto dq = load_block<Units>(s.inner[n], 0, k, lanes);
                const auto dh = load_block<Units>(s.states[n], 0, k, lanes);
                store_block<Units>(s.slopes[n], 1, k, Gate::gradient(r, simd::mul(dq, h)), lanes);
                store_block<Units>(s.states[n], 0, k, simd::fma(dq, r, dh), lanes);
            });
        multiply_rows<Units, Scalar>(s.slopes, 2 * Units, s.transposed, s.states, s.states,
                                     s.count);
    }

    /// dU_g[i][o] += sum_t q[t][i] dg[t][o]
    template <std::size_t Units, class Scalar>
    INLAY_INLINE static void weight_gradient(Rows<const Scalar> before, Rows<const Scalar> after,
                                             Rows<const Scalar> late, Rows<const Scalar> each,
                                             Rows<Scalar> gradient, std::size_t steps) {
        gradient_of_rows<Units, 2 * Units, Scalar>(before, late, gradient, steps - 1);
        gradient_of_rows<Units, Units, Scalar>(after.from(Units), each.from(2 * Units),
                                               gradient.from(2 * Units), steps);
    }
};

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_RECURRENT_CELLS_HPP
