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

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
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
    std::size_t limit = file.size() - header_begin;
    if (limit > longest_header) limit = longest_header;
    if (length > limit) return refused(" as its length, expected at most ", length, limit);

    const auto header = file.subspan(header_begin, static_cast<std::size_t>(length));
    const std::string_view text(reinterpret_cast<const char*>(header.data()), header.size());
    if (!text.empty() && text[0] != '{')
        return refused(" as its first byte, expected ", std::to_integer<unsigned>(header[0]), '{');
    HeaderReader reader(text, file.subspan(header_begin + header.size()));
    Contents contents = reader.read();
    if (contents.status && reader.checksum_place != 0)
        checksum_place = header_begin + reader.checksum_place;
    return contents;
}

/// An Error where a name or a text cannot be stored, or a name occurs twice.
INLAY_COLD inline void require_names(std::vector<std::string_view> names, const char* place) {
    for (const std::string_view name : names)
        for (std::size_t at = 0, length = 0; at < name.size(); at += length)
            if (length = utf8_length(name.substr(at)); length == 0)
                fail(Text() << place << ": expected UTF-8, found " << in_quotes(name));
    if (std::string_view twice; repeats(std::move(names), twice))
        fail(Text() << place << ": found the key " << in_quotes(twice) << " twice");
}

/// An Error where something could not be read again: a name, a shape.
INLAY_COLD inline void require_storable(std::span<const TensorView> tensors,
                                        std::span<const Fact> metadata) {
    std::vector<std::string_view> names{metadata_key}, keys;
    for (const Fact& fact : metadata) {
        keys.push_back(fact.key);
        require_names({fact.value}, "__metadata__");
    }
    require_names(std::move(keys), "__metadata__");
    std::size_t end = 0;
    for (const TensorView& tensor : tensors) {
        names.push_back(tensor.name);
        const std::size_t begin = end;
        end += tensor.bytes.size();
        Sentence mistake;
        if (find_dtype(tensor.dtype.name) == nullptr)
            mistake << "dtype: found " << in_quotes(tensor.dtype.name)
                    << ", expected F32 or another type of the format";
        else
            mistake = misfit(tensor, begin, end);
        if (!mistake.empty())
            fail(Text() << "tensor " << in_quotes(tensor.name) << ": " << mistake.view());
    }
    require_names(std::move(names), "header");
}

/// The header; `checksum_place` is where the digits of the checksum belong in it.
INLAY_COLD inline Text header_of(std::span<const TensorView> tensors,
                                 std::span<const Fact> metadata, std::size_t& checksum_place) {
    Text header;
    header << "{\"__metadata__\":{\"format\":\"inlay\",\"format_version\":\"" << version << "\",\""
           << checksum_key << "\":\"";
    checksum_place = header.view().size();
    header << blank_checksum << "\"";
    for (const Fact& fact : metadata)
        if (!is_own(fact.key))
            header << "," << json_string(fact.key) << ":" << json_string(fact.value);
    header << "}";
    std::size_t end = 0;
    for (const TensorView& tensor : tensors) {
        header << "," << json_string(tensor.name)
               << ":{\"dtype\":" << json_string(tensor.dtype.name) << ",\"shape\":[";
        for (const std::size_t& extent : tensor.shape)
            header << (&extent == tensor.shape.data() ? "" : ",") << extent;
        header << "],\"data_offsets\":[" << end << ",";
        end += tensor.bytes.size();
        header << end << "]}";
    }
    header << "}";
    return header.repeat(" ",
                         (8 - header.view().size() % 8) % 8);  // values begin at a multiple of 8
}

}  // namespace detail

/// The bytes of a file with these tensors, in this order, and with this metadata; fails if they
/// cannot be stored: a name occurs twice or is not UTF-8, a shape does not fit its bytes. Format,
/// version and checksum are the writer's own.
INLAY_COLD inline std::vector<std::byte> serialize(std::span<const TensorView> tensors,
                                                   const Metadata& metadata = {}) {
    detail::require_storable(tensors, metadata);
    std::size_t checksum_place = 0;
    const Text header = detail::header_of(tensors, metadata, checksum_place);
    checksum_place += detail::header_begin;

    const std::string_view text = header.view();
    std::size_t size = detail::header_begin + text.size();
    for (const TensorView& tensor : tensors) size += tensor.bytes.size();
    std::vector<std::byte> file(size);
    for (std::size_t k = 0; k < detail::header_begin; ++k)
        file[k] = static_cast<std::byte>(std::uint64_t{text.size()} >> 8 * k & 255);
    std::memcpy(file.data() + detail::header_begin, text.data(), text.size());
    std::size_t at = detail::header_begin + text.size();
    for (const TensorView& tensor : tensors) {
        if (tensor.bytes.empty()) continue;
        const std::span<std::byte> values(file.data() + at, tensor.bytes.size());
        std::memcpy(values.data(), tensor.bytes.data(), values.size());
        if (tensor.order != std::endian::little) detail::turn_words(values, tensor.dtype.word);
        at += values.size();
    }
    const std::string digits = detail::checksum(file, checksum_place);
    std::memcpy(file.data() + checksum_place, digits.data(), digits.size());
    return file;
}

/// The tensors and metadata of a file, as views of its bytes, or a status that names the tensor or
/// the place, what was found and what was expected. Files of other tools have no checksum.
INLAY_COLD inline Contents parse(std::span<const std::byte> file) {
    std::size_t place = 0;
    Contents contents = detail::read(file, place);
    if (place == 0) return contents;
    const std::string found = detail::checksum(file, place);
    const std::string& expected = *contents.find_fact(detail::checksum_key);
    if (found == expected) return contents;
    Sentence sentence;
    sentence << detail::checksum_key << ": found a sum of " << found << ", expected "
             << in_quotes(expected)
             << ": the file is damaged, or changed by a tool that kept the sum";
    return {{}, {}, Status(sentence)};
}

}  // namespace inlay::inline INLAY_ABI::io::safetensors
