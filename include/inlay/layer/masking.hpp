// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_MASKING_HPP
#define INLAY_LAYER_MASKING_HPP

#include <inlay/layer/layer.hpp>
#include <inlay/shape/map.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>
#include <inlay/text/number.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Masks the steps of a sequence whose features all equal Value: they become 0, and layers behind
/// that read masks leave them out.
template <Number Value = 0.0>
struct Masking : LayerDefaults {
    static constexpr std::string_view title = "Masking", name = "masking";
    static constexpr Masks masks = Masks::make;
    static constexpr Steps steps = Steps::each;

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        if (in.rank() != 2) {
            complaint.needs << "needs a sequence of steps x features";
            complaint.remedy << "give the network an input such as Input<100, 8>";
        }
        return in;
    }

    /// m[q] = 1 where a feature of step q is not Value, 0 elsewhere      y[q][c] = m[q] x[q][c]
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr Map in = binding.in;
        for (std::size_t n = 0; n < pass.count; ++n)
            for (std::size_t q = 0; q < in.width(); ++q) {
                const Scalar* const x = pass.x + n * in.size() + in.origin() + q * in.pixel();
                bool masked = true;
                for (std::size_t c = 0; c < in.channels(); ++c)
                    masked = masked && x[c] == static_cast<Scalar>(Value.value);
                pass.new_mask[n * in.width() + q] = masked ? Scalar{0} : Scalar{1};
            }
        keep<in, binding.out, false>(pass.x, pass.new_mask, pass.y, pass.count);
    }

    /// dx[q][c] (+)= m[q] dy[q][c]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        keep<binding.out, binding.in, binding.accumulate>(pass.dy, pass.mask, pass.dx, pass.count);
    }

private:
    template <Map in, Map out, bool accumulate, class Scalar>
    static void keep(const Scalar* x, const Scalar* mask, Scalar* y, std::size_t count) {
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t q = 0; q < in.width(); ++q) {
                const Scalar* const from = x + n * in.size() + in.origin() + q * in.pixel();
                Scalar* const to = y + n * out.size() + out.origin() + q * out.pixel();
                const bool kept = mask[n * in.width() + q] != 0;
                simd::for_each_pack<Scalar>(
                    in.channels(), [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                        auto value = kept ? simd::load_some(from + c, lanes) : simd::zero<Scalar>();
                        if constexpr (accumulate)
                            value = simd::add(simd::load_some(to + c, lanes), value);
                        simd::store_some(to + c, value, lanes);
                    });
            }
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Masking;
}  // namespace inlay

#endif  // INLAY_LAYER_MASKING_HPP
