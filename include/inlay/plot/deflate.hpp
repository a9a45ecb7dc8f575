// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_DEFLATE_HPP
#define INLAY_PLOT_DEFLATE_HPP
// Compression for PNG (RFC 1950, RFC 1951) without a library: repetitions by a table of hashes,
// written in the fixed code. Pictures of few colors come to a hundredth.

#include <inlay/config.hpp>
#include <inlay/host/view.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace inlay::INLAY_ABI::plot {

/// Writes deflate's one block in the fixed Huffman code.
class Deflate {
public:
    using Bytes = std::vector<std::uint8_t>;

    /// Appends zlib's form of the bytes.
    Deflate(Bytes& out, View<const std::uint8_t> bytes) : out_(out), bytes_(bytes) {
        out_.push_back(0x78);  // a window of 32 KiB
        out_.push_back(0x01);  // a sum of both that 31 divides
        put(3, 3);             // the last block, in the fixed code
        compress();
        put_symbol(256);
        while (held_ != 0) put(0, 1);
        std::uint32_t a = 1, b = 0;  // Adler-32
        for (const std::uint8_t byte : bytes_) {
            a = (a + byte) % 65521;
            b = (b + a) % 65521;
        }
        for (const std::uint32_t half : {b, a}) {
            out_.push_back(static_cast<std::uint8_t>(half >> 8));
            out_.push_back(static_cast<std::uint8_t>(half));
        }
    }

private:
    static constexpr std::uint32_t window = 32768, longest = 258, shortest = 3;

    /// Each place looks back to the last one that began with the same three bytes.
    void compress() {
        std::vector<std::size_t> last(std::size_t{1} << 15, none);
        for (std::size_t at = 0; at < bytes_.size();) {
            std::size_t length = 0, distance = 0;
            if (at + shortest <= bytes_.size()) {
                std::size_t& seen = last[hash(at)];
                if (seen != none && at - seen <= window) {
                    distance = at - seen;
                    while (length < longest && at + length < bytes_.size() &&
                           bytes_[seen + length] == bytes_[at + length])
                        ++length;
                }
                seen = at;
            }
            if (length < shortest) {
                put_symbol(bytes_[at++]);
                continue;
            }
            put_length(static_cast<std::uint32_t>(length));
            put_distance(static_cast<std::uint32_t>(distance));
            at += length;
        }
    }

    std::size_t hash(std::size_t at) const {
        const std::uint32_t three =
            bytes_[at] | std::uint32_t{bytes_[at + 1]} << 8 | std::uint32_t{bytes_[at + 2]} << 16;
        return three * 2654435761u >> 17;
    }

    /// The code of a literal, of a length or of the end.
    void put_symbol(std::uint32_t symbol) {
        if (symbol < 144)
            put_code(0x30 + symbol, 8);
        else if (symbol < 256)
            put_code(0x190 + symbol - 144, 9);
        else if (symbol < 280)
            put_code(symbol - 256, 7);
        else
            put_code(0xc0 + symbol - 280, 8);
    }

    /// Symbols 257 to 264 are lengths of their own, each four behind them take a bit more.
    void put_length(std::uint32_t length) {
        if (length == longest) return put_symbol(285);
        const std::uint32_t value = length - shortest;
        std::uint32_t extra = 0;
        while (value >> extra >= 8) ++extra;
        put_symbol(257 + 4 * extra + (value >> extra));
        put(value & ((1u << extra) - 1), extra);
    }

    /// Likewise, each two.
    void put_distance(std::uint32_t distance) {
        const std::uint32_t value = distance - 1;
        std::uint32_t extra = 0;
        while (value >> extra >= 4) ++extra;
        put_code(2 * extra + (value >> extra), 5);
        put(value & ((1u << extra) - 1), extra);
    }

    /// A code goes out from its highest bit.
    void put_code(std::uint32_t code, std::uint32_t count) {
        while (count-- > 0) put(code >> count & 1, 1);
    }

    /// A number goes out from its lowest bit.
    void put(std::uint32_t bits, std::uint32_t count) {
        for (; count > 0; --count, bits >>= 1) {
            byte_ = static_cast<std::uint8_t>(byte_ | (bits & 1) << held_);
            if (++held_ < 8) continue;
            out_.push_back(byte_);
            byte_ = 0;
            held_ = 0;
        }
    }

    static constexpr std::size_t none = std::size_t(-1);

    Bytes& out_;
    View<const std::uint8_t> bytes_;
    std::uint8_t byte_ = 0;
    std::uint32_t held_ = 0;  // bits of it
};

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_DEFLATE_HPP
