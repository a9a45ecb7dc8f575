// SPDX-License-Identifier: MIT
#pragma once
// The header of the safetensors format, read with every rule of the format.

#include <inlay/config.hpp>
#include <inlay/io/json.hpp>
#include <inlay/io/tensor_view.hpp>
#include <inlay/text/sentence.hpp>
#include <inlay/text/status.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <iterator>
#include <limits>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace inlay::inline INLAY_ABI::io::safetensors {

/// What a file holds: tensors that view its bytes, in the order of their values, and metadata;
/// both are empty after a failure.
struct Contents {
    std::vector<TensorView> tensors;
    std::map<std::string, std::string> metadata;
    Status status;

    /// The tensor of a name; nullptr if there is none.
    const TensorView* find(std::string_view name) const {
        const auto found = std::ranges::find(tensors, name, &TensorView::name);
        return found == tensors.end() ? nullptr : &*found;
    }
};

namespace detail {

inline constexpr std::size_t longest_header = 100'000'000;  // the format's own limit
inline constexpr std::size_t header_begin = 8;
inline constexpr std::string_view version = "1";
inline constexpr std::string_view checksum_key = "inlay_crc32";
inline constexpr std::string_view blank_checksum = "00000000";

/// Reads a header, which must agree with itself and with the data that it describes.
class HeaderReader {
public:
    HeaderReader(std::string_view header, std::span<const std::byte> data)
        : json_(header), data_(data) {}

    INLAY_COLD Status read() {
        const bool read = json_.object([&](const std::string& key) {
            place_ = key == "__metadata__" ? key : "tensor " + in_quotes(key);
            const bool good = key == "__metadata__" ? metadata() : tensor(key);
            if (good) place_ = "header";
            return good;
        });
        if (read && json_.end() && tensors_fill_data()) return {};
        return Status(Sentence() << place_ << ": " << json_.status().message());
    }

    std::vector<TensorView> tensors;
    std::map<std::string, std::string> facts;
    std::size_t checksum_place = 0;  // of the digits in the header; 0 where there is no checksum

private:
    template <class Found, class Expected>
    INLAY_COLD bool mismatch(std::string_view what, const Found& found, const Expected& expected) {
        return json_.refuse(Sentence() << what << ": found " << found << ", expected " << expected);
    }

    INLAY_COLD bool metadata() {
        const bool read = json_.object([&](const std::string& key) {
            std::string& value = facts[key];
            if (!json_.string(value)) return false;
            if (key == checksum_key) checksum_place = json_.position() - 1 - blank_checksum.size();
            return key != checksum_key || value.size() == blank_checksum.size() ||
                   mismatch(key, in_quotes(value), "8 hexadecimal digits");
        });
        const auto format = facts.find("format");
        if (!read || format == facts.end() || format->second != "inlay") return read;
        const std::string& found = facts["format_version"];
        if (found != version)
            return mismatch("format_version", in_quotes(found),
                            "\"1\", the newest that this version of inlay reads");
        return checksum_place != 0 || mismatch(checksum_key, "none", "the checksum of the file");
    }

    INLAY_COLD bool tensor(const std::string& name) {
        TensorView& tensor = tensors.emplace_back();
        tensor.name = name;
        tensor.order = std::endian::little;
        std::string dtype;
        std::vector<std::size_t> offsets;
        int keys = 0;
        const bool read = json_.object([&](const std::string& key) {
            ++keys;
            if (key == "dtype") return json_.string(dtype);
            if (key == "shape") return json_.wholes(tensor.shape);
            if (key == "data_offsets") return json_.wholes(offsets);
            return mismatch("key", in_quotes(key), "dtype, shape or data_offsets");
        });
        if (!read) return false;
        if (keys != 3) return mismatch("keys", keys, "dtype, shape and data_offsets");
        const Dtype* known = std::ranges::find(dtypes, dtype, &Dtype::name);
        if (known == std::end(dtypes))
            return mismatch("dtype", in_quotes(dtype), "F32 or another type of the format");
        tensor.dtype = *known;
        if (offsets.size() != 2) return mismatch("data_offsets", offsets.size(), "2 numbers");
        return place_values(tensor, offsets[0], offsets[1]);
    }

    INLAY_COLD bool place_values(TensorView& tensor, std::size_t begin, std::size_t end) {
        std::size_t bits = tensor.dtype.bits;
        for (const std::size_t extent : tensor.shape) {
            if (extent != 0 && bits > (std::numeric_limits<std::size_t>::max)() / extent)
                return mismatch("shape", "more values than can be counted", "fewer");
            bits *= extent;
        }
        if (bits % 8 != 0) return mismatch("shape", bits, "a multiple of 8 bits");
        if (end < begin || end - begin != bits / 8)
            return mismatch("data_offsets", Sentence() << "[" << begin << "," << end << "]",
                            Sentence() << bits / 8 << " bytes, by dtype and shape");
        if (end > data_.size())
            return mismatch("data_offsets", Sentence() << "an end at byte " << end,
                            Sentence() << data_.size() << " bytes of values in the file");
        tensor.bytes = data_.subspan(begin, end - begin);
        return true;
    }

    /// The values follow each other without a hole or an overlap, up to the end of the file.
    INLAY_COLD bool tensors_fill_data() {
        std::ranges::sort(tensors, {}, [](const TensorView& tensor) {
            return std::tuple(tensor.bytes.data(), tensor.bytes.size(),
                              std::string_view(tensor.name));
        });
        std::size_t next = 0;
        for (const TensorView& tensor : tensors) {
            const auto begin = static_cast<std::size_t>(tensor.bytes.data() - data_.data());
            if (begin != next) {
                place_ = "tensor " + in_quotes(tensor.name);
                return mismatch("data_offsets", Sentence() << "a begin at byte " << begin,
                                Sentence() << next << ", where the values before it end");
            }
            next += tensor.bytes.size();
        }
        return next == data_.size() ||
               mismatch("values of all tensors", Sentence() << next << " bytes",
                        Sentence() << data_.size() << ", the rest of the file");
    }

    JsonReader json_;
    std::span<const std::byte> data_;
    std::string place_ = "header";
};

}  // namespace detail
}  // namespace inlay::inline INLAY_ABI::io::safetensors
