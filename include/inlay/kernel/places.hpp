// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_PLACES_HPP
#define INLAY_KERNEL_PLACES_HPP
// Sums over many places, pixels or rows: a chain for each block of them, and the blocks joined in
// pairs. A single chain of a million equal numbers loses a hundredth of its sum; here the error
// stays that of one block. The blocks follow from the extents alone, and so does the order of sums.

#include <inlay/kernel/slices.hpp>
#include <inlay/simd/lanes.hpp>
#include <inlay/simd/pack.hpp>

#include <bit>
#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// Places of one chain at most: the error of so many equal terms is 2e-6 of their sum at most.
inline constexpr std::size_t chain_length = 64;

/// How a map of rows x columns places is cut: into blocks of whole rows, or rows into equal pieces.
struct Chains {
    std::size_t rows, columns;

    constexpr bool one() const { return rows * columns <= chain_length; }
    constexpr std::size_t rows_together() const {
        return columns >= chain_length ? 1 : one() ? rows : chain_length / columns;
    }
    constexpr std::size_t pieces() const { return divided_up(columns, chain_length); }
    constexpr std::size_t count() const { return divided_up(rows, rows_together()) * pieces(); }
};

/// Rows of a batch: only the running program knows how many.
inline constexpr Chains any_number_of_rows{1, std::size_t{1} << 30};

/// Calls body(row, rows, column, columns) for every block, in row order.
template <class Body>
INLAY_INLINE void for_each_chain(const Chains& chains, Body&& body) {
    const std::size_t together = chains.rows_together(), pieces = chains.pieces();
    for (std::size_t p = 0; p < chains.rows; p += together) {
        const std::size_t left = chains.rows - p, rows = left < together ? left : together;
        for (std::size_t k = 0; k < pieces; ++k) {
            const std::size_t begin = chains.columns * k / pieces;
            body(p, rows, begin, chains.columns * (k + 1) / pieces - begin);
        }
    }
}

/// The sums of at most Most blocks each for Count packs, joined in pairs as the blocks come: block
/// 2 k and block 2 k + 1, pairs of pairs, and at the end what is left over, small before large.
template <class Scalar, std::size_t Most, std::size_t Count = 1>
class PairwiseSums {
public:
    /// Takes the sum of the block at hand for pack `at`.
    INLAY_INLINE void take(std::size_t at, simd::Pack<Scalar> sum) {
        std::size_t level = 0;
        for (; blocks_ >> level & 1; ++level) sum = simd::add(level_[level][at], sum);
        level_[level][at] = sum;
    }

    /// Begins the next block.
    INLAY_INLINE void next() { ++blocks_; }

    /// The sum of all blocks for pack `at`; there has been one at least.
    INLAY_INLINE simd::Pack<Scalar> total(std::size_t at) const {
        std::size_t level = 0;
        while (!(blocks_ >> level & 1)) ++level;
        simd::Pack<Scalar> sum = level_[level][at];
        while (blocks_ >> ++level != 0)
            if (blocks_ >> level & 1) sum = simd::add(level_[level][at], sum);
        return sum;
    }

private:
    simd::Pack<Scalar> level_[std::bit_width(Most)][Count];
    std::size_t blocks_ = 0;
};

/// Sums over at most Most.rows x Most.columns places, for some k at once: block(sums, row, rows,
/// column, columns) makes those of one chain, and chains are joined in pairs.
template <class Scalar, Chains Most, std::size_t Count, class Block>
INLAY_INLINE void sum_chains(const Chains& places, simd::Pack<Scalar> (&sums)[Count],
                             Block&& block) {
    if constexpr (Most.one()) {
        block(sums, std::size_t{0}, places.rows, std::size_t{0}, places.columns);
    } else {
        PairwiseSums<Scalar, Most.count(), Count> joined;
        for_each_chain(places, [&](std::size_t row, std::size_t rows, std::size_t column,
                                   std::size_t columns) INLAY_INLINE_LAMBDA {
            simd::Pack<Scalar> chain[Count];
            block(chain, row, rows, column, columns);
            for (std::size_t k = 0; k < Count; ++k) joined.take(k, chain[k]);
            joined.next();
        });
        for (std::size_t k = 0; k < Count; ++k) sums[k] = joined.total(k);
    }
}

/// sums[k] = sum_p sum_q of term k over at most Most.rows x Most.columns places, for some k at
/// once; add(chains, p, q) continues their chains.
template <class Scalar, Chains Most, std::size_t Count, class Add>
INLAY_INLINE void sum_places(const Chains& places, simd::Pack<Scalar> (&sums)[Count], Add&& add) {
    sum_chains<Scalar, Most>(places, sums,
                             [&](auto& to, std::size_t row, std::size_t rows, std::size_t column,
                                 std::size_t columns) INLAY_INLINE_LAMBDA {
                                 for (std::size_t k = 0; k < Count; ++k)
                                     to[k] = simd::zero<Scalar>();
                                 for (std::size_t p = row; p < row + rows; ++p)
                                     for (std::size_t q = column; q < column + columns; ++q)
                                         add(to, p, q);
                             });
}

/// The same for one sum: add(chain, p, q) gives the chain with one more term.
template <class Scalar, Chains Most, class Add>
INLAY_INLINE simd::Pack<Scalar> sum_places(const Chains& places, Add&& add) {
    simd::Pack<Scalar> sum[1];
    sum_places<Scalar, Most>(places, sum,
                             [&](auto& chain, std::size_t p, std::size_t q)
                                 INLAY_INLINE_LAMBDA { chain[0] = add(chain[0], p, q); });
    return sum[0];
}

/// The features that sixteen chains hold, each as long as those of places.hpp.
inline constexpr std::size_t row_block = 16 * chain_length;

/// The sum over a row of n features: sum(first, some) is that of one block, blocks are joined in
/// pairs.
template <class Scalar, class Sum>
INLAY_INLINE Scalar sum_row(std::size_t n, Sum&& sum) {
    if (n <= row_block) return sum(std::size_t{0}, n);
    PairwiseSums<Scalar, any_number_of_rows.columns> joined;
    for (std::size_t first = 0; first < n; first += row_block) {
        const std::size_t some = n - first < row_block ? n - first : row_block;
        joined.take(0, simd::broadcast<Scalar>(sum(first, some)));
        joined.next();
    }
    return simd::first(joined.total(0));
}

/// sum_k a[k] b[k]      a, b: rows of n features
template <class Scalar>
INLAY_INLINE Scalar sum_of_products(const Scalar* a, const Scalar* b, std::size_t n) {
    return sum_row<Scalar>(n, [&](std::size_t first, std::size_t some) {
        return simd::dot(a + first, b + first, some);
    });
}

/// sum += term; `lost` gathers what rounding takes from the sum (Knuth's two-sum), so that sum +
/// lost keeps its digits over millions of terms.
template <class Pack>
INLAY_INLINE void add_exactly(Pack& sum, Pack& lost, Pack term) {
    const Pack total = simd::add(sum, term), taken = simd::sub(total, sum);
    const Pack error = simd::add(simd::sub(sum, simd::sub(total, taken)), simd::sub(term, taken));
    lost = simd::add(lost, error);
    sum = total;
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_PLACES_HPP
