// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_OPTION_POOLING_HPP
#define INLAY_ZOO_OPTION_POOLING_HPP
#include <inlay/layer/average.hpp>
#include <inlay/layer/global_average_pool.hpp>
#include <inlay/layer/global_max_pool.hpp>
#include <inlay/layer/maximum.hpp>
#include <inlay/layer/named.hpp>
#include <inlay/layer/option/kind.hpp>

namespace inlay::INLAY_ABI {

/// What becomes of the maps at the end of a network with NoTop: Pooling<Average> is
/// GlobalAveragePool, Pooling<Maximum> GlobalMaxPool; the maps themselves unless said.
template <template <class...> class Kind>
struct Pooling {
    static_assert(sizeof(Kind<>) == 0, "inlay: Pooling takes Average or Maximum");
};

template <>
struct Pooling<Average> {
    static constexpr option::Kind kind = "pooling";
    using Layer = GlobalAveragePool;
    using Called = Named<"avg_pool", Layer>;
};

template <>
struct Pooling<Maximum> {
    static constexpr option::Kind kind = "pooling";
    using Layer = GlobalMaxPool;
    using Called = Named<"max_pool", Layer>;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Pooling;
}  // namespace inlay

#endif  // INLAY_ZOO_OPTION_POOLING_HPP
