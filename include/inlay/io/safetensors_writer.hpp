// SPDX-License-Identifier: MIT
#ifndef INLAY_IO_SAFETENSORS_WRITER_HPP
#define INLAY_IO_SAFETENSORS_WRITER_HPP
// The safetensors format, written from front to back.

#include <inlay/config.hpp>
#include <inlay/host/text.hpp>
#include <inlay/host/view.hpp>
#include <inlay/io/crc32.hpp>
#include <inlay/io/json.hpp>
#include <inlay/io/safetensors_header.hpp>
#include <inlay/io/tensor_view.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#if INLAY_BODIES

namespace inlay::INLAY_ABI::io::safetensors {

namespace detail {

/// The sum over a whole file, where its own digits, at `place`, count as zeros.
INLAY_COLD inline Text checksum(View<const std::byte> file, std::size_t place) {
    const char* const blanks = blank_checksum.data();
    std::uint32_t sum = crc32(file.part(0, place));
    sum = crc32({reinterpret_cast<const std::byte*>(blanks), blank_checksum.size()}, sum);
    sum = crc32(file.from(place + blank_checksum.size()), sum);
    return hexadecimal(sum, 8);
}

}  // namespace detail

/// Writes a file: facts, then what the header says of each tensor, then their values, in the same
/// order. Whatever it is given is written.
class Writer {
public:
    INLAY_COLD Writer() {
        header_ << "{\"__metadata__\":{\"format\":\"inlay\",\"format_version\":\""
                << detail::version << "\",\"" << detail::checksum_key << "\":\"";
        checksum_place_ = detail::header_begin + header_.size();
        header_ << detail::blank_checksum << "\"";
    }

    INLAY_COLD void fact(std::string_view key, std::string_view value) {
        header_ << "," << json_string(key) << ":" << json_string(value);
    }

    INLAY_COLD void begin_tensors() { header_ << "}"; }

    INLAY_COLD void tensor(std::string_view name, const Dtype& dtype, View<const std::size_t> shape,
                           std::size_t bytes) {
        header_ << "," << json_string(name) << ":{\"dtype\":" << json_string(dtype.name)
                << ",\"shape\":[";
        for (const std::size_t& extent : shape)
            header_ << (&extent == shape.data() ? "" : ",") << extent;
        header_ << "],\"data_offsets\":[" << end_ << ",";
        end_ += bytes;
        header_ << end_ << "]}";
    }

    INLAY_COLD void begin_values() {
        header_ << "}";
        header_.repeat(" ", (8 - header_.size() % 8) % 8);  // values begin at a multiple of 8
        file_ = std::vector<std::byte>(detail::header_begin + header_.size() + end_);
        for (std::size_t k = 0; k < detail::header_begin; ++k)
            file_[k] = static_cast<std::byte>(std::uint64_t{header_.size()} >> 8 * k & 255);
        put(detail::header_begin, header_.c_str(), header_.size());
        next_ = detail::header_begin + header_.size();
    }

    INLAY_COLD void values(View<const std::byte> bytes, const Dtype& dtype,
                           std::endian order = std::endian::native) {
        put(next_, bytes.data(), bytes.size());
        if (order != std::endian::little)
            detail::turn_words({file_.data() + next_, bytes.size()}, dtype.word);
        next_ += bytes.size();
    }

    /// The file, once all values are there.
    INLAY_COLD std::vector<std::byte> finish() {
        const Text digits = detail::checksum(file_, checksum_place_);
        put(checksum_place_, digits.c_str(), digits.size());
        return std::move(file_);
    }

private:
    INLAY_COLD void put(std::size_t place, const void* from, std::size_t size) {
        if (size != 0) std::memcpy(file_.data() + place, from, size);
    }

    Text header_;
    std::vector<std::byte> file_;
    std::size_t checksum_place_ = 0;  // in the file
    std::size_t end_ = 0;             // of the values so far in the header
    std::size_t next_ = 0;            // where the next values go
};

}  // namespace inlay::INLAY_ABI::io::safetensors

#endif

#endif  // INLAY_IO_SAFETENSORS_WRITER_HPP
