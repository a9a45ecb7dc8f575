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
/// the size of the whole. Large buffers are placed first.
///
/// The compiler interprets these loops: what they look at lies in plain arrays, and what has been
/// placed in a list by offset. Each buffer stands on another or at 0; a buffer that lives beside
/// the whole tower under one of those placed just before begins behind it, where nothing that comes
/// earlier in the list reaches further. So the list is hardly ever walked from its head.
template <std::size_t Count>
constexpr std::size_t pack(Buffer (&buffers)[Count]) {
    constexpr std::size_t tries = 4;
    int order[Count]{}, next[Count + 1]{}, begin[Count]{}, end[Count]{};
    int latest_begin[Count]{}, first_end[Count]{};  // of a tower
    std::size_t low[Count]{}, high[Count]{},
        reach[Count + 1]{};  // the highest up to here in the list
    std::size_t total = 0, n = 0;
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
        std::size_t offset = 0;
        int under = head;
        for (std::size_t back = 1; back <= tries && back <= k && size != 0; ++back)
            if (const int tower = order[k - back];
                high[tower] > offset && reach[tower] == high[tower] && from <= first_end[tower] &&
                latest_begin[tower] <= to)
                offset = high[under = tower];
        for (int other = next[under]; other != none && low[other] < offset + size;
             other = next[other])
            if (from <= end[other] && begin[other] <= to && high[other] > offset)
                offset = high[under = other];
        latest_begin[number] = from;
        first_end[number] = to;
        if (under != head) {
            if (latest_begin[under] > from) latest_begin[number] = latest_begin[under];
            if (first_end[under] < to) first_end[number] = first_end[under];
        }
        int before = under;
        while (next[before] != none && low[next[before]] < offset) before = next[before];
        low[number] = offset;
        high[number] = offset + size;
        reach[number] = reach[before] > high[number] ? reach[before] : high[number];
        next[number] = next[before];
        next[before] = number;
        for (int later = next[number]; later != none && reach[later] < high[number];
             later = next[later])
            reach[later] = high[number];
        buffers[number].offset = offset;
        if (high[number] > total) total = high[number];
    }
    return total;
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_ARENA_HPP
