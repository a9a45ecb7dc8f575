// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_MAP_HPP
#define INLAY_KERNEL_MAP_HPP
// Functions of one element, over whole maps: activations, sums, copies, scales.

#include <inlay/shape/map.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// How many elements of a map lie one behind the other, and where run number r of them begins.
template <Map map>
struct Runs {
    static constexpr std::size_t length = map.dense_example() ? map.elements()
                                          : map.dense_rows()  ? map.width() * map.channels()
                                                              : map.channels();

    static constexpr std::size_t begin(std::size_t r) {
        if constexpr (length == map.elements()) return map.origin();
        if constexpr (map.dense_rows()) return map.row(r);
        return map.row(r / map.width()) + r % map.width() * map.pixel();
    }
};

/// Calls body(at_a, at_b, length) for each run of elements that lie one behind the other in both
/// maps of `count` examples, in row order, whatever shapes the maps have.
template <Map a, Map b, class Body>
INLAY_INLINE void for_each_run(std::size_t count, Body&& body) {
    static_assert(a.elements() == b.elements(), "inlay: the maps differ in size");
    constexpr std::size_t run_a = Runs<a>::length, run_b = Runs<b>::length;
    if constexpr (a.dense() && b.dense()) {
        body(std::size_t{0}, std::size_t{0}, count * a.size());
    } else if constexpr (run_a % run_b == 0 || run_b % run_a == 0) {
        constexpr std::size_t run = run_a < run_b ? run_a : run_b;
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t k = 0; k < a.elements(); k += run)
                body(n * a.size() + Runs<a>::begin(k / run_a) + k % run_a,
                     n * b.size() + Runs<b>::begin(k / run_b) + k % run_b, run);
    } else {
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t k = 0, run = 0; k < a.elements(); k += run) {
                const std::size_t left_a = run_a - k % run_a, left_b = run_b - k % run_b;
                run = left_a < left_b ? left_a : left_b;
                body(n * a.size() + Runs<a>::begin(k / run_a) + k % run_a,
                     n * b.size() + Runs<b>::begin(k / run_b) + k % run_b, run);
            }
    }
}

/// Calls body(at_a, at_b) for each cell of `count` examples of two maps with the same cells.
template <Map a, Map b, class Body>
INLAY_INLINE void for_each_row(std::size_t count, Body&& body) {
    static_assert(a.rows() == b.rows() && a.width() == b.width(), "inlay: the maps differ");
    for (std::size_t n = 0; n < count; ++n)
        for (std::size_t p = 0; p < a.rows(); ++p)
            for (std::size_t q = 0; q < a.width(); ++q)
                body(n * a.size() + a.row(p) + q * a.pixel(),
                     n * b.size() + b.row(p) + q * b.pixel());
}

/// y[k] = f(x[k])
template <class Function, Map in, Map out, class Scalar>
INLAY_NOINLINE void map(const Scalar* x, Scalar* y, std::size_t count) {
    for_each_run<in, out>(
        count, [&](std::size_t from, std::size_t to, std::size_t length) INLAY_INLINE_LAMBDA {
            simd::for_each_pack<Scalar>(length, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                simd::store_some(y + to + k, Function::value(simd::load_some(x + from + k, lanes)),
                                 lanes);
            });
        });
}

/// dx[k] (+)= f'(r[k]) dy[k]                      r: y, or x where f's derivative reads that
template <class Function, Map read, Map out, Map in, bool accumulate, class Scalar>
INLAY_NOINLINE void map_gradient(const Scalar* r, const Scalar* dy, Scalar* dx, std::size_t count) {
    // r lies as dy or as dx does.
    static_assert(read == in || read == out, "inlay: what the derivative reads lies elsewhere");
    for_each_run<in, out>(
        count, [&](std::size_t to, std::size_t from, std::size_t length) INLAY_INLINE_LAMBDA {
            const Scalar* const at = r + (read == out ? from : to);
            simd::for_each_pack<Scalar>(length, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
                auto value = Function::gradient(simd::load_some(at + k, lanes),
                                                simd::load_some(dy + from + k, lanes));
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
    for_each_run<in, out>(
        count, [&](std::size_t from, std::size_t to, std::size_t length)
                   INLAY_INLINE_LAMBDA { copy_row<accumulate>(x + from, y + to, length); });
}

/// Writes zeros to a border around every example of a map.
template <Map map, Halo halo, class Scalar>
INLAY_NOINLINE void clear_border(Scalar* x, std::size_t count) {
    const auto clear = [](Scalar* from, std::size_t cells) {
        if constexpr (map.pixel() == map.channels())
            for (std::size_t k = 0; k < cells * map.channels(); ++k) from[k] = 0;
        else
            for (std::size_t q = 0; q < cells; ++q)
                for (std::size_t c = 0; c < map.channels(); ++c) from[q * map.pixel() + c] = 0;
    };
    x += map.origin() - halo.front * map.plane() - halo.top * map.pitch() - halo.left * map.pixel();
    for (std::size_t n = 0; n < count; ++n, x += map.size()) {
        for (std::size_t d = 0; d < halo.front + map.depth() + halo.back; ++d) {
            const bool in_depth = d >= halo.front && d < halo.front + map.depth();
            for (std::size_t h = 0; h < halo.top + map.height() + halo.bottom; ++h) {
                Scalar* const row = x + d * map.plane() + h * map.pitch();
                if (in_depth && h >= halo.top && h < halo.top + map.height()) {
                    clear(row, halo.left);
                    clear(row + (halo.left + map.width()) * map.pixel(), halo.right);
                } else {
                    clear(row, halo.left + map.width() + halo.right);
                }
            }
        }
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_MAP_HPP
