// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_UNIT_NORMALIZATION_HPP
#define INLAY_LAYER_UNIT_NORMALIZATION_HPP

#include <inlay/kernel/unit_norm.hpp>
#include <inlay/layer/along_axis.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Divides its input by its Euclidean norm along the innermost axis, or along Axis<1>: y = x /
/// max(sqrt(sum x^2), 1e-12).
template <class... Given>
struct UnitNormalization : AlongAxis<Given...> {
    using AlongAxis<Given...>::extents;

    static constexpr std::string_view title = "UnitNormalization", name = "unit_normalization";
    static constexpr bool is_activation = false;
    static constexpr bool backward_reads_output = true;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        UnitNormalization::dimension(in, complaint);
        return in;
    }

    /// The inverse norm of each place beside the axis.
    static constexpr std::size_t kept_count(const Shape& in) {
        return in.size() / in[UnitNormalization::Along::of(in.rank())];
    }

    /// y[k] = x[k] r      r = min(1 / sqrt(sum_j x[j]^2), 1e12)      for each place beside the axis
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr AxisExtents e = extents(binding.in, binding.rank);
        for (std::size_t k = 0, at = 0; k < pass.count * e.before; ++k, at += e.along * e.behind) {
            Scalar* const kept = pass.kept ? pass.kept + k * e.behind : nullptr;
            if constexpr (e.behind == 1)
                kernel::unit_norm(pass.x + at, pass.y + at, kept, e.along);
            else
                kernel::unit_norm_across(pass.x + at, pass.y + at, kept, e.along, e.behind);
        }
    }

    /// dx[k] (+)= r (dy[k] - y[k] sum_j y[j] dy[j])      without the sum where r is 1e12
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr AxisExtents e = extents(binding.in, binding.rank);
        for (std::size_t k = 0, at = 0; k < pass.count * e.before; ++k, at += e.along * e.behind) {
            const Scalar* const kept = pass.kept + k * e.behind;
            if constexpr (e.behind == 1)
                kernel::unit_norm_row_gradient(pass.y + at, pass.dy + at, kept, pass.dx + at,
                                               e.along, binding.accumulate);
            else
                kernel::unit_norm_across_gradient(pass.y + at, pass.dy + at, kept, pass.dx + at,
                                                  e.along, e.behind, binding.accumulate);
        }
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::UnitNormalization;
}  // namespace inlay

#endif  // INLAY_LAYER_UNIT_NORMALIZATION_HPP
