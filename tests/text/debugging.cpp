// SPDX-License-Identifier: MIT
// Fingerprints of arrays: what tells a debug build that weights were written to.
#include <inlay/text/debugging.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

using namespace inlay::INLAY_ABI;

namespace {

template <class Scalar, class Bits>
void check(std::size_t size) {
    CAPTURE(size);
    std::vector<Scalar> values(size);
    for (std::size_t k = 0; k < size; ++k)
        values[k] = static_cast<Scalar>(k * 37 % 101) / Scalar{64} - Scalar{0.6875};
    const auto hash = [&] { return debugging::fingerprint(values.data(), size); };
    const std::uint64_t before = hash();
    int missed = 0;
    const auto flip = [&](std::size_t k, unsigned bit) {
        Bits bits;
        std::memcpy(&bits, &values[k], sizeof bits);
        bits ^= Bits{1} << bit;
        std::memcpy(&values[k], &bits, sizeof bits);
    };
    constexpr unsigned sign = 8 * sizeof(Bits) - 1;
    for (std::size_t k = 0; k < size; ++k) {
        for (unsigned bit = 0; bit <= sign; ++bit) {
            flip(k, bit);
            missed += hash() == before;
            flip(k, bit);
        }
        for (std::size_t j = 0; j < k; ++j) {
            flip(j, sign);
            flip(k, sign);
            missed += hash() == before;
            flip(j, sign);
            flip(k, sign);
            if (values[j] == values[k]) continue;
            std::swap(values[j], values[k]);
            missed += hash() == before;
            std::swap(values[j], values[k]);
        }
    }
    CHECK(missed == 0);
    CHECK(hash() == before);
}

}  // namespace

TEST_CASE("a fingerprint sees each changed bit, pairs of changed signs, and numbers swapped") {
    for (const std::size_t size : {1u, 15u, 16u, 17u, 31u, 32u, 33u, 100u, 200u}) {
        check<float, std::uint32_t>(size);
        check<double, std::uint64_t>(size);
    }
}
