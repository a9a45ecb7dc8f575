// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_DISCRETIZATION_HPP
#define INLAY_LAYER_DISCRETIZATION_HPP

#include <inlay/layer/numbering.hpp>
#include <inlay/simd/pack.hpp>
#include <inlay/text/number.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// How many edges are x at most.
template <Number... Edges>
struct BinOf {
    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        using Scalar = typename Pack::scalar;
        const auto zero = simd::zero<Scalar>(), one = simd::broadcast(Scalar{1});
        Pack bin = zero;
        ((bin = simd::add(
              bin,
              simd::select(simd::less_equal(simd::broadcast(static_cast<Scalar>(Edges.value)), x),
                           one, zero))),
         ...);
        return bin;
    }
};

/// The number of the bin that each element lies in, by Edges in rising order: 0 below the first,
/// and an edge belongs to the bin above it. Discretization<0, 0.5, 1> has four bins, which
/// CategoryEncoding<4, OneHot> or Embedding<4, 8> behind it takes apart.
template <Number... Edges>
struct Discretization : Numbering<BinOf<Edges...>> {
    static constexpr std::string_view title = "Discretization", name = "discretization";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        if (!rise()) {
            complaint.needs << "needs edges in rising order, one at least";
            complaint.remedy << "write them such as Discretization<0, 0.5, 1>";
        }
        return in;
    }

private:
    static constexpr bool rise() {
        constexpr double edges[]{Edges.value..., 0};
        bool rising = sizeof...(Edges) > 0;
        for (std::size_t k = 1; k < sizeof...(Edges); ++k)
            rising = rising && edges[k - 1] < edges[k];
        return rising;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Discretization;
}  // namespace inlay

#endif  // INLAY_LAYER_DISCRETIZATION_HPP
