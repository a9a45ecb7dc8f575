// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_COMBINE_HPP
#define INLAY_KERNEL_COMBINE_HPP
// Functions of several maps, element by element; extents of 1 serve all places along their axis.

#include <inlay/kernel/epilogue.hpp>
#include <inlay/kernel/places.hpp>
#include <inlay/shape/map.hpp>
#include <inlay/simd/lanes.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// What the compiler knows of a combination: Joint is layer/pass.hpp's.
template <auto joint>
struct Combination {
    static constexpr std::size_t inputs = sizeof joint.in / sizeof joint.in[0];
    static constexpr Map out = joint.out;

    template <std::size_t k>
    static constexpr Spread input{joint.in[k].map, joint.out};

    /// Whether all maps lie one behind the other and alike.
    static constexpr bool plain = [] {
        bool all = out.dense();
        for (const auto& reading : joint.in)
            all = all && reading.map.dense() && reading.map.alike(out);
        return all;
    }();

    /// Whether all maps are alike, and the cells of a row lie one behind the other: then a row is
    /// read as one cell of many channels.
    static constexpr bool by_rows = [] {
        bool all = out.dense_rows();
        for (const auto& reading : joint.in)
            all = all && reading.map.dense_rows() && reading.map.alike(out);
        return all;
    }();

    /// The values of all inputs at a place.
    template <class Scalar>
    struct Values {
        simd::Pack<Scalar> of[inputs];

        INLAY_INLINE Values(const Scalar* const* x, const Place& place) {
            simd::unroll<inputs>(
                [&](auto k) INLAY_INLINE_LAMBDA { of[k] = read_at<input<k>>(x[k], place); });
        }

        /// Of plain maps, at element `at` of all examples.
        INLAY_INLINE Values(const Scalar* const* x, std::size_t at, int lanes) {
            simd::unroll<inputs>(
                [&](auto k) INLAY_INLINE_LAMBDA { of[k] = simd::load_some(x[k] + at, lanes); });
        }
    };
};

/// y = f(Function(x_1, x_2 ...))
template <auto joint, class Function, class Epilogue, class Scalar>
INLAY_NOINLINE void combine(const Scalar* const* x, Scalar* y, std::size_t count,
                            Epilogue epilogue) {
    using It = Combination<joint>;
    using Values = typename It::template Values<Scalar>;
    constexpr Map out = joint.out;
    constexpr bool by_rows = It::by_rows && Epilogue::with.by_rows(out);
    if constexpr (It::plain && Epilogue::with.plain(out)) {
        simd::for_each_pack<Scalar>(
            count * out.size(), [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
                const auto value = Function::value(Values(x, at, lanes).of);
                simd::store_some(y + at, epilogue(value, Place{0, 0, 0, at, lanes}), lanes);
            });
    } else {
        for_each_place<Scalar, out, by_rows>(count, [&](const Place& place) INLAY_INLINE_LAMBDA {
            const auto value = Function::value(Values(x, place).of);
            simd::store_some(y + offset_at<out>(place), epilogue(value, place), place.lanes);
        });
    }
}

/// dx_k (+)= sum Function's derivative by x_k times dy, over the places that an element of x_k
/// serves: the sum of places.hpp over them, then over the channels
template <auto joint, std::size_t k, class Function, class Scalar>
INLAY_NOINLINE void combine_gradient(const Scalar* const* x, const Scalar* dy, Scalar* dx,
                                     std::size_t count) {
    using It = Combination<joint>;
    using Values = typename It::template Values<Scalar>;
    constexpr Map in = joint.in[k].map, out = joint.out;
    constexpr Spread spread(in, out);
    constexpr bool accumulate = joint.in[k].accumulate;
    const auto add = [](Scalar* to, auto term, int lanes) INLAY_INLINE_LAMBDA {
        if constexpr (accumulate) term = simd::add(simd::load_some(to, lanes), term);
        simd::store_some(to, term, lanes);
    };
    if constexpr (It::plain) {
        simd::for_each_pack<Scalar>(count * out.size(), [&](std::size_t at,
                                                            int lanes) INLAY_INLINE_LAMBDA {
            const Values values(x, at, lanes);
            add(dx + at, Function::template gradient<k>(values.of, simd::load_some(dy + at, lanes)),
                lanes);
        });
    } else if constexpr (It::by_rows) {
        for_each_place<Scalar, out, true>(count, [&](const Place& place) INLAY_INLINE_LAMBDA {
            const Values values(x, place);
            const auto above = simd::load_some(dy + offset_at<out>(place), place.lanes);
            add(dx + offset_at<in>(place), Function::template gradient<k>(values.of, above),
                place.lanes);
        });
    } else {
        constexpr Chains served = spread.served(out);
        constexpr std::size_t high = spread.along[1] ? out.height() : 1;
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t row = 0; row < in.rows(); ++row)
                for (std::size_t column = 0; column < in.width(); ++column) {
                    Scalar* const to = dx + n * in.size() + in.row(row) + column * in.pixel();
                    const auto sum = [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                        return sum_places<Scalar, served>(
                            served,
                            [&](auto chain, std::size_t i, std::size_t j) INLAY_INLINE_LAMBDA {
                                const std::size_t d =
                                    spread.along[0] ? i / high : row / in.height();
                                const std::size_t h =
                                    spread.along[1] ? i % high : row % in.height();
                                const std::size_t p = d * out.height() + h;
                                const std::size_t q = spread.along[2] ? j : column;
                                const Place place{n, p, q, c, lanes};
                                const Values values(x, place);
                                const auto above =
                                    simd::load_some(dy + offset_at<out>(place), lanes);
                                return simd::add(chain,
                                                 Function::template gradient<k>(values.of, above));
                            });
                    };
                    if constexpr (spread.channel) {
                        Scalar sums[out.channels()];
                        simd::for_each_pack<Scalar>(
                            out.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                                simd::store_some(sums + c, sum(c, lanes), lanes);
                            });
                        add(to, simd::broadcast<Scalar>(simd::sum(sums, out.channels())), 1);
                    } else {
                        simd::for_each_pack<Scalar>(
                            out.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                                add(to + c, sum(c, lanes), lanes);
                            });
                    }
                }
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_COMBINE_HPP
