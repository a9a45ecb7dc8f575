// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_MAP_HPP
#define INLAY_KERNEL_MAP_HPP
// Functions of one element, over whole maps: activations, sums, copies, scales.

#include <inlay/shape/map.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// Calls body(at_a, at_b, length) for each stretch of elements that is contiguous in both maps of
/// `count` examples: whole examples where neither has a border, rows of an image otherwise.
template <Map a, Map b, class Body>
INLAY_INLINE void for_each_stretch(std::size_t count, Body&& body) {
    constexpr std::size_t row = a.width() * a.channels();
    if constexpr (a.halo.empty() && b.halo.empty()) {
        body(std::size_t{0}, std::size_t{0}, count * a.size());
    } else {
        static_assert(a.shape == b.shape, "a map with a border keeps its shape");
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t p = 0; p < a.height(); ++p)
                body(n * a.size() + a.origin() + p * a.pitch(),
                     n * b.size() + b.origin() + p * b.pitch(), row);
    }
}

/// Calls body(at_a, at_b) for each innermost row of `count` examples of two maps of one shape.
template <Map a, Map b, class Body>
INLAY_INLINE void for_each_row(std::size_t count, Body&& body) {
    for (std::size_t n = 0; n < count; ++n)
        for (std::size_t p = 0; p < a.height(); ++p)
            for (std::size_t q = 0; q < a.width(); ++q)
                body(n * a.size() + a.origin() + p * a.pitch() + q * a.channels(),
                     n * b.size() + b.origin() + p * b.pitch() + q * b.channels());
}

/// y[k] = f(x[k])                                 or y[k] = f(y[k] + x[k]) where `accumulate`
template <Map in, Map out, bool accumulate, class Function, class Scalar>
INLAY_NOINLINE void map(const Scalar* x, Scalar* y, std::size_t count, Function f) {
    for_each_stretch<in, out>(
        count, [&](std::size_t from, std::size_t to, std::size_t length) INLAY_INLINE_LAMBDA {
            simd::for_each_pack<Scalar>(length, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                auto value = simd::load_some(x + from + k, lanes);
                if constexpr (accumulate)
                    value = simd::add(simd::load_some(y + to + k, lanes), value);
                simd::store_some(y + to + k, f(value), lanes);
            });
        });
}

/// dx[k] (+)= g(y[k], dy[k])                      y and dy lie in `out`, dx in `in`
template <Map in, Map out, bool accumulate, class Gradient, class Scalar>
INLAY_NOINLINE void map_gradient(const Scalar* y, const Scalar* dy, Scalar* dx, std::size_t count,
                                 Gradient g) {
    for_each_stretch<in, out>(
        count, [&](std::size_t to, std::size_t from, std::size_t length) INLAY_INLINE_LAMBDA {
            simd::for_each_pack<Scalar>(length, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                auto value =
                    g(simd::load_some(y + from + k, lanes), simd::load_some(dy + from + k, lanes));
                if constexpr (accumulate)
                    value = simd::add(simd::load_some(dx + to + k, lanes), value);
                simd::store_some(dx + to + k, value, lanes);
            });
        });
}

/// to[k] (+)= from[k]
template <bool accumulate, class Scalar>
INLAY_INLINE void copy_row(const Scalar* from, Scalar* to, std::size_t length) {
    simd::for_each_pack<Scalar>(length, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
        auto value = simd::load_some(from + k, lanes);
        if constexpr (accumulate) value = simd::add(simd::load_some(to + k, lanes), value);
        simd::store_some(to + k, value, lanes);
    });
}

/// y[k] (+)= x[k] in row order, whatever shapes and borders the two maps have.
template <Map in, Map out, bool accumulate, class Scalar>
INLAY_NOINLINE void copy(const Scalar* x, Scalar* y, std::size_t count) {
    if constexpr (in.shape == out.shape || (in.halo.empty() && out.halo.empty())) {
        for_each_stretch<in, out>(
            count, [&](std::size_t from, std::size_t to, std::size_t length)
                       INLAY_INLINE_LAMBDA { copy_row<accumulate>(x + from, y + to, length); });
    } else if constexpr (out.halo.empty()) {
        constexpr std::size_t row = in.width() * in.channels();
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t p = 0; p < in.height(); ++p, y += row)
                copy_row<accumulate>(x + n * in.size() + in.origin() + p * in.pitch(), y, row);
    } else {
        constexpr std::size_t row = out.width() * out.channels();
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t p = 0; p < out.height(); ++p, x += row)
                copy_row<accumulate>(x, y + n * out.size() + out.origin() + p * out.pitch(), row);
    }
}

/// Writes zeros to the border of every example.
template <Map in, class Scalar>
INLAY_NOINLINE void clear_halo(Scalar* x, std::size_t count) {
    constexpr std::size_t channels = in.channels(), row = in.width() * channels;
    const auto clear = [](Scalar* from, std::size_t length) {
        for (std::size_t k = 0; k < length; ++k) from[k] = 0;
    };
    for (std::size_t n = 0; n < count; ++n, x += in.size()) {
        clear(x, in.halo.top * in.pitch());
        for (std::size_t p = 0; p < in.height(); ++p) {
            Scalar* const start = x + (in.halo.top + p) * in.pitch();
            clear(start, in.halo.left * channels);
            clear(start + in.halo.left * channels + row, in.halo.right * channels);
        }
        clear(x + (in.halo.top + in.height()) * in.pitch(), in.halo.bottom * in.pitch());
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_MAP_HPP
