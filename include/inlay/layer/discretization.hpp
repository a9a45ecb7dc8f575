// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_DISCRETIZATION_HPP
#define INLAY_LAYER_DISCRETIZATION_HPP

#include <inlay/kernel/map.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/simd/pack.hpp>
#include <inlay/text/number.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// The number of the bin that each element lies in, by Edges in rising order: 0 below the first,
/// and an edge belongs to the bin above it. Discretization<0, 0.5, 1> has four bins, which
/// CategoryEncoding<4, OneHot> or Embedding<4, 8> behind it takes apart.
template <Number... Edges>
struct Discretization : LayerDefaults {
    static constexpr std::string_view title = "Discretization", name = "discretization";

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        if (!rise()) {
            complaint.needs << "needs edges in rising order, one at least";
            complaint.remedy << "write them such as Discretization<0, 0.5, 1>";
        }
        return in;
    }

    /// y[k] = how many edges are x[k] at most
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::map<Bin, binding.in, binding.out>(pass.x, pass.y, pass.count);
    }

    /// dx = 0
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        if constexpr (binding.input_gradient && !binding.accumulate)
            for (std::size_t k = 0; k < pass.count * binding.in.size(); ++k) pass.dx[k] = 0;
    }

private:
    static constexpr bool rise() {
        constexpr double edges[]{Edges.value..., 0};
        bool rising = sizeof...(Edges) > 0;
        for (std::size_t k = 1; k < sizeof...(Edges); ++k)
            rising = rising && edges[k - 1] < edges[k];
        return rising;
    }

    struct Bin {
        template <class Pack>
        INLAY_INLINE static Pack value(Pack x) {
            using Scalar = typename Pack::scalar;
            const auto zero = simd::zero<Scalar>(), one = simd::broadcast(Scalar{1});
            Pack bin = zero;
            ((bin = simd::add(
                  bin, simd::select(
                           simd::less_equal(simd::broadcast(static_cast<Scalar>(Edges.value)), x),
                           one, zero))),
             ...);
            return bin;
        }
    };
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Discretization;
}  // namespace inlay

#endif  // INLAY_LAYER_DISCRETIZATION_HPP
