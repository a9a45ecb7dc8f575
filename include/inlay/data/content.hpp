// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_CONTENT_HPP
#define INLAY_DATA_CONTENT_HPP
// Files that may be compressed: plain bytes and gzip read alike.

#include <inlay/config.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <span>
#include <string_view>

#include <zlib.h>

namespace inlay::INLAY_ABI::data {

/// The content of a file from front to back, inflated on the way if the file is gzip (RFC 1952,
/// one member), which its first two bytes tell.
class Content {
public:
    explicit Content(std::span<const std::byte> file) : file_(file), rest_(file) {
        zipped_ = file.size() >= 2 && file[0] == std::byte{0x1f} && file[1] == std::byte{0x8b};
        constexpr int gzip_only = 16;
        if (zipped_) state_ = inflateInit2(&stream_, gzip_only + MAX_WBITS);
    }
    Content(const Content&) = delete;
    Content& operator=(const Content&) = delete;
    ~Content() {
        if (zipped_) ::inflateEnd(&stream_);
    }

    bool zipped() const { return zipped_; }

    /// More bytes than these cannot come: what is left of a plain file; for gzip deflate's best
    /// ratio, a run of 258 bytes in 2 bits.
    std::size_t limit() const {
        constexpr std::size_t ratio = 1032;
        constexpr std::size_t most = (std::numeric_limits<std::size_t>::max)() / ratio;
        return zipped_ ? ratio * (std::min)(file_.size(), most) : rest_.size();
    }

    /// Fills the target; returns how many bytes there were.
    std::size_t read(std::span<std::byte> target) {
        if (zipped_) return inflate(target);
        const std::size_t count = (std::min)(target.size(), rest_.size());
        std::ranges::copy(rest_.first(count), target.begin());
        rest_ = rest_.subspan(count);
        return count;
    }

    /// The bytes of the file that have not been read.
    std::size_t left() const { return rest_.size(); }

    /// What is wrong with the compressed bytes read so far; empty if nothing is.
    std::string_view flaw() const {
        if (state_ == Z_OK || state_ == Z_STREAM_END) return {};
        if (state_ == Z_BUF_ERROR) return "an early end";
        return stream_.msg != nullptr ? stream_.msg : "an error of zlib";
    }

private:
    std::size_t inflate(std::span<std::byte> target) {
        constexpr std::size_t at_once = std::size_t{1} << 30;  // zlib counts in 32 bits
        std::size_t filled = 0;
        while (filled < target.size() && state_ == Z_OK) {
            const std::size_t in = (std::min)(rest_.size(), at_once);
            const std::size_t out = (std::min)(target.size() - filled, at_once);
            stream_.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(rest_.data()));
            stream_.avail_in = static_cast<uInt>(in);
            stream_.next_out = reinterpret_cast<Bytef*>(target.data() + filled);
            stream_.avail_out = static_cast<uInt>(out);
            state_ = ::inflate(&stream_, Z_NO_FLUSH);
            rest_ = rest_.subspan(in - stream_.avail_in);
            filled += out - stream_.avail_out;
        }
        return filled;
    }

    std::span<const std::byte> file_, rest_;
    z_stream stream_{};
    int state_ = Z_OK;
    bool zipped_ = false;
};

}  // namespace inlay::INLAY_ABI::data

namespace inlay {
namespace data = INLAY_ABI::data;
}  // namespace inlay

#endif  // INLAY_DATA_CONTENT_HPP
