// SPDX-License-Identifier: MIT
#pragma once
// The safetensors format (https://github.com/huggingface/safetensors): the length of the header in
// 8 bytes, a JSON header that names the tensors, their values; all of it little-endian. Files
// written here also carry a version and a checksum, in the metadata that the format leaves free.

#include <inlay/config.hpp>
#include <inlay/io/crc32.hpp>
#include <inlay/io/json.hpp>
#include <inlay/io/safetensors_header.hpp>
#include <inlay/io/tensor_view.hpp>
#include <inlay/model/error.hpp>
#include <inlay/text/sentence.hpp>
#include <inlay/text/status.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inlay::inline INLAY_ABI::io::safetensors {

namespace detail {

/// The sum over a whole file, where its own digits, at `place`, count as zeros.
INLAY_COLD inline std::string checksum(std::span<const std::byte> file, std::size_t place) {
    std::uint32_t sum = crc32(file.first(place));
    sum = crc32(std::as_bytes(std::span(blank_checksum)), sum);
    sum = crc32(file.subspan(place + blank_checksum.size()), sum);
    char digits[9];
    std::snprintf(digits, sizeof digits, "%08lx", static_cast<unsigned long>(sum));
    return digits;
}

/// Everything but the comparison of the checksum, whose digits are at `checksum_place` in the file
/// (0: there is none).
INLAY_COLD inline Contents read(std::span<const std::byte> file, std::size_t& checksum_place) {
    const auto refused = [](std::string_view what, std::uint64_t found, std::size_t expected) {
        return Contents{
            {}, {}, Status(Sentence() << "header: found " << found << what << expected)};
    };
    if (file.size() < header_begin)
        return refused(" bytes, expected at least ", file.size(), header_begin);
    std::uint64_t length = 0;
    for (std::size_t k = header_begin; k-- > 0;)
        length = length << 8 | std::to_integer<std::uint64_t>(file[k]);
    const std::size_t limit = (std::min)(longest_header, file.size() - header_begin);
    if (length > limit) return refused(" as its length, expected at most ", length, limit);

    const auto header = file.subspan(header_begin, static_cast<std::size_t>(length));
    const std::string_view text(reinterpret_cast<const char*>(header.data()), header.size());
    if (!text.empty() && text[0] != '{')
        return refused(" as its first byte, expected ", std::to_integer<unsigned>(header[0]), '{');
    HeaderReader reader(text, file.subspan(header_begin + header.size()));
    Status status = reader.read();
    if (!status) return {{}, {}, status};
    checksum_place = reader.checksum_place == 0 ? 0 : header_begin + reader.checksum_place;
    return {std::move(reader.tensors), std::move(reader.facts), status};
}

INLAY_COLD inline std::string header_of(std::span<const TensorView> tensors,
                             const std::map<std::string, std::string>& metadata) {
    std::string header = "{\"__metadata__\":{";
    for (std::string_view comma; const auto& [key, value] : metadata) {
        header.append(comma).append(json_string(key)).append(":").append(json_string(value));
        comma = ",";
    }
    header += "}";
    std::size_t end = 0;
    for (const TensorView& tensor : tensors) {
        header += "," + json_string(tensor.name) + ":{\"dtype\":";
        header += json_string(tensor.dtype.name) + ",\"shape\":[";
        for (std::string_view comma; const std::size_t extent : tensor.shape) {
            header.append(comma).append(std::to_string(extent));
            comma = ",";
        }
        header += "],\"data_offsets\":[" + std::to_string(end) + ",";
        end += tensor.bytes.size();
        header += std::to_string(end) + "]}";
    }
    header += "}";
    header.resize((header.size() + 7) / 8 * 8, ' ');  // the values begin at a multiple of 8
    return header;
}

}  // namespace detail

/// The bytes of a file with these tensors, in this order, and with this metadata; fails if they
/// cannot be stored: a name occurs twice or is not UTF-8, a shape does not fit its bytes.
INLAY_COLD inline std::vector<std::byte> serialize(std::span<const TensorView> tensors,
                                        std::map<std::string, std::string> metadata = {}) {
    metadata["format"] = "inlay";
    metadata["format_version"] = detail::version;
    metadata[std::string(detail::checksum_key)] = detail::blank_checksum;
    const std::string header = detail::header_of(tensors, metadata);

    std::size_t size = detail::header_begin + header.size();
    for (const TensorView& tensor : tensors) size += tensor.bytes.size();
    std::vector<std::byte> file;
    file.reserve(size);
    for (int shift = 0; shift < 64; shift += 8)
        file.push_back(static_cast<std::byte>(std::uint64_t{header.size()} >> shift & 255));
    const auto text = std::as_bytes(std::span(header));
    file.insert(file.end(), text.begin(), text.end());
    for (const TensorView& tensor : tensors) {
        const auto begin = static_cast<std::ptrdiff_t>(file.size());
        file.insert(file.end(), tensor.bytes.begin(), tensor.bytes.end());
        if (tensor.order != std::endian::little)
            detail::turn_words({file.begin() + begin, file.end()}, tensor.dtype.word);
    }

    std::size_t place = 0;  // what has been written must be readable; the reader finds the digits
    if (const Status status = detail::read(file, place).status; !status) fail(status);
    const std::string digits = detail::checksum(file, place);
    std::ranges::copy(std::as_bytes(std::span(digits)),
                      file.begin() + static_cast<std::ptrdiff_t>(place));
    return file;
}

/// The tensors and metadata of a file, as views of its bytes, or a status that names the tensor or
/// the place, what was found and what was expected. Files of other tools have no checksum.
INLAY_COLD inline Contents parse(std::span<const std::byte> file) {
    std::size_t place = 0;
    Contents contents = detail::read(file, place);
    if (place == 0) return contents;
    const std::string found = detail::checksum(file, place);
    const std::string& expected = contents.metadata[std::string(detail::checksum_key)];
    if (found == expected) return contents;
    Sentence sentence;
    sentence << detail::checksum_key << ": found a sum of " << found << ", expected "
             << in_quotes(expected)
             << ": the file is damaged, or changed by a tool that kept the sum";
    return {{}, {}, Status(sentence)};
}

}  // namespace inlay::inline INLAY_ABI::io::safetensors
