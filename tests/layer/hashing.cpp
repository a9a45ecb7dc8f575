// SPDX-License-Identifier: MIT
// Hashing: the bin that the fingerprint of a whole number falls into.
#ifndef NAIVE_HASHING
#define NAIVE_HASHING

#include "naive.hpp"

#include <cstddef>
#include <cstdint>

namespace naive {

/// The fingerprints of "0" to "3", but for their first two bits, as TensorFlow finds them.
inline constexpr std::uint64_t fingerprints[]{1363911219970409023, 80785766752259041,
                                              2308954730692050855, 2768103858547727113};

template <int Bins>
Batch forward(Of<Hashing<Bins>>, const Batch& x, Run&) {
    static_assert((Bins & (Bins - 1)) == 0);
    return each(x, [](double v) {
        return static_cast<double>(fingerprints[static_cast<std::size_t>(v)] % Bins);
    });
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/hashing.hpp"
#include "category_encoding.cpp"
#include "check.hpp"
#include "discretization.cpp"

using namespace inlay;

TEST_CASE("Hashing, of bins") {
    check::network<
        Sequential<Discretization<-0.5, 0, 0.7>, Hashing<4>, CategoryEncoding<4, OneHot>>,
        Input<9>>();
}

// Texts of every length that has a formula of its own.
static_assert(INLAY_ABI::kernel::fingerprint(-1) % (1ull << 62) == 2722188246723688526);
static_assert(INLAY_ABI::kernel::fingerprint(12345) % (1ull << 62) == 2715825699093921016);
static_assert(INLAY_ABI::kernel::fingerprint(123456789) % (1ull << 62) == 2490690402781879402);
static_assert(INLAY_ABI::kernel::fingerprint(-1234567890123456789) % (1ull << 62) ==
              377798304357900741);

TEST_CASE("Hashing, Keras's numbers") { keras::layers::hashing(); }

#endif
