// SPDX-License-Identifier: MIT
#pragma once
// Memory for buffers that live for a time: first fit, worked out by the compiler.

#include <inlay/config.hpp>

#include <cstddef>
#include <utility>

namespace inlay::inline INLAY_ABI::program {

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

/// Gives each buffer the lowest offset where it overlaps no buffer that lives beside it; returns
/// the size of the whole. Large buffers are placed first.
template <std::size_t Count>
constexpr std::size_t pack(Buffer (&buffers)[Count]) {
    std::size_t total = 0, order[Count]{}, n = 0;
    for (std::size_t k = 0; k < Count; ++k)
        if (buffers[k].used()) order[n++] = k;
    for (std::size_t k = 1; k < n; ++k)  // insertion sort, stable
        for (std::size_t j = k; j > 0 && buffers[order[j]].size > buffers[order[j - 1]].size; --j)
            std::swap(order[j], order[j - 1]);
    for (std::size_t k = 0; k < n; ++k) {
        Buffer& buffer = buffers[order[k]];
        buffer.offset = 0;
        for (bool moved = true; moved;) {
            moved = false;
            for (std::size_t j = 0; j < k; ++j) {
                const Buffer& other = buffers[order[j]];
                const bool overlaps = buffer.offset < other.offset + aligned(other.size) &&
                                      other.offset < buffer.offset + aligned(buffer.size);
                if (!buffer.lives_beside(other) || !overlaps) continue;
                buffer.offset = other.offset + aligned(other.size);
                moved = true;
            }
        }
        if (buffer.offset + aligned(buffer.size) > total)
            total = buffer.offset + aligned(buffer.size);
    }
    return total;
}

}  // namespace inlay::inline INLAY_ABI::program
