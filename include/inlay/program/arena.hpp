// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_ARENA_HPP
#define INLAY_PROGRAM_ARENA_HPP
// Memory for buffers that live for a time: first fit, worked out by the compiler.

#include <inlay/config.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::program {

/// Every buffer starts at a multiple of so many elements: a cache line of floats.
inline constexpr std::size_t buffer_alignment = 16;

constexpr std::size_t aligned(std::size_t elements) {
    return (elements + buffer_alignment - 1) / buffer_alignment * buffer_alignment;
}

/// A buffer of `size` elements that is in use from moment `begin` to moment `end`, both included.
struct Buffer {
    std::size_t size = 0;
    int begin = 0, end = -1;  ///< never used where end < begin
    std::size_t offset = 0;

    constexpr bool used() const { return end >= begin; }

    /// Widens the time in use to a moment.
    constexpr void touch(int moment) {
        if (!used()) begin = end = moment;
        if (moment < begin) begin = moment;
        if (moment > end) end = moment;
    }

    constexpr bool lives_beside(const Buffer& other) const {
        return used() && other.used() && begin <= other.end && other.begin <= end;
    }
};

/// The numbers [0, n) in `order`, sorted by falling size; equals keep their order.
template <std::size_t Count>
constexpr void sort_by_size(const Buffer (&buffers)[Count], int (&order)[Count], std::size_t n) {
    int merged[Count]{};
    for (std::size_t run = 1; run < n; run *= 2) {
        for (std::size_t begin = 0; begin < n; begin += 2 * run) {
            const std::size_t middle = begin + run < n ? begin + run : n;
            const std::size_t end = middle + run < n ? middle + run : n;
            if (middle == end || buffers[order[middle - 1]].size >= buffers[order[middle]].size)
                continue;
            std::size_t a = begin, b = middle;
            for (std::size_t k = begin; k < end; ++k) {
                const bool second =
                    a == middle || (b < end && buffers[order[b]].size > buffers[order[a]].size);
                merged[k] = order[second ? b++ : a++];
            }
            for (std::size_t k = begin; k < end; ++k) order[k] = merged[k];
        }
    }
}

/// Gives each buffer the lowest offset where it overlaps no buffer that lives beside it; returns
/// the size of the whole. Large buffers are placed first. The compiler interprets these loops: what
/// they look at lies in plain arrays, and what has been placed in a list by offset.
template <std::size_t Count>
constexpr std::size_t pack(Buffer (&buffers)[Count]) {
    int order[Count]{}, next[Count + 1]{}, begin[Count]{}, end[Count]{};
    std::size_t low[Count]{}, high[Count]{}, total = 0, n = 0;
    for (std::size_t k = 0; k < Count; ++k) {
        if (!buffers[k].used()) continue;
        begin[k] = buffers[k].begin;
        end[k] = buffers[k].end;
        order[n++] = static_cast<int>(k);
    }
    sort_by_size(buffers, order, n);
    constexpr int none = -1, head = Count;
    next[head] = none;
    for (std::size_t k = 0; k < n; ++k) {
        const int number = order[k], from = begin[number], to = end[number];
        const std::size_t size = aligned(buffers[number].size);
        std::size_t offset = 0, limit = size;
        int before = head;
        for (int other = next[head]; other != none; other = next[other]) {
            if (low[other] >= limit) break;
            if (from > end[other] || begin[other] > to || high[other] <= offset) continue;
            offset = high[other];
            limit = offset + size;
            before = other;
        }
        while (next[before] != none && low[next[before]] < offset) before = next[before];
        low[number] = offset;
        high[number] = limit;
        next[number] = next[before];
        next[before] = number;
        buffers[number].offset = offset;
        if (limit > total) total = limit;
    }
    return total;
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_ARENA_HPP
