// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_SPARSE_PLUS_HPP
#define INLAY_ACTIVATION_SPARSE_PLUS_HPP

#include <inlay/activation/elementwise.hpp>

namespace inlay::INLAY_ABI {

/// y = 0 up to -1, (x + 1)^2 / 4 up to 1, x beyond.
struct SparsePlus {
    static constexpr std::string_view title = "SparsePlus", name = "sparse_plus";

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        const Pack one = simd::constant<Pack>(1), zero = simd::zero<typename Pack::scalar>();
        const Pack half =
            simd::mul(simd::larger(simd::add(x, one), zero), simd::constant<Pack>(0.5));
        return simd::select(simd::less(x, one), simd::mul(half, half), x);
    }

    /// dx = dy min((x + 1) / 2, 1) = dy min(sqrt(y), 1)
    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        return simd::mul(dy, simd::smaller(simd::square_root(y), simd::constant<Pack>(1)));
    }
};

/// y = 0 up to -1, (x + 1) / 2 up to 1, 1 beyond; the derivative at -1 and at 1 is 0, as in Keras.
struct SparseSigmoid {
    static constexpr std::string_view title = "SparseSigmoid", name = "sparse_sigmoid";

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        const Pack one = simd::constant<Pack>(1), zero = simd::zero<typename Pack::scalar>();
        const Pack half = simd::mul(simd::add(x, one), simd::constant<Pack>(0.5));
        return simd::smaller(simd::larger(half, zero), one);
    }

    template <class Pack>
    INLAY_INLINE static Pack gradient(Pack y, Pack dy) {
        const Pack one = simd::constant<Pack>(1), zero = simd::zero<typename Pack::scalar>();
        const Pack half = simd::mul(dy, simd::constant<Pack>(0.5));
        return simd::select(simd::less(zero, y), simd::select(simd::less(y, one), half, zero),
                            zero);
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::SparsePlus;
using INLAY_ABI::SparseSigmoid;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_SPARSE_PLUS_HPP
