// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_REPEAT_HPP
#define INLAY_KERNEL_REPEAT_HPP
// Each cell several times along each axis: the maps tell how often.

#include <inlay/kernel/pool.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// Windows side by side over the larger map, one for each cell of the smaller: its copies.
constexpr Windows copies_of(const Map& small, const Map& large) {
    const auto side_by_side = [&](int axis) {
        const std::size_t copies = large.axes[axis].cells / small.axes[axis].cells;
        return Window{copies, copies};
    };
    return {side_by_side(1), side_by_side(2), side_by_side(0)};
}

/// y[copies of p, q][c] = x[p][q][c]
template <Map in, Map out, class Scalar>
INLAY_NOINLINE void repeat(const Scalar* x, Scalar* y, std::size_t count) {
    for (std::size_t n = 0; n < count; ++n, x += in.size(), y += out.size()) {
        for_each_window<out, in, copies_of(in, out)>(
            [&](std::size_t from, const Cells& copies) INLAY_INLINE_LAMBDA {
                simd::for_each_pack<Scalar>(
                    in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                        const auto value = simd::load_some(x + from + c, lanes);
                        for_each_cell<out>(copies, [&](std::size_t to) INLAY_INLINE_LAMBDA {
                            simd::store_some(y + to + c, value, lanes);
                        });
                    });
            });
    }
}

/// dx[p][q][c] (+)= sum of dy[copies of p, q][c]
template <Map in, Map out, bool accumulate, class Scalar>
INLAY_NOINLINE void repeat_gradient(const Scalar* dy, Scalar* dx, std::size_t count) {
    constexpr Windows window = copies_of(in, out);
    constexpr Chains places{window.depth.size * window.height.size, window.width.size};
    for (std::size_t n = 0; n < count; ++n, dx += in.size(), dy += out.size()) {
        for_each_window<out, in, window>([&](std::size_t to,
                                             const Cells& copies) INLAY_INLINE_LAMBDA {
            simd::for_each_pack<Scalar>(
                in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                    auto sum = sum_places<Scalar, places>(
                        places, [&](auto chain, std::size_t r, std::size_t q) INLAY_INLINE_LAMBDA {
                            const Scalar* const cell = dy + copies.template at<out>(r, q) + c;
                            return simd::add(chain, simd::load_some(cell, lanes));
                        });
                    if constexpr (accumulate)
                        sum = simd::add(simd::load_some(dx + to + c, lanes), sum);
                    simd::store_some(dx + to + c, sum, lanes);
                });
        });
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_REPEAT_HPP
