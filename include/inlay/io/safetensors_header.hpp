// SPDX-License-Identifier: MIT
#ifndef INLAY_IO_SAFETENSORS_HEADER_HPP
#define INLAY_IO_SAFETENSORS_HEADER_HPP
// The header of the safetensors format, read with every rule of the format.

#include <inlay/config.hpp>
#include <inlay/io/json.hpp>
#include <inlay/io/tensor_view.hpp>
#include <inlay/text/sentence.hpp>
#include <inlay/text/status.hpp>

#include <bit>
#include <cstddef>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI::io::safetensors {

/// A text that a file holds under a key, beside its tensors.
struct Fact {
    std::string key, value;
};
using Metadata = std::vector<Fact>;

/// What a file holds: tensors that view its bytes, in the order of their values, and metadata;
/// both are empty after a failure.
struct Contents {
    std::vector<TensorView> tensors;
    Metadata metadata;
    Status status;

    /// The tensor of a name; nullptr if there is none.
    INLAY_COLD const TensorView* find(std::string_view name) const;

    /// The metadata of a key; nullptr if there is none.
    INLAY_COLD const std::string* find_fact(std::string_view key) const;
};

#if INLAY_BODIES

INLAY_BODY const TensorView* Contents::find(std::string_view name) const {
    for (const TensorView& tensor : tensors)
        if (tensor.name == name) return &tensor;
    return nullptr;
}

INLAY_BODY const std::string* Contents::find_fact(std::string_view key) const {
    for (const Fact& fact : metadata)
        if (fact.key == key) return &fact.value;
    return nullptr;
}

namespace detail {

inline constexpr std::size_t longest_header = 100'000'000;  // the format's own limit
inline constexpr std::size_t header_begin = 8;
inline constexpr std::string_view version = "1";
inline constexpr std::string_view metadata_key = "__metadata__";
inline constexpr std::string_view checksum_key = "inlay_crc32";
inline constexpr std::string_view blank_checksum = "00000000";

/// Whether a key of the metadata is the writer's to set.
INLAY_COLD inline bool is_own(std::string_view key) {
    return key == "format" || key == "format_version" || key == checksum_key;
}

/// Reads a header, which must agree with itself and with the data that it describes.
class HeaderReader {
public:
    HeaderReader(std::string_view header, std::span<const std::byte> data)
        : json_(header), data_(data) {}

    INLAY_COLD Contents read() {
        const bool read = json_.object([&](const std::string& key) {
            const bool is_tensor = key != metadata_key;
            place_ = is_tensor ? Text() << "tensor " << in_quotes(key) : Text() << key;
            const bool good = is_tensor ? tensor(key) : metadata();
            if (good) place_ = Text() << "header";
            return good;
        });
        if (read && json_.end() && tensors_fill_data()) return std::move(file_);
        return {{}, {}, Status(Sentence() << place_.view() << ": " << json_.status().message())};
    }

    std::size_t checksum_place = 0;  // of the digits in the header; 0 where there is no checksum

private:
    template <class Found, class Expected>
    INLAY_COLD bool mismatch(std::string_view what, const Found& found, const Expected& expected) {
        return json_.refuse(Sentence() << what << ": found " << found << ", expected " << expected);
    }

    INLAY_COLD bool metadata() {
        const bool read = json_.object([&](const std::string& key) {
            Fact& fact = file_.metadata.emplace_back();
            fact.key = key;
            if (!json_.string(fact.value)) return false;
            if (key == checksum_key) checksum_place = json_.position() - 1 - blank_checksum.size();
            return key != checksum_key || fact.value.size() == blank_checksum.size() ||
                   mismatch(key, in_quotes(fact.value), "8 hexadecimal digits");
        });
        const std::string* const format = file_.find_fact("format");
        if (!read || format == nullptr || *format != "inlay") return read;
        const std::string* const found = file_.find_fact("format_version");
        if (found == nullptr || *found != version)
            return mismatch("format_version", in_quotes(found == nullptr ? "" : *found),
                            "\"1\", the newest that this version of inlay reads");
        return checksum_place != 0 || mismatch(checksum_key, "none", "the checksum of the file");
    }

    INLAY_COLD bool tensor(const std::string& name) {
        TensorView& tensor = file_.tensors.emplace_back();
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
        const Dtype* const known = find_dtype(dtype);
        if (known == nullptr)
            return mismatch("dtype", in_quotes(dtype), "F32 or another type of the format");
        tensor.dtype = *known;
        if (offsets.size() != 2) return mismatch("data_offsets", offsets.size(), "2 numbers");
        return place_values(tensor, offsets[0], offsets[1]);
    }

    INLAY_COLD bool place_values(TensorView& tensor, std::size_t begin, std::size_t end) {
        if (const Sentence mistake = misfit(tensor, begin, end); !mistake.empty())
            return json_.refuse(mistake);
        if (end > data_.size())
            return mismatch("data_offsets", Sentence() << "an end at byte " << end,
                            Sentence() << data_.size() << " bytes of values in the file");
        tensor.bytes = {data_.data() + begin, end - begin};
        return true;
    }

    /// Puts the tensors in the order of their values.
    INLAY_COLD void sort_tensors() {
        if (file_.tensors.size() < 2) return;  // qsort takes no null, not even of no tensors
        std::vector<TensorView*> order;
        for (TensorView& tensor : file_.tensors) order.push_back(&tensor);
        std::qsort(order.data(), order.size(), sizeof(TensorView*), compare_places);
        std::vector<TensorView> sorted;
        for (TensorView* const tensor : order) sorted.push_back(std::move(*tensor));
        file_.tensors = std::move(sorted);
    }

    /// For qsort: by begin, then by size, then by name.
    INLAY_COLD static int compare_places(const void* one, const void* other) {
        const TensorView& a = **static_cast<TensorView* const*>(one);
        const TensorView& b = **static_cast<TensorView* const*>(other);
        if (a.bytes.data() != b.bytes.data()) return a.bytes.data() < b.bytes.data() ? -1 : 1;
        if (a.bytes.size() != b.bytes.size()) return a.bytes.size() < b.bytes.size() ? -1 : 1;
        return a.name.compare(b.name);
    }

    /// The values follow each other without a hole or an overlap, up to the end of the file.
    INLAY_COLD bool tensors_fill_data() {
        sort_tensors();
        std::size_t next = 0;
        for (const TensorView& tensor : file_.tensors) {
            const auto begin = static_cast<std::size_t>(tensor.bytes.data() - data_.data());
            if (begin != next) {
                place_ = Text() << "tensor " << in_quotes(tensor.name);
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
    Contents file_;
    Text place_ = Text() << "header";
};

}  // namespace detail

#endif

}  // namespace inlay::INLAY_ABI::io::safetensors

#endif  // INLAY_IO_SAFETENSORS_HEADER_HPP
