// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_HASHING_HPP
#define INLAY_LAYER_HASHING_HPP

#include <inlay/kernel/fingerprint.hpp>
#include <inlay/layer/numbering.hpp>
#include <inlay/layer/options.hpp>
#include <inlay/simd/pack.hpp>

#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// The bin that a whole number falls into; `masks` says whether bin 0 is kept for one of them.
template <std::int64_t bins, bool masks, std::int64_t mask>
struct BinByHash {
    template <class Pack>
    INLAY_INLINE static Pack value(Pack x) {
        using Scalar = typename Pack::scalar;
        Scalar numbers[Pack::lanes];
        simd::store(numbers, x);
        for (Scalar& number : numbers) number = static_cast<Scalar>(bin(whole(number)));
        return simd::load(numbers);
    }

private:
    /// Without its fraction; one that no 64 bits hold is the least of those that they do.
    template <class Scalar>
    static std::int64_t whole(Scalar x) {
        constexpr auto end = static_cast<Scalar>(std::uint64_t{1} << 63);
        return -end < x && x < end ? static_cast<std::int64_t>(x)
                                   : static_cast<std::int64_t>(std::uint64_t{1} << 63);
    }

    INLAY_NOINLINE static std::int64_t bin(std::int64_t number) {
        if (masks && number == mask) return 0;
        const auto others = static_cast<std::uint64_t>(masks ? bins - 1 : bins);
        return static_cast<std::int64_t>(kernel::fingerprint(number) % others) + (masks ? 1 : 0);
    }
};

/// Whole numbers spread over Bins bins, 0 to Bins - 1, by Keras's hash: FarmHash's fingerprint of
/// the digits. CategoryEncoding<Bins, OneHot> or Embedding<Bins, 8> behind it takes them apart.
/// Option: MaskValue<0>, a number that has bin 0 for itself. A network in float tells whole numbers
/// up to 2^24 apart.
template <int Bins, class... Given>
struct Hashing
    : Numbering<BinByHash<
          (Bins < 1 ? 1 : Bins), option::Options<Given...>::has("mask value") && (Bins > 1),
          option::Options<Given...>::template get<"mask value", MaskValue<0>>::value>> {
    static constexpr std::string_view title = "Hashing", name = "hashing";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << option::Options<Given...>::mistake({"mask value"}).view();
        if (Bins < 1 && !complaint.raised()) {
            complaint.needs << "has " << Bins << " bins but needs one at least";
            complaint.remedy << "write Hashing<10>";
        }
        return in;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Hashing;
}  // namespace inlay

#endif  // INLAY_LAYER_HASHING_HPP
