// SPDX-License-Identifier: MIT
// The packing of buffers that live for a time, against first fit as it is defined.
#include <inlay/program/arena.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

using namespace inlay::INLAY_ABI::program;

namespace {

constexpr std::size_t most = 60;

/// By falling size, each at the lowest offset where it overlaps none that lives beside it.
std::size_t first_fit(Buffer (&buffers)[most]) {
    std::array<Buffer*, most> placed{};
    std::size_t count = 0, total = 0;
    for (Buffer& buffer : buffers)
        if (buffer.used()) placed[count++] = &buffer;
    std::sort(placed.begin(), placed.begin() + static_cast<std::ptrdiff_t>(count),
              [](const Buffer* a, const Buffer* b) {
                  return a->size != b->size ? a->size > b->size : a < b;
              });
    for (std::size_t k = 0; k < count; ++k) {
        Buffer& buffer = *placed[k];
        buffer.offset = 0;
        for (std::size_t j = 0; j < k;) {
            const Buffer& other = *placed[j++];
            const bool overlaps = buffer.offset < other.offset + aligned(other.size) &&
                                  other.offset < buffer.offset + aligned(buffer.size);
            if (!buffer.lives_beside(other) || !overlaps) continue;
            buffer.offset = other.offset + aligned(other.size);
            j = 0;
        }
        total = std::max(total, buffer.offset + aligned(buffer.size));
    }
    return total;
}

class Numbers {
public:
    explicit Numbers(std::uint32_t seed) : state_(seed * 2654435761u + 1) {}
    std::size_t below(std::size_t limit) {
        state_ = state_ * 1664525u + 1013904223u;
        return (state_ >> 8) % limit;
    }

private:
    std::uint32_t state_;
};

}  // namespace

TEST_CASE("buffers lie where first fit puts them: chains, neighbours and anything") {
    for (std::uint32_t seed = 0; seed < 3000; ++seed) {
        Numbers draw(seed);
        Buffer buffers[most]{}, wanted[most]{};
        const std::size_t count = draw.below(most), kinds = 1 + draw.below(5),
                          order = draw.below(3);
        for (std::size_t k = 0; k < count; ++k) {
            Buffer& buffer = buffers[k];
            buffer.size = draw.below(20) == 0 ? 0 : (1 + draw.below(kinds)) * (13 + draw.below(8));
            const auto number = static_cast<int>(k);
            if (order == 0) {  // as activations of a deep network: each lives inside the one before
                buffer.begin = number;
                buffer.end = 2 * static_cast<int>(most) - number;
            } else {
                buffer.begin = static_cast<int>(draw.below(100));
                buffer.end = buffer.begin - 1 + static_cast<int>(draw.below(order == 1 ? 10 : 100));
            }
        }
        std::copy(std::begin(buffers), std::end(buffers), std::begin(wanted));
        bool same = pack(buffers) == first_fit(wanted);
        for (std::size_t k = 0; k < most; ++k)
            same = same && (!buffers[k].used() || buffers[k].offset == wanted[k].offset);
        CHECK_MESSAGE(same, "seed " << seed);
    }
}
