// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_INTEGER_LOOKUP_HPP
#define INLAY_LAYER_INTEGER_LOOKUP_HPP

#include <inlay/layer/numbering.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// The place of x among some tokens, counted from 1; 0 where it is none of them.
template <std::int64_t... Tokens>
struct PlaceAmong {
    static constexpr std::int64_t tokens[]{Tokens..., 0};

    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        using Scalar = typename Pack::scalar;
        Pack place = simd::zero<Scalar>();
        for (std::size_t k = 0; k < sizeof...(Tokens); ++k)
            place = simd::select(simd::equal(x, simd::broadcast(static_cast<Scalar>(tokens[k]))),
                                 simd::broadcast(static_cast<Scalar>(k + 1)), place);
        return place;
    }
};

/// The place of each whole number in a vocabulary, counted from 1; 0 for one that it lacks.
/// IntegerLookup<12, 36, 1138> gives 0 to 3, which CategoryEncoding<4, OneHot> or Embedding<4, 8>
/// behind it takes apart. A network in float tells whole numbers up to 2^24 apart.
template <std::int64_t... Tokens>
struct IntegerLookup : Numbering<PlaceAmong<Tokens...>> {
    static constexpr std::string_view title = "IntegerLookup", name = "integer_lookup";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        if (sizeof...(Tokens) == 0 || repeats()) {
            complaint.needs << "needs different tokens, one at least";
            complaint.remedy << "write them such as IntegerLookup<12, 36, 1138>";
        }
        return in;
    }

private:
    static constexpr bool repeats() {
        constexpr std::int64_t tokens[]{Tokens..., 0};
        for (std::size_t k = 0; k < sizeof...(Tokens); ++k)
            for (std::size_t before = 0; before < k; ++before)
                if (tokens[before] == tokens[k]) return true;
        return false;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::IntegerLookup;
}  // namespace inlay

#endif  // INLAY_LAYER_INTEGER_LOOKUP_HPP
