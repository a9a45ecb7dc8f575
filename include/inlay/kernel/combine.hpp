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

/// One of several inputs, read at the places of the output.
struct Spread {
    Map map;          ///< with the output's cells, and steps of 0 where one cell serves them all
    bool along[3]{};  ///< the axes where it does
    bool channel = false;  ///< one channel serves all

    constexpr Spread(const Map& in, const Map& out) : map(in), channel(in.vector < out.vector) {
        for (int a = 0; a < 3; ++a) {
            if (in.axes[a].cells == out.axes[a].cells) continue;
            along[a] = true;
            map.axes[a] = {out.axes[a].cells, 0};
        }
    }

    constexpr bool spreads() const { return along[0] || along[1] || along[2] || channel; }

    /// The places of the output that one element of the input serves, as rows and columns.
    constexpr Chains served(const Map& out) const {
        return {(along[0] ? out.depth() : 1) * (along[1] ? out.height() : 1),
                along[2] ? out.width() : 1};
    }
};

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
    static constexpr std::size_t run = by_rows ? out.width() * out.channels() : out.channels();

    /// The values of all inputs for channels [c, c + lanes) at column q of row p of example n.
    template <class Scalar>
    struct Values {
        simd::Pack<Scalar> of[inputs];

        INLAY_INLINE Values(const Scalar* const* x, std::size_t n, std::size_t p, std::size_t q,
                            std::size_t c, int lanes) {
            simd::unroll<inputs>([&](auto k) INLAY_INLINE_LAMBDA {
                constexpr Spread from = input<k>;
                const Scalar* const cell =
                    x[k] + n * from.map.size() + from.map.row(p) + q * from.map.pixel();
                if constexpr (from.channel)
                    of[k] = simd::broadcast(*cell);
                else
                    of[k] = simd::load_some(cell + c, lanes);
            });
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
    constexpr std::size_t columns = by_rows ? 1 : out.width();
    constexpr std::size_t run = by_rows ? out.width() * out.channels() : out.channels();
    if constexpr (It::plain && Epilogue::with.plain(out)) {
        simd::for_each_pack<Scalar>(
            count * out.size(), [&](std::size_t at, int lanes) INLAY_INLINE_LAMBDA {
                const auto value = Function::value(Values(x, at, lanes).of);
                simd::store_some(y + at, epilogue(value, Place{0, 0, 0, at, lanes}), lanes);
            });
    } else {
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t p = 0; p < out.rows(); ++p)
                for (std::size_t q = 0; q < columns; ++q) {
                    Scalar* const to = y + n * out.size() + out.row(p) + q * out.pixel();
                    simd::for_each_pack<Scalar>(run, [&](std::size_t c,
                                                         int lanes) INLAY_INLINE_LAMBDA {
                        const auto value = Function::value(Values(x, n, p, q, c, lanes).of);
                        simd::store_some(to + c, epilogue(value, Place{n, p, q, c, lanes}), lanes);
                    });
                }
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
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t p = 0; p < out.rows(); ++p)
                simd::for_each_pack<Scalar>(It::run, [&](std::size_t c,
                                                         int lanes) INLAY_INLINE_LAMBDA {
                    const auto above = simd::load_some(dy + n * out.size() + out.row(p) + c, lanes);
                    const Values values(x, n, p, 0, c, lanes);
                    add(dx + n * in.size() + in.row(p) + c,
                        Function::template gradient<k>(values.of, above), lanes);
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
                                const Values values(x, n, p, q, c, lanes);
                                const auto above = simd::load_some(
                                    dy + n * out.size() + out.row(p) + q * out.pixel() + c, lanes);
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
